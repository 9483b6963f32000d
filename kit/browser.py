"""The kit in a browser, where a site runs it: what is missing there, and what takes its place.

Python runs there without a server, on WebAssembly. Files stand in the browser's own storage, mounted at /drive; there
are no threads, no other processes and no network. Everywhere else all of this changes nothing.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

IN_BROWSER = sys.platform == "emscripten"
DRIVE = Path("/drive")
NOT_KEPT = (
    "The browser can't save it: its storage is full or blocked. Go to the first page of the course and save your "
    "work there, then make room in the browser and answer again."
)
NO_STORAGE = (
    "Nothing is saved at this address. Open the course at an address that begins with https:// or http://localhost, in "
    "a window that isn't private."
)


def keeps_files() -> bool:
    """Does a file stay that is written here? In a browser only on its drive, which some windows haven't got."""
    return not IN_BROWSER or DRIVE in (Path.cwd(), *Path.cwd().parents)


def why_not_kept() -> str:
    """Why a file could not be written here, and what to do about it; "" outside of a browser."""
    if not IN_BROWSER:
        return ""
    return NOT_KEPT if keeps_files() else NO_STORAGE


def download_link(file: Path, words: str) -> str:
    """HTML of a link that saves a file of the browser's storage on the device; "" outside of a browser."""
    if not IN_BROWSER:
        return ""
    import base64
    import mimetypes
    from html import escape

    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    content = base64.b64encode(file.read_bytes()).decode("ascii")
    return f'<p><a download="{escape(file.name)}" href="data:{kind};base64,{content}">{escape(words)}</a></p>'


_coming: list[Any] = []  # the task that fetches what draws pictures, once there is one


def fetch_drawing() -> bool:
    """Begin to fetch what draws pictures, if this site has it. Gives whether it is still on its way; outside of a
    browser there is nothing to fetch."""
    if not IN_BROWSER:
        return False
    if not _coming:
        import asyncio

        _coming.append(asyncio.ensure_future(_fetch_drawing()))
    return not _coming[0].done()


async def _fetch_drawing() -> None:
    import pyodide_js  # in a browser alone

    with suppress(Exception):  # a site without it is one without pictures
        await pyodide_js.loadPackage("matplotlib")

"""Pyodide, the Python that runs in a browser: got from npm's package, from a folder, or from an address.

npm's package is Python alone. matplotlib is in Pyodide's whole distribution, which a folder or an address can have.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from kit.errors import KitError
from kit.making.packing import File

VERSION = "314.0.7"  # of npm's package; the kernel of JupyterLite takes every 314
LOCK = "pyodide-lock.json"
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
DRAWING = "matplotlib"
WITHOUT_NPM = (
    "Give the folder or the address of a Pyodide that you have, as in --pyodide my-pyodide. Its releases, and npm's "
    f"package pyodide {VERSION}, are such folders when unpacked."
)
SECONDS = 30  # to wait for a server
NPM_SECONDS = 300  # to wait for npm
NODE_SECONDS = 600  # to wait for Node.js, which needs some ten
Get = Callable[[str], bytes | None]


@contextmanager
def source(named: str | None) -> Iterator[Get]:
    """Where Pyodide's files come from, as a function that gives the content of one, or None if it isn't there.

    `named` is a folder or an address; without it the files are npm's. Raises KitError, with the way round, if Pyodide
    is not to be had there.
    """
    with tempfile.TemporaryDirectory(prefix="kit-pyodide-") as place:
        if named is None:
            get = _folder(_from_npm(Path(place)))
        elif named.startswith(("http://", "https://")):
            get = _address(named)
        else:
            get = _folder(Path(named).expanduser())
        missing = [name for name in (*CORE, LOCK) if get(name) is None]
        if missing:
            raise KitError(f"{named or 'npm’s package'} isn't a Pyodide: {missing[0]} is missing. {WITHOUT_NPM}")
        yield get


def _from_npm(place: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise KitError(
            f"the command npm is missing, and Python for the browser comes from it. Install Node.js, or: {WITHOUT_NPM}"
        )
    command = [npm, "pack", f"pyodide@{VERSION}", "--silent", "--pack-destination", str(place)]
    try:
        done = subprocess.run(
            command, cwd=place, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=NPM_SECONDS
        )
        failed = done.returncode != 0
        last = (done.stderr.strip() or "nothing").splitlines()[-1]
    except subprocess.TimeoutExpired:
        failed, last = True, "nothing for five minutes"
    packed = next(place.glob("*.tgz"), None)
    if failed or packed is None:
        raise KitError(f"npm can't fetch the package pyodide {VERSION}. It says: {last}. {WITHOUT_NPM}")
    with tarfile.open(packed) as archive:
        archive.extractall(place, filter="data")
    return place / "package"


def _folder(folder: Path) -> Get:
    """Files in a folder, or in the one folder inside it, as a release has it when unpacked."""
    if not folder.is_dir():
        raise KitError(f"there is no folder {folder}. {WITHOUT_NPM}")
    inside = next(
        (place for place in (folder, folder / "pyodide", folder / "package") if (place / LOCK).is_file()), folder
    )

    def get(name: str) -> bytes | None:
        file = inside / name
        return file.read_bytes() if file.is_file() else None

    return get


def _address(address: str) -> Get:
    """Files of a server."""

    def get(name: str) -> bytes | None:
        try:
            with urllib.request.urlopen(f"{address.rstrip('/')}/{name}", timeout=SECONDS) as answer:
                return bytes(answer.read())
        except OSError:
            return None

    return get


def precompile(folder: Path, preload: Sequence[str]) -> bool:
    """Compile what a lesson imports of the Pyodide and the packages in a folder, which opens lessons in half the time.
    Gives whether that was done: it takes Node.js."""
    node = shutil.which("node")
    if node is None:
        return False
    with tempfile.TemporaryDirectory(prefix="kit-compiled-") as made, as_file(files("kit.site")) as here:
        script = here / "in_browser" / "precompile.mjs"
        command = [node, str(script), str(folder.resolve()), made, *preload]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=NODE_SECONDS
            )
        except subprocess.TimeoutExpired:
            return False
        if done.returncode:
            return False
        for file in Path(made).iterdir():
            shutil.copyfile(file, folder / file.name)
    return True


def drawing(get: Get) -> tuple[list[File], dict[str, Any]]:
    """What draws pictures: the files of matplotlib and of all that it needs, and their entries in Pyodide's list.

    Both are empty if they can't all be had, or are not what the list says.
    """
    listed = json.loads(get(LOCK) or b"{}").get("packages", {})
    entries: dict[str, Any] = {}
    waiting = [DRAWING]
    while waiting:
        name = waiting.pop()
        if name not in entries and name in listed:
            entries[name] = listed[name]
            waiting += listed[name]["depends"]
    found = []
    for entry in entries.values():
        content = get(entry["file_name"])
        if content is None or hashlib.sha256(content).hexdigest() != entry["sha256"]:
            return [], {}
        found.append(File(entry["file_name"], content))
    return found, entries

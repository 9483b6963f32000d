"""Files that are made, and zips of them: the same files always give the same zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

ONE_DAY = (2026, 1, 1, 0, 0, 0)  # of every file in a zip


@dataclass(frozen=True, slots=True)
class File:
    """A file that is made: its name, with forward slashes, its content, and the file to edit to change it."""

    name: str
    content: bytes
    made_from: str = ""


def zipped(files: Iterable[File], comment: bytes = b"") -> bytes:
    """A zip of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        out.comment = comment
        for file in files:
            entry = zipfile.ZipInfo(file.name, ONE_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            out.writestr(entry, file.content)
    return buffer.getvalue()

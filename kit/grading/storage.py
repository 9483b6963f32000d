"""Files that marking writes: whole or not at all, only if they change, and a sentence if they can't be written; and a
place outside of memory for what has to wait until the last pupil has been seen.
"""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from kit.atomic import piece_by_piece, write_atomic
from kit.errors import KitError

BYTE_ORDER_MARK = "\ufeff"  # by it spreadsheets know that a CSV is UTF-8


def write_file(path: Path, text: str) -> None:
    """Write a file. Raises KitError if that can't be done."""
    data = text.encode("utf-8", "replace")
    with _telling(path):
        if not path.is_file() or path.read_bytes() != data:
            write_atomic(path, data)


class _Hashing(io.RawIOBase):
    """Hands on what is written, and makes a hash of it."""

    def __init__(self, out: BinaryIO):
        self._out, self.hash = out, sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.hash.update(data)
        return self._out.write(data)


@contextmanager
def growing_file(path: Path, before: Callable[[str], None] | None = None) -> Iterator[TextIO]:
    """A file to write bit by bit; at the end of the block it takes the place of the old one, and `before` that is told
    the hash of the new one. A CSV begins with the sign of UTF-8. Raises KitError if it can't be written."""
    with _telling(path), piece_by_piece(path) as out:
        hashing = _Hashing(out)
        text = io.TextIOWrapper(io.BufferedWriter(hashing), "utf-8", errors="replace", newline="")
        if path.suffix == ".csv":
            text.write(BYTE_ORDER_MARK)
        yield text
        text.flush()
        if before:
            before(hashing.hash.hexdigest())


@contextmanager
def growing_bytes(path: Path) -> Iterator[BinaryIO]:
    """The same for a file that is no text."""
    with _telling(path), piece_by_piece(path) as out:
        yield out


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise KitError(
            f"{path} can't be written: {error.strerror}. Make room, or check that you may write there and that no "
            "other program has it open, and start again; nothing is lost."
        ) from None


@cache
def class_data(name: str) -> str:
    """A file of kit/data/classes: tables of a database, layouts of platforms, headings of a roster."""
    return files("kit").joinpath("data", "classes", name).read_text(encoding="utf-8")


def temporary_database(tables: str) -> sqlite3.Connection:
    """An empty database with these tables. It lies in a temporary file that has no name and is gone when it is closed,
    and keeps only a few pages in memory, so a class of any size takes the same."""
    base = sqlite3.connect("", isolation_level=None)
    base.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {tables} BEGIN;")
    return base

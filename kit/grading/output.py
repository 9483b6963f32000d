"""Files that marking writes: whole or not at all, only if they change, and a sentence if they can't be written."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kit.atomic import piece_by_piece, write_atomic
from kit.grading.errors import GradingError

SIGN = "\ufeff"  # stands before a CSV: by it spreadsheets know UTF-8


def put(path: Path, text: str) -> None:
    """Write a file. Raises GradingError if that can't be done."""
    data = text.encode("utf-8", "replace")
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != data:
            write_atomic(path, data)


@contextmanager
def growing(path: Path) -> Iterator[TextIO]:
    """A file to write bit by bit; at the end of the block it takes the place of the old one. A CSV begins with the sign
    of UTF-8. Raises GradingError if it can't be written."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with piece_by_piece(path) as out:
            text = io.TextIOWrapper(out, "utf-8", errors="replace", newline="")
            if path.suffix == ".csv":
                text.write(SIGN)
            yield text
            text.detach()  # writes what is left


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise GradingError(
            f"{path} can't be written: {error.strerror}. Make room, or see that you may write there and that no other "
            "program has it open, and start again; nothing is lost."
        ) from None

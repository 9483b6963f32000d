"""Writing a file whole or not at all: nobody ever finds half of one, and a failed try leaves the old one as it was."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from filecmp import cmp
from pathlib import Path
from typing import BinaryIO

PART = ".part"


def write_atomic(path: Path, content: bytes, private: bool = False, durable: bool = False) -> None:
    """Write beside the file, then put it in place in one step. Raises OSError, and then leaves nothing behind.

    A file that was there keeps its permissions. A new one gets those of any new file or, if it is `private`, is for its
    owner alone. A `durable` one is on the disk, and not only on its way there, when this comes back.
    """
    part = _beside(path)
    try:
        part.touch(0o600 if private else 0o666, exist_ok=False)
        part.write_bytes(content)
        if durable:
            with part.open("rb+") as written:
                os.fsync(written.fileno())
        _put(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


@contextmanager
def piece_by_piece(path: Path) -> Iterator[BinaryIO]:
    """The same for a file that is too large to be held in memory: what is written in the block takes the file's place
    at its end, if anything of it changed.

    Raises OSError. If that or any other error ends the block, the old file stays and nothing is left behind.
    """
    part = _beside(path)
    try:
        with part.open("xb") as out:
            yield out
        if path.is_file() and cmp(part, path, shallow=False):
            part.unlink()
        else:
            _put(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def sweep_parts(folder: Path) -> None:
    """Take away what a run that was killed has left half written in a folder that nobody else writes to."""
    for part in folder.glob(f".*{PART}"):
        with suppress(OSError):
            part.unlink()


def _put(part: Path, path: Path) -> None:
    with suppress(OSError):  # a new file has no permissions to keep, and some disks know none
        part.chmod(path.stat().st_mode)
    os.replace(part, path)


def _beside(path: Path) -> Path:
    """Another name each time: two notebooks that write one file at once must not write into one another's part."""
    return path.with_name(f".{path.name[:50]}.{secrets.token_hex(4)}{PART}")

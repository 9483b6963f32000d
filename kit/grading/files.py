"""The files of what a class handed in, from a folder or a zip, however deep they lie. Nothing is unpacked to the disk.

A link is not followed, a zip is read piece by piece up to a limit, and a name that would lead out of its folder is only
ever a name: whatever is wrong with a file becomes a flag, and the next file is read.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from kit.grading.audited import is_page
from kit.grading.errors import GradingError
from kit.grading.limits import Limits

IGNORED = ("__MACOSX", ".ipynb_checkpoints", ".git", "__pycache__")
IGNORED_FILES = (".DS_Store", "Thumbs.db", "desktop.ini")
BLOCK = 65_536  # bytes read at a time
# What can be an answer. Anything else that lies about (pictures, text, a spreadsheet) is nobody's fault and is counted.
READ = (".json", ".ipynb", ".html", ".htm")
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError)


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that was handed in: its place below the folder or zip, its bytes, and when it was last changed."""

    place: str
    data: bytes
    changed: datetime | None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was not read, and why. `worth_telling` is false for what simply is no answer."""

    place: str
    why: str
    worth_telling: bool = True


def collect(source: Path, limits: Limits) -> Iterator[Piece | Unread]:
    """Every file below a folder or in a zip, one at a time, in the order of their names.

    Raises GradingError if there is no such folder or zip.
    """
    if source.is_dir():
        yield from _in_folder(source, "", limits, limits.folders)
    elif source.is_file() and zipfile.is_zipfile(source):
        with source.open("rb") as file:
            yield from _in_zip(file, "", limits, limits.zips, _Left(limits.files))
    elif source.is_file():
        yield from _file(source, source.name, limits)
    else:
        raise GradingError(f"there is no folder or zip {source}. Check the name and the folder you are in.")


def _in_folder(folder: Path, above: str, limits: Limits, deeper: int) -> Iterator[Piece | Unread]:
    try:
        found = sorted(os.listdir(folder))  # names alone: a class of ten thousand has many
    except OSError as error:
        yield Unread(above or str(folder), f"this folder can't be opened: {error.strerror}")
        return
    for name in found[: limits.files]:
        path, place = folder / name, f"{above}{_shown(name)}"
        if os.path.islink(path):
            yield Unread(place, "it is a link to somewhere else, and links are not followed")
        elif os.path.isdir(path):
            if name in IGNORED:
                continue
            if deeper <= 0:
                yield Unread(place, f"it lies more than {limits.folders} folders deep")
            else:
                yield from _in_folder(path, f"{place}/", limits, deeper - 1)
        elif name not in IGNORED_FILES and not name.startswith("."):
            yield from _file(path, place, limits)
    if len(found) > limits.files:
        yield Unread(above or str(folder), f"it holds more than {limits.files:,} files; the others were not read")


def _file(path: Path, place: str, limits: Limits) -> Iterator[Piece | Unread]:
    """One file of a folder; a zip in it is looked into."""
    try:
        facts = path.stat(follow_symlinks=False)
        if not stat.S_ISREG(facts.st_mode):  # a pipe would wait for ever
            yield Unread(place, "it is no ordinary file")
            return
        ending = path.suffix.lower()
        if ending == ".zip":
            with path.open("rb") as file:
                yield from _in_zip(file, f"{place}/", limits, limits.zips, _Left(limits.files))
        elif ending not in READ:
            yield Unread(place, "it is neither a hand-in (.json) nor a notebook (.ipynb)", worth_telling=False)
        elif facts.st_size > limits.bytes:
            yield Unread(place, _too_big(facts.st_size, limits), worth_telling=not is_page(place))
        else:
            with path.open("rb") as file:
                data = file.read(limits.bytes + 1)
            yield Piece(place, data, datetime.fromtimestamp(facts.st_mtime, UTC).replace(microsecond=0))
    except BROKEN as error:
        yield Unread(place, f"it can't be read: {getattr(error, 'strerror', None) or error}")


class _Left:
    """How many more files a zip may hold, those of zips in it counted."""

    def __init__(self, most: int):
        self.most = self._left = most

    def take(self) -> bool:
        """One file; False if there may be no more."""
        self._left -= 1
        return self._left >= 0


def _in_zip(file: IO[bytes], above: str, limits: Limits, deeper: int, left: _Left) -> Iterator[Piece | Unread]:
    """The files in a zip. `deeper` says how many more zips may be opened inside."""
    try:
        with zipfile.ZipFile(file) as opened:
            often: Counter[str] = Counter()
            for member in sorted(opened.infolist(), key=lambda member: member.filename):
                if not left.take():
                    yield Unread(above.rstrip("/"), f"it holds more than {left.most:,} files; the others were not read")
                    return
                often[member.filename] += 1
                yield from _member(opened, member, above, limits, deeper, left, often[member.filename])
    except BROKEN as error:
        yield Unread(above.rstrip("/"), f"this zip can't be read: {error}")


def _member(
    opened: zipfile.ZipFile, member: zipfile.ZipInfo, above: str, limits: Limits, deeper: int, left: _Left, nth: int
) -> Iterator[Piece | Unread]:
    """One file in a zip, unpacked in memory, and never further than the limit. A zip may hold one name twice: then the
    second gets a number, and both are read, as two tries."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if nth > 1 and path.name:
        path = path.with_name(f"{path.stem} ({nth}){path.suffix}")
    if member.is_dir() or set(path.parts) & set(IGNORED):
        return
    if path.name in IGNORED_FILES or path.name.startswith("."):
        return
    place = f"{above}{_shown(str(path))}"
    ending = path.suffix.lower()
    if ".." in path.parts or path.is_absolute() or ":" in path.parts[0]:
        yield Unread(place, "its name leads out of the zip")
    elif stat.S_ISLNK(member.external_attr >> 16):
        yield Unread(place, "it is a link to somewhere else, and links are not followed")
    elif ending not in (*READ, ".zip"):
        yield Unread(place, "it is neither a hand-in (.json) nor a notebook (.ipynb)", worth_telling=False)
    elif member.flag_bits & 1:
        yield Unread(place, "it is locked with a password. Ask for it without one")
    elif member.file_size > limits.bytes:  # what the zip says of itself; the reading below trusts nothing
        yield Unread(place, _too_big(member.file_size, limits), worth_telling=not is_page(place))
    elif ending == ".zip" and deeper <= 1:
        yield Unread(place, f"more than {limits.zips} zips lie one inside the other")
    else:
        yield from _unpacked(opened, member, place, limits, deeper, left)


def _unpacked(
    opened: zipfile.ZipFile, member: zipfile.ZipInfo, place: str, limits: Limits, deeper: int, left: _Left
) -> Iterator[Piece | Unread]:
    try:
        data = bytearray()
        with opened.open(member) as file:
            while len(data) <= limits.bytes and (block := file.read(BLOCK)):
                data += block
    except BROKEN as error:
        yield Unread(place, f"it can't be unpacked: {error}")
        return
    if len(data) > limits.bytes:
        yield Unread(place, _too_big(len(data), limits))
    elif place.lower().endswith(".zip"):
        # A zip in the zip of a class is one pupil's, who may not take what the others need.
        left = _Left(limits.inner) if deeper == limits.zips else left
        yield from _in_zip(io.BytesIO(data), f"{place}/", limits, deeper - 1, left)
    else:
        yield Piece(place, bytes(data), _when(member))


def _when(member: zipfile.ZipInfo) -> datetime | None:
    """A zip holds local times without a zone. They are taken as they are: nobody can know better."""
    try:
        return datetime(*member.date_time, tzinfo=UTC)
    except ValueError:
        return None


def _too_big(size: int, limits: Limits) -> str:
    return f"it has more than {limits.bytes:,} bytes" if size else "it is empty"


def _shown(name: str) -> str:
    """A name as it can be written anywhere: bytes that are no text, and lone surrogates, become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")

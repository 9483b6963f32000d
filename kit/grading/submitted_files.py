"""The files of what a class handed in, from a folder or a zip, however deep they lie. Nothing is unpacked to the disk.

A link is not followed, a zip is read piece by piece up to a limit, and a name that would lead out of its folder is only
ever a name: whatever is wrong with a file becomes its problem, and the next file is read.
"""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePosixPath
from typing import IO

from kit.errors import KitError
from kit.grading.limits import Limits

IGNORED = {"__MACOSX", ".ipynb_checkpoints", ".git", "__pycache__"}
IGNORED_FILES = ("Thumbs.db", "desktop.ini")
# What can be an answer. Anything else that lies about (pictures, text, a spreadsheet) is nobody's fault and is counted.
PAGES = (".html", ".htm")
READ = (".json", ".ipynb", *PAGES)
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError)
DRIVE = re.compile("[A-Za-z]:")  # nbgrader has times, with colons, in the names of its folders
# Ways to pack of which a little gives no more than it should at once; of the others a little may give gigabytes.
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
LONGEST_NAME, SHOWN_NAME = 1_000, 80  # characters of a name in a zip, with its folders
ENTRY_BYTES = 600  # in the list of a zip, for each file that it may hold
END_OF_ZIP, END_OF_LARGE_ZIP = b"PK\x05\x06", b"PK\x06\x07"
ZIP_TAIL = 65_557 + 76  # bytes in which the end of a zip stands, with a comment as long as it may be
NOT_OPENED = "unread "  # begins the hash of what was not even opened
LINK = "it is a link to somewhere else, and links are not followed"


@dataclass(frozen=True, slots=True)
class SubmittedFile:
    """A file that was handed in: its place below the folder or zip, its bytes, and when it was last changed.

    If it was not read, `problem` says why; `worth_telling` is false for what simply is no answer.
    """

    place: str
    data: bytes = b""
    changed: datetime | None = None
    problem: str = ""
    worth_telling: bool = True

    @property
    def hash(self) -> str:
        """What tells whether the file is still the same; that of what was not even opened comes from its place."""
        if self.problem:
            return NOT_OPENED + sha256(f"{self.place}\n{self.problem}".encode()).hexdigest()
        return sha256(self.data).hexdigest()

    @property
    def is_page(self) -> bool:
        """Is this a web page, by its name?"""
        return self.place.lower().endswith(PAGES)


def collect(source: Path, limits: Limits) -> Iterator[SubmittedFile]:
    """Every file below a folder or in a zip, one at a time, in the order of their names.

    Raises KitError if there is no such folder or zip.
    """
    collector = _Collector(limits)
    if source.is_dir():
        yield from collector.in_folder(source, "", limits.folders)
    elif source.is_file() and zipfile.is_zipfile(source):
        with source.open("rb") as file:
            yield from collector.in_class_zip(file, "")
    elif source.is_file():
        yield from collector.file(source, source.name)
    else:
        raise KitError(f"there is no folder or zip {source}. Check the name and the folder you are in.")


class _Collector:
    """Goes through folders and zips, within the limits."""

    def __init__(self, limits: Limits):
        self._limits = limits
        self._too_big = f"it has more than {limits.bytes:,} bytes"

    def in_folder(self, folder: Path, above: str, deeper: int) -> Iterator[SubmittedFile]:
        """The files of a folder, whose places begin with `above`, and of so many folders one inside the other."""
        try:
            found = sorted(os.listdir(folder))  # names alone: a class of ten thousand has many
        except OSError as error:
            yield SubmittedFile(above or str(folder), problem=f"this folder can't be opened: {error.strerror}")
            return
        for name in found[: self._limits.files]:
            path, place = folder / name, f"{above}{_printable(name)}"
            if os.path.islink(path):
                yield SubmittedFile(place, problem=LINK)
            elif not os.path.isdir(path):
                if not _is_hidden(name):
                    yield from self.file(path, place)
            elif name not in IGNORED and deeper <= 0:
                yield SubmittedFile(place, problem=f"it is more than {self._limits.folders} folders deep")
            elif name not in IGNORED:
                yield from self.in_folder(path, f"{place}/", deeper - 1)
        if len(found) > self._limits.files:
            yield _too_many(above or str(folder), self._limits.files)

    def file(self, path: Path, place: str) -> Iterator[SubmittedFile]:
        """One file of a folder; a zip in it is looked into."""
        try:
            facts = path.stat(follow_symlinks=False)
            if not stat.S_ISREG(facts.st_mode):  # a pipe would wait for ever
                yield SubmittedFile(place, problem="it isn't an ordinary file")
            elif path.suffix.lower() == ".zip":
                with path.open("rb") as file:
                    yield from self.in_class_zip(file, f"{place}/")
            elif refused := self._refused(place, facts.st_size, READ):
                yield refused
            else:
                with path.open("rb") as file:
                    data = file.read(self._limits.bytes + 1)
                yield SubmittedFile(place, data, datetime.fromtimestamp(facts.st_mtime, UTC).replace(microsecond=0))
        except BROKEN as error:
            yield SubmittedFile(place, problem=f"it can't be read: {getattr(error, 'strerror', None) or error}")

    def in_class_zip(self, file: IO[bytes], above: str) -> Iterator[SubmittedFile]:
        """The files in a zip that lies in no other."""
        return self._in_zip(file, above, self._limits.zips, self._limits.files, count(1))

    def _in_zip(
        self, file: IO[bytes], above: str, deeper: int, most: int, taken: Iterator[int]
    ) -> Iterator[SubmittedFile]:
        """The files in a zip. `deeper` says how many more zips may be opened inside; `taken` counts up to `most` files,
        those of zips in it as well."""
        if directory_bytes(file) > most * ENTRY_BYTES:  # it would be read whole before anything of it is seen
            yield _too_many(above.rstrip("/"), most)
            return
        try:
            with zipfile.ZipFile(file) as opened:
                often: Counter[str] = Counter()
                for member in sorted(opened.infolist(), key=lambda member: member.filename):
                    if next(taken) > most:
                        yield _too_many(above.rstrip("/"), most)
                        return
                    if len(member.filename) > LONGEST_NAME:
                        cut = f"{above}{_printable(member.filename[:SHOWN_NAME])}…"
                        yield SubmittedFile(cut, problem=f"its name has more than {LONGEST_NAME} characters")
                        continue
                    often[member.filename] += 1
                    path = PurePosixPath(member.filename.replace("\\", "/"))
                    if (nth := often[member.filename]) > 1 and path.name:
                        # A zip may hold one name twice: then both are read, as two tries.
                        path = path.with_name(f"{path.stem} ({nth}){path.suffix}")
                    if member.is_dir() or _is_hidden(path.name) or IGNORED & set(path.parts):
                        continue
                    found = self._member(opened, member, path, f"{above}{_printable(str(path))}", deeper)
                    if found.problem or path.suffix.lower() != ".zip":
                        yield found
                    else:
                        # A zip in the zip of a class is one pupil's, who may not take what the others need.
                        share = (self._limits.inner, count(1)) if deeper == self._limits.zips else (most, taken)
                        yield from self._in_zip(io.BytesIO(found.data), f"{found.place}/", deeper - 1, *share)
        except BROKEN as error:
            yield SubmittedFile(above.rstrip("/"), problem=f"this zip can't be read: {error}")

    def _member(
        self, opened: zipfile.ZipFile, member: zipfile.ZipInfo, path: PurePosixPath, place: str, deeper: int
    ) -> SubmittedFile:
        """One file in a zip, unpacked in memory, and never further than the limit."""
        is_zip = path.suffix.lower() == ".zip"
        if ".." in path.parts or path.is_absolute() or DRIVE.match(path.parts[0]):
            return SubmittedFile(place, problem="its name points outside the zip")
        if len(path.parts) > self._limits.folders + 1:
            return SubmittedFile(place, problem=f"it is more than {self._limits.folders} folders deep")
        if stat.S_ISLNK(member.external_attr >> 16):
            return SubmittedFile(place, problem=LINK)
        if refused := self._refused(place, member.file_size, READ + (".zip",) * is_zip):
            return refused  # by what the zip says of its size; the reading below trusts nothing
        if member.flag_bits & 1:
            return SubmittedFile(place, problem="it is locked with a password. Ask for it without one")
        if member.compress_type not in PACKED:
            return SubmittedFile(
                place, problem="it is packed in a way that the kit can't read. Ask for an ordinary zip"
            )
        if is_zip and deeper <= 1:
            return SubmittedFile(place, problem=f"more than {self._limits.zips} zips are nested inside each other")
        try:
            with opened.open(member) as file:
                data = file.read(self._limits.bytes + 1)
        except BROKEN as error:
            return SubmittedFile(place, problem=f"it can't be unpacked: {error}")
        if len(data) > self._limits.bytes:
            return SubmittedFile(place, problem=self._too_big)
        return SubmittedFile(place, data, _changed(member))

    def _refused(self, place: str, size: int, endings: tuple[str, ...]) -> SubmittedFile | None:
        """The file as one that is not read, if it is no answer by its name, or too big."""
        if not place.lower().endswith(endings):
            why = "it is neither a hand-in (.json) nor a notebook (.ipynb)"
            return SubmittedFile(place, problem=why, worth_telling=False)
        if size > self._limits.bytes:
            return SubmittedFile(place, problem=self._too_big, worth_telling=not place.lower().endswith(PAGES))
        return None


def directory_bytes(file: IO[bytes]) -> int:
    """How many bytes the list of a zip's files has, by what the zip says of itself; 0 if it says nothing."""
    length = file.seek(0, os.SEEK_END)
    file.seek(max(0, length - ZIP_TAIL))
    tail = file.read()
    at = len(tail) - 22 if tail[-22:-18] == END_OF_ZIP else tail.rfind(END_OF_ZIP)
    if at < 0 or len(tail) < at + 22:
        return 0
    (size,) = struct.unpack_from("<I", tail, at + 12)
    if at >= 76 and tail[at - 20 : at - 16] == END_OF_LARGE_ZIP:  # then the record before it counts
        (size,) = struct.unpack_from("<Q", tail, at - 76 + 40)
    return min(int(size), length)


def _changed(member: zipfile.ZipInfo) -> datetime | None:
    """A zip holds local times without a zone. They are taken as they are: nobody can know better."""
    try:
        return datetime(*member.date_time, tzinfo=UTC)
    except ValueError:
        return None


def _too_many(place: str, most: int) -> SubmittedFile:
    return SubmittedFile(place, problem=f"it has more than {most:,} files; the others were not read")


def _is_hidden(name: str) -> bool:
    """Is this the name of a file that systems leave about?"""
    return not name or name in IGNORED_FILES or name.startswith(".")


def _printable(name: str) -> str:
    """A name as it can be written anywhere: bytes that are no text, and lone surrogates, become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")

"""The files of what a class handed in, from a folder or a zip, however deep they lie. Nothing is unpacked to the disk.

A link is not followed, a zip is read piece by piece up to a limit, and a name that would lead out of its folder is only
ever a name: whatever is wrong with a file becomes its problem, and the next file is read.
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

from kit.errors import KitError
from kit.grading.limits import Limits

IGNORED = {"__MACOSX", ".ipynb_checkpoints", ".git", "__pycache__"}
IGNORED_FILES = ("Thumbs.db", "desktop.ini")
BLOCK = 65_536  # bytes read at a time
# What can be an answer. Anything else that lies about (pictures, text, a spreadsheet) is nobody's fault and is counted.
PAGES = (".html", ".htm")
READ = (".json", ".ipynb", *PAGES)
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError)
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
    def is_page(self) -> bool:
        """Is this a web page, by its name?"""
        return self.place.lower().endswith(PAGES)


class _Allowance:
    """How many files a zip may hold, those of zips in it counted."""

    def __init__(self, most: int):
        self.most, self.taken = most, 0


def collect(source: Path, limits: Limits) -> Iterator[SubmittedFile]:
    """Every file below a folder or in a zip, one at a time, in the order of their names.

    Raises KitError if there is no such folder or zip.
    """
    if source.is_dir():
        yield from _in_folder(source, "", limits, limits.folders)
    elif source.is_file() and zipfile.is_zipfile(source):
        with source.open("rb") as file:
            yield from _in_zip(file, "", limits, limits.zips, _Allowance(limits.files))
    elif source.is_file():
        yield from _file(source, source.name, limits)
    else:
        raise KitError(f"there is no folder or zip {source}. Check the name and the folder you are in.")


def _in_folder(folder: Path, above: str, limits: Limits, deeper: int) -> Iterator[SubmittedFile]:
    try:
        found = sorted(os.listdir(folder))  # names alone: a class of ten thousand has many
    except OSError as error:
        yield SubmittedFile(above or str(folder), problem=f"this folder can't be opened: {error.strerror}")
        return
    for name in found[: limits.files]:
        path, place = folder / name, f"{above}{_printable(name)}"
        if os.path.islink(path):
            yield SubmittedFile(place, problem=LINK)
        elif os.path.isdir(path):
            if name in IGNORED:
                continue
            if deeper <= 0:
                yield SubmittedFile(place, problem=f"it lies more than {limits.folders} folders deep")
            else:
                yield from _in_folder(path, f"{place}/", limits, deeper - 1)
        elif name not in IGNORED_FILES and not name.startswith("."):
            yield from _file(path, place, limits)
    if len(found) > limits.files:
        yield _too_many(above or str(folder), limits.files)


def _file(path: Path, place: str, limits: Limits) -> Iterator[SubmittedFile]:
    """One file of a folder; a zip in it is looked into."""
    try:
        facts = path.stat(follow_symlinks=False)
        if not stat.S_ISREG(facts.st_mode):  # a pipe would wait for ever
            yield SubmittedFile(place, problem="it is no ordinary file")
        elif path.suffix.lower() == ".zip":
            with path.open("rb") as file:
                yield from _in_zip(file, f"{place}/", limits, limits.zips, _Allowance(limits.files))
        elif refused := _refused(place, facts.st_size, limits):
            yield refused
        else:
            with path.open("rb") as file:
                data = file.read(limits.bytes + 1)
            yield SubmittedFile(place, data, datetime.fromtimestamp(facts.st_mtime, UTC).replace(microsecond=0))
    except BROKEN as error:
        yield SubmittedFile(place, problem=f"it can't be read: {getattr(error, 'strerror', None) or error}")


def _in_zip(file: IO[bytes], above: str, limits: Limits, deeper: int, allowance: _Allowance) -> Iterator[SubmittedFile]:
    """The files in a zip. `deeper` says how many more zips may be opened inside."""
    try:
        with zipfile.ZipFile(file) as opened:
            often: Counter[str] = Counter()
            for member in sorted(opened.infolist(), key=lambda member: member.filename):
                if allowance.taken == allowance.most:
                    yield _too_many(above.rstrip("/"), allowance.most)
                    return
                allowance.taken += 1
                often[member.filename] += 1
                path = PurePosixPath(member.filename.replace("\\", "/"))
                if (nth := often[member.filename]) > 1 and path.name:
                    # A zip may hold one name twice: then both are read, as two tries.
                    path = path.with_name(f"{path.stem} ({nth}){path.suffix}")
                hidden = path.name in ("", *IGNORED_FILES) or path.name.startswith(".") or IGNORED & set(path.parts)
                if not (hidden or member.is_dir()):
                    yield from _member(opened, member, path, above, limits, deeper, allowance)
    except BROKEN as error:
        yield SubmittedFile(above.rstrip("/"), problem=f"this zip can't be read: {error}")


def _member(
    opened: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    path: PurePosixPath,
    above: str,
    limits: Limits,
    deeper: int,
    allowance: _Allowance,
) -> Iterator[SubmittedFile]:
    """One file in a zip, unpacked in memory, and never further than the limit."""
    place = f"{above}{_printable(str(path))}"
    is_zip = path.suffix.lower() == ".zip"
    if ".." in path.parts or path.is_absolute() or ":" in path.parts[0]:
        yield SubmittedFile(place, problem="its name leads out of the zip")
    elif stat.S_ISLNK(member.external_attr >> 16):
        yield SubmittedFile(place, problem=LINK)
    elif refused := _refused(place, member.file_size, limits, READ + (".zip",) * is_zip):
        yield refused  # by what the zip says of its size; the reading below trusts nothing
    elif member.flag_bits & 1:
        yield SubmittedFile(place, problem="it is locked with a password. Ask for it without one")
    elif is_zip and deeper <= 1:
        yield SubmittedFile(place, problem=f"more than {limits.zips} zips lie one inside the other")
    else:
        try:
            data = _unpacked(opened, member, limits)
        except BROKEN as error:
            yield SubmittedFile(place, problem=f"it can't be unpacked: {error}")
            return
        if len(data) > limits.bytes:
            yield SubmittedFile(place, problem=_too_big(limits))
        elif is_zip:
            # A zip in the zip of a class is one pupil's, who may not take what the others need.
            allowance = _Allowance(limits.inner) if deeper == limits.zips else allowance
            yield from _in_zip(io.BytesIO(data), f"{place}/", limits, deeper - 1, allowance)
        else:
            yield SubmittedFile(place, data, _changed(member))


def _unpacked(opened: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> bytes:
    data = bytearray()
    with opened.open(member) as file:
        while len(data) <= limits.bytes and (block := file.read(BLOCK)):
            data += block
    return bytes(data)


def _changed(member: zipfile.ZipInfo) -> datetime | None:
    """A zip holds local times without a zone. They are taken as they are: nobody can know better."""
    try:
        return datetime(*member.date_time, tzinfo=UTC)
    except ValueError:
        return None


def _refused(place: str, size: int, limits: Limits, endings: tuple[str, ...] = READ) -> SubmittedFile | None:
    """The file as one that is not read, if it is no answer by its name, or too big."""
    if not place.lower().endswith(endings):
        why = "it is neither a hand-in (.json) nor a notebook (.ipynb)"
        return SubmittedFile(place, problem=why, worth_telling=False)
    if size > limits.bytes:
        return SubmittedFile(place, problem=_too_big(limits), worth_telling=not place.lower().endswith(PAGES))
    return None


def _too_big(limits: Limits) -> str:
    return f"it has more than {limits.bytes:,} bytes"


def _too_many(place: str, most: int) -> SubmittedFile:
    return SubmittedFile(place, problem=f"it holds more than {most:,} files; the others were not read")


def _printable(name: str) -> str:
    """A name as it can be written anywhere: bytes that are no text, and lone surrogates, become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")

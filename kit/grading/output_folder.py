"""The folder that marking writes into: what the kit did not write there is neither replaced nor removed.

A page of the kit is known by a line in its head. A table may be worked on in a spreadsheet and saved under its own
name, so the gradebook remembers how each looked when it was written: one that looks otherwise has become somebody's
work, and is set aside under another name. Links are not followed.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from filelock import FileLock, Timeout

from kit.atomic import sweep_parts
from kit.errors import KitError
from kit.grading.gradebook import Gradebook
from kit.grading.storage import growing_bytes, growing_file, write_file

BOOK = "gradebook.sqlite"
FEEDBACK = "feedback"
TO_READ = "to-read.csv"
PAGES = ("class.html", "to-read.html")
TABLES = ("grades.csv", "questions.csv", "canvas.csv", "moodle.csv", TO_READ)
ZIPS = tuple(f"return-{way}.zip" for way in ("moodle", "canvas", "nbgrader", "folders"))
ZIP_MARK = b"Made by kit grade"  # a zip of the kit ends with it
LOCK = ".kit-grade.lock"
LOCK_SECONDS = 600.0  # that a second run waits for the first
HEAD_BYTES = 1000  # in which a page shows that it is the kit's
# By this a page of the kit is known; the second is of an older kit.
MARKS = (b'<meta name="generator" content="kit grade">', b'content="default-src &#39;none&#39;; style-src &#39;sha256-')
PAGE_NAME = re.compile(r"\d{4,9}(?:-[a-z0-9-]+)?\.html")


@contextmanager
def one_at_a_time(folder: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Nobody else marks into this folder meanwhile. If somebody does, that is told, and waited for.

    Raises KitError if it takes too long, or if the folder can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        refuse_link(folder / LOCK)
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            tell(f"Another run is working in {folder}. This one carries on when that is done.")
            lock.acquire(timeout=LOCK_SECONDS)
    except Timeout:
        raise KitError(
            f"another run has been working in {folder} for {LOCK_SECONDS / 60:.0f} minutes. Let it finish, or stop it, "
            "and start again; nothing is lost."
        ) from None
    except OSError as error:
        raise KitError(
            f"{folder / BOOK} can't be written: {error.strerror}. Choose a folder that you may write to: -o marks"
        ) from None
    try:
        yield
    finally:
        lock.release()


class OutputFolder:
    """The folder of a marked class, with its gradebook open; `tell` is called with what a teacher should know."""

    def __init__(self, path: Path, book: Gradebook, tell: Callable[[str], None]):
        self.path, self._book, self._tell = path, book, tell
        for folder in (path, path / FEEDBACK):
            sweep_parts(folder)

    def check(self) -> None:
        """Raises KitError if something stands in the way that is not the kit's."""
        for name in (FEEDBACK, *PAGES, *TABLES, *ZIPS):
            refuse_link(self.path / name)
        for name in (*PAGES, *TABLES, *ZIPS):
            if (self.path / name).exists() and not self._is_ours(self.path / name):
                raise foreign(self.path / name)
        if (self.path / FEEDBACK).exists() and not (self.path / FEEDBACK).is_dir():
            raise foreign(self.path / FEEDBACK)

    def changed_table(self, name: str) -> bool:
        """Is there such a table, and is it not as the kit has written it?"""
        path = self.path / name
        return path.is_file() and sha256(path.read_bytes()).hexdigest() not in self._book.tables.written(name)

    def took(self, name: str) -> None:
        """All that somebody wrote into a table is in the gradebook: it may be written anew."""
        self._book.tables.wrote(name, sha256((self.path / name).read_bytes()).hexdigest())

    def set_changed_aside(self) -> None:
        """Give tables that somebody has worked on another name, so that they are not lost."""
        for name in TABLES:
            if self.changed_table(name):
                path = self.path / name
                kept = free_name(path)
                os.replace(path, kept)
                self._tell(f"{name} had been changed since the kit wrote it. The changed one is kept as {kept.name}.")

    def write_page(self, name: str, text: str) -> None:
        """Write a page. Raises KitError if that can't be done, or if another file stands there."""
        path = self.path / name
        refuse_link(path)
        if path.exists() and not self._is_ours(path):
            raise foreign(path)
        write_file(path, text)

    def page(self, name: str) -> AbstractContextManager[TextIO]:
        """A page to write bit by bit."""
        return growing_file(self.path / name)

    def table(self, name: str) -> AbstractContextManager[TextIO]:
        """A table to write bit by bit; the gradebook remembers how it looks."""
        return growing_file(self.path / name, lambda digest: self._book.tables.wrote(name, digest))

    @contextmanager
    def zip(self, name: str) -> Iterator[zipfile.ZipFile]:
        """A zip to write file by file; at the end of the block it takes the place of the old one."""
        with growing_bytes(self.path / name) as out, zipfile.ZipFile(out, "w") as made:
            made.comment = ZIP_MARK
            yield made

    def done(self, zips: Collection[str]) -> None:
        """All is written: only the tables as they are now are the kit's, and of its zips these are left."""
        for name in set(ZIPS) - set(zips):
            if (self.path / name).exists():  # `check` has seen that it is the kit's
                (self.path / name).unlink()
        for name in TABLES:
            self._book.tables.wrote_only(name)

    def sweep(self, wanted: Callable[[int], str]) -> None:
        """Take away pages of the kit in feedback/ that nobody has any more: `wanted` gives the name for a number."""
        folder = self.path / FEEDBACK
        for name in sorted(os.listdir(folder)) if folder.is_dir() else ():
            path = folder / name
            ours = PAGE_NAME.fullmatch(name) and not path.is_symlink() and self._is_ours(path)
            if ours and name != wanted(int(name.partition("-")[0].partition(".")[0])):
                path.unlink()

    def _is_ours(self, path: Path) -> bool:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            if path.suffix == ".zip":
                file.seek(max(0, path.stat().st_size - len(ZIP_MARK)))
                return file.read() == ZIP_MARK
            head = file.read(HEAD_BYTES)
        if path.suffix == ".html":
            return any(mark in head for mark in MARKS)
        first = head.removeprefix(b"\xef\xbb\xbf").lower()
        return any(
            first.startswith(word) for word in (b"name", b"student", b"id number", b"pupil", b'"name', b'"pupil')
        )


def refuse_link(path: Path) -> None:
    """Raises KitError if this is a link to somewhere else."""
    if path.is_symlink():
        raise KitError(
            f"{path} is a link, and links are not followed. Remove it, or choose another folder, as in: -o marks-2"
        )


def foreign(path: Path) -> KitError:
    """The error to raise where a file stands that the kit did not write."""
    return KitError(
        f"{path} is there already, and the kit didn't write it. Move it, or choose another folder, as in: -o marks-2"
    )


def free_name(path: Path) -> Path:
    """A name beside a file that nothing has yet: grades-1.csv, grades-2.csv …"""
    number = 1
    while (other := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists() or other.is_symlink():
        number += 1
    return other

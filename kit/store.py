"""Small JSON files beside a notebook or a course, in which the kit keeps what a person did there.

A file is written whole or not at all, by one writer at a time where several may write. One that can't be understood is
never written over: its user sets it aside under another name, or says what to do.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any, TypeVar

from kit.atomic import write_atomic
from kit.browser import IN_BROWSER, keeps_files, why_not_kept
from kit.errors import KitError

COURSE_NOTE = ".who-says-so.json"  # stands in the top folder of a course that `kit lab` has laid out
COURSE_PARTS = ("notebooks", "exercises")
VERSION = 1
MOST_BYTES = 20_000_000  # no notebook has so much to keep
LOCK_SECONDS = 10  # to wait for another window that is writing

T = TypeVar("T")


class DamagedError(ValueError):
    """The file is none that the kit has written."""


class JsonStore:
    """One such file. `error` is raised, with a sentence, for a file that can't be used as it is; a `private` one is for
    its owner alone.

    >>> JsonStore(Path("nowhere.json"), KitError).load(dict) is None
    True
    """

    def __init__(self, file: Path, error: type[KitError], private: bool = False) -> None:
        self.file, self.error, self.private = file, error, private

    def load(self, read: Callable[[Any], T]) -> T | None:
        """What `read` makes of the file; None if there is none.

        Raises DamagedError if the file is no JSON or `read` stumbles over it, and the store's own error if it can't be
        opened or a newer kit has written it.
        """
        try:
            if self.file.stat().st_size > MOST_BYTES:
                raise DamagedError
            whole = json.loads(self.file.read_bytes().decode("utf-8"))
            made = read(whole)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self.error(f"The file {self.file} beside this notebook can't be opened: {error.strerror}.") from None
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise DamagedError from None
        version = whole.get("version")
        if isinstance(version, int) and version > VERSION:
            raise self.error(f"The file {self.file} was written by a newer kit. Update the kit to go on with it.")
        return made

    def save(self, content: Mapping[str, Any]) -> None:
        """Write the file anew, with the version before the content. Raises OSError; then the old one is still there."""
        if not keeps_files():
            raise OSError(why_not_kept())
        text = json.dumps({"version": VERSION, **content}, indent=1, ensure_ascii=False)
        write_atomic(self.file, f"{text}\n".encode("utf-8", "replace"), private=self.private, durable=True)

    def load_by_text(self, read: Callable[[Any], T]) -> dict[str, list[T]]:
        """The same of a file that keeps a list for each text, by its `text_key`; `read` makes one entry."""
        return self.load(lambda whole: {key: [*map(read, listed)] for key, listed in whole["texts"].items()}) or {}

    def save_by_text(self, texts: Mapping[str, Sequence[Any]]) -> None:
        """Write such a file anew. Raises OSError."""
        self.save({"texts": {key: listed for key, listed in texts.items() if listed}})

    def set_aside(self, stem: str) -> str:
        """Give the file another name, so that nothing in it is lost: STEM-1.json, or the next that is free, which is
        what comes out. Raises OSError."""
        number = 1
        while (other := self.file.with_name(f"{stem}-{number}.json")).exists():
            number += 1
        os.replace(self.file, other)
        return other.name

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else writes meanwhile. Raises OSError, of which `filelock.Timeout` is one."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with _lock(self.file.with_name(f".{self.file.stem}.lock")):
            yield


def _lock(file: Path) -> AbstractContextManager[object]:
    """A lock between processes. A browser has none, and needs none: nobody clicks in two windows in the same instant,
    and each writer reads the file first."""
    if IN_BROWSER:
        return nullcontext()
    from filelock import FileLock  # only here: it is not there in a browser

    return FileLock(file, timeout=LOCK_SECONDS)


def course_folder(folder: Path) -> Path:
    """The top folder of the course that a folder belongs to, or the folder itself if it belongs to none.

    That is the nearest folder around it with the note of `kit lab`, or one that holds lessons and exercises.

    >>> course_folder(Path("/nowhere/in/particular")).as_posix()
    '/nowhere/in/particular'
    """
    for around in (folder, *folder.parents):
        if (around / COURSE_NOTE).is_file():
            return around
    held = (around for around in (folder, folder.parent) if all((around / part).is_dir() for part in COURSE_PARTS))
    return next(held, folder)


def this_notebook() -> str:
    """The name of the notebook that is running, empty outside of one."""
    return PurePath(os.environ.get("JPY_SESSION_NAME", "").replace("\\", "/")).name


def text_key(text: str) -> str:
    """By what a text is known again without keeping its words: another text, or this one changed, has another.

    >>> text_key("Three were hurt.")
    '9a28490526e96cb3'
    """
    return sha256(text.encode()).hexdigest()[:16]

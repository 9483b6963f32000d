"""Lay the course out in a learner's folder, and never overwrite what the learner has changed there.

A small note in the folder remembers the checksum of each file as it was laid out. A file that still has it is
replaced when the kit brings a new version; a file that has another one belongs to the learner. Of a notebook only the
cells count, not what they gave when they were run: JupyterLab saves that by itself.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import kit
from kit.atomic import write_atomic
from kit.errors import KitError
from kit.store import COURSE_NOTE as NOTE

PARTS = ("notebooks", "exercises", "solutions", "docs")
PROJECT = "who-says-so"
DISK_FULL_ERRORS = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
NOT_ALLOWED_ERRORS = {errno.EACCES, errno.EPERM, errno.EROFS}
IN_THE_WAY_ERRORS = {errno.ENOTDIR, errno.EISDIR, errno.EEXIST}


@dataclass(frozen=True)
class Layout:
    """What happened to the files of a course, by their names relative to the folder.

    `new` were not there; `updated` were as the kit had left them and are now the new version; `kept` were changed by
    the learner and left alone; `newer` are those of `kept` of which the kit has a newer version than the learner's.
    """

    new: tuple[str, ...]
    updated: tuple[str, ...]
    kept: tuple[str, ...]
    newer: tuple[str, ...]


def is_checkout(folder: Path) -> bool:
    """Is this the top folder of the project itself, as it comes from the version control?"""
    try:
        project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8")).get("project", {})
        return project.get("name") == PROJECT and (folder / "notebooks").is_dir()
    except (OSError, ValueError):
        return False


def is_course(folder: Path) -> bool:
    """Has a course been laid out in this folder?"""
    try:
        return (folder / NOTE).is_file()
    except OSError:
        return False


def shipped() -> Path:
    """The folder with the parts of the course that belong to this kit: in the package, or the checkout around it."""
    package = Path(kit.__file__).resolve().parent
    travelling = package / "data" / "course"
    if travelling.is_dir():
        return travelling
    if is_checkout(package.parent):
        return package.parent
    raise KitError("the lessons are missing from this installation. Install the kit again, as its README says")


def lay_out(course: Path, folder: Path) -> Layout:
    """Bring the parts of `course` into `folder` (made if need be) without touching what a learner changed there.

    Raises `KitError` if the folder can't be used. Every file is written whole or not at all, so that a second try
    goes on where the first one had to stop.
    """
    with system_error_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        noted = read_note(folder)
        done: dict[str, list[str]] = {"new": [], "updated": [], "kept": [], "newer": []}
        try:
            for name in names_in(course):
                place_file(course, folder, name, noted, done)
        finally:
            write_atomic(folder / NOTE, json.dumps({"files": noted}, indent=1, sort_keys=True).encode())
    return Layout(**{what: tuple(names) for what, names in done.items()})


def names_in(course: Path) -> list[str]:
    """The files of a course, with forward slashes, in order. Nothing hidden: no checkpoints, no system files."""
    found = (path.relative_to(course) for part in PARTS for path in (course / part).rglob("*") if path.is_file())
    return sorted(name.as_posix() for name in found if not any(p.startswith((".", "__pycache__")) for p in name.parts))


def place_file(course: Path, folder: Path, name: str, noted: dict[str, str], done: dict[str, list[str]]) -> None:
    """Bring one file into the folder, or keep the learner's."""
    content = (course / name).read_bytes()
    target = folder / name
    now = checksum(name, content)
    there = checksum(name, target.read_bytes()) if target.exists() else None
    if there == now:
        noted[name] = now
    elif there is None or there == noted.get(name):
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(target, content)
        noted[name] = now
        done["new" if there is None else "updated"].append(name)
    else:
        done["kept"].append(name)
        if noted.get(name) != now:
            done["newer"].append(name)


def checksum(name: str, content: bytes) -> str:
    """The fingerprint of a file: of its bytes, or of the kinds and words of its cells if it is a notebook."""
    if name.endswith(".ipynb"):
        with contextlib.suppress(ValueError, LookupError, TypeError):
            cells = [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(content)["cells"]]
            content = json.dumps(cells).encode()
    return hashlib.sha256(content).hexdigest()


def read_note(folder: Path) -> dict[str, str]:
    """The checksums of what was laid out. Without a readable note every file counts as the learner's: none is lost."""
    try:
        files = json.loads((folder / NOTE).read_text(encoding="utf-8"))["files"]
        return {str(name): str(value) for name, value in files.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


@contextlib.contextmanager
def system_error_in_words(folder: Path) -> Iterator[None]:
    """Turn what the system says about a folder into a sentence with the remedy."""
    try:
        yield
    except OSError as error:
        where = Path(error.filename2 or error.filename or folder).name
        if error.errno in DISK_FULL_ERRORS:
            remedy = "the disk is full. Free some space, then give the same command again: it goes on where it stopped"
        elif error.errno in NOT_ALLOWED_ERRORS:
            remedy = f"you may not write there. Name a folder of your own, as in: kit lab ~/{PROJECT}"
        elif error.errno in IN_THE_WAY_ERRORS:
            remedy = f"{where!r} is in the way: there is a file where a folder should be, or the other way round. "
            remedy += "Move it, or name another folder"
        else:
            remedy = f"the system says: {error.strerror}. Name another folder, as in: kit lab ~/{PROJECT}"
        raise KitError(f"the course can't be laid out in {folder}: {remedy}.") from error

"""What a class gets: one zip with the lessons, exercises and texts of some units, a README, and the pupils' edition.

No solutions are in it, and no keys of test questions. The keys of practice questions are: the kit gives hints and
explanations with them, and anybody who looks for them finds them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from kit.library import text_of
from kit.making.edition import wheel_files, wheel_name
from kit.making.exercises import exercise
from kit.making.packing import File, zipped
from kit.making.templates import fill
from kit.questions.question import Unit

MARK = b"Made by kit bundle"  # by this a zip of ours is known
TOP = "who-says-so"
HELPFUL = ("docs/glossary.md", "docs/at-home.md")


def bundle(units: Sequence[Unit], course: Path) -> bytes:
    """The zip for these units. `course` is the folder with the lessons of the kit (`notebooks/`, `docs/`).

    Raises KitError if pupils would get the key of a test in it.
    """
    files = course_files(units, course)
    readme = fill("readme.md", units=units, texts=_used(units), wheel=wheel_name())
    wheel = File(wheel_name(), zipped(wheel_files(files, units)))
    packed = [File("README.md", readme.encode()), *files, *_texts(units), wheel]
    return zipped((File(f"{TOP}/{file.name}", file.content) for file in packed), MARK)


def course_files(units: Sequence[Unit], course: Path) -> list[File]:
    """What pupils open: the lessons and exercises of these units, and the pages that help. No solutions."""
    lessons = _of_the_kit(course, [f"notebooks/{unit.name}.ipynb" for unit in units])
    return [*lessons, *_exercises(units), *_of_the_kit(course, HELPFUL)]


def is_ours(path: Path) -> bool:
    """Is this a zip that was made here, so that it may be written over?"""
    try:
        with zipfile.ZipFile(path) as there:
            return there.comment == MARK
    except (OSError, zipfile.BadZipFile):
        return False


def _of_the_kit(course: Path, names: Iterable[str]) -> list[File]:
    """Those of these files that the course has: a unit may be without a lesson."""
    return [File(name, (course / name).read_bytes()) for name in names if (course / name).is_file()]


def _exercises(units: Iterable[Unit]) -> list[File]:
    return [
        File(f"exercises/{unit.name}.ipynb", exercise(unit, f"the questions of {unit.title}").encode())
        for unit in units
    ]


def _texts(units: Iterable[Unit]) -> list[File]:
    return [File(f"texts/{name}.txt", text_of(name).encode()) for name in _used(units)]


def _used(units: Iterable[Unit]) -> list[str]:
    """The practice texts that the questions of these units are about."""
    return sorted({name for unit in units for q in unit.questions for name in (q.article, *q.beside) if name})

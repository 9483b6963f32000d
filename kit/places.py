"""Where texts and questions are kept: in the kit, and in a folder of a teacher's own that is added to it.

`course("my-course")` adds my-course/articles and my-course/questions; every function and command then knows them too.
Words in my-course/lexicons are added to those of the kit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from kit.errors import counted
from kit.own_lexicons import use_own_lexicons
from kit.text import ReadingError

Kind = Literal["articles", "questions"]
LEXICONS = "lexicons"
KINDS: tuple[Kind, ...] = ("articles", "questions")


@dataclass(frozen=True, slots=True)
class Course:
    """A teacher's folder: its place, and how many texts, files of questions and word lists it holds."""

    folder: Path
    articles: int
    questions: int
    lexicons: int = 0

    def __repr__(self) -> str:
        texts, questions = counted(self.articles, "text"), f"{counted(self.questions, 'file')} of questions"
        there = f"{texts} and {questions}"
        if self.lexicons:
            there = f"{texts}, {questions} and {counted(self.lexicons, 'word list')}"
        return f"The course in {self.folder} is open: {there}, beside those of the kit."


_open: list[Path] = []  # the folder that is open, if there is one


def course(folder: str | Path | None) -> Course | None:
    """Open a course folder of your own, with `articles/`, `questions/` or `lexicons/` in it. `None` closes it again.

    It adds to the kit's own texts, questions and words; only one such folder is open at a time. Raises
    KitError, in a sentence, if there is no such folder or nothing to read in it.

        course("my-course")
    """
    if folder is None:
        _open.clear()
        use_own_lexicons(None)
        return None
    place = Path(folder).expanduser().absolute()
    if not place.is_dir():
        raise ReadingError(
            f"there is no folder {place}. Check the name, or make it, with articles/ or questions/ in it."
        )
    if not any((place / kind).is_dir() for kind in (*KINDS, LEXICONS)):
        raise ReadingError(
            f"{place} holds no folder articles/, questions/ or lexicons/. Put your texts or questions there."
        )
    lexicons = use_own_lexicons(place / LEXICONS)
    _open[:] = [place]
    return Course(place, len(list(place.glob("articles/*.txt"))), len(list(place.glob("questions/*.toml"))), lexicons)


def open_course() -> Path | None:
    """The folder that `course` opened, if one is open."""
    return _open[0] if _open else None


def entries(kind: Kind, ending: str) -> dict[str, Traversable]:
    """Every file with this ending, by its name without it, in the order of the names.

    Raises ReadingError if the course has a file of the same name as the kit.
    """
    found = dict(_of_the_kit(kind, ending))
    for place in _open:
        for name, entry in _on(place / kind, ending).items():
            if name in found:
                raise ReadingError(f"{entry} has the name of a file that comes with the kit. Give yours another name.")
            found[name] = entry
    return dict(sorted(found.items()))


@cache
def _of_the_kit(kind: Kind, ending: str) -> dict[str, Traversable]:
    """What comes with the kit does not change while it runs, and marking a class asks for it thousands of times."""
    return _on(files("kit").joinpath("data", kind), ending)


def _on(shelf: Traversable, ending: str) -> dict[str, Traversable]:
    there = shelf.iterdir() if shelf.is_dir() else ()
    return {
        entry.name.removesuffix(ending): entry
        for entry in there
        if entry.name.endswith(ending) and not entry.name.startswith(".")
    }

"""Marking a class from beginning to end: take in what is new, mark what changed, write every page and table anew.

What is written: gradebook.sqlite (the one truth), grades.csv, questions.csv, canvas.csv, moodle.csv, class.html,
to-read.html and to-read.csv, and feedback/ with one page for each pupil.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from kit.atomic import sweep_parts
from kit.grading.class_page import MOST_ROWS, PupilRow, class_page
from kit.grading.errors import GradingError
from kit.grading.figures import ClassFigures
from kit.grading.gradebook import Gradebook
from kit.grading.look_first import LookFirst, called
from kit.grading.marking import mark_changed, take_in
from kit.grading.names import file_name
from kit.grading.opened import OpenAnswers
from kit.grading.outcome import Outcome, outcomes, units_in_play
from kit.grading.output import put
from kit.grading.pages import feedback, of, percent, showing
from kit.grading.people import Pupil, Register
from kit.grading.settings import Settings
from kit.grading.tables import tables

BOOK = "gradebook.sqlite"
FEEDBACK = "feedback"
CAME = {"unread": "a file that could not be read", "empty": "a file without an answer"}
Progress = Callable[[str, int], None]  # what is going on, and how many more are done


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a class is to be marked: the rules of its course, its roster, numbers in place of names, and whether pages
    tell the key of test questions."""

    settings: Settings = field(default_factory=Settings)
    roster: tuple[Pupil, ...] = ()
    anonymous: bool = False
    reveal_tests: bool = False
    title: str = "The class"


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it, for a few lines in the terminal."""

    pupils: int
    files: int
    unread: int
    doubts: int
    waiting: int
    moved: int
    page: Path


def grade(source: Path | None, out: Path, wanted: Wanted, progress: Progress) -> Done:
    """Mark what was handed in below `source` (None: nothing new) and write everything into the folder `out`.

    May be broken off at any moment and started again. Raises GradingError, in a sentence, for what the instructor can
    put right; the hand-ins are only ever read.
    """
    if source is not None and _inside(out, source):
        raise GradingError(
            f"{out} lies inside of {source}, where the hand-ins are. Choose a folder outside of it, as in: -o marks"
        )
    if source is not None and not source.exists():
        raise GradingError(f"there is no folder or zip {source}. Check the name and the folder you are in.")
    with Gradebook(out / BOOK) as book:
        for folder in (out, out / FEEDBACK):
            sweep_parts(folder)
        book.begin()
        book.add_pupils(wanted.roster)
        book.commit()
        if source is not None:
            # Without a roster the one of an earlier run holds.
            earlier = (each for each in book.pupils() if not (wanted.roster and each.listed))
            register = Register(chain(wanted.roster, earlier))
            take_in(source, book, register, wanted.settings.limits, lambda n: progress("reading", n))
        mark_changed(book, lambda n: progress("marking anew", n))
        book.drop_empty()
        return write_all(book, out, wanted, progress)


def write_all(book: Gradebook, out: Path, wanted: Wanted, progress: Progress) -> Done:
    """Write every page and table from the gradebook, pupil by pupil: none of them is held for longer than that."""
    played = units_in_play(book)
    figures = ClassFigures(played, wanted.settings.alike)
    opened = OpenAnswers(played, book)
    show = showing(wanted.reveal_tests)
    rows: list[PupilRow] = []
    pupils = 0
    with tables(out, played, wanted.settings.bonus) as table:
        for number, outcome in outcomes(book, played, wanted.settings):
            name = called(number, outcome.pupil.name, wanted.anonymous)
            page = f"{FEEDBACK}/{page_name(number, outcome.pupil.name, wanted.anonymous)}"
            put(out / page, feedback(outcome, wanted.reveal_tests, name, show))
            figures.add(outcome, name)
            table.add(outcome)
            opened.add(outcome, number, name)
            pupils += 1
            if pupils <= MOST_ROWS:
                rows.append(_row(outcome, name, page))
            progress("writing", 1)
    _sweep(out / FEEDBACK, book, wanted.anonymous)
    opened.write_page(out / "to-read.html")
    opened.write_table(out / "to-read.csv")
    look = LookFirst(book, figures, wanted.anonymous)
    groups, files, moved = list(look.groups(played)), book.count("handin"), book.count("move")
    summary = f"{pupils} {'pupil' if pupils == 1 else 'pupils'}, {files} {'file' if files == 1 else 'files'}."
    put(out / "class.html", class_page(wanted.title, figures, rows, pupils, groups, summary))
    doubts = look.doubts.count + figures.shorter.count
    return Done(pupils, files, look.broken.count, doubts, figures.waiting, moved, out / "class.html")


def page_name(number: int, name: str, anonymous: bool) -> str:
    """The name of a pupil's page."""
    return f"{number:04d}" + ("" if anonymous else f"-{file_name(name)}".rstrip("-")) + ".html"


def _sweep(folder: Path, book: Gradebook, anonymous: bool) -> None:
    """Take away pages that nobody has any more: of a pupil who was forgotten, or under a name that is now a number."""
    for name in os.listdir(folder) if folder.is_dir() else ():
        begins = re.match("[0-9]{1,9}", name)
        number = int(begins[0]) if begins else 0
        pupil = book.numbered(number)
        if name.endswith(".html") and (pupil is None or name != page_name(number, pupil.name, anonymous)):
            (folder / name).unlink()


def _inside(out: Path, source: Path) -> bool:
    return source.is_dir() and out.resolve().is_relative_to(source.resolve())


def _row(outcome: Outcome, name: str, page: str) -> PupilRow:
    cells = tuple(
        CAME.get(unit.came, "–") if unit.missing else of(unit.points, unit.most).partition(" of ")[0]
        for unit in outcome.units
    )
    return PupilRow(name, page, cells, percent(outcome.total))

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
from kit.errors import KitError, counted
from kit.grading.class_figures import ClassFigures, notes
from kit.grading.gradebook import Gradebook
from kit.grading.hand_in_marking import mark_changed, take_in
from kit.grading.open_answers import OpenAnswers
from kit.grading.page_templates import page
from kit.grading.pupil_names import file_name, name_key
from kit.grading.pupil_register import PupilRegister
from kit.grading.pupil_results import pupil_results, units_in_play
from kit.grading.records import Pupil
from kit.grading.settings import Settings
from kit.grading.statistics import gain
from kit.grading.storage import write_file
from kit.grading.tables import result_tables

BOOK = "gradebook.sqlite"
FEEDBACK = "feedback"
MAX_ROWS = 500  # pupils in the table of the class page: a longer one is a job for the spreadsheet
MAX_CHANGES = 100  # points that changed, the newest
Progress = Callable[[str, int], None]  # what is going on, and how many more are done


@dataclass(frozen=True, slots=True)
class GradeOptions:
    """How a class is to be marked: the rules of its course, its roster, numbers in place of names, and whether pages
    tell the key of test questions."""

    settings: Settings = field(default_factory=Settings)
    roster: tuple[Pupil, ...] = ()
    anonymous: bool = False
    reveal_tests: bool = False
    title: str = "The class"


@dataclass(frozen=True, slots=True)
class GradeSummary:
    """What came of it, for a few lines in the terminal."""

    pupils: int
    files: int
    unread: int
    doubts: int
    waiting: int
    moved: int
    page: Path


def grade(source: Path | None, out: Path, options: GradeOptions, progress: Progress) -> GradeSummary:
    """Mark what was handed in below `source` (None: nothing new) and write everything into the folder `out`.

    May be broken off at any moment and started again. Raises KitError, in a sentence, for what the instructor can
    put right; the hand-ins are only ever read.
    """
    if source is not None and source.is_dir() and out.resolve().is_relative_to(source.resolve()):
        raise KitError(
            f"{out} lies inside of {source}, where the hand-ins are. Choose a folder outside of it, as in: -o marks"
        )
    if source is not None and not source.exists():
        raise KitError(f"there is no folder or zip {source}. Check the name and the folder you are in.")
    with Gradebook(out / BOOK) as book:
        for folder in (out, out / FEEDBACK):
            sweep_parts(folder)
        with book.transaction():
            book.add_pupils(options.roster)
        if source is not None:
            # Without a roster the one of an earlier run holds.
            earlier = (each for each in book.pupils() if not (options.roster and each.listed))
            register = PupilRegister(chain(options.roster, earlier))
            take_in(source, book, register, options.settings.limits, lambda n: progress("reading", n))
        mark_changed(book, lambda n: progress("marking anew", n))
        book.drop_empty()
        return write_all(book, out, options, progress)


def write_all(book: Gradebook, out: Path, options: GradeOptions, progress: Progress) -> GradeSummary:
    """Write every page and table from the gradebook, pupil by pupil: none of them is held for longer than that."""
    played = units_in_play(book)
    figures = ClassFigures(played, options.settings.alike)
    open_answers = OpenAnswers(played, book)
    rows: list[str] = []

    def name_of(key: str | None) -> str:
        found = book.pupil("key", key) if key else None
        return found.shown_name(options.anonymous) if found else "somebody" if key else ""

    for hand_in in book.hand_ins(odd=True):
        figures.add_file(hand_in, name_of(hand_in.pupil))
    with result_tables(out, played, options.settings.bonus) as tables:
        for result in pupil_results(book, played, options.settings):
            name = result.pupil.shown_name(options.anonymous)
            link = f"{FEEDBACK}/{page_name(result.pupil, options.anonymous)}"
            feedback = page("feedback.html", name=name, units=result.units, reveal_tests=options.reveal_tests)
            write_file(out / link, feedback)
            figures.add(result, name)
            tables.add(result)
            open_answers.add(result, name)
            if len(rows) < MAX_ROWS:
                rows.append(page("pupil-row.html", result=result, name=name, link=link))
            progress("writing", 1)
    _sweep(out / FEEDBACK, book, options.anonymous)
    open_answers.write_page(out / "to-read.html")
    open_answers.write_table(out / "to-read.csv")
    pupils, files = sum(figures.spread), book.count("handin")
    class_page = page(
        "class.html",
        title=options.title,
        pupils=pupils,
        files=files,
        rows=rows,
        figures=figures,
        changes=book.points_changed(MAX_CHANGES),
        name_of=name_of,
        notes=notes,
        gain=gain,
    )
    write_file(out / "class.html", class_page)
    return GradeSummary(
        pupils=pupils,
        files=files,
        unread=figures.broken.count,
        doubts=figures.doubts.count,
        waiting=figures.waiting,
        moved=book.count("move"),
        page=out / "class.html",
    )


def forget_pupil(book: Gradebook, name: str) -> str:
    """Remove the pupil of that name, id or number from the gradebook; the pages are written anew by the next `grade`.

    Gives a sentence that says what was removed and what is left to do. Raises KitError if there is no such pupil, or if
    there are several.
    """
    named = [
        each
        for each in book.pupils()
        if name in (each.id, each.key, str(each.number)) or name_key(each.name) == name_key(name)
    ]
    if not named:
        raise KitError(f"there is no pupil {name!r} in this gradebook. Write the name as it stands in grades.csv.")
    if len(named) > 1:
        which = ", ".join(f"{pupil.name} (number {pupil.number})" for pupil in named)
        raise KitError(f"there are several: {which}. Give the number.")
    files = book.forget(named[0].key)
    return (
        f"{named[0].name} is removed, with {counted(files, 'file')}. The hand-ins themselves and copies "
        "that you imported elsewhere are yours to delete; they are not taken in again."
    )


def page_name(pupil: Pupil, anonymous: bool) -> str:
    """The name of a pupil's page."""
    return f"{pupil.number:04d}" + ("" if anonymous else f"-{file_name(pupil.name)}".rstrip("-")) + ".html"


def _sweep(folder: Path, book: Gradebook, anonymous: bool) -> None:
    """Take away pages that nobody has any more: of a pupil who was forgotten, or under a name that is now a number."""
    for name in os.listdir(folder) if folder.is_dir() else ():
        begins = re.match("[0-9]{1,9}", name)
        pupil = book.pupil("number", int(begins[0]) if begins else 0)
        if name.endswith(".html") and (pupil is None or name != page_name(pupil, anonymous)):
            (folder / name).unlink()

"""Marking a class from beginning to end: take in what is new, mark what changed, write every page and table anew.

What is written: gradebook.sqlite (the one truth), grades.csv, questions.csv, canvas.csv, moodle.csv, class.html,
to-read.html and to-read.csv, feedback/ with one page for each pupil, and the same in zips as platforms read them back.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kit.errors import KitError, counted
from kit.grading.class_figures import ClassFigures, notes
from kit.grading.gradebook import Gradebook
from kit.grading.hand_in_marking import mark_changed, take_in
from kit.grading.open_answers import OpenAnswers, take_points
from kit.grading.output_folder import BOOK, FEEDBACK, TO_READ, OutputFolder, one_at_a_time, refuse_link
from kit.grading.owners import assign_owners
from kit.grading.page_templates import page
from kit.grading.pupil_names import file_name, name_key
from kit.grading.pupil_results import pupil_results, units_in_play
from kit.grading.records import Pupil
from kit.grading.returned import returned_feedback
from kit.grading.roster import as_known
from kit.grading.settings import Settings, check_names, read_settings
from kit.grading.statistics import gain
from kit.grading.tables import result_tables
from kit.places import course, open_course

MAX_ROWS = 500  # pupils in the table of the class page: a longer one is a job for the spreadsheet
MAX_CHANGES = 100  # points that changed, the newest
Progress = Callable[[str, int], None]  # what is going on, and how many more are done


@dataclass(frozen=True, slots=True)
class GradeOptions:
    """How a class is to be marked: the rules of its course and the course.toml that they come from, its roster, numbers
    in place of names, and whether pages tell the key of test questions. `who` is at work here, and `tell` is called
    with what that person should know."""

    settings: Settings = field(default_factory=Settings)
    roster: tuple[Pupil, ...] = ()
    anonymous: bool = False
    reveal_tests: bool = False
    title: str = "The class"
    rules: Path | None = None
    who: str = "somebody"
    tell: Callable[[str], None] = lambda said: None


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
        raise KitError(f"{out} is inside {source}, where the hand-ins are. Choose a folder outside it, as in: -o marks")
    if source is not None and not source.exists():
        raise KitError(f"there is no folder or zip {source}. Check the name and the folder you are in.")
    with open_class(out, options.tell) as (book, folder):
        use_course(book, options.tell)
        if options.rules:
            book.remember("rules", str(options.rules.absolute()))
        take_back(book, folder, options)
        if options.roster:
            with book.transaction():
                book.set_roster(as_known(options.roster, book.pupils()))
        bring_up_to_date(book, source, options.settings, progress)
        return write_all(book, folder, options, progress)


def bring_up_to_date(book: Gradebook, source: Path | None, settings: Settings, progress: Progress) -> None:
    """Take in what is new below `source` (None: nothing), mark what changed, and give every hand-in to its pupil."""
    if source is not None:
        take_in(source, book, settings.limits, lambda n: progress("reading", n))
    mark_changed(book, lambda n: progress("marking anew", n))
    assign_owners(book, settings.aliases)
    book.drop_empty()


@contextmanager
def open_class(out: Path, tell: Callable[[str], None]) -> Iterator[tuple[Gradebook, OutputFolder]]:
    """The gradebook and the folder of a class, for this run alone. Raises KitError if that can't be."""
    with one_at_a_time(out, tell):
        refuse_link(out / BOOK)
        with Gradebook(out / BOOK) as book:
            folder = OutputFolder(out, book, tell)
            folder.check()
            yield book, folder


def remembered(out: Path) -> tuple[Path | None, Path | None]:
    """The course folder and the course.toml with which the class in this folder was marked before; None for each that
    there was not.

    Raises KitError if it is not there any more: without it all answers to its questions would count for nothing.
    """
    if not (out / BOOK).is_file():
        return None, None
    with Gradebook(out / BOOK) as book:
        known, rules = book.remembered("course"), book.remembered("rules")
    if known and not Path(known).is_dir():
        raise KitError(
            f"this class was marked with the course folder {known}, and it isn't there any more. Say where it is now, "
            "as in: --course my-course"
        )
    return Path(known) if known else None, Path(rules) if Path(rules).is_file() else None


def rules_of(out: Path, course_folder: Path | None = None) -> tuple[Settings, Path | None]:
    """The rules by which the class in this folder is marked, and the course.toml that they come from: that of the
    course folder, which is opened, or of this folder, or the one of the time before.

    Raises KitError if they can't be read, or name what there is not.
    """
    folder, before = (course_folder, None) if course_folder else remembered(out)
    if folder:
        course(folder)
    places = [folder / "course.toml"] if folder else []
    places += [] if course_folder else [Path("course.toml"), *filter(None, (before,))]
    file = next((place for place in places if place.is_file()), None)
    settings = read_settings(file)
    check_names(settings, "course.toml")
    return settings, file


def this_user() -> str:
    """Who gives points by hand, as this machine knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "somebody"


def use_course(book: Gradebook, tell: Callable[[str], None]) -> None:
    """Remember the course folder that is open; if none is, open the one from the time before."""
    opened = open_course()
    if opened is not None:
        book.remember("course", str(opened))
    elif (known := remembered(book.path.parent)[0]) is not None:
        course(known)
        tell(f"The course folder is {known}, as before.")


def take_back(book: Gradebook, folder: OutputFolder, options: GradeOptions) -> None:
    """Nothing that somebody has filled in is lost: points in to-read.csv are taken, and a table that can't be taken, or
    that somebody has worked on, is set aside."""
    if folder.changed_table(TO_READ) and book.tables.written(TO_READ):
        try:
            taken, _ = take_points(folder.path / TO_READ, book, options.who)
            folder.took(TO_READ)
            if taken:
                options.tell(f"Points taken from {folder.path / TO_READ}: {taken}.")
        except KitError as error:
            options.tell(f"The points in {TO_READ} were not taken. {error}")
    folder.set_changed_aside()


def write_all(book: Gradebook, folder: OutputFolder, options: GradeOptions, progress: Progress) -> GradeSummary:
    """Write every page and table from the gradebook, pupil by pupil: none of them is held for longer than that."""
    played = units_in_play(book)
    figures = ClassFigures(played, options.settings.alike)
    open_answers = OpenAnswers(played, book)
    rows: list[str] = []

    told_apart = {} if options.anonymous else book.owners.told_apart()

    def shown(pupil: Pupil) -> str:
        return told_apart.get(pupil.key) or pupil.shown_name(options.anonymous)

    def name_of(key: str | None) -> str:
        found = book.pupil("key", key) if key else None
        return shown(found) if found else "somebody" if key else ""

    for hand_in in book.hand_ins(broken=True):
        figures.add_file(hand_in, name_of(hand_in.pupil))
    for doubt in book.owners.doubts():
        figures.add_doubt(doubt)
    with (
        result_tables(folder, played, options.settings.bonus) as tables,
        returned_feedback(folder, book.owners, options.settings.aliases, options.reveal_tests) as returned,
    ):
        for result in pupil_results(book, played, options.settings, by_number=options.anonymous):
            name = shown(result.pupil)
            link = f"{FEEDBACK}/{page_name(result.pupil, options.anonymous)}"
            feedback = page("feedback.html", name=name, units=result.units, reveal_tests=options.reveal_tests)
            folder.write_page(link, feedback)
            returned.add(result, feedback)
            figures.add(result, name)
            tables.add(result)
            open_answers.add(result, name)
            if len(rows) < MAX_ROWS:
                rows.append(page("pupil-row.html", result=result, name=name, link=link))
            progress("writing", 1)
    folder.sweep(lambda number: page_name(found, options.anonymous) if (found := book.pupil("number", number)) else "")
    open_answers.write_page(folder)
    open_answers.write_table(folder)
    pupils, files = figures.pupils, book.count("worth_telling")
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
    folder.write_page("class.html", class_page)
    folder.done(returned.made)
    return GradeSummary(
        pupils=pupils,
        files=files,
        unread=figures.broken.count,
        doubts=figures.doubts.count,
        waiting=figures.waiting,
        moved=book.count("move"),
        page=folder.path / "class.html",
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
        raise KitError(f"there is no pupil {name!r} in this gradebook. Write the name as it is in grades.csv.")
    if len(named) > 1:
        which = ", ".join(f"{pupil.name} (number {pupil.number})" for pupil in named)
        raise KitError(f"there are several: {which}. Give the number.")
    files = book.forget(named[0].key)
    return (
        f"{named[0].name} is removed, with {counted(files, 'file')}. The hand-ins themselves, and copies that "
        "you have imported elsewhere, are for you to delete; the kit won't take them in again."
    )


def page_name(pupil: Pupil, anonymous: bool) -> str:
    """The name of a pupil's page."""
    return f"{pupil.number:04d}" + ("" if anonymous else f"-{file_name(pupil.name)}".rstrip("-")) + ".html"

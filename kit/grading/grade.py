"""Marking a class from beginning to end: take in what is new, mark what changed, write every page and table anew.

What is written: gradebook.sqlite (the one truth), grades.csv, questions.csv, canvas.csv, moodle.csv, class.html,
to-read.html and to-read.csv, and feedback/ with one page for each pupil.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kit.grading.class_page import Group, PupilRow, class_page
from kit.grading.errors import GradingError
from kit.grading.figures import ClassFigures
from kit.grading.files import Unread
from kit.grading.gradebook import Gradebook
from kit.grading.marking import mark_changed, take_in
from kit.grading.names import file_name
from kit.grading.opened import Waiting, open_answers, to_read_csv, to_read_page
from kit.grading.outcome import Outcome, outcomes, units_in_play
from kit.grading.pages import feedback, of, percent, showing
from kit.grading.people import Pupil, Register
from kit.grading.settings import Settings
from kit.grading.tables import Writer
from kit.questions.question import Unit
from kit.whole import write_whole

BOOK = "gradebook.sqlite"
FEEDBACK = "feedback"
BROKEN = (
    "They earn nothing, and the others are marked all the same. Ask for such a file once more, put it in the place of "
    "the broken one, and give the command again."
)
DOUBTS = (
    "Marked for the likeliest pupil; see whether that is right. A name that is not on the roster has a line of its "
    "own. If you know whose it is, open the file in a text editor, write the name of the roster in its place (in a "
    "hand-in near the top), and give the command again; then --forget with the old name takes the empty line away."
)
NO_ANSWERS = "Perhaps nothing was handed in. Or it is above, under another name or among what could not be read."
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
        unread: list[Unread] = []
        book.begin()
        book.add_pupils(wanted.roster)
        book.commit()
        if source is not None:
            register = Register([*wanted.roster, *(p for p in book.pupils() if not p.listed)])
            unread = take_in(source, book, register, wanted.settings.limits, lambda n: progress("reading", n))
        mark_changed(book, lambda n: progress("marking anew", n))
        return write_all(book, out, wanted, unread, progress)


def write_all(book: Gradebook, out: Path, wanted: Wanted, unread: list[Unread], progress: Progress) -> Done:
    """Write every page and table from the gradebook."""
    played = units_in_play(book)
    numbers = book.numbers()
    figures = ClassFigures(played, wanted.settings.alike)
    tables = Writer(played, wanted.settings.bonus)
    show = showing(wanted.reveal_tests)
    rows: list[PupilRow] = []
    waiting: list[Waiting] = []
    names: dict[str, str] = {}
    written: set[str] = set()
    for outcome in outcomes(book, played, wanted.settings):
        key = outcome.pupil.key
        names[key] = name = f"Pupil {numbers[key]}" if wanted.anonymous else outcome.pupil.name
        page = f"{numbers[key]:04d}" + ("" if wanted.anonymous else f"-{file_name(outcome.pupil.name)}".rstrip("-"))
        put(out / FEEDBACK / f"{page}.html", feedback(outcome, wanted.reveal_tests, name, show))
        written.add(f"{page}.html")
        figures.add(outcome)
        tables.add(outcome)
        waiting += open_answers(outcome, numbers[key], name)
        rows.append(_row(outcome, name, f"{FEEDBACK}/{page}.html"))
        progress("writing", 1)
    _sweep(out / FEEDBACK, written)
    for file, text in tables.tables().items():
        put(out / file, text, mark=True)
    put(out / "to-read.html", to_read_page(waiting))
    put(out / "to-read.csv", to_read_csv(waiting), mark=True)
    groups = list(_groups(book, figures, unread, names, played))
    files = sum(1 for _ in book.handins())
    summary = f"{len(rows)} {'pupil' if len(rows) == 1 else 'pupils'}, {files} {'file' if files == 1 else 'files'}."
    put(out / "class.html", class_page(wanted.title, figures, rows, groups, summary))
    doubts = sum(len(handin.flags) for handin in book.handins())
    problems = len(unread) + sum(1 for handin in book.handins() if handin.problem)
    return Done(len(rows), files, problems, doubts, figures.waiting, len(book.moves()), out / "class.html")


def put(path: Path, text: str, mark: bool = False) -> None:
    """Write a file whole or not at all, and only if it changes. `mark` puts the sign before a CSV by which spreadsheets
    know UTF-8."""
    data = (b"\xef\xbb\xbf" if mark else b"") + text.encode("utf-8", "replace")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == data:
            return
        write_whole(path, data)
    except OSError as error:
        raise GradingError(
            f"{path} can't be written: {error.strerror}. Make room, or see that you may write there and that no other "
            "program has it open, and start again; nothing is lost."
        ) from None


def _sweep(folder: Path, written: set[str]) -> None:
    """Take away pages that nobody has any more: of a pupil who was forgotten, or under a name that is now a number."""
    for path in folder.glob("*.html") if folder.is_dir() else ():
        if path.name not in written:
            path.unlink()


def _inside(out: Path, source: Path) -> bool:
    return source.is_dir() and out.resolve().is_relative_to(source.resolve())


def _row(outcome: Outcome, name: str, page: str) -> PupilRow:
    cells = tuple("–" if unit.missing else of(unit.points, unit.most).partition(" of ")[0] for unit in outcome.units)
    return PupilRow(name, page, cells, percent(outcome.total))


def _groups(
    book: Gradebook, figures: ClassFigures, unread: list[Unread], names: dict[str, str], played: list[Unit]
) -> Iterator[Group]:
    """What a teacher should look at first, in this order."""
    broken = [f"{handin.place}: {handin.problem}." for handin in book.handins() if handin.problem]
    broken += [f"{each.place}: {each.why}." for each in unread]
    if broken:
        yield Group("Files that could not be read", BROKEN, tuple(broken))
    flags = [f"{handin.place}: {flag}." for handin in book.handins() for flag in handin.flags]
    if flags:
        yield Group("Doubts", DOUBTS, tuple(flags))
    if figures.waiting:
        say = "Open them in to-read.html, and fill in to-read.csv."
        yield Group(
            "Answers to read",
            say,
            (f"{figures.waiting} open {'answer waits' if figures.waiting == 1 else 'answers wait'}.",),
        )
    titles = {unit.number: unit.title for unit in played}
    late = [f"{titles[number]}: {_listed(keys, names)}" for number, keys in figures.late.items()]
    if late:
        yield Group("Late", "", tuple(late))
    missing = [f"{titles[number]}: {_listed(keys, names)}" for number, keys in figures.missing.items()]
    if missing:
        yield Group("No answers", NO_ANSWERS, tuple(missing))
    needs = [f"{names[need.key]}: {', '.join(need.reasons)}." for need in figures.needs]
    if needs:
        yield Group("Who may need help", "", tuple(needs[:60]))
    moves = [
        f"{names.get(move.pupil, 'somebody')}, {move.question}: {float(move.before):g} became {float(move.after):g}; "
        f"{move.why} ({move.time[:10]})."
        for move in book.moves()[-100:]
    ]
    if moves:
        yield Group("Marks that changed", "", tuple(moves))
    pairs = list(_pairs(figures, names))
    if pairs:
        say = (
            "Two pupils who work side by side, or who were helped by the same person, may well write alike. It is a "
            "reason to ask, and no more. `alike = false` in course.toml switches this list off."
        )
        yield Group("Did these two work together?", say, tuple(pairs))


def _listed(keys: list[str], names: dict[str, str]) -> str:
    shown = [names[key] for key in keys[:40]]
    return ", ".join(shown) + (f" and {len(keys) - 40} others" if len(keys) > 40 else "") + "."


def _pairs(figures: ClassFigures, names: dict[str, str]) -> Iterator[str]:
    for pair in figures.pairs():
        said = []
        if pair.prose:
            prose = ", ".join(
                f"{question} ({percent(share)} of the words in the same order)" for question, share in pair.prose
            )
            said.append(f"prose in {prose}")
        if pair.wrong:
            said.append(f"the same rare wrong answers to {', '.join(pair.wrong)}")
        yield f"{names[pair.pupils[0]]} and {names[pair.pupils[1]]}: {'; '.join(said)}."

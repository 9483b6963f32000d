"""The tables of a marked class: grades.csv, questions.csv, and files that Canvas and Moodle import."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TextIO

from kit.grading.outcome import Outcome
from kit.grading.output import growing
from kit.questions.question import Unit

# A spreadsheet takes a cell that begins like this for a formula, and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
RowWriter = Callable[[Sequence[object]], object]


@contextmanager
def tables(folder: Path, units: Sequence[Unit], bonus: Iterable[str]) -> Iterator[Tables]:
    """The four tables of a folder, to which the block adds pupils; at its end they take the place of the old ones.

    Raises GradingError if they can't be written.
    """
    with ExitStack() as files:
        names = ("grades.csv", "questions.csv", "canvas.csv", "moodle.csv")
        yield Tables(units, bonus, *(rows_to(files.enter_context(growing(folder / name))) for name in names))


class Tables:
    """Takes one pupil after the other and writes their rows."""

    def __init__(self, units: Sequence[Unit], bonus: Iterable[str], *writers: RowWriter):
        self._units, self._bonus = units, set(bonus)
        self._grades, self._questions, self._canvas, self._moodle = writers
        self._heads()

    def _heads(self) -> None:
        titles = [unit.title for unit in self._units]
        most = [sum((q.points for q in u.questions if q.id not in self._bonus), Fraction(0)) for u in self._units]
        heads = [f"{title} ({points(top)})" for title, top in zip(titles, most, strict=True)]
        late = [f"{title}: days late" for title in titles]
        self._grades(["name", "id", "login", "email", *heads, *late, "total in percent", "waiting to be read"])
        self._questions(["name", "id", "unit", "question", "points", "of", "state", "by hand"])
        self._canvas(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *titles])
        self._canvas(["    Points Possible", "", "", "", "", *map(points, most)])
        self._moodle(["ID number", "Username", "Email address", "Full name", *titles])

    def add(self, outcome: Outcome) -> None:
        """One pupil. A unit that was not handed in has an empty cell for the platforms, which then change nothing."""
        pupil = outcome.pupil
        reached = [points(each.points) for each in outcome.units]
        handed = ["" if each.missing else points(each.points) for each in outcome.units]
        late = [each.days_late or "" for each in outcome.units]
        waiting = sum(each.waiting for each in outcome.units)
        total = f"{float(outcome.total * 100):.1f}"
        self._grades([pupil.name, pupil.id, pupil.login, pupil.email, *reached, *late, total, waiting or ""])
        canvas = next((each.login for each in outcome.handins if each.platform == "Canvas"), "")
        self._canvas([pupil.name, canvas, pupil.id, pupil.login, "", *handed])
        self._moodle([pupil.id, pupil.login, pupil.email, pupil.name, *handed])
        for unit in outcome.units:
            for each in unit.answers if not unit.missing else ():
                state = each.marked.state if each.marked else "unanswered"
                most = points(each.question.points)
                hand = "yes" if each.override else ""
                row = [pupil.name, pupil.id, unit.unit.name, each.question.id, points(each.points), most, state, hand]
                self._questions(row)


def rows_to(file: TextIO) -> RowWriter:
    """Writes rows of a table, in which no cell is a formula."""
    rows = csv.writer(file, lineterminator="\r\n")
    return lambda row: rows.writerow([defused(cell) for cell in row])


def defused(cell: object) -> object:
    """A cell that no spreadsheet runs: before what would be a formula stands an apostrophe, which is not shown."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA):
        return f"'{cell}"
    return cell


def points(number: Fraction) -> str:
    """Points as spreadsheets and platforms want them: 1.5, and what being late leaves to the hundredth."""
    return f"{float(number):.2f}".rstrip("0").rstrip(".")

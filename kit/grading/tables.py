"""The tables of a marked class: grades.csv, questions.csv, and files that Canvas and Moodle import."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from fractions import Fraction

from kit.grading.outcome import Outcome
from kit.questions.question import Unit

# A spreadsheet takes a cell that begins like this for a formula, and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
Row = Sequence[object]


class Writer:
    """Takes one pupil after the other, and gives the four tables."""

    def __init__(self, units: Sequence[Unit], bonus: Iterable[str]):
        bonus = set(bonus)
        self._units = units
        most = [sum((q.points for q in unit.questions if q.id not in bonus), Fraction(0)) for unit in units]
        self._grades, self._questions, self._canvas, self._moodle = (io.StringIO(newline="") for _ in range(4))
        heads = [f"{unit.title} ({points(top)})" for unit, top in zip(units, most, strict=True)]
        late = [f"{unit.title}: days late" for unit in units]
        write(self._grades, ["name", "id", "login", "email", *heads, *late, "total in percent", "waiting to be read"])
        write(self._questions, ["name", "id", "unit", "question", "points", "of", "state", "by hand"])
        write(self._canvas, ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *(u.title for u in units)])
        write(self._canvas, ["    Points Possible", "", "", "", "", *map(points, most)])
        write(self._moodle, ["ID number", "Username", "Email address", "Full name", *(u.title for u in units)])

    def add(self, outcome: Outcome) -> None:
        """One pupil. A unit that was not handed in has an empty cell for the platforms, which then change nothing."""
        pupil = outcome.pupil
        reached = [points(each.points) for each in outcome.units]
        handed = ["" if each.missing else points(each.points) for each in outcome.units]
        late = [each.days_late or "" for each in outcome.units]
        waiting = sum(each.waiting for each in outcome.units)
        total = f"{float(outcome.total * 100):.1f}"
        write(self._grades, [pupil.name, pupil.id, pupil.login, pupil.email, *reached, *late, total, waiting or ""])
        canvas = next((each.login for each in outcome.handins if each.platform == "Canvas"), "")
        write(self._canvas, [pupil.name, canvas, pupil.id, pupil.login, "", *handed])
        write(self._moodle, [pupil.id, pupil.login, pupil.email, pupil.name, *handed])
        for unit in outcome.units:
            for each in unit.answers if not unit.missing else ():
                state = each.marked.state if each.marked else "unanswered"
                most = points(each.question.points)
                hand = "yes" if each.override else ""
                row = [pupil.name, pupil.id, unit.unit.name, each.question.id, points(each.points), most, state, hand]
                write(self._questions, row)

    def tables(self) -> dict[str, str]:
        """The tables as they stand, by the names of their files."""
        return {
            "grades.csv": self._grades.getvalue(),
            "questions.csv": self._questions.getvalue(),
            "canvas.csv": self._canvas.getvalue(),
            "moodle.csv": self._moodle.getvalue(),
        }


def write(out: io.StringIO, row: Row) -> None:
    """One line of a table, in which no cell is a formula."""
    csv.writer(out, lineterminator="\r\n").writerow([defused(cell) for cell in row])


def defused(cell: object) -> object:
    """A cell that no spreadsheet runs: before what would be a formula stands an apostrophe, which is not shown."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA):
        return f"'{cell}"
    return cell


def points(number: Fraction) -> str:
    """Points as spreadsheets and platforms want them: 1.5, and what being late leaves to the hundredth."""
    return f"{float(number):.2f}".rstrip("0").rstrip(".")

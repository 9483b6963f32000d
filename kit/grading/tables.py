"""Tables of a marked class: grades.csv, questions.csv, what Canvas and Moodle import; and tables that are read back."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TextIO

from kit.errors import KitError
from kit.grading.pupil_results import PupilResult
from kit.grading.storage import growing_file
from kit.questions.question import Unit

# A spreadsheet takes a cell that begins like this for a formula, and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
ENCODINGS = ("utf-8-sig", "cp1252")  # the second: as an older spreadsheet saves it
RowWriter = Callable[[Sequence[object]], object]


@contextmanager
def result_tables(folder: Path, units: Sequence[Unit], bonus: Iterable[str]) -> Iterator[ResultTables]:
    """The four tables of a folder, to which the block adds pupils; at its end they take the place of the old ones.

    Raises KitError if they can't be written.
    """
    with ExitStack() as files:
        names = ("grades.csv", "questions.csv", "canvas.csv", "moodle.csv")
        writers = (row_writer(files.enter_context(growing_file(folder / name))) for name in names)
        yield ResultTables(units, bonus, *writers)


class ResultTables:
    """Takes one pupil after the other and writes their rows."""

    def __init__(self, units: Sequence[Unit], bonus: Iterable[str], *writers: RowWriter):
        self._grades, self._questions, self._canvas, self._moodle = writers
        not_counted = set(bonus)
        titles = [unit.title for unit in units]
        most = [points(sum((q.points for q in u.questions if q.id not in not_counted), Fraction(0))) for u in units]
        heads = [f"{title} ({top})" for title, top in zip(titles, most, strict=True)]
        late = [f"{title}: days late" for title in titles]
        self._grades(["name", "id", "login", "email", *heads, *late, "total in percent", "waiting to be read"])
        self._questions(["name", "id", "unit", "question", "points", "of", "state", "by hand"])
        self._canvas(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *titles])
        self._canvas(["    Points Possible", "", "", "", "", *most])
        self._moodle(["ID number", "Username", "Email address", "Full name", *titles])

    def add(self, result: PupilResult) -> None:
        """One pupil. A unit that was not handed in has an empty cell for the platforms, which then change nothing."""
        pupil = result.pupil
        reached = [points(each.points) for each in result.units]
        handed = ["" if each.missing else points(each.points) for each in result.units]
        late = [each.days_late or "" for each in result.units]
        waiting = sum(each.waiting for each in result.units)
        total = f"{float(result.total * 100):.1f}"
        self._grades([pupil.name, pupil.id, pupil.login, pupil.email, *reached, *late, total, waiting or ""])
        canvas = next((each.login for each in result.hand_ins if each.platform == "Canvas"), "")
        self._canvas([pupil.name, canvas, pupil.id, pupil.login, "", *handed])
        self._moodle([pupil.id, pupil.login, pupil.email, pupil.name, *handed])
        for unit in result.units:
            for each in unit.answers if not unit.missing else ():
                state = each.marked.state if each.marked else "unanswered"
                most = points(each.question.points)
                hand = "yes" if each.override else ""
                row = [pupil.name, pupil.id, unit.unit.name, each.question.id, points(each.points), most, state, hand]
                self._questions(row)


def row_writer(file: TextIO) -> RowWriter:
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


def read_rows(path: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file as any spreadsheet saves it, each with the number of its line; the first one is the head.

    `name` is what an error calls the file. Raises KitError if it can't be opened or is no table.
    """
    try:
        with path.open(encoding=_encoding(path), errors="replace", newline="") as file:
            head = file.readline()
            file.seek(0)
            reader = csv.reader(file, delimiter=max(",;\t", key=head.count))
            yield from ((reader.line_num, row) for row in reader)
    except OSError as error:
        raise KitError(f"{name} can't be opened: {error.strerror}. Check its name.") from None
    except csv.Error as error:
        raise KitError(f"{name} is no table: {error}. Save it from the spreadsheet as CSV.") from None


def _encoding(path: Path) -> str:
    try:
        with path.open(encoding=ENCODINGS[0]) as file:
            while file.read(65_536):
                pass
    except UnicodeDecodeError:
        return ENCODINGS[1]
    return ENCODINGS[0]

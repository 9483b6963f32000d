"""Tables of a marked class: grades.csv, questions.csv, what Canvas and Moodle import; and tables that are read back."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TextIO

from kit.errors import KitError
from kit.grading.output_folder import OutputFolder
from kit.grading.pupil_results import PupilResult
from kit.questions.question import Unit

# A spreadsheet takes a cell that begins like this for a formula, and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SEPARATOR = re.compile(r"(?i)[\"']?sep=(.)[\"']?\s*")  # a first line by which Excel is told how cells are kept apart
RowWriter = Callable[[Sequence[object]], object]


@contextmanager
def result_tables(out: OutputFolder, units: Sequence[Unit], bonus: Iterable[str]) -> Iterator[ResultTables]:
    """The four tables of a folder, to which the block adds pupils; at its end they take the place of the old ones.

    Raises KitError if they can't be written.
    """
    with ExitStack() as files:
        names = ("grades.csv", "questions.csv", "canvas.csv", "moodle.csv")
        writers = (row_writer(files.enter_context(out.table(name))) for name in names)
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
                row = [pupil.name, pupil.id, unit.unit.name, id_in_table(each.question.id), points(each.points)]
                row += [most, state, hand]
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


def as_typed(cell: str) -> str:
    """The same the other way round, without the blanks around it.

    >>> as_typed(str(defused("=1+1"))), as_typed(" 'tis so")
    ('=1+1', "'tis so")
    """
    bare = cell.strip()
    return bare[1:] if bare[:1] == "'" and bare[1:].lstrip(" ").startswith(FORMULA) else bare


def points(number: Fraction) -> str:
    """Points as spreadsheets and platforms want them: 1.5, and what being late leaves to the hundredth."""
    return f"{float(number):.2f}".rstrip("0").rstrip(".")


def id_in_table(id: str) -> str:
    """The id of a question as a table has it: a spreadsheet makes 7.1 out of 7.10, but leaves a letter alone.

    >>> id_in_table("7.10"), id_in_table("mytest.1")
    ('q7.10', 'mytest.1')
    """
    return f"q{id}" if id[:1].isdecimal() else id


def id_from_table(cell: str) -> str:
    """The same the other way round; an id without its letter, as tables had them once, is left as it is."""
    found = re.fullmatch(r"[qQ]\s?(\d.*)", cell.strip())
    return found[1] if found else cell.strip()


def read_rows(path: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file as any spreadsheet saves it, each with the number of its line; the first one is the head.

    `name` is what an error calls the file. Raises KitError if it can't be opened or is no table.
    """
    try:
        with path.open(encoding=_encoding(path), errors="replace", newline="") as file:
            lines, head = 0, file.readline()
            told = SEPARATOR.fullmatch(head)
            if told:
                lines = 1
            else:
                file.seek(0)
            reader = csv.reader(file, delimiter=told[1] if told else max(",;\t", key=head.count))
            yield from ((reader.line_num + lines, row) for row in reader)
    except OSError as error:
        raise KitError(f"{name} can't be opened: {error.strerror}. Check its name.") from None
    except csv.Error as error:
        raise KitError(f"{name} isn't a table: {error}. Save it from the spreadsheet as CSV.") from None


def _encoding(path: Path) -> str:
    """The encoding of a table: UTF-16 shows itself at the start, or by a zero in every second byte."""
    with path.open("rb") as file:
        first = file.read(200)
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if b"\0" in first:
        return "utf-16-le" if b"\0" in first[1::2] else "utf-16-be"
    try:
        with path.open(encoding="utf-8-sig") as file:
            while file.read(65_536):
                pass
    except UnicodeDecodeError:
        return "cp1252"  # as an older spreadsheet saves it
    return "utf-8-sig"

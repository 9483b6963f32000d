"""Taking in the points of open answers that a person gave: the table to-read.csv, filled in."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from kit.grading.bank import the_bank
from kit.grading.errors import GradingError
from kit.grading.gradebook import Gradebook, now
from kit.grading.records import Override
from kit.grading.tables import points
from kit.questions.question import Question

ENCODINGS = ("utf-8-sig", "cp1252")  # the second: as an older spreadsheet saves it


def read_back(path: Path, book: Gradebook, who: str) -> tuple[int, int]:
    """Take the points of a filled-in table into the gradebook. Gives how many were taken, and how many lines were
    left empty. Nothing is taken if any line can't be: then GradingError names the first."""
    taken = empty = 0
    book.begin()
    try:
        for line, row in _rows(path):
            said = row["points"].strip().replace(",", ".")
            if not said:
                empty += 1
                continue
            book.give(_override(said, row, f"{path}, line {line}", book, who))
            taken += 1
    except BaseException:
        book.roll_back()
        raise
    book.commit()
    return taken, empty


def _override(said: str, row: dict[str, str], where: str, book: Gradebook, who: str) -> Override:
    """What one line says."""
    number = row["pupil"].strip()
    pupil = book.numbered(int(number)) if re.fullmatch("[0-9]{1,9}", number) else None
    question = the_bank().question(row["question"].strip())
    if pupil is None or question is None:
        what = "pupil" if pupil is None else "question"
        raise GradingError(f"{where}: there is no {what} {row[what]!r} in this gradebook. Use the to-read.csv of it.")
    return Override(pupil.key, question.id, _points(said, question, where), row["comment"].strip(), who, now())


def _points(said: str, question: Question, where: str) -> Fraction:
    try:
        value = Fraction(said)
    except (ValueError, ZeroDivisionError):
        raise GradingError(f"{where}: the points “{said}” are no number. Write it as in 7.5.") from None
    if not 0 <= value <= question.points or value * 4 % 1:
        most = points(question.points)
        raise GradingError(f"{where}: the points have to be from 0 to {most}, in quarters. There it says {said}.")
    return value


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines of the table, with their numbers."""
    try:
        with path.open(encoding=_encoding(path), errors="replace", newline="") as file:
            head = file.readline()
            file.seek(0)
            reader = csv.DictReader(file, delimiter=max(",;\t", key=head.count))
            missing = {"pupil", "question", "points", "comment"} - set(reader.fieldnames or ())
            if missing:
                raise GradingError(
                    f"{path} has no column {', '.join(sorted(missing))}. Fill in the to-read.csv that `kit grade` "
                    "made, and keep its first line."
                )
            for row in reader:
                yield reader.line_num, {key: value or "" for key, value in row.items() if key}
    except OSError as error:
        raise GradingError(f"{path} can't be opened: {error.strerror}. Check its name.") from None
    except csv.Error as error:
        raise GradingError(f"{path} is no table: {error}. Save it from the spreadsheet as CSV.") from None


def _encoding(path: Path) -> str:
    """How the table is written."""
    try:
        with path.open(encoding=ENCODINGS[0]) as file:
            while file.read(65_536):
                pass
    except UnicodeDecodeError:
        return ENCODINGS[1]
    return ENCODINGS[0]

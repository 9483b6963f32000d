"""Open answers: a page to read them side by side, a table to fill in, and the points that a person filled in there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from kit.errors import KitError
from kit.grading.gradebook import Gradebook, now
from kit.grading.known_questions import find_question
from kit.grading.page_templates import page_in_pieces
from kit.grading.parsing import MAX_TEXTS
from kit.grading.pupil_results import AnswerResult, PupilResult
from kit.grading.records import Override
from kit.grading.storage import growing_file, temporary_database
from kit.grading.tables import points, read_rows, row_writer
from kit.library import text_of
from kit.questions.question import Question, Unit

WHERE = {"report": "the report that was handed in", "notebook": "the notebook"}
COLUMNS = ("pupil", "name", "question", "points", "of", "comment", "answer")
NEEDED = ("pupil", "question", "points", "comment")
TABLE = """CREATE TABLE answer (
    question TEXT, number INTEGER, name TEXT, points TEXT, comment TEXT, words TEXT, pupil TEXT, others TEXT);
CREATE INDEX by_question ON answer (question);"""


class OpenAnswer(NamedTuple):
    """An open answer of a pupil: their number, the name that is shown, the points that it was given ("" if it waits
    still), a comment, and the pupil's words. `pupil` is the key, `others` are the ids of the pupil's other open answers
    to this unit."""

    question: str
    number: int
    name: str
    points: str
    comment: str
    words: str
    pupil: str
    others: str


class OpenAnswers:
    """Takes one pupil after the other, then writes the page and the table. The answers wait outside of memory."""

    def __init__(self, units: Sequence[Unit], book: Gradebook):
        self._book = book
        self._questions = [each for unit in units for each in unit.questions if each.key.by_hand]
        self._base = temporary_database(TABLE)
        self._waiting = 0

    def add(self, result: PupilResult, name: str) -> None:
        """The open answers of a pupil that a person marks, or has marked."""
        for unit in result.units:
            opened = [each for each in unit.answers if is_open(each)]
            for each in opened:
                self._waiting += each.waits
                given = each.override
                value = json.loads(each.marked.value) if each.marked and each.marked.value else ""
                row = OpenAnswer(
                    each.question.id,
                    result.pupil.number,
                    name,
                    points(given.points) if given else "",
                    given.comment if given else "",
                    value if isinstance(value, str) else json.dumps(value, ensure_ascii=False),
                    result.pupil.key,
                    " ".join(other.question.id for other in opened if other is not each),
                )
                self._base.execute("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def write_page(self, path: Path) -> None:
        """The page: each open question with its rubric, and below it the answers, one after the other."""
        (count,) = self._base.execute("SELECT count(*) FROM answer").fetchone()
        answered = {id for (id,) in self._base.execute("SELECT DISTINCT question FROM answer")}
        pieces = page_in_pieces(
            "to-read.html",
            waiting=self._waiting,
            count=count,
            questions=[each for each in self._questions if each.id in answered],
            answers_to=self._answers_to,
            text_about=lambda question: paragraphs(text_of(question.article)) if question.article else [],
            texts_of=self._texts_of,
        )
        with growing_file(path) as out:
            out.writelines(pieces)

    def write_table(self, path: Path) -> None:
        """The table to fill in: one line for each answer; `pupil` is the number by which it is read back."""
        with growing_file(path) as out:
            write = row_writer(out)
            write(COLUMNS)
            for question in self._questions:
                most = points(question.points)
                for each in self._answers_to(question):
                    write([each.number, each.name, question.id, each.points, most, each.comment, each.words])

    def _answers_to(self, question: Question) -> Iterator[OpenAnswer]:
        """The answers to a question, in the order in which the pupils came."""
        rows = self._base.execute("SELECT * FROM answer WHERE question = ? ORDER BY rowid", (question.id,))
        return (OpenAnswer(*row) for row in rows)

    def _texts_of(self, question: Question, answer: OpenAnswer) -> Iterator[tuple[str, list[str]]]:
        """The texts that a pupil's own audit may be about: where each was found, and its lines."""
        for form, words in () if question.article else self._book.texts(answer.pupil, MAX_TEXTS):
            yield WHERE[form], paragraphs(words)


def is_open(result: AnswerResult) -> bool:
    """Is this an answer that a person marks, or has marked?"""
    marked = result.marked
    return result.question.key.by_hand and marked is not None and marked.state == "by hand"


def paragraphs(text: str) -> list[str]:
    """The lines of a text that are not empty."""
    return [line for line in text.splitlines() if line.strip()]


def take_points(path: Path, book: Gradebook, who: str) -> tuple[int, int]:
    """Take the points of a filled-in to-read.csv into the gradebook, as given by somebody.

    Gives how many were taken, and how many lines were left empty. Nothing is taken if any line can't be: then KitError
    names the first.
    """
    taken = empty = 0
    rows = read_rows(path, str(path))
    _, head = next(rows, (0, []))
    if missing := sorted(set(NEEDED) - set(head)):
        raise KitError(
            f"{path} has no column {', '.join(missing)}. Fill in the to-read.csv that `kit grade` made, and keep its "
            "first line."
        )
    with book.transaction():
        for line, row in rows:
            cells = dict.fromkeys(NEEDED, "") | dict(zip(head, row, strict=False))
            if cells["points"].strip():
                book.give(_override(cells, f"{path}, line {line}", book, who))
                taken += 1
            elif row:
                empty += 1
    return taken, empty


def _override(cells: dict[str, str], where: str, book: Gradebook, who: str) -> Override:
    """What one line says."""
    number = cells["pupil"].strip()
    pupil = book.pupil("number", int(number)) if re.fullmatch("[0-9]{1,9}", number) else None
    question = find_question(cells["question"].strip())
    if pupil is None or question is None:
        what = "pupil" if pupil is None else "question"
        raise KitError(f"{where}: there is no {what} {cells[what]!r} in this gradebook. Use the to-read.csv of it.")
    return Override(
        pupil.key, question.id, _points(cells["points"], question, where), cells["comment"].strip(), who, now()
    )


def _points(cell: str, question: Question, where: str) -> Fraction:
    said = cell.strip().replace(",", ".")
    try:
        value = Fraction(said)
    except (ValueError, ZeroDivisionError):
        raise KitError(f"{where}: the points “{said}” are no number. Write it as in 7.5.") from None
    if not 0 <= value <= question.points or value * 4 % 1:
        most = points(question.points)
        raise KitError(f"{where}: the points have to be from 0 to {most}, in quarters. There it says {said}.")
    return value

"""Open answers: a page to read them side by side, a table to fill in, and the points that a person filled in there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from kit.errors import KitError
from kit.grading.gradebook import Gradebook, now
from kit.grading.known_questions import find_question
from kit.grading.output_folder import TO_READ, OutputFolder
from kit.grading.page_templates import page_in_pieces
from kit.grading.parsing import MAX_TEXTS
from kit.grading.pupil_names import name_key
from kit.grading.pupil_results import PupilResult
from kit.grading.records import Override
from kit.grading.storage import temporary_database
from kit.grading.tables import as_typed, defused, id_from_table, id_in_table, points, read_rows, row_writer
from kit.questions.points import typed_points
from kit.questions.question import Question, Unit

COLUMNS = ("pupil", "name", "question", "points", "of", "comment", "answer")
NEEDED = ("pupil", "question", "points", "comment")
TABLE = "CREATE TABLE answer (question TEXT, said TEXT); CREATE INDEX by_question ON answer (question);"


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
            opened = [each for each in unit.answers if each.is_open]
            for each in opened:
                self._waiting += each.waits
                given = each.override
                value = json.loads(each.marked.value) if each.marked and each.marked.value else ""
                said = {
                    "number": result.pupil.number,
                    "name": name,
                    "points": points(given.points) if given else "",
                    "comment": given.comment if given else "",
                    "words": value if isinstance(value, str) else json.dumps(value, ensure_ascii=False),
                    "pupil": result.pupil.key,
                    "others": [other.question.id for other in opened if other is not each],
                }
                self._base.execute("INSERT INTO answer VALUES (?, ?)", (each.question.id, json.dumps(said)))

    def write_page(self, out: OutputFolder) -> None:
        """The page: each open question with its rubric, and below it the answers, one after the other."""
        (count,) = self._base.execute("SELECT count(*) FROM answer").fetchone()
        answered = {id for (id,) in self._base.execute("SELECT DISTINCT question FROM answer")}
        pieces = page_in_pieces(
            "to-read.html",
            waiting=self._waiting,
            count=count,
            questions=[each for each in self._questions if each.id in answered],
            answers_to=self._answers_to,
            texts_from=lambda pupil: self._book.texts(pupil, MAX_TEXTS),
        )
        with out.page("to-read.html") as file:
            file.writelines(pieces)

    def write_table(self, out: OutputFolder) -> None:
        """The table to fill in: one line for each answer; `pupil` is the number by which it is read back."""
        with out.table(TO_READ) as file:
            write = row_writer(file)
            write(COLUMNS)
            for question in self._questions:
                most = points(question.points)
                for each in self._answers_to(question):
                    given = (each["points"], most, each["comment"], each["words"])
                    write([each["number"], each["name"], id_in_table(question.id), *given])

        self._book.tables.tell(
            (each["number"], question.id, each["points"], each["comment"])
            for question in self._questions
            for each in self._answers_to(question)
        )

    def _answers_to(self, question: Question) -> Iterator[dict[str, Any]]:
        """The answers to a question, in the order in which the pupils came: the number and key of the pupil, the name
        that is shown, the points that it was given ("" if it waits still) with the comment, the words, and the ids of
        the pupil's other open answers to the unit."""
        rows = self._base.execute("SELECT said FROM answer WHERE question = ? ORDER BY rowid", (question.id,))
        return (json.loads(said) for (said,) in rows)


def take_points(path: Path, book: Gradebook, who: str) -> tuple[int, int]:
    """Take the points of a filled-in to-read.csv into the gradebook, as given by somebody. What the gradebook has
    already stays as it is.

    Gives how many were taken, and how many lines were left empty. Nothing is taken if any line can't be: then KitError
    names the first.
    """
    taken = empty = 0
    lines: dict[tuple[str, str], int] = {}
    rows = read_rows(path, str(path))
    _, head = next(rows, (0, []))
    if missing := sorted(set(NEEDED) - set(head)):
        raise KitError(
            f"{path} has no column {', '.join(missing)}. Fill in the to-read.csv that `kit grade` made, and keep its "
            "first line."
        )
    with book.transaction():
        for line, row in rows:
            cells = dict.fromkeys(COLUMNS, "") | dict(zip(head, row, strict=False))
            if not cells["points"].strip():
                empty += bool(row)
                continue
            given = _override(cells, f"{path}, line {line}", book, who)
            first = lines.setdefault((given.pupil, given.question), line)
            if first != line:
                raise KitError(
                    f"{path}, line {line}: line {first} has points for the same answer. If a spreadsheet has made "
                    f"{given.question} out of {given.question}0, fill in the new to-read.csv, where it can't."
                )
            # A line that says what it was written with is not this person's word: others may have marked since.
            told = book.tables.was_told(int(cells["pupil"]), given.question)
            if told is None or told != (points(given.points), given.comment):
                book.give(given)
                taken += 1
    return taken, empty


def _override(cells: dict[str, str], where: str, book: Gradebook, who: str) -> Override:
    """What one line says."""
    number = cells["pupil"].strip()
    pupil = book.pupil("number", int(number)) if re.fullmatch("[0-9]{1,9}", number) else None
    question = find_question(_question_meant(cells, pupil.key if pupil else "", book))
    if pupil is None or question is None:
        what = "pupil" if pupil is None else "question"
        raise KitError(f"{where}: there is no {what} {cells[what]!r} in this gradebook. Use its own to-read.csv.")
    name = name_key(cells["name"].split(" (")[0])
    shown = {name_key(each) for each in (pupil.name, pupil.name.split(" (")[0], pupil.shown_name(True))}
    if name and name not in shown and pupil.number == int(number):
        raise KitError(
            f"{where}: pupil {number} is {pupil.name} in this gradebook, and the table says {cells['name']}. The table "
            "belongs to another class, or to an earlier gradebook. Use this one's to-read.csv."
        )
    return Override(
        pupil.key, question.id, _points(cells["points"], question, where), as_typed(cells["comment"]), who, now()
    )


def _question_meant(cells: dict[str, str], pupil: str, book: Gradebook) -> str:
    """The id in a line. Of an older table, whose ids have no letter in front, a spreadsheet may have made 7.1 out of
    7.10: then the answer beside it tells."""
    id = id_from_table(cells["question"])
    if id != cells["question"].strip() or not cells["answer"].strip():
        return id
    said = " ".join(cells["answer"].split())
    for each in (id, *(f"{id}{'0' * zeros}" for zeros in (1, 2))):
        if any(said == " ".join(str(defused(words)).split()) for words in book.answers_given(pupil, each)):
            return each
    return id


def _points(cell: str, question: Question, where: str) -> Fraction:
    said = cell.strip()
    try:
        value = typed_points(said)
    except ValueError:
        raise KitError(f"{where}: the points “{said}” aren't a number. Write them as in 7.5.") from None
    if not 0 <= value <= question.points or value * 4 % 1:
        most = points(question.points)
        raise KitError(f"{where}: the points have to be from 0 to {most}, in quarters. There it says {said}.")
    return value

"""Open answers: a page to read them side by side, a table to fill in, and reading that table back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from kit.grading.bank import the_bank
from kit.grading.errors import GradingError
from kit.grading.gradebook import Gradebook, Override, now
from kit.grading.outcome import Answered, Outcome
from kit.grading.pages import of, page
from kit.grading.shown import cut
from kit.grading.tables import points, write
from kit.questions.points import Points, counted
from kit.questions.question import OpenKey, Question
from kit.views.prose import prose

COLUMNS = ("pupil", "name", "question", "points", "of", "comment", "answer")
LONGEST = 20_000_000  # bytes of a table that is read back


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open answer of a pupil: their number, the name that is shown, and the answer with what it was given."""

    number: int
    name: str
    answered: Answered

    @property
    def words(self) -> str:
        """What the pupil wrote."""
        marked = self.answered.marked
        value = json.loads(marked.value) if marked and marked.value else ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def open_answers(outcome: Outcome, number: int, name: str) -> list[Waiting]:
    """The open answers of a pupil that a person marks, or has marked."""
    return [
        Waiting(number, name, each)
        for unit in outcome.units
        for each in unit.answers
        if isinstance(each.question.key, OpenKey) and each.marked is not None and each.marked.state == "by hand"
    ]


def to_read_page(waiting: Sequence[Waiting]) -> str:
    """The page: each open question with its rubric, and below it the answers, one after the other."""
    questions = [_question(question, answers) for question, answers in _by_question(waiting)]
    left = sum(each.answered.waits for each in waiting)
    say = (
        f"{left} of {len(waiting)} still wait. Read them here, fill in points and a comment in to-read.csv, which lies "
        "beside this page, and save it as CSV. Then give the command with which you marked once more, and add --open "
        "with the way to that file, as in: kit grade class -o marks --open marks/to-read.csv"
    )
    return page("to-read.html", questions=questions, say=say)


def to_read_csv(waiting: Sequence[Waiting]) -> str:
    """The table to fill in: one line for each answer; `pupil` is the number by which it is read back."""
    out = io.StringIO(newline="")
    write(out, COLUMNS)
    for _, answers in _by_question(waiting):
        for each in answers:
            question, given = each.answered.question, each.answered.override
            row = [each.number, each.name, question.id, points(given.points) if given else "", points(question.points)]
            write(out, [*row, given.comment if given else "", each.words])
    return out.getvalue()


def read_back(path: Path, book: Gradebook, who: str) -> tuple[int, int]:
    """Take the points of a filled-in table into the gradebook. Gives how many were taken, and how many lines were
    left empty. Nothing is taken if any line can't be: then GradingError names the first."""
    rows = _rows(path)
    by_number = {str(number): key for key, number in book.numbers().items()}
    given: list[Override] = []
    empty = 0
    for line, row in rows:
        said = row["points"].strip().replace(",", ".")
        if not said:
            empty += 1
            continue
        where = f"{path}, line {line}"
        pupil, question = by_number.get(row["pupil"].strip()), the_bank().question(row["question"].strip())
        if pupil is None or question is None:
            what = "pupil" if pupil is None else "question"
            raise GradingError(
                f"{where}: there is no {what} {row[what]!r} in this gradebook. Use the to-read.csv of it."
            )
        given.append(Override(pupil, question.id, _points(said, question, where), row["comment"].strip(), who, now()))
    book.begin()
    for each in given:
        book.give(each)
    book.commit()
    return len(given), empty


def _points(said: str, question: Question, where: str) -> Fraction:
    try:
        value = Fraction(said)
    except (ValueError, ZeroDivisionError):
        raise GradingError(f"{where}: the points “{said}” are no number. Write it as in 7.5.") from None
    if not 0 <= value <= question.points or value * 4 % 1:
        most = points(question.points)
        raise GradingError(f"{where}: the points have to be from 0 to {most}, in quarters. There it says {said}.")
    return value


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The lines of the table, with their numbers."""
    try:
        data = path.read_bytes()[: LONGEST + 1]
    except OSError as error:
        raise GradingError(f"{path} can't be opened: {error.strerror}. Check its name.") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")  # as an older spreadsheet saves it
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    missing = {"pupil", "question", "points", "comment"} - set(reader.fieldnames or ())
    if missing:
        raise GradingError(
            f"{path} has no column {', '.join(sorted(missing))}. Fill in the to-read.csv that `kit grade` made, and "
            "keep its first line."
        )
    return [(reader.line_num, {key: value or "" for key, value in row.items() if key}) for row in reader]


def _by_question(waiting: Iterable[Waiting]) -> list[tuple[Question, list[Waiting]]]:
    groups: dict[str, tuple[Question, list[Waiting]]] = {}
    for each in waiting:
        question = each.answered.question
        groups.setdefault(question.id, (question, []))[1].append(each)
    return list(groups.values())


def _question(question: Question, answers: Iterable[Waiting]) -> dict[str, Any]:
    key = question.key
    return {
        "id": question.id,
        "prompt": prose(question.prompt),
        "points": counted(question.points),
        "rubric": [{"points": str(Points(line.points)), "what": line.what} for line in key.rubric]
        if isinstance(key, OpenKey)
        else [],
        "answers": [_answer(each) for each in answers],
    }


def _answer(each: Waiting) -> dict[str, str]:
    given = each.answered.override
    count = len(each.words.split())
    return {
        "who": f"{each.number}: {each.name}",
        "count": f"{count} {'word' if count == 1 else 'words'}",
        "words": cut(each.words),
        "points": of(given.points, each.answered.question.points) if given else "",
        "comment": given.comment if given else "",
    }

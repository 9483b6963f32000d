"""Open answers: a page to read them side by side, and a table to fill in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kit.grading.aside import aside
from kit.grading.audited import MOST
from kit.grading.gradebook import Gradebook
from kit.grading.outcome import Answered, Outcome
from kit.grading.output import growing
from kit.grading.pages import of, page_in_pieces
from kit.grading.tables import points, rows_to
from kit.library import text_of
from kit.questions.points import Points, counted
from kit.questions.question import Question, Unit
from kit.views.prose import prose

WHERE = {"report": "the report that was handed in", "notebook": "the notebook"}
COLUMNS = ("pupil", "name", "question", "points", "of", "comment", "answer")
TABLE = """CREATE TABLE answer (
    question TEXT, number INTEGER, name TEXT, points TEXT, reached TEXT, comment TEXT, words TEXT, pupil TEXT,
    others TEXT);
CREATE INDEX by_question ON answer (question);"""


class OpenAnswer(NamedTuple):
    """An open answer of a pupil: their number, the name that is shown, what it was given ("" if it waits still): the
    points, as the table and as the page have them, and a comment; and the pupil's words. `pupil` is the key, `others`
    are the ids of the pupil's other open answers to this unit."""

    number: int
    name: str
    points: str
    reached: str
    comment: str
    words: str
    pupil: str
    others: str


class OpenAnswers:
    """Takes one pupil after the other, then writes the page and the table. The answers wait outside of memory."""

    def __init__(self, units: Sequence[Unit], book: Gradebook):
        self._book = book
        self._questions = [each for unit in units for each in unit.questions if each.key.by_hand]
        self._aside = aside(TABLE)
        self.all = self.waiting = 0

    def add(self, outcome: Outcome, number: int, name: str) -> None:
        """The open answers of a pupil that a person marks, or has marked."""
        for unit in outcome.units:
            opened = [each for each in unit.answers if is_open(each)]
            for each in opened:
                self.all += 1
                self.waiting += each.waits
                others = " ".join(other.question.id for other in opened if other is not each)
                row = (each.question.id, number, name, *_given(each), _words(each), outcome.pupil.key, others)
                self._aside.execute("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def write_page(self, path: Path) -> None:
        """The page: each open question with its rubric, and below it the answers, one after the other."""
        say = (
            f"{self.waiting} of {self.all} still wait. Read them here, fill in points and a comment in to-read.csv, "
            "which lies beside this page, and save it as CSV. Then give the command with which you marked once more, "
            "and add --open with the way to that file, as in: kit grade class -o marks --open marks/to-read.csv"
        )
        answered = {id for (id,) in self._aside.execute("SELECT DISTINCT question FROM answer")}
        questions = [self._question(each) for each in self._questions if each.id in answered]
        with growing(path) as out:
            out.writelines(page_in_pieces("to-read.html", questions=questions, say=say))

    def write_table(self, path: Path) -> None:
        """The table to fill in: one line for each answer; `pupil` is the number by which it is read back."""
        with growing(path) as out:
            write = rows_to(out)
            write(COLUMNS)
            for question in self._questions:
                for each in self._of(question):
                    most = points(question.points)
                    write([each.number, each.name, question.id, each.points, most, each.comment, each.words])

    def _of(self, question: Question) -> Iterator[OpenAnswer]:
        """The answers to a question, in the order in which the pupils came."""
        rows = self._aside.execute(
            "SELECT number, name, points, reached, comment, words, pupil, others FROM answer WHERE question = ? "
            "ORDER BY rowid",
            (question.id,),
        )
        return (OpenAnswer(*row) for row in rows)

    def _question(self, question: Question) -> dict[str, Any]:
        return {
            "id": question.id,
            "prompt": prose(question.prompt),
            "points": counted(question.points),
            "rubric": [{"points": str(Points(line.points)), "what": line.what} for line in question.key.rubric()],
            "text": paragraphs(text_of(question.article)) if question.article else [],
            "answers": (self._answer(question, each) for each in self._of(question)),
        }

    def _answer(self, question: Question, each: OpenAnswer) -> dict[str, Any]:
        count = len(each.words.split())
        texts = () if question.article else self._book.texts(each.pupil, MOST)
        return {
            "anchor": anchor(question.id, each.number),
            "who": f"{each.number}: {each.name}",
            "count": f"{count} {'word' if count == 1 else 'words'}",
            "words": each.words,
            "points": each.reached,
            "comment": each.comment,
            "others": [(anchor(id, each.number), id) for id in each.others.split()],
            "texts": [{"where": WHERE[form], "lines": paragraphs(words)} for form, words in texts],
        }


def is_open(answered: Answered) -> bool:
    """Is this an answer that a person marks, or has marked?"""
    marked = answered.marked
    return answered.question.key.by_hand and marked is not None and marked.state == "by hand"


def anchor(question: str, number: int) -> str:
    """Where on the page an answer stands."""
    return f"a-{question.replace('.', '-')}-{number}"


def paragraphs(text: str) -> list[str]:
    """The lines of a text that are not empty."""
    return [line for line in text.splitlines() if line.strip()]


def _given(answered: Answered) -> tuple[str, str, str]:
    """The points that a person gave, as a table and as a page have them, and the comment."""
    given = answered.override
    if given is None:
        return "", "", ""
    return points(given.points), of(given.points, answered.question.points), given.comment


def _words(answered: Answered) -> str:
    """What the pupil wrote."""
    value = json.loads(answered.marked.value) if answered.marked and answered.marked.value else ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

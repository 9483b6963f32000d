"""What the desk knows and can change: the gradebook of one class, read afresh for each look and open only meanwhile.

So `kit grade` may run beside the desk, and what is changed here is in the gradebook at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from kit.errors import KitError
from kit.grading.grade_class import (
    GradeOptions,
    GradeSummary,
    bring_up_to_date,
    grade,
    open_class,
    rules_of,
    this_user,
    use_course,
)
from kit.grading.gradebook import Gradebook, now
from kit.grading.output_folder import BOOK
from kit.grading.owners import assign_owners
from kit.grading.pupil_results import AnswerResult, PupilResult, pupil_results, units_in_play
from kit.grading.records import Doubt, Override, Pupil
from kit.questions.question import Question, Unit

MAX_COMMENTS = 30  # earlier comments that are offered again, the latest


@dataclass(frozen=True, slots=True)
class ClassNow:
    """A class at one moment: the units for which something came in, every pupil's results, what only a person can
    settle, and what a person has settled (a word, and whose it is)."""

    units: tuple[Unit, ...]
    results: tuple[PupilResult, ...]
    doubts: tuple[Doubt, ...]
    aliases: dict[str, str]
    files: int
    unread: int

    @property
    def pupils(self) -> list[Pupil]:
        """Everybody, in their order."""
        return [each.pupil for each in self.results]

    @property
    def waiting(self) -> int:
        """How many open answers nobody has marked yet."""
        return sum(unit.waiting for each in self.results for unit in each.units)

    def open_questions(self) -> list[Question]:
        """The questions with answers that a person marks."""
        return [q for unit in self.units for q in unit.questions if q.key.by_hand and any(self.open_answers(q))]

    def open_answers(self, question: Question) -> Iterator[tuple[Pupil, AnswerResult]]:
        """The answers to such a question."""
        for pupil, answer in self.answers(question):
            if answer.is_open:
                yield pupil, answer

    def answers(self, question: Question) -> Iterator[tuple[Pupil, AnswerResult]]:
        """All answers to a question, pupil by pupil."""
        for result in self.results:
            for unit in result.units:
                for answer in unit.answers:
                    if answer.question.id == question.id and answer.marked is not None:
                        yield result.pupil, answer


class ClassFolder:
    """The folder into which a class is marked, and, if hand-ins arrive while the desk is open, where they do.

    Raises KitError if there is no marked class and nowhere to take one from.
    """

    def __init__(self, out: Path, watched: Path | None):
        self.out, self.watched = out, watched
        if watched is None and not (out / BOOK).is_file():
            raise KitError(
                f"there is no marked class in {out}. Mark it first, as in: kit grade class.zip -o {out}. Or name the "
                f'folder in which hand-ins arrive: desk("{out}", watch="handed-in")'
            )
        self._check_watched()
        self.settings = rules_of(out)[0]
        self.who = this_user()
        self.by_number = False  # the order: names would tell whose an answer is that has a number alone
        self._known: object = None  # how the folder and the gradebook looked when they were last taken in

    def _check_watched(self) -> None:
        if self.watched is None:
            return
        if not self.watched.exists():
            raise KitError(f"there is no folder {self.watched} to watch. Make it, or check its name.")
        if self.watched.is_dir() and self.out.resolve().is_relative_to(self.watched.resolve()):
            raise KitError(f"{self.out} is inside {self.watched}, which is being watched. Choose another folder.")

    def now(self) -> ClassNow:
        """How the class stands, everybody in the order of their names or numbers."""
        with self._book() as book:
            units = units_in_play(book)
            return ClassNow(
                units=tuple(units),
                results=tuple(pupil_results(book, units, self.settings, self.by_number)),
                doubts=tuple(book.owners.doubts()),
                aliases=book.owners.aliases(),
                files=book.count("worth_telling"),
                unread=sum(1 for _ in book.hand_ins(broken=True)),
            )

    def has_news(self) -> bool:
        """Has anything arrived or changed in the gradebook since the last `take_in`, by name, size and time?"""
        return (self._arrived(), looks(self.out / BOOK)) != self._known

    def _arrived(self) -> list[object]:
        if self.watched is None:
            return []
        return [looks(self.watched), *map(looks, sorted(self.watched.rglob("*")))]

    def take_in(self) -> None:
        """Read and mark what is new where hand-ins arrive."""
        self._check_watched()
        arrived = self._arrived()
        with open_class(self.out, lambda said: None) as (book, _):
            use_course(book, lambda said: None)
            bring_up_to_date(book, self.watched, self.settings, lambda what, n: None)
        self._known = (arrived, looks(self.out / BOOK))

    def give(self, pupil: str, question: Question, points: Fraction, comment: str) -> None:
        """Points by hand, with a comment that the pupil reads. They count in place of those of the kit."""
        if not 0 <= points <= question.points or points * 4 % 1:
            raise KitError(f"points for {question.id} go from 0 to {question.points}, in quarters.")
        with self._book() as book, book.transaction():
            book.give(Override(pupil, question.id, points, comment.strip(), self.who, now()))

    def take_back(self, pupil: str, question: Question) -> None:
        """What the kit gave counts again."""
        with self._book() as book, book.transaction():
            book.take_back(pupil, question.id)

    def settle(self, word: str, pupil: str | None) -> None:
        """A name, a folder or a file is this pupil's (a key); None takes that back. Every hand-in finds its owner
        anew."""
        with self._book() as book:
            with book.transaction():
                book.owners.set_alias(word, pupil)
            assign_owners(book, self.settings.aliases)
            book.drop_empty()

    def comments(self, question: Question) -> list[str]:
        """Comments that were given to answers to this question before, the latest first."""
        with self._book() as book:
            return book.comments(question.id, MAX_COMMENTS)

    def texts(self, pupil: str, most: int) -> list[tuple[str, str]]:
        """The texts that a pupil handed in beside the answers: the form of the file, and the words."""
        with self._book() as book:
            return book.texts(pupil, most)

    def write_pages(self, anonymous: bool, tell: Callable[[str], None]) -> GradeSummary:
        """Write every page and table of the class anew from the gradebook, as `kit grade` does."""
        options = GradeOptions(self.settings, anonymous=anonymous, who=self.who, tell=tell)
        return grade(None, self.out, options, lambda what, n: None)

    def _book(self) -> Gradebook:
        return Gradebook(self.out / BOOK)


def words_of(answer: AnswerResult) -> str:
    """An open answer as it was typed."""
    value = json.loads(answer.marked.value) if answer.marked and answer.marked.value else ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def looks(path: Path) -> tuple[str, int, int] | None:
    """A file by its name, its size and the time of its last change; None if it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return str(path), found.st_size, found.st_mtime_ns

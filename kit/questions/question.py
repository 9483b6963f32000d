"""A question, whatever its kind, and a unit of them. All of it is data; `kit.questions.bank` reads it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from kit.library import text_of
from kit.questions.key import Key
from kit.questions.points import Points
from kit.text import Span

Feedback = Literal["hints", "shape"]
Test = Literal["", "pre", "post"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the bank.

    `id` is the number of its unit and its own ("1.3"), `unit` the name of its file ("1-attribution"). `article` is
    the name of its practice text or empty, `passage` the part of it that is shown (None: all of it), `beside` the
    texts to have beside it. `key` holds what can be chosen and what is right, and does all that
    depends on the kind. `feedback` is
    hints (practice) or shape (a test: only whether the answer is complete); `test` is pre or post if it belongs to
    one. `rule` is a newsroom's rule and `rule_by` who set it. A `sealed` one is a test question without its key.
    `in_lesson` is for one that the lesson asks: the exercise leaves it out.
    """

    id: str
    unit: str
    kind: str
    prompt: str
    points: Points
    minutes: int
    article: str
    passage: Span | None
    beside: tuple[str, ...]
    key: Key
    hints: tuple[str, ...]
    explanation: str
    rule: str
    rule_by: str
    feedback: Feedback
    test: Test
    sealed: bool = False
    in_lesson: bool = False

    @property
    def number(self) -> str:
        """What stands before the point in its id: the number of the unit."""
        return self.id.partition(".")[0]

    @property
    def text(self) -> str:
        """The words of its article; empty if it has none."""
        return text_of(self.article) if self.article else ""

    @property
    def shown_part(self) -> Span:
        """The part of its article that is shown; nothing if it has none."""
        return self.passage or Span(0, len(self.text))


@dataclass(frozen=True, slots=True)
class Unit:
    """The questions of one file, in their order. `name` is that of the file, `number` what its ids begin with."""

    name: str
    title: str
    about: str
    file: str
    questions: tuple[Question, ...]

    @property
    def number(self) -> str:
        return number_of(self.name)

    @property
    def heading(self) -> str:
        """Its number, if it has one, and its title."""
        return f"{self.number} · {self.title}" if self.number.isdecimal() else self.title

    @property
    def exercise(self) -> Unit:
        """What its exercise asks: all that its lesson does not."""
        return replace(self, questions=tuple(question for question in self.questions if not question.in_lesson))

    def begun(self, answered: Container[str]) -> Unit:
        """The parts of it, lesson and exercise, in which questions (by id) are answered; all of it if none is."""
        parts = {question.in_lesson for question in self.questions if question.id in answered}
        asked = tuple(question for question in self.questions if question.in_lesson in parts)
        return replace(self, questions=asked) if asked else self

    @property
    def points(self) -> Points:
        return Points(sum((question.points for question in self.questions), Fraction(0)))

    @property
    def minutes(self) -> int:
        return sum(question.minutes for question in self.questions)


def number_of(unit: str) -> str:
    """What the ids of a unit begin with: 1-attribution has questions 1.1, 1.2 and so on.

    >>> number_of("1-attribution"), number_of("mytest")
    ('1', 'mytest')
    """
    return unit.partition("-")[0]

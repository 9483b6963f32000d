"""open: prose that a person marks by a rubric."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Self

from kit.questions.check_result import ScoredAnswer, UnreadableError
from kit.questions.key import ControlPlan, Key
from kit.questions.points import Points
from kit.questions.question import Question
from kit.questions.quoted_text import QuotedText
from kit.toml import Table

MOST_CHARACTERS = 20_000  # of an answer


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of a rubric: so many points for that."""

    points: Points
    what: str


@dataclass(frozen=True, slots=True)
class OpenKey(Key):
    """open: how many words are asked for, by what a person marks them, and a model answer."""

    least: int
    most: int
    criteria: tuple[Criterion, ...]
    model: str

    to_do = "Write your answer in sentences."
    by_hand = True
    shown: ClassVar = {"least": (), "most": (), "rubric": ("points", "what")}

    @classmethod
    def read(cls, table: Table, text: QuotedText | None, sealed: bool) -> Self:
        criteria = table.read_tables(
            "rubric", lambda each: Criterion(Points(each.exact("points")), each.words("what")), least=1
        )
        if sum(line.points for line in criteria) != table.exact("points"):
            raise table.wrong("the points of its rubric do not add up to the points of the question. Put them right")
        least, most = table.whole("least", 1, least=1), table.whole("most", 300, least=1)
        if least > most:
            raise table.wrong(f"least is {least} and most is {most}. Put the smaller number of words under least")
        return cls(least, most, criteria, "" if sealed else table.words("model"))

    def parse_answer(self, question: Question, answer: object) -> str:
        return text_in(answer)

    def unfinished(self, question: Question, answer: object) -> str:
        words = self.parse_answer(question, answer).split()
        return self._length(len(words)) if len(words) < self.least else ""

    def mark(self, question: Question, answer: object) -> ScoredAnswer:
        """A person marks prose. What can be said at once is whether it has the length that is asked for."""
        words = self.parse_answer(question, answer).split()
        return ScoredAnswer(Fraction(0), (self._length(len(words)),))

    def _length(self, count: int) -> str:
        words = f"{count} {'word' if count == 1 else 'words'}"
        if count < self.least:
            return f"You have {words} so far; write at least {self.least}."
        if count > self.most:
            return f"You have {words}, and {self.most} are enough. What can go?"
        return f"You have {words}: a good length."

    def model_answer(self, question: Question) -> str:
        return self.model

    def control(self, question: Question) -> ControlPlan:
        hint = f"{self.least} to {self.most} words. Your teacher reads this; no machine marks it."
        return ControlPlan("entry", {"kind": "prose", "least": self.least, "most": self.most, "hint": hint})


def text_in(answer: object) -> str:
    """The words of an answer, without the blanks around them. Raises UnreadableError if they are none, or far too many.

    >>> text_in(" Three were hurt. ")
    'Three were hurt.'
    """
    if not isinstance(answer, str):
        raise UnreadableError('Give your words between quotation marks, as in "My sentence."')
    if len(answer) > MOST_CHARACTERS:
        raise UnreadableError(f"This has {len(answer):,} characters, more than anybody can read. Make it shorter.")
    return answer.strip()

"""What checking an answer gives: points, and what to say."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import Literal

from kit.compare import Comparison
from kit.questions.points import Points, points_in_words

# right: all points; partly: some; wrong: none; by hand: a person marks it; kept: a test, points are given later.
State = Literal["right", "partly", "wrong", "unanswered", "unreadable", "by hand", "kept"]


class UnreadableError(ValueError):
    """An answer that is not of the form that its question asks for; the message says what to give instead."""


@dataclass(frozen=True, slots=True)
class ScoredAnswer:
    """What a marking rule gives: the share of the points (0 to 1), sentences for the pupil, and the comparison."""

    part: Fraction
    lines: tuple[str, ...]
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True, repr=False)
class CheckResult:
    """The answer to one question, checked.

    `question` is its id; `points` of `max_points` were earned, in exact quarters; `message` says what is right, missed
    or too much, in sentences on lines of their own. `comparison` holds found, missed and extra marks where there are
    marks. `state` says in a word how it stands. `hint` and `explanation` are filled by `check` when it is time for
    them. float() of a result is its points.
    """

    question: str
    points: Points
    max_points: Points
    message: str
    state: State
    comparison: Comparison | None = None
    hint: str = ""
    explanation: str = ""

    def __float__(self) -> float:
        return float(self.points)

    @property
    def head(self) -> str:
        """The points in words; for what is not marked here, that it is not."""
        if self.state in ("by hand", "kept"):
            return f"{self.question}: your answer is saved."
        return f"{self.question}: {self.points} of {points_in_words(self.max_points)}."

    def __str__(self) -> str:
        hint = f"Hint: {self.hint}" if self.hint else ""
        return "\n".join(filter(None, (self.head, self.message, hint, self.explanation)))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        lines = "".join(f"<p style='margin:.3em 0'>{escape(line)}</p>" for line in str(self).splitlines()[1:])
        head = f"<p style='margin:.3em 0'><strong>{escape(self.head)}</strong></p>"
        return f"<div style='max-width:45em'>{head}{lines}</div>"

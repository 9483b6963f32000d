"""number: a figure, with its unit and what it may be off by."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Self

from kit.questions.check_result import ScoredAnswer, UnreadableError
from kit.questions.key import ControlPlan, Key, abbreviated
from kit.questions.question import Question
from kit.questions.quoted_text import QuotedText
from kit.toml import Table

WITH_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")  # 1,200 or 1,200.5
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PLAIN = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)")  # 12, 12.5 or 12,5
DIVIDED = re.compile(r"([+-]?\d+)/(\d+)")  # 2/3
MOST_CHARACTERS = 60  # of a number that anybody would type


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong number that people arrive at, and what led them there."""

    value: Fraction
    message: str


@dataclass(frozen=True, slots=True)
class NumberKey(Key):
    """number: the value, how far off an answer may be, and the ways to write its unit (the first is shown)."""

    value: Fraction
    tolerance: Fraction
    units: tuple[str, ...]
    slips: tuple[Slip, ...]

    to_do = 'Give a number, or type it: check("{id}", 12.5).'
    shown: ClassVar = {"units": ()}

    @classmethod
    def read(cls, table: Table, text: QuotedText | None, sealed: bool) -> Self:
        units = table.several("units", ())
        if sealed:
            return cls(Fraction(0), Fraction(0), units, ())
        value = table.exact("key")
        tolerance = table.exact("tolerance", 0)
        if tolerance < 0:
            raise table.wrong("tolerance is less than nothing. Leave the line out if the number has to be exact")

        def read_slip(each: Table) -> Slip:
            slip = Slip(each.exact("value"), each.words("message"))
            if abs(slip.value - value) <= tolerance:
                raise each.wrong("this wrong number counts as right. Make the tolerance smaller, or take it out")
            return slip

        return cls(value, tolerance, units, table.read_tables("slips", read_slip))

    def secrets(self, text: str) -> list[str]:
        written = f"{float(self.value):g}"
        return [written] if len(written) > 1 else []  # "2" may well stand in a hint for another reason

    @property
    def unit(self) -> str:
        """The unit as it is shown; empty if there is none."""
        return self.units[0] if self.units else ""

    def parse_answer(self, question: Question, answer: object) -> Fraction:
        """The number that is meant: 12.5, "12.5 %", "12,5", "1,200", "2/3"."""
        wanted = f"Give a number, such as 12.5{' ' + self.unit if self.unit else ''}."
        if isinstance(answer, int) and not isinstance(answer, bool):
            return Fraction(answer)
        if isinstance(answer, float) and math.isfinite(answer):
            return Fraction(repr(answer))
        if not isinstance(answer, str) or len(answer) > MOST_CHARACTERS:
            raise UnreadableError(f"{abbreviated(answer)} isn’t a number. {wanted}")
        said = self._without_unit(" ".join(answer.replace("−", "-").split()).rstrip(".").lower()).strip()
        if said in WORDS:
            return Fraction(WORDS.index(said))
        said = said.replace(" ", "") if re.fullmatch(r"[\s\d.,/+-]*", said) else said
        if WITH_THOUSANDS.fullmatch(said):
            return Fraction(said.replace(",", ""))
        if PLAIN.fullmatch(said):
            return Fraction(said.replace(",", "."))
        if (divided := DIVIDED.fullmatch(said)) and int(divided[2]):
            return Fraction(int(divided[1]), int(divided[2]))
        raise UnreadableError(f"{abbreviated(answer)} can’t be read as a number. {wanted}")

    def _without_unit(self, said: str) -> str:
        for unit in sorted(map(str.lower, self.units), key=len, reverse=True):
            bare = said.removesuffix(unit)
            bare = bare.removeprefix(unit) if bare == said else bare
            if bare != said:
                return bare
        return said

    def mark(self, question: Question, answer: object) -> ScoredAnswer:
        """All points for a number near enough; wrong numbers that people arrive at have their own message."""
        number = self.parse_answer(question, answer)
        if abs(number - self.value) <= self.tolerance:
            return ScoredAnswer(Fraction(1), ("That’s right.",))
        for slip in self.slips:
            if abs(number - slip.value) <= self.tolerance:
                return ScoredAnswer(Fraction(0), (slip.message,))
        return ScoredAnswer(Fraction(0), ("That isn’t the number. Work through it again, step by step.",))

    def model_answer(self, question: Question) -> int | float | str:
        value = self.value
        if value.denominator == 1:
            return int(value)
        return float(value) if Fraction(str(float(value))) == value else f"{value.numerator}/{value.denominator}"

    def key_in_words(self, question: Question) -> Iterator[str]:
        unit = f" {self.unit}" if self.unit else ""
        near = f", give or take {float(self.tolerance):g}" if self.tolerance else ""
        yield f"{float(self.value):.10g}{unit}{near}"

    def why_not(self) -> Iterator[str]:
        yield from (f"{float(slip.value):.10g} — {slip.message}" for slip in self.slips)

    def example(self) -> str:
        return "12.5"

    def control(self, question: Question) -> ControlPlan:
        hint = "Write a number, such as 12.5 or 1,200."
        return ControlPlan("entry", {"kind": "number", "unit": self.unit, "hint": hint})

"""Marking what is answered with a choice or a number."""

from __future__ import annotations

import math
import re
from fractions import Fraction

from kit.questions.chosen import near
from kit.questions.question import NumberKey, OptionsKey
from kit.questions.result import Marked, UnreadableError

MANY = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")  # 1,200 or 1,200.5
PLAIN = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)")  # 12, 12.5 or 12,5
DIVIDED = re.compile(r"([+-]?\d+)/(\d+)")  # 2/3
LONGEST = 60  # characters of a number that anybody would type


def choice(key: OptionsKey, answer: object) -> Marked:
    """All points for the right option; a wrong one has its own message."""
    if isinstance(answer, list | tuple) and len(answer) == 1:
        answer = answer[0]
    letter = letter_of(key, answer)
    option = next(option for option in key.options if option.id == letter)
    return Marked(Fraction(option.right), (option.message or "That is it.",))


def choices(key: OptionsKey, answer: object) -> Marked:
    """Each right option earns its share, each wrong one takes one share away. Where none is right, only none is."""
    if isinstance(answer, str):
        answer = [each for each in re.split(r"[\s,;]+", answer) if each]
    if not isinstance(answer, list | tuple | set | frozenset) or len(answer) > 100:
        raise UnreadableError('Give letters in a list, as in ["a", "c"], or [] if none of them is right.')
    chosen = {letter_of(key, each) for each in answer}
    right = {option.id for option in key.options if option.right}
    found, wrong, missed = chosen & right, chosen - right, right - chosen
    lines = [f"{option.id}: {option.message}" for option in key.options if option.id in wrong]
    if missed or (right and wrong):
        lines.insert(0, f"{len(found)} of {len(right)} found.")
    elif not wrong:
        lines = ["That is all of them." if right else "That is it: none of them."]
    part = Fraction(len(found) - len(wrong), len(right)) if right else Fraction(not wrong)
    return Marked(max(part, Fraction(0)), tuple(lines))


def letter_of(key: OptionsKey, answer: object) -> str:
    """The letter of the option that is meant: the letter, also with a bracket or in capitals, or the option's words."""
    if isinstance(answer, str):
        told = answer.strip().strip(".()").lower()
        for option in key.options:
            if told == option.id or answer.strip() == option.text:
                return option.id
    letters = ", ".join(option.id for option in key.options)
    raise UnreadableError(f"{shown(answer)} is none of the options. Give one of the letters {letters}.")


def number(key: NumberKey, answer: object) -> Marked:
    """All points for a number near enough; wrong numbers that people arrive at have their own message."""
    given = number_in(answer, key.units)
    if near(given, key.value, key.tolerance):
        return Marked(Fraction(1), ("That is it.",))
    for slip in key.slips:
        if near(given, slip.value, key.tolerance):
            return Marked(Fraction(0), (slip.message,))
    return Marked(Fraction(0), ("That is not the number. Go through it once more, step by step.",))


def number_in(answer: object, units: tuple[str, ...]) -> Fraction:
    """The number that is meant: 12.5, "12.5 %", "12,5", "1,200", "2/3". Raises UnreadableError if it can't be told."""
    wanted = f"Give a number, such as 12.5{' ' + units[0] if units else ''}."
    if isinstance(answer, int) and not isinstance(answer, bool):
        return Fraction(answer)
    if isinstance(answer, float) and math.isfinite(answer):
        return Fraction(repr(answer))
    if not isinstance(answer, str) or len(answer) > LONGEST:
        raise UnreadableError(f"{shown(answer)} is not a number. {wanted}")
    said = " ".join(answer.replace("−", "-").split()).rstrip(".").lower()
    for unit in sorted(units, key=len, reverse=True):
        bare = said.removesuffix(unit.lower())
        bare = bare.removeprefix(unit.lower()) if bare == said else bare
        if bare != said:
            said = bare
            break
    said = said.strip().replace(" ", "") if re.fullmatch(r"[\s\d.,/+-]*", said) else said
    if MANY.fullmatch(said):
        return Fraction(said.replace(",", ""))
    if PLAIN.fullmatch(said):
        return Fraction(said.replace(",", "."))
    if (divided := DIVIDED.fullmatch(said)) and int(divided[2]):
        return Fraction(int(divided[1]), int(divided[2]))
    raise UnreadableError(f"{shown(answer)} can't be read as a number. {wanted}")


def shown(answer: object) -> str:
    """An answer as a message quotes it, cut short."""
    said = answer if isinstance(answer, str) else repr(answer)[:200]
    said = " ".join(said.split())
    return f"“{said[:60]}…”" if len(said) > 60 else f"“{said}”"

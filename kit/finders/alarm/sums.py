"""What the rules share that do a sum in the head: a figure as a reader says it, and a slip within one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kit.finders.alarm.rule import Candidate
from kit.finding import Differ
from kit.language.grammar import CLASS_OF_WORD
from kit.language.quantities import Quantity
from kit.language.times import Time
from kit.reading import ArticleIndex
from kit.reading.figure_lines import SUMS, FigureLine, frame
from kit.text import Span
from kit.text.word_lists import word_list, word_lists

SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
HALF_DAY = 12 * 60  # minutes
SIGNS = "$£€"
NOT_BEFORE = 3  # words before a word of change in which a "not" takes it back


def amount(value: float, like: Quantity | None = None) -> str:
    """A value as a report writes it, in the money, percent or unit of another figure: £40,000, 1.5 million."""
    value /= like.factor if like else 1
    scale, name = next(((s, n) for s, n in SCALES if abs(value) >= s), (1, ""))
    number = f"{round(value / scale, 2):,.10g}{name}"
    if like is not None and like.sort == "money" and like.unit in SIGNS:
        return like.unit + number
    return f"{number} percent" if like is not None and like.sort == "percent" else number


def alike(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Two figures of one change, where the one that is bare has the unit of the other: "from 12 weeks to nine"."""
    for bare, full in ((one, other), (other, one)):
        if bare.sort == "bare" and full.sort in ("money", "percent", "measure", "duration"):
            low, high = bare.low * full.factor, bare.high * full.factor
            whole = replace(bare, sort=full.sort, unit=full.unit, low=low, high=high, factor=full.factor)
            return (whole, full) if bare is one else (full, whole)
    return one, other


def says_half_of_day(index: ArticleIndex, time: Time) -> bool:
    """Does a time of day say whether it is in the morning or in the evening?"""
    words = index.article[time.span].lower()
    return time.value[0] >= HALF_DAY + 60 or "m" in words or words.startswith("0")


def words_in(name: str) -> frozenset[str]:
    """A list of `sums.toml`."""
    return word_list("words", name, file=SUMS)


@cache
def needed(names: str) -> frozenset[str]:
    """The words of lists of `sums.toml`, of those with more than one word the most telling; other names are words
    themselves."""
    lists = word_lists("words", SUMS)
    words = (word.split("_") for name in names.split() for word in lists.get(name, (name,)))
    return frozenset(min(pieces, key=lambda piece: (piece in CLASS_OF_WORD, -len(piece))) for pieces in words)


def matches(
    index: ArticleIndex, *frames: str, needs: tuple[str, ...] = (), figures: int = 0
) -> Iterator[tuple[FigureLine, re.Match[str]]]:
    """Every place of a text that one of these frames fits, with its line, frame by frame in each line.

    Each of `needs` names words and lists of which a line that a frame fits has at least one, as it has so many
    `figures`: most lines are no sum, and to try a frame on each of them would take long.
    """
    for line in index.figure_lines:
        if len(line.figures) >= figures and not any(needed(names).isdisjoint(line.words) for names in needs):
            yield from ((line, match) for pattern in map(frame, frames) for match in pattern.finditer(line.text))


def has(line: FigureLine, name: str) -> bool:
    """Does the line have a word of this list?"""
    return not words_in(name).isdisjoint(line.words)


def taken_back(line: FigureLine, match: re.Match[str]) -> bool:
    """Is there a "not" or the like right before?"""
    return not words_in("not").isdisjoint(line.text[: match.start()].split()[-NOT_BEFORE:])


def slip(rule: str, kind: Differ, one: Span, other: Span, reckoned: str) -> Candidate:
    """A figure or time that does not go with another one, and the sum that shows it."""
    return Candidate((one, other), ((one,), (other,)), kind, "conflict", rule, reckoned)

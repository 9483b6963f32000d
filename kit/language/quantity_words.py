"""The word lists of `quantities.toml`, ready for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kit.language import Entry, load
from kit.text.word_lists import any_of

Bound = Literal["", "about", "at_least", "more_than", "at_most", "less_than"]
BOUNDS: tuple[Bound, ...] = ("about", "at_least", "more_than", "at_most", "less_than")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureUnit:
    """What a unit measures (percent, points, money or the term of its list), its name, and how many of the first unit
    of its list it is."""

    measures: str
    name: str
    factor: float


@dataclass(frozen=True, slots=True)
class Measures:
    """Number words with their values, units, and the words that stand around numbers: each a tuple of words, or all one
    pattern."""

    numbers: dict[str, float]
    scales: dict[str, float]
    shares: dict[str, float]
    units: dict[Words, MeasureUnit]
    before: dict[Words, Bound]
    behind: dict[Words, Bound]
    other_set: frozenset[str]
    part: frozenset[Words]
    earlier: re.Pattern[str]
    update: re.Pattern[str]
    states: dict[str, str]


def entries() -> tuple[Entry, ...]:
    """The tables of the lexicon, checked."""
    return load("quantities", ("kind", "words"), ("values", "bound"))


@cache
def measures() -> Measures:
    """The lists, read once."""
    by_kind: dict[str, list[Entry]] = {}
    for entry in entries():
        by_kind.setdefault(entry.data["kind"], []).append(entry)

    def values(kind: str) -> dict[str, float]:
        return {w: float(v) for e in by_kind[kind] for w, v in zip(e.data["words"], e.data["values"], strict=True)}

    def phrases(kind: str) -> frozenset[Words]:
        return frozenset(tuple(words.split()) for entry in by_kind[kind] for words in entry.data["words"])

    def one_of(kind: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\S)(?:{any_of(' '.join(words) for words in phrases(kind))})(?!\S)")

    return Measures(
        values("number"),
        values("scale"),
        values("share"),
        dict(_units(by_kind)),
        {words: kind for kind in BOUNDS for words in phrases(kind)},
        {tuple(w.split()): e.data["bound"] for e in by_kind["behind"] for w in e.data["words"]},
        frozenset(words for (words,) in phrases("other_set")),
        phrases("part"),
        one_of("earlier"),
        one_of("update"),
        {word: entry.data["words"][0] for entry in by_kind["state"] for word in entry.data["words"]},
    )


def _units(by_kind: dict[str, list[Entry]]) -> Iterator[tuple[Words, MeasureUnit]]:
    for kind in ("percent", "points", "money"):
        for entry in by_kind[kind]:
            name = entry.data["words"][0]
            for words in entry.data["words"]:
                yield tuple(words.split()), MeasureUnit(kind, name, 1.0)
    for entry in by_kind["unit"]:
        for words, value in zip(entry.data["words"], entry.data["values"], strict=True):
            yield tuple(words.split()), MeasureUnit(entry.term, words, float(value))

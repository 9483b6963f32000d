"""The word lists of the ledger: what news counts, opposites, causes, times, places; found in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kit.language import Matcher, Pattern, load, noun_forms, ways_to_write

UP_OR_DOWN = "up or down"
SORTS = {"verbs": "verb", "nouns": "noun", "words": "phrase"}


@dataclass(frozen=True, slots=True)
class Topic:
    """What an entry stands for: `list` is its lexicon, `term` its name, `side` that of a pair of opposites."""

    list: str
    term: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Opposites:
    """The names of the two sides of a pair, and whether its words are in every text."""

    one: str
    other: str
    common: bool


@cache
def opposites() -> dict[str, Opposites]:
    """The pairs by their term."""
    return {
        entry.term: Opposites(entry.data["one"], entry.data["other"], bool(entry.data.get("common")))
        for entry in _pairs()
    }


@cache
def matcher() -> Matcher[Topic]:
    """All words of all lists, ready for looking up in one pass."""
    return Matcher(_patterns())


@cache
def directions() -> Matcher[Topic]:
    """The words for up and down alone."""
    return Matcher(pattern for pattern in _patterns() if pattern.key.term == UP_OR_DOWN)


@cache
def places() -> frozenset[str]:
    """Nouns for places, in both numbers."""
    words = (word for entry in load("places", ("words",)) for word in entry.data["words"])
    return frozenset(form for word in words for form in noun_forms(word))


def _patterns() -> Iterator[Pattern[Topic]]:
    for name in ("counted", "causes", "moments", "denials"):
        for entry in load(name, (), tuple(SORTS)):
            yield from _ways(entry.data, "", Topic(name, entry.term))
    for entry in _pairs():
        for side in ("one", "other"):
            yield from _ways(entry.data, f"{side}_", Topic("opposites", entry.term, entry.data[side]))


def _pairs() -> Iterable[Any]:
    keys = tuple(f"{side}_{sort}" for side in ("one", "other") for sort in SORTS)
    return load("opposites", ("one", "other"), ("common", *keys))


def _ways(data: Mapping[str, Any], prefix: str, topic: Topic) -> Iterator[Pattern[Topic]]:
    """Every way to write the words of one entry. Each side is a lexicon of its own, so that all are found."""
    for key, sort in SORTS.items():
        for word in data.get(prefix + key, ()):
            for words, form in ways_to_write(word, sort):
                yield Pattern(words, f"{topic.list}/{topic.term}/{topic.side}", topic, form)

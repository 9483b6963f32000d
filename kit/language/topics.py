"""The word lists that put passages side by side: what news counts, opposites, times, denials, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from kit.language import Entry, Matcher, Pattern, load, noun_forms, ways_to_write
from kit.text import Words

SORTS = {"verbs": "verb", "nouns": "noun", "words": "phrase"}


@dataclass(frozen=True, slots=True)
class Topic:
    """What an entry stands for: `list` is its lexicon, `term` its name, `side` that of a pair of opposites."""

    list: str
    term: str
    side: str = ""


class TopicMatch(NamedTuple):
    """A word of a list: its topic, and the rows `first` to `end` (exclusive) of the article's words where it stands."""

    topic: Topic
    first: int
    end: int


def topic_matches(words: Words, rows: Iterable[tuple[int, int]]) -> list[TopicMatch]:
    """The words of all lists in these rows, in the order of the text, found in one pass."""
    topics, matcher = _lists()
    return [TopicMatch(topics[match.pattern.lexicon], match.first, match.end) for match in matcher.find(words, rows)]


@cache
def places() -> frozenset[str]:
    """Nouns for places, in both numbers."""
    words = (word for entry in load("places", ("words",)) for word in entry.data["words"])
    return frozenset(form for word in words for form in noun_forms(word))


@cache
def _lists() -> tuple[dict[str, Topic], Matcher]:
    """Every topic by its name in the matcher, where it is a lexicon of its own so that all are found."""
    topics: dict[str, Topic] = {}
    patterns = []
    for topic, words in _entries():
        name = f"{topic.list}/{topic.term}/{topic.side}"
        topics[name] = topic
        patterns += [Pattern(way, name, name, form) for way, form in words]
    return topics, Matcher(patterns)


def _entries() -> Iterator[tuple[Topic, Iterator[tuple[tuple[str, ...], str]]]]:
    for name in ("counted", "moments", "denials"):
        for entry in load(name, (), tuple(SORTS)):
            yield Topic(name, entry.term), _ways(entry.data, "")
    for entry in _pairs():
        for side in ("one", "other"):
            yield Topic("opposites", entry.term, entry.data[side]), _ways(entry.data, f"{side}_")


def _pairs() -> tuple[Entry, ...]:
    keys = tuple(f"{side}_{sort}" for side in ("one", "other") for sort in SORTS)
    return load("opposites", ("one", "other"), keys)


def _ways(data: Mapping[str, Any], prefix: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every way to write the words of one entry, with the letter of its form."""
    for key, sort in SORTS.items():
        for word in data.get(prefix + key, ()):
            yield from ways_to_write(word, sort)

"""The phrases of `turned.toml` and `both_sides.toml`, found in one pass over a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from math import inf
from typing import NamedTuple

from kit.finders.once import once
from kit.lexicon import Entry, Match, Matcher, Pattern, load, ways_to_write
from kit.text import Article

SIDES = ("one", "other", "known_one", "known_other")


class Theme(NamedTuple):
    """Which lexicon and entry a phrase is of, and which of the entry's lists."""

    lexicon: str
    term: str
    side: str


class Phrase(NamedTuple):
    """A phrase in rows `first` to `end` (exclusive) of an article's words, and the number of its sentence."""

    side: str
    first: int
    end: int
    sentence: int


def turned_entries() -> tuple[Entry, ...]:
    """The tables of `turned.toml`, checked."""
    return load("turned", ("one", "known_other"), ("other", "known_one", "apart", "unless", "once"))


def both_sides_entries() -> tuple[Entry, ...]:
    """The tables of `both_sides.toml`, checked."""
    return load("both_sides", (), ("one", "other", "apart"))


@cache
def _matcher() -> Matcher:
    return Matcher(_patterns())


def _patterns() -> Iterator[Pattern]:
    for lexicon, entries in (("turned", turned_entries()), ("both_sides", both_sides_entries())):
        for entry in entries:
            for side in SIDES:
                for phrase in entry.data.get(side, ()):
                    for words, form in ways_to_write(phrase, "phrase"):
                        yield Pattern(words, f"{lexicon}/{entry.term}/{side}", Theme(lexicon, entry.term, side), form)


@once
def phrases(article: Article) -> dict[tuple[str, str], list[Phrase]]:
    """All phrases of an article by lexicon and entry, in the order of the text."""
    found: dict[tuple[str, str], list[Phrase]] = {}
    for match in _matcher().find(article.words, article.rows):
        theme: Theme = match.pattern.key  # type: ignore[assignment]
        found.setdefault((theme.lexicon, theme.term), []).append(_phrase(article, theme, match))
    return found


def _phrase(article: Article, theme: Theme, match: Match) -> Phrase:
    return Phrase(theme.side, match.first, match.end, bisect_right(article.rows, (match.first, inf)) - 1)


@cache
def _words(phrases_: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words for phrase in phrases_ for words, _ in ways_to_write(phrase, "phrase"))


def stand_in(article: Article, listed: Iterable[str], rows: range) -> bool:
    """Does one of these phrases begin in these rows of an article's words? Looked at only where a pair is in question:
    words such as "other" are in every text."""
    low = article.words.lower
    phrases_ = _words(tuple(listed))
    longest = max(map(len, phrases_), default=0)
    return any(tuple(low[row : row + width]) in phrases_ for row in rows for width in range(1, longest + 1))

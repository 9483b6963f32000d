"""Look up the terms of all lexicons in one pass over the words of a text.

The terms are put into a tree of words: whoever reads "collateral" goes down one branch, finds "damage" on it and is at
a term. Each word of a text is looked up once at the root, so a larger lexicon does not make the reading longer: only
words that begin a term cost more, and they cost what follows them on the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from kit.text import Span, Words

GAP = "..."  # in a pattern: up to `MAX_WORDS_IN_GAP` words may stand here ("let 40 people go")
MAX_WORDS_IN_GAP = 8
CLOSED = frozenset('.;:!?()[]“”"')  # no gap reaches over these
MARKS = frozenset("\"“”'‘’`")  # one of them may stand inside a term: enhanced “interrogation techniques”

Key = TypeVar("Key")


class Pattern(NamedTuple, Generic[Key]):  # thousands are made at the first text, and a tuple is made fastest
    """One way to write a term: its words in small letters, without hyphens, with "..." where words may stand between.

    `lexicon` and `key` say whose it is; `form` is handed through to the match.
    """

    words: tuple[str, ...]
    lexicon: str
    key: Key
    form: str = ""


@dataclass(frozen=True, slots=True)
class Match(Generic[Key]):
    """A pattern found in a text: in rows `first` to `end` (exclusive) of its words.

    `gap` holds the first row between the two pieces and the one after the last, if the term stands in two pieces.
    """

    first: int
    end: int
    gap: tuple[int, int] | None
    pattern: Pattern[Key]

    def spans(self, words: Words) -> tuple[Span, ...]:
        """Where the words of the term stand in the text: one span, or two around a gap."""
        if self.gap is None:
            return (Span(words.start[self.first], words.end[self.end - 1]),)
        before, after = self.gap
        return (
            Span(words.start[self.first], words.end[before - 1]),
            Span(words.start[after], words.end[self.end - 1]),
        )


@dataclass(slots=True)
class _Node(Generic[Key]):
    """A place in the tree of words: the words that may come next, and the patterns that end here."""

    following: dict[str, _Node[Key]] = field(default_factory=dict)
    ends: list[Pattern[Key]] = field(default_factory=list)


class Matcher(Generic[Key]):
    """All patterns of all lexicons, ready for looking up.

    >>> from kit.text import read_text
    >>> article = read_text("They let forty people go.")
    >>> matcher = Matcher([Pattern(("let", GAP, "go"), "euphemisms", "dismiss")])
    >>> [(match.pattern.key, match.spans(article.words)) for match in matcher.find(article.words, article.rows)]
    [('dismiss', (Span(start=5, end=8), Span(start=22, end=24)))]
    """

    def __init__(self, patterns: Iterable[Pattern[Key]]) -> None:
        self.root: _Node[Key] = _Node()
        for pattern in patterns:
            node = self.root
            for word in pattern.words:
                node = node.following.get(word) or node.following.setdefault(word, _Node())
            if not any((p.lexicon, p.key) == (pattern.lexicon, pattern.key) for p in node.ends):
                node.ends.append(pattern)

    def find(self, words: Words, rows: Iterable[tuple[int, int]]) -> list[Match[Key]]:
        """Every term in these rows (of sentences: no term reaches over their ends), in the order of the text.

        Of the terms of one lexicon that overlap, the one that begins first counts, and of those the longest.
        """
        found: list[Match[Key]] = []
        free: dict[str, int] = {}  # for each lexicon the first row that none of its terms has taken
        low, begins = words.lower, self.root.following
        for first, end in rows:
            for at in range(first, end):
                word = low[at]
                if word in begins or "-" in word or "‑" in word:
                    for match in self._at(low, at, end):
                        if match.first >= free.get(match.pattern.lexicon, 0):
                            found.append(match)
                            free[match.pattern.lexicon] = match.end
        return found

    def _at(self, low: Sequence[str], at: int, end: int) -> list[Match[Key]]:
        """The longest match of each lexicon that begins at this row."""
        best: dict[str, Match[Key]] = {}
        for match in _walk(self.root, low, at, at, end, None):
            old = best.get(match.pattern.lexicon)
            if old is None or match.end > old.end:
                best[match.pattern.lexicon] = match
        return list(best.values())


def _walk(
    node: _Node[Key], low: Sequence[str], first: int, at: int, end: int, gap: tuple[int, int] | None
) -> Iterator[Match[Key]]:
    """Every match that can be reached from this node with the words from row `at` on."""
    while True:
        for pattern in node.ends:
            yield Match(first, at, gap, pattern)
        if at > first and GAP in node.following:
            yield from _over_gap(node.following[GAP], low, first, at, end)
        if at >= end:
            return
        following = _step(node, low[at])
        if following is None and at > first and low[at] in MARKS and at + 1 < end:
            at += 1
            following = _step(node, low[at])
        if following is None:
            return
        node, at = following, at + 1


def _over_gap(node: _Node[Key], low: Sequence[str], first: int, at: int, end: int) -> Iterator[Match[Key]]:
    """The nearest row behind a gap where the term goes on."""
    for row in range(at, min(end, at + MAX_WORDS_IN_GAP + 1)):
        if low[row] in CLOSED:
            return
        if low[row] in node.following:
            yield from _walk(node, low, first, row, end, (at, row) if row > at else None)
            return


def _step(node: _Node[Key], word: str) -> _Node[Key] | None:
    """The node after this word; a word with hyphens is taken apart, as the patterns are."""
    following = node.following.get(word)
    if following is not None or ("-" not in word and "‑" not in word):
        return following
    here: _Node[Key] | None = node
    for part in word.replace("‑", "-").split("-"):
        here = here.following.get(part) if here is not None and part else None
    return here

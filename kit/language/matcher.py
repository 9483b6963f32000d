"""Look up the terms of all lexicons in one pass over the words of a text.

The terms are put into a tree of words: whoever reads "collateral" goes down one branch, finds "damage" on it and is at
a term. Each word of a text is looked up once at the root, so a larger lexicon does not make the reading longer: only
words that begin a term cost more, and they cost what follows them on the tree.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kit.text import Span, Words

GAP = "..."  # in a pattern: up to `WIDEST` words may stand here ("let 40 people go")
WIDEST = 8
CLOSED = frozenset('.;:!?()[]“”"')  # no gap reaches over these
MARKS = frozenset("\"“”'‘’`")  # one of them may stand inside a term: enhanced “interrogation techniques”
END = ""  # the key of a node under which its terms stand; no word is empty


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a term: its words in small letters, without hyphens, with "..." where words may stand between.

    `lexicon` and `key` say whose it is; `form` is handed through to the match.
    """

    words: tuple[str, ...]
    lexicon: str
    key: Hashable
    form: str = ""


class Match(NamedTuple):
    """A pattern found in a text: in rows `first` to `end` (exclusive) of its words.

    `gap` holds the first row between the two pieces and the one after the last, if the term stands in two pieces.
    """

    first: int
    end: int
    gap: tuple[int, int] | None
    pattern: Pattern

    def spans(self, words: Words) -> tuple[Span, ...]:
        """Where the words of the term stand in the text: one span, or two around a gap."""
        if self.gap is None:
            return (Span(words.start[self.first], words.end[self.end - 1]),)
        before, after = self.gap
        return (
            Span(words.start[self.first], words.end[before - 1]),
            Span(words.start[after], words.end[self.end - 1]),
        )


class Matcher:
    """All patterns of all lexicons, ready for looking up."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.root: dict[str, Any] = {}
        for pattern in patterns:
            node = self.root
            for word in pattern.words:
                node = node.setdefault(word, {})
            ends: list[Pattern] = node.setdefault(END, [])
            if all((p.lexicon, p.key) != (pattern.lexicon, pattern.key) for p in ends):
                ends.append(pattern)

    def find(self, words: Words, rows: Iterable[tuple[int, int]]) -> list[Match]:
        """Every term in these rows (of sentences: no term reaches over their ends), in the order of the text.

        Of the terms of one lexicon that overlap, the one that begins first counts, and of those the longest.
        """
        found: list[Match] = []
        free: dict[str, int] = {}  # for each lexicon the first row that none of its terms has taken
        low, root = words.lower, self.root
        for first, end in rows:
            for at in range(first, end):
                word = low[at]
                if word in root or "-" in word or "‑" in word:
                    for match in self._at(low, at, end):
                        if match.first >= free.get(match.pattern.lexicon, 0):
                            found.append(match)
                            free[match.pattern.lexicon] = match.end
        return found

    def _at(self, low: Sequence[str], at: int, end: int) -> list[Match]:
        """The longest match of each lexicon that begins at this row."""
        best: dict[str, Match] = {}
        for match in _walk(self.root, low, at, at, end, None):
            for pattern in match[2]:
                old = best.get(pattern.lexicon)
                if old is None or match[0] > old.end:
                    best[pattern.lexicon] = Match(at, match[0], match[1], pattern)
        return list(best.values())


Reached = tuple[int, tuple[int, int] | None, list[Pattern]]


def _walk(
    node: dict[str, Any], low: Sequence[str], first: int, at: int, end: int, gap: tuple[int, int] | None
) -> Iterator[Reached]:
    """Every end of a term that can be reached from this node with the words from row `at` on."""
    while True:
        if END in node:
            yield at, gap, node[END]
        if at > first and GAP in node:
            yield from _over_gap(node[GAP], low, first, at, end)
        if at >= end:
            return
        following = _step(node, low[at])
        if following is None and at > first and low[at] in MARKS and at + 1 < end:
            at += 1
            following = _step(node, low[at])
        if following is None:
            return
        node, at = following, at + 1


def _over_gap(node: dict[str, Any], low: Sequence[str], first: int, at: int, end: int) -> Iterator[Reached]:
    """The nearest row behind a gap where the term goes on."""
    for row in range(at, min(end, at + WIDEST + 1)):
        if low[row] in CLOSED:
            return
        if low[row] in node:
            yield from _walk(node, low, first, row, end, (at, row) if row > at else None)
            return


def _step(node: dict[str, Any], word: str) -> dict[str, Any] | None:
    """The node after this word; a word with hyphens is taken apart, as the patterns are."""
    following = node.get(word)
    if following is not None or ("-" not in word and "‑" not in word):
        return following
    here: dict[str, Any] | None = node
    for part in word.replace("‑", "-").split("-"):
        here = here.get(part) if here is not None and part else None
    return here

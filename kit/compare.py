"""What is matched, missed and spurious: the one definition for a pupil's answer, for the finders, and for two readers.

An `Annotation` is something that somebody marked in a text. Two of them meet if they share enough words: the F1 of
their words is at least one half. They are paired one to one, those that share most first, so nothing counts twice. A
doubtful gold mark costs nobody anything: it is never missed, and what meets it is neither right nor wrong.

The half follows the scoring of attributions in research (a content counts as found if it shares half of its tokens);
F1 of words, and not exact borders, since careful readers agree on the matter more than on where a phrase ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from kit.text import Span

# Words as far as comparing goes: no tagger is needed to mark a pupil's answer.
WORD = re.compile(r"\w+(?:['’]\w+)*")
MIN_TOKEN_OVERLAP = 0.5  # F1 of words from which two marks mean the same place
MOST_LINKED_WORDS = 40  # of a linked passage: as long as a long sentence, so nobody links one half with the other


@dataclass(frozen=True, slots=True)
class Annotation:
    """A place in a text with its label: "source", "vague", "euphemism", or whatever the task calls it.

    `spans` are its words, in one piece or several. For two passages that are linked (see `compare_pairs`) they are the
    two passages. `doubtful` is for gold only.
    """

    label: str
    spans: tuple[Span, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What of the gold was found (`matched`: pairs of gold and given), `missed`, and marked without need (`spurious`).

    `ignored` holds the given marks that meet doubtful gold: they count on no side.
    """

    matched: tuple[tuple[Annotation, Annotation], ...]
    missed: tuple[Annotation, ...]
    spurious: tuple[Annotation, ...]
    ignored: tuple[Annotation, ...]


def compare(text: str, gold: Iterable[Annotation], given: Iterable[Annotation], by_label: bool = True) -> Comparison:
    """Hold what was marked in a text against the gold of the same text.

    With `by_label` two marks meet only if their labels are the same (doubtful gold meets any label); without it only
    the place counts. The order of the marks does not matter.
    """
    return _paired(gold, given, WordsOf(text).f1, by_label)


def compare_pairs(
    text: str, gold: Iterable[Annotation], given: Iterable[Annotation], by_label: bool = False
) -> Comparison:
    """The same for linked passages: each mark has two spans, and it does not matter which of them comes first.

    People mark a word, a clause or the whole sentence for one and the same passage. So two passages mean the same place
    if at least half of the words of the shorter one stand in the longer one, and that one is no longer than a long
    sentence, or than twice the shorter one; both passages of a pair have to.
    """
    return _paired(gold, given, WordsOf(text).linked_alike, by_label)


class WordsOf:
    """Which words of a text stand in a span. Punctuation does not count."""

    def __init__(self, text: str):
        self._known: dict[tuple[Span, ...], frozenset[int]] = {}
        self._starts, self._ends = _words(text)

    def of(self, spans: tuple[Span, ...]) -> frozenset[int]:
        """The numbers of the words that these spans touch."""
        if spans not in self._known:
            found: set[int] = set()
            for start, end in spans:
                found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
            self._known[spans] = frozenset(found)
        return self._known[spans]

    def f1(self, one: Annotation, other: Annotation) -> Fraction:
        """How much of their words two marks share, from 0 to 1, exactly."""
        a, b = self.of(one.spans), self.of(other.spans)
        return Fraction(2 * len(a & b), len(a) + len(b)) if not a.isdisjoint(b) else Fraction(0)

    def linked_alike(self, one: Annotation, other: Annotation) -> float:
        """How far two linked pairs of passages mean the same places, from 0 to 1."""
        if len(one.spans) != 2 or len(other.spans) != 2:
            return 0.0
        (a, b), (c, d) = one.spans, other.spans
        return max(min(self.overlap(a, c), self.overlap(b, d)), min(self.overlap(a, d), self.overlap(b, c)))

    def overlap(self, one: Span, other: Span) -> float:
        """The share of the words of the shorter passage that stand in the other, from 0 to 1; 0 if the other is longer
        than a passage that anybody means."""
        a, b = self.of((one,)), self.of((other,))
        shorter, longer = sorted((len(a), len(b)))
        if not shorter or longer > max(MOST_LINKED_WORDS, 2 * shorter):
            return 0.0
        return len(a & b) / shorter


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[list[int], list[int]]:
    """Where the words of a text begin and end. A class answers on the same few texts, so they are remembered."""
    found = [word.span() for word in WORD.finditer(text)]
    return [start for start, _ in found], [end for _, end in found]


def _paired(
    gold: Iterable[Annotation],
    given: Iterable[Annotation],
    alike: Callable[[Annotation, Annotation], float | Fraction],
    by_label: bool,
) -> Comparison:
    """Pair them one to one, best first; where two are equally good, certain gold goes before doubtful gold."""
    wanted, marked = _in_order(gold), _in_order(given)
    close = [
        (-likeness, want.doubtful, at, by)
        for at, want in enumerate(wanted)
        for by, mark in enumerate(marked)
        if (want.label == mark.label or want.doubtful or not by_label)
        and (likeness := alike(want, mark)) >= MIN_TOKEN_OVERLAP
    ]
    by_gold: dict[int, int] = {}
    taken: set[int] = set()
    for *_, at, by in sorted(close):
        if at not in by_gold and by not in taken:
            by_gold[at] = by
            taken.add(by)
    return Comparison(
        matched=tuple((wanted[at], marked[by]) for at, by in sorted(by_gold.items()) if not wanted[at].doubtful),
        missed=tuple(want for at, want in enumerate(wanted) if at not in by_gold and not want.doubtful),
        spurious=tuple(mark for by, mark in enumerate(marked) if by not in taken),
        ignored=tuple(marked[by] for at, by in sorted(by_gold.items()) if wanted[at].doubtful),
    )


def _in_order(marks: Iterable[Annotation]) -> Sequence[Annotation]:
    """In the order of the text, whatever order they came in, so that ties always fall the same way."""
    return sorted(marks, key=lambda mark: (mark.spans, mark.label, mark.doubtful))

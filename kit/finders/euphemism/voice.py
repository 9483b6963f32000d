"""Whose word is it? The narrator's, somebody's in quotation marks, or one the text keeps at a distance."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from kit.finding import Voice
from kit.reading import ArticleIndex
from kit.text import Quotation, Span, Words

OPENING = frozenset("\"“‘'```")
CALLING = frozenset(
    "call calls called term terms termed dub dubs dubbed label labels labelled labeled name names named".split()
)
CALLING_AS = frozenset("describe describes described refer refers referred know knows known".split())
CALLED = CALLING | frozenset(("as",))
SO_CALLED = frozenset("so-called so‑called quote-unquote euphemistic".split())
MAX_WORDS_AFTER_WHAT = 9  # words before a term in which "what ... calls" begins
MAX_WORDS_TO_EUPHEMISM = 7  # words behind a term in which "a euphemism for" begins
MAX_QUOTATIONS_OUTWARDS = 50  # from a term: more lie over no words of a real text
MAX_WORDS_BESIDE_TERM = 2  # words that may stand in quotation marks beside the term itself


class Voices:
    """Quotations and attributions of an article, ready to be asked about a place in it."""

    def __init__(self, index: ArticleIndex) -> None:
        self.index = index
        self.article = index.article
        self.quotations: tuple[Quotation, ...] = self.article.quotations
        self.starts = [quotation.span.start for quotation in self.quotations]
        self.furthest = list(accumulate((q.span.end for q in self.quotations), max))

    def voice_of(self, span: Span, row: int, end: int, first: int) -> tuple[Voice, tuple[Span, ...]]:
        """Whose words stand here, and who says them if the text tells. Rows `row` to `end` (exclusive) are the term's,
        `first` is the row its sentence begins with."""
        distant = self._distant(row, end, first)
        if distant is not None:
            return "so-called", distant
        quotation = self._around(span)
        if quotation is None:
            return "narrator", ()
        said = self.index.who_says(span)
        speaker = said.source if said else ()
        words = self.article[quotation.inner].split()
        if not speaker and len(words) <= len(self.article[span].split()) + MAX_WORDS_BESIDE_TERM:
            return "so-called", ()
        return "quotation", speaker

    def _around(self, span: Span) -> Quotation | None:
        """The innermost quotation that holds these words."""
        last = bisect_right(self.starts, span.start) - 1
        for at in range(last, max(-1, last - MAX_QUOTATIONS_OUTWARDS), -1):
            if self.furthest[at] < span.end:
                return None
            if self.quotations[at].span.end >= span.end:
                return self.quotations[at]
        return None

    def _distant(self, row: int, end: int, first: int) -> tuple[Span, ...] | None:
        """ "so-called", "what the army calls", "euphemistically known as", ", a euphemism for": and who calls it so."""
        low = self.article.words.lower
        before = row - 1
        while before >= first and (low[before] in OPENING or low[before] in ("a", "an", "the")):
            before -= 1
        if before >= first and (low[before] in SO_CALLED or (low[before] == "called" and low[before - 1] == "so")):
            return ()
        caller = self._called(before, first)
        if caller is not None:
            return caller
        behind = low[end : end + MAX_WORDS_TO_EUPHEMISM]
        behind = behind[: behind.index(".")] if "." in behind else behind
        return () if any(word.startswith("euphemis") for word in behind) else None

    def _called(self, row: int, first: int) -> tuple[Span, ...] | None:
        """Does a word for calling stand at this row, and by whom is it called so?"""
        low = self.article.words.lower
        if row <= first or low[row] not in CALLED:
            return None
        verb = row if low[row] in CALLING else row - 1
        while verb > first and low[verb] in ("to", "it", "them"):  # "refers to as"
            verb -= 1
        if low[verb] not in CALLING and low[verb] not in CALLING_AS:
            return None
        return _caller(self.article.words, verb, first)


def _caller(words: Words, verb: int, first: int) -> tuple[Span, ...] | None:
    """ "what the army calls": the words between "what" and the verb; none for "what is called"."""
    low = words.lower
    for row in range(verb - 1, max(first, verb - MAX_WORDS_AFTER_WHAT) - 1, -1):
        if low[row].startswith(("euphemis", "polite")):
            return ()
        if low[row] == "what":
            between = range(row + 1, verb)
            if not between or low[row + 1] in ("is", "was", "are", "were", "has", "have"):
                return ()
            stop = verb
            while stop > row + 1 and (words.tag[stop - 1][:2] in ("RB", "MD", "VB") or low[stop - 1] == "to"):
                stop -= 1
            return (Span(words.start[row + 1], words.end[stop - 1]),) if stop > row + 1 else ()
    return None

"""The sentences of an article as statements that can be held against each other, and an index that finds those that
share their rarer words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kit.finding import Attribution, Verdict
from kit.language.grammar import PRONOUNS
from kit.language.quantities import Quantity
from kit.language.thesaurus import content
from kit.language.times import Time
from kit.reading import ArticleIndex
from kit.text import Article, Span

TITLES = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sen.", "rep.", "gov."))
SPOKEN = ("said", "colon", "speaker", "phrase", "trailing", "clause")  # how the rules of speech are named
GENERIC = frozenset("the it we you i readers reader viewers".split())
COMMON = 12  # sentences: a word that stands in more of them leads to none
SHARED = 2  # rarer words that two sentences share before they are looked at
BRIEF = 16  # sentences of a text that speaks of one vote, one evening, one house
ENOUGH = 0.55  # of the words of the shorter of two sentences that stand in the other


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence: its number, its rows, what its words are compared by, and its numbers and times by first row."""

    number: int
    first: int
    end: int
    span: Span
    title: bool
    question: bool
    keys: frozenset[str]
    numbers: dict[int, Quantity]
    times: dict[int, Time]


class Sources:
    """Who says what stands at a place of the text."""

    def __init__(self, index: ArticleIndex) -> None:
        self.at = index.who_says
        self.cues = sorted(((f.cue[0].start, f) for f in index.attributions if f.cue), key=lambda cue: cue[0])
        self.cue_starts = [start for start, _ in self.cues]
        spoken = [found for found in index.attributions if found.rule.startswith(SPOKEN)]
        self.said = sorted((s.start, s.end) for found in spoken for s in found.source + found.cue)

    def framing(self, frame: Span) -> Attribution | None:
        """The attribution whose cue stands in this span and whose content goes on behind it: "critics insist that"."""
        cues = self.cues[bisect_left(self.cue_starts, frame.start) : bisect_left(self.cue_starts, frame.end)]
        behind = [found for _, found in cues if any(s.end > frame.end for s in found.content)]
        return behind[0] if behind else None

    def speaking(self, passage: Span) -> list[tuple[int, int]]:
        """The places in a passage that name a source or say that it speaks."""
        first = bisect_left(self.said, (passage.start, 0))
        return self.said[first : bisect_left(self.said, (passage.end, 0))]


@dataclass(frozen=True, slots=True)
class Index:
    """All that the rules look things up in, made once for an article."""

    whole: ArticleIndex
    keys: list[str]  # for each row
    statements: tuple[Statement, ...]
    sources: Sources

    @property
    def article(self) -> Article:
        return self.whole.article

    @property
    def brief(self) -> bool:
        """Is the text so short that its vote, its fire, its evening is one?"""
        body = (statement for statement in self.statements if not statement.title)
        return next(islice(body, BRIEF, None), None) is None

    def words(self, first: int, end: int) -> Span:
        """The span of rows `first` to `end` (exclusive)."""
        words = self.article.words
        return Span(words.start[first], words.end[end - 1])


def index_of(whole: ArticleIndex) -> Index:
    """The statements of an article with their words, numbers, times and sources."""
    article = whole.article
    low = article.words.lower
    keys = list(map(content, low))
    numbers: dict[int, dict[int, Quantity]] = {}
    for quantity in whole.quantities:
        numbers.setdefault(quantity.sentence, {})[quantity.first] = quantity
    when: dict[int, dict[int, Time]] = {}
    for time in whole.times:
        if time.kind != "duration":
            when.setdefault(time.sentence, {})[time.first] = time
    title = article.title
    statements = []
    for number, (span, (first, end)) in enumerate(zip(article.sentences, article.rows, strict=True)):
        here, then = numbers.get(number, {}), when.get(number, {})
        told = [(quantity.first, quantity.stop) for quantity in here.values()]
        for start, stop in (*told, *((time.first, time.end) for time in then.values())):
            keys[start:stop] = [""] * (stop - start)
        own = frozenset(keys[first:end]) - {""}
        in_title = title is not None and span.start < title.end
        question = "?" in low[max(first, end - 3) : end]
        statements.append(Statement(number, first, end, span, in_title, question, own, here, then))
    return Index(whole, keys, tuple(statements), Sources(whole))


def same_source(article: Article, one: Attribution | None, other: Attribution | None) -> bool:
    """May both be the words of one source? A pronoun may stand for anybody; the reporter is one source, too."""
    if one is None or other is None:
        return one is other
    a, b = _names(article, one), _names(article, other)
    if not a or not b or a & PRONOUNS.keys() or b & PRONOUNS.keys():
        return bool(a) == bool(b)
    return any(content(word) and word not in TITLES for word in a & b)


def verdict_of(index: Index, one: Span, other: Span) -> Verdict:
    """A conflict, if one voice says the words at both places; a tension, if two do."""
    return "conflict" if same_source(index.article, index.sources.at(one), index.sources.at(other)) else "tension"


def stands_apart(article: Article, found: Attribution | None) -> bool:
    """Is this somebody of flesh and blood who says so, named or hidden, and not "readers will recall that"?"""
    return found is not None and (not found.source or not _names(article, found) <= GENERIC)


def _names(article: Article, found: Attribution) -> frozenset[str]:
    """The words of a source."""
    return frozenset(w for s in found.source for w in article[s].lower().replace("’", "'").split())


def candidates(index: Index) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of sentences that share most of their words, found by the rarer ones: the earlier one first."""
    places: dict[str, list[int]] = {}
    for statement in index.statements:
        if statement.title:
            continue
        shared: Counter[int] = Counter()
        for key in statement.keys:
            before = places.setdefault(key, [])
            if len(before) <= COMMON:
                shared.update(before)
                before.append(statement.number)
        for number, count in shared.items():
            if count >= SHARED:
                other = index.statements[number]
                both = len(other.keys & statement.keys)
                if both >= ENOUGH * min(len(other.keys), len(statement.keys)):
                    yield other, statement

"""An article as the ledger reads it: for every sentence its keys, who says it, and which topics its words belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log

from kit.finders.ledger.lists import Topic, directions, matcher
from kit.finding import Attribution, Source
from kit.language import Matcher
from kit.language.morphology import stem
from kit.reading import ArticleIndex
from kit.text import Article, Span, Words

# Tags of words that carry a subject: nouns, verbs, adjectives.
CARRIES = ("NN", "VB", "JJ", "FW")
EMPTY = frozenset(
    "be is are was were been being am have has had having do does did done say says said tell told ask asked get got "
    "go went gone come came make made take took give gave put let will would can could may might must shall should one "
    "two other others such more most many much few same own new last next first time way thing people day year week "
    "month there here that this these those not no who what which it he she they we you i his her their its our my "
    "mr mrs ms dr s t re ve ll d m about after before also still even just only very so then now than".split()
)
NOT = frozenset(
    "not n't never no nobody none nothing without neither nor cannot hardly no-one refuse deny denied".split()
)
CLAUSE = frozenset(',;:()—–-.“”"')
REACH_OF_A_FIGURE = 6  # words on either side of a figure in which a word tells what it counts
FARTHEST = 40  # words to either side that a clause goes
FAR_BACK = 6  # words before a verb in which a "not" turns it round
LONGEST = 60  # a group of statements with a key in common: beyond it the key says nothing


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of a list: its topic, and the rows of the article's words where it stands."""

    topic: Topic
    first: int
    end: int


@dataclass(eq=False)
class Book:
    """One article, opened for the ledger."""

    index: ArticleIndex

    def __post_init__(self) -> None:
        self.article: Article = self.index.article
        self.words: Words = self.article.words
        self.starts = [span.start for span in self.article.sentences]
        self.rows = self.article.rows

    @cached_property
    def hits(self) -> list[Hit]:
        """The words of all lists, in the order of the text."""
        return self._found(matcher())

    @cached_property
    def directions(self) -> list[Hit]:
        """The words for up and down alone, for whoever needs no others: that is several times as fast."""
        return self._found(directions())

    def _found(self, lists: Matcher[Topic]) -> list[Hit]:
        return [Hit(match.pattern.key, match.first, match.end) for match in lists.find(self.words, self.rows)]

    # ---- places -------------------------------------------------------------------------------------------------

    def sentence_at(self, place: int) -> int:
        """The number of the sentence at a place of the text; -1 before the first."""
        return bisect_right(self.starts, place) - 1

    def sentence_of_row(self, row: int) -> int:
        return self.sentence_at(self.words.start[row])

    def span(self, first: int, end: int) -> Span:
        """The place of some rows of the article's words."""
        return Span(self.words.start[first], self.words.end[end - 1])

    @cached_property
    def body(self) -> range:
        """The numbers of the sentences without the headline's."""
        title = self.article.title
        return range(0 if title is None else bisect_right(self.starts, title.end - 1), len(self.starts))

    # ---- who says it --------------------------------------------------------------------------------------------

    @cached_property
    def mentions(self) -> tuple[Source, ...]:
        return self.index.sources

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        return self.index.attributions

    @cached_property
    def _said(self) -> dict[int, list[tuple[Span, str]]]:
        """By sentence: the passages that somebody says, and who."""
        said: dict[int, list[tuple[Span, str]]] = defaultdict(list)
        names: dict[int, str] = {}
        for mention in self.mentions:
            if mention.is_source:
                for place in (mention.span.start, mention.span.end):
                    names.setdefault(place, mention.name)
        for attribution in self.attributions:
            who = [names.get(s.start) or names.get(s.end) or self.article[s] for s in attribution.source]
            name = " and ".join(dict.fromkeys(" ".join(each.split()) for each in who)) or "nobody named"
            for span in attribution.content:
                for number in range(max(0, self.sentence_at(span.start)), self.sentence_at(span.end - 1) + 1):
                    said[number].append((span, name))
        return said

    def source_at(self, span: Span) -> str:
        """Who says the words of a span: a name, "nobody named" where a source is hidden, "" for the reporter."""
        around = [
            (said.end - said.start, name)
            for said, name in self._said.get(self.sentence_at(span.start), ())
            if said.start <= span.start and span.end <= said.end
        ]
        return min(around)[1] if around else ""

    def speaker(self, span: Span) -> str:
        """Who says most of a sentence, though "she said" is the reporter's."""
        best, name = 0, ""
        for said, who in self._said.get(self.sentence_at(span.start), ()):
            inside = min(said.end, span.end) - max(said.start, span.start)
            if inside > best:
                best, name = inside, who
        return name if 2 * best > span.end - span.start else ""

    # ---- what it is about ---------------------------------------------------------------------------------------

    @cached_property
    def keys(self) -> list[frozenset[str]]:
        """For each sentence what it is about: stems of its words, topics of the lists, numbers of its people."""
        keys: list[set[str]] = [set() for _ in self.starts]
        words = self.words
        for number, (first, end) in enumerate(self.rows):
            for row in range(first, end):
                low = words.lower[row]
                if words.tag[row].startswith(CARRIES) and low not in EMPTY and len(low) > 2 and low.isalpha():
                    keys[number].add(stem(low))
        for hit in self.hits:
            if hit.topic.list in ("counted", "opposites"):
                keys[self.sentence_of_row(hit.first)].add(f"topic:{hit.topic.term}")
        for mention in self.mentions:
            if mention.entity >= 0 and mention.level.startswith("named"):
                number = self.sentence_at(mention.span.start)
                if number >= 0:
                    keys[number].add(f"who:{mention.entity}")
        return [frozenset(each) for each in keys]

    @cached_property
    def weight(self) -> dict[str, float]:
        """How much two sentences have in common if they share a key: much if the text has it seldom."""
        counts = Counter(key for keys in self.keys for key in keys)
        total = max(len(self.keys), 4)
        return {
            key: log(total / count) * (0.6 if ":" in key else 1.0) if 1 < count <= LONGEST else 0.0
            for key, count in counts.items()
        }

    def links(self, sentences: Iterable[int]) -> dict[tuple[int, int], float]:
        """How much each two of some sentences have in common, where it is anything at all.

        Through an index from key to sentences, so the time grows with what is shared, not with all pairs.
        """
        index: dict[str, list[int]] = defaultdict(list)
        for number in sorted(set(sentences)):
            for key in sorted(self.keys[number]):  # in one order: sums of fractions differ in their last digit
                if self.weight[key]:
                    index[key].append(number)
        shared: dict[tuple[int, int], float] = defaultdict(float)
        for key, numbers in index.items():
            if 1 < len(numbers) <= LONGEST // 3:
                weight = self.weight[key]
                for at, one in enumerate(numbers):
                    for other in numbers[at + 1 :]:
                        shared[one, other] += weight
        return shared

    def negated(self, first: int, end: int) -> bool:
        """Is there a "not", "never" or the like in front of these rows, or right behind, in the same clause?"""
        low = self.words.lower
        start = self.rows[self.sentence_of_row(first)][0]
        for row in range(first - 1, max(start, first - FAR_BACK) - 1, -1):
            if low[row] in CLAUSE:
                break
            if low[row] in NOT:
                return True
        return end < len(low) and low[end] in NOT

    def clause(self, row: int) -> tuple[int, int]:
        """First row and end of the clause around a row: between marks of the sentence."""
        first, end = self.rows[self.sentence_of_row(row)]
        low = self.words.lower
        left, right = row, row + 1
        while left > max(first, row - FARTHEST) and low[left - 1] not in CLAUSE:
            left -= 1
        while right < min(end, row + FARTHEST) and low[right] not in CLAUSE:
            right += 1
        return left, right

    @cached_property
    def counted(self) -> dict[int, list[tuple[int, str]]]:
        """By sentence: where a word stands that names a thing which news counts, and the name of its list."""
        found: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for hit in self.hits_of("counted"):
            found[self.sentence_of_row(hit.first)].append((hit.first, hit.topic.term))
        return found

    def hits_of(self, name: str) -> Iterator[Hit]:
        """The words of one list, in the order of the text."""
        return (hit for hit in self.hits if hit.topic.list == name)

"""What the finders know of an article: worked out once, when it is first asked for, and handed on from one to the next.

    article -> attributions -> sources -> everything that is looked up in them (who says these words, who is meant)
            -> times, quantities -> sentences with their words, numbers and times

Whoever looks at one article with several finders makes one index and hands it to each of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from kit.errors import type_in_words
from kit.finders.attribution.explanation import as_attribution
from kit.finders.attribution.find import propose
from kit.finders.attribution.lines import Line
from kit.finders.attribution.proposal import Proposal
from kit.finders.attribution.weights import attribution_weights
from kit.finders.sources.find import HEARD_FROM, SourceTrace, trace_sources
from kit.finding import Attribution, Source
from kit.language.quantities import Quantity, quantities
from kit.language.thesaurus import content
from kit.language.times import Time, times
from kit.language.topics import TopicMatch, topic_matches
from kit.reading.common import CommonGround
from kit.reading.figure_lines import FigureLine, figure_lines
from kit.reading.people import Person, find_people
from kit.reading.sentences import IndexedSentence, index_sentences
from kit.text import Article, ReadingError, Span

NOBODY_NAMED = "nobody named"
MAX_BRIEF = 15  # sentences of a text that speaks of one vote, one evening, one house


class ArticleIndex:
    """An article with everything that has been found out about it so far.

    >>> from kit.text import read_text
    >>> index = ArticleIndex(read_text("The bridge is safe, the mayor said."))
    >>> [index.article[found.cue[0]] for found in index.attributions]
    ['said']
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = article.words
        self.rows = article.rows  # of each sentence the first row of its words, and the one behind its last
        self._sentence_starts = [span.start for span in article.sentences]
        self._keys: dict[int, frozenset[str]] = {}

    @classmethod
    def of(cls, given: Article | ArticleIndex) -> ArticleIndex:
        """The index of an article; an index stays as it is. Raises ReadingError for all else."""
        if isinstance(given, ArticleIndex):
            return given
        if not isinstance(given, Article):  # the likeliest slip of a pupil: the bare text
            raise ReadingError(
                f'A finder needs an article, not {type_in_words(given)}. Make one first: text = read("...")'
            )
        return cls(given)

    # ---- who says it ------------------------------------------------------------------------------------------------

    @cached_property
    def _proposed(self) -> tuple[list[list[Line]], list[Proposal]]:
        return propose(self.article)

    @property
    def paragraphs(self) -> list[list[Line]]:
        """The narrator's lines, paragraph by paragraph: sentences in which each quotation is folded into one unit."""
        return self._proposed[0]

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions that are shown unless somebody asks for more or for less, in the order of the text."""
        return self.attributions_from(attribution_weights().threshold)

    def attributions_from(self, confidence: float) -> tuple[Attribution, ...]:
        """All attributions with at least this confidence, from 0 to 1."""
        return tuple(as_attribution(self.article, each) for each in self._proposed[1] if each.confidence >= confidence)

    @cached_property
    def _trace(self) -> SourceTrace:
        sure = attribution_weights().threshold
        likely = (each for each in self._proposed[1] if HEARD_FROM <= each.confidence < sure)
        return trace_sources(
            self.article,
            self.paragraphs,
            self.attributions,
            tuple(as_attribution(self.article, each) for each in likely),
        )

    @cached_property
    def _heard(self) -> list[Source]:
        return self._trace.heard()

    @cached_property
    def mentions(self) -> tuple[Source, ...]:
        """Every mention of somebody who could be a source, heard or only spoken about, and every place where one is
        hidden, in the order of the text."""
        return self._trace.mentions(self._heard)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The mentions of those who are heard, and the places where one is hidden; "Reyes, who" is one of them."""
        found: list[Source] = []
        for mention in self._heard:
            if not (found and mention.span.end <= found[-1].span.end and mention.entity == found[-1].entity):
                found.append(mention)
        return tuple(found)

    @cached_property
    def _contents(self) -> tuple[list[tuple[int, int, Attribution]], list[int], int]:
        """What is said, in pieces, the outer one first where two begin together; their starts; the longest's length."""
        pieces = [(span.start, span.end, found) for found in self.attributions for span in found.content]
        pieces.sort(key=lambda piece: (piece[0], -piece[1]))
        longest = max((end - start for start, end, _ in pieces), default=0)
        return pieces, [piece[0] for piece in pieces], longest

    def _said_at(self, first: int, last: int) -> Iterator[tuple[int, int, Attribution]]:
        """The pieces of what is said that begin at or before `last` and may reach `first`, the latest first."""
        pieces, starts, longest = self._contents
        for at in range(bisect_right(starts, last) - 1, -1, -1):
            if first - starts[at] > longest:
                return
            yield pieces[at]

    def who_says(self, span: Span) -> Attribution | None:
        """The attribution whose content holds this span: the innermost one; None where the reporter speaks."""
        return next((found for _, end, found in self._said_at(span.start, span.start) if span.end <= end), None)

    def name_of(self, found: Attribution | None) -> str:
        """Who that is, by the fullest name that the text has; NOBODY_NAMED for a hidden source, "" for the reporter."""
        if found is None:
            return ""
        names = (self._names.get(s.start) or self._names.get(s.end) or self.article[s] for s in found.source)
        return " and ".join(dict.fromkeys(" ".join(name.split()) for name in names)) or NOBODY_NAMED

    @cached_property
    def _names(self) -> dict[int, str]:
        """By both ends of each mention of a source that is heard: its fullest name."""
        names: dict[int, str] = {}
        for mention in self._heard:
            for place in mention.span:
                names.setdefault(place, mention.name)
        return names

    def main_speaker(self, sentence: Span) -> str:
        """The name of whoever says most of a sentence, though "she said" is the reporter's; "" for the reporter."""
        most, speaker = 0, None
        for start, end, found in self._said_at(sentence.start, sentence.end - 1):
            inside = min(end, sentence.end) - max(start, sentence.start)
            if inside >= most:
                most, speaker = inside, found
        return self.name_of(speaker) if 2 * most > sentence.end - sentence.start else ""

    @cached_property
    def _cues(self) -> list[tuple[int, Attribution]]:
        return sorted(((found.cue[0].start, found) for found in self.attributions if found.cue), key=lambda cue: cue[0])

    def claimed_in(self, frame: Span) -> Attribution | None:
        """The attribution whose cue stands in this span and whose content goes on behind it: "critics insist that"."""
        first, end = (bisect_left(self._cues, place, key=lambda cue: cue[0]) for place in frame)
        behind = (found for _, found in self._cues[first:end] if any(s.end > frame.end for s in found.content))
        return next(behind, None)

    # ---- what is counted, and when; who it is about -----------------------------------------------------------------

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Everything in the sentences that says when."""
        return times(self.article)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number of the sentences with its unit and with what it counts; dates, years and hours are none."""
        return quantities(self.article, self.times)

    @cached_property
    def figure_lines(self) -> tuple[FigureLine, ...]:
        """The sentences that hold two figures or times, folded so that patterns can be laid over them."""
        return tuple(figure_lines(self.words, self.sentences))

    @cached_property
    def topic_matches(self) -> list[TopicMatch]:
        """The words of the lists of topics, in the order of the text."""
        return topic_matches(self.words, self.rows)

    def matches_of(self, name: str) -> Iterator[TopicMatch]:
        """The words of one list of topics, in the order of the text."""
        return (match for match in self.topic_matches if match.topic.list == name)

    @cached_property
    def counted(self) -> dict[int, list[tuple[int, str]]]:
        """By sentence: the row of each word that names a thing which news counts, and the name of its list."""
        found: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for match in self.matches_of("counted"):
            found[self.sentence_of_row(match.first)].append((match.first, match.topic.term))
        return found

    @cached_property
    def people(self) -> dict[str, Person]:
        """Everybody named below the headline, by last name in small letters, with the parts and ages given to them."""
        return find_people(self.words, self.sentences, self.capitals)

    @cached_property
    def capitals(self) -> list[int]:
        """The rows of the sentences whose words begin with a capital, in order."""
        form = self.words.form
        return [row for first, end in self.rows for row in range(first, end) if form[row][0].isupper()]

    # ---- sentences --------------------------------------------------------------------------------------------------

    @cached_property
    def _indexed(self) -> tuple[tuple[IndexedSentence, ...], frozenset[int]]:
        return index_sentences(self.article, self.quantities, self.times)

    @property
    def sentences(self) -> tuple[IndexedSentence, ...]:
        """The sentences with the words that they can be compared by, their numbers and their times."""
        return self._indexed[0]

    def key(self, row: int) -> str:
        """What the word in a row is compared by; "" for small words, and for words of numbers and times."""
        return "" if row in self._indexed[1] else content(self.words.lower[row])

    def keys_of(self, sentence: IndexedSentence) -> frozenset[str]:
        """What the words of a sentence are compared by. Worked out for the few that are asked for: stems cost time."""
        if sentence.number not in self._keys:
            self._keys[sentence.number] = frozenset(map(content, sentence.content))
        return self._keys[sentence.number]

    @property
    def body(self) -> range:
        """The numbers of the sentences without the headline's."""
        title = self.article.title
        starts = self._sentence_starts
        return range(0 if title is None else bisect_right(starts, title.end - 1), len(starts))

    @property
    def is_brief(self) -> bool:
        """Is the text so short that its vote, its fire, its evening is one?"""
        return len(self.body) <= MAX_BRIEF

    @cached_property
    def common(self) -> CommonGround:
        """What sentences have in common."""
        return CommonGround(self)

    # ---- where it stands --------------------------------------------------------------------------------------------

    def sentence_at(self, place: int) -> int:
        """The number of the sentence at a place of the text; -1 before the first."""
        return bisect_right(self._sentence_starts, place) - 1

    def sentence_of_row(self, row: int) -> int:
        """The number of the sentence that a row of the article's words belongs to."""
        return self.sentence_at(self.words.start[row])

    def span(self, first: int, end: int) -> Span:
        """The place of rows `first` to `end` (exclusive) of the article's words."""
        return Span(self.words.start[first], self.words.end[end - 1])

"""What the finders know of an article: worked out once, when it is first asked for, and handed on from one to the next.

    article -> attributions -> sources -> everything that is looked up in them (who says these words, which sentence)

Whoever looks at one article with several finders makes one index and hands it to each of them.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from kit.errors import type_in_words
from kit.finders.attribution.find import attribute
from kit.finders.attribution.lines import Line
from kit.finders.sources.find import trace_sources
from kit.finding import Attribution, Source
from kit.language.quantities import Quantity, quantities
from kit.language.times import Time, times
from kit.text import Article, ReadingError, Span


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
    def _attributed(self) -> tuple[list[list[Line]], tuple[Attribution, ...]]:
        return attribute(self.article)

    @property
    def paragraphs(self) -> list[list[Line]]:
        """The narrator's lines, paragraph by paragraph: sentences in which each quotation is folded into one unit."""
        return self._attributed[0]

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        return self._attributed[1]

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every mention of a source, and every place where one is hidden, in the order of the text."""
        return trace_sources(self.article, self.paragraphs, self.attributions)

    @cached_property
    def _contents(self) -> tuple[list[tuple[int, int, Attribution]], list[int], int]:
        """What is said, in pieces, the outer one first where two begin together; their starts; the longest's length."""
        pieces = [(span.start, span.end, found) for found in self.attributions for span in found.content]
        pieces.sort(key=lambda piece: (piece[0], -piece[1]))
        longest = max((end - start for start, end, _ in pieces), default=0)
        return pieces, [piece[0] for piece in pieces], longest

    def who_says(self, span: Span) -> Attribution | None:
        """The attribution whose content holds this span: the innermost one; None where the reporter speaks."""
        pieces, starts, longest = self._contents
        for at in range(bisect_right(starts, span.start) - 1, -1, -1):
            start, end, found = pieces[at]
            if span.start - start > longest:
                break
            if span.end <= end:
                return found
        return None

    # ---- what is counted, and when ----------------------------------------------------------------------------------

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Everything in the sentences that says when."""
        return times(self.article)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number of the sentences with its unit and with what it counts; dates, years and hours are none."""
        return quantities(self.article, self.times)

    # ---- where it stands --------------------------------------------------------------------------------------------

    def sentence_at(self, place: int) -> int:
        """The number of the sentence at a place of the text; -1 before the first."""
        return bisect_right(self._sentence_starts, place) - 1

    def span(self, first: int, end: int) -> Span:
        """The place of rows `first` to `end` (exclusive) of the article's words."""
        return Span(self.words.start[first], self.words.end[end - 1])

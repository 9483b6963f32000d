"""The sentences of an article, ready to be held against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kit.language.quantities import Quantity
from kit.language.thesaurus import SMALL
from kit.language.times import Time
from kit.text import Article, Span


@dataclass(frozen=True, slots=True)
class IndexedSentence:
    """A sentence: its number, its rows, its words of content in small letters, its numbers and times by first row.

    Numbers and times are compared by their values, so their words are no words of content.
    """

    number: int
    first: int
    end: int
    span: Span
    in_title: bool
    is_question: bool
    content: frozenset[str]
    numbers: dict[int, Quantity]
    times: dict[int, Time]


def index_sentences(
    article: Article, quantities: Iterable[Quantity], times: Iterable[Time]
) -> tuple[tuple[IndexedSentence, ...], frozenset[int]]:
    """The sentences of an article, and the rows of its numbers and times."""
    low, title = article.words.lower, article.title
    numbers: dict[int, dict[int, Quantity]] = defaultdict(dict)
    when: dict[int, dict[int, Time]] = defaultdict(dict)
    values: set[int] = set()
    for quantity in quantities:
        numbers[quantity.sentence][quantity.first] = quantity
        values.update(range(quantity.first, quantity.stop))
    for time in times:
        when[time.sentence][time.first] = time
        values.update(range(time.first, time.end))
    sentences = []
    for number, (span, (first, end)) in enumerate(zip(article.sentences, article.rows, strict=True)):
        in_title = title is not None and span.start < title.end
        is_question = "?" in low[max(first, end - 3) : end]
        here, then = numbers.get(number, {}), when.get(number, {})
        words = low[first:end] if not (here or then) else [low[r] for r in range(first, end) if r not in values]
        content = frozenset(word for word in set(words) - SMALL if word[0].isalnum())
        sentences.append(IndexedSentence(number, first, end, span, in_title, is_question, content, here, then))
    return tuple(sentences), frozenset(values)

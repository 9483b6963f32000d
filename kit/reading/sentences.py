"""The sentences of an article, ready to be held against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kit.language.quantities import Quantity
from kit.language.thesaurus import content
from kit.language.times import Time
from kit.text import Article, Span


@dataclass(frozen=True, slots=True)
class IndexedSentence:
    """A sentence: its number, its rows, what its words are compared by, and its numbers and times by first row."""

    number: int
    first: int
    end: int
    span: Span
    in_title: bool
    is_question: bool
    keys: frozenset[str]
    numbers: dict[int, Quantity]
    times: dict[int, Time]


def index_sentences(
    article: Article, quantities: Iterable[Quantity], times: Iterable[Time]
) -> tuple[tuple[IndexedSentence, ...], list[str]]:
    """The sentences of an article, and for each row of its words what the word is compared by.

    Numbers and times are compared by their values: their rows have the key "". Durations count as numbers.
    """
    low, title = article.words.lower, article.title
    keys = list(map(content, low))
    numbers: dict[int, dict[int, Quantity]] = defaultdict(dict)
    when: dict[int, dict[int, Time]] = defaultdict(dict)
    for quantity in quantities:
        numbers[quantity.sentence][quantity.first] = quantity
        keys[quantity.first : quantity.stop] = [""] * (quantity.stop - quantity.first)
    for time in times:
        if time.kind != "duration":
            when[time.sentence][time.first] = time
            keys[time.first : time.end] = [""] * (time.end - time.first)
    sentences = []
    for number, (span, (first, end)) in enumerate(zip(article.sentences, article.rows, strict=True)):
        in_title = title is not None and span.start < title.end
        is_question = "?" in low[max(first, end - 3) : end]
        own = frozenset(keys[first:end]) - {""}
        sentences.append(
            IndexedSentence(number, first, end, span, in_title, is_question, own, numbers[number], when[number])
        )
    return tuple(sentences), keys

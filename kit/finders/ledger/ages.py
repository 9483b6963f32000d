"""Ages and years of a life: "aged 38", "who turned forty", "at nineteen", "born in 1971", "for 19 years"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cache

from kit.finders.ledger.statements import statement_at
from kit.finding import Source, Statement
from kit.language import Entry, load
from kit.language.quantity_words import measures
from kit.reading import ArticleIndex
from kit.text import Span
from kit.text.word_lists import any_of


def age_entries() -> tuple[Entry, ...]:
    """The tables of `ages.toml`, checked."""
    return load("ages", ("pattern",))


@cache
def age_pattern() -> re.Pattern[str]:
    """All ways to tell an age or the years of a life."""
    words = any_of(measures().numbers)
    number = rf"(?:(?:1[01]\d|\d\d?)\b(?![.,]\d)|(?:{words})(?:[- ](?:{words}))?)"
    patterns = (entry.data["pattern"].replace("NUMBER", number) for entry in age_entries())
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


def ages(index: ArticleIndex, people: set[int]) -> dict[int, list[Statement]]:
    """What the text says of ages and years, by the number of the person whom it is nearest to.

    `people` holds the ids of the mentions that count.
    """
    mentions = [m for m in index.mentions if id(m) in people]
    starts = [m.span.start for m in mentions]
    found: dict[int, list[Statement]] = defaultdict(list)
    for number in index.body:
        sentence = index.article.sentences[number]
        for match in age_pattern().finditer(index.article.text, *sentence):
            owner = owner_of(index, mentions, starts, match.start(), number)
            if owner is not None:
                span = Span(*match.span())
                found[owner.entity].append(statement_at(index, span, match.group()))
    return found


def owner_of(index: ArticleIndex, mentions: list[Source], starts: list[int], place: int, number: int) -> Source | None:
    """The person whom the words at a place are about: the nearest before in the sentence or the two before."""
    at = bisect_right(starts, place) - 1
    if at >= 0 and index.sentence_at(mentions[at].span.start) >= number - 2:
        return mentions[at]
    if at + 1 < len(mentions) and index.sentence_at(mentions[at + 1].span.start) == number:
        return mentions[at + 1]
    return None

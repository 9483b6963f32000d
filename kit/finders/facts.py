"""The ledger: what a text says about each thing, in short rows to be read side by side.

An alarm has to be sure, so it is silent where a reporter says the same in other words. The ledger is not sure of
anything: it puts together what may be of one person, one number, one day or one place, and leaves the verdict to the
reader.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from kit.errors import type_in_words
from kit.finders.ledger.book import Book
from kit.finders.ledger.counts import count_rows
from kit.finders.ledger.drafts import Draft
from kit.finders.ledger.lookalikes import lookalike_rows
from kit.finders.ledger.moments import time_rows
from kit.finders.ledger.people import person_rows
from kit.finders.ledger.places import place_rows
from kit.finders.ledger.sayings import saying_rows
from kit.finders.ledger.sides import cause_rows, opposite_rows
from kit.finders.ledger.things import denial_rows, thing_rows
from kit.finders.ledger.topics import headline_rows, topic_rows
from kit.finding import Kind, Row
from kit.text import Article, ReadingError, Span

# How often a row of each kind holds something worth comparing, by what was seen while the rules were written.
WEIGHT: dict[Kind, float] = {
    "headline": 9.0, "number": 6.0, "person": 6.0, "quotation": 6.0, "denial": 6.0, "time": 5.0, "thing": 4.5,
    "place": 3.5, "cause": 4.0, "topic": 3.0, "opposites": 1.0,
}  # fmt: skip
MOST: dict[Kind, int] = {"thing": 3, "topic": 2, "opposites": 3, "place": 2}  # rows of a kind that wears a reader out
FINDERS = (
    headline_rows, person_rows, count_rows, time_rows, place_rows, saying_rows, cause_rows, opposite_rows, topic_rows,
    denial_rows, thing_rows, lookalike_rows,
)  # fmt: skip
FEWEST, SENTENCES = 7, 7  # rows for any text, and one more for so many sentences
SAME = 0.75  # share of a row's passages that make it a repeat


def facts(article: Article) -> tuple[Row, ...]:
    """The rows of a text, first those in which there is most to compare.

    Takes an article. A row holds two to eight statements; nothing in it claims a fault. A text gets at most seven rows
    and one more for every seven sentences, since a reader who drowns finds nothing. Raises ReadingError, in a sentence,
    if it is given something else.
    """
    if not isinstance(article, Article):
        raise ReadingError(f'facts needs an article, not {type_in_words(article)}. Make one first: text = read("...")')
    book = Book(article)
    made: list[Draft] = []
    for rows in FINDERS:
        made += rows(book)
    room = FEWEST + len(article.sentences) // SENTENCES
    best = not_too_many(without_repeats(sorted(made, key=worth, reverse=True)))
    return tuple(draft.row() for draft in best[:room])


def worth(draft: Draft) -> float:
    """How much there is to compare: how many different values, and how much the sentences have in common. Where all say
    the same word for word, that is little."""
    same = draft.values == 1 and bool(draft.statements[0].value)
    return WEIGHT[draft.kind] * (0.3 if same else 1) + 0.5 * draft.values + 0.5 * min(draft.links, 10.0)


def without_repeats(found: list[Draft]) -> list[Draft]:
    """Leave out rows of which nearly all passages stand together in an earlier row already."""
    kept: list[Draft] = []
    rows: dict[Span, list[int]] = defaultdict(list)  # in which rows a passage stands
    for draft in found:
        spans = [statement.span for statement in draft.statements]
        shown = Counter(number for span in spans for number in rows[span])
        if max(shown.values(), default=0) < SAME * len(spans):
            for span in spans:
                rows[span].append(len(kept))
            kept.append(draft)
    return kept


def not_too_many(found: list[Draft]) -> list[Draft]:
    """Of the kinds that are often idle only the first rows."""
    counts: Counter[Kind] = Counter()
    kept = []
    for draft in found:
        counts[draft.kind] += 1
        if counts[draft.kind] <= MOST.get(draft.kind, counts[draft.kind]):
            kept.append(draft)
    return kept

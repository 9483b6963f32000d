"""The ledger: what a text says about each thing, in short rows to be read side by side.

An alarm has to be sure, so it is silent where a reporter says the same in other words. The ledger is not sure of
anything: it puts together what may be of one person, one number, one day or one place, and leaves the verdict to the
reader.
"""

from __future__ import annotations

from kit.finders.ledger.book import Book
from kit.finders.ledger.counts import count_rows
from kit.finders.ledger.drafts import Draft
from kit.finders.ledger.moments import time_rows
from kit.finders.ledger.people import person_rows
from kit.finders.ledger.places import place_rows
from kit.finders.ledger.sayings import saying_rows
from kit.finders.ledger.sides import cause_rows, opposite_rows
from kit.finders.ledger.topics import headline_rows, topic_rows
from kit.finding import Row
from kit.text import Article, ReadingError
from kit.text.decoding import named

WEIGHT = {
    "headline": 9.0, "number": 6.0, "person": 6.0, "time": 6.0, "quotation": 6.0, "place": 4.0, "cause": 4.0,
    "opposites": 2.0, "topic": 2.0,
}  # fmt: skip
FINDERS = (
    headline_rows, person_rows, count_rows, time_rows, place_rows, saying_rows, cause_rows, opposite_rows, topic_rows,
)  # fmt: skip
FEWEST, SENTENCES = 6, 8  # rows for any text, and one more for so many sentences
SAME = 0.75  # share of a row's passages that make it a repeat


def facts(article: Article) -> tuple[Row, ...]:
    """The rows of a text, first those in which there is most to compare.

    Takes an article. A row holds two to eight statements; nothing in it claims a fault. A text gets at most six rows
    and one more for every eight sentences, since a reader who drowns finds nothing. Raises ReadingError, in a sentence,
    if it is given something else.
    """
    if not isinstance(article, Article):
        raise ReadingError(f'facts needs an article, not {named(article)}. Make one first: text = read("...")')
    book = Book(article)
    made: list[Draft] = []
    for rows in FINDERS:
        made += rows(book)
    room = FEWEST + len(article.sentences) // SENTENCES
    return tuple(draft.row() for draft in without_repeats(sorted(made, key=worth, reverse=True))[:room])


def worth(draft: Draft) -> float:
    """How much there is to compare: how many different values, and how much the sentences have in common."""
    return WEIGHT[draft.kind] + 0.5 * draft.values + 0.5 * min(draft.links, 10.0)


def without_repeats(found: list[Draft]) -> list[Draft]:
    """Leave out rows of which nearly all passages stand together in an earlier row already."""
    kept: list[Draft] = []
    for draft in found:
        places = {statement.span for statement in draft.statements}
        shown = max((len(places & {s.span for s in other.statements}) for other in kept), default=0)
        if shown < SAME * len(places):
            kept.append(draft)
    return kept

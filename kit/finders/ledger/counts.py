"""Rows of numbers: figures that count the same thing, under its name and its near-synonyms, and figures of one sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kit.finders.euphemism.persons import persons
from kit.finders.inconsistency.quantities import Quantity, quantities
from kit.finders.ledger.book import Book
from kit.finders.ledger.drafts import MOST, Draft, drafts, state
from kit.finding import Statement

REACH = 6  # words on either side of a figure in which a word tells what it counts
PERSONS, OTHERS = "numbers of people", "other numbers"
PEOPLE = frozenset("people person persons man men woman women".split())


def count_rows(book: Book) -> list[Draft]:
    """Figures of one thing in one row; and all figures of a sort (people, money, shares) where they fit into one."""
    topics = _topics(book)
    things: dict[str, list[Statement]] = defaultdict(list)
    sorts: dict[str, list[Statement]] = defaultdict(list)
    for quantity in quantities(book.article):
        if quantity.sort in ("duration", "age") or (quantity.low == quantity.high == 1 and quantity.sort != "money"):
            continue
        statement = state(book, quantity.span, book.article[quantity.span])
        for topic in _about(book, quantity, topics):
            things[topic].append(statement)
        sorts[_sort(quantity)].append(statement)
    made: list[Draft] = []
    for sort, statements in _merged(sorts).items():
        made += drafts(book, sort, "number", statements)
    for topic, statements in things.items():
        made += drafts(book, topic, "number", statements)
    return made


def _merged(sorts: dict[str, list[Statement]]) -> dict[str, list[Statement]]:
    """Sorts put together as far as a row has room: all figures of a short text, or people and things."""
    if sum(map(len, sorts.values())) <= MOST:
        return {"figures": [each for statements in sorts.values() for each in statements]}
    counts = [name for name in (PERSONS, OTHERS) if name in sorts]
    if len(counts) == 2 and sum(len(sorts[name]) for name in counts) <= MOST:
        both = [each for name in counts for each in sorts[name]]
        return {"people and things counted": both, **{n: s for n, s in sorts.items() if n not in counts}}
    return sorts


def _topics(book: Book) -> dict[int, list[tuple[int, str]]]:
    """By sentence: where a word stands that names a thing which news counts."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for hit in book.hits_of("counted"):
        found[book.sentence_of_row(hit.first)].append((hit.first, hit.topic.term))
    return found


def _about(book: Book, quantity: Quantity, topics: dict[int, list[tuple[int, str]]]) -> set[str]:
    """What a figure counts: by the words of its phrase, and by those near it."""
    return {
        term for row, term in topics.get(quantity.sentence, ()) if quantity.first - REACH <= row < quantity.end + REACH
    } - {"how long it took"}


def _sort(quantity: Quantity) -> str:
    """The sort of a figure: people, amounts of money, shares, a measure, or things of one name."""
    if quantity.sort == "money":
        return "amounts of money"
    if quantity.sort in ("percent", "points"):
        return "shares"
    if quantity.sort == "measure":
        return f"measures: {quantity.unit}"
    if quantity.sort == "bare" or quantity.state or any(word in persons() | PEOPLE for word in _nouns(quantity)):
        return PERSONS
    return OTHERS


def _nouns(quantity: Quantity) -> Iterator[str]:
    yield quantity.noun
    yield from quantity.modifiers

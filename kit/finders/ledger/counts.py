"""Rows of numbers: figures that count the same thing, under its name and its near-synonyms, and figures of one sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kit.finders.euphemism.person_words import persons
from kit.finders.ledger.book import REACH_OF_A_FIGURE as REACH
from kit.finders.ledger.book import Book
from kit.finders.ledger.drafts import MOST, Draft, drafts, state
from kit.finding import Statement
from kit.language.quantities import Quantity
from kit.text import Span

FEW = 10  # smaller numbers are near each other by chance
NEAR = 1.25  # how much larger a number may be that is nearly the same
CLOSE = 12.0  # what that counts beside the words that two sentences share
HOURS = 24
HOUR_BEFORE, HOUR_BEHIND = ("at", "past", "by", "until", "till", "before"), ("past", "o'clock", "to")
WHOLE = frozenset("nobody none no-one".split())
MAJORITIES = frozenset("majority minority most half".split())
PERSONS, OTHERS = "numbers of people", "other numbers"
PEOPLE = frozenset("people person persons man men woman women".split())


def count_rows(book: Book) -> list[Draft]:
    """Figures of one thing in one row; and all figures of a sort (people, money, shares) where they fit into one."""
    topics = book.counted
    things: dict[str, list[Statement]] = defaultdict(list)
    sorts: dict[str, list[Statement]] = defaultdict(list)
    near = list(close(book.index.quantities))
    for quantity in book.index.quantities:
        if quantity.sort in ("duration", "age") or (quantity.low == quantity.high == 1 and quantity.sort != "money"):
            continue
        if is_hour(book, quantity):
            continue
        statement = state(book, quantity.span, book.article[quantity.span])
        for topic in sorted(_about(book, quantity, topics)):
            things[topic].append(statement)
        sorts[_sort(quantity)].append(statement)
    if "shares" in sorts:
        sorts["shares"] += _majorities(book)
    made: list[Draft] = []
    for sort, statements in _merged(sorts).items():
        made += drafts(book, sort, "number", statements, near=near)
    for topic, statements in _nobody(book, topics).items():
        things[topic] += statements
    for topic, statements in things.items():
        made += drafts(book, topic, "number", statements, near=near)
    return made


def _majorities(book: Book) -> Iterator[Statement]:
    """ "A majority", which is a share as well; up to the verb."""
    words = book.words
    for begin, end in book.rows:
        for row in range(begin, end):
            if words.lower[row] in MAJORITIES:
                last = row + 1
                while last < end and last - row < REACH and words.tag[last].startswith(("NN", "JJ", "IN", "DT")):
                    last += 1
                first = row - (row > begin and words.lower[row - 1] in ("a", "the"))
                yield state(book, book.span(first, last), book.article[book.span(first, last)])


def is_hour(book: Book, quantity: Quantity) -> bool:
    """ "at four", "ten past five": a time of day and no number of anything."""
    low = book.words.lower
    before, behind = low[quantity.first - 1] if quantity.first else "", "".join(low[quantity.end : quantity.end + 1])
    alone = quantity.span == quantity.number and quantity.sort in ("bare", "count") and quantity.high <= HOURS
    return alone and (before in HOUR_BEFORE or behind in HOUR_BEHIND)


def _nobody(book: Book, topics: dict[int, list[tuple[int, str]]]) -> dict[str, list[Statement]]:
    """Where nobody is said to be one of those counted, and every sentence with one of them: "no one was aboard", "a
    passenger said"."""
    low = book.words.lower
    nouns: dict[str, dict[int, int]] = defaultdict(dict)  # topic -> sentence -> row
    said: dict[str, list[Statement]] = defaultdict(list)
    for number, hits in topics.items():
        first, end = book.rows[number]
        wholes = [row for row in range(first, end) if low[row] in WHOLE or low[row : row + 2] in (["no", "one"],)]
        for row, topic in hits:
            near = [whole for whole in wholes if abs(whole - row) <= REACH]
            if near:
                span = book.span(min(near[0], row), max(near[0], row) + 1)
                said[topic].append(state(book, span, book.article[span]))
            else:
                nouns[topic].setdefault(number, row)
    return {
        topic: [*found, *(state(book, book.span(row, row + 1), low[row]) for row in nouns[topic].values())]
        for topic, found in said.items()
        if nouns[topic]
    }


def close(found: Iterable[Quantity]) -> Iterator[tuple[float, Span, Span]]:
    """Figures of one unit that are nearly the same: 296 and "about 300" may count one thing."""
    by_unit: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in found:
        if quantity.high >= FEW:
            by_unit[quantity.unit].append(quantity)
    for quantities_ in by_unit.values():
        row = sorted(quantities_, key=lambda quantity: (quantity.low, quantity.span))
        for one, other in pairwise(row):
            if one.low < other.low <= NEAR * one.low:
                yield CLOSE, one.span, other.span


def _merged(sorts: dict[str, list[Statement]]) -> dict[str, list[Statement]]:
    """All figures of a short text together; otherwise money, shares and measures apart, and what is counted together:
    "about 300 posts" and "296 employees" may be one thing."""
    if sum(map(len, sorts.values())) <= MOST:
        return {"figures": [each for statements in sorts.values() for each in statements]}
    counts = [each for name in (PERSONS, OTHERS) for each in sorts.get(name, ())]
    return {"counted": counts, **{name: each for name, each in sorts.items() if name not in (PERSONS, OTHERS)}}


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

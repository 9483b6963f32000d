"""Rows of numbers: figures that count the same thing, under its name and its near-synonyms, and figures of one sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from kit.finders.ledger.candidates import MAX_STATEMENTS, CandidateRow, candidate_rows
from kit.finders.ledger.statements import statement_at
from kit.finding import Statement
from kit.language.quantities import Quantity
from kit.reading import ArticleIndex

REACH = 6  # words on either side of a figure in which a word tells what it counts
HOURS = 24
HOUR_BEFORE, HOUR_BEHIND = ("at", "past", "by", "until", "till", "before"), ("past", "o'clock", "to")
WHOLE = frozenset("nobody none no-one".split())
MAJORITIES = frozenset("majority minority most half".split())


def count_rows(index: ArticleIndex) -> list[CandidateRow]:
    """Figures of one thing in one row; and all figures of a sort (money, shares, counts) where they fit into one."""
    things: dict[str, list[Statement]] = defaultdict(list)
    sorts: dict[str, list[Statement]] = defaultdict(list)
    for quantity in index.quantities:
        one = quantity.low == quantity.high == 1 and quantity.sort != "money"
        if one or quantity.sort in ("duration", "age") or is_hour(index, quantity):
            continue
        statement = statement_at(index, quantity.span)
        for topic in sorted(_topics(index, quantity)):
            things[topic].append(statement)
        sorts[_sort(quantity)].append(statement)
    if "shares" in sorts:
        sorts["shares"] += _majorities(index)
    if sum(map(len, sorts.values())) <= MAX_STATEMENTS:  # all figures of a short text together
        sorts = {"figures": list(chain(*sorts.values()))}
    for topic, statements in _nobody(index).items():
        things[topic] += statements
    return [
        row
        for subject, statements in chain(sorts.items(), things.items())
        for row in candidate_rows(index, subject, "number", statements)
    ]


def is_hour(index: ArticleIndex, quantity: Quantity) -> bool:
    """ "at four", "ten past five": a time of day and no number of anything."""
    low = index.words.lower
    before, behind = low[quantity.first - 1] if quantity.first else "", "".join(low[quantity.end : quantity.end + 1])
    alone = quantity.span == quantity.number and quantity.sort in ("bare", "count") and quantity.high <= HOURS
    return alone and (before in HOUR_BEFORE or behind in HOUR_BEHIND)


def _topics(index: ArticleIndex, quantity: Quantity) -> set[str]:
    """What a figure counts: by the words of its phrase, and by those near it."""
    reach = range(quantity.first - REACH, quantity.end + REACH)
    return {term for row, term in index.counted.get(quantity.sentence, ()) if row in reach} - {"how long it took"}


def _sort(quantity: Quantity) -> str:
    """The sort of a figure: money, shares, a measure, or what is counted: "about 300 posts" and "296 employees" may be
    one thing."""
    if quantity.sort == "measure":
        return f"measures: {quantity.unit}"
    return {"money": "amounts of money", "percent": "shares", "points": "shares"}.get(quantity.sort, "counted")


def _majorities(index: ArticleIndex) -> Iterator[Statement]:
    """ "A majority", which is a share as well; up to the verb."""
    words = index.words
    for begin, end in index.rows:
        for row in range(begin, end):
            if words.lower[row] in MAJORITIES:
                last = row + 1
                while last < end and last - row < REACH and words.tag[last].startswith(("NN", "JJ", "IN", "DT")):
                    last += 1
                first = row - (row > begin and words.lower[row - 1] in ("a", "the"))
                yield statement_at(index, index.span(first, last))


def _nobody(index: ArticleIndex) -> dict[str, list[Statement]]:
    """Where nobody is said to be one of those counted, and every sentence with one of them: "no one was aboard", "a
    passenger said"."""
    low = index.words.lower
    nouns: dict[str, dict[int, int]] = defaultdict(dict)  # topic -> sentence -> row
    said: dict[str, list[Statement]] = defaultdict(list)
    for number, matches in index.counted.items():
        wholes = [r for r in range(*index.rows[number]) if low[r] in WHOLE or low[r : r + 2] == ["no", "one"]]
        for row, topic in matches:
            near = next((whole for whole in wholes if abs(whole - row) <= REACH), None)
            if near is None:
                nouns[topic].setdefault(number, row)
            else:
                said[topic].append(statement_at(index, index.span(min(near, row), max(near, row) + 1)))
    return {
        topic: [*found, *(statement_at(index, index.span(row, row + 1), low[row]) for row in nouns[topic].values())]
        for topic, found in said.items()
        if nouns[topic]
    }

"""The ledger: what a text says about each thing, in short rows to be read side by side.

An alarm has to be sure, so it is silent where a reporter says the same in other words. The ledger is not sure of
anything: it puts together what may be of one person, one number, one day or one place, and leaves the verdict to the
reader.
"""

from __future__ import annotations

from itertools import combinations_with_replacement

from kit.finders.ledger.candidates import CandidateRow
from kit.finders.ledger.counts import count_rows
from kit.finders.ledger.denials import denial_rows
from kit.finders.ledger.headline import headline_rows
from kit.finders.ledger.moments import time_rows
from kit.finders.ledger.names import name_rows
from kit.finders.ledger.opposites import opposite_rows
from kit.finders.ledger.people import person_rows
from kit.finders.ledger.places import place_rows
from kit.finders.ledger.sayings import saying_rows
from kit.finders.ledger.statements import sentence_of
from kit.finding import Kind, Row
from kit.reading import ArticleIndex
from kit.text import Span

# How often a row of each kind holds something worth comparing, by what was seen while the rules were written.
WEIGHT: dict[Kind, float] = {
    "headline": 9.0, "number": 6.0, "person": 6.0, "quotation": 6.0, "denial": 6.0, "time": 5.0, "place": 3.5,
    "opposites": 1.0, "name": 1.0,
}  # fmt: skip
MAKERS = (
    headline_rows, person_rows, count_rows, time_rows, place_rows, saying_rows, opposite_rows, denial_rows, name_rows,
)  # fmt: skip
MOST_ROWS = 6  # that a reader compares before tiring


def facts_in(index: ArticleIndex) -> tuple[Row, ...]:
    """What `kit.find_facts` gives."""
    made = [row for rows_of in MAKERS for row in rows_of(index)]
    return tuple(candidate.row() for candidate in chosen(index, made))


def chosen(index: ArticleIndex, found: list[CandidateRow]) -> list[CandidateRow]:
    """Those with most to compare: again and again the row that is worth most, less what is shown side by side already.
    One of which every passage stands in a row before it is left out."""
    ranked = sorted(found, key=worth, reverse=True)
    left = [(each, worth(each), _pairs(index, each), _passages(each)) for each in ranked]
    shown: set[tuple[int, int]] = set()
    kept: list[CandidateRow] = []
    while left and len(kept) < MOST_ROWS:
        best = max(left, key=lambda each: each[1] * len(each[2] - shown) / len(each[2]))
        kept.append(best[0])
        shown |= best[2]
        left = [each for each in left if not each[3] <= best[3]]
    return kept


def _passages(candidate: CandidateRow) -> set[Span]:
    return {statement.span for statement in candidate.statements}


def _pairs(index: ArticleIndex, candidate: CandidateRow) -> set[tuple[int, int]]:
    """The sentences of a row, two by two."""
    numbers = {sentence_of(index, statement) for statement in candidate.statements}
    return set(combinations_with_replacement(sorted(numbers), 2))


def worth(candidate: CandidateRow) -> float:
    """How much there is to compare: by kind, by how much the sentences have in common, how many different values there
    are and how many statements."""
    in_common = 0.3 * candidate.links
    return WEIGHT[candidate.kind] + in_common + 0.3 * candidate.values + 0.5 * len(candidate.statements)

"""The ledger: what a text says about each thing, in short rows to be read side by side.

An alarm has to be sure, so it is silent where a reporter says the same in other words. The ledger is not sure of
anything: it puts together what may be of one person, one number, one day or one place, and leaves the verdict to the
reader.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from kit.finders.ledger.candidates import CandidateRow
from kit.finders.ledger.counts import count_rows
from kit.finders.ledger.moments import time_rows
from kit.finders.ledger.names import name_rows
from kit.finders.ledger.people import person_rows
from kit.finders.ledger.places import place_rows
from kit.finders.ledger.sayings import saying_rows
from kit.finders.ledger.sides import cause_rows, opposite_rows
from kit.finders.ledger.things import denial_rows, thing_rows
from kit.finders.ledger.topics import headline_rows, topic_rows
from kit.finding import Kind, Row
from kit.reading import ArticleIndex
from kit.text import Span

# How often a row of each kind holds something worth comparing, by what was seen while the rules were written.
WEIGHT: dict[Kind, float] = {
    "headline": 9.0, "number": 6.0, "person": 6.0, "quotation": 6.0, "denial": 6.0, "time": 5.0, "thing": 4.5,
    "place": 3.5, "cause": 4.0, "topic": 3.0, "opposites": 1.0, "name": 1.0,
}  # fmt: skip
# Rows of a kind that wears a reader out.
MAX_ROWS: dict[Kind, int] = {"thing": 3, "topic": 2, "opposites": 3, "place": 2}
MAKERS = (
    headline_rows, person_rows, count_rows, time_rows, place_rows, saying_rows, cause_rows, opposite_rows, topic_rows,
    denial_rows, thing_rows, name_rows,
)  # fmt: skip
ROWS_FOR_ANY_TEXT, SENTENCES_FOR_A_ROW = 7, 7  # and one more for so many sentences
REPEAT = 0.75  # share of a row's passages that make it a repeat


def facts_in(index: ArticleIndex) -> tuple[Row, ...]:
    """What `kit.find_facts` gives."""
    made = [row for rows_of in MAKERS for row in rows_of(index)]
    best = not_too_many(without_repeats(sorted(made, key=worth, reverse=True)))
    return tuple(candidate.row() for candidate in best[: room_for(len(index.article.sentences))])


def room_for(sentences: int) -> int:
    """How many rows a text of so many sentences gets at most."""
    return ROWS_FOR_ANY_TEXT + sentences // SENTENCES_FOR_A_ROW


def worth(candidate: CandidateRow) -> float:
    """How much there is to compare: how many different values, and how much the sentences have in common. Where all say
    the same word for word, that is little."""
    same = candidate.values == 1 and bool(candidate.statements[0].value)
    return WEIGHT[candidate.kind] * (0.3 if same else 1) + 0.5 * candidate.values + 0.5 * min(candidate.links, 10.0)


def without_repeats(found: list[CandidateRow]) -> list[CandidateRow]:
    """Leave out rows of which nearly all passages stand together in an earlier row already."""
    kept: list[CandidateRow] = []
    rows: dict[Span, list[int]] = defaultdict(list)  # in which rows a passage stands
    for candidate in found:
        spans = [statement.span for statement in candidate.statements]
        shown = Counter(number for span in spans for number in rows[span])
        if max(shown.values(), default=0) < REPEAT * len(spans):
            for span in spans:
                rows[span].append(len(kept))
            kept.append(candidate)
    return kept


def not_too_many(found: list[CandidateRow]) -> list[CandidateRow]:
    """Of the kinds that are often idle only the first rows."""
    counts: Counter[Kind] = Counter()
    kept = []
    for candidate in found:
        counts[candidate.kind] += 1
        if counts[candidate.kind] <= MAX_ROWS.get(candidate.kind, counts[candidate.kind]):
            kept.append(candidate)
    return kept

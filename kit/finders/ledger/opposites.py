"""Rows of opposites: up and down, open and closed."""

from __future__ import annotations

from collections import defaultdict

from kit.finders.ledger.candidates import CandidateRow, candidate_rows
from kit.finders.ledger.statements import clause_around, is_negated, statement_at
from kit.finding import Statement
from kit.reading import ArticleIndex


def opposite_rows(index: ArticleIndex) -> list[CandidateRow]:
    """Where one sentence stands on one side of a pair of opposites and another one on the other side.

    A negation turns a side round: "not open" is not "open".
    """
    found: dict[str, list[Statement]] = defaultdict(list)
    for match in index.matches_of("opposites"):
        side = f"not {match.topic.side}" if is_negated(index, match.first, match.end) else match.topic.side
        clause = index.span(*clause_around(index, match.first))
        found[match.topic.term].append(statement_at(index, clause, side, index.span(match.first, match.end)))
    made: list[CandidateRow] = []
    for term, statements in found.items():
        rows = candidate_rows(index, term, "opposites", statements, apart=True)
        made += [row for row in rows if row.values > 1]
    return made

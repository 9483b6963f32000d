"""Rows of opposites (up and down, open and closed) and of causes."""

from __future__ import annotations

from collections import defaultdict

from kit.finders.ledger.candidates import CandidateRow, candidate_rows, linked
from kit.finders.ledger.statements import clause_around, is_negated, statement_at, without_overlaps
from kit.finding import Statement
from kit.language.topics import TopicMatch, common_pairs
from kit.reading import ArticleIndex

MAX_BRIEF = 14  # sentences of a text in which everything is about one thing
MIN_IN_COMMON = 1.5  # what two sentences of a longer text must have in common
SHOWN_AROUND = 12  # words on either side that are shown with a word for a side


def opposite_rows(index: ArticleIndex) -> list[CandidateRow]:
    """Where one sentence stands on one side of a pair of opposites and another one on the other side.

    A negation turns a side round: "not open" is not "open". In a text of some length, and for pairs as common as "more
    or less", only sentences that have something else in common are shown.
    """
    found: dict[str, list[Statement]] = defaultdict(list)
    for match in index.matches_of("opposites"):
        side = f"not {match.topic.side}" if is_negated(index, match.first, match.end) else match.topic.side
        found[match.topic.term].append(_passage(index, match, side))
    made: list[CandidateRow] = []
    for term, statements in found.items():
        statements = without_overlaps(statements)
        if len({each.value for each in statements}) > 1:
            if len(index.article.sentences) > MAX_BRIEF or term in common_pairs():
                statements = _with_link(index, statements)
            rows = candidate_rows(index, term, "opposites", statements, apart=True)
            made += [row for row in rows if row.values > 1]
    return made


def _with_link(index: ArticleIndex, statements: list[Statement]) -> list[Statement]:
    """The statements that have something in common with one of the other side."""
    near = {at for weight, *pair in linked(index, statements, apart=True) if weight >= MIN_IN_COMMON for at in pair}
    return [statements[at] for at in sorted(near)]


def cause_rows(index: ArticleIndex) -> list[CandidateRow]:
    """Where the text says why something happened, or whose fault it was."""
    statements = [_passage(index, match) for match in index.matches_of("causes")]
    return candidate_rows(index, "why it happened", "cause", statements)


def _passage(index: ArticleIndex, match: TopicMatch, side: str | None = None) -> Statement:
    """The clause around some words, or its part that is near them, with the side that they stand for."""
    first, end = clause_around(index, match.first)
    span = index.span(max(first, match.first - SHOWN_AROUND), max(match.end, min(end, match.end + SHOWN_AROUND)))
    return statement_at(index, span, side, index.span(match.first, match.end))

"""Rows of time: dates, weekdays and hours on one line, and how long things took."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.finders.ledger.candidates import MAX_STATEMENTS, CandidateRow, candidate_rows
from kit.finders.ledger.counts import is_hour
from kit.finders.ledger.statements import statement_at, without_overlaps
from kit.finding import Statement
from kit.reading import ArticleIndex
from kit.text import Span

MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY = re.compile(rf"\b(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?\b")


def time_rows(index: ArticleIndex) -> list[CandidateRow]:
    """When, and how long: all in one row if they fit, otherwise points of time and lengths of time apart."""
    when = [statement_at(index, span) for span in _words(index)]
    when += [statement_at(index, time.span) for time in index.times]
    when += [statement_at(index, q.span) for q in index.quantities if is_hour(index, q)]
    long = [statement_at(index, q.span) for q in index.quantities if q.sort == "duration"]
    when, long = without_overlaps(when), without_overlaps(long)
    if when and len(when) + len(long) < MAX_STATEMENTS:
        when += _report(index)
    if len(when) + len(long) <= MAX_STATEMENTS:
        return candidate_rows(index, "when", "time", when + long)
    return candidate_rows(index, "when", "time", when) + candidate_rows(index, "how long", "time", long)


def _words(index: ArticleIndex) -> Iterator[Span]:
    """Words that say when or how long without a figure: "nightfall", "a fortnight"."""
    for match in index.matches_of("moments"):
        first = match.first
        if index.words.lower[first - 1] in ("a", "the", "every", "each") and first > 0:
            first -= 1
        yield index.span(first, match.end)


def _report(index: ArticleIndex) -> Iterator[Statement]:
    """The day of the report, where the page gives it: "March" and "last week" are counted from there."""
    for piece in index.article.furniture:
        day = DAY.search(index.article[piece.span]) if piece.kind in ("dateline", "date") else None
        if day and piece.span.start < index.article.sentences[-1].start:
            start = piece.span.start + day.start()
            yield Statement(Span(start, start + len(day.group())), f"{day.group()}, the day of the report", "")
            return

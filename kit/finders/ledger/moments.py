"""Rows of time: dates, weekdays and hours on one line, and how long things took."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.finders.ledger.book import Book
from kit.finders.ledger.counts import is_hour
from kit.finders.ledger.drafts import MOST, Draft, drafts, state, tidy
from kit.finding import Statement
from kit.text import Span

MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY = re.compile(rf"\b(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?\b")


def time_rows(book: Book) -> list[Draft]:
    """When, and how long: all in one row if they fit, otherwise points of time and lengths of time apart."""
    when = [state(book, span, book.article[span]) for span in _words(book)]
    long: list[Statement] = []
    for time in book.index.times:
        statement = state(book, time.span, book.article[time.span])
        (long if time.kind == "duration" else when).append(statement)
    when += [state(book, q.span, book.article[q.span]) for q in book.index.quantities if is_hour(book, q)]
    spans = [quantity.span for quantity in book.index.quantities if quantity.sort == "duration"]
    long += [state(book, span, book.article[span]) for span in spans]  # also "the ten weeks of work"
    when, long = tidy(when), tidy(long)
    if when and len(when) + len(long) < MOST:
        when += _report(book)
    if len(when) + len(long) <= MOST:
        return drafts(book, "when", "time", when + long)
    return drafts(book, "when", "time", when) + drafts(book, "how long", "time", long)


def _words(book: Book) -> Iterator[Span]:
    """Words that say when or how long without a figure: "nightfall", "a fortnight"."""
    for hit in book.hits_of("moments"):
        first = hit.first
        if book.words.lower[first - 1] in ("a", "the", "every", "each") and first > 0:
            first -= 1
        yield book.span(first, hit.end)


def _report(book: Book) -> Iterator[Statement]:
    """The day of the report, where the page gives it: "March" and "last week" are counted from there."""
    for piece in book.article.furniture:
        day = DAY.search(book.article[piece.span]) if piece.kind in ("dateline", "date") else None
        if day and piece.span.start < book.article.sentences[-1].start:
            start = piece.span.start + day.start()
            yield Statement(Span(start, start + len(day.group())), f"{day.group()}, the day of the report", "")
            return

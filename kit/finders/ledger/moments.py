"""Rows of time: dates, weekdays and hours on one line, and how long things took."""

from __future__ import annotations

from collections.abc import Iterator

from kit.finders.inconsistency.quantities import quantities
from kit.finders.inconsistency.times import times
from kit.finders.ledger.book import Book
from kit.finders.ledger.counts import is_hour
from kit.finders.ledger.drafts import MOST, Draft, drafts, state, tidy
from kit.finding import Statement
from kit.text import Span


def time_rows(book: Book) -> list[Draft]:
    """When, and how long: all in one row if they fit, otherwise points of time and lengths of time apart."""
    when = [state(book, span, book.article[span]) for span in _words(book)]
    long: list[Statement] = []
    for time in times(book.article):
        statement = state(book, time.span, book.article[time.span])
        (long if time.kind == "duration" else when).append(statement)
    when += [state(book, q.span, book.article[q.span]) for q in quantities(book.article) if is_hour(book, q)]
    spans = [quantity.span for quantity in quantities(book.article) if quantity.sort == "duration"]
    long += [state(book, span, book.article[span]) for span in spans]  # also "the ten weeks of work"
    when, long = tidy(when), tidy(long)
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

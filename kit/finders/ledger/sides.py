"""Rows of opposites (up and down, open and closed) and of causes."""

from __future__ import annotations

from collections import defaultdict

from kit.finders.ledger.book import Book, Hit
from kit.finders.ledger.drafts import Draft, drafts, linked, state, tidy
from kit.finders.ledger.lists import opposites
from kit.finding import Statement
from kit.text import Span

BRIEF = 14  # sentences of a text in which everything is about one thing
ENOUGH = 1.5  # what two sentences of a longer text must have in common
AROUND = 12  # words on either side that are shown with a word for a side


def opposite_rows(book: Book) -> list[Draft]:
    """Where one sentence stands on one side of a pair of opposites and another one on the other side.

    A negation turns a side round: "not open" is not "open". In a text of some length, and for pairs as common as "more
    or less", only sentences that have something else in common are shown.
    """
    found: dict[str, list[Statement]] = defaultdict(list)
    for hit in book.hits_of("opposites"):
        side = f"not {hit.topic.side}" if book.negated(hit.first, hit.end) else hit.topic.side
        found[hit.topic.term].append(state(book, passage(book, hit), side, book.span(hit.first, hit.end)))
    made: list[Draft] = []
    for term, statements in found.items():
        statements = tidy(statements)
        if len({each.value for each in statements}) > 1:
            if len(book.starts) > BRIEF or opposites()[term].common:
                statements = with_link(book, statements)
            made += [d for d in drafts(book, term, "opposites", statements, apart=True) if d.values > 1]
    return made


def with_link(book: Book, statements: list[Statement]) -> list[Statement]:
    """The statements that have something in common with one of the other side."""
    near = {at for weight, *pair in linked(book, statements, apart=True) if weight >= ENOUGH for at in pair}
    return [statements[at] for at in sorted(near)]


def cause_rows(book: Book) -> list[Draft]:
    """Where the text says why something happened, or whose fault it was."""
    statements = []
    for hit in book.hits_of("causes"):
        span = passage(book, hit)
        statements.append(state(book, span, book.article[span], book.span(hit.first, hit.end)))
    return drafts(book, "why it happened", "cause", statements)


def passage(book: Book, hit: Hit) -> Span:
    """The clause around some words, or its part that is near them."""
    first, end = book.clause(hit.first)
    return book.span(max(first, hit.first - AROUND), max(hit.end, min(end, hit.end + AROUND)))

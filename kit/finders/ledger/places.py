"""Rows of places: where a text says that something happened, stands or lies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kit.finders.ledger.book import Book
from kit.finders.ledger.drafts import Draft, drafts, state
from kit.finders.ledger.lists import places
from kit.finding import Statement

# Words that lead to a place, and those that do only if a noun for a place follows.
AT = frozenset("in at near outside inside beyond off".split())
WAY = frozenset(
    "on above below under behind along beside between opposite to from into onto over across through past around "
    "toward towards down up".split()
)
TIMES = frozenset(
    "january february march april may june july august september october november december jan. feb. aug. sept. oct. "
    "nov. dec. monday tuesday wednesday thursday friday saturday sunday easter christmas spring summer autumn winter "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays year".split()
)
VAGUE = frozenset("a an every each any some no another many several few most".split())
LONGEST = 9  # words of a place
NAMES = 4  # words of a mention that may be its name
GOES_ON = ("NN", "JJ", "POS", "CD", "DT", "PRP$")


def place_rows(book: Book) -> list[Draft]:
    """The places that a text names, those together whose sentences have something in common."""
    return drafts(book, "where", "place", _each_once(_statements(book)))


def _each_once(statements: Iterator[Statement]) -> Iterator[Statement]:
    seen: set[str] = set()
    for each in statements:
        if each.value.casefold() not in seen:
            seen.add(each.value.casefold())
            yield each


def _statements(book: Book) -> Iterator[Statement]:
    words = book.words
    people = _people(book)
    for number in book.body:
        first, end = book.rows[number]
        row = first
        while row < end - 1:
            low = words.lower[row]
            if low in AT or low in WAY:
                last = _noun_phrase(book, row + 1, end)
                if last > row + 1 and _is_place(book, row + 1, last, low in AT, people):
                    start = _distance(book, row, first)
                    span = book.span(start, last)
                    yield state(book, span, book.article[span])
                    row = last
                    continue
            elif words.tag[row].startswith(("DT", "NNP")) and (row == first or words.lower[row - 1] in ",;—("):
                last = _noun_phrase(book, row, end)  # "The Corran pass is shut"
                named = any(words.form[each][:1].isupper() for each in range(row + 1, last))
                if named and _has_place_noun(book, row, last):
                    yield state(book, book.span(row, last), book.article[book.span(row, last)])
                    row = last
                    continue
            row += 1


def _noun_phrase(book: Book, row: int, end: int) -> int:
    """The end of the noun phrase at a row, with one "of" inside."""
    words = book.words
    at = row
    while at < end and at - row < LONGEST:
        tag = words.tag[at]
        inside = words.lower[at] == "of" and at > row and at + 1 < end
        named = words.lower[at] in places() and at > row and words.tag[at - 1].startswith("NNP")  # "the Corran pass"
        if not (tag.startswith(GOES_ON) or inside or named) or words.lower[at] in ("that", "this", "which"):
            break
        at += 1
    while at > row and not (words.tag[at - 1].startswith("NN") or words.lower[at - 1] in places()):
        at -= 1
    return at


def _is_place(book: Book, first: int, end: int, sure: bool, people: set[int]) -> bool:
    """A noun for a place, or behind a word such as "in" a name that is nobody's and no date."""
    words = book.words
    rows = range(first, end)
    if any(words.lower[row] in TIMES for row in rows):
        return False
    capital = any(words.form[row][:1].isupper() for row in rows)
    if _has_place_noun(book, first, end) and (capital or words.lower[first] not in VAGUE):
        return True
    head = next((row - 1 for row in range(first + 1, end) if words.lower[row] == "of"), end - 1)
    named = words.form[head][:1].isupper() and words.tag[head].startswith("NNP")
    return sure and named and not any(row in people for row in rows)


def _has_place_noun(book: Book, first: int, end: int) -> bool:
    """ "the old library", "the village of Sall", but not "the bombing of schools" """
    low = book.words.lower
    head = next((row - 1 for row in range(first + 1, end) if low[row] in ("of", "'s")), end - 1)
    return low[head] in places() or (low[head + 1 : head + 2] == ["'s"] and low[end - 1] in places())


def _distance(book: Book, row: int, first: int) -> int:
    """Where "a mile" begins in "a mile outside Ansby": up to three words of a measure in front."""
    words = book.words
    if row - 2 >= first and words.lower[row - 1] in DISTANCES:
        return row - 2
    return row


DISTANCES = frozenset(
    "mile miles kilometre kilometres kilometer kilometers metre metres meter meters yards feet".split()
)


def _people(book: Book) -> set[int]:
    """The rows in which somebody is named who speaks or has more than one name: "Hallow" alone may be a town."""
    heard = {m.entity for m in book.mentions if m.is_source or " " in m.name}
    found: set[int] = set()
    for mention in book.mentions:
        if mention.level == "named_person" and mention.entity in heard:
            first = bisect_left(book.words.start, mention.span.start)
            end = bisect_left(book.words.start, mention.span.end)
            found.update(range(first, min(end, first + NAMES)))
    return found

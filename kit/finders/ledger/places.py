"""Rows of places: where a text says that something happened, stands or lies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kit.finders.ledger.candidates import CandidateRow, candidate_rows
from kit.finders.ledger.statements import each_once, statement_at
from kit.finding import Statement
from kit.language.grammar import ENGLISH
from kit.language.topics import places
from kit.reading import ArticleIndex
from kit.text.word_lists import word_list

# Words that lead to a place, and those that do only if a noun for a place follows.
AT = word_list("passages", "at_places", file=ENGLISH)
WAY = word_list("passages", "towards_places", file=ENGLISH)
TIMES = word_list("passages", "times", file=ENGLISH)
DISTANCES = word_list("passages", "distances", file=ENGLISH)
VAGUE = frozenset("a an every each any some no another many several few most".split())
GOES_ON = ("NN", "JJ", "POS", "CD", "DT", "PRP$")


def place_rows(index: ArticleIndex) -> list[CandidateRow]:
    """The places that a text names, those together whose sentences have something in common."""
    return candidate_rows(index, "where", "place", each_once(_statements(index)))


def _statements(index: ArticleIndex) -> Iterator[Statement]:
    words = index.words
    people = _people(index)
    for number in index.body:
        first, end = index.rows[number]
        row = first
        while row < end - 1:
            low = words.lower[row]
            if low in AT or low in WAY:
                last = _noun_phrase(index, row + 1, end)
                if last > row + 1 and _is_place(index, row + 1, last, low in AT, people):
                    start = _distance(index, row, first)
                    span = index.span(start, last)
                    yield statement_at(index, span)
                    row = last
                    continue
            elif words.tag[row].startswith(("DT", "NNP")) and (row == first or words.lower[row - 1] in ",;—("):
                last = _noun_phrase(index, row, end)  # "The Corran pass is shut"
                named = any(words.form[each][:1].isupper() for each in range(row + 1, last))
                if named and _has_place_noun(index, row, last):
                    yield statement_at(index, index.span(row, last))
                    row = last
                    continue
            row += 1


def _noun_phrase(index: ArticleIndex, row: int, end: int) -> int:
    """The end of the noun phrase at a row, with one "of" inside."""
    words = index.words
    at = row
    while at < end:
        tag = words.tag[at]
        inside = words.lower[at] == "of" and at > row and at + 1 < end
        named = words.lower[at] in places() and at > row and words.tag[at - 1].startswith("NNP")  # "the Corran pass"
        if not (tag.startswith(GOES_ON) or inside or named) or words.lower[at] in ("that", "this", "which"):
            break
        at += 1
    while at > row and not (words.tag[at - 1].startswith("NN") or words.lower[at - 1] in places()):
        at -= 1
    return at


def _is_place(index: ArticleIndex, first: int, end: int, sure: bool, people: set[int]) -> bool:
    """A noun for a place, or behind a word such as "in" a name that is nobody's and no date."""
    words = index.words
    rows = range(first, end)
    if any(words.lower[row] in TIMES for row in rows):
        return False
    capital = any(words.form[row][:1].isupper() for row in rows)
    if _has_place_noun(index, first, end) and (capital or words.lower[first] not in VAGUE):
        return True
    head = next((row - 1 for row in range(first + 1, end) if words.lower[row] == "of"), end - 1)
    named = words.form[head][:1].isupper() and words.tag[head].startswith("NNP")
    return sure and named and not any(row in people for row in rows)


def _has_place_noun(index: ArticleIndex, first: int, end: int) -> bool:
    """ "the old library", "the village of Sall", but not "the bombing of schools" """
    low = index.words.lower
    head = next((row - 1 for row in range(first + 1, end) if low[row] in ("of", "'s")), end - 1)
    return low[head] in places() or (low[head + 1 : head + 2] == ["'s"] and low[end - 1] in places())


def _distance(index: ArticleIndex, row: int, first: int) -> int:
    """Where "a mile" begins in "a mile outside Ansby": up to three words of a measure in front."""
    words = index.words
    if row - 2 >= first and words.lower[row - 1] in DISTANCES:
        return row - 2
    return row


def _people(index: ArticleIndex) -> set[int]:
    """The rows in which somebody is named who speaks or has more than one name: "Hallow" alone may be a town."""
    heard = {m.entity for m in index.mentions if m.is_source or " " in m.name}
    found: set[int] = set()
    for mention in index.mentions:
        if mention.level == "named_person" and mention.entity in heard:
            first = bisect_left(index.words.start, mention.span.start)
            end = bisect_left(index.words.start, mention.span.end)
            found.update(range(first, end))
    return found

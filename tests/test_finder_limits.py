"""How far the finders look: for each limit the last text in which they still find, and the first in which not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kit import read
from kit.find import find_euphemisms, find_sources
from kit.finders.shortened import shortened

Make = Callable[[int], str]
Found = Callable[[str], bool]

FILLER = "old red calm warm cold dull grey bold tall wide slow loud deep cool dark thin".split()
REPORTS = "Reyes Hale Ortiz Brandt Nair Lindt Perkins Moss Dunn Webb Kerr Lowe Pike Roth Shaw Tate".split()


def filler(count: int) -> str:
    """So many words that mean nothing to any finder."""
    return " ".join((FILLER * 3)[:count])


def soft(text: str) -> bool:
    """Is "collateral damage" found?"""
    return any(found.term == "collateral damage" for found in find_euphemisms(read(text)))


def let_go(text: str) -> bool:
    return any(found.term == "let go" for found in find_euphemisms(read(text)))


def kept_at_a_distance(text: str) -> bool:
    return any(found.voice == "so-called" for found in find_euphemisms(read(text)))


def called_so_by_somebody(text: str) -> bool:
    return any(found.voice == "so-called" and found.said_by for found in find_euphemisms(read(text)))


def explained(text: str) -> bool:
    return any(found.found_by == "explained" for found in find_euphemisms(read(text)))


def backed_up(text: str) -> bool:
    """Does the text tell of a second source?"""
    told = [told.what for source in find_sources(read(text)) for told in source.disclosures]
    return "corroboration" in told


def a_body(text: str) -> bool:
    return find_sources(read(text))[0].level == "named_organisation"


def anonymous(text: str) -> bool:
    return any(source.anonymity_stated for source in find_sources(read(text)))


def hidden(text: str) -> bool:
    return any(source.level == "hidden" for source in find_sources(read(text)))


def answered(text: str) -> bool:
    """Does the text say who expects it?"""
    return not hidden(text)


def meant_whole(text: str) -> bool:
    """Is what a term is said to stand for given to its last word?"""
    return any(found.plain and text.endswith(f" {found.plain}.") for found in find_euphemisms(read(text)))


def she_is_named(text: str) -> bool:
    return find_sources(read(text))[-1].level == "named_person"


def two_reports(shared: int, own: int) -> str:
    """Two reports that have so many words in common, and each so many of its own."""
    same = " ".join(["harbour", "market", "bridge", "castle", "garden"][:shared])
    one = " ".join(["apples", "pears", "plums", "cherries", "grapes", "lemons"][:own])
    other = " ".join(["chairs", "tables", "lamps", "carpets", "mirrors", "shelves"][:own])
    return f"The {same} {one} is it, Ana Reyes said.\n\nThe {same} {other} is it, Tom Hale said."


LIMITS: list[tuple[str, Make, Found, int]] = [
    ("words in the gap of a term", lambda n: f"The firm let {'workers ' * n}go.", let_go, 8),
    ("letters of an acronym", lambda n: f"{'QXZKVW'[:n]} said the road was open.", a_body, 4),
    ("words of a term in marks", lambda n: f"She used the euphemism “{filler(n)}”.", explained, 6),
    (
        "words beside a term in marks",
        lambda n: f"It was “{filler(n)} collateral damage” in the raid.",
        kept_at_a_distance,
        2,
    ),
    (
        "words after what",
        lambda n: f"It was what the {filler(n)} army calls collateral damage.",
        called_so_by_somebody,
        6,
    ),
    (
        "words to a euphemism",
        lambda n: f"The raid did collateral damage, a {filler(n)} euphemism.",
        kept_at_a_distance,
        4,
    ),
    (
        "reports with a word",
        lambda n: " ".join(f"Walls collapsed suddenly, {name} said." for name in REPORTS[:n]),
        backed_up,
        12,
    ),
    ("own words of a report", lambda n: two_reports(3, n), backed_up, 3),
    (
        "words in a gap before anonymity",
        lambda n: f"An aide, who asked for {filler(n)} anonymity, said so.",
        anonymous,
        5,
    ),
    ("words in a gap of hearsay", lambda n: f"Eyebrows were {filler(n)} raised.", hidden, 4),
    ("words of a meaning", lambda n: f"“Old plan”, a euphemism for {filler(n)}.", meant_whole, 9),
    ("words to a cue", lambda n: f"The raid is over. So {filler(n)} it was collateral damage.", soft, 5),
    ("words to by", lambda n: f"The man was accused of theft {'again ' * n}by the council.", answered, 27),
    (
        "mentions that a pronoun goes back",
        lambda n: "Ana Reyes left. " + "Officials met engineers. " * n + "She said no.",
        she_is_named,
        19,
    ),
    (
        "mentions of others who act after one has spoken, is known as a woman and has a name",
        lambda n: f"Lena Ortiz said no. {'A guard ran. ' * n}A cook slept and a boy ate. “Never,” she said.",
        she_is_named,
        22,
    ),
    (
        "characters between a source and a statement that names nobody",
        lambda n: f"A guard said no. {'The rain fell. ' * n}Neither would be named.",
        anonymous,
        13,
    ),
    (
        "mentions between a source and a statement that names nobody",
        lambda n: f"A guard said no to {'Hale, ' * n}Hale. Neither would be named.",
        anonymous,
        4,
    ),
]


@pytest.mark.parametrize(("make", "found", "last"), [row[1:] for row in LIMITS], ids=[row[0] for row in LIMITS])
def test_the_last_that_is_found_and_the_first_that_is_not(make: Make, found: Found, last: int) -> None:
    assert (found(make(last)), found(make(last + 1))) == (True, False)


def test_two_reports_need_three_words_in_common() -> None:
    assert (backed_up(two_reports(3, 0)), backed_up(two_reports(2, 0))) == (True, False)


def test_what_a_reason_repeats_has_at_most_sixty_characters() -> None:
    assert shortened("x" * 60) == "x" * 60
    assert shortened("a " * 30 + "b") == "a " * 29 + "a …"

"""Lesson 4: what it says about its texts and about the helper is so."""

from __future__ import annotations

import pytest
from lessons import lesson, set_trap

from kit import articles, find_inconsistencies, read
from kit.gold import gold
from kit.lessons import show_facts, show_pairs

LESSON = lesson("4-inconsistency")


def passages(name: str) -> list[tuple[str, str]]:
    """The pairs that the helper links in a practice text."""
    text = articles(name)
    return [(text[each.claim], text[each.other]) for each in find_inconsistencies(text)]


def verdict(name: str, one: str, other: str) -> str:
    """What careful readers say of two passages."""
    text = articles(name)
    found = [
        each.verdict for each in gold(name).inconsistencies if one in text[each.claim] and other in text[each.other]
    ]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("name", "one", "other", "says"),
    [
        ("border", "Three Karvian soldiers were killed", "the families of the four dead men", "conflict"),
        ("border", "Lomarra’s army lost nobody", "Two of its men were treated for burns", "none"),
        ("border", "an hour of shooting", "What we have is forty minutes of grey", "none"),
        ("schoolboard", "About 2,600 pupils", "2,588", "none"),
        ("schoolboard", "a review of 22 studies", "Marks improved in nine of the studies", "none"),
        ("schoolboard", "put the extra cost at 140,000 crowns a year", "expects 95,000", "none"),
        ("schoolboard", "1,092 answered, or 52 percent", "the half that didn’t write back", "none"),
        ("layoffs", "620 of the 2,900 people", "for each of the 580", "conflict"),
        ("harbour", "the gas alarm had been off for weeks", "On Tuesday it had been off", "tension"),
        (
            "airstrikes",
            "hit 55 Islamic State targets in Syria",
            "26 cruise missiles against 11 IS targets",
            "unsupported",
        ),
        ("airstrikes", "The strikes had left IS weaker", "opened the way for ISIL to push forward", "conflict"),
    ],
)
def test_the_pairs_of_the_lesson_are_what_careful_readers_say(name: str, one: str, other: str, says: str) -> None:
    if name == "harbour":  # that text has a second pair of the alarm, which can be seen either way
        text = articles(name)
        assert [p.verdict for p in gold(name).inconsistencies if other in text[p.other] and one in text[p.claim]] == [
            says
        ]
    else:
        assert verdict(name, one, other) == says


def test_the_second_report_is_sound_and_has_more_than_twenty_numbers() -> None:
    assert {each.verdict for each in gold("schoolboard").inconsistencies} == {"none"}
    words = articles("schoolboard").text.split()
    assert sum(any(sign.isdigit() for sign in word) for word in words) > 20


def test_the_helper_is_silent_on_the_sound_report() -> None:
    assert passages("schoolboard") == []
    assert repr(show_pairs(articles("schoolboard"))).startswith("The helper found no contradictions")


def test_the_helper_is_right_about_the_headline() -> None:
    (found,) = passages("airstrikes")
    assert found[0] == "Russian air strikes hit 55 Islamic State targets in Syria"
    text = articles("airstrikes")
    body = text.text[text.title.end :] if text.title else ""
    assert body and "55" not in body


def test_the_helper_is_silent_where_the_learner_has_found_a_conflict() -> None:
    assert passages("layoffs") == []


def test_a_table_of_the_ledger_has_both_figures_of_the_layoffs() -> None:
    tables = show_facts(articles("layoffs")).tables
    values = [{line.value for line in table.lines} for table in tables[:6]]  # those that are open
    assert any(any("620" in v for v in each) and any("580" in v for v in each) for each in values)


def test_the_ready_made_trap_is_one() -> None:
    trap = read(set_trap(LESSON, "two-conflicts"))
    ((claim, other),) = [(trap[each.claim], trap[each.other]) for each in find_inconsistencies(trap)]
    assert ("1906" in claim, "1912" in other) == (True, True)

"""Lesson 2: what it says about its texts and about the helper's ladder."""

from __future__ import annotations

import re

from lessons import lesson, prose, set_trap

from kit import articles, find_anonymous_sources, find_sources, read
from kit.gold import gold
from kit.questions import bank

TEXT = articles("layoffs")
LESSON = lesson("2-anonymous-sources")


def levels(name: str) -> set[str]:
    """On which rungs the helper puts somebody where they speak."""
    return {each.level for each in find_sources(TEXT) if each.name == name and each.is_source}


def test_the_rungs_of_the_table_are_those_of_the_gold() -> None:
    marked = {TEXT[mark.span]: mark.level for mark in gold("layoffs").sources}
    assert marked["A manager in Norrholm’s finance department"] == "described"
    assert marked["Analysts"] == "vague"
    assert marked["it is widely believed"] == "hidden"


def test_the_helper_takes_a_firm_for_a_person_and_puts_the_list_too_low() -> None:
    assert levels("Norrholm") == {"named_person"}
    assert levels("a list") == {"described"}
    assert levels("A manager in Norrholm’s finance department") == {"described"}


def test_the_school_board_has_no_vague_source_and_no_hidden_one() -> None:
    found = {each.level for each in find_sources(articles("schoolboard")) if each.is_source}
    assert found == {"named_person", "named_organisation"}


def test_the_ready_made_trap_is_one() -> None:
    found = find_anonymous_sources(read(set_trap(LESSON, "three-managers")))
    assert [each.level for each in found] == ["described", "vague", "vague"]


def test_the_second_of_the_two_judgements_is_a_sound_source() -> None:
    right = [option.text for option in bank.question("2.7").key.options if option.right]  # type: ignore[attr-defined]
    assert right == ["No: the way it’s done is sound, name or no name."]


def test_it_quotes_its_text() -> None:
    assert len(re.findall(r"\*“(.+?)”\*", prose(LESSON))) >= 2

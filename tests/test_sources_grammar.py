"""Who is meant, by grammar: epithets, bodies by what stands near, whoever is behind a thing. (Notation:
source_notation.py)"""

from __future__ import annotations

import pytest
from source_notation import check, rows

from kit.finders.sources.find import HEARD_FROM
from kit.finders.sources.proper_name import MIN_SHARE_AS_BODY
from kit.finding import Level
from kit.reading import ArticleIndex
from kit.text import read_text


@rows(
    "[Rick Dahl|d person] grew up in Austin. [Dahl|d person] is 66.¶[The Texan|d person heard] said no.",
    "[Rick Dahl|d person] owns shops. [Dahl|d person] is 66.¶[The gambling tycoon|d person heard; post tycoon] said "
    "no.",
    "[Rick Dahl|d person] came. [Dahl|d person] is 66.¶[The former keeper|d person heard] said no.",
    "[Rick Dahl|d person] came. [Dahl|d person] is 66.¶[The old man who runs the lock|m described heard] said no.",
    "[Lena Dahl|d person] came. [Dahl|d person] is 66.¶[The French|f vague heard] said no.",
    "[The Texan|t vague heard] said no.",
)
def test_a_new_word_for_somebody_known(marked: str) -> None:
    check(marked)


@rows(
    "[Former minister of state Lena Ortiz|o person heard; post minister] said no.",
    "[Soe Min, a reporter|m person heard; post reporter], said no.",
    "[Another pollster, David Woodard of Clemson University|d person heard; affiliation Clemson University; "
    "post pollster], said no.",
    "[Its leader, Pieter van Aswegen|v person heard; post leader], said no.",
    "[District Collector R. Marathe|v person heard; post Collector] said no.",
    "[The Pupils’ Front|f organisation heard] said no.",
    "[The mayor’s Son|f described heard; affiliation The mayor] said no.",
    "[Lena Ortiz|o person] left. [Critics, including Ortiz|o person heard], said no.",
    "One of [them, Verna Stokes|s person heard], said no.",
    "[The committee’s director, Tom Lund|l person heard; affiliation The committee; post director], said no.",
    "[Ms White|w person heard] said no.",
    "[The base chief|c described heard; post chief] said no.",
    "[A library clerk|c described heard; affiliation library; post clerk] said no.",
    "[A party clerk|c described heard; post clerk] said no.",
    "[Clerks on the harbour committee|c described heard; affiliation the harbour committee; post Clerks] said no.",
    "[Clerks in the city|c vague heard] said no.",
)
def test_offices_and_names(marked: str) -> None:
    check(marked)


@rows(
    "Workers at [Norrholm|g organisation] went home. [Norrholm|g organisation heard] said no.",
    "[Norrholm|g organisation], which runs the buses, is late. [Norrholm|g organisation heard] said no.",
    "It rained in Marl. [Marl|m organisation heard] said no.",
    "[The maker, Cavell Medical|c organisation heard], said no. [Cavell Medical|c organisation heard] said why.",
    "[22:50 The fire service|f organisation heard] said no.",
)
def test_bodies_by_what_stands_near(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(("others", "level"), [(2, "named_organisation"), (4, "named_person")])
def test_how_many_places_show_that_a_name_is_a_body(others: int, level: Level) -> None:
    assert (1 / (others + 1) >= MIN_SHARE_AS_BODY) == (level == "named_organisation")
    text = "He works at Marl. " + "We saw Marl there. " * (others - 1) + "Marl said no."
    assert ArticleIndex(read_text(text)).sources[-1].level == level


@rows(
    "[A clerk in one of the villages|c described heard; affiliation one of the villages; post clerk] said no.",
    "[A member of one of the crews|m described heard; affiliation one of the crews] said no.",
    "[A spokesman|s described heard; post spokesman] said no.",
    "[A critic of the plan|c vague heard] said no.",
    "[An opponent of the plan|o vague heard] said no.",
    "[Clerks in one of the villages|c described heard; affiliation one of the villages; post Clerks] said no.",
    "[An official on one of the ships|c described heard; post official] said no.",
    "[An official in the county|c vague heard; post official] said no.",
    "[A ferry pilot|c described heard; post pilot] said no.",
    "[Ferry pilots|c vague heard] said no.",
    "[A French pilot|c vague heard; post pilot] said no.",
    "[The French pilot|c described heard; post pilot] said no.",
    "[A glassblower|c described heard] said no.",
    "[Critics of the Harbury Trust|c vague heard; affiliation the Harbury Trust] said no.",
    "[Many Ortiz supporters|c vague heard; affiliation Ortiz] said no.",
    "[Many of the mayor’s aides|c described heard; affiliation the mayor; post aides] said no.",
    "[A clerk in the county|c described heard; post clerk] said no.",
)
def test_somebody_of_a_certain_place(marked: str) -> None:
    check(marked)


@rows(
    "[Calculations by Amy Lund of the Harbury Institute|l person heard; affiliation the Harbury Institute] show "
    "that it fell.",
    "[A letter released on Monday by the Harbury Water Company|l organisation heard; affiliation the Harbury Water "
    "Company] said that the dam was safe.",
)
def test_whoever_is_behind_a_thing(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(("confidence", "heard"), [(HEARD_FROM, True), (HEARD_FROM - 0.01, False)])
@pytest.mark.parametrize(("who", "speaks"), [("Ortiz", True), ("The ladder", False)])
def test_a_source_is_heard_where_its_attribution_is_likely(
    confidence: float, heard: bool, who: str, speaks: bool
) -> None:
    """Also below the confidence from which an attribution is shown; what can’t speak is left out there."""
    index = ArticleIndex(read_text(f"{who} said that the lock was shut."))
    (proposal,) = index._proposed[1]
    proposal.confidence = confidence
    assert index.attributions == ()
    assert bool(index.sources) == (heard and speaks)

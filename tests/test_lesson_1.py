"""Lesson 1: what it says about its text and about the helper."""

from __future__ import annotations

import re

import pytest
from lessons import lesson, prose, set_trap

from kit import articles, find_attributions, read
from kit.finding import Attribution
from kit.questions import bank

TEXT = articles("footbridge")
LESSON = lesson("1-attribution")


def attributions_in(sentence: str) -> list[Attribution]:
    """What the helper marks in one sentence of the practice text."""
    start = TEXT.text.index(sentence)
    end = start + len(sentence)
    return [each for each in find_attributions(TEXT) if start < each.span.end and each.span.start < end]


def test_it_quotes_its_text() -> None:
    assert len(re.findall(r"\*“(.+?)”\*", prose(LESSON))) >= 5


def test_the_helper_takes_nobody_for_a_source() -> None:
    marks = attributions_in("Nobody had asked him anything beforehand")
    assert [TEXT[each.source] for each in marks] == ["Nobody"]


def test_the_helper_takes_know_for_a_cue() -> None:
    marks = attributions_in("Engineers who know the bridge believe that those are sound.")
    assert [TEXT[each.cue] for each in marks] == ["know", "believe"]


def test_the_helper_misses_the_letter() -> None:
    assert attributions_in("A letter from the firm, Ostrander Survey, gives the same reason.") == []


def test_the_helper_takes_the_chalk_for_content() -> None:
    (mark,) = attributions_in("Somebody has written “See you in April” on it in chalk.")
    assert TEXT[mark.content] == "“See you in April” on it in chalk"


def test_the_helper_has_marks_to_answer_who_answers_for_it() -> None:
    assert attributions_in("The damage had been there for at least a year before anybody measured it.") == []
    assert attributions_in("On Wednesday morning about 60 people stood in line") == []
    (said,) = attributions_in("It is said to have been put off to save money.")
    assert said.source == ()


def test_the_helper_finds_the_pronouns_that_the_lesson_asks_about() -> None:
    assert {"She", "he", "It"} <= {TEXT[each.source] for each in find_attributions(TEXT)}


@pytest.mark.parametrize(
    ("sentence", "style"),
    [
        ("She said that the repair would cost", "indirect"),
        ("It warns that the beam “could fail without further notice” under a crowd", "mixed"),
        ("“The delay may be harmless,” he told reporters", "direct"),
    ],
)
def test_the_helper_agrees_with_the_answer_of_task_2(sentence: str, style: str) -> None:
    assert style in [each.style for each in attributions_in(sentence)]


def test_the_ready_made_trap_is_one() -> None:
    trap = read(set_trap(LESSON, "empty-hall"))
    assert [trap[each.source] for each in find_attributions(trap)][:2] == ["The empty hall", "The mayor"]


def test_one_question_has_nothing_to_find() -> None:
    key = bank.question("1.9").key
    assert [option.text for option in key.options if option.right] == []  # type: ignore[attr-defined]

"""Where two numbers, times, names or words stop being taken for one: for each limit a case on either side.

The numbers stand here once more on purpose: a limit that is moved shall turn a test red.
"""

from __future__ import annotations

import pytest

from kit.language.agreement import rounded, times_agree
from kit.language.morphology import stem
from kit.language.names import keys_of
from kit.language.quantities import Quantity
from kit.language.times import Time
from kit.reading import ArticleIndex
from kit.text import Span, read_text


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (1000, 1052, True),  # 5 % of 1,052 are 52.6
        (1000, 1053, False),
        (990, 991, False),  # whole numbers below 1,000 are not rounded
        (1000, 1001, True),
    ],
)
def test_how_far_a_rounded_number_may_be_off(one: float, other: float, alike: bool) -> None:
    assert rounded(one, other) is alike


@pytest.mark.parametrize(("hours", "alike"), [(11, False), (12, True), (13, False)])
def test_a_clock_of_twelve_hours_says_two_times_alike(hours: int, alike: bool) -> None:
    nine, later = (Time(Span(0, 1), "clock", (60 * hour,), 0, 0, 1) for hour in (9, 9 + hours))
    assert times_agree(nine, later) is alike


@pytest.mark.parametrize(("one", "other", "share"), [("lars", "lara", True), ("olg", "ola", False)])
def test_short_names_that_differ_by_a_letter_are_two(one: str, other: str, share: bool) -> None:
    assert bool(keys_of(one) & keys_of(other)) is share


@pytest.mark.parametrize(("word", "stemmed"), [("auditor", "audit"), ("camper", "camper")])
def test_who_does_something_is_known_by_what_is_left_of_the_word(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def the_quantity(text: str) -> Quantity:
    (found,) = ArticleIndex.of(read_text(text)).quantities
    return found


@pytest.mark.parametrize(("adjectives", "noun"), [(6, "sheep"), (7, "")])
def test_how_many_words_stand_between_a_number_and_its_noun(adjectives: int, noun: str) -> None:
    assert the_quantity(f"They have 40 {'big ' * adjectives}sheep.").noun == noun


@pytest.mark.parametrize(("between", "noun"), [(8, "turnout"), (9, "")])
def test_how_far_before_a_share_its_measure_stands(between: int, noun: str) -> None:
    assert the_quantity(f"The turnout was {'very ' * (between - 1)}40 percent.").noun == noun


@pytest.mark.parametrize(("adverbs", "hurt"), [(3, True), (4, False)])
def test_how_far_behind_people_their_state_stands(adverbs: int, hurt: bool) -> None:
    assert bool(the_quantity(f"In all 40 people were {'also ' * adverbs}hurt.").state) is hurt

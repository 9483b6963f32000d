"""Lesson 0: the pre-test is all there, and the helper is wrong where the lesson says so."""

from __future__ import annotations

from lessons import asked, code, lesson, prose, set_trap

from kit import find_attributions, hand_in, read
from kit.questions import bank

LESSON = lesson("0-start")


def test_the_pre_test_is_asked_in_its_order_and_nothing_else_after_the_tour() -> None:
    test = [each.id for each in bank.unit("0").questions if each.test == "pre"]
    assert len(test) == 8
    assert asked(LESSON)[-8:] == test


def test_the_first_line_is_right_and_the_second_a_mistake() -> None:
    mine = read(set_trap(LESSON, "sky"))
    assert [mine[each.source] for each in find_attributions(mine)] == ["Ines", "The sky"]


def test_one_question_of_the_tour_has_nothing_to_find() -> None:
    assert bank.question("0.4").key.marks == ()  # type: ignore[attr-defined]


def test_without_a_name_nothing_is_handed_in() -> None:
    assert 'hand_in("")' in code(LESSON)
    assert hand_in("").file is None
    assert "write your name between the two quotation marks" in prose(LESSON)

"""Lesson 3: what it says about its text, about the helper's words and about its mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lessons import code, lesson, prose

from kit import articles, find_euphemisms, literal_here, plain, read
from kit.gold import gold
from kit.questions import bank

TEXT = articles("campaign")
LESSON = lesson("3-euphemism")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # what is set aside as literal is remembered there


def test_the_helper_names_the_wrong_thing_for_the_toll() -> None:
    found = {TEXT[each.pieces]: each.plain for each in find_euphemisms(TEXT)}
    assert found["revenue enhancement"] == "tax rise"
    assert {TEXT[each.pieces]: each.plain for each in gold("campaign").euphemisms}["revenue enhancement"] == "toll"
    assert "tax" not in TEXT.text


def test_the_plain_words_are_those_that_the_lesson_discusses() -> None:
    plainly = plain(TEXT)
    assert [(TEXT[each.old], plainly[each.new]) for each in plainly.changes] == [
        ("misspoken", "said something untrue"),
        ("youthful indiscretion", "old misdeed"),
    ]
    for _, words in ((TEXT[each.old], plainly[each.new]) for each in plainly.changes):
        assert f"*{words}*" in prose(LESSON)


def test_the_balloons_are_marked_and_can_be_set_aside() -> None:
    (cell,) = (each for each in code(LESSON) if "balloons" in each)
    (typed,) = re.findall(r'"""(.*?)"""', cell, flags=re.DOTALL)
    mine = read(typed)
    assert "the staff dismissed their balloons" in str(plain(mine))
    literal_here(mine, "let go of")
    assert "The company dismissed forty people." in str(plain(mine))
    assert "the staff let go of their balloons" in str(plain(mine))
    literal_here(mine, "let go of", undo=True)  # the lesson does so too, or it could not be run twice
    assert "the staff dismissed their balloons" in str(plain(mine))
    assert [each.count("undo=True") for each in code(LESSON) if "literal_here(" in each] == [1]


def test_two_questions_have_nothing_to_find() -> None:
    assert bank.question("3.8").key.marks == ()  # type: ignore[attr-defined]
    assert [option for option in bank.question("3.9").key.options if option.right] == []  # type: ignore[attr-defined]

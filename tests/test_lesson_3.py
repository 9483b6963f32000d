"""Lesson 3: what it says about its text, about the helper's words and about its mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest
from lessons import ROOT, lesson, prose, set_trap

from kit import articles, find_euphemisms, plain, read
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


def test_the_balloons_are_marked_and_dismissed() -> None:
    mine = read(set_trap(LESSON, "balloons"))
    assert [mine[each.pieces] for each in find_euphemisms(mine)] == ["let … go", "let go of"]
    assert set_trap(LESSON, "balloons-plain") == mine.text
    assert "the staff dismissed their balloons" in str(plain(mine))


def test_the_figures_for_real_news_are_those_of_the_readme() -> None:
    words = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert "of 10 where they were coined for the purpose (24)" in words and "about one word in 2,300" in words
    told = prose(LESSON)
    assert "Of 24 soft words that a writer had just coined it found ten" in told
    assert "about one word in 2,300" in told


def test_two_questions_have_nothing_to_find() -> None:
    assert bank.question("3.8").key.marks == ()  # type: ignore[attr-defined]
    assert [option for option in bank.question("3.9").key.options if option.right] == []  # type: ignore[attr-defined]

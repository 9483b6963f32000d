"""Lesson 6: what it says about its texts and about the helper is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lessons import lesson, set_trap

from kit import articles, find_attributions, read
from kit.lessons import blob, plot_marks, plot_threshold, show_feelings
from kit.lessons.threshold import marks_from
from kit.views.sheet import words_of

ROOT = Path(__file__).parents[1]
LESSON = (ROOT / "notebooks" / "6-machine.ipynb").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def counts() -> dict[str, tuple[int, int, int]]:
    """By text: how many marks are right, missed, and too much."""
    found = {}
    for line in plot_marks().text.splitlines()[1:]:
        name, _, numbers = line.partition(": ")
        right, missed, extra = map(int, re.findall(r"\d+", numbers))
        found[name] = right, missed, extra
    return found


def test_the_easiest_text_and_the_hard_ones_are_those_that_the_lesson_names() -> None:
    by_text = counts()
    assert sum(by_text["scooters-agency"][1:]) <= 1
    assert all(sum(by_text[name][1:]) >= 10 for name in ("layoffs-radio", "migration"))


def test_the_figures_for_real_papers_are_those_of_the_readme() -> None:
    words = " ".join(README.split())
    assert "found 66 of 100, and of 100 places that it showed 82 were right" in words
    assert "it found 66 of 100, and 82 of 100 marks were right" in LESSON


def test_the_highest_threshold_makes_hardly_a_mistake_and_finds_less_than_half() -> None:
    found, right = (int(share) for share in re.findall(r"(\d+) in 100 were", plot_threshold(90).text))
    assert right >= 98 and found < 50


TRAP = set_trap(lesson("6-machine"), "three-failures").splitlines()


@pytest.mark.parametrize(("sentence", "sources"), [(TRAP[0], ["Soldiers"]), (TRAP[1], []), (TRAP[2], [""])])
def test_the_helper_fails_on_each_of_the_three_sentences(sentence: str, sources: list[str]) -> None:
    text = read(sentence)
    assert [text[each.source] for each in find_attributions(text)] == sources


def test_it_fails_in_the_report_that_the_second_comes_from() -> None:
    text = articles("recall")
    at = text.text.index("by his own account")
    (sentence,) = [span for span in text.sentences if span.start <= at < span.end]
    assert not any(a.span.start < sentence.end and sentence.start < a.span.end for a in find_attributions(text))


def test_a_town_and_a_verb_make_an_election_pleasant() -> None:
    rows = show_feelings(articles("campaign")).rows
    assert "Great Coombe" in words_of(rows[-1][0]) and words_of(rows[-1][3]) == "great (+0.8)"
    assert "rose (+0.6)" in [words_of(row[3]) for row in rows]


def test_bombs_are_more_pleasant_than_a_school_board() -> None:
    bombs, board = (blob(articles(name)).sentiment.polarity for name in ("airstrikes", "schoolboard"))
    assert bombs > board
    assert "In the areas that were bombed" in words_of(show_feelings(articles("airstrikes")).rows[-1][0])


def test_the_second_trap_is_one() -> None:
    good, bad = set_trap(lesson("6-machine"), "nice-bombs").splitlines()
    assert blob(good).sentiment.polarity < 0 < blob(bad).sentiment.polarity


def test_the_surest_marks_are_hardly_ever_wrong_and_many_are_left_out() -> None:
    sure = marks_from(0.9)
    right, extra, missed = (
        sum(len(getattr(each, part)) for each in sure) for part in ("matched", "spurious", "missed")
    )
    assert right / (right + extra) > 0.97
    assert right / (right + missed) < 0.5

"""Lesson 6: what it says about its texts and about the helper is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kit import articles, blob, find_attributions, read
from kit.lessons import plot_marks, plot_threshold, show_feelings
from kit.lessons.threshold import record
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
    assert [name for name, (_, missed, extra) in by_text.items() if missed + extra == 0] == ["harbour-agency"]
    assert sorted(name for name, (_, missed, _) in by_text.items() if missed >= 7) == [
        "campaign",
        "federation",
        "migration",
    ]


def test_the_figures_for_real_papers_are_those_of_the_readme() -> None:
    words = " ".join(README.split())
    assert "found 64 of 100, and of 100 places that it showed 76 were right" in words
    assert "it found 64 of 100, and 76 of 100 marks were right" in LESSON


def test_the_highest_threshold_makes_no_mistake_and_finds_less_than_half() -> None:
    found, right = (int(share) for share in re.findall(r"(\d+) in 100 were", plot_threshold(100).text))
    assert right == 100 and found < 50


TRAP = (
    "He had called her on Tuesday evening, Marta Reese said, because his hours were to be cut.",
    "The father had been riding at walking pace, by his own account, when he heard her cry out.",
    "At the inn, soldiers had drunk their coffee as on any other morning, said the woman who runs it.",
)


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        (TRAP[0], ["He", "Marta Reese"]),
        (TRAP[1], []),
        (TRAP[2], ["the inn, soldiers had drunk their coffee as on any other morning"]),
    ],
)
def test_the_helper_fails_on_each_of_the_three_sentences(sentence: str, sources: list[str]) -> None:
    assert sentence in LESSON
    text = read(sentence)
    assert [text[each.source] for each in find_attributions(text)] == sources


@pytest.mark.parametrize(
    ("name", "words", "sources"),
    [
        ("shooting", "He had called her on Tuesday evening", ["He", "Marta Reese"]),
        ("recall", "by his own account", []),
        (
            "border",
            "At the inn, soldiers had drunk",
            ["the inn, soldiers had drunk their coffee at four as on any other morning"],
        ),
    ],
)
def test_it_fails_in_the_reports_that_they_come_from(name: str, words: str, sources: list[str]) -> None:
    text = articles(name)
    at = text.text.index(words)
    (sentence,) = [span for span in text.sentences if span.start <= at < span.end]
    found = [
        each for each in find_attributions(text) if sentence.start < each.span.end and each.span.start < sentence.end
    ]
    assert [text[each.source] for each in found] == sources


def test_a_town_and_a_verb_make_an_election_pleasant() -> None:
    rows = show_feelings(articles("campaign")).rows
    assert "Great Coombe" in words_of(rows[-1][0]) and words_of(rows[-1][3]) == "great (+0.8)"
    assert "rose (+0.6)" in [words_of(row[3]) for row in rows]


def test_bombs_are_more_pleasant_than_a_school_board() -> None:
    bombs, board = (blob(articles(name)).sentiment.polarity for name in ("airstrikes", "schoolboard"))
    assert bombs > board
    assert "In the areas that were bombed" in words_of(show_feelings(articles("airstrikes")).rows[-1][0])


def test_the_second_trap_is_one() -> None:
    good, bad = "None of the seats failed.", "The two villages were pacified in a nice and easy way."
    assert good in LESSON and bad in LESSON
    assert blob(good).sentiment.polarity < 0 < blob(bad).sentiment.polarity


def test_some_rules_are_hardly_ever_wrong_and_one_is_right_two_times_out_of_three() -> None:
    right, extra, _ = record()
    shares = [right[rule] / (right[rule] + extra[rule]) for rule in right if right[rule] + extra[rule] >= 20]
    assert max(shares) > 0.95
    assert 0.6 < min(shares) < 0.75

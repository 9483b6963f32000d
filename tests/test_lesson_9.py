"""Lesson 9: its rubric is that of the bank, its rules are the bank's, and what it says of the helper is so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kit import Article, articles, find_attributions
from kit.questions import bank
from kit.questions.kinds.open import OpenKey

FILE = Path(__file__).parents[1] / "notebooks" / "9-audit.ipynb"
LESSON = FILE.read_text(encoding="utf-8")
PROSE = "\n\n".join("".join(cell["source"]) for cell in json.loads(LESSON)["cells"] if cell["cell_type"] == "markdown")


def cues_in(text: Article, sentence: str) -> list[str]:
    start = text.text.index(sentence)
    end = start + len(sentence)
    return [text[each.cue] for each in find_attributions(text) if start < each.span.end and each.span.start < end]


def test_the_rubric_has_the_points_of_the_questions() -> None:
    table = re.findall(r"^\| (\w+) \| (\d+) \|", PROSE, flags=re.MULTILINE)
    rubric = []
    for number in range(7, 12):
        key = bank.question(f"9.{number}").key
        assert isinstance(key, OpenKey)
        rubric += [(line.what.split(".")[0].split()[0], str(line.points)) for line in key.criteria]
    assert table == rubric
    assert sum(int(points) for _, points in table) == 100


def test_the_post_test_is_asked_whole_and_last() -> None:
    asked = re.findall(r'ask\(\\"(9\.\d+)\\"\)', LESSON)
    assert asked == [f"9.{number}" for number in range(7, 20)]
    test = [each.id for each in bank.unit("9-audit").questions if each.test == "post"]
    assert asked[-8:] == test


@pytest.mark.parametrize(
    ("sentence", "cues"),
    [
        ("and one is thinking of resigning", ["said"]),
        ("The bank does not comment on votes.", ["does not comment on"]),
    ],
)
def test_the_helper_errs_where_the_lesson_says_so(sentence: str, cues: list[str]) -> None:
    assert sentence.replace("“", "‘").replace("”", "’") in PROSE
    assert cues_in(articles("bank"), sentence) == cues

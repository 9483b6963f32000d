"""Fair and unfair answers to every question with words to mark, link or write, in tests/answers, and what they earn."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kit.questions import bank
from kit.questions.marking import mark, model_answer
from kit.questions.points import Points

KINDS = ("spans", "pairs", "rewrite")
FOLDER = Path(__file__).parent / "answers"
GIVEN: dict[str, dict[str, list[dict[str, Any]]]] = {
    id: table
    for file in sorted(FOLDER.glob("*.toml"))
    for id, table in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
MARKED = [question for unit in bank.units() for question in unit.questions if question.kind in KINDS]


@pytest.mark.parametrize("question", MARKED, ids=lambda question: question.id)
def test_fair_answers_earn_and_unfair_ones_do_not(question: Any) -> None:
    fair, unfair = GIVEN[question.id]["fair"], GIVEN[question.id]["unfair"]
    assert len(unfair) >= 5
    assert len(fair) >= 5 or [each["answer"] for each in fair] == [[]] == [model_answer(question)]
    for given in (*fair, *unfair):
        result = mark(question, given["answer"])
        assert result.state != "unreadable"
        assert "isn’t in the text" not in result.message, given
        assert repr(result.points) == repr(Points(Fraction(str(given["points"])))), given
    assert min(given["points"] for given in fair) >= question.points / 2
    assert max(given["points"] for given in unfair) <= question.points * Fraction(2, 5)
    assert sum(given["points"] == question.points for given in fair) >= min(2, len(fair))


def test_the_answers_are_to_questions_that_there_are() -> None:
    assert set(GIVEN) == {question.id for question in MARKED}

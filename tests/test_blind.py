"""Nobody earns by answering blindly: benchmarks/blind.py has the strategies, and what chance is."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from kit.questions.kinds import KINDS

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from blind import MOST_ABOVE_CHANCE, STRATEGIES, asked, chances, reached, with_one_verdict

QUESTIONS = asked()


@pytest.fixture(scope="module")
def by_chance() -> Mapping[str, float]:
    return chances(QUESTIONS)


def test_there_are_ten_strategies_with_an_answer_to_every_kind_that_no_person_marks() -> None:
    assert len(STRATEGIES) >= 10
    kinds = {name for name, kind in KINDS.items() if not kind.by_hand}
    assert all(set(strategy) == kinds for strategy in STRATEGIES.values())


@pytest.mark.parametrize("name", STRATEGIES)
def test_no_blind_strategy_earns(name: str, by_chance: Mapping[str, float]) -> None:
    """In no kind of question and in no unit is its share of the points 10 in 100 above that of random answers."""
    done = reached(STRATEGIES[name], QUESTIONS)
    above = {group: round(done[group] - by_chance[group], 2) for group in done}
    assert max(above.values()) <= MOST_ABOVE_CHANCE, above


def test_no_verdict_earns_on_every_pair() -> None:
    """Who finds all pairs and gives them one verdict has a good deal more to gain from thinking about it."""
    shares = with_one_verdict(QUESTIONS)
    chance = sum(shares.values()) / len(shares)
    assert max(shares.values()) <= chance + MOST_ABOVE_CHANCE, shares


def test_whether_there_is_something_to_choose_is_never_told() -> None:
    """Every question of the kind has its tick box for none of them, so the words would only mark those that need it."""
    assert not [each.id for each in QUESTIONS if each.kind == "choices" and "may be none" in each.prompt]


def test_nothing_to_find_is_right_about_as_often_as_not_where_the_prompt_says_that_it_may_be() -> None:
    offered = [question for question in QUESTIONS if "There may be none." in question.prompt]
    right = [question for question in offered if question.key.model_answer(question) == []]
    assert len(offered) >= 15
    assert 0.35 <= len(right) / len(offered) <= 0.65, [question.id for question in right]

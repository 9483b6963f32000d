"""The figures about a class, held against values worked out by hand or taken from the literature."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.grading.similarity import SimilarGroup, SimilarityFinder
from kit.grading.statistics import Correlation, QuestionFigures, cronbach, gain, krippendorff, step_of


def correlation(pairs: list[tuple[float, float]]) -> float | None:
    made = Correlation()
    for x, y in pairs:
        made.add(x, y)
    return made.value


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ([(1, 2), (2, 4), (3, 6), (4, 8), (5, 10)], 1.0),
        ([(1, 5), (2, 4), (3, 3), (4, 2), (5, 1)], -1.0),
        ([(0, 0), (0, 1), (1, 0), (1, 1), (0, 0), (1, 1)], 1 / 3),
        ([(1, 2), (2, 4), (3, 6), (4, 8)], None),
        ([(1, 2), (1, 4), (1, 6), (1, 8), (1, 9)], None),
    ],
)
def test_correlation(pairs: list[tuple[float, float]], value: float | None) -> None:
    assert correlation(pairs) == (None if value is None else pytest.approx(value))


def test_an_item_tells_how_hard_it_is_and_whom_it_tells_apart() -> None:
    item = QuestionFigures()
    for share, rest in ((1.0, 0.9), (1.0, 0.8), (0.0, 0.2), (0.0, 0.1), (0.5, 0.5)):
        item.add(share, rest, answered=share > 0)
    assert item.difficulty == 0.5
    assert item.answered == 3
    assert item.discrimination == pytest.approx(0.990, abs=0.001)
    assert item.shares.x_variance == pytest.approx(0.2)
    assert QuestionFigures().difficulty is None


def test_cronbachs_alpha() -> None:
    # Three questions that go together perfectly: alpha is 1. Questions that have nothing in common: 0.
    same, mixed = [QuestionFigures() for _ in range(3)], [QuestionFigures() for _ in range(2)]
    for share in (0.0, 1.0, 0.0, 1.0):
        for item in same:
            item.add(share, 0, True)
    assert cronbach(same, 9 * 0.25) == pytest.approx(1.0)
    for one, two in ((0, 0), (0, 1), (1, 0), (1, 1)):
        mixed[0].add(one, 0, True)
        mixed[1].add(two, 0, True)
    assert cronbach(mixed, 0.5) == pytest.approx(0.0)
    assert cronbach(same[:1], 1.0) is None
    assert cronbach(same, 0.0) is None


def test_krippendorffs_alpha_of_the_example_in_the_literature() -> None:
    # Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, part C: nominal data, four observers, 12 units,
    # of which the last has one value alone. Given as counts of values by unit; alpha is 0.743.
    units = [
        {"1": 3}, {"2": 3, "3": 1}, {"3": 4}, {"3": 4}, {"2": 4}, {"1": 1, "2": 1, "3": 1, "4": 1},
        {"4": 4}, {"1": 3, "2": 1}, {"2": 4}, {"5": 3}, {"1": 2}, {"3": 1},
    ]  # fmt: skip
    assert krippendorff(units) == pytest.approx(0.743, abs=0.001)


@pytest.mark.parametrize(
    ("units", "value"),
    [
        ([{"a": 2}, {"b": 2}], 1.0),
        ([{"a": 1, "b": 1}, {"a": 1, "b": 1}], -0.5),
        ([{"a": 2}, {"a": 2}], None),
        ([{"a": 1}], None),
        ([], None),
    ],
)
def test_krippendorffs_alpha_at_its_ends(units: list[dict[str, int]], value: float | None) -> None:
    assert krippendorff(units) == (None if value is None else pytest.approx(value))


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(1, 5), max_size=3), max_size=8))
def test_krippendorffs_alpha_is_never_above_one(units: list[dict[str, int]]) -> None:
    value = krippendorff(units)
    assert value is None or value <= 1 + 1e-9


def test_shares_are_counted_in_steps() -> None:
    assert [step_of(share) for share in (0, 0.05, 0.1, 0.3, 0.999, 1.0, 1.2, 0.7)] == [0, 0, 1, 3, 9, 9, 9, 7]


@pytest.mark.parametrize(("before", "after", "won"), [(0.5, 0.75, 0.5), (0.5, 0.25, -0.5), (1.0, 1.0, None)])
def test_growth_is_what_was_won_of_what_could_be(before: float, after: float, won: float | None) -> None:
    assert gain(before, after) == won


Answer = tuple[str, str, str, bool]  # whose, to which question, in which words, and is it prose?


def alike(answers: Iterable[Answer]) -> list[SimilarGroup]:
    finder = SimilarityFinder()
    for answer in answers:
        finder.add(*answer)
    return finder.pairs()


LONG = "The mayor is quoted three times and nobody else gets a word in, so we hear one side only; the residents " * 2


def test_a_pair_is_named_for_rare_wrong_answers_or_long_shared_prose() -> None:
    wrong = [(who, f"1.{n}", f"odd {n}", False) for n in range(4) for who in ("ada", "bob")]
    common = [(f"p{n}", "1.9", "usual", False) for n in range(10)]
    prose = [("cleo", "7.1", LONG, True), ("dan", "7.1", LONG.upper() + " I think.", True)]
    assert alike([*wrong, *common, *prose]) == [
        SimilarGroup(("cleo", "dan"), (), (("7.1", 1.0),)),
        SimilarGroup(("ada", "bob"), ("1.0", "1.1", "1.2", "1.3"), ()),
    ]


def test_three_shared_slips_or_short_prose_are_no_reason_to_ask() -> None:
    wrong = [(who, f"1.{n}", f"odd {n}", False) for n in range(3) for who in ("ada", "bob")]
    prose = [(who, "7.1", "Nobody says who counted them.", True) for who in ("ada", "bob")]
    assert alike([*wrong, *prose]) == []

"""The figures of a survey: the counts, how far they may be off, corrected, and compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean, variance
from typing import Any

import pytest

from kit.finding import Source
from kit.reading import ArticleIndex
from kit.surveying.accuracy import Accuracy, Marks, Passages, accuracy, passages_of
from kit.surveying.bootstrap import REPLICATES, Sums, draws
from kit.surveying.counting import finding_row
from kit.surveying.difference import difference, differences
from kit.surveying.figures import Estimate, Figure, Told, by_passages, figures, told
from kit.surveying.groups import COUNTS, Group, add_up, is_full_name, largest, who_speaks
from kit.surveying.page import page_of
from kit.surveying.result import result_of
from kit.surveying.schema import schemas
from kit.surveying.sheets import number, summary
from kit.surveying.text_records import SurveyError
from kit.text import Span, read_text

BY_KEY = {figure.key: figure for figure in figures()}
MEASURED = Accuracy({"soft_words": Marks(20, 20, 0)}, Passages(45, 5, 10, 40))


def row(place: int, outlet: str = "Courier", month: str = "2026-01", **counts: Any) -> dict[str, Any]:
    blank = dict.fromkeys(COUNTS[1:], 0) | {"words": 100, "quoted_words": 10, "reported_words": 10, "named_person": 1}
    return blank | {"file": f"{place}.txt", "row": -1, "outlet": outlet, "month": month, "speakers": []} | counts


def sums_of(*rows: dict[str, Any]) -> Sums:
    return add_up(rows).groups[Group()]


def some(texts: int, with_it: int) -> Sums:
    return sums_of(*(row(place, unnamed_story=int(place < with_it)) for place in range(texts)))


def drawn(*keys: str) -> Sequence[int]:
    """How often some texts are drawn, together: as they are, then in each replicate."""
    sums = Sums()
    for key in keys:
        sums.add({"texts": draws(key)})
    return sums.of("texts")


def test_a_text_keeps_its_luck_and_texts_are_drawn_as_poisson_has_it() -> None:
    assert list(drawn("a.txt\0-1")[:12]) == [1, 1, 1, 1, 2, 1, 0, 0, 1, 0, 0, 0]  # on every machine, for good
    assert len(drawn()) == 1 + REPLICATES and not any(drawn())
    assert drawn("a", "b") == drawn("b", "a")
    every = [times for number in range(500) for times in drawn(f"{number}.txt")[1:]]
    assert fmean(every) == pytest.approx(1, abs=0.01) and variance(every) == pytest.approx(1, abs=0.02)


def test_sums_never_run_into_each_other() -> None:
    sums = Sums()
    most = 10**18 * draws("a")  # a thousand million texts of a thousand million words each, in one replicate
    sums.add({"words": most, "soft_words": most})
    assert sums.of("words", "soft_words") == tuple(2 * 10**18 * times for times in drawn("a"))


def test_sums_do_not_depend_on_the_order_of_the_texts() -> None:
    rows = [row(place, soft_words=place % 3, unnamed_story=place % 2) for place in range(40)]
    one, other = sums_of(*rows), sums_of(*reversed(rows))
    assert all(one.of(column) == other.of(column) for column in COUNTS)


@pytest.mark.parametrize(
    ("texts", "with_it", "value", "low", "high"),
    [
        (4, 2, 50.0, None, None),  # too few to say
        (5, 0, 0.0, 0.0, 60.0),  # the rule of three: up to 3 in 5
        (5, 5, 100.0, 40.0, 100.0),
        (100, 0, 0.0, 0.0, 3.0),
        (100, 40, 40.0, pytest.approx(30.4, abs=1.5), pytest.approx(49.6, abs=1.5)),  # as the normal interval has it
    ],
)
def test_a_share_has_its_interval(texts: int, with_it: int, value: float, low: Any, high: Any) -> None:
    counted = told(BY_KEY["unnamed_stories"], some(texts, with_it), MEASURED).counted
    assert counted == Estimate(value, low, high)


def test_a_figure_without_anything_to_divide_by_is_not_told() -> None:
    assert told(BY_KEY["reason_given"], some(20, 0), MEASURED).counted == Estimate(None)


def test_a_share_of_stories_is_corrected_by_how_passages_were_judged() -> None:
    corrected = told(BY_KEY["unnamed_stories"], some(100, 40), MEASURED).corrected
    # (0.40 + 0.80 - 1) / (0.90 + 0.80 - 1)
    assert corrected.value == pytest.approx(100 * 0.2 / 0.7)
    assert corrected.low is not None and corrected.high is not None
    assert (
        corrected.low < 20 and corrected.high > 38
    )  # wider than the count: the helper's own figures are uncertain too


def test_a_rate_is_corrected_by_precision_and_recall() -> None:
    sums = sums_of(*(row(place, soft_words=1) for place in range(30)))
    assert told(BY_KEY["soft"], sums, MEASURED).corrected.value == pytest.approx(
        20
    )  # 10 in 1,000, half of all are found


@pytest.mark.parametrize(
    ("known", "allowed"),
    [
        (Marks(7, 13, 0), True),
        (Marks(6, 14, 0), False),  # fewer than a third found
        (Marks(19, 0, 0), False),  # fewer than 20 marks
        (Passages(15, 0, 0, 15), True),
        (Passages(14, 0, 0, 15), False),
        (Passages(30, 10, 13, 37), True),
        (Passages(30, 20, 20, 30), False),  # hardly better than chance
    ],
)
def test_too_little_that_was_measured_corrects_nothing(known: Marks | Passages, allowed: bool) -> None:
    assert known.allows is allowed


@pytest.mark.parametrize(
    ("known", "allowed"),
    [
        (Marks(33, 67, 0), True),  # a third found
        (Marks(32, 68, 0), False),
        (Passages(71, 29, 30, 70), True),  # sensitivity and specificity, less 1: 0.41
        (Passages(69, 31, 30, 70), False),  # 0.39
    ],
)
def test_what_is_found_too_seldom_corrects_nothing(known: Marks | Passages, allowed: bool) -> None:
    assert known.allows is allowed


@pytest.mark.parametrize(("words", "passages"), [(109, 0), (110, 1), (219, 1), (220, 2)])
def test_a_passage_has_as_many_words_as_a_short_story(words: int, passages: int) -> None:
    rest = words % 110
    text = "\n\n".join([*["word " * 110] * (words // 110), *(["word " * rest] if rest else [])])
    assert len([*passages_of(read_text(text))]) == passages


def test_long_stories_are_not_corrected_by_short_passages() -> None:
    figure = BY_KEY["unnamed_stories"]
    rows = [row(place, unnamed_story=place % 2, words=330) for place in range(20)]
    assert told(figure, sums_of(*rows), MEASURED).corrected.value is not None
    assert told(figure, sums_of(*rows, row(99, words=331)), MEASURED).corrected.value is None


@pytest.mark.parametrize(("both", "share"), [(52, 40), (53, 50)])  # better than chance by 0.04, taken for 0.05; by 0.06
def test_passages_that_tell_little_correct_by_a_bounded_factor(both: int, share: float) -> None:
    seen = Passages(both, 100 - both, 100 - both, both)
    assert by_passages(BY_KEY["unnamed_stories"], some(20, 10), seen)[0] == pytest.approx(share)


def test_the_measured_figures_of_the_kit_can_be_used() -> None:
    assert accuracy().stories.allows and accuracy().columns["quoted_words"].allows
    assert not accuracy().columns["alarms"].allows  # too few are found


def estimated(key: str, value: float, half: float, texts: int = 50) -> Told:
    return Told(BY_KEY[key], texts, 1, 1, Estimate(value, value - half, value + half), Estimate(None))


@pytest.mark.parametrize(
    ("first", "second", "texts", "verdict"),
    [
        (50, 36.1, 50, "more"),  # the interval of the difference reaches 9.8 * sqrt 2 = 13.86 to each side
        (50, 36.2, 50, "chance"),
        (50, 10, 9, "too few"),
        (50, 10, 10, "more"),
    ],
)
def test_a_difference_is_more_than_chance_if_its_interval_leaves_out_zero(
    first: float, second: float, texts: int, verdict: str
) -> None:
    one, other = (estimated("soft", value, 9.8, texts) for value in (first, second))
    (found,) = differences([one], [other])
    assert found.verdict == verdict
    if verdict == "more":
        assert found.low is not None and found.low > 0 and found.chance < 0.05


def test_among_many_figures_a_small_difference_does_not_count() -> None:
    close, same = estimated("soft", 50, 9.8), estimated("quoted", 50, 9.8)
    other, alike = estimated("soft", 35, 9.8), estimated("quoted", 50, 9.8)
    assert difference(close, other).chance == pytest.approx(0.0339, abs=0.001)
    assert [each.verdict for each in differences([close], [other])] == ["more"]
    assert [each.verdict for each in differences([close, same], [other, alike])] == ["perhaps", "chance"]
    far = estimated("soft", 30, 9.8)
    assert [each.verdict for each in differences([close, same], [far, alike])] == ["more", "chance"]


SPEAKERS = [
    {"name": "Ana Ruiz", "level": "named_person", "quoted": 10, "reported": 5},
    {"name": "Berg", "level": "named_person", "quoted": 50, "reported": 0},
    {"name": "the council", "level": "named_organisation", "quoted": 0, "reported": 5},
    {"name": "Officials", "level": "vague", "quoted": 30, "reported": 0},
]


def test_speakers_are_joined_across_texts_by_their_full_names_alone() -> None:
    assert [is_full_name(each) for each in SPEAKERS] == [True, False, True, False]
    result = result_of([row(place, speakers=SPEAKERS) for place in range(6)], 0, ())
    assert [(each.name, each.texts, each.words, each.share.value) for each in result.all.speakers] == [
        ("Ana Ruiz", 6, 90, 75.0),
        ("the council", 6, 30, 25.0),
    ]
    assert result.groups[Group("Courier")].speakers == result.all.speakers


def test_every_outlet_month_and_both_have_figures_of_their_own() -> None:
    rows = [row(place, ("A", "B", "")[place % 3], ("2026-01", "2026-02")[place % 2]) for place in range(30)]
    result = result_of(rows, 0, ())
    assert [each.name for each in result.outlets] == ["A", "B"]
    assert [(each.name, each.texts) for each in result.months] == [("2026-01", 15), ("2026-02", 15)]
    assert len(result.groups) == 1 + 2 + 2 + 4
    assert result.groups[Group("A", "2026-01")].texts == 5
    lines = summary(result).splitlines()
    assert len(lines) == 1 + len(figures()) * len(result.groups)
    assert lines[1].startswith(
        ",,unnamed_stories,,Stories with an unnamed source,in 100 stories,30,0,30,0.000,0.000,10.000"
    )


def test_the_smallest_groups_are_left_out_if_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kit.surveying.groups.MAX_GROUPS", 3)
    rows = [row(place, "ABBC"[place % 4], "") for place in range(8)]
    result = result_of(rows, 0, ())
    assert [each.name for each in result.outlets] == ["B", "A"] and result.left_out == 1
    assert "1 outlets or months were too small" in page_of(result).decode()


@pytest.mark.parametrize(("outlets", "left_out"), [(239, 0), (240, 1)])  # with all stories together, one group more
def test_so_many_groups_have_figures_of_their_own(outlets: int, left_out: int) -> None:
    assert add_up([row(place, f"Paper {place}", "") for place in range(outlets)]).left_out == left_out


def heard(*names: str, words: int = 5) -> list[dict[str, Any]]:
    return [{"name": name, "level": "named_person", "quoted": words, "reported": 0} for name in names]


@pytest.mark.parametrize(("speakers", "shown"), [(10, 10), (11, 10)])
def test_of_those_who_speak_ten_are_shown(speakers: int, shown: int) -> None:
    rows = [row(place, speakers=heard(*(f"Ana Ruiz{number}" for number in range(speakers)))) for place in range(6)]
    assert len(result_of(rows, 0, ()).all.speakers) == shown


def test_twelve_outlets_have_speakers_and_the_page_lists_those_of_six() -> None:
    rows = [row(place, f"Paper {place % 13}", speakers=heard("Ana Ruiz")) for place in range(26)]
    result = result_of(rows, 0, ())
    assert sum(bool(outlet.speakers) for outlet in result.outlets) == 12
    assert len({*re.findall("Who is given most words: (Paper [0-9]+)", page_of(result).decode())}) == 6


@pytest.mark.parametrize(("names", "remembered"), [(5000, True), (5001, False)])
def test_the_rarest_names_are_forgotten_once_there_are_too_many(names: int, remembered: bool) -> None:
    others = heard(*(f"Bo Ek{number}" for number in range(names - 1)), words=2)
    texts = [row(0, speakers=[*others, *heard("Aa Ek", words=1)]), row(1, speakers=heard("Aa Ek", words=1))]
    assert ("Aa Ek" in who_speaks(texts, [Group()])[Group()]) is remembered


@pytest.mark.parametrize(("characters", "kept"), [(160, "x" * 160), (161, "x" * 159 + "…")])
def test_the_words_of_a_finding_are_kept_up_to_a_length(characters: int, kept: str) -> None:
    index = ArticleIndex.of(read_text("x" * characters))
    source = Source(Span(0, characters), "r", "Why.", "vague", False, None, (), 0, "x", False, True)
    assert finding_row(0, index, source)["words"] == kept


def test_the_largest_are_the_same_whoever_came_first() -> None:
    from collections import Counter

    assert largest(Counter({"b": 2, "a": 2, "c": 3}), 2) == [("c", 3), ("a", 2)]


def test_outlets_that_are_not_there_are_told_with_those_that_are() -> None:
    result = result_of([row(place, "AB"[place % 2]) for place in range(10)], 0, ())
    assert len(result.compare("A", "B")) == len(figures())
    for names, said in (
        (("A", "C"), "there is no outlet “C” in this survey. The outlets are: A, B."),
        (("A", "A"), "“A” is compared with itself. Name two outlets."),
    ):
        with pytest.raises(SurveyError) as raised:
            result.compare(*names)
        assert str(raised.value) == said
    alone = result_of([row(1)], 0, ())
    with pytest.raises(SurveyError, match=r"a comparison needs two outlets\. In this survey there is Courier"):
        alone.compare()


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "–"), (0.04, "0"), (-0.04, "0"), (0.06, "0.1"), (9.94, "9.9"), (9.96, "10"), (-12.3, "−12")],
)
def test_figures_are_said_with_as_many_digits_as_they_are_worth(value: float | None, said: str) -> None:
    assert number(value) == said


def test_the_page_on_surveys_tells_every_column() -> None:
    page = (Path(__file__).parents[1] / "docs" / "survey.md").read_text(encoding="utf-8")
    for name, schema in schemas().items():
        assert {field for field in schema.names if f"`{field}`" not in page} == set(), name


def test_every_figure_adds_up_columns_that_are_counted() -> None:
    for figure in figures():
        assert {figure.top, *figure.bottom} <= set(COUNTS)
        assert isinstance(replace(figure), Figure)

"""Lesson 8: what it says about its hundred reports, and about the helper, is so."""

from __future__ import annotations

import re

import pytest
from lessons import lesson, prose

from kit import find_sources, read
from kit.lessons.hundred import counts, hundred_reports, reports
from kit.questions import bank
from kit.questions.kinds.number import NumberKey
from kit.widgets.survey import Survey, survey

LESSON = lesson("8-hundred-reports")
WORDS = " ".join(prose(LESSON).split())


@pytest.fixture(scope="module")
def found() -> Survey:
    return survey(hundred_reports())


def test_so_many_really_have_an_unnamed_source() -> None:
    assert f"{sum(report['unnamed_source'] for report in reports())} of the 100 have an unnamed source" in WORDS
    assert "Twelve reports are the beginnings" in WORDS


def test_what_is_true_is_in_one_of_the_brackets(found: Survey) -> None:
    told = found.result.all.figures["unnamed_stories"]
    inside = [low <= 29 <= high for _, low, high in map(ends, (told.counted, told.corrected)) if low is not None]
    assert any(inside)


def ends(estimate: object) -> tuple[float, float, float]:
    return estimate.value, estimate.low, estimate.high  # type: ignore[attr-defined]


def test_the_comparisons_come_out_as_the_questions_have_them(found: Survey) -> None:
    verdicts = {
        pair: found.result.compare(*pair)[0].verdict
        for pair in (("Brenn Courier", "Hest Evening News"), ("Brenn Courier", "Coast Tribune"))
    }
    sure, unsure = verdicts.values()
    assert sure == "more" and unsure in ("chance", "perhaps")  # the question has figures of its own


def test_the_helper_errs_where_the_lesson_says() -> None:
    (cell,) = [cell.source for cell in LESSON.cells if cell.source.startswith("show_report")]
    name = re.search(r"report-\d+", cell)
    assert name
    report = next(each for each in reports() if each["id"] == name[0])
    assert not report["unnamed_source"] and "election" in report["made_from"]
    text = read(report["text"])
    assert [text[source.span] for source in find_sources(text) if source.level == "vague"] == ["Three people"]


def test_it_errs_so_in_most_reports_about_an_election() -> None:
    made = [(report, count) for report, count in zip(reports(), counts(), strict=True)]
    elections = [(r, c) for r, c in made if "election" in r["made_from"] and "Three people want" in r["text"]]
    sound = [c["unnamed_story"] for r, c in elections if not r["unnamed_source"]]
    assert len(sound) >= 3 and sum(sound) > len(sound) / 2


def test_the_numbers_of_the_questions_add_up() -> None:
    keys = {q.id: q.key.value for q in bank.unit("8-hundred-reports").questions if isinstance(q.key, NumberKey)}
    assert keys == {"8.2": 14 / 40 * 100, "8.4": 4 * 40, "8.6": 36 - 7 + 2, "8.9": 96 / 4, "8.12": 60 * 5 / 100}

"""wording.toml words everything that a finding can be, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from kit.find import FINDERS
from kit.finding import Certainty, Differ, FoundBy, Kind, Level, Style, Verdict, Voice, What
from kit.questions import bank
from kit.views.palette import SHADES
from kit.views.wording import LEGEND, MARKS, RUNG_MARKS, SECTIONS, VERDICTS, WORDING
from kit.widgets.control_factory import control_for

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("rungs", get_args(Level)),
        ("disclosures", get_args(What)),
        ("styles", get_args(Style)),
        ("certainty", [*get_args(Certainty), *set(get_args(FoundBy)) - {"term"}]),
        ("voices", get_args(Voice)),
        ("verdicts", get_args(Verdict)),
        ("types", get_args(Differ)),
        ("facts", get_args(Kind)),
        ("questions", ["always", "vague", "described"]),
    ],
)
def test_each_thing_has_its_words(table: str, keys: tuple[str, ...]) -> None:
    assert set(WORDING[table]) == set(keys)


def test_marks_stand_from_the_outside_in_and_all_of_them_in_the_legend() -> None:
    before = ["place", "passage", "content", "euphemism", "differs", "mentioned"]
    assert list(MARKS) == [*before, *RUNG_MARKS, "source", "cue"]
    assert set(LEGEND) == set(MARKS)


def test_each_finder_has_a_section_and_each_shade_is_used() -> None:
    assert len(SECTIONS) == len(FINDERS)
    rows = [*WORDING["rungs"].values(), *WORDING["overlap"].values()]
    assert {row[part] for row in rows for part in ("shade", "ink") if part in row} | {"grey"} == set(SHADES)


@pytest.mark.parametrize("verdict", ["conflict", "tension", "unsupported"])
def test_a_verdict_is_worded_alike_wherever_somebody_learns_it(verdict: Verdict) -> None:
    """On the control, in the glossary, in the lesson and in the pages for teachers."""
    for page in ("docs/glossary.md", "docs/lessons.md", "notebooks/4-inconsistency.ipynb"):
        text = " ".join((ROOT / page).read_text(encoding="utf-8").split())
        assert VERDICTS[verdict].meaning in text, page
    linker = control_for(bank.question("4.3"))
    assert f"{verdict}: {VERDICTS[verdict].meaning}" in [each["name"] for each in linker.verdicts]

"""wording.toml words everything that a finding can be, and nothing else."""

from __future__ import annotations

from typing import get_args

import pytest

from kit.find import FINDERS
from kit.finding import Certainty, Differ, FoundBy, Kind, Level, Style, Verdict, Voice, What
from kit.views.palette import SHADES
from kit.views.wording import LEGEND, MARKS, RUNG_MARKS, SECTIONS, WORDING


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

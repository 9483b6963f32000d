"""The minutes that lessons and questions state are near those that benchmarks/minutes.py works out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from lessons import NOTEBOOKS

from kit.questions import bank

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from minutes import parts, question_minutes

DRIFT = 1 / 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_minutes_of_a_lesson_are_those_of_its_words_and_tasks(path: Path) -> None:
    found = list(parts(path))
    assert [part for part in found if abs(part.stated - part.minutes) > max(1, DRIFT * part.minutes)] == []
    stated, minutes = sum(part.stated for part in found), sum(part.minutes for part in found)
    assert abs(stated - minutes) <= DRIFT / 2 * minutes


@pytest.mark.parametrize("unit", bank.units(), ids=lambda unit: unit.name)
def test_the_minutes_of_a_question_are_those_of_its_kind_and_its_text(unit: bank.Unit) -> None:
    drifted = {
        each.id: (each.minutes, worked_out)
        for each in unit.questions
        if abs(each.minutes - (worked_out := question_minutes(each))) > max(1, DRIFT * worked_out)
    }
    assert drifted == {}

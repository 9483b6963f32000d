"""The solutions, handed in as a pupil would, earn all that can be earned without a person; blank exercises none."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from grading_class import hand_in, put, run

from kit.grading.grade_class import BOOK
from kit.grading.gradebook import Gradebook
from kit.grading.pupil_results import pupil_results, units_in_play
from kit.grading.settings import Settings
from kit.making.exercises import exercise, solutions
from kit.questions import bank
from kit.questions.bank import units
from kit.questions.marking import model_answer


def test_solutions_earn_all_and_exercises_nothing(tmp_path: Path) -> None:
    handed = put(
        tmp_path / "handed",
        {f"Sol Full/{unit.name}.ipynb": solutions(unit, "x") for unit in units()}
        | {f"Bea Blank/{unit.name}.ipynb": exercise(unit, "x") for unit in units()},
    )
    done = run(handed, tmp_path / "marks")
    assert (done.pupils, done.unread, done.doubts) == (2, 0, 0)
    with Gradebook(tmp_path / "marks" / BOOK) as book:
        played = units_in_play(book)
        blank, full = pupil_results(book, played, Settings())
    assert [unit.name for unit in played] == [unit.name for unit in units()]
    assert all(unit.missing for unit in blank.units)
    for unit in full.units:
        for each in unit.answers:
            assert each.waits if each.question.kind == "open" else each.points == each.question.points, each.question.id
        assert unit.share_marked == Fraction(1)


@pytest.mark.parametrize("part", ["exercise", "lesson", "both"])
def test_points_count_for_what_the_class_has_handed_in(part: str, tmp_path: Path) -> None:
    """Nobody is marked on the tasks of a lesson if the class hands in its exercise, and the other way round."""
    asked = bank.unit("6-machine")
    wanted = [q for q in asked.questions if part == "both" or q.in_lesson is (part == "lesson")]
    answers = {question.id: model_answer(question) for question in wanted}
    handed = put(tmp_path / "handed", {"ana.json": hand_in("Ana", answers, unit=asked.name)})
    run(handed, tmp_path / "marks")
    with Gradebook(tmp_path / "marks" / BOOK) as book:
        (pupil,) = pupil_results(book, units_in_play(book), Settings())
    (done,) = pupil.units
    assert done.share == 1
    assert done.most == sum(question.points for question in wanted)

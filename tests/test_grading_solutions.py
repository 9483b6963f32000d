"""The solutions, handed in as a pupil would, earn all that can be earned without a person; blank exercises none."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from grading_class import put, run

from kit.grading.grade_class import BOOK
from kit.grading.gradebook import Gradebook
from kit.grading.pupil_results import pupil_results, units_in_play
from kit.grading.settings import Settings
from kit.making.exercises import exercise, solutions
from kit.questions.bank import units


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

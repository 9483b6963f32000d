"""A school that runs nbgrader can use the exercises as they are: its own commands make, run and mark them as we do.

nbgrader is large, so it is an extra of its own: pip install -c constraints.txt ".[nbgrader]". Without it this is
skipped.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kit.making.exercises import exercise, literal
from kit.questions import bank
from kit.questions.answers import Answers
from kit.questions.marking import mark, model_answer
from kit.questions.question import Unit

ROOT = Path(__file__).parents[1]
NBGRADER = Path(sys.executable).with_name("nbgrader")
UNIT = "1-attribution"
CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "press"
c.Exchange.root = "exchange"
"""

pytestmark = [
    pytest.mark.nbgrader,
    pytest.mark.skipif(not NBGRADER.exists(), reason='nbgrader is not installed: pip install ".[nbgrader]"'),
]


def nbgrader(course: Path, *words: str) -> None:
    """Give one of nbgrader's own commands in a course."""
    path = os.pathsep.join((str(NBGRADER.parent), os.environ["PATH"]))  # it calls alembic, which stands beside it
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "JUPYTER_CONFIG_DIR": str(course / "none")}
    env.pop("JPY_SESSION_NAME", None)
    done = subprocess.run([str(NBGRADER), *words], cwd=course, env=env, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-3000:]


def some_answers(unit: Unit) -> dict[str, Any]:
    """Answers of all sorts: right, half right, wrong, empty on purpose, and some questions left out."""
    answers: dict[str, Any] = {}
    for number, question in enumerate(unit.questions):
        right = model_answer(question)
        if number % 4 == 0:
            answers[question.id] = right
        elif number % 4 == 1:
            answers[question.id] = right[: len(right) // 2] if isinstance(right, list) else "a"
        elif number % 4 == 2:
            answers[question.id] = {"a": next(iter(right.values()))} if isinstance(right, dict) else right[:1]
    return answers


def typed(notebook: Any, answers: dict[str, Any]) -> None:
    """What a pupil does who types: `check` in place of `ask`."""
    for cell in notebook["cells"]:
        for id, answer in answers.items():
            if cell["id"] == f"answer-{id.replace('.', '-')}":
                cell["source"] = [f'check("{id}", {literal(answer)})']


def submit(course: Path, pupil: str, change: Callable[[Any], None]) -> Path:
    """Put the released exercise, with a pupil's changes, where nbgrader looks for submissions."""
    folder = course / "submitted" / pupil / "unit-1"
    folder.mkdir(parents=True)
    notebook = json.loads((course / "release" / "unit-1" / f"{UNIT}.ipynb").read_text(encoding="utf-8"))
    change(notebook)
    (folder / f"{UNIT}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return folder


def marks(course: Path, pupil: str) -> dict[str, tuple[float | None, bool]]:
    """Of each cell that has points: what nbgrader gave, and whether it waits for a person."""
    with sqlite3.connect(course / "gradebook.db") as gradebook:
        rows = gradebook.execute(
            "SELECT base_cell.name, grade.auto_score, grade.needs_manual_grade FROM grade "
            "JOIN base_cell ON grade.cell_id = base_cell.id "
            "JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id "
            "JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id "
            "WHERE submitted_assignment.student_id = ?",
            (pupil,),
        ).fetchall()
    return {name: (score, bool(waits)) for name, score, waits in rows}


def test_nbgrader_marks_as_we_do(tmp_path: Path) -> None:
    unit = bank.unit(UNIT).exercise
    answers = some_answers(unit)
    (tmp_path / "nbgrader_config.py").write_text(CONFIG)
    source = tmp_path / "source" / "unit-1"
    source.mkdir(parents=True)
    (source / f"{UNIT}.ipynb").write_text(exercise(unit, unit.file, nbgrader=True), encoding="utf-8")
    nbgrader(tmp_path, "generate_assignment", "unit-1")

    submit(tmp_path, "typist", lambda notebook: typed(notebook, answers))
    kept = Answers(unit.name, submit(tmp_path, "clicker", lambda notebook: None))
    for id, answer in answers.items():
        kept.keep(id, answer)
    submit(tmp_path, "nobody", lambda notebook: None)
    nbgrader(tmp_path, "autograde", "unit-1")

    ours: dict[str, tuple[float | None, bool]] = {}
    for question in unit.questions:
        id = question.id.replace(".", "-")
        if question.key.by_hand:
            ours[f"task-{id}"] = (None, True)  # a person reads it, there as here
        else:
            ours[f"points-{id}"] = (float(mark(question, answers.get(question.id)).points), False)
    assert marks(tmp_path, "typist") == ours
    assert marks(tmp_path, "clicker") == ours
    assert {score for score, _ in marks(tmp_path, "nobody").values()} == {0, None}
    earned = [score for score, _ in ours.values() if score]
    assert 0 < sum(earned) < float(unit.points)

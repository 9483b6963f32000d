"""Exercises and solutions are made from the bank, can't drift from it, and never run over anybody's work."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from lessons import run_cells
from question_bank import course_in, documented

from kit.cli import main
from kit.making.exercises import exercise, literal, solutions
from kit.making.notebook import was_changed
from kit.places import course
from kit.questions import bank
from kit.questions.errors import QuestionError
from kit.questions.marking import model_answer
from kit.questions.points import points_in_words

ROOT = Path(__file__).parents[1]
UNITS = [unit.name for unit in bank.units()]
EXERCISE = exercise(documented(), "questions/12-footbridge.toml", "..")
FOR_NBGRADER = exercise(documented(), "questions/12-footbridge.toml", "..", nbgrader=True)
SOLUTION = solutions(documented(), "questions/12-footbridge.toml", "..")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A teacher's folder with questions in it."""
    yield course_in(tmp_path / "my-course")
    course(None)


def run(*words: object) -> int:
    return main([*map(str, words)])


def cells(text: str) -> list[Any]:
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    return list(notebook.cells)


@pytest.mark.parametrize("text", [EXERCISE, FOR_NBGRADER, SOLUTION])
def test_each_task_has_its_answer_cell_right_under_it(text: str) -> None:
    ids = [cell.id for cell in cells(text)]
    assert len(set(ids)) == len(ids)
    for question in documented().questions:
        number = question.id.replace(".", "-")
        at = ids.index(f"task-{number}")
        assert ids[at + 1] == f"answer-{number}"
        assert (ids[at + 2] == f"points-{number}") is (text is FOR_NBGRADER and question.kind != "open")


@pytest.mark.parametrize("name", UNITS)
def test_an_exercise_brings_tasks_that_are_not_in_the_lesson_and_no_cell_to_check_them(name: str) -> None:
    unit = bank.unit(name)
    lesson = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
    code = "".join("".join(cell["source"]) + "\n" for cell in lesson["cells"] if cell["cell_type"] == "code")
    asked = set(re.findall(r'ask\("([\w.]+)"', code))
    assert asked == {q.id for q in unit.questions if q.in_lesson}, "say in_lesson = true of what the lesson asks"
    cells_of_it = cells(exercise(unit, unit.file))
    tasks = {cell.id.removeprefix("task-").replace("-", ".") for cell in cells_of_it if cell.id.startswith("task-")}
    assert tasks == {q.id for q in unit.questions} - asked
    assert len(tasks) >= 5
    assert not [cell.source for cell in cells_of_it if "check(" in cell.source and cell.cell_type == "code"]


def test_a_task_says_its_minutes_its_points_and_what_is_asked() -> None:
    (task,) = (cell.source for cell in cells(EXERCISE) if cell.id == "task-12-3")
    assert task == (
        "## Task 12.3\n\n*3 minutes, 1 point*\n\nAbout 2,300 people cross the bridge on a weekday, "
        "and some 400 of them are "
        "pupils. What percentage is that?"
    )


def test_the_first_cell_says_what_it_is_made_from_and_the_second_opens_the_course() -> None:
    first, second, *_ = cells(EXERCISE)
    assert "9 tasks, about 36 minutes, 19 points." in first.source
    assert "Made by `kit build` from `questions/12-footbridge.toml`. To change a task, change it there." in first.source
    assert second.source == 'from kit import course, ask, hand_in\n\ncourse("..")'


def test_a_solution_has_the_answer_the_reason_the_rule_and_what_is_wrong() -> None:
    by_id = {cell.id: cell.source for cell in cells(SOLUTION)}
    assert by_id["answer-12-7"] == 'check("12.7", [["the timetable allows 10 minutes", "took 25", "tension"]])'
    assert by_id["why-12-1"] == (
        "**Answer.** a) The damage had been there for at least a year before anybody measured it.\n\n"
        "**Why.** Everybody is arguing about how long the damage had been there, and the report doesn’t say who "
        "found out, or how.\n\n"
        "> A fact that can be disputed, and that the reporter did not see, is attributed in the same sentence. "
        "(Associated Press)\n\n"
        "**Why not**\n\n"
        "- b) On Wednesday morning about 60 people stood in line for the council’s “express” ferry. — The reporter "
        "could count the people herself. What you see for yourself needs no other source.\n"
        "- c) Whitlock denied that. — It’s short, but it says who denies it. Short isn’t the same as without a source."
    )


def test_no_solution_stands_in_an_exercise() -> None:
    for question in documented().questions:
        assert question.explanation not in EXERCISE


def test_the_metadata_is_nbgraders() -> None:
    for cell in cells(FOR_NBGRADER):
        told = cell.metadata.get("nbgrader")
        if cell.id.startswith("answer-") or cell.id == "hand-in":
            assert told is None  # whatever has no mark of nbgrader's is the pupil's, and left as it is
            continue
        kind = cell.id.partition("-")[0]
        is_open = cell.id == "task-12-9"
        assert told == {
            "schema_version": 3,
            "grade_id": cell.id,
            "locked": True,
            "solution": False,
            "grade": kind == "points",
            "task": is_open,
            **({"points": told["points"]} if kind == "points" or is_open else {}),
        }
    points = [cell.metadata.nbgrader.get("points", 0) for cell in cells(FOR_NBGRADER) if "nbgrader" in cell.metadata]
    assert sum(points) == documented().points


def test_a_long_answer_stands_on_several_lines() -> None:
    assert literal({"a": "x" * 60, "b": "y" * 60}) == f'{{\n    "a": "{"x" * 60}",\n    "b": "{"y" * 60}",\n}}'
    assert literal(["“a”", 1.5]) == '["“a”", 1.5]'


def test_running_a_notebook_does_not_change_it_and_writing_in_it_does() -> None:
    notebook = json.loads(EXERCISE)
    assert not was_changed(EXERCISE)
    notebook["cells"][1] |= {
        "execution_count": 3,
        "outputs": [{"output_type": "stream", "name": "stdout", "text": "x"}],
    }
    assert not was_changed(json.dumps(notebook))
    notebook["cells"][3]["source"] = ['check("12.1", "a")']
    assert was_changed(json.dumps(notebook))
    assert all(was_changed(text) for text in ("", "{}", "[]", '{"metadata": {"who_says_so": 3}, "cells": []}'))


def test_what_is_committed_is_what_the_bank_gives(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--check", "--out", ROOT) == 0, capsys.readouterr().err
    assert capsys.readouterr().out == f"{2 * len(UNITS)} files are up to date.\n"


def test_a_course_of_ones_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--course", folder) == 0
    assert (folder / "exercises" / "12-footbridge.ipynb").read_text(encoding="utf-8") == EXERCISE
    assert (folder / "solutions" / "12-footbridge.ipynb").read_text(encoding="utf-8") == SOLUTION
    assert sorted(path.name for path in folder.rglob("*.ipynb")) == ["12-footbridge.ipynb"] * 2
    assert run("build", "--course", folder, "--check") == 0
    capsys.readouterr()
    assert run("build", "--course", folder) == 0
    assert capsys.readouterr().out == "Nothing to do: everything is up to date.\n"


def test_check_names_the_file_and_what_to_edit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("build", "--course", folder)
    questions = folder / "questions" / "12-footbridge.toml"
    questions.write_text(questions.read_text(encoding="utf-8").replace("What percentage is that", "What part is that"))
    (folder / "exercises" / "8-old.ipynb").write_text("{}")
    capsys.readouterr()
    assert run("build", "--course", folder, "--check") == 2
    assert capsys.readouterr().err == (
        "kit: exercises/12-footbridge.ipynb differs from what questions/12-footbridge.toml gives.\n"
        "     solutions/12-footbridge.ipynb differs from what questions/12-footbridge.toml gives.\n"
        "     exercises/8-old.ipynb doesn't belong to any unit of the bank. Delete it.\n"
        "     Edit the questions, never the notebooks, and then run: kit build\n"
    )
    assert run("build", "--course", folder) == 0
    assert "What part is that" in (folder / "exercises" / "12-footbridge.ipynb").read_text(encoding="utf-8")


def test_a_notebook_that_somebody_has_written_in_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("build", "--course", folder)
    mine = folder / "exercises" / "12-footbridge.ipynb"
    changed = mine.read_text(encoding="utf-8").replace('ask(\\"12.1\\", prompt=False)', 'check(\\"12.1\\", \\"a\\")')
    mine.write_text(changed, encoding="utf-8")
    (folder / "solutions" / "12-footbridge.ipynb").unlink()
    assert run("build", "--course", folder) == 2
    assert capsys.readouterr().err == (
        "kit: exercises/12-footbridge.ipynb has been changed by hand. They are made from questions, so make "
        "your changes there: questions/12-footbridge.toml. To keep such a file, rename it, then run this again. "
        "Nothing was written.\n"
    )
    assert mine.read_text(encoding="utf-8") == changed
    assert not (folder / "solutions" / "12-footbridge.ipynb").exists()


def test_a_slip_in_a_question_is_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = folder / "questions" / "12-footbridge.toml"
    questions.write_text(questions.read_text(encoding="utf-8").replace('kind = "number"', 'kind = "numbr"'))
    assert run("build", "--course", folder) == 2
    assert capsys.readouterr().err.startswith(
        'kit: 12-footbridge.toml, question 12.3: kind can\'t be "numbr". Did you mean'
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--course", "nowhere"], "there is no folder "),
        (["12"], "There is no unit 12. The units are: "),
    ],
)
def test_what_is_not_there_is_a_sentence(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run("build", "--out", tmp_path, *words) == 2
    assert capsys.readouterr().err.startswith(f"kit: {says}")


def executed(text: str, place: Path) -> Any:
    """A notebook that was run in an empty folder, as nbgrader would."""
    notebook = nbformat.reads(text, as_version=4)
    run_cells(notebook, str(place), "autograde")
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert [output for output in outputs if output.get("name") == "stderr"] == []  # nbgrader takes it for a failure
    return notebook


@pytest.mark.parametrize("name", UNITS)
def test_every_solution_earns_all_points(name: str, tmp_path: Path) -> None:
    unit = bank.unit(name)
    done = {cell.id: cell for cell in executed(solutions(unit, unit.file), tmp_path).cells}
    for question in unit.questions:
        said = done[f"answer-{question.id.replace('.', '-')}"].outputs[-1].data["text/plain"]
        head = (
            "your answer is saved."
            if question.key.by_hand
            else f"{question.points} of {points_in_words(question.points)}."
        )
        assert said.startswith(f"{question.id}: {head}")


@pytest.mark.parametrize("name", UNITS)
def test_every_untouched_exercise_earns_nothing(name: str, tmp_path: Path) -> None:
    unit = bank.unit(name)
    done = executed(exercise(unit, unit.file, nbgrader=True), tmp_path)
    marked = [cell for cell in done.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    assert {float(cell.outputs[-1].data["text/plain"]) for cell in marked} == {0}
    assert not list(tmp_path.glob("answers/*.json"))


def test_the_bank_is_large_enough_and_has_every_kind() -> None:
    units = bank.units()
    assert sum(len(unit.questions) for unit in units) >= 60
    assert all(len(unit.questions) >= 6 for unit in units)
    assert {question.kind for unit in units for question in unit.questions} == set(bank.KINDS)
    tests = {test: [q for u in units for q in u.questions if q.test == test] for test in ("pre", "post")}
    assert [(q.kind, q.points) for q in tests["pre"]] == [(q.kind, q.points) for q in tests["post"]]
    assert {q.article for q in tests["pre"]} & {q.article for q in tests["post"]} <= {""}
    assert re.fullmatch(r"(\d-[a-z-]+ ?)+", " ".join(UNITS))


def test_what_is_made_of_a_sealed_test_holds_no_answer(folder: Path) -> None:
    (folder / "questions" / "12-footbridge.toml").write_text(
        'title = "A test"\n[[question]]\nid = "12.1"\nkind = "choice"\nprompt = "?"\npoints = 1\nminutes = 1\n'
        'feedback = "shape"\nsealed = true\noptions = [{text = "yes"}, {text = "no"}]\n',
        encoding="utf-8",
    )
    assert run("build", "--course", folder) == 0
    assert run("build", "--course", folder, "--worksheets", "--moodle") == 0
    solved = (folder / "solutions" / "12-footbridge.ipynb").read_text(encoding="utf-8")
    assert "The teacher who set it has the answer." in solved
    assert "check(" not in solved
    assert "The teacher who set it" in (folder / "worksheets" / "12-footbridge-answers.html").read_text(
        encoding="utf-8"
    )
    assert "multichoice" not in (folder / "platforms" / "12-footbridge.moodle.xml").read_text(encoding="utf-8")
    with pytest.raises(QuestionError, match=r"Question 12\.1 is sealed: its key isn't here"):
        model_answer(bank.question("12.1"))

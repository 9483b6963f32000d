"""The lessons as they are kept: clean, and running from top to bottom; and what they say of the helper is so."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from kit import articles, find_attributions, read
from kit.finding import Attribution

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LESSON_1 = ROOT / "notebooks" / "1-attribution.ipynb"
every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def load(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


@cache
def executed(path: Path) -> Any:
    """A notebook after all of its cells have run, in a kernel of this very Python and on the kit under test."""
    notebook = load(path)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT)}}).execute()
    return notebook


def prose(notebook: Any) -> str:
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


@every_notebook
def test_a_lesson_runs_from_top_to_bottom_without_a_warning(path: Path) -> None:
    outputs = [output for cell in executed(path).cells for output in cell.get("outputs", [])]
    assert outputs
    assert [output for output in outputs if output.output_type == "error"] == []
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        ('articles("footbrige")', 'there is no practice text called "footbrige". Did you mean "footbridge"?'),
        ('highlight("“No,” he said.")', "highlight needs an article, not words in quotation marks."),
        ('read("gone.txt")', "There is no file gone.txt"),
        ('find_attributions("He said no.")', "A finder needs an article, not words in quotation marks."),
        ("find_sources(None)", "A finder needs an article, not a thing of the type NoneType."),
        ("find_anonymous_sources([])", "A finder needs an article, not a thing of the type list."),
    ],
)
def test_a_learners_slip_shows_a_sentence_and_no_lines_of_code(slip: str, says: str) -> None:
    cells = [nbformat.v4.new_code_cell(f"from kit import *\n{slip}")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": str(ROOT)}}).execute()
    (output,) = cells[0].outputs
    (line,) = output.traceback
    assert line.startswith(says)


@every_notebook
def test_a_lesson_is_kept_without_outputs(path: Path) -> None:
    notebook = load(path)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    ran = any(cell.outputs or cell.execution_count is not None for cell in code)
    assert not ran, f"{path.name} was run and saved. In JupyterLab: Edit > Clear Outputs of All Cells, then save."
    assert [dict(cell.metadata) for cell in notebook.cells] == [{} for _ in notebook.cells]
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata) <= {"kernelspec", "language_info"}


@every_notebook
def test_the_minutes_of_a_lesson_add_up(path: Path) -> None:
    text = prose(load(path))
    (total,) = re.findall(r"about (\d+) minutes", text)
    in_table = [int(minutes) for minutes in re.findall(r"^\| \d .*\| (\d+) \|$", text, re.MULTILINE)]
    in_parts = [int(minutes) for minutes in re.findall(r"^\*(\d+) minutes\.\*", text, re.MULTILINE)]
    assert in_parts == in_table
    assert sum(in_parts) == int(total)


@every_notebook
def test_the_cells_of_a_lesson_are_short(path: Path) -> None:
    assert max(len(cell.source.splitlines()) for cell in load(path).cells if cell.cell_type == "code") <= 12


# Lesson 1: what it says about its text and about the helper


def attributions_in(sentence: str) -> list[Attribution]:
    """What the helper marks in one sentence of the practice text."""
    text = articles("footbridge")
    start = text.text.index(sentence)
    end = start + len(sentence)
    return [each for each in find_attributions(text) if start < each.span.end and each.span.start < end]


def test_lesson_1_quotes_its_text_exactly() -> None:
    text = articles("footbridge").text.replace("“", "‘").replace("”", "’")
    quoted = re.findall(r"\*“(.+?)”\*", prose(load(LESSON_1)))
    assert len(quoted) >= 6
    for words in quoted:
        for piece in words.split("…"):
            assert piece.strip(" ,") in text, words


def test_lesson_1_the_helper_takes_nobody_for_a_source() -> None:
    text = articles("footbridge")
    marks = attributions_in("Nobody had asked him anything beforehand")
    assert [text[each.source] for each in marks] == ["Nobody"]


def test_lesson_1_the_helper_takes_know_for_a_cue() -> None:
    text = articles("footbridge")
    marks = attributions_in("Engineers who know the bridge believe that those are sound.")
    assert [text[each.cue] for each in marks] == ["know", "believe"]


def test_lesson_1_the_helper_misses_the_letter() -> None:
    assert attributions_in("A letter from the firm, Ostrander Survey, gives the same reason.") == []


def test_lesson_1_the_helper_takes_the_chalk_for_content() -> None:
    text = articles("footbridge")
    (mark,) = attributions_in("Somebody has written “See you in April” on it in chalk.")
    assert text[mark.content] == "“See you in April” on it in chalk"


def test_lesson_1_the_helper_has_marks_to_answer_task_6() -> None:
    assert attributions_in("The damage had been there for at least a year before anybody measured it.") == []
    assert attributions_in("On Wednesday morning about 60 people stood in line") == []
    (said,) = attributions_in("It is said to have been put off to save money.")
    assert said.source == ()


def test_lesson_1_the_helper_finds_the_pronouns_of_task_3() -> None:
    text = articles("footbridge")
    assert {"She", "he", "It"} <= {text[each.source] for each in find_attributions(text)}


@pytest.mark.parametrize(
    ("sentence", "style"),
    [
        ("She said that the repair would cost", "indirect"),
        ("It warns that the beam “could fail without further notice” under a crowd", "mixed"),
        ("“The delay may be harmless,” he told reporters", "direct"),
    ],
)
def test_lesson_1_the_helper_agrees_with_the_answer_of_task_2(sentence: str, style: str) -> None:
    assert style in [each.style for each in attributions_in(sentence)]


def test_lesson_1_the_ready_made_trap_is_one() -> None:
    trap = read("The empty hall said more than any speech.\nThe mayor looked round and said nothing.\n")
    assert any(trap.text in cell.source for cell in load(LESSON_1).cells)
    assert [trap[each.source] for each in find_attributions(trap)] == ["The empty hall", "The mayor"]

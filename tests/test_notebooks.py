"""What holds for every lesson: clean as it is kept, running from top to bottom, plain to read, and true."""

from __future__ import annotations

import re
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest
import readability
from lessons import GLOSSARY, NOTEBOOKS, ROOT, anchors, asked, code, executed, load, paragraphs, prose, texts_of
from nbclient import NotebookClient

from kit import read
from kit.questions import bank

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)

LOWEST_GRADE, HIGHEST_GRADE = 4, 7  # Flesch-Kincaid: school years of an average reader; pupils are in year 9 or 10
LONGEST_SENTENCE = 30  # words
TWO_SCREENS = 300  # words before the first cell to run
# Labels, the words on what is opened, and rules of newsrooms, which are not ours to word: no prose of the lesson.
NOT_PROSE = re.compile(
    r"^> .*$|<summary>.*?</summary>|\*\d+ minutes?\.\*"
    r"|\*\*(?:Task \d+|Catch the helper|Where to go next|By the end you can)\.?\*\*",
    flags=re.MULTILINE,
)
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
RULES = {(each.rule, each.rule_by) for unit in bank.units() for each in unit.questions if each.rule}


@every_notebook
def test_a_lesson_runs_from_top_to_bottom_without_a_warning(path: Path) -> None:
    outputs = [output for cell in executed(path).cells for output in cell.get("outputs", [])]
    assert outputs
    assert [output for output in outputs if output.output_type == "error"] == []
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []


SLIPS = {
    'hand_in("Ana)': "A quotation mark is missing",
    'articles("footbrige")': 'there is no practice text called "footbrige". Did you mean "footbridge"?',
    'highlight("“No,” he said.")': "highlight needs an article, not words in quotation marks.",
    'read("gone.txt")': "There is no file gone.txt",
    'find_attributions("He said no.")': "A finder needs an article, not words in quotation marks.",
    "find_sources(None)": "A finder needs an article, not a thing of the type NoneType.",
    "find_anonymous_sources([])": "A finder needs an article, not a thing of the type list.",
    'find_euphemisms("They let him go.")': "find_euphemisms needs an article, not words in quotation marks.",
    'literal_here(read("No."), "late")': "The helper hasn't marked “late” in this text",
}


@pytest.fixture(scope="module")
def slips() -> dict[str, Any]:
    """Every slip in a cell of one notebook, after it has run: a kernel of its own for each would teach nothing more."""
    cells = [
        nbformat.v4.new_code_cell(source)
        for source in ("from kit import *\nfrom kit.lessons import literal_here", *SLIPS)
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": str(ROOT)}}).execute()
    return {cell.source: cell for cell in cells}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_learners_slip_shows_a_sentence_and_no_lines_of_code(slip: str, slips: dict[str, Any]) -> None:
    (output,) = slips[slip].outputs
    (line,) = output.traceback
    assert line.startswith(SLIPS[slip])


@every_notebook
def test_a_lesson_is_kept_without_outputs(path: Path) -> None:
    notebook = load(path)
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    ran = any(cell.outputs or cell.execution_count is not None for cell in cells)
    assert not ran, f"{path.name} was run and saved. In JupyterLab: Edit > Clear Outputs of All Cells, then save."
    assert [dict(cell.metadata) for cell in notebook.cells] == [{} for _ in notebook.cells]
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata) <= {"kernelspec", "language_info"}


def parts(notebook: Any) -> list[tuple[int, str]]:
    """The parts of a lesson: the minutes that each states, and its cells as text."""
    whole = "\n\n".join(cell.source for cell in notebook.cells)
    pieces = re.split(r"^## \d .+\n\n\*(\d+) minutes?\.\*", whole, flags=re.MULTILINE)
    return [(int(minutes), text) for minutes, text in zip(pieces[1::2], pieces[2::2], strict=True)]


@every_notebook
def test_the_minutes_of_a_lesson_add_up(path: Path) -> None:
    text = prose(load(path))
    (total,) = re.findall(r"about (\d+) minutes", text)
    in_table = re.findall(r"^\| (\d .*?) \| (\d+) \|$", text, flags=re.MULTILINE)
    headed = re.findall(r"^## (\d .+)\n\n\*(\d+) minutes?\.\*", text, flags=re.MULTILINE)
    assert headed == in_table
    assert [name[0] for name, _ in headed] == [str(number) for number in range(1, len(headed) + 1)]
    assert sum(int(minutes) for _, minutes in headed) == int(total)


@every_notebook
def test_the_questions_of_a_part_fit_into_its_minutes(path: Path) -> None:
    for minutes, text in parts(load(path)):
        ids = re.findall(r'^ask\("([^"]+)"\)$', text, flags=re.MULTILINE)
        assert sum(bank.question(each).minutes for each in ids) <= minutes, ids


@every_notebook
def test_a_lesson_asks_a_few_questions_of_its_own_unit(path: Path) -> None:
    ids = asked(load(path))
    questions = [bank.question(each) for each in ids]
    assert len(ids) == len(set(ids))
    assert {each.unit for each in questions} == {path.stem}
    assert 2 <= len([each for each in questions if not each.test]) <= 10
    assert all(cell.startswith("ask(") == ("ask(" in cell) for cell in code(load(path)))


@every_notebook
def test_the_cells_of_a_lesson_are_short(path: Path) -> None:
    assert max(len(cell.splitlines()) for cell in code(load(path))) <= 12


@every_notebook
def test_a_lesson_imports_at_its_top_what_it_uses(path: Path) -> None:
    """One line for the kit, and one for what only lessons need."""
    whole = "\n".join(code(load(path)))
    lines = dict(re.findall(r"^from (kit(?:\.lessons)?) import (.+)$", whole, flags=re.MULTILINE))
    assert len(re.findall(r"\bimport\b", whole)) == len(lines) and whole.startswith("from kit import ")
    for room, listed in lines.items():
        names = listed.split(", ")
        assert names == sorted(names) and set(names) <= set(import_module(room).__all__)
        assert [name for name in names if not re.search(rf"\b{name}\(", whole)] == []


@every_notebook
def test_there_is_something_to_run_within_two_screens(path: Path) -> None:
    cells = load(path).cells
    first = next(place for place, cell in enumerate(cells) if cell.cell_type == "code")
    assert sum(len(cell.source.split()) for cell in cells[:first]) <= TWO_SCREENS


@every_notebook
def test_the_tasks_are_counted_through(path: Path) -> None:
    numbers = re.findall(r"^\*\*Task (\d+)\.\*\*", prose(load(path)), flags=re.MULTILINE)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert numbers


@every_notebook
def test_a_lesson_ends_with_three_sentences_and_where_to_go_next(path: Path) -> None:
    last = prose(load(path)).rpartition("\n## ")[2]
    said = re.findall(r"^\d\. (.+)$", last, flags=re.MULTILINE)
    assert "What to remember" in last.splitlines()[0]
    assert [len(read(each).sentences) for each in said] == [1, 1, 1]
    assert last.count("\n**Where to go next.** ") == 1


@every_notebook
def test_a_rule_is_worded_as_in_the_questions_and_names_who_set_it(path: Path) -> None:
    rules = re.findall(r"^> (.+)$", prose(load(path)), flags=re.MULTILINE)
    assert rules
    for rule in rules:
        told = re.fullmatch(r"\*\*(.+[.?])\*\* \((.+)\)", rule)
        assert told and told.groups() in RULES, rule


@every_notebook
def test_what_a_lesson_quotes_stands_in_its_text(path: Path) -> None:
    text = "\n".join(each.text for each in texts_of(load(path))).replace("“", "‘").replace("”", "’")
    for words in re.findall(r"\*“(.+?)”\*", prose(load(path))):
        for piece in words.split("…"):
            assert piece.strip(" ,") in text, words


@every_notebook
def test_what_a_lesson_points_to_is_there(path: Path) -> None:
    for words, target in LINK.findall(prose(load(path))):
        file, _, anchor = target.partition("#")
        page = (path.parent / file).resolve()
        assert page.is_relative_to(ROOT) and page.is_file(), f"{path.name}: [{words}]({target})"
        if anchor:
            assert page == GLOSSARY and anchor in anchors(GLOSSARY), f"{path.name}: [{words}]({target})"


@every_notebook
def test_a_term_is_linked_where_it_comes_up_first(path: Path) -> None:
    text = re.sub(r"^(?:#|\| \d ).*$", "", prose(load(path)).partition("| Part | Minutes |")[2], flags=re.MULTILINE)
    linked = [match for match in LINK.finditer(text) if "glossary.md#" in match[2]]
    assert linked
    for match in linked:
        term = match[1].strip("*")
        before = LINK.sub("", text[: match.start()])
        assert not re.search(rf"\b{re.escape(term)}s?\b", before, re.IGNORECASE), term


@every_notebook
def test_the_prose_of_a_lesson_is_plain(path: Path) -> None:
    article = read("\n\n".join(paragraphs(NOT_PROSE.sub("", prose(load(path))))))
    sentences = [re.findall(r"[\w’'-]+", article[sentence]) for sentence in article.sentences]
    measured = readability.getmeasures("\n".join(" ".join(words) for words in sentences if words), lang="en")
    assert measured["sentence info"]["words"] > 300
    assert LOWEST_GRADE <= measured["readability grades"]["Kincaid"] <= HIGHEST_GRADE
    assert [" ".join(words) for words in sentences if len(words) > LONGEST_SENTENCE] == []


@every_notebook
def test_a_lesson_is_set_as_the_house_sets_it(path: Path) -> None:
    text = re.sub(r"`[^`]*`", "", prose(load(path)))
    assert re.findall(r".{0,30}[\"!].{0,10}", text) == []
    assert re.findall(r".{0,30}\w'\w.{0,10}", text) == []
    assert re.findall(r".*\b(?:color|analyze|center|behavior)\b.*", text) == []
    ids = [cell.id for cell in load(path).cells]
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z0-9]+)*", each) for each in ids), ids


@every_notebook
def test_every_figure_is_told_in_words(path: Path) -> None:
    data = [output.get("data", {}) for cell in executed(path).cells for output in cell.get("outputs", [])]
    assert not any(kind.startswith("image/") for each in data for kind in each)
    shown = "\n".join(each.get("text/html", "") for each in data)
    images = re.findall(r"<img\b[^>]*>", shown)
    assert [image for image in images if not re.search(r'alt="[^"]{30,}"', image)] == []
    assert len(images) >= len(re.findall(r"^plot_", "\n".join(code(load(path))), flags=re.MULTILINE))


def test_a_lesson_as_a_page_has_its_marks_and_a_sentence_in_place_of_each_control() -> None:
    exporters = pytest.importorskip("nbconvert", reason="nbconvert is not installed")
    (path,) = (path for path in NOTEBOOKS if path.stem == "1-attribution")
    page, _ = exporters.HTMLExporter().from_notebook_node(executed(path))
    assert 'class="kit-view' in page
    for mark in ("kit-source", "kit-cue", "kit-content"):
        assert f'class="{mark}' in page
    beside = 2  # explore() and trap() sleep as questions do
    assert page.count('<div class="kit-asleep">') == len(asked(load(path))) + beside
    assert "run this cell with Shift+Enter" in page


def test_the_glossary_goes_by_the_alphabet_and_its_links_lead_somewhere() -> None:
    page = GLOSSARY.read_text(encoding="utf-8")
    there = anchors(GLOSSARY)
    assert all(one < other for one, other in pairwise(there))
    for words, target in LINK.findall(page):
        assert target.removeprefix("#") in there, f"[{words}]({target})"


def test_every_term_of_the_glossary_says_in_which_lesson_it_comes_up() -> None:
    entries = re.split(r"^## .+$", GLOSSARY.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    for entry in entries:
        assert re.search(r"\*Lesson [0-9]\.\*$", entry.strip()), entry

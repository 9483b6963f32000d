"""What the tests of the lessons share: a lesson as it is kept, after all of its cells have run, and as plain prose."""

from __future__ import annotations

import os
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import nbformat
from markdown_it import MarkdownIt
from nbclient import NotebookClient

from kit import Article, articles
from kit.lessons.lesson_files import lesson_tables
from kit.library import names
from kit.questions import bank

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
GLOSSARY = ROOT / "docs" / "glossary.md"
MARKDOWN = MarkdownIt("commonmark").enable("table")


@cache
def load(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def lesson(name: str) -> Any:
    """The notebook of that name as it is kept."""
    return load(ROOT / "notebooks" / f"{name}.ipynb")


# What one notebook leaves behind in Python, before the next one runs there.
CLEAN = """
import os
import matplotlib.pyplot
import kit
os.chdir({folder!r})
os.environ["NBGRADER_EXECUTION"] = {execution!r}
matplotlib.pyplot.close("all")
kit.course(None)
%reset -f
"""


@cache
def executed(path: Path) -> Any:
    """A notebook after all of its cells have run, in a folder of its own, on the kit under test."""
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        run_cells(notebook, folder)
    return notebook


def run_cells(notebook: Any, folder: str, execution: str = "") -> None:
    """Run all cells of a notebook in a folder; `execution` is what nbgrader calls its own run. All notebooks run in one
    Python, cleared in between, since starting it takes longer than most of them do."""
    clean = CLEAN.format(folder=folder, execution=execution)
    before = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(clean)])
    with patch.dict(os.environ, {"PYTHONPATH": str(ROOT)}):
        os.environ.pop("JPY_SESSION_NAME", None)
        for each in (before, notebook):
            NotebookClient(each, km=_kernel(), timeout=120).execute()


@cache
def _kernel() -> Any:
    """One Python for all of them; the first client starts it, and it ends with this process."""
    return NotebookClient(nbformat.v4.new_notebook()).create_kernel_manager()


def code(notebook: Any) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def set_trap(notebook: Any, name: str) -> str:
    """The sentences of a trap that a lesson sets."""
    assert f'trap("{name}")' in code(notebook)
    return str(lesson_tables("traps")[name]["text"]).strip()


def prose(notebook: Any) -> str:
    """All that is written in the cells between the code, as it is kept."""
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def paragraphs(markdown: str) -> list[str]:
    """The running prose: paragraphs and items of lists, without headings, tables and what only marks them."""
    found, inside = [], False
    tokens = MARKDOWN.parse(re.sub(r"</?(?:details|summary)>", "\n\n", markdown))
    for token in tokens:
        if token.type in ("paragraph_open", "paragraph_close"):
            inside = token.type == "paragraph_open"
        elif token.type == "inline" and inside:
            parts = (" " if part.type == "softbreak" else part.content for part in token.children or ())
            found.append("".join(parts).strip())
    return [each for each in found if each]


def asked(notebook: Any) -> list[str]:
    """The questions that a lesson asks, in its order."""
    return re.findall(r'^ask\("([^"]+)"\)$', "\n".join(code(notebook)), flags=re.MULTILINE)


def texts_of(notebook: Any) -> list[Article]:
    """The practice texts that a lesson opens, and those of the questions that it asks."""
    opened = {name for name in names() if f'"{name}"' in "\n".join(code(notebook))}
    about = {question.article for question in map(bank.question, asked(notebook)) if question.article}
    return [articles(name) for name in sorted(opened | about)]


def anchors(page: Path) -> list[str]:
    """The places in a page that a link can lead to: its headings below the first."""
    headings = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings]

"""Every lesson in JupyterLab: opened, run from the menu, looked through; and its links into the glossary."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ask_notebook import THEMES, set_theme, violations
from lessons import NOTEBOOKS, asked, code, load

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

SHOTS = os.environ.get("KIT_SHOTS")  # a folder for pictures of every lesson, to look at
COMPLAINTS = "[data-mime-type='application/vnd.jupyter.stderr'], [data-mime-type='application/vnd.jupyter.error']"
LOOKED_AT_CLOSELY = ("2-anonymous-sources", "7-before-you-read-on")  # have boxes, tables and pictures of every kind
OURS = ", ".join(f".jp-OutputArea .kit-{part}" for part in ("view", "ask", "ladder", "facts", "explore", "boxes"))
WIDTHS = (1366, 390)
DONE = """count => {
    const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].map(each => each.textContent);
    const stopped = document.querySelector("[data-mime-type='application/vnd.jupyter.error']");
    return stopped || (prompts.length === count && prompts.every(each => /\\d/.test(each)));
}"""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_lesson_as_a_learner_meets_it(path: Path, jupyter: Callable[[str], Page], axe: str) -> None:
    page = jupyter(f"notebooks/{path.name}")
    page.wait_for_function(DONE, arg=len(code(load(path))), timeout=90_000)
    assert page.locator(COMPLAINTS).all_inner_texts() == []
    cells = page.locator(".jp-Notebook .jp-Cell")
    assert cells.count() == len(load(path).cells)
    for place, cell in enumerate(cells.all()):
        cell.evaluate("cell => cell.scrollIntoView()")
        cell.locator(".jp-cell-menu, .jp-Cell-inputWrapper").first.wait_for()
        picture(cell, f"{path.stem}-{place:02d}")
        outputs = cell.locator(".jp-OutputArea-output")
        for output in outputs.all():
            assert output.evaluate("output => output.scrollWidth - output.clientWidth") <= 1, (
                f"cell {place} is too wide"
            )
    assert page.locator(".kit-ask").count() == len(asked(load(path)))
    for theme in THEMES:
        set_theme(page, theme)
        for width in WIDTHS if path.stem in LOOKED_AT_CLOSELY else WIDTHS[:1]:
            page.set_viewport_size({"width": width, "height": 768})
            assert violations(page, axe, OURS) == [], (theme, width)


def picture(cell: Locator, name: str) -> None:
    """With the variable KIT_SHOTS set, a picture of the cell goes into that folder."""
    if SHOTS:
        cell.page.wait_for_timeout(300)
        cell.screenshot(path=Path(SHOTS) / f"{name}.png")


def test_a_link_to_the_glossary_opens_it_as_a_page(jupyter: Callable[[str], Page]) -> None:
    from playwright.sync_api import expect

    page = jupyter("notebooks/1-attribution.ipynb")
    link = page.get_by_role("link", name="attribution", exact=True)
    link.scroll_into_view_if_needed()
    link.click()
    expect(page.locator(".jp-MarkdownViewer h2", has_text="Attribution").first).to_be_visible()

"""An exercise in JupyterLab, as `kit lab` lays it out: run, answered with the keyboard, handed in."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ask_notebook import violations

from kit.questions import bank

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

UNIT = "1-attribution"
SHOTS = os.environ.get("KIT_SHOTS")  # a folder for pictures, to look at
COMPLAINTS = "[data-mime-type='application/vnd.jupyter.stderr'], [data-mime-type='application/vnd.jupyter.error']"


@pytest.fixture(scope="module")
def page(jupyter: Callable[[str], Page]) -> Page:
    page = jupyter(f"exercises/{UNIT}.ipynb")
    page.get_by_text("Write your name between the quotation marks").last.wait_for()
    return page


def test_an_exercise_as_a_pupil_meets_it(page: Page, axe: str) -> None:
    own = [each for each in bank.unit(UNIT).questions if not each.in_lesson]
    page.locator(".kit-ask").nth(len(own) - 1).wait_for(state="attached")
    assert page.locator(".kit-ask").count() == len(own)
    assert page.locator(".kit-ask-head").count() == 0  # what is asked stands once, in the cell above
    assert page.locator(COMPLAINTS).all_inner_texts() == []
    assert violations(page, axe, ".jp-OutputArea .kit-ask") == []
    if SHOTS:
        for number, cell in enumerate(page.locator(".jp-Notebook .jp-Cell").all()[:9]):
            cell.evaluate("cell => cell.scrollIntoView()")
            page.wait_for_timeout(300)
            cell.screenshot(path=Path(SHOTS) / f"exercise-{number}.png")


def test_an_answer_of_an_exercise_stands_beside_it_at_once(page: Page, course: Any) -> None:
    option = page.locator(".kit-ask").nth(0).get_by_role("radio").nth(2)
    option.focus()
    page.keyboard.press("Space")
    page.locator(".kit-ask").nth(0).get_by_text(f"Saved in ../answers/{UNIT}.json").wait_for()
    kept = json.loads((course.folder / "answers" / f"{UNIT}.json").read_text(encoding="utf-8"))
    assert {id: entry["answer"] for id, entry in kept["answers"].items()} == {"1.2": "c"}

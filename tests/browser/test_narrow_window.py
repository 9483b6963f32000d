"""`kit lab` in a narrow window: the lesson has the page to itself, and a wide window is as JupyterLab makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LAYOUT = """() => {
    const { shell } = window.jupyterapp;
    const page = document.querySelector(".jp-Notebook").getBoundingClientRect();
    return [shell.mode, shell.leftCollapsed, page.width / innerWidth > 0.85];
}"""
WAITS = f"wanted => JSON.stringify(({LAYOUT})()) === JSON.stringify(wanted)"
ALONE, BESIDE = ["single-document", True, True], ["multiple-document", False, False]
WIDTHS = {390: ALONE, 901: BESIDE, 900: ALONE, 820: ALONE, 1366: BESIDE}  # a telephone, turned and made larger


def test_a_lesson_has_a_narrow_window_to_itself(course: Any, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": next(iter(WIDTHS)), "height": 800})
    page = context.new_page()
    try:
        page.goto(course.address + "&reset")
        page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
        for width, layout in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": 800})
            page.wait_for_function(WAITS, arg=layout)
    finally:
        context.close()

"""Notebooks for the browser tests of what learners work with: written into a course, opened and run in JupyterLab."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
THEMES = {"JupyterLab Light": True, "JupyterLab Dark": False}
READY = """async () => {
    await window.jupyterapp.restored;
    let panel;
    while (!(panel = window.jupyterapp.shell.currentWidget) || !panel.sessionContext) {
        await new Promise(later => setTimeout(later, 50));
    }
    await panel.sessionContext.ready;
    const kernel = panel.sessionContext.session.kernel;
    while (kernel.connectionStatus !== "connected") await new Promise(later => setTimeout(later, 50));
    await kernel.info;
}"""
# Another notebook in the same JupyterLab; the one that was open is closed, and its Python with it.
OPEN_NEXT = """async path => {
    const { shell, commands } = window.jupyterapp;
    for (const open of [...shell.widgets("main")]) {
        await open.sessionContext?.shutdown();
        open.dispose();
    }
    const panel = await commands.execute("docmanager:open", { path, factory: "Notebook" });
    await panel.context.ready;
    shell.activateById(panel.id);
}"""
ALL_OPEN = "document.querySelectorAll('details').forEach(each => (each.open = true))"
PATIENCE = 15  # seconds until what was done has to have reached a file


def write(folder: Path, name: str, cells: list[str]) -> Path:
    """A notebook with these cells, in the folder of the lessons."""
    path = folder / "notebooks" / name
    made = [nbformat.v4.new_code_cell(source) for source in cells]
    nbformat.write(nbformat.v4.new_notebook(cells=made, metadata={"kernelspec": KERNEL}), path)
    return path


def run_all(page: Page, address: str) -> None:
    """Open a notebook and run all its cells from the menu, as a learner does."""
    open_lab(page, address)
    run_what_is_open(page)


def open_lab(page: Page, address: str) -> None:
    """Open a notebook, until its Python answers."""
    page.goto(address)
    page.wait_for_function("window.jupyterapp !== undefined")
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
    page.evaluate(READY)


def run_next(page: Page, path: str) -> None:
    """The same of another notebook, by its path in the course, in a JupyterLab that is open."""
    page.evaluate(OPEN_NEXT, path)
    page.locator(".jp-Notebook .jp-CodeCell:visible").first.wait_for()
    page.evaluate(READY)
    run_what_is_open(page)


def run_what_is_open(page: Page) -> None:
    page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^Run$")).click()
    page.locator("li.lm-Menu-item[data-command='runmenu:run-all']").click()


def kept(path: Path, expected: Any) -> None:
    """The file has to hold this before long."""
    end = time.monotonic() + PATIENCE
    found: Any = None
    while time.monotonic() < end:
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            found = None
        if found == expected:
            return
        time.sleep(0.05)
    assert found == expected


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def set_theme(page: Page, name: str) -> None:
    page.evaluate("name => window.jupyterapp.commands.execute('apputils:change-theme', {theme: name})", name)
    page.wait_for_function("light => document.body.dataset.jpThemeLight === light", arg=json.dumps(THEMES[name]))


def violations(page: Page, axe: str, roots: str | None = None) -> list[tuple[str, str]]:
    """What axe-core finds in our own parts of the page (JupyterLab has to answer for the rest), or in all of it."""
    page.evaluate(axe)
    run = "roots => axe.run(roots || document, {iframes: false, resultTypes: ['violations']})"
    return [(each["id"], node["html"]) for each in page.evaluate(run, roots)["violations"] for node in each["nodes"]]


def word(control: Locator, words: str, nth: int = 0) -> Locator:
    return control.locator(".kit-word", has_text=re.compile(f"^{re.escape(words)}$")).nth(nth)


def said(control: Locator, words: str) -> None:
    """The line for screen readers and for the eye has to say this."""
    from playwright.sync_api import expect

    expect(control.locator(".kit-said")).to_contain_text(words)

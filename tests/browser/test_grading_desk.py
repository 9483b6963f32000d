"""The marking desk in JupyterLab: by mouse, by keyboard alone, in the dark, in a narrow window, as hand-ins arrive."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ask_notebook import set_theme, violations, write
from grading_class import hand_in

from kit.grading.gradebook import Gradebook

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

UNIT, QUESTION = "1-attribution", "1.13"
SAID = (
    "The piece says “it is understood” twice, and nobody is named. I would ask the council who told the paper.",
    "I’d go back to the second paragraph. It names the engineer and says where she works, so I could ring her up.",
    "Two people are quoted and both are from the firm. Somebody who lives there should have been asked as well.",
)
PUPILS = ("Ada Lovelace", "Bo Ek", "Chidi Anagonye", "Dana Scully", "Emre Can", "Fen Li", "Gus Grissom")


def arrive(folder: Path, name: str, said: str) -> None:
    place = folder / "notebooks" / "handed-in" / name
    place.mkdir(parents=True, exist_ok=True)
    (place / "1.json").write_text(hand_in(name, {QUESTION: said, "1.2": "a"}, unit=UNIT), encoding="utf-8")


@pytest.fixture(scope="module")
def desk(course: Any, jupyter: Callable[[str], Page]) -> Page:
    """The desk on a class of seven, which is watched."""
    for number, name in enumerate(PUPILS):
        arrive(course.folder, name, SAID[number % len(SAID)])
    (course.folder / "notebooks" / "handed-in" / "unknown.json").write_text(
        hand_in("", {"1.2": "a"}, unit=UNIT), encoding="utf-8"
    )
    write(course.folder, "desk.ipynb", ["from kit import desk", 'desk("marks", watch="handed-in")'])
    page = jupyter("notebooks/desk.ipynb")
    page.set_viewport_size({"width": 1366, "height": 1000})
    page.locator(".kit-desk .kit-glance").wait_for()
    return page


def tab(page: Page, name: str) -> None:
    page.locator(".kit-desk .lm-TabBar-tab", has_text=name).click()


def given(course: Any) -> dict[str, tuple[str, str]]:
    with Gradebook(course.folder / "notebooks" / "marks" / "gradebook.sqlite") as book:
        return {
            pupil.name: (str(each.points), each.comment)
            for pupil in book.pupils()
            for each in book.overrides(pupil.key).values()
        }


def picture(page: Page, name: str) -> None:
    """Keep what it looks like, where somebody wants to see it."""
    if folder := os.environ.get("KIT_PICTURES"):
        page.locator(".kit-desk").screenshot(path=f"{folder}/{name}.png")


def test_the_class_fills_as_hand_ins_arrive(desk: Page, course: Any) -> None:
    from playwright.sync_api import expect

    assert desk.locator(".kit-asleep").count() == 1  # what a notebook says that has been opened and not run
    assert desk.locator(".kit-asleep:visible").count() == 0
    expect(desk.locator(".kit-scroll tbody tr")).to_have_count(len(PUPILS) + 1)
    arrive(course.folder, "Hedy Lamarr", SAID[0])
    expect(desk.locator(".kit-scroll tbody tr")).to_have_count(len(PUPILS) + 2, timeout=20_000)
    expect(desk.locator(".kit-desk [role=status]").first).to_contain_text("1 new file")
    picture(desk, "class")


def test_points_by_click_and_a_comment(desk: Page, course: Any) -> None:
    from playwright.sync_api import expect

    tab(desk, "Open answers")
    card = desk.locator(".kit-card", has_text="Chidi Anagonye")
    card.get_by_role("button", name="1", exact=True).click()
    expect(card.locator("[role=status]")).to_contain_text("Saved: 1 point")
    card.get_by_label("Comment").fill("Clear and polite.")
    card.get_by_label("Comment").blur()
    expect(card.locator("[role=status]")).to_contain_text("Saved")
    desk.wait_for_timeout(300)
    assert given(course)["Chidi Anagonye"] == ("1", "Clear and polite.")
    picture(desk, "reading")


def test_points_with_the_keyboard_alone(desk: Page, course: Any) -> None:
    from playwright.sync_api import expect

    card = desk.locator(".kit-card", has_text="Bo Ek")
    card.get_by_label("or type").focus()
    desk.keyboard.type("0.5")
    desk.keyboard.press("Tab")
    expect(card.locator("[role=status]")).to_contain_text("Saved: ½ point")
    desk.keyboard.type("Say who.")
    desk.keyboard.press("Tab")
    desk.wait_for_timeout(500)
    assert given(course)["Bo Ek"] == ("1/2", "Say who.")


def test_a_doubt_is_settled(desk: Page) -> None:
    from playwright.sync_api import expect

    tab(desk, "Doubts")
    doubt = desk.locator(".kit-doubt").first
    picture(desk, "doubts")
    doubt.get_by_label("Whose?").select_option(label="Ada Lovelace (1)")
    doubt.get_by_role("button", name="Settle").click()
    expect(desk.locator(".kit-desk")).to_contain_text("is Ada Lovelace")


def test_a_mark_is_overruled(desk: Page, course: Any) -> None:
    from playwright.sync_api import expect

    tab(desk, "Marks")
    panel = desk.locator(".kit-desk")
    before = panel.get_by_role("button", name="Overrule the mark").element_handle()
    panel.get_by_label("Pupil", exact=True).select_option(label="Dana Scully (4)")
    before.wait_for_element_state("hidden")  # what is filled in before her answer is shown would be somebody else’s
    panel.get_by_label("Question", exact=True).last.select_option(index=0)
    panel.get_by_role("button", name="½", exact=True).last.click()
    panel.get_by_label("Reason").fill("Said aloud in class.")
    panel.get_by_label("Reason").blur()
    panel.get_by_role("button", name="Overrule the mark").click()
    expect(panel.locator("[role=status]").first).to_contain_text("given by you")
    assert given(course)["Dana Scully"] == ("1/2", "Said aloud in class.")
    picture(desk, "marks")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1366, 390])
def test_axe_finds_nothing(desk: Page, axe: str, theme: str, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 1000})
    desk.evaluate("narrow => window.jupyterapp.shell[narrow ? 'collapseLeft' : 'expandLeft']()", width < 700)
    set_theme(desk, theme)
    for name in ("The class", "Open answers", "Marks", "Doubts"):
        tab(desk, name)
        picture(desk, f"{name}-{theme.rpartition(' ')[2]}-{width}".replace(" ", "-"))
        ours = ".kit-desk .widget-tab-contents, .kit-desk > .widget-hbox, .kit-desk > .widget-html"
        assert json.dumps(violations(desk, axe, ours)) == "[]"

"""Each control in each of its states, for docs/controls.md; with KIT_UPDATE_PICTURES set its pictures are made anew.

What they show is checked here: axe finds nothing, nothing has to be scrolled sideways, and a question fits a small
screen.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from ask_notebook import press, violations, word
from bench import Bench
from question_bank import documented_question

from kit import articles
from kit.questions.answers import Answers
from kit.widgets.ask import Asked
from kit.widgets.explore import Explore

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).parents[2] / "docs" / "controls"
COLOURS = 48
UPDATE = bool(os.environ.get("KIT_UPDATE_PICTURES"))
Doing = Callable[[Bench], None]


def check(bench: Bench) -> None:
    bench.page.get_by_role("button", name="Check my answer").click()
    bench.page.locator(".kit-told p").first.wait_for()


def nothing(bench: Bench) -> None:
    """As it is met."""


def choosing(bench: Bench) -> None:
    word(bench.page.locator(".kit-marker"), "It").focus()
    press(bench.page, "1", "ArrowRight", "2")
    word(bench.page.locator(".kit-marker"), "Engineers").focus()
    press(bench.page, *["Shift+ArrowRight"] * 4)


def marking(bench: Bench) -> None:
    choosing(bench)
    press(bench.page, "1")
    word(bench.page.locator(".kit-marker"), "believe").focus()
    press(bench.page, "2")
    word(bench.page.locator(".kit-marker"), "beam").focus()
    press(bench.page, "1")
    check(bench)


def in_the_way(bench: Bench) -> None:
    choosing(bench)
    press(bench.page, "1")
    bench.page.get_by_role("checkbox").click()


def linking(bench: Bench) -> None:
    word(bench.page.locator(".kit-linker"), "10").focus()
    press(bench.page, "Shift+ArrowRight", "Enter")
    word(bench.page.locator(".kit-linker"), "took").focus()
    press(bench.page, "Shift+ArrowRight", "Enter")


def linked(bench: Bench) -> None:
    linking(bench)
    bench.page.get_by_role("combobox").select_option("tension")
    check(bench)


def placing(bench: Bench) -> None:
    for rung in ("named_person", "described"):
        bench.page.get_by_role("combobox").first.select_option(rung)  # what is placed goes to its step
        bench.page.locator(".kit-ask-head").click()


def placed(bench: Bench) -> None:
    for card, rung in {"a": "named_person", "b": "described", "c": "vague", "d": "hidden"}.items():
        bench.page.get_by_role("combobox", name=f"Rung of: {card} ·").select_option(rung)
        bench.page.locator(".kit-ask-head").click()
    check(bench)


def picking(bench: Bench) -> None:
    bench.page.get_by_role("radio").nth(1).check()
    check(bench)


def ticking(bench: Bench) -> None:
    bench.page.get_by_role("checkbox").nth(0).check()
    bench.page.get_by_role("checkbox").nth(1).check()
    check(bench)


def typing(words: str) -> Doing:
    def type_and_check(bench: Bench) -> None:
        bench.page.get_by_role("textbox").fill(words)
        check(bench)

    return type_and_check


def stopped(bench: Bench) -> None:
    bench.page.get_by_role("textbox").fill("17")
    bench.page.evaluate("Object.values(window.kitModels).at(-1).tell(['comm_live_update'])")


# The name of a picture, the question, what is done, and whether it is dark.
STATES: dict[str, tuple[str, Doing, bool]] = {
    "marker-new": ("12.4", nothing, False),
    "marker-chosen": ("12.4", choosing, False),
    "marker-checked": ("12.4", marking, False),
    "marker-checked-dark": ("12.4", marking, True),
    "marker-in-the-way": ("12.4", in_the_way, False),
    "linker-new": ("12.7", nothing, False),
    "linker-linked": ("12.7", linking, False),
    "linker-checked": ("12.7", linked, False),
    "ladder-new": ("12.6", nothing, False),
    "ladder-placing": ("12.6", placing, False),
    "ladder-checked": ("12.6", placed, False),
    "choice-new": ("12.1", nothing, False),
    "choice-checked": ("12.1", picking, False),
    "choices-checked": ("12.2", ticking, False),
    "number-checked": ("12.3", typing("17.4 %"), False),
    "number-python-gone": ("12.3", stopped, False),
    "rewrite-checked": ("12.8", typing("The bakery let one of them go."), False),
    "prose-checked": ("12.9", typing("How do you know?"), False),
}


@pytest.mark.parametrize("width", [1000, 390])
@pytest.mark.parametrize("name", STATES)
def test_a_control_in_one_of_its_states(name: str, width: int, bench: Bench, axe: str, tmp_path: Path) -> None:
    id, do, dark = STATES[name]
    question = documented_question(id)
    page = bench.page
    page.set_viewport_size({"width": width, "height": 647})
    bench.dark(dark)
    bench.show(Asked(question, Answers(question.unit, tmp_path)).control, question)
    do(bench)
    page.mouse.move(0, 0)
    root = page.locator(".kit-ask")
    assert root.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
    assert violations(page, axe, ".kit-ask") == []
    for press_it in root.locator("button:visible, select:visible").all():
        box = press_it.bounding_box()
        assert box and (box["height"] >= 32 or "kit-quote" in (press_it.get_attribute("class") or ""))
    if width == 1000 and name.endswith("-new"):
        box = root.bounding_box()
        assert box and box["height"] <= 647
    if UPDATE and width == 1000:
        save(bench, ".kit-ask", PICTURES / f"{name}.png")
    elif UPDATE and name in ("marker-checked", "ladder-checked"):
        save(bench, ".kit-ask", PICTURES / f"{name}-narrow.png")


@pytest.mark.parametrize("name", ["explore-new", "explore-open", "explore-open-dark"])
def test_explore_in_one_of_its_states(name: str, bench: Bench, axe: str) -> None:
    page = bench.page
    page.set_viewport_size({"width": 1040, "height": 647})
    bench.dark(name.endswith("dark"))
    bench.show(Explore(None if name == "explore-new" else articles("harbour")))
    if name != "explore-new":
        page.locator(".kit-lead").first.wait_for()
        seen = [item.bounding_box() for item in page.locator(".kit-item:visible").all()]
        assert sum(box is not None and box["y"] + box["height"] <= 647 for box in seen) >= 5
        assert page.get_by_role("button", name="Another text").get_attribute("aria-expanded") == "false"
    assert violations(page, axe, ".kit-explore") == []
    if UPDATE:
        keep(page.screenshot(), PICTURES / f"{name}.png")


def test_the_slider_says_the_value_that_is_shown(bench: Bench) -> None:
    page = bench.page
    bench.show(Explore("It rained, the mayor said."))
    page.get_by_text("How reliable is this?").first.click()
    slider = page.get_by_role("slider")
    shown = page.locator(".kit-sure output")
    assert slider.get_attribute("aria-valuetext") == shown.inner_text()
    slider.press("ArrowLeft")
    agree = """() => {
        const [output, input] = ["output", "input"].map(part => document.querySelector(`.kit-sure ${part}`));
        return output.textContent.startsWith(`${input.value} `);
    }"""
    page.wait_for_function(agree)
    assert slider.get_attribute("aria-valuetext") == shown.inner_text()


def test_every_picture_of_the_page_is_one_of_these() -> None:
    page = (PICTURES.parent / "controls.md").read_text(encoding="utf-8")
    made = {f"{name}.png" for name in [*STATES, "explore-new", "explore-open", "explore-open-dark"]}
    made |= {"marker-checked-narrow.png", "ladder-checked-narrow.png"}
    assert {path.name for path in PICTURES.glob("*.png")} == made
    made |= {f"first-edition/{path.name}" for path in PICTURES.glob("first-edition/*")}
    assert all(f"(controls/{name})" in page for name in made)


def save(bench: Bench, roots: str, path: Path) -> None:
    keep(bench.page.locator(roots).screenshot(), path)


def keep(picture: bytes, path: Path) -> None:
    """A screenshot in few colours, which makes it small."""
    from PIL import Image

    path.parent.mkdir(exist_ok=True)
    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS).save(path, optimize=True)

"""Lesson 1 in JupyterLab, as pupils meet it: with a mouse, with the keyboard alone, by ear, in the dark, enlarged."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ask_notebook import violations

from kit import articles, find_attributions
from kit.library import text_of
from kit.views.highlight import highlight, to_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

PICTURE = Path(__file__).parents[2] / "docs" / "lesson-1.png"
TEXT = articles("footbridge")
FOUND = highlight(TEXT, find_attributions(TEXT)).findings or ()
HELPER, TRAP = 1, 2  # the views in the lesson, after that of the text alone


def view(page: Page, place: int = HELPER) -> Locator:
    return page.locator(".kit-view").nth(place)


def number(page: Page, which: int, place: int = HELPER) -> Locator:
    return view(page, place).locator(".kit-text .kit-number").nth(which - 1)


def note(page: Page, which: int, place: int = HELPER) -> Locator:
    return view(page, place).locator(".kit-note").nth(which - 1)


def set_theme(page: Page, name: str, light: bool) -> None:
    page.evaluate("name => window.jupyterapp.commands.execute('apputils:change-theme', {theme: name})", name)
    page.wait_for_function("light => document.body.dataset.jpThemeLight === light", arg=json.dumps(light))


def test_the_helpers_view_shows_who_says_what(lesson: Page) -> None:
    sources = view(lesson).locator(".kit-text .kit-source").all_text_contents()
    assert any(source.startswith("Dana Whitlock") for source in sources)
    assert "Hanno Brill" in sources
    assert view(lesson).locator(".kit-title .kit-content").text_content() == "Footbridge to stay shut until spring"
    assert number(lesson, len(FOUND)).text_content() == str(len(FOUND))


def test_every_cell_has_run_without_a_complaint(lesson: Page) -> None:
    assert lesson.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert lesson.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.error']").count() == 0


def test_with_the_keyboard_one_goes_from_reason_to_reason(lesson: Page) -> None:
    from playwright.sync_api import expect

    lesson.mouse.move(0, 0)
    number(lesson, 1).focus()
    for which in (1, 2, 3):
        assert number(lesson, which).evaluate("link => link === document.activeElement")
        expect(view(lesson).locator(".kit-note:visible")).to_have_count(1)
        expect(note(lesson, which)).to_contain_text(FOUND[which - 1].reason)
        lesson.keyboard.press("Tab")
    lesson.keyboard.press("Shift+Tab")
    expect(note(lesson, 3)).to_be_visible()


@pytest.mark.parametrize("place", [HELPER, TRAP])
def test_no_note_is_cut_off(place: int, lesson: Page) -> None:
    number(lesson, 1, place).focus()
    for which in range(1, view(lesson, place).locator(".kit-note").count() + 1):
        note(lesson, which, place).wait_for()
        assert cut_off(note(lesson, which, place)) == [], f"note {which}"
        lesson.keyboard.press("Tab")


def cut_off(element: Locator, up_to: str = "body") -> list[str]:
    """What hides a part of an element, such as the edge of something that scrolls or clips."""
    element.element_handle().wait_for_element_state("stable")
    return list(
        element.evaluate(
            """(element, upTo) => {
                const box = element.getBoundingClientRect();
                const hiding = [];
                for (let around = element.parentElement; !around.matches(upTo); around = around.parentElement) {
                    if (getComputedStyle(around).overflowX !== "visible") {
                        const edge = around.getBoundingClientRect();
                        const beside = box.left < edge.left - 1 || box.right > edge.right + 1;
                        const beyond = box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
                        if (beside || beyond) hiding.push(around.className);
                    }
                }
                return hiding;
            }""",
            up_to,
        )
    )


def test_pointing_at_any_part_shows_the_note_and_lights_the_whole_finding(lesson: Page) -> None:
    from playwright.sync_api import expect

    which = next(i for i, each in enumerate(FOUND, 1) if len(each.content) == 2 and each.style == "direct")  # type: ignore[attr-defined]
    parts = view(lesson).locator(f".kit-text .kit-f{which}")
    plain = view(lesson).locator(".kit-text .kit-cue").last.evaluate("cue => getComputedStyle(cue).backgroundColor")
    assert parts.count() >= 4
    lesson.mouse.move(0, 0)
    lesson.evaluate("document.activeElement.blur()")
    parts.last.hover()
    expect(note(lesson, which)).to_be_visible()
    expect(view(lesson).locator(".kit-note:visible")).to_have_count(1)
    for part in parts.all():
        assert part.evaluate("part => getComputedStyle(part).backgroundColor") != plain
    lesson.mouse.move(0, 0)
    note(lesson, which).wait_for(state="hidden")


def test_by_ear_each_number_tells_who_how_and_why(lesson: Page) -> None:
    from playwright.sync_api import expect

    which = next(i for i, each in enumerate(FOUND, 1) if TEXT[each.source] == "Hanno Brill")  # type: ignore[attr-defined]
    expect(number(lesson, which)).to_have_accessible_name(f"{which}: Hanno Brill, said")
    lesson.evaluate("document.activeElement.blur()")
    expect(number(lesson, which)).to_have_accessible_description(
        f"Who: Hanno Brill Cue: said What: that sales at his bakery … had sent one assistant home "
        f"How: indirect: in the reporter’s words Why: {FOUND[which - 1].reason}"
    )


@pytest.mark.parametrize(("theme", "light"), [("JupyterLab Light", True), ("JupyterLab Dark", False)])
def test_nothing_keeps_anybody_out(theme: str, light: bool, lesson: Page, axe: str) -> None:
    set_theme(lesson, theme, light)
    try:
        number(lesson, 2).focus()
        view(lesson).locator("summary").evaluate("summary => summary.parentElement.open = true")
        assert violations(lesson, axe, ".kit-view") == []
        assert light == (brightness(view(lesson)) > 0.5)
    finally:
        view(lesson).locator("summary").evaluate("summary => summary.parentElement.open = false")
        set_theme(lesson, "JupyterLab Light", True)


def brightness(element: Locator) -> float:
    """Of the ground of an element, from 0 (black) to 1 (white)."""
    channels = element.evaluate("element => getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number)")
    return float(sum(channels[:3])) / (3 * 255)


@pytest.mark.parametrize("place", [HELPER, TRAP])
def test_enlarged_to_200_percent_nothing_has_to_be_scrolled_sideways(place: int, lesson: Page) -> None:
    lesson.set_viewport_size({"width": 640, "height": 450})  # what is left of 1280 x 900
    try:
        for element in (view(lesson, place), view(lesson, place).locator("..")):
            assert element.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
        for which in range(1, view(lesson, place).locator(".kit-note").count() + 1):
            number(lesson, which, place).focus()
            note(lesson, which, place).wait_for()
            # The notebook itself may be scrolled: so enlarged, only a few lines of it fit in the window.
            assert cut_off(note(lesson, which, place), up_to=".jp-Cell") == [], f"note {which}"
    finally:
        lesson.set_viewport_size({"width": 1280, "height": 900})


def test_in_an_untrusted_notebook_the_marks_and_the_list_are_left(untrusted: Page) -> None:
    marked = view(untrusted)
    assert marked.locator("style").count() == 0
    weights = marked.locator("b.kit-source").first.evaluate("mark => Number(getComputedStyle(mark).fontWeight)")
    assert weights > 400
    assert marked.locator("em.kit-cue").first.evaluate("mark => getComputedStyle(mark).fontStyle") == "italic"
    assert "underline" in marked.locator("u.kit-content").first.evaluate(
        "mark => getComputedStyle(mark).textDecorationLine"
    )
    assert marked.locator(".kit-note:visible").count() == 0
    marked.locator("summary").click()
    assert FOUND[-1].reason in marked.locator("li").last.inner_text()


HOSTILE = "“It is <script>window.harm = 1</script> & <img src=x onerror='window.harm = 2'>,” said Ortiz."


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "שלום, אמר דוד. “No,” said \u202eOrtiz\u202c.",
        "👩‍👩‍👧 zero\u200bwidth\x00 \x1b[31m",
        text_of("footbridge"),
    ],
)
def test_any_text_is_shown_as_it_is_and_does_nothing(text: str, browser: Browser) -> None:
    from kit import read
    from kit.views.control_characters import showable

    article = read(text)
    page = browser.new_page()
    page.set_content(to_html(article, find_attributions(article), "kit-x"))
    shown = page.locator(".kit-text").evaluate(
        """text => {
            for (const ours of text.querySelectorAll(".kit-at, .kit-note")) ours.remove();
            return text.textContent;
        }"""
    )
    assert shown == showable(text)
    assert page.evaluate("window.harm") is None
    page.close()


def test_the_picture_in_the_readme(lesson: Page) -> None:
    """With the variable KIT_UPDATE_PICTURES set, a new picture is taken; how it looks is for people to judge."""
    lesson.evaluate("window.jupyterapp.commands.execute('application:toggle-left-area')")
    try:
        which = next(i for i, each in enumerate(FOUND, 1) if TEXT[each.source].startswith("Dana"))  # type: ignore[attr-defined]
        lesson.mouse.move(0, 0)  # where the mouse rests, another note would open
        number(lesson, which).focus()
        view(lesson).evaluate("view => view.closest('.jp-Cell').scrollIntoView()")
        note(lesson, which).wait_for()
        picture = lesson.screenshot()
        if os.environ.get("KIT_UPDATE_PICTURES"):
            PICTURE.parent.mkdir(exist_ok=True)
            PICTURE.write_bytes(picture)
        assert PICTURE.read_bytes().startswith(picture[:8])
    finally:
        lesson.evaluate("window.jupyterapp.commands.execute('application:toggle-left-area')")

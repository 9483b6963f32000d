"""`explore` in JupyterLab: with the mouse, with the keyboard alone, in the dark, enlarged, and after a restart."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest
from ask_notebook import THEMES, press, run_all, set_theme, violations, write

from kit.library import text_of
from kit.views.control_characters import showable

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

HOSTILE = (Path(__file__).parents[1] / "hostile.txt").read_text(encoding="utf-8")
LONG = text_of("footbridge") + "\n\n" + "\n\n".join(text_of("footbridge").split("\n\n")[4:9])  # about 600 words
ROUNDS = 3
IN_THE_MIDDLE = """number => {
    const box = number.closest(".kit-box").getBoundingClientRect();
    const place = number.getBoundingClientRect();
    return place.top >= box.top && place.bottom <= box.bottom;
}"""
WORDS = """text => {
    const copy = text.cloneNode(true);
    for (const ours of copy.querySelectorAll(".kit-at")) ours.remove();
    return copy.textContent;
}"""


class Desk:
    """The notebook with the widget, opened and run."""

    def __init__(self, page: Page, notebook: Path, address: str) -> None:
        self.page, self.notebook, self.address = page, notebook, address

    @property
    def root(self) -> Locator:
        return self.page.locator(".kit-explore")

    def run(self) -> None:
        run_all(self.page, self.address)
        self.root.wait_for()

    def practice(self, name: str = "footbridge") -> None:
        """Open a practice text, and wait until nothing of the one before is shown any more."""
        from playwright.sync_api import expect

        self.root.evaluate("root => root.querySelectorAll('.kit-box').forEach(box => box.classList.add('before'))")
        self.unfold()
        self.root.get_by_label("A practice text").select_option(name)
        self.root.get_by_role("button", name="Open", exact=True).click()
        expect(self.root.locator(".kit-box.before")).to_have_count(0)
        self.ready()

    def unfold(self) -> None:
        """The form makes room for a text that is open; a button brings it back."""
        if not self.root.get_by_label("A practice text").is_visible():
            self.root.get_by_role("button", name="Another text").click()

    def paste(self, text: str) -> None:
        self.unfold()
        self.root.get_by_label("Or paste a text").fill(text)
        self.root.get_by_role("button", name="Look at this text").click()

    def ready(self) -> None:
        """Everything is drawn, the picture too."""
        from playwright.sync_api import expect

        expect(self.root.locator(".kit-panel:not([hidden]) figure img")).to_be_visible(timeout=20_000)

    def tab(self, name: str) -> None:
        self.root.get_by_role("tab", name=name).click()

    def lead(self, number: int) -> Locator:
        leads = self.root.locator(".kit-panel:not([hidden]) .kit-lead")
        return leads.filter(has=self.page.locator(".kit-count", has_text=re.compile(f"^{number}$")))

    def number(self, number: int) -> Locator:
        return self.root.locator(".kit-panel:not([hidden]) .kit-box a.kit-number").nth(number - 1)

    @property
    def kept(self) -> list[dict[str, Any]]:
        try:
            texts = json.loads((self.notebook.parent / "set-aside.json").read_text(encoding="utf-8"))["texts"]
        except OSError:
            return []
        return [entry for entries in texts.values() for entry in entries]


@pytest.fixture(scope="module")
def opened(course: Any, browser: Browser) -> Iterator[Desk]:
    notebook = write(course.folder, "explore.ipynb", ["import kit\nkit.explore()"])
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    desk = Desk(context.new_page(), notebook, course.address_of(notebook.name) + "&reset")
    desk.run()
    yield desk
    context.close()
    notebook.unlink()


@pytest.fixture
def desk(opened: Desk) -> Iterator[Desk]:
    opened.practice()
    yield opened
    (opened.notebook.parent / "set-aside.json").unlink(missing_ok=True)


def test_a_click_on_a_finding_scrolls_to_its_place_and_back(desk: Desk) -> None:
    from playwright.sync_api import expect

    last = desk.root.locator(".kit-panel:not([hidden]) .kit-lead").count()
    assert not desk.number(last).evaluate(IN_THE_MIDDLE)
    desk.lead(last).click()
    expect(desk.number(last)).to_be_focused()
    desk.page.wait_for_function(IN_THE_MIDDLE, arg=desk.number(last).element_handle())
    marked = desk.root.locator(".kit-panel:not([hidden]) .kit-now")
    assert "Somebody" in "".join(marked.all_text_contents())
    assert marked.first.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
    desk.lead(1).click()
    desk.page.wait_for_function(IN_THE_MIDDLE, arg=desk.number(1).element_handle())
    desk.number(2).click()
    expect(desk.lead(2)).to_be_focused()


def test_a_finding_is_set_aside_with_the_mouse(desk: Desk) -> None:
    from playwright.sync_api import expect

    words = desk.lead(2).inner_text().split("\n")[-1]
    before = desk.root.locator(".kit-item:visible").count()
    desk.root.get_by_role("button", name="This is wrong: set aside 2,").click()
    desk.root.get_by_role("button", name="Set aside", exact=True).click()
    expect(desk.root.get_by_role("alert").get_by_text("Say in a few words what")).to_be_visible()
    desk.root.get_by_label("What is wrong with it?").fill("It is only a count.")
    desk.root.get_by_role("button", name="Set aside", exact=True).click()
    expect(desk.root.locator(".kit-item:visible")).to_have_count(before - 1)
    expect(desk.root.locator(".kit-aside:visible")).to_contain_text("It is only a count.")
    expect(desk.root.locator(".kit-said")).to_have_text(f"Set aside: {words}.")
    assert [entry["reason"] for entry in desk.kept] == ["It is only a count."]
    desk.tab("Overview")
    assert desk.root.get_by_role("row", name="Who says so?").inner_text().split("\t")[1:] == [
        f"{before - 1} attributions",
        "1",
    ]
    desk.tab("Who says so?")
    desk.root.get_by_role("button", name=f"Put back: {words}").click()
    expect(desk.root.locator(".kit-item:visible")).to_have_count(before)
    assert desk.kept == []


def test_all_of_it_with_the_keyboard_alone(desk: Desk) -> None:
    from playwright.sync_api import expect

    page = desk.page
    desk.unfold()
    desk.root.get_by_label("A practice text").focus()
    press(page, "Tab", "Tab")
    expect(desk.root.get_by_label("Or paste a text")).to_be_focused()
    page.keyboard.insert_text("“No,” said Ana Reyes. Critics say that it is late. The firm let 40 people go.")
    press(page, "Tab", "Enter")
    expect(desk.root.locator(".kit-opened")).to_have_text("A text without a headline")
    desk.ready()
    press(page, "Tab")
    expect(desk.root.get_by_role("tab", name="Who says so?")).to_be_focused()
    press(page, "End")
    expect(desk.root.get_by_role("tab", name="Overview")).to_be_focused()
    press(page, "Home", "ArrowRight", "ArrowRight")
    expect(desk.root.get_by_role("tab", name="What is it called?")).to_have_attribute("aria-selected", "true")
    press(page, "Tab")
    expect(desk.root.locator(".kit-box:visible")).to_be_focused()
    press(page, "Tab")
    expect(desk.number(1)).to_be_focused()
    assert desk.number(1).evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    press(page, "Enter")
    expect(desk.lead(1)).to_be_focused()
    press(page, "Enter")
    expect(desk.number(1)).to_be_focused()
    press(page, "Tab", "Tab", "Enter")
    expect(desk.root.get_by_label("What is wrong with it?")).to_be_focused()
    press(page, "Escape")
    expect(desk.root.get_by_role("button", name="This is wrong: set aside 1,")).to_be_focused()
    press(page, "Enter")
    page.keyboard.insert_text("They went home.")
    press(page, "Enter")
    back = desk.root.get_by_role("button", name="Put back: let … go")
    expect(back).to_be_focused()
    assert [entry["reason"] for entry in desk.kept] == ["They went home."]
    press(page, "Enter")
    expect(desk.lead(1)).to_be_focused()
    assert desk.kept == []


def test_what_was_set_aside_survives_a_restart_and_closing_the_notebook(desk: Desk) -> None:
    from playwright.sync_api import expect

    desk.root.get_by_role("button", name="This is wrong: set aside 1,").click()
    desk.root.get_by_label("What is wrong with it?").fill("A headline speaks for nobody.")
    desk.page.keyboard.press("Enter")
    expect(desk.root.locator(".kit-aside:visible")).to_contain_text("A headline speaks for nobody.")
    desk.page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    expect(desk.root.locator(".kit-problem")).to_contain_text("Python has stopped")
    desk.page.goto("about:blank")
    desk.run()
    desk.practice()
    expect(desk.root.locator(".kit-aside:visible")).to_contain_text("A headline speaks for nobody.")


def test_from_a_pair_one_comes_to_both_of_its_passages(desk: Desk, axe: str) -> None:
    from playwright.sync_api import expect

    again = "It rained all night.\n\n" * 60
    desk.paste(f"The fire at the mill killed 55 people.\n\n{again}The fire at the mill killed 11 people.")
    expect(desk.root.locator(".kit-opened")).to_have_text("A text without a headline")
    desk.tab("Does it hold together?")
    desk.ready()
    desk.lead(1).click()
    expect(desk.number(1)).to_be_focused()
    desk.root.get_by_role("button", name="The other passage of 1,").click()
    expect(desk.number(2)).to_be_focused()
    desk.page.wait_for_function(IN_THE_MIDDLE, arg=desk.number(2).element_handle())
    assert violations(desk.page, axe, ".kit-explore") == []
    desk.number(2).click()
    expect(desk.lead(1)).to_be_focused()


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_keeps_anybody_out(theme: str, desk: Desk, axe: str) -> None:
    set_theme(desk.page, theme)
    try:
        for name in (
            "Does it hold together?",
            "What is it called?",
            "How much are we told?",
            "Overview",
            "Who says so?",
        ):
            desk.tab(name)
            desk.page.wait_for_timeout(100)
            assert violations(desk.page, axe, ".kit-explore") == [], name
        desk.root.get_by_role("button", name="This is wrong: set aside 1,").click()
        desk.lead(3).click()
        assert violations(desk.page, axe, ".kit-explore") == []
    finally:
        set_theme(desk.page, "JupyterLab Light")


def test_enlarged_to_200_percent_nothing_but_the_table_is_scrolled_sideways(desk: Desk) -> None:
    desk.page.set_viewport_size({"width": 640, "height": 450})
    try:
        for name in (
            "Does it hold together?",
            "What is it called?",
            "How much are we told?",
            "Overview",
            "Who says so?",
        ):
            desk.tab(name)
            for part in (desk.root, desk.root.locator(".kit-panel:not([hidden])")):
                assert part.evaluate("part => part.scrollWidth - part.clientWidth") <= 1, name
    finally:
        desk.page.set_viewport_size({"width": 1280, "height": 900})


def test_who_wants_no_movement_gets_none(desk: Desk) -> None:
    desk.page.emulate_media(reduced_motion="reduce")
    try:
        last = desk.root.locator(".kit-panel:not([hidden]) .kit-lead").count()
        desk.lead(last).evaluate("lead => lead.click()")
        assert desk.number(last).evaluate(IN_THE_MIDDLE)
    finally:
        desk.page.emulate_media(reduced_motion="no-preference")


def test_a_text_is_shown_as_it_is_and_does_nothing(desk: Desk) -> None:
    from playwright.sync_api import expect

    desk.paste(HOSTILE)
    expect(desk.root.locator(".kit-opened")).to_contain_text("Bridge safe & sound</title")
    desk.ready()
    for name in ("Overview", "What is it called?", "How much are we told?", "Who says so?"):
        desk.tab(name)
    assert desk.root.locator(".kit-panel:not([hidden]) .kit-text").evaluate(WORDS) == showable(HOSTILE)
    assert desk.page.evaluate("window.harm") is None
    assert desk.root.locator("script, iframe, form, .kit-panel img[onerror]").count() == 0


def test_what_goes_wrong_is_a_sentence(desk: Desk) -> None:
    from playwright.sync_api import expect

    desk.paste("http://127.0.0.1:9/news")
    expect(desk.root.locator(".kit-problem")).to_contain_text("The kit can't reach 127.0.0.1: either this machine is")
    expect(desk.root.locator(".kit-doing")).to_be_hidden()
    assert desk.root.locator(".kit-opened").inner_text() == "Footbridge to stay shut until spring, council says"


def test_how_soon_the_first_findings_come(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Printed, not asserted: machines differ. The goal is 300 milliseconds for 600 words."""
    seconds = []
    for number in range(ROUNDS):
        title = f"Footbridge to stay shut for {number + 2} months, council says"
        desk.unfold()
        desk.root.get_by_label("Or paste a text").fill(title + "\n\n" + LONG.partition("\n\n")[2])
        press_it = desk.root.get_by_role("button", name="Look at this text")
        press_it.scroll_into_view_if_needed()
        first = desk.page.locator(f".kit-explore:has(.kit-opened:text-is('{title}')) .kit-lead").first
        start = time.perf_counter()
        press_it.click()
        first.wait_for()
        seconds.append(time.perf_counter() - start)
        desk.ready()
    with capsys.disabled():
        print(f"\n{len(LONG.split())} words: first findings after {1000 * median(seconds):.0f} ms (median of {ROUNDS})")
    assert len(seconds) == ROUNDS

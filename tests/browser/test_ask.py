"""`ask` in JupyterLab: every kind of question answered with the keyboard alone, and with the mouse, and checked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ask_notebook import THEMES, press, set_theme, violations, word, write
from question_bank import course_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

TEST = """
title = "A test"
[[question]]
id = "13.1"
kind = "choice"
prompt = "Who says so?"
points = 1
minutes = 1
feedback = "shape"
explanation = "The council."
[[question.options]]
text = "the council"
right = true
[[question.options]]
text = "the wind"
message = "It has no voice."
"""
IDS = [f"12.{number}" for number in range(1, 10)]
CELLS = ["from kit import *", 'course("mine")', *(f'ask("{id}")' for id in [*IDS, "13.1"])]


class Lab:
    """The notebook with all questions, opened and run, and the answers beside it."""

    def __init__(self, page: Page, notebook: Path) -> None:
        self.page, self.notebook = page, notebook

    def control(self, id: str) -> Locator:
        return self.page.get_by_role("group", name=f"Question {id}: your answer", exact=True).first

    def file(self, unit: str = "12-footbridge") -> Path:
        """Where the answers of the course are kept."""
        return self.notebook.parents[1] / "answers" / f"{unit}.json"

    def tell(self, id: str, *words: str) -> None:
        """What is told after a check has to hold these words."""
        from playwright.sync_api import expect

        for each in words:
            expect(self.control(id).locator(".kit-told")).to_contain_text(each)

    def to_the_button(self, id: str) -> None:
        """With Tab alone to the button, and press it."""
        for _ in range(40):
            self.page.keyboard.press("Tab")
            if self.control(id).locator(".kit-main:focus").count():
                self.page.keyboard.press("Enter")
                return
        raise AssertionError("Tab never came to the button")

    def check(self, id: str) -> None:
        self.control(id).get_by_role("button", name="Check my answer").click()


def opened(jupyter: Callable[[str], Page], course: Any, name: str, cells: list[str]) -> Lab:
    notebook = write(course.folder, name, cells)
    mine = notebook.parent / "mine"
    if not mine.exists():
        course_in(mine)
        (mine / "questions" / "13-test.toml").write_text(TEST, encoding="utf-8")
    page = jupyter(f"notebooks/{notebook.name}")
    page.locator(".kit-control").nth(sum(cell.startswith("ask") for cell in cells) - 1).wait_for()
    return Lab(page, notebook)


@pytest.fixture(scope="module")
def lab(course: Any, jupyter: Callable[[str], Page]) -> Lab:
    return opened(jupyter, course, "questions.ipynb", CELLS)


def kept(file: Path, id: str) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))["answers"][id]["answer"]


def test_a_choice_with_the_keyboard_alone(lab: Lab) -> None:
    lab.control("12.1").get_by_role("radio").first.focus()
    press(lab.page, "ArrowDown")
    lab.to_the_button("12.1")
    lab.tell("12.1", "12.1: 0 of 1 point.", "The reporter could count the people herself.", "Hint: For each sentence")
    lab.control("12.1").get_by_role("radio").nth(1).focus()
    press(lab.page, "ArrowDown")
    lab.tell("12.1", "You’ve changed your answer since then.")
    lab.to_the_button("12.1")
    lab.tell("12.1", "Hint: A source can be in the sentence before.")
    lab.control("12.1").get_by_role("radio").nth(2).focus()
    press(lab.page, "ArrowDown")
    lab.to_the_button("12.1")
    lab.tell("12.1", "12.1: 1 of 1 point.", "Why: Everybody is arguing")
    assert kept(lab.file(), "12.1") == "a"


def test_choices_with_the_keyboard_alone(lab: Lab) -> None:
    lab.control("12.2").get_by_role("checkbox").first.focus()
    press(lab.page, "Space", "Tab", "Tab", "Tab", "Space")
    lab.to_the_button("12.2")
    lab.tell("12.2", "12.2: 2 of 2 points.", "That’s all of them.")


def test_a_number_with_the_keyboard_alone(lab: Lab) -> None:
    lab.control("12.3").get_by_role("textbox").focus()
    lab.page.keyboard.type("17,4 %")
    lab.to_the_button("12.3")
    lab.tell("12.3", "12.3: 1 of 1 point.")
    assert kept(lab.file(), "12.3") == "17,4 %"


def test_marks_with_the_keyboard_alone(lab: Lab) -> None:
    from playwright.sync_api import expect

    control, page = lab.control("12.4"), lab.page
    word(control, "The").focus()
    press(page, "2")  # too much, and wrong
    lab.to_the_button("12.4")
    lab.tell("12.4", "12.4: 0 of 3 points.", "Your mark isn’t right.", "Hint: Papers can say something too.")
    expect(control.locator(".kit-list").first).to_contain_text("✗ one too many")
    assert control.locator(".kit-missing li").count() == 0
    word(control, "The").focus()
    press(page, "Delete")
    expect(control.locator(".kit-judged")).to_have_count(0)
    for first, extend in {"the": 2, "It": 0, "Engineers": 4}.items():
        word(control, first).focus()
        press(page, *["Shift+ArrowRight"] * extend, "1")
    for cue in ("says", "warns", "recommends"):
        word(control, cue).focus()
        press(page, "2")
    lab.to_the_button("12.4")
    lab.tell("12.4", "All 6 of your marks are right.", "1 more mark to find.")
    expect(control.locator(".kit-list").first.locator("li", has_text="✓ found")).to_have_count(6)
    assert word(control, "warns").get_attribute("aria-label") == "warns, cue, found"
    word(control, "believe").focus()
    press(page, "2")
    lab.to_the_button("12.4")
    lab.tell("12.4", "12.4: 3 of 3 points.", "Why: The inspection report speaks three times")


def test_after_two_tries_what_was_missed_is_shown_in_the_text(lab: Lab) -> None:
    from playwright.sync_api import expect

    control, page = lab.control("12.5"), lab.page
    control.get_by_role("checkbox", name="There’s nothing to mark here").focus()
    press(page, "Space")
    lab.to_the_button("12.5")
    lab.tell("12.5", "12.5: 0 of 2 points.", "Hint: Leave the verbs of saying aside")
    assert kept(lab.file(), "12.5") == []
    for nth in (0, 1):
        word(control, "the", nth).focus()
        press(page, "Enter")
        lab.to_the_button("12.5")
    lab.tell("12.5", "Why: “May be” leaves it open.")
    expect(control.locator(".kit-missing li")).to_have_text(["doubt“may be”? missed"])
    assert word(control, "may").get_attribute("aria-label") == "may, doubt, missed"


def test_levels_with_the_keyboard_alone(lab: Lab) -> None:
    control, page = lab.control("12.6"), lab.page
    control.get_by_role("combobox").first.focus()
    for steps in (4, 2, 5, 1):
        press(page, *["ArrowDown"] * steps, "Tab")
    press(page, "Shift+Tab")
    lab.to_the_button("12.6")
    lab.tell("12.6", "12.6: 2 of 2 points.")
    assert kept(lab.file(), "12.6") == {"a": "vague", "b": "named_organisation", "c": "hidden", "d": "named_person"}


def test_pairs_with_the_keyboard_alone(lab: Lab) -> None:
    control, page = lab.control("12.7"), lab.page
    word(control, "10").focus()
    press(page, "Shift+ArrowRight", "Enter")
    word(control, "took").focus()
    press(page, "Shift+ArrowRight", "Enter")
    control.get_by_role("combobox").focus()
    press(page, "ArrowDown")
    lab.to_the_button("12.7")
    lab.tell("12.7", "12.7: 2 of 3 points.", "Look again at the verdict", "think about the verdict")
    control.get_by_role("combobox").focus()
    press(page, "ArrowDown")
    lab.to_the_button("12.7")
    lab.tell("12.7", "12.7: 3 of 3 points.")


def test_a_rewrite_with_the_keyboard_alone(lab: Lab) -> None:
    from playwright.sync_api import expect

    control = lab.control("12.8")
    control.get_by_role("textbox").focus()
    lab.page.keyboard.type("The bakery let one of them go")
    expect(control.locator(".kit-report li")).to_have_text(
        [
            "✗ still there: “let … go”",
            "✓ kept: who did it",
            "✓ kept: to how many",
            "✗ not there yet: what was done",
        ]
    )
    control.get_by_role("textbox").fill("The bakery dismissed one of its three assistants.")
    lab.to_the_button("12.8")
    lab.tell("12.8", "12.8: 2 of 2 points.")


def test_prose_with_the_keyboard_alone(lab: Lab) -> None:
    lab.control("12.9").get_by_role("textbox").focus()
    lab.page.keyboard.type("How do you know?")
    lab.to_the_button("12.9")
    lab.tell("12.9", "12.9: your answer is saved.", "You have 4 words so far; write at least 20.")
    assert kept(lab.file(), "12.9") == "How do you know?"


def test_a_test_only_says_that_the_answer_is_complete(lab: Lab) -> None:
    lab.check("13.1")
    lab.tell("13.1", "You haven’t answered this yet.")
    lab.control("13.1").get_by_text("the wind").click()
    lab.check("13.1")
    lab.tell("13.1", "13.1: your answer is saved.", "Your answer is complete. You’ll see your points later.")
    told = lab.control("13.1").locator(".kit-told").inner_text()
    assert not any(each in told for each in ("voice", "of ", "✓"))


def test_every_kind_with_the_mouse(lab: Lab) -> None:
    control = lab.control("12.1")
    control.get_by_text("Whitlock denied that.").click()
    lab.check("12.1")
    lab.tell("12.1", "12.1: 0 of 1 point.")
    control.locator(".kit-option").first.click()
    lab.check("12.1")
    lab.tell("12.1", "12.1: 1 of 1 point.")
    lab.control("12.2").get_by_text("who they work for").click()
    lab.check("12.2")
    lab.tell("12.2", "12.2: 1 of 2 points.")
    lab.control("12.3").get_by_role("textbox").fill("5.75")
    lab.check("12.3")
    lab.tell("12.3", "You’ve divided the whole by the part.")
    marker = lab.control("12.5")
    word(marker, "may").click()
    word(marker, "be").first.click(modifiers=["Shift"])
    marker.get_by_role("button", name="Mark as doubt").click()
    lab.check("12.5")
    lab.tell("12.5", "1 of your 3 marks is right.")
    lab.control("12.6").get_by_role("combobox").last.select_option("vague")
    lab.check("12.6")
    lab.tell("12.6", "Card c: Who says it?")
    linker = lab.control("12.7")
    linker.get_by_role("button", name="Take away pair 1").click()
    word(linker, "Wednesday").click()
    linker.get_by_role("button", name="Take the chosen words as the first passage").click()
    word(linker, "Yesterday").click()
    linker.get_by_role("button", name="Link the chosen words with it").click()
    linker.get_by_role("combobox").select_option("conflict")
    lab.check("12.7")
    lab.tell("12.7", "Your pair isn’t right.")
    lab.control("12.8").get_by_role("textbox").fill("It let one go.")
    lab.check("12.8")
    lab.tell("12.8", "It still says “let … go”.")
    lab.control("12.9").get_by_role("textbox").fill("word " * 20)
    lab.check("12.9")
    lab.tell("12.9", "You have 20 words: a good length.")


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_keeps_anybody_out(theme: str, lab: Lab, axe: str) -> None:
    set_theme(lab.page, theme)
    try:
        word(lab.control("12.4"), "without").focus()
        press(lab.page, "1", "Delete", "1")
        lab.check("12.4")
        lab.tell("12.4", "marks are right.")
        assert violations(lab.page, axe, ".kit-ask") == []
    finally:
        set_theme(lab.page, "JupyterLab Light")


def test_enlarged_to_200_percent_nothing_has_to_be_scrolled_sideways(lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 640, "height": 450})  # what is left of 1280 x 900
    try:
        for question in lab.page.locator(".kit-ask, .kit-control").all():
            assert question.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
    finally:
        lab.page.set_viewport_size({"width": 1280, "height": 900})


def test_the_sentence_for_a_notebook_that_has_not_run_is_hidden(lab: Lab) -> None:
    assert lab.page.locator(".kit-asleep").count() == len(CELLS) - 2
    assert lab.page.locator(".kit-asleep:visible").count() == 0


def say_yes(page: Page) -> None:
    page.locator(".jp-Dialog button.jp-mod-warn, .jp-Dialog button.jp-mod-accept").last.click()


def test_answers_are_there_again_after_a_restart_and_in_a_second_window(
    course: Any, browser: Browser, jupyter: Callable[[str], Page]
) -> None:
    from playwright.sync_api import expect

    (course.folder / "answers" / "12-footbridge.json").unlink(missing_ok=True)
    cells = ["from kit import *", 'course("mine")', 'ask("12.5")', 'ask("12.9")']
    lab = opened(jupyter, course, "restart.ipynb", cells)
    page = lab.page
    marker = lab.control("12.5")
    word(marker, "may").focus()
    press(page, "Shift+ArrowRight", "Enter")
    lab.control("12.9").get_by_role("textbox").fill("Zwölf 👩‍👩‍👧 “words”")
    lab.control("12.9").get_by_role("textbox").press("Tab")
    expect(lab.control("12.9").locator(".kit-kept")).to_contain_text("Saved in")
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")

    # A second window on the same notebook and the same kernel: the later change wins, in both.
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    other = context.new_page()
    other.goto(course.address_of("restart.ipynb") + "&reset")
    second = Lab(other, lab.notebook)
    second.control("12.5").wait_for()
    expect(second.control("12.5").locator(".kit-list").first.locator("li")).to_have_count(1)
    word(second.control("12.5"), "told").click()
    second.control("12.5").get_by_role("button", name="Mark as doubt").click()
    expect(marker.locator(".kit-list").first.locator("li")).to_have_count(2)
    marker.get_by_role("button", name="Take away doubt, “may be”").click()
    expect(second.control("12.5").locator(".kit-list").first.locator("li")).to_have_count(1)
    expect(marker.locator(".kit-kept")).to_contain_text("Saved in")
    there = kept(lab.file(), "12.5")
    assert [mark["words"] for mark in there] == ["told"]
    context.close()

    # Without Python nothing is kept, and the learner is told so.
    page.evaluate("void window.jupyterapp.commands.execute('kernelmenu:restart')")  # it waits for the dialogue
    say_yes(page)
    expect(marker.locator(".kit-kept")).to_contain_text("Python has stopped, so nothing is being saved.")
    page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").wait_for()
    word(marker, "easy").focus()
    press(page, "Enter")
    expect(marker.locator(".kit-kept")).to_contain_text("Python has stopped, so nothing is being saved.")
    assert kept(lab.file(), "12.5") == there

    page.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
    page.locator("li.lm-Menu-item[data-command='runmenu:run-all']").click()
    expect(lab.control("12.5").locator(".kit-list").first.locator("li")).to_have_count(1)
    expect(lab.control("12.5").locator(".kit-list").first).to_contain_text("“told”")
    expect(lab.control("12.9").get_by_role("textbox")).to_have_value("Zwölf 👩‍👩‍👧 “words”")


def test_reopened_without_python_the_notebook_says_what_to_do(
    course: Any, browser: Browser, jupyter: Callable[[str], Page]
) -> None:
    lab = opened(jupyter, course, "asleep.ipynb", ["from kit import *", 'course("mine")', 'ask("12.3")'])
    lab.page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    lab.page.evaluate("window.jupyterapp.commands.execute('kernelmenu:shutdown')")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(course.address_of("asleep.ipynb") + "&reset")
    sentence = page.get_by_text("If you see nothing to click here, run this cell with Shift+Enter.")
    sentence.wait_for()
    context.close()


def test_a_question_is_the_same_in_a_second_notebook_and_a_second_folder(
    course: Any, jupyter: Callable[[str], Page]
) -> None:
    """The lesson has a typed answer; a notebook among the exercises shows it, and what is clicked there counts too."""
    from playwright.sync_api import expect

    file = course.folder / "answers" / "12-footbridge.json"
    file.unlink(missing_ok=True)
    mine = 'course("../notebooks/mine")'
    cells = ["from kit import *", mine, 'check("12.5", ["may be"])', 'ask("12.5")']
    lab = opened(jupyter, course, "typed.ipynb", cells)
    expect(lab.control("12.5").locator(".kit-list").first.locator("li")).to_have_count(1)
    notebook = write(course.folder, "second.ipynb", ["from kit import *", mine, 'ask("12.5")'])
    notebook.rename(course.folder / "exercises" / "second.ipynb")
    page = jupyter("exercises/second.ipynb")
    second = Lab(page, course.folder / "exercises" / "second.ipynb")
    second.control("12.5").wait_for()
    expect(second.control("12.5").locator(".kit-list").first.locator("li")).to_have_count(1)
    word(second.control("12.5"), "easy").click()
    second.control("12.5").get_by_role("button", name="Mark as doubt").click()
    expect(second.control("12.5").locator(".kit-kept")).to_have_text("Saved in ../answers/12-footbridge.json.")
    assert [mark["words"] for mark in kept(file, "12.5")] == ["may be", "easy"]
    assert not (course.folder / "notebooks" / "answers").exists()


def test_after_shift_enter_the_question_stands_at_the_top_of_the_window(
    course: Any, jupyter: Callable[[str], Page]
) -> None:
    cells = ["from kit import *", 'course("mine")', 'ask("12.4")', *['"one more"'] * 20]
    lab = opened(jupyter, course, "top.ipynb", cells[:3] + cells[3:])
    page = lab.page
    page.set_viewport_size({"width": 1366, "height": 768})
    page.locator(".jp-CodeCell .cm-content", has_text="12.4").click()
    page.keyboard.press("Shift+Enter")
    page.locator(".jp-Cell.jp-mod-active", has_text="one more").wait_for()
    page.wait_for_timeout(600)
    notebook = page.locator(".jp-WindowedPanel-outer").first.bounding_box()
    cell = page.locator(".jp-CodeCell", has_text="12.4").first.bounding_box()
    assert notebook and cell
    assert 0 <= cell["y"] - notebook["y"] < 40
    button = lab.control("12.4").get_by_role("button", name="Check my answer").bounding_box()
    assert button and button["y"] + button["height"] <= 768

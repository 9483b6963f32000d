"""The controls in JupyterLab, each used with the keyboard alone, with a mouse and, where words are chosen, by touch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ask_notebook import THEMES, kept, press, said, set_theme, violations, word, write

from kit import articles, read

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

TEXT = articles("footbridge")
ODD = "👩‍👩‍👧 said “cafe\u0301 isn’t open,” 🇩🇪 said. <b onclick='window.harm=1'>No</b> שלום אמר \u202eOrtiz\u202c."
MAKE = f"""
import json
from pathlib import Path
from kit import articles, read
from kit.views.wording import RUNGS
from kit.widgets.choice import Choice
from kit.widgets.entry import EntryBox
from kit.widgets.cards import Cards
from kit.widgets.linker import Linker
from kit.widgets.marker import Label, Marker

def keep(name):
    def write(answer):
        Path(name + ".json").write_text(json.dumps(answer))
        return f"Saved in {{name}}.json."
    return write

def labels(*names):
    return [Label(name, name.replace("_", " ")) for name in names]

text, odd = articles("footbridge"), read({ODD!r})
parts = labels("source", "cue", "content")
long = "which is long enough to fill a line and then some more of the next one."
options = [Label(letter, f"Option {{letter}}, {{long}}") for letter in "abc"]
nothing = "There is nothing to find here"
"""
CELLS = [
    MAKE,
    'Marker(text, parts, name="Mark", nothing_label=nothing, keep=keep("marker"))',
    'Marker(odd, labels("euphemism"), name="Odd", keep=keep("odd"))',
    'Linker(text, labels("conflict", "none"), name="Link", nothing_label=nothing, keep=keep("linker"))',
    'Cards(labels("a_senior_official", "it_is_said"), [Label(k, r.name) for k, r in RUNGS.items()], name="Place",'
    ' keep=keep("ladder"))',
    'Choice(options, name="Choose", keep=keep("choice"))',
    'Choice(options, several=True, name="Tick", nothing_label="None of these", keep=keep("choices"))',
    'EntryBox("number", name="Number", unit="%", keep=keep("number"))',
    'EntryBox("rewrite", name="Rewrite", sentence="The firm let 40 people go.", keep=keep("rewrite"),'
    ' report=lambda t: [{"words": "how many", "good": "40" in t}])',
    'EntryBox("prose", name="Write", least=5, most=9, keep=keep("prose"))',
]


class Lab:
    """The notebook of all controls, opened and run."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder

    def control(self, name: str) -> Locator:
        return self.page.get_by_role("group", name=name, exact=True).first

    def kept(self, name: str, expected: Any) -> None:
        kept(self.folder / f"{name}.json", expected)


@pytest.fixture(scope="module")
def lab(course: Any, jupyter: Callable[[str], Page]) -> Lab:
    notebook = write(course.folder, "controls.ipynb", CELLS)
    page = jupyter(f"notebooks/{notebook.name}")
    page.locator(".kit-control").nth(len(CELLS) - 2).wait_for()
    return Lab(page, notebook.parent)


def marks(*triples: tuple[str, str, int]) -> list[dict[str, Any]]:
    """An answer of marks: label, words, and which of their places, from 0."""
    found = []
    for label, words, nth in triples:
        at = -1
        for _ in range(nth + 1):
            at = TEXT.text.index(words, at + 1)
        found.append({"label": label, "start": at, "end": at + len(words), "words": words})
    return found


def test_marks_are_made_changed_and_removed_with_the_keyboard_alone(lab: Lab) -> None:
    control, page = lab.control("Mark"), lab.page
    control.scroll_into_view_if_needed()
    word(control, "Footbridge").focus()
    press(page, *["ArrowRight"] * 6, "1")
    said(control, "Marked as source: “council”. 1 mark so far.")
    press(page, "ArrowRight", "2")
    press(page, "Home", *["Shift+ArrowRight"] * 5)
    said(control, "6 words chosen: “Footbridge to stay shut until spring”")
    press(page, "3")
    lab.kept(
        "marker",
        marks(("content", "Footbridge to stay shut until spring", 0), ("source", "council", 0), ("cue", "says", 0)),
    )
    press(page, "End", "Delete")
    said(control, "Taken away: cue, “says”. 2 marks left.")
    press(page, "Shift+ArrowLeft", "Enter")  # Enter marks with the label that was used last
    lab.kept(
        "marker",
        marks(
            ("content", "Footbridge to stay shut until spring", 0),
            ("content", "council says", 0),
            ("source", "council", 0),
        ),
    )
    for button in ("Change content, “council says”", "Take away source, “council”"):
        control.get_by_role("button", name=button).focus()
        press(page, "Enter")
    press(page, "Escape")


def test_changing_a_mark_with_the_keyboard(lab: Lab) -> None:
    control, page = lab.control("Mark"), lab.page
    clear(control)
    word(control, "says").focus()
    press(page, "2")
    control.get_by_role("button", name="Change cue, “says”").focus()
    press(page, "Enter")
    said(control, "Changing cue, “says”.")
    press(page, "Shift+ArrowLeft", "1")
    said(control, "Changed: “council says” is now source.")
    lab.kept("marker", marks(("source", "council says", 0)))
    clear(control)


def clear(control: Locator) -> None:
    while control.get_by_role("button", name="Take away").count():
        control.get_by_role("button", name="Take away").first.click()


def test_marks_are_made_with_the_mouse_and_snap_to_words(lab: Lab) -> None:
    control, page = lab.control("Mark"), lab.page
    clear(control)
    first, last = word(control, "city"), word(control, "council", 1)
    first.scroll_into_view_if_needed()
    one, other = first.bounding_box(), last.bounding_box()
    assert one and other
    page.mouse.move(one["x"] + one["width"] / 2, one["y"] + 8)
    page.mouse.down()
    page.mouse.move(other["x"] + other["width"] / 2, other["y"] + 8, steps=6)
    page.mouse.up()
    said(control, "2 words chosen: “city council”")
    control.get_by_role("button", name="Begin one word earlier").click()
    control.get_by_role("button", name="1 source").click()
    lab.kept("marker", marks(("source", "the city council", 0)))
    word(control, "said").click()
    control.get_by_role("button", name="2 cue").click()
    word(control, "Footbridge").click()
    word(control, "spring").click(modifiers=["Shift"])
    control.get_by_role("button", name="3 content").click()
    lab.kept(
        "marker",
        marks(
            ("content", "Footbridge to stay shut until spring", 0),
            ("source", "the city council", 0),
            ("cue", "said", 0),
        ),
    )
    word(control, "said").click()
    control.get_by_role("button", name="Unmark").click()
    clear(control)
    lab.kept("marker", None)


def test_nothing_here_is_ticked_on_purpose(lab: Lab) -> None:
    from playwright.sync_api import expect

    control, page = lab.control("Mark"), lab.page
    clear(control)
    box = control.get_by_role("checkbox", name="There is nothing to find here")
    box.focus()
    press(page, "Space")
    lab.kept("marker", [])
    word(control, "says").focus()
    press(page, "1")
    expect(box).not_to_be_checked()
    said(control, "The tick at “there is nothing to find here” has been removed.")
    box.click()
    expect(box).not_to_be_checked()
    in_the_way = "You have 1 mark. Remove it and say that there’s nothing here?"
    expect(control.get_by_role("alertdialog", name=in_the_way)).to_be_visible()
    control.get_by_role("button", name="Keep my marks").click()
    clear(control)


def test_odd_characters_are_marked_as_they_are_and_do_nothing(lab: Lab) -> None:
    control, page = lab.control("Odd"), lab.page
    article = read(ODD)
    word(control, "👩‍👩‍👧").focus()
    press(page, "Enter", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Enter", "ArrowRight", "ArrowRight", "Enter")
    words = ["👩‍👩‍👧", "cafe\u0301 isn’t", "🇩🇪"]
    expected = [
        {"label": "euphemism", "start": at, "end": at + len(each), "words": each}
        for each in words
        for at in [article.text.index(each)]
    ]
    lab.kept("odd", expected)
    assert page.evaluate("window.harm") is None
    assert control.locator(".kit-words b").count() == 0
    shown = control.locator(".kit-words").evaluate("words => words.textContent")
    assert shown == article.text


def test_marks_that_overlap_are_all_drawn(lab: Lab) -> None:
    control, page = lab.control("Mark"), lab.page
    clear(control)
    word(control, "city").focus()
    press(page, "1", "Shift+ArrowRight", "2", "Shift+ArrowLeft", "Shift+ArrowLeft", "3")
    lines = word(control, "city").evaluate("word => word.style.getPropertyValue('--lines').match(/linear/g).length")
    assert lines == 3
    assert word(control, "city").get_attribute("aria-label") == "city, content, cue, source"
    clear(control)


def passage(words: str) -> dict[str, Any]:
    at = TEXT.text.index(words)
    return {"start": at, "end": at + len(words), "words": words}


def test_passages_are_linked_with_the_keyboard_alone(lab: Lab) -> None:
    control, page = lab.control("Link"), lab.page
    word(control, "Footbridge").focus()
    press(page, "Shift+ArrowRight", "Enter")
    said(control, "First passage: “Footbridge to”. Now choose the second.")
    press(page, "Enter")
    said(control, "The two passages overlap.")
    press(page, "Control+End", "Enter")
    said(control, "Pair 1 linked: “Footbridge to” and “chalk”.")
    pair = {"first": passage("Footbridge to"), "second": passage("chalk")}
    press(page, "Tab", "Tab", "Tab", "ArrowDown")  # both passages lead to their place, then comes the verdict
    lab.kept("linker", [{**pair, "verdict": "conflict"}])
    press(page, "Tab", "Enter")
    lab.kept("linker", None)


def test_passages_are_linked_with_the_mouse(lab: Lab) -> None:
    control = lab.control("Link")
    word(control, "spring").click()
    control.get_by_role("button", name="Take the chosen words as the first passage").click()
    word(control, "Tuesday").click()
    control.get_by_role("button", name="Link the chosen words with it").click()
    control.get_by_role("combobox").select_option("none")
    lab.kept("linker", [{"first": passage("spring"), "second": passage("Tuesday"), "verdict": "none"}])
    control.get_by_role("button", name="Take away pair 1").click()
    lab.kept("linker", None)


def test_cards_are_placed_with_the_keyboard_alone(lab: Lab) -> None:
    control, page = lab.control("Place"), lab.page
    control.get_by_role("combobox", name="a senior official").focus()
    press(page, *["ArrowDown"] * 3, "Tab", *["ArrowDown"] * 5, "Tab")
    lab.kept("ladder", {"a_senior_official": "described", "it_is_said": "hidden"})
    said(control, "it is said: hidden. All cards are placed.")
    rung = control.get_by_role("group", name="described")
    assert rung.locator(".kit-card-text").all_text_contents() == ["a senior official"]


def test_cards_are_dragged_with_the_mouse(lab: Lab) -> None:
    control, page = lab.control("Place"), lab.page
    card = control.locator(".kit-card-text", has_text="it is said")
    card.scroll_into_view_if_needed()
    card.hover()
    page.mouse.down()
    goal = control.get_by_role("group", name="vague").bounding_box()
    assert goal
    page.mouse.move(goal["x"] + goal["width"] - 40, goal["y"] + 12, steps=6)
    page.mouse.up()
    lab.kept("ladder", {"a_senior_official": "described", "it_is_said": "vague"})


def test_an_option_is_chosen_and_taken_back(lab: Lab) -> None:
    control, page = lab.control("Choose"), lab.page
    control.get_by_role("radio").first.focus()
    press(page, "Space")
    lab.kept("choice", "a")
    press(page, "ArrowDown")
    lab.kept("choice", "b")
    press(page, "Tab", "Enter")
    lab.kept("choice", None)
    control.get_by_text("Option c").click()
    lab.kept("choice", "c")


def test_options_are_ticked(lab: Lab) -> None:
    control, page = lab.control("Tick"), lab.page
    control.get_by_role("checkbox").first.focus()
    press(page, "Space", "Tab", "Tab", "Space")
    lab.kept("choices", ["a", "c"])
    control.get_by_text("Option a").click()
    control.get_by_text("Option c").click()
    lab.kept("choices", None)
    control.get_by_role("checkbox", name="None of these").click()
    lab.kept("choices", [])


@pytest.mark.parametrize(
    ("name", "file", "words"),
    [
        ("Number", "number", "12.5"),
        ("Rewrite", "rewrite", "The firm dismissed 40 people 👍🏽."),
        ("Write", "prose", "dd aa bb 00 ii xx"),
    ],
)
def test_what_is_typed_is_kept_and_jupyterlab_takes_no_key(name: str, file: str, words: str, lab: Lab) -> None:
    control, page = lab.control(name), lab.page
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    control.get_by_role("textbox").focus()
    page.keyboard.type(words)
    lab.kept(file, words)
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
    control.get_by_role("textbox").press("Control+a")
    control.get_by_role("textbox").press("Backspace")
    lab.kept(file, None)


def test_a_rewrite_is_reported_on_and_prose_is_counted(lab: Lab) -> None:
    from playwright.sync_api import expect

    lab.control("Rewrite").get_by_role("textbox").fill("The firm dismissed people.")
    expect(lab.control("Rewrite").locator(".kit-report li")).to_have_text(["✗ how many"])
    lab.control("Rewrite").get_by_role("textbox").fill("The firm dismissed 40 people.")
    expect(lab.control("Rewrite").locator(".kit-report li")).to_have_text(["✓ how many"])
    lab.control("Write").get_by_role("textbox").fill("One two three")
    expect(lab.control("Write").locator(".kit-count")).to_have_text("3 words, 2 more to go")


def test_marking_keys_leave_the_notebook_alone(lab: Lab) -> None:
    control, page = lab.control("Mark"), lab.page
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    word(control, "Footbridge").focus()
    press(page, "d", "d", "a", "b", "x", "m", "y", "ArrowDown", "ArrowUp", "Enter", "Shift+Enter")
    assert control.locator(".kit-word:focus").count() == 1
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
    clear(control)


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_keeps_anybody_out(theme: str, lab: Lab, axe: str) -> None:
    word(lab.control("Mark"), "city").focus()
    press(lab.page, "1", "Shift+ArrowRight", "2")
    set_theme(lab.page, theme)
    try:
        assert violations(lab.page, axe, ".kit-control") == []
    finally:
        set_theme(lab.page, "JupyterLab Light")
        clear(lab.control("Mark"))


def test_the_pattern_of_a_label_is_a_line_below_its_name(lab: Lab) -> None:
    """Spread over the whole button it would make the name illegible, and axe does not look at patterns."""
    for pen in lab.control("Mark").locator(".kit-pen").all():
        look = pen.evaluate("pen => [getComputedStyle(pen).backgroundRepeat, getComputedStyle(pen).backgroundSize]")
        assert look[0] == "no-repeat"
        assert float(look[1].split()[-1].removesuffix("px")) <= 3


def test_enlarged_to_200_percent_nothing_has_to_be_scrolled_sideways(lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 640, "height": 450})  # what is left of 1280 x 900
    try:
        for control in lab.page.locator(".kit-control").all():
            assert control.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
    finally:
        lab.page.set_viewport_size({"width": 1280, "height": 900})


def test_a_screen_reader_is_told_what_each_word_and_control_is(lab: Lab) -> None:
    from playwright.sync_api import expect

    control = lab.control("Mark")
    expect(control.get_by_role("listbox")).to_have_accessible_name(
        "Text to mark. Left and right arrows go from word to word, up and down from sentence to sentence, Shift and "
        "arrows choose more, Enter marks, Delete takes a mark away."
    )
    word(control, "city").focus()
    expect(word(control, "city")).to_have_attribute("aria-selected", "true")
    assert control.locator(".kit-word[tabindex='0']").count() == 1
    assert control.locator(".kit-said").get_attribute("role") == "status"


def test_words_are_chosen_by_touch(lab: Lab, browser: Browser, course: Any) -> None:
    """A finger taps, and its own selection of words is read when a button is tapped."""
    from playwright.sync_api import expect

    context = browser.new_context(viewport={"width": 900, "height": 900}, has_touch=True)
    page = context.new_page()
    lab.page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.goto(course.address_of("controls.ipynb") + "&reset")
    page.wait_for_function("window.jupyterapp !== undefined")
    page.locator(".kit-marker").first.wait_for()
    control = page.get_by_role("group", name="Mark", exact=True).first
    word(control, "says").tap()
    control.get_by_role("button", name="Begin one word earlier").tap()
    control.get_by_role("button", name="1 source").tap()
    lab.kept("marker", marks(("source", "council says", 0)))
    page.evaluate(
        """() => {
            const words = [...document.querySelector(".kit-marker").querySelectorAll(".kit-word")];
            document.getSelection().setBaseAndExtent(words[1].firstChild, 1, words[3].firstChild, 2);
        }"""
    )
    control.get_by_role("button", name="3 content").tap()
    lab.kept("marker", marks(("content", "to stay shut", 0), ("source", "council says", 0)))
    # The page that was open before shows it too: the answer lives in Python.
    expect(lab.control("Mark").locator(".kit-list li")).to_have_count(2)
    context.close()
    clear(lab.control("Mark"))


def test_a_text_of_ten_thousand_words_is_marked_to_its_end(course: Any, jupyter: Callable[[str], Page]) -> None:
    long = 'read("The council said on Tuesday that the bridge was safe. " * 1000)'
    cells = [MAKE, f'Marker({long}, parts, name="Long", keep=keep("long"))']
    notebook = write(course.folder, "long.ipynb", cells)
    page = jupyter("notebooks/long.ipynb")
    control = page.get_by_role("group", name="Long")
    word(control, "The").focus()
    press(page, "Control+End", *["Shift+ArrowLeft"] * 2, "3")
    said(control, "Marked as content: “bridge was safe”.")
    kept(
        notebook.parent / "long.json", [{"label": "content", "start": 53983, "end": 53998, "words": "bridge was safe"}]
    )

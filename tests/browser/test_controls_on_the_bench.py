"""What a learner does with a control is never lost and never fails silently: drags that begin anywhere, answers that
stand in the way, what is said of an answer, and whether it is kept. On a bare page, so that many cases are quick."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from ask_notebook import press, said, word
from bench import Bench

from kit import articles
from kit.widgets.cards import Cards
from kit.widgets.choice import Choice
from kit.widgets.control import Control, NotKeptError
from kit.widgets.entry import EntryBox
from kit.widgets.linker import Linker
from kit.widgets.marker import Label, Marker
from kit.widgets.slider import Slider

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

TEXT = articles("footbridge")
PARTS = [Label("source", "source"), Label("cue", "cue"), Label("content", "content")]
NOTHING = "There is nothing to find here"


def marker(bench: Bench, **others: Any) -> tuple[Marker, Locator]:
    control = Marker(TEXT, PARTS, name="Mark", nothing_label=NOTHING, **others)
    bench.show(control)
    return control, bench.page.get_by_role("group", name="Mark", exact=True)


def words_marked(control: Marker) -> list[tuple[str, str]]:
    return [(mark["label"], mark["words"]) for mark in control.entered()]


def box(element: Locator) -> dict[str, float]:
    found = element.bounding_box()
    assert found
    return {side: found[side] for side in ("x", "y", "width", "height")}


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    page.mouse.move(*end)
    page.mouse.up()


@pytest.mark.parametrize("off", range(-2, 7))
def test_a_drag_may_begin_at_the_edge_of_a_word(off: int, bench: Bench) -> None:
    _, control = marker(bench)
    first, last = box(word(control, "city")), box(word(control, "council", 1))
    drag(bench.page, (first["x"] + off, first["y"] + 8), (last["x"] + 8, last["y"] + 8))
    expected = "“city council”" if off >= 0 else ("“the city council”", "“city council”")
    told = control.locator(".kit-said").inner_text()
    assert any(each in told for each in ([expected] if isinstance(expected, str) else expected)), told


def test_a_drag_may_begin_on_the_name_of_a_mark(bench: Bench) -> None:
    control, page = marker(bench)[1], bench.page
    word(control, "city").focus()
    press(page, "Shift+ArrowRight", "1")
    name = box(control.locator(".kit-name"))
    last = box(word(control, "said"))
    drag(page, (name["x"] + 4, name["y"] + name["height"] / 2), (last["x"] + 4, last["y"] + 8))
    said(control, "3 words chosen: “city council said”")


@pytest.mark.parametrize("way", [1, -1], ids=["forwards", "backwards"])
def test_a_drag_across_lines_goes_both_ways(way: int, bench: Bench) -> None:
    control, page = marker(bench)[1], bench.page
    page.set_viewport_size({"width": 500, "height": 760})
    first, last = box(word(control, "closed")), box(word(control, "beams"))
    assert last["y"] > first["y"] + 10
    points = [(first["x"] + 3, first["y"] + 8), (last["x"] + 3, last["y"] + 8)]
    drag(page, *points[::way])
    said(control, "15 words chosen: “closed last week after an … one of its steel beams”")


def test_a_drag_to_below_the_text_scrolls_it(bench: Bench) -> None:
    control, page = marker(bench)[1], bench.page
    paper = control.locator(".kit-page")
    start, edge = box(word(control, "closed")), box(paper)
    page.mouse.move(start["x"] + 3, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(start["x"] + 30, edge["y"] + edge["height"] - 4, steps=3)
    page.wait_for_function("paper => paper.scrollTop > 60", arg=paper.element_handle())
    page.mouse.up()
    assert "words chosen: “closed last week" in control.locator(".kit-said").inner_text()


def test_three_clicks_choose_the_sentence(bench: Bench) -> None:
    control = marker(bench)[1]
    word(control, "pupils").click(click_count=3)
    assert "chosen: “Some 400 of them are" in control.locator(".kit-said").inner_text()


def test_names_of_marks_push_no_word_about(bench: Bench) -> None:
    control, page = marker(bench)[1], bench.page
    places = """words => [...words.querySelectorAll('.kit-word')].map(word => {
        const { left, top, width, height } = word.getBoundingClientRect();
        return [left, top, width, height];
    })"""
    before = control.locator(".kit-words").evaluate(places)
    word(control, "city").focus()
    press(page, "1", "Shift+ArrowRight", "2", "Shift+ArrowRight", "Shift+ArrowRight", "3")
    page.locator(".kit-name").nth(2).wait_for()
    assert control.locator(".kit-words").evaluate(places) == before
    names = [box(each) for each in control.locator(".kit-name").all()]
    assert all(one["x"] + one["width"] <= other["x"] for one, other in pairwise(names))


def test_the_list_and_the_text_are_one_thing(bench: Bench) -> None:
    from playwright.sync_api import expect

    control, page = marker(bench)[1], bench.page
    word(control, "city").focus()
    press(page, "Shift+ArrowRight", "1", "ArrowRight", "2")
    control.locator(".kit-list li").first.hover()
    expect(control.locator(".kit-word.kit-lit")).to_have_text(["city", "council"])
    control.get_by_role("button", name="Show in the text: cue, “said”").click()
    expect(word(control, "said")).to_be_focused()
    expect(control.locator(".kit-list li").nth(1)).to_have_class("kit-here")


def test_a_wrong_mark_does_not_look_like_a_right_one(bench: Bench) -> None:
    control, group = marker(bench, check=lambda: {"state": "partly", "told": "", "judged": JUDGED})
    word(group, "city").focus()
    press(bench.page, "Shift+ArrowRight", "1", "ArrowRight", "2")
    group.get_by_role("button", name="Check my answer").click()
    lines = [word(group, each).evaluate("word => word.style.getPropertyValue('--lines')") for each in ("city", "said")]
    assert ["kit-green" in lines[0], "kit-red" in lines[1], "kit-green" in lines[1]] == [True, True, False]
    assert group.locator(".kit-list li .kit-judged").all_text_contents() == ["✓ found", "✗ one too many"]
    assert control.judged


@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_line_of_a_mark_is_drawn_whoever_chooses_the_colours(forced: Any, bench: Bench) -> None:
    """With the high contrast of Windows the browser drops our colours, and no mark may go with them."""
    from PIL import Image

    group, page = marker(bench)[1], bench.page
    word(group, "city").focus()
    press(page, "Shift+ArrowRight", "1")
    page.emulate_media(forced_colors=forced)
    place = box(word(group, "council", 1))
    below = {"x": place["x"] + 4, "y": place["y"] + place["height"] - 11, "width": place["width"] - 8, "height": 11}
    strip = Image.open(BytesIO(page.screenshot(clip=below))).convert("L")  # type: ignore[arg-type]
    page.emulate_media(forced_colors="none")
    lightest = [max(strip.crop((0, row, strip.width, row + 1)).tobytes()) for row in range(strip.height)]
    assert min(lightest) < 140, lightest  # a row is dark from end to end


def test_another_control_on_the_page_changes_nothing(bench: Bench) -> None:
    """Each brings the style that all have in common, and the last one comes behind the marker’s own."""
    group = marker(bench)[1]
    bench.show(EntryBox("number", name="Number"))
    bench.show(Choice([Label("a", "One")], name="It"))
    word(group, "city").focus()
    bench.page.keyboard.press("ArrowRight")
    look = "word => getComputedStyle(word).outlineStyle"
    assert word(group, "council", 1).evaluate(look) == "none"  # its ring is a box of its own
    assert group.locator(".kit-pen").first.evaluate("pen => getComputedStyle(pen).paddingBottom") == "7px"


AT = {words: TEXT.text.index(words) for words in ("city council", "said on Tuesday")}


def _places() -> list[dict[str, Any]]:
    made = Marker(TEXT, PARTS)
    found = [made.passages.around(at, at + 12) for at in AT.values()]
    assert found[0] and found[1]
    return [
        {"label": "source", "first": found[0][0], "last": found[0][1], "how": "found"},
        {"label": "cue", "first": found[1][0], "last": found[1][0], "how": "extra"},
    ]


JUDGED = _places()


def test_nothing_here_offers_to_take_the_marks_away(bench: Bench) -> None:
    from playwright.sync_api import expect

    control, group = marker(bench)
    tick = group.get_by_role("checkbox", name=NOTHING)
    word(group, "city").focus()
    press(bench.page, "1")
    tick.click()
    expect(tick).not_to_be_checked()
    expect(group.get_by_text("You have 1 mark. Remove it and say that there’s nothing here?").first).to_be_visible()
    group.get_by_role("button", name="Keep my marks").click()
    assert words_marked(control) == [("source", "city")]
    tick.click()
    group.get_by_role("button", name="Remove the mark").press("Enter")
    expect(tick).to_be_checked()
    expect(tick).to_be_focused()
    assert control.answer == []


def test_nothing_fits_offers_to_take_the_options_away(bench: Bench) -> None:
    control = Choice([Label(k, f"Option {k}") for k in "ab"], several=True, name="Tick", nothing_label="None of these")
    bench.show(control)
    page = bench.page
    page.get_by_text("Option a").click()
    page.get_by_role("checkbox", name="None of these").click()
    page.get_by_role("button", name="Remove the option").click()
    assert control.answer == []


def test_a_sentence_is_read_out_and_then_its_words(bench: Bench) -> None:
    from playwright.sync_api import expect

    control, page = marker(bench)[1], bench.page
    word(control, "Footbridge").focus()
    press(page, *["ArrowDown"] * 4)
    said(control, "Sentence 5 of ")
    said(control, ": About 2,300 people cross the bridge on a weekday, according to a count the council made last year")
    assert control.locator("[role=listbox] > * [role=group]").nth(4).get_attribute("aria-label") == "Sentence 5 of 35"
    press(page, "ArrowRight", "ArrowRight")
    expect(word(control, "people")).to_be_focused()
    press(page, "Shift+ArrowDown", "3")
    said(control, "Marked as content: “people cross the bridge on … the council made last year”.")


def test_a_screen_reader_meets_sentences_and_in_each_its_words(bench: Bench) -> None:
    """What Chromium hands to a screen reader: 463 words are no list of 463, but 35 sentences to enter."""
    control, page = marker(bench)[1], bench.page
    devtools = page.context.new_cdp_session(page)
    tree = {node["nodeId"]: node for node in devtools.send("Accessibility.getFullAXTree")["nodes"]}

    def below(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for child in (tree[id] for id in node["childIds"]):
            if child["ignored"] or child["role"]["value"] in ("generic", "StaticText", "InlineTextBox"):
                yield from below(child)
            else:
                yield child

    def name(node: dict[str, Any]) -> str:
        return str(node["name"]["value"])

    (text,) = [node for node in tree.values() if not node["ignored"] and node["role"]["value"] == "listbox"]
    assert name(text).startswith("Text to mark. Left and right arrows go from word to word, up and down")
    sentences = [node for node in below(text) if node["role"]["value"] == "group"]
    assert [name(node) for node in sentences] == [f"Sentence {n} of 35" for n in range(1, 36)]
    assert [name(option) for option in below(sentences[4])][:4] == ["About", "2,300", "people", "cross"]
    fifth = word(control, "people")
    assert [fifth.get_attribute(f"aria-{each}") for each in ("posinset", "setsize")] == ["3", "18"]
    assert control.locator(".kit-words [tabindex='0']").count() == 1


def test_a_group_of_options_is_named_by_its_question(bench: Bench) -> None:
    bench.show(Choice([Label("a", "One"), Label("b", "Two")], name="Question 1: your answer", asks="Who says so?"))
    assert bench.page.get_by_role("radiogroup", name="Who says so?").get_by_role("radio").count() == 2


def test_kept_is_said_only_when_it_is_on_disk(bench: Bench) -> None:
    from playwright.sync_api import expect

    answers: list[Any] = []

    def keep(answer: Any) -> str:
        if answer == "full":
            raise NotKeptError("The disk is full.")
        answers.append(answer)
        return "Saved in a file."

    control = EntryBox("prose", name="Write", keep=keep)
    bench.show(control)
    page = bench.page
    line, text = page.locator(".kit-kept"), page.get_by_role("textbox")
    text.fill("one")
    expect(line).to_have_text("Saved in a file.")
    assert answers[-1] == "one"
    text.fill("full")
    expect(line).to_have_text("The disk is full.")
    page.evaluate("window.pythonIsGone = true")
    text.fill("two")
    expect(line).to_have_text("Saving …")


def test_python_that_has_stopped_is_told_at_once(bench: Bench) -> None:
    from playwright.sync_api import expect

    bench.show(EntryBox("number", name="Number", keep=lambda answer: "Saved in a file."))
    bench.page.evaluate("Object.values(window.kitModels).at(-1).tell(['comm_live_update'])")
    expect(bench.page.locator(".kit-kept")).to_contain_text("Python has stopped", timeout=1000)
    bench.page.get_by_role("textbox").fill("12")
    bench.page.get_by_role("textbox").press("Tab")
    expect(bench.page.locator(".kit-kept")).to_contain_text("Run this cell again", timeout=1000)


def test_a_slider_is_called_by_its_label_and_moved_with_the_keys(bench: Bench) -> None:
    control = Slider(name="The axis begins at:", max=40, step=10, value=30)
    bench.show(control)
    slider = bench.page.get_by_role("slider", name="The axis begins at:")
    for value in (40, 40):  # it ends there
        slider.press("ArrowRight")
        bench.page.wait_for_function("value => document.querySelector('output').textContent === value", arg=str(value))
        assert control.value == value
    control.max = 19
    assert control.value == 19


def test_a_pair_without_a_verdict_asks_for_one(bench: Bench) -> None:
    control = Linker(TEXT, [Label("conflict", "conflict"), Label("none", "none")], name="Link")
    bench.show(control)
    page, group = bench.page, bench.page.get_by_role("group", name="Link", exact=True)
    word(group, "spring").click()
    group.get_by_role("button", name="Take the chosen words as the first passage").click()
    word(group, "Tuesday").click()
    group.get_by_role("button", name="Link the chosen words with it").click()
    choice = group.get_by_role("combobox")
    assert choice.evaluate("list => list.selectedOptions[0].textContent") == "choose a verdict …"
    choice.select_option("none")
    page.wait_for_function("!document.querySelector('.kit-wanting')")
    assert control.pairs[0]["verdict"] == "none"


# Whoever asks where a row is while the page still scrolls below the pointer is told where it was.
STANDS_IN_VIEW = """row => {
  const { top, bottom } = row.getBoundingClientRect();
  const stands = top === row.topBefore;
  row.topBefore = top;
  return stands && bottom < innerHeight;
}"""


def test_cards_and_steps_are_seen_together_and_the_page_scrolls_while_dragging(bench: Bench) -> None:
    rungs = [Label(f"r{n}", f"step {n}", "what it means, at some length, so that it takes its lines") for n in range(9)]
    cards = [Label(f"c{n}", f"a card with some words, number {n}") for n in range(9)]
    control = Cards(cards, rungs, name="Place")
    bench.page.set_viewport_size({"width": 1000, "height": 647})
    bench.show(Cards(cards[:6], rungs[:5], name="Fits"))
    fits = box(bench.page.get_by_role("group", name="Fits"))
    assert fits["height"] <= 647
    bench.clear()
    bench.page.set_viewport_size({"width": 500, "height": 500})
    bench.show(control)
    page = bench.page
    card = box(page.locator(".kit-card-text").first)
    page.mouse.move(card["x"] + 8, card["y"] + 8)
    page.mouse.down()
    page.mouse.move(card["x"] + 20, 490, steps=4)
    last = page.get_by_role("group", name="step 8")
    page.wait_for_function(STANDS_IN_VIEW, arg=last.element_handle())
    goal = box(last)
    page.mouse.move(goal["x"] + 60, goal["y"] + 14, steps=3)
    page.mouse.up()
    page.wait_for_timeout(50)
    assert control.placed == {"c0": "r8"}


@pytest.mark.parametrize(
    ("kind", "how"),
    [("choice", {"a": "right", "b": "wrong"}), ("cards", {"c0": "found", "c1": "extra", "c2": "extra"})],
)
def test_each_option_and_card_shows_what_a_check_says_of_it(kind: str, how: dict[str, str], bench: Bench) -> None:
    from playwright.sync_api import expect

    judged = [{"key": key, "how": each} for key, each in how.items()]
    control: Control
    if kind == "choice":
        control = Choice([Label("a", "One"), Label("b", "Two")], several=True, name="It")
    else:
        control = Cards([Label(f"c{n}", f"Card {n}") for n in range(3)], [Label("up", "up")], name="It")
        control.placed = {"c0": "up", "c1": "up"}
    control.judged = judged
    bench.show(control)
    expect(bench.page.get_by_text("✓").first).to_be_visible()
    expect(bench.page.get_by_text("✗")).to_have_count(1)  # nothing is wrong with a card that is still on the tray

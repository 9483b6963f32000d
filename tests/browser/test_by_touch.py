"""Every kind of question is answered with a finger alone, on a screen of 390 pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ask_notebook import word
from bench import Bench
from question_bank import documented_question

from kit.questions.answers import Answers
from kit.widgets.ask import Asked

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def touched(browser: Browser) -> Iterator[Bench]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.set_default_timeout(8000)
    yield Bench(page)
    context.close()


def drag(bench: Bench, card: Locator, onto: Locator) -> None:
    """A finger goes down on the words of a card, moves, and comes up over a step."""
    onto.scroll_into_view_if_needed()
    start, end = card.bounding_box(), onto.bounding_box()
    assert start and end
    touch = bench.page.context.new_cdp_session(bench.page)
    points = [(start["x"] + 8, start["y"] + 8), (end["x"] + 40, end["y"] + 30), (end["x"] + 60, end["y"] + 30)]
    for kind, point in zip(("touchStart", "touchMove", "touchMove"), points, strict=True):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": point[0], "y": point[1]}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def mark(bench: Bench) -> None:
    word(bench.page.locator(".kit-marker"), "Engineers").tap()
    for _ in range(4):
        bench.page.get_by_role("button", name="End one word later").tap()
    bench.page.get_by_role("button", name="1 source").tap()


def link(bench: Bench) -> None:
    for first, button in (("10", "Take the chosen words"), ("took", "Link the chosen words")):
        word(bench.page.locator(".kit-linker"), first).tap()
        bench.page.get_by_role("button", name="End one word later").tap()
        bench.page.get_by_role("button", name=button).tap()
    bench.page.get_by_role("combobox").select_option("tension")


def place(bench: Bench) -> None:
    drag(bench, bench.page.locator(".kit-card-text").first, bench.page.get_by_role("group", name="described"))


def choose(*places: int) -> Callable[[Bench], None]:
    def tap(bench: Bench) -> None:
        for at in places:
            bench.page.locator(".kit-option").nth(at).tap()

    return tap


def write(words: str) -> Callable[[Bench], None]:
    def type_in(bench: Bench) -> None:
        bench.page.get_by_role("textbox").tap()
        bench.page.keyboard.type(words)

    return type_in


SOURCE = [{"label": "source", "words": "Engineers who know the bridge"}]
PAIR = [{"first": "10 minutes", "second": "took 25", "verdict": "tension"}]
ANSWERS: dict[str, tuple[Callable[[Bench], None], Any]] = {
    "12.1": (choose(1), "b"),
    "12.2": (choose(0, 2), ["a", "c"]),
    "12.3": (write("17.4"), "17.4"),
    "12.4": (mark, SOURCE),
    "12.6": (place, {"a": "described"}),
    "12.7": (link, PAIR),
    "12.8": (write("Cut."), "Cut."),
    "12.9": (write("Why?"), "Why?"),
}


def in_words(answer: Any) -> Any:
    """An answer without the places in the text."""
    if isinstance(answer, list) and answer and isinstance(answer[0], dict):
        return [
            {name: value["words"] if isinstance(value, dict) else value for name, value in each.items()}
            for each in ({k: v for k, v in one.items() if k not in ("start", "end")} for one in answer)
        ]
    return answer


@pytest.mark.parametrize("id", ANSWERS)
def test_a_question_is_answered_and_checked_with_a_finger(id: str, touched: Bench, tmp_path: Path) -> None:
    answer_it, expected = ANSWERS[id]
    question = documented_question(id)
    touched.clear()
    asked = Asked(question, Answers(question.unit, tmp_path))
    touched.show(asked.control, question)
    answer_it(touched)
    touched.page.get_by_role("button", name="Check my answer").tap()
    touched.page.locator(".kit-told p").first.wait_for()
    assert in_words(asked.control.answer) == expected
    assert touched.page.locator(".kit-keys:visible").count() == 0  # there are none to tell of

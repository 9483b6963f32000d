"""The pages of a marked class in a browser: nothing of a hand-in runs, nothing is fetched, all can read them."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ask_notebook import violations
from grading_class import RIGHT, hand_in, put, run, the_course

from kit.questions.bank import units
from kit.questions.marking import model_answer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PICTURE = Path(__file__).parents[2] / "docs" / "class.png"
SCRIPT = """() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = 1";
    document.body.append(script);
}"""
EVIL = (
    '</style><script>document.title = "taken"</script><img src="http://127.0.0.1:9/x.png" onerror="document.title=1">'
)


@pytest.fixture(scope="module")
def marks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A class in which some mean no good."""
    place = tmp_path_factory.mktemp("class")
    with the_course(place):
        handed = {
            f"{n}.json": hand_in(f"Pupil {n}", RIGHT | {"12.1": "abc"[n % 3], "12.4": [["cue", "says"]]})
            for n in range(8)
        }
        handed["evil.json"] = hand_in(EVIL, {"12.1": EVIL, "12.4": [[EVIL, EVIL]], "12.8": EVIL, "12.9": EVIL})
        handed[f"{'x' * 20}<script>1<{'y' * 20}.json"] = "{"
        run(put(place / "handed", handed), place / "marks", title=EVIL)
        yield place / "marks"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    yield page
    page.close()


def pages(marks: Path) -> list[Path]:
    return [marks / "class.html", marks / "to-read.html", *sorted((marks / "feedback").glob("*.html"))[-2:]]


def test_nothing_of_a_hand_in_runs_or_is_fetched(marks: Path, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in pages(marks):
        page.goto(path.as_uri())
        assert page.title() not in ("taken", "1")
        assert page.locator("script, img, iframe, object, [onerror]").count() == 0
        # Would the policy stop a script that had slipped through?
        page.evaluate(SCRIPT)
        assert page.evaluate("window.ran") is None
    assert {url.partition(":")[0] for url in asked} == {"file"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 390])
def test_nothing_keeps_anybody_out(width: int, scheme: str, marks: Path, page: Page, axe: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 768})
    for path in pages(marks):
        page.goto(path.as_uri())
        assert violations(page, axe) == [], path.name


def test_in_a_narrow_window_a_row_is_a_card_that_says_what_its_cells_are(marks: Path, page: Page) -> None:
    page.goto((marks / "class.html").as_uri())
    for width, shown in ((800, "table-row"), (690, "block")):
        page.set_viewport_size({"width": width, "height": 768})
        row = page.locator("table.kit-reflow tbody tr").first
        assert row.evaluate("row => getComputedStyle(row).display") == shown
    heads = "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
    assert row.locator("td").evaluate_all(heads)[:2] == ['"Answered"', '"Points reached"']
    assert page.evaluate(
        "[...document.querySelectorAll('.scroll')].every(each => each.scrollWidth <= each.clientWidth)"
    )


def test_the_style_is_let_in_and_pages_fit_a_telephone(marks: Path, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    for path in pages(marks):
        page.goto(path.as_uri())
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).lineHeight") != "normal"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path.name
        assert re.match(r"rgb\(", page.evaluate("getComputedStyle(document.body).color"))


NAMES = "Ada Bo Chidi Dana Emre Fen Gus Hana Ivo Jun Kai Lea Mina Noor Ola Pia Quin Rosa Sven Tove Uma Vera Wim".split()


def test_the_picture_of_a_class_page(page: Page, tmp_path: Path) -> None:
    """With the variable KIT_UPDATE_PICTURES set, a new picture is taken; how it looks is for people to judge."""
    dice = random.Random(4)
    (unit,) = units({"1"})
    files = {}
    for n, name in enumerate(NAMES):
        right = {q.id: model_answer(q) for q in unit.questions if dice.random() < 0.45 + n / 48}
        files[f"{name} Reyes_{400 + n}_assignsubmission_file_/1.json"] = hand_in(f"{name} Reyes", right, unit=unit.name)
    files["Kai Reyes_410_assignsubmission_file_/2.json"] = hand_in("Lea Reyes", {"1.2": "a"}, unit=unit.name)
    files["Zoe Reyes_431_assignsubmission_onlinetext_/onlinetext.html"] = "<p>My answers"
    run(put(tmp_path / "handed", files), tmp_path / "marks", title="Class 10b")
    page.goto((tmp_path / "marks" / "class.html").as_uri())
    shown = page.locator("main").inner_text()
    assert "file_/2.json: it says it is from Lea Reyes, but it came from Kai Reyes" in shown
    top = page.locator("#u1").evaluate("each => each.getBoundingClientRect().top")
    picture = page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": 1000, "height": 900})
    if os.environ.get("KIT_UPDATE_PICTURES"):
        PICTURE.write_bytes(picture)
    assert PICTURE.read_bytes().startswith(picture[:8])

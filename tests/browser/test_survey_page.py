"""The list of stories under a survey, and the page that a survey writes, as a browser shows them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ask_notebook import violations
from bench import Bench

from kit import survey
from kit.lessons import hundred_reports
from kit.surveying.page import page_of
from kit.widgets.survey import Survey

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def found() -> Survey:
    return survey(hundred_reports())


def test_stories_are_found_sorted_and_opened(bench: Bench, found: Survey, axe: str) -> None:
    from playwright.sync_api import expect

    bench.show(found)
    page = bench.page
    root = page.locator(".kit-survey")
    rows = root.locator("table").last.locator("tbody tr")
    expect(rows).to_have_count(15)
    expect(root.get_by_role("status")).to_have_text("Stories 1 to 15 of 100. Choose one to see its marks.")
    root.get_by_role("button", name="More rows").click()
    expect(root.get_by_role("status")).to_contain_text("Stories 16 to 30")
    root.get_by_label("Outlet:").select_option("Coast Tribune")
    expect(root.get_by_role("status")).to_contain_text("of 25.")
    root.get_by_role("button", name="Soft words").click()
    expect(root.get_by_role("columnheader", name="Soft words").last).to_have_attribute("aria-sort", "descending")
    counts = [int(cell) for cell in rows.locator("td:nth-child(6)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True) and counts[0] > 0
    root.get_by_label("Find in headlines:").fill("nothing like that")
    expect(root.get_by_role("status")).to_have_text("No story matches.")
    root.get_by_label("Find in headlines:").fill("")
    root.get_by_label("Outlet:").select_option("")
    title = rows.first.get_by_role("button").inner_text()
    rows.first.get_by_role("button").press("Enter")
    opened = root.get_by_role("region", name="The story, marked")
    expect(opened.locator(".kit-title")).to_contain_text(title.partition(":")[0])
    expect(opened).to_be_focused()
    assert opened.locator(".kit-cue").count() > 0
    assert violations(page, axe, ".kit-survey") == []


def test_a_survey_without_its_texts_has_no_list(bench: Bench, found: Survey) -> None:
    bench.show(Survey(found.result, [], [], []))
    assert bench.page.locator(".kit-survey summary").count() >= 5
    assert bench.page.get_by_label("Find in headlines:").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_by_everybody(
    browser: Browser, found: Survey, axe: str, tmp_path: Path, scheme: str
) -> None:
    file = tmp_path / "survey.html"
    file.write_bytes(page_of(found.result))
    page = browser.new_page(color_scheme=scheme, viewport={"width": 390, "height": 800})  # type: ignore[arg-type]
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())
    assert violations(page, axe) == [] and complaints == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()

"""The report in a browser: no script runs in it, nobody is kept out, and it prints in black on white."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ask_notebook import ALL_OPEN, violations

from kit import Article, articles, read
from kit.find import find_everything
from kit.measure import measured
from kit.views.control_characters import showable
from kit.views.report_page import report
from kit.views.sections import words_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

pytestmark = pytest.mark.browser

TEXT = articles("footbridge")
PAIR = read(
    "The fire at the mill killed 55 people, police said. It rained all night. The fire at the mill killed 11 people, "
    "police said later."
)
HOSTILE = read(Path(__file__).parents[1] / "hostile.txt")
DAY = datetime.date(2026, 11, 23)
SHEETS = {"A4": (595, 842), "Letter": (612, 792)}
WORDS = """text => {
    const copy = text.cloneNode(true);
    for (const ours of copy.querySelectorAll(".kit-at, .kit-note")) ours.remove();
    return copy.textContent;
}"""


def page_of(article: Article) -> str:
    return report(article, find_everything(article), measured(), DAY, "Who Says So? 1.0")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    yield page
    page.close()


def show(page: Page, html: str, folder: Path) -> list[ConsoleMessage]:
    """Open a page from a file, as people do; gives what the browser complains about."""
    file = folder / "report.html"
    file.write_text(html, encoding="utf-8")
    complaints: list[ConsoleMessage] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert {address.partition(":")[0] for address in asked} <= {"file", "data"}
    return complaints


@pytest.mark.parametrize("article", [TEXT, HOSTILE], ids=["footbridge", "hostile"])
def test_a_text_is_shown_as_it_is_and_nothing_runs(article: Article, page: Page, tmp_path: Path) -> None:
    assert show(page, page_of(article), tmp_path) == []
    assert page.locator(".kit-text").evaluate(WORDS) == showable(article.text)
    for link in page.locator(".kit-text a").all():
        link.focus()
    assert page.evaluate("window.harm") is None
    assert page.url.startswith("file:")


def test_a_script_would_not_run_even_if_one_slipped_in(page: Page, tmp_path: Path) -> None:
    slipped = "<script>window.harm = 1</script><img src=x onerror='window.harm = 2'><p style='color:red'>x</p>"
    complaints = show(page, page_of(TEXT).replace("</main>", slipped + "</main>"), tmp_path)
    page.wait_for_timeout(100)
    assert page.evaluate("window.harm") is None
    assert len(complaints) >= 3 and all("Content Security Policy" in each.text for each in complaints)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("article", [TEXT, HOSTILE, PAIR], ids=["footbridge", "hostile", "pair"])
def test_nothing_keeps_anybody_out(scheme: str, article: Article, browser: Browser, axe: str, tmp_path: Path) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    show(page, page_of(article), tmp_path)
    page.evaluate(ALL_OPEN)
    page.set_viewport_size({"width": 390 if article is TEXT else 1366, "height": 768})
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") is (scheme == "light")
    assert violations(page, axe) == []
    context.close()


def test_enlarged_or_on_a_telephone_only_pictures_are_scrolled_sideways(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    show(page, page_of(TEXT), tmp_path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator(".kit-scroll").evaluate("part => part.scrollWidth <= part.clientWidth")  # its rows are cards


def test_the_reason_shows_beside_the_text_where_one_goes_with_the_keyboard(page: Page, tmp_path: Path) -> None:
    from playwright.sync_api import expect

    show(page, page_of(TEXT), tmp_path)
    number = page.locator(".kit-text .kit-number").first
    number.focus()
    expect(page.locator(".kit-note:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    name = (number.text_content() or "").split()[0]
    expect(page.locator("li:target").get_by_role("link", name=f"To {name} in the text")).to_be_visible()


@pytest.mark.parametrize("article", [TEXT, PAIR], ids=["footbridge", "pair"])
def test_on_paper_it_is_black_on_white_also_from_a_dark_screen(article: Article, page: Page, tmp_path: Path) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    show(page, page_of(article), tmp_path)
    colours = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter(each => each.checkVisibility()).flatMap(each => {
            const look = getComputedStyle(each);
            return [look.color, look.borderBlockEndColor, look.textDecorationColor];
        })"""
    )
    # Whatever is printed is grey or black, and dark enough to be read.
    for colour in set(colours):
        red, green, blue, *_ = (float(part) for part in colour.partition("(")[2].rstrip(")").split(","))
        assert red == green == blue <= 0x77, colour
    assert page.locator(".kit-note:visible, .kit-back:visible").count() == 0


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_fits_on_a_sheet(sheet: str, page: Page, tmp_path: Path) -> None:
    """With KIT_KEEP_PRINTS set to a folder, the prints are kept there: how they look is for people to judge."""
    import pypdf

    show(page, page_of(TEXT), tmp_path)  # 463 words, with 46 findings
    file = Path(os.environ.get("KIT_KEEP_PRINTS", tmp_path)) / f"report-{sheet}.pdf"
    page.pdf(path=file, format=sheet)
    printed = pypdf.PdfReader(file)
    assert len(printed.pages) <= 4
    box = printed.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(SHEETS[sheet], abs=1)  # browsers round to pixels
    words = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).split())
    for expected in ("Who says so?", "How much are we told?", "What is it called?", "Questions to ask", "spokeswoman"):
        assert expected in words


def test_a_short_text_is_printed_on_three_sheets(page: Page, tmp_path: Path) -> None:
    import pypdf

    text = articles("harbour-agency")
    assert words_of(text) == 356
    show(page, page_of(text), tmp_path)
    page.pdf(path=tmp_path / "short.pdf", format="A4")
    assert len(pypdf.PdfReader(tmp_path / "short.pdf").pages) <= 3

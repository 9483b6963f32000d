"""The views of sources in a browser: for the eye, for the ear, in the dark, in an untrusted notebook, on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from ask_notebook import ALL_OPEN, violations

from kit import Article, articles, find_sources, highlight, read
from kit.lessons import plot_sources, show_ladder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TEXT = articles("footbridge")
HOSTILE = read(
    "“No,” said <img src=x onerror='window.harm=1'>. An <b onclick='window.harm=2'>official</b> who asked not to be "
    "named because <script>window.harm = 3</script> it is late said so. It is believed to be so."
)
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
THEMES = {"true": ("#ffffff", "#111111"), "false": ("#111111", "#ffffff")}


def page_of(article: Article, light: str) -> str:
    """The three views of a text as a notebook would put them on a page of that theme."""
    ground, ink = THEMES[light]
    views: list[Any] = [show_ladder(article), plot_sources(article), highlight(article, find_sources(article))]
    return (
        f'<html lang="en"><title>Sources</title><body data-jp-theme-light="{light}" style="background:{ground};'
        f'color:{ink};--jp-layout-color0:{ground};--jp-content-font-color0:{ink};font-family:sans-serif"><main>'
        f"<h1>Sources</h1>{''.join(view._repr_html_() for view in views)}</main></body></html>"
    )


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 900, "height": 900})
    yield page
    page.close()


@pytest.mark.parametrize("light", THEMES)
def test_nothing_keeps_anybody_out(light: str, page: Page, axe: str) -> None:
    page.set_content(page_of(TEXT, light))
    page.evaluate(ALL_OPEN)
    page.mouse.move(0, 0)
    assert violations(page, axe) == []


def test_the_table_is_told_cell_by_cell(page: Page) -> None:
    from playwright.sync_api import expect

    page.set_content(page_of(TEXT, "true"))
    expect(page.get_by_role("rowheader", name="Dana Whitlock")).to_be_visible()
    heads = [head.inner_text().replace("\n", " ") for head in page.get_by_role("columnheader").all()]
    assert heads[0] == "Source"
    assert len(heads) == 8
    expect(page.get_by_role("cell", name="– not told").first).to_be_visible()


def test_the_picture_is_told_in_words(page: Page) -> None:
    from playwright.sync_api import expect

    page.set_content(page_of(TEXT, "true"))
    expect(page.get_by_role("img")).to_have_accessible_name(plot_sources(TEXT).text.replace("\n", " "))
    # 4.6 inches wide: a telephone shows it whole
    assert page.locator("figure img").evaluate("image => image.naturalWidth") == 442


def test_in_a_narrow_window_the_rows_of_the_table_are_cards(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.set_content(page_of(TEXT, "true"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator(".kit-scroll").evaluate("part => part.scrollWidth <= part.clientWidth")
    row = page.get_by_role("row").filter(has_text="Dana Whitlock").first
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    head = row.get_by_role("cell").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert head == '"Level"'


@pytest.mark.parametrize("light", THEMES)
def test_a_text_can_do_nothing_here(light: str, page: Page) -> None:
    page.set_content(page_of(HOSTILE, light))
    assert page.evaluate("window.harm") is None
    assert page.locator("table img, table script, .kit-text img, .kit-text script").count() == 0


def test_every_level_has_a_shape_of_its_own(page: Page) -> None:
    page.set_content(page_of(TEXT, "true"))
    looks = page.evaluate(
        """() => ["named-person", "named-organisation", "described", "vague", "hidden", "other"].map(level => {
            const mark = document.createElement("b");
            mark.className = `kit-${level} kit-opens kit-closes`;
            document.querySelector(".kit-text p").append(mark);
            const look = getComputedStyle(mark);
            return [look.borderTopStyle, look.borderTopWidth, look.textDecorationStyle].join(" ");
        })"""
    )
    assert len(set(looks)) == len(looks), json.dumps(looks)


def test_in_an_untrusted_notebook_picture_and_table_are_left(course: Any, browser: Browser) -> None:
    """JupyterLab cleans the outputs that somebody else has saved: styles and ids go, what is told has to stay."""
    from playwright.sync_api import expect

    outputs = [
        nbformat.v4.new_output("display_data", {"text/html": view._repr_html_(), "text/plain": repr(view)})
        for view in (show_ladder(TEXT), plot_sources(TEXT))
    ]
    cell = nbformat.v4.new_code_cell("plot_sources(text)", outputs=outputs)
    notebook = course.folder / "notebooks" / "sources-from-elsewhere.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": KERNEL}), notebook)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    try:
        page.goto(course.address_of(notebook.name) + "&reset")
        picture = page.locator(".jp-OutputArea img")
        expect(picture).to_have_accessible_name(plot_sources(TEXT).text.replace("\n", " "))
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 442
        assert page.locator(".kit-ladder style").count() == 0
        expect(page.get_by_role("rowheader", name="Dana Whitlock")).to_be_visible()
        expect(page.get_by_role("cell", name="– not told").first).to_be_visible()
    finally:
        context.close()
        notebook.unlink()

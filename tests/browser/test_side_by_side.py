"""The ledger, the pairs and the arcs in a browser: for the eye, the ear and the keyboard, in the dark, untrusted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from ask_notebook import ALL_OPEN, violations

from kit import Article, articles, find_facts, read
from kit.finding import Inconsistency
from kit.lessons import show_facts
from kit.text import Span
from kit.views.arcs import draw_pairs
from kit.views.pair_tables import pair_tables

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TEXT = articles("footbridge")
HOSTILE = read(
    "The <img src=x onerror='window.harm=1'> bridge is open, forty people said. The <b onclick='window.harm=2'>band</b>"
    " played. The <script>window.harm=3</script> bridge is not open, fifty people said."
)
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
THEMES = {"true": ("#ffffff", "#111111"), "false": ("#111111", "#ffffff")}


def clash(article: Article) -> Inconsistency:
    """Two passages of a text, its first and its last sentence."""
    first, last = article.sentences[0], article.sentences[-1]
    words = (Span(first.start, first.start + 3),), (Span(last.start, last.start + 3),)
    return Inconsistency(first, "by hand", "Because.", first, last, *words, "name", "tension", "", "Hale", "Perhaps.")


def page_of(article: Article, light: str) -> str:
    """The three views of a text as a notebook would put them on a page of that theme."""
    ground, ink = THEMES[light]
    found = [clash(article)]
    views: list[Any] = [show_facts(article), pair_tables(article, found), draw_pairs(article, found)]
    return (
        f'<html lang="en"><title>Side by side</title><body data-jp-theme-light="{light}" style="background:{ground};'
        f'color:{ink};--jp-layout-color0:{ground};--jp-content-font-color0:{ink};font-family:sans-serif"><main>'
        f"<h1>Side by side</h1>{''.join(view._repr_html_() for view in views)}</main></body></html>"
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


def test_a_table_is_told_with_its_question_and_its_heads(page: Page) -> None:
    from playwright.sync_api import expect

    page.set_content(page_of(TEXT, "true"))
    table = page.get_by_role("table", name="Figures. Which of these figures count the same thing")
    heads = [head.inner_text() for head in table.get_by_role("columnheader").all()]
    assert heads == ["What to compare", "In the text", "Who says it"]
    expect(table.get_by_role("rowheader", name="40 centimetres")).to_be_visible()
    expect(table.get_by_role("cell", name="the inspection report").first).to_be_visible()


def test_all_tables_are_seen_at_once(page: Page) -> None:
    page.set_content(page_of(TEXT, "true"))
    assert page.locator(".kit-facts:not(.kit-pairs) table:visible").count() == len(find_facts(TEXT)) > 1


def test_the_arcs_are_told_in_words(page: Page) -> None:
    from playwright.sync_api import expect

    page.set_content(page_of(TEXT, "true"))
    expect(page.get_by_role("img")).to_have_accessible_name(draw_pairs(TEXT, [clash(TEXT)]).text.replace("\n", " "))


def test_in_a_narrow_window_nothing_has_to_be_scrolled_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.set_content(page_of(TEXT, "true"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("light", THEMES)
def test_a_text_can_do_nothing_here(light: str, page: Page) -> None:
    page.set_content(page_of(HOSTILE, light))
    assert page.locator("table").count() > 1
    assert page.evaluate("window.harm") is None
    assert page.locator("table img, table script, table b[onclick]").count() == 0


def test_in_an_untrusted_notebook_the_tables_are_left(course: Any, browser: Browser) -> None:
    """JupyterLab cleans the outputs that somebody else has saved: styles go, what is told has to stay."""
    from playwright.sync_api import expect

    view = show_facts(TEXT)
    outputs = [nbformat.v4.new_output("display_data", {"text/html": view._repr_html_(), "text/plain": repr(view)})]
    cell = nbformat.v4.new_code_cell("show_facts(text)", outputs=outputs)
    notebook = course.folder / "notebooks" / "facts-from-elsewhere.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": KERNEL}), notebook)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    try:
        page.goto(course.address_of(notebook.name) + "&reset")
        expect(page.get_by_role("rowheader", name="40 centimetres")).to_be_visible()
        assert page.locator(".kit-facts style").count() == 0
        expect(page.locator(".jp-OutputArea mark", has_text="40 centimetres")).to_be_visible()
    finally:
        context.close()
        notebook.unlink()


def test_in_jupyterlab_a_pupil_types_it_and_sees_tables(course: Any, jupyter: Callable[[str], Page]) -> None:
    from playwright.sync_api import expect

    cell = nbformat.v4.new_code_cell('from kit import articles, show_facts\nshow_facts(articles("footbridge"))')
    notebook = course.folder / "notebooks" / "facts-typed.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": KERNEL}), notebook)
    page = jupyter(f"notebooks/{notebook.name}")
    first = page.locator(".jp-OutputArea table.kit-fact").first
    expect(first).to_be_visible(timeout=60_000)
    edges = first.evaluate("table => [table.scrollWidth, table.parentElement.clientWidth]")
    assert edges[0] <= edges[1]

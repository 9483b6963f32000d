"""A web of six pages that opens offline, to practise leaving a page: `small_web`."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from kit.errors import KitError, did_you_mean
from kit.lessons.lesson_files import lesson_tables
from kit.views.prose import prose

LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
START = "search"


def pages() -> dict[str, dict[str, str]]:
    """The pages of web.toml: of each its address, its title, and its text (Markdown with links to other pages)."""
    return lesson_tables("web")


def links_of(page: str) -> list[tuple[str, str]]:
    """The words and the page of each link, in the order in which they stand, each page once."""
    found = {name: words for words, name in reversed(LINK.findall(pages()[page]["text"]))}
    return [(words, name) for name, words in reversed(found.items())]


def page_as_html(page: str) -> str:
    """A page with its links underlined; they are opened by the buttons below it."""
    there = pages()[page]
    body = prose(LINK.sub(r"[\1](#)", there["text"])).replace('<a href="#">', "<u>").replace("</a>", "</u>")
    return f"<h3>{escape(there['title'])}</h3>{body}"


def small_web(page: str = START) -> Any:
    """A small browser with pages of our own: search results, “about” pages, an encyclopaedia, a fact check, an archive.

    Takes the name of the page to begin with. Gives a control for a notebook; nothing is fetched from anywhere. Raises
    KitError, with the names there are, if there is none of that name.
    """
    import ipywidgets

    from kit.lessons.boxes import boxed

    if page not in pages():
        raise KitError(f'there is no page "{page}". {did_you_mean(page, pages())}The pages are: {", ".join(pages())}.')
    back = ipywidgets.Button(description="Back", disabled=True)
    address = ipywidgets.HTML()
    shown = ipywidgets.HTML()
    links = ipywidgets.HBox()
    been: list[str] = []

    def visit(name: str) -> None:
        been.append(name)
        back.disabled = len(been) < 2
        address.value = f"<code>{escape(pages()[name]['address'])}</code>"
        shown.value = page_as_html(name)
        buttons = [ipywidgets.Button(description=words, icon="link") for words, _ in links_of(name)]
        for button, (_, target) in zip(buttons, links_of(name), strict=True):
            button.on_click(lambda _, target=target: visit(target))
        links.children = buttons

    def go_back(_: object) -> None:
        been.pop()
        visit(been.pop())

    back.on_click(go_back)
    visit(page)
    return boxed(ipywidgets.HBox([back, address]), shown, links)

"""Prose with a little Markdown, as in prompts, as HTML: emphasis, lists, links, tables; never raw markup."""

from __future__ import annotations

from functools import cache, lru_cache

from markdown_it import MarkdownIt


@cache
def _parser() -> MarkdownIt:
    # CommonMark with HTML switched off: what looks like a tag is shown as it was typed.
    # Tables are no part of it, but prompts with counts need them.
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=512)
def prose(markdown: str) -> str:
    """Markdown as HTML paragraphs. Tags in it are escaped, and addresses that could run something are no links."""
    return str(_parser().render(markdown)).strip()


def prose_in_line(markdown: str) -> str:
    """The same for a line inside another element: no paragraph around it."""
    return str(_parser().renderInline(markdown)).strip()

"""Who Says So? Take news text apart: who says so, how much are we told, what is it called, does it hold together."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.finders.attributions import find_attributions
    from kit.library import articles
    from kit.text import Article, ReadingError, Span, read
    from kit.text.blob import blob
    from kit.views.highlight import highlight

__all__ = ["Article", "ReadingError", "Span", "articles", "blob", "find_attributions", "highlight", "read"]

# Where each public name lives. A room is opened when something in it is first asked for, so `import kit` costs nothing.
HOMES = {
    "Article": "kit.text",
    "ReadingError": "kit.text",
    "Span": "kit.text",
    "articles": "kit.library",
    "blob": "kit.text.blob",
    "find_attributions": "kit.finders.attributions",
    "highlight": "kit.views.highlight",
    "read": "kit.text",
}


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(f"the kit has nothing called {name!r}. It has: {', '.join(HOMES)}")
    return getattr(import_module(HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)

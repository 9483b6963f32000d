"""docs/reference.md, made from the docstrings of the public names: `python tests/reference_page.py --write`."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kit
from kit import lessons

PAGE = Path(__file__).parents[1] / "docs" / "reference.md"
INTRODUCTION = """# Reference

What the package `kit` offers, name by name, for those who use it in Python. This page is made from the docstrings, and
every example on it is run. Pictures and tables come from `kit.lessons`, where the examples show it.

Every error that you can put right is a `KitError`: its message names the thing, the place and the remedy.
`kit.__version__` is the version that is installed."""
PARTS = {
    "Open a text": ("read", "articles", "course"),
    "Find": (
        "find_attributions",
        "find_sources",
        "find_anonymous_sources",
        "find_euphemisms",
        "find_inconsistencies",
        "find_facts",
        "plain",
    ),
    "Look": ("highlight", "explore", "survey", "write_report"),
    "Pictures and tables, from `kit.lessons`": (
        "show_ladder",
        "show_facts",
        "show_pairs",
        "plot_sources",
        "plot_levels",
        "plot_pairs",
        "literal_here",
        "blob",
    ),
    "Answer questions": ("ask", "check", "progress", "hand_in"),
    "Mark a class": ("desk",),
    "What comes back": (
        "Article",
        "Span",
        "Finding",
        "Attribution",
        "Source",
        "Euphemism",
        "Inconsistency",
        "Row",
        "KitError",
    ),
}


def public(name: str) -> Any:
    """What has this name in `kit`, or else in `kit.lessons`."""
    return getattr(kit if name in kit.__all__ else lessons, name)


class AsWritten(str):
    """An annotation as it stands in the source, without quotation marks around it."""

    def __repr__(self) -> str:
        return str(self)


def signature(name: str) -> str:
    """How a function is called, or what a class holds."""
    thing = public(name)
    if isinstance(thing, type) and issubclass(thing, Exception):
        return f"{name}(message)"
    found = inspect.signature(thing)
    parameters = [each.replace(annotation=as_written(each.annotation)) for each in found.parameters.values()]
    returned = as_written(found.return_annotation) if not isinstance(thing, type) else inspect.Signature.empty
    return f"{name}{inspect.Signature(parameters, return_annotation=returned)}"


def as_written(annotation: object) -> object:
    if annotation is inspect.Parameter.empty:
        return annotation
    return AsWritten(getattr(annotation, "__forward_arg__", annotation))


def body(name: str) -> Iterator[str]:
    """The docstring as Markdown: what starts with >>> is an example."""
    for paragraph in inspect.cleandoc(public(name).__doc__).split("\n\n"):
        if paragraph.startswith(">>>"):
            room = "kit" if name in kit.__all__ else "kit.lessons"
            bring = "" if "import" in paragraph else f">>> from {room} import {name}\n"
            yield f"```python\n{bring}{paragraph}\n```"
        else:
            yield paragraph


def page() -> str:
    """The whole page."""
    pieces = [INTRODUCTION]
    for part, names in PARTS.items():
        pieces.append(f"## {part}")
        for name in names:
            pieces += [f"### {name}", f"`{signature(name)}`", *body(name)]
    return "\n\n".join(pieces) + "\n"


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is what the docstrings give."""
    if arguments == ["--write"]:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"{PAGE} is not what the docstrings give. Run: python tests/reference_page.py --write", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

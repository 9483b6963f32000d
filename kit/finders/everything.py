"""All finders in a row, in the order of the four questions that the kit asks of a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from kit.finders.attributions import find_attributions
from kit.finders.euphemisms import find_euphemisms
from kit.finders.inconsistencies import find_inconsistencies
from kit.finders.sources import find_sources
from kit.finding import Finding
from kit.text import Article

# Each with the words for what it looks for. A new finder gets a line here, and a section in kit/views/sections.py.
FINDERS: Final[tuple[tuple[str, Callable[[Article], Sequence[Finding]]], ...]] = (
    ("who says so", find_attributions),
    ("how much we are told", find_sources),
    ("what it is called", find_euphemisms),
    ("whether it holds together", find_inconsistencies),
)


def find_everything(article: Article) -> tuple[Finding, ...]:
    """Everything that the finders see in a text, finder by finder."""
    return tuple(found for _, find in FINDERS for found in find(article))

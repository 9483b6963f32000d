"""What several finders ask of one article is worked out once: the result for the article seen last is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Whole = TypeVar("Whole")
Result = TypeVar("Result")


def once(function: Callable[[Whole], Result]) -> Callable[[Whole], Result]:
    """Keep what this function gave for the last article."""
    last: list[tuple[Whole, Result]] = []

    @wraps(function)
    def kept(article: Whole) -> Result:
        if not last or last[0][0] is not article:
            last[:] = [(article, function(article))]
        return last[0][1]

    return kept

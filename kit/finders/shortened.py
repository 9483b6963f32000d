"""Words of the text, as a reason repeats them: on one line, and short."""

from __future__ import annotations

MAX_CHARACTERS = 60


def shortened(words: str) -> str:
    """These words on one line; what is longer than 60 characters ends with a whole word and "…".

    >>> shortened("the mayor\\nof Dunmere")
    'the mayor of Dunmere'
    """
    words = " ".join(words.split())
    return words if len(words) <= MAX_CHARACTERS else words[:MAX_CHARACTERS].rsplit(" ", 1)[0].rstrip(",") + " …"

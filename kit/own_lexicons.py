"""Words of a teacher's own: files in the folder lexicons/ of a course, named and written as those of kit/data/lexicons.

What stands in them is added to the kit's. An entry with a term that the kit has takes its place.
"""

from __future__ import annotations

import sys
from functools import _lru_cache_wrapper
from importlib.resources import files
from pathlib import Path
from typing import Any

from kit.errors import KitError, did_you_mean

LEXICONS = files("kit").joinpath("data", "lexicons")
TRAVELLING = files("kit").joinpath("data", "own_lexicons")  # in the edition that pupils get
MADE_OF_LEXICONS = ("kit.language.", "kit.reading.", "kit.finders.")  # modules that remember what they made of them

_open: list[Path] = []  # the folder that is open, if there is one


def use_own_lexicons(folder: Path | None) -> int:
    """Add the word lists of a folder from now on, and nobody else's; gives how many there are. None closes it again.

    Raises KitError if there is a file that nobody reads.
    """
    found = sorted(folder.glob("*.toml")) if folder else []
    for path in found:
        if not LEXICONS.joinpath(path.name).is_file():
            known = sorted(each.name for each in LEXICONS.iterdir() if each.name.endswith(".toml"))
            guess = did_you_mean(path.name, known)
            raise KitError(f"the kit doesn't know a word list {path}. {guess}The word lists are: {', '.join(known)}.")
    if found or _open:
        _open[:] = [folder] if folder and found else []
        _forget_what_was_made()
    return len(found)


def own_lexicons(name: str) -> list[tuple[str, bytes]]:
    """The files of that name beside the kit's: where each stands, and what is in it."""
    own = TRAVELLING.joinpath(name)
    there = [(f"kit/data/own_lexicons/{name}", own.read_bytes())] if own.is_file() else []
    return there + [(str(path), path.read_bytes()) for folder in _open if (path := folder / name).is_file()]


def with_own(whole: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The tables of one file with those of another added: lists grow, and what is no list is replaced.

    >>> with_own({"verbs": {"CUT": ["trim"]}}, {"verbs": {"CUT": ["shave"]}})
    {'verbs': {'CUT': ['trim', 'shave']}}
    """
    made = dict(whole)
    for key, value in own.items():
        there = made.get(key)
        if isinstance(there, dict) and isinstance(value, dict):
            made[key] = with_own(there, value)
        elif isinstance(there, list) and isinstance(value, list):
            made[key] = [*there, *value]
        else:
            made[key] = value
    return made


def _forget_what_was_made() -> None:
    """Matchers, patterns and lists are worked out once, from lexicons that are now other ones."""
    for name, module in list(sys.modules.items()):
        if name.startswith(MADE_OF_LEXICONS):
            for each in vars(module).values():
                if isinstance(each, _lru_cache_wrapper):
                    each.cache_clear()

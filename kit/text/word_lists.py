"""The word lists of `kit/data/lexicons/reading.toml`, and how a lexicon of the reading room is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from kit.text.decoding import ReadingError
from kit.toml import load_toml

FOLDER = "kit/data/lexicons"


def load_lexicon(name: str) -> dict[str, Any]:
    """What a TOML file of the lexicons says. Raises ReadingError if it is not TOML, and says where."""
    data = files("kit").joinpath("data", "lexicons", name).read_bytes()
    return load_toml(data, f"{FOLDER}/{name}", ReadingError)


@cache
def tables() -> dict[str, dict[str, Any]]:
    """All lists, as the file has them."""
    return load_lexicon("reading.toml")


def word_list(table: str, *names: str) -> frozenset[str]:
    """The words of one list of a table, or of several."""
    missing = [name for name in names if not isinstance(tables().get(table, {}).get(name), str)]
    if missing:
        raise ReadingError(f"{FOLDER}/reading.toml has no list {missing[0]!r} in [{table}]. Put it back.")
    return frozenset(" ".join(tables()[table][name] for name in names).split())


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of these words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

"""The word lists of `reading.toml` and `english.toml`, and how a lexicon of the reading room is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from kit.own_lexicons import own_lexicons, with_own
from kit.text.decoding import ReadingError
from kit.toml import load_toml

FOLDER = "kit/data/lexicons"


def load_lexicon(name: str) -> dict[str, Any]:
    """What a TOML file of the lexicons says, with what a teacher has added. Raises ReadingError if it is not TOML, and
    says where."""
    data = files("kit").joinpath("data", "lexicons", name).read_bytes()
    whole = load_toml(data, f"{FOLDER}/{name}", ReadingError)
    for where, own in own_lexicons(name):
        whole = with_own(whole, load_toml(own, where, ReadingError))
    return whole


_tables = cache(load_lexicon)


@cache
def word_lists(table: str, file: str = "reading.toml", size: int = 0) -> dict[str, tuple[str, ...]]:
    """The lists of a table by name, each with its words in order; with `size` each has to have so many.

    Raises ReadingError if the table is not there, or a list has more words or fewer.
    """
    if table not in _tables(file):
        raise ReadingError(f"{FOLDER}/{file} has no table [{table}]. Put it back.")
    lists = {name: tuple(words.split()) for name, words in _tables(file)[table].items() if isinstance(words, str)}
    wrong = next((name for name, words in lists.items() if size and len(words) != size), None)
    if wrong is not None:
        raise ReadingError(f'{FOLDER}/{file}, [{table}]: "{wrong}" has to have {size} words, with blanks between them.')
    return lists


@cache
def word_list(table: str, *names: str, file: str = "reading.toml") -> frozenset[str]:
    """The words of one list of a table, or of several. Raises ReadingError if one is not there."""
    lists = word_lists(table, file)
    missing = [name for name in names if name not in lists]
    if missing:
        raise ReadingError(f"{FOLDER}/{file} has no list {missing[0]!r} in [{table}]. Put it back.")
    return frozenset(word for name in names for word in lists[name])


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of these words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

"""Lexicons: TOML files that a teacher can read and add to. One table an entry; the entry brings its own examples.

    [[entry]]
    term = "praise"
    ...
    examples = ["Ortiz *praised* the crew."]
    not_examples = ["They won high praise."]

Words between asterisks are what the entry is to find. Loading checks what can be checked without a finder (unknown or
missing keys, terms given twice, one sentence where a list is wanted, examples without asterisks); the tests run every
example through the finder that uses the lexicon.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kit.errors import KitError
from kit.language.plain_toml import plain_toml
from kit.own_lexicons import own_lexicons
from kit.toml import Table

STARRED = re.compile(r"\*([^*]+)\*")


class LexiconError(KitError):
    """A lexicon entry that can't be used; the message names file, entry and remedy."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a lexicon: its term, its examples and the other keys as they stand in the file."""

    term: str
    data: Mapping[str, Any]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]

    def table(self, file: str) -> Table:
        """Its other keys, to be read one by one; a slip gets a sentence with the place and the remedy."""
        return Table(self.data, f'{file}, entry "{self.term}"', LexiconError)


@cache
def load(name: str, required: tuple[str, ...] = (), optional: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """The entries of `kit/data/lexicons/NAME.toml`, checked, and those that a teacher has added."""
    text = files("kit").joinpath("data", "lexicons", f"{name}.toml").read_text(encoding="utf-8")
    entries = {entry.term: entry for entry in parse(text, f"{name}.toml", required, optional)}
    for where, own in own_lexicons(f"{name}.toml"):
        entries |= {entry.term: entry for entry in parse(own.decode("utf-8-sig", "replace"), where, required, optional)}
    return tuple(entries.values())


def parse(text: str, file: str, required: Iterable[str] = (), optional: Iterable[str] = ()) -> tuple[Entry, ...]:
    """Read and check the text of a lexicon; `file` is its name for messages."""
    known = {"term", "examples", "not_examples", *required, *optional}
    entries: dict[str, Entry] = {}
    for number, table in enumerate(_tables(text, file), 1):
        term = str(table.get("term") or "")
        place = f'{file}, entry {number} ("{term}")' if term else f"{file}, entry {number}"
        _check(table, place, ("term", "examples", *required), known)
        if term in entries:
            raise LexiconError(f"{place}: this term stands in the file twice. Put both entries into one.")
        rest = {key: value for key, value in table.items() if key not in ("term", "examples", "not_examples")}
        entries[term] = Entry(term, rest, tuple(table["examples"]), tuple(table.get("not_examples", ())))
    return tuple(entries.values())


def _tables(text: str, file: str) -> list[dict[str, Any]]:
    """The tables of a lexicon, not yet checked."""
    try:
        whole = plain_toml(text) or tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file} is not valid TOML: {error}. Compare the entry with its neighbours.") from None
    tables = whole.pop("entry", [])
    if whole:
        raise LexiconError(f'{file}: "{next(iter(whole))}" stands outside of an entry. Entries begin with [[entry]].')
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise LexiconError(f"{file}: write [[entry]] in two pairs of square brackets above each entry.")
    return tables


def _check(table: Mapping[str, Any], place: str, required: Iterable[str], known: Iterable[str]) -> None:
    """Is everything in this entry that must be, and nothing that nobody reads, and each in the right form?"""
    for key in required:
        if not table.get(key):
            raise LexiconError(f'{place} has no "{key}". Add a line {key} = ...')
    for key, value in table.items():
        if key not in known:
            raise LexiconError(f'{place} has a key "{key}" that nobody reads. Known are: {", ".join(sorted(known))}.')
        if key == "term" and not isinstance(value, str):
            raise LexiconError(f'{place}: put the term into quotation marks: term = "{value}".')
        listed = isinstance(value, list) and all(isinstance(item, str) for item in value)
        if (key == "examples" or key.startswith("not_")) and not listed:
            raise LexiconError(f'{place}: "{key}" must be a list: {key} = ["...", "..."].')
    for example in table["examples"]:
        if not STARRED.search(example):
            raise LexiconError(f'{place}: no words are starred in the example "{example}". Write *...* around them.')


def unstar(example: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its asterisks, and where the starred words stand in it."""
    places = []
    plain = ""
    at = 0
    for match in STARRED.finditer(example):
        plain += example[at : match.start()]
        places.append((len(plain), len(plain) + len(match.group(1))))
        plain += match.group(1)
        at = match.end()
    return plain + example[at:], places

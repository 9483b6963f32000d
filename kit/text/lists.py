"""The word lists of `kit/data/lexicons/reading.toml`, and how a lexicon of the reading room is loaded."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from kit.text.decoding import ReadingError

FOLDER = "kit/data/lexicons"


def load(name: str) -> dict[str, Any]:
    """What a TOML file of the lexicons says. Raises ReadingError if it is not TOML, and says where."""
    data = files("kit").joinpath("data", "lexicons", name).read_bytes()
    try:
        return tomllib.loads(data.decode("utf-8").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise ReadingError(f"{FOLDER}/{name} is not UTF-8. Save it again in that encoding.") from error
    except tomllib.TOMLDecodeError as error:
        raise ReadingError(f"{FOLDER}/{name} is not TOML: {error}. Correct that line.") from error


@cache
def tables() -> dict[str, dict[str, Any]]:
    """All lists, as the file has them."""
    return load("reading.toml")


def words(table: str, *names: str) -> frozenset[str]:
    """The words of one list of a table, or of several."""
    missing = [name for name in names if not isinstance(tables().get(table, {}).get(name), str)]
    if missing:
        raise ReadingError(f"{FOLDER}/reading.toml has no list {missing[0]!r} in [{table}]. Put it back.")
    return frozenset(" ".join(tables()[table][name] for name in names).split())


def either(table: str, name: str) -> str:
    """A regular expression for any word of a list, the longest first."""
    return "|".join(map(re.escape, sorted(words(table, name), key=len, reverse=True)))

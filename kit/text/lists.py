"""The word lists of `kit/data/lexicons/reading.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def tables() -> dict[str, dict[str, Any]]:
    """All lists, as the file has them."""
    return tomllib.loads(files("kit").joinpath("data/lexicons/reading.toml").read_text(encoding="utf-8"))


def words(table: str, *names: str) -> frozenset[str]:
    """The words of one list of a table, or of several."""
    return frozenset(" ".join(tables()[table][name] for name in names).split())


def either(table: str, name: str) -> str:
    """A regular expression for any word of a list, the longest first."""
    return "|".join(map(re.escape, sorted(words(table, name), key=len, reverse=True)))

"""How much of a hand-in is read: enough for any honest one, too little to stop the marking of a class."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from kit.grading.errors import GradingError


@dataclass(frozen=True, slots=True)
class Limits:
    """What one hand-in may be. A file beyond them is flagged and earns nothing; the others are marked all the same.

    `bytes` is the size of a file (unpacked, if it lay in a zip), `files` how many files a zip or folder may hold,
    `inner` how many a zip inside another one may, with all that is in it, `folders` how deep they may lie, `zips` how
    many zips one inside the other, `nesting` how many brackets one inside the other, `answers` how many answers a file
    may hold, `marks` how many marks or links one answer, `words` how many characters one answer, and `seconds` how long
    one hand-in may take.
    """

    bytes: int = 5_000_000
    files: int = 100_000
    inner: int = 1_000
    folders: int = 12
    zips: int = 3
    nesting: int = 40
    answers: int = 500
    marks: int = 1_000
    words: int = 20_000
    seconds: float = 10.0


def limits_from(table: dict[str, Any], where: str) -> Limits:
    """The limits of a course.toml; what it leaves out stays as it is."""
    known = {field.name for field in fields(Limits)}
    for key, value in table.items():
        if key not in known:
            raise GradingError(f"{where}: there is no limit called {key}. There are: {', '.join(sorted(known))}.")
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise GradingError(f"{where}: the limit {key} has to be a number above 0, as in: {key} = {_default(key)}")
        if key != "seconds" and not isinstance(value, int):
            raise GradingError(f"{where}: the limit {key} has to be a whole number, as in: {key} = {_default(key)}")
    return Limits(**table)


def _default(key: str) -> object:
    return getattr(Limits(), key)

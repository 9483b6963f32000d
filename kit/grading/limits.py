"""How much of a hand-in is read, and for how long: enough for any honest one, too little to hold up a class.

Whoever goes through what was handed in, piece by piece, looks at the clock: `check_time()`. That works on every system
and in every thread, and never breaks in where something is half done. What lies between two looks, one cell or one
answer, is short, since the limits on size hold there; `benchmarks/grading.py --worst` measures how short.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from math import inf
from time import monotonic


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


class TooLongError(Exception):
    """Something took longer than it may."""


_end: ContextVar[float] = ContextVar("end", default=inf)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """What runs inside is broken off with TooLongError when it looks at the clock after so many seconds."""
    before = _end.set(monotonic() + seconds)
    try:
        yield
    finally:
        _end.reset(before)


def check_time() -> None:
    """Raises TooLongError if the time is over. Outside of `time_limit` it never is."""
    if monotonic() > _end.get():
        raise TooLongError

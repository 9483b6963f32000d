"""A limit on the time that one hand-in may take.

Whoever goes through what was handed in, piece by piece, looks at the clock: `look()`. That works on every system and in
every thread, and never breaks in where something is half done. What lies between two looks, one cell or one answer, is
short, since the limits on size hold there; `benchmarks/grading.py --worst` measures how short.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic


class TooLongError(Exception):
    """Something took longer than it may."""


_end: ContextVar[float] = ContextVar("end", default=inf)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """What runs inside is broken off with TooLongError when it looks at the clock after so many seconds."""
    before = _end.set(monotonic() + seconds)
    try:
        yield
    finally:
        _end.reset(before)


def look() -> None:
    """Raises TooLongError if the time is over. Outside of `at_most` it never is."""
    if monotonic() > _end.get():
        raise TooLongError

"""What stands in a gradebook: hand-ins, marked answers, points given by hand, and marks that changed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Marked:
    """An answer with its marks. `value` is JSON, None if there was nothing that could be read; `key` tells by which
    version of the question it was marked."""

    question: str
    value: str | None
    points: Fraction
    state: str
    message: str
    key: str


@dataclass(frozen=True, slots=True)
class HandIn:
    """A file that was handed in: its place, who handed it in, when, and what is odd about it.

    `login` is what the platform calls the pupil, in the names of its files; `delivery` tells which files came together;
    `again` is the platform's number of the try; `late` is the platform's word; `problem` is why it could not be read at
    all; `settings` tells with which limits it was read.
    """

    place: str
    sha256: str
    form: str
    pupil: str | None
    platform: str
    login: str
    delivery: str
    again: int
    time: str
    late: bool
    problem: str
    flags: tuple[str, ...]
    settings: str


@dataclass(frozen=True, slots=True)
class Override:
    """Points that a person gave by hand, with a comment for the pupil, and who gave them."""

    pupil: str
    question: str
    points: Fraction
    comment: str
    who: str
    time: str


@dataclass(frozen=True, slots=True)
class Move:
    """A mark that changed because the key or the marking did."""

    pupil: str
    place: str
    question: str
    before: Fraction
    after: Fraction
    why: str
    time: str

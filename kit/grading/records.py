"""What stands in a gradebook: pupils, hand-ins with marked answers, points given by hand, and points that changed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody who handed in, or should have.

    `key` tells pupils apart; `listed` is true for those of the roster; `accounts` are what platforms call the pupil, as
    the roster has it, such as "Canvas 9017"; `number` is the gradebook's own, from 1 on, and stays the same for as long
    as the gradebook lasts; `surname` is the part of the name that the roster calls so.
    """

    key: str
    name: str
    id: str = ""
    login: str = ""
    email: str = ""
    listed: bool = False
    accounts: tuple[str, ...] = ()
    number: int = 0
    surname: str = ""

    def shown_name(self, anonymous: bool) -> str:
        """The name under which a page shows the pupil."""
        return f"Pupil {self.number}" if anonymous else self.name


@dataclass(frozen=True, slots=True)
class HandedAnswer:
    """An answer, to which marking adds its marks. `value` is JSON, None if there was nothing that could be read, and
    then `message` says why; `version` tells by which version of the question it was marked."""

    question: str
    value: str | None
    points: Fraction = Fraction(0)
    state: str = ""
    message: str = ""
    version: str = ""

    @property
    def was_read(self) -> bool:
        """Is this an answer that could be read?"""
        return self.state not in ("unanswered", "unreadable", "unknown")


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file that was handed in: its place, who handed it in, when, what is odd about it, and the answers. Parsing
    makes it, and marking fills it in.

    `form` is hand-in, answers, notebook, report, or "" of what could not be read, and `problem` says why it could not;
    `other` is what is no answer by its kind, such as a picture. `platform`, `login` and `delivery` come from the place:
    what the platform calls the pupil, and which files came together; `again` is the platform's number of the try, and
    `late` its word; `settings` tells with which limits the file was read; `source` is the name of the folder or zip
    that was given to the kit; `name` and `unit` are the pupil and the unit as the file itself has them.

    `pupil` is the key of the pupil whose it is, and `counts` is false of a file that says it is somebody else's:
    whoever assigns owners (owners.py) fills them in. `texts` are those that an audit may be about.
    """

    place: str
    sha256: str
    form: str = ""
    pupil: str | None = None
    platform: str = ""
    login: str = ""
    delivery: str = ""
    again: int = 0
    time: str = ""
    late: bool = False
    problem: str = ""
    flags: tuple[str, ...] = ()
    settings: str = ""
    source: str = ""
    name: str = ""
    unit: str = ""
    counts: bool = True
    answers: tuple[HandedAnswer, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that only a person can settle: the sentence, the files that it is about (the first of `count`), and by
    which word an alias settles it ("" if none does). The real ones have the lowest `rank`."""

    rank: int
    said: str
    word: str
    places: tuple[str, ...]
    count: int


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
class PointsChange:
    """Points that changed because the key or the marking did."""

    pupil: str
    place: str
    question: str
    before: Fraction
    after: Fraction
    why: str
    time: str

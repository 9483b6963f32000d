"""What stands in a gradebook: pupils, hand-ins with marked answers, points given by hand, and points that changed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody who handed in, or should have.

    `key` tells pupils apart; `listed` is true for those of the roster; `number` is the gradebook's own, from 1 on, and
    stays the same for as long as the gradebook lasts.
    """

    key: str
    name: str
    id: str = ""
    login: str = ""
    email: str = ""
    listed: bool = False
    number: int = 0

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
    `pupil` is a pupil's key; `login` is what the platform calls the pupil, in the names of its files; `delivery` tells
    which files came together; `again` is the platform's number of the try; `late` is the platform's word; `settings`
    tells with which limits it was read. `texts` are those that an audit may be about, `name` and `unit` are the pupil
    and the unit as the file itself has them; these three are only there on the way into the gradebook.
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
    answers: tuple[HandedAnswer, ...] = ()
    texts: tuple[str, ...] = ()
    name: str = ""
    unit: str = ""


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

"""One person, body or group of an article, with what its mentions have told."""

from __future__ import annotations

from dataclasses import dataclass, field

from kit.finders.sources.anonymity import Grant
from kit.finders.sources.phrase import NounPhrase
from kit.finding import Level


@dataclass(slots=True)
class Entity:
    """One person, body or group, with all that its mentions have told so far."""

    number: int
    kind: str
    level: Level
    name: tuple[str, ...]
    label: str
    who: str
    plural: bool
    words: set[str] = field(default_factory=set)
    last: int = 0
    acted: int = 0  # when it was last a source or the subject of a verb
    spoke: int = 0  # when it was last a source
    mentions: int = 0
    named_as: Entity | None = None  # the named person that this one turns out to be
    headline: bool = False  # first met in the headline, where "Judge" may be a judge of the text
    shared: bool = False  # "officials" here and there: perhaps not the same ones
    group: Entity | None = None  # "one source" of the "three sources" before
    grant: Grant | None = None  # the statement that it did not want to be named
    is_source: bool = False  # something has been attributed to it


@dataclass(slots=True)
class Resolved:
    """The entity of a mention, its level there, and whether it is a guess."""

    entity: Entity
    level: Level
    guess: bool


def says_who(phrase: NounPhrase, before: Entity) -> bool:
    """Does a phrase behind a comma tell who stands before it? "Reyes, a nurse"; "Kestrel, a company that runs trains".

    "The union, the company" may be two of a list.
    """
    if before.kind == "person":
        return phrase.kind in ("role", "people")
    return before.kind == phrase.kind == "body" and bool(before.name) and not (phrase.name or phrase.definite)


def same_person(entity: Entity, name: tuple[str, ...], who: str) -> bool:
    """Can this name be the entity's? "Tim Hale" is "Timothy Hale", "Ms Ortiz" is not Tom Ortiz."""
    if who and entity.who and who != entity.who:
        return False
    if len(name) == 1 or len(entity.name) == 1:
        return True
    first, other = name[0].lower().rstrip("."), entity.name[0].lower().rstrip(".")
    short = len(first) == 1 or len(other) == 1 or first[:3] == other[:3]  # J. Ortiz, Tim and Timothy
    return first == other or (first[0] == other[0] and short)


def initials(key: str) -> str:
    """ "national association springs": nas"""
    return "".join(word[0] for word in key.split())

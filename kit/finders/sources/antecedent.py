"""Whom a pronoun goes back to."""

from __future__ import annotations

from kit.finders.sources.entity import Entity

HEAD_START = 8  # so many mentions further back may be whoever has spoken, is known as a man or woman, or has a name
PEOPLE = ("person", "role", "people")


def only_doer(near: list[Entity], who: str, before: int, now: int) -> Entity | None:
    """The one without a name whom "she" can only mean: nobody else did anything in the sentence before, and nobody yet
    in this one. `before` and `now` are the clock when the two sentences began."""
    doers = {e.number: e for e in near if e.acted > before and e.kind in PEOPLE and not e.plural}
    one = doers.popitem()[1] if len(doers) == 1 and who in ("man", "woman") else None
    return one if one and one.acted <= now and one.kind == "role" and one.who in ("", who) else None


def antecedent(near: list[Entity], who: str, is_source: bool) -> Entity | None:
    """Whom a pronoun goes back to: of those mentioned `near` before it that it fits, the one who last spoke or did
    something. `who` is the sort of the pronoun; `is_source` tells that it is heard."""
    if who in ("man", "woman"):
        fits = [e for e in near if (e.kind == "person" or (e.acted and e.kind in PEOPLE)) and e.who in ("", who)]
        fits = [e for e in fits if not (e.plural or (e.headline and e.mentions == 1 and len(e.name) == 1))]
    elif who == "they":
        fits = [e for e in near if e.plural] or [e for e in near if e.kind == "body"]
        spoke = [e for e in near if e.kind in PEOPLE[1:] and not e.plural and not e.who and e.spoke]
        fits = fits or spoke  # "the spokesperson said ... they added"
    elif who == "it":
        bodies = [e for e in near if e.kind in ("body", "document")]
        named = [e for e in bodies[-12:] if e.level == "named_organisation"]
        fits = [e for e in named if is_source and e.is_source] or named or bodies
        return max(fits, key=lambda e: e.last) if fits else None
    elif who == "which":
        return near[-1] if near and near[-1].kind in ("body", "document") else None
    else:
        return near[-1] if near else None

    def rank(entity: Entity) -> tuple[int, int]:
        spoke = entity.spoke + HEAD_START if is_source and entity.spoke else 0
        known = HEAD_START * ((entity.who == who) + (entity.kind == "person"))
        return max(entity.acted, spoke) + known, entity.last

    latest = max(fits, key=lambda e: e.acted, default=None)
    if latest and latest.acted == latest.spoke > 0:
        return latest  # nobody else has done anything since
    return max(fits, key=rank) if fits else None

"""The word lists of `source_nouns.toml`, `names.toml` and `taken_up.toml`, ready for looking up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kit.language import load, noun_forms


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun stands for: kind is role, people, body, document or other. `unique`: one person holds such an office;
    `relation`: a part in somebody's life or in an event, not a post ("neighbour", "witness")."""

    word: str
    kind: str
    unique: bool
    plural: bool
    relation: bool = False


@dataclass(frozen=True, slots=True)
class SourceLists:
    """Nouns by form, and names by what they are."""

    nouns: dict[str, Noun]
    bodies: frozenset[str]
    companies: frozenset[str]  # last words of their names
    nationalities: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    first_names: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]  # the titles that name an office: not "Mr", not "Mrs"
    madam: frozenset[str]
    mister: frozenset[str]
    common_posts: frozenset[str]
    broad: frozenset[str]  # roles that fit too many to find one: "an official", "a friend"
    sides: frozenset[str]  # "critics of the mayor" fits as many as "critics"
    employers: frozenset[str]  # "a council clerk" is of a certain body, "party leaders" are anybody's
    also: dict[str, frozenset[str]]  # "the company": what it may go back to


@cache
def source_lists() -> SourceLists:
    """The lists, read once."""
    nouns: dict[str, Noun] = {}
    marked: dict[str, set[str]] = {"common": set(), "broad": set(), "side": set(), "employer": set()}
    for entry in load("source_nouns", ("kind", "words"), ("unique", "relation")):
        if entry.data["kind"] in marked:
            marked[entry.data["kind"]].update(entry.data["words"])
            continue
        for word in entry.data["words"]:
            head = word.split()[-1]
            kind, unique = entry.data["kind"], bool(entry.data.get("unique"))
            relation = bool(entry.data.get("relation"))
            one, more = noun_forms(head)
            nouns.setdefault(one, Noun(one, kind, unique, one in PLURAL_ONLY, relation))
            nouns.setdefault(more, Noun(one, kind, False, True, relation))
    lists: dict[str, set[str]] = {}
    for entry in load("names", ("kind", "words")):
        lists.setdefault(entry.data["kind"], set()).update(entry.data["words"])
    kinds = ("body", "company", "nationality", "woman", "man")
    bodies, companies, nationalities, women, men = (frozenset(lists[kind]) for kind in kinds)
    titles, madam, mister = (frozenset(lists[kind]) for kind in ("title", "madam", "mister"))
    return SourceLists(
        nouns,
        bodies | companies,
        companies,
        nationalities,
        women,
        men,
        women | men,
        titles | madam | mister,
        titles - madam - mister,
        madam,
        mister,
        frozenset(marked["common"]),
        frozenset(marked["broad"]),
        frozenset(marked["side"]),
        frozenset(marked["employer"]),
        {entry.term: frozenset(entry.data["words"]) for entry in load("taken_up", ("words",))},
    )


PLURAL_ONLY = {
    "audience", "children", "community", "couple", "crowd", "data", "dozens", "electorate", "elite",
    "establishment", "families", "few", "figures", "gunmen", "hundreds", "leadership", "many", "media", "men",
    "millions", "most", "others", "people", "police", "public", "several", "some", "statistics", "thousands", "troops",
    "women",
}  # fmt: skip

"""Names that may be one name: a letter apart, or a short form ("Bill" for "William")."""

from __future__ import annotations

from functools import cache

from kit.language import load

ENDINGS = ("s", "n", "an", "ian", "ese", "ish", "er", "ers", "ns", "es")  # of one name: Lorn, Lorner, Lorners
SHORTEST = 4  # letters: shorter names that differ by one are two names


def alike(name: str) -> set[str]:
    """Keys of a name in small letters: names that differ by one letter share one.

    A name and each way to leave out one letter of it; so the names of a text are compared through an index.
    """
    if len(name) < SHORTEST:
        return {name}
    return {name} | {name[:at] + name[at + 1 :] for at in range(len(name))}


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in load("short_names", ("words",)):
        for word in entry.data["words"]:
            found.setdefault(word, set()).add(entry.term)
    return {short: frozenset(names) for short, names in found.items()}


def short_forms(name: str) -> frozenset[str]:
    """A first name in small letters and the full names that it may stand for."""
    return _short_forms().get(name, frozenset()) | {name}


def is_short(name: str) -> bool:
    """Is this name, in small letters, a short form of another?"""
    return name in _short_forms()


def slip(one: str, other: str) -> bool:
    """Can one of two names, which share a key of `alike`, be a slip for the other?"""
    return letter_apart(one.lower(), other.lower()) and not bent(one, other)


def letter_apart(one: str, other: str) -> bool:
    """One letter more, less or other, or two that have changed places."""
    if len(one) != len(other):
        return True  # they share a key of `alike`
    places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(places) == 2 and sorted(one[at] for at in places) == sorted(other[at] for at in places)
    return len(places) == 1 or swapped


def bent(one: str, other: str) -> bool:
    """Is one of two names only the other with an ending?"""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return long in {stem + end for stem in (short, short.rstrip("aeiouy")) for end in ENDINGS}

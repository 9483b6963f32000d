"""Names that may be one name: a letter apart, or a short form of a first name ("Bill" for "William")."""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from kit.language import load

MIN_LETTERS = 4  # shorter names that differ by one letter are two names
# What makes another word of a name: Clintons, Romanian, Lorner. A vowel at its end may go before them.
ENDINGS = ("s", "es", "n", "ns", "an", "ian", "ese", "ish", "er", "ers")


def keys_of(name: str) -> set[str]:
    """A name in small letters and each way to leave out one of its letters: names one letter apart share a key.

    So the names of a text are compared through an index and not each with each.

    >>> sorted(keys_of("olin") & keys_of("olyn"))
    ['oln']
    """
    if len(name) < MIN_LETTERS:
        return {name}
    return {name} | {name[:at] + name[at + 1 :] for at in range(len(name))}


def slip(one: str, other: str) -> bool:
    """Can one of two names be a slip for the other: a letter more, less or other, or two that changed places?

    Names that are one but for an accent or an ending of grammar are none.

    >>> slip("Brandt", "Brandl"), slip("Lorn", "Lorner"), slip("Supre", "Supré")
    (True, False, False)
    """
    one, other = one.lower(), other.lower()
    if plain(one) == plain(other) or bent(one, other):
        return False
    short, long = sorted((one, other), key=len)
    if len(short) != len(long):
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(places) == 2 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
    return len(places) == 1 or swapped


def plain(name: str) -> str:
    """A name without its accents."""
    return normalize("NFKD", name).encode("ascii", "ignore").decode()


def bent(one: str, other: str) -> bool:
    """Is one of two names in small letters only the other with an ending?"""
    short, long = sorted((one, other), key=len)
    return long in {stem + ending for stem in (short, short.rstrip("aeiouy")) for ending in ENDINGS}


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in load("short_names", ("words",)):
        for word in entry.data["words"]:
            found.setdefault(word, set()).add(entry.term)
    return {short: frozenset(names) for short, names in found.items()}


def full_names(first_name: str) -> frozenset[str]:
    """A first name in small letters, with the full names that it may stand for."""
    return _short_forms().get(first_name, frozenset()) | {first_name}


def is_short(first_name: str) -> bool:
    """Is this name, in small letters, a short form of another?"""
    return first_name in _short_forms()

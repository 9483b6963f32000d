"""Words that are alike and words that are opposites, from `alike.toml` and `antonyms.toml`, by the stem of a word."""

from __future__ import annotations

from functools import cache, lru_cache

from kit.language import Entry, load
from kit.language.grammar import CLASS_OF_WORD, NEGATIONS
from kit.language.morphology import MAX_WORDS_REMEMBERED, stem

SMALL = NEGATIONS | CLASS_OF_WORD.keys()  # words that tell nothing of what a sentence is about
PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-")  # legal, illegal
# Which entry, which side of it, which pair (-1: every word of the one is against every other).
Side = tuple[int, int, int]


def alike_entries() -> tuple[Entry, ...]:
    """The tables of `alike.toml`, checked."""
    return load("alike", ("kind", "words"), ("general",))


def antonym_entries() -> tuple[Entry, ...]:
    """The tables of `antonyms.toml`, checked."""
    return load("antonyms", ("one", "other"), ("paired",))


@cache
def _groups() -> dict[str, str]:
    """The name of the list each stem stands in, for lists of words that say the same."""
    found: dict[str, str] = {}
    for entry in alike_entries():
        if entry.data["kind"] in ("people", "thing", "word"):
            for word in entry.data["words"]:
                found.setdefault(stem(word), f"={entry.term}")
    return found


@cache
def general_people() -> frozenset[str]:
    """Nouns in the singular that fit everybody: "person"."""
    return frozenset(w for e in alike_entries() if e.data.get("general") for w in e.data["words"])


@cache
def counted_as() -> dict[str, str]:
    """Nouns in the singular for people and things that are counted, with the name of their list."""
    kinds = ("people", "thing")
    return {
        word: entry.term for entry in alike_entries() if entry.data["kind"] in kinds for word in entry.data["words"]
    }


@cache
def people() -> frozenset[str]:
    """Nouns in the singular for people."""
    return frozenset(w for e in alike_entries() if e.data["kind"] == "people" for w in e.data["words"])


@cache
def events() -> dict[str, str]:
    """Stems of words for what happened, with the name of their list; "give way" and its like as they stand."""
    return {
        (word if " " in word else stem(word)): entry.term
        for entry in alike_entries()
        if entry.data["kind"] == "event"
        for word in entry.data["words"]
    }


@lru_cache(maxsize=MAX_WORDS_REMEMBERED)
def content(word: str) -> str:
    """What a word in small letters is compared by: "" for the small words of grammar and for marks, the name of a list
    of words that say the same, or its stem."""
    if not word[0].isalnum() or word in SMALL:
        return ""
    key = stem(word)
    return _groups().get(key, key)


@cache
def _sides() -> dict[str, list[Side]]:
    found: dict[str, list[Side]] = {}
    for number, entry in enumerate(antonym_entries()):
        for side, words in enumerate((entry.data["one"], entry.data["other"])):
            for place, word in enumerate(words):
                found.setdefault(stem(word), []).append((number, side, place if entry.data.get("paired") else -1))
    return found


@lru_cache(maxsize=MAX_WORDS_REMEMBERED)
def opposite(one: str, other: str) -> bool:
    """Are these two words, in small letters, opposites?"""
    a, b = stem(one), stem(other)
    if a == b:
        return False
    sides = _sides()
    if any(x[0] == y[0] and x[1] != y[1] and x[2] == y[2] for x in sides.get(a, ()) for y in sides.get(b, ())):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in PREFIXES)

"""One form for all forms of a word, so that "pupils" meets "pupil" and "opposed" meets "oppose"."""

from __future__ import annotations

from functools import lru_cache

from kit.language.forms import IRREGULAR, PLURALS

SINGULAR = {more: one for one, more in PLURALS.items()} | {"people": "person"}
BASES = {form: base for base, forms in IRREGULAR.items() for form in forms} | {"'s": "'s"}
S_WORDS = ("ss", "us", "is", "ics", "ous", "news", "series", "species", "means")
VOWELS = "aeiouy"
REMEMBERED = 50_000


@lru_cache(maxsize=REMEMBERED)
def singular(noun: str) -> str:
    """A noun in the singular, in small letters: one form for both, right for nearly all nouns of news.

    >>> [singular(noun) for noun in ("pupils", "companies", "buses", "gunmen", "houses", "glass")]
    ['pupil', 'company', 'bus', 'gunman', 'house', 'glass']
    """
    if noun in SINGULAR:
        return SINGULAR[noun]
    if "-" in noun:
        before, dash, last = noun.rpartition("-")
        return before + dash + singular(last)
    if noun.endswith("men") and len(noun) > 4 and noun not in ("specimen", "regimen", "acumen", "abdomen"):
        return noun[:-3] + "man"
    if not noun.endswith("s") or noun.endswith(S_WORDS) or len(noun) < 4:
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes", "buses", "viruses", "oes")):
        return noun[:-2]
    return noun[:-1]


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """What the forms of one word share. No dictionary form, only a key to compare by.

    >>> [stem(word) for word in ("opposes", "opposed", "opposing", "policies", "won", "planned", "plans")]
    ['oppos', 'oppos', 'oppos', 'polici', 'win', 'plan', 'plan']
    """
    word = BASES.get(word) or SINGULAR.get(word) or word
    if len(word) < 4:
        return word
    for end in ("ies", "ied", "ying"):
        if word.endswith(end) and len(word) > len(end) + 2:
            return word[: -len(end)] + "i"
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "i"
    for end in ("ing", "ed", "es", "s", "e"):
        rest = word[: -len(end)]
        if not word.endswith(end) or len(rest) < 3 or (end == "s" and word.endswith(S_WORDS)):
            continue
        if not any(letter in VOWELS for letter in rest):
            continue
        if end in ("ing", "ed") and rest[-1] == rest[-2] and rest[-1] not in "lsz":
            rest = rest[:-1]
        return rest
    return word

"""All ways to write a term: its inflections, with a hyphen, a blank or nothing, in British and American spelling."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kit.language.grammar import POSSESSIVES
from kit.language.matcher import GAP
from kit.language.morphology import noun_forms, spellings, verb_forms

PARTS_OF_SPEECH = ("verb", "noun", "adjective", "phrase")
# After one of these a noun only tells more: "person of colour", "boots on the ground".
TELLING_MORE = frozenset("of in on for with without from to at by under".split())


def ways_to_write(term: str, pos: str, gap: bool = False) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words of a term, in small letters and without hyphens, with the letter of their form.

    The letters of a verb are those of `verb_forms`; a noun has 1 (one) or 2 (more); others have none. With `gap`, words
    may stand behind the verb ("let 40 people go"); "one's" stands for any owner.

    >>> sorted(way for way, form in ways_to_write("pre-owned car", "noun") if form == "2")
    [('pre', 'owned', 'cars'), ('preowned', 'cars')]
    """
    words = [part for word in term.lower().replace("’", "'").split() for part in _tokens(word)]
    head = head_of(words, pos)
    rows: list[list[tuple[tuple[str, ...], str]]] = []
    for number, word in enumerate(words):
        if number == head and pos == "verb":
            row = [
                (w, letters)
                for form, letters in verb_forms(word).items()
                for variant in spellings(form)
                for w in written(variant)
            ]
            row = [((*parts, GAP), letters) for parts, letters in row] if gap else row
        elif number == head and pos == "noun":
            row = [(w, letter) for form, letter in _numbers(word) for v in spellings(form) for w in written(v)]
        elif word in ("one's", "someone's"):
            row = [((owner,), "") for owner in sorted(POSSESSIVES)]  # "one's" stands for any owner
        else:
            row = [(w, "") for variant in spellings(word) for w in written(variant)]
        rows.append(row)
    if len(rows) == 1:
        yield from rows[0]
        return
    for choice in product(*rows):
        yield tuple(part for parts, _ in choice for part in parts), "".join(letters for _, letters in choice)


def head_of(words: list[str], pos: str) -> int:
    """The number of the word that is bent: the first of a verb but for adverbs ("ethnically cleanse"), of a noun the
    last before a preposition."""
    if pos == "verb":
        return next((i for i, word in enumerate(words) if not word.endswith("ly")), 0)
    if pos != "noun":
        return -1
    return next((i - 1 for i, word in enumerate(words) if i and word in TELLING_MORE), len(words) - 1)


def is_plural(noun: str) -> bool:
    """Does this look like the plural of a noun already? A guess by its end."""
    return (noun.endswith("s") and not noun.endswith(("ss", "us", "is"))) or noun in (
        "people",
        "men",
        "women",
        "children",
    )


def split(word: str) -> tuple[str, ...]:
    """A word as the matcher sees it, without hyphens."""
    return tuple(filter(None, word.split("-")))


def written(word: str) -> tuple[tuple[str, ...], ...]:
    """A word with a hyphen is also found with a blank or nothing in its place."""
    return (split(word), (word.replace("-", ""),)) if "-" in word else ((word,),)


def _tokens(word: str) -> tuple[str, ...]:
    """As `kit.text` cuts a text into words: the 's of possession stands apart, "one's" is a sign of its own."""
    if word.endswith("'s") and word not in ("one's", "someone's"):
        return (word[:-2], "'s")
    return (word,)


def _numbers(noun: str) -> list[tuple[str, str]]:
    one, more = noun_forms(noun)
    return [(noun, "2")] if is_plural(noun) else [(one, "1"), (more, "2")]

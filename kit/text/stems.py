"""The stem of an English word: what "inspect", "inspected", "inspection" and "inspector" have in common."""

from __future__ import annotations

from functools import lru_cache

from kit.text.packages import single_module

MEMORY = 50_000  # words whose stem is remembered
SHORTEST_DOER = 5  # letters that have to be left when the ending of a doer goes: "inspector", but not "river"


@lru_cache(MEMORY)
def stem(word: str) -> str:
    """The stem of a word in small letters: Snowball's English stemmer, and then off with the ending of a doer.

    It is no word that a reader should see, only a key by which words can be compared.

    >>> stem("inspection"), stem("inspectors"), stem("inspected")
    ('inspect', 'inspect', 'inspect')
    """
    # A stemmer of its own for each word, since it keeps the word in itself while it works: threads must not share one.
    stemmed = str(single_module("snowballstemmer", "english_stemmer").EnglishStemmer().stemWord(word))
    for ending in ("or", "er"):
        if stemmed.endswith(ending) and len(stemmed) - 2 >= SHORTEST_DOER:
            return stemmed[:-2]
    return stemmed

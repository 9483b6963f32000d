"""The stem of an English word: what "inspect", "inspected", "inspection" and "inspector" have in common."""

from __future__ import annotations

from functools import cache, lru_cache

from nltk.stem.porter import PorterStemmer

MEMORY = 50_000
SHORTEST = 5  # letters that have to be left of a doer or a deed


@cache
def _stemmer() -> PorterStemmer:
    return PorterStemmer()


@lru_cache(MEMORY)
def stem(word: str) -> str:
    """The stem of a word in small letters: NLTK's Porter stemmer, and then off with the ending of a doer.

    It is no word that a reader should see, only a key by which words can be compared.

    >>> stem("inspection"), stem("inspectors"), stem("inspected")
    ('inspect', 'inspect', 'inspect')
    """
    stemmed = _stemmer().stem(word)
    for ending in ("or", "er"):
        if stemmed.endswith(ending) and len(stemmed) - 2 >= SHORTEST:
            return stemmed[:-2]
    return stemmed

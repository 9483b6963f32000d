"""Rows of words that come twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence


def by_run(sequences: Iterable[Sequence[str]], length: int) -> dict[tuple[str, ...], list[int]]:
    """Every row of so many words, with the numbers of the sequences that hold it, in order and each once.

    >>> by_run([["we", "will", "win"], ["and", "we", "will"]], 2)[("we", "will")]
    [0, 1]
    """
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(sequences):
        for at in range(len(words) - length + 1):
            places = found[tuple(words[at : at + length])]
            if not places or places[-1] != number:
                places.append(number)
    return found

"""Weights that `benchmarks/train_coined.py` has learned from passages with coined words and from ordinary news."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

FILE = files("kit").joinpath("data", "coined_weights.json")
RAREST = 4  # of words that are in none of the lists of common ones

Seen = dict[str, float]
Kinds = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CoinedWeights:
    """What each thing seen speaks for, and from what probability on words are shown. Beside it what is known of
    English: how rare each common word is, which words follow on each other, and what kind of thing each word names."""

    threshold: float
    intercept: float
    of: Mapping[str, float]
    rareness: Mapping[str, int]
    pairs: Mapping[str, frozenset[str]]
    nouns: Kinds
    adjectives: Kinds
    verbs: Kinds

    def probability(self, seen: Seen) -> float:
        """How likely it is, 0 to 1, that the words are soft ones."""
        return 1 / (1 + exp(-self.intercept - sum(self.of.get(name, 0.0) * value for name, value in seen.items())))


@cache
def coined_weights() -> CoinedWeights:
    """The weights, read once."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    return CoinedWeights(
        data["threshold"],
        data["intercept"],
        data["weights"],
        {word: rare for rare, words in enumerate(data["common_words"]) for word in words.split()},
        {second: frozenset(first.split()) for second, first in data["familiar_pairs"].items()},
        *({w: kind for kind, ws in data[pos].items() for w in ws.split()} for pos in ("nouns", "adjectives", "verbs")),
    )

"""Weights that `benchmarks/train_attribution.py` has learned from marked news: what is seen, and what it speaks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

FILE = files("kit").joinpath("data", "attribution_weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature, by its name, and what is added where nothing is seen."""

    intercept: float
    of: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """How likely it is, 0 to 1, by the weights of what is seen (logistic regression)."""
        return 1 / (1 + exp(-self.intercept - sum(filter(None, map(self.of.get, features)))))


@dataclass(frozen=True, slots=True)
class AttributionWeights:
    """`confidence` speaks for an attribution, `end` for an end of content; from `threshold` on, one is shown."""

    threshold: float
    confidence: Weights
    end: Weights


@cache
def attribution_weights() -> AttributionWeights:
    """The weights, read once."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    confidence, end = (Weights(data[name]["intercept"], data[name]["weights"]) for name in ("confidence", "end"))
    return AttributionWeights(data["threshold"], confidence, end)

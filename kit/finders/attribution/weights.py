"""Weights that `benchmarks/train_attribution.py` has learned from marked news: what is seen, and what it speaks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = files("kit").joinpath("data", "attribution_weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature, by its name, and what is added where nothing is seen."""

    intercept: float
    of: Mapping[str, float]

    def score(self, features: Iterable[str]) -> float:
        """The sum of the weights: above 0, more speaks for it than against."""
        of = self.of
        return self.intercept + sum(of[name] for name in features if name in of)


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

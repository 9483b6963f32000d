"""How often such an attribution was right in real news: the weights of what is seen of it, added up."""

from __future__ import annotations

from kit.finders.attribution.features import features_of
from kit.finders.attribution.proposal import Proposal
from kit.finders.attribution.weights import attribution_weights


def judged(candidates: list[Proposal], beside: list[Proposal]) -> list[Proposal]:
    """The same candidates, each with its features and its confidence. `beside` are all candidates of the line."""
    weights = attribution_weights().confidence
    for candidate in candidates:
        candidate.features = list(features_of(candidate, beside))
        candidate.confidence = round(weights.probability(candidate.features), 2)
    return candidates


def is_shown(candidate: Proposal) -> bool:
    """Is it shown unless somebody asks for more, or for less?"""
    return candidate.confidence >= attribution_weights().threshold

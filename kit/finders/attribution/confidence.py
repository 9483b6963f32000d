"""How often such an attribution was right in real news: the weights of what is seen of it, added up."""

from __future__ import annotations

from bisect import bisect_left

from kit.finders.attribution.features import features_of
from kit.finders.attribution.proposal import Proposal
from kit.finders.attribution.weights import attribution_weights

MAX_BESIDE = 12  # other candidates on each side that are looked at: lines of real news have six in all


def judged(candidates: list[Proposal], beside: list[Proposal]) -> list[Proposal]:
    """The same candidates, each with its features and its confidence. `beside` are all candidates of the line."""
    if not candidates:
        return candidates
    weights = attribution_weights().confidence
    in_order = sorted(beside, key=_place)
    places = list(map(_place, in_order))
    for candidate in candidates:
        at = bisect_left(places, _place(candidate))
        near = in_order[max(0, at - MAX_BESIDE) : at + MAX_BESIDE]
        candidate.features = list(features_of(candidate, near))
        candidate.confidence = round(weights.probability(candidate.features), 2)
    return candidates


def _place(candidate: Proposal) -> int:
    return candidate.cue[0].start


def is_shown(candidate: Proposal) -> bool:
    """Is it shown unless somebody asks for more, or for less?"""
    return candidate.confidence >= attribution_weights().threshold

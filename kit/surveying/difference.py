"""Two groups of texts side by side: is the difference more than chance would make?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot
from statistics import NormalDist
from typing import Literal

from kit.surveying.figures import Told

MIN_COMPARED = 10  # texts of each group, below which nothing is said
LEVEL = 0.05
Verdict = Literal["more", "perhaps", "chance", "too few"]
VERDICTS: dict[Verdict, str] = {
    "more": "more than chance would make",
    "perhaps": "perhaps: on its own it would count, but not among so many comparisons",
    "chance": "could be chance",
    "too few": "too few stories to say",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of two groups, the first minus the second with its 95 % interval, and what that says."""

    first: Told
    second: Told
    value: float | None
    low: float | None
    high: float | None
    verdict: Verdict

    @property
    def chance(self) -> float:
        """How often chance alone would make so large a difference, about: from 0 to 1."""
        if self.value is None or self.low is None or self.high is None:
            return 1.0
        towards_zero = self.value - self.low if self.value > 0 else self.high - self.value
        if not towards_zero:
            return float(self.value == 0)
        normal = NormalDist()
        return 2 * normal.cdf(normal.inv_cdf(LEVEL / 2) * abs(self.value) / towards_zero)


def differences(first: Sequence[Told], second: Sequence[Told]) -> list[Difference]:
    """The same figures of two groups that share no text, and which of them differ by more than chance would make.

    Who compares ten figures finds a difference in one of them easily; so the smallest has to hold against all ten, the
    next against nine, and so on (Holm, 1979).
    """
    found = [difference(one, other) for one, other in zip(first, second, strict=True)]
    ordered = sorted((each for each in found if each.low is not None), key=lambda each: each.chance)
    holds = True
    verdicts: dict[str, Verdict] = {}
    for left, each in zip(range(len(ordered), 0, -1), ordered, strict=True):
        holds = holds and each.chance * left < LEVEL
        verdicts[each.first.figure.key] = "more" if holds else "perhaps" if each.chance < LEVEL else "chance"
    return [replace(each, verdict=verdicts.get(each.first.figure.key, "too few")) for each in found]


def difference(first: Told, second: Told) -> Difference:
    """One figure of two groups; the interval of the difference comes from both of theirs (Zou and Donner, 2008)."""
    a, b = first.counted, second.counted
    if a.value is None or b.value is None:
        return Difference(first, second, None, None, None, "too few")
    value = a.value - b.value
    few = min(first.texts, second.texts) < MIN_COMPARED
    if few or a.low is None or b.low is None or a.high is None or b.high is None:
        return Difference(first, second, value, None, None, "too few")
    low, high = value - hypot(a.value - a.low, b.high - b.value), value + hypot(a.high - a.value, b.value - b.low)
    return Difference(first, second, value, low, high, "chance")

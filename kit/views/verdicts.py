"""How verdicts on two passages are worded and drawn, and what the types of difference are called.

Each verdict has a line of its own, so it is told apart without colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kit.finding import Differ, Verdict


@dataclass(frozen=True, slots=True)
class Look:
    """A verdict: what it is called and what it means, how thick its line is drawn and in what pattern."""

    name: str
    meaning: str
    width: float
    dashes: Any


VERDICTS: dict[Verdict, Look] = {
    "conflict": Look("conflict", "both can hardly stand as they are", 1.8, "solid"),
    "tension": Look("tension", "they pull apart, and both may be meant", 1.3, (0, (5, 2.5))),
    "unsupported": Look("unsupported", "nothing else in the text bears it out", 1.3, (0, (1, 1.6))),
    "none": Look("no conflict", "it only looks like one", 0.8, (0, (6, 2, 1, 2))),
}
TYPES: dict[Differ, str] = {
    "number": "number",
    "date": "date or time",
    "negation": "yes and no",
    "antonym": "opposite",
    "name": "name",
    "role": "title, age or part",
    "place": "place",
    "who_said": "who said it",
    "headline": "headline and report",
    "cause": "cause",
    "sources_disagree": "sources disagree",
    "unattributed": "with and without a source",
}
REPORTER = "the reporter"
NO_PAIRS = (
    "The helper found no two passages in this text that do not go together. Most sound texts have none, and it misses "
    "some: show_facts(text) lays more of them side by side."
)

"""The ladder from a named person down to a hidden source: what each rung is called and how it looks everywhere.

A rung is told apart in three ways, so that it is legible on a screen, in grey print and for colour-blind readers: by
its name, by its shade (dark where the reader is told much, white where nothing is told) and by its pattern.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.finding import Level, What
from kit.views.palette import DARK_GREY, LIGHT_GREY, MIST, NAVY, SKY, STEEL, WHITE, Fill


@dataclass(frozen=True, slots=True)
class Rung:
    """One level. `steps` are four small boxes, one filled for each step up; `fill` is how a picture shows it."""

    name: str
    meaning: str
    steps: str
    fill: Fill


# From the top down. "other" stands beside the ladder.
RUNGS: dict[Level, Rung] = {
    "named_person": Rung("named person", "a person whose name the text gives", "■■■■", Fill(NAVY, NAVY)),
    "named_organisation": Rung(
        "named organisation", "a body or a document that the text names", "■■■□", Fill(STEEL, WHITE, "||")
    ),
    "described": Rung(
        "described",
        "without a name, but with a post and a body, or another fact to check",
        "■■□□",
        Fill(SKY, NAVY, "///"),
    ),
    "vague": Rung("vague", "a group or a kind of person, nothing to check", "■□□□", Fill(MIST, NAVY, "...")),
    "hidden": Rung("hidden", "somebody has said it, and the text does not tell who", "□□□□", Fill(WHITE, NAVY, "--")),
    "other": Rung(
        "not on the ladder", "nobody in particular, or the author", "····", Fill(LIGHT_GREY, DARK_GREY, "xx")
    ),
}
ORDER: dict[Level, int] = {level: number for number, level in enumerate(RUNGS)}

# The five things that a reader may be told of a source, and the head of each in a table.
DISCLOSURE_NAMES: dict[What, str] = {
    "affiliation": "Belongs to",
    "post": "Post",
    "basis": "How they know",
    "reason": "Why no name",
    "corroboration": "Second source",
}

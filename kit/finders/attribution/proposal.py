"""What the rules hand on: an attribution before it is judged and explained."""

from __future__ import annotations

from dataclasses import dataclass, field

from kit.finders.attribution.lines import Line
from kit.text import Span


@dataclass(slots=True)
class Proposal:
    """Source, cue and content as spans, the rule that found them, and how strong the cue is in this pattern.

    `unit` is the cue's unit in `line`; `doubts` counts what speaks against it (no subject, a relative clause, ...);
    `governed` tells that the cue hangs on another verb ("refused to say").
    """

    line: Line
    unit: int
    rule: str
    strength: str
    term: str
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    doubts: int = 0
    governed: bool = False
    features: list[str] = field(default_factory=list)
    confidence: float = 0.0

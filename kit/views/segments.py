"""Cut a text at every place where a mark begins or ends, so that marks may overlap and stand in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from kit.finding import Finding
from kit.text import Span
from kit.views.marks import MARKS, parts_of

DEEPEST = 3  # marks of one kind over the same words: of more than that only the innermost are shown


class Piece(NamedTuple):
    """A mark over a segment: of which finding (its number, from 1), and does it begin or end here."""

    number: int
    role: str
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks, from the outermost to the innermost.

    `ends` are the numbers of the findings to be numbered right behind it.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    ends: tuple[int, ...]


def segments(length: int, findings: Sequence[Finding], edges: Iterable[int] = ()) -> Iterator[Segment]:
    """Cut a text of `length` code points into segments that together are the whole text.

    `edges` are further places to cut at, such as the ends of paragraphs. Time grows with the length of the text and
    the number of findings (sorted), even where thousands of marks lie over the same words.
    """
    opening: dict[int, list[tuple[int, str, Span]]] = {}
    closing: dict[int, list[tuple[int, str, Span]]] = {}
    ends: dict[int, list[int]] = {}
    for number, finding in enumerate(findings, 1):
        for role, spans in parts_of(finding):
            for span in spans:
                here = Span(max(0, span.start), min(length, span.end))
                if here.start < here.end:
                    opening.setdefault(here.start, []).append((number, role, here))
                    closing.setdefault(here.end, []).append((number, role, here))
        ends.setdefault(number_at(finding, length), []).append(number)
    cuts = sorted({0, length, *opening, *closing, *ends, *(edge for edge in edges if 0 < edge < length)})
    active: dict[str, dict[tuple[int, str, Span], None]] = {role: {} for role in MARKS}
    for start, end in pairwise(cuts):
        for mark in closing.get(start, ()):
            active[mark[1]].pop(mark, None)
        for mark in sorted(opening.get(start, ()), key=longest_first):
            active[mark[1]][mark] = None
        yield Segment(start, end, tuple(innermost(active, start, end)), tuple(ends.get(end, ())))


def longest_first(mark: tuple[int, str, Span]) -> tuple[int, int]:
    return -mark[2].end, mark[0]


def innermost(active: dict[str, dict[tuple[int, str, Span], None]], start: int, end: int) -> Iterator[Piece]:
    """The marks over a segment from the outside in. A dictionary remembers the order in which they began."""
    for marks in active.values():
        for number, role, span in reversed(list(islice(reversed(marks), DEEPEST))):
            yield Piece(number, role, span.start == start, span.end == end)


def number_at(finding: Finding, length: int) -> int:
    """Where the number of a finding stands: behind its cue, or else behind the first words that it marks."""
    parts = {role: spans for role, spans in parts_of(finding) if spans}
    spans = parts.get("cue") or min(parts.values(), default=(finding.span,))
    return min(max(spans[-1 if "cue" in parts else 0].end, 1), length)

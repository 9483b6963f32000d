"""Cut a text at every place where a mark begins or ends, so that marks may overlap and stand in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from kit.finding import Finding, Inconsistency
from kit.text import Article, Span
from kit.views.finding_marks import parts_of
from kit.views.wording import MARKS

Place = tuple[str, Span]  # which mark, over which words

MAX_DEPTH = 3  # marks of one kind over the same words: of more than that only the innermost are shown
MAX_SHARED = 20  # findings that share a mark


class MarkPiece(NamedTuple):
    """A mark over a segment: of which findings (their numbers, from 1), and does it begin or end here.

    Findings share a mark where they mark the same words as the same part, such as the source of "said A but denied B".
    """

    numbers: tuple[int, ...]
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
    pieces: tuple[MarkPiece, ...]
    ends: tuple[int, ...]


def segments_of(article: Article, findings: Sequence[Finding]) -> Iterator[tuple[Segment, str]]:
    """The segments of an article, cut at its paragraphs too, each with what it lies in: "title", "furniture" or ""."""
    areas = [(*piece.span, "furniture") for piece in article.furniture]
    if article.title is not None:
        areas.append((*article.title, "title"))
    edges = [edge for start, end in (*article.paragraphs, *(area[:2] for area in areas)) for edge in (start, end)]
    waiting = iter(sorted(areas))
    area = next(waiting, None)
    for segment in segments(len(article.text), findings, edges):
        while area is not None and area[1] <= segment.start:
            area = next(waiting, None)
        yield segment, area[2] if area is not None and area[0] <= segment.start else ""


def segments(length: int, findings: Sequence[Finding], edges: Iterable[int] = ()) -> Iterator[Segment]:
    """Cut a text of `length` code points into segments that together are the whole text.

    `edges` are further places to cut at, such as the ends of paragraphs. Time grows with the length of the text and
    the number of findings (sorted), even where thousands of marks lie over the same words.
    """
    places: dict[Place, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, finding in enumerate(findings, 1):
        for role, spans in parts_of(finding):
            for span in spans:
                here = Span(max(0, span.start), min(length, span.end))
                if here.start < here.end:
                    places.setdefault((role, here), []).append(number)
        for end in numbers_at(finding, length):
            ends.setdefault(end, []).append(number)
    opening: dict[int, list[Place]] = {}
    closing: dict[int, list[Place]] = {}
    for place in places:
        opening.setdefault(place[1].start, []).append(place)
        closing.setdefault(place[1].end, []).append(place)
    cuts = sorted({0, length, *opening, *closing, *ends, *(edge for edge in edges if 0 < edge < length)})
    active: dict[str, dict[Place, tuple[int, ...]]] = {role: {} for role in MARKS}
    for start, end in pairwise(cuts):
        for place in closing.get(start, ()):
            del active[place[0]][place]
        for place in sorted(opening.get(start, ()), key=lambda place: -place[1].end):  # the longest is the outermost
            active[place[0]][place] = tuple(places[place][:MAX_SHARED])
        yield Segment(start, end, tuple(innermost(active, start, end)), tuple(ends.get(end, ())))


def innermost(active: dict[str, dict[Place, tuple[int, ...]]], start: int, end: int) -> Iterator[MarkPiece]:
    """The marks over a segment from the outside in. A dictionary remembers the order in which they began."""
    for places in active.values():
        for role, span in reversed(list(islice(reversed(places), MAX_DEPTH))):
            yield MarkPiece(places[role, span], role, span.start == start, span.end == end)


def numbers_at(finding: Finding, length: int) -> list[int]:
    """Where the number of a finding stands: behind its cue, or else behind the first words that it marks.

    Two linked passages have it twice, behind the words of each in which they differ, or behind the passage.
    """
    if isinstance(finding, Inconsistency):
        sides = ((finding.claim, finding.claim_words), (finding.other, finding.other_words))
        places = [max((words or (passage,))[-1].end, 1) for passage, words in sides]
        return sorted({min(place, length) for place in places})
    parts = {role: spans for role, spans in parts_of(finding) if spans}
    spans = parts.get("cue") or min(parts.values(), default=(finding.span,))
    return [min(max(spans[-1 if "cue" in parts else 0].end, 1), length)]

"""What can be seen of a proposed attribution: named features, from which its confidence is worked out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter

from kit.finders.attribution.cues import STRENGTHS
from kit.finders.attribution.lines import FINITE, Line
from kit.finders.attribution.phrase_bounds import Units, head_of
from kit.finders.attribution.proposal import Proposal
from kit.language.grammar import CLASS_OF_WORD
from kit.text import Span

NUMBERS = ("0", "1", "2", "3", *["4-6"] * 3, *["7-12"] * 6, *["13-24"] * 12, "25+")  # how a number is called
DOERS = ("er", "or", "ist", "ian", "man", "men", "ers", "ors", "ists", "ians", "ee", "ant", "ants")


def units_of(line: Line, spans: list[Span]) -> Units | None:
    """The units of a line that some spans cover, from the first to the last; None if they stand in other lines."""
    if not spans:
        return None
    first = bisect_left(line.ends, min(spans).start + 1)
    last = bisect_left(line.starts, max(spans, key=itemgetter(1)).end)
    return (first, last) if last > first else None


def _roughly(number: int) -> str:
    return NUMBERS[min(number, 25)]


def features_of(candidate: Proposal, others: list[Proposal]) -> Iterator[str]:
    """The names of what is seen of a candidate in its line, beside the other candidates there."""
    line, tags, low = candidate.line, candidate.line.tags, candidate.line.lower
    rule, term = candidate.rule, candidate.term
    strength = candidate.strength or "none"
    cue = units_of(line, candidate.cue) or (candidate.unit, candidate.unit + 1)
    unit = candidate.unit
    yield f"rule={rule}"
    yield f"rule={rule} strength={strength}"
    yield f"cue={term}"
    yield f"cue={term} rule={rule}"
    yield f"cue form={tags[unit]}{low[unit][-2:]} rule={rule}"
    for u in range(*cue):
        if u != unit and tags[u] in "xmrtv":
            yield f"helper={low[u]}"
    yield f"doubts={candidate.doubts}"
    yield f"governed={candidate.governed} strength={strength}"
    before = tags[cue[0] - 1] if cue[0] else "^"
    behind = tags[cue[1]] if cue[1] < len(tags) else "$"
    yield f"around={before}{behind} rule={rule}"
    yield f"behind cue={low[cue[1]] if behind in 'tiwob' else behind} rule={rule}"
    if behind in "tiwob":
        yield f"cue={term} behind={low[cue[1]]}"
    else:
        yield f"cue={term} behind={behind}"
    if rule == "noun":
        whose = "nobody" if not candidate.source else "owner" if before in "sd" else "carrier"
        yield f"noun={strength} of {whose} behind={low[unit + 1]}"
    yield from _source(candidate, cue)
    yield from _content(candidate, cue)
    yield f"title={line.title}"
    inside = touching = same = 0
    at = candidate.cue[0]
    for other in others:
        if other is candidate:
            continue
        rank = STRENGTHS.index(other.strength) + 1 if other.strength in STRENGTHS else 0
        if any(s.start <= at.start and at.end <= s.end for s in other.content):
            inside = max(inside, rank)
        if other.content == candidate.content:
            same = max(same, rank)
        elif any(s.start < t.end and t.start < s.end for s in other.cue for t in candidate.cue):
            touching = max(touching, rank)
    if inside:
        yield f"inside={inside}"
        yield f"inside={inside} strength={strength}"
    if same:
        yield f"same content={same} strength={strength}"
    if touching:
        yield f"same cue={touching} rule={rule}"


def _source(candidate: Proposal, cue: Units) -> Iterator[str]:
    line, tags, low = candidate.line, candidate.line.tags, candidate.line.lower
    rule = candidate.rule
    units = units_of(line, candidate.source)
    if units is None:
        yield f"source=none rule={rule}"
        return
    first, last = units
    head = head_of(line, first, last)
    kind = tags[head]
    if kind == "p" or low[head] in CLASS_OF_WORD:
        kind = low[head]
    elif kind == "n" and low[head].endswith(DOERS):
        kind = "n-doer"
    yield f"source={kind}"
    yield f"source={kind} strength={candidate.strength or 'none'}"
    if kind not in "N":
        yield f"head={low[head]}"
    yield f"source first={low[first] if low[first] in CLASS_OF_WORD else tags[first]}"
    yield f"source length={_roughly(last - first)}"
    lead = low[first - 1] if first and low[first - 1] in CLASS_OF_WORD else tags[first - 1] if first else "^"
    yield f"before source={lead}"
    where = "before" if last <= cue[0] else "behind"
    gap = cue[0] - last if where == "before" else first - cue[1]
    yield f"source {where} by {_roughly(max(0, gap))} rule={rule}"


def _content(candidate: Proposal, cue: Units) -> Iterator[str]:
    line, tags, low = candidate.line, candidate.line.tags, candidate.line.lower
    rule = candidate.rule
    units = units_of(line, [s for s in candidate.content if s.start >= line.starts[0] and s.end <= line.ends[-1]])
    if units is None:
        yield f"content=elsewhere rule={rule}"
        return
    first, last = units
    shape = tags[first:last]
    quoted = "Q" if "Q" in shape else "q" if "q" in shape else ""
    verb = "v" if FINITE.search(shape) else "e" if "e" in shape else "-"
    yield f"content={verb}{quoted} rule={rule}"
    lead = low[first] if low[first] in CLASS_OF_WORD and tags[first] not in "dT" else tags[first]
    yield f"content first={lead} rule={rule}"
    yield f"cue={candidate.term} content first={tags[first]}"
    if tags[first] in "dj" and first + 1 < last:
        yield f"content second={tags[first + 1]}"
    yield f"content length={_roughly(last - first)} rule={rule}"
    end = low[last] if last < len(tags) and low[last] in CLASS_OF_WORD else tags[last] if last < len(tags) else "$"
    yield f"content ends at={end}"
    yield f"pieces={min(3, len(candidate.content))}"
    if rule == "object" and tags[last - 1] in "nN":
        yield f"object={low[last - 1]}"
    for mark in ",-;:":
        if mark in shape:
            yield f"content has {mark}"

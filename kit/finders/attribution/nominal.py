"""Attributions without a verb of saying: "according to", "Ortiz's claim that", "Ortiz: ..." """

from __future__ import annotations

import re

from kit.finders.attribution import phrases
from kit.finders.attribution.candidate import Candidate
from kit.finders.attribution.cues import Cues
from kit.finders.attribution.lines import Line
from kit.finders.attribution.phrases import content_end, content_start, span_of
from kit.text import Span

OWNERS = ("his", "her", "their", "its", "my", "our", "your")
NAME_ONLY = re.compile(r"[djcnNsoia]*[nN]")
FRAMES = ("in the words of", "in the view of", "in the opinion of", "according to")


def find_according_to(line: Line, i: int, cues: Cues) -> Candidate | None:
    """ "According to X, ..." and "..., according to X" at unit `i`."""
    kind = line.kind
    opening = i == 0 or kind[i - 1] in "ab:;-" or line.low[i - 1] == "that"
    speaker = phrases.noun_phrase_after(line, i + 2, opening)
    source = span_of(line, *speaker) if speaker else None
    if speaker is None or source is None:
        return None
    end = speaker[1]
    content: list[Span | None]
    if opening:
        start = end
        while start < len(kind) and kind[start] in ",:":
            start += 1
        content = [span_of(line, start, content_end(line, start, "clause", cues))] if start < len(kind) else []
    else:
        content = [span_of(line, content_start(line, i), i)]
        if kind[end : end + 1] == "," and kind[end + 1 : end + 2] not in ("", "g", "w", "a", "b") and kind[i - 1] == ",":
            content.append(span_of(line, end + 1, content_end(line, end + 1, "clause", cues)))
    spans = [s for s in content if s]
    if not spans:
        return None
    cue = [Span(line.a[i], line.b[i + 1])]
    return Candidate(line, i, "according-to", "strong", "according to", [source], cue, spans)


def find_noun(line: Line, i: int, cues: Cues) -> Candidate | None:
    """ "Ortiz's claim that", "her criticism of", "the fear that" at unit `i`."""
    kind, low = line.kind, line.low
    cue = cues.nouns[low[i]]
    follower = low[i + 1] if i + 1 < len(low) else ""
    if kind[i] not in "nv" or (kind[i] == "v" and kind[i - 1 : i] in ("m", "x", "t", "p", "r")):
        return None
    if follower not in ("that", "to", "of", "for", "about", "on", "against", "whether"):
        return None
    first = i
    while first > 0 and kind[first - 1] in "jcre":
        first -= 1
    source: list[Span] = []
    if kind[first - 1 : first] == "s":
        owner = phrases.noun_phrase_before(line, first - 2)
        span = span_of(line, owner[0], first - 1) if owner else None
        source = [span] if span else []
    elif low[max(0, first - 1) : first] and low[first - 1] in OWNERS:
        source = [Span(line.a[first - 1], line.b[first - 1])]
    if not source and follower != "that":
        return None
    clause = follower in ("that", "whether") or (follower == "to" and kind[i + 2 : i + 3] in ("v", "x"))
    start = i + 1 if clause else i + 2
    content = span_of(line, start, content_end(line, start, "object", cues))
    if content is None:
        return None
    last = i if clause else i + 1
    where = [Span(line.a[first], line.b[last])]
    doubts = 0 if source else 1
    return Candidate(line, i, "noun", cue.takes["noun"], cue.term, source, where, [content], doubts)


def find_speaker_colon(line: Line, unit: int) -> Candidate | None:
    """ "Ortiz: '...'", "Ortiz put it this way: '...'" : a colon before the quotation at `unit`."""
    colon = unit - 1
    content = [Span(line.a[unit], line.b[unit])]
    mark = Span(line.a[colon], line.b[colon])
    name = NAME_ONLY.fullmatch(line.kind, 0, colon)
    if name:
        source = span_of(line, 0, colon)
        return Candidate(line, colon, "speaker-colon", "strong", ":", [source], [mark], content) if source else None
    subject = phrases.main_subject(line, colon)
    source = span_of(line, *subject) if subject else None
    between = span_of(line, subject[1], colon) if subject else None
    if source is None:
        return None
    return Candidate(line, colon, "verb-colon", "strong", ":", [source], [between or mark], content)

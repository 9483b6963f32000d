"""Attributions without a verb of saying: "according to", "Ortiz's claim that", "Ortiz: ..." """

from __future__ import annotations

import re

from kit.finders.attribution import phrases
from kit.finders.attribution.candidate import Candidate
from kit.finders.attribution.cues import Cue, Cues
from kit.finders.attribution.extent import content_end, content_start
from kit.finders.attribution.lines import Line
from kit.finders.attribution.phrases import Units, span_of
from kit.finders.attribution.verbal import State
from kit.finders.attribution.verbs import read_verb
from kit.text import Span

OWNERS = ("his", "her", "their", "its", "my", "our", "your")
NAME_ONLY = re.compile(r"[djcnNsoia]*[nN]|N[djcnNsoia,]*[nN]")  # Ortiz: / Lena Ortiz, engineer:
UNKNOWN_BEFORE = re.compile(r"[pnN]r*([ve])r*,$")
UNKNOWN_INVERTED = re.compile(r"[ve][djcnNs]*[nN](?:[.,]|$)")
UNKNOWN_AFTER = re.compile(r"[djcnNs]*[pnN]r*([ve])(?:[.,rTi]|$)")
SIGNED = re.compile(r"-[djcnNs]*[nN](?:,[^vxmQ]*)?\.*")
AFTER_NOUN = ("that", "to", "of", "for", "about", "on", "against", "whether", "by")
VERB_GROUP = re.compile(r"[xm][rxm]*[ve]?|v|(?<=[nNpjvr])e(?![nN])")


def find_phrase(line: Line, i: int, cues: Cues, state: State) -> Candidate | None:
    """ "According to X, ..." and "..., in the words of X" at unit `i`."""
    kind, low = line.kind, line.low
    found = next((p for p in cues.phrases[low[i]] if tuple(low[i : i + len(p[0])]) == p[0]), None)
    if found is None or (len(found[0]) == 1 and kind[i - 1 : i] not in (",", "Q")):
        return None  # "per" is one only after a comma
    words, cue = found
    opening = i == 0 or kind[i - 1] in "ab:;-" or low[i - 1] == "that"
    speaker = phrases.noun_phrase_after(line, i + len(words), opening)
    source = span_of(line, *speaker) if speaker else None
    if speaker is None or source is None or low[speaker[1] - 1] in cue.not_sources:
        return None
    content = _phrase_content(line, i, speaker[1], opening, cues)
    if not content:
        return None
    state.subject = speaker  # "according to the Gazette, citing two guards": it is the Gazette that cites them
    where = [Span(line.a[i], line.b[i + len(words) - 1])]
    return Candidate(line, i, "according-to", cue.takes["phrase"], cue.term, [source], where, content)


def _phrase_content(line: Line, i: int, end: int, opening: bool, cues: Cues) -> list[Span]:
    """What the phrase at `i`, whose source ends before `end`, stands for: behind it, before it, or both."""
    kind = line.kind
    content: list[Span | None] = []
    if opening:
        while end < len(kind) and kind[end] in ",:":
            end += 1
        if end < len(kind):
            content.append(span_of(line, end, content_end(line, end, "clause", cues)))
    else:
        content.append(span_of(line, content_start(line, i), i))
        between = kind[end : end + 1] == "," and kind[i - 1] == ","
        if between and kind[end + 1 : end + 2] not in ("", "g", "w", "a", "b"):
            content.append(span_of(line, end + 1, content_end(line, end + 1, "clause", cues)))
    return [span for span in content if span]


def find_noun(line: Line, i: int, cues: Cues) -> Candidate | None:
    """ "Ortiz's claim that", "her criticism of", "the fear that" at unit `i`."""
    kind, low = line.kind, line.low
    cue = cues.nouns[low[i]]
    follower = low[i + 1] if i + 1 < len(low) else ""
    if kind[i] not in "nv" or (kind[i] == "v" and kind[i - 1 : i] in ("m", "x", "t", "p", "r")):
        return None
    if follower not in AFTER_NOUN:
        return None
    if follower == "by":
        return _second_hand(line, i, cue, cues)
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
    end = content_end(line, start, "object", cues)
    if not re.search("[vxm]", kind[:first]):
        end = _before_main_verb(kind, start, end)
    content = span_of(line, start, end)
    if content is None:
        return None
    last = i if clause else i + 1
    where = [Span(line.a[first], line.b[last])]
    doubts = 0 if source else 1
    return Candidate(line, i, "noun", cue.takes["noun"], cue.term, source, where, [content], doubts)


def _second_hand(line: Line, i: int, cue: Cue, cues: Cues) -> Candidate | None:
    """ "confirmed a report by CNN that": the report is CNN's, whoever confirms it."""
    speaker = phrases.noun_phrase_after(line, i + 2)
    source = span_of(line, *speaker) if speaker else None
    if speaker is None or source is None or line.low[speaker[1] : speaker[1] + 1] != ["that"]:
        return None
    content = span_of(line, speaker[1], content_end(line, speaker[1], "object", cues))
    if content is None:
        return None
    where = [Span(line.a[i], line.b[i + 1])]
    return Candidate(line, i, "second-hand", "strong", cue.term, [source], where, [content])


def _before_main_verb(kind: str, start: int, end: int) -> int:
    """ "Her claim that the bridge was safe | surprised many": the second verb of the line is not hers."""
    verbs = [m for m in VERB_GROUP.finditer(kind, start, end) if kind[m.start() - 1] not in "awt,"]
    first = 1 if kind[start] == "w" else 0
    return verbs[first].start() if len(verbs) > first else end


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


def find_transcript(paragraph: list[Line]) -> Candidate | None:
    """ "WALLACE: Let us begin." : a name in capitals and a colon give the whole paragraph to that speaker."""
    line = paragraph[0]
    first = 1 if line.kind[:1] == '"' else 0
    colon = first
    while colon < len(line.form) and line.form[colon].isupper() and line.form[colon] != "Q" and colon < first + 4:
        colon += 1
    if colon == first or line.low[colon : colon + 1] != [":"] or len(line.form[first]) < 3:
        return None
    content = [s for u in paragraph for s in [span_of(u, colon + 1 if u is line else 0, len(u.kind))] if s]
    name = Span(line.a[first], line.b[colon - 1])
    mark = [Span(line.a[colon], line.b[colon])]
    return Candidate(line, colon, "speaker-colon", "strong", ":", [name], mark, content) if content else None


def find_opened(line: Line, found: list[Candidate], after: Line) -> Candidate | None:
    """A line that ends with a colon opens the quotation that the next line begins with."""
    content = [Span(after.a[0], after.b[0])]
    own = [c for c in found if c.source]
    if own:
        last = own[-1]
        return Candidate(line, last.unit, "said-after", "strong", last.term, list(last.source), list(last.cue), content)
    colon = len(line.kind) - 1
    subject = phrases.main_subject(line, colon)
    source = span_of(line, *subject) if subject else None
    cue = span_of(line, subject[1], colon) if subject else None
    if source is None or cue is None:
        return None
    return Candidate(line, colon, "said-after", "strong", ":", [source], [cue], content)


def find_unknown_verb(line: Line, unit: int) -> Candidate | None:
    """ "..." - Reyes / "...," snapped Reyes. / "...," Reyes snapped. / Reyes snapped, "..." """
    kind = line.kind
    if kind[unit] != "Q":
        return None
    content = [Span(line.a[unit], line.b[unit])]
    if SIGNED.fullmatch(kind, unit + 1):  # "..." - Sonia Reyes
        name = span_of(line, unit + 2, len(kind))
        dash = [Span(line.a[unit + 1], line.b[unit + 1])]
        return Candidate(line, unit + 1, "signed", "strong", "-", [name], dash, content) if name else None
    before = UNKNOWN_BEFORE.search(kind[:unit])
    speaker: Units | None
    if before and before.end() == unit:
        verb = before.start(1)
        speaker = phrases.noun_phrase_before(line, verb - 1)
        rule = "said-after"
    elif UNKNOWN_INVERTED.match(kind, unit + 1):
        verb = unit + 1
        speaker = phrases.noun_phrase_after(line, verb + 1)
        rule = "said-before"
    else:
        after = UNKNOWN_AFTER.match(kind, unit + 1)
        if after is None:
            return None
        verb = after.start(1)
        speaker = phrases.noun_phrase_before(line, verb - 1)
        rule = "said-before"
    source = span_of(line, *speaker) if speaker else None
    if source is None:
        return None
    return Candidate(line, verb, rule, "medium", line.low[verb], [source], [Span(line.a[verb], line.b[verb])], content)


def find_next_sentence(line: Line, after: Line, cues: Cues) -> Candidate | None:
    """ "Ortiz hesitated, then answered. '...'" : the sentence before has the speaker and a word of saying."""
    content = [Span(after.a[0], after.b[0])]
    for i in range(len(line.low) - 1, 0, -1):
        word = line.low[i]
        source = last = None
        first = i
        verb = read_verb(line, i, cues) if word in cues else None
        if verb and "speech" in verb.cue.takes and not verb.passive:
            first, last = verb.first, verb.last - 1
            speaker = phrases.noun_phrase_before(line, verb.first - 1) or phrases.main_subject(line, verb.first)
            source = span_of(line, *speaker) if speaker else None
        elif word in cues.nouns and (line.kind[i - 1] == "s" or line.low[i - 1] in OWNERS):
            last = i
            owner = phrases.noun_phrase_before(line, i - 2) if line.kind[i - 1] == "s" else (i - 1, i)
            source = span_of(line, *owner) if owner else None
        if source and last is not None:
            cue = [Span(line.a[first], line.b[last])]
            return Candidate(line, i, "next-sentence", "medium", word, [source], cue, content)
    return None

"""Attributions without a verb of saying: "according to", "Ortiz's claim that", "Ortiz: ..." """

from __future__ import annotations

import re

from kit.finders.attribution import phrase_bounds
from kit.finders.attribution.cues import Cue, Cues
from kit.finders.attribution.extent import content_end, content_start
from kit.finders.attribution.lines import FINITE, Line
from kit.finders.attribution.phrase_bounds import Units, span_of
from kit.finders.attribution.proposal import Proposal
from kit.finders.attribution.verbal import State
from kit.finders.attribution.verbs import read_verb
from kit.language.grammar import POSSESSIVES
from kit.language.topics import places
from kit.text import Span

NAME_ONLY = re.compile(r"[djcnNsoia]*[nN]|N[djcnNsoia,]*[nN]")  # Ortiz: / Lena Ortiz, engineer:
UNKNOWN_BEFORE = re.compile(r"[pnN]r*([ve])r*,$")
UNKNOWN_INVERTED = re.compile(r"[ve][djcnNs]*[nN](?:[.,]|$)")
UNKNOWN_AFTER = re.compile(r"[djcnNs]*[pnN]r*([ve])(?:[.,rTi]|$)")
SIGNED = re.compile(r"-[djcnNs]*[nN](?:,[^vxmQ]*)?\.*")
AFTER_NOUN = ("that", "to", "of", "for", "about", "on", "against", "whether", "by")
SUFFERED = ("fac", "draw", "drew", "attract", "receiv", "met", "reject")  # facing accusations: they are others'
MAX_UNITS_OF_HEADING = 6  # units in which a heading must have named who says it
VERB_GROUP = re.compile(r"[xm][rxm]*[ve]?|v|(?<=[nNpjvr])e(?![nN])")


def find_phrase(line: Line, i: int, cues: Cues, state: State) -> Proposal | None:
    """ "According to X, ..." and "..., in the words of X" at unit `i`."""
    tags, low = line.tags, line.lower
    found = next((p for p in cues.phrases[low[i]] if low[i : i + len(p[0])] == p[0]), None)
    if found is None or (len(found[0]) == 1 and tags[i - 1 : i] not in (",", "Q", "")):
        return None  # "per" is one only after a comma, or where the line begins
    words, cue = found
    opening = i == 0 or tags[i - 1] in "ab:;-" or low[i - 1] == "that"
    speaker = phrase_bounds.noun_phrase_after(line, i + len(words), opening)
    source = span_of(line, *speaker) if speaker else None
    if speaker is None or source is None or low[speaker[1] - 1] in cue.not_sources:
        return None
    if cue.sources and cue.sources.isdisjoint(low[slice(*speaker)]):
        return None
    content = _phrase_content(line, i, speaker[1], opening, cues)
    if not content:
        return None
    state.subject = speaker  # "according to the Gazette, citing two guards": it is the Gazette that cites them
    where = [Span(line.starts[i], line.ends[i + len(words) - 1])]
    return Proposal(line, i, "according-to", cue.takes["phrase"], cue.term, [source], where, content)


def _phrase_content(line: Line, i: int, end: int, opening: bool, cues: Cues) -> list[Span]:
    """What the phrase at `i`, whose source ends before `end`, stands for: behind it, before it, or both."""
    tags = line.tags
    content: list[Span | None] = []
    if opening:
        while end < len(tags) and tags[end] in ",:":
            end += 1
        if end < len(tags):
            content.append(span_of(line, end, content_end(line, end, "according-to", cues)))
    else:
        content.append(span_of(line, content_start(line, i), i))
        between = tags[end : end + 1] == "," and tags[i - 1] == ","
        if between and tags[end + 1 : end + 2] not in ("", "g", "w", "a", "b"):
            content.append(span_of(line, end + 1, content_end(line, end + 1, "according-to", cues)))
    return [span for span in content if span]


def find_noun(line: Line, i: int, cues: Cues) -> Proposal | None:
    """ "Ortiz's claim that", "her criticism of", "the fear that" at unit `i`."""
    tags, low = line.tags, line.lower
    cue = cues.nouns[low[i]]
    follower = low[i + 1] if i + 1 < len(low) else ""
    if tags[i] not in "nv" or (tags[i] == "v" and tags[i - 1 : i] in ("m", "x", "t", "p", "r")):
        return None
    if follower not in AFTER_NOUN:
        return None
    if follower == "by":
        return _second_hand(line, i, cue, cues)
    first = i
    while first > 0 and tags[first - 1] in "jcre":
        first -= 1
    source: list[Span] = []
    if tags[first - 1 : first] == "s":
        owner = phrase_bounds.noun_phrase_before(line, first - 2)
        span = span_of(line, owner[0], first - 1) if owner else None
        source = [span] if span else []
    elif low[max(0, first - 1) : first] and low[first - 1] in POSSESSIVES:
        source = [line.span(first - 1)]
    if not source:
        first, source = _carried(line, first)
    clause = follower in ("that", "whether") or (follower == "to" and tags[i + 2 : i + 3] in ("v", "x"))
    start = i + 1 if clause else i + 2
    if start >= len(tags):
        return None
    end = content_end(line, start, "noun", cues)
    if not FINITE.search(tags, 0, first):
        end = _before_main_verb(tags, start, end)
    content = span_of(line, start, end)
    if content is None:
        return None
    last = i if clause else i + 1
    where = [Span(line.starts[first], line.ends[last])]
    doubts = 0 if source else 1
    return Proposal(line, i, "noun", cue.takes["noun"], cue.term, source, where, [content], doubts)


def _carried(line: Line, first: int) -> tuple[int, list[Span]]:
    """ "Ortiz gave support to": the first unit of the verb that carries the noun at `first`, and its subject."""
    tags = line.tags
    verb = first
    while verb > 0 and tags[verb - 1] in "djcr":
        verb -= 1
    if not verb or tags[verb - 1] not in "veg":
        return first, []
    verb -= 1
    if line.lower[verb].startswith(SUFFERED):
        return first, []
    while verb > 0 and tags[verb - 1] in "rxm":
        verb -= 1
    subject = phrase_bounds.noun_phrase_before(line, verb - 1)
    span = span_of(line, *subject) if subject else None
    return (verb, [span]) if span else (first, [])


def _second_hand(line: Line, i: int, cue: Cue, cues: Cues) -> Proposal | None:
    """ "confirmed a report by CNN that": the report is CNN's, whoever confirms it."""
    speaker = phrase_bounds.noun_phrase_after(line, i + 2)
    source = span_of(line, *speaker) if speaker else None
    if speaker is None or source is None or line.lower[speaker[1] : speaker[1] + 1] != ["that"]:
        return None
    content = span_of(line, speaker[1], content_end(line, speaker[1], "second-hand", cues))
    if content is None:
        return None
    where = [Span(line.starts[i], line.ends[i + 1])]
    return Proposal(line, i, "second-hand", "strong", cue.term, [source], where, [content])


def _before_main_verb(tags: str, start: int, end: int) -> int:
    """ "Her claim that the bridge was safe | surprised many": the second verb of the line is not hers."""
    verbs = [m for m in VERB_GROUP.finditer(tags, start, end) if tags[m.start() - 1] not in "awt,"]
    first = 1 if tags[start] == "w" else 0
    return verbs[first].start() if len(verbs) > first else end


def find_speaker_colon(line: Line, unit: int) -> Proposal | None:
    """ "Ortiz: '...'", "Ortiz put it this way: '...'" : a colon before the quotation at `unit`."""
    colon = unit - 1
    content = [line.span(unit)]
    mark = line.span(colon)
    name = NAME_ONLY.fullmatch(line.tags, 0, colon)
    if name:
        source = span_of(line, 0, colon)
        return Proposal(line, colon, "speaker-colon", "strong", ":", [source], [mark], content) if source else None
    subject = phrase_bounds.main_subject(line, colon)
    source = span_of(line, *subject) if subject else None
    between = span_of(line, subject[1], colon) if subject else None
    # "The town rehearsed it: '...'": without a verb of saying, a place is where somebody spoke, not who.
    if subject is None or source is None or line.lower[subject[1] - 1] in places():
        return None
    return Proposal(line, colon, "verb-colon", "strong", ":", [source], [between or mark], content)


def find_heading(line: Line, cues: Cues) -> Proposal | None:
    """ "Ortiz: Bridge is safe" : a name and a colon at the start of a line, and no quotation marks."""
    colon = line.tags.find(":", 0, MAX_UNITS_OF_HEADING)
    if not NAME_ONLY.fullmatch(line.tags, 0, max(colon, 0)) or line.tags[colon + 1 : colon + 2] in ("", "Q"):
        return None
    source, content = span_of(line, 0, colon), span_of(line, colon + 1, content_end(line, colon + 1, "heading", cues))
    if source is None or content is None:
        return None
    return Proposal(line, colon, "heading", "", ":", [source], [line.span(colon)], [content])


def find_transcript(paragraph: list[Line]) -> Proposal | None:
    """ "WALLACE: Let us begin." : a name in capitals and a colon give the whole paragraph to that speaker."""
    line = paragraph[0]
    first = 1 if line.tags[:1] == '"' else 0
    colon = first
    while colon < len(line.form) and line.form[colon].isupper() and line.form[colon] != "Q" and colon < first + 4:
        colon += 1
    if colon == first or line.lower[colon : colon + 1] != [":"] or len(line.form[first]) < 3:
        return None
    content = [s for u in paragraph for s in [span_of(u, colon + 1 if u is line else 0, len(u.tags))] if s]
    name = Span(line.starts[first], line.ends[colon - 1])
    mark = [line.span(colon)]
    return Proposal(line, colon, "speaker-colon", "strong", ":", [name], mark, content) if content else None


def find_opened(line: Line, found: list[Proposal], after: Line) -> Proposal | None:
    """A line that ends with a colon opens the quotation that the next line begins with."""
    content = [after.span(0)]
    own = [c for c in found if c.source]
    if own:
        last = own[-1]
        return Proposal(line, last.unit, "said-after", "strong", last.term, list(last.source), list(last.cue), content)
    colon = len(line.tags) - 1
    subject = phrase_bounds.main_subject(line, colon)
    source = span_of(line, *subject) if subject else None
    cue = span_of(line, subject[1], colon) if subject else None
    if source is None or cue is None:
        return None
    return Proposal(line, colon, "said-after", "strong", ":", [source], [cue], content)


def find_unknown_verb(line: Line, unit: int) -> Proposal | None:
    """ "..." - Reyes / "...," snapped Reyes. / "...," Reyes snapped. / Reyes snapped, "..." """
    tags = line.tags
    if tags[unit] != "Q":
        return None
    content = [line.span(unit)]
    if SIGNED.fullmatch(tags, unit + 1):  # "..." - Sonia Reyes
        name = span_of(line, unit + 2, len(tags))
        dash = [line.span(unit + 1)]
        return Proposal(line, unit + 1, "signed", "strong", "-", [name], dash, content) if name else None
    before = UNKNOWN_BEFORE.search(tags[:unit])
    speaker: Units | None
    if before and before.end() == unit:
        verb = before.start(1)
        speaker = phrase_bounds.noun_phrase_before(line, verb - 1)
        rule = "said-after"
    elif UNKNOWN_INVERTED.match(tags, unit + 1):
        verb = unit + 1
        speaker = phrase_bounds.noun_phrase_after(line, verb + 1)
        rule = "said-before"
    else:
        after = UNKNOWN_AFTER.match(tags, unit + 1)
        if after is None:
            return None
        verb = after.start(1)
        speaker = phrase_bounds.noun_phrase_before(line, verb - 1)
        rule = "said-before"
    source = span_of(line, *speaker) if speaker else None
    if source is None:
        return None
    return Proposal(line, verb, rule, "medium", line.lower[verb], [source], [line.span(verb)], content)


def find_next_sentence(line: Line, after: Line, cues: Cues) -> Proposal | None:
    """ "Ortiz hesitated, then answered. '...'" : the sentence before has the speaker and a word of saying."""
    content = [after.span(0)]
    for i in range(len(line.lower) - 1, 0, -1):
        verb = read_verb(line, i, cues) if line.lower[i] in cues else None
        if verb is None or "speech" not in verb.cue.takes or verb.passive:
            continue
        speaker = phrase_bounds.noun_phrase_before(line, verb.first - 1)
        speaker = speaker or phrase_bounds.main_subject(line, verb.first)
        source = span_of(line, *speaker) if speaker else None
        if source:
            cue = [Span(line.starts[verb.first], line.ends[verb.last - 1])]
            return Proposal(line, i, "next-sentence", "medium", line.lower[i], [source], cue, content)
    return None

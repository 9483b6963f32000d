"""Attributions that hang on a verb: who is its subject, and what is said, where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.finders.attribution import phrases
from kit.finders.attribution.candidate import Candidate
from kit.finders.attribution.cues import Cues
from kit.finders.attribution.lines import Line
from kit.finders.attribution.phrases import Units, content_end, content_start, skip_adverbs, span_of
from kit.finders.attribution.verbs import Verb
from kit.text import Span

# What may stand between the verb and what is said: "on Tuesday", "in a statement", "to reporters".
BETWEEN = re.compile(
    r"(?:r|T|iT|[it](?:[djcnNsoq]|a(?=[djnN])|i(?=[djnN]))+[nNTc]|,(?=[ir][^,.]*,))*?(?=w|[,:]?[Qq]|,?:|,r?[Qq])"
)
LISTENER = re.compile(r"p|[djcnNs]*[nN](?:[io][djcnNs]*[nNT]|,?T)*")
SHORT_LISTENER = re.compile(r"p|[djc]*[nN]")
CIRCUMSTANCE = re.compile(r"(?:r|T|iT|i[djcnNso]*[nN](?![nN]))*")
THEN_CLAUSE = re.compile(r"(?:r|T|iT[c]?|i[dj]*n(?=[dpN]))+")
PLAIN_SUBJECT = re.compile(r"(?:p|[djcnNsoqre(]|\)|i(?=[djcnNqs])|a(?=[djcnN])|g(?=[nN]))+")
HAS_VERB = re.compile(r"[vxm]|[nNps)]r*e|,e")
WRITINGS = ("statement", "letter", "email", "message", "tweet", "post", "note", "response", "memo", "release", "ad")
SELVES = ("who", "which", "that", "whom")


@dataclass(slots=True)
class State:
    """What the line has given so far, left to right."""

    subject: Units | None = None  # of the last verb of saying
    any_yet: bool = False


def find_verbal(line: Line, verb: Verb, state: State, cues: Cues) -> Candidate | None:
    """The attribution around one verb, if there is one."""
    if verb.passive:
        return _passive(line, verb, cues)
    subject, inverted, doubts = _subject(line, verb, state)
    if subject is None and verb.prev == "^" and not verb.participle:
        return None
    if subject and not (verb.prev == "w" and line.low[subject[0]] in SELVES):
        state.subject = subject
    if subject and line.low[subject[1] - 1] in verb.cue.not_sources:
        return None
    found = _inverted(line, verb, subject) if inverted and subject else _plain(line, verb, subject, cues)
    if found is None:
        return None
    rule, pattern, content = found
    if verb.prev == "w" and kind_before(line, verb.first - 1) == ",":
        content = _inside_commas(line, verb, content)
    strength = verb.cue.takes.get(pattern, "medium" if pattern == "speech" and verb.cue.takes.get("clause") else "")
    source = _antecedent(line, verb) + _spans(line, subject)
    if pattern == "raising":
        impersonal = subject is not None and line.low[subject[0]] == "it" and subject[1] - subject[0] == 1
        content = content if impersonal else source + content
        source = []
    elif not source:
        doubts += 1
    if verb.participle and verb.prev == "^":
        content = _inside_commas(line, verb, content)
    if verb.participle and rule in ("object", "clause"):
        doubts += 1
    if not strength or not content or (rule == "object" and _other_sense(line, verb)):
        return None
    state.any_yet = True
    cue = [Span(line.a[verb.first], line.b[verb.last - 1])]
    before = verb.first if verb.governed else -1
    return Candidate(line, verb.at, rule, strength, verb.cue.term, source, cue, content, doubts, before)


def _other_sense(line: Line, verb: Verb) -> bool:
    """ "added 300 jobs", "call the police" """
    stop = verb.cue.not_objects
    near = range(verb.last, min(verb.last + 4, len(line.low)))
    return bool(stop) and any(line.low[u] in stop or ("#" in stop and line.kind[u] == "c") for u in near)


def kind_before(line: Line, unit: int) -> str:
    return line.kind[unit - 1] if unit > 0 else "^"


def _antecedent(line: Line, verb: Verb) -> list[Span]:
    """The name that "who" stands for."""
    if verb.prev != "w" or line.low[verb.first - 1] not in SELVES:
        return []
    end = verb.first - 2
    end -= line.kind[end : end + 1] == ","
    return _spans(line, phrases.noun_phrase_before(line, end, phrases.DEEPEST))


def _inside_commas(line: Line, verb: Verb, content: list[Span]) -> list[Span]:
    """ "Ortiz, who refused to say more, left": a relative clause between commas ends with the second."""
    comma = line.kind.find(",", verb.last)
    if comma < 0:
        return content
    stop = line.a[comma]
    return [Span(s, min(e, stop)) for s, e in content if s < stop]


def _spans(line: Line, units: Units | None) -> list[Span]:
    span = span_of(line, *units) if units else None
    return [span] if span else []


# ---- the subject ----------------------------------------------------------------------------------------------------


def _subject(line: Line, verb: Verb, state: State) -> tuple[Units | None, bool, int]:
    """The subject, whether it stands behind the verb ("said Ortiz"), and how many doubts there are about it."""
    kind, first, prev = line.kind, verb.first, verb.prev
    before = first - 1
    if verb.participle:
        if prev == "^":  # Citing police records, the paper said
            comma = kind.find(",", first)
            return (phrases.noun_phrase_after(line, comma + 1) if comma > 0 else None), False, 0
        own = phrases.noun_phrase_before(line, before) if prev in "nN" else None
        if own and line.low[before] in WRITINGS:  # issued a statement saying
            own = phrases.main_subject(line, own[0]) or own
        return own or state.subject or phrases.main_subject(line, first), False, 0
    if prev == "w":
        return ((before, before + 1) if line.low[before] in SELVES else None), False, 1
    after_and = prev == "a" or (prev == "," and kind[first - 2 : before] == "a")
    if after_and or (prev == "b" and line.low[before] == "but"):
        return state.subject or phrases.main_subject(line, before), False, 0
    found = None if prev in "Q^" or (prev in ",-" and kind[first - 2 : before] == "Q") else _left(line, before)
    if found is None and prev == "," and state.any_yet:
        return state.subject or phrases.main_subject(line, before), False, 0
    if found is None and prev in "Q^,-":
        behind = phrases.noun_phrase_after(line, verb.last)
        closes = behind is not None and (behind[1] >= len(kind) or kind[behind[1]] in ",.")
        if behind and (prev != "," or closes or kind[first - 2 : before] == "Q"):
            return behind, True, 0
    return found, False, 0


def _left(line: Line, j: int) -> Units | None:
    return phrases.noun_phrase_before(line, j)


# ---- what is said ---------------------------------------------------------------------------------------------------

Found = tuple[str, str, list[Span]]  # rule, pattern, content


def _inverted(line: Line, verb: Verb, subject: Units) -> Found | None:
    """ "...," said Ortiz."""
    kind = line.kind
    start = content_start(line, verb.first)
    before = span_of(line, start, verb.first) if start < verb.first else None
    content = [before] if before else []
    end = subject[1]
    if kind[end : end + 1] in (",", ":") and kind[end + 1 : end + 2] == "Q":
        content.append(Span(line.a[end + 1], line.b[end + 1]))
    spoken = "Q" in kind[start : verb.first]
    return ("said-before" if spoken else "trailing", "speech" if spoken else "clause", content) if content else None


def _plain(line: Line, verb: Verb, subject: Units | None, cues: Cues) -> Found | None:
    """Subject, verb, and then what is said, or the other way round."""
    kind, low = line.kind, line.low
    n = len(kind)
    left = verb.first if verb.participle or subject is None else subject[0]
    at = verb.last
    if kind[left - 1 : left] == "Q" or kind[max(0, left - 2) : left] == "Q,":
        if low[at : at + 1] != ["that"]:
            return _quotation_before(line, left, at)
    if verb.cue.listener and at < n and kind[at] in "pdnNjc":
        at = _after_listener(line, at)
    gap = BETWEEN.match(kind, at)
    target = gap.end() if gap else n
    if target > at and kind[at : at + 1] in ("i", "t") and kind[target : target + 1] == "w" and "clause" not in verb.cue.takes:
        target = n
    if target < n:
        if low[target] == "that":
            return "that-clause", "clause", _clause(line, target, cues)
        if kind[target] == "w" and target == at:
            return "question", "clause", _clause(line, target, cues)
        if kind[target] in "Qq:,":
            found = _quotation_after(line, left, at, target, cues)
            if found:
                return found
    behind = skip_adverbs(kind, at)
    at = behind if behind < n else at
    return _before_or_object(line, verb, left, at, cues)


def _clause(line: Line, start: int, cues: Cues) -> list[Span]:
    span = span_of(line, start, content_end(line, start, "clause", cues))
    return [span] if span else []


def _quotation_before(line: Line, left: int, at: int) -> Found | None:
    """ "...," Ortiz said, "..." """
    kind = line.kind
    before = span_of(line, content_start(line, left), left)
    content = [before] if before else []
    while at < len(kind) and kind[at] not in "Qqwvxg.;b:":
        at += 1
    if kind[at : at + 1] == "Q" and kind[at - 1] == ",":
        content.append(Span(line.a[at], line.b[at]))
    elif kind[at : at + 2] == ":Q":
        content.append(Span(line.a[at + 1], line.b[at + 1]))
    return "said-before", "speech", content


def _after_listener(line: Line, at: int) -> int:
    """The unit after "reporters" in "told reporters that"."""
    kind = line.kind
    listener = LISTENER.match(kind, at)
    if listener is None:
        return at
    end = listener.end()
    if kind[end : end + 1] in ("v", "x", "m"):  # told CNN Hale would
        short = SHORT_LISTENER.match(kind, at)
        return short.end() if short else end
    if kind[end : end + 1] == "w" and line.low[end] == "who":
        that = next((u for u in range(end, len(kind)) if line.low[u] == "that"), None)
        return that or end
    return end


def _quotation_after(line: Line, left: int, at: int, target: int, cues: Cues) -> Found | None:
    """Ortiz said: "..." """
    kind = line.kind
    n = len(kind)
    speech = target
    while speech < n and kind[speech] in ",:r":
        speech += 1
    if speech >= n:
        return None
    if kind[speech] not in "Qq":
        return ("colon", "speech", _clause(line, speech, cues)) if kind[target] == ":" else None
    if speech in line.works and kind[speech] == "q" and kind[speech - 1] not in ",:":  # read "Great Expectations"
        return None
    touching = kind[target] in "Qq"
    goes_on = kind[speech + 1 : speech + 2]
    if touching and target == at and goes_on and goes_on not in ".,ab;:w-":
        return "mixed", "speech", _clause(line, speech, cues)
    end = content_end(line, speech, "clause", cues) if touching and goes_on != "," else speech + 1
    content = [s for s in (span_of(line, speech, end),) if s]
    if left > 0 and kind[left - 1] in "Q," and kind[target] == ",":
        start = content_start(line, left)
        before = span_of(line, start, left) if start < left else None
        content = ([before] if before else []) + content
    return "said-after", "speech", content


def _before_or_object(line: Line, verb: Verb, left: int, at: int, cues: Cues) -> Found | None:
    kind = line.kind
    here = kind[at : at + 1]
    before = kind[left - 1 : left]
    ends = here in ("", ".", ")", ",")
    if ends or (before in ("Q", ",") and here in "ib") or (before == "Q" and here in "Trgatdn Ne"):
        return _trailing(line, left, at, cues)
    if here == "i" and verb.cue.takes.get("clause") == "strong":  # said on Monday the talks had failed
        lead = THEN_CLAUSE.match(kind, at)
        if lead and HAS_VERB.search(kind, lead.end()):
            return "clause", "clause", _clause(line, lead.end(), cues)
    raising = "raising" in verb.cue.takes
    if here == "t":
        end = content_end(line, at + 1, "infinitive", cues)
        return ("seems" if raising else "infinitive"), ("raising" if raising else "infinitive"), _one(line, at, end)
    if raising and here in "xmpdnNjcgew":
        return "seems", "raising", _one(line, at, content_end(line, at, "object", cues))
    if here == "i" and not verb.cue.particle:
        return None
    if here in "ipdnNjcQqsegw":
        return _object_or_clause(line, verb, at, cues)
    if here in "xm":
        return "clause", "clause", _clause(line, at, cues)
    return None


def _one(line: Line, first: int, last: int) -> list[Span]:
    span = span_of(line, first, last)
    return [span] if span else []


def _trailing(line: Line, left: int, at: int, cues: Cues) -> Found | None:
    """The talks failed, officials said. / The plan, she said, would fail."""
    kind = line.kind
    start = content_start(line, left)
    if left < 1 or kind[left - 1] not in ",Q-":
        return None
    content = _one(line, start, left)
    spoken = "Q" in kind[start:left]
    rule = "said-before" if spoken else "trailing"
    skipped = CIRCUMSTANCE.match(kind, at)
    at = skipped.end() if skipped else at
    here = kind[at : at + 1]
    rest: list[Span] = []
    if (here == "," and kind[left - 1] == "," and kind[at + 1 : at + 2] not in ("", "g", "w")) or (here == ":" and at + 1 < len(kind)):
        rest = [Span(line.a[at + 1], line.b[at + 1])] if kind[at + 1] == "Q" else _clause(line, at + 1, cues)
        content += rest
        rule = rule if spoken or not rest else "between"
    if not re.search("[vxmeQ]", kind[start:left]) and not rest:
        return None
    return rule, "speech" if spoken else "clause", content


def _object_or_clause(line: Line, verb: Verb, at: int, cues: Cues) -> Found | None:
    kind = line.kind
    takes = verb.cue.takes
    if verb.cue.particle:
        return "object", "object", _one(line, at, content_end(line, at, "object", cues))
    if kind[at] == "g":
        return "object", "object", _one(line, at, content_end(line, at, "clause", cues))
    end = content_end(line, at, "clause", cues)
    if takes.get("clause") in ("strong", "medium") and HAS_VERB.search(kind, at + 1, end):
        return "clause", "clause", _one(line, at, end)
    subject = PLAIN_SUBJECT.match(kind, at)
    if subject and kind[subject.end() : subject.end() + 1] in ("v", "x", "m"):
        return "clause", "clause", _one(line, at, end)
    return "object", "object", _one(line, at, content_end(line, at, "object", cues))


# ---- passives -------------------------------------------------------------------------------------------------------


def _passive(line: Line, verb: Verb, cues: Cues) -> Candidate | None:
    """ "The plan was praised by Ortiz", "Hale was expected to resign", "they were told that" """
    low, kind = line.low, line.kind
    if verb.prev == "w" or verb.first == 0:
        return None
    subject = phrases.noun_phrase_before(line, verb.first - 1)
    if subject is None:
        return None
    at = verb.last
    about = _spans(line, subject)
    source: list[Span] = []
    agent = skip_adverbs(kind, at)
    if low[agent : agent + 1] == ["by"]:
        speaker = phrases.noun_phrase_after(line, agent + 1)
        if speaker is None:
            return None
        source, content, rule, pattern = _spans(line, speaker), about, "passive-by", "object"
    elif at < len(kind) and (kind[at] in "twQ" or low[at] == "as"):
        clause = _clause(line, at, cues)
        impersonal = low[at] == "that" or verb.cue.listener
        content, rule, pattern = (clause if impersonal else about + clause), "passive", "passive"
    else:
        return None
    strength = verb.cue.takes.get(pattern, "")
    if not strength or not content:
        return None
    cue = [Span(line.a[verb.first], line.b[verb.last - 1])]
    return Candidate(line, verb.at, rule, strength, verb.cue.term, source, cue, content)

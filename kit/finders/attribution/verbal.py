"""Attributions that hang on a verb: who is its subject, and what is said, where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.finders.attribution import phrase_bounds
from kit.finders.attribution.content import Found, clause_from, inverted_content, plain_content, units_as_span
from kit.finders.attribution.cues import Cues
from kit.finders.attribution.lines import Line
from kit.finders.attribution.phrase_bounds import Units, head_of, leading_phrase, skip_adverbs
from kit.finders.attribution.proposal import Proposal
from kit.finders.attribution.verbs import Verb
from kit.language.topics import places
from kit.text import Span

WRITINGS = ("statement", "letter", "email", "message", "tweet", "post", "note", "response", "memo", "release", "ad")
CLAUSE_BEFORE = re.compile("[vxm]|e(?=[idnNt])")
ALONE = re.compile(r"(?:[pqQ]|d?[jcrsnN]*[nN]s?)(?:ad?[jc]*[nN]+)*(?:r|i?T)*(?=[.,;:)]|$)")  # nothing is said of it
ALONE_SIGNS = {"*", "@"}
SPOKEN = {"speech", "clause"}  # patterns of a verb that may stand before its subject
SELVES = ("who", "which", "that", "whom")


@dataclass(slots=True)
class State:
    """What the line has given so far, left to right."""

    subject: Units | None = None  # of the last verb of saying
    any_yet: bool = False


def find_verbal(line: Line, verb: Verb, state: State, cues: Cues) -> Proposal | None:
    """The attribution around one verb, if there is one."""
    if verb.passive:
        return _passive(line, verb, cues)
    subject, inverted, doubts = _subject(line, verb, state)
    if subject is None and verb.prev == "^" and not verb.participle:
        return None
    if subject and verb.cue.not_sources and line.lower[head_of(line, *subject)] in verb.cue.not_sources:
        return None
    found = (
        inverted_content(line, verb, subject, cues)
        if inverted and subject
        else plain_content(line, verb, subject, cues)
    )
    if found is None and subject and verb.cue.listed:
        found = _what_is_meant(line, verb, subject, cues)
    if found is None:
        return None
    rule, pattern, content = found
    if verb.prev == "w" and tag_before(line, verb.first - 1) == ",":
        content = _inside_commas(line, verb, content)
    takes = verb.cue.takes
    strength = takes.get(pattern, "medium" if pattern == "speech" and ("clause" in takes or "object" in takes) else "")
    source = _antecedent(line, verb) + _spans(line, subject)
    if pattern == "raising":
        impersonal = subject is not None and line.lower[subject[0]] == "it" and subject[1] - subject[0] == 1
        content = content if impersonal else source + content
        source = []
    elif not source:
        doubts += 1
    if verb.participle and verb.prev == "^":
        content = _inside_commas(line, verb, content)
    if verb.participle and rule in ("object", "clause"):
        doubts += 1
    if not content or (rule == "object" and (not strength or _other_sense(line, verb))):
        return None
    if not verb.cue.listed and (
        not source or verb.prev == "w" or (rule == "trailing" and not _has_finite(line, content))
    ):
        return None
    if verb.prev == "t" and pattern == "speech":  # came to see "Harbour Lights."
        return None
    state.any_yet = state.any_yet or bool(strength)
    if strength and subject and not (verb.prev == "w" and line.lower[subject[0]] in SELVES):
        state.subject = subject
    cue = [Span(line.starts[verb.first], line.ends[verb.last - 1])]
    return Proposal(line, verb.at, rule, strength, verb.cue.term, source, cue, content, doubts, verb.governed)


def _what_is_meant(line: Line, verb: Verb, subject: Units, cues: Cues) -> Found | None:
    """ "what they call a hoax", "the plan that he supports", "the plan he supports": it stands before its subject."""
    tags, before, at = line.tags, subject[0] - 1, verb.last
    if before < 0 or tags[at : at + 1] not in ("", *".,;:)-irTab"):
        return None
    about: Units | None = None
    if tags[before] == "w" and line.lower[before] in (*SELVES, "what"):
        about = (before, before + 1)
    elif tags[before] in "nN" and tags[subject[0]] == "p":
        about = phrase_bounds.noun_phrase_before(line, before)
    if about is None:
        return None
    more = clause_from(line, at, "object", cues) if line.lower[at : at + 1] == ["as"] else []
    return "object", "object", _spans(line, about) + more


def _other_sense(line: Line, verb: Verb) -> bool:
    """ "added 300 jobs", "call the police", "a boat called Lena", "attacked a village" """
    stop, low, tags = verb.cue.not_objects, line.lower, line.tags
    near = range(verb.last, min(verb.last + 4, len(low)))
    if any(low[u] in stop or ("#" in stop and tags[u] == "c") for u in near):
        return True
    alone = ALONE.match(tags, verb.last) if ALONE_SIGNS & stop else None
    return alone is not None and ("*" in stop or any(low[u] in places() for u in range(*alone.span())))


def tag_before(line: Line, unit: int) -> str:
    return line.tags[unit - 1] if unit > 0 else "^"


def _antecedent(line: Line, verb: Verb) -> list[Span]:
    """The name that "who" stands for."""
    if verb.prev != "w" or line.lower[verb.first - 1] not in SELVES:
        return []
    end = verb.first - 2
    end -= line.tags[end : end + 1] == ","
    return _spans(line, phrase_bounds.noun_phrase_before(line, end, phrase_bounds.MAX_APPOSITION_DEPTH))


def _inside_commas(line: Line, verb: Verb, content: list[Span]) -> list[Span]:
    """ "Ortiz, who refused to say more, left": a relative clause between commas ends with the second."""
    comma = line.tags.find(",", verb.last)
    if comma < 0:
        return content
    stop = line.ends[comma - 1]
    return [Span(s, min(e, stop)) for s, e in content if s < stop]


def _spans(line: Line, units: Units | None) -> list[Span]:
    return units_as_span(line, *units) if units else []


# ---- the subject ----------------------------------------------------------------------------------------------------


def _subject(line: Line, verb: Verb, state: State) -> tuple[Units | None, bool, int]:
    """The subject, whether it stands behind the verb ("said Ortiz"), and how many doubts there are about it."""
    tags, first, prev = line.tags, verb.first, verb.prev
    before = first - 1
    if verb.participle:
        if prev == "^":  # Citing police records, the paper said
            comma = tags.find(",", first)
            return (phrase_bounds.noun_phrase_after(line, comma + 1) if comma > 0 else None), False, 0
        own = phrase_bounds.noun_phrase_before(line, before) if prev in "nN" else None
        if own and line.lower[before] in WRITINGS:  # issued a statement saying
            own = phrase_bounds.main_subject(line, own[0]) or own
        subject = state.subject
        if subject is None or (subject[1] - subject[0] == 1 and tags[subject[0]] == "p"):  # he said he left, adding
            subject = phrase_bounds.main_subject(line, first) or subject
        return own or subject, False, 0
    if prev == "t":  # a plan to praise Ortiz
        return phrase_bounds.main_subject(line, before), False, 1
    if prev == "w":
        return ((before, before + 1) if line.lower[before] in SELVES else None), False, 1
    after_and = prev == "a" or (prev == "," and tags[first - 2 : before] == "a")
    if after_and or (prev == "b" and line.lower[before] == "but"):
        return state.subject or phrase_bounds.main_subject(line, before) or leading_phrase(line, before), False, 0
    after_speech = prev in "Q^" or (prev in ",-" and tags[first - 2 : before] == "Q")
    found = None if after_speech else phrase_bounds.noun_phrase_before(line, before)
    may_follow = found is None and prev in "Q^,-" and (not verb.cue.listed or not SPOKEN.isdisjoint(verb.cue.takes))
    behind = phrase_bounds.noun_phrase_after(line, verb.last) if may_follow else None
    closes = behind is not None and (behind[1] >= len(tags) or tags[behind[1]] in ",.")
    speaks = closes and verb.cue.takes.get("speech") == "strong" and tags[verb.last] != "p"
    if found is None and prev == "," and state.any_yet and not speaks:
        return state.subject or phrase_bounds.main_subject(line, before), False, 0
    if found and prev == "," and _is_said_behind(line, verb):  # steel, coal and grain, said the minister
        return phrase_bounds.noun_phrase_after(line, verb.last), True, 0
    if behind and (prev != "," or closes or tags[first - 2 : before] == "Q"):
        return behind, True, 0
    return found or (None if after_speech or verb.governed else leading_phrase(line, before + 1)), False, 0


def _has_finite(line: Line, content: list[Span]) -> bool:
    """Has what is said a verb of its own? "Asked about it, Ortiz laughed" has none in front."""
    return any(
        tag in "vxm" and s.start <= at < s.end for tag, at in zip(line.tags, line.starts, strict=True) for s in content
    )


def _is_said_behind(line: Line, verb: Verb) -> bool:
    """Is it the speaker that stands behind the verb, with a clause before it or around it?"""
    tags = line.tags
    says = verb.cue.takes.get("clause") == verb.cue.takes.get("speech") == "strong"
    says = says and not verb.cue.listener
    speaker = (
        phrase_bounds.noun_phrase_after(line, verb.last) if says and tags[verb.last : verb.last + 1] != "p" else None
    )
    if speaker is None or tags[speaker[1] : speaker[1] + 1] not in ("", ".", ","):
        return False
    return bool(CLAUSE_BEFORE.search(tags, 0, verb.first)) or tags[speaker[1] + 1 : speaker[1] + 2] in tuple("vxm")


# ---- passives -------------------------------------------------------------------------------------------------------


def _passive(line: Line, verb: Verb, cues: Cues) -> Proposal | None:
    """ "The plan was praised by Ortiz", "Hale was expected to resign", "they were told that" """
    low, tags = line.lower, line.tags
    if not verb.cue.listed or verb.last in line.works:  # the form is called "What Next?"
        return None
    before = verb.first - 1
    relative = verb.prev == "w" and low[before] in SELVES
    subject = (before, verb.first) if relative else phrase_bounds.noun_phrase_before(line, before)
    if subject is None and not (verb.cue.listener or verb.cue.particle):
        return None
    at = verb.last
    about = _spans(line, subject)
    source: list[Span] = []
    rule = pattern = "passive"
    agent = skip_adverbs(tags, at)
    if low[agent : agent + 1] == ["by"]:
        speaker = phrase_bounds.noun_phrase_after(line, agent + 1)
        if speaker is None:
            return None
        told = tags[speaker[1] : speaker[1] + 1] in ("w", "t")  # were told by the school that
        if verb.cue.listener and not told:
            return None
        source, rule, pattern = _spans(line, speaker), "passive-by", "passive" if told else "object"
        content = clause_from(line, speaker[1], "passive-by", cues) if told else about
    elif at < len(tags) and _passive_goes_on(line, verb, at):
        clause = clause_from(line, at, "passive", cues)
        impersonal = low[at] == "that" or verb.cue.listener
        content = clause if impersonal else about + clause
    else:
        content = about or (clause_from(line, at, "passive", cues) if at < len(tags) else [])
    strength = verb.cue.takes.get(pattern, "")
    if verb.prev == "^":
        content = _inside_commas(line, verb, content)
    if not content:
        return None
    cue = [Span(line.starts[verb.first], line.ends[verb.last - 1])]
    return Proposal(line, verb.at, rule, strength, verb.cue.term, source, cue, content)


def _passive_goes_on(line: Line, verb: Verb, at: int) -> bool:
    """Does what is said follow: "were told that", "was asked about it"?"""
    here, takes = line.tags[at], verb.cue.takes
    if here == "Q":
        return "speech" in takes
    return here in "tw" or line.lower[at] in ("as", "if") or (verb.cue.listener and here in "oi")

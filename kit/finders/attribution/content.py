"""What is said around a verb of saying: behind it, before it, or on both sides."""

from __future__ import annotations

import re

from kit.finders.attribution.cues import Cues
from kit.finders.attribution.extent import content_end, content_start
from kit.finders.attribution.lines import Line
from kit.finders.attribution.phrase_bounds import Units, skip_adverbs, span_of
from kit.finders.attribution.verbs import Verb
from kit.text import Span

# What may stand between the verb and what is said: "on Tuesday", "in a statement", "to reporters". No piece may begin
# inside another, or a long row of them would be tried in every way there is.
BETWEEN = re.compile(r"(?:r|T|iTc?|[it](?:[djcnNsoq]|a(?=[djnN]))*[nNc]|,(?=[ir][^,.]*,))*?(?=w|[,:]?[Qq]|,?:|,r?[Qq])")
LISTENER = re.compile(r"p|[djcnNs]*[nN](?:[io][djcnNs]*[nNT]|,?T)*")
SHORT_LISTENER = re.compile(r"p|[djc]*[nN]")
CIRCUMSTANCE = re.compile(r"(?:r|T|iT|i[djcnNso]*[nN](?![nN]))*")
THEN_CLAUSE = re.compile(r"(?:r|T|iT[c]?|i[dj]*n(?=[dpN]))+")
VERB_FIRST = re.compile("v[xm]")  # said pay had risen: the tagger takes the subject for a verb
PLAIN_SUBJECT = re.compile(r"(?:p|[djcnNsoqre(]|\)|i(?=[djcnNqs])|a(?=[djcnN])|g(?=[nN]))+")
WHAT_SHE_SAID = re.compile("[Qq]xw$")
SAYS_SOMETHING = re.compile("[vxmeQ]|nt")
HAS_VERB = re.compile(r"[vxm]|[nNps)]r*e|,e")

ASKING = ("ask", "wonder", "question", "inquire", "enquire", "doubt", "know", "see", "decide", "determine", "tell")

Found = tuple[str, str, list[Span]]  # rule, pattern, content


def inverted_content(line: Line, verb: Verb, subject: Units, cues: Cues) -> Found | None:
    """ "...," said Ortiz. / The cuts, argued the union, would ... / Said Ortiz: "..." """
    tags = line.tags
    start = content_start(line, verb.first)
    before = span_of(line, start, verb.first) if start < verb.first else None
    content = [before] if before else []
    spoken = "Q" in tags[start : verb.first]
    end = subject[1]
    if tags[end : end + 1] in (",", ":") and tags[end + 1 : end + 2] == "Q":
        content.append(line.span(end + 1))
        if not before:
            return "said-after", "speech", content
    if not before:
        return None
    if spoken:
        return "said-before", "speech", content
    goes_on = tags[end + 1 : end + 2] not in ("", "g", "w", "d")
    if goes_on and tags[verb.first - 1] == tags[end : end + 1] == ",":
        return "between", "clause", content + clause_from(line, end + 1, "between", cues)
    return "trailing", "clause", content


def plain_content(line: Line, verb: Verb, subject: Units | None, cues: Cues) -> Found | None:
    """Subject, verb, and then what is said, or the other way round."""
    tags, low = line.tags, line.lower
    n = len(tags)
    left = verb.first if verb.participle or subject is None else subject[0]
    at = verb.last
    as_said = left > 0 and low[left - 1] == "as"
    left -= as_said
    if WHAT_SHE_SAID.search(tags, 0, left):  # "..." is what she wrote
        return "said-before", "speech", [line.span(left - 3)]
    quoted = tags[left - 1 : left] == "Q" or tags[max(0, left - 2) : left] == "Q,"
    goes_on = verb.participle and tags[at : at + 1] not in ("", *".,;")
    goes_on = goes_on or (verb.participle and tags[at : at + 2] == ",Q")  # "...," he said, adding, "..."
    if quoted and not goes_on:
        target = _behind_gap(tags, at)
        if low[target : target + 1] != ["that"]:
            return _quotation_before(line, left, at)
    if verb.cue.listener and at < n and tags[at] in "pdnNjc":
        at = _after_listener(line, at)
    if at < n and low[at] in ("if", "when") and _leaves_open(line, verb):
        return "question", "clause", clause_from(line, at, "question", cues)
    target = _behind_gap(tags, at)
    if (
        target > at
        and tags[at : at + 1] in ("i", "t")
        and tags[target : target + 1] == "w"
        and "clause" not in verb.cue.takes
    ):
        target = n
    if target > at and low[target : target + 1] == ["that"] and tags[target + 1 : target + 2] in tuple("vxm"):
        colon = tags.find(":", target)  # said in the leaflet that came with the bill: "..."
        target = colon if colon > 0 else n
    if target < n:
        if low[target] == "that":
            return "that-clause", "clause", clause_from(line, target, "that-clause", cues)
        if tags[target] == "w" and target == at:
            return "question", "clause", clause_from(line, target, "question", cues)
        if tags[target] in "Qq:,":
            found = _quotation_after(line, left, at, target, cues)
            if found:
                return found
    later = _that_later(line, at) if "clause" in verb.cue.takes else None
    if later:
        return "that-clause", "clause", clause_from(line, later, "that-clause", cues)
    if as_said and (left == 0 or tags[left - 1] in ".:ab") and tags[at : at + 1] in tuple(",riT"):
        return _after_as(line, at, cues)
    if not verb.cue.listed:
        return None if verb.participle or tags[at : at + 1] not in tuple(".,);") else _trailing(line, left, at, cues)
    heard = at > verb.last
    behind = skip_adverbs(tags, at)
    at = behind if behind < n else at
    if tags[at : at + 1] == "t":  # urged | people to stay, promised | not to go
        start = verb.last if heard else at - 1 if low[at - 1] == "not" else at
        return _to_do(line, verb, start, at, cues)
    found = _before_or_object(line, verb, left, at, cues)
    if found is None and heard:  # warned China against it
        return "object", "object", clause_from(line, verb.last, "object", cues)
    return found


def _behind_gap(tags: str, at: int) -> int:
    """The unit behind what may stand between a verb and what is said; the end of the line, if nothing is."""
    gap = BETWEEN.match(tags, at)
    return gap.end() if gap else len(tags)


def _that_later(line: Line, at: int) -> int | None:
    """The unit of "that" behind an adverbial of any kind: "said in a letter after the raid that it was shut"."""
    tags = line.tags
    if tags[at : at + 1] not in tuple("i,-brT("):
        return None
    for unit in range(at + 1, len(tags) - 1):
        if tags[unit] in "Qq;:":
            return None
        closed = tags[at] != "," or tags[unit - 1] == ","
        if line.lower[unit] == "that" and tags[unit] == "w" and tags[unit + 1] not in "vxme," and closed:
            return unit
    return None


def _after_as(line: Line, at: int, cues: Cues) -> Found | None:
    """As Ortiz said on Monday, the bridge is safe."""
    comma = line.tags.find(",", at)
    content = clause_from(line, comma + 1, "as", cues) if 0 <= comma < len(line.tags) - 1 else []
    return ("as", "clause", content) if content else None


def _leaves_open(line: Line, verb: Verb) -> bool:
    """ "asked if", "did not say when", "refused to say when"; but not "said when asked" """
    return verb.cue.term in ASKING or verb.governed or not {"not", "n't"}.isdisjoint(line.lower[verb.first : verb.at])


def clause_from(line: Line, start: int, rule: str, cues: Cues) -> list[Span]:
    """What begins at unit `start`, up to its likeliest end."""
    return units_as_span(line, start, content_end(line, start, rule, cues))


def _quotation_before(line: Line, left: int, at: int) -> Found | None:
    """ "...," Ortiz said, "..." """
    tags = line.tags
    before = span_of(line, content_start(line, left), left)
    content = [before] if before else []
    while at < len(tags) and tags[at] not in "Qqwvxg.;b:":
        at += 1
    if tags[at : at + 1] == "Q" and tags[at - 1] == ",":
        content.append(line.span(at))
    elif tags[at : at + 2] == ":Q":
        content.append(line.span(at + 1))
    return "said-before", "speech", content


def _after_listener(line: Line, at: int) -> int:
    """The unit after "reporters" in "told reporters that"."""
    tags = line.tags
    listener = LISTENER.match(tags, at)
    if listener is None:
        return at
    end = listener.end()
    if tags[end : end + 1] in ("v", "x", "m"):  # told CNN Hale would
        short = SHORT_LISTENER.match(tags, at)
        return short.end() if short else end
    if tags[end : end + 1] == "w" and line.lower[end] == "who":
        that = next((u for u in range(end, len(tags)) if line.lower[u] == "that"), None)
        return that or end
    return end


def _quotation_after(line: Line, left: int, at: int, target: int, cues: Cues) -> Found | None:
    """Ortiz said: "..." """
    tags = line.tags
    n = len(tags)
    speech = target
    while speech < n and tags[speech] in ",:r":
        speech += 1
    if speech >= n:
        return None
    if tags[speech] not in "Qq":
        if tags[target] != ":":
            return None
        before = span_of(line, content_start(line, left), left) if tags[max(0, left - 1) : left] == "," else None
        if before:
            return "between", "clause", [before, *clause_from(line, speech, "between", cues)]
        return "colon", "speech", clause_from(line, speech, "colon", cues)
    if speech in line.works and tags[speech] == "q" and tags[speech - 1] not in ",:":  # read "Great Expectations"
        return None
    touching = tags[target] in "Qq"
    goes_on = tags[speech + 1 : speech + 2]
    if touching and target == at and goes_on and goes_on not in ".,ab;:w-":
        return "mixed", "speech", clause_from(line, speech, "mixed", cues)
    end = content_end(line, speech, "said-after", cues) if touching and goes_on != "," else speech + 1
    content = [s for s in (span_of(line, speech, end),) if s]
    if left > 0 and tags[left - 1] in "Q," and tags[target] == "," and speech in line.fragments:
        start = content_start(line, left)
        before = span_of(line, start, left) if start < left else None
        content = ([before] if before else []) + content
    return "said-after", "speech", content


def _before_or_object(line: Line, verb: Verb, left: int, at: int, cues: Cues) -> Found | None:
    tags = line.tags
    here = tags[at : at + 1]
    before = tags[left - 1 : left]
    ends = here in ("", ".", ")", ",", ";")
    follows = (before in ("Q", ",") and here in "ib") or (before == "Q" and here in "TrgatdnNe")
    if ends or (follows and not verb.participle):
        return None if verb.participle else _trailing(line, left, at, cues)
    if here == "i" and verb.cue.takes.get("clause") == "strong":  # said on Monday the talks had failed
        lead = THEN_CLAUSE.match(tags, at)
        if lead and HAS_VERB.search(tags, lead.end()):
            return "clause", "clause", clause_from(line, lead.end(), "clause", cues)
    if "raising" in verb.cue.takes and here in "xmpdnNjcgew":
        return "seems", "raising", clause_from(line, at, "seems", cues)
    if here == "i" and not verb.cue.particle:
        return None
    if here in "ipdnNjcQqsegw":
        return _object_or_clause(line, verb, at, cues)
    if here in "xm" or VERB_FIRST.match(tags, at):
        return "clause", "clause", clause_from(line, at, "clause", cues)
    return None


def _to_do(line: Line, verb: Verb, start: int, at: int, cues: Cues) -> Found:
    """What somebody is to do: "to" stands at `at`, whoever is to do it may stand before it."""
    rule, pattern = ("seems", "raising") if "raising" in verb.cue.takes else ("infinitive", "infinitive")
    return rule, pattern, units_as_span(line, start, content_end(line, start, rule, cues, at + 1))


def units_as_span(line: Line, first: int, last: int) -> list[Span]:
    span = span_of(line, first, last)
    return [span] if span else []


def _trailing(line: Line, left: int, at: int, cues: Cues) -> Found | None:
    """The talks failed, officials said. / The plan, she said, would fail."""
    tags = line.tags
    start = content_start(line, left)
    if left < 1 or tags[left - 1] not in ",Q-" or tags[start] == "o":  # Of the 80 who were asked, 12 answered
        return None
    content = units_as_span(line, start, left)
    spoken = tags[left - 1] == "Q" or tags[left - 2 : left] == "Q,"  # a fragment further left is not all he said
    rule = "said-before" if spoken else "trailing"
    skipped = CIRCUMSTANCE.match(tags, at)
    at = skipped.end() if skipped else at
    here = tags[at : at + 1]
    rest: list[Span] = []
    if (here == "," and tags[left - 1] == "," and tags[at + 1 : at + 2] not in ("", "g", "w")) or (
        here == ":" and at + 1 < len(tags)
    ):
        rest = [line.span(at + 1)] if tags[at + 1] == "Q" else clause_from(line, at + 1, "between", cues)
        content += rest
        rule = rule if spoken or not rest else "between"
    if not rest and not SAYS_SOMETHING.search(tags, start, left):
        return None
    return rule, "speech" if spoken else "clause", content


def _object_or_clause(line: Line, verb: Verb, at: int, cues: Cues) -> Found | None:
    tags = line.tags
    takes = verb.cue.takes
    if verb.cue.particle:
        return "object", "object", clause_from(line, at, "object", cues)
    if tags[at] == "g":
        return "object", "object", clause_from(line, at, "object", cues)
    subject = PLAIN_SUBJECT.match(tags, at)
    has_verb = subject is not None and tags[subject.end() : subject.end() + 1] in tuple("vxm")
    if has_verb or (takes.get("clause") in ("strong", "medium") and HAS_VERB.search(tags, at + 1)):
        end = content_end(line, at, "clause", cues)
        if has_verb or HAS_VERB.search(tags, at + 1, end):
            return "clause", "clause", units_as_span(line, at, end)
    return "object", "object", clause_from(line, at, "object", cues)

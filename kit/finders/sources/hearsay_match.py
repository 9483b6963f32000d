"""Does a wording of `hearsay.toml` stand at this word of a line, with nobody in its clause to answer for it?"""

from __future__ import annotations

import re

from kit.finders.attribution.lines import Line
from kit.finders.sources.affiliation import is_nationality
from kit.finders.sources.hearsay_wordings import AGENTS, Units, Wording, end_of_steps
from kit.finders.sources.source_lists import source_lists
from kit.language.grammar import BE

HELPERS = BE | {"ain"}
NOT_ASKED = frozenset("i we you".split())  # "we were accused": the writer's own business; "you are expected": a duty
BETWEEN = frozenset("both all each long".split())  # may stand before a participle like an adverb
MIGHT = frozenset("can could should might must ca".split())  # "can be seen as": nobody has said so yet
OBJECTLESS = frozenset("as of for with on".split())  # "a man accused of": the object of the verb stands before it
WITH_TO = frozenset("expected claimed feared".split())  # "he claimed to be": these take "to" with a subject as well
TIMES = frozenset(
    "end time start year week month day morning night evening weekend summer winter spring autumn fall then now far "
    "next mid-week deadline moment minute hour date close rest turn".split()
)
LOOSE = frozenset("a an some any several many few more most".split())
OWN = frozenset(
    "make makes made making raise raises raised repeat repeats repeated voice voices voiced lodge lodged level leveled "
    "levelled spread spreads have has had express expresses expressed".split()
)
SAYING = frozenset(
    "say says said tell tells told claim claims claimed add adds added insist insists insisted argue argues argued "
    "think thinks thought believe believes believed expect expects expected fear fears feared warn warns warned "
    "allege alleges alleged".split()
)
THAT_THEY = re.compile(r"w[djcnNs]*$")
CONTACT_CLAUSE = re.compile(r"d[jcn]*(n)N+$")
LED_IN = re.compile(r"i[djcnN]+")
TAGS_IN_GAP = "djcnegaNrs,xm"  # kinds of these units
MAX_UNITS_IN_GAP = 4  # units that "..." may stand for
MAX_UNITS_TO_AGENT = 30  # units in which "by ..." still belongs to the wording


def match(line: Line, i: int, wording: Wording) -> Units | None:
    """The units of the line that the wording takes if it begins (a passive: has its participle) at unit `i`."""
    noun, end = end_of_steps(line, i, wording.steps, TAGS_IN_GAP, MAX_UNITS_IN_GAP)
    if not end:
        return None
    if wording.form == "adverb":
        return i, end
    if wording.form == "hearsay-adverb":
        return (i, end) if _reports(line, i) else None
    if wording.form == "adjective":
        noun_follows = line.tags[end : end + 1] in tuple("jnNceg")
        return (i, end) if noun_follows and line.tags[i - 1 : i] not in ("x", "s") else None
    if wording.form == "sources":
        return _sources(line, i, end)
    if wording.form == "passive":
        return _passive(line, i, end, wording)
    if line.tags[i] in "nN":  # "doubts ... persist"
        noun = i
    if (wording.form == "noun" or wording.bare) and _owned(line, i + 1 if noun > i else 0, noun, wording):
        return None
    follow = _followed(line, end, wording)
    return None if follow is None or _agent_after(line, end, wording) else (i, follow)


def _followed(line: Line, end: int, wording: Wording) -> int | None:
    """The end of the match, with the word that must follow; None if another word follows."""
    at = end
    while at < len(line.tags) and line.tags[at] in "rT":
        at += 1
    word = line.lower[at] if at < len(line.lower) else ""
    if word in wording.not_then:
        return None
    if not wording.then:
        return end
    if word not in wording.then:
        return None
    return at + 1 if word.isalpha() else end


def _passive(line: Line, i: int, end: int, wording: Wording) -> Units | None:
    """ "is widely expected to", or "a year expected to" without its helper."""
    low, tags = line.lower, line.tags
    first = i
    while first and (tags[first - 1] in "rxm" or low[first - 1] in HELPERS or low[first - 1] in BETWEEN):
        first -= 1
    helpers = low[first:i]
    subject = low[first - 1] if first else ""
    if subject in NOT_ASKED or not MIGHT.isdisjoint(helpers) or (helpers and subject == "to"):
        return None
    if HELPERS.isdisjoint(helpers) or helpers[0] == "being":
        first = i
        if not (wording.reduced and _reduced(line, i, end, wording)):
            return None
    while first < i and (tags[first] == "r" or (low[first] in BETWEEN and first)):
        first += 1
    if subject == "it" and "that" in wording.then:  # "it is believed the ship sank"
        return None if _agent_at(line, end, wording) else (first - 1, end)
    follow = _followed(line, end, wording)
    if follow is None:
        return None
    whole_clause = low[follow - 1] in ("to", "that")  # what comes then has its own "by"
    agent = _agent_at(line, end, wording) if whole_clause else _agent_after(line, end, wording)
    return None if agent else (first, follow)


def _reduced(line: Line, i: int, end: int, wording: Wording) -> bool:
    """ "a year expected to bring rain", "a man accused of theft", ", long seen as a risk": no helper is needed."""
    low, tags = line.lower, line.tags
    before = i
    while before and (tags[before - 1] == "r" or low[before - 1] in BETWEEN):
        before -= 1
    left = tags[before - 1] if before else ""
    objectless = not OBJECTLESS.isdisjoint(low[end - 1 : end + 1])
    objectless = objectless or (low[end : end + 1] == ["to"] and low[i] not in WITH_TO)
    followed = end > i + 1 or _followed(line, end, wording) not in (None, end)
    if left in ",-" and tags[i] == "e":
        return True
    if left == "" or left not in "nN":
        return False
    if LED_IN.fullmatch(tags, 0, before):  # "In a year expected to": that noun is no subject
        return followed
    contact = CONTACT_CLAUSE.search(tags, 0, before)
    if contact and low[contact.start(1)] not in source_lists().nouns:  # "a way Lund described as": Lund did it
        return False
    if THAT_THEY.search(tags, max(0, before - 12), before):  # "what the writers described as": they did it
        return False
    return objectless or (tags[i] == "e" and followed and _has_verb(tags, before, end))


def _has_verb(tags: str, before: int, end: int) -> bool:
    """Has the sentence a verb of its own? Without one, "the council expected to win" is a sentence already."""
    return not {"v", "x", "m"}.isdisjoint(tags[:before] + tags[end + 1 :])


def _reports(line: Line, i: int) -> bool:
    """Does this adverb go with a finite verb? "He apparently left", "had apparently been" - not "apparently happy"."""
    tags, low = line.tags, line.lower
    before, behind = tags[i - 1 : i], tags[i + 1 : i + 2]
    if behind == "v" or low[i + 1 : i + 2] == ["been"]:
        return True
    return behind == "e" and (before in ("p", "n", "N") or low[i - 1 : i] in (["had"], ["has"], ["have"]))


def _sources(line: Line, i: int, end: int) -> Units | None:
    """ "sources said", "according to sources": not a word about them before or after."""
    low, tags = line.lower, line.tags
    first = i
    if first and low[first - 1] in ("a", "one"):
        first -= 1
    elif low[i] == "source":
        return None
    to = first > 1 and low[first - 2] == "according"
    by_itself = first == 0 or tags[first - 1] in ",.;:-Qab" or to
    after = low[end] if end < len(low) else ""
    if not by_itself or not (after in SAYING or (to and tags[end : end + 1] in (",", ".", ""))):
        return None
    return (first - 2 if to else first, end)


def _owned(line: Line, stop: int, i: int, wording: Wording) -> bool:
    """Does something between unit `stop` and the noun at `i` say whose it is ("his", "Ortiz's", "Republican"), or that
    it is known already ("the")?"""
    low, tags = line.lower, line.tags
    first = i
    while first > stop and (tags[first - 1] in "jegcnr" or low[first - 1] in wording.before):
        if low[first - 1] in OWN or (tags[first - 1] == "e" and tags[max(0, first - 2)] in "nN"):
            break
        first -= 1
        if low[first] in wording.before:
            continue
        if (tags[first] == "n" and wording.before) or (first and line.form[first][0].isupper() and not line.title):
            return True
        if is_nationality(line.form[first]):  # "Republican claims that ..."
            return True
    if first == stop:
        return False
    before, left = low[first - 1], tags[first - 1]
    if left == ",":  # "He kept the rules, claims that ...", but not "In 1828, claims that ..."
        return tags[0] not in "ibrT"
    return left in "sN" or before in OWN or (left == "d" and before not in LOOSE)


def _agent_at(line: Line, at: int, wording: Wording) -> bool:
    """Does "by somebody" stand at this unit?"""
    low, tags = line.lower, line.tags
    if low[at : at + 1] == [] or low[at] not in wording.agents:
        return False
    ahead = tags[at + 1 : at + 2]
    if low[at] not in AGENTS:  # "in the Ledger" names a paper, "in the news" does not
        return not {"N", "q"}.isdisjoint(tags[at + 1 : at + 3])
    if ahead == "" or ahead not in "dnNpcjqse":
        return False
    if low[at + 1][0].isdigit():  # "by 55 percent of voters", but "by 5 percent"
        return "of" in low[at + 2 : at + 4]
    return ahead != "T" and TIMES.isdisjoint(low[at + 1 : at + 4])


def _agent_after(line: Line, at: int, wording: Wording) -> bool:
    """Does "by somebody" stand in the rest of the clause?"""
    low, tags = line.lower, line.tags
    for k in range(at, min(len(tags), at + MAX_UNITS_TO_AGENT)):
        here = tags[k]
        if here in ".;:Q" or (here in "wb" and k > at):
            return False
        if here in ",-" and tags[k + 1 : k + 2] not in ("r", "i", "g", "e"):
            return False
        if low[k] in wording.agents and _agent_at(line, k, wording):
            return True
    return False

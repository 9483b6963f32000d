"""The wordings of `hearsay.toml`, ready for looking up word by word, and how one is matched in a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kit.finders.attribution.lines import Line
from kit.lexicon import Entry, LexiconError, load, verb_forms

FORMS = ("passive", "phrase", "noun", "adverb", "hearsay-adverb", "adjective", "sources")
KINDS = ("hearsay", "view", "attack", "sources")

BE = frozenset("be is are was were been being 's 're ain".split())
NOT_ASKED = frozenset("i we you".split())  # "we were accused": the writer's own business; "you are expected": a duty
EACH = frozenset("both all each".split())
MIGHT = frozenset("can could should might must ca".split())  # "can be seen as": nobody has said so yet
OBJECTLESS = frozenset("as of for with on".split())  # "accused of": the verb wants an object; here it is the noun before
AGENTS = frozenset("by from among".split())
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
    "say says said tell tells told claim claims claimed add adds added insist insists insisted argue argues argued think "
    "thinks thought believe believes believed expect expects expected fear fears feared warn warns warned "
    "allege alleges alleged".split()
)
THAT_THEY = re.compile(r"w[djcnNs]*$")
LED_IN = re.compile(r"i[djcnN]+")
STEM = 5  # letters that "reportedly" and "reported", "expected" and "expect" share
IN_GAP = "djcnegaNrs,xm"  # kinds of these units
FILLED = 4  # units that "..." may stand for
CLAUSE = 30  # units in which "by ..." still belongs to the wording

Units = tuple[int, int]
Steps = tuple[frozenset[str] | None, ...]  # None is "..."


@dataclass(frozen=True, slots=True)
class Wording:
    """One entry: its form and kind, the words it is made of, what may and may not follow, and what to ask."""

    term: str
    form: str
    kind: str
    question: str
    steps: Steps
    then: frozenset[str]
    not_then: frozenset[str]
    agents: frozenset[str]
    before: frozenset[str]
    reduced: bool
    bare: bool
    stems: frozenset[str]  # the beginnings of its verbs or nouns


@cache
def wordings() -> Mapping[str, list[Wording]]:
    """All wordings by every word they may begin with; longer ones first."""
    found: dict[str, list[Wording]] = {}
    entries = load(
        "hearsay", ("form", "kind", "question"), ("then", "not_then", "agents", "before", "reduced", "bare")
    )
    for entry in entries:
        wording = _wording(entry)
        for word in wording.steps[0] or ():
            found.setdefault(word, []).append(wording)
    for row in found.values():
        row.sort(key=lambda w: (w.form != "passive", -len(w.steps)))
    return found


def _wording(entry: Entry) -> Wording:
    data = entry.data
    for key, known in (("form", FORMS), ("kind", KINDS)):
        if data[key] not in known:
            raise LexiconError(
                f'hearsay.toml, entry "{entry.term}": {key} = "{data[key]}" is not known. Known: {", ".join(known)}.'
            )
    steps = steps_of(entry, "hearsay.toml")
    if data["form"] == "passive":
        forms = (verb_forms(verb).items() for verb in entry.term.split()[0].split("/"))
        steps = (frozenset(form for row in forms for form, letters in row if "e" in letters), *steps[1:])
    then, not_then, agents, before = (frozenset(data.get(k, ())) for k in ("then", "not_then", "agents", "before"))
    reduced, bare = bool(data.get("reduced")), bool(data.get("bare"))
    stems = frozenset(word[:STEM] for step in steps for word in step or () if len(word) > STEM)
    form, kind, question = data["form"], data["kind"], data["question"]
    return Wording(entry.term, form, kind, question, steps, then, not_then, AGENTS | agents, before, reduced, bare, stems)


def steps_of(entry: Entry, file: str) -> Steps:
    """The words of a term, one set of forms a word: "~raise" is any form of the verb, "for/about" one or the other,
    and "..." (None) anything short."""
    steps = tuple(None if word == "..." else _forms(word) for word in entry.term.split())
    if steps[0] is None or steps[-1] is None:
        raise LexiconError(f'{file}, entry "{entry.term}": "..." can only stand between words.')
    return steps


def _forms(word: str) -> frozenset[str]:
    forms: set[str] = set()
    for choice in word.split("/"):
        if choice == "~be":
            forms |= BE
        else:
            forms |= set(verb_forms(choice[1:])) if choice.startswith("~") else {choice}
    return frozenset(forms)


def match(line: Line, i: int, wording: Wording) -> Units | None:
    """The units of the line that the wording takes if it begins (a passive: has its participle) at unit `i`."""
    noun, end = end_of_steps(line, i, wording.steps, IN_GAP, FILLED)
    if not end:
        return None
    if wording.form == "adverb":
        return i, end
    if wording.form == "hearsay-adverb":
        return (i, end) if _reports(line, i) else None
    if wording.form == "adjective":
        return (i, end) if line.kind[i - 1 : i] not in ("x", "s") and line.kind[end : end + 1] in tuple("jnNceg") else None
    if wording.form == "sources":
        return _sources(line, i, end)
    if wording.form == "passive":
        return _passive(line, i, end, wording)
    if (wording.form == "noun" or wording.bare) and _owned(line, i + 1 if noun > i else 0, noun, wording):
        return None
    follow = _followed(line, end, wording)
    return None if follow is None or _agent_after(line, end, wording) else (i, follow)


def end_of_steps(line: Line, i: int, steps: Steps, in_gap: str, widest: int) -> tuple[int, int]:
    """The unit of the noun (what comes after "...", else `i`) and the unit after the last word; (0, 0) for no match.

    Adverbs may stand between two words. "..." stands for fewer than `widest` units, each of a kind in `in_gap`.
    """
    low, kind = line.low, line.kind
    noun, at = i, i + 1
    gap = False
    for step in steps[1:]:
        if step is None:
            gap = True
            continue
        stop = min(len(low), at + (widest if gap else 2))
        while at < stop and low[at] not in step and kind[at] in (in_gap if gap else "r"):
            at += 1
        if at >= len(low) or low[at] not in step:
            return 0, 0
        noun = at if gap else noun
        at, gap = at + 1, False
    return noun, at


def _followed(line: Line, end: int, wording: Wording) -> int | None:
    """The end of the match, with the word that must follow; None if another word follows."""
    at = end
    while at < len(line.kind) and line.kind[at] in "rT":
        at += 1
    word = line.low[at] if at < len(line.low) else ""
    if word in wording.not_then:
        return None
    if not wording.then:
        return end
    return at + 1 if word in wording.then else None


def _passive(line: Line, i: int, end: int, wording: Wording) -> Units | None:
    """ "is widely expected to", or "a year expected to" without its helper."""
    low, kind = line.low, line.kind
    first = i
    while first and (kind[first - 1] in "rxm" or low[first - 1] in BE or low[first - 1] in EACH):
        first -= 1
    helpers = low[first:i]
    subject = low[first - 1] if first else ""
    if subject in NOT_ASKED or not MIGHT.isdisjoint(helpers) or (helpers and subject == "to"):
        return None
    if BE.isdisjoint(helpers) or helpers[0] == "being":
        first = i
        if not (wording.reduced and _reduced(line, i, end, wording)):
            return None
    while first < i and kind[first] == "r":
        first += 1
    it = subject == "it" and "that" in wording.then  # "it is believed the ship sank"
    follow = _followed(line, end, wording)
    if follow is None and it:
        follow = end
    if follow is None:
        return None
    whole_clause = it or low[follow - 1] in ("to", "that")  # what comes then has its own "by"
    agent = _agent_at(line, end, wording) if whole_clause else _agent_after(line, end, wording)
    return None if agent else (first, follow)


def _reduced(line: Line, i: int, end: int, wording: Wording) -> bool:
    """ "a year expected to bring rain", "a man accused of theft", ", long seen as a risk": no helper is needed."""
    low, kind = line.low, line.kind
    before = i
    while before and kind[before - 1] == "r":
        before -= 1
    left = kind[before - 1] if before else ""
    objectless = not OBJECTLESS.isdisjoint(low[end - 1 : end + 1])
    followed = end > i + 1 or _followed(line, end, wording) not in (None, end)
    if left in ",-" and kind[i] == "e":
        return True
    if left == "" or left not in "nN":
        return False
    if LED_IN.fullmatch(kind, 0, before):  # "In a year expected to": that noun is no subject
        return followed
    if THAT_THEY.search(kind, max(0, before - 12), before):  # "what the writers described as": they did it
        return False
    return objectless or (kind[i] == "e" and followed)


def _reports(line: Line, i: int) -> bool:
    """Does this adverb go with a finite verb? "He apparently left", "had apparently been" - not "apparently happy"."""
    kind = line.kind
    before = kind[i - 1] if i else ""
    return kind[i + 1 : i + 2] == "v" or (before == "x" and kind[i + 1 : i + 2] in tuple("xe"))


def _sources(line: Line, i: int, end: int) -> Units | None:
    """ "sources said", "according to sources": not a word about them before or after."""
    low, kind = line.low, line.kind
    first = i
    if first and low[first - 1] in ("a", "one"):
        first -= 1
    elif low[i] == "source":
        return None
    to = first > 1 and low[first - 2] == "according"
    by_itself = first == 0 or kind[first - 1] in ",.;:-Qab" or to
    after = low[end] if end < len(low) else ""
    if not by_itself or not (after in SAYING or (to and kind[end : end + 1] in (",", ".", ""))):
        return None
    return (first - 2 if to else first, end)


def _owned(line: Line, stop: int, i: int, wording: Wording) -> bool:
    """Does something between unit `stop` and the noun at `i` say whose it is ("his", "Ortiz's", "Republican"), or that
    it is known already ("the")?"""
    low, kind = line.low, line.kind
    first = i
    while first > stop and (kind[first - 1] in "jegcnr" or low[first - 1] in wording.before):
        if low[first - 1] in OWN or (kind[first - 1] == "e" and kind[max(0, first - 2)] in "nN"):
            break
        first -= 1
        if low[first] in wording.before:
            continue
        if (kind[first] == "n" and wording.before) or (first and line.form[first][0].isupper() and not line.title):
            return True
    if first == stop:
        return False
    before, left = low[first - 1], kind[first - 1]
    if left == ",":  # "He kept the rules, claims that ...", but not "In 1828, claims that ..."
        return kind[0] not in "ibrT"
    return left in "sN" or before in OWN or (left == "d" and before not in LOOSE)


def _agent_at(line: Line, at: int, wording: Wording) -> bool:
    """Does "by somebody" stand at this unit?"""
    low, kind = line.low, line.kind
    if low[at : at + 1] == [] or low[at] not in wording.agents:
        return False
    ahead = kind[at + 1 : at + 2]
    if low[at] not in AGENTS:  # "in the Ledger" names a paper, "in the news" does not
        return not {"N", "q"}.isdisjoint(kind[at + 1 : at + 3])
    if ahead == "" or ahead not in "dnNpcjqse":
        return False
    if low[at + 1][0].isdigit():  # "by 55 percent of voters", but "by 5 percent"
        return "of" in low[at + 2 : at + 4]
    return ahead != "T" and TIMES.isdisjoint(low[at + 1 : at + 4])


def _agent_after(line: Line, at: int, wording: Wording) -> bool:
    """Does "by somebody" stand in the rest of the clause?"""
    low, kind = line.low, line.kind
    for k in range(at, min(len(kind), at + CLAUSE)):
        here = kind[k]
        if here in ".;:Q" or (here in "wb" and k > at):
            return False
        if here in ",-" and kind[k + 1 : k + 2] not in ("r", "i", "g", "e"):
            return False
        if low[k] in wording.agents and _agent_at(line, k, wording):
            return True
    return False

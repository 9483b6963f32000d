"""How far what somebody says reaches in a line.

Where it starts is a rule. It ends at a comma, a dash, an "and" and the like, or with the sentence: weights learned from
marked news say of each such place how often content ends there if it has come so far (before ", adding" as a rule,
before ", including" hardly ever), and the place that is likeliest over all is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from kit.finders.attribution.cues import Cues
from kit.finders.attribution.lines import FINITE, Line
from kit.finders.attribution.weights import attribution_weights
from kit.language.grammar import CLASS_OF_WORD

SUBJECT_VERB = re.compile(r"[djcnNs]*[pnN](?:j?[iot][djcnNs]*[nN])?r*[xm]?r*(?=[ven])")
LIST = re.compile(r",(?:[djcnN]+,)*[djcnN]+,?a[djcnN]")  # a galley, two cranes and a helipad
MARK = re.compile("[,;:-]")
NO_MARK = "djcnNsoqTivxmegpwabtr()."  # letters of units that do not end a clause
LEADS = ("and", "but", "because", "yet", "though", "although")
TURNS = ("but", "while", "though", "although", "yet")
JOINED = ("said", "says", "added", "adds", "told", "noted", "argued", "wrote", "asked", "warned", "urged", "denied")
SHAPES = {"object": "object", "noun": "object", "second-hand": "object", "seems": "object", "infinitive": "infinitive"}
# Letters of units before which content of a shape may end: before others it does in one place of a hundred, at most.
STOPS = {
    "that": frozenset(",;-:()abg"),
    "clause": frozenset(",;-:()abgwi"),
    "infinitive": frozenset(",;-:()abiT"),
    "object": frozenset(",;-:()abiTxrtwg"),
}
MAX_STOPS = 40  # units at which content may end that are tried: what none of them ends goes on to the end of the line
MAX_UNITS_TO_CUE = 5  # units behind an end in which a cue tells that somebody else speaks
LENGTHS = ("1", "1", "2", "3", *["6"] * 3, *["11"] * 5, *["19"] * 8, "20")  # how a number of units is called
MOST = len(LENGTHS) - 1  # units that are told apart


def content_start(line: Line, end: int) -> int:
    """First unit of content that stands before unit `end`."""
    low = max(line.tags.rfind(";", 0, end), line.tags.rfind(":Q", 0, end)) + 1
    while low < end and (line.tags[low] == "," or line.lower[low] in LEADS):
        low += 1
    return low


def content_end(line: Line, start: int, rule: str, cues: Cues, least: int = 0) -> int:
    """The unit after content that begins at `start`: its likeliest end. It does not end before unit `least`."""
    reach = Reach(line, start, rule, cues)
    weights = attribution_weights().end
    end, best, not_yet = reach.last, 0.0, 1.0
    for unit in reach.stops():
        if unit < least:
            continue
        if _another_begins(line, unit, cues):
            return end if best > not_yet else unit
        ends_here = not_yet * weights.probability(reach.features(unit))
        if ends_here > best:
            end, best = unit, ends_here
        not_yet -= ends_here
        if not_yet < best:  # none behind can be likelier
            return end
    return end if best > not_yet else reach.last


class Reach:
    """Content that begins at a unit of a line, found by a rule, and the places where it may end."""

    __slots__ = ("cues", "cues_at", "last", "line", "opening", "rule", "shape", "start", "verb")

    def __init__(self, line: Line, start: int, rule: str, cues: Cues) -> None:
        self.line, self.start, self.rule, self.cues = line, start, rule, cues
        self.shape = "that" if line.lower[start] == "that" else SHAPES.get(rule, "clause")
        self.last = line_end(line, start)
        self.opening = _opening(line.tags, start)
        tags, low, verbs = line.tags, line.lower, cues.verbs
        self.cues_at = [at for at in range(start, self.last) if tags[at] in "veg" and low[at] in verbs]
        verb = FINITE.search(tags, start)
        self.verb = verb.start() if verb else self.last

    def stops(self) -> Iterator[int]:
        """The units at which it may end, apart from the end of the line."""
        tags, may_end = self.line.tags, STOPS[self.shape]
        return islice((unit for unit in range(self.start + 1, self.last) if tags[unit] in may_end), MAX_STOPS)

    def features(self, unit: int) -> Iterator[str]:
        """The names of what is seen at a unit where it may end."""
        line, start, last, shape, cues = self.line, self.start, self.last, self.shape, self.cues
        tags, low = line.tags, line.lower
        here, behind = _word(line, unit), _word(line, unit + 1)
        so_far = tags[start:unit]
        verb = "verb" if self.verb < unit else "no verb"
        yield f"{self.rule}: {here}"
        yield f"{self.opening}: {here}"
        yield f"{self.opening}: {here} {behind}"
        yield f"{here} then {tags[unit + 1 : unit + 4]}"
        yield f"{here} then {behind if unit + 1 < last else '$'}"
        yield f"{here} {behind} {'again' if tags[unit] in so_far else 'first'}"
        yield f"{shape}: {here} after {tags[unit - 1]}"
        yield f"{shape}: {here} after {LENGTHS[min(unit - start, MOST)]}"
        yield f"{here} before {LENGTHS[min(last - unit, MOST)]}"
        yield f"{shape}: {verb} {here} {behind}"
        mark = MARK.search(tags, unit + 1, last)
        stop = mark.start() if mark else last
        verb_behind = FINITE.search(tags, unit + 1, last)
        yield f"{shape}: {verb} {here} {'verb' if verb_behind and verb_behind.start() < stop else 'no verb'}"
        yield f"{shape}: {here} verb in {LENGTHS[min(verb_behind.start() - unit, MOST)] if verb_behind else 'none'}"
        yield f"{here} closed by {tags[stop : stop + 1]} {_word(line, stop + 1)}"
        behind_here = bisect_right(self.cues_at, unit)
        cue = self.cues_at[behind_here] if behind_here < len(self.cues_at) else last
        if cue < min(unit + MAX_UNITS_TO_CUE, last):
            yield f"{shape}: {here} cue {tags[cue]} in {cue - unit}"
        speaker = SUBJECT_VERB.match(tags, unit + 1)
        if speaker and speaker.end() < last:
            says = "says" if cues.finite(low[speaker.end()]) else "does"
            yield f"{here} somebody {says}"
            yield f"{here} somebody {says} {tags[speaker.end() + 1 : speaker.end() + 2]}"
        if "Q" in so_far or "q" in so_far:
            yield f"{here} quoted {'Q' in so_far} {tags[unit - 1] in 'Qq'}"
        if tags[unit] == "," and LIST.match(tags, unit):
            yield f"{here} in a list"


def _opening(tags: str, start: int) -> str:
    """What the clause is that leads up to content at unit `start`: "Since she said", "the man who said", "she said"."""
    first = len(tags[:start].rstrip(NO_MARK))
    lead = ("leads in" if first else "opens") if first < start and tags[first] in "bigw" else "main"
    relative = " who" if "w" in tags[first:start] else ""
    return f"{lead}{relative}{' later' if FINITE.search(tags, 0, first) else ''}"


def _another_begins(line: Line, unit: int, cues: Cues) -> bool:
    """ "and added that", ", adding that", ", but Hale denied", "; Hale said": somebody speaks anew, beyond doubt."""
    tags, low = line.tags, line.lower
    joined = unit + (tags[unit] in ",;")
    if joined >= len(tags):
        return False
    if (
        tags[unit] == ","
        and tags[joined] == "v"
        and cues.finite(low[joined])
        and tags[joined + 1 : joined + 2] in ("d", "N")
    ):
        return True
    if tags[unit] == "," and tags[joined] == "g" and low[joined] in cues:
        return True
    joins = low[joined] in TURNS or tags[joined] == "a"
    verb = joined + 1
    while tags[verb : verb + 1] == "r":
        verb += 1
    if joins and tags[verb : verb + 1] in ("v", "e") and cues.finite(low[verb]):
        return low[joined] != "and" or low[verb] in JOINED
    speaker = SUBJECT_VERB.match(tags, joined + joins)
    speaks = speaker is not None and speaker.end() < len(tags) and cues.finite(low[speaker.end()])
    return speaks and (tags[unit] == ";" or (tags[unit] == "," and low[joined] in TURNS))


def line_end(line: Line, start: int) -> int:
    """The unit of the final mark of a line."""
    end = len(line.tags)
    while end > start and line.tags[end - 1] == ".":
        end -= 1
    return end


def _word(line: Line, unit: int) -> str:
    """A small word of grammar as it is, another by its letter."""
    if unit >= len(line.tags):
        return "$"
    word = line.lower[unit]
    return word if word in CLASS_OF_WORD and line.tags[unit] not in "dpT" else line.tags[unit]

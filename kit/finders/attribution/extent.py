"""How far what somebody says reaches in a line.

Where it starts is a rule. It ends at a comma, a dash, an "and" and the like, or with the sentence: weights learned from
marked news say of each such place how often content ends there if it has come so far (before ", adding" as a rule,
before ", including" hardly ever), and the place that is likeliest over all is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kit.finders.attribution.cues import Cues
from kit.finders.attribution.lines import FINITE, Line
from kit.finders.attribution.weights import attribution_weights
from kit.language.grammar import CLASS_OF_WORD

SUBJECT_VERB = re.compile(r"[djcnNs]*[pnN](?:j?[iot][djcnNs]*[nN])?r*[xm]?r*(?=[ven])")
LIST = re.compile(r",(?:[djcnN]+,)*[djcnN]+,?a[djcnN]")  # a galley, two cranes and a helipad
LEADS = ("and", "but", "because", "yet", "though", "although")
TURNS = ("but", "while", "though", "although", "yet")
JOINED = ("said", "says", "added", "adds", "told", "noted", "argued", "wrote", "asked", "warned", "urged", "denied")
STOPS = frozenset(",;-:()abwiTtrgexm")  # letters of units before which content may end
MAX_STOPS = 40  # units at which content may end that are tried: what none of them ends goes on to the end of the line
LENGTHS = ("1", "1", "2", "3", *["6"] * 3, *["11"] * 5, *["19"] * 8, "20")  # how a number of units is called


def content_start(line: Line, end: int) -> int:
    """First unit of content that stands before unit `end`."""
    low = line.tags.rfind(";", 0, end) + 1
    while low < end and (line.tags[low] == "," or line.lower[low] in LEADS):
        low += 1
    return low


def content_end(line: Line, start: int, shape: str, cues: Cues) -> int:
    """The unit after content that begins at `start`: its likeliest end. `shape` is clause, object or infinitive."""
    last = line_end(line, start)
    weights = attribution_weights().end
    end, best, not_yet = last, 0.0, 1.0
    stops = (unit for unit in range(start + 1, last) if line.tags[unit] in STOPS)
    for unit in islice(stops, MAX_STOPS):
        if _another_begins(line, unit, cues):
            return end if best > not_yet else unit
        ends_here = not_yet * weights.probability(end_features(line, start, unit, last, shape, cues))
        if ends_here > best:
            end, best = unit, ends_here
        not_yet -= ends_here
        if not_yet < best:  # none behind can be likelier
            return end
    return end if best > not_yet else last


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


def length(units: int) -> str:
    """A number of units, roughly."""
    return LENGTHS[min(units, 20)]


def end_features(line: Line, start: int, unit: int, end: int, shape: str, cues: Cues) -> Iterator[str]:
    """The names of what is seen at a unit where content of a `shape` that begins at `start` may end."""
    tags, low = line.tags, line.lower
    shape = "that" if low[start] == "that" else shape
    here, behind = _word(line, unit), _word(line, unit + 1)
    so_far = tags[start:unit]
    yield f"{shape}: {here}"
    yield f"{shape}: {here} {behind}"
    yield f"{here} then {tags[unit + 1 : unit + 4]}"
    yield f"{here} then {behind if unit + 1 < end else '$'}"
    yield f"{shape}: {here} after {tags[unit - 1]}"
    yield f"{shape}: {here} after {length(unit - start)}"
    yield f"{here} before {length(end - unit)}"
    verb = "verb" if FINITE.search(so_far) else "no verb"
    yield f"{shape}: {verb} {here} {behind}"
    stop = next((u for u in range(unit + 1, end) if tags[u] in ",;-:"), end)
    yield f"{shape}: {verb} {here} {'verb' if FINITE.search(tags, unit + 1, stop) else 'no verb'}"
    yield f"{here} closed by {tags[stop : stop + 1]} {_word(line, stop + 1)}"
    verb_behind = FINITE.search(tags, unit + 1, end)
    yield f"{shape}: {here} verb in {length(verb_behind.start() - unit) if verb_behind else 'none'}"
    cue = next((u for u in range(unit + 1, min(unit + 5, end)) if tags[u] in "veg" and low[u] in cues), None)
    if cue:
        yield f"{shape}: {here} cue {tags[cue]} in {cue - unit}"
    speaker = SUBJECT_VERB.match(tags, unit + 1)
    if speaker and speaker.end() < end:
        says = "says" if cues.finite(low[speaker.end()]) else "does"
        yield f"{here} somebody {says}"
        yield f"{here} somebody {says} {tags[speaker.end() + 1 : speaker.end() + 2]}"
    yield f"{shape}: {here} commas {length(so_far.count(','))}"
    if "Q" in so_far or "q" in so_far:
        yield f"{here} quoted {'Q' in so_far} {tags[unit - 1] in 'Qq'}"
    if LIST.match(tags, unit):
        yield f"{here} in a list"
    if so_far.count("-") % 2:
        yield f"{here} between dashes"
    if so_far.count("(") > so_far.count(")"):
        yield f"{here} in brackets"
    if here in ("and", "but"):
        yield f"{_word(line, start)} … {tags[unit - 1]} {here} {behind}"


def _word(line: Line, unit: int) -> str:
    """A small word of grammar as it is, another by its letter."""
    if unit >= len(line.tags):
        return "$"
    word = line.lower[unit]
    return word if word in CLASS_OF_WORD and line.tags[unit] not in "dpT" else line.tags[unit]

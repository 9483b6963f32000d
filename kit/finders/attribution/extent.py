"""How far what somebody says reaches in a line.

The patterns are read over `Line.tags` (see lines.py). The places where content stops were counted on annotated news:
a comma before "adding" or "calling" ends it four times in five, a comma before "including" hardly ever.
"""

from __future__ import annotations

import re

from kit.finders.attribution.cues import Cues
from kit.finders.attribution.lines import Line
from kit.finders.attribution.phrase_bounds import skip_adverbs

SUBJECT_VERB = re.compile(r"[djcnNs]*[pnN](?:j?[iot][djcnNs]*[nN])?r*[xm]?r*(?=[ven])")
VERB = re.compile("[vxme]")
JOINED = {"said", "says", "added", "told", "noted", "argued", "adds", "called", "wrote", "asked", "warned", "urged"}
LEADS = ("and", "but", "because", "yet", "though", "although")
TURNS = {"while", "though", "although", "yet"}


def content_start(line: Line, end: int) -> int:
    """First unit of content that stands before unit `end`."""
    low = line.tags.rfind(";", 0, end) + 1
    while low < end and (line.tags[low] == "," or line.lower[low] in LEADS):
        low += 1
    return low


def content_end(line: Line, start: int, shape: str, cues: Cues) -> int:
    """The unit after content that begins at `start`. `shape` is clause, object or infinitive."""
    tags, low = line.tags, line.lower
    n = len(tags)
    while n > start and tags[n - 1] == ".":
        n -= 1
    for i in range(start, n):
        here = tags[i]
        if here in "djnNvpoitcs":  # nothing ever ends at the common letters
            continue
        if here == ";" or (here == "-" and shape == "object" and i > start):
            return i
        if here == "," and _ends_at_comma(line, i, n, shape, cues):
            return i
        if i > start and (here == "a" or low[i] == "but"):
            verb = skip_adverbs(tags, i + 1)
            if verb < n and tags[verb] in "veg" and low[verb] in cues:
                if shape != "clause" or low[verb] in JOINED or not VERB.search(tags, start, i):
                    return i
                if here != "a" and cues.finite(low[verb]) and tags[verb + 1 : verb + 2] in ("t", "w", "Q"):
                    return i
            if low[i] == "but" and (i - 1) in line.quote:
                return i
        if here == "g" and i > start and (i - 1) in line.quote and low[i] in cues:
            return i
    return n


def _ends_at_comma(line: Line, i: int, n: int, shape: str, cues: Cues) -> bool:
    if i + 1 >= n:
        return True
    tags, low = line.tags, line.lower
    here, word = tags[i + 1], low[i + 1]
    if word == "according" or (here == "g" and word in cues):
        return True
    if here == "v" and cues.finite(word) and tags[i + 2 : i + 3] in ("d", "N"):  # ", said Ortiz"
        return True
    speaker = SUBJECT_VERB.match(tags, i + 1)
    if speaker and speaker.end() < n and cues.finite(low[speaker.end()]):
        after = tags[speaker.end() + 1 : speaker.end() + 2]
        if after == "" or after in ",.:iQTr":  # ", he said"
            return True
    if here in "ab" and _turns(line, i + 1, n, shape, cues):
        return True
    if shape == "object":
        return here in "dvxpmg" or word in ("which", "who") or (word in ("and", "or", "so") and here != "a")
    return shape == "infinitive" and here not in "ir"


def _turns(line: Line, i: int, n: int, shape: str, cues: Cues) -> bool:
    """ ", but Hale denied": another statement begins."""
    tags, low = line.tags, line.lower
    verb = skip_adverbs(tags, i + 1)
    if verb < n and low[verb] in cues and tags[verb] in "veg":
        return True
    if low[i] == "but":
        speaker = SUBJECT_VERB.match(tags, i + 1)
        return shape != "clause" or bool(speaker and speaker.end() < n and low[speaker.end()] in cues)
    return low[i] in TURNS

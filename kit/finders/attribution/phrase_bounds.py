"""Noun phrases in a line: who speaks, from the first word to the last.

The patterns are read over `Line.tags` (see lines.py).
"""

from __future__ import annotations

import re

from kit.finders.attribution.lines import FINITE, Line
from kit.language.grammar import POSSESSIVES
from kit.text import Span

Units = tuple[int, int]  # first unit and the one after the last

APPOSITION = re.compile(r",(?:[djcnNsoTa(]|\)|i(?=[djcnN])|t(?=[dnN])|[eg](?=[nN])|r(?=j))+")
DETAIL = re.compile(r"r?[ce][^vxmQ;:]*")
AGED = re.compile(r"(?:,r?c|\(c\))(?=,)[^vxmQ;:]*$")
WHO_DID = re.compile(r"wr*[xm]*r*[vxe](?:t[vx]|[^vxmQ,;:.wb-])*")
WHO_IS = re.compile(r"w[^,.;:Q-]+(?=[,.;:]|$)")
TIME_FIRST = re.compile(r"i[djcsnNi]*T[cN]?")  # in a debate on Wednesday
PLACE_FIRST = re.compile(r"i[djcsn]*[nN]+(?=d)")
BEHIND_HEAD = re.compile("[io,w(]")
VERB = re.compile("[vxm]|e(?![nN])")
MAX_UNITS_TO_NAME = 28  # units between a name and its verb: more is another sentence's business
MAX_APPOSITION_DEPTH = 3  # appositions in appositions


def span_of(line: Line, first: int, last: int) -> Span | None:
    """The place of some units in the text, without punctuation at the edges."""
    tags = line.tags
    while last > first and tags[last - 1] in ",:;.-":
        last -= 1
    while last > first and tags[first] in ",:;":
        first += 1
    return Span(line.starts[first], line.ends[last - 1]) if last > first else None


def head_of(line: Line, first: int, last: int) -> int:
    """The noun that a noun phrase is about: "The sign at the gate" is a sign."""
    behind = BEHIND_HEAD.search(line.tags, first + 1, last)
    return (behind.start() if behind else last) - 1


def skip_adverbs(tags: str, i: int) -> int:
    while i < len(tags) and tags[i] in "rT":
        i += 1
    return i


def noun_phrase_before(line: Line, j: int, depth: int = 0) -> Units | None:
    """The noun phrase that ends with unit `j`, with its appositions and relative clauses."""
    if j < 0:
        return None
    here = line.tags[j]
    if here == "p":
        named = noun_phrase_before(line, j - 1, depth) if j and line.lower[j].endswith(("self", "selves")) else None
        return (named[0], j + 1) if named else _with_who(line, j, j) or (j, j + 1)
    if here == "," and depth < MAX_APPOSITION_DEPTH:
        return _before_insertion(line, j, depth)
    if here in ")-" and depth < MAX_APPOSITION_DEPTH:
        opening = line.tags.rfind("(" if here == ")" else "-", 0, j)
        inner = noun_phrase_before(line, opening - 1, depth + 1) if opening > 0 else None
        return (inner[0], j + 1) if inner else None
    found = _ends_here(line, j) if here in "nNcjdqsTe" else None
    return _with_who(line, found[0] if found else j + 1, j) or found


def _with_who(line: Line, end: int, j: int) -> Units | None:
    """ "Parents who drove to the school said": it is the parents who said it. Units `end` to `j` are the school."""
    who = line.tags.rfind("w", max(0, j - MAX_UNITS_TO_NAME), end)
    if who < 1 or line.lower[who] not in ("who", "that", "which") or not WHO_DID.fullmatch(line.tags, who, end):
        return None
    name = noun_phrase_before(line, who - 1, MAX_APPOSITION_DEPTH) if line.tags[who - 1] in "nNpd" else None
    return (name[0], j + 1) if name else None


def _before_insertion(line: Line, j: int, depth: int) -> Units | None:
    """ "Mr Hale, who runs the shelter," : the comma at `j` closes an insertion; find the name before it."""
    tags = line.tags
    aged = AGED.search(tags, max(0, j - MAX_UNITS_TO_NAME), j)
    if aged and tags[aged.start() - 1] == "N":  # Mary Hill, 34, of Salem, Oregon,
        name = noun_phrase_before(line, aged.start() - 1, MAX_APPOSITION_DEPTH)
        return (name[0], j + 1) if name else None
    i = tags.rfind(",", max(0, j - MAX_UNITS_TO_NAME), j)
    if i < 1:
        return None
    if tags[i + 1] not in "djcnNwiegs(r" and line.lower[i + 1] not in ("once", "when"):
        return None
    earlier = tags.rfind(",", max(0, i - MAX_UNITS_TO_NAME), i)
    if earlier > 0 and DETAIL.fullmatch(tags, earlier + 1, i):  # Hale, 81 and retired in Leeds, Yorks.,
        i = earlier
    inner = noun_phrase_before(line, i - 1, depth + 1)
    if inner and not tags[i + 1 : j].strip("r"):  # Officials, however, say
        return inner
    while inner and inner[0] > 0 and tags[inner[0] - 1] == ",":
        more = _before_apposition(line, inner[0] - 1, depth) if depth < MAX_APPOSITION_DEPTH else None
        if not more:
            break
        inner = (more[0], inner[1])
    return (inner[0], j + 1) if inner else None


def _before_apposition(line: Line, comma: int, depth: int) -> Units | None:
    """ "Prince, chief of the firm, a bank, said": the name before the comma, or before an insertion that it closes."""
    closing = noun_phrase_before(line, comma, depth + 1)
    if closing:
        return closing
    name = noun_phrase_before(line, comma - 1, MAX_APPOSITION_DEPTH)
    if name is None or line.tags[name[1] - 1] != "N" or line.form[comma + 1][:1].isupper():
        return None
    return None if name[0] and line.tags[name[0] - 1] in "iot" else name


def _ends_here(line: Line, j: int) -> Units | None:
    i: int | None = j
    at = j
    while i is not None and i >= 0:
        at = i
        i = _step_left(line, i, j)
    low = (at + 1) if i is None else 0
    return _trim_start(line, low, j)


def _step_left(line: Line, i: int, j: int) -> int | None:
    """One unit further left if unit `i` belongs to the noun phrase that ends at `j`; None where it does not."""
    tags, here = line.tags, line.tags[i]
    before = tags[i - 1] if i else "^"
    behind = tags[i + 1] if i < j else "$"
    if here in "djcnNsoqT(i":
        return i - 1
    if here == ")":
        opening = tags.rfind("(", 0, i)
        return opening - 1 if opening > 0 else None
    if here == "a" and before in "nNTcjq)s,p":
        return i - 1
    if here in "eg" and before != "^" and behind != "$":
        if behind in "nNjeg" and before in "djcrsanNio,e":  # leading Republicans
            return i - 1
        if before in "nNp)" and (behind in "iotTr" or (here == "g" and behind in "dnN")):  # officials briefed on it
            return i - 1
    if here == "v" and before in "nN" and behind == "i" and line.lower[i].endswith("ed"):
        return i - 1
    if here == "r" and before != "^" and (behind in "jcdeg" or (before == "d" and behind in "nN")):
        return i - 1
    if here == "p" and behind == "a":  # she and her aides
        return i - 1
    if here == "p" and behind in "io" and line.lower[i] in ("those", "one", "some", "none", "others", "everyone"):
        return i - 1
    if here == "t" and before in "nNej" and behind in "dnNjcs":
        return i - 1
    return None


def _trim_start(line: Line, low: int, j: int) -> Units | None:
    """Leave out what only leads up to the noun phrase: "In Iowa on Monday", "and", the object of the verb before."""
    tags = line.tags
    if low and tags[low - 1] in "vxmte":  # "won the vote and Trump said": the vote is not a speaker
        low = max(low, tags.rfind("a", low, j) + 1)
    while low <= j and tags[low] in "ia)oTrst":
        lead = TIME_FIRST.match(tags, low, j) or PLACE_FIRST.match(tags, low, j)
        low = lead.end() if lead else low + 1
    if low > j:
        return None
    return (_list_start(tags, low, j), j + 1)


def _list_start(tags: str, low: int, j: int) -> int:
    """ "Reyes, Hale and two aides": take in the members before the comma."""
    comma = low - 1
    if comma < 1 or tags[comma] != "," or "a" not in tags[low:j]:
        return low
    while comma > 0 and tags[comma] == ",":
        start = comma
        while start > 0 and tags[start - 1] in "djcnNs":
            start -= 1
        if start == comma or (start > 0 and tags[start - 1] not in ",Q:;b"):
            break
        low, comma = start, start - 1
    return low


def noun_phrase_after(line: Line, k: int, content_follows: bool = False) -> Units | None:
    """The noun phrase that begins with unit `k`: the speaker in "said Ortiz, the mayor" or "according to the report".

    With `content_follows` ("According to Ortiz, the mayor, ...") an apposition must leave room for a clause.
    """
    tags = line.tags
    n = len(tags)
    if k < n and tags[k] == "p":
        return (k, k + 1)
    if tags[k : k + 1] == "o":  # said | of him
        return None
    i = k
    while i < n:
        step = _step_right(tags, i, k)
        if tags[i] == "o" and tags[i - 1] == "N" and line.lower[i + 1 : i + 2] and line.lower[i + 1] in POSSESSIVES:
            break  # quipped Lund | of his role
        if step == 0 and tags[i] == "," and tags[i + 1 : i + 2] in tuple("djcnN"):
            extra = APPOSITION.match(tags, i)
            if extra and _apposition_fits(tags, extra.end(), content_follows):
                step = extra.end() - i
        if step == 0:
            break
        i += step
    while i > k and tags[i - 1] in "ia,(":
        i -= 1
    i = _who_follows(line, i) if i > k else i
    return (k, i) if any(c in "nNcp" for c in tags[k:i]) else None


def _who_follows(line: Line, i: int) -> int:
    """The end of "who lives above the bakery" if it stands at unit `i`, with or without a comma."""
    tags = line.tags
    who = i + (tags[i : i + 1] == ",")
    if line.lower[who : who + 1] not in (["who"], ["whose"]):
        return i
    clause = WHO_IS.match(tags, who)
    return clause.end() if clause else i


def _step_right(tags: str, i: int, k: int) -> int:
    here, behind = tags[i], tags[i + 1] if i + 1 < len(tags) else "."
    before = tags[i - 1] if i else "."
    if here == "d" and i > k and before in "nN":  # "according to Ortiz | the bridge": another phrase begins
        return 0
    if here in "djcnNsoq()" or (here == "p" and before == "o"):  # one of them
        return 1
    if here == "i":
        return int(i > k and (behind in "djcnNqsg" or (behind == "T" and before == "e")))
    if here == "a":
        return int(behind in "djcnN")
    if here == "t":
        return int(behind in "dnNs")
    if here in "eg":
        described = here == "e" and before in "nN" and behind in "iTot"  # a report released on Monday
        return int(described or (behind in "nNj" and before in "djansc"))
    if here == "T":
        return int(before == "e" or tags[i - 2 : i] == "ei")
    return 0


def _apposition_fits(tags: str, end: int, content_follows: bool) -> bool:
    if content_follows:
        return tags[end : end + 1] == "," and FINITE.search(tags, end) is not None
    return end >= len(tags) or tags[end] in ",.:;-wQi"


def leading_phrase(line: Line, stop: int) -> Units | None:
    """The noun phrase that a line begins with, behind what leads up to it ("In May, Ortiz, whose term is up, said"), if
    it ends before unit `stop`."""
    tags, at = line.tags, 0
    if tags[:1] in tuple("iTrbgt"):
        at = tags.find(",", 0, stop) + 1 or tags.find("N", 0, stop)
    found = noun_phrase_after(line, at) if 0 <= at < stop and tags[at] in "djcnNp" else None
    return found if found and found[1] <= stop else None


def main_subject(line: Line, before: int) -> Units | None:
    """The subject of the first verb of the line that has one."""
    tags = line.tags
    for match in VERB.finditer(tags[: max(before, 0)]):
        first = match.start()
        while first > 0 and tags[first - 1] in "rxm":
            first -= 1
        found = noun_phrase_before(line, first - 1)
        if found:
            return found
    return None

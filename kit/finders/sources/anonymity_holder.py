"""Whose name is kept back: from a statement of anonymity to the noun phrase, pronoun or "who" that it speaks of."""

from __future__ import annotations

import re

from kit.finders.attribution.lines import Line
from kit.finders.attribution.phrase_bounds import main_subject, noun_phrase_after, noun_phrase_before

Units = tuple[int, int]

MAX_UNITS_TO_VERB = 14  # units between a verb and "on condition of anonymity"
WHO = ("who", "whom")
NEITHER = ("neither", "none", "both")
OWN = ("his", "her", "their")
VERB = re.compile("[vxm]")
NAMED = re.compile("[djcnNp]")  # how the words for somebody begin
TELLING = ("told", "tells", "telling")
SAYING = ("said", "says", "added", "adds", "explained", "recalled", "warned", "confirmed")


def verb_before(line: Line, i: int) -> int | None:
    """The verb that unit `i` belongs to: the nearest one before it in the clause."""
    for k in range(i - 1, max(-1, i - MAX_UNITS_TO_VERB), -1):
        if line.tags[k] in "veg":
            return k
        if line.tags[k] in ",;:wQ.":
            return None
    return None


def holder_of(line: Line, units: Units, form: str) -> Units | None:
    """The units of the one whom a statement of anonymity speaks of; None if the sentence does not tell."""
    first, end = units
    if line.lower[first] in NEITHER:
        return (first, first + 1)
    if form == "person":
        return units
    if form == "given":
        return _receiver(line, first, end)
    if form == "name":
        return _owner(line, first, end)
    return _subject(line, first)


def _subject(line: Line, at: int) -> Units | None:
    """The subject of the verb at unit `at`."""
    tags, low = line.tags, line.lower
    k = at - 1
    while k >= 0 and (tags[k] in "rxm" or low[k] in ("be", "to")):
        k -= 1
    if k < 0:  # "Speaking on condition of anonymity, the aide said"
        comma = tags.find(",", at)
        return _clean(line, noun_phrase_after(line, comma + 1)) if comma > 0 else None
    if low[k] == "which":  # "the product, which does not have a name"
        return None
    who = _who_of(line, k)
    if who is not None:
        return _before_who(line, who)
    if tags[k] in ",-(":
        return _before_comma(line, k) or _who_or_main(line, at)
    if tags[k] in "ab":
        return _who_or_main(line, at)
    return _clean(line, noun_phrase_before(line, k)) or _who_or_main(line, at)


def _who_of(line: Line, k: int) -> int | None:
    """The "who" whose verb comes after unit `k`: "who, like others whom we met, asked", "who left and asked"."""
    for at in range(k, max(-1, k - 2 * MAX_UNITS_TO_VERB), -1):
        if line.lower[at] in WHO:
            return at if line.tags[k] in "ab" or not VERB.search(line.tags, at + 1, k) else None
        if line.tags[at] in ";Q.":
            return None
    return None


def _before_who(line: Line, who: int) -> Units:
    """The noun phrase that "who" refers to, or "who" itself."""
    end = who - 1
    if end >= 0 and line.tags[end] in ",-(":
        end -= 1
    found = _clean(line, noun_phrase_before(line, end)) if end >= 0 else None
    return found or (who, who + 1)


def _before_comma(line: Line, comma: int) -> Units | None:
    """ "said one aide, speaking on ..."; "the aide told reporters, speaking on ..."."""
    tags, low = line.tags, line.lower
    k = comma - 1
    while k > 0 and tags[k] in "rT":
        k -= 1
    if k >= 0 and (low[k] in SAYING or tags[k] == "v"):  # "he said, speaking on ..."
        return _clean(line, noun_phrase_before(line, k - 1))
    found = _clean(line, noun_phrase_before(line, k))
    if found and found[0] and low[found[0] - 1] in TELLING:
        teller = found[0] - 2
        while teller > 0 and tags[teller] in "rxm":
            teller -= 1
        return _clean(line, noun_phrase_before(line, teller)) or found
    return found


def _who_or_main(line: Line, at: int) -> Units | None:
    """The subject of the verb before: "one source who left but spoke on ...", "She sent letters and spoke on ..."."""
    for k in range(at - 1, max(-1, at - 2 * MAX_UNITS_TO_VERB), -1):
        if line.lower[k] in WHO:
            return _before_who(line, k)
        if line.tags[k] in ";Q":
            break
    return _clean(line, main_subject(line, at))


def person_at(line: Line, i: int, people: frozenset[str]) -> Units | None:
    """ "an anonymous Republican official": the noun phrase around the adjective at unit `i`, if its noun is one of
    `people`."""
    tags = line.tags
    start = i
    while start and tags[start - 1] in "djcr":
        start -= 1
    end = i + 1
    while end < len(tags) and tags[end] in "jnNegv" and line.lower[end] not in people:
        end += 1
    return (start, end + 1) if end < len(tags) and line.lower[end] in people else None


def _receiver(line: Line, first: int, end: int) -> Units | None:
    """ "granted anonymity to two aides", "granted two aides anonymity", "agreed not to name the man"."""
    tags, low = line.tags, line.lower
    if low[end - 1] == "anonymity" and low[end : end + 1] == ["to"]:
        return noun_phrase_after(line, end + 1)
    if low[end - 1] == "anonymity":
        inside = noun_phrase_before(line, end - 2) if end - 2 > first else None
        return inside if inside and inside[0] > first else _subject(line, first)
    if NAMED.match(tags, end):
        return noun_phrase_after(line, end)
    giver = noun_phrase_before(line, first - 1) if first else None  # "a source whom the Ledger agreed not to name"
    if giver is None or giver[0] == 0:
        return None
    return _before_who(line, giver[0] - 1) if low[giver[0] - 1] in WHO else noun_phrase_before(line, giver[0] - 1)


def _owner(line: Line, first: int, end: int) -> Units | None:
    """Whose name it is: "whose name is withheld", "Maria's name", "her name", "Maria (not her real name)"."""
    tags, low = line.tags, line.lower
    if tags[first - 1 : first] and tags[first - 1] in "(,-" and first > 1:
        return _clean(line, noun_phrase_before(line, first - 2)) or _who_or_main(line, first)
    inside = next((k for k in range(end - 1, first, -1) if low[k] in OWN), None)
    if inside or low[end - 1] == "name":  # "is withholding her name", but not "withheld the name"
        return (inside, inside + 1) if inside else None
    for k in range(first, max(-1, first - 4), -1):
        if low[k] == "whose":
            return _before_who(line, k)
        if low[k] in OWN:
            return (k, k + 1)
        if tags[k] == "s" and k:
            return _clean(line, noun_phrase_before(line, k - 1))
    return _clean(line, noun_phrase_before(line, first - 1)) if first else None


def _clean(line: Line, units: Units | None) -> Units | None:
    """A noun phrase without the comma that closed an insertion, and not the age for the name ("Ana, 34, who ...")."""
    if units is None:
        return None
    first, end = units
    while end > first and line.tags[end - 1] in ",-":
        end -= 1
    if first > 1 and line.tags[first - 1] == "," and not line.tags[first:end].strip("c"):
        return _clean(line, noun_phrase_before(line, first - 2))
    return (first, end) if end > first else None

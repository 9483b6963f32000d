"""Is this word a verb of saying here, and with which helpers? "has not said", "refused to say", "was told"."""

from __future__ import annotations

from typing import NamedTuple

from kit.finders.attribution.cues import Cue, Cues, Reading
from kit.finders.attribution.lines import Line
from kit.language.grammar import BE, DO, HAVE

SINCE = ("since", "yet", "long", "both", "all", "each")  # adverbs only behind a helper: "has since said"
AUX = ("x", "r", "m")
WHOLE_BE = BE - {"'s"}  # "it's hard to say": nobody says so
MAX_UNITS_AFTER_WHO = 8  # units between "who" and the verb of the people it tells of
HEARD = ("heard", "overheard", "recorded", "filmed")
QUOTED = (["quoted", "as"], ["cited", "as"], ["reported", "as"])
MANY = {"i", "you", "we", "they", "others", "these", "those", "some", "many", "most", "few", "several", "all", "both"}
# Verbs that say whether somebody speaks at all: "declined to comment", "continued to insist".
GOVERNORS = {
    "agree", "agreed", "agrees", "appear", "appeared", "appears", "ask", "asked", "attempt", "attempted", "began",
    "begin", "begins", "choose", "chose", "continue", "continued", "continues", "dare", "dared", "decided",
    "decline", "declined", "declines", "declining", "expect", "expected", "expects", "fail", "failed", "fails", "go",
    "goes", "had", "has", "hastened", "have", "hope", "hoped", "hopes", "hoping", "intend", "intended", "intends",
    "keep", "keeps", "kept",
    "like", "need", "needed", "needs", "plan", "planned", "plans", "pledge", "pledged", "prefer", "prefers",
    "proceed", "proceeded", "promise", "promised", "refuse", "refused", "refuses", "refusing", "rush", "rushed",
    "seek", "seeks", "seem", "seemed", "seems", "sought", "start", "started", "starts", "threaten", "threatened",
    "tried", "tries", "try", "trying", "used", "vow", "vowed", "want", "wanted", "wants", "went", "wish", "wished",
}  # fmt: skip


class Verb(NamedTuple):  # made for every verb of a text, and a tuple is made fastest
    """A verb group: units `first` to `last` (exclusive), where `at` is the cue's own word.

    `prev` is the letter of the unit before the group, ^ at the start of the line. `governed` is true for "refused to
    say"; `participle` for a form with -ing that has no helper ("adding that"); `passive` for "was told".
    """

    cue: Cue
    at: int
    first: int
    last: int
    prev: str
    participle: bool
    passive: bool
    governed: bool


def read_verb(line: Line, i: int, cues: Cues) -> Verb | None:
    """The verb group around unit `i`, or None if the word is no verb of saying here."""
    low, tags = line.lower, line.tags
    if i and line.form[i][0].isupper() and not line.title and tags[i - 1] != "Q":
        return None  # The Post, a Mr Call
    reading = _choose(line, i, cues)
    if reading is None:
        return None
    first = _first_helper(line, i)
    governed = False
    if first > 0 and tags[first - 1] == "t":
        governor = _governor(line, first - 2) if first > 1 else -1
        if governor < 0 and not reading.cue.listed:
            return None
        governed = governor >= 0
        first = _first_helper(line, governor) if governed else first
    prev = tags[first - 1] if first else "^"
    if reading.forms == "g" and low[max(0, first - 2) : first] in QUOTED:  # "is quoted as saying"
        first = _first_helper(line, first - 2)
        prev, governed = (tags[first - 1] if first else "^"), True
    if reading.forms == "g" and first > 0 and low[first - 1] in GOVERNORS and tags[first - 1] in "vex":
        first = _first_helper(line, first - 1)  # he kept asking
        prev, governed = (tags[first - 1] if first else "^"), True
    if reading.forms == "g" and first > 1 and low[first - 1] in HEARD and tags[first - 2] in "xr":
        first = _first_helper(line, first - 1)  # she was heard saying
        prev, governed = (tags[first - 1] if first else "^"), True
    helpers = low[first:i]
    be = not WHOLE_BE.isdisjoint(helpers) or (reading.forms == "g" and "'s" in helpers)
    have = not HAVE.isdisjoint(helpers)
    participle = passive = False
    if not governed and prev != "t":
        letters = reading.forms
        if letters == "g":
            participle = not be
            fits = be or _participle_fits(line, i, prev)
        elif letters == "e" or ("e" in letters and (be or have)):
            passive = be or (not have and (_has_agent(line, i, prev) or _is_asked(line, i, prev, reading.cue)))
            fits = passive or have
        elif "f" in letters:
            passive = _has_agent(line, i, prev) or _is_asked(line, i, prev, reading.cue)
            fits = prev not in ("dsio" if tags[i] == "v" else "dsioj") and not (
                "x" in tags[first:i] and not have and not be
            )
        elif letters == "s":
            fits = _third_person_fits(
                line, i, first, prev, reading.cue.takes.get("speech") == "strong", bool(reading.cue.particle)
            )
        else:
            fits = _base_fits(line, i, first, prev)
        if not fits:
            return None
    return Verb(reading.cue, i, first, i + 1 + len(reading.cue.particle), prev, participle, passive, governed)


def _choose(line: Line, i: int, cues: Cues) -> Reading | None:
    """The reading with the longest particle that stands here."""
    for reading in cues.readings(line.lower[i]):
        particle = reading.cue.particle
        if not particle or tuple(line.lower[i + 1 : i + 1 + len(particle)]) == particle:
            return reading
    return None


def _first_helper(line: Line, i: int) -> int:
    """Where the helpers and adverbs before unit `i` begin: "has since", "even"."""
    tags, low = line.tags, line.lower
    while i > 0:
        since = low[i - 1] in SINCE and tags[i - 2 : i - 1] in AUX
        if not (tags[i - 1] in "rxm" or low[i - 1] == "even" or since):
            break
        i -= 1
    return i


def _governor(line: Line, i: int) -> int:
    """The unit of the word that governs "to" behind unit `i` ("refused to", "is eager to", "went on to"), or -1."""
    low = line.lower
    if low[i] == "on" and low[max(0, i - 1)] in ("go", "goes", "went"):
        return i - 1
    eager = line.tags[i] == "j" and i > 0 and low[i - 1] in WHOLE_BE
    yet = low[i] == "yet" and i > 0 and low[i - 1] in HAVE
    return i if eager or yet or low[i] in GOVERNORS else -1


def _has_agent(line: Line, i: int, prev: str) -> bool:
    """ "a plan praised by Ortiz" """
    return line.lower[i + 1 : i + 2] == ["by"] and prev in "nN,(" and line.tags[i + 2 : i + 3] in tuple("dNpc")


def _is_asked(line: Line, i: int, prev: str, cue: Cue) -> bool:
    """ "Asked about the plan, Ortiz laughed", "when asked whether it was safe" """
    whether = cue.listener and (line.tags[i + 1 : i + 2] == "w" or line.lower[i + 1 : i + 2] == ["if"])
    return (whether or cue.particle == ("about",)) and (prev in "^b" or (prev == "w" and line.lower[i - 1] == "when"))


def _participle_fits(line: Line, i: int, prev: str) -> bool:
    if prev not in ",iQqanNTb-)^.:c":
        return False
    return not (prev in "nN" and line.tags[i + 1 : i + 2] in (".", ","))


def _third_person_fits(line: Line, i: int, first: int, prev: str, says: bool, particle: bool) -> bool:
    """ "The report claims that", but not "insurance claims" """
    tags = line.tags
    if prev in "dsioj" or any(c != "r" for c in tags[first:i]):
        return False
    behind = tags[i + 1 : i + 2]
    if prev == "c" and tags[i] != "v":
        return False  # the two figures
    if particle:
        return True  # Trump talks about
    if prev in "nN" and behind and behind in ".,iovxme":
        return tags[i] == "v" and (behind not in "ovxm" or (says and behind == "o"))
    return True


def _base_fits(line: Line, i: int, first: int, prev: str) -> bool:
    """ "They say", "will say", "did not say", but not "a say" """
    tags, low = line.tags, line.lower
    helpers = low[first:i]
    behind = tags[i + 1 : i + 2]
    if "m" in tags[first:i] or any(word in DO or word == "n't" for word in helpers):
        return True
    if prev == "p":
        return True
    if prev in "nN":
        near = range(max(0, first - MAX_UNITS_AFTER_WHO), first)  # sources close to the mayor say
        far = any(tags[u] in "nN" and low[u].endswith("s") and tags[u + 1] in "ijoet" for u in near)
        return tags[i] == "v" or far or low[first - 1].endswith("s")
    if prev in "c":
        return tags[i] == "v"  # one in five say
    if prev in "ver":  # those who live nearby say
        return tags[i] == "v"
    if prev in ",)-":
        return tags[i] == "v" and behind != "" and behind in "wtdpQnNi"
    return prev == "w" or (prev in "Qa" and tags[i] == "v")

"""One person, two ages: "Ortiz, 38," and "who turned forty last spring", "well into her fifties", "at eleven, forty
years ago", "at twenty-two she put on the uniform, and wore it without a break for 31 years"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kit.finders.alarm.clash import Clash
from kit.finders.alarm.persons import people_of, runs_of
from kit.finders.alarm.statements import Index, Statement
from kit.finders.ledger.ages import ROUND as TENS
from kit.finders.ledger.ages import UNIT
from kit.language.numbers import ordinals
from kit.language.quantity_words import measures
from kit.language.times import day_of
from kit.text import Span

ADULT = 30.0
BIRTHDAY = 1  # years that two ages may lie apart: there may be a birthday between them
OLDEST = 110
TEEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
DECADES = {tens.replace("y", "ies"): 10.0 * value for value, tens in enumerate(TENS.split("|"), 2)}
PARTS = {"early": (0, 4), "mid": (3, 7), "middle": (3, 7), "late": (5, 9)}
INTO = 2  # years into a decade from which one is well into it
NAMED = {
    "teenager": (13, 19), "sexagenarian": (60, 69), "septuagenarian": (70, 79), "octogenarian": (80, 89),
    "nonagenarian": (90, 99), "centenarian": (100, OLDEST),
}  # fmt: skip
COMING = re.compile(r"\b(?:will|before|next|ahead of|until|approaching|weeks? from)\b[^.]{0,40}$")
BACK = 50  # characters before a birthday in which words that put it off are looked for
PIECES = {
    "number": rf"(?P<n>\d\d?|(?:{TENS})(?:-(?:{UNIT}))?|{UNIT}|{TEEN})",
    "second": rf"(?P<m>\d\d?|(?:{TENS})(?:-(?:{UNIT}))?|{UNIT}|{TEEN})",
    "not_then": r"(?! (?:when|then|at the|in (?:18|19|20)\d\d|years? (?:ago|later|earlier)|while))",
    "leaves": r"(?:left|leav(?:es|ing)|retir(?:es?|ed|ing)|died|dies|steps? down|stepped down|end(?:s|ed)|quits?)",
    "kin": r"(?:daughter|son|wife|husband|brother|sister|mother|father|girl|boy|victim|suspect|child|house|bridge)",
    "who": r"(?:he|she|who|[A-Z][\w’-]+)",
    "soon": r"(?:turns|will turn|is about to turn|will be|is to turn|is turning)",
    "when": r"(?=[,.]| (?:on|next|in [A-Z]|this|tomorrow|at))",
    "decade": rf"(?P<part>early |mid-|mid |middle |late )?(?P<d>{'|'.join(DECADES)})",
    "words": r"[\w ,’'-]{0,60}",
}
WAYS = (  # what kind of telling it is, and how it is written
    ("now", r"\b[Tt]he {number}-year-old\b(?! \w+ (?:of|who))(?! {kin})"),
    ("now", r"\baged {number}\b{not_then}"),
    ("now", r"\b{leaves}\b[^.;]{{0,80}} at the age of {number}\b{not_then}"),
    ("now", r"\bturned {number}\b{not_then}"),
    ("soon", r"\b{soon} {number}\b{when}"),
    ("ahead", r"\b(?:reaches|turns|will be|will turn) {number} in {second} years\b"),
    ("under", r"\b(?:will not be|is not yet|has yet to turn|has not yet turned|won’t be) {number}\b"),
    ("short", r"\ba year short of {number}\b"),
    ("year", r"\bin (?:his|her) (?P<o>[\w-]+) year\b(?! (?:as|of|in|at|with))"),
    ("birthday", r"\b(?:his|her|their) (?P<o>[\w-]+) birthday\b(?! (?:when|in (?:18|19|20)\d\d))"),
    ("decade", r"\b(?P<in>in|well into|deep into) (?:his|her|their) {decade}\b"),
    ("named", rf"\bthe (?P<w>{'|'.join(NAMED)})\b"),
    (
        "ago",
        r"\b(?:at the age of|aged|at|was only|was just|was) {number}\b[^.;]{{0,60}}\.? ?[^.;]{{0,30}}\b{second} "
        r"years (?:ago|since then)\b",
    ),
    ("ago", r"\b(?:[Hh]e|[Ss]he) was (?:only |just )?{number}\b(?! per)[^.;]{{0,60}}\b(?P<o>[\w-]+) anniversary\b"),
    ("served", r"\b[Aa]t (?:the age of )?{number} {who} {words} for {second} years(?= until| ever since| without)"),
    ("served", r"\b[Aa]t (?:the age of )?{number} {who} {words} (?:without a (?:break|pause)) for {second} years\b"),
    ("born", r"\bborn (?:in|on)(?: [A-Z][a-z]+)?(?: \d{{1,2}},)? (?P<y>(?:18|19|20)\d\d)\b"),
)
COMPILED = tuple((kind, re.compile(way.format(**PIECES))) for kind, way in WAYS)
# A sentence without one of these is passed over: most of them say nothing of anybody's age.
LIKELY = DECADES.keys() | NAMED.keys() | {
    "age", "aged", "ago", "anniversary", "birthday", "born", "break", "pause", "reaches", "short", "since", "turn",
    "turned", "turning", "turns", "until", "will", "won't", "without", "year", "yet",
}  # fmt: skip
OLD = re.compile("-year-old")


class Age(NamedTuple):
    """How old somebody is now, at least and at most, with the words that say so and their sentence."""

    low: float
    high: float
    words: tuple[Span, ...]
    sentence: int


def find_ages(index: Index) -> Iterator[Clash]:
    """Every person with two ages."""
    people = {name: p for name, p in people_of(index).items() if len(p.first_names) <= 1}
    told = {
        name: [Age(age, age, (span,), number) for age, span, number in person.ages] for name, person in people.items()
    }
    if not people:
        return
    for owner, age in _implied(index, told):  # each is known before the next is looked at
        told[owner].append(age)
    for ages in told.values():
        clash = _clash(index, ages)
        if clash:
            yield clash


def _clash(index: Index, ages: list[Age]) -> Clash | None:
    ordered = sorted(dict.fromkeys(ages), key=lambda age: age.words)
    for at, later in enumerate(ordered):
        for earlier in ordered[:at]:
            gap = max(later.low - earlier.high, earlier.low - later.high)
            if gap > BIRTHDAY and earlier.sentence != later.sentence:
                passages = _passage(index, earlier), _passage(index, later)
                return Clash(*passages, earlier.words, later.words, "role", "conflict", "age", "age")
    return None


def _passage(index: Index, age: Age) -> Span:
    """The sentence that tells an age, with the next one if the words reach into it."""
    span = index.statements[age.sentence].span
    if age.words[-1].end <= span.end:
        return span
    return Span(span.start, index.statements[age.sentence + 1].span.end)


def _implied(index: Index, told: dict[str, list[Age]]) -> Iterator[tuple[str, Age]]:
    """What other words than a figure behind a name tell of somebody's age."""
    text, runs = index.article.text, runs_of(index)
    low, starts = index.article.words.lower, [span.start for span in index.article.sentences]
    likely = {s.number for s in index.statements if not LIKELY.isdisjoint(low[s.first : s.end])}
    likely |= {bisect_right(starts, match.start()) - 1 for match in OLD.finditer(text)} - {-1}
    # "At the age of eleven. That was forty years ago": the words may begin in the sentence before.
    for number in sorted({*likely, *(number - 1 for number in likely if number)}):
        statement = index.statements[number]
        if statement.title:
            continue
        behind = index.statements[min(statement.number + 1, len(index.statements) - 1)].span
        for kind, pattern in COMPILED:
            end = behind.end if kind == "ago" else statement.span.end
            for match in pattern.finditer(text, statement.span.start, end):
                age = _age(index, kind, match, statement)
                owner = _owner(index, runs, told, statement) if age else ""
                if age and owner and match.start() < statement.span.end:
                    yield owner, age


def _age(index: Index, kind: str, match: re.Match[str], statement: Statement) -> Age | None:
    low, high = _years(index, kind, match)
    if not 0 < low <= OLDEST:
        return None
    numbers = [name for name in ("n", "m", "o") if match.groupdict().get(name)]
    words = tuple(Span(*match.span(name)) for name in numbers) or (Span(*match.span()),)
    return Age(low, high, words, statement.number)


def _years(index: Index, kind: str, match: re.Match[str]) -> tuple[float, float]:
    """The least and the greatest age that these words can mean today; 0 where they say nothing."""
    groups = match.groupdict()
    if kind == "decade":
        least, most = PARTS.get((groups["part"] or "").strip("- "), (0, 9))
        least = max(least, INTO) if groups["in"] != "in" else least
        return DECADES[groups["d"]] + least, DECADES[groups["d"]] + most
    if kind == "named":
        return NAMED[groups["w"]]
    if kind == "birthday":
        years = ordinals().get(groups["o"].lower(), 0.0)
        coming = COMING.search(match.string[max(0, match.start() - BACK) : match.start()])
        return (years - 1 if coming else years), years
    if kind == "year":
        years = ordinals().get(groups["o"].lower(), 0.0)
        return (years - 1, years - 1) if years >= ADULT else (0.0, 0.0)  # "in her sixth year" may be of anything
    if kind == "born":
        today, year = day_of(index.article), float(groups["y"])
        return (today.year - year - 1, today.year - year) if today and today.year > year else (0.0, 0.0)
    first = _value(groups["n"])
    if kind in ("ago", "served"):
        more = _value(groups["m"]) if groups.get("m") else ordinals().get((groups.get("o") or "").lower(), -OLDEST)
        return first + more, first + more
    if kind == "ahead":
        return first - _value(groups["m"]), first - _value(groups["m"])
    if kind == "under":
        return 1.0, first - 1
    return {"soon": (first - 1, first), "short": (first - 1, first - 1)}.get(kind, (first, first))


def _value(words: str) -> float:
    if words.isdigit():
        return float(words)
    tens, _, unit = words.partition("-")
    numbers = measures().numbers
    return numbers[tens] + (numbers[unit] if unit else 0.0)


Runs = dict[int, list[tuple[int, str]]]


def _owner(index: Index, runs: Runs, told: dict[str, list[Age]], statement: Statement) -> str:
    """Of whom these words are said: the one person named in the sentence; with none, the person named last in the
    paragraph; with none there, the only one whose age the text gives, or the one whom it is about."""
    here = {name for _, name in runs.get(statement.number, ())}
    if here:
        return next((name for name in here if len(here) == 1 and name in told), "")
    paragraph = next(p for p in index.article.paragraphs if p.start <= statement.span.start < p.end)
    before = statement.number - 1
    while before >= 0 and index.statements[before].span.start >= paragraph.start:
        named = {name for _, name in runs.get(before, ())}
        if named:
            return next((name for name in named if len(named) == 1 and name in told), "")
        before -= 1
    counts = Counter(name for row in runs.values() for _, name in row)
    aged = sorted((name for name, ages in told.items() if ages), key=lambda name: -counts[name])
    if len(aged) == 1 or (aged and counts[aged[0]] == max(counts.values()) and next(iter(counts)) == aged[0]):
        return aged[0]
    return ""

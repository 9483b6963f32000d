"""Days that can't be: a weekday that does not fit its date, and one event on two weekdays."""

from __future__ import annotations

from collections.abc import Iterator

from kit.finders.alarm.clash import Clash
from kit.finders.alarm.statements import Index, Statement
from kit.language.agreement import times_agree
from kit.language.morphology import stem
from kit.language.thesaurus import events
from kit.language.times import Time
from kit.text import Span

NEAR = 1  # days: "before dawn on Tuesday" and "Monday night" may be one night
WEEK = 7
KINDS = ("weekday", "date", "month")
KNOWN = ("the", "that", "this")
OTHER = ("last", "next", "previous", "following", "coming")
EVENT_BEHIND = 3  # words behind "Sunday night's" in which the event is named


def find_days(index: Index) -> Iterator[Clash]:
    """All days of an article that can't be."""
    yield from _misfits(index)
    yield from _two_days(index)


def _misfits(index: Index) -> Iterator[Clash]:
    """ "Tuesday, Sept. 26, 2016" was a Monday."""
    words = index.article.words
    for statement in index.statements:
        for time in statement.times.values():
            if time.kind == "date" and time.weekday is not None and time.on and time.on.weekday() != time.weekday:
                day = index.words(time.first, time.first + 1)
                row = next((r for r in range(time.first + 1, time.end) if words.lower[r][0].isalnum()), time.first)
                date = Span(words.start[row], time.span.end)
                yield Clash(day, date, (day,), (date,), "date", "conflict", "misfit", "misfit")


def _two_days(index: Index) -> Iterator[Clash]:
    """ "A main burst on Tuesday" and "Sunday night's burst"; "the blaze on May 3" and "the May 9 fire" """
    happened: dict[tuple[str, str], list[tuple[Statement, Time]]] = {}
    taken: list[tuple[str, Statement, Time]] = []
    for statement in index.statements:
        days = [time for time in statement.times.values() if time.kind in KINDS]
        if statement.title or not days:
            continue
        named = {}
        for time in days:
            name = _owned(index, statement, time)
            if name and time.which not in OTHER:
                named[name] = time
                taken.append((name, statement, time))
        for kind in KINDS:
            alike = [time for time in days if time.kind == kind]
            if len(alike) == 1:
                for name in _events(index, statement):
                    if name not in named or (name, kind) not in happened:
                        happened.setdefault((name, kind), []).append((statement, alike[0]))
    for name, statement, time in taken:
        others = happened.get((name, time.kind), [])
        if others and len({t.value for _, t in others}) == 1 and others[0][1].which not in OTHER:
            before, day = others[0]
            if before is not statement and _apart(time, day):
                spans = (day.span,), (time.span,)
                yield Clash(before.span, statement.span, *spans, "date", "conflict", "two-days", "two-days")


def _apart(one: Time, other: Time) -> bool:
    """Are the two further from each other than one night?"""
    if one.kind == "weekday":
        apart = abs(int(one.value[0]) - int(other.value[0]))
        return min(apart, WEEK - apart) > NEAR
    if one.kind == "date" and one.value[:2] == other.value[:2]:
        return abs(one.value[2] - other.value[2]) > NEAR
    return not times_agree(one, other)


def _owned(index: Index, statement: Statement, time: Time) -> str:
    """The event that a day belongs to: "Sunday night's burst", "the burst on Sunday", "the Sunday burst" """
    low = index.article.words.lower
    if low[time.first - 3 : time.first - 2] == ["the"] and low[time.first - 1] in ("on", "of"):
        return events().get(stem(low[time.first - 2]), "") if time.first - 3 >= statement.first else ""
    if low[time.first - 1] in KNOWN and time.first > statement.first and time.end < statement.end:
        return events().get(stem(low[time.end]), "") if index.article.words.tag[time.end] == "NN" else ""
    if low[time.end : time.end + 1] != ["'s"]:
        return ""
    for row in range(time.end + 1, min(statement.end, time.end + 1 + EVENT_BEHIND)):
        name = events().get(stem(low[row])) or events().get(" ".join(low[row : row + 2]))
        if name:
            return name
    return ""


def _events(index: Index, statement: Statement) -> Iterator[str]:
    """The events that a sentence speaks of."""
    low = index.article.words.lower
    known = events()
    for row in range(statement.first, statement.end):
        if low[row][0].isalpha():
            name = known.get(stem(low[row])) or known.get(" ".join(low[row : row + 2]))
            if name:
                yield name

"""Days that can't be: a weekday that does not fit its date, and one event on two days."""

from __future__ import annotations

from collections.abc import Iterator

from kit.finders.alarm.rule import Candidate, Rule
from kit.language.agreement import times_agree
from kit.language.morphology import stem
from kit.language.thesaurus import events
from kit.language.times import Time
from kit.reading import ArticleIndex, IndexedSentence
from kit.text import Span

ONE_NIGHT = 1  # days: "before dawn on Tuesday" and "Monday night" may be one night
WEEK = 7
KINDS = ("weekday", "date", "month")
KNOWN = ("the", "that", "this")
OTHER = ("last", "next", "previous", "following", "coming")
EVENT_BEHIND = 3  # words behind "Sunday night's" in which the event is named


def find_days(index: ArticleIndex) -> Iterator[Candidate]:
    """All days of an article that can't be."""
    yield from _misfits(index)
    yield from _two_days(index)


def _misfits(index: ArticleIndex) -> Iterator[Candidate]:
    """ "Tuesday, Sept. 26, 2016" was a Monday."""
    words = index.words
    for time in index.times:
        if time.kind == "date" and time.weekday is not None and time.on and time.on.weekday() != time.weekday:
            day = index.span(time.first, time.first + 1)
            row = next((r for r in range(time.first + 1, time.end) if words.lower[r][0].isalnum()), time.first)
            date = Span(words.start[row], time.span.end)
            yield Candidate((day, date), ((day,), (date,)), "date", "conflict", "misfit")


def _two_days(index: ArticleIndex) -> Iterator[Candidate]:
    """ "A main burst on Tuesday" and "Sunday night's burst"; "the blaze on May 3" and "the May 9 fire" """
    dated = [s for s in index.sentences if not s.in_title and any(time.kind in KINDS for time in s.times.values())]
    taken = [
        (name, sentence, time)
        for sentence in dated
        for time in sentence.times.values()
        if time.kind in KINDS and time.which not in OTHER and (name := _owner(index, sentence, time))
    ]
    happened = _days_of_events(index, dated, {(name, sentence.number) for name, sentence, _ in taken}) if taken else {}
    for name, sentence, time in taken:
        others = happened.get((name, time.kind), [])
        if others and len({t.value for _, t in others}) == 1 and others[0][1].which not in OTHER:
            before, day = others[0]
            if before is not sentence and _apart(time, day):
                passages = before.span, sentence.span
                yield Candidate(passages, ((day.span,), (time.span,)), "date", "conflict", "two-days")


def _days_of_events(
    index: ArticleIndex, dated: list[IndexedSentence], owned: set[tuple[str, int]]
) -> dict[tuple[str, str], list[tuple[IndexedSentence, Time]]]:
    """The days on which sentences put each event, by its name and the kind of the time: where a sentence has just one.

    A sentence in which an event has a day of its own (`owned`) counts only if it is the first that speaks of it.
    """
    found: dict[tuple[str, str], list[tuple[IndexedSentence, Time]]] = {}
    for sentence in dated:
        for kind in KINDS:
            alike = [time for time in sentence.times.values() if time.kind == kind]
            if len(alike) == 1:
                for name in _events(index, range(sentence.first, sentence.end)):
                    if (name, sentence.number) not in owned or (name, kind) not in found:
                        found.setdefault((name, kind), []).append((sentence, alike[0]))
    return found


def _apart(one: Time, other: Time) -> bool:
    """Are the two further from each other than one night?"""
    if one.kind == "weekday":
        apart = abs(int(one.value[0]) - int(other.value[0]))
        return min(apart, WEEK - apart) > ONE_NIGHT
    if one.kind == "date" and one.value[:2] == other.value[:2]:
        return abs(one.value[2] - other.value[2]) > ONE_NIGHT
    return not times_agree(one, other)


def _owner(index: ArticleIndex, sentence: IndexedSentence, time: Time) -> str:
    """The event that a day belongs to: "Sunday night's burst", "the burst on Sunday", "the Sunday burst" """
    low = index.words.lower
    if low[time.first - 3 : time.first - 2] == ["the"] and low[time.first - 1] in ("on", "of"):
        return events().get(stem(low[time.first - 2]), "") if time.first - 3 >= sentence.first else ""
    if low[time.first - 1] in KNOWN and time.first > sentence.first and time.end < sentence.end:
        return events().get(stem(low[time.end]), "") if index.words.tag[time.end] == "NN" else ""
    if low[time.end : time.end + 1] != ["'s"]:
        return ""
    return next(_events(index, range(time.end + 1, min(sentence.end, time.end + 1 + EVENT_BEHIND))), "")


def _events(index: ArticleIndex, rows: range) -> Iterator[str]:
    """The events that some words speak of."""
    low, known = index.words.lower, events()
    for row in rows:
        name = known.get(stem(low[row])) or known.get(" ".join(low[row : row + 2]))
        if name:
            yield name


RULES = (
    Rule(
        "misfit",
        find_days,
        "This date fell on a different day of the week.",
        "The date may be from another year.",
        ("They met on *Tuesday*, *Sept. 26, 2016* in the old hall.",),
        ("They met on Monday, Sept. 26, 2016 in the old hall.", "They met on Tuesday, Sept. 26 in the old hall."),
    ),
    Rule(
        "two-days",
        find_days,
        "The text puts one event on two days.",
        "There may have been two events, or the time may have changed.",
        ("A water main gave way at noon on *Tuesday*. Cellars filled. They had been dry since *Sunday night*’s burst.",
         "A mill burned down on *May 3*. It was dry. The *May 9* fire cost the town its bread."),
        ("The main burst before dawn on Tuesday. Cellars filled. Monday night’s leak was found by a cat.",
         "The main burst on Tuesday. Cellars filled. Last Friday’s leak was smaller."),
    ),
)  # fmt: skip

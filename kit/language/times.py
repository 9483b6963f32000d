"""When: weekdays, dates, years and times of day, each with its place and a value that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal

from kit.language import Entry, load
from kit.language.quantity_words import measures
from kit.text import Article, Span, read_text

Kind = Literal["weekday", "date", "month", "year", "clock", "day"]
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# Year first, as computers write it, also in the names of files: 2026-03-02, 2026_03_02, 20260302, 2026-03.
NUMERIC_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])(?:[-_/.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?:[-–]\d{1,2})?")
CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(am|pm)?")
HALVES = {"a.m.": 0, "am": 0, "a.m": 0, "p.m.": 720, "pm": 720, "p.m": 720}
LIKE_WORDS = ("march", "may")  # months only beside a number, or capital and after a preposition
BEFORE_MONTHS = ("in", "last", "next", "this", "since", "until", "till", "by", "early", "late", "mid", "of", "through")
BEFORE_YEARS = ("in", "since", "until", "till", "during", "before", "after", ",", "(")


@dataclass(frozen=True, slots=True)
class Time:
    """Words of an article that say when.

    `kind` and `value` belong together: weekday (0 for Monday), date (year or 0, month, day), month (year or 0, month),
    year (the year), clock (minutes since midnight), day (days after the day of the report). `weekday` is the weekday
    that a date is said to be, `on` the day itself where the text or the date of the article tells it. `which` is a word
    such as "last" before a weekday. `sentence` is the number of the sentence; rows `first` to `end` (exclusive) hold
    the words. How long something takes is a quantity.
    """

    span: Span
    kind: Kind
    value: tuple[float, ...]
    sentence: int
    first: int
    end: int
    weekday: int | None = None
    on: date | None = None
    which: str = ""


@cache
def calendar() -> dict[str, dict[str, int]]:
    """The words of `times.toml` by kind, with their numbers."""
    found: dict[str, dict[str, int]] = {}
    for entry in entries():
        for word in entry.data["words"]:
            found.setdefault(entry.data["kind"], {})[word] = entry.data["number"]
    return found


def entries() -> tuple[Entry, ...]:
    """The tables of the lexicon, checked. A number may be 0, so it counts as optional."""
    return load("times", ("kind", "words"), ("number",))


def times(article: Article) -> tuple[Time, ...]:
    """Everything in the sentences of an article that says when, in the order of the text."""
    reader = _TimeReader(article)
    return tuple(time for number in range(len(article.rows)) for time in reader.sentence(number))


def day_of(article: Article) -> date | None:
    """The day of the report: the date it was read with, or the one that stands on its page."""
    stated = [article.date, *(article[f.span] for f in article.furniture if f.kind in ("date", "dateline"))]
    for words in filter(None, stated):
        try:
            return date.fromisoformat(words.strip()[:10])
        except ValueError:
            pass
        found = next((time.on for time in _stated(words) if time.on), None)
        if found:
            return found
    return None


@lru_cache(maxsize=4096)
def month_of(words: str) -> str:
    """The month of a date as people and programs write them, as YYYY-MM; "" where it can't be told for sure.

    >>> month_of("2026-03-02T08:00"), month_of("2 March 2026"), month_of("March 2nd, 2026"), month_of("02/03/2026")
    ('2026-03', '2026-03', '2026-03', '')
    """
    found = NUMERIC_DATE.search(words)
    if found:
        return f"{found[1]}-{found[2]}"
    told = (time.value for time in _stated(words) if time.kind in ("date", "month") and year_of(time))
    return next((f"{value[0]:04}-{value[1]:02}" for value in told), "")


def _stated(words: str) -> Iterator[Time]:
    """The times in words that are a date and nothing else: any case will do, and months cut short without a stop."""
    page = read_text(f"{words.strip().title()}.")
    reader = _TimeReader(page, bare=True)
    for number in range(len(page.rows)):
        yield from reader.sentence(number)


def year_of(time: Time) -> int:
    """The year that a date, a month or a year names; 0 if it names none."""
    return int(time.value[0]) if time.kind in ("date", "month", "year") else 0


class _TimeReader:
    def __init__(self, article: Article, bare: bool = False) -> None:
        self.article = article
        self.home = None if bare else day_of(article)
        words = article.words
        self.low, self.form, self.tag = words.lower, words.form, words.tag
        lists = calendar()
        self.weekdays, self.months, self.days = lists["weekday"], lists["month"], lists["day"]
        if bare:
            self.months = {word.removesuffix("."): month for word, month in self.months.items()} | self.months
        self.parts, self.which, self.hours = lists["part"], lists["which"], lists["hour"]
        self.openings = {*self.weekdays, *self.months, *self.days, *self.hours, *measures().numbers, "half", "quarter"}

    def sentence(self, number: int) -> Iterator[Time]:
        """The times of one sentence."""
        first, end = self.article.rows[number]
        at = first
        while at < end:
            word = self.low[at]
            time = self._at(number, at, end) if word in self.openings or word[0].isdigit() else None
            if time is not None:
                yield time
            at = at + 1 if time is None else time.end

    def _at(self, number: int, at: int, end: int) -> Time | None:
        word = self.low[at]
        if word in self.weekdays and self.form[at][0].isupper():
            return self._weekday(number, at, end)
        if word in self.months and self.form[at][0].isupper():
            return self._month(number, at, end)
        if word in self.days:
            on = self.home and self.home + timedelta(self.days[word])
            return self._time(number, "day", (self.days[word],), at, at + 1, on=on)
        if word in self.hours:
            return self._time(number, "clock", (self.hours[word],), at, at + 1)
        if word[0].isdigit():
            return self._digits(number, at, end)
        if word in ("half", "quarter") or word in measures().numbers:
            return self._spoken(number, at, end)
        return None

    def _weekday(self, number: int, at: int, end: int) -> Time:
        """ "Monday", "last Monday night"; with a date behind it, one date."""
        day = self.weekdays[self.low[at]]
        behind = at + 1
        if self.low[behind : behind + 1] in ([","], ["("], ["the"]) and behind + 1 < end:
            behind += 1
        if behind < end and self.low[behind] not in self.weekdays:  # no date begins with two: "Monday Monday"
            later = self._at(number, behind, end)
            if later and later.kind == "date" and later.weekday is None:
                return self._time(number, "date", later.value, at, later.end, on=later.on, weekday=day)
        which = self.low[at - 1] if at and self.low[at - 1] in self.which else ""
        stop = at + 2 if at + 1 < end and self.low[at + 1] in self.parts else at + 1
        return self._time(number, "weekday", (day,), at - bool(which), stop, which=which)

    def _month(self, number: int, at: int, end: int) -> Time | None:
        """ "May 4, 2016", "May 2016", "in May"; "4 May" is met at its day."""
        month = self.months[self.low[at]]
        day = DAY.fullmatch(self.low[at + 1]) if at + 1 < end else None
        if day and 1 <= int(day[1]) <= 31 and not self._year_at(at + 1, end):
            return self._date(number, month, int(day[1]), at, at + 2, end)
        comma = self.low[at + 1 : at + 2] in ([","], ["of"])
        if self._year_at(at + 1 + comma, end):
            year = int(self.low[at + 1 + comma])
            return self._time(number, "month", (year, month), at, at + 2 + comma)
        if self.low[at] in LIKE_WORDS and (at == 0 or self.low[at - 1] not in BEFORE_MONTHS):
            return None
        return self._time(number, "month", (0, month), at, at + 1)

    def _date(self, number: int, month: int, day: int, first: int, stop: int, end: int) -> Time:
        comma = self.low[stop : stop + 1] == [","]
        year = 0
        if self._year_at(stop + comma, end):
            year = int(self.low[stop + comma])
            stop += 1 + comma
        try:
            on = date(year or (self.home.year if self.home else 0), month, day)
        except ValueError:
            on = None
        return self._time(number, "date", (year, month, day), first, stop, on=on)

    def _digits(self, number: int, at: int, end: int) -> Time | None:
        word = self.low[at]
        behind = self.low[at + 1] if at + 1 < end else ""
        if behind in self.months or (behind == "of" and at + 2 < end and self.low[at + 2] in self.months):
            day, month_at = DAY.fullmatch(word), at + 1 + (behind == "of")
            if day and 1 <= int(day[1]) <= 31 and self.form[month_at][0].isupper():
                first = at - 1 if at and self.low[at - 1] == "the" else at
                return self._date(number, self.months[self.low[month_at]], int(day[1]), first, month_at + 1, end)
        clock = CLOCK.fullmatch(word)
        if clock and (clock[3] or behind in HALVES or behind == "o'clock" or ":" in word):
            hour, minute = int(clock[1]), int(clock[2] or 0)
            half = clock[3] or behind
            if hour <= 24 and minute < 60:
                minutes = (hour % 12 if half in HALVES else hour) * 60 + minute + HALVES.get(half, 0)
                stop = at + 2 if behind in HALVES or behind == "o'clock" else at + 1
                return self._time(number, "clock", (minutes,), at, stop)
        if self._year_at(at, end) and self._is_year(at, behind):
            return self._time(number, "year", (int(word),), at, at + 1)
        return None

    def _spoken(self, number: int, at: int, end: int) -> Time | None:
        """ "half past nine", "a quarter to eight", "nine o'clock"."""
        spoken = measures().numbers
        word = self.low[at]
        if word in ("half", "quarter"):
            hour = spoken.get(self.low[at + 2], 0) if at + 2 < end else 0
            if not 1 <= hour <= 12 or self.low[at + 1] not in ("past", "to"):
                return None
            amount = (30 if word == "half" else 15) * (1 if self.low[at + 1] == "past" else -1)
            return self._time(number, "clock", (hour * 60 + amount,), at, at + 3)
        if at + 1 < end and (self.low[at + 1] == "o'clock" or self.low[at + 1] in HALVES):
            minutes = spoken[word] % 12 * 60 + HALVES.get(self.low[at + 1], 0)
            return self._time(number, "clock", (minutes,), at, at + 2)
        return None

    def _year_at(self, at: int, end: int) -> bool:
        return at < end and YEAR.fullmatch(self.low[at]) is not None

    def _is_year(self, at: int, behind: str) -> bool:
        """Not "2000 people", where something is counted."""
        before = self.low[at - 1] if at else ""
        if before in BEFORE_YEARS or before in self.months:
            return True
        return self.tag[at + 1 : at + 2] != ["NNS"] and behind not in measures().scales and behind != "%"

    def _time(
        self, number: int, kind: Kind, value: Sequence[float], first: int, end: int,
        weekday: int | None = None, on: date | None = None, which: str = "",
    ) -> Time:  # fmt: skip
        words = self.article.words
        span = Span(words.start[first], words.end[end - 1])
        return Time(span, kind, tuple(value), number, first, end, weekday, on, which)

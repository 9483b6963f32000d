"""A first and a last day that do not go with the length between them: "five days, from Monday to Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.sums import HALF_DAY, has, matches, says_half_of_day, slip
from kit.language.quantities import Quantity
from kit.language.times import Time
from kit.reading import ArticleIndex
from kit.text import Span

TO = "(?:to|until|till|through|–) "
FROM_TO = rf"(?P<link>from|between) ~1@a (?:{TO}|and )~1@b "
FOR = "(?:~3(?:, |— )|and ~5for |for |~3lasting )?(?:for |a term of |a period of |lasting |in all |or )?"
BEGIN_END = r"{begins} ~2@a (?:and |, |; |to |until )?~2(?:{ends} )?~1@b "
EVENTS = tuple(rf"(?:the|this) ~3(?P<event>\w+) ~2{days}" for days in (FROM_TO, BEGIN_END))
FRAMES = (
    rf"(?P<before>~2)<d> (?P<unit>~3)(?:, |— |\( )?{FROM_TO}",
    rf"(?P<before>){FROM_TO}{FOR}<d> (?P<unit>~3)(?=[.,;)—]|$)",
    rf"(?P<before>~1)<d> (?P<unit>~3)(?:[,:] ~3)?{BEGIN_END}",
    rf"(?P<before>){BEGIN_END}(?:, )?(?:after|for|a total of|having lasted|lasted|took) <d> (?P<unit>~1)(?=[.,;)—]|$)",
)
WORDS_OF_AN_EVENT = 2  # behind a length that is part of its name: "the eight-day film festival"
WEEK, YEAR, DAY = 7, 12, 2 * HALF_DAY  # days, months, minutes
DAYS_OF_A_MONTH = 30.44
ROUGH = 0.25  # of a length that is told in weeks or months and lies between two days
HALF_HOUR = 30  # minutes
COMMON_YEAR = 2001
OTHERS = re.compile(r"\b(?:of|another|later|earlier|ago|before|after|each|the (?:first|last|next|past|previous)) ")


def find_lengths(index: ArticleIndex) -> Iterator[Candidate]:
    """Every length of time that its first and last day do not make."""
    yield from _lengths_of_events(index)
    for line, match in matches(index, *FRAMES, needs=("from between begins",), figures=1):
        length, first, last = line.figure(match, "d"), line.time(match, "a"), line.time(match, "b")
        around = match["before"] + match["unit"]
        if length.sort == "duration" and not length.bound and not has(line, "gaps") and not OTHERS.search(around):
            yield from _misfit(index, length, first, last, match.groupdict().get("link", ""))


def _misfit(index: ArticleIndex, length: Quantity, first: Time, last: Time, link: str) -> Iterator[Candidate]:
    """A length that two times do not make; what happened "between" them may have been shorter."""
    possible = _possible(index, length, first, last)
    if possible and (length.low > possible[1] or (length.low < possible[0] and link != "between")):
        said = " ".join(index.article[Span(length.number.start, index.words.end[length.end - 1])].split())
        said = f"{said.replace('-', ' ')}s" if "-" in said else said
        ends = (index.article[first.span], index.article[last.span])
        reckoned = f"From {ends[0]} to {ends[1]} makes {possible[2]}, not {said}."
        yield slip("length", "date", length.number, Span(first.span.start, last.span.end), reckoned)


def _lengths_of_events(index: ArticleIndex) -> Iterator[Candidate]:
    """Every length that an event has in its name, "the eight-day festival", and its days in another sentence do not
    make. An event with two lengths may be two events."""
    named: dict[str, list[Quantity]] = {}
    for quantity in index.quantities:
        if quantity.sort == "duration" and quantity.end == quantity.stop and quantity.low == quantity.high:
            for row in range(quantity.end, min(quantity.end + WORDS_OF_AN_EVENT, len(index.words.lower))):
                named.setdefault(index.key(row), []).append(quantity)
    for line, match in matches(index, *EVENTS, needs=("from between begins",)) if named else ():
        lengths = named.get(index.key(line.row(match.start("event"))), [])
        if len({length.low for length in lengths}) == 1 and not has(line, "gaps"):
            yield from _misfit(
                index, lengths[0], line.time(match, "a"), line.time(match, "b"), match.groupdict().get("link", "")
            )


def _possible(index: ArticleIndex, length: Quantity, first: Time, last: Time) -> tuple[float, float, str] | None:
    """The least and the most that the length may be in its own unit, and what it is in words; None if the two times
    can't tell. Both ends may be counted or only one, and a length in weeks or months is a round one."""
    if first.kind != last.kind:
        return None
    a, b = first.value, last.value
    match first.kind, length.unit:
        case "weekday", "time, long":
            days = (b[0] - a[0]) % WEEK
            days += WEEK * max(0, int((length.low - days) // WEEK))  # or a week later, or two
            return days, days + 1, f"{days + 1:g} days, counting both"
        case "date", ("time, long" | "time, very long"):
            days = _days(a, b)
            unit = 1.0 if length.unit == "time, long" else DAYS_OF_A_MONTH
            off = 1.0 if unit == 1 and length.low % WEEK else max(1.0, ROUGH * days)
            return (days - off) / unit, (days + off) / unit, f"{days + 1:g} days, counting both"
        case "year", "time, very long":
            years = b[0] - a[0]
            return YEAR * (years - 1), YEAR * (years + 1), f"{years:g} years"
        case "month", "time, very long":
            months = (YEAR * (b[0] - a[0]) if a[0] and b[0] else 0) + b[1] - a[1]
            months += YEAR * (months < 0)
            return months - 1, months + 1, f"{months + 1:g} months, counting both"
        case "clock", "time, short":
            round_the_clock = DAY if all(says_half_of_day(index, time) for time in (first, last)) else HALF_DAY
            minutes = (b[0] - a[0]) % round_the_clock
            minutes += HALF_DAY * (round_the_clock == HALF_DAY and length.low > minutes + HALF_HOUR)
            return minutes - HALF_HOUR, minutes + HALF_HOUR, f"{minutes / 60:g} hours"
    return None


def _days(first: tuple[float, ...], last: tuple[float, ...]) -> int:
    """From one date to the next of the other."""
    years = [int(value[0]) or int(other[0]) or COMMON_YEAR for value, other in ((first, last), (last, first))]
    try:
        one, two = (date(year, int(v[1]), int(v[2])) for year, v in zip(years, (first, last), strict=True))
        return (two - one).days if two >= one else (two.replace(year=two.year + 1) - one).days
    except ValueError:  # the 29th of February, or no date at all
        return 0


RULES = (
    Rule(
        "length",
        find_lengths,
        "The length doesn’t fit the first and the last day.",
        "There may have been breaks, or only some of the days may count.",
        ("The strike will last *five* days, from *Monday to Wednesday*, the union said.",
         "She was mayor from *1998 to 2004*, a term of *eight* years.",
         "The *three-day* fair opens on *Tuesday and ends on Saturday*.",
         "The festival, which runs for *four* days, opens on *Thursday and closes on Saturday*.",
         "The meeting began at *7 p.m. and ended at 9.30 p.m.*, after *four* hours.",
         "The shop opened in *1962 and closed in 1999* after *47* years.",
         "The *eight-day* fair drew crowds. Rain fell. The fair ran from *June 17 to June 28*."),
        ("The strike will last three days, from Monday to Wednesday, the union said.",
         "The strike will last ten days, from Monday to Wednesday of the week after.",
         "She was mayor from 1998 to 2004, a term of six years.",
         "The trial, which began on 3 May and ended on 7 May, followed ten days of talks.",
         "She started on Monday and finished on Wednesday, after four days of rain had delayed her.",
         "She was held from March 2 until March 5; three weeks later, she sued.",
         "The eight-day fair drew crowds. Rain fell. The fair ran from June 17 to June 24.",
         "The two-week strike began in May. It rained. A three-day strike followed: the strike ran from 2 to 4 June."),
    ),
)  # fmt: skip

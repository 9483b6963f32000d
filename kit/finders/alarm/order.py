"""Two timed events in the wrong order, or too near or far: "at 4.10 p.m., ten minutes before … at 3.55 p.m."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.sums import HALF_DAY, matches, says_half_of_day, slip, taken_back, words_in
from kit.language.times import Time
from kit.reading import ArticleIndex
from kit.reading.figure_lines import FigureLine

WHAT = r"(?P<what>(?:[^\s#@.;:()“”—–]+ ){1,10}?)"
WHEN = "(?:in |on |at )"
GAP = "(?:(?:<gap> |a |an |half an |just |shortly |soon |not long |well |long |only )~2)?"
FRAMES = (
    rf"{WHEN}@a (?:, |— )?{GAP}(?P<way>before|after) {WHAT}{WHEN}@b (?=[.,;)]|and |on |$)",
    rf"(?P<way>before|after) {WHAT}{WHEN}@b , (?P<main>~9){WHEN}@a (?=[.,;)]|and |$)",
    rf"{WHEN}@b ~5(?:, |; )(?:and )?(?P<what>(?:<gap> )?~2)(?P<way>earlier|later) (?:, )?{WHEN}@a ",
)
TURNS = {"before": "later", "earlier": "later", "after": "earlier", "later": "earlier"}
MAX_DAYS = 90  # between two dates without a year
DAY = 2 * HALF_DAY
BEHIND_TO = ("DT", "PRP$", "NNS", "NNP", "CD", "PRP")  # tags of those to whom something is shown


def find_orders(index: ArticleIndex) -> Iterator[Candidate]:
    """Every "before" and "after" that the two times turn round."""
    for line, match in matches(index, *FRAMES, needs=(" ".join(TURNS),)):
        first, second = line.time(match, "a"), line.time(match, "b")
        between = f"{match['what']} {match.groupdict().get('main') or ''}".split()
        if not words_in("ahead").isdisjoint(between) or _is_plan(index, line, match) or taken_back(line, match):
            continue
        early = match["way"] in ("before", "earlier")
        if _comes_later(index, first, second) if early else _comes_later(index, second, first):
            words = [" ".join(index.article[time.span].split()).rstrip(".") for time in (first, second)]
            reckoned = f"The text says “{match['way']}”, but {words[0]} is {TURNS[match['way']]} than {words[1]}."
            yield slip("order", "date", first.span, second.span, reckoned)


def _is_plan(index: ArticleIndex, line: FigureLine, match: re.Match[str]) -> bool:
    """ "After the council agreed to close the school in 2016": a "to" and what is to be done."""
    rows = range(line.row(match.start("what")), line.row(match.end("what")))
    return any(index.words.lower[row] == "to" and index.words.tag[row + 1] not in BEHIND_TO for row in rows)


def _comes_later(index: ArticleIndex, one: Time, other: Time) -> bool:
    """Does the one come later than the other, and no midnight or turn of a year can lie between?"""
    if one.kind != other.kind:
        return False
    if one.kind == "clock":
        sure = all(says_half_of_day(index, time) for time in (one, other))
        return sure and 0 < (one.value[0] - other.value[0]) % DAY < HALF_DAY
    if one.kind in ("year", "month") and one.value[0] and other.value[0]:
        return one.value > other.value
    if one.kind == "date":
        if one.value[0] and other.value[0]:
            return one.value > other.value
        days = 31 * (one.value[1] - other.value[1]) + one.value[2] - other.value[2]
        return 0 < days <= MAX_DAYS
    return False


RULES = (
    Rule(
        "order",
        find_orders,
        "One event is said to come before the other, but by their times it came after.",
        "One of the two times may belong to another event.",
        ("The alarm went off at *4.10 p.m.*, ten minutes before the fire broke out at *3.55 p.m.*, the clerk said.",
         "She resigned on *4 May*, two days before the report was published on *1 May*.",
         "The alarm went off at *4.10 p.m.*; ten minutes later, at *3.55 p.m.*, the fire broke out.",
         "After the report was published on *5 May*, she resigned on *4 May*, her office said.",
         "He was caught in *2016*, a year after he had fled in *2018*.",
         "The council approved it on *12 June*, a week before it was first shown to residents on *4 June*."),
        ("The alarm went off at 3.45 p.m., ten minutes before the fire broke out at 3.55 p.m.",
         "The guests left at 1 a.m., after the band had gone home at 11 p.m.",
         "She resigned in 2014, after the council agreed to close the school in 2016.",
         "The bank was sold in March, after its collapse in June."),
    ),
)  # fmt: skip

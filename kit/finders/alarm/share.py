"""A share that is not that of its whole: "60 of the 500, a third"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.sums import amount, matches, slip
from kit.language.agreement import bounds, same_measure
from kit.language.quantity_words import measures
from kit.reading import ArticleIndex
from kit.reading.figure_lines import FigureLine
from kit.text import Span

THE = r"(?:the |its |their |all |some |those )?(?:~3's )?"
BOUND = "(?:(?P<bound>almost|nearly|about|over|more than|just over) )?"
PART = "(?:a |one )?(?P<part>half|third|quarter|fifth|tenth)"
PARTS = r"(?P<parts>#\d+) (?P<of>thirds|quarters|fifths|tenths)"
RATIO = r"(?P<one>one|#\d+) in (?P<in>#\d+)"
SHARE = f"(?:or |that is |which is |just |only )?{BOUND}(?:<p>|{PARTS}|{RATIO}|{PART}) "
APART = r"(?:, |\( |— |– )"
END = r"(?=[,.;)—–]|$)"
FRAMES = (
    rf"<a> (?:out )?of {THE}<b> ~6{APART}{SHARE}{END}",
    rf"of {THE}<b> ~4, <a> ~12{APART}{SHARE}{END}",
    rf"<b> ~5(?:, )?(?:and )?<a> of them {APART}{SHARE}{END}",
    rf"{SHARE}of {THE}<b> ~3{APART}(?:or |just |only )?<a> ~2{END}",
    rf"{SHARE}\( <a> \) of {THE}<b> ",
    rf"<p> of ~4{APART}(?:or |just |only )?<a> of {THE}<b> ",
)
NEEDS = "% in half third thirds quarter quarters fifth fifths tenth tenths"
IN_WORDS = 0.2  # how far a third or a half may be from what it is called
OVER = ("over", "more than", "just over")
LEAST, MOST = ("more_than", "at_least"), ("less_than", "at_most")
POINTS = 1.0  # how far a percentage


def find_shares(index: ArticleIndex) -> Iterator[Candidate]:
    """Every share that its own figures do not make."""
    for line, match in matches(index, *FRAMES, needs=(NEEDS,), figures=2):
        a, b = line.figure(match, "a"), line.figure(match, "b")
        stated = _stated(index, line, match)
        if stated and same_measure(a, b) and 0 < a.low <= b.low:
            low, high, name, place = stated
            (least, most), (fewest, all_of_them) = bounds(a), bounds(b)
            if not (100 * least / all_of_them <= high and low <= 100 * most / max(fewest, 1)):
                reckoned = f"{amount(a.low)} of {amount(b.low)} is {amount(round(100 * a.low / b.low))} percent"
                yield slip("share", "number", a.number, place or b.number, f"{reckoned}, not {name}.")


def _stated(
    index: ArticleIndex, line: FigureLine, match: re.Match[str]
) -> tuple[float, float, str, Span | None] | None:
    """The least and the most that the share can mean, what it is called, and where its figure stands."""
    groups, place = match.groupdict(), None
    if groups.get("p"):
        share = line.figure(match, "p")
        if share.sort != "percent":
            return None
        (low, high), place = bounds(share), share.number
        name = words if (words := index.article[place].lower()) in measures().shares else amount(share.low, share)
        off = IN_WORDS * share.low if share.in_words or share.bound == "about" else POINTS
        bound: str = share.bound
    else:
        value, name = _in_parts(line, groups)
        over = groups["bound"] in OVER
        low, high, off, bound = value, inf if over else value, IN_WORDS * value, "more_than" if over else ""
    return low - (POINTS if bound in LEAST else off), high + (POINTS if bound in MOST else off), name, place


def _in_parts(line: FigureLine, groups: dict[str, str | None]) -> tuple[float, str]:
    """A share in words or as "two in five", in percent, and what it is called."""
    if of := groups.get("of"):
        parts = line.figures[int((groups["parts"] or "")[1:])].low
        return parts * measures().shares[of.removesuffix("s")], f"{parts:g} {of}"
    if all_ := groups.get("in"):
        one, every = groups["one"] or "", line.figures[int(all_[1:])].low
        some = 1 if one == "one" else line.figures[int(one[1:])].low
        return 100 * some / every if every else 0.0, f"{some:g} in {every:g}"
    part = groups["part"] or ""
    return measures().shares[part], "half" if part == "half" else f"a {part}"


RULES = (
    Rule(
        "share",
        find_shares,
        "The share doesn’t match its own two figures.",
        "The share may be of something other than the figure beside it.",
        ("Of the 500 pupils asked, *60* had seen the film, *33* percent.",
         "*Thirty* of the 200 houses, or *25* percent, have no roof.",
         "*Half* of the town’s 1,200 shops, *240* of them, stood empty.",
         "*Two-thirds* of the crew, *14* of 40 sailors, fell ill.",
         "Two in five of the *200* tickets, *60* in all, went to students.",
         "Some *450* of the *1,000* workers, nearly two thirds, went on strike.",
         "More than *half* of the 80 shops, *34*, are empty."),
        ("Of the 500 pupils asked, 160 had seen the film, a third.",
         "Sixty of the 500 answered, a third more than last year.",
         "Twelve of the 60 bridges need repairs, a quarter of them at once.",
         "Nearly half of the town’s 1,200 shops, 550 of them, stood empty.",
         "Of the 240 pupils, 80 walk to school, which is one in three.",
         "Sixty of the 90 houses have been sold, 30 percent more than last year."),
    ),
)  # fmt: skip

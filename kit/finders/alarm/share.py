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
PART = f"{BOUND}(?:a |one )?(?P<part>half|third|quarter|fifth|tenth)"
SHARE = f"(?:or |that is |which is |just |only )?(?:<p>|{PART}) "
APART = r"(?:, |\( |— |– )"
END = r"(?=[,.;)—–]|$)"
FRAMES = (
    rf"<a> (?:out )?of {THE}<b> ~6{APART}{SHARE}{END}",
    rf"of {THE}<b> ~4, <a> ~8{APART}{SHARE}{END}",
    rf"<b> ~5(?:, )?(?:and )?<a> of them {APART}{SHARE}{END}",
    rf"<p> of {THE}<b> ~3{APART}(?:or |just |only )?<a> (?:of them |in all |in total )?{END}",
    rf"{SHARE}\( <a> \) of {THE}<b> ",
    rf"<p> of ~4{APART}(?:or |just |only )?<a> of {THE}<b> ",
)
IN_WORDS = 0.2  # how far a third or a half may be from what it is called
POINTS = 1.0  # how far a percentage


def find_shares(index: ArticleIndex) -> Iterator[Candidate]:
    """Every share that its own figures do not make."""
    for line, match in matches(index, *FRAMES):
        a, b = line.figure(match, "a"), line.figure(match, "b")
        exact = not (a.bound or b.bound) and (a.low, b.low) == (a.high, b.high)
        stated = _stated(index, line, match)
        if exact and stated and same_measure(a, b) and 0 < a.low <= b.low:
            low, high, name, place = stated
            actual = 100 * a.low / b.low
            if not low <= actual <= high:
                reckoned = f"{amount(a.low)} of {amount(b.low)} is {amount(round(actual))} percent, not {name}."
                yield slip("share", "number", a.number, place or b.number, reckoned)


def _stated(
    index: ArticleIndex, line: FigureLine, match: re.Match[str]
) -> tuple[float, float, str, Span | None] | None:
    """The least and the most that the share can mean, what it is called, and where its figure stands."""
    groups = match.groupdict()
    if part := groups.get("part"):
        value, name = measures().shares[part], "half" if part == "half" else f"a {part}"
        more = groups["bound"] in ("over", "more than", "just over")
        return value * (1 - IN_WORDS), inf if more else value * (1 + IN_WORDS), name, None
    share = line.figure(match, "p")
    if share.sort != "percent":
        return None
    low, high = bounds(share)
    off = IN_WORDS * share.low if share.in_words or share.bound == "about" else POINTS
    words = index.article[share.number].lower()
    name = words if words in measures().shares else amount(share.low, share)
    return low - off, high + off, name, share.number


RULES = (
    Rule(
        "share",
        find_shares,
        "The share is not what its own two figures make.",
        "The share may be of another whole than the one beside it.",
        ("Of the 500 pupils asked, *60* had seen the film, *33* percent.",
         "*Thirty* of the 200 houses, or *25* percent, have no roof.",
         "*Half* of the town’s 1,200 shops, *240* of them, stood empty.",
         "*Two-thirds* of the crew, *14* of 40 sailors, fell ill."),
        ("Of the 500 pupils asked, 160 had seen the film, a third.",
         "Sixty of the 500 answered, a third more than last year.",
         "Twelve of the 60 bridges need repairs, a quarter of them at once.",
         "Nearly half of the town’s 1,200 shops, 550 of them, stood empty."),
    ),
)  # fmt: skip

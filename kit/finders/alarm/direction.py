"""A change that goes the other way than its figures: "fell to 48 from 41"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.sums import alike, amount, has, matches, slip, taken_back
from kit.language.agreement import bounds, same_measure
from kit.language.quantities import Quantity
from kit.reading import ArticleIndex
from kit.reading.figure_lines import FigureLine

# "<b>" is where it ends, "<a>" where it began.
FROM = r"(?:, )?from (?:{kinds_of_figure} |of ){0,3}<a> "
AGAINST = r"(?:, |\( |— )?(?:{against} )(?:{kinds_of_figure} ){0,3}<a> "
FRAMES = (
    r"(?P<way>{WAY}) ~4(?:(?:by )?#\d+ ~3)?(?:, )?(?:to |reaching )~3<b> ~4" + FROM,
    r"(?P<way>{WAY}) ~4(?:(?:by )?#\d+ ~3)?" + FROM + "(?P<between>~5)to ~2<b> ",
    r"(?<!to )(?P<way>{WAY}|{MORE}) (?:~7: ~3|~7, (?:\w+ing )?|~7)<b> ~6" + AGAINST,
    r"<b> ~6, ~4(?P<way>{MORE}) than (?:the|its|their|last) ~1<a> ",
)
BARE = r"<b> ~8(?:, )?(?P<way>WAY) ~1" + FROM
MAX_RATIO = 10  # between two figures of one change; one of them may lack its million otherwise


def find_directions(index: ArticleIndex) -> Iterator[Candidate]:
    """Every change whose figures go the other way."""
    for way in ("up", "down"):
        more = "more" if way == "up" else "less"
        frames = [each.replace("WAY", way).replace("MORE", more) for each in (*FRAMES, BARE)]
        for line, match in matches(index, *frames, needs=(f"{way} {more}", "from against than"), figures=2):
            began, ended = alike(line.figure(match, "a"), line.figure(match, "b"))
            if _other_way(way, began, ended) and not _excused(line, match, way, began):
                words = match["way"]
                amounts = (
                    f"{amount(ended.low, began)} is {'less' if way == 'up' else 'more'} than {amount(began.low, began)}"
                )
                yield slip("direction", "number", ended.number, began.number, f"“{words}” says {way}, but {amounts}.")


def _other_way(way: str, began: Quantity, ended: Quantity) -> bool:
    """Do two figures of one thing go against the word?"""
    if not same_measure(began, ended) or (began.is_named and ended.is_named and began.noun != ended.noun):
        return False
    (low, high), (least, most) = bounds(began), bounds(ended)
    against = most < low if way == "up" else least > high
    return against and max(began.low, ended.low) <= MAX_RATIO * min(began.low, ended.low)


def _excused(line: FigureLine, match: re.Match[str], way: str, began: Quantity) -> bool:
    """Places in a table, weak coins, minus and losses, what was expected; and "cut from 30 to 40 jobs", a range."""
    between = match.groupdict().get("between")
    a_range = way == "down" and between == "" and not began.is_named and began.sort in ("bare", "count")
    return a_range or has(line, "turned") or has(line, "expected") or taken_back(line, match)


RULES = (
    Rule(
        "direction",
        find_directions,
        "The figures don’t go the way the word says.",
        "The two figures may have been swapped, or the word may be about something else.",
        ("Sales at the ferry kiosk fell to *48* a day in spring from *41* in winter.",
         "The council raised the fee from *£42* for a family to *£35* in May.",
         "Attendance dropped to *61,200* last year, compared with *58,400* the year before.",
         "The number of burglaries is up: police recorded *212* in March, against *240* a year earlier.",
         "The ferry now carries more cars than last year, *340* a day instead of *365*.",
         "The turnout, *41* percent, was lower than the *38* percent of four years ago.",
         "At *14* days, the wait is longer than the *16* days that patients faced in spring."),
        ("Sales at the ferry kiosk fell to 41 a day in spring from 48 in winter.",
         "The ferry slipped from 4 to 9 in the table of the loudest boats.",
         "The frost grew worse: it fell to minus 12 degrees from minus 4 degrees.",
         "The harbour fell by 48 tonnes from 41 sites that nobody had counted.",
         "Profits rose to £4m, against the £5m that analysts had forecast.",
         "Sales rose in Lorn, where 48 were sold, compared with 60 in Sall.",
         "The motion to raise the fee was passed by 12 votes against 15 a year ago.",
         "Unemployment has fallen to 4.1 percent, against a national rate of 3.6 percent."),
    ),
)  # fmt: skip

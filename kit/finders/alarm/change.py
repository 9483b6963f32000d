"""A word or figure for a change against the two figures beside it: "doubled, from 40 to 55", "up 50 percent, to 55"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from kit.finders.alarm.direction import FROM
from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.sums import alike, amount, has, matches, slip, taken_back
from kit.language.agreement import bounds, same_measure, step
from kit.language.quantities import Quantity
from kit.language.quantity_words import measures
from kit.reading import ArticleIndex
from kit.reading.figure_lines import FigureLine

BOUND = r"(?:(?P<bound>almost|nearly|about|roughly|more than|over|well over|just over) )?"
PAIRS = (r"~5(?:, (?:\w+ing |up |down )?)?" + FROM + "~5to ~2<b> ", "~4(?:, )?to <b> ~4" + FROM)
FACTORS = {"twice": 2.0, "three_times": 3.0, "four_times": 4.0, "half": 0.5}
AMOUNT = r"(?P<way>{up}|{down}) ~3(?:by )?(?:<p>|(?:a |an )(?P<part>half|third|quarter|fifth|tenth)|(?P<half>half)) "
BEHIND = FROM + "~5to ~2<b> ~3, " + BOUND + "(?:an? )?(?P<way>{FACTOR}) "
SINCE = r"<b> ~6(?:, )?~6" + BOUND + r"(?P<way>{FACTOR}) ~2@\d+ , when ~4<a> "
OF = r"from (?:{kinds_of_figure} |of ){0,3}<a> ~5to ~2<b> ~3, an? ~1(?P<way>{up}|{down}) of <p> "
PLAIN, ALMOST = (0.85, 1.2), (0.75, 1.02)  # what may be called "doubled", and "almost doubled", of twice as much
OVER = 0.98
MAX_OFF = 0.15  # of a share in words, or one that is only about right
EXACT_BELOW = 1000  # smaller whole numbers are not rounded


def find_changes(index: ArticleIndex) -> Iterator[Candidate]:
    """Every change that is not what its two figures make."""
    for name, factor in FACTORS.items():
        for line, match in matches(index, *_frames(name), needs=(name, "from when"), figures=2):
            a, b = alike(line.figure(match, "a"), line.figure(match, "b"))
            if _comparable(line, match, a, b) and not _fits(a, b, factor, match["bound"] or ""):
                right = f"{name.replace('_', ' ')}{' of' if factor < 1 else ''} {amount(a.low, a)} is "
                yield _slip(a, b, f"{right}{amount(factor * a.low, a)}, not {amount(b.low, b)}.".capitalize())
    for line, match in matches(index, *(AMOUNT + pair for pair in PAIRS), OF, needs=("up down", "from"), figures=2):
        a, b = alike(line.figure(match, "a"), line.figure(match, "b"))
        reckoned = _comparable(line, match, a, b) and _amount(line, match, a, b)
        if reckoned:
            yield _slip(a, b, reckoned)


def _frames(factor: str) -> list[str]:
    """The frames for a word of `sums.toml` that says how many times as much it becomes."""
    frames = [f"{BOUND}(?P<way>{{{factor}}}) {pair}" for pair in PAIRS]
    return [*frames, *(each.replace("FACTOR", factor) for each in (BEHIND, SINCE))]


def _slip(a: Quantity, b: Quantity, reckoned: str) -> Candidate:
    return slip("change", "number", a.number, b.number, reckoned)


def _comparable(line: FigureLine, match: re.Match[str], a: Quantity, b: Quantity) -> bool:
    exact = not (a.bound or b.bound) and a.low == a.high > 0 and b.low == b.high > 0
    return exact and same_measure(a, b) and not has(line, "turned") and not taken_back(line, match)


def _fits(a: Quantity, b: Quantity, factor: float, bound: str) -> bool:
    """May a change from one figure to the other be called by such a word?"""
    times = (b.low / a.low if factor > 1 else a.low / b.low) / max(factor, 1 / factor)
    if bound in ("more than", "over", "well over", "just over"):
        return times >= OVER
    low, high = ALMOST if bound in ("almost", "nearly") else PLAIN
    return low <= times <= high


def _amount(line: FigureLine, match: re.Match[str], a: Quantity, b: Quantity) -> str:
    """The sum, if the change is told in percent, in a share or in so many, and is another one; otherwise nothing."""
    change, room = abs(b.low - a.low), (_room(a) + _room(b))
    groups = match.groupdict()
    stated = line.figure(match, "p") if groups["p"] else None
    if stated and same_measure(stated, a):
        low, high = _around(stated)
        if low - room <= change <= high + room:
            return ""
        more, less = sorted((a.low, b.low), reverse=True)
        return f"{amount(more, a)} − {amount(less, a)} = {amount(change, a)}, not {amount(stated.low, stated)}."
    if a.sort in ("percent", "points") or (stated and stated.sort != "percent"):
        return ""
    part = groups.get("part") or groups.get("half")
    if part:
        value = measures().shares[part]
        low, high = value * (1 - MAX_OFF), value * (1 + MAX_OFF)
    elif stated:
        low, high = _around(stated)
    else:
        return ""
    worst = [100 * max(0.0, change + sign * room) / max(a.low + sign * _room(a), 1e-9) for sign in (-1, 1)]
    if worst[0] <= high + 1 and worst[1] >= low - 1:
        return ""
    named = f"{'half' if part == 'half' else f'a {part}'}" if part else amount(stated.low, stated) if stated else ""
    return f"From {amount(a.low, a)} to {amount(b.low, b)} is {round(100 * change / a.low)} percent, not {named}."


def _around(stated: Quantity) -> tuple[float, float]:
    """What a figure may mean: "almost $200 million" is not far from it."""
    low, high = bounds(stated)
    if stated.bound == "about" or stated.in_words:
        return low * (1 - MAX_OFF), high * (1 + MAX_OFF)
    return (low - stated.low * MAX_OFF, inf) if high == inf else (low, high)


def _room(figure: Quantity) -> float:
    """How far the true value may be from a figure that is rounded."""
    return 0.0 if figure.low < EXACT_BELOW and figure.low.is_integer() else step(figure.low) / 2


RULES = (
    Rule(
        "change",
        find_changes,
        "The change doesn’t match its own two figures.",
        "One of the figures may be rounded, or from a different time than the change.",
        ("The price of bread has doubled, from *40* crowns to *55*, in a year.",
         "The queue at the lock has been cut in half, from *12* boats to *nine*.",
         "The club grew by 12, from *40* goats to *55*.",
         "Rents rose 50 percent, to *55* crowns from *40* crowns.",
         "With *55* cases, the number has doubled since March, when there were *40*."),
        ("The price of bread has almost doubled, from 40 crowns to 75, in a year.",
         "Rents have doubled since spring, and rose from 40 crowns to 55 last year.",
         "The queue was to be cut in half, but fell only from 12 boats to nine.",
         "With 80 cases, the number has doubled since March, when there were 40.",
         "The club grew from 40 goats to 55, an increase of almost 16."),
    ),
)  # fmt: skip

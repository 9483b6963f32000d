"""Can two numbers, or two times, both be right? Rounding, bounds, ranges and other units are no contradiction."""

from __future__ import annotations

from math import floor, inf, log10

from kit.language.quantities import Quantity
from kit.language.times import Time

ROUGH = 0.1  # "about 40" is 36 to 44
ROUNDED = 0.05  # so far a number may be from what it was rounded to
ROUND_FROM = 1000  # smaller whole numbers are not rounded without a word that says so
HOURS = 12 * 60


def agree(one: Quantity, other: Quantity) -> bool:
    """Can both be true of the same thing? Numbers that measure different things always can."""
    if not same_measure(one, other):
        return True
    if one.bound == other.bound == "about":
        return abs(one.low - other.low) <= ROUGH * max(abs(one.low), abs(other.low))
    (a, b), (c, d) = bounds(one), bounds(other)
    if a <= d and c <= b:
        return True
    return rounded(one.low, other.low) or rounded(one.high, other.high)


def same_measure(one: Quantity, other: Quantity) -> bool:
    """Do the two measure in one unit: percent and percent, pounds and pounds, days and days?"""
    if {one.sort, other.sort} <= {"count", "bare"}:
        return True
    return one.sort == other.sort and one.unit == other.unit


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that a quantity can mean."""
    low, high = quantity.low, quantity.high
    if quantity.bound == "about":
        return low - abs(low) * ROUGH, high + abs(high) * ROUGH
    if quantity.bound in ("at_least", "more_than"):
        return low, inf
    if quantity.bound in ("at_most", "less_than"):
        return -inf, high
    return low, high


def rounded(one: float, other: float) -> bool:
    """Is one of the two the other, rounded: 3,968 and 4,000, or 47.3 and 47?"""
    if one == other:
        return True
    if not one or not other or abs(one - other) > ROUNDED * max(abs(one), abs(other)):
        return False
    rounder, finer = sorted((one, other), key=_digits)
    if abs(rounder) < ROUND_FROM and float(finer).is_integer():
        return False
    return step(finer) < step(rounder) and abs(rounder - finer) <= step(rounder) / 2


def step(number: float) -> float:
    """The place of the last digit that is not 0: 100 for 4,300, 0.1 for 2.5."""
    return 10.0 ** (floor(log10(abs(number))) - _digits(number) + 1)


def _digits(number: float) -> int:
    """How many digits a number has without the zeros around them."""
    return len(f"{abs(number):.6g}".split("e")[0].replace(".", "").strip("0")) or 1


def times_agree(one: Time, other: Time) -> bool:
    """Can both be the time of one event? Only times of one kind can be compared."""
    if one.kind == "date" and other.kind == "date":
        return all(a == b or 0 in (a, b) for a, b in zip(one.value, other.value, strict=True))
    if one.kind != other.kind or one.value == other.value:
        return True
    if one.kind == "month":
        return one.value[1] == other.value[1] and 0 in (one.value[0], other.value[0])
    return one.kind == "clock" and abs(one.value[0] - other.value[0]) == HOURS

"""How a course is marked: `course.toml` beside the questions, or the rules that hold without one.

keep = "last"                 # of several tries: last, best or first
bonus = ["1.9"]               # the points of these questions come on top
[weights]                     # how much a unit counts in the total (1 if it is not named)
1 = 2
[late]
due = { 1 = 2026-11-20T12:00:00+01:00 }
grace_minutes = 15
per_day = 10                  # percent of the points that each day begun takes
most = 50                     # percent that being late takes at most
[limits]
bytes = 5_000_000
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from kit.grading.bank import the_bank
from kit.grading.errors import GradingError
from kit.grading.limits import Limits, limits_from
from kit.questions.bank import numbers

KEEPS = ("last", "best", "first")
KEYS = {"keep", "bonus", "weights", "late", "limits", "alike"}
LATE_KEYS = {"due", "grace_minutes", "per_day", "most"}


@dataclass(frozen=True, slots=True)
class Late:
    """When the units are due, and what being late costs: shares from 0 to 1 of what was earned."""

    due: dict[str, datetime] = field(default_factory=dict)
    grace: timedelta = timedelta()
    per_day: Fraction = Fraction(0)
    most: Fraction = Fraction(1)

    def days(self, unit: str, when: datetime | None) -> int:
        """How many days late, each one begun counted; 0 if in time, or if nobody can know."""
        due = self.due.get(unit)
        if due is None or when is None or when <= due + self.grace:
            return 0
        return -((due - when) // timedelta(days=1))

    def off(self, days: int) -> Fraction:
        """The share of the points that so many days take."""
        return min(self.per_day * days, self.most) if days else Fraction(0)


@dataclass(frozen=True, slots=True)
class Settings:
    """The rules of a course: which try counts, questions whose points are a bonus, weights of units, lateness, limits.

    `alike` switches the list of hand-ins that are so alike that a talk may help.
    """

    keep: str = "last"
    bonus: frozenset[str] = frozenset()
    weights: dict[str, Fraction] = field(default_factory=dict)
    late: Late = field(default_factory=Late)
    limits: Limits = field(default_factory=Limits)
    alike: bool = True

    def weight(self, unit: str) -> Fraction:
        """How much a unit counts in the total."""
        return self.weights.get(unit, Fraction(1))


def read_settings(path: Path | None) -> Settings:
    """The rules in a course.toml; without a file those that hold anyway. Raises GradingError, with the remedy."""
    if path is None:
        return Settings()
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GradingError(f"{path} can't be opened: {error.strerror}. Check its name.") from None
    except ValueError as error:
        raise GradingError(f"{path} is not valid TOML: {error}. Put that line right.") from None
    return settings_from(read, path.name)


def check_names(settings: Settings, where: str) -> None:
    """Raises GradingError if the rules name a unit or a question that there is not: a slip would change nothing, and
    nobody would see it."""
    there = numbers()
    for key, named in (("weights", settings.weights), ("due", settings.late.due)):
        if unknown := sorted(set(named) - there):
            raise GradingError(
                f"{where}: {key} names a unit {unknown[0]}, and the units are: {', '.join(sorted(there))}. Write its "
                "number alone."
            )
    if unknown := sorted(id for id in settings.bonus if the_bank().question(id) is None):
        raise GradingError(f"{where}: bonus names a question {unknown[0]} that there is not. Put its number right.")


def settings_from(read: dict[str, Any], where: str) -> Settings:
    """The rules in what a course.toml holds."""
    _known(read, KEYS, where)
    keep = read.get("keep", "last")
    if keep not in KEEPS:
        raise GradingError(f"{where}: keep has to be one of {', '.join(KEEPS)}.")
    alike = read.get("alike", True)
    if not isinstance(alike, bool):
        raise GradingError(f"{where}: alike has to be true or false.")
    bonus = read.get("bonus", [])
    if not isinstance(bonus, list) or not all(isinstance(id, str) for id in bonus):
        raise GradingError(f'{where}: bonus has to be a list of questions, as in: bonus = ["1.9"]')
    return Settings(
        keep,
        frozenset(bonus),
        {
            unit: _number(value, f"{where}: the weight of {unit}")
            for unit, value in _table(read, "weights", where).items()
        },
        _late(_table(read, "late", where), where),
        limits_from(_table(read, "limits", where), f"{where}, limits"),
        alike,
    )


def _late(table: dict[str, Any], where: str) -> Late:
    _known(table, LATE_KEYS, f"{where}, late")
    due = {}
    for unit, when in _table(table, "due", f"{where}, late").items():
        if not isinstance(when, datetime):
            raise GradingError(
                f"{where}: the time for unit {unit} has to be a date and a time: {unit} = 2026-11-20T12:00:00+01:00"
            )
        due[unit] = when.astimezone(UTC)  # without a zone it is the time of this machine
    grace = _number(table.get("grace_minutes", 0), f"{where}: grace_minutes")
    share = {
        key: _number(table.get(key, default), f"{where}: {key}") for key, default in (("per_day", 0), ("most", 100))
    }
    for key, value in share.items():
        if value > 100:
            raise GradingError(f"{where}: {key} is in percent, so it can't be more than 100.")
    return Late(due, timedelta(minutes=float(grace)), share["per_day"] / 100, share["most"] / 100)


def _number(value: object, what: str) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1_000_000:
        raise GradingError(f"{what} has to be a number from 0 on.")
    return Fraction(str(value))


def _table(read: dict[str, Any], key: str, where: str) -> dict[str, Any]:
    value = read.get(key, {})
    if not isinstance(value, dict):
        raise GradingError(f"{where}: {key} has to be a table, as in: [{key}]")
    return value


def _known(read: dict[str, Any], keys: set[str], where: str) -> None:
    unknown = sorted(set(read) - keys)
    if unknown:
        raise GradingError(f"{where}: unknown key {', '.join(unknown)}. Use: {', '.join(sorted(keys))}.")

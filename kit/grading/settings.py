"""How a course is marked: `course.toml` beside the questions, or the rules that hold without one.

docs/marking.md shows every key of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from kit.errors import KitError
from kit.grading.known_questions import find_question
from kit.grading.limits import Limits
from kit.questions.bank import numbers
from kit.toml import Table, load_toml

KEEPS = ("last", "best", "first")


@dataclass(frozen=True, slots=True)
class LatePolicy:
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

    `alike` switches the list of hand-ins that are so alike that a talk may help. `aliases` tell whose a name, a folder,
    a platform's number ("Moodle 40012") or a file is.
    """

    keep: str = "last"
    bonus: frozenset[str] = frozenset()
    weights: dict[str, Fraction] = field(default_factory=dict)
    late: LatePolicy = field(default_factory=LatePolicy)
    limits: Limits = field(default_factory=Limits)
    alike: bool = True
    aliases: dict[str, str] = field(default_factory=dict)

    def weight(self, unit: str) -> Fraction:
        """How much a unit counts in the total."""
        return self.weights.get(unit, Fraction(1))


def read_settings(path: Path | None) -> Settings:
    """The rules in a course.toml; without a file those that hold anyway. Raises KitError, with the remedy."""
    if path is None:
        return Settings()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise KitError(f"{path} can't be opened: {error.strerror}. Check its name.") from None
    return settings_from(load_toml(content, str(path)), path.name)


def check_names(settings: Settings, where: str) -> None:
    """Raises KitError if the rules name a unit or a question that there is not: a slip would change nothing, and
    nobody would see it."""
    there = numbers()
    for key, named in (("weights", settings.weights), ("due", settings.late.due)):
        if unknown := sorted(set(named) - there):
            raise KitError(
                f"{where}: {key} names a unit {unknown[0]}, and the units are: {', '.join(sorted(there))}. Write its "
                "number alone."
            )
    if unknown := sorted(id for id in settings.bonus if find_question(id) is None):
        raise KitError(f"{where}: bonus names a question {unknown[0]}, which doesn't exist. Correct its number.")


def settings_from(read: dict[str, Any], where: str) -> Settings:
    """The rules in what a course.toml holds. Raises KitError, with the remedy."""
    table = Table(read, where)
    weights, late, limits, aliases = map(table.table, ("weights", "late", "limits", "aliases"))
    due = late.table("due")
    whole = {each.name: limits.whole(each.name, each.default, 1) for each in fields(Limits) if each.name != "seconds"}
    settings = Settings(
        keep=table.one_of("keep", KEEPS, "last"),
        bonus=frozenset(table.several("bonus", (), '["1.9"]')),
        weights={unit: _from_0(weights, unit) for unit in weights.data},
        late=LatePolicy(
            due={unit: _time(due, unit) for unit in due.data},
            grace=timedelta(minutes=float(_from_0(late, "grace_minutes"))),
            per_day=_percent(late, "per_day", 0),
            most=_percent(late, "most", 100),
        ),
        limits=Limits(**whole, seconds=float(limits.exact("seconds", Limits().seconds))),
        alike=table.flag("alike", True),
        aliases={word: aliases.words(word, example='"Ana Reyes"') for word in aliases.data},
    )
    if settings.limits.seconds <= 0:
        raise limits.wrong("seconds has to be a number above 0, as in: seconds = 10")
    for each in (table, late, limits):
        each.done()
    return settings


def _time(table: Table, unit: str) -> datetime:
    when = table.take(unit)
    if not isinstance(when, datetime):
        raise table.wrong(f"the time for unit {unit} has to be a date and a time: {unit} = 2026-11-20T12:00:00+01:00")
    return when.astimezone(UTC)  # without a zone it is the time of this machine


def _percent(table: Table, key: str, default: int) -> Fraction:
    value = _from_0(table, key, default)
    if value > 100:
        raise table.wrong(f"{key} is in percent, so it can't be more than 100")
    return value / 100


def _from_0(table: Table, key: str, default: int = 0) -> Fraction:
    value = table.exact(key, default)
    if not 0 <= value < 1_000_000:
        raise table.wrong(f"{key} has to be a number from 0 on")
    return value

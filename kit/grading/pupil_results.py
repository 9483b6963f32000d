"""What each pupil reached: which try counts, points by question, what being late takes, and the total.

Everything is computed from the gradebook, pupil by pupil, so that a class of any size needs little memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from kit.grading.gradebook import Gradebook
from kit.grading.records import HandedAnswer, HandedFile, Override, Pupil
from kit.grading.settings import Settings
from kit.questions.bank import units
from kit.questions.question import Question, Unit


@dataclass(frozen=True, slots=True)
class AnswerResult:
    """One question of a pupil: the mark by the rules, and what a person put in its place, if anybody did."""

    question: Question
    marked: HandedAnswer | None
    override: Override | None

    @property
    def points(self) -> Fraction:
        """The points that count."""
        if self.override:
            return self.override.points
        return self.marked.points if self.marked else Fraction(0)

    @property
    def waits(self) -> bool:
        """Is it an open answer that nobody has marked yet?"""
        return self.override is None and self.is_open

    @property
    def is_open(self) -> bool:
        """Is it an answer that a person marks, or has marked?"""
        return self.question.key.by_hand and self.marked is not None and self.marked.state == "by hand"

    @property
    def was_read(self) -> bool:
        """Is there an answer, and could it be read?"""
        return self.marked is not None and self.marked.was_read


@dataclass(frozen=True, slots=True)
class UnitResult:
    """One unit of a pupil. Points are after what being late takes (`off`, a share from 0 to 1); `most` is what can be
    had, `files` names the files that count.

    `came` says of a unit that is missing what came all the same: "unread", a file that could not be read, "empty", one
    without an answer, "doubtful", one that does not count since it says that it is somebody else's, or ""; `files` then
    names it. `fuller` is the number of answers of another try, if it has more
    than the one that counts.
    """

    unit: Unit
    answers: tuple[AnswerResult, ...]
    most: Fraction
    days_late: int
    off: Fraction
    files: tuple[str, ...]
    came: str = ""
    fuller: int = 0

    @property
    def points(self) -> Fraction:
        """The points that count, exact."""
        return sum((each.points for each in self.answers), Fraction(0)) * (1 - self.off)

    @property
    def share(self) -> Fraction:
        """Points of the most that can be had, from 0 (to more than 1 with a bonus)."""
        return self.points / self.most if self.most else Fraction(0)

    @property
    def share_marked(self) -> Fraction:
        """The same share without the answers that still wait to be read, and without what being late takes."""
        marked = [answer for answer in self.answers if not answer.waits]
        most = sum((answer.question.points for answer in marked), Fraction(0))
        return sum((answer.points for answer in marked), Fraction(0)) / most if most else Fraction(1)

    @property
    def missing(self) -> bool:
        """Was nothing handed in that can be marked?"""
        return bool(self.came) or not self.files

    @property
    def answered(self) -> int:
        """To how many questions there is an answer that could be read."""
        return sum(answer.was_read for answer in self.answers)

    @property
    def waiting(self) -> int:
        """How many open answers wait for a person."""
        return sum(answer.waits for answer in self.answers)


@dataclass(frozen=True, slots=True)
class PupilResult:
    """A pupil with all units in play, and the weighted mean of their shares."""

    pupil: Pupil
    units: tuple[UnitResult, ...]
    total: Fraction
    hand_ins: tuple[HandedFile, ...]


def units_in_play(book: Gradebook) -> list[Unit]:
    """The units for which somebody handed something in, in their order: of each its lesson, its exercise or both."""
    answered = book.questions_answered()
    return [unit.begun(answered) for unit in units({id.partition(".")[0] for id in answered})]


def pupil_results(
    book: Gradebook, units: list[Unit], settings: Settings, by_number: bool = False
) -> Iterator[PupilResult]:
    """What every pupil reached, in the order of their names or numbers."""
    for pupil in book.pupils(by_number):
        hand_ins = tuple(book.hand_ins(pupil.key))
        overrides = book.overrides(pupil.key)
        done = tuple(_unit(unit, hand_ins, overrides, settings) for unit in units)
        empty = [each for each in hand_ins if not (each.answers and each.counts) and each.form != "report"]
        done = tuple(_came(each, empty, units) if each.missing else each for each in done)
        weights = [settings.weight(each.unit.number) for each in done]
        whole = sum(weights, Fraction(0))
        earned = sum((weight * each.share for weight, each in zip(weights, done, strict=True)), Fraction(0))
        yield PupilResult(pupil, done, earned / whole if whole else Fraction(0), hand_ins)


def _unit(
    unit: Unit, hand_ins: Iterable[HandedFile], overrides: Mapping[str, Override], settings: Settings
) -> UnitResult:
    """The try of a unit that counts, by the rule of the course."""
    ids = {question.id for question in unit.questions}
    tries: dict[str, list[HandedFile]] = {}
    for hand_in in sorted(hand_ins, key=_moment):
        if hand_in.counts and any(answer.question in ids for answer in hand_in.answers):
            tries.setdefault(hand_in.delivery, []).append(hand_in)
    ordered = sorted(tries.values(), key=lambda files: _moment(files[-1]))
    made = [_try(unit, files, overrides, settings) for files in ordered or [[]]]
    if settings.keep == "best":
        return max(made, key=lambda each: each.points)
    counts = made[-1 if settings.keep == "last" else 0]
    fullest = max(each.answered for each in made)
    return replace(counts, fuller=fullest) if fullest > counts.answered else counts


def _came(missing: UnitResult, empty: Iterable[HandedFile], units: list[Unit]) -> UnitResult:
    """The same with what came of it: files without an answer, but for those that have another unit in their names."""
    came = [
        each for each in empty if missing.unit.name in each.place or not any(unit.name in each.place for unit in units)
    ]
    if not came:
        return missing
    doubtful = [each for each in came if not each.counts]
    what = "doubtful" if doubtful else "unread" if any(each.problem for each in came) else "empty"
    return replace(missing, came=what, files=tuple(each.place for each in came))


def _moment(hand_in: HandedFile) -> tuple[int, str, str]:
    return hand_in.again, hand_in.time, hand_in.place


def _try(unit: Unit, files: list[HandedFile], overrides: Mapping[str, Override], settings: Settings) -> UnitResult:
    """One try, which may have come in several files, the latest last: of two answers to a question the later counts, if
    it can be read; one that can't never hides one that can."""
    counting: dict[str, HandedAnswer] = {}
    for file in files:
        for answer in file.answers:
            if answer.question not in counting or answer.state not in ("unreadable", "unanswered"):
                counting[answer.question] = answer
    done = tuple(AnswerResult(each, counting.get(each.id), overrides.get(each.id)) for each in unit.questions)
    most = sum((each.points for each in unit.questions if each.id not in settings.bonus), Fraction(0))
    when = max((file.time for file in files), default="")
    days = settings.late.days(unit.number, datetime.fromisoformat(when) if when else None)
    if not days and any(file.late for file in files):
        days = 1  # the platform says late and not by how much
    return UnitResult(unit, done, most, days, settings.late.off(days), tuple(file.place for file in files))

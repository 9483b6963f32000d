"""What a class did as a whole, gathered pupil by pupil while their pages are written."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kit.errors import counted
from kit.grading.heat_map import HeatMap, words_marked
from kit.grading.pupil_results import AnswerResult, PupilResult, UnitResult
from kit.grading.records import Doubt, HandedFile
from kit.grading.similarity import SimilarGroup, SimilarityFinder
from kit.grading.statistics import MIN_PAIRS, Correlation, QuestionFigures, cronbach, step_of
from kit.questions.question import Question, Unit

MAX_FILES = 1000  # that are named on the page
FILES_NAMED = 3  # of those that one doubt is about
HARD_BELOW, EASY_FROM = 0.3, 0.95  # mean shares of the points
# A fair question has about 0.3 (Ebel and Frisbie, Essentials of Educational Measurement). One is called out only where
# all that chance may have done leaves it below this: with thirty pupils, from about −0.27 down.
MIN_DISCRIMINATION = 0.1
MIN_SHARE_WITHOUT_HELP = 0.5  # of the points: below, somebody may need help


@dataclass
class TruncatedList:
    """The first things of a list, as many as anybody reads on a page, and how many there are in all."""

    most: int
    kept: list[Any] = field(default_factory=list)
    count: int = 0

    def add(self, thing: Any) -> None:
        """One more."""
        self.count += 1
        if self.count <= self.most:
            self.kept.append(thing)

    @property
    def left(self) -> int:
        """How many are not kept."""
        return self.count - len(self.kept)


@dataclass
class UnitFigures:
    """One unit over a class: figures of each question, and of all who handed in the summed shares of its questions and
    the share of its points."""

    unit: Unit
    items: dict[str, QuestionFigures]
    reached: Correlation = field(default_factory=Correlation)

    @property
    def reliability(self) -> float | None:
        """Cronbach's alpha of the unit's questions; None for a handful of pupils."""
        return cronbach(list(self.items.values()), self.reached.x_variance) if self.reached.n >= MIN_PAIRS else None


class ClassFigures:
    """All figures of a class: add every pupil's result, then read them. It holds sums, and names of a few."""

    def __init__(self, units: Sequence[Unit], compare_hand_ins: bool):
        self.units = {u.number: UnitFigures(u, {q.id: QuestionFigures() for q in u.questions}) for u in units}
        self.heats = {q.id: HeatMap(q) for u in units for q in u.questions if q.key.marks_to_find() is not None}
        self.pupils = 0
        self.spread = [0] * 10  # of those who handed something in
        self.growth = Correlation()  # of pre-test and post-test
        self.needs = TruncatedList(60)
        self.missing: dict[str, TruncatedList] = defaultdict(lambda: TruncatedList(40))
        self.late: dict[str, TruncatedList] = defaultdict(lambda: TruncatedList(40))
        self.broken, self.doubts = TruncatedList(MAX_FILES), TruncatedList(MAX_FILES)
        self.empty = TruncatedList(100)  # files without an answer
        self.waiting = 0
        self._similarity = SimilarityFinder() if compare_hand_ins else None

    def add_file(self, hand_in: HandedFile, name: str) -> None:
        """A file with a problem, under the name of its pupil that may be shown ("" of nobody's)."""
        self.broken.add((hand_in.place, hand_in.problem, name))

    def add_doubt(self, doubt: Doubt) -> None:
        """Something that only a person can settle; of its files so many are named."""
        named = ", ".join(doubt.places[:FILES_NAMED])
        more = f" and {doubt.count - FILES_NAMED:,} more" if doubt.count > FILES_NAMED else ""
        self.doubts.add((named + more, doubt.said))

    def add(self, result: PupilResult, name: str) -> None:
        """One pupil, under the name that may be shown."""
        self.pupils += 1
        if not all(unit.missing for unit in result.units):
            self.spread[step_of(float(result.total))] += 1
        low: list[str] = []
        for unit in result.units:
            number, title = unit.unit.number, unit.unit.title
            if unit.missing:
                if not unit.came:
                    self.missing[number].add(name)
                if unit.came == "empty":
                    self.empty.add((unit, name))
                continue
            if unit.fuller:
                answers = counted(unit.answered, "answer")
                self.doubts.add(
                    (
                        f"{title}, {name}",
                        f"the try that counts has {answers}, and another one has "
                        f"{unit.fuller}. --keep best takes the one with more points",
                    )
                )
            if unit.days_late:
                self.late[number].add(name)
            self.waiting += unit.waiting
            self._add_unit(result.pupil.key, unit)
            if unit.share_marked < MIN_SHARE_WITHOUT_HELP:
                low.append(title)
        self._add_growth(result)
        if low:
            self.needs.add((name, low))

    def alike(self) -> list[SimilarGroup]:
        """Hand-ins so alike that a talk may help."""
        return self._similarity.groups() if self._similarity else []

    def _add_unit(self, pupil: str, unit: UnitResult) -> None:
        figures = self.units[unit.unit.number]
        shares = {each.question.id: float(each.points / each.question.points) for each in unit.answers}
        whole = sum(shares.values())
        figures.reached.add(whole, float(unit.share))
        for each in unit.answers:
            share = shares[each.question.id]
            if not each.waits:
                rest = (whole - share) / (len(shares) - 1) if len(shares) > 1 else 0.0
                figures.items[each.question.id].add(share, rest, each.was_read)
            self._add_answer(pupil, each, figures.items[each.question.id])

    def _add_answer(self, pupil: str, each: AnswerResult, item: QuestionFigures) -> None:
        """What an answer adds to wrong options, heat maps, and the search for hand-ins that are alike."""
        if not each.was_read or each.marked is None or each.marked.value is None:
            return
        question, value = each.question, each.marked.value
        item.wrong.update(question.key.wrong_choices(question, json.loads(value)))
        if question.id in self.heats:
            self.heats[question.id].add(words_marked(question.id, value, each.marked.version))
        prose = question.key.by_hand
        if self._similarity and (prose or each.marked.state in ("wrong", "partly")):
            self._similarity.add(pupil, question.id, str(json.loads(value)) if prose else value, prose)

    def _add_growth(self, result: PupilResult) -> None:
        """Pre-test and post-test of one pupil, if both were taken."""
        shares: list[float] = []
        for test in ("pre", "post"):
            answers = [a for unit in result.units for a in unit.answers if a.question.test == test]
            if not any(each.was_read for each in answers):
                return
            most = sum(each.question.points for each in answers)
            shares.append(float(sum(each.points for each in answers) / most))
        self.growth.add(*shares)


def notes(question: Question, item: QuestionFigures) -> Iterator[str]:
    """What a teacher may want to know of a question, in sentences."""
    share, apart = item.difficulty, item.uncertainty
    if question.key.by_hand and not item.pupils:
        yield "Waits to be read."
    if share is not None and share < HARD_BELOW:
        yield "Hard: talk about it."
    if share is not None and share >= EASY_FROM:
        yield "Nearly everybody knew it."
    telling = share is not None and HARD_BELOW <= share < EASY_FROM
    if telling and apart is not None and apart[1] < MIN_DISCRIMINATION:
        yield "It doesn’t fit the rest: look at its key."
    if item.wrong:
        choice, count = min(item.wrong.items(), key=lambda pair: (-pair[1], pair[0]))
        often = "once" if count == 1 else f"{count} times"
        yield f"Most common wrong option, chosen {often}: {question.key.choice_in_words(choice)}"

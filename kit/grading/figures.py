"""What a class did as a whole, gathered pupil by pupil while their pages are written."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kit.compare import WORD, WordsOf
from kit.grading.alike import Answer, Likeness, Pair
from kit.grading.outcome import Answered, Outcome, UnitOutcome
from kit.grading.some import Some
from kit.grading.statistics import Correlation, Item, cronbach, gain, krippendorff, step_of
from kit.library import text_of
from kit.questions.marking import mark
from kit.questions.question import Question, Unit
from kit.text import Span

HELP_BELOW = 0.5  # the share of the points below which somebody may need help
REASONS = {
    "": "no answers for “{}”",
    "unread": "a file that could not be read, and no answers for “{}”",
    "empty": "a file without an answer, and none for “{}”",
}
REMEMBERED = 500  # answers of which one remembers what they marked: a class gives many equal ones


@dataclass
class Heat:
    """Where a class marked a text: for each word the labels it was given and how often, and the words of the key."""

    words: list[Span]
    gold: frozenset[int]
    counts: list[Counter[str]]
    readers: int = 0

    def add(self, marks: Sequence[tuple[str, frozenset[int]]]) -> None:
        """The marks of one pupil. A word under two labels counts for the first."""
        self.readers += 1
        seen: set[int] = set()
        for label, words in marks:
            for word in words - seen:
                if 0 <= word < len(self.counts):  # a mark may reach out of the part that is shown
                    self.counts[word][label] += 1
            seen |= words

    @property
    def agreement(self) -> float | None:
        """Krippendorff's alpha over the words: how far the class agrees, whether right or wrong."""
        return krippendorff({**counts, "": self.readers - counts.total()} for counts in self.counts)


@dataclass
class UnitFigures:
    """One unit over a class: figures of each question, how many handed in, and the sum of the shares they reached."""

    unit: Unit
    items: dict[str, Item]
    handed_in: int = 0
    reached: float = 0.0
    total: Correlation = field(default_factory=Correlation)

    @property
    def reliability(self) -> float | None:
        """Cronbach's alpha of the unit's questions."""
        n = self.total.n
        variance = self.total.xx / n - (self.total.x / n) ** 2 if n else 0.0
        return cronbach(list(self.items.values()), variance)


@dataclass
class Growth:
    """Who took both tests: how many, and the sums of their shares before and after."""

    n: int = 0
    before: float = 0.0
    after: float = 0.0


class ClassFigures:
    """All figures of a class: add every pupil's outcome, then read them. It holds sums, and names of a few."""

    def __init__(self, units: Sequence[Unit], compare_hand_ins: bool):
        self.units = {u.number: UnitFigures(u, {q.id: Item() for q in u.questions}) for u in units}
        self.heats = {q.id: heat for u in units for q in u.questions if (heat := _heat(q)) is not None}
        self.spread = [0] * 10
        self.growth = Growth()
        self.needs = Some(60)
        self.missing: dict[str, Some] = defaultdict(lambda: Some(40))
        self.late: dict[str, Some] = defaultdict(lambda: Some(40))
        self.empty = Some(100)  # files without an answer
        self.shorter = Some(100)  # tries that count and have fewer answers than another one
        self.waiting = 0
        self._likeness = Likeness() if compare_hand_ins else None
        questions = {q.id: q for u in units for q in u.questions}
        self._marks = lru_cache(maxsize=REMEMBERED)(lambda id, value: tuple(_marks(questions[id], value)))

    def add(self, outcome: Outcome, name: str) -> None:
        """One pupil, under the name that may be shown."""
        self.spread[step_of(float(outcome.total))] += 1
        reasons: list[str] = []
        for unit in outcome.units:
            number = unit.unit.number
            if unit.missing:
                if not unit.came:
                    self.missing[number].add(name)
                if unit.came == "empty":
                    self.empty.add(f"{', '.join(unit.counted[:3])}, from {name}: no answer to “{unit.unit.title}”.")
                reasons.append(REASONS[unit.came].format(unit.unit.title))
                continue
            if unit.fuller:
                self.shorter.add(
                    f"{unit.unit.title}, {name}: the try that counts has {_answers(unit.answered)}, and another one "
                    f"has {unit.fuller}. --keep best takes the one with more points."
                )
            if unit.days_late:
                self.late[number].add(name)
            self.waiting += unit.waiting
            self._unit(outcome.pupil.key, unit)
            if unit.share_marked < HELP_BELOW:
                reasons.append(f"less than half of the points in “{unit.unit.title}”")
        self._grown(outcome)
        if reasons:
            self.needs.add(f"{name}: {', '.join(reasons)}.")

    def pairs(self) -> list[Pair]:
        """Hand-ins so alike that a talk may help."""
        return self._likeness.pairs() if self._likeness else []

    def mean_growth(self) -> tuple[int, float, float, float | None]:
        """How many took both tests, the mean shares before and after, and the normalised gain of the class."""
        n = self.growth.n
        before, after = (each / n if n else 0.0 for each in (self.growth.before, self.growth.after))
        return n, before, after, gain(before, after) if n else None

    def _unit(self, pupil: str, unit: UnitOutcome) -> None:
        figures = self.units[unit.unit.number]
        shares = {each.question.id: float(each.points / each.question.points) for each in unit.answers}
        whole = sum(shares.values())
        figures.handed_in += 1
        figures.reached += float(unit.share)
        figures.total.add(whole, whole)
        for each in unit.answers:
            share = shares[each.question.id]
            if not each.waits:
                rest = (whole - share) / (len(shares) - 1) if len(shares) > 1 else 0.0
                figures.items[each.question.id].add(share, rest, _is_answered(each))
            self._answer(pupil, each, figures.items[each.question.id])

    def _answer(self, pupil: str, each: Answered, item: Item) -> None:
        """What an answer adds to wrong options, heat maps, and the search for hand-ins that are alike."""
        if not _is_answered(each) or each.marked is None or each.marked.value is None:
            return
        question, value = each.question, each.marked.value
        item.wrong.update(question.key.wrong_choices(question, json.loads(value)))
        if question.id in self.heats:
            self.heats[question.id].add(self._marks(question.id, value))
        prose = question.key.by_hand
        if self._likeness and (prose or each.marked.state in ("wrong", "partly")):
            self._likeness.add(Answer(pupil, question.id, str(json.loads(value)) if prose else value, prose))

    def _grown(self, outcome: Outcome) -> None:
        """Pre-test and post-test of one pupil, if both were taken."""
        shares = []
        for test in ("pre", "post"):
            answers = [a for unit in outcome.units for a in unit.answers if a.question.test == test]
            if not any(_is_answered(each) for each in answers):
                return
            most = sum(each.question.points for each in answers)
            shares.append(float(sum(each.points for each in answers) / most))
        self.growth.n += 1
        self.growth.before += shares[0]
        self.growth.after += shares[1]


def _answers(number: int) -> str:
    return f"{number} {'answer' if number == 1 else 'answers'}"


def _is_answered(each: Answered) -> bool:
    return each.marked is not None and each.marked.state not in ("unanswered", "unreadable")


def _heat(question: Question) -> Heat | None:
    """An empty heat map for a question of the kind spans."""
    marks = question.key.marks_to_find()
    if marks is None:
        return None
    text, part = text_of(question.article), question.shown_part
    words = [Span(*found.span()) for found in WORD.finditer(text, part.start, part.end)]
    inside = WordsOf(text[: part.end])
    first = len(inside.of((Span(0, part.start),))) if part.start else 0
    gold = {word - first for each in marks for word in inside.of(each.ways[0])}
    return Heat(words, frozenset(gold), [Counter() for _ in words])


def _marks(question: Question, value: str) -> Iterator[tuple[str, frozenset[int]]]:
    """The labels and words that an answer marked, the words counted from the beginning of the part that is shown."""
    held = mark(question, json.loads(value)).comparison
    if held is None:
        return
    text, part = text_of(question.article), question.shown_part
    words = WordsOf(text)
    first = len(words.of((Span(0, part.start),))) if part.start else 0
    for each in (*(given for _, given in held.matched), *held.spurious, *held.ignored):
        yield each.label, frozenset(word - first for word in words.of(each.spans))

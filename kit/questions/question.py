"""A question, whatever its kind, and what belongs to each kind. All of it is data; `kit.questions.bank` reads it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kit.questions.points import Points
from kit.text import Span

Kind = Literal["choice", "choices", "number", "spans", "levels", "pairs", "rewrite", "open"]
Feedback = Literal["hints", "shape"]
Test = Literal["", "pre", "post"]


@dataclass(frozen=True, slots=True)
class Named:
    """Something to choose: a label, a step of a ladder, a verdict. `id` stands in answers, `name` is shown."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Option:
    """One of the options of a choice; `id` is its letter. `message` is for whoever chose it wrongly, or left it out."""

    id: str
    text: str
    right: bool
    message: str


@dataclass(frozen=True, slots=True)
class OptionsKey:
    """choice and choices: the options in their order."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong number that people arrive at, and what led them there."""

    value: Fraction
    message: str


@dataclass(frozen=True, slots=True)
class NumberKey:
    """number: the value, how far off an answer may be, and the ways to write its unit (the first is shown)."""

    value: Fraction
    tolerance: Fraction
    units: tuple[str, ...]
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class KeyMark:
    """A passage to mark: the ways to mark it (any of them is right), each of one or several pieces."""

    label: str
    ways: tuple[tuple[Span, ...], ...]
    doubtful: bool
    note: str


@dataclass(frozen=True, slots=True)
class SpansKey:
    """spans: the labels to mark with, and what is to be marked, which may be nothing."""

    labels: tuple[Named, ...]
    marks: tuple[KeyMark, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A thing to put on a step. `id` is its letter; `steps` are those that are right, the best one first; `span` is
    its place in the article if it quotes one; `message` is for whoever put it elsewhere."""

    id: str
    text: str
    span: Span | None
    steps: tuple[str, ...]
    doubtful: bool
    message: str

    @property
    def words(self) -> str:
        """The text without the asterisks around bold words, for where nothing can be bold."""
        return self.text.replace("**", "")


@dataclass(frozen=True, slots=True)
class LevelsKey:
    """levels: the steps from one end to the other, and the cards. `ordered` steps have neighbours, which earn half."""

    steps: tuple[Named, ...]
    ordered: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class KeyPair:
    """Two passages that belong together, and the verdicts that are right, the best one first."""

    passages: tuple[Span, Span]
    verdicts: tuple[str, ...]
    doubtful: bool
    note: str


@dataclass(frozen=True, slots=True)
class PairsKey:
    """pairs: the verdicts to choose from, and the pairs to find, which may be none."""

    verdicts: tuple[Named, ...]
    pairs: tuple[KeyPair, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that a rewrite has to keep: what it is ("who did it"), and the words of which one has to be there."""

    what: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TooMuch:
    """Words that say more than the sentence did, and what to answer to them."""

    words: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class RewriteKey:
    """rewrite: the sentence, the terms that have to go, what has to stay, what would be too much, and model answers."""

    sentence: str
    gone: tuple[str, ...]
    keep: tuple[Kept, ...]
    too_much: tuple[TooMuch, ...]
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of a rubric: so many points for that."""

    points: Points
    what: str


@dataclass(frozen=True, slots=True)
class OpenKey:
    """open: how many words are asked for, by what a person marks them, and a model answer."""

    least: int
    most: int
    rubric: tuple[Criterion, ...]
    model: str


Key = OptionsKey | NumberKey | SpansKey | LevelsKey | PairsKey | RewriteKey | OpenKey


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the bank.

    `id` is the number of its unit and its own ("1.3"), `unit` the name of its file ("1-attribution"). `article` is
    the name of its practice text or empty, `passage` the part of it that is shown (None: all of it), `beside` the
    texts to have beside it. `key` holds what the kind needs: what can be chosen, and what is right. `feedback` is
    hints (practice) or shape (a test: only whether the answer is complete); `test` is pre or post if it belongs to
    one. `rule` is a newsroom's rule and `rule_by` who set it. A `sealed` one is a test question without its key.
    """

    id: str
    unit: str
    kind: Kind
    prompt: str
    points: Points
    minutes: int
    article: str
    passage: Span | None
    beside: tuple[str, ...]
    key: Key
    hints: tuple[str, ...]
    explanation: str
    rule: str
    rule_by: str
    feedback: Feedback
    test: Test
    sealed: bool = False

    @property
    def number(self) -> str:
        """What stands before the point in its id: the number of the unit."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Unit:
    """The questions of one file, in their order. `name` is that of the file, `number` what its ids begin with."""

    name: str
    title: str
    about: str
    file: str
    questions: tuple[Question, ...]

    @property
    def number(self) -> str:
        return number_of(self.name)

    @property
    def points(self) -> Points:
        return Points(sum((question.points for question in self.questions), Fraction(0)))

    @property
    def minutes(self) -> int:
        return sum(question.minutes for question in self.questions)


def number_of(unit: str) -> str:
    """What the ids of a unit begin with: 1-attribution has questions 1.1, 1.2 and so on.

    >>> number_of("1-attribution"), number_of("mytest")
    ('1', 'mytest')
    """
    return unit.partition("-")[0]

"""What a kind of question is: `Key`, the one thing to fill in for a new kind.

A kind is one file in `kit/questions/kinds`. Its class holds the key of a question (what can be chosen, and what is
right) and knows all that depends on the kind; what it puts on paper and on learning platforms stands beside it, in
templates (`kit.making.templates` names them). Everybody else asks `question.key` and never which kind it is.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, Self

from kit.compare import Annotation
from kit.questions.check_result import ScoredAnswer
from kit.text import Span
from kit.toml import Table

if TYPE_CHECKING:
    from kit.questions.keys_from_gold import KeyMark
    from kit.questions.question import Question
    from kit.questions.quoted_text import QuotedText

QUOTED_CHARACTERS = 60  # of an answer in a message
TELLING_WORDS = 3  # in a quote of the key from which it gives the key away


@dataclass(frozen=True, slots=True)
class ControlPlan:
    """Which control draws a question, as plain data: `control` is its name, `settings` what it is made with; things to
    choose from are names by their ids."""

    control: Literal["choice", "entry", "marker", "linker", "ladder"]
    settings: Mapping[str, Any] = field(default_factory=dict)


class AnswerLine(NamedTuple):
    """One thing of an answer on a page: what it is, what the pupil said, and how that stands: found, missed, extra or
    free, as in `kit.compare`, or "" where nothing is said of it. `id` is by what the control knows it."""

    what: str
    said: str
    stands: str
    id: str


class Key(ABC):
    """The key of a question, and what its kind does with it. A kind fills in what is abstract, and of the rest what it
    does differently; `kit.questions.kinds` lists the kinds by name."""

    __slots__ = ()

    shown: ClassVar[Mapping[str, tuple[str, ...]]]  # the keys of its table that a pupil may see, and those under them
    to_do: ClassVar[str]  # what to do with an open question; {id} stands for its number
    nothing: ClassVar[str] = ""  # where [] is an answer: what it says, on the control's tick box …
    nothing_typed: ClassVar[str] = ""  # … and after “if there is nothing”
    text_in_control: ClassVar[bool] = False  # does the control show the text that the question is about?
    by_hand: ClassVar[bool] = False  # does a person mark it, by its `criteria`?

    # ---- the bank

    @classmethod
    @abstractmethod
    def read(cls, table: Table, text: QuotedText | None, sealed: bool) -> Self:
        """The key out of a question's table; of a `sealed` one only what is `shown`. Raises QuestionError, with file,
        question and remedy."""

    def secrets(self, text: str) -> Iterable[str]:
        """Words that would give the key away in a hint."""
        return ()

    # ---- an answer

    @abstractmethod
    def parse_answer(self, question: Question, answer: object) -> Any:
        """What the answer says, in the kind's own form. Raises UnreadableError, with what to give instead."""

    @abstractmethod
    def mark(self, question: Question, answer: object) -> ScoredAnswer:
        """The share of the points, and what to say. Raises UnreadableError."""

    @abstractmethod
    def model_answer(self, question: Question) -> Any:
        """The answer that earns all points, in the form that `check` takes. Doubtful marks are left out."""

    def is_answered(self, answer: object) -> bool:
        """Is this, neither None nor empty words, an answer at all? [] is one where there may be nothing to find."""
        return answer != [] or bool(self.nothing)

    def unfinished(self, question: Question, answer: object) -> str:
        """What a readable answer still lacks to be complete, in a sentence; empty if nothing."""
        return ""

    def hint(self, question: Question, answer: object) -> str:
        """A hint that fits this readable answer better than the next one of the question; empty if there is none."""
        return ""

    # ---- in words

    def key_in_words(self, question: Question) -> Iterable[str]:
        """What is right, line by line, as Markdown."""
        return [str(self.model_answer(question))]

    def why_not(self) -> Iterable[str]:
        """What is wrong, each with the mistake behind it, as Markdown."""
        return ()

    def choices(self) -> Iterable[str]:
        """What can be chosen from, line by line, where there is nothing to click."""
        return ()

    def example(self) -> str:
        """An answer of the right form as one types it. It has nothing of the key in it."""
        return '"Your words."'

    def answer_in_words(self, answer: Any) -> Any:
        """The words behind the letters of an answer, for whoever reads what was handed in; None if it has words."""
        return None

    def answer_lines(self, question: Question, answer: object, reveal: bool) -> Iterable[AnswerLine] | None:
        """A readable answer as a page lists it; None if it is shown in its text or as typed. Without `reveal` nothing
        of the key is given away."""
        return None

    def at_last(self) -> str:
        """What goes in front of the explanation that is shown after the last try: an example, if many fit."""
        return ""

    def wrong_choices(self, question: Question, answer: object) -> Iterable[str]:
        """The ids of the wrong options that a readable answer chose."""
        return ()

    def choice_in_words(self, choice: str) -> str:
        """A wrong option by its id, with the mistake behind it."""
        raise NotImplementedError

    # ---- the control

    @abstractmethod
    def control(self, question: Question) -> ControlPlan:
        """The control that draws the question."""

    def for_control(self, question: Question, answer: Any) -> Any:
        """An answer, perhaps typed, in the form that the control shows; a box to write in shows it as it is. Raises
        UnreadableError."""
        return answer if self.control(question).control == "entry" else self.parse_answer(question, answer)

    def marks_to_find(self) -> tuple[KeyMark, ...] | None:
        """What is to be marked in the text; None if the question does not ask to mark."""
        return None

    def only_label(self) -> str:
        """The one label that the question marks with; empty if it has none, or several."""
        return ""

    def tag(self, number: int, label: str) -> str:
        """What stands on a mark in the text; `number` counts the marks."""
        return label

    def agrees(self, gold: Annotation, mark: Annotation) -> bool:
        """Does a mark at the right place say what the key says?"""
        return True


def named_choices(
    table: Table, key: str, default: tuple[str, ...] | None = None, example: str = ""
) -> Mapping[str, str]:
    """Labels, steps or verdicts from a table, by their ids: what is shown has blanks for underscores."""
    ids = table.several(key, default, example) if default is not None else table.several(key, example=example)
    if not ids or len(set(ids)) < len(ids):
        raise table.wrong(f"{key} is empty, or names one of them twice. Give each once")
    return {id: id.replace("_", " ") for id in ids}


def id_of(choices: Mapping[str, str], said: object) -> str | None:
    """The id that is meant, by id or name, in any case; None if it is none of them."""
    if not isinstance(said, str):
        return None
    bare = said.strip().lower().replace("_", " ").replace("-", " ")
    return next((id for id in choices if id.lower().replace("_", " ").replace("-", " ") == bare), None)


def abbreviated(answer: object) -> str:
    """An answer as a message quotes it: in quotation marks, on one line, cut short."""
    said = answer if isinstance(answer, str) else repr(answer)[:200]
    said = " ".join(said.split())
    return f"“{said[:QUOTED_CHARACTERS]}…”" if len(said) > QUOTED_CHARACTERS else f"“{said}”"


def words_at(question: Question, span: Span) -> str:
    """Words of the question's article, on one line."""
    return " ".join(question.text[span.start : span.end].split())


def telling(quotes: Iterable[str]) -> list[str]:
    """The quotes that give the key away if a hint has them: "she" or "said" alone do not."""
    return [words for words in quotes if len(words.split()) >= TELLING_WORDS]


def doubt(doubtful: bool) -> str:
    """What stands behind a part of the key that nobody has to share."""
    return " (can be seen either way)" if doubtful else ""

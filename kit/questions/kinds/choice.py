"""choice and choices: one option, or any number of them, is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from string import ascii_lowercase
from typing import Any, ClassVar, Self

from kit.errors import counted
from kit.questions.check_result import ScoredAnswer, UnreadableError
from kit.questions.key import AnswerLine, ControlPlan, Key, abbreviated, telling
from kit.questions.passages import right_of
from kit.questions.question import Question
from kit.questions.quoted_text import QuotedText
from kit.toml import Table

MOST_LETTERS = 100  # in one answer


@dataclass(frozen=True, slots=True)
class Option:
    """One of the options of a choice; `id` is its letter. `message` is for whoever chose it wrongly, or left it out."""

    id: str
    text: str
    right: bool
    message: str


@dataclass(frozen=True, slots=True)
class OptionsKey(Key):
    """What choice and choices have in common: the options in their order."""

    options: tuple[Option, ...]

    shown: ClassVar = {"options": ("text",)}

    @classmethod
    def read(cls, table: Table, text: QuotedText | None, sealed: bool) -> Self:
        options: list[Option] = []
        for each, letter in zip(table.tables("options", least=2), ascii_lowercase, strict=False):
            words = each.words("text")
            option = Option(letter, words, False, "")
            if not sealed:
                option = Option(letter, words, each.flag("right"), each.words("message", ""))
            each.done()
            if not (option.right or option.message or sealed):
                raise each.wrong(
                    f"the wrong option “{option.text}” has no message. Add one that names the mistake behind it: "
                    'message = "…"'
                )
            if option.text in (other.text for other in options):
                raise each.wrong(f"the option “{option.text}” is there twice. Take one of them out")
            options.append(option)
        if len(options) < len(table.data.get("options", ())):
            raise table.wrong(f"it has more than {len(ascii_lowercase)} options. Nobody reads so many: take some out")
        return cls(tuple(options))

    def secrets(self, text: str) -> list[str]:
        return telling(option.text for option in self.options if option.right)

    def letter_of(self, answer: object) -> str:
        """The letter of the option that is meant: the letter, also with a bracket or in capitals, or its words."""
        if isinstance(answer, str):
            letter = answer.strip().strip(".()").lower()
            for option in self.options:
                if letter == option.id or answer.strip() == option.text:
                    return option.id
        letters = ", ".join(option.id for option in self.options)
        raise UnreadableError(f"{abbreviated(answer)} isn’t one of the options. Give one of the letters {letters}.")

    def chosen(self, question: Question, answer: object) -> set[str]:
        """The letters that an answer has chosen. Raises UnreadableError."""
        parsed = self.parse_answer(question, answer)
        return {parsed} if isinstance(parsed, str) else set(parsed)

    def key_in_words(self, question: Question) -> list[str]:
        right = [f"{option.id}) {option.text}" for option in self.options if option.right]
        return right or ["None of them."]

    def why_not(self) -> Iterator[str]:
        yield from (f"{each.id}) {each.text} — {each.message}" for each in self.options if not each.right)

    def choices(self) -> Iterator[str]:
        yield from (f"    {option.id}) {option.text}" for option in self.options)

    def example(self) -> str:
        return '["a", "b"]' if self.nothing else '"a"'

    def answer_in_words(self, answer: Any) -> list[str]:
        texts = {option.id: option.text for option in self.options}
        letters = answer if isinstance(answer, list) else [answer]
        return [texts[each] for each in letters if isinstance(each, str) and each in texts]

    def answer_lines(self, question: Question, answer: object, reveal: bool) -> Iterator[AnswerLine]:
        chosen = self.chosen(question, answer)
        for option in self.options:
            if option.id in chosen:
                stands = ("found" if option.right else "extra") if reveal else ""
                yield AnswerLine(f"{option.id})", option.text, stands, option.id)
            elif option.right and reveal:
                yield AnswerLine(f"{option.id})", option.text, "missed", option.id)

    def wrong_choices(self, question: Question, answer: object) -> Iterator[str]:
        chosen = self.chosen(question, answer)
        yield from (each.id for each in self.options if not each.right and each.id in chosen)

    def choice_in_words(self, choice: str) -> str:
        option = next(each for each in self.options if each.id == choice)
        return f"“{option.text.removesuffix('.')}”. {option.message}"

    def for_platforms(self) -> tuple[Option, ...]:
        """The options as a platform gets them. Where none may be right one says so, whether it is right or not."""
        if not self.nothing:
            return self.options
        some = any(option.right for option in self.options)
        none = Option(
            "none", "None of these.", not some, "Look again: at least one of them belongs here." if some else ""
        )
        return (*self.options, none)

    def control(self, question: Question) -> ControlPlan:
        options = {option.id: option.text for option in self.options}
        return ControlPlan("choice", {"options": options, "several": bool(self.nothing)})


@dataclass(frozen=True, slots=True)
class ChoiceKey(OptionsKey):
    """choice: one option is right, and every other one has a message."""

    to_do = 'Choose one of the options, or type its letter: check("{id}", "a").'

    @classmethod
    def read(cls, table: Table, text: QuotedText | None, sealed: bool) -> Self:
        key = super(ChoiceKey, cls).read(table, text, sealed)
        right = sum(option.right for option in key.options)
        if right != 1 and not sealed:
            raise table.wrong(
                f"{right} of its options have right = true, and a choice has exactly one. "
                'If several are right, make it kind = "choices"'
            )
        return key

    def parse_answer(self, question: Question, answer: object) -> str:
        return self.letter_of(answer[0] if isinstance(answer, list | tuple) and len(answer) == 1 else answer)

    def mark(self, question: Question, answer: object) -> ScoredAnswer:
        """All points for the right option; a wrong one has its own message."""
        letter = self.parse_answer(question, answer)
        option = next(option for option in self.options if option.id == letter)
        return ScoredAnswer(Fraction(option.right), (option.message or "That’s right.",))

    def model_answer(self, question: Question) -> str:
        return next(option.id for option in self.options if option.right)


@dataclass(frozen=True, slots=True)
class ChoicesKey(OptionsKey):
    """choices: any number of options is right, also none."""

    to_do = 'Choose all that apply, or type their letters: check("{id}", ["a", "c"]). None of them: [].'
    nothing = "None of these"
    nothing_typed = "that fits"

    def parse_answer(self, question: Question, answer: object) -> list[str]:
        if isinstance(answer, str):
            answer = [each for each in re.split(r"[\s,;]+", answer) if each]
        if not isinstance(answer, list | tuple | set | frozenset) or len(answer) > MOST_LETTERS:
            raise UnreadableError('Give letters in a list, as in ["a", "c"], or [] if none of them is right.')
        return [self.letter_of(each) for each in answer]

    def mark(self, question: Question, answer: object) -> ScoredAnswer:
        """Each right option earns its share, each wrong one takes one share away. Where none is right, only none is."""
        chosen = self.chosen(question, answer)
        right = {option.id for option in self.options if option.right}
        found, wrong, missed = chosen & right, chosen - right, right - chosen
        lines = [right_of(len(found), len(chosen), "choice")] if chosen else []
        if found and missed:
            lines.append(f"{counted(len(missed), 'more option')} to find.")
        elif missed and not chosen:
            lines.append("Look again: at least one of them belongs here.")
        lines += [f"{option.id}: {option.message}" for option in self.options if option.id in wrong]
        if not wrong and not missed:
            lines = ["That’s all of them." if right else "That’s right: none of them."]
        part = Fraction(len(found) - len(wrong), len(right)) if right else Fraction(not wrong)
        return ScoredAnswer(max(part, Fraction(0)), tuple(lines))

    def model_answer(self, question: Question) -> list[str]:
        return [option.id for option in self.options if option.right]

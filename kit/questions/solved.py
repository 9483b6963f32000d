"""The answer that earns all points, as a person would type it: for the solutions, and to check the bank with."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from kit.library import text_of
from kit.questions.errors import QuestionError
from kit.questions.given import Placing
from kit.questions.marking import shown
from kit.questions.question import (
    LevelsKey,
    NumberKey,
    OpenKey,
    OptionsKey,
    PairsKey,
    Question,
    RewriteKey,
    SpansKey,
)
from kit.text import Span


def solution(question: Question) -> Any:
    """The right answer as plain data, in the form that `check` takes.

    Doubtful marks are left out. Words that stand in the text several times come with their number. Raises QuestionError
    if the question is sealed.
    """
    if question.sealed:
        raise QuestionError(f"Question {question.id} is sealed: its key is not here, the one who set the test has it.")
    match question.key:
        case OptionsKey(options=options):
            right = [option.id for option in options if option.right]
            return right[0] if question.kind == "choice" else right
        case NumberKey(value=value):
            return typed(value)
        case SpansKey() as key:
            pieces = [(mark.label, span) for mark in key.marks if not mark.doubtful for span in mark.ways[0]]
            alone = len(key.labels) == 1
            return [quoted(question, "" if alone else label, span) for label, span in dict.fromkeys(pieces)]
        case LevelsKey(cards=cards):
            return {card.id: card.steps[0] for card in cards}
        case PairsKey(pairs=pairs):
            text = text_of(question.article)
            return [
                [*(text[slice(*span)] for span in pair.passages), pair.verdicts[0]]
                for pair in pairs
                if not pair.doubtful
            ]
        case RewriteKey(models=models):
            return models[0]
        case OpenKey(model=model):
            return model


def typed(value: Fraction) -> int | float | str:
    """A number as one would type it."""
    if value.denominator == 1:
        return int(value)
    return float(value) if Fraction(str(float(value))) == value else f"{value.numerator}/{value.denominator}"


def quoted(question: Question, label: str, span: Span) -> Any:
    """A mark as it is typed: words, [label, words], or with its number where the words stand several times."""
    text = text_of(question.article)
    words = text[slice(*span)]
    places = Placing(text, shown(question), {}).places(words)
    labels = {each.id for each in question.key.labels} if isinstance(question.key, SpansKey) else set()
    if len(places) > 1 and span in places:
        return [label or labels.pop(), words, places.index(span) + 1]
    return [label, words] if label else words

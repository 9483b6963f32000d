"""Marking one answer: `mark(question, answer)`. The same for a pupil's check, for the lessons and for a class.

An answer is plain data, as a widget keeps it or a person types it; nothing in it is ever run. None is no answer at all;
an empty list, where marks or choices are asked for, is an answer: nothing to find.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from kit.questions.answers import KeptAnswer
from kit.questions.check_result import CheckResult, State, UnreadableError
from kit.questions.errors import QuestionError
from kit.questions.points import Points, share
from kit.questions.question import Question


def mark(question: Question, answer: object) -> CheckResult:
    """Mark an answer to a question.

    Takes the question and the answer as plain data (docs/questions.md shows the form for each kind). Gives points in
    exact quarters, never more than the question has, and sentences. What is missing, malformed or unreadable earns
    nothing, and the message says what to do; no answer, however odd, raises an error.
    """
    if not is_answered(question, answer):
        return without_points(question, "unanswered", not_answered(question))
    try:
        if question.sealed:
            question.key.parse_answer(question, answer)
            return without_points(question, "kept", "Your answer is saved. You’ll see your points later.")
        marked = question.key.mark(question, answer)
    except UnreadableError as error:
        return without_points(question, "unreadable", str(error))
    if question.key.by_hand:
        lines = (*marked.lines, "Your teacher will mark this by the rubric.")
        return without_points(question, "by hand", "\n".join(lines))
    points = share(marked.part, question.points)
    state: State = "right" if marked.part == 1 else "partly" if points else "wrong"
    lines = tuple(filter(None, marked.lines))
    return CheckResult(question.id, points, question.points, "\n".join(lines), state, marked.comparison)


def is_answered(question: Question, answer: object) -> bool:
    """Is there an answer at all? An empty list is one, where there may be nothing to find; empty words are none."""
    if answer is None or (isinstance(answer, str) and not answer.strip()):
        return False
    return question.key.is_answered(answer)


def answered(question: Question, kept: Mapping[str, KeptAnswer]) -> bool:
    """Is there an answer to a question among those that are kept?"""
    return question.id in kept and is_answered(question, kept[question.id].answer)


def lacking(question: Question, answer: object) -> str:
    """What an answer still lacks to be complete, in a sentence; empty if nothing. Gives nothing of the key away."""
    if not is_answered(question, answer):
        return not_answered(question)
    try:
        question.key.parse_answer(question, answer)
        return question.key.unfinished(question, answer)
    except UnreadableError as error:
        return str(error)


def model_answer(question: Question) -> Any:
    """The answer that earns all points, as plain data in the form that `check` takes.

    Doubtful marks are left out. Words that stand in the text several times come with their number. Raises QuestionError
    if the question is sealed.
    """
    if question.sealed:
        raise QuestionError(f"Question {question.id} is sealed: its key isn't here. Whoever set the test has it.")
    return question.key.model_answer(question)


def not_answered(question: Question) -> str:
    return "You haven’t answered this yet. " + question.key.to_do.format(id=question.id)


def without_points(question: Question, state: State, message: str) -> CheckResult:
    return CheckResult(question.id, Points(Fraction(0)), question.points, message, state)

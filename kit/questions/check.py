"""What a pupil types: `check("1.3", "a")` keeps an answer and checks it, `check("1.3")` checks the kept one."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any, Final

from kit.questions import bank
from kit.questions.answers import Answers
from kit.questions.check_result import CheckResult, State
from kit.questions.marking import is_answered, lacking, mark, without_points
from kit.questions.question import Question


class _KeptOne:
    """What stands for the saved answer where none is given: None would be one, as somebody may type it."""

    def __repr__(self) -> str:
        return "the saved answer"


KEPT: Final[Any] = _KeptOne()


def check(question: str, answer: object = KEPT) -> CheckResult:
    """Check an answer: what it earns, what is right, what is missing or one too many, and a hint.

    Takes the number of a question ("1.3") and an answer as plain data; without one, the answer that is kept in
    this course is checked. An answer that is given is kept as well. After the second try that is not right, the next
    one shows the explanation. A question of a test only says whether the answer is complete. Raises KitError, in a
    sentence, if there is no such question or the answers can't be read or written.

    >>> from kit import check
    >>> print(check("1.2", "c").head)
    1.2: 1 of 1 point.
    """
    asked = bank.question(question)
    answers = Answers(asked.unit)
    if answer is not KEPT:
        answers.keep(asked.id, answer)
    return check_kept(asked, answers)


def check_kept(question: Question, answers: Answers) -> CheckResult:
    """Check the answer that is kept; a widget and `check` do the same."""
    kept = answers.kept(question.id)
    answer = kept.answer if kept else None
    if question.feedback == "shape" and not being_graded():
        result = only_shape(question, answer)
    else:
        result = mark(question, answer)
        tried = result.state in ("wrong", "partly")
        noted = answers.checked(question.id, right=not tried) if is_answered(question, answer) else kept
        result = with_help(question, answer, result, noted.tries if noted else 0)
    return replace(result, message=f"{answers.notice}\n{result.message}") if answers.notice else result


def only_shape(question: Question, answer: object) -> CheckResult:
    """What a test tells: whether the answer is complete, and nothing of what is right."""
    missing = lacking(question, answer)
    state: State = "kept" if is_answered(question, answer) else "unanswered"
    message = missing or "Your answer is complete. You’ll see your points later."
    return without_points(question, state, message)


def with_help(question: Question, answer: object, result: CheckResult, tries: int) -> CheckResult:
    """A hint after the first and the second try, the explanation after that, and at once when all is right.

    Prose, which nobody has marked yet, gets the explanation once it is complete, and a hint before."""
    if result.state in ("unanswered", "unreadable"):
        return result
    if result.state == "right" or tries > len(question.hints):
        model = "" if result.state == "right" else question.key.at_last()
        return replace(result, explanation=" ".join(filter(None, (model, explanation_with_rule(question)))))
    if result.state == "by hand":
        return (
            replace(result, hint=question.hints[0])
            if lacking(question, answer)
            else replace(result, explanation=explanation_with_rule(question))
        )
    next_one = question.hints[tries - 1] if tries else ""
    return replace(result, hint=question.key.hint(question, answer) or next_one)


def explanation_with_rule(question: Question) -> str:
    """The explanation, with the newsroom's rule and who set it."""
    rule = f" The rule: {question.rule} ({question.rule_by})" if question.rule else ""
    return question.explanation + rule


def being_graded() -> bool:
    """Is nbgrader marking this notebook? Then a test question gives its points too."""
    return os.environ.get("NBGRADER_EXECUTION") == "autograde"

"""The questions that a class answers, each with a version that changes when the question or its text does.

A unit is read when its first answer turns up: a class seldom answers all of them, and a slip in a unit that nobody
answered stops nobody's marking.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from kit.library import text_of
from kit.places import open_course
from kit.questions.bank import numbers, units
from kit.questions.check_result import CheckResult
from kit.questions.marking import mark
from kit.questions.question import Question

REMEMBERED_ANSWERS = 1000
MAX_REMEMBERED_LENGTH = 500  # characters: longer answers are prose, and no two are the same
T = TypeVar("T")


def find_question(id: str) -> Question | None:
    """The question of that number, of the kit or the open course; None if there is none.

    Raises QuestionError if its unit can't be read.
    """
    return _found(id)[0]


def known_question(id: str) -> Question:
    """The same of a number that there is. Raises KeyError."""
    if (question := find_question(id)) is None:
        raise KeyError(id)
    return question


def question_version(id: str) -> str:
    """What changes when the question or its text does; empty if there is no such question."""
    return _found(id)[1]


def read_questions_anew() -> None:
    """Forget the questions as they were: somebody may have changed them since."""
    _numbers.cache_clear()
    _unit.cache_clear()


def remember_answers(function: Callable[..., T]) -> Callable[..., T]:
    """The same function of a question's id, an answer in JSON and more, with a memory: a class gives many equal ones.

    It holds for as long as no question changes, so the version of the question should be among its arguments.
    """
    memory = lru_cache(maxsize=REMEMBERED_ANSWERS)(function)

    def remembered(id: str, value: str, *others: object) -> T:
        return (function if len(value) > MAX_REMEMBERED_LENGTH else memory)(id, value, *others)

    return remembered


@remember_answers
def mark_json(id: str, value: str, version: str) -> CheckResult:
    """Mark an answer as the gradebook keeps it, in JSON, by a version of its question. Raises KeyError if there is no
    question of that number."""
    return mark(known_question(id), json.loads(value))


def _found(id: str) -> tuple[Question | None, str]:
    number, course = id.partition(".")[0], open_course()
    return _unit(number, course).get(id, (None, "")) if number in _numbers(course) else (None, "")


@lru_cache(maxsize=1)
def _numbers(course: Path | None) -> frozenset[str]:
    return numbers()


@lru_cache(maxsize=100)
def _unit(number: str, course: Path | None) -> dict[str, tuple[Question, str]]:
    return {each.id: (each, _version(each)) for unit in units({number}) for each in unit.questions}


def _version(question: Question) -> str:
    text = text_of(question.article) if question.article else ""
    return sha256(f"{question!r}\n{text}".encode()).hexdigest()[:16]

"""The questions that a class answers, each with a key that changes when the question or its text does.

A unit is read when its first answer turns up: a class seldom answers all of them, and a slip in a unit that nobody
answered stops nobody's marking.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from kit.library import text_of
from kit.places import open_course
from kit.questions.bank import numbers, units
from kit.questions.question import Question


class Bank:
    """The questions of the kit and of the open course, by id. May raise QuestionError when a unit is first read."""

    def __init__(self) -> None:
        self._numbers = numbers()
        self._units: dict[str, dict[str, tuple[Question, str]]] = {}

    def question(self, id: str) -> Question | None:
        """The question of that number, or None."""
        return self._found(id)[0]

    def key(self, id: str) -> str:
        """What changes when the question or its text does; empty if there is no such question."""
        return self._found(id)[1]

    def _found(self, id: str) -> tuple[Question | None, str]:
        number = id.partition(".")[0]
        if number not in self._numbers:
            return None, ""
        if number not in self._units:
            questions = [each for unit in units({number}) for each in unit.questions]
            self._units[number] = {each.id: (each, _key(each)) for each in questions}
        return self._units[number].get(id, (None, ""))


def _key(question: Question) -> str:
    text = text_of(question.article) if question.article else ""
    return sha256(f"{question!r}\n{text}".encode()).hexdigest()[:16]


def the_bank() -> Bank:
    """All questions there are, those of the open course included, each unit read once."""
    return _bank(open_course())


def forget_the_bank() -> None:
    """Forget the questions as they were: somebody may have changed them since."""
    _bank.cache_clear()


@lru_cache(maxsize=1)
def _bank(folder: Path | None) -> Bank:
    return Bank()

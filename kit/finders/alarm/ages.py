"""One person, two ages: "Ortiz, 38," … "Ortiz, 52,"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kit.finders.alarm.rule import Candidate, Rule
from kit.reading import ArticleIndex

MAX_APART = 1  # years: there may be a birthday between two ages


def find_ages(index: ArticleIndex) -> Iterator[Candidate]:
    """Every person of whom two ages are stated."""
    for person in index.people.values():
        if len(person.first_names) > 1:  # of two people of one name it can't be told whose age it is
            continue
        stated = {(age.value, age.sentence): age for age in reversed(person.ages)}  # of one sentence each age once
        for earlier, later in combinations(reversed(stated.values()), 2):
            apart = abs(float(earlier.value) - float(later.value)) > MAX_APART
            if apart and earlier.sentence != later.sentence:
                passages = index.sentences[earlier.sentence].span, index.sentences[later.sentence].span
                yield Candidate(passages, ((earlier.span,), (later.span,)), "role", "conflict", "age")
                break


RULES = (
    Rule(
        "age",
        find_ages,
        "One person is given two ages.",
        "There may have been years between the two.",
        ("Lena Ortiz, *38*, runs the shop. It is small. Ortiz, *52*, was born upstairs.",),
        ("Lena Ortiz, 38, runs the shop. It is small. Ortiz, 39, was born upstairs.",
         "Lena Ortiz, 58, sings. It is late. Ortiz, who turned 40 in 2008, was glad.",
         "Carol Bigbee, 59, has worked there for years. It is loud. Her 32-year-old daughter works in a lab."),
    ),
)  # fmt: skip

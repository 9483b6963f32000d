"""Hand-ins so alike that a talk may help: a question to the teacher, with the evidence, never a verdict.

Right answers are alike by nature, so they say nothing. What counts is what few share: the same rare wrong answer to
several questions, or long passages of prose in the same words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

RARE = 3  # pupils who may share a wrong answer so that it still says something (or a fiftieth of the class)
ENOUGH = 4  # shared rare wrong answers from which a pair is named
SHINGLE = 6  # words in a row that are compared
LONG = 25  # words: shorter prose is alike by chance
SHARED = 0.5  # the share of the shorter prose that stands in the other
WORD = re.compile(r"\w+")
MOST_PAIRS = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer for this comparison: whose, to which question, in which words; `prose` for open answers."""

    pupil: str
    question: str
    value: str
    prose: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pupils, and what they share: questions with the same rare wrong answer, and with the same prose (and what
    share of it)."""

    pupils: tuple[str, str]
    wrong: tuple[str, ...]
    prose: tuple[tuple[str, float], ...]


def alike(answers: Iterable[Answer]) -> list[Pair]:
    """The pairs worth a talk, most shared first. Takes wrong answers and prose only."""
    everybody: set[str] = set()
    by_value: dict[tuple[str, str], list[str]] = defaultdict(list)
    prose: list[Answer] = []
    for answer in answers:
        everybody.add(answer.pupil)
        if answer.prose:
            prose.append(answer)
        else:
            by_value[answer.question, answer.value].append(answer.pupil)
    rare = max(RARE, len(everybody) // 50)
    wrong: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (question, _), pupils in by_value.items():
        if len(pupils) <= rare:
            for pair in combinations(sorted(pupils), 2):
                wrong[pair].append(question)
    written: dict[tuple[str, str], list[tuple[str, float]]] = defaultdict(list)
    for first, second, question, share in same_prose(prose):
        written[first, second].append((question, share))
    named = {pair for pair, questions in wrong.items() if len(questions) >= ENOUGH} | set(written)
    pairs = [Pair(pair, tuple(sorted(wrong.get(pair, ()))), tuple(sorted(written.get(pair, ())))) for pair in named]
    return sorted(pairs, key=lambda each: (-len(each.prose), -len(each.wrong), each.pupils))[:MOST_PAIRS]


def same_prose(answers: Iterable[Answer]) -> Iterator[tuple[str, str, str, float]]:
    """Pairs of pupils whose prose on one question shares much: who, who, the question, and the share."""
    pieces: dict[tuple[str, str], set[int]] = {}
    where: dict[tuple[str, int], list[str]] = defaultdict(list)
    for answer in answers:
        words = WORD.findall(answer.value.casefold())
        if len(words) < LONG:
            continue
        found = {hash(tuple(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1)}
        pieces[answer.pupil, answer.question] = found
        for piece in found:
            where[answer.question, piece].append(answer.pupil)
    common: dict[tuple[str, str, str], int] = defaultdict(int)
    for (question, _), pupils in where.items():
        if 2 <= len(pupils) <= RARE * 2:  # what many write stands in the task or the text
            for first, second in combinations(sorted(set(pupils)), 2):
                common[first, second, question] += 1
    for (first, second, question), shared in sorted(common.items()):
        share = shared / min(len(pieces[first, question]), len(pieces[second, question]))
        if share >= SHARED:
            yield first, second, question, share

"""Hand-ins so alike that a talk may help: a question to the teacher, with the evidence, never a verdict.

Right answers are alike by nature, so they say nothing. What counts is what few share: the same rare wrong answer to
several questions, or long passages of prose in the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.grading.storage import class_data, temporary_database

MIN_SHARERS, MAX_SHARERS = 3, 10  # pupils who may share a wrong answer so that it still says something: at most one of
PUPILS_PER_SHARER = 50  # so many in the class, but in a very large one strangers meet
MAX_PROSE_SHARERS = 6  # pupils who may share a run of words: what many write stands in the task or the text
MIN_SHARED_WRONG = 4  # rare wrong answers from which a pair is named
WORDS_IN_A_RUN = 6  # that are compared
MIN_PROSE_WORDS = 25  # shorter prose is alike by chance
MIN_SHARED_PROSE = 0.5  # the share of the shorter prose that stands in the other
MAX_PAIRS = 50
WORD = re.compile(r"\w+")
NAMED = """
SELECT one, other FROM pair GROUP BY one, other HAVING sum(prose) OR count(*) >= ?
ORDER BY sum(prose) DESC, count(*) DESC, one, other LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class SimilarGroup:
    """Two pupils, or more of whom each shares something with another one: the questions with the same rare wrong
    answer, and those with the same prose (and what share of it at most)."""

    pupils: tuple[str, ...]
    wrong: tuple[str, ...]
    prose: tuple[tuple[str, float], ...]


class SimilarityFinder:
    """Add every wrong answer and all prose, then ask once for the pairs that are worth a talk."""

    def __init__(self) -> None:
        self._base = temporary_database(class_data("similarity.sql"))

    def add(self, pupil: str, question: str, value: str, prose: bool) -> None:
        """A wrong answer, or prose; one for each pupil and question."""
        values: set[str] | set[int] = {value}
        if prose:
            words = WORD.findall(value.casefold())
            if len(words) < MIN_PROSE_WORDS:
                return
            values = {hash(tuple(words[at : at + WORDS_IN_A_RUN])) for at in range(len(words) - WORDS_IN_A_RUN + 1)}
            self._base.execute("INSERT OR REPLACE INTO prose VALUES (?, ?, ?)", (question, pupil, len(values)))
        rows = ((prose, question, each, pupil) for each in values)
        self._base.executemany("INSERT INTO shared VALUES (?, ?, ?, ?)", rows)

    def pairs(self) -> list[SimilarGroup]:
        """The pairs worth a talk, most shared first."""
        (pupils,) = self._base.execute("SELECT count(DISTINCT pupil) FROM shared").fetchone()
        few = min(max(MIN_SHARERS, pupils // PUPILS_PER_SHARER), MAX_SHARERS)
        script = class_data("similar_pairs.sql").format(wrong=few, prose=MAX_PROSE_SHARERS, share=MIN_SHARED_PROSE)
        for statement in script.split(";"):
            self._base.execute(statement)
        named = self._base.execute(NAMED, (MIN_SHARED_WRONG, MAX_PAIRS)).fetchall()
        return [self._pair(one, other) for one, other in named]

    def groups(self) -> list[SimilarGroup]:
        """The same pairs, those that have a pupil in common as one group: six who wrote alike are one talk, and not
        fifteen."""
        groups: list[list[SimilarGroup]] = []
        for pair in self.pairs():
            near = [group for group in groups if any(set(pair.pupils) & set(other.pupils) for other in group)]
            merged = [pair, *(other for group in near for other in group)]
            groups = [group for group in groups if group not in near] + [merged]
        return [_group(group) for group in sorted(groups, key=len, reverse=True)]

    def _pair(self, one: str, other: str) -> SimilarGroup:
        shared = self._base.execute(
            "SELECT question, prose, share FROM pair WHERE one = ? AND other = ? ORDER BY question", (one, other)
        ).fetchall()
        wrong = tuple(question for question, prose, _ in shared if not prose)
        return SimilarGroup((one, other), wrong, tuple((question, share) for question, prose, share in shared if prose))


def _group(pairs: list[SimilarGroup]) -> SimilarGroup:
    prose: dict[str, float] = {}
    for question, share in (each for pair in pairs for each in pair.prose):
        prose[question] = max(share, prose.get(question, 0.0))
    pupils = sorted({pupil for pair in pairs for pupil in pair.pupils})
    wrong = sorted({question for pair in pairs for question in pair.wrong})
    return SimilarGroup(tuple(pupils), tuple(wrong), tuple(sorted(prose.items())))

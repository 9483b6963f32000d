"""Hand-ins so alike that a talk may help: a question to the teacher, with the evidence, never a verdict.

Right answers are alike by nature, so they say nothing. What counts is what few share: the same rare wrong answer to
several questions, or long passages of prose in the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.grading.storage import temporary_database

MIN_SHARERS, MAX_SHARERS = 3, 10  # pupils who may share a wrong answer so that it still says something: at most one of
PUPILS_PER_SHARER = 50  # so many in the class, but in a very large one strangers meet
MAX_PROSE_SHARERS = 6  # pupils who may share a run of words: what many write stands in the task or the text
MIN_SHARED_WRONG = 4  # rare wrong answers from which a pair is named
WORDS_IN_A_RUN = 6  # that are compared
MIN_PROSE_WORDS = 25  # shorter prose is alike by chance
MIN_SHARED_PROSE = 0.5  # the share of the shorter prose that stands in the other
MAX_PAIRS = 50
WORD = re.compile(r"\w+")
TABLES = """
CREATE TABLE shared (prose INTEGER, question TEXT, value, pupil TEXT);
CREATE TABLE prose (question TEXT, pupil TEXT, runs INTEGER, PRIMARY KEY (question, pupil)) WITHOUT ROWID;
CREATE TABLE pair (one TEXT, other TEXT, question TEXT, prose INTEGER, share REAL);
"""
# Every two pupils who share what no more than a few have, and by question how much of the shorter prose it is.
PAIRS = """
CREATE INDEX shared_value ON shared (prose, question, value, pupil);
INSERT INTO pair
SELECT a.pupil, b.pupil, question, prose, CASE WHEN prose THEN 1.0 * count(*) / (
    SELECT min(runs) FROM prose AS p WHERE p.question = few.question AND p.pupil IN (a.pupil, b.pupil)) END AS share
FROM (SELECT prose, question, value FROM shared GROUP BY prose, question, value
    HAVING count(*) BETWEEN 2 AND CASE WHEN prose THEN {prose} ELSE {wrong} END) AS few
JOIN shared AS a USING (prose, question, value) JOIN shared AS b USING (prose, question, value)
WHERE a.pupil < b.pupil GROUP BY prose, question, a.pupil, b.pupil HAVING NOT prose OR share >= {share};
CREATE INDEX pair_pupils ON pair (one, other);
"""
NAMED = """
SELECT one, other FROM pair GROUP BY one, other HAVING sum(prose) OR count(*) >= ?
ORDER BY sum(prose) DESC, count(*) DESC, one, other LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class SimilarPair:
    """Two pupils, and what they share: questions with the same rare wrong answer, and with the same prose (and what
    share of it)."""

    pupils: tuple[str, str]
    wrong: tuple[str, ...]
    prose: tuple[tuple[str, float], ...]


class SimilarityFinder:
    """Add every wrong answer and all prose, then ask once for the pairs that are worth a talk."""

    def __init__(self) -> None:
        self._base = temporary_database(TABLES)

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

    def pairs(self) -> list[SimilarPair]:
        """The pairs worth a talk, most shared first."""
        (pupils,) = self._base.execute("SELECT count(DISTINCT pupil) FROM shared").fetchone()
        few = min(max(MIN_SHARERS, pupils // PUPILS_PER_SHARER), MAX_SHARERS)
        script = PAIRS.format(wrong=few, prose=MAX_PROSE_SHARERS, share=MIN_SHARED_PROSE)
        for statement in script.split(";"):
            self._base.execute(statement)
        named = self._base.execute(NAMED, (MIN_SHARED_WRONG, MAX_PAIRS)).fetchall()
        return [self._pair(one, other) for one, other in named]

    def _pair(self, one: str, other: str) -> SimilarPair:
        shared = self._base.execute(
            "SELECT question, prose, share FROM pair WHERE one = ? AND other = ? ORDER BY question", (one, other)
        ).fetchall()
        wrong = tuple(question for question, prose, _ in shared if not prose)
        return SimilarPair((one, other), wrong, tuple((question, share) for question, prose, share in shared if prose))

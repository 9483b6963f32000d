"""Hand-ins so alike that a talk may help: a question to the teacher, with the evidence, never a verdict.

Right answers are alike by nature, so they say nothing. What counts is what few share: the same rare wrong answer to
several questions, or long passages of prose in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter

from kit.grading.aside import aside

RARE = 3  # pupils who may share a wrong answer so that it still says something (or a fiftieth of the class,
MOST_RARE = 10  # up to so many: in a large class strangers meet)
ENOUGH = 4  # shared rare wrong answers from which a pair is named
SHINGLE = 6  # words in a row that are compared
LONG = 25  # words: shorter prose is alike by chance
SHARED = 0.5  # the share of the shorter prose that stands in the other
WORD = re.compile(r"\w+")
MOST_PAIRS = 50
TABLES = """
CREATE TABLE wrong (question TEXT, value TEXT, pupil TEXT);
CREATE TABLE prose (question TEXT, pupil TEXT, pieces INTEGER, PRIMARY KEY (question, pupil)) WITHOUT ROWID;
CREATE TABLE piece (question TEXT, piece INTEGER, pupil TEXT);
CREATE TABLE slip (one TEXT, other TEXT, question TEXT);
CREATE TABLE passage (one TEXT, other TEXT, question TEXT);
CREATE TABLE same (one TEXT, other TEXT, question TEXT, share REAL);
"""
SAME = """
INSERT INTO same
SELECT one, other, p.question, 1.0 * p.n / min(a.pieces, b.pieces) AS share
FROM (SELECT one, other, question, count(*) AS n FROM passage GROUP BY one, other, question) AS p
JOIN prose AS a ON a.question = p.question AND a.pupil = one
JOIN prose AS b ON b.question = p.question AND b.pupil = other
WHERE share >= ?
"""
NAMED = """
SELECT one, other, sum(prose) AS most_prose, sum(wrong) AS most_wrong FROM (
    SELECT one, other, 0 AS prose, count(*) AS wrong FROM slip GROUP BY one, other
    UNION ALL SELECT one, other, count(*), 0 FROM same GROUP BY one, other)
GROUP BY one, other HAVING most_prose OR most_wrong >= ? ORDER BY most_prose DESC, most_wrong DESC, one, other LIMIT ?
"""


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


class Likeness:
    """Add every wrong answer and all prose, then ask once for the pairs that are worth a talk."""

    def __init__(self) -> None:
        self._aside = aside(TABLES)

    def add(self, answer: Answer) -> None:
        """A wrong answer, or prose; one for each pupil and question."""
        if not answer.prose:
            slip = (answer.question, answer.value, answer.pupil)
            self._aside.execute("INSERT INTO wrong VALUES (?, ?, ?)", slip)
            return
        words = WORD.findall(answer.value.casefold())
        if len(words) >= LONG:
            found = {hash(tuple(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1)}
            row = (answer.question, answer.pupil, len(found))
            self._aside.execute("INSERT OR REPLACE INTO prose VALUES (?, ?, ?)", row)
            rows = ((answer.question, piece, answer.pupil) for piece in found)
            self._aside.executemany("INSERT INTO piece VALUES (?, ?, ?)", rows)

    def pairs(self) -> list[Pair]:
        """The pairs worth a talk, most shared first."""
        everybody = "SELECT count(*) FROM (SELECT pupil FROM wrong UNION SELECT pupil FROM prose)"
        (pupils,) = self._aside.execute(everybody).fetchone()
        rare = min(max(RARE, pupils // 50), MOST_RARE)
        self._pair("wrong", "value", "slip", rare)
        self._pair("piece", "piece", "passage", RARE * 2)  # what many write stands in the task or the text
        self._aside.execute(SAME, (SHARED,))
        for table in ("slip", "same"):
            self._aside.execute(f"CREATE INDEX {table}_pair ON {table} (one, other)")
        named = self._aside.execute(NAMED, (ENOUGH, MOST_PAIRS)).fetchall()
        return [Pair((one, other), self._slips(one, other), self._prose(one, other)) for one, other, *_ in named]

    def _pair(self, table: str, what: str, into: str, few: int) -> None:
        """Put every two pupils together who share something that no more than a few have."""
        rows = self._aside.execute(f"SELECT question, {what}, pupil FROM {table} ORDER BY question, {what}, pupil")
        self._aside.executemany(f"INSERT INTO {into} VALUES (?, ?, ?)", _two_and_two(rows, few))

    def _slips(self, one: str, other: str) -> tuple[str, ...]:
        rows = self._aside.execute(
            "SELECT question FROM slip WHERE one = ? AND other = ? ORDER BY question", (one, other)
        )
        return tuple(question for (question,) in rows)

    def _prose(self, one: str, other: str) -> tuple[tuple[str, float], ...]:
        rows = self._aside.execute(
            "SELECT question, share FROM same WHERE one = ? AND other = ? ORDER BY question", (one, other)
        )
        return tuple(rows)


def _two_and_two(rows: Iterable[Sequence[str]], few: int) -> Iterator[tuple[str, str, str]]:
    for (question, _), group in groupby(rows, key=itemgetter(0, 1)):
        pupils: list[str] = []
        for _, _, pupil in group:
            if len(pupils) <= few:
                pupils.append(pupil)
        if 2 <= len(pupils) <= few:
            yield from ((one, other, question) for one, other in combinations(pupils, 2))

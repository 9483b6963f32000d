"""What a gradebook keeps of the tables beside it: how each looked when it was written, and what to-read.csv said."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


class TableRecords:
    """Part of an open gradebook (`Gradebook.tables`)."""

    def __init__(self, base: sqlite3.Connection):
        self._base = base

    def written(self, name: str) -> set[str]:
        """The hashes of a table as the kit has written it: the last one, and while it is at work that before."""
        return {each for (each,) in self._base.execute("SELECT sha256 FROM written WHERE name = ?", (name,))}

    def wrote(self, name: str, sha256: str) -> None:
        """A table is about to be written that looks so."""
        self._base.execute("UPDATE written SET latest = 0 WHERE name = ?", (name,))
        self._base.execute("INSERT OR REPLACE INTO written VALUES (?, ?, 1)", (name, sha256))

    def wrote_only(self, name: str) -> None:
        """The table stands there as it was written last."""
        self._base.execute("DELETE FROM written WHERE name = ? AND NOT latest", (name,))

    def tell(self, rows: Iterable[tuple[int, str, str, str]]) -> None:
        """What to-read.csv says from now on: number, question, points and comment of each line."""
        self._base.execute("BEGIN IMMEDIATE")
        self._base.execute("DELETE FROM told")
        self._base.executemany("INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?)", rows)
        self._base.execute("COMMIT")

    def was_told(self, number: int, question: str) -> tuple[str, str] | None:
        """Points and comment in a line of to-read.csv when it was written."""
        query = "SELECT points, comment FROM told WHERE number = ? AND question = ?"
        return self._base.execute(query, (number, question)).fetchone()

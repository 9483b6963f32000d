"""What a gradebook keeps of whose each hand-in is: what files tell, aliases that a person set, and doubts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from kit.grading.layouts import last_of
from kit.grading.records import Doubt
from kit.grading.submitted_files import NOT_OPENED

MAX_PLACES = 100  # of one doubt that are told


class OwnerRecords:
    """Part of an open gradebook (`Gradebook.owners`)."""

    def __init__(self, base: sqlite3.Connection):
        self._base = base

    def evidence(self) -> Iterator[tuple[str, str, int, str, str, str, str | None]]:
        """What each file tells of whose it is, but for its place: form, whether it could be opened, the folder or zip
        given to the kit, its own name, the units that it is for, and whose it was found to be before."""
        return self._base.execute(
            "SELECT place, form, sha256 NOT LIKE ?, source, name, coalesce((SELECT group_concat(DISTINCT "
            "substr(question, 1, instr(question || '.', '.') - 1)) FROM answer WHERE answer.place = handin.place), "
            "substr(unit, 1, instr(unit || '-', '-') - 1)), pupil FROM handin ORDER BY place",
            (f"{NOT_OPENED}%",),
        )

    def give_to(self, place: str, pupil: str | None, counts: bool) -> None:
        """A file is this pupil's; one that does not count changes no mark."""
        self._base.execute("UPDATE handin SET pupil = ?, counts = ? WHERE place = ?", (pupil, counts, place))

    def drop(self, place: str) -> None:
        """Take a file out that is nobody's and no answer."""
        self._base.execute("DELETE FROM handin WHERE place = ?", (place,))

    def one_pupils(self, platform: str, login: str, folder: str) -> bool:
        """Is all that came from an account of a platform, or out of a folder, one pupil's?"""
        query, given = "platform = ? AND login = ?", (platform, login)
        if not login:  # all that begins with the folder and a slash
            query, given = "place > ? AND place < ?", (f"{folder}/", f"{folder}0")
        (pupils,) = self._base.execute(f"SELECT count(DISTINCT pupil) FROM handin WHERE {query}", given).fetchone()
        return int(pupils) == 1

    def told_apart(self) -> dict[str, str]:
        """Pupils who share a name with somebody, by their keys: the name with an id, a login, a number or a folder."""
        rows = self._base.execute(
            "SELECT key, name, coalesce(nullif(id, ''), nullif(login, ''), "
            "(SELECT coalesce(nullif(max(login), ''), min(delivery)) FROM handin WHERE pupil = key), 'no. ' || number) "
            "FROM pupil WHERE name IN (SELECT name FROM pupil GROUP BY name HAVING count(*) > 1)"
        )
        return {key: f"{name} ({last_of(detail)})" for key, name, detail in rows}

    def follow(self, before: str, after: str) -> None:
        """Somebody turned out to be another pupil: points given by hand, and the number, go along, if all files do."""
        if self._base.execute("SELECT 1 FROM handin WHERE pupil = ?", (before,)).fetchone():
            return
        if self._base.execute("SELECT 1 FROM pupil WHERE key = ? AND listed", (before,)).fetchone():
            return
        for table in ("override", "override_before", "alias", "former"):
            self._base.execute(f"UPDATE OR REPLACE {table} SET pupil = ? WHERE pupil = ?", (after, before))
        self._base.execute("INSERT OR REPLACE INTO former SELECT number, ? FROM pupil WHERE key = ?", (after, before))

    def aliases(self) -> dict[str, str]:
        """Whose a word is because a person said so: the word, and the pupil's key."""
        return dict(self._base.execute("SELECT word, pupil FROM alias").fetchall())

    def set_alias(self, word: str, pupil: str | None) -> None:
        """A name, a folder, a platform's number ("Moodle 40012") or a file is this pupil's (a key); None takes that
        back. It holds from the next `assign_owners` on."""
        self._base.execute("DELETE FROM alias WHERE word = ?", (word,))
        if pupil is not None:
            self._base.execute("INSERT INTO alias VALUES (?, ?)", (word, pupil))

    def clear_doubts(self) -> None:
        """All doubts go; whoever assigns owners writes them anew."""
        self._base.execute("DELETE FROM doubt")

    def add_doubt(self, rank: int, said: str, word: str, place: str) -> None:
        """Something about a file that only a person can settle, if they like by an alias for this word."""
        self._base.execute("INSERT INTO doubt VALUES (?, ?, ?, ?)", (rank, said, word, place))

    def doubt_flags(self, rank: int) -> None:
        """What is odd about the files themselves, as doubts."""
        self._base.execute(
            "INSERT INTO doubt SELECT ?, json_each.value, '', place FROM handin, json_each(handin.flags)", (rank,)
        )
        self._base.execute(
            "INSERT INTO doubt SELECT ?, 'it answers questions that there are not: ' || group_concat(id, ', ') || "
            "iif(max(n) > 3, ' and others', ''), '', place FROM (SELECT place, iif(row_number() OVER of_file <= 3, "
            "substr(question, 1, 20), NULL) AS id, row_number() OVER of_file AS n FROM answer WHERE state = 'unknown' "
            "WINDOW of_file AS (PARTITION BY place ORDER BY question)) GROUP BY place",
            (rank,),
        )

    def doubts(self) -> Iterator[Doubt]:
        """What only a person can settle, each thing once, the real ones first, with some of its files."""
        rows = self._base.execute(
            "SELECT rank, said, word, count(*), json_group_array(place) FILTER (WHERE n <= ?) FROM (SELECT *, "
            "row_number() OVER (PARTITION BY rank, said, word ORDER BY place) AS n FROM doubt) "
            "GROUP BY rank, said, word ORDER BY rank, min(place)",
            (MAX_PLACES,),
        )
        for rank, said, word, count, places in rows:
            yield Doubt(rank, said, word, tuple(json.loads(places)), count)

"""The gradebook: one SQLite file that holds every hand-in, every answer, its points, and who changed them.

It is the one truth; every page and table is made from it anew. A hand-in goes in whole or not at all, so that a run
that is broken off at any moment can simply be started again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, TypeVar

from kit.errors import KitError
from kit.grading.owner_records import OwnerRecords
from kit.grading.pupil_names import name_order
from kit.grading.records import HandedAnswer, HandedFile, Override, PointsChange, Pupil
from kit.grading.storage import class_data
from kit.grading.table_records import TableRecords

VERSION = 3
HAND_IN_COLUMNS = 17  # so many of the fields of a hand-in are columns of its table
DAMAGED = ("not a database", "malformed", "no such column", "no such table", "has no column", "datatype mismatch")
T = TypeVar("T", Pupil, HandedFile, HandedAnswer, Override, PointsChange)
READERS: dict[str, Callable[[Any], Any]] = {  # what makes a field of a record out of its column, by its type
    "Fraction": Fraction,
    "bool": bool,
    "tuple[str, ...]": lambda text: tuple(json.loads(text)),
}


class Gradebook:
    """The file gradebook.sqlite, open. Use it in a `with` block.

    Raises KitError if the file can't be opened, written or understood.
    """

    def __init__(self, path: Path):
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, isolation_level=None, timeout=30)
            self._base.create_function("name_order", 2, name_order, deterministic=True)
            self._base.execute("PRAGMA foreign_keys = ON")
            self._base.execute("PRAGMA secure_delete = ON")  # a pupil who is forgotten leaves no words behind
            version = self._base.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                raise KitError(f"{path} was written by a newer version of the kit. Update the kit, then try again.")
            if self._base.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("malformed")  # it would read wrong marks without a word
            if not version and self._base.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise sqlite3.DatabaseError("file is not a database of the kit")
            older = "".join(class_data(f"gradebook_{each}.sql") for each in range(version or VERSION, VERSION))
            self.owners, self.tables = OwnerRecords(self._base), TableRecords(self._base)
            self._base.executescript(
                f"BEGIN IMMEDIATE; {older} {class_data('gradebook.sql')} PRAGMA user_version = {VERSION}; COMMIT;"
            )
        except (sqlite3.Error, OSError) as error:
            raise _as_sentence(error, path) from None

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._base.close()
        if isinstance(error, sqlite3.Error | json.JSONDecodeError):
            raise _as_sentence(error, self.path) from None

    # What comes in

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written in the block is kept at its end, all of it; or nothing, if an error ends it."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    def is_done(self, place: str, sha256: str, settings: str) -> bool:
        """Does this file, unchanged and read with these settings, stand in the book, or is it of a pupil who was
        forgotten?"""
        there = "SELECT 1 FROM handin WHERE place = ? AND sha256 = ? AND settings = ?"
        forgotten = "SELECT 1 FROM forgotten WHERE sha256 = ?"
        row = self._base.execute(f"{there} UNION ALL {forgotten} LIMIT 1", (place, sha256, settings, sha256))
        return row.fetchone() is not None

    def add_pupils(self, pupils: Iterable[Pupil]) -> None:
        """Put pupils in, or bring them up to date. A new one gets the next number."""
        self._base.executemany(
            "INSERT INTO pupil SELECT ?, ?, ?, ?, ?, ?, ?, coalesce(max(number), 0) + 1, ? "
            "FROM (SELECT number FROM pupil UNION ALL SELECT number FROM given_number) WHERE true "
            "ON CONFLICT (key) DO UPDATE SET name = excluded.name, id = excluded.id, login = excluded.login, email = "
            "excluded.email, listed = excluded.listed, accounts = excluded.accounts, surname = excluded.surname",
            ((*_row_of(pupil, 7), pupil.surname) for pupil in pupils),
        )

    def set_roster(self, pupils: Sequence[Pupil]) -> None:
        """These are on the roster, and nobody else is any more."""
        self._base.execute("UPDATE pupil SET listed = 0")
        self.add_pupils(pupils)

    def add(self, hand_in: HandedFile) -> None:
        """Put a hand-in with its marked answers and texts in; what stood there under its place goes."""
        place = hand_in.place
        self._base.execute("DELETE FROM handin WHERE place = ?", (place,))
        self._insert("handin", _row_of(hand_in, HAND_IN_COLUMNS))
        for answer in hand_in.answers:
            self._insert("answer", (place, *_row_of(answer)))
        for number, words in enumerate(hand_in.texts):
            self._insert("text", (place, number, words))

    def _insert(self, table: str, row: Sequence[object]) -> None:
        self._base.execute(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    def remark(self, place: str, marked: HandedAnswer, why: str) -> None:
        """Put a new mark in place of an old one; if the points changed, that is kept."""
        before, pupil = self._base.execute(
            "SELECT points, pupil FROM answer JOIN handin USING (place) WHERE place = ? AND question = ?",
            (place, marked.question),
        ).fetchone()
        if Fraction(before) != marked.points:
            change = PointsChange(pupil or "", place, marked.question, Fraction(before), marked.points, why, now())
            self._insert("move", _row_of(change))
        self._insert("answer", (place, *_row_of(marked)))

    def give(self, override: Override) -> None:
        """Points by hand, which count in place of those of the rules. Those that were there before are kept aside."""
        self.take_back(override.pupil, override.question)
        self._insert("override", _row_of(override))

    def take_back(self, pupil: str, question: str) -> None:
        """No points by hand any more: those of the rules count. What was given is kept aside."""
        for query in ("INSERT INTO override_before SELECT *", "DELETE"):
            self._base.execute(f"{query} FROM override WHERE pupil = ? AND question = ?", (pupil, question))

    def forget(self, pupil: str) -> int:
        """Remove a pupil with everything of theirs, without a trace in the file. Their files stay unread from now on;
        gives how many there were."""
        with self.transaction():
            self._keep_numbers()
            hashes = self._base.execute("SELECT DISTINCT sha256 FROM handin WHERE pupil = ?", (pupil,)).fetchall()
            for row in hashes:
                self._insert("forgotten", row)
            for table in ("handin", "override", "override_before", "move", "alias", "former"):
                self._base.execute(f"DELETE FROM {table} WHERE pupil = ?", (pupil,))
            self._base.execute("DELETE FROM pupil WHERE key = ?", (pupil,))
            self._base.execute("DELETE FROM doubt")  # they are written anew with the pages
        self._base.execute("VACUUM")
        return len(hashes)

    def drop_empty(self) -> None:
        """Take away pupils of no roster who have nothing any more, such as one whose misspelt name was corrected. Their
        number is given to nobody else: a table that somebody is filling in may still have it."""
        with self.transaction():
            self._keep_numbers()
            # A file that changed hands takes its points that changed along.
            self._base.execute(
                "UPDATE move SET pupil = (SELECT coalesce(pupil, '') FROM handin WHERE place = move.place)"
            )
            self._base.execute(
                "DELETE FROM pupil WHERE NOT listed AND key NOT IN (SELECT pupil FROM override) "
                "AND NOT EXISTS (SELECT 1 FROM handin WHERE handin.pupil = pupil.key)"
            )

    # What the next run should know

    def remember(self, what: str, value: str) -> None:
        """Keep something for the next run, under a name."""
        self._insert("remembered", (what, value))

    def remembered(self, what: str) -> str:
        """What was kept under that name; "" if nothing was."""
        row = self._base.execute("SELECT value FROM remembered WHERE what = ?", (what,)).fetchone()
        return str(row[0]) if row else ""

    def _keep_numbers(self) -> None:
        self._base.execute("INSERT OR IGNORE INTO given_number SELECT max(number) FROM pupil HAVING max(number) > 0")

    # What goes out

    def _select(self, record: type[T], query: str, *given: object) -> Iterator[T]:
        """The records that the rows of a query are."""
        readers = [READERS.get(str(each.type), lambda value: value) for each in fields(record)]
        for row in self._base.execute(query, given):
            try:
                yield record(*(read(value) for read, value in zip(readers, row, strict=False)))
            except (ValueError, TypeError):
                raise sqlite3.DatabaseError("malformed") from None

    def pupils(self, by_number: bool = False) -> Iterator[Pupil]:
        """All pupils in the order of their names, as people sort them, or of their numbers."""
        order = "number" if by_number else "name_order(name, surname), name, key"
        return self._select(Pupil, f"SELECT * FROM pupil ORDER BY {order}")

    def pupil(self, by: Literal["key", "number"], value: str | int) -> Pupil | None:
        """The pupil with this key or this number, or None. A number that somebody had before still leads to them."""
        found = next(self._select(Pupil, f"SELECT * FROM pupil WHERE {by} = ?", value), None)
        if found or by == "key":
            return found
        now = "SELECT pupil.* FROM former JOIN pupil ON former.pupil = pupil.key WHERE former.number = ?"
        return next(self._select(Pupil, now, value), None)

    def hand_ins(self, pupil: str | None = None, broken: bool = False) -> Iterator[HandedFile]:
        """The hand-ins of a pupil, or all of them, or (`broken`) those that could not be read, with their answers, in
        the order of their places."""
        where = "pupil = ?" if pupil is not None else "? IS NULL"
        where += " AND problem != ''" if broken else ""
        query = f"SELECT * FROM worth_telling WHERE {where} ORDER BY place"
        answers = "SELECT question, value, points, state, message, key FROM answer WHERE place = ? ORDER BY question"
        for each in self._select(HandedFile, query, pupil):
            yield replace(each, answers=tuple(self._select(HandedAnswer, answers, each.place)))

    def texts(self, pupil: str, most: int) -> list[tuple[str, str]]:
        """The texts in what a pupil handed in, the newest first: the form of the file, and the words."""
        return self._base.execute(
            "SELECT form, words FROM text JOIN handin USING (place) WHERE pupil = ? "
            "GROUP BY words ORDER BY max(time) DESC, place, text.number LIMIT ?",
            (pupil, most),
        ).fetchall()

    def answers_given(self, pupil: str, question: str) -> list[str]:
        """All that a pupil ever answered to a question, as words."""
        rows = self._base.execute(
            "SELECT value FROM answer JOIN handin USING (place) WHERE pupil = ? AND question = ? AND value IS NOT NULL",
            (pupil, question),
        )
        return [
            value if isinstance(value, str) else json.dumps(value) for (raw,) in rows for value in [json.loads(raw)]
        ]

    def questions_answered(self) -> set[str]:
        """The ids of all questions that somebody answered."""
        return {id for (id,) in self._base.execute("SELECT DISTINCT question FROM answer")}

    def overrides(self, pupil: str) -> dict[str, Override]:
        """The points that a person gave a pupil by hand, by question."""
        given = self._select(Override, "SELECT * FROM override WHERE pupil = ?", pupil)
        return {each.question: each for each in given}

    def comments(self, question: str, most: int) -> list[str]:
        """The comments given by hand to answers to a question, each once, the latest first."""
        rows = self._base.execute(
            "SELECT comment FROM override WHERE question = ? AND comment != '' GROUP BY comment "
            "ORDER BY max(time) DESC, comment LIMIT ?",
            (question, most),
        )
        return [comment for (comment,) in rows]

    def count(self, table: Literal["worth_telling", "move"]) -> int:
        """How many hand-ins there are, or points that changed."""
        return int(self._base.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def points_changed(self, last: int) -> list[PointsChange]:
        """The last points that changed, oldest first."""
        newest = "SELECT * FROM move ORDER BY time DESC, pupil DESC, question DESC, place DESC LIMIT ?"
        return list(self._select(PointsChange, newest, last))[::-1]

    def versions_marked(self) -> list[tuple[str, str]]:
        """Every question that was answered, with each version of it by which an answer was marked."""
        return self._base.execute(
            "SELECT DISTINCT question, key FROM answer WHERE value IS NOT NULL ORDER BY question, key"
        ).fetchall()

    def marked_by(self, question: str, version: str, most: int) -> list[tuple[str, str]]:
        """Place and value of answers to a question that were marked by this version of it: at most so many."""
        return self._base.execute(
            "SELECT place, value FROM answer WHERE question = ? AND key = ? AND value IS NOT NULL "
            "ORDER BY place LIMIT ?",
            (question, version, most),
        ).fetchall()


def _row_of(record: Any, columns: int | None = None) -> list[Any]:
    """A record as a row: its fields, or so many of them, in their order, which is that of the columns."""
    return [_stored(getattr(record, each.name)) for each in fields(record)[:columns]]


def _stored(value: object) -> object:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return str(value) if isinstance(value, Fraction) else value


def now() -> str:
    """The time as the gradebook writes it."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def _as_sentence(error: Exception, path: Path) -> KitError:
    why = getattr(error, "strerror", None) or str(error)
    if any(words in why for words in ("readonly", "Permission", "Read-only", "unable to open")):
        return KitError(f"{path} can't be written. Choose a folder that you may write to, as in: -o marks")
    if "full" in why or "No space" in why:
        return KitError(f"the disk is full: {path} could not be written. Make room and start again; nothing is lost.")
    if isinstance(error, json.JSONDecodeError) or any(each in why for each in DAMAGED):
        return KitError(
            f"{path} is damaged, or isn't a gradebook. Move it away and start again: the kit makes a new one from the "
            "hand-ins. Points given by hand are in to-read.csv, which is kept: name it with --open."
        )
    return KitError(f"{path} can't be used: {why}. Close other programs that have it open and start again.")

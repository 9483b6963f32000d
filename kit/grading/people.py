"""Who is who: every hand-in is matched to one pupil, by its own name field, the platform's name and the roster.

Where these do not agree, the hand-in is still marked, for the likeliest pupil, and the doubt is listed for the teacher.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kit.grading.aside import aside
from kit.grading.errors import GradingError
from kit.grading.names import Placed, clean, in_order, run_together, same

COLUMNS = {
    "name": ("name", "full name", "student", "pupil", "student name"),
    "first": ("first name", "firstname", "given name", "first"),
    "last": ("surname", "last name", "lastname", "family name", "last"),
    "id": ("id", "id number", "student id", "sis user id", "number", "identifier"),
    "login": ("login", "username", "user name", "sis login id", "login id"),
    "email": ("email", "email address", "e-mail"),
}
MOST_WORDS = 8  # of a name that is looked for in the name of a file
LONGEST_ROSTER = 5_000_000  # bytes
# Names of the roster that are held against those that are not on it. More would take minutes, where nobody's name fits.
COMPARED = 100_000
TABLES = """
CREATE TABLE pupil (key TEXT PRIMARY KEY, name TEXT, id TEXT, login TEXT, email TEXT, listed INTEGER);
CREATE TABLE word (kind TEXT, word TEXT, key TEXT, UNIQUE (kind, word, key));"""


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody who handed in, or should have. `key` tells pupils apart; `listed` is true for those of the roster."""

    key: str
    name: str
    id: str = ""
    login: str = ""
    email: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Who:
    """A hand-in's pupil, and what makes one doubt it, in sentences."""

    pupil: Pupil
    doubts: tuple[str, ...] = ()


class Register:
    """All pupils, those of a roster and those that turn up. They are looked up outside of memory."""

    def __init__(self, roster: Iterable[Pupil] = ()):
        self._aside = aside(TABLES)
        for pupil in roster:
            self._add(pupil)
        (self._listed,) = self._aside.execute("SELECT count(*) FROM pupil WHERE listed").fetchone()
        self._patience = COMPARED

    def who(self, own_name: str, place: Placed, file: str) -> Who:
        """The pupil of a hand-in that gives this name of its own and lay in this place; `file` stands for a pupil whom
        nothing names."""
        own, mended = clean(own_name)
        doubts = [f"the name had {mended}"] if mended else []
        by_place = self._found(place.name, place.login)
        by_name = self._found(own, "")
        one = by_place is not None and by_place == by_name
        if own and place.name and place.platform != "folder" and not one and not _agree(own, place.name):
            doubts.append(f"the file says “{own}”, {place.platform} says “{place.name}”")
        # The platform knows who was logged in; a name in a file can be anybody's. A folder is only a folder.
        first, second = (by_place, by_name) if place.platform != "folder" else (by_name, by_place)
        pupil = first or second
        name = own or place.name
        if pupil is None and not name:
            return Who(self._new(f"without a name ({file})"), ("nothing tells whose hand-in this is",))
        if pupil is None:
            shown = place.name if place.name and place.platform not in ("", "folder", "Canvas", "nbgrader") else name
            doubts += self._not_listed(shown)
            pupil = self._new(shown)
        return Who(pupil, tuple(doubts))

    def whose(self, place: Placed, file: str, folders: bool) -> Who | None:
        """The pupil of a file that could not be read, by its place alone; None where that does not tell. With `folders`
        and without a roster a folder is somebody's.

        A platform's name for a pupil is believed as ever. A folder may be no pupil's, and a file may bear a name, as
        the one that `hand_in` writes: there only somebody who is known already is meant.
        """
        known = self._found(place.name, place.login)
        if known is None and place.name and place.platform != "folder":
            return self.who("", place, file)
        stem = file.rpartition("/")[2].rpartition(".")[0]
        known = known or self._found(stem, "") or self._in(in_order(stem))
        if known is None and place.name and folders and not self._listed:
            return self.who("", place, file)
        return Who(known) if known else None

    def _in(self, words: list[str]) -> Pupil | None:
        """The pupil whose name, of two words or more, stands among these words; the longest one first."""
        for length in range(min(len(words), MOST_WORDS), 1, -1):
            for at in range(len(words) - length + 1):
                pupils = self._called("name", " ".join(sorted(words[at : at + length])))
                if len(pupils) == 1:
                    return pupils[0]
        return None

    def _add(self, pupil: Pupil) -> Pupil:
        self._aside.execute("INSERT OR REPLACE INTO pupil VALUES (?, ?, ?, ?, ?, ?)", astuple(pupil))
        words = {("name", _words(pupil.name)), *(("together", each) for each in run_together(pupil.name) if each)}
        logins = filter(None, (pupil.login, pupil.id, pupil.email, pupil.email.partition("@")[0]))
        words |= {("login", login.casefold()) for login in logins}
        self._aside.executemany("INSERT OR IGNORE INTO word VALUES (?, ?, ?)", ((*word, pupil.key) for word in words))
        return pupil

    def _found(self, name: str, login: str) -> Pupil | None:
        """The one pupil with this login or name; None if there is none, or if there are several."""
        for word in filter(None, (login, name)):
            if pupils := self._called("login", word.casefold()):
                return pupils[0]
        if name:
            for kind, word in (("name", _words(name)), ("together", "".join(in_order(name)))):
                if len(pupils := self._called(kind, word)) == 1:
                    return pupils[0]
        return None

    def _called(self, kind: str, word: str) -> list[Pupil]:
        """The first two pupils who are called so."""
        rows = self._aside.execute(
            "SELECT pupil.* FROM word JOIN pupil USING (key) WHERE kind = ? AND word = ? ORDER BY word.rowid LIMIT 2",
            (kind, word),
        )
        return list(map(_from_row, rows))

    def _new(self, name: str) -> Pupil:
        key = f"name:{_words(name)}"
        row = self._aside.execute("SELECT * FROM pupil WHERE key = ?", (key,)).fetchone()
        return _from_row(row) if row else self._add(Pupil(key, name))

    def _not_listed(self, name: str) -> list[str]:
        if not self._listed:
            return []
        if len([each for each in self._called("name", _words(name)) if each.listed]) > 1:
            return [f"{name} stands on the roster more than once, and nothing tells which one this is"]
        near: list[str] = []
        if self._patience > 0:
            self._patience -= self._listed
            listed = self._aside.execute("SELECT name FROM pupil WHERE listed")
            near = get_close_matches(name, (each for (each,) in listed), n=1)
        return [f"{name} is not on the roster" + (f"; {near[0]} is" if near else "")]


def _words(name: str) -> str:
    """What two spellings of one name have in common; a name of signs alone, such as 🙂, is only itself."""
    return " ".join(same(name)) or name


def _from_row(row: Sequence[Any]) -> Pupil:
    key, name, id, login, email, listed = row
    return Pupil(key, name, id, login, email, bool(listed))


def _agree(one: str, other: str) -> bool:
    """Are these two ways to write one name? A shorter form, Ada for Ada Lovelace, is one."""
    first, second = set(same(one)), set(same(other))
    return first <= second or second <= first or bool(run_together(one) & run_together(other))


def read_roster(path: Path) -> tuple[Pupil, ...]:
    """The pupils of a CSV file with a column name, or first name and surname; id, login and email help if it has them.

    Raises GradingError, with the remedy, if it can't be used.
    """
    try:
        data = path.read_bytes()[:LONGEST_ROSTER]
    except OSError as error:
        raise GradingError(f"the roster {path} can't be opened: {error.strerror}. Check its name.") from None
    for encoding in ("utf-8-sig", "cp1252"):  # what a spreadsheet writes
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise GradingError(f"the roster {path} is no text. Save it from the spreadsheet as CSV (UTF-8).")
    rows = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))
    if not rows:
        raise GradingError(f"the roster {path} is empty. Its first line names the columns, such as: name,id,email")
    places = _columns([cell.strip().casefold() for cell in rows[0]])
    if not ("name" in places or {"first", "last"} <= set(places)):
        raise GradingError(
            f"the roster {path} has no column “name”, nor “first name” and “surname”. Its first line has to name them."
        )
    return _unique([pupil for row in rows[1:] if (pupil := _pupil(row, places))], path)


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _columns(head: list[str]) -> dict[str, int]:
    return {
        what: next(at for at, cell in enumerate(head) if cell in names)
        for what, names in COLUMNS.items()
        if any(cell in names for cell in head)
    }


def _pupil(row: list[str], places: dict[str, int]) -> Pupil | None:
    def cell(what: str) -> str:
        at = places.get(what, len(row))
        return clean(row[at])[0] if at < len(row) else ""

    name = cell("name") or f"{cell('first')} {cell('last')}".strip()
    if not name:
        return None
    key = cell("id") or cell("login") or cell("email") or f"name:{_words(name)}"
    return Pupil(key, name, cell("id"), cell("login"), cell("email"), listed=True)


def _unique(pupils: list[Pupil], path: Path) -> tuple[Pupil, ...]:
    seen: dict[str, Pupil] = {}
    for pupil in pupils:
        if pupil.key in seen:
            raise GradingError(
                f"the roster {path} has {pupil.name} and {seen[pupil.key].name} with nothing to tell them apart. "
                "Give each pupil an id of their own."
            )
        seen[pupil.key] = pupil
    return tuple(seen.values())

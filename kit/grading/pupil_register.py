"""Who is who: every hand-in is matched to one pupil, by its own name field, the platform's name and the roster.

Where these do not agree, the hand-in is still marked, for the likeliest pupil, and the doubt is listed for the teacher.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from difflib import get_close_matches

from kit.grading.pupil_names import PlaceInfo, clean_name, joined_spellings, name_key, name_words
from kit.grading.records import Pupil
from kit.grading.storage import class_data, temporary_database

MAX_WORDS_OF_NAME = 8  # of a name that is looked for in the name of a file
# Names of the roster that are held against those that are not on it. More would take minutes, where nobody's name fits.
MAX_NAMES_COMPARED = 100_000


@dataclass(frozen=True, slots=True)
class PupilMatch:
    """A hand-in's pupil, and what makes one doubt it, in sentences."""

    pupil: Pupil
    doubts: tuple[str, ...] = ()


class PupilRegister:
    """All pupils, those of a roster and those that turn up. They are looked up outside of memory."""

    def __init__(self, roster: Iterable[Pupil] = ()):
        self._base = temporary_database(class_data("pupil_register.sql"))
        for pupil in roster:
            self._add(pupil)
        (self._listed,) = self._base.execute("SELECT count(*) FROM pupil WHERE listed").fetchone()
        self._comparisons_left = MAX_NAMES_COMPARED

    def match(self, own_name: str, place: PlaceInfo, file: str) -> PupilMatch:
        """The pupil of a hand-in that gives this name of its own and lay in this place; `file` stands for a pupil whom
        nothing names."""
        own, mended = clean_name(own_name)
        doubts = [f"the name had {mended}"] if mended else []
        by_place = self._find(place.name, place.login)
        by_name = self._find(own, "")
        one = by_place is not None and by_place == by_name
        if own and place.name and place.platform != "folder" and not one and not _agree(own, place.name):
            doubts.append(f"the file says “{own}”, {place.platform} says “{place.name}”")
        # The platform knows who was logged in; a name in a file can be anybody's. A folder is only a folder.
        first, second = (by_place, by_name) if place.platform != "folder" else (by_name, by_place)
        pupil = first or second
        name = own or place.name
        if pupil is None and not name:
            return PupilMatch(self._new(f"without a name ({file})"), ("nothing tells whose hand-in this is",))
        if pupil is None:
            shown = place.name if place.name and place.platform not in ("", "folder", "Canvas", "nbgrader") else name
            doubts += self._not_listed(shown)
            pupil = self._new(shown)
        return PupilMatch(pupil, tuple(doubts))

    def match_by_place(self, place: PlaceInfo, file: str, folders: bool) -> PupilMatch | None:
        """The pupil of a file that could not be read, by its place alone; None where that does not tell. With `folders`
        and without a roster a folder is somebody's.

        A platform's name for a pupil is believed as ever. A folder may be no pupil's, and a file may bear a name, as
        the one that `hand_in` writes: there only somebody who is known already is meant.
        """
        known = self._find(place.name, place.login)
        if known is None and place.name and place.platform != "folder":
            return self.match("", place, file)
        stem = file.rpartition("/")[2].rpartition(".")[0]
        known = known or self._find(stem, "") or self._named_in(name_words(stem))
        if known is None and place.name and folders and not self._listed:
            return self.match("", place, file)
        return PupilMatch(known) if known else None

    def _named_in(self, words: list[str]) -> Pupil | None:
        """The pupil whose name, of two words or more, stands among these words; the longest one first."""
        for length in range(min(len(words), MAX_WORDS_OF_NAME), 1, -1):
            for at in range(len(words) - length + 1):
                pupils = self._with_word("name", " ".join(sorted(words[at : at + length])))
                if len(pupils) == 1:
                    return pupils[0]
        return None

    def _add(self, pupil: Pupil) -> Pupil:
        self._base.execute("INSERT OR REPLACE INTO pupil VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(pupil))
        words = {("name", name_key(pupil.name)), *(("together", each) for each in joined_spellings(pupil.name) if each)}
        logins = filter(None, (pupil.login, pupil.id, pupil.email, pupil.email.partition("@")[0]))
        words |= {("login", login.casefold()) for login in logins}
        self._base.executemany("INSERT OR IGNORE INTO word VALUES (?, ?, ?)", ((*word, pupil.key) for word in words))
        return pupil

    def _find(self, name: str, login: str) -> Pupil | None:
        """The one pupil with this login or name; None if there is none, or if there are several."""
        for word in filter(None, (login, name)):
            if pupils := self._with_word("login", word.casefold()):
                return pupils[0]
        if name:
            for kind, word in (("name", name_key(name)), ("together", "".join(name_words(name)))):
                if len(pupils := self._with_word(kind, word)) == 1:
                    return pupils[0]
        return None

    def _with_word(self, kind: str, word: str) -> list[Pupil]:
        """The first two pupils who are called so."""
        rows = self._base.execute(
            "SELECT pupil.* FROM word JOIN pupil USING (key) WHERE kind = ? AND word = ? ORDER BY word.rowid LIMIT 2",
            (kind, word),
        )
        return [Pupil(*row) for row in rows]

    def _new(self, name: str) -> Pupil:
        key = f"name:{name_key(name)}"
        row = self._base.execute("SELECT * FROM pupil WHERE key = ?", (key,)).fetchone()
        return Pupil(*row) if row else self._add(Pupil(key, name))

    def _not_listed(self, name: str) -> list[str]:
        if not self._listed:
            return []
        if len([each for each in self._with_word("name", name_key(name)) if each.listed]) > 1:
            return [f"{name} stands on the roster more than once, and nothing tells which one this is"]
        near: list[str] = []
        if self._comparisons_left > 0:
            self._comparisons_left -= self._listed
            listed = self._base.execute("SELECT name FROM pupil WHERE listed")
            near = get_close_matches(name, (each for (each,) in listed), n=1)
        return [f"{name} is not on the roster" + (f"; {near[0]} is" if near else "")]


def _agree(one: str, other: str) -> bool:
    """Are these two ways to write one name? A shorter form, Ada for Ada Lovelace, is one."""
    first, second = set(name_words(one)), set(name_words(other))
    return first <= second or second <= first or bool(joined_spellings(one) & joined_spellings(other))

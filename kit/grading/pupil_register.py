"""Who is known: pupils of a roster and those who turned up, found by a name, a login or what a platform calls them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from kit.grading.pupil_names import joined_spellings, name_key, name_words
from kit.grading.records import Pupil
from kit.grading.storage import class_data, temporary_database

MAX_WORDS_OF_NAME = 8  # of a name that is looked for in the name of a file
# Names of the roster that are held against those that are not on it. More would take minutes, where nobody's name fits.
MAX_NAMES_COMPARED = 100_000


class PupilRegister:
    """All pupils, those of a roster and those that turn up. They are looked up outside of memory.

    `aliases` tell whose a word is, be it a name, a folder, what a platform calls somebody ("Moodle 40012") or the place
    of a file: a pupil's name, id, login or key.
    """

    def __init__(self, roster: Iterable[Pupil] = (), aliases: Mapping[str, str] | None = None):
        self._base = temporary_database(class_data("pupil_register.sql"))
        for pupil in roster:
            self.add(pupil)
        (self.listed,) = self._base.execute("SELECT count(*) FROM pupil WHERE listed").fetchone()
        self._comparisons_left = MAX_NAMES_COMPARED
        self._aliases = bool(aliases)
        pairs = ((each, whose) for word, whose in (aliases or {}).items() for each in {_bare(word), name_key(word)})
        self._base.executemany("INSERT OR REPLACE INTO alias VALUES (?, ?)", pairs)

    def add(self, pupil: Pupil) -> Pupil:
        """Somebody more who may be meant from now on."""
        row = (pupil.key, pupil.name, pupil.id, pupil.login, pupil.email, pupil.listed, json.dumps(pupil.accounts))
        self._base.execute("INSERT OR REPLACE INTO pupil VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, pupil.surname))
        words = {("name", name_key(pupil.name)), ("in order", _in_order(pupil.name)), ("key", pupil.key)}
        words |= {("together", each) for each in joined_spellings(pupil.name) if each}
        logins = filter(None, (pupil.login, pupil.id, pupil.email, pupil.email.partition("@")[0]))
        words |= {("login", login.casefold()) for login in logins}
        words |= {("account", account.casefold()) for account in pupil.accounts}
        self._base.executemany("INSERT OR IGNORE INTO word VALUES (?, ?, ?)", ((*word, pupil.key) for word in words))
        return pupil

    def alias(self, *words: str) -> Pupil | None:
        """The pupil whose one of these words is because a person said so. A name that nobody has yet is a new pupil."""
        if not self._aliases:
            return None
        for word in (each for said in words if said for each in (_bare(said), name_key(said))):
            row = self._base.execute("SELECT pupil FROM alias WHERE word = ?", (word,)).fetchone()
            if row:
                return self.anybody(row[0]) or self.new(row[0])
        return None

    def anybody(self, word: str) -> Pupil | None:
        """The one pupil who is meant by a key, an id, a login or a name."""
        found = self._with("key", word) or self._with("login", word.casefold()) or self.by_name(word)
        return found[0] if len(found) == 1 else None

    def by_account(self, account: str, login: str) -> Pupil | None:
        """The pupil whom a platform calls so, by what the roster says of accounts and logins."""
        for kind, word in (("account", account), ("login", login)):
            if word and len(found := self._with(kind, word.casefold())) == 1:
                return found[0]
        return None

    def by_name(self, name: str) -> list[Pupil]:
        """The pupils who may be meant by a name, at most two: those called just so, or else those with the same words
        in another order, or written together as Canvas does."""
        if not name:
            return []
        joined = "".join(name_words(name))
        tries = (("in order", _in_order(name)), ("name", name_key(name)), ("together", joined))
        return next((found for each in tries if (found := self._with(*each))), [])

    def why_doubtful(self, pupil: Pupil) -> str:
        """The doubt, in a sentence, if somebody else's name has the same words in another order; "" if nobody's has."""
        others = (each for each in self._with("name", name_key(pupil.name)) if each.key != pupil.key)
        other = next(others, None)
        return f"taken as {pupil.name}; {other.name} has the same names in another order" if other else ""

    def named_in(self, words: list[str]) -> Pupil | None:
        """The pupil whose name, of two words or more, stands among these words; the longest one first."""
        for length in range(min(len(words), MAX_WORDS_OF_NAME), 1, -1):
            for at in range(len(words) - length + 1):
                pupils = self._with("name", " ".join(sorted(words[at : at + length])))
                if len(pupils) == 1:
                    return pupils[0]
        return None

    def new(self, name: str, key: str = "") -> Pupil:
        """Somebody whom nobody listed, under this key, or one made of the name if that is still free."""
        for each in (key, f"name:{name_key(name)}", f"name:{_in_order(name)}"):
            if each and not self._with("key", each):
                return self.add(Pupil(each, name))
        number = 2
        while self._with("key", f"name:{name_key(name)} {number}"):
            number += 1
        return self.add(Pupil(f"name:{name_key(name)} {number}", name))

    def why_not_listed(self, name: str) -> str:
        """Why nobody on the roster is meant by a name, in a sentence; "" if there is no roster."""
        if not self.listed:
            return ""
        if len([each for each in self._with("name", name_key(name)) if each.listed]) > 1:
            return f"{name} is on the roster more than once, and nothing shows which one this is"
        near: list[str] = []
        if self._comparisons_left > 0:
            self._comparisons_left -= self.listed
            listed = self._base.execute("SELECT name FROM pupil WHERE listed")
            near = get_close_matches(name, (each for (each,) in listed), n=1)
        return f"{name} is not on the roster" + (f"; {near[0]} is" if near else "")

    def _with(self, kind: str, word: str) -> list[Pupil]:
        """The first two pupils who are called so."""
        rows = self._base.execute(
            "SELECT pupil.* FROM word JOIN pupil USING (key) WHERE kind = ? AND word = ? ORDER BY word.rowid LIMIT 2",
            (kind, word),
        )
        return [
            Pupil(key, name, id, login, email, listed, tuple(json.loads(accounts)), surname=surname)
            for key, name, id, login, email, listed, accounts, surname in rows
        ]


def _in_order(name: str) -> str:
    return " ".join(name_words(name)) or name


def _bare(word: str) -> str:
    """A word as aliases are held against it: case and blanks at the ends don't count."""
    return word.strip().casefold()

"""Whose is it? From what all files together tell, each hand-in gets one pupil, and what is not certain becomes a doubt.

A platform's own number, or a folder, tells two pupils apart; a name is a label. What a file says of itself can be
written by anybody: it names a pupil only where nothing else does, and never against the account in which it lay.
Everything is worked out anew from the gradebook each time, so a roster or an alias that comes later settles old doubts.
"""

from __future__ import annotations

from collections.abc import Mapping

from kit.grading.accounts import CLAIM, NOBODY, NOT_LISTED, ODD_FILE, OTHER_NAME, TWO, TWO_TRIES, Accounts, FileEvidence
from kit.grading.gradebook import Gradebook
from kit.grading.layouts import last_of
from kit.grading.pupil_names import agree, name_words
from kit.grading.pupil_register import PupilRegister
from kit.grading.records import Pupil


def assign_owners(book: Gradebook, aliases: Mapping[str, str] | None = None) -> None:
    """Give every hand-in of a gradebook to its pupil, and write down what only a person can settle.

    `aliases` come from course.toml and go before those of the gradebook.
    """
    with book.transaction():
        _Owners(book, {**book.owners.aliases(), **(aliases or {})}).assign()


class _Owners:
    def __init__(self, book: Gradebook, aliases: Mapping[str, str]):
        self._book = book
        self._records, self._aliases = book.owners, aliases
        self._register = PupilRegister((each for each in book.pupils() if each.listed), aliases)
        self._accounts = Accounts(book.owners, self._register)

    def assign(self) -> None:
        self._records.clear_doubts()
        for word, whose in self._aliases.items():
            if self._register.anybody(whose) is None and (why := self._register.why_not_listed(whose)):
                self._records.add_doubt(NOT_LISTED, why, "", f"the alias “{word}”")
        self._accounts.find_owners()
        for file, owner in self._accounts.files():
            self._give(file, owner)
        self._name_two_tries()
        self._records.doubt_flags(ODD_FILE)
        went = "SELECT min(before), min(after) FROM changed_hands GROUP BY before HAVING count(*) = 1"
        for before, after in self._accounts.base.execute(went).fetchall():
            self._records.follow(before, after)

    def _give(self, file: FileEvidence, owner: str | None) -> None:
        """Write down whose a file is, and what is doubtful about that."""
        counts = True
        pupil = self._register.alias(file.place)
        if pupil is None and owner is not None:
            pupil = self._register.anybody(owner)
            counts = self._is_their_own(file, pupil) if pupil else True
        elif pupil is None:
            pupil = self._of_no_account(file)
            counts = not pupil or self._is_free(file, pupil)
        if pupil is None and file.form == "other":
            self._records.drop(file.place)
            return
        if pupil:
            self._book.add_pupils([pupil])
        self._records.give_to(file.place, pupil.key if pupil else None, counts)
        if pupil and file.before and file.before != pupil.key:
            row = (file.before, pupil.key)
            self._accounts.base.execute("INSERT OR IGNORE INTO changed_hands VALUES (?, ?)", row)

    def _is_their_own(self, file: FileEvidence, owner: Pupil) -> bool:
        """Does what a file says of itself go with the account in which it lay? If it has the name of somebody else, it
        counts for nobody."""
        if not file.own or agree(file.own, owner.name) or self._register.alias(file.own) == owner:
            return True
        where = (
            f"the folder {last_of(file.account.removeprefix('folder '))}"
            if file.platform == "folder"
            else file.platform
        )
        others = [told] if (told := self._register.alias(file.own)) else self._register.by_name(file.own)
        if others:
            said = (
                f"it says it is from {others[0].name}, but it came from {owner.name} ({where}); it counts for neither"
            )
            self._records.add_doubt(CLAIM, said, file.place, file.place)
            return False
        if file.platform == "folder" or agree(file.own, file.label):
            return True
        self._records.add_doubt(
            OTHER_NAME, f"the file says “{file.own}”, {where} says “{file.label}”", file.own, file.place
        )
        return True

    def _is_free(self, file: FileEvidence, pupil: Pupil) -> bool:
        """May a file in nobody's folder be this pupil's? Not if the pupil has a folder with answers to the unit."""
        if not file.account:
            return True
        units = set(file.units.split(","))
        if not any(units & self._accounts.seen_in(each)[0] for each in self._accounts.folders_of(pupil)):
            return True
        said = f"it says it is from {pupil.name}, who has another folder; it does not count"
        self._records.add_doubt(CLAIM, said, file.place, file.place)
        return False

    def _of_no_account(self, file: FileEvidence) -> Pupil | None:
        """The pupil of a file that lay in nobody's folder: by the name that it has, or that of the file."""
        name = file.own or (file.label if file.platform not in ("", "folder") else "")
        if name:
            pupil = self._register.alias(name) or self._one_called(name, file)
            if file.form == "hand-in" and not file.account:
                rows = ((pupil.key, unit, name, file.place) for unit in file.units.split(","))
                self._accounts.base.executemany("INSERT INTO flat VALUES (?, ?, ?, ?)", rows)
            return pupil
        stem = file.place.rpartition("/")[2].rpartition(".")[0]
        unread = file.form in ("", "other", "report")  # it earns nothing, so a guess does no harm
        known = (
            self._register.alias(stem)
            or (self._register.anybody(stem) if unread else self._accounts.named_as(stem))
            or self._register.named_in(name_words(stem.replace(",", " ")))
        )
        if known or unread:
            return known
        self._records.add_doubt(NOBODY, "nothing shows whose hand-in this is", file.place, file.place)
        return self._register.new(f"without a name ({file.place})")

    def _one_called(self, name: str, file: FileEvidence) -> Pupil:
        found = self._register.by_name(name)
        if len(found) == 1 and " ".join(name_words(found[0].name)) == " ".join(name_words(name)):
            if why := self._register.why_doubtful(found[0]):
                self._records.add_doubt(TWO, why, name, file.place)
            return found[0]
        if len(found) == 1 and (
            found[0].listed or self._accounts.has_account(found[0]) or len(set(name_words(name))) < 2
        ):
            return found[0]
        if len(found) == 1:  # the same words in another order, and nothing but names to go by
            said = f"“{name}” and “{found[0].name}” may be one pupil or two; taken as two"
            self._records.add_doubt(TWO, said, name, file.place)
        elif why := self._register.why_not_listed(name):
            self._records.add_doubt(TWO if found else NOT_LISTED, why, name, file.place)
        elif found:
            self._records.add_doubt(
                TWO, f"there are several called {name}, and nothing shows which one this is", file.place, file.place
            )
        before = file.before or ""
        return self._register.new(name, before if before.startswith("name:") else "")

    def _name_two_tries(self) -> None:
        """Files that came alone, of one name and unit, are tries of one pupil, or two pupils."""
        rows = self._accounts.base.execute(
            "SELECT name, place FROM flat JOIN (SELECT pupil, unit FROM flat GROUP BY pupil, unit "
            "HAVING count(*) > 1) USING (pupil, unit) GROUP BY place ORDER BY place"
        )
        for name, place in rows.fetchall():
            said = f"several files say “{name}”; taken as tries by one pupil"
            self._records.add_doubt(TWO_TRIES, said, "", place)

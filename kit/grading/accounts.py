"""Whose an account is: a platform's number, or a folder, with all the files that came under it.

First by what a person said and the roster has; then by a name that goes with the account; what is left, by the one name
in its files that is nobody else's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kit.grading.layouts import last_of, read_place
from kit.grading.owner_records import OwnerRecords
from kit.grading.pupil_names import agree, clean_name, is_login_of, name_key, name_words
from kit.grading.pupil_register import PupilRegister
from kit.grading.records import Pupil
from kit.grading.storage import class_data, temporary_database

# How much a doubt matters: whose marks are at stake, then what is only odd.
CLAIM, TWO, NOBODY, NOT_LISTED, OTHER_NAME, ODD_FILE, TWO_TRIES = range(7)
NUMBERED_FOR_GOOD = ("Canvas", "nbgrader")  # platforms that call a pupil the same in every assignment
MIN_ID_DIGITS = 4  # of an id by which a folder may be called
MAX_NAMES = 20  # of one account that are looked at


class Account(NamedTuple):
    """What the files of one account have in common; `label` is its name for people."""

    account: str
    platform: str
    login: str
    label: str
    opened: int
    before: str | None

    @property
    def is_named(self) -> bool:
        """Does the platform call it by the name of a person?"""
        return self.platform not in ("folder", "nbgrader", "Google Classroom") and not self.label.endswith(self.login)


class FileEvidence(NamedTuple):
    """What one file tells."""

    place: str
    account: str
    platform: str
    login: str
    label: str
    folder: str
    own: str
    source: str
    units: str
    form: str
    opened: int
    before: str | None


class Accounts:
    """What all files tell of whose they are, by account, and the owners that were found."""

    def __init__(self, records: OwnerRecords, register: PupilRegister):
        self._records, self.register = records, register
        self.base = temporary_database(class_data("owners.sql"))

    def find_owners(self) -> None:
        """Read what files tell, and find the owner of every account that has one."""
        self.gather()
        for decide in (self._by_what_is_known, self._by_the_list, self._by_a_name_that_fits, self._by_what_is_left):
            for account in self._open_accounts():
                if pupil := decide(account):
                    self.base.execute("INSERT INTO owner VALUES (?, ?)", (account.account, pupil.key))

    def files(self) -> Iterator[tuple[FileEvidence, str | None]]:
        """Every file in the order of its place, with the key of its account's owner."""
        rows = self.base.execute(
            "SELECT evidence.*, owner.pupil FROM evidence LEFT JOIN owner USING (account) ORDER BY place"
        )
        return ((FileEvidence(*row[:-1]), row[-1]) for row in rows)

    def gather(self) -> None:
        """Read what each file tells into a table. A platform's layout in somebody's own folder is only a name."""
        for place, form, opened, source, own, units, before in self._records.evidence():
            info, (name, mended) = read_place(place), clean_name(own)
            if mended:
                self._records.add_doubt(OTHER_NAME, f"the name had {mended}", "", place)
            account, platform, login, label = info.account, info.platform, info.login, info.name
            if login and (owner := self._known_folder(info.folder)):
                account, platform, login, label = f"folder {owner}", "folder", "", last_of(owner)
            who = account, platform, login, label
            row = FileEvidence(place, *who, info.folder, name, source, units, form, opened, before)
            self.base.execute(f"INSERT INTO evidence VALUES ({', '.join('?' * len(row))})", row)

    def _known_folder(self, folder: str) -> str:
        """The outermost folder around a place that is named as somebody on the roster is."""
        parts = folder.split("/") if folder else []
        for at in range(len(parts)):
            whole = "/".join(parts[: at + 1])
            if self.register.alias(whole) or self._listed_as(last_of(whole)):
                return whole
        return ""

    def named_as(self, word: str) -> Pupil | None:
        """The pupil after whom a file or a folder is named. One called 3 is rather that of a unit or a class."""
        return None if word.isdecimal() and len(word) < MIN_ID_DIGITS else self.register.anybody(word)

    def _listed_as(self, folder: str) -> Pupil | None:
        known = self.named_as(folder)
        return known if known and known.listed else None

    def _open_accounts(self) -> Iterator[Account]:
        """The accounts of which nobody is the owner yet, those that had one before first."""
        rows = self.base.execute(
            "SELECT account, min(platform), min(login), min(label), max(opened), min(before) FROM evidence "
            "WHERE account != '' AND account NOT IN (SELECT account FROM owner) "
            "GROUP BY account ORDER BY min(before) IS NULL, min(before), min(place)"
        ).fetchall()
        return (Account(*row) for row in rows)

    def _names(self, account: Account) -> list[str]:
        """The different names that the files of an account have of their own, the commonest first."""
        rows = self.base.execute(
            "SELECT own FROM evidence WHERE account = ? AND own != '' GROUP BY own ORDER BY count(*) DESC, own LIMIT ?",
            (account.account, MAX_NAMES),
        )
        names: list[str] = []
        for (name,) in rows:
            if not any(agree(name, other) for other in names):
                names.append(name)
        return names

    # Whose an account is

    def _by_what_is_known(self, account: Account) -> Pupil | None:
        """By what a person said, or the roster has of accounts, and of logins, by which a folder may be called."""
        told = self.register.alias(account.account, account.account.removeprefix("folder "), account.label)
        if told or (known := self.register.by_account(account.account, account.login)):
            return told or known
        called = self.register.by_account("", account.label)
        return called if called == self._by_the_list(account) else None

    def _by_the_list(self, account: Account) -> Pupil | None:
        """By the roster, after the logins: anybody may give a folder somebody's name."""
        known = self._listed_as(account.label) if account.platform in ("folder", "nbgrader") else None
        return known if known and not self._taken(known, account) else None

    def _by_a_name_that_fits(self, account: Account) -> Pupil | None:
        """By the platform's name for it, or one of its own that goes with the name of the folder."""
        names = self._names(account)
        if account.is_named:
            return self._called(account, self._without_group(account.label, names), names)
        fits = [name for name in names if agree(name, account.label) or is_login_of(account.label, name)]
        if fits:
            return self._called(account, fits[0], fits)
        return None

    def _by_what_is_left(self, account: Account) -> Pupil | None:
        """By the one name that its files have and nobody else's account; without any, it is somebody of its own name.
        A folder with several is a group's, and nobody's."""
        names = self._names(account)
        left = [name for name in names if not any(self.has_account(each) for each in self.register.by_name(name))]
        if left:
            return self._called(account, left[0], names) if len(left) == 1 or account.login else None
        is_name = len(name_words(account.label)) > 1 and not any(letter.isdigit() for letter in account.label)
        if account.login or (is_name and names) or (not names and account.opened and not self.register.listed):
            return self._called(account, account.label, names)
        return self._called(account, names[0], names) if len(names) == 1 else None

    def _called(self, account: Account, name: str, own: list[str]) -> Pupil | None:
        """The pupil of that name, if it is not somebody else's who has it too; or a new one."""
        shown = name
        if account.platform == "Canvas":  # which writes names together
            shown = next((each for each in own if agree(each, name)), name)
        found = self.register.by_name(name)
        if len(found) == 1 and not (other := self._taken(found[0], account)):
            if found[0].listed and (why := self.register.why_doubtful(found[0])):
                self._doubt(TWO, why, account)
            return found[0]
        if len(found) == 1 and (found[0].listed or account.platform == "folder"):
            whose = f"{self._in_words(account.account)} and {self._in_words(other)}"
            self._doubt(TWO, f"{whose} are both called {found[0].name}; taken for two pupils", account)
        elif len(found) != 1 and (why := self.register.why_not_listed(shown)):
            self._doubt(TWO if found else NOT_LISTED, why, account)
        return self.register.new(shown, self._key_before(account))

    def _key_before(self, account: Account) -> str:
        before = account.before or ""
        return before if before.startswith("name:") else ""

    def _without_group(self, label: str, names: list[str]) -> str:
        """A platform's name without that of a group in front of it, if then it is somebody's."""
        own = {name_key(name) for name in names}
        if name_key(label) in own or self.register.by_name(label):
            return label
        parts = label.split("-")
        rests = ("-".join(parts[at:]).strip() for at in range(1, len(parts)))
        return next((rest for rest in rests if name_key(rest) in own or self.register.by_name(rest)), label)

    def _taken(self, pupil: Pupil, account: Account) -> str:
        """The account of a pupil that can't be the same person's as this one; "" if there is none."""
        for (other,) in self.base.execute("SELECT account FROM owner WHERE pupil = ?", (pupil.key,)).fetchall():
            if other.partition(" ")[0] != account.account.partition(" ")[0]:
                continue  # of another platform
            if account.platform in NUMBERED_FOR_GOOD:
                return str(other)
            if account.platform == "folder" and last_of(other) == last_of(account.account):
                continue
            mine, theirs = self.seen_in(account.account), self.seen_in(other)
            if (mine[0] & theirs[0]) or (not (mine[0] and theirs[0]) and mine[1] & theirs[1]):
                return str(other)
        return ""

    def folders_of(self, pupil: Pupil) -> list[str]:
        """The folders of which a pupil is the owner."""
        rows = self.base.execute("SELECT account FROM owner WHERE pupil = ? AND account LIKE 'folder %'", (pupil.key,))
        return [account for (account,) in rows.fetchall()]

    def seen_in(self, account: str) -> tuple[set[str], set[str]]:
        """The units that the files of an account are for, and the folders or zips from which they came."""
        rows = self.base.execute("SELECT units, source FROM evidence WHERE account = ?", (account,)).fetchall()
        return {unit for units, _ in rows for unit in units.split(",") if unit}, {source for _, source in rows}

    def has_account(self, pupil: Pupil) -> bool:
        """Is a pupil the owner of any account?"""
        return bool(self.base.execute("SELECT 1 FROM owner WHERE pupil = ?", (pupil.key,)).fetchone())

    def _doubt(self, rank: int, said: str, account: Account) -> None:
        places = self.base.execute("SELECT place FROM evidence WHERE account = ?", (account.account,)).fetchall()
        for (place,) in places:
            self._records.add_doubt(rank, said, account.account.removeprefix("folder "), place)

    @staticmethod
    def _in_words(account: str) -> str:
        return f"the folder {account[7:]}" if account.startswith("folder ") else account

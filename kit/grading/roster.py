"""The pupils of a class, out of a table that a spreadsheet or a platform has saved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kit.errors import KitError
from kit.grading.layouts import participant
from kit.grading.pupil_names import clean_name, name_key
from kit.grading.records import Pupil
from kit.grading.storage import class_data
from kit.grading.tables import read_rows
from kit.toml import load_toml

POINTS_POSSIBLE = "points possible"  # the row of a Canvas gradebook below its head, which is nobody
TEST_PUPIL = "student, test"  # whom Canvas puts into every class, without a login
CANVAS, MOODLE = "Canvas {}", "Moodle {}"


def read_roster(path: Path) -> tuple[Pupil, ...]:
    """The pupils of a table: one with a column name, or first name and surname, and id, login and email if it has them;
    the gradebook of Canvas; the grading worksheet of Moodle; or a bare list of names.

    Raises KitError, with the remedy, if it can't be used.
    """
    rows = [row for _, row in read_rows(path, f"the roster {path}") if any(cell.strip() for cell in row)]
    if not rows:
        raise KitError(f"the roster {path} is empty. Its first line names the columns, such as: name,id,email")
    columns = _columns(rows[0])
    body = rows[1:]
    if not ("name" in columns or {"first", "last"} <= columns.keys() or "participant" in columns):
        if len({len(row) for row in rows}) > 1 or len(rows[0]) > 1 or "\ufffd" in rows[0][0]:
            raise KitError(
                f"the roster {path} has no column “name”, and no “first name” and “surname”. Its first line has to "
                "name them."
            )
        columns, body = {"name": 0}, rows  # a bare list of names
    found: dict[str, Pupil] = {}
    for row in body:
        pupil = _pupil({what: clean_name(row[at])[0] for what, at in columns.items() if at < len(row)})
        if pupil and pupil.key in found:
            raise KitError(
                f"the roster {path} has {pupil.name} and {found[pupil.key].name} with nothing to tell them apart. "
                "Give each pupil an id of their own."
            )
        if pupil:
            found[pupil.key] = pupil
    return tuple(found.values())


def _columns(head: Sequence[str]) -> dict[str, int]:
    """Which column is what, by its heading, the best one first. In a Canvas gradebook “ID” is Canvas's own."""
    titles = [re.sub(r"\s*[(\[].*[)\]]$", "", cell.strip().casefold()) or cell.strip().casefold() for cell in head]
    whole = [cell.strip().casefold() for cell in head]
    columns = {}
    for what, names in load_toml(class_data("roster.toml"), "roster.toml").items():
        tries = (shown.index(name) for name in names for shown in (whole, titles) if name in shown)
        if (at := next(tries, None)) is not None:
            columns[what] = at
    if "sis user id" in whole or "sis login id" in whole:
        if "id" in whole:
            columns["canvas"] = whole.index("id")
        if columns.get("id") == columns.get("canvas"):
            columns.pop("id", None)
    return columns


def _pupil(cells: Mapping[str, str]) -> Pupil | None:
    id, login, email = (cells.get(what, "") for what in ("id", "login", "email"))
    accounts = []
    if canvas := cells.get("canvas", ""):
        accounts.append(CANVAS.format(canvas))
    # Moodle writes “Participant 40012”; in some languages the head of that column is the one of an id elsewhere.
    if number := participant(cells.get("participant", "")) or participant(id):
        accounts.append(MOODLE.format(number))
        id = "" if participant(id) else id
    name = cells.get("name") or f"{cells.get('first', '')} {cells.get('last', '')}".strip()
    if name.casefold().strip() == POINTS_POSSIBLE or (name.casefold() == TEST_PUPIL and not (id or login)):
        return None
    name = name or (cells.get("participant", "") if accounts else "")
    if not name:
        return None
    key = id or login or email or (accounts[0] if accounts else "") or f"name:{name_key(name)}"
    return Pupil(key, name, id, login, email, listed=True, accounts=tuple(accounts), surname=cells.get("last", ""))


def as_known(roster: Iterable[Pupil], known: Iterable[Pupil]) -> list[Pupil]:
    """A roster in which somebody who stood on an earlier one keeps the key: by id, login, email, or else by a name that
    is nobody else's on either. What platforms call them is kept from both."""
    words: dict[str, set[str]] = {}
    there = {pupil.key: pupil for pupil in known if pupil.listed}
    for pupil in there.values():
        for word in _words(pupil):
            words.setdefault(word, set()).add(pupil.key)
    made: dict[str, Pupil] = {}
    for pupil in roster:
        keys = next((found for word in _words(pupil) if (found := words.get(word, set()))), set())
        old = there[next(iter(keys))] if len(keys) == 1 else None
        if old and old.key not in made:
            pupil = replace(pupil, key=old.key, accounts=tuple(dict.fromkeys((*old.accounts, *pupil.accounts))))
        made[pupil.key] = pupil
    return list(made.values())


def _words(pupil: Pupil) -> list[str]:
    """By what somebody is known again, the surest first."""
    kinds = (("id", pupil.id), ("login", pupil.login), ("email", pupil.email), ("name", name_key(pupil.name)))
    return [f"{kind} {word.casefold()}" for kind, word in kinds if word]

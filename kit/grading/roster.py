"""The pupils of a class, out of a table that a spreadsheet or a platform has saved."""

from __future__ import annotations

from pathlib import Path

from kit.errors import KitError
from kit.grading.pupil_names import clean_name, name_key
from kit.grading.records import Pupil
from kit.grading.storage import class_data
from kit.grading.tables import read_rows
from kit.toml import load_toml


def read_roster(path: Path) -> tuple[Pupil, ...]:
    """The pupils of a CSV file with a column name, or first name and surname; id, login and email help if it has them.

    Raises KitError, with the remedy, if it can't be used.
    """
    rows = read_rows(path, f"the roster {path}")
    _, head = next(rows, (0, []))
    if not head:
        raise KitError(f"the roster {path} is empty. Its first line names the columns, such as: name,id,email")
    titles = [cell.strip().casefold() for cell in head]
    columns = {
        what: next(at for at, title in enumerate(titles) if title in names)
        for what, names in load_toml(class_data("roster.toml"), "roster.toml").items()
        if not set(names).isdisjoint(titles)
    }
    if not ("name" in columns or {"first", "last"} <= set(columns)):
        raise KitError(
            f"the roster {path} has no column “name”, nor “first name” and “surname”. Its first line has to name them."
        )
    found: dict[str, Pupil] = {}
    for _, row in rows:
        if pupil := _pupil({what: clean_name(row[at])[0] for what, at in columns.items() if at < len(row)}):
            if pupil.key in found:
                raise KitError(
                    f"the roster {path} has {pupil.name} and {found[pupil.key].name} with nothing to tell them apart. "
                    "Give each pupil an id of their own."
                )
            found[pupil.key] = pupil
    return tuple(found.values())


def _pupil(cells: dict[str, str]) -> Pupil | None:
    name = cells.get("name") or f"{cells.get('first', '')} {cells.get('last', '')}".strip()
    if not name:
        return None
    id, login, email = (cells.get(what, "") for what in ("id", "login", "email"))
    return Pupil(id or login or email or f"name:{name_key(name)}", name, id, login, email, listed=True)

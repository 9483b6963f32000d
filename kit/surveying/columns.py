"""Which column of a table holds the text, its name, its outlet and its date: as somebody says, or guessed and told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Any

from kit.errors import did_you_mean
from kit.surveying.text_records import SurveyError
from kit.toml import load_toml

FILE = "columns.toml"
KNOWN: dict[str, Any] = load_toml(files("kit.surveying").joinpath(FILE).read_bytes(), FILE)
PLACES = ("text", "id", "outlet", "date")  # an option of the command is called like each of them


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that were asked for, or of one table those that are used; "" where there is none."""

    text: str = ""
    id: str = ""
    outlet: str = ""
    date: str = ""
    title: str = ""

    def in_words(self) -> str:
        """What is read from where, for whoever wants to check the guess."""
        told = [
            f"the {each.name} from “{getattr(self, each.name)}”" for each in fields(self) if getattr(self, each.name)
        ]
        missing = [name for name in ("outlet", "date") if not getattr(self, name)]
        return ", ".join(told) + (f"; no column for the {' or the '.join(missing)}" if missing else "")


def choose(asked: Columns, there: Sequence[str], where: str) -> Columns:
    """The columns of one table. Raises SurveyError if one that was asked for is missing, or none holds the text."""
    plain = {name.strip().lower().replace("-", "_").replace(" ", "_"): name for name in reversed(there)}
    chosen: dict[str, str] = {}
    for place in (*PLACES, "title"):
        wanted = getattr(asked, place)
        if wanted and wanted not in there:
            raise SurveyError(
                f"{where} has no column “{wanted}”. {did_you_mean(wanted, there)}It has: {', '.join(there)}."
            )
        chosen[place] = wanted or next((plain[name] for name in KNOWN[place] if name in plain), "")
    if not chosen["text"]:
        raise SurveyError(
            f"{where} has no column that looks like the text. It has: {', '.join(there) or 'none'}. Say which one it "
            "is, as in: --text COLUMN"
        )
    if chosen["title"] == chosen["text"]:
        chosen["title"] = ""
    return Columns(**chosen)


def taken(row: Mapping[str, Any], columns: Columns, place: str) -> str:
    """What a row has in the column for a place, as words; "" where there is nothing."""
    value = row.get(getattr(columns, place)) if getattr(columns, place) else None
    return "" if value is None else str(value).strip()

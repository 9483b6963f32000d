"""What lessons show and play with, as data: the files of kit/data/lessons."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from kit.errors import KitError, did_you_mean, type_in_words
from kit.toml import load_toml


@cache
def lesson_file(name: str) -> str:
    """The text of a file in kit/data/lessons."""
    return files("kit").joinpath("data", "lessons", name).read_text(encoding="utf-8")


@cache
def lesson_tables(name: str) -> dict[str, Any]:
    """The tables of NAME.toml in kit/data/lessons."""
    return load_toml(lesson_file(f"{name}.toml"), f"{name}.toml")


def entry(file: str, name: object, asked_by: str) -> Any:
    """One table of a file, by its name. Raises KitError, with the names there are, if there is none; `asked_by` is the
    function that a pupil called.

    >>> entry("charts", "courier", "show_chart")["start"]
    0
    """
    there = lesson_tables(file)
    if isinstance(name, str) and name in there:
        return there[name]
    example = next(iter(there))
    if not isinstance(name, str) or not name:
        given = "" if name == "" else f", not {type_in_words(name)}"
        raise KitError(f'{asked_by} needs a name in quotation marks{given}, as in {asked_by}("{example}").')
    raise KitError(
        f'{asked_by} knows nothing called "{name}". {did_you_mean(name, there)}The names are: {", ".join(there)}.'
    )

"""What the views say and how it looks, from wording.toml: rungs, marks, verdicts, and the questions asked of a text.

A rung of the ladder is told apart in three ways, so that it is legible on a screen, in grey print and for colour-blind
readers: by its name, by its shade (dark where the reader is told much, white where nothing is told) and by its pattern.
Each verdict has a line of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from kit.finding import Differ, Kind, Level, Verdict, What
from kit.toml import load_toml
from kit.views.palette import SHADES, Fill

FILE = "wording.toml"
WORDING = load_toml(files("kit.views").joinpath(FILE).read_bytes(), FILE)


@dataclass(frozen=True, slots=True)
class Rung:
    """One level. `steps` are four small boxes, one filled for each step up; `fill` is how a picture shows it."""

    name: str
    meaning: str
    steps: str
    fill: Fill


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How one part of a finding is shown: `name` and `meaning` in the legend, `asks` before the words in the list."""

    name: str
    meaning: str
    asks: str
    tag: str
    brackets: tuple[str, str]


@dataclass(frozen=True, slots=True)
class VerdictStyle:
    """A verdict: what it is called and what it means, and how thick and in what dashes its line is drawn."""

    name: str
    meaning: str
    width: float
    dashes: Any


@dataclass(frozen=True, slots=True)
class Section:
    """One of the questions that the kit asks of a text, and what is said about the findings that answer it.

    `letter` stands before the numbers of its findings where those of several questions stand together.
    """

    key: str
    letter: str
    title: str
    kind: str
    phenomenon: str
    thing: str
    about: str
    none: str


def fill_of(shade: str, ink: str = "white", hatch: str = "", **others: str) -> Fill:
    return Fill(SHADES[shade], SHADES[ink], hatch)


RUNGS: dict[Level, Rung] = {
    level: Rung(row["name"], row["meaning"], row["steps"], fill_of(**row)) for level, row in WORDING["rungs"].items()
}
OVERLAPS: dict[str, tuple[Fill, str]] = {
    kind: (fill_of(**row), row["means"]) for kind, row in WORDING["overlap"].items()
}
ORDER: dict[Level, int] = {level: number for number, level in enumerate(RUNGS)}
DISCLOSURE_NAMES: dict[What, str] = WORDING["disclosures"]
# The marks of the rungs are called as in style sheets, where no name has an underscore.
RUNG_MARKS = {
    level.replace("_", "-"): MarkStyle(rung.name, f"{rung.steps} {rung.meaning}", "Who", "b", ("[", "]"))
    for level, rung in RUNGS.items()
}
MARKS: dict[str, MarkStyle] = {}  # from the outside in
for _name, _row in WORDING["marks"].items():
    MARKS |= RUNG_MARKS if _name == "source" else {}
    MARKS[_name] = MarkStyle(**_row)
LEGEND = ("source", "cue", "content", "euphemism", "passage", "differs", *RUNG_MARKS, "mentioned", "place")
VERDICTS: dict[Verdict, VerdictStyle] = {
    verdict: VerdictStyle(**row | {"dashes": (0, row["dashes"]) if row["dashes"] else "solid"})
    for verdict, row in WORDING["verdicts"].items()
}
TYPES: dict[Differ, str] = WORDING["types"]
FACT_QUESTIONS: dict[Kind, str] = WORDING["facts"]
SENTENCES: dict[str, str] = WORDING["sentences"]
SECTIONS = tuple(Section(**row) for row in WORDING["sections"])

"""The first page of a site, with its scripts: the units, how long they take, a teacher's note."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from kit.making.edition import version
from kit.making.packing import File
from kit.questions.question import Unit
from kit.views.palette import custom_properties
from kit.views.prose import prose
from kit.views.rendering import page_style

ABOUT_MINUTES = re.compile(r"about (\d+) minutes")  # as each lesson tells it in its first cell
AS_THEY_ARE = ("start.js", "lab.js", "service-worker.js", "icon.svg")


@dataclass(frozen=True, slots=True)
class Link:
    """A notebook to open: where it is, what the link says, and how long it takes."""

    path: str
    words: str
    minutes: int


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit as the first page shows it; `about` is HTML."""

    name: str
    number: str
    title: str
    about: str
    questions: list[str]
    links: list[Link]


def page(units: Sequence[Unit], contents: Iterable[File], note: str, draws: bool) -> Iterator[File]:
    """The files of the first page. `contents` are the notebooks that can be opened, `note` is Markdown."""
    notebooks = {file.name: file.content for file in contents if file.name.endswith(".ipynb")}
    facts = {"app": metadata.version("jupyterlite-core"), "draws": draws}
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    html = made.from_string(_text("index.html")).render(
        style=page_style(_text("start.css")),
        units=[_entry(unit, notebooks) for unit in units],
        note=prose(note) if note.strip() else "",
        version=version(),
        facts=json.dumps(facts),
    )
    yield File("index.html", html.encode())
    yield File("lab.css", (custom_properties(":root") + _text("lab.css")).encode())
    yield from (File(name, _text(name).encode()) for name in AS_THEY_ARE)


def _entry(unit: Unit, notebooks: dict[str, bytes]) -> UnitCard:
    lesson, exercise = f"notebooks/{unit.name}.ipynb", f"exercises/{unit.name}.ipynb"
    links = [Link(lesson, "Lesson", minutes_of(notebooks[lesson]))] if lesson in notebooks else []
    links += [Link(exercise, "Exercise", unit.minutes)] if exercise in notebooks else []
    return UnitCard(unit.name, unit.number, unit.title, prose(unit.about), [q.id for q in unit.questions], links)


def minutes_of(notebook: bytes) -> int:
    """How long a lesson takes, as it tells itself; 0 if it doesn't.

    >>> minutes_of(b'{"cells": [{"cell_type": "markdown", "source": ["You need about 60 minutes."]}]}')
    60
    """
    cells = json.loads(notebook)["cells"]
    prose_cells = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    found = next((found for each in prose_cells if (found := ABOUT_MINUTES.search(each))), None)
    return int(found[1]) if found else 0


def _text(name: str) -> str:
    return files("kit.site").joinpath("page", name).read_text(encoding="utf-8")

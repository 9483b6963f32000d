"""A hundred reports of three papers, to ask one question of: drawn by lot, counted, and drawn again."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from random import Random
from typing import Any

from kit.errors import KitError, type_in_words
from kit.find import find_everything
from kit.lessons.lesson_files import lesson_file
from kit.surveying.accuracy import accuracy
from kit.surveying.columns import Columns
from kit.surveying.counting import Row, look_at
from kit.surveying.figures import Estimate, told
from kit.surveying.groups import Group, add_up
from kit.surveying.inputs import open_inputs
from kit.surveying.pictures import draw_intervals, figure_named
from kit.surveying.result import result_of
from kit.surveying.sheets import compared_sheet
from kit.text import read
from kit.views.highlight import Highlight, highlight
from kit.views.picture import Picture
from kit.views.sheet import Sheet

FILE = "hundred-reports.jsonl"
SAMPLES = 10
ASKED = "unnamed_stories"
NOTE = "Drawn by lot. Run the cell again to draw others."
SIZES = (10, 20, 40, 80)  # of a sample, to choose from


def hundred_reports() -> Path:
    """The file with the hundred reports of lesson 8: one a line, with its paper and its day.

    Papers, towns and people are invented. Twelve reports are the beginnings of practice texts, the others were put
    together from building blocks; each line says from which.
    """
    with as_file(files("kit").joinpath("data", "lessons", FILE)) as path:
        return path


def reports() -> list[dict[str, Any]]:
    return [json.loads(line) for line in lesson_file(FILE).splitlines()]


def draw_lots(number: int = 5, lot: int | None = None) -> Sheet:
    """Some of the hundred reports, drawn by lot, to read and to count by hand.

    Takes how many, and a number for the lot if the same ones are wanted again; gives a table. Raises KitError if it is
    given something else than a whole number from 1 to 100.
    """
    drawn = Random(lot).sample(reports(), checked_size("draw_lots", number))
    rows = tuple((f"{each['id']}, {each['outlet']}, {each['date']}", each["text"]) for each in drawn)
    return Sheet(f"{number} of 100 reports", NOTE, ("Report", "What it says"), rows, (22, 78), number)


def show_report(id: str = "") -> Highlight:
    """One of the hundred reports with everything that the helper finds in it.

    Takes its name ("report-021"). Raises KitError if there is none of that name.
    """
    for each in reports():
        if each["id"] == id:
            article = read(each["text"])
            return highlight(article, find_everything(article))
    raise KitError(f'there is no report {id!r}. The hundred are called "report-001" to "report-100".')


def show_samples(size: int = 10, lot: int | None = None) -> Picture:
    """Ten samples of so many reports, each with its share of stories with an unnamed source, and all hundred below.

    Takes the size of a sample, and a number for the lot if the same samples are wanted again; gives a picture. Raises
    KitError if it is given something else than a whole number from 1 to 100.
    """
    checked_size("show_samples", size)
    luck = Random(lot)
    rows = [(f"Sample {n}", size, share_in(luck.sample(counts(), size))) for n in range(1, SAMPLES + 1)]
    rows.append(("All 100 reports", 100, share_in(counts())))
    return draw_intervals(figure_named(ASKED), f"Ten samples of {size}: stories with an unnamed source", rows)


def choose_samples() -> Any:
    """`show_samples` with a menu for the size of a sample, and a button that draws anew."""
    import ipywidgets

    from kit.lessons.redrawn import redrawn

    sizes = ipywidgets.ToggleButtons(options=SIZES, description="Reports in a sample:")
    sizes.style.description_width = "initial"
    return redrawn(show_samples, sizes, button="Draw again")


def compare_papers() -> Any:
    """Two of the three papers side by side, chosen from two menus, and whether a difference is more than chance."""
    import ipywidgets

    from kit.lessons.redrawn import redrawn

    result = result_of(counts(), 0, ())
    names = sorted(each.name for each in result.outlets)
    menus = [
        ipywidgets.Dropdown(options=names, value=names[place], description=word)
        for place, word in enumerate(("Compare:", "with:"))
    ]

    def side_by_side(one: str, other: str) -> Sheet:
        if one == other:
            return Sheet("Two papers", "Choose two different papers.")
        return compared_sheet((one, other), result.compare(one, other))

    return redrawn(side_by_side, *menus)


def checked_size(asked_by: str, size: object) -> int:
    if isinstance(size, bool) or not isinstance(size, int) or not 1 <= size <= 100:
        given = size if isinstance(size, int | float) else type_in_words(size)
        raise KitError(f"{asked_by} needs a whole number from 1 to 100, not {given}, as in {asked_by}(10).")
    return size


@cache
def counts() -> list[Row]:
    """What the helper counts in each of the hundred reports."""
    return look_at(open_inputs([hundred_reports()], Columns()).records()).texts


def share_in(some: list[Row]) -> Estimate:
    return told(figure_named(ASKED), add_up(some).groups[Group()], accuracy()).counted

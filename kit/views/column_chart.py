"""A chart of columns whose axis may begin anywhere, with a sentence that says how tall each column is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kit.views.drawing import drawable
from kit.views.palette import INK, SHADES
from kit.views.picture import Picture, drawn_picture

if TYPE_CHECKING:
    from matplotlib.figure import Figure

HEIGHT = 2.6  # inches
HEADROOM = 0.08  # of the axis above the tallest column
TICKS = 6


def draw_columns(title: str, columns: Mapping[str, float], start: float = 0) -> Picture:
    """A column for each number, on an axis that begins at `start`.

    Takes a title, the numbers by their names, and where the axis begins, below the smallest number; gives a
    picture. Its `.text` says what the numbers are, and how many times as tall as the first the last column is drawn.
    """
    values = list(columns.values())
    end = max(values) + HEADROOM * (max(values) - start)

    def draw(figure: Figure) -> None:
        axes = figure.subplots()
        names = [drawable(name) for name in columns]
        drawn = axes.bar(names, [value - start for value in values], 0.5, start, color=SHADES["steel"], edgecolor=INK)
        axes.bar_label(drawn, [f"{value:g}" for value in values], padding=2)
        axes.set_ylim(start, end)
        axes.set_yticks(ticks(start, end))
        axes.spines[["top", "right"]].set_visible(False)

    return drawn_picture(title, (), HEIGHT, draw, "\n".join([title, *sentences(columns, start)]))


def ticks(start: float, end: float) -> list[float]:
    """Where the axis has numbers: where it begins, and at round numbers further up."""
    from matplotlib.ticker import MaxNLocator

    step = (end - start) / TICKS
    return [
        start,
        *(float(tick) for tick in MaxNLocator(TICKS).tick_values(start, end) if start + step / 2 < tick <= end),
    ]


def sentences(columns: Mapping[str, float], start: float) -> list[str]:
    """What can be seen in a chart: where its axis begins, each number, and how the columns compare."""
    first, *_, last = columns.values()
    said = [f"The axis begins at {start:g}.", *(f"{name}: {value:g}." for name, value in columns.items())]
    drawn, really = (last - start) / (first - start), last / first
    tall = f"The last column is drawn {drawn:.1f} times as tall as the first."
    return [*said, f"{tall} Its number is {really:.1f} times as large."]

"""Charts that keep to the numbers and charts that don't: `show_chart`, and `move_axis` to bend one yourself."""

from __future__ import annotations

from typing import Any

from kit.lessons.lesson_files import entry
from kit.views.column_chart import draw_columns
from kit.views.picture import Picture

MOST = 1000  # of a number that a pupil may type
ALMOST = 0.95  # of the smallest number: where the slider ends, so that something of its column is left


def show_chart(name: str = "") -> Picture:
    """A chart of columns as a paper printed it.

    Takes the name of a chart ("gull"); gives a picture, whose `.text` holds the same in sentences. Raises KitError,
    with the names there are, if there is none of that name.
    """
    chart = entry("charts", name, "show_chart")
    return draw_columns(chart["title"], chart["columns"], chart["start"])


def move_axis(name: str = "courier") -> Any:
    """A chart with a slider for the number at which its axis begins, and a box for each number to change.

    Takes the name of a chart ("courier"). Raises KitError, with the names there are, if there is none of that name.
    """
    import ipywidgets

    from kit.lessons.redrawn import redrawn
    from kit.widgets.slider import Slider

    chart = entry("charts", name, "move_axis")
    boxes = {
        each: ipywidgets.BoundedFloatText(value=number, min=1, max=MOST, description=f"{each}:")
        for each, number in chart["columns"].items()
    }
    slider = Slider(name="The axis begins at:", max=_highest(chart["columns"].values()), value=round(chart["start"]))

    def draw(start: float, *numbers: float) -> Picture:
        slider.max = _highest(numbers)  # brings its value along
        return draw_columns(chart["title"], dict(zip(boxes, numbers, strict=True)), min(start, slider.max))

    return redrawn(draw, slider, *boxes.values())


def _highest(numbers: Any) -> int:
    """The highest number at which the axis may begin: below the smallest column."""
    return int(ALMOST * min(numbers))

"""Charts that keep to the numbers and charts that don't: `show_chart`, and `move_axis` to bend one yourself."""

from __future__ import annotations

from typing import Any

from kit.lessons.lesson_files import entry
from kit.views.columns import draw_columns
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

    chart = entry("charts", name, "move_axis")
    boxes = {
        each: ipywidgets.BoundedFloatText(value=number, min=1, max=MOST, description=f"{each}:")
        for each, number in chart["columns"].items()
    }
    slider = ipywidgets.FloatSlider(
        value=chart["start"], min=0, max=_highest(chart["columns"].values()), step=1, readout_format=".0f",
        description="The axis begins at:", continuous_update=False,
    )  # fmt: skip
    slider.style.description_width = "initial"
    slider.layout.width = "auto"
    picture = ipywidgets.HTML()

    def draw(_: object = None) -> None:
        numbers = {each: box.value for each, box in boxes.items()}
        slider.max = _highest(numbers.values())  # brings its value along
        picture.value = draw_columns(chart["title"], numbers, slider.value)._repr_html_()

    for control in (slider, *boxes.values()):
        control.observe(draw, names="value")
    draw()
    return ipywidgets.VBox([slider, ipywidgets.HBox(list(boxes.values())), picture])


def _highest(numbers: Any) -> float:
    """The highest number at which the axis may begin: below the smallest column."""
    return float(int(ALMOST * min(numbers)))

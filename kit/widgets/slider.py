"""A slider for a whole number, for the lessons: that of ipywidgets has no name for a screen reader."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from kit.widgets.control import script, style


class Slider(anywidget.AnyWidget):
    """A whole number from 0 to `max`, in steps of `step`, under the label `name`; it never stands above `max`."""

    _esm = script("slider")
    _css = style("slider")
    name = traitlets.Unicode().tag(sync=True)
    max = traitlets.Int().tag(sync=True)
    step = traitlets.Int(1).tag(sync=True)
    value = traitlets.Int().tag(sync=True)

    @traitlets.validate("value")
    def _within(self, proposal: Any) -> int:
        return max(0, min(int(proposal["value"]), self.max))

    @traitlets.observe("max")
    def _brings_the_value_along(self, change: Any) -> None:
        self.value = min(self.value, self.max)

"""The boxes of a lesson: controls of ipywidgets in one frame, which views/boxes.css gives the look of the kit's own."""

from __future__ import annotations

import ipywidgets

WIDE = ipywidgets.Layout(width="auto")


def boxed(*controls: ipywidgets.Widget) -> ipywidgets.VBox:
    """Controls one below the other, in a frame."""
    made = ipywidgets.VBox(controls)
    made.add_class("kit-boxes")
    return made

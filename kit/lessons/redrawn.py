"""A picture or a table below the controls that change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from kit.lessons.boxes import boxed


def redrawn(draw: Callable[..., Any], *controls: Any, button: str = "") -> ipywidgets.VBox:
    """Controls, and below them what `draw` makes of their values: at once, and whenever one of them is changed.

    With the words of a `button`, a press draws anew as well.
    """
    below = ipywidgets.HTML()

    def again(_: object = None) -> None:
        below.value = draw(*(control.value for control in controls))._repr_html_()

    for control in controls:
        control.observe(again, names="value")
    press = ipywidgets.Button(description=button, button_style="primary")
    press.on_click(again)
    again()
    return boxed(*controls, *[press] * bool(button), below)

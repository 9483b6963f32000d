"""What a saved notebook says in place of a widget until its cell is run. Without it stands “model not found” alone."""

from __future__ import annotations

from typing import Any

import anywidget
import ipywidgets
from IPython.core.getipython import get_ipython
from IPython.display import display

from kit.widgets import question_text


def show_awake(widget: Any, plain: str = "") -> None:
    """Show a widget, and before it the sentence that only a notebook without it shows: run this cell.

    `plain` is what stands where no widget can be shown; left out, it is how the widget prints.
    """
    asleep = question_text.asleep("kit-boxes" in widget._dom_classes)
    display({"text/html": asleep, "text/plain": question_text.ASLEEP}, raw=True)
    made = widget._repr_mimebundle_() or {}
    data = made[0] if isinstance(made, tuple) else made  # with metadata beside it, where the controls say any
    display({**data, "text/plain": plain or repr(widget)}, raw=True)


def tell_awake() -> None:
    """From now on this notebook says so of every box of widgets and every control, those of the lessons too."""
    shell = get_ipython()
    if shell is not None and shell.display_formatter and getattr(shell, "kernel", None) is not None:
        for kind in (ipywidgets.Box, anywidget.AnyWidget):
            shell.display_formatter.ipython_display_formatter.for_type(kind, show_awake)

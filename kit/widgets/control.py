"""What all controls share: their scripts and styles, the tick box for "nothing here", and answers kept at once.

The scripts are written in `js/`; what the browser gets is bundled from them into `built/` (`npm run build`). The style
sheets in `css/` are sent as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from kit.errors import KitError
from kit.views.palette import custom_properties

Keep = Callable[[Any], str]
Check = Callable[[], dict[str, Any]]


class NotKeptError(KitError):
    """The answer could not be kept; the message says why and what to do."""


def script(name: str) -> str:
    """The bundled script of a control."""
    return _read("built", f"{name}.js")


def style(name: str) -> str:
    """The style of a control: the palette of the kit, what all controls have in common, and a sheet of its own."""
    return custom_properties(":is(.kit-control, .kit-ask)") + _read("css", "base.css") + _read("css", f"{name}.css")


@cache
def _read(folder: str, name: str) -> str:
    return files("kit.widgets").joinpath(folder, name).read_text(encoding="utf-8")


class Control(anywidget.AnyWidget):
    """A control that holds one answer. The answer lives here, in Python; the browser draws it and sends changes.

    `name` is what a screen reader calls the control. `nothing_label` names the tick box for the answer that there is
    nothing here (empty: no such box), `nothing` whether it is ticked. `keep` is called with the answer whenever it
    changes and gives back a short note on where it was kept, which stands under the control, or raises NotKeptError.
    With `check` there is a button for it: it gives the `state` of the answer, what is `told` (HTML), and as `judged`
    what was found, too much or missed, to be shown on marks, options and cards. `asks` is the question in plain words,
    which names a group of options.
    """

    name = traitlets.Unicode().tag(sync=True)
    asks = traitlets.Unicode().tag(sync=True)
    nothing_label = traitlets.Unicode().tag(sync=True)
    nothing = traitlets.Bool(False).tag(sync=True)
    revision = traitlets.Int(0).tag(sync=True)  # the browser counts its changes, `kept` says which of them arrived
    kept = traitlets.Int(0).tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    trouble = traitlets.Bool(False).tag(sync=True)
    checks = traitlets.Bool(False).tag(sync=True)
    asked = traitlets.Int(0).tag(sync=True)
    result: traitlets.Dict[Any, Any] = traitlets.Dict().tag(sync=True)
    judged: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, *, keep: Keep | None = None, check: Check | None = None, **traits: Any) -> None:
        super().__init__(checks=check is not None, **traits)
        self.keep, self.check = keep, check
        self.observe(self._changed, names="revision")
        self.observe(self._check, names="asked")

    def entered(self) -> Any:
        """What was entered, as plain data; something empty as long as there is nothing."""
        raise NotImplementedError

    def enter(self, answer: Any) -> None:
        """Take over an answer that was kept before. What does not fit this control any more is left out."""
        raise NotImplementedError

    @property
    def answer(self) -> Any:
        """The answer: what was entered, an empty list for "nothing here", or None as long as there is neither."""
        return self.entered() or ([] if self.nothing else None)

    def show(self, answer: Any) -> None:
        """Show an answer that was kept before."""
        self.enter(answer)
        self.nothing = answer == [] and bool(self.nothing_label)

    def _changed(self, change: Any) -> None:
        """The browser has changed something: keep the answer, and only then say that it is kept."""
        self.judged = []
        self.keep_now()
        self.kept = self.revision

    def keep_now(self) -> None:
        """Have the answer kept, and note where, or what is in the way."""
        if self.keep is not None:
            try:
                note, trouble = self.keep(self.answer), False
            except NotKeptError as error:
                note, trouble = str(error), True
            self.note, self.trouble = note, trouble

    def _check(self, change: Any) -> None:
        """Somebody wants the answer checked."""
        if self.check is not None:
            found = self.check()
            self.judged = found.pop("judged", [])
            self.result = {**found, "number": self.asked}

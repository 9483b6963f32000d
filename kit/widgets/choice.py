"""Choose one option, or tick all that fit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import traitlets

from kit.widgets.control import Control, script, style
from kit.widgets.marker import Label


class Choice(Control):
    """Options to choose from: one, or with `several` any number. `answer` is a key or a list of keys.

    The radio buttons of ipywidgets would do for the eye; but they cut long lines off, their group has no name for a
    screen reader, and JupyterLab takes the arrow keys away from them.
    """

    _esm = script("choice")
    _css = style("form")
    options: traitlets.List[Any] = traitlets.List().tag(sync=True)
    several = traitlets.Bool(False).tag(sync=True)
    chosen: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, options: Iterable[Label], *, several: bool = False, **others: Any) -> None:
        listed = [{"key": option.key, "text": option.name} for option in options]
        super().__init__(options=listed, several=several, **others)

    @traitlets.validate("chosen")
    def _only_options(self, proposal: Any) -> list[str]:
        chosen = [option["key"] for option in self.options if option["key"] in proposal["value"]]
        return chosen if self.several else chosen[:1]

    def entered(self) -> str | list[str] | None:
        return list(self.chosen) if self.several else next(iter(self.chosen), None)

    def enter(self, answer: Any) -> None:
        self.chosen = [answer] if isinstance(answer, str) else list(answer or ())

"""Write a number, a sentence put differently, or some prose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import traitlets

from kit.widgets.control import Control, Keep, script, style

Report = list[dict[str, Any]]


class EntryBox(Control):
    """A box to write in. `answer` is what stands there, or None as long as it is empty.

    `kind` says what for: a number (with its `unit` behind the box), a rewrite of a `sentence`, or prose of `least` to
    `most` words, which are counted while one writes. `report` is called with a rewrite whenever it changes; what it
    gives, lines with `words` and whether they are `good`, stands under the box.
    """

    _esm = script("entry")
    _css = style("form")
    kind = traitlets.Unicode().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    least = traitlets.Int(0).tag(sync=True)
    most = traitlets.Int(0).tag(sync=True)
    reports = traitlets.Bool(False).tag(sync=True)
    report: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(
        self,
        kind: Literal["number", "rewrite", "prose"],
        *,
        report: Callable[[str], Report] | None = None,
        keep: Keep | None = None,
        **others: Any,
    ) -> None:
        self._report = report
        super().__init__(kind=kind, reports=report is not None, keep=keep, **others)
        self.observe(self._written, names="text")

    def entered(self) -> str | None:
        return self.text if self.text.strip() else None

    def enter(self, answer: Any) -> None:
        self.text = "" if answer is None else str(answer)

    def _written(self, change: Any) -> None:
        if self._report is not None:
            self.report = self._report(self.text) if self.text.strip() else []

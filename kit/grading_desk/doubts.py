"""Doubts at the desk: whose is a hand-in? What only a person can settle, each thing with a list of the pupils."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from kit.errors import KitError
from kit.grading.records import Doubt
from kit.grading_desk.class_folder import ClassFolder, ClassNow
from kit.grading_desk.panels import Status, button, fragment, name_of, option

MAX_DOUBTS = 50  # that are shown at once: as they are settled, the next ones come up
CHOOSE = "Choose a pupil"


class DoubtsPanel(widgets.VBox):
    """Each doubt as a sentence, and where a pupil's name settles it, a list of the class. What was settled can be taken
    back."""

    def __init__(self, folder: ClassFolder, status: Status, settled: Callable[[], None]):
        self._folder, self._status, self._settled = folder, status, settled
        self._shown: object = None
        super().__init__()

    def show(self, now: ClassNow, anonymous: bool) -> None:
        """Show a class. A list that somebody has open is not drawn anew unless the doubts have changed."""
        if (key := (now.doubts, now.aliases, now.pupils, anonymous)) == self._shown:
            return
        self._shown = key
        pupils = [(CHOOSE, None), *((name_of(each, anonymous), each.key) for each in now.pupils)]
        names = {each.key: name_of(each, anonymous) for each in now.pupils}
        rows: list[widgets.Widget] = [self._doubt(each, pupils) for each in now.doubts[:MAX_DOUBTS]]
        if len(now.doubts) > MAX_DOUBTS:
            rows.append(fragment("nothing", words=f"And {len(now.doubts) - MAX_DOUBTS:,} more."))
        if not rows:
            rows = [fragment("nothing", words="No doubts: every hand-in belongs to one pupil.")]
        if now.aliases:
            rows.append(fragment("heading", words="What you have settled"))
            rows += [self._settled_row(word, names.get(key, key)) for word, key in sorted(now.aliases.items())]
        self.children = rows

    def _doubt(self, doubt: Doubt, pupils: list[tuple[str, str | None]]) -> widgets.VBox:
        parts: list[widgets.Widget] = [fragment("doubt", doubt=doubt)]
        if doubt.word:
            whose = widgets.Dropdown(options=pupils, description="Whose?")
            parts.append(widgets.HBox([whose, button("Settle", lambda: self._settle(doubt.word, whose), self._status)]))
        row = widgets.VBox(parts)
        row.add_class("kit-doubt")
        return row

    def _settle(self, word: str, whose: widgets.Dropdown) -> None:
        if whose.value is None:
            raise KitError("choose a pupil first.")
        name = whose.label
        self._folder.settle(word, whose.value)
        self._settled()
        self._status.say(f"“{option(word)}” is {name}.")

    def _settled_row(self, word: str, name: str) -> widgets.HBox:
        return widgets.HBox(
            [
                fragment("heading", words="", line=f"“{word}” is {name}."),
                button("Take back", lambda: self._take_back(word), self._status),
            ]
        )

    def _take_back(self, word: str) -> None:
        self._folder.settle(word, None)
        self._settled()
        self._status.say(f"“{option(word)}” is open again.")

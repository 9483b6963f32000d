"""The desk itself: the class at a glance, open answers, any mark, doubts, and a folder in which hand-ins arrive."""

from __future__ import annotations

import asyncio
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import ipywidgets as widgets

from kit.errors import KitError, counted
from kit.grading_desk.class_folder import ClassFolder, ClassNow
from kit.grading_desk.doubts import DoubtsPanel
from kit.grading_desk.overruling import MarksPanel
from kit.grading_desk.panels import Status, button, fragment
from kit.grading_desk.reading_panel import ReadingPanel
from kit.views.palette import custom_properties
from kit.views.rendering import stylesheet
from kit.widgets.awake import tell_awake

SECONDS = 3.0  # between two looks into the watched folder
MAX_ROWS = 500  # pupils in the table: a longer one is a job for the spreadsheet


class Desk(widgets.VBox):
    """The marking desk. `desk` makes one."""

    def __init__(self, folder: ClassFolder):
        self._folder = folder
        self._now: ClassNow | None = None
        self._drawn: object = None
        self._status = Status()
        self._anonymous = widgets.Checkbox(description="Numbers in place of names", indent=False)
        self._watching = widgets.Checkbox(description=f"Watch {folder.watched}", value=True, indent=False)
        self._watching.layout.display = None if folder.watched else "none"
        self._class = widgets.VBox()
        self._reading = ReadingPanel(folder, self._status)
        self._marks = MarksPanel(folder, self._status)
        self._doubts = DoubtsPanel(folder, self._status, self.look)
        self._tabs = widgets.Tab([self._class, self._reading, self._marks, self._doubts])
        self._tabs.observe(lambda _: self._status.doing(self.look), "selected_index")
        self._anonymous.observe(lambda _: self._status.doing(self.look), "value")
        self._watching.observe(lambda _: self._watch(), "value")
        top = widgets.HBox(
            [
                button("Look now", self.take_in, self._status),
                button("Write pages and tables", self._write, self._status, primary=True),
                self._anonymous,
                self._watching,
            ]
        )
        super().__init__([widgets.HTML(f"<style>{_style()}</style>"), top, self._status, self._tabs])
        self.add_class("kit-desk")
        self.add_class("kit-boxes")
        self._watcher: asyncio.Task[None] | None = None

    def look(self) -> None:
        """Show the class as the gradebook has it now."""
        self._folder.by_number = self._anonymous.value
        self._now = now = self._folder.now()
        if self._drawn != (drawn := (now, self._anonymous.value)):
            self._drawn = drawn
            self._class.children = [fragment("class", now=now, anonymous=self._anonymous.value, most=MAX_ROWS)]
        self._reading.show(now, self._anonymous.value)
        self._marks.show(now, self._anonymous.value)
        self._doubts.show(now, self._anonymous.value)
        waiting, doubts = now.waiting, len(now.doubts)
        titles = ("The class", f"Open answers ({waiting})", "Marks", f"Doubts ({doubts})")
        for number, title in enumerate(titles):
            self._tabs.set_title(number, title)

    def take_in(self) -> None:
        """Take in what has arrived, and show the class."""
        before = self._now.files if self._now else 0
        self._folder.take_in()
        self.look()
        assert self._now is not None
        if more := self._now.files - before:
            self._status.say(f"{datetime.now():%H:%M}: {counted(more, 'new file')}.")

    def _write(self) -> None:
        told: list[str] = []
        done = self._folder.write_pages(self._anonymous.value, told.append)
        self._status.say(" ".join([*told, f"Written. Open {done.page} in a browser."]))
        self.look()

    def _watch(self) -> None:
        """Look into the folder every few seconds, if there is one and somebody wants it."""
        if self._watcher is not None:
            self._watcher.cancel()
            self._watcher = None
        if self._folder.watched is None or not self._watching.value:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no notebook: “Look now” remains
            return
        self._watcher = loop.create_task(self._keep_looking())

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(SECONDS)
            if self._folder.has_news():
                self._status.doing(self.take_in)


def desk(folder: str | Path = "marks", watch: str | Path | None = None) -> Desk:
    """Open the marking desk in a notebook: the class at a glance, open answers to read, any mark to overrule, doubts
    to settle.

    Takes the folder into which the class is marked (the `-o` of `kit grade`), and with `watch` the folder or zip in
    which hand-ins arrive: they are taken in as they come, and never run. What you change is in the gradebook at once,
    and `kit grade` honours it; “Write pages and tables” makes the pages anew. Gives a widget, which a cell shows.

    Raises KitError if there is neither a marked class nor a folder to watch.

        desk("marks")
        desk("marks", watch="handed-in")
    """
    for what, given in (("folder", folder), ("watch", watch)):
        if not isinstance(given, str | Path) and not (what == "watch" and given is None):
            raise KitError(f'{what} has to be the name of a folder, as in: desk("marks", watch="handed-in")')
    made = Desk(ClassFolder(Path(folder), Path(watch) if watch is not None else None))
    if watch is not None:
        made.take_in()
    made.look()
    made._watch()
    tell_awake()
    return made


def _style() -> str:
    own = files("kit").joinpath("grading_desk", "desk.css").read_text(encoding="utf-8")
    return custom_properties(".kit-desk") + stylesheet("reflow.css") + own

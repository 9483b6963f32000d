"""`survey`: many texts in a notebook. What was counted, how sure that is, and a table whose rows open their texts."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kit.errors import KitError, type_in_words
from kit.find import find_everything
from kit.surveying.columns import Columns
from kit.surveying.counting import Row, article_of, look_at
from kit.surveying.folder import about_in
from kit.surveying.inputs import open_inputs
from kit.surveying.page import in_short, shown_in_notebook
from kit.surveying.result import Result, result_of
from kit.surveying.sheets import compared_sheet
from kit.surveying.text_records import Record, SurveyError
from kit.surveying.write import open_survey
from kit.views.highlight import Highlight, highlight
from kit.views.rendering import stylesheet
from kit.views.sheet import Sheet
from kit.widgets.awake import tell_awake
from kit.widgets.control import script, style

MAX_TEXTS = 300  # that a notebook looks at by itself; for more there is the command
HEAD = ("Story", "Outlet", "Date", "Unnamed sources", "Words quoted", "Soft words", "Pairs")


tell_awake()


class Survey(anywidget.AnyWidget):
    """What a survey says, and its texts as a table. Python counts and marks; the browser only draws.

    `result` holds the figures; `texts` are the counts of each text, `unread` what could not be read, with the reason.
    """

    _esm = script("survey")
    _css = "".join([*map(stylesheet, ("highlight.css", "tables.css", "reflow.css", "survey.css")), style("survey")])
    summary = traitlets.Unicode().tag(sync=True)
    head: traitlets.List[Any] = traitlets.List().tag(sync=True)
    stories: traitlets.List[Any] = traitlets.List().tag(sync=True)
    opened: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)

    def __init__(self, result: Result, records: list[Record], texts: list[Row], unread: list[Row]) -> None:
        self.result, self.texts, self.unread = result, texts, unread
        self.records = {record.number: record for record in records}
        super().__init__(
            summary=shown_in_notebook(result), head=list(HEAD), stories=[story_row(text) for text in texts]
        )
        self.on_msg(self._asked)

    def __repr__(self) -> str:
        return "\n".join(in_short(self.result))

    def compare(self, first: str = "", second: str = "") -> Sheet:
        """Two outlets side by side, and whether each difference is more than chance would make.

        Takes the names of two outlets (left out: the two with most stories); gives a table. Raises KitError if there is
        no such outlet.
        """
        found = self.result.compare(first, second)
        names = (first, second) if first and second else tuple(each.name for each in self.result.outlets[:2])
        return compared_sheet(names, found)

    def show(self, name: str | int) -> Highlight:
        """One of the texts with everything that was found in it, marked. Takes its name, or its number.

        Raises KitError if there is no such text.
        """
        wanted = next((text["number"] for text in self.texts if name in (text["id"], text["number"])), None)
        if wanted is None:
            known = ", ".join(str(text["id"]) for text in self.texts[:3]) or "none: it was read from its folder"
            raise SurveyError(f"there is no text {name!r} in this survey. Its texts are called {known} …")
        article = article_of(self.records[wanted])
        return highlight(article, find_everything(article))

    def _asked(self, _: Any, message: Any, __: Any) -> None:
        """The browser asks for a text. What goes wrong is told in the widget: nobody would see it anywhere else."""
        self.problem = ""
        try:
            number = int(message["number"])
            self.opened = {"number": number, "text": self.show(number)._repr_html_()}
        except (KitError, LookupError, TypeError, ValueError) as error:
            self.problem = str(error)


def story_row(text: Row) -> list[Any]:
    """What the table shows of a text: its number, then a cell for each column."""
    unnamed = text["described"] + text["vague"] + text["hidden"]
    counts = (unnamed, text["quoted_words"], text["soft_words"], text["alarms"])
    return [text["number"], text["title"] or text["id"], text["outlet"], text["date"], *counts]


def survey(
    what: str | os.PathLike[str] | None = None, *, text: str = "", id: str = "", outlet: str = "", date: str = ""
) -> Survey:
    """Count who speaks in many texts: unnamed sources, the reasons given, quoted speech, soft words, and how sure each
    count is.

    Takes a folder of texts (with a folder in it for each outlet), or a table of them (.jsonl, .csv, .parquet); `text`,
    `id`, `outlet` and `date` name its columns, which are guessed if they are left out. A folder that `kit survey` has
    written is shown as it is. Gives tables, pictures, and a list of the texts, which open with their marks; `.result`
    holds the figures, `.compare("Courier", "Herald")` holds two outlets side by side, `.show("name")` opens a text.
    Looks at up to 300 texts. Raises KitError, in a sentence, for more, and if there is nothing to read.

    >>> from kit import survey
    >>> from kit.lessons import hundred_reports
    >>> print(str(survey(hundred_reports())).splitlines()[0])
    100 stories of 3 outlets, 2026-01 to 2026-06.
    """
    if not isinstance(what, str | os.PathLike) or not str(what).strip():
        raise SurveyError(
            f'survey takes the name of a folder or of a table, as in survey("reports"), not {type_in_words(what)}.'
        )
    place = Path(what).expanduser()
    if about_in(place):
        return Survey(open_survey(place), [], [], [])
    inputs = open_inputs([place], Columns(text, id, outlet, date))
    records = list(islice(inputs.records(), MAX_TEXTS + 1))
    if len(records) > MAX_TEXTS:
        raise SurveyError(
            f"there are more than {MAX_TEXTS} texts in {place}, too many for a notebook. In a terminal: "
            f'kit survey "{place}" -o my-survey. Then survey("my-survey") shows what came out.'
        )
    looked = look_at(records)
    result = result_of(looked.texts, len(looked.unread), inputs.guesses)
    return Survey(result, records, looked.texts, looked.unread)

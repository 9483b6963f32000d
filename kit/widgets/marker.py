"""Mark passages of a text: who speaks, the words that say so, a softer word, or whatever the labels name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import cycle
from typing import Any

import traitlets

from kit.text import Article, Span
from kit.widgets.control import Control, script, style
from kit.widgets.pickable_text import cut_into_words

MARK_SHAPES = {"source": "thick", "cue": "dots", "content": "line"}  # as in kit.highlight
OTHER_SHAPES = ("dashes", "double", "dashdot", "thick", "dots", "line")


@dataclass(frozen=True, slots=True)
class Label:
    """What words can be marked as: `key` stands in answers, `name` on the button, `meaning` explains it."""

    key: str
    name: str
    meaning: str = ""


class TextControl(Control):
    """A control that shows a text, of which words can be chosen."""

    paragraphs: traitlets.List[Any] = traitlets.List().tag(sync=True)
    quiet: traitlets.List[Any] = traitlets.List().tag(sync=True)
    starts: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, article: Article, within: Span | None, **others: Any) -> None:
        text = self.passages = cut_into_words(article, within)
        super().__init__(paragraphs=text.paragraphs, quiet=text.quiet, starts=text.starts, **others)


class Marker(TextControl):
    """A text in which passages are marked by mouse, touch or keyboard. `answer` holds the marks.

    A mark is the number of its first and of its last word, so it always covers whole words and no mark is lost to an
    emoji or an accent. Marks may overlap.
    """

    _esm = script("marker")
    _css = style("text")
    labels: traitlets.List[Any] = traitlets.List().tag(sync=True)
    marks: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, article: Article, labels: Iterable[Label], *, within: Span | None = None, **others: Any) -> None:
        super().__init__(article, within, labels=as_drawn(labels), **others)

    @traitlets.validate("marks")
    def _only_sound_marks(self, proposal: Any) -> list[dict[str, Any]]:
        keys = {label["key"] for label in self.labels}
        sound = []
        for mark in proposal["value"]:
            ends = [mark.get("first"), mark.get("last")] if isinstance(mark, Mapping) else None
            if self.passages.holds(ends) and mark.get("label") in keys:
                tidy = {name: mark[name] for name in ("label", "first", "last")}
                if tidy not in sound:
                    sound.append(tidy)
        return sorted(sound, key=lambda mark: (mark["first"], -mark["last"]))

    def entered(self) -> list[dict[str, Any]]:
        return [{"label": each["label"], **self.passages.as_answer(each["first"], each["last"])} for each in self.marks]

    def enter(self, answer: Any) -> None:
        places = [(each["label"], self.passages.around(each["start"], each["end"])) for each in answer or ()]
        self.marks = [{"label": label, "first": at[0], "last": at[1]} for label, at in places if at]


def as_drawn(labels: Iterable[Label]) -> list[dict[str, str]]:
    """The labels with a pattern for the line of each: those of `kit.highlight` where there is one."""
    others = cycle(OTHER_SHAPES)
    return [
        {
            "key": each.key,
            "name": each.name,
            "meaning": each.meaning,
            "shape": MARK_SHAPES.get(each.key) or next(others),
        }
        for each in labels
    ]

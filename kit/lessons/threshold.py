"""A threshold to move: the helper shows only the marks that it is sure enough of.

Each mark has a confidence: how many of 100 marks like it were right in real news. On the practice texts one sees what
it costs to show fewer.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from kit.compare import Annotation, Comparison, compare
from kit.errors import KitError, type_in_words
from kit.find import find_attributions
from kit.gold import gold
from kit.lessons.compare_marks import marked_texts
from kit.library import articles
from kit.measure import gold_marks
from kit.views.overlap import Overlap, draw_two_rows
from kit.views.picture import Picture

SLIDER_STEP = 10
SLIDER_END = 90  # above it hardly anything is left to show
SLIDER_START = 30  # the step next to what the helper shows everywhere else
SLIDER_LABEL = "Show only marks of a kind that was right at least this many times in 100:"


def plot_threshold(at_least: float = SLIDER_START) -> Picture:
    """What the helper finds, misses and marks too much in all practice texts, if it shows only marks it is sure of.

    Takes a number from 0 to 100: a mark is shown if at least so many of 100 marks like it were right in real news.
    Raises KitError, in a sentence, if it is given something else.
    """
    if isinstance(at_least, bool) or not isinstance(at_least, int | float) or not 0 <= at_least <= 100:
        given = at_least if isinstance(at_least, int | float) else type_in_words(at_least)
        raise KitError(f"plot_threshold needs a number from 0 to 100, not {given}, as in plot_threshold(50).")
    found, missed, extra = (
        sum(len(getattr(marks, part)) for marks in marks_from(at_least / 100))
        for part in ("matched", "missed", "spurious")
    )
    title = f"All practice texts, threshold {at_least:g}: {found + extra} marks are shown"
    return draw_two_rows(Overlap(title, found, missed, extra), "attribution")


@cache
def marks_from(confidence: float) -> tuple[Comparison, ...]:
    """The helper's marks with at least this confidence in each practice text, held against the gold."""
    done = []
    for name in marked_texts():
        text = articles(name)
        marks = [Annotation("attribution", a.cue + a.content) for a in find_attributions(text, at_least=confidence)]
        done.append(compare(text.text, gold_marks(gold(name))["attribution"], marks))
    return tuple(done)


def move_threshold() -> Any:
    """`plot_threshold` with a slider. The arrow keys move it too."""
    from kit.lessons.redrawn import redrawn
    from kit.widgets.slider import Slider

    slider = Slider(name=SLIDER_LABEL, max=SLIDER_END, step=SLIDER_STEP, value=SLIDER_START)
    return redrawn(plot_threshold, slider)

"""A threshold to move: the helper shows only the kinds of mark that were right often enough.

The helper has no score of its own for a single mark. What it has is a record: each mark is made by a rule, and on the
practice texts one can count how often the marks of that rule were right. That share is the score here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from kit.errors import KitError, type_in_words
from kit.find import find_attributions
from kit.lessons.compare_marks import compared, marked_texts
from kit.library import articles
from kit.views.overlap import Overlap, draw_two_rows
from kit.views.picture import Picture

SLIDER_STEP = 10
SLIDER_LABEL = "Show the kinds of mark that were right at least so often, in 100:"


def plot_threshold(at_least: int = 0) -> Picture:
    """What the helper finds, misses and marks too much in all practice texts, if it shows only some kinds of its marks.

    Takes a number from 0 to 100: a kind of mark is shown if at least so many of 100 were right on these texts. Raises
    KitError, in a sentence, if it is given something else.
    """
    if isinstance(at_least, bool) or not isinstance(at_least, int | float) or not 0 <= at_least <= 100:
        given = at_least if isinstance(at_least, int | float) else type_in_words(at_least)
        raise KitError(f"plot_threshold needs a number from 0 to 100, not {given}, as in plot_threshold(50).")
    right, extra, wanted = record()
    shown = {
        rule for rule in right.keys() | extra.keys() if 100 * right[rule] >= at_least * (right[rule] + extra[rule])
    }
    found = sum(right[rule] for rule in shown)
    kinds = f"threshold {at_least:g}: {len(shown)} of {len(right | extra)} kinds of mark are shown"
    return draw_two_rows(
        Overlap(f"All practice texts, {kinds}", found, wanted - found, sum(extra[rule] for rule in shown)),
        "attribution",
    )


@cache
def record() -> tuple[Counter[str], Counter[str], int]:
    """How many marks of each rule were right and too much on the practice texts, and how much there was to find."""
    right: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    wanted = 0
    for name in marked_texts():
        rules: Mapping[tuple[Any, ...], str] = {
            each.cue + each.content: each.rule for each in find_attributions(articles(name))
        }
        done = compared(name, "attribution")
        right.update(rules[given.spans] for _, given in done.matched)
        extra.update(rules[given.spans] for given in done.spurious)
        wanted += len(done.matched) + len(done.missed)
    return right, extra, wanted


def move_threshold() -> Any:
    """`plot_threshold` with a slider. The arrow keys move it too."""
    import ipywidgets

    slider = ipywidgets.SelectionSlider(
        options=list(range(0, 101, SLIDER_STEP)), value=0, description=SLIDER_LABEL, continuous_update=False
    )
    slider.style.description_width = "initial"
    slider.layout.width = "auto"
    picture = ipywidgets.HTML(plot_threshold(0)._repr_html_())

    def moved(change: Mapping[str, Any]) -> None:
        picture.value = plot_threshold(change["new"])._repr_html_()

    slider.observe(moved, names="value")
    return ipywidgets.VBox([slider, picture])

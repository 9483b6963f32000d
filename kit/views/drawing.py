"""Bars and words on a picture. matplotlib lays them out, and is opened only when something is drawn."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from kit.views.palette import FAINT, INK, Fill
from kit.views.shared_wording import one_line

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FONT = "DejaVu Sans"  # comes with matplotlib, so a picture looks the same everywhere
UNDRAWABLE = "▯"
TITLE, TEXT, SMALL = 11, 9.5, 8.5  # points
WIDTH = 4.6  # inches: so narrow that its words can still be read on a telephone
EDGE = 0.12  # inches of white around everything
TITLE_LINE, LINE = 0.28, 0.2  # inches from one line to the next
TITLE_CHARACTERS = 45  # characters of a title in a line
LINE_CHARACTERS = 66  # characters of small print in a line as wide as the picture


class Box(NamedTuple):
    """A piece of a bar: its length, how it is filled, the name it has in the picture, and how thick it is of 1."""

    length: float
    fill: Fill
    name: str
    thickness: float = 0.75
    dashed: bool = False


class BarRow(NamedTuple):
    """A bar: the words in front of it, its pieces one behind the other, and the words at its end."""

    label: str
    boxes: Sequence[Box]
    behind: str


def canvas(title: str, below: Sequence[str], height: float) -> Figure:
    """A figure with a title and some lines below it, and so many inches of room that matplotlib divides."""
    from matplotlib.figure import Figure

    left = EDGE / WIDTH
    heading = wrapped(title, TITLE_CHARACTERS, 3)
    small = "\n".join(wrapped(line, LINE_CHARACTERS, 2) for line in below)
    head = TITLE_LINE * (1 + heading.count("\n"))
    whole = height + EDGE + head + LINE * (small.count("\n") + bool(small))
    figure = Figure(figsize=(WIDTH, whole), layout="constrained")
    engine: Any = figure.get_layout_engine()
    engine.set(rect=(left / 2, 0, 1 - left, height / whole))
    top = 1 - EDGE / whole
    figure.text(left, top, heading, va="top", size=TITLE, weight="bold", linespacing=1.3)
    figure.text(left, top - head / whole, small, va="top", size=SMALL, color=FAINT, linespacing=1.5)
    return figure


def can_draw() -> bool:
    """Is matplotlib here? In a browser it may be missing, or still be on its way."""
    try:
        import matplotlib.figure  # noqa: F401
    except ImportError:
        return False
    return True


@cache
def in_font() -> frozenset[int]:
    """The code points that our font has a picture for."""
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont(FONT)).get_charmap())


def drawable(words: str) -> str:
    """Words in one line as our font can draw them: a box stands for each character, or row of them, that it lacks."""
    if not can_draw():
        return one_line(words)
    drawn = ""
    for sign in one_line(words):
        if unicodedata.category(sign) == "Cf" or "\ufe00" <= sign <= "\ufe0f":
            continue  # invisible: direction marks, joiners, variants of an emoji
        if ord(sign) in in_font():
            drawn += sign
        elif not drawn.endswith(UNDRAWABLE):
            drawn += UNDRAWABLE
    return drawn


def wrapped(words: str, characters: int, most: int) -> str:
    """Words broken into lines of so many characters; what goes beyond the last of `most` lines is cut off by …"""
    lines = textwrap.wrap(drawable(words), characters, max_lines=most, placeholder=" …", break_on_hyphens=False)
    return "\n".join(lines) or UNDRAWABLE


def draw_bars(axes: Axes, rows: Sequence[BarRow], longest: float) -> None:
    """Rows of bars from the top down, on a scale that ends at `longest`."""
    for row, (_, boxes, behind) in enumerate(rows):
        left = 0.0
        for box in boxes:
            draw_box(axes, row, left, box)
            left += box.length
        axes.annotate(behind, (left, row), (6, 0), textcoords="offset points", va="center", size=SMALL)
    axes.set_yticks(range(len(rows)), [row.label for row in rows])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(0, longest)
    axes.set_xticks([])
    axes.tick_params(length=0)
    axes.set_frame_on(False)


def draw_box(axes: Axes, row: float, left: float, box: Box) -> None:
    """A piece of a bar; nothing where it has no length.

    Twice: the colour of a pattern is that of the edge, so the edge itself has to be drawn on top.
    """
    if not box.length:
        return
    look: Any = {"facecolor": box.fill.shade, "edgecolor": box.fill.ink, "hatch": box.fill.hatch, "linewidth": 0}
    axes.barh(row, box.length, box.thickness, left, **look, gid=box.name)
    style = (0, (3, 2)) if box.dashed else "solid"
    axes.barh(row, box.length, box.thickness, left, fill=False, edgecolor=INK, linewidth=0.8, linestyle=style)


def draw_key(figure: Figure, handles: Sequence[Artist], columns: int) -> None:
    """What lines and patterns mean, below everything. Each handle brings its words as its label."""
    figure.legend(
        handles=handles, loc="outside lower left", ncols=columns, frameon=False, fontsize=SMALL, borderaxespad=1
    )


def draw_ends(axes: Axes, line: int = 0) -> None:
    """Names the two ends of a line or strip that stands for a text."""
    left, right = axes.get_xlim()
    write_below(axes, left, line, "first word", color=FAINT)
    write_below(axes, right, line, "last word", color=FAINT, ha="right")


def write_below(axes: Axes, x: float, line: int, words: str, **look: Any) -> None:
    """Small words below a place, in the first line (0) or one further down."""
    place: Any = {"xycoords": axes.get_xaxis_transform(), "textcoords": "offset points", "va": "top", "size": SMALL}
    axes.annotate(words, (x, 0), (0, -5 - 11 * line), **place | look)

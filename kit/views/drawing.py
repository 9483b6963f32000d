"""Boxes and words on a picture. matplotlib is opened only when something is drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from kit.views.palette import FAINT, INK, Fill
from kit.views.shared_wording import one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.patches import Rectangle

SHARPNESS = 200  # dots an inch: good on paper and on a screen with small pixels
FONT = "DejaVu Sans"  # comes with matplotlib, so a picture looks the same everywhere
UNDRAWABLE = "▯"
TITLE, TEXT, SMALL = 12.5, 9.5, 8.0  # points
# All lengths are inches.
WIDTH = 6.3  # the width of text on A4 with usual margins, and about that of an output in a notebook
EDGE = 0.12  # white around everything


def canvas(title: str, below: Sequence[str], height: float) -> tuple[Figure, Axes, float]:
    """A picture with a title, some lines below it, and so many inches of room. Places are inches from the upper left
    corner; the third thing given back is where the room begins."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    top = EDGE + 0.42 + 0.2 * len(below)
    figure = Figure(figsize=(WIDTH, top + height), facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(top + height, 0)
    axes.set_axis_off()
    write(axes, EDGE, EDGE + 0.12, title, TITLE, bold=True)
    for number, line in enumerate(below):
        write(
            axes, EDGE, EDGE + 0.37 + 0.2 * number, wrapped(line, SMALL + 1, WIDTH - 2 * EDGE, 1)[0], SMALL + 1, FAINT
        )
    return figure, axes, top


@cache
def font(size: float, bold: bool = False) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")


@cache
def in_font() -> frozenset[int]:
    """The code points that our font has a picture for."""
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont(font(10))).get_charmap())


def drawable(words: str) -> str:
    """Words in one line as our font can draw them: a box stands for each character, or row of them, that it lacks."""
    drawn = ""
    for sign in one_line(words):
        if unicodedata.category(sign) == "Cf" or "\ufe00" <= sign <= "\ufe0f":
            continue  # invisible: direction marks, joiners, variants of an emoji
        if ord(sign) in in_font():
            drawn += sign
        elif not drawn.endswith(UNDRAWABLE):
            drawn += UNDRAWABLE
    return drawn


@cache
def ruler() -> RendererAgg:
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(1, 1, SHARPNESS)


def width_of(words: str, size: float, bold: bool = False) -> float:
    """The width of a drawable line in inches."""
    return ruler().get_text_width_height_descent(words, font(size, bold), False)[0] / SHARPNESS if words else 0.0


def wrapped(words: str, size: float, width: float, most: int) -> list[str]:
    """Words broken into lines of at most `width` inches; what goes beyond the last of `most` lines is cut off by …"""
    lines: list[str] = []
    line = ""
    waiting = drawable(words).split()[::-1]
    while waiting:
        word = waiting.pop()
        longer = f"{line} {word}".strip()
        if width_of(longer, size) <= width:
            line = longer
        elif line:
            lines.append(line)
            line = ""
            waiting.append(word)
        else:
            fits = max(1, next((n for n in range(len(word), 0, -1) if width_of(word[:n], size) <= width), 1))
            lines.append(word[:fits])
            if word[fits:]:
                waiting.append(word[fits:])
        if len(lines) > most:
            break
    lines += [line] if line else []
    if len(lines) <= most:
        return lines or [UNDRAWABLE]
    last = lines[most - 1]
    while last and width_of(last + " …", size) > width:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + " …"]


def draw_box(
    axes: Axes, at: tuple[float, float], size: tuple[float, float], fill: Fill, name: str, dashed: bool = False
) -> None:
    """A rectangle with a shade and a pattern; nothing where it has no width.

    Twice: the colour of a pattern is that of the edge, so the edge itself has to be drawn on top.
    """
    if not size[0]:
        return
    look = {"facecolor": fill.shade, "edgecolor": fill.ink, "hatch": fill.hatch}
    style = (0, (3, 2)) if dashed else "solid"
    axes.add_patch(rectangle(at, size, **look, linewidth=0, gid=name))
    axes.add_patch(rectangle(at, size, fill=False, edgecolor=INK, linewidth=0.8, linestyle=style))


def rectangle(at: tuple[float, float], size: tuple[float, float], **look: Any) -> Rectangle:
    """A rectangle that begins at a place and has its middle line there."""
    from matplotlib.patches import Rectangle

    return Rectangle((at[0], at[1] - size[1] / 2), *size, **look)


def write(
    axes: Axes,
    x: float,
    y: float,
    words: str,
    size: float,
    colour: str = INK,
    bold: bool = False,
    align: Literal["left", "right"] = "left",
) -> None:
    """Words at a place; a dollar in them is a dollar and starts no formula."""
    axes.text(
        x, y, drawable(words), fontproperties=font(size, bold), color=colour, ha=align, va="center", parse_math=False
    )


def write_ends(axes: Axes, middle: float) -> None:
    """Names the two ends of a line or strip that stands for a text."""
    write(axes, EDGE, middle, "first word", SMALL, FAINT)
    write(axes, WIDTH - EDGE, middle, "last word", SMALL, FAINT, align="right")

"""Pictures of a survey: the rungs of each outlet's sources, and figures with their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kit.surveying.figures import Estimate, Figure, figures
from kit.surveying.result import GroupTold, Result
from kit.surveying.sheets import LADDER, in_words, number, stories
from kit.views.drawing import SMALL, BarRow, Box, draw_bars, draw_key, wrapped
from kit.views.palette import FAINT, INK, SHADES
from kit.views.picture import Picture, drawn_picture
from kit.views.wording import RUNGS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Drawing

MAX_ROWS = 14
NAME_CHARACTERS = 24
ROOM_FOR_WORDS = 1.28  # times as wide as the scale, for the words behind the last point


def draw_rungs(result: Result) -> Picture:
    """The sources of all stories and of each outlet, by rung of the ladder."""
    title = "How much readers are told about the sources"
    groups = [result.all, *result.outlets[: MAX_ROWS - 1]]
    below = ["Of 100 sources, from named people on the left to hidden sources on the right"]
    lines = [f"{title}. {below[0]}:"]
    rows = []
    for place, group in enumerate(groups):
        shares = [group.figures[rung].counted.value or 0.0 for rung in LADDER]
        boxes = [
            Box(share, RUNGS[rung].fill, f"{rung}-{place}", dashed=rung == "hidden")
            for rung, share in zip(LADDER, shares, strict=True)
        ]
        total = f"{group.figures['named_person'].bottom:,.0f} sources"
        rows.append(BarRow(wrapped(group.name, NAME_CHARACTERS, 2), boxes, total))
        told = ", ".join(f"{RUNGS[r].name} {number(s)}" for r, s in zip(LADDER, shares, strict=True))
        lines.append(f"{group.name}, {total}: {told}.")

    def draw(figure: Drawing) -> None:
        from matplotlib.patches import Patch

        draw_bars(figure.subplots(), rows, 100)
        handles = [
            Patch(facecolor=fill.shade, edgecolor=INK, hatch=fill.hatch, label=RUNGS[rung].name)
            for rung, fill in ((rung, RUNGS[rung].fill) for rung in LADDER)
        ]
        draw_key(figure, handles, 2)

    return drawn_picture(title, below, 1.0 + 0.36 * len(rows), draw, "\n".join(lines))


def draw_outlets(result: Result, key: str) -> Picture:
    """One figure of all stories and of each outlet, with its interval."""
    return draw_groups(figure_named(key), [result.all, *result.outlets[: MAX_ROWS - 1]], "by outlet")


def draw_months(result: Result, key: str) -> Picture:
    """One figure of each month, with its interval; of more months than there is room for, the last ones."""
    return draw_groups(figure_named(key), result.months[-2 * MAX_ROWS :], "by month")


def draw_groups(figure: Figure, groups: Sequence[GroupTold], how: str) -> Picture:
    title = f"{figure.name}, {how}"
    rows = [(group.name, group.texts, group.figures[figure.key].counted) for group in groups]
    return draw_intervals(figure, title, rows)


def draw_intervals(figure: Figure, title: str, rows: Sequence[tuple[str, int, Estimate]]) -> Picture:
    """A point for a figure in each row, and a line for its interval. A row is a name, a number of stories, and what
    came out of them."""
    below = [f"{figure.unit[0].upper()}{figure.unit[1:]}. The line is the 95 % interval"]
    lines = [f"{title}. {below[0]}:", *(f"{name}, {stories(texts)}: {in_words(each)}." for name, texts, each in rows)]
    told = [each for _, _, each in rows]
    furthest = max((end for each in told for end in (each.value, each.high) if end is not None), default=1.0)
    end = 100.0 if figure.is_share else furthest * 1.05 or 1.0

    def draw(drawing: Drawing) -> None:
        axes = drawing.subplots()
        for row, each in enumerate(told):
            draw_interval(axes, row, each, f"{figure.key}-{row}")
        axes.set_yticks(range(len(rows)), [wrapped(name, NAME_CHARACTERS, 2) for name, _, _ in rows])
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(0, end * ROOM_FOR_WORDS)
        axes.set_xticks([tick for tick in axes.get_xticks() if 0 <= tick <= end])
        axes.grid(axis="x", color=SHADES["light-grey"])
        axes.set_axisbelow(True)
        axes.tick_params(length=0, labelsize=SMALL, labelcolor=INK)
        axes.spines[["top", "right", "bottom"]].set_visible(False)
        axes.spines["left"].set_color(FAINT)

    return drawn_picture(title, below, 0.6 + 0.3 * len(rows), draw, "\n".join(lines))


def draw_interval(axes: Axes, row: int, each: Estimate, name: str) -> None:
    if each.value is None:
        return
    if each.low is not None and each.high is not None:
        axes.plot([each.low, each.high], [row, row], color=SHADES["steel"], linewidth=5, solid_capstyle="butt")
    axes.plot([each.value], [row], marker="o", markersize=7, color=SHADES["navy"], gid=name)
    behind = max(each.value, each.high or 0)
    axes.annotate(in_words(each), (behind, row), (9, 0), textcoords="offset points", va="center", size=SMALL)


def figure_named(key: str) -> Figure:
    return next(figure for figure in figures() if figure.key == key)

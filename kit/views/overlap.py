"""Two who mark the same text, as a picture: what both have marked, what only the one and only the other.

A square is one mark. Three looks tell the kinds apart without colour: dark (both), white (only the reader, so it was
missed) and striped (only the helper, so it was too much). matplotlib is opened only when a picture is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.errors import counted
from kit.views.drawing import BarRow, Box, draw_bars, draw_key, wrapped
from kit.views.palette import INK
from kit.views.picture import Picture, drawn_picture
from kit.views.wording import OVERLAPS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAME_CHARACTERS = 24  # characters of a name
SHORTEST_SCALE = 14  # marks: a scale for fewer would make rectangles of the squares
MAX_SQUARES = 45  # marks of a row that are drawn one by one: squares of more would be too small


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two have marked: `both`, `missed` (the careful reader alone) and `extra` (the helper alone)."""

    name: str
    both: int
    missed: int
    extra: int

    @property
    def precision(self) -> str:
        return in_a_hundred(self.both, self.both + self.extra)

    @property
    def recall(self) -> str:
        return in_a_hundred(self.both, self.both + self.missed)


def in_a_hundred(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} in 100" if whole else "nothing to count"


def label_behind(share: str, what: str) -> str:
    return f"{share} {what}" if share[0].isdigit() else share


def draw_two_rows(marks: Overlap, thing: str) -> Picture:
    """One text, or many as one: above what the reader marked, found or missed; below what the helper marked, right or
    too much. `thing` is what was marked ("source")."""
    title = f"Marks: {thing}s"
    reader = [("both", marks.both), ("missed", marks.missed)]
    helper = [("both", marks.both), ("extra", marks.extra)]
    rows = [
        ("The reader’s marks", reader, label_behind(marks.recall, "found")),
        ("The helper’s marks", helper, label_behind(marks.precision, "right")),
    ]
    text = (
        f"{title}. {marks.name}:\n"
        f"The careful reader marked {counted(marks.both + marks.missed, thing)}. The helper found {marks.both} of them "
        f"and missed {marks.missed}: {marks.recall} were found.\n"
        f"The helper marked {marks.both + marks.extra}: {marks.both} right and {counted(marks.extra, 'false alarm')}. "
        f"{marks.precision} were right."
    )
    return picture_of(rows, title, [marks.name], text)


def draw_rows(rows: Sequence[Overlap], thing: str) -> Picture:
    """Several texts, a row each: missed, marked by both, too much."""
    title = f"Marks: {thing}s, text by text"
    drawn = [(row.name, [("missed", row.missed), ("both", row.both), ("extra", row.extra)], "") for row in rows]
    below = f"{counted(len(rows), 'text')}, each square is one mark"
    return picture_of(drawn, title, [below], "\n".join([f"{title}:", *map(sentence_about, rows)]))


def sentence_about(row: Overlap) -> str:
    return f"{row.name}: {row.both} marked by both, {row.missed} missed, {counted(row.extra, 'false alarm')}."


Row = tuple[str, Sequence[tuple[str, int]], str]  # a name, its parts with their numbers, and what stands behind


def picture_of(rows: Sequence[Row], title: str, below: Sequence[str], text: str) -> Picture:
    longest = max(sum(number for _, number in parts) for _, parts, _ in rows)
    bars = [
        BarRow(
            wrapped(name, NAME_CHARACTERS, 1),
            in_squares(parts, longest),
            last or " + ".join(str(number) for _, number in parts),
        )
        for name, parts, last in rows
    ]

    def draw(figure: Figure) -> None:
        from matplotlib.patches import Patch

        draw_bars(figure.subplots(), bars, max(SHORTEST_SCALE, longest))
        looks: list[Any] = [
            {"facecolor": fill.shade, "hatch": fill.hatch, "label": means} for fill, means in OVERLAPS.values()
        ]
        draw_key(figure, [Patch(edgecolor=INK, **look) for look in looks], 2)

    return drawn_picture(title, below, 0.65 + 0.33 * len(rows), draw, text)


def in_squares(parts: Sequence[tuple[str, int]], longest: int) -> list[Box]:
    """The pieces of a row: a square for each mark, or one box for all of a kind where squares would be too small."""
    if longest <= MAX_SQUARES:
        return [Box(1, OVERLAPS[kind][0], kind) for kind, number in parts for _ in range(number)]
    return [Box(number, OVERLAPS[kind][0], kind) for kind, number in parts]

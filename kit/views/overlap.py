"""Two who mark the same text, as a picture: what both have marked, what only the one and only the other.

A square is one mark. Three looks tell the kinds apart without colour: dark (both), white (only the reader, so it was
missed) and striped (only the helper, so it was too much). matplotlib is opened only when a picture is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.views.drawing import EDGE, SMALL, TEXT, WIDTH, draw_box, width_of, wrapped, write
from kit.views.palette import FAINT, HAZE, NAVY, STEEL, WHITE, Fill
from kit.views.picture import Picture, drawn_picture
from kit.views.shared_wording import counted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# All lengths are inches.
NAMES = 1.9  # room for the names on the left
NUMBERS = 1.25  # room for what stands behind a row
SQUARE = 0.22  # the largest that one mark is drawn
SMALLEST = 0.07  # below this, single marks are not drawn any more
ROW = 0.34
FILLS = {"both": Fill(STEEL), "missed": Fill(WHITE), "extra": Fill(HAZE, NAVY, "////")}
MEANS = {"both": "marked by both", "missed": "only the reader: missed", "extra": "only the helper: too much"}


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
        f"The helper marked {marks.both + marks.extra}. Of these {marks.both} are right and {marks.extra} too much: "
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
    return f"{row.name}: {row.both} marked by both, {row.missed} missed, {row.extra} too much."


Row = tuple[str, Sequence[tuple[str, int]], str]  # a name, its parts with their numbers, and what stands behind


def picture_of(rows: Sequence[Row], title: str, below: Sequence[str], text: str) -> Picture:
    longest = max(1, *(sum(number for _, number in parts) for _, parts, _ in rows))
    unit = min(SQUARE, (WIDTH - NAMES - NUMBERS) / longest)

    def draw(axes: Axes, top: float) -> None:
        draw_key(axes, top + 0.1)
        for number, (name, parts, last) in enumerate(rows):
            middle = top + 0.35 + ROW * (number + 0.5)
            write(axes, NAMES, middle, wrapped(name, TEXT, NAMES - EDGE, 1)[0], TEXT, align="right")
            left = NAMES + 0.1
            for kind, size in in_squares(parts, unit):
                draw_box(axes, (left, middle), (size, SQUARE), FILLS[kind], kind)
                left += size
            counts = " + ".join(str(number) for _, number in parts)
            write(axes, left + 0.07, middle, last or counts, SMALL, FAINT)

    return drawn_picture(title, below, 0.35 + ROW * len(rows) + EDGE, draw, text)


def in_squares(parts: Sequence[tuple[str, int]], unit: float) -> Iterator[tuple[str, float]]:
    """The pieces of a row: a square for each mark, or one box for all of a kind where squares would be too small."""
    for kind, number in parts:
        if unit >= SMALLEST:
            yield from [(kind, unit)] * number
        elif number:
            yield kind, unit * number


def draw_key(axes: Axes, middle: float) -> None:
    left = EDGE
    for kind, means in MEANS.items():
        draw_box(axes, (left, middle), (0.16, SQUARE), FILLS[kind], kind)
        write(axes, left + 0.22, middle, means, SMALL, FAINT)
        left += 0.5 + width_of(means, SMALL)

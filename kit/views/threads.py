"""A board of evidence: cards on the left, cards on the right, and a thread from one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kit.views.drawing import SMALL, wrapped
from kit.views.palette import INK, PANEL
from kit.views.picture import Picture, drawn_picture

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LEFT_END, RIGHT_START = 0.52, 0.72  # of the width: where the threads begin and end
CARD_CHARACTERS, CARD_LINES = 32, 3
NAME_CHARACTERS = 18
ROW = 0.62  # inches for a card


def draw_threads(
    title: str, left: Sequence[str], right: Sequence[str], threads: Sequence[tuple[int, int]], text: str
) -> Picture:
    """Cards with threads between them.

    Takes a title, the words on the left and on the right, and pairs of their places, each a thread; `text` has the same
    in sentences. Gives a picture.
    """
    height = max(len(left), len(right))

    def level(number: int, of: int) -> float:
        return (number + 0.5) / of * height

    def draw(figure: Figure) -> None:
        axes = figure.subplots()
        axes.set(xlim=(0, 1), ylim=(height, 0))
        axes.axis("off")
        card: Any = {"boxstyle": "square,pad=0.5", "facecolor": PANEL, "edgecolor": INK, "linewidth": 0.8}
        look: Any = {"size": SMALL, "va": "center", "bbox": card}
        for first, second in threads:
            ends = level(first, len(left)), level(second, len(right))
            axes.plot((LEFT_END, RIGHT_START), ends, color=INK, linewidth=1.2, marker="o", markersize=4)
        for number, words in enumerate(left):
            axes.text(0.02, level(number, len(left)), wrapped(words, CARD_CHARACTERS, CARD_LINES), **look)
        for number, words in enumerate(right):
            axes.text(0.74, level(number, len(right)), wrapped(words, NAME_CHARACTERS, CARD_LINES), **look)

    return drawn_picture(title, (), ROW * height, draw, text)

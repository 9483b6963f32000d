"""A table for a lesson: a title, a line on how to read it, and rows of words, some of them marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kit.views.rendering import View

Cell = str | tuple[tuple[str, bool], ...]  # words, or pieces of them, each with whether it is marked
ROWS_OPEN = 12  # rows that are shown at once; the others wait behind a line that opens them


@dataclass(frozen=True, slots=True, repr=False)
class Sheet(View):
    """A table: a notebook shows it as one, `print` writes a block of lines for each row.

    `widths` are the shares of the columns in per cent. `open` tells how many rows are shown at once. Without rows the
    note is all there is.
    """

    title: str
    note: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    widths: tuple[int, ...] = ()
    open: int = ROWS_OPEN
    part: ClassVar[str] = "sheet"

    def lines(self) -> Iterator[str]:
        yield self.title
        yield self.note
        for row in self.rows:
            yield ""
            yield words_of(row[0])
            for head, cell in zip(self.head[1:], row[1:], strict=True):
                if words_of(cell):
                    yield f"  {head}: {words_of(cell)}"


def words_of(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "".join(words for words, _ in cell)

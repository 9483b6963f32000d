"""A table for a lesson: a title, a line on how to read it, and rows of words, some of them marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from kit.views.highlight import stylesheet
from kit.views.passages import as_html
from kit.views.phrases import counted

Pieces = tuple[tuple[str, bool], ...]  # words, and whether they are marked
OPEN = 12  # rows that are shown at once; the others wait behind a line that opens them


@dataclass(frozen=True, slots=True, repr=False)
class Sheet:
    """A table: a notebook shows it as one, `print` writes a block of lines for each row.

    `widths` are the shares of the columns in per cent. `open` tells how many rows are shown at once. Without rows the
    note is all there is.
    """

    title: str
    note: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Pieces, ...], ...] = ()
    widths: tuple[int, ...] = ()
    open: int = OPEN

    def __repr__(self) -> str:
        return "\n".join(lines_of(self))

    def _repr_html_(self) -> str:
        return to_html(self)


def plain(words: str) -> Pieces:
    """A cell in which nothing is marked."""
    return ((words, False),)


def words_of(cell: Pieces) -> str:
    return "".join(words for words, _ in cell)


def to_html(sheet: Sheet) -> str:
    first, rest = sheet.rows[: sheet.open], sheet.rows[sheet.open :]
    behind = (
        f"<details><summary>{counted(len(rest), 'more row')}</summary>{table_of(sheet, rest)}</details>" if rest else ""
    )
    return (
        f'<div class="kit-facts"><style>{stylesheet("ledger.css")}</style>'
        f'<p class="kit-facts-title"><bdi>{escape(sheet.title, quote=False)}</bdi></p>'
        f"<p>{escape(sheet.note, quote=False)}</p>{table_of(sheet, first) if first else ''}{behind}</div>"
    )


def table_of(sheet: Sheet, rows: tuple[tuple[Pieces, ...], ...]) -> str:
    columns = "".join(f'<col style="width:{width}%">' for width in sheet.widths)
    heads = "".join(f'<th scope="col">{escape(head, quote=False)}</th>' for head in sheet.head)
    body = "".join(row_of(row) for row in rows)
    return (
        f'<table class="kit-fact kit-sheet"><colgroup>{columns}</colgroup>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def row_of(row: tuple[Pieces, ...]) -> str:
    first, *others = (as_html(cell) for cell in row)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'


def lines_of(sheet: Sheet) -> Iterator[str]:
    """The table in plain text."""
    yield sheet.title
    yield sheet.note
    for row in sheet.rows:
        yield ""
        yield words_of(row[0])
        for head, cell in zip(sheet.head[1:], row[1:], strict=True):
            if words_of(cell):
                yield f"  {head}: {words_of(cell)}"

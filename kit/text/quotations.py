"""Find quotations: straight, curly, single, nested, unclosed, and those that run over several paragraphs.

The rules are those of newspapers: a quotation that goes on in a new paragraph is left open, and the new paragraph opens
it again (Associated Press Stylebook, "quotation marks"); British papers use single marks where American ones use
double marks. Typists' habits are understood too: ''two apostrophes'', ``backticks'', and a mark the wrong way round.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.text.article import Quotation, Span
from kit.text.characters import BLANKS
from kit.text.layout import trimmed
from kit.text.quotation_marks import QuotationMark, find_marks

OPEN, DROPPED = -1, -2  # instead of the end of a quotation
MAX_DEPTH = 3  # a quotation in a quotation in a quotation: beyond that the marks are noise


@dataclass(slots=True)
class _UnfinishedQuotation:
    """A quotation of one paragraph while it is being put together."""

    mark: QuotationMark
    inner_end: int = OPEN
    end: int = OPEN


def find_quotations(text: str, parts: list[Span]) -> tuple[Quotation, ...]:
    """All quotations in order of their start; `parts` are the paragraphs without page furniture.

    Time is linear in the text: each mark is put on a stack once and taken off once.
    """
    found: list[Quotation] = []
    carried = ""  # the family of marks that the paragraph before left open
    for number, part in enumerate(parts):
        following = parts[number + 1].start if number + 1 < len(parts) else len(text)
        marks = find_marks(text, part, following)
        if not marks:
            carried = ""
            continue
        pieces, stray = _paired(marks)
        first = marks[0]
        held = text[part.start : first.start].strip(BLANKS)
        if carried and stray is first and first.family == carried and held:  # it goes on without being opened again
            found.append(Quotation(Span(part.start, first.end), Span(part.start, first.start), 0, True, True))
        reopened = first.opens and first.family == carried and first.start == part.start
        carried = _end_paragraph(text, part, pieces)
        found.extend(_as_quotations(text, pieces, first if reopened else None))
    return tuple(found)


def _paired(marks: list[QuotationMark]) -> tuple[list[_UnfinishedQuotation], QuotationMark | None]:
    """The marks of a paragraph in pairs, in order of their opening; and the first mark that closes nothing."""
    pieces: list[_UnfinishedQuotation] = []
    stack: list[_UnfinishedQuotation] = []
    waiting = {"double": 0, "angle": 0, "single": 0}
    stray = None
    inches = None
    for mark in marks:
        if mark.opens:
            pieces.append(_UnfinishedQuotation(mark))
            stack.append(pieces[-1])
            waiting[mark.family] += 1
        elif mark.family == "single":
            if stack and stack[-1].mark.family == "single":
                piece = stack.pop()
                piece.inner_end, piece.end = mark.start, mark.end
                inches = None
        elif waiting[mark.family]:
            while (piece := stack.pop()).mark.family != mark.family:
                waiting[piece.mark.family] -= 1
                piece.inner_end = piece.end = mark.start if piece.mark.family != "single" else DROPPED
            waiting[mark.family] -= 1
            piece.inner_end, piece.end = mark.start, mark.end
            inches = piece if mark.after_digit else None
        elif inches and not stack and mark.family == "double":  # "a 12" pizza," he said: the first was no closing mark
            inches.inner_end, inches.end = mark.start, mark.end
            inches = None
        elif stray is None:
            stray = mark
    return pieces, stray


def _end_paragraph(text: str, part: Span, pieces: list[_UnfinishedQuotation]) -> str:
    """Give the quotations left open an end: the next opening mark of that shape, or else the end of the paragraph.

    A single mark left open was an apostrophe, and its piece is dropped, unless the next paragraph opens it again.
    Returns the family of the last one if it reaches the end of the paragraph.
    """
    carried = ""
    limits: dict[str, int] = {}
    for piece in reversed(pieces):
        shape = text[piece.mark.start : piece.mark.end]
        if piece.end == OPEN and piece.mark.family == "single" and not piece.mark.reopened:
            piece.end = DROPPED
        if piece.end == DROPPED:
            continue
        if piece.end == OPEN:
            limit = limits.get(shape, part.end)
            piece.inner_end = piece.end = trimmed(text, piece.mark.end, limit).end
            if limit == part.end:
                carried = piece.mark.family
        for other, limit in limits.items():  # quotations never cross
            if piece.mark.start < limit < piece.end:
                limits[other] = piece.mark.start
        limits[shape] = piece.mark.start
    pieces[:] = [piece for piece in pieces if piece.end != DROPPED]
    return carried


def _as_quotations(text: str, pieces: list[_UnfinishedQuotation], reopening: QuotationMark | None) -> list[Quotation]:
    """The pieces as quotations, with the number of quotations around each."""
    found = []
    around: list[int] = []  # where the quotations around end
    for piece in pieces:
        start, inner = piece.mark.start, Span(piece.mark.end, piece.inner_end)
        while around and around[-1] <= start:
            around.pop()
        if text[inner.start : inner.end].strip(BLANKS):
            if len(around) < MAX_DEPTH:
                closed = piece.end > piece.inner_end
                found.append(Quotation(Span(start, piece.end), inner, len(around), closed, piece.mark is reopening))
            around.append(piece.end)
    return found

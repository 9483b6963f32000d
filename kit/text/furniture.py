"""Page furniture: what stands on a news page but is not reporting."""

from __future__ import annotations

from kit.text.article import Furniture, Span
from kit.text.furniture_lexicon import LONGEST_FURNITURE, furniture_lexicon
from kit.text.headlines import has_title, is_stray_headline

TOP_PARAGRAPHS = 4  # paragraphs, beginning with the headline, in which a dateline without an agency is looked for
KINDS_ABOVE_A_REPORT = frozenset(("byline", "dateline", "date", "label"))


def find_furniture(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span | None, tuple[Furniture, ...]]:
    """The headline, and the pieces of the page to keep out of the findings, in order; they never overlap."""
    if len(paragraphs) < 2:
        return None, _in_single_paragraph(text, paragraphs)
    lines = [text[start:end] for start, end in paragraphs]
    pieces: list[list[Furniture]] = []
    seen = 0
    look, patterns = furniture_lexicon().pieces, furniture_lexicon().for_text(text)
    for line in lines:
        pieces.append(look(line, seen < TOP_PARAGRAPHS, patterns))
        seen += not _is_all_of(pieces[-1], line)
    body = [number for number, line in enumerate(lines) if not _is_all_of(pieces[number], line)]
    title = _title(lines, pieces, body)
    for number, place in enumerate(body):
        if place != title and not pieces[place] and len(lines[place]) <= LONGEST_FURNITURE:
            before = lines[body[number - 1]] if number else ""
            after = lines[body[number + 1]] if number + 1 < len(body) else ""
            if is_stray_headline(lines[place], lines[title] if title is not None else "", before, after):
                pieces[place] = [Furniture(Span(0, len(lines[place])), "headline")]
    found = [_moved(piece, start) for (start, _), of_line in zip(paragraphs, pieces, strict=True) for piece in of_line]
    return paragraphs[title] if title is not None else None, tuple(found)


def _title(lines: list[str], pieces: list[list[Furniture]], body: list[int]) -> int | None:
    """The number of the paragraph that is the headline."""
    if len(body) < 2 or pieces[body[0]]:
        return None
    top = pieces[body[0] + 1 : body[1] + 1]
    signed = any(piece.kind in KINDS_ABOVE_A_REPORT for of_line in top for piece in of_line)
    return body[0] if has_title([lines[place] for place in body[:3]], signed) else None


def _in_single_paragraph(text: str, paragraphs: tuple[Span, ...]) -> tuple[Furniture, ...]:
    """A single paragraph may hold a dateline or a credit; but as a whole it is what the reader wants to read."""
    return tuple(
        _moved(piece, start)
        for start, end in paragraphs
        for piece in furniture_lexicon().pieces(text[start:end])
        if not _is_all_of([piece], text[start:end])
    )


def _is_all_of(pieces: list[Furniture], line: str) -> bool:
    return len(pieces) == 1 and pieces[0].span == (0, len(line))


def _moved(piece: Furniture, start: int) -> Furniture:
    """Furniture of a paragraph that begins at `start`, with its place in the text."""
    return Furniture(Span(start + piece.span.start, start + piece.span.end), piece.kind)

"""`read`: from a text or a file to an `Article`."""

from __future__ import annotations

from pathlib import Path

from kit.text import furniture as page
from kit.text import layout
from kit.text import sentences as cut
from kit.text import tokens
from kit.text.article import Article, Span
from kit.text.quotations import find_quotations


class ReadingError(ValueError):
    """A text that can't be read; the message says why and what to do."""


def read(what: str | Path, *, outlet: str = "", date: str = "", url: str = "") -> Article:
    """Read a news text: the text itself, or the path of a file that holds it."""
    text = Path(what).read_text(encoding="utf-8") if isinstance(what, Path) else what
    paragraphs = layout.find_paragraphs(text)
    title, furniture = page.find_furniture(text, paragraphs)
    parts = _without(paragraphs, [f.span for f in furniture])
    sentences = cut.find_sentences(text, parts)
    words = tokens.split(text)
    rows = cut.rows_of(words.start, sentences)
    tokens.tag(words, rows)
    quotations = find_quotations(text, parts)
    return Article(text, title, outlet, date, url, paragraphs, tuple(sentences), quotations, furniture, words, tuple(rows))


def _without(paragraphs: tuple[Span, ...], furniture: list[Span]) -> list[Span]:
    """The paragraphs with the furniture cut out."""
    parts = []
    waiting = iter(furniture)
    piece = next(waiting, None)
    for start, end in paragraphs:
        while piece is not None and piece.start < end:
            if piece.start > start:
                parts.append(Span(start, piece.start))
            start = max(start, piece.end)
            piece = next(waiting, None)
        if start < end:
            parts.append(Span(start, end))
    return parts

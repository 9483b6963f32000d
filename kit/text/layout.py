"""Paragraphs: how the text is laid out on its lines."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from kit.text.article import Span
from kit.text.characters import BLANKS, HIDDEN, NEWLINES

LINE = re.compile(f"[^{NEWLINES}]+")
BREAK = re.compile(f"\r\n|[{NEWLINES}]")
WRAPPED_WIDTHS = range(45, 101)  # characters of the longest line that a program broke: mails 72, terminals 80
FULL_STOPS = ".!?…:;\"”’')]»"


class _Line(NamedTuple):
    start: int
    end: int
    indent: int  # blanks before it
    gap: bool  # an empty line stands before it


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs, without the blanks around them.

    Each line is a paragraph, unless a program has wrapped the lines, as mail programs do. Then a paragraph goes on
    until an empty line, an indented line, or a line that ends although the next word would have fitted.
    """
    lines = _lines(text)
    width = _wrapped_at(text, lines)
    if not width:
        return tuple([Span(line.start, line.end) for line in lines])
    found: list[Span] = []
    before = None
    for line in lines:
        if before and not line.gap and line.indent <= before.indent and not _fits(text, before, line, width):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(Span(line.start, line.end))
        before = line
    return tuple(found)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and unseen characters at its edges."""
    piece = text[start:end]
    shown = piece.lstrip(HIDDEN)
    start = end - len(shown)
    return Span(start, start + len(shown.rstrip(BLANKS)))


def _lines(text: str) -> list[_Line]:
    """The lines that hold something to see."""
    found: list[_Line] = []
    last = 0
    for match in LINE.finditer(text):
        raw = match.group()
        shown = raw.lstrip(HIDDEN)
        at = match.start()
        start = at + len(raw) - len(shown)
        shown = shown.rstrip(BLANKS)
        if not shown:
            continue
        gap = bool(found) and len(BREAK.findall(text, last, at)) > 1
        found.append(_Line(start, start + len(shown), start - at, gap))
        last = found[-1].end
    return found


def _wrapped_at(text: str, lines: list[_Line]) -> int:
    """The width of the longest line if a program has wrapped the text, 0 if not.

    A wrapped text has no long lines, and at least half of those that could not take one word more break off in the
    midst of a sentence.
    """
    width = max((line.end - line.start for line in lines), default=0)
    if width not in WRAPPED_WIDTHS:
        return 0
    full = amid = 0
    for before, line in pairwise(lines):
        if not line.gap and not _fits(text, before, line, width):
            full += 1
            amid += text[before.end - 1] not in FULL_STOPS and text[line.start].islower()
    return width if amid and amid * 2 >= full else 0


def _fits(text: str, before: _Line, line: _Line, width: int) -> bool:
    """Would the first word of a line still have fitted on the line before?"""
    word = text[line.start : min(line.end, line.start + width)].split(None, 1)[0]
    return before.end - before.start + 1 + len(word) <= width

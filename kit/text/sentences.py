"""Paragraphs and sentences."""

from __future__ import annotations

import re

from kit.text.article import Quotation, Span

BLANK = re.compile(r"(?:[^\S\n]*(?:\r\n|\r|\n|\u2029)){2,}[^\S\n]*")
LINE = re.compile(r"[^\r\n\u2028\u2029]+")
SPACE = " \t\r\n\v\f\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\u200b\ufeff\u2060\u2028\u2029"
WRAPPED = range(45, 101)  # the width of lines that a program broke, not a writer


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and zero-width characters at its edges."""
    while start < end and text[start] in SPACE:
        start += 1
    while end > start and text[end - 1] in SPACE:
        end -= 1
    return Span(start, end)


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Blocks between blank lines; inside a block every line is a paragraph unless a program has wrapped the lines."""
    found = []
    at = 0
    for gap in [*BLANK.finditer(text), None]:
        block = trimmed(text, at, gap.start() if gap else len(text))
        at = gap.end() if gap else at
        if block.start == block.end:
            continue
        lines = [trimmed(text, *m.span()) for m in LINE.finditer(text, *block)]
        lines = [line for line in lines if line.start < line.end]
        if len(lines) > 1 and all(line.end - line.start in WRAPPED for line in lines[:-1]):
            found.append(block)
        else:
            found.extend(lines)
    return tuple(found)


def find_sentences(text: str, parts: list[Span]) -> list[Span]:
    """The sentences of each part (a paragraph without its furniture)."""
    import nupunkt

    found: list[Span] = []
    for part in parts:
        first = len(found)
        for start, end in nupunkt.sent_spans(text[part.start : part.end]):
            span = trimmed(text, part.start + start, part.start + end)
            if span.start == span.end:
                continue
            # "Really?" she said: a sentence does not begin with a small letter
            if len(found) > first and text[span.start].islower() and text[found[-1].end - 1] not in ".…":
                found[-1] = Span(found[-1].start, span.end)
            else:
                found.append(span)
    return found


def rows_of(starts: list[int], sentences: list[Span]) -> list[tuple[int, int]]:
    """First and last (exclusive) word of each sentence."""
    from bisect import bisect_left

    return [(bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in sentences]


def outermost(quotations: tuple[Quotation, ...]) -> list[Quotation]:
    """Quotations that stand in no other."""
    return [q for q in quotations if q.depth == 0]

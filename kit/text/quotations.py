"""Find quotations: straight, curly, single, nested, unclosed, and those that run over several paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right

from kit.text.article import Quotation, Span

MARK = re.compile(r"[“”„«»\"]|``|''|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)|[‘’]")
OPENS = {"“": "”", "„": "”", "«": "»", "``": "''", "''": "''", "‘": "’", "'": "'", '"': '"'}
ELISIONS = re.compile(r"['’‘](?:tis|twas|em|til|cause|n|bout|\d\ds?)\b", re.IGNORECASE)
DEEPEST = 3  # a quotation in a quotation in a quotation: beyond that the marks are noise


class _Open:
    __slots__ = ("mark", "start", "after", "continues")

    def __init__(self, mark: str, start: int, after: int, continues: bool):
        self.mark, self.start, self.after, self.continues = mark, start, after, continues


def find_quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """All quotations in order of their start. Time is linear in the text: each mark is looked at once."""
    found: list[Quotation] = []
    starts = [p.start for p in paragraphs]
    stack: list[_Open] = []
    here = 0
    carried = False  # the paragraph before ended inside a quotation

    def close(item: _Open, end: int, inner_end: int, closed: bool) -> None:
        if text[item.after : inner_end].strip():
            found.append(
                Quotation(Span(item.start, end), Span(item.after, inner_end), len(stack), closed, item.continues)
            )

    def end_paragraph() -> bool:
        """Close what is open at the end of a paragraph; tell whether a double quotation was."""
        stop = paragraphs[here].end
        was_open = any(item.mark not in ("'", "‘") for item in stack)
        while stack:
            item = stack.pop()
            if item.mark not in ("'", "‘"):  # an unclosed single mark was an apostrophe
                close(item, stop, stop, False)
        return was_open

    for match in MARK.finditer(text):
        mark, at, after = match.group(), match.start(), match.end()
        place = max(0, bisect_right(starts, at) - 1)
        if place != here:
            carried = end_paragraph() and place == here + 1
            here = place
        role = _role(text, mark, at, after, stack)
        if role == "open" and len(stack) < DEEPEST:
            if mark in ('"', "''") and any(item.mark == mark for item in stack):
                while stack and stack[-1].mark != mark:
                    stack.pop()
                item = stack.pop()
                close(item, at, at, False)
            first = carried and at == paragraphs[here].start
            stack.append(_Open(mark, at, after, first))
        elif role == "close":
            wanted = next((k for k in range(len(stack) - 1, -1, -1) if _pairs(stack[k].mark, mark)), None)
            if wanted is not None:
                del stack[wanted + 1 :]
                item = stack.pop()
                close(item, after, at, True)
    if paragraphs:
        end_paragraph()
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def _pairs(opening: str, closing: str) -> bool:
    return OPENS[opening] == closing or (opening in ("“", "„", "``") and closing in ("”", '"', "“")) or (opening == '"' and closing in "”")


def _role(text: str, mark: str, at: int, after: int, stack: list[_Open]) -> str:
    """Does this mark open or close a quotation, or is it an apostrophe, an inch, a year?"""
    before = text[at - 1] if at else " "
    behind = text[after] if after < len(text) else " "
    if mark in "‘’'":
        if ELISIONS.match(text, at) and not (mark == "‘" and text.find("’", after, after + 60) > 0):
            return ""
        if mark == "‘":
            return "open" if not before.isalnum() else ""
        if before.isalnum() and behind.isalnum():
            return ""
        single = any(item.mark in ("'", "‘") for item in stack)
        if single and not before.isspace():
            return "close"
        return "open" if mark == "'" and not before.isalnum() and not behind.isspace() else ""
    if mark in ("“", "„", "«", "``"):
        # Some typists close with an opening mark: “like this“
        if mark == "“" and stack and not before.isspace() and (behind.isspace() or behind in ".,;)"):
            return "close"
        return "open"
    if mark in ("”", "»"):
        return "close"
    opening = (before.isspace() or before in "([{—–-/‘'“") and not behind.isspace()
    if any(item.mark in ('"', "“", "''", "``") for item in stack):
        closing = not before.isspace() or behind.isspace()
        return "close" if closing and not (opening and before.isspace()) else "open"
    if before.isdigit() and not opening:
        return ""
    return "open" if not behind.isspace() else ""

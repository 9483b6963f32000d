"""Quotation marks: which of them open, which close, and which are apostrophes, inches or years."""

from __future__ import annotations

import re
from typing import NamedTuple

from kit.text.article import Span
from kit.text.characters import BLANKS, SPACES
from kit.text.word_lists import any_of, word_list

# Apostrophes inside of words are no marks.
POSSIBLE_MARK = re.compile(r"[“”„‟«»\"‘‚‛]|``|'''?|['’](?:(?<!\w['’])|(?!\w))")
SINGLES = frozenset("‘‚‛'’")
PASSED_OVER = frozenset("“”„‟«»\"‘‚‛'’`") | frozenset(BLANKS) - frozenset(SPACES)
MAX_NEIGHBOUR_DISTANCE = 8  # how many marks and unseen characters are passed over to find the neighbour of a mark
BEFORE_OPENING = frozenset("([{<—–―-/")
AFTER_CLOSING = frozenset(",.;:!?)]}>—–―-…/")
# Words that begin with an apostrophe: 'em, 'tis, the '90s, rock 'n' roll
ELISION = re.compile(rf"['’‘](?:(?P<year>\d\ds?)|{any_of(word_list('apostrophes', 'elisions'))})(?!\w)", re.IGNORECASE)
# An apostrophe at the end of a word: the Smiths' house, goin' home, ol' times
WORD_FINAL = re.compile(r"(?:s|\w\win|\b(?:o|ol|th|an|lil|mo|jus))$", re.IGNORECASE)
FEET = re.compile(r"\d['’′]\s?\d{1,2}$")  # 6'2" tall
# Characters: how far a single mark may look for an apostrophe to close it, if there is nothing better.
MAX_APOSTROPHE_DISTANCE = 60


class QuotationMark(NamedTuple):
    """A quotation mark. `family` is double, angle or single.

    `reopened` is True for a single mark that begins a paragraph, is not closed in it, and begins the next one again.
    """

    start: int
    end: int
    family: str
    opens: bool
    after_digit: bool = False
    reopened: bool = False


class _SingleMark(NamedTuple):
    """What may be a single quotation mark."""

    start: int
    opens: bool
    doubtful: bool  # opens only if a mark after punctuation closes it
    closes: bool
    weak: bool  # closes, but may be the apostrophe of "the Smiths'"
    strong: bool  # closes, and follows punctuation


def find_marks(text: str, part: Span, following: int) -> list[QuotationMark]:
    """The quotation marks of a paragraph, each opening or closing; `following` is where the next paragraph begins."""
    doubles: list[tuple[int, int]] = []
    singles: list[int] = []
    for match in POSSIBLE_MARK.finditer(text, part.start, part.end):
        at, end = match.span()
        if end - at == 3:  # ''' is two marks: the outer one stands outside
            opening = _neighbours(text, part, at, end)[0].isspace()
            singles.append(end - 1 if opening else at)
            doubles.append((at, end - 1) if opening else (at + 1, end))
        elif text[at] in SINGLES and end - at == 1:
            singles.append(at)
        else:
            doubles.append((at, end))
    marks = _doubles(text, part, doubles) if doubles else []
    if singles:
        marks += _singles(text, part, singles, following)
        marks.sort()
    return marks


def _neighbours(text: str, part: Span, at: int, end: int) -> tuple[str, str]:
    """The characters around a mark, past other marks and unseen ones; a space at the edge of the paragraph."""
    left, right = at - 1, end
    while left >= part.start and at - left < MAX_NEIGHBOUR_DISTANCE and text[left] in PASSED_OVER:
        left -= 1
    while right < part.end and right - end < MAX_NEIGHBOUR_DISTANCE and text[right] in PASSED_OVER:
        right += 1
    return text[left] if left >= part.start else " ", text[right] if right < part.end else " "


def _doubles(text: str, part: Span, places: list[tuple[int, int]]) -> list[QuotationMark]:
    """Double and angle marks. Straight ones tell by their neighbours what they are, curly ones by their shape first."""
    found = []
    waiting = {"double": 0, "angle": 0}
    left_over = {'"': 0, "''": 0}
    shapes = [text[at:end] for at, end in places]
    # “ and ” in turn, as it should be
    if shapes[::2] == ["“"] * len(shapes[::2]) and shapes[1::2] == ["”"] * len(shapes[1::2]):
        return [QuotationMark(at, end, "double", shape == "“") for (at, end), shape in zip(places, shapes, strict=True)]
    for shape in shapes:
        if shape in left_over:
            left_over[shape] += 1
    for (at, end), shape in zip(places, shapes, strict=True):
        family = "angle" if shape in "«»" else "double"
        if shape in left_over:
            left_over[shape] -= 1
        left, right = _neighbours(text, part, at, end)
        opens = _opens(shape, left, right, waiting[family] > 0, left_over.get(shape, 0))
        inches = shape == '"' and left.isdigit() and not opens
        if opens is None or (inches and (not waiting[family] or FEET.search(text[max(part.start, at - 6) : at]))):
            continue
        waiting[family] = max(0, waiting[family] + (1 if opens else -1))
        found.append(QuotationMark(at, end, family, opens, inches))
    return found


def _opens(shape: str, left: str, right: str, waiting: bool, left_over: int) -> bool | None:
    """Does a double mark open a quotation (True), close one (False), or neither (None)?

    `waiting` tells whether one is open, `left_over` how many straight marks the paragraph still has.
    """
    begins = left.isspace() or left in BEFORE_OPENING
    ends = right.isspace() or right in AFTER_CLOSING
    if shape in ("„", "``"):
        return True
    if shape in ("“", "‟", "«"):  # “like this“, »like this«, and “like this “
        return not (waiting and ends and (not left.isspace() or right.isspace()))
    if shape in ("”", "»"):  # ”like this”, »like this«
        return not waiting and begins and not ends
    if begins != ends:
        return begins
    if waiting:
        return False
    return True if left_over % 2 else None


def _singles(text: str, part: Span, places: list[int], following: int) -> list[QuotationMark]:
    """Single marks, in pairs. What closes nothing or is never closed is an apostrophe."""
    seen = [_single(text, part, at) for at in places]
    if not any(mark.opens for mark in seen):
        return []
    opening, closing, firm, strong = _next_of_each(seen)
    found: list[QuotationMark] = []
    open_at = -1
    for number, mark in enumerate(seen):
        if open_at >= 0 and mark.closes:
            if mark.weak and firm[number] < opening[number]:
                continue  # ‘the Smiths’ house’: a better one follows
            found.append(QuotationMark(open_at, open_at + 1, "single", True))
            found.append(QuotationMark(mark.start, mark.start + 1, "single", False))
            open_at = -1
        elif mark.opens:
            if mark.doubtful:
                closed = strong[number] < opening[number]
            else:
                near = (
                    closing[number] < len(seen) and seen[closing[number]].start - mark.start < MAX_APOSTROPHE_DISTANCE
                )
                closed = near or firm[number] < len(seen)
            if closed:
                open_at = mark.start
            elif mark.start == part.start and following < len(text) and text[following] == text[mark.start]:
                found.append(QuotationMark(mark.start, mark.start + 1, "single", True, reopened=True))
    return found


def _next_of_each(seen: list[_SingleMark]) -> tuple[list[int], list[int], list[int], list[int]]:
    """For each mark the number of the next that opens, closes, closes for certain, and follows punctuation."""
    columns: tuple[list[int], list[int], list[int], list[int]] = ([], [], [], [])
    nexts = [len(seen)] * 4
    for number in range(len(seen) - 1, -1, -1):
        for column, following in zip(columns, nexts, strict=True):
            column.append(following)
        mark = seen[number]
        tests = (mark.opens and not mark.doubtful, mark.closes, mark.closes and not mark.weak, mark.strong)
        nexts = [number if test else following for test, following in zip(tests, nexts, strict=True)]
    for column in columns:
        column.reverse()
    return columns


def _single(text: str, part: Span, at: int) -> _SingleMark:
    """Look at a single mark or apostrophe by itself."""
    left, right = _neighbours(text, part, at, at + 1)
    begins = (left.isspace() or left in BEFORE_OPENING) and not right.isspace() and right not in ",.;:!?)]}>"
    elision = ELISION.match(text, at) if begins else None
    closes = not left.isspace() and not right.isalnum()
    return _SingleMark(
        at,
        opens=begins and not (elision and elision["year"]),
        doubtful=bool(elision) or text[at] == "’",
        closes=closes,
        weak=closes and left.isalnum() and bool(WORD_FINAL.search(text, max(part.start, at - 4), at)),
        strong=closes and not left.isalnum(),
    )

"""The words of a PDF: its lines put together into paragraphs again."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median, quantiles
from typing import Any, NamedTuple

from kit.text.decoding import ReadingError
from kit.text.packages import PASTE, optional_package

MAX_PAGES = 60
EDGE_LINES = 2  # at the top and at the bottom of a page, where running heads and page numbers stand
DIGITS = re.compile(r"\d+")
HYPHENED, DIVIDED = re.compile(r"\b\w++-\w+"), re.compile(r"\b(\w++)-$")  # each word is read once
SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*$")
SHORT_LINE = 0.6  # share of the usual width: so short a line ends its paragraph, whatever its last sign
LARGER = 1.15  # of the usual size of letters: a headline
OTHER_SIZE = 1.08  # from here on two lines are in letters of different size, and in different paragraphs
WIDER = 1.4  # times the usual distance between two lines: between two paragraphs
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}  # two letters drawn as one
# What browsers print above and below a page: when, the title, the address, and which page it is.
WHEN = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp]\.?[Mm]\b\.?)?"
WHICH = r"(?:(?:[Pp]age )?\d{1,3}(?: ?/ ?| of )\d{1,3})"
WHERE = r"(?:https?|file):/{2,3}\S+"
PRINTED = re.compile(rf"{WHEN}(?: .*)?|(?:{WHICH} )?{WHERE}(?: {WHICH})|{WHICH} {WHEN}|.{{0,300}} {WHEN}")
PRINTED_TOO = re.compile(rf"(?:.{{0,300}} )?{WHERE}|{WHICH}")  # where another line shows that a browser has printed
ALMOST_FULL = 0.85  # share of the usual width: a line ends its paragraph if it could have taken the next word


def text_of(data: bytes, name: str) -> str:
    """The paragraphs of a PDF, an empty line between them; words divided at the end of a line are put together.

    Raises ReadingError, in a sentence, if it is locked, damaged, a book, or a scan without words.
    """
    optional_package("pypdf", "pypdf", f"{name} is a PDF")
    import pypdf
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # its remarks on sloppy files are for developers
    locked = f"{name} is a PDF that is locked. {PASTE}"
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(locked)
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise ReadingError(
                f"{name} has {count} pages, and the kit reads PDFs of at most {MAX_PAGES}. Print the pages of the "
                "article into a PDF of their own."
            )
        pages = [lines_on(page) for page in reader.pages]
        pictures = any("/XObject" in (page.get("/Resources") or {}) for page in reader.pages)
    except ReadingError:
        raise
    except DependencyError as error:
        raise ReadingError(locked) from error
    except Exception as error:  # whatever the library stumbles over in a damaged file
        raise ReadingError(f"{name} is a PDF that is damaged. {PASTE}") from error
    text = "\n\n".join(paragraphs(without_running_heads(pages)))
    if sum(map(str.isalpha, text)) < count:
        what = (
            "a scan: pictures of pages, without words that a program can read"
            if pictures
            else "a PDF without any words"
        )
        raise ReadingError(
            f"{name} is {what}. Type the part that you need, or copy it with a program that recognises letters, "
            'and paste it into read("""...""") instead.'
        )
    return text


class PrintedLine(NamedTuple):
    """A line of a page, the size of its largest letters, and how far up it stands; 0 if that can't be told."""

    words: str
    size: float = 0.0
    up: float = 0.0


def lines_on(page: Any) -> list[PrintedLine]:
    """The lines of a page that are not empty."""
    rows: list[tuple[list[str], list[tuple[float, float]]]] = [([], [])]

    def see(text: str, cm: Sequence[float], tm: Sequence[float], _: object, size: float) -> None:
        for number, piece in enumerate(text.split("\n")):
            if number:
                rows.append(([], []))
            if piece.strip():
                rows[-1][1].append((abs(size * (tm[3] or tm[0]) * (cm[3] or cm[0])), tm[5] * cm[3] + cm[5]))
            rows[-1][0].append(piece)

    page.extract_text(visitor_text=see)
    lines = [(" ".join("".join(words).translate(LIGATURES).split()), seen) for words, seen in rows]
    return [PrintedLine(words, *max(seen, default=(0.0, 0.0))) for words, seen in lines if words]


def without_running_heads(pages: Sequence[Sequence[PrintedLine]]) -> list[PrintedLine]:
    """The lines of all pages, without those that stand at the edge of most of them, without page numbers, and without
    what a browser prints around a page."""
    counts = Counter(key for page in pages for key in {DIGITS.sub("#", page[n].words) for n in at_the_edge(page)})
    kept = []
    for page in pages:
        edge = set(at_the_edge(page))
        printed = any(PRINTED.fullmatch(page[number].words) for number in edge)
        for number, line in enumerate(page):
            key = DIGITS.sub("#", line.words)
            running = (len(pages) > 2 and counts[key] > len(pages) / 2) or (key == "#" and len(pages) > 1)
            around = printed and (PRINTED.fullmatch(line.words) or PRINTED_TOO.fullmatch(line.words))
            if not (number in edge and (running or around)):
                kept.append(line)
    return kept


def at_the_edge(page: Sequence[object]) -> list[int]:
    numbers = range(len(page))
    return sorted({*numbers[:EDGE_LINES], *numbers[-EDGE_LINES:]})


def paragraphs(lines: Sequence[PrintedLine]) -> Iterator[str]:
    """The lines put together: a paragraph ends with a line that could have taken the next word, or a very short one,
    where more room is left below it, and where the size of the letters changes. Lines in large letters are one
    headline."""
    if not lines:
        return
    words = [line.words for line in lines]
    width = quantiles(map(len, words), n=10)[-1] if len(lines) > 1 else len(words[0])
    usual = median(line.size for line in lines)
    gaps = [before.up - line.up for before, line in pairwise(lines) if before.up > line.up]
    gap = quantiles(gaps, n=4)[0] if len(gaps) > 1 else 0.0  # most lines stand in a paragraph, close to the next
    hyphened = set(HYPHENED.findall(" ".join(words)))
    so_far = words[0]
    for number, (before, line) in enumerate(pairwise(lines)):
        room = len(before.words) + 1 + len(line.words.split(" ", 1)[0]) <= ALMOST_FULL * width
        headline = number == 0 and line.words[:1].isupper()
        ends = len(before.words) <= SHORT_LINE * width or (room and (headline or SENTENCE_END.search(before.words)))
        if max(before.size, line.size) > OTHER_SIZE * min(before.size, line.size):
            ends = True
        elif line.size > LARGER * usual:
            ends = False
        elif before.up - line.up > WIDER * gap > 0:
            ends = True
        if ends:
            yield so_far
            so_far = line.words
        else:
            so_far = joined(so_far, line.words, hyphened)
    yield so_far


def joined(before: str, line: str, hyphened: set[str]) -> str:
    """Two lines in one. A hyphen goes where a small letter follows, unless the text has the word with one elsewhere."""
    divided = DIVIDED.search(before)
    if not divided or not line[:1].islower():
        return f"{before} {line}"
    rest = re.match(r"\w+", line)
    if f"{divided.group(1)}-{rest.group() if rest else ''}" in hyphened:
        return before + line
    return before[:-1] + line

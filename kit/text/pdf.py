"""The words of a PDF: its lines put together into paragraphs again."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import quantiles

from kit.text.decoding import ReadingError
from kit.text.packages import PASTE, optional_package

MAX_PAGES = 60
EDGE_LINES = 2  # at the top and at the bottom of a page, where running heads and page numbers stand
DIGITS = re.compile(r"\d+")
HYPHENED, DIVIDED = re.compile(r"\b\w++-\w+"), re.compile(r"\b(\w++)-$")  # each word is read once
SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*$")
SHORT_LINE = 0.6  # share of the usual width: so short a line ends its paragraph, whatever its last sign
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
        pages = [page.extract_text().splitlines() for page in reader.pages]
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


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages, without those that stand at the edge of most of them, and without page numbers."""
    trimmed = [[" ".join(line.split()) for line in page if line.strip()] for page in pages]
    counts = Counter(key for page in trimmed for key in {DIGITS.sub("#", page[n]) for n in at_the_edge(page)})
    kept = []
    for page in trimmed:
        edge = set(at_the_edge(page))
        for number, line in enumerate(page):
            key = DIGITS.sub("#", line)
            running = len(pages) > 2 and counts[key] > len(pages) / 2
            if not (number in edge and (running or (key == "#" and len(pages) > 1))):
                kept.append(line)
    return kept


def at_the_edge(page: Sequence[str]) -> list[int]:
    numbers = range(len(page))
    return sorted({*numbers[:EDGE_LINES], *numbers[-EDGE_LINES:]})


def paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """The lines put together: a paragraph ends with a line that could have taken the next word, or a very short one."""
    if not lines:
        return
    width = quantiles(map(len, lines), n=10)[-1] if len(lines) > 1 else len(lines[0])
    hyphened = set(HYPHENED.findall(" ".join(lines)))
    so_far = lines[0]
    for number, (before, line) in enumerate(pairwise(lines)):
        room = len(before) + 1 + len(line.split(" ", 1)[0]) <= ALMOST_FULL * width
        headline = number == 0 and line[:1].isupper()
        if len(before) <= SHORT_LINE * width or (room and (headline or SENTENCE_END.search(before))):
            yield so_far
            so_far = line
        else:
            so_far = joined(so_far, line, hyphened)
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

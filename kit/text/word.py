"""The words of a Word document (.docx)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection
from typing import Any

from kit.text.decoding import ReadingError
from kit.text.packages import PASTE, optional_package

MAX_UNPACKED_BYTES = 200_000_000  # bytes, unpacked; a document with pictures has a few million
MAX_WORDS_BYTES = 20_000_000  # bytes of what is not a picture; a book of 500 pages has half of that
PICTURES = "word/media/"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, RUN = f"{W}p", f"{W}r"
PIECES = {f"{W}t": "", f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
LEFT_OUT = (f"{W}moveFrom", f"{W}del", f"{W}tabs")
MAX_BASES = 20  # styles of which one is based on the other
OFF = ("0", "false", "off")  # what Word writes where hidden text is not hidden after all


def text_of(data: bytes, name: str) -> str:
    """The paragraphs of a document, a line each, tables cell by cell; deleted words and comments are left out.

    Raises ReadingError, in a sentence, if it is damaged or has no words.
    """
    optional_package("docx", "python-docx", f"{name} is a Word document")
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            sizes = {entry.filename: entry.file_size for entry in packed.infolist()}
            words = sum(size for place, size in sizes.items() if not place.startswith(PICTURES))
            if sum(sizes.values()) > MAX_UNPACKED_BYTES or words > MAX_WORDS_BYTES:
                raise ReadingError(f"{name} is a Word document that is far too large to be an article. {PASTE}")
        document = docx.Document(io.BytesIO(data))
        body, hiding = document.element.body, hiding_styles(document.styles.element)
    except ReadingError:
        raise
    except Exception as error:  # whatever the library stumbles over in a damaged file
        raise ReadingError(f"{name} is a Word document that is damaged. {PASTE}") from error
    text = "\n".join(line for line in lines_of(body, hiding) if line.strip())
    if not text:
        raise ReadingError(f"{name} is a Word document without any words; perhaps they are in a picture. {PASTE}")
    return text


def lines_of(body: Any, hiding: Collection[str] = ()) -> list[str]:
    """The words of each paragraph as they are printed: with what was inserted, without what was deleted, moved away or
    hidden; `hiding` are the names of styles that hide.

    The library's own `text` leaves out what somebody has inserted with tracked changes.
    """
    lines: dict[Any, list[str]] = {}
    for piece in body.iter(PARAGRAPH, *PIECES):
        if piece.tag == PARAGRAPH:
            lines[piece] = []
            continue
        paragraph = run = None
        for around in piece.iterancestors():
            if around.tag in LEFT_OUT or around.tag.endswith("}Fallback"):
                break
            if around.tag == PARAGRAPH and paragraph is None:
                paragraph = around
            elif around.tag == RUN and run is None:
                run = around
        else:
            if paragraph is not None and not is_hidden(run, paragraph, hiding):
                lines[paragraph].append(PIECES[piece.tag] or piece.text or "")
    return ["".join(words) for words in lines.values()]


def is_hidden(run: Any, paragraph: Any, hiding: Collection[str]) -> bool:
    """Is a run of a paragraph in hidden letters, by its own format or by a style?"""
    own = run.find(f"{W}rPr/{W}vanish") if run is not None else None
    if own is not None:
        return is_on(own)
    styles = [paragraph.find(f"{W}pPr/{W}pStyle")] if hiding else []
    styles += [run.find(f"{W}rPr/{W}rStyle")] if hiding and run is not None else []
    return any(style is not None and style.get(f"{W}val") in hiding for style in styles)


def is_on(switch: Any) -> bool:
    """Is an element of a format that is either on or off on?"""
    return switch.get(f"{W}val", "1") not in OFF


def hiding_styles(styles: Any) -> frozenset[str]:
    """The styles that hide letters, and those that are based on one of them and don't say otherwise."""
    hides: dict[str, bool | str] = {}
    for style in styles.iter(f"{W}style"):
        own, base = style.find(f"{W}rPr/{W}vanish"), style.find(f"{W}basedOn")
        based_on = base.get(f"{W}val", "") if base is not None else ""
        hides[style.get(f"{W}styleId", "")] = is_on(own) if own is not None else based_on
    for _ in range(MAX_BASES):
        hides = {name: hides.get(base, False) if isinstance(base, str) else base for name, base in hides.items()}
    return frozenset(name for name, hidden in hides.items() if hidden is True)

"""From bytes to text: what a file holds, and in which encoding."""

from __future__ import annotations

import codecs
import re
from functools import cache

from kit.errors import KitError

SAVE_AS = "Open it in the program it was written with and save it again as plain text in the encoding UTF-8."
PASTE_OR_SAVE = (
    "Open it, copy the words of the article, and paste them into a text file (.txt) or between quotation marks."
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WESTERN_ENCODINGS = ("cp1252", "mac_roman")  # what Windows and old Macs write in Western Europe and America
# An encoding read wrongly shows: don’t of a Mac is donÕt in Windows-1252, café of an old
# PC is caf‚, Polish ł is ³.
WRONGLY_DECODED = re.compile(r"[a-zà-ÿ](?:[À-Þ‚„]|[a-z][³¹])|[ÉÐÑÒÓÔÕ](?=\s)|[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
MAX_NON_ASCII = 10  # characters beyond ASCII in a text, however short
MAX_NON_ASCII_SHARE = 0.25  # share of characters beyond ASCII in a text of Western Europe
MIN_COHERENCE = 0.3  # how much of a language charset-normalizer must recognise, from 0 to 1


class ReadingError(KitError):
    """A text that can't be read; the message says why and what to do."""


def decode(data: bytes, name: str) -> str:
    """The text that these bytes hold: UTF-8, UTF-16 or UTF-32, Windows-1252, or what charset-normalizer is sure of.

    A byte order mark is not part of the text. `name` ("the file a.txt") is for the message of the ReadingError that is
    raised if this is no text, or if its encoding can't be told.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _in_encoding(data.removeprefix(codecs.BOM_UTF8), encoding, name)
    _refuse_other_things(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _in_unnamed_encoding(data, name)
    if "\0" in text:
        return _two_bytes_each(data, name)
    return text


def _in_encoding(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"{name} says that it is {encoding.upper()}, but it is damaged at byte {error.start}. {SAVE_AS}"
        ) from error


def _refuse_other_things(data: bytes, name: str) -> None:
    """Raise ReadingError for a file that is known not to be plain text."""
    kind = next((kind for start, kind in _other_files("begins") if data.startswith(start)), "")
    if data.startswith(b"PK\x03\x04"):
        kind = next((kind for inside, kind in _other_files("zipped") if inside in data), "a compressed folder (zip)")
    if data[4:8] == b"ftyp":
        kind = "a film or a picture"
    if kind:
        raise ReadingError(f"{name} is {kind}, not plain text. {PASTE_OR_SAVE}")


@cache
def _other_files(table: str) -> list[tuple[bytes, str]]:
    """What other files begin with, or hold, with what a message calls them, from `other_files.toml`."""
    from kit.text.word_lists import load_lexicon  # only here: it raises the error of this module

    return [(sign.encode("latin-1"), kind) for sign, kind in load_lexicon("other_files.toml")[table].items()]


def _two_bytes_each(data: bytes, name: str) -> str:
    """Two bytes a character without a byte order mark: in an English text every second byte is zero."""
    half = len(data) // 2
    for zeros, encoding in ((data[1::2], "utf-16-le"), (data[::2], "utf-16-be")):
        if zeros.count(0) > 0.7 * half:
            return _in_encoding(data, encoding, name)
    raise ReadingError(f"{name} is not text: it holds zero bytes, as programs and pictures do. {PASTE_OR_SAVE}")


def _in_unnamed_encoding(data: bytes, name: str) -> str:
    """The text in an encoding that nothing in the file names."""
    if b"\0" in data:
        return _two_bytes_each(data, name)
    repaired = data.decode("utf-8", errors="replace")
    if sum(not char.isascii() for char in repaired) > 2 * repaired.count("\ufffd"):
        return repaired  # UTF-8 with a few broken bytes: they show as �
    for encoding in WESTERN_ENCODINGS:
        text = data.decode(encoding, errors="replace")
        others = sum(not char.isascii() for char in text)
        if not WRONGLY_DECODED.search(text) and others <= max(MAX_NON_ASCII, MAX_NON_ASCII_SHARE * len(text)):
            return text
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or best.coherence < MIN_COHERENCE or "\0" in str(best):
        raise ReadingError(f"{name} is not UTF-8, and which encoding it is can't be told for sure. {SAVE_AS}")
    return str(best)

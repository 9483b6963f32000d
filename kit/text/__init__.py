"""The reading room: text goes in, an `Article` with exact spans comes out."""

from typing import TYPE_CHECKING

from kit.text.article import Article, Furniture, Quotation, Span, Words
from kit.text.decoding import ReadingError

if TYPE_CHECKING:
    from kit.text.reading import read, read_text

__all__ = ["Article", "Furniture", "Quotation", "ReadingError", "Span", "Words", "read", "read_text"]


def __getattr__(name: str) -> object:
    # Reading brings lists of words, and what opens pages and documents. Whoever needs only spans does not wait for it.
    if name not in ("read", "read_text"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kit.text import reading

    return getattr(reading, name)

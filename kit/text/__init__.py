"""The reading room: text goes in, an `Article` with exact spans comes out."""

from kit.text.article import Article, Furniture, Quotation, Span, Words
from kit.text.decoding import ReadingError
from kit.text.reading import read, read_text

__all__ = ["Article", "Furniture", "Quotation", "ReadingError", "Span", "Words", "read", "read_text"]

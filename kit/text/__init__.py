"""The reading room: text goes in, an `Article` with exact spans comes out."""

from kit.text.article import Article, Furniture, Quotation, Span, Words
from kit.text.reading import ReadingError, read

__all__ = ["Article", "Furniture", "Quotation", "ReadingError", "Span", "Words", "read"]

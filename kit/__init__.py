"""Who Says So? Take news text apart: who says so, how much are we told, what is it called, does it hold together."""

from kit.text import Article, Span, read

__all__ = ["Article", "Span", "read"]

"""Page furniture: what stands on a news page but is not reporting."""

from __future__ import annotations

from kit.text.article import Furniture, Span


def find_furniture(text: str, paragraphs: tuple[Span, ...], title: Span | None) -> tuple[Furniture, ...]:
    """The pieces of the page to keep out of the findings, in order; they never overlap."""
    return ()


def find_title(text: str, paragraphs: tuple[Span, ...]) -> Span | None:
    """The headline: a short first paragraph with no full stop, or with most words in capitals, above a longer one."""
    if len(paragraphs) < 2:
        return None
    first = text[paragraphs[0].start : paragraphs[0].end]
    words = [w for w in first.split() if w[:1].isalpha()]
    if not words or len(words) > 25:
        return None
    capitals = sum(w[0].isupper() for w in words)
    return paragraphs[0] if first[-1] not in ".!?”\"…" or capitals > 0.7 * len(words) else None

"""A text cut into words that can be chosen. A widget speaks of word 12; Python knows where word 12 stands.

JavaScript counts a text in UTF-16 units and Python in code points. So no offset ever crosses the border: the text goes
over in pieces that are cut here, and what comes back are the numbers of words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any
from unicodedata import category

from kit.text import Article, Span
from kit.views.control_characters import on_one_system, showable

WORDLIKE = {"L", "N", "So", "Sc"}  # letters, numbers, signs such as an emoji, and currencies; no punctuation


@dataclass(frozen=True, slots=True)
class PickableText:
    """The words of an article, and the pieces between them.

    `words` are spans in the order of the text. `paragraphs` are what a widget draws: for each paragraph its `kind`
    (title or text) and its `parts`, by turns what stands before a word and the word, and last what stands after
    the last word; the parts joined are the paragraph. `quiet` are ranges of words that belong to the page and not to
    the report, `starts` the first word of each sentence.
    """

    article: Article
    words: tuple[Span, ...]
    paragraphs: list[dict[str, Any]]
    quiet: list[tuple[int, int]]
    starts: list[int]
    _from: list[int] = field(repr=False)
    _to: list[int] = field(repr=False)

    def span(self, first: int, last: int) -> Span:
        """From the beginning of one word to the end of another."""
        return Span(self.words[first].start, self.words[last].end)

    def around(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last word that a stretch of the text touches, so whole words only; None if it has none."""
        first, last = bisect_right(self._to, start), bisect_left(self._from, end) - 1
        return (first, last) if first <= last else None

    def holds(self, ends: Any) -> bool:
        """Are these the numbers of a first and a last word? They may come from a browser."""
        if not isinstance(ends, list | tuple) or len(ends) != 2 or any(type(end) is not int for end in ends):
            return False
        return 0 <= ends[0] <= ends[1] < len(self.words)

    def as_answer(self, first: int, last: int) -> dict[str, Any]:
        """A passage as it stands in an answer: where it begins and ends in the text, and its words."""
        span = self.span(first, last)
        return {"start": span.start, "end": span.end, "words": self.article[span]}


def cut_into_words(article: Article, within: Span | None = None) -> PickableText:
    """Cut an article, or the part of it that lies within a span, into words.

    Tokens that touch, such as `is` and `n’t`, are one word here. Places are always those in the whole article.
    """
    area = within or Span(0, len(article.text))
    words: list[Span] = []
    for start, end in zip(article.words.start, article.words.end, strict=True):
        if area.start <= start and end <= area.end and wordlike(article.text[start:end]):
            if words and words[-1].end == start:
                words[-1] = Span(words[-1].start, end)
            else:
                words.append(Span(start, end))
    begins, ends = [word.start for word in words], [word.end for word in words]
    passages = PickableText(article, tuple(words), [], [], [], begins, ends)
    text = showable(article.text)
    for paragraph in article.paragraphs:
        inside = Span(max(area.start, paragraph.start), min(area.end, paragraph.end))
        if inside.start < inside.end:
            kind = "title" if paragraph == article.title else "text"
            pieces = list(map(on_one_system, parts(text, inside, passages)))
            passages.paragraphs.append({"kind": kind, "parts": pieces})
    for piece in article.furniture:
        found = passages.around(*piece.span)
        if found:
            passages.quiet.append(found)
    firsts = (bisect_left(begins, sentence.start) for sentence in article.sentences)
    passages.starts.extend(sorted({first for first in firsts if first < len(words)}))
    return passages


def parts(text: str, paragraph: Span, passages: PickableText) -> list[str]:
    """What stands before each word, each word, and what stands after the last one."""
    pieces = []
    at = paragraph.start
    inside = passages.around(*paragraph)
    for word in passages.words[inside[0] : inside[1] + 1] if inside else ():
        pieces += [text[at : word.start], text[word.start : word.end]]
        at = word.end
    return [*pieces, text[at : paragraph.end]]


def wordlike(token: str) -> bool:
    """Is there anything in it but punctuation and blanks?"""
    return any(kind[0] in WORDLIKE or kind in WORDLIKE for kind in map(category, token))

"""A passage as a reader needs it: its words in their sentence, and where in the text it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kit.text import Article, Span
from kit.views.shared_wording import REPORTER, one_line

CHARACTERS_AROUND = 110  # characters on either side of a passage that are shown with it
MAX_PIECE = 300  # characters of a piece: of a longer one the middle is left out


@dataclass(frozen=True, slots=True)
class PassageInContext:
    """Some words of a text in their sentence: its pieces, each with whether it is marked, who says it and where."""

    pieces: tuple[tuple[str, bool], ...]
    source: str
    place: str

    @property
    def words(self) -> str:
        return "".join(words for words, _ in self.pieces)


def passage_of(article: Article, span: Span, words: Sequence[Span], source: str) -> PassageInContext:
    """A passage with some of its words marked; `source` is who says it ("": the reporter)."""
    return PassageInContext(
        tuple(context_of(article, span, words)), one_line(source) or REPORTER, whereabouts(article, span)
    )


def context_of(article: Article, span: Span, words: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """The sentence of a passage in pieces, each with whether it belongs to `words`; cut where that is long."""
    # A date line of a page is no sentence.
    sentence = span_at(article.sentences, span.start) or span_at(article.paragraphs, span.start) or span
    start = max(sentence.start, span.start - CHARACTERS_AROUND)
    end = min(max(sentence.end, span.end), span.end + CHARACTERS_AROUND)
    if start > sentence.start:
        start = next_word(article.text, start)
        yield "… ", False
    at = start
    for place in sorted(words):
        if at < place.start:
            yield piece_between(article, at, place.start), False
        if max(at, place.start) < place.end:
            yield piece_between(article, max(at, place.start), place.end), True
            at = place.end
    if end < sentence.end:
        end = max(at, article.text.rfind(" ", at, end))
    if at < end:
        yield piece_between(article, at, end), False
    if end < sentence.end:
        yield " …", False


def piece_between(article: Article, start: int, end: int) -> str:
    """Some characters in one line, with a blank at either end where the text has one."""
    words = one_line(article.text[start:end])
    if len(words) > MAX_PIECE:
        half = MAX_PIECE // 2
        words = f"{words[:half].rpartition(' ')[0]} … {words[-half:].partition(' ')[2]}"
    before = " " if article.text[start].isspace() else ""
    behind = " " if words and article.text[end - 1].isspace() else ""
    return before + words + behind


def next_word(text: str, place: int) -> int:
    """Where the next word begins after a place."""
    blank = text.find(" ", place)
    return blank + 1 if blank >= 0 else place


def span_at(spans: Sequence[Span], place: int) -> Span | None:
    """The one of some spans, in the order of the text, that lies around a place."""
    at = bisect_right(spans, place, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and place < spans[at].end else None


def whereabouts(article: Article, span: Span) -> str:
    """Where a passage stands, for somebody who looks for it: "headline", "paragraph 3"."""
    if article.title is not None and span.start < article.title.end:
        return "headline"
    after = -1 if article.title is None else article.title.end
    before = (paragraph for paragraph in article.paragraphs if after <= paragraph.start <= span.start)
    return f"paragraph {max(1, sum(holds_sentence(article, paragraph) for paragraph in before))}"


def holds_sentence(article: Article, paragraph: Span) -> bool:
    """Does a paragraph hold a sentence, and not only what belongs to the page?"""
    at = bisect_right(article.sentences, paragraph.end - 1, key=lambda span: span.start) - 1
    return at >= 0 and article.sentences[at].start >= paragraph.start

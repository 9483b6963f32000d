"""What a finding of the alarm tells its reader: both passages, the rule, and the best innocent explanation."""

from __future__ import annotations

from collections.abc import Iterator

from kit.finders.alarm.rule import Rule
from kit.reading import ArticleIndex
from kit.text import Article, Span

MAX_WORDS = 22  # of a passage that are shown: those around the words that differ
OPEN, SHUT = "[", "]"
MAX_WORDS_OF_A_SUM = 60  # and of the one sentence in which somebody may do a sum
TAIL = 4  # words of the end of a passage in which nothing is marked


def reason_for(
    index: ArticleIndex,
    passages: tuple[Span, Span],
    words: tuple[tuple[Span, ...], tuple[Span, ...]],
    rule: Rule,
    reckoned: str = "",
) -> str:
    """Both passages, or the one sentence that holds both, with the differing words in brackets; the rule, the sum if
    there is one, and the innocent explanation."""
    numbers = {index.sentence_at(place) for passage in passages for place in (passage.start, passage.end - 1)}
    if len(numbers) == 1 and reckoned:
        whole = index.article.sentences[max(0, numbers.pop())]
        shown = f"“{_marked(index.article, whole, words[0] + words[1], MAX_WORDS_OF_A_SUM)}”"
    else:
        wholes = (_in_sentence(index, passage) if reckoned else passage for passage in passages)
        shown = " and ".join(f"“{_marked(index.article, p, spans)}”" for p, spans in zip(wholes, words, strict=True))
    return f"{shown}: {' '.join(filter(None, (rule.wording, reckoned)))} Innocent reason: {rule.innocent}"


def _in_sentence(index: ArticleIndex, passage: Span) -> Span:
    """The sentence around a passage."""
    return index.article.sentences[max(0, index.sentence_at(passage.start))]


def _marked(article: Article, passage: Span, spans: tuple[Span, ...], most: int = MAX_WORDS) -> str:
    """A passage in one line with some of its words in brackets, shortened around them."""
    pieces: list[tuple[str, bool]] = []
    at = passage.start
    for span in sorted(spans):
        if span.start >= at and span.end <= passage.end:
            pieces += [(article[at : span.start], False), (article[span], True)]
            at = span.end
    pieces.append((article[at : passage.end], False))
    return "".join(_pieces(pieces, most)).strip()


def _pieces(pieces: list[tuple[str, bool]], most: int) -> Iterator[str]:
    room = most // (len(pieces) - 1 or 1)
    for number, (text, is_marked) in enumerate(pieces):
        words = text.split()
        if is_marked:
            yield f"{OPEN}{' '.join(words)}{SHUT}"
            continue
        shown = _shortened(words, room, begins=number == 0, ends=number == len(pieces) - 1)
        before = " " if text[:1].isspace() else ""
        behind = " " if text[-1:].isspace() and words else ""
        yield f"{before if number else ''}{shown}{behind}"


def _shortened(words: list[str], room: int, begins: bool, ends: bool) -> str:
    """The words next to what is marked: the last of the beginning, the first of the end."""
    if len(words) <= room:
        return " ".join(words)
    if begins and ends:
        return " ".join([*words[: MAX_WORDS - TAIL], "…", *words[-TAIL:]])
    if begins:
        return " ".join(["…", *words[-room // 2 :]])
    if ends:
        return " ".join([*words[: room // 2], "…"])
    return " ".join([*words[: room // 2], "…", *words[-room // 2 :]])

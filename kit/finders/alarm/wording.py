"""What a finding of the alarm tells its reader: both passages, the rule, and the best innocent explanation."""

from __future__ import annotations

from collections.abc import Iterator

from kit.finders.alarm.rule import Rule
from kit.text import Article, Span

MAX_WORDS = 22  # of a passage that are shown: those around the words that differ
OPEN, SHUT = "[", "]"
TAIL = 4  # words of the end of a passage in which nothing is marked


def reason_for(
    article: Article, passages: tuple[Span, Span], words: tuple[tuple[Span, ...], tuple[Span, ...]], rule: Rule
) -> str:
    """Both passages with the differing words in brackets, the rule, and the innocent explanation."""
    first, second = (_marked(article, passage, spans) for passage, spans in zip(passages, words, strict=True))
    return f"“{first}” and “{second}”: {rule.wording} It may be innocent: {rule.innocent}"


def _marked(article: Article, passage: Span, spans: tuple[Span, ...]) -> str:
    """A passage in one line with some of its words in brackets, shortened around them."""
    pieces: list[tuple[str, bool]] = []
    at = passage.start
    for span in sorted(spans):
        if span.start >= at and span.end <= passage.end:
            pieces += [(article[at : span.start], False), (article[span], True)]
            at = span.end
    pieces.append((article[at : passage.end], False))
    return "".join(_pieces(pieces)).strip()


def _pieces(pieces: list[tuple[str, bool]]) -> Iterator[str]:
    room = MAX_WORDS // (len(pieces) - 1 or 1)
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

"""Keys taken from the gold of a practice text, so that a text and the questions on it can't drift apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kit.gold import LEVELS, Gold, gold
from kit.questions.errors import QuestionError
from kit.questions.quoted_text import QuotedText
from kit.text import ReadingError, Span
from kit.toml import Table

PARTS = ("source", "cue", "content")
# What can be marked with `key = "gold"`: parts of attributions, levels of sources, and the rest of the gold.
LABELS = (*PARTS, *LEVELS[:-1], "anonymous", "grounds", "euphemism", "inconsistency")


@dataclass(frozen=True, slots=True)
class KeyMark:
    """A passage to mark: the ways to mark it (any of them is right), each of one or several pieces."""

    label: str
    ways: tuple[tuple[Span, ...], ...]
    doubtful: bool
    note: str


@dataclass(frozen=True, slots=True)
class KeyPair:
    """Two passages that belong together, and the verdicts that are right, the best one first."""

    passages: tuple[Span, Span]
    verdicts: tuple[str, ...]
    doubtful: bool
    note: str


def marks(text: QuotedText, labels: Iterable[str]) -> tuple[KeyMark, ...]:
    """The gold that has one of these labels and stands in the part that is shown, each place once."""
    marked = gold_of(text)
    found: dict[tuple[str, tuple[Span, ...]], KeyMark] = {}
    for label in labels:
        for mark in labelled(marked, label):
            spans = mark.ways[0]
            if not spans or not all(inside(span, text.shown) for span in spans):
                continue
            known = found.get((label, spans))
            if known is None or known.doubtful:
                found[label, spans] = mark
    return tuple(sorted(found.values(), key=lambda mark: (mark.ways[0], mark.label)))


def labelled(marked: Gold, label: str) -> Iterable[KeyMark]:
    """All gold marks that this label stands for."""
    if label in PARTS:
        for said in marked.attributions:
            yield KeyMark(label, (getattr(said, label),), said.doubtful, said.note)
    for source in marked.sources:
        if label == source.level or (label == "anonymous" and source.anonymity_stated):
            yield KeyMark(label, ((source.span,),), source.doubtful, source.note)
        if label == "grounds" and source.anonymity_reason is not None:
            yield KeyMark(label, ((source.anonymity_reason,),), source.doubtful, source.note)
    if label == "euphemism":
        for soft in marked.euphemisms:
            yield KeyMark(label, (soft.pieces,), soft.doubtful, soft.note)
    if label == "inconsistency":
        for pair in marked.inconsistencies:
            if pair.verdict != "none":
                for words, passage in ((pair.claim_words, pair.claim), (pair.other_words, pair.other)):
                    ways = ((passage,),) if words == passage else ((words,), (passage,))
                    yield KeyMark(label, ways, pair.doubtful, pair.note)


def level(text: QuotedText, span: Span, table: Table) -> tuple[str, bool]:
    """The level that the gold gives to the source at this place, and whether it is doubtful."""
    for source in gold_of(text).sources:
        if source.span == span:
            return source.level, source.doubtful
    raise table.wrong(
        f"the gold of {text.name}.toml has no source “{text[span]}” at this place. Quote it as it stands there, "
        "or mark it there"
    )


def pairs(text: QuotedText, verdicts: tuple[str, ...]) -> tuple[KeyPair, ...]:
    """The inconsistencies of the gold that stand in the part that is shown; those that only seem so are left out."""
    return tuple(
        KeyPair((pair.claim, pair.other), (pair.verdict,), pair.doubtful, pair.note)
        for pair in gold_of(text).inconsistencies
        if pair.verdict != "none"
        and pair.verdict in verdicts
        and inside(pair.claim, text.shown)
        and inside(pair.other, text.shown)
    )


def gold_of(text: QuotedText) -> Gold:
    """The gold of the text that a question is about.

    Raises QuestionError for a text that nobody has marked: no marks are not the same as nothing to find.
    """
    try:
        marked = gold(text.name)
    except ReadingError as error:
        raise QuestionError(str(error)) from None
    if marked.empty:
        raise QuestionError(
            f'{text.name}.toml marks nothing, so key = "gold" has nothing to go by. Mark the text '
            "(docs/annotating.md shows how), or write a key into the question: [[question.key]]."
        )
    return marked


def inside(span: Span, shown: Span) -> bool:
    return shown.start <= span.start and span.end <= shown.end

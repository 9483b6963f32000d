"""Keys taken from the gold of a practice text, so that a text and the questions on it can't drift apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kit.gold import LEVELS, Gold, gold
from kit.questions.errors import QuestionError
from kit.questions.quoted_text import QuotedText
from kit.text import ReadingError, Span
from kit.toml import Table

PARTS = ("source", "cue", "content")
# What can be marked with `key = "gold"`: parts of attributions, levels of sources, and the rest of the gold.
LABELS = (*PARTS, *LEVELS[:-1], "anonymous", "grounds", "euphemism", "inconsistency")
PART = re.compile(r"[^,]+")  # between commas
RELATIVE = re.compile(r"\b(?:who|whose|which|that)\b")

Ways = tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class KeyMark:
    """A passage to mark: the ways to mark it (any of them is right), each of one or several pieces."""

    label: str
    ways: Ways
    doubtful: bool


@dataclass(frozen=True, slots=True)
class KeyPair:
    """Two passages that don't agree: the ways to link them (any of them is right, the best one first), and the verdicts
    that are right, the best one first."""

    ways: tuple[tuple[Span, Span], ...]
    verdicts: tuple[str, ...]
    doubtful: bool


def marks(text: QuotedText, labels: Iterable[str]) -> tuple[KeyMark, ...]:
    """The gold that has one of these labels and stands in the part that is shown, each place once."""
    by_label = marks_by_label(text.text, gold_of(text))
    found: dict[tuple[str, tuple[Span, ...]], KeyMark] = {}
    for label in labels:
        for ways, doubtful in by_label[label]:
            if ways[0] and text.shows(*ways[0]):
                known = found.get((label, ways[0]))
                if known is None or known.doubtful:
                    found[label, ways[0]] = KeyMark(label, ways, doubtful)
    return tuple(sorted(found.values(), key=lambda mark: (mark.ways[0], mark.label)))


def ways_to_name(text: str, pieces: tuple[Span, ...]) -> Ways:
    """The ways to mark a source: all of its words, or one of its parts that names somebody. “His sister, Marta Reese,”
    is “His sister” or “Marta Reese” as well, and “Engineers who know the bridge” is “Engineers”; “who sits on the city
    council” is nobody."""
    if len(pieces) != 1:
        return (pieces,)
    parts = []
    for part in PART.finditer(text, *pieces[0]):
        before = RELATIVE.split(part[0], maxsplit=1)[0]
        if name := before.strip():
            start = part.start() + before.index(name)
            parts.append((Span(start, start + len(name)),))
    return tuple(dict.fromkeys((pieces, *parts)))


def marks_by_label(text: str, marked: Gold) -> Mapping[str, list[tuple[Ways, bool]]]:
    """All that each label stands for: the ways to mark it, and whether it is doubtful."""
    disagreeing = [pair for pair in marked.inconsistencies if pair.verdict != "none"]
    certain = [(each.span,) for each in marked.sources if not each.doubtful]
    return {
        **{part: [((getattr(each, part),), each.doubtful) for each in marked.attributions] for part in PARTS[1:]},
        # What is said may be in doubt where it is plain who speaks. “Is said” hides a source, or stands for one.
        "source": [
            *(
                (ways_to_name(text, each.source), each.doubtful and each.source not in certain)
                for each in marked.attributions
            ),
            *((((each.span,),), True) for each in marked.sources if each.level == "hidden"),
        ],
        **{
            level: [(ways_to_name(text, (each.span,)), each.doubtful) for each in marked.sources if each.level == level]
            for level in LEVELS
        },
        "anonymous": [
            (ways_to_name(text, (each.span,)), each.doubtful) for each in marked.sources if each.anonymity_stated
        ],
        "grounds": [
            (((each.anonymity_reason,),), each.doubtful) for each in marked.sources if each.anonymity_reason is not None
        ],
        "euphemism": [((each.pieces,), each.doubtful) for each in marked.euphemisms],
        "inconsistency": [
            (tuple(dict.fromkeys(((words,), (passage,)))), pair.doubtful)
            for pair in disagreeing
            for words, passage in ((pair.claim_words, pair.claim), (pair.other_words, pair.other))
        ],
    }


def level(text: QuotedText, span: Span, table: Table) -> tuple[str, bool]:
    """The level that the gold gives to the source at this place, and whether it is doubtful."""
    for source in gold_of(text).sources:
        if source.span == span:
            return source.level, source.doubtful
    raise table.wrong(
        f"the gold of {text.name}.toml has no source “{text[span]}” at this place. Quote it as it is there, "
        "or mark it there"
    )


def pairs(text: QuotedText, verdicts: tuple[str, ...]) -> tuple[KeyPair, ...]:
    """The inconsistencies of the gold that stand in the part that is shown; those that only seem so are left out."""
    return tuple(
        KeyPair(((pair.claim, pair.other),), (pair.verdict,), pair.doubtful)
        for pair in gold_of(text).inconsistencies
        if pair.verdict != "none" and pair.verdict in verdicts and text.shows(pair.claim, pair.other)
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

"""The parts of a finding that are marked in a text, and what each mark is called.

A finder of a new kind needs a table of `marks` in wording.toml for each part that no other finding has, and the look of
it in highlight.css. Without that line its findings are shown all the same, as places to look at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any

from kit.finding import Euphemism, Finding, Inconsistency, Source
from kit.text import Article, Span
from kit.views.shared_wording import REPORTER, one_line
from kit.views.wording import DISCLOSURE_NAMES, LEGEND, MARKS, RUNGS, TYPES, VERDICTS, WORDING

MAX_WORDS = 10  # words: a longer passage is told by its first and last words
MAX_PIECES = 2  # of a part that stands in many pieces, the first ones are told
EDGE_CHARACTERS = 300  # characters in which those words are looked for


STYLES, HOW_SURE, VOICES = (WORDING[table] for table in ("styles", "certainty", "voices"))
MISSING = {"source": "nobody is named"}  # a part that a reader would look for is told when it is missing


def parts_of(finding: Finding) -> list[tuple[str, tuple[Span, ...]]]:
    """The parts of a finding: which mark each gets, and where its words stand (nowhere, if the text leaves it out).

    The parts are the fields that have a mark of their name; a kind of finding without such fields is one part, whole.
    The mark of a source is that of its level; a euphemism is marked as one.
    """
    if isinstance(finding, Source):
        return [(finding.level.replace("_", "-") if speaks(finding) else "mentioned", (finding.span,))]
    if isinstance(finding, Euphemism):
        return [("euphemism", finding.pieces)]
    if isinstance(finding, Inconsistency):
        return [("passage", (finding.claim, finding.other)), ("differs", finding.claim_words + finding.other_words)]
    parts = []
    for field in fields(finding):
        if field.name in MARKS:
            value = getattr(finding, field.name)
            parts.append((field.name, (value,) if isinstance(value, Span) else tuple(value or ())))
    kind = type(finding).__name__.lower()
    return parts or [(kind if kind in MARKS else "place", (finding.span,))]


def finding_in_words(article: Article, finding: Finding) -> list[tuple[str, str]]:
    """A finding in words, as pairs of question and answer: who, cue, what, how, why."""
    tellers: dict[type, Callable[[Article, Any], Iterator[tuple[str, str]]]] = {
        Source: words_of_source,
        Euphemism: words_of_euphemism,
        Inconsistency: words_of_inconsistency,
    }
    words_of = tellers.get(type(finding), words_of_parts)
    return [*words_of(article, finding), ("Why", finding.reason)]


def words_of_parts(article: Article, finding: Finding) -> Iterator[tuple[str, str]]:
    """Each part of a finding that has a mark of its own, and how it is said."""
    for role, spans in parts_of(finding):
        answer = shortened_pieces(article, spans[:MAX_PIECES]) or MISSING.get(role, "")
        if answer:
            yield MARKS[role].asks, answer + (" …" if len(spans) > MAX_PIECES else "")
    if how := STYLES.get(getattr(finding, "style", "")):
        yield "How", how


def speaks(source: Source) -> bool:
    """Is somebody heard here, or left out who should be?"""
    return source.is_source or source.level == "hidden"


def label_of(finding: Finding) -> str:
    """What stands behind the number of a finding: the step of the ladder that a source is on."""
    return f" {RUNGS[finding.level].steps}" if isinstance(finding, Source) and speaks(finding) else ""


def words_of_source(article: Article, source: Source) -> Iterator[tuple[str, str]]:
    """A source in words: who it is, on which level, and what the reader is told of it."""
    words = shortened(article, source.span)
    if source.level == "hidden":
        yield "Who", MISSING["source"]
        yield "Where", words
    else:
        known = source.name and source.name != words
        yield "Who", f"{words} ({source.name}{', by a guess' if source.guess else ''})" if known else words
    yield "Level", RUNGS[source.level].name if speaks(source) else f"{RUNGS[source.level].name}, not heard here"
    pieces = [
        f"{DISCLOSURE_NAMES[piece.what].lower()}: “{shortened(article, piece.span)}”" for piece in source.disclosures
    ]
    if source.anonymity_stated:
        pieces.append("anonymity stated")
        if source.anonymity_reason is None:
            pieces.append("no reason given")
        elif all(piece.what != "reason" for piece in source.disclosures):
            pieces.append(f"{DISCLOSURE_NAMES['reason'].lower()}: “{shortened(article, source.anonymity_reason)}”")
    if pieces:
        yield "Told", "; ".join(pieces)


def words_of_euphemism(article: Article, finding: Euphemism) -> Iterator[tuple[str, str]]:
    """Soft words in words: which, what they stand for, how sure that is, and whose they are."""
    yield "What", shortened_pieces(article, finding.pieces)
    if finding.plain:
        yield "Plainly", finding.plain
    yield "Sure", HOW_SURE[finding.certainty if finding.found_by == "term" else finding.found_by]
    whose = shortened_pieces(article, finding.said_by)
    yield "Whose", f"{VOICES[finding.voice]}: {whose}" if whose else VOICES[finding.voice]


def words_of_inconsistency(article: Article, finding: Inconsistency) -> Iterator[tuple[str, str]]:
    """Two passages in words: what differs in them, how sure that is, and who says each."""
    words = (finding.claim_words, finding.other_words)
    sides = [shortened_pieces(article, spans) or "nothing like it" for spans in words]
    yield "What", f"{TYPES[finding.type]}: {sides[0]} / {sides[1]}"
    yield "Sure", f"{VERDICTS[finding.verdict].name}: {VERDICTS[finding.verdict].meaning}"
    said_by = [source or REPORTER for source in (finding.claim_source, finding.other_source)]
    yield "Whose", said_by[0] if said_by[0] == said_by[1] else " / ".join(said_by)


def shortened(article: Article, span: Span) -> str:
    """The words of a span in one line, as they can be shown; of a long passage the beginning and the end."""
    if span.end - span.start <= 2 * EDGE_CHARACTERS:
        words = one_line(article[span]).split()
        if len(words) <= MAX_WORDS:
            return " ".join(words)
        first, last = words, words
    else:
        first = one_line(article.text[span.start : span.start + EDGE_CHARACTERS]).split()
        last = one_line(article.text[span.end - EDGE_CHARACTERS : span.end]).split()
    half = MAX_WORDS // 2
    return " ".join([*first[:half], "…", *last[-half:]])


def shortened_pieces(article: Article, spans: Iterable[Span]) -> str:
    """The words of a passage that stands in pieces."""
    return " … ".join(shortened(article, span) for span in spans)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings as a reader meets them: the numbers in a view count in this order."""
    return sorted(findings, key=lambda finding: (finding.span.start, finding.span.end))


def marks_in(findings: Iterable[Finding]) -> list[str]:
    """The marks that occur in these findings, in the order of the legend."""
    seen = {role for finding in findings for role, spans in parts_of(finding) if spans}
    return [role for role in LEGEND if role in seen] + sorted(seen - set(LEGEND))

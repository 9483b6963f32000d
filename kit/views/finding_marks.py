"""The parts of a finding that are marked in a text, and what each mark is called.

A finder of a new kind needs a line in `MARKS` for each part that no other finding has, and the look of it in
highlight.css. Without that line its findings are shown all the same, as places to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from kit.finding import Euphemism, Finding, Inconsistency, Source
from kit.text import Article, Span
from kit.views.rungs import DISCLOSURE_NAMES, RUNGS
from kit.views.verdicts import REPORTER, TYPES, VERDICTS

MAX_WORDS = 10  # words: a longer passage is told by its first and last words
MAX_PIECES = 2  # of a part that stands in many pieces, the first ones are told
EDGE_CHARACTERS = 300  # characters in which those words are looked for


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How one part of a finding is shown.

    `name` stands in the legend, with `meaning` behind it; `asks` in front of the words where a finding is told in full.
    `tag` is the HTML element: each has a look of its own even where a notebook is not trusted and loses its styles.
    `brackets` stand around the words in plain text.
    """

    name: str
    meaning: str
    asks: str
    tag: str
    brackets: tuple[str, str]


MENTIONED = MarkStyle("mentioned", "spoken about, not heard here", "Who", "i", ("_", "_"))
LEVELS = {
    level.replace("_", "-"): MarkStyle(rung.name, f"{rung.steps} {rung.meaning}", "Who", "b", ("[", "]"))
    for level, rung in RUNGS.items()
}
# From the outside in: what comes later is drawn inside what comes before.
MARKS = {
    "place": MarkStyle("marked", "a place to look at", "Where", "u", ("{", "}")),
    "passage": MarkStyle("passage", "one of two passages that do not go together", "Where", "u", ("|", "|")),
    "content": MarkStyle("content", "what is said", "What", "u", ("{", "}")),
    "euphemism": MarkStyle("soft", "a softer word, or nobody who did it", "What", "strong", ("=", "=")),
    "differs": MarkStyle("differs", "the words in which the two differ", "What", "strong", ("*", "*")),
    "mentioned": MENTIONED,
    **LEVELS,
    "source": MarkStyle("source", "who says it", "Who", "b", ("[", "]")),
    "cue": MarkStyle("cue", "the words that link them", "Cue", "em", ("<", ">")),
}
LEGEND = ("source", "cue", "content", "euphemism", "passage", "differs", *LEVELS, "mentioned", "place")
MISSING = {"source": "nobody is named"}  # a part that a reader would look for is told when it is missing
STYLES = {
    "direct": "direct: word for word, in quotation marks",
    "indirect": "indirect: in the reporter’s words",
    "mixed": "mixed: partly word for word, partly in the reporter’s words",
}

HOW_SURE = {
    "flag": "hardly ever meant otherwise",
    "ask": "often meant otherwise, so look twice",
    "explained": "the text says so itself",
    "frame": "in no list, only made the way soft words are made, so look twice",
    "grammar": "no sentence seems to name a doer, so look twice",
}
VOICES = {
    "narrator": "the reporter’s word",
    "quotation": "a word between quotation marks",
    "so-called": "a word that the text keeps at a distance",
}


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
    if isinstance(finding, Source):
        return [*words_of_source(article, finding), ("Why", finding.reason)]
    if isinstance(finding, Euphemism):
        return [*words_of_euphemism(article, finding), ("Why", finding.reason)]
    if isinstance(finding, Inconsistency):
        return [*words_of_inconsistency(article, finding), ("Why", finding.reason)]
    pairs = []
    for role, spans in parts_of(finding):
        pieces = [shortened(article, span) for span in spans[:MAX_PIECES]]
        answer = " … ".join([*pieces, ""] if len(spans) > MAX_PIECES else pieces).strip() or MISSING.get(role, "")
        if answer:
            pairs.append((MARKS[role].asks, answer))
    how = STYLES.get(getattr(finding, "style", ""))
    if how:
        pairs.append(("How", how))
    return [*pairs, ("Why", finding.reason)]


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
    yield "What", " … ".join(shortened(article, piece) for piece in finding.pieces)
    if finding.plain:
        yield "Plainly", finding.plain
    yield "Sure", HOW_SURE[finding.certainty if finding.found_by == "term" else finding.found_by]
    whose = " … ".join(shortened(article, span) for span in finding.said_by)
    yield "Whose", f"{VOICES[finding.voice]}: {whose}" if whose else VOICES[finding.voice]


def words_of_inconsistency(article: Article, finding: Inconsistency) -> Iterator[tuple[str, str]]:
    """Two passages in words: what differs in them, how sure that is, and who says each."""
    words = (finding.claim_words, finding.other_words)
    sides = [" … ".join(shortened(article, span) for span in spans) or "nothing like it" for spans in words]
    yield "What", f"{TYPES[finding.type]}: {sides[0]} / {sides[1]}"
    yield "Sure", f"{VERDICTS[finding.verdict].name}: {VERDICTS[finding.verdict].meaning}"
    said_by = [source or REPORTER for source in (finding.claim_source, finding.other_source)]
    yield "Whose", said_by[0] if said_by[0] == said_by[1] else " / ".join(said_by)


def shortened(article: Article, span: Span) -> str:
    """The words of a span in one line; of a long passage the beginning and the end."""
    if span.end - span.start <= 2 * EDGE_CHARACTERS:
        words = article[span].split()
        if len(words) <= MAX_WORDS:
            return " ".join(words)
        first, last = words, words
    else:
        first = article.text[span.start : span.start + EDGE_CHARACTERS].split()
        last = article.text[span.end - EDGE_CHARACTERS : span.end].split()
    half = MAX_WORDS // 2
    return " ".join([*first[:half], "…", *last[-half:]])


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings as a reader meets them: the numbers in a view count in this order."""
    return sorted(findings, key=lambda finding: (finding.span.start, finding.span.end))


def marks_in(findings: Iterable[Finding]) -> list[str]:
    """The marks that occur in these findings, in the order of the legend."""
    seen = {role for finding in findings for role, spans in parts_of(finding) if spans}
    return [role for role in LEGEND if role in seen] + sorted(seen - set(LEGEND))

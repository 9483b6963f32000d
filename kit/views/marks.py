"""The parts of a finding that are marked in a text, and what each mark is called.

A finder of a new kind needs a line in `MARKS` for each part that no other finding has, and the look of it in
highlight.css. Without that line its findings are shown all the same, as places to look at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from kit.finding import Finding
from kit.text import Article, Span

LONGEST = 10  # words: a longer passage is told by its first and last words
PIECES = 2  # of a part that stands in many pieces, the first ones are told
ENOUGH = 300  # characters in which those words are looked for


@dataclass(frozen=True, slots=True)
class Mark:
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


# From the outside in: what comes later is drawn inside what comes before.
MARKS = {
    "place": Mark("marked", "a place to look at", "Where", "u", ("{", "}")),
    "content": Mark("content", "what is said", "What", "u", ("{", "}")),
    "source": Mark("source", "who says it", "Who", "b", ("[", "]")),
    "cue": Mark("cue", "the words that link them", "Cue", "em", ("<", ">")),
}
LEGEND = ("source", "cue", "content", "place")
MISSING = {"source": "nobody is named"}  # a part that a reader would look for is told when it is missing
STYLES = {
    "direct": "direct: word for word, in quotation marks",
    "indirect": "indirect: in the reporter’s words",
    "mixed": "mixed: partly word for word, partly in the reporter’s words",
}


def parts_of(finding: Finding) -> list[tuple[str, tuple[Span, ...]]]:
    """The parts of a finding: which mark each gets, and where its words stand (nowhere, if the text leaves it out).

    The parts are the fields that have a mark of their name; a kind of finding without such fields is one part, whole.
    """
    parts = []
    for field in fields(finding):
        if field.name in MARKS:
            value = getattr(finding, field.name)
            parts.append((field.name, (value,) if isinstance(value, Span) else tuple(value or ())))
    kind = type(finding).__name__.lower()
    return parts or [(kind if kind in MARKS else "place", (finding.span,))]


def told(article: Article, finding: Finding) -> list[tuple[str, str]]:
    """A finding in words, as pairs of question and answer: who, cue, what, how, why."""
    pairs = []
    for role, spans in parts_of(finding):
        pieces = [shortened(article, span) for span in spans[:PIECES]]
        answer = " … ".join([*pieces, ""] if len(spans) > PIECES else pieces).strip() or MISSING.get(role, "")
        if answer:
            pairs.append((MARKS[role].asks, answer))
    how = STYLES.get(getattr(finding, "style", ""))
    if how:
        pairs.append(("How", how))
    return [*pairs, ("Why", finding.reason)]


def shortened(article: Article, span: Span) -> str:
    """The words of a span in one line; of a long passage the beginning and the end."""
    if span.end - span.start <= 2 * ENOUGH:
        words = article[span].split()
        if len(words) <= LONGEST:
            return " ".join(words)
        first, last = words, words
    else:
        first = article.text[span.start : span.start + ENOUGH].split()
        last = article.text[span.end - ENOUGH : span.end].split()
    half = LONGEST // 2
    return " ".join([*first[:half], "…", *last[-half:]])


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings as a reader meets them: the numbers in a view count in this order."""
    return sorted(findings, key=lambda finding: (finding.span.start, finding.span.end))


def used(findings: Iterable[Finding]) -> list[str]:
    """The marks that occur in these findings, in the order of the legend."""
    seen = {role for finding in findings for role, spans in parts_of(finding) if spans}
    return [role for role in LEGEND if role in seen] + sorted(seen - set(LEGEND))

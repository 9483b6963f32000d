"""Where a text hides who says so: "is expected to", "reportedly", "amid claims that".

Wordings and questions stand in `hearsay.toml`, which also explains its forms. A wording counts only if nobody stands
near it to answer the question: no "by ...", no "according to ...", no speaker of the sentence, and no report in the
sentence before. What is between quotation marks is somebody's own words and never looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from kit.finders.attribution.lines import Line
from kit.finders.source.wordings import STEM, Wording, match, wordings
from kit.finding import Attribution
from kit.text import Article, Span

# Why a wording is worth a question: one line a kind of `hearsay.toml`, each with a rule of a newsroom.
REASONS = {
    "hearsay": "“{words}” passes on what somebody said and leaves out who, though AP wants such a fact attributed in "
    "the same sentence: {question}",
    "view": "“{words}” gives a view without its owner, though NPR’s ethics handbook wants readers told how a source "
    "knows and which side it is on: {question}",
    "attack": "“{words}” passes on blame or doubt without the one who voices it, and the Guardian is strictest of all "
    "with anonymous attacks: {question}",
    "sources": "“{words}” tells nothing about who speaks, and by the AP Stylebook “a source” with nothing more is "
    "almost never enough: {question}",
}
REPORTING = frozenset(
    "report reports reported reporting reveal reveals revealed publish published publishes disclosed disclose "
    "discloses according told tell tells".split()
)
JUDGED = ("object", "infinitive")  # rules of attributions: somebody judges or wants a thing that others have said


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the text leaves out who says so: the words, the term of the lexicon, and why to ask."""

    span: Span
    rule: str
    reason: str


def find_hidden(
    article: Article, paragraphs: list[list[Line]], attributions: tuple[Attribution, ...]
) -> list[Hit]:
    """Every place where the text says that something is said, thought or held against somebody, but not by whom.

    `paragraphs` are the article's lines (`lines_of`), `attributions` what `find_attributions` found in it. Hits come
    in the order of the text.
    """
    known = wordings()
    told = _Told(article, attributions)
    hits: list[Hit] = []
    before: Line | None = None
    described = False  # has the text said anything about its sources yet?
    for paragraph in paragraphs:
        for line in paragraph:
            free = 0  # the first unit that no hit has taken
            for i, word in enumerate(line.low):
                if word not in known:
                    continue
                found = None if i < free else _first(line, i, known)
                if found:
                    wording, first, last = found
                    span = Span(line.a[first], line.b[last - 1])
                    if not (wording.form == "sources" and described) and not told.owns(span, wording, line, before):
                        hits.append(_hit(article, span, wording))
                        free = last
                described = described or word in ("source", "sources")
            before = line
    return hits


def _first(line: Line, i: int, known: Mapping[str, list[Wording]]) -> tuple[Wording, int, int] | None:
    for wording in known[line.low[i]]:
        units = match(line, i, wording)
        if units:
            return wording, *units
    return None


def _hit(article: Article, span: Span, wording: Wording) -> Hit:
    words = " ".join(article[span].split())
    return Hit(span, wording.term, REASONS[wording.kind].format(words=words, question=wording.question))


class _Told:
    """What the attributions of a text tell about who speaks where."""

    def __init__(self, article: Article, attributions: tuple[Attribution, ...]) -> None:
        owned: list[Span] = []
        cues: list[tuple[int, str]] = []
        for a in attributions:
            if a.source:
                owned += a.cue
                cues += [(s.start, article[s].lower()) for s in a.cue]
                if a.rule not in JUDGED:
                    owned += a.content
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(owned):  # one row of stretches that do not touch
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)
        self.cues = sorted(cues)

    def owns(self, span: Span, wording: Wording, line: Line, before: Line | None) -> bool:
        """Is it somebody's report that holds this span, or does this sentence or the one before say whose it is?"""
        at = bisect_right(self.starts, span.start) - 1
        if at >= 0 and span.start < self.ends[at]:
            return True
        begin = (before or line).a[0]
        near = self.cues[bisect_left(self.cues, (begin, "")) : bisect_left(self.cues, (line.b[-1], ""))]
        return any(_answers(cue.split(), wording) for _, cue in near)


def _answers(cue: list[str], wording: Wording) -> bool:
    """Does a cue with a speaker answer the question of this wording? "Analysts expect a rise. It is expected ..." """
    if wording.kind == "hearsay" and not REPORTING.isdisjoint(cue):
        return True
    return any(word[:STEM] in wording.stems for word in cue)

"""Where a text hides who says so: "is expected to", "reportedly", "amid claims that".

Wordings and questions stand in `hearsay.toml`, which also explains its forms. A wording counts only if nobody stands
near it to answer the question: no "by ...", no "according to ...", no speaker of the sentence, and no report in the
sentence before. What is between quotation marks is somebody's own words and never looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, compress

from kit.finders.attribution.lines import Line
from kit.finders.sources.hearsay_match import SAYING, match
from kit.finders.sources.hearsay_wordings import STEM_LETTERS, Wording, wordings
from kit.finding import Attribution
from kit.text import Article, Span

# Why a wording is worth a question: one line a kind of `hearsay.toml`, each with a rule of a newsroom.
REASONS = {
    "hearsay": "“{words}” passes on what somebody said and leaves out who, though AP wants such a fact attributed in "
    "the same sentence: {question}",
    "view": "“{words}” gives an opinion without saying whose, though NPR’s ethics handbook wants readers told how a "
    "source knows and which side it’s on: {question}",
    "attack": "“{words}” passes on blame or doubt without saying whose, and the Guardian is strictest of all "
    "with anonymous attacks: {question}",
    "sources": "“{words}” says nothing about who is speaking, and by the AP Stylebook “a source” with nothing more is "
    "almost never enough: {question}",
}
REPORTING = frozenset(
    "report reports reported reporting reveal reveals revealed publish published publishes disclosed disclose "
    "discloses according told tell tells alleges alleged".split()
)
# Rules of attributions whose content is somebody's report. (Who judges or wants a thing need not be who said it.)
REPORTED = frozenset("said-before said-after mixed colon that-clause trailing between according-to".split())


@dataclass(frozen=True, slots=True)
class UnattributedClaim:
    """A place where the text leaves out who says so: the words, the term of the lexicon, and why to ask."""

    span: Span
    rule: str
    reason: str


def find_unattributed(
    article: Article, paragraphs: list[list[Line]], attributions: tuple[Attribution, ...]
) -> list[UnattributedClaim]:
    """Every place where the text says that something is said, thought or held against somebody, but not by whom.

    `paragraphs` are the article's lines (`lines_of`), `attributions` what `find_attributions` found in it. Hits come
    in the order of the text.
    """
    places = list(_places(paragraphs))
    if not places:
        return []
    told = _KnownSpeakers(article, attributions, places)
    return [_hit(article, place) for place in places if not told.answers(place)]


@dataclass(frozen=True, slots=True)
class _Place:
    """A wording found in a line, and the line before it."""

    span: Span
    wording: Wording
    line: Line
    before: Line | None


def _places(paragraphs: list[list[Line]]) -> Iterator[_Place]:
    known = wordings()
    before: Line | None = None
    described = False  # has the text spoken of its sources before? Then "sources" may be those.
    for line in chain.from_iterable(paragraphs):
        free = 0  # the first unit that no wording has taken
        for i in compress(range(len(line.lower)), map(known.__contains__, line.lower)):
            word = line.lower[i]
            found = None if i < free else _first(line, i, known)
            if found and not (described and found[0].form == "sources"):
                wording, first, free = found
                yield _Place(Span(line.starts[first], line.ends[free - 1]), wording, line, before)
            described = described or word in ("source", "sources")
        before = line


def _first(line: Line, i: int, known: Mapping[str, list[Wording]]) -> tuple[Wording, int, int] | None:
    for wording in known[line.lower[i]]:
        units = match(line, i, wording)
        if units:
            return wording, *units
    return None


def _hit(article: Article, place: _Place) -> UnattributedClaim:
    words, wording = " ".join(article[place.span].split()), place.wording
    return UnattributedClaim(
        place.span, wording.term, REASONS[wording.kind].format(words=words, question=wording.question)
    )


class _KnownSpeakers:
    """What the attributions of a text tell about who speaks where."""

    def __init__(self, article: Article, attributions: tuple[Attribution, ...], places: list[_Place]) -> None:
        asked = [place.span for place in places]
        adverbs = [place.span for place in places if place.wording.form.endswith("adverb")]
        owned: list[Span] = []
        cues: list[tuple[int, str]] = []
        for a in attributions:
            if not a.source or _touches(asked, a.source[0]):  # "reports" is not a speaker if it is what we ask about
                continue
            cues += [(s.start, article[s].lower()) for s in a.cue]
            if a.rule != "infinitive":  # "he reportedly argued": that he argued is what we ask about
                owned += [s for s in a.cue if not _touches(adverbs, s)]
            owned += a.content if a.rule in REPORTED or _says(cues[-1][1]) else ()
        self.cues = sorted(cues)
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(owned):  # one row of stretches that do not touch
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def answers(self, place: _Place) -> bool:
        """Is it somebody's report that holds these words, or does this sentence or the one before say whose it is?"""
        at = bisect_right(self.starts, place.span.start) - 1
        if at >= 0 and place.span.start < self.ends[at]:
            return True
        first, last = (place.before or place.line).starts[0], place.line.ends[-1]
        near = self.cues[bisect_left(self.cues, (first, "")) : bisect_left(self.cues, (last, ""))]
        return any(_answers(cue.split(), place.wording) for start, cue in near if start not in range(*place.span))


def _says(cue: str) -> bool:
    return not SAYING.isdisjoint(cue.split())


def _touches(spans: list[Span], span: Span) -> bool:
    """Does a span overlap one of `spans`, which stand in order and apart?"""
    at = bisect_left(spans, span.end, key=lambda s: s.start) - 1
    return at >= 0 and spans[at].end > span.start


def _answers(cue: list[str], wording: Wording) -> bool:
    """Does a cue with a speaker answer the question of this wording? "Analysts expect a rise. It is expected ..." """
    if wording.kind == "hearsay" and not REPORTING.isdisjoint(cue):
        return True
    return any(word[:STEM_LETTERS] in wording.stems for word in cue)

"""What is it called? Words that soften, whose words they are, and how sure one can be.

One pass over the text looks for the terms of `euphemisms.toml`, for "a euphemism for" and for the verbs behind which a
doer may be hidden. What it finds is then judged by what stands around it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import chain

from kit.finders.euphemism import agentless, euphemism_terms, explained, frames
from kit.finders.euphemism.coined import CoinedOfText
from kit.finders.euphemism.context import CueRows, TermMatch, cue_near, is_literal
from kit.finders.euphemism.euphemism_reasons import (
    COMPOUND_REFERENCE,
    GRAMMAR_REFERENCE,
    reason_for_coined,
    reason_for_explained,
    reason_for_hidden,
    reason_for_term,
)
from kit.finders.euphemism.voice import Voices
from kit.finding import Euphemism, FoundBy, Voice
from kit.language import Match, Matcher, Pattern
from kit.reading import ArticleIndex
from kit.text import Span

NAMING = ("called", "named", "titled", "entitled", "band", "group", "film", "book")  # a name follows
MIN_CAPITALS_IN_TITLE = 0.6  # a sentence in which more of the words than this begin with a capital is a headline


@cache
def matcher() -> Matcher:
    """Everything that is looked for, in one tree."""
    return Matcher(
        chain(
            euphemism_terms.patterns(euphemism_terms.all_terms().values()),
            explained.patterns(),
            agentless.patterns(),
        )
    )


def euphemisms_in(index: ArticleIndex) -> tuple[Euphemism, ...]:
    """What `kit.find_euphemisms` gives."""
    matches = matcher().find(index.words, index.rows)
    return tuple(_in_order(_Finder(index, matches).all()))


class _Finder:
    """The matches of one article, judged."""

    def __init__(self, index: ArticleIndex, matches: list[Match]) -> None:
        self.index = index
        self.article = index.article
        self.matches = matches
        self.starts = [first for first, _ in index.rows]
        self.voices = Voices(index)
        self.cue_rows = CueRows(index.article.words)

    def all(self) -> Iterator[Euphemism]:
        """Everything found, in no order."""
        doers = agentless.AgentlessActs(self.article)
        yield from self._coined()
        for match in self.matches:
            first, last = self._sentence(match.first)
            if match.pattern.lexicon == explained.LEXICON:
                told = explained.explained(self.article, match, first, last)
                if told:
                    yield self._explained(told, first)
            elif match.pattern.lexicon == agentless.LEXICON:
                hidden = doers.find(match, first, last)
                if hidden:
                    yield self._hidden(hidden, first)
            else:
                found = self._term(TermMatch(self.article.words, self.cue_rows, match, first, last, match.pattern.key))
                if found:
                    yield found

    def _coined(self) -> Iterator[Euphemism]:
        """Words in no list that fill a frame. What the lexicon has judged, it has judged: "collateral damage"."""
        judged = [m for m in self.matches if m.pattern.lexicon == euphemism_terms.LEXICON]
        several = {row for m in judged if m.end - m.first > 1 for row in range(m.first, m.end)}
        single = {m.first for m in judged if m.end - m.first == 1}  # "excursion", but not "hydrocarbon excursion"
        for coined in CoinedOfText(self.article).found():
            rows = range(coined.first, coined.end)
            if several.isdisjoint(rows) and not single.issuperset(rows):
                frame, deed = coined.frame()
                match = Match(coined.first, coined.end, None, Pattern((), frames.LEXICON, frame.term))
                sentence = self._sentence(coined.first)
                place = TermMatch(self.article.words, self.cue_rows, match, *sentence, frame.term)
                yield self._as_found(place, deed, "frame")

    def _sentence(self, row: int) -> tuple[int, int]:
        return self.article.rows[bisect_right(self.starts, row) - 1]

    def _voice(self, span: Span, row: int, end: int, first: int) -> tuple[Voice, tuple[Span, ...]]:
        return self.voices.voice_of(span, row, end, first)

    def _term(self, place: TermMatch) -> Euphemism | None:
        """A term of the lexicon, if nothing makes it literal and it has the cue that it needs."""
        term = place.term
        own_capital = term.term != term.term.lower()  # "evacuation to the East"
        if not (term.name or own_capital) and _is_part_of_name(place):
            return None
        cue = cue_near(place) if term.certainty == "ask" else None
        if (term.certainty == "ask" and cue is None) or (term.certainty == "flag" and is_literal(place)):
            return None
        return self._as_found(place, cue, "term")

    def _as_found(self, place: TermMatch, cue: int | None, found_by: FoundBy) -> Euphemism:
        """A term of the lexicon, or words that fill a frame, with everything that is told about them."""
        term, match, words = place.term, place.match, place.words
        pieces = match.spans(words)
        span = Span(pieces[0].start, pieces[-1].end)
        voice, said_by = self._voice(span, match.first, match.end, place.first)
        cue_span = None if cue is None else Span(words.start[cue], words.end[cue])
        reason_for = reason_for_term if found_by == "term" else reason_for_coined
        reason = reason_for(self.article, term, pieces, voice, said_by, cue_span)
        return Euphemism(
            span, term.term, reason, pieces, term.term, term.plain, term.category, term.certainty, voice, found_by,
            said_by, cue_span, match.pattern.form, term.reference,
        )  # fmt: skip

    def _explained(self, told: explained.Explained, first: int) -> Euphemism:
        """A term that the text itself explains: always kept at a distance."""
        _, said_by = self._voice(told.span, told.row, told.end, first)
        term = " ".join(self.article[told.span].lower().split())
        reason = reason_for_explained(self.article, told, said_by)
        rule = "explained-harsher" if told.harsher else "explained"
        return Euphemism(
            told.span, rule, reason, (told.span,), term, told.meaning, "explained", "flag", "so-called", "explained",
            said_by, None, "", "the text itself",
        )  # fmt: skip

    def _hidden(self, hidden: agentless.AgentlessClause, first: int) -> Euphemism:
        """Grammar that leaves out who did it."""
        voice, said_by = self._voice(hidden.span, hidden.row, hidden.end, first)
        reason = reason_for_hidden(self.article, hidden, voice, said_by)
        reference = COMPOUND_REFERENCE if hidden.act.form == "compound" else GRAMMAR_REFERENCE
        return Euphemism(
            hidden.span, f"hidden-actor: {hidden.act.term}", reason, (hidden.span,), hidden.act.term, "", "grammar",
            "ask", voice, "grammar", said_by, None, "", reference,
        )  # fmt: skip


def _is_part_of_name(place: TermMatch) -> bool:
    """Do capitals make the words a name ("Department of Aging")? Not in a headline, and not at a sentence's start."""
    words, match = place.words, place.match
    rows = [row for row in range(match.first, match.end) if words.form[row][:1].isalpha()]
    capital = [row for row in rows if words.form[row][:1].isupper() and row > place.first]
    if not capital or all(words.form[row].isupper() and len(words.form[row]) > 1 for row in rows):
        return False
    before = words.form[capital[0] - 1]
    if before in ("“", '"', "‘", ":", "—"):
        return len(capital) > 1 and len(capital) == len(rows)
    sentence = [form for form in words.form[place.first : place.last] if form[:1].isalpha()]
    if sum(form[0].isupper() for form in sentence) > MIN_CAPITALS_IN_TITLE * len(sentence):
        return False
    if place.term.certainty == "ask":
        return True
    # "the rights of Senior Citizens" only stresses the words; in "the Centre for Senior Citizens" a name goes on.
    return before.lower() in NAMING or any(
        words.form[row][:1].isupper() or words.form[row] == "for"
        for row in (match.first - 1, match.end)
        if row in range(place.first + 1, place.last)
    )


def _in_order(found: Iterator[Euphemism]) -> list[Euphemism]:
    """In the order of the text. Where two kinds of findings overlap, the word of the lexicon counts before the
    explanation, then come coined words, last grammar."""
    rank = {"term": 0, "explained": 1, "frame": 2, "grammar": 3}
    kept: list[Euphemism] = []
    for euphemism in sorted(found, key=lambda e: (rank[e.found_by], e.span)):
        at = bisect_right(kept, euphemism.span, key=lambda e: e.span)
        before, behind = kept[max(0, at - 1) : at], kept[at : at + 1]
        if all(e.span.end <= euphemism.span.start for e in before) and all(
            euphemism.span.end <= e.span.start for e in behind
        ):
            kept.insert(at, euphemism)
    return kept

"""From a candidate to an `Attribution` with a reason that a pupil can read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kit.finders.attribution.proposal import Proposal
from kit.finders.shortened import shortened
from kit.finding import Attribution, Style
from kit.text import Article, Quotation, Span

# One sentence a rule. {cue} and {who} are words of the text.
NAMED = {
    "said-before": "“{cue}” gives the quotation before it to {who}.",
    "said-after": "“{cue}” gives the quotation after it to {who}.",
    "mixed": "“{cue}” gives what follows, partly in quotation marks, to {who}.",
    "colon": "“{cue}” and the colon give what follows to {who}.",
    "verb-colon": "The colon gives the quotation after it to {who}.",
    "speaker-colon": "A name and a colon: what follows is said by {who}.",
    "heading": "A name and a colon: what follows is said by {who}.",
    "as": "“{cue}” after “as” says that the words behind the comma come from {who}.",
    "signed": "A dash and a name after the quotation: it is signed by {who}.",
    "that-clause": "“{cue}” says that what follows comes from {who}, in the reporter’s words.",
    "clause": "“{cue}” says that what follows comes from {who}, in the reporter’s words.",
    "question": "“{cue}” leads to a question or an open point, and it belongs to {who}.",
    "trailing": "“{cue}” says that the words before come from {who}.",
    "between": "“{cue}” stands in the middle and gives the words on both sides to {who}.",
    "object": "“{cue}” is on my list of words for saying, thinking and wanting, and {who} is its subject.",
    "infinitive": "“{cue}” says what {who} wants, plans, asks for or refuses.",
    "passive-by": "“by” names who does it: {who}.",
    "according-to": "“{cue}” says where this comes from: {who}.",
    "noun": "“{cue}” is a word for something said or thought, and it belongs to {who}.",
    "next-sentence": "“{cue}” promises words of {who}, and the next sentence gives them.",
    "second-hand": "“{cue}” leads back to {who}: somebody else passes on what they said.",
}
UNNAMED = {
    "seems": "“{cue}” gives an impression, and the text does not say whose.",
    "passive": "“{cue}” means that somebody says or thinks so, but the text does not say who.",
    "noun": "“{cue}” is a word for something said or thought, but the text does not say by whom.",
}
NOBODY = "“{cue}” says that somebody says or thinks this, but the text does not say who."


def style_of(article: Article, content: list[Span]) -> Style:
    """direct if every word of the content stands in quotation marks, indirect if none does, else mixed."""
    inside = total = 0
    starts = article.words.start
    forms = article.words.form
    quotations = article.quotations
    for start, end in content:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        words = [starts[i] for i in range(first, last) if forms[i][0].isalnum()]
        total += len(words)
        for quotation in _between(quotations, start, end):
            inside += bisect_left(words, quotation.inner.end) - bisect_left(words, quotation.inner.start)
    return "indirect" if not inside else "direct" if inside == total else "mixed"


def _between(quotations: tuple[Quotation, ...], start: int, end: int) -> Iterator[Quotation]:
    """The outermost quotations that touch a stretch of text."""
    at = bisect_left(quotations, start, key=lambda q: q.span.start)
    while at > 0 and quotations[at - 1].span.end > start:
        at -= 1
    while at < len(quotations) and quotations[at].span.start < end:
        if quotations[at].depth == 0:
            yield quotations[at]
        at += 1


def as_attribution(article: Article, candidate: Proposal) -> Attribution:
    """The finding that goes out: spans in order, style, reason."""
    content = sorted(candidate.content)
    spans = candidate.source + candidate.cue + content
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Attribution(
        whole,
        candidate.rule,
        _reason(article, candidate),
        tuple(candidate.source),
        tuple(candidate.cue),
        tuple(content),
        style_of(article, content),
        candidate.confidence,
    )


def _reason(article: Article, candidate: Proposal) -> str:
    cue = article[tuple(candidate.cue)].strip(" :,")
    if not candidate.source:
        return UNNAMED.get(candidate.rule, NOBODY).format(cue=cue)
    who = shortened(article[tuple(candidate.source)])
    return NAMED[candidate.rule].format(cue=cue, who=f"“{who}”")

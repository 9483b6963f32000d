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
    "said-before": "The quotation comes first, then “{cue}”: the words are from {who}.",
    "said-after": "“{cue}” leads into the quotation: the words are from {who}.",
    "mixed": "“{cue}” leads into words from {who}: some are quoted, the rest is in the reporter’s words.",
    "colon": "“{cue}” and a colon lead into words from {who}.",
    "verb-colon": "A colon leads into the quotation, and just before it comes {who}.",
    "speaker-colon": "A name and a colon, as in a script: what follows is from {who}.",
    "heading": "A name and a colon, as in a script: what follows is from {who}.",
    "as": "“{cue}” after “as” tells us that the rest of the sentence comes from {who}.",
    "signed": "A dash and a name follow the quotation: it is from {who}.",
    "that-clause": "The words after “{cue}” come from {who}, as the reporter puts them.",
    "clause": "The words after “{cue}” come from {who}, as the reporter puts them.",
    "question": "“{cue}” and a question word (what, whether, how …) lead into what is asked or left open by {who}.",
    "trailing": "“{cue}” comes last: the words before it are from {who}.",
    "between": "“{cue}” interrupts the sentence: the words on both sides of it are from {who}.",
    "object": "“{cue}” is on my list of words for saying, thinking and wanting, and {who} is its subject.",
    "infinitive": "“{cue}” introduces a wish, a plan, a request or a refusal, and it comes from {who}.",
    "passive-by": "“by” tells us who did it: {who}.",
    "according-to": "“{cue}” tells us where this comes from: {who}.",
    "noun": "“{cue}” is a noun for something said or thought, and it belongs to {who}.",
    "next-sentence": "“{cue}” announces words from {who}, and the next sentence gives them.",
    "second-hand": "“{cue}” points back to {who}: somebody else passes on what they said.",
}
UNNAMED = {
    "seems": "“{cue}” reports an impression, and the text doesn’t say whose.",
    "passive": "“{cue}” means that somebody says or thinks so, but the text doesn’t say who.",
    "noun": "“{cue}” is a noun for something said or thought, but the text doesn’t say whose it is.",
}
NOBODY = "“{cue}” shows that somebody says or thinks this, but the text doesn’t say who."


def style_of(article: Article, content: list[Span]) -> Style:
    """direct if every word of the content stands in quotation marks, indirect if none does, else mixed."""
    inside = total = 0
    starts, forms = article.words.start, article.words.form
    quoted = [list(_between(article.quotations, start, end)) for start, end in content]
    if not any(quoted):
        return "indirect"
    for (start, end), quotations in zip(content, quoted, strict=True):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        words = [starts[i] for i in range(first, last) if forms[i][0].isalnum()]
        total += len(words)
        for quotation in quotations:
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

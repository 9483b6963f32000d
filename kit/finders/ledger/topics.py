"""Rows of sentences that speak of the same thing: the headline with what stands behind it, and restatements."""

from __future__ import annotations

from kit.finders.ledger.book import Book
from kit.finders.ledger.drafts import Draft, shared
from kit.finding import Statement

HEADLINE = 3  # sentences beside the headline and the lead
LIMITS = 1.0  # what "no", "only" or "never" adds to a sentence that has something in common with the headline
LEAST = 4.0  # what two sentences must have in common to be shown together
ABSOLUTE = frozenset(
    "never always every each all none nobody no only nothing without not n't everyone nothing first last".split()
)


def headline_rows(book: Book) -> list[Draft]:
    """The headline, the lead, and the sentences that have most in common with the headline."""
    title = book.article.title
    if title is None or not book.body:
        return []
    own = range(book.body.start)
    keys = frozenset().union(*(book.keys[number] for number in own))
    lead = book.body.start
    scores = {
        number: sum(2.0 * book.weight[key] if ":" in key else book.weight[key] for key in book.keys[number] & keys)
        for number in book.body
        if number > lead
    }
    scores = {number: score + LIMITS * (score > 0 and _absolute(book, number)) for number, score in scores.items()}
    best = sorted((n for n in scores if scores[n] > 0), key=lambda n: (-scores[n], n))[:HEADLINE]
    chosen = sorted({lead, *best})
    names = {lead: "lead"}
    statements = [Statement(title, "headline", book.speaker(title))]
    for number in chosen:
        span = book.article.sentences[number]
        statements.append(Statement(span, names.get(number, "body"), book.speaker(span)))
    return [Draft("the headline and the report", "headline", statements, max(scores.values(), default=0.0))]


def topic_rows(book: Book) -> list[Draft]:
    """Two or three sentences, no neighbours, that share so many words that they may say the same twice, where one of
    them says no or never, or somebody else says it."""
    edges = [
        (weight, one, other)
        for (one, other), weight in book.links(book.body).items()
        if weight >= LEAST and other - one > 1 and _differ(book, one, other)
    ]
    edges.sort(key=lambda edge: (-edge[0], edge[1], edge[2]))
    made: list[Draft] = []
    taken: set[int] = set()
    for weight, one, other in edges:
        if taken.isdisjoint((one, other)):
            taken |= {one, other}
            spans = [book.article.sentences[number] for number in (one, other)]
            statements = [Statement(span, "", book.speaker(span)) for span in spans]
            made.append(Draft(shared(book, [one, other]), "topic", statements, weight))
    return made


def _differ(book: Book, one: int, other: int) -> bool:
    """Does one of two sentences say no, never or all and the other not, or are they of different sources?"""
    spans = [book.article.sentences[number] for number in (one, other)]
    return _absolute(book, one) != _absolute(book, other) or book.speaker(spans[0]) != book.speaker(spans[1])


def _absolute(book: Book, number: int) -> bool:
    first, end = book.rows[number]
    return any(word in ABSOLUTE for word in book.words.lower[first:end])

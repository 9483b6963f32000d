"""How much are we told? Every source of an article, with what the reader learns of it."""

from __future__ import annotations

from kit.finders.attribution.lines import lines_of
from kit.finders.attributions import find_attributions
from kit.finders.source.mentions import find_mentions
from kit.finders.source.people import People
from kit.finders.source.phrase import Phrase, read_phrase
from kit.finding import Source
from kit.text import Article

UNNAMED = ("described", "vague", "hidden")


def find_sources(article: Article) -> tuple[Source, ...]:
    """Every mention of a source in the order of the text, and every place where a source is hidden."""
    attributions = find_attributions(article)
    paragraphs = lines_of(article)
    people = People()
    found = []
    for mention in find_mentions(paragraphs, attributions):
        phrase = read_phrase(mention.line, mention.first, mention.last, mention.reach)
        if not mention.heard and _says_nothing(phrase):
            continue
        traced = people.add(phrase, article[mention.span], mention.subject, mention.heard, mention.apposed)
        found.append((mention, traced))
    return tuple(
        Source(m.span, t.level, "", t.level, False, None, (), t.entity.number, t.entity.label, t.guess, m.heard)
        for m, t in found
    )


def _says_nothing(phrase: Phrase) -> bool:
    """Nobody who could be a source: a thing, the narrator, a document without a name."""
    return phrase.kind in ("other", "narrator") or (
        phrase.kind == "document" and not (phrase.affiliation or phrase.definite)
    )


def find_anonymous_sources(article: Article) -> tuple[Source, ...]:
    """The sources that are not named: described, vague or hidden."""
    return tuple(s for s in find_sources(article) if s.level in UNNAMED)

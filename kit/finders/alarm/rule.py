"""What a rule of the alarm is, and what it hands over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kit.finding import Attribution, Differ, Verdict
from kit.language.grammar import PRONOUNS
from kit.language.thesaurus import content
from kit.reading import ArticleIndex
from kit.text import Article, Span

TITLES = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sen.", "rep.", "gov."))
GENERIC = frozenset("the it we you i readers reader viewers".split())  # who speaks in "readers will recall that"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two passages that do not agree, in any order, and the words in which they differ; `rule` is the rule's id, `sum`
    what a sub-editor works out in the head, in a sentence."""

    passages: tuple[Span, Span]
    words: tuple[tuple[Span, ...], tuple[Span, ...]]
    type: Differ
    verdict: Verdict
    rule: str
    sum: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, the function that finds, and what a reader is told.

    `find` gives every pair of passages in an article that the rules of one file find. `wording` tells what is odd about
    the two and never that one is false; `innocent` is the best innocent explanation. In `examples` the words in which
    two passages differ stand between asterisks, in the order of the text; in `counterexamples` no rule finds anything.
    """

    id: str
    find: Callable[[ArticleIndex], Iterator[Candidate]]
    wording: str
    innocent: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()


def same_source(article: Article, one: Attribution | None, other: Attribution | None) -> bool:
    """May both be the words of one source? A pronoun may stand for anybody; the reporter is one source, too."""
    if one is None or other is None:
        return one is other
    a, b = words_of_source(article, one), words_of_source(article, other)
    if not a or not b or a & PRONOUNS.keys() or b & PRONOUNS.keys():
        return bool(a) == bool(b)
    return any(content(word) and word not in TITLES for word in a & b)


def stands_apart(article: Article, found: Attribution | None) -> bool:
    """Is this somebody of flesh and blood who says so, named or hidden, and not "readers will recall that"?"""
    return found is not None and (not found.source or not words_of_source(article, found) <= GENERIC)


def words_of_source(article: Article, found: Attribution) -> frozenset[str]:
    """The words of a source."""
    return frozenset(w for s in found.source for w in article[s].lower().replace("’", "'").split())

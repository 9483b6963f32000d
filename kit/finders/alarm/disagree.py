"""Two named sources that give two figures for one thing: "The police counted 7,000 people. The league 12,000"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from kit.finders.alarm.counts import thing_of
from kit.finders.alarm.rule import GENERIC, Candidate, Rule, same_source
from kit.finding import Attribution
from kit.language.agreement import agree, same_measure
from kit.language.grammar import PRONOUNS
from kit.language.quantities import Quantity
from kit.reading import ArticleIndex
from kit.text.word_lists import word_list

NEAR = 2  # sentences from one source to the other
SORTS = ("count", "bare", "money", "percent")
BACK = word_list("words", "points_back", file="sums.toml")
MAX_RATIO = 10  # between two figures of one thing


class SaidFigure(NamedTuple):
    """A figure, and of what is said with it the words and the verbs."""

    figure: Quantity
    words: frozenset[str]
    acts: frozenset[str]


def find_disagreements(index: ArticleIndex) -> Iterator[Candidate]:
    """Every two figures of one thing that two sources give, one soon after the other."""
    said = sorted((each for each in index.attributions if _is_named(index, each)), key=lambda each: each.span)
    figures = {id(each): list(_figures(index, each)) for each in said}
    for at, one in enumerate(said):
        for other in said[at + 1 : at + 1 + NEAR]:
            if same_source(index.article, one, other):
                continue
            for first, second in product(figures[id(one)], figures[id(other)]):
                a, b = first.figure, second.figure
                if a.sentence <= b.sentence <= a.sentence + NEAR and _one_thing(index, first, second):
                    spans = [index.article.sentences[q.sentence] for q in (a, b)]
                    passages = (a.number, b.number) if a.sentence == b.sentence else (spans[0], spans[1])
                    words = (a.number,), (b.number,)
                    yield Candidate(passages, words, "sources_disagree", "tension", "sources_disagree")


def _is_named(index: ArticleIndex, said: Attribution) -> bool:
    """Is this somebody whom the text names or describes, and no pronoun?"""
    words = {word for span in said.source for word in index.article[span].lower().split()}
    return bool(words) and not words <= GENERIC and not words & PRONOUNS.keys()


def _figures(index: ArticleIndex, said: Attribution) -> Iterator[SaidFigure]:
    """The figures in what somebody says, which are no part of others and of no other time."""
    starts = [quantity.number.start for quantity in index.quantities]
    for span in said.content:
        first, end = (bisect_left(index.words.start, place) for place in span)
        words = frozenset(index.words.lower[first:end])
        acts = frozenset(index.key(row) for row in range(first, end) if index.words.tag[row].startswith("VB")) - {""}
        for quantity in index.quantities[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            other = quantity.part or quantity.other_set or quantity.earlier or quantity.update
            if quantity.sort in SORTS and not other and quantity.low > 1:
                yield SaidFigure(quantity, words, acts)


def _one_thing(index: ArticleIndex, one: SaidFigure, other: SaidFigure) -> bool:
    """Do two figures count the same, and can't both be right? One may point back: "the figure was 12"."""
    a, b = one.figure, other.figure
    if not same_measure(a, b) or agree(a, b) or max(a.low, b.low) > MAX_RATIO * min(a.low, b.low):
        return False
    if _times(index, a) != _times(index, b):
        return False
    if a.state or b.state:
        return a.state == b.state
    if a.is_named and b.is_named:
        return thing_of(a) == thing_of(b) and bool(one.acts & other.acts)
    bare, full = (one, other) if not a.is_named else (other, one)
    known = full.figure.is_named or not {"it", "its", "this", "that"}.isdisjoint(other.words)
    return known and not BACK.isdisjoint(bare.words)


def _times(index: ArticleIndex, quantity: Quantity) -> set[tuple[float, ...]]:
    return {time.value for time in index.sentences[quantity.sentence].times.values() if time.kind != "clock"}


RULES = (
    Rule(
        "sources_disagree",
        find_disagreements,
        "Two sources give two figures for one thing. Good reporting shows that openly.",
        "The two may have counted at different times or in different ways.",
        ("The police said that *7,000* people marched over the bridge to the harbour. The league said that *12,000* "
         "people marched over the bridge to the harbour.",
         "The police said that *7,000* people had marched. According to the league, *12,000* people marched.",
         "The mayor said the lock would cost *4 million* crowns. The builder said its cost was *7 million* crowns.",
         "*Twelve* people were killed, the police said. The hospital said that *15* people were dead."),
        ("The police said that 7,000 people marched. The league said that 12,000 people sang.",
         "The police said that 12 people were killed. The hospital said that 40 people were injured.",
         "The police said that 12 people died on Monday. The hospital said that 15 people died on Sunday."),
    ),
)  # fmt: skip

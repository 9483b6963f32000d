"""Figures that take up a whole group: "each of the 580 who lose their jobs", where 620 were let go; the ones that are
left ("nine branches are left", of eleven, three close); the seventy-first to come ashore of the sixty-four on board."""

from __future__ import annotations

from collections.abc import Iterator

from kit.finders.euphemism.persons import persons
from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.compatible import agree
from kit.finders.inconsistency.counting import (
    HAPPENED,
    LEAD,
    Counts,
    clash,
    counts_of,
    is_counted,
    thing_of,
    titled,
    whole_of_part,
)
from kit.finders.inconsistency.counts import set_apart
from kit.finders.inconsistency.numbers import ordinals
from kit.finders.inconsistency.quantities import Quantity
from kit.finders.inconsistency.statements import Index, Statement
from kit.finders.inconsistency.thesaurus import counted_as, general_people
from kit.finders.inconsistency.wording import singular

WHOLES = frozenset(("each", "all", "every", "none", "any"))
LEFT = frozenset("left remaining remain remained remains survive survived kept still standing".split())
LEFT_BEHIND = 5  # words behind a count in which "that are left" stands
FEW = 2
LEAST_ORDINAL = 5  # "a third man" is news, "the 71st" has seventy before
NEAR = 0.2  # of the whole: so far a number may be from what is left of it, if it stands under another noun
REST = ("other", "remaining")
WHOLE, ROUGHLY = 100.0, 5.0  # per cent
TRIED = 60  # counts of a text that are compared


def find_every(index: Index) -> Iterator[Clash]:
    """All counts of a whole that another count speaks against."""
    counts = counts_of(index.article)
    yield from _each_of(counts)
    yield from _left(counts)
    yield from _more_than_all(counts)
    yield from _ordinals(counts)
    yield from _other_share(counts)


# ---- each of the 580 ------------------------------------------------------------------------------------------------


def _each_of(counts: Counts) -> Iterator[Clash]:
    """ "For each of the 580 who lose their jobs", where the text has counted 620 and no 580."""
    low = counts.low
    for taken in counts.every[:TRIED]:
        before = low[max(0, taken.first - 4) : taken.first]
        happened = before[-1:] != [] and before[-1] in HAPPENED  # "of the rescued half-dozen"
        before = before[:-1] if happened else before[1:]
        whole = len(before) == 3 and before[1] == "of" and before[2] in ("the", "those", "these", "its", "their")
        whole = whole and (before[0] in WHOLES or before[0] == "one")
        if not whole or taken.low <= FEW or taken.bound or set_apart(counts.index, taken):
            continue
        if any(agree(q, taken) for q in counts.every if q is not taken):
            continue
        about = counts.about(taken)
        same = [q for q in counts.every if q.sentence < taken.sentence and q.low > FEW]
        same = [q for q in same if counts.about(q) & about or (happened and q.noun in persons() and q.sentence < LEAD)]
        same = [q for q in same if not (q.earlier or q.other_set or whole_of_part(q, same)) and not titled(counts, q)]
        if same and len({q.low for q in same}) == 1:
            yield clash(counts.index, same[-1], taken.number, taken.sentence, "taken-up")


# ---- those that are left --------------------------------------------------------------------------------------------


def _left(counts: Counts) -> Iterator[Clash]:
    """ "Three of the eleven libraries close", and "the nine branches that are left"."""
    parts = [(q, w) for q, w in _parts(counts) if not (q.bound or w.bound) and q.low < w.low]
    for rest in counts.every:
        if rest.bound or not _is_left(counts, rest):
            continue
        same = [(q, w) for q, w in parts if thing_of(w) == thing_of(rest)]
        # Another noun for it will do where the text has one whole alone, and the number is nearly what is left of it.
        near = [(q, w) for q, w in parts if len(parts) == 1 and abs(rest.low - (w.low - q.low)) <= NEAR * w.low]
        for part, whole in same[:1] if len(same) == 1 else near:
            if rest.sentence != part.sentence and rest.low not in (whole.low - part.low, part.low, whole.low):
                yield clash(counts.index, part, rest.number, rest.sentence, "left")


def _parts(counts: Counts) -> Iterator[tuple[Quantity, Quantity]]:
    """Every "three of the eleven": the part, and the whole."""
    for statement in counts.index.statements:
        here = [q for q in statement.numbers.values() if q.sort == "count"]
        yield from ((q, w) for q in here if q.part for w in here if whole_of_part(w, [q]) and w is not q)


def _is_left(counts: Counts, quantity: Quantity) -> bool:
    """ "nine branches that are left", "the remaining nine branches", "35 branches left" """
    end = counts.index.statements[quantity.sentence].end
    behind = counts.low[quantity.end : min(end, quantity.end + LEFT_BEHIND)]
    if "," in behind:
        behind = behind[: behind.index(",")]
    if not LEFT.isdisjoint(behind[:1]) or (quantity.definite and not LEFT.isdisjoint(behind)):
        return True
    return "remaining" in quantity.modifiers or counts.low[quantity.first - 1 : quantity.first] == ["remaining"]


def _more_than_all(counts: Counts) -> Iterator[Clash]:
    """ "More than forty of the revellers", where thirty-one guests fell ill: a part that is larger than the whole."""
    wholes = {id(part) for part, _ in _parts(counts)}
    for part in counts.every if counts.index.brief else ():
        if not part.part or part.bound in ("at_most", "less_than") or not is_counted(part.noun) or id(part) in wholes:
            continue
        told = [q for q in counts.every if q.sentence < part.sentence and _counts_same(q, part) and not q.part]
        told = [q for q in told if q.bound not in ("at_least", "more_than", "about") and not q.other_set]
        if told and len({q.low for q in told}) == 1 and told[0].low < part.low:
            yield clash(counts.index, told[0], part.number, part.sentence, "rank")


def _counts_same(one: Quantity, other: Quantity) -> bool:
    """Do both count one thing under its names, or people whose kind is not told apart?"""
    return thing_of(one) == thing_of(other) or (one.noun in persons() and other.noun in persons() and one.low > FEW)


# ---- the seventy-first ----------------------------------------------------------------------------------------------


def _ordinals(counts: Counts) -> Iterator[Clash]:
    """ "The seventy-first person to be brought ashore", where sixty-four were on board."""
    for statement in counts.index.statements:
        for row in range(statement.first + 1, statement.end - 1):
            low = counts.low
            if low[row - 1] != "the" or low[row] not in ordinals() or statement.title:
                continue
            rank, noun = ordinals()[low[row]], singular(low[row + 1])
            if rank < LEAST_ORDINAL or not is_counted(noun):
                continue
            told = _of_noun(counts, statement, noun)
            fewer = all(q.low < rank and q.bound not in ("at_least", "more_than", "about") for q in told)
            if len({q.low for q in told}) == 1 and fewer and told[-1].sentence < statement.number:
                words = counts.index.words(row, row + 2)
                yield clash(counts.index, told[-1], words, statement.number, "rank")


def _of_noun(counts: Counts, statement: Statement, noun: str) -> list[Quantity]:
    """The counts of this noun or its like; for a person those of all people, if nothing restricts them."""
    term = counted_as().get(noun, noun)
    general = noun in general_people()
    fits = (
        q
        for q in counts.every
        if q.low > FEW and not (q.part or q.other_set or q.earlier) and q.sentence != statement.number
    )
    return [q for q in fits if thing_of(q) == term or (general and q.noun in persons())]


# ---- the other two thirds -------------------------------------------------------------------------------------------


def _other_share(counts: Counts) -> Iterator[Clash]:
    """ "The county pays half", and "the other two thirds": the two have to make a whole."""
    shares = [q for s in counts.index.statements for q in s.numbers.values() if q.sort == "percent"]
    for other in shares if counts.index.brief else ():
        before = counts.low[max(0, other.first - 2) : other.first]
        told = [q for q in shares if q.sentence < other.sentence and not q.bound and not titled(counts, q)]
        if before[:1] != ["the"] or before[-1] not in REST or len({q.low for q in told}) != 1 or other.bound:
            continue
        if abs(told[0].low + other.low - WHOLE) > ROUGHLY:
            yield clash(counts.index, told[0], other.number, other.sentence, "left")

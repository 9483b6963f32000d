"""A group that is named by its number: "neither of the dead animals", of three; "the missing four", of five; "the only
one of the quartet", of a party of three; "eleven women and nine men", of eighteen; "one for each picture", of nine."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kit.finders.euphemism.persons import persons
from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.compatible import agree
from kit.finders.inconsistency.counting import HAPPENED, LEAD, Counts, clash, counts_of, state_of, thing_of, titled
from kit.finders.inconsistency.measures import measures
from kit.finders.inconsistency.quantities import Quantity
from kit.finders.inconsistency.statements import Index, Statement
from kit.finders.inconsistency.thesaurus import counted_as
from kit.finders.inconsistency.wording import singular

PAIRS = frozenset(("neither", "both"))
FEW = 2
ENSEMBLES = {
    "trio": 3.0, "threesome": 3.0, "quartet": 4.0, "foursome": 4.0, "quintet": 5.0, "fivesome": 5.0, "sextet": 6.0,
}  # fmt: skip
MUSICAL = frozenset("string jazz brass piano wind vocal barbershop saxophone guitar".split())
LARGEST = 8  # people that a text may call a trio or a quartet
PARTIES = frozenset("party group crew team band gang".split())
SEXES = ({"woman", "girl", "female"}, {"man", "boy", "male"})
TIMES = {"twice": 2.0, "thrice": 3.0}
LOADS = frozenset("run trip load journey boatload busload lorryload flight round crossing batch wave".split())
ANYTHING = ("them", "time")  # "a full dozen of them", "a dozen each time"
EACH = (("one", "for", "each"), ("one", "for", "every"), ("one", "per"))


def find_groups(index: Index) -> Iterator[Clash]:
    """All groups whose number another count speaks against."""
    counts = counts_of(index.article)
    yield from _pairs(counts)
    yield from _alone(counts)
    if index.brief:
        yield from _ensembles(counts)
        yield from _sexes(counts)
        yield from _one_for_each(counts)
        yield from _loads(counts)


def _pairs(counts: Counts) -> Iterator[Clash]:
    """ "Neither of the dead animals", where three ponies drowned; "both of the pictures", where five were stolen."""
    for statement in counts.index.statements:
        for row in range(statement.first, statement.end - 1):
            if counts.low[row] not in PAIRS or statement.title:
                continue
            at = row + 1 + (counts.low[row + 1 : row + 3] == ["of", "the"]) * 2
            end, told = _phrase(counts, at, statement, of_the=at > row + 1)
            values = {q.low for q in told}
            if len(values) == 1 and not values & {FEW, 1.0} and told[0].sentence < statement.number:
                words = counts.index.words(row, end)
                yield clash(counts.index, told[0], words, statement.number, "taken-up")


def _phrase(counts: Counts, at: int, statement: Statement, of_the: bool) -> tuple[int, list[Quantity]]:
    """The end of the noun phrase behind "both", and the counts of those it means: by what happened to them, or, behind
    "both of the", by their noun."""
    states, low = measures().states, counts.low
    state = states.get(low[at], "") if at < statement.end else ""
    harmed = [q for q in counts.every if q.low > 1 and state_of(q) == state] if state else []
    if harmed:
        return at + 1, harmed
    row = next((r for r in range(at, min(at + 3, statement.end)) if singular(low[r]) in counted_as()), -1)
    if row < 0 or not of_the:
        return at, []
    term = counted_as()[singular(low[row])]
    return row + 1, [q for q in counts.every if q.low > 1 and thing_of(q) == term and not q.part]


def _alone(counts: Counts) -> Iterator[Clash]:
    """ "The missing four", where five instruments were stolen: a number alone that takes up what happened to them."""
    first = next((s.number for s in counts.index.statements if not s.title), 0)
    for taken in counts.every:
        before = counts.low[max(0, taken.first - 2) : taken.first]
        known = len(before) == 2 and before[0] == "the" and before[1] in HAPPENED
        alone = taken.counted is None or taken.counted.start < taken.number.start
        if not (known and alone) or taken.low <= FEW or any(agree(q, taken) for q in counts.every if q is not taken):
            continue
        told = [q for q in counts.every if q.sentence < min(taken.sentence, first + LEAD) and q.sort == "count"]
        told = [q for q in told if q.low > FEW and not q.bound]
        told = [q for q in told if not (q.part or q.other_set or q.earlier or titled(counts, q))]
        if told and len({q.low for q in told}) == 1:
            yield clash(counts.index, told[0], taken.number, taken.sentence, "taken-up")


def _ensembles(counts: Counts) -> Iterator[Clash]:
    """ "The only one of the quartet", where a party of three set out."""
    people = [q for q in counts.every if FEW <= q.low <= LARGEST and not q.bound and not titled(counts, q)]
    people = [
        q for q in people if q.noun in persons() or not PARTIES.isdisjoint(counts.low[max(0, q.first - 2) : q.first])
    ]
    for statement in counts.index.statements:
        for row in range(statement.first + 1, statement.end):
            size, before = ENSEMBLES.get(singular(counts.low[row])), counts.low[row - 1]
            if size is None or statement.title or before in MUSICAL or before not in ("the", "this", "that"):
                continue
            told = [q for q in people if q.sentence < statement.number]
            if len({q.low for q in told}) == 1 and told[0].low != size:
                yield clash(counts.index, told[0], counts.index.words(row, row + 1), statement.number, "taken-up")


def _sexes(counts: Counts) -> Iterator[Clash]:
    """ "Eleven of the newcomers are women and nine are men", of eighteen volunteers: the parts and the whole."""
    low = counts.low
    for one, other in pairwise(counts.every):
        end = counts.index.statements[other.sentence].end
        words = {singular(word) for word in low[one.first : min(end, other.stop + 3)]}
        if one.sentence != other.sentence or not all(sex & words for sex in SEXES) or not one.part:
            continue
        told = [q for q in counts.every if q.sentence < min(one.sentence, LEAD) and q.noun in persons() and q.low > FEW]
        told = [q for q in told if not q.bound and not q.part and not titled(counts, q)]
        if len({q.low for q in told}) == 1 and told[0].low != one.low + other.low:
            words_of = counts.index.words(one.first, other.stop)
            yield clash(counts.index, told[0], words_of, one.sentence, "parts")


def _one_for_each(counts: Counts) -> Iterator[Clash]:
    """ "A dozen bare frames, one for each picture that is gone", where nine paintings were stolen."""
    low = counts.low
    for statement in counts.index.statements:
        for row in range(statement.first, statement.end - 3):
            width = next((len(words) for words in EACH if tuple(low[row : row + len(words)]) == words), 0)
            here = [q for q in counts.every if q.sentence == statement.number and q.first < row and q.low > FEW]
            if not width or not here or here[-1].bound:
                continue
            noun = singular(low[row + width])
            thing = counted_as().get(noun, noun)
            told = [q for q in counts.every if thing_of(q) == thing and q.sentence < statement.number and q.low > FEW]
            if len({q.low for q in told}) == 1 and not agree(told[0], here[-1]):
                yield clash(counts.index, told[0], here[-1].number, statement.number, "taken-up")


def _loads(counts: Counts) -> Iterator[Clash]:
    """ "Two runs with a dozen each time", of thirty-one walkers: the loads do not carry the whole, or carry more."""
    for load in counts.every:
        statement = counts.index.statements[load.sentence]
        words = counts.low[statement.first : statement.end]
        if load.low <= FEW or load.bound or statement.title or "each" not in words or _is_run(counts, load):
            continue
        runs = [q.low for q in counts.every if q.sentence == load.sentence and _is_run(counts, q)]
        runs += [TIMES[word] for word in words if word in TIMES]
        told = [q for q in counts.every if q.sentence < min(load.sentence, LEAD) and q.low > FEW and not q.bound]
        told = [q for q in told if not titled(counts, q) and not q.part]
        same = load.noun in ("", *ANYTHING) or any(thing_of(q) == thing_of(load) for q in told)
        same = same or (load.noun in persons() and any(q.noun in persons() for q in told))
        if len(runs) != 1 or not same or len({q.low for q in told}) != 1:
            continue
        if not (runs[0] - 1) * load.low < told[0].low <= runs[0] * load.low:
            yield clash(counts.index, told[0], load.number, load.sentence, "parts")


def _is_run(counts: Counts, quantity: Quantity) -> bool:
    """ "Two runs", which a tagger may take for a verb"""
    behind = counts.low[quantity.stop : quantity.stop + 1]
    return quantity.noun in LOADS or (behind != [] and singular(behind[0]) in LOADS)

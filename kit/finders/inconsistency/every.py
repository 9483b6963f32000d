"""Figures that take up a whole group: "each of the 580 who lose their jobs", where 620 were let go; the ones that are
left ("nine branches are left", of eleven, three close); "neither of the dead animals", of three; the seventy-first to
come ashore of the sixty-four on board."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kit.finders.euphemism.persons import persons
from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.compatible import agree
from kit.finders.inconsistency.counts import set_apart
from kit.finders.inconsistency.measures import measures
from kit.finders.inconsistency.numbers import ordinals
from kit.finders.inconsistency.quantities import Quantity
from kit.finders.inconsistency.statements import Index, Statement, same_source
from kit.finders.inconsistency.thesaurus import counted_as, general_people
from kit.finders.inconsistency.wording import singular
from kit.finders.ledger.book import REACH_OF_A_FIGURE, Book
from kit.finding import Verdict
from kit.text import Span

WHOLES = frozenset(("each", "all", "every", "none", "any"))
LEFT = frozenset("left remaining remain remained remains survive survived kept still standing".split())
LEFT_BEHIND = 5  # words behind a count in which "that are left" stands
FEW = 2
LEAD = 3  # sentences at the top of a report that say what happened
LEAST_ORDINAL = 5  # "a third man" is news, "the 71st" has seventy before
HAPPENED = frozenset(
    "missing stolen dead injured wounded lost rescued arrested surviving freed kidnapped captured".split()
)
PAIRS = frozenset(("neither", "both"))
NEAR = 0.2
REST = ("other", "remaining")
WHOLE, ROUGHLY = 100.0, 5.0  # per cent
TRIED = 60  # counts of a text that are compared


class _Counts:
    """The counts of a text, and what each of them counts by the lists of the ledger."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.every = [q for s in index.statements for q in s.numbers.values() if q.sort in ("count", "bare")]
        self.low = index.article.words.lower

    @cached_property
    def book(self) -> Book:
        return Book(self.index.article)

    @cached_property
    def topics(self) -> dict[int, list[tuple[int, str]]]:
        found: dict[int, list[tuple[int, str]]] = {}
        for hit in self.book.hits_of("counted"):
            found.setdefault(self.book.sentence_of_row(hit.first), []).append((hit.first, hit.topic.term))
        return found

    def about(self, quantity: Quantity) -> set[str]:
        """What a figure counts, by the words near it."""
        reach = range(quantity.first - REACH_OF_A_FIGURE, quantity.end + REACH_OF_A_FIGURE)
        return {term for row, term in self.topics.get(quantity.sentence, ()) if row in reach}


def find_every(index: Index) -> Iterator[Clash]:
    """All counts of a whole that another count speaks against."""
    counts = _Counts(index)
    yield from _each_of(counts)
    yield from _left(counts)
    yield from _pairs(counts)
    yield from _alone(counts)
    yield from _more_than_all(counts)
    yield from _ordinals(counts)
    yield from _other_share(counts)


def _clash(counts: _Counts, one: Quantity, words: Span, sentence: int, rule: str) -> Clash:
    index = counts.index
    says = [index.sources.at(span) for span in (one.number, words)]
    verdict: Verdict = "conflict" if same_source(index.article, *says) else "tension"
    first, second = index.statements[one.sentence].span, index.statements[sentence].span
    return Clash(first, second, (one.number,), (words,), "number", verdict, rule, "number")


# ---- each of the 580 ------------------------------------------------------------------------------------------------


def _each_of(counts: _Counts) -> Iterator[Clash]:
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
        same = [q for q in same if not (q.earlier or q.other_set or _whole_of_part(q, same)) and not _titled(counts, q)]
        if same and len({q.low for q in same}) == 1:
            yield _clash(counts, same[-1], taken.number, taken.sentence, "taken-up")


def _whole_of_part(quantity: Quantity, others: list[Quantity]) -> bool:
    """Is this the 2,900 of "620 of the 2,900"?"""
    return any(
        q.part and q is not quantity and q.span.start <= quantity.span.start and quantity.span.end <= q.span.end
        for q in others
    )


def _titled(counts: _Counts, quantity: Quantity) -> bool:
    return counts.index.statements[quantity.sentence].title


# ---- those that are left --------------------------------------------------------------------------------------------


def _left(counts: _Counts) -> Iterator[Clash]:
    """ "Three of the eleven libraries close", and "the nine branches that are left"."""
    parts = [(q, w) for q in counts.every if q.part for w in counts.every if w is not q and _whole_of_part(w, [q])]
    if len(parts) != 1:
        return
    part, whole = parts[0]
    if part.bound or whole.bound or part.low >= whole.low:
        return
    for rest in counts.every:
        if rest.sentence == part.sentence or rest.bound or not _is_left(counts, rest):
            continue
        over = whole.low - part.low
        near = abs(rest.low - over) <= NEAR * whole.low  # another noun for it, and nearly the number
        if (_thing(rest) == _thing(whole) or near) and rest.low not in (over, part.low, whole.low):
            yield _clash(counts, part, rest.number, rest.sentence, "left")


def _thing(quantity: Quantity) -> str:
    return counted_as().get(quantity.noun, quantity.noun)


def _is_left(counts: _Counts, quantity: Quantity) -> bool:
    """ "nine branches that are left", "the remaining nine branches", "35 branches left" """
    end = counts.index.statements[quantity.sentence].end
    behind = counts.low[quantity.end : min(end, quantity.end + LEFT_BEHIND)]
    if "," in behind:
        behind = behind[: behind.index(",")]
    if not LEFT.isdisjoint(behind[:1]) or (quantity.definite and not LEFT.isdisjoint(behind)):
        return True
    return "remaining" in quantity.modifiers or counts.low[quantity.first - 1 : quantity.first] == ["remaining"]


# ---- neither, both --------------------------------------------------------------------------------------------------


def _pairs(counts: _Counts) -> Iterator[Clash]:
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
                yield _clash(counts, told[0], words, statement.number, "taken-up")


def _phrase(counts: _Counts, at: int, statement: Statement, of_the: bool) -> tuple[int, list[Quantity]]:
    """The end of the noun phrase behind "both", and the counts of those it means: by what happened to them, or, behind
    "both of the", by their noun."""
    states, low = measures().states, counts.low
    state = states.get(low[at], "") if at < statement.end else ""
    harmed = [q for q in counts.every if q.low > 1 and _state(q) == state] if state else []
    if harmed:
        return at + 1, harmed
    row = next((r for r in range(at, min(at + 3, statement.end)) if singular(low[r]) in counted_as()), -1)
    if row < 0 or not of_the:
        return at, []
    term = counted_as()[singular(low[row])]
    return row + 1, [q for q in counts.every if q.low > 1 and counted_as().get(q.noun, q.noun) == term and not q.part]


def _alone(counts: _Counts) -> Iterator[Clash]:
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
        told = [q for q in told if not (q.part or q.other_set or q.earlier or _titled(counts, q))]
        if told and len({q.low for q in told}) == 1:
            yield _clash(counts, told[0], taken.number, taken.sentence, "taken-up")


def _more_than_all(counts: _Counts) -> Iterator[Clash]:
    """ "More than forty of the revellers", where thirty-one guests fell ill: a part that is larger than the whole."""
    for part in counts.every:
        if not part.part or part.bound in ("at_most", "less_than") or not _is_counted(part.noun):
            continue
        if any(_whole_of_part(q, [part]) for q in counts.every if q is not part):
            continue
        told = [q for q in counts.every if q.sentence < part.sentence and _counts_same(q, part) and not q.part]
        told = [q for q in told if q.bound not in ("at_least", "more_than", "about") and not q.other_set]
        if told and len({q.low for q in told}) == 1 and told[0].low < part.low and counts.index.brief:
            yield _clash(counts, told[0], part.number, part.sentence, "rank")


def _counts_same(one: Quantity, other: Quantity) -> bool:
    """Do both count one thing under its names, or people whose kind is not told apart?"""
    a, b = (counted_as().get(q.noun, q.noun) for q in (one, other))
    return a == b or (one.noun in persons() and other.noun in persons() and one.low > FEW)


def _is_counted(noun: str) -> bool:
    return noun in persons() or noun in counted_as()


def _state(quantity: Quantity) -> str:
    states = measures().states
    said = (states[word] for word in (*quantity.modifiers, quantity.noun) if word in states)
    return quantity.state or next(said, "")


# ---- the seventy-first ----------------------------------------------------------------------------------------------


def _ordinals(counts: _Counts) -> Iterator[Clash]:
    """ "The seventy-first person to be brought ashore", where sixty-four were on board."""
    for statement in counts.index.statements:
        for row in range(statement.first + 1, statement.end - 1):
            low = counts.low
            if low[row - 1] != "the" or low[row] not in ordinals() or statement.title:
                continue
            rank, noun = ordinals()[low[row]], singular(low[row + 1])
            if rank < LEAST_ORDINAL or not _is_counted(noun):
                continue
            told = _of_noun(counts, statement, noun)
            fewer = all(q.low < rank and q.bound not in ("at_least", "more_than", "about") for q in told)
            if len({q.low for q in told}) == 1 and fewer and told[-1].sentence < statement.number:
                words = counts.index.words(row, row + 2)
                yield _clash(counts, told[-1], words, statement.number, "rank")


def _of_noun(counts: _Counts, statement: Statement, noun: str) -> list[Quantity]:
    """The counts of this noun or its like; for a person those of all people, if nothing restricts them."""
    term = counted_as().get(noun, noun)
    general = noun in general_people()
    fits = (
        q
        for q in counts.every
        if q.low > FEW and not (q.part or q.other_set or q.earlier) and q.sentence != statement.number
    )
    return [q for q in fits if counted_as().get(q.noun, q.noun) == term or (general and q.noun in persons())]


# ---- the other two thirds -------------------------------------------------------------------------------------------


def _other_share(counts: _Counts) -> Iterator[Clash]:
    """ "The county pays half", and "the other two thirds": the two have to make a whole."""
    shares = [q for s in counts.index.statements for q in s.numbers.values() if q.sort == "percent"]
    for other in shares if counts.index.brief else ():
        before = counts.low[max(0, other.first - 2) : other.first]
        told = [q for q in shares if q.sentence < other.sentence and not q.bound and not _titled(counts, q)]
        if before[:1] != ["the"] or before[-1] not in REST or len({q.low for q in told}) != 1 or other.bound:
            continue
        if abs(told[0].low + other.low - WHOLE) > ROUGHLY:
            yield _clash(counts, told[0], other.number, other.sentence, "left")

"""Nobody was hurt, and three were: a state that the text denies of everybody and gives to some."""

from __future__ import annotations

from collections.abc import Iterator

from kit.finders.alarm.clash import Clash
from kit.finders.alarm.statements import Index, Statement, same_source
from kit.language.quantities import Quantity
from kit.language.quantity_words import measures
from kit.language.thesaurus import people
from kit.text import Span

NOBODY = ("nobody", "no-one", "none")
NO_ONE = (("no", "one"), ("no", "people"), ("no", "person"), ("no", "injuries"), ("no", "deaths"), ("no", "casualties"))
REACH = 4  # words between "nobody" and what did not happen
LINKS = frozenset("was were is are has have had been be seriously badly else there".split())
APART = frozenset("second third other another later earlier previous before again next first that those there".split())


def find_harm(index: Index) -> Iterator[Clash]:
    """Every denial of harm to all beside a count of those who were harmed."""
    low = index.article.words.lower
    harmed: dict[str, Quantity] = {}
    for statement in index.statements:
        for quantity in statement.numbers.values():
            state = quantity.state or _before(quantity)
            if state and quantity.low > 0 and not (quantity.earlier or quantity.other_set):
                harmed.setdefault(state, quantity)
    for statement in index.statements if harmed else ():
        for words, state in _denials(index, statement):
            if state not in harmed or harmed[state].sentence == statement.number:
                continue
            quantity = harmed[state]
            other = index.statements[quantity.sentence]
            apart = any(not APART.isdisjoint(low[s.first : s.end]) for s in (statement, other))
            timed = [t for s in (statement, other) for t in s.times.values() if t.kind in ("year", "month")]
            says = index.sources.at(words), index.sources.at(quantity.number)
            if not apart and not timed and same_source(index.article, *says):
                pair = (statement.span, other.span), ((words,), (quantity.span,))
                yield Clash(*pair[0], *pair[1], "negation", "conflict", "harm", "negation")


def _before(quantity: Quantity) -> str:
    """ "the two wounded firefighters" """
    states = measures().states
    return next((states[w] for w in sorted(quantity.modifiers) if w in states and quantity.noun in people()), "")


def _denials(index: Index, statement: Statement) -> Iterator[tuple[Span, str]]:
    """The words that say that something happened to nobody, and what."""
    low, states = index.article.words.lower, measures().states
    for row in range(statement.first, statement.end - 1):
        if tuple(low[row : row + 2]) in NO_ONE:
            start = row + 1 if low[row + 1] in states else row + 2
        elif low[row] in NOBODY and low[row + 1] != "of":
            start = row + 1
        else:
            continue
        for at in range(start, min(statement.end, start + REACH)):
            if low[at] in states:
                yield index.words(row, at + 1), states[low[at]]
                break
            if low[at] not in LINKS:
                break

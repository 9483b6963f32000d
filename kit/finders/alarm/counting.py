"""What a text counts: its figures, what each of them counts, and the clash of two of them."""

from __future__ import annotations

from kit.finders.alarm.clash import Clash
from kit.finders.alarm.statements import Index, same_source
from kit.finders.euphemism.person_words import persons
from kit.finders.ledger.book import REACH_OF_A_FIGURE, Book
from kit.finders.once import once
from kit.finding import Differ, Verdict
from kit.language.quantities import Quantity
from kit.language.quantity_words import measures
from kit.language.thesaurus import counted_as
from kit.text import Span

LEAD = 3  # sentences at the top of a report that say what happened
HAPPENED = frozenset(
    "missing stolen dead injured wounded lost rescued arrested surviving freed kidnapped captured".split()
)


class Counts:
    """The counts of a text, and what each of them counts by the lists of the ledger."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.every = [q for s in index.statements for q in s.numbers.values() if q.sort in ("count", "bare")]
        self.low = index.article.words.lower
        self.book = Book(index.whole)

    def about(self, quantity: Quantity) -> set[str]:
        """What a figure counts, by the words near it."""
        reach = range(quantity.first - REACH_OF_A_FIGURE, quantity.end + REACH_OF_A_FIGURE)
        return {term for row, term in self.book.counted.get(quantity.sentence, ()) if row in reach}


@once
def counts_of(index: Index) -> Counts:
    """The counts of an article, gathered once for all rules."""
    return Counts(index)


def clash(index: Index, one: Quantity, words: Span, sentence: int, rule: str) -> Clash:
    """A figure, and words of another sentence that speak against it: a conflict, if one voice gives both."""
    first, second = index.statements[one.sentence], index.statements[sentence]
    says = [index.sources.at(span) for span in (one.number, words)]
    kind: Differ = "headline" if first.title else "number"
    verdict: Verdict = "conflict"
    if not same_source(index.article, *says) and kind == "number":
        verdict = "tension"
        if all(each and each.source for each in says):
            kind, rule = "sources_disagree", "sources_disagree"
    return Clash(first.span, second.span, (one.number,), (words,), kind, verdict, rule, kind)


def whole_of_part(quantity: Quantity, others: list[Quantity]) -> bool:
    """Is this the 2,900 of "620 of the 2,900"?"""
    return any(
        q.part and q is not quantity and q.span.start <= quantity.span.start and quantity.span.end <= q.span.end
        for q in others
    )


def titled(counts: Counts, quantity: Quantity) -> bool:
    """Does this figure stand in the headline?"""
    return counts.index.statements[quantity.sentence].title


def thing_of(quantity: Quantity) -> str:
    """What a figure counts, by one name for all words that news uses for it."""
    return counted_as().get(quantity.noun, quantity.noun)


def state_of(quantity: Quantity) -> str:
    """What has happened to those who are counted: "four dead men", "three men were killed"."""
    states = measures().states
    said = (states[word] for word in (*quantity.modifiers, quantity.noun) if word in states)
    return quantity.state or next(said, "")


def is_counted(noun: str) -> bool:
    """Is this a person, or a thing that news counts?"""
    return noun in persons() or noun in counted_as()

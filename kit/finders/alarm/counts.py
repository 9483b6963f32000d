"""A figure that is taken up with another value: "twelve goats" … "the 15 goats", "that 57 percent figure"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations, pairwise

from kit.finders.alarm.rule import Candidate, Rule, same_source
from kit.finding import Differ, Verdict
from kit.language.agreement import agree, rounded
from kit.language.grammar import ENGLISH
from kit.language.quantities import Quantity
from kit.language.quantity_words import measures
from kit.language.thesaurus import counted_as, general_people, people
from kit.reading import ArticleIndex
from kit.text.word_lists import word_list

MAX_ANY = 2  # "the two" may be any two of many
EACH = ("each", "all", "every", "none")
RESTRICTS = word_list("passages", "restricting", file=ENGLISH)
POINTS_BACK = frozenset(("figure", "number", "total", "rate", "sum", "amount", "mark"))
THAT = ("that", "this", "the")
SOME = frozenset("many some most few several half third quarter majority minority".split())
INSIDE = frozenset(("in", "at", "among", "of", "for", "on"))  # what opens with them is a place or group of its own
OPENING = 3  # words at the start of a sentence
MAX_PARTS, MAX_SUMMED = 4, 8  # counts that are tried as parts of a sum, and of how many of a sentence
MAX_RATIO = 10  # between two counts of one group
MAX_COUNTS = 40  # of one thing in a text: with more, it is about statistics


def find_counts(index: ArticleIndex) -> Iterator[Candidate]:
    """All figures of an article that take up another one with another value."""
    yield from _Counts(index).taken_up()
    yield from _figures(index)


def thing_of(quantity: Quantity) -> str:
    """What a figure counts, by one name for all words that news uses for it."""
    return counted_as().get(quantity.noun, quantity.noun)


class _Counts:
    """The counts of an article, by what they count and by what happened to those who are counted."""

    def __init__(self, index: ArticleIndex) -> None:
        self.index = index
        self.low = index.words.lower
        self.counts = [q for q in index.quantities if q.sort == "count" and q.noun]
        self.things: dict[str, list[Quantity]] = {}
        self.states: dict[str, list[Quantity]] = {}
        for quantity in self.counts:
            self.things.setdefault(thing_of(quantity), []).append(quantity)
            if _state_of(quantity):
                self.states.setdefault(_state_of(quantity), []).append(quantity)

    def taken_up(self) -> Iterator[Candidate]:
        """ "the 15 executions", where the text counted eleven, and nothing makes fifteen."""
        for quantity in self.counts:
            before = self._before(quantity) if self._takes_up(quantity) else None
            if before is not None:
                yield _candidate(self.index, before, quantity, "taken-up")

    def _takes_up(self, taken: Quantity) -> bool:
        """Does this figure say that what it counts was met before, and all of it?"""
        if not taken.definite or not taken.is_named or taken.low <= MAX_ANY:
            return False
        if taken.other_set or taken.part or taken.earlier or taken.update:
            return False
        restricted = self.low[taken.end : taken.end + 1] != [] and self.low[taken.end] in RESTRICTS
        return (self._each(taken) or not restricted) and not self._set_apart(taken)

    def _before(self, taken: Quantity) -> Quantity | None:
        """The count of the same group that this one speaks against, if there is just one way to understand it."""
        alike, fates = self.things[thing_of(taken)], self.states.get(_state_of(taken), [])
        if max(len(alike), len(fates)) > MAX_COUNTS:
            return None
        same = [q for q in alike if q is not taken and q.sentence != taken.sentence]
        if fates and all(q.part or q.other_set or self._another_time(q, taken) for q in same):
            return self._by_fate(taken, fates)
        if not same and self._each(taken) and taken.noun in people():
            general = (q for noun in general_people() for q in self.things.get(counted_as()[noun], ()))
            same = [q for q in general if q.low < taken.low and not q.state]
            if len({q.low for q in same}) > 1:
                return None
        if not same or any(agree(q, taken) for q in same):
            return None
        fits = [q for q in same if same_group(q, taken) and not (q.other_set or q.earlier or q.part) and q.low > 1]
        # "to spare up to 40 goats" counts no group that could be met again
        fits = [q for q in fits if q.is_named and q.bound != "at_most" and not self._another_day(q, taken)]
        fits = [q for q in fits if q.modifiers == taken.modifiers] or fits
        fits = [q for q in fits if max(q.low, taken.low) <= MAX_RATIO * min(q.low, taken.low)]
        if not fits or len({(q.low, q.high) for q in fits}) > MAX_ANY or self._is_sum(taken, same):
            return None
        before = self._from_report([q for q in fits if q.first < taken.first] or fits)
        made_here = sums(self._counts_in(taken.sentence))  # "the 18 ewes and their half-dozen lambs" are two dozen
        return None if any(q.low in made_here for q in before) or self._is_whole(taken) else before[-1]

    def _by_fate(self, taken: Quantity, fates: list[Quantity]) -> Quantity | None:
        """ "Three soldiers were killed" and "the four dead men": other nouns, but what happened to them is the same."""
        same = [q for q in fates if q.sentence != taken.sentence and not self._another_time(q, taken)]
        fits = [q for q in same if not (q.other_set or q.earlier or q.part or q.update)]
        if not fits or any(agree(q, taken) for q in same) or self._is_sum(taken, same):
            return None
        return self._from_report(fits)[0] if len({(q.low, q.high) for q in fits}) == 1 else None

    def _is_whole(self, quantity: Quantity) -> bool:
        """Is this the whole of "eleven of the 25 seats" or "half of the 25 seats"? That counts all there are, whatever
        was counted elsewhere."""
        first = quantity.first - 1
        if self.low[first - 1 : first] == ["half"] or (
            self.low[first - 1 : first] == ["of"] and self.low[first - 2] in SOME
        ):
            return True
        here = self.index.sentences[quantity.sentence].numbers.values()
        return any(q.part and q.first < quantity.first and quantity.end <= q.end for q in here)

    def _from_report(self, found: list[Quantity]) -> list[Quantity]:
        """Those below the headline, if there are any."""
        return [q for q in found if not self.index.sentences[q.sentence].in_title] or found

    def _another_time(self, one: Quantity, other: Quantity) -> bool:
        """ "In 2020 five men died": a sentence that begins with a year or a month of its own."""
        return self._opening(one) != self._opening(other)

    def _opening(self, quantity: Quantity) -> tuple[float, ...]:
        sentence = self.index.sentences[quantity.sentence]
        times = (sentence.times.get(row) for row in range(sentence.first, sentence.first + OPENING))
        return next((time.value for time in times if time and time.kind in ("year", "month")), ())

    def _another_day(self, one: Quantity, other: Quantity) -> bool:
        """ "By Thursday all forty were ill": a sentence that begins with a day on which the other did not happen"""
        begins, then = self.index.sentences[other.sentence], self.index.sentences[one.sentence]
        days = {time.value for row, time in begins.times.items() if row < other.first and time.kind == "weekday"}
        before = {time.value for time in then.times.values() if time.kind == "weekday"}
        return bool(days and before) and days.isdisjoint(before)

    def _each(self, quantity: Quantity) -> bool:
        """ "each of the 12 goats", "all 12 goats" """
        return any(word in EACH for word in self.low[max(0, quantity.first - 3) : quantity.first])

    def _set_apart(self, quantity: Quantity) -> bool:
        """ "In the bread course, each of the 18 students": those of a place or a group that opens the sentence"""
        sentence = self.index.sentences[quantity.sentence]
        opening = self.low[sentence.first : quantity.first]
        return bool(opening) and opening[0] in INSIDE and "," in opening and sentence.first not in sentence.times

    def _counts_in(self, sentence: int) -> list[float]:
        return [q.low for q in self.index.sentences[sentence].numbers.values() if q.sort in ("count", "bare")]

    @cached_property
    def _made(self) -> set[float]:
        """What the counts of each sentence add up to."""
        return {total for number in range(len(self.index.sentences)) for total in sums(self._counts_in(number))}

    def _is_sum(self, whole: Quantity, same: Iterable[Quantity]) -> bool:
        """Is this the sum or the difference of counts that stand in one sentence, or of counts of the same thing?"""
        made = self._made | sums(sorted({q.low for q in same}))
        return whole.low in made or any(rounded(value, whole.low) for value in self._shares(same))

    def _shares(self, same: Iterable[Quantity]) -> Iterator[float]:
        """What the shares of the text make of some figures: half of the 600 pupils are 300."""
        return (q.low * share / 100 for q in same for share in self._some_shares)

    @cached_property
    def _some_shares(self) -> list[float]:
        """In percent, "one in four" too."""
        every = self.index.quantities
        shares = {q.low for q in every if q.sort == "percent"}
        shares |= {
            100 / b.low for a, b in pairwise(every) if a.low == 1 and b.low and self.low[a.stop : b.first] == ["in"]
        }
        return sorted(shares)[:MAX_COUNTS]


def sums(values: list[float]) -> set[float]:
    """The sums of two to four of some numbers, and what is left of the largest if the others are taken away."""
    near = values[:MAX_SUMMED]
    chosen = [some for size in range(2, min(MAX_PARTS, len(near)) + 1) for some in combinations(near, size)]
    return {sum(some) for some in chosen} | {2 * max(some) - sum(some) for some in chosen}


def _state_of(quantity: Quantity) -> str:
    """What has happened to those who are counted: "four dead men", "three men were killed"."""
    states = measures().states
    said = (states[word] for word in (*sorted(quantity.modifiers), quantity.noun) if word in states)
    return quantity.state or next(said, "")


def same_group(one: Quantity, other: Quantity) -> bool:
    """Can the two count one group? The words that tell more of the one must not speak against the other."""
    if one.state and other.state and one.state != other.state:
        return False
    if one.noun == other.noun or not (one.modifiers and other.modifiers):
        return one.modifiers <= other.modifiers or other.modifiers <= one.modifiers
    return bool(one.modifiers & other.modifiers)


def _figures(index: ArticleIndex) -> Iterator[Candidate]:
    """ "That 22 percent figure": the text must have had it before."""
    low = index.words.lower
    by_unit: dict[tuple[str, str], list[Quantity]] = {}
    for quantity in index.quantities:
        known = by_unit.setdefault((quantity.sort, quantity.unit), [])
        before = low[quantity.first - 1] if quantity.first else ""
        noun = next((word for word in low[quantity.stop : quantity.stop + 3] if word in POINTS_BACK), "")
        back = noun and before in THAT and quantity.sort in ("percent", "points", "money", "count")
        if back and known and not quantity.bound and not any(agree(q, quantity) for q in known):
            yield _candidate(index, known[-1], quantity, "that-figure")
        known.append(quantity)
        del known[:-MAX_COUNTS]


def _candidate(index: ArticleIndex, one: Quantity, other: Quantity, rule: str) -> Candidate:
    """Two figures of one thing: a conflict, if one voice gives both."""
    first, second = index.sentences[one.sentence], index.sentences[other.sentence]
    says = [index.who_says(quantity.number) for quantity in (one, other)]
    kind: Differ = "headline" if first.in_title else "number"
    verdict: Verdict = "conflict"
    if kind == "number" and not same_source(index.article, *says):
        verdict = "tension"
        if all(each and each.source for each in says):
            kind, rule = "sources_disagree", "sources_disagree"
    return Candidate((first.span, second.span), ((one.number,), (other.number,)), kind, verdict, rule)


MEANT = "The second figure may be from another day, or count a different group."
RULES = (
    Rule(
        "taken-up",
        find_counts,
        "The second passage goes back to what the first one counted, but with a different number.",
        MEANT,
        ("*Twelve* goats were found near the old lock. A farmer fed them. The *15* goats went home by barge.",
         "*Nineteen* people came with rakes. It rained. The clerk gave each of the *two dozen* helpers a book."),
        ("Twelve goats were found near the lock. The 15 other goats were found near the mill.",
         "Eleven soldiers and seven civilians came home. It rained. The 18 people were given soup.",
         "Two paintings were stolen on Sunday. It was dark. Both of the missing pictures were on loan."),
    ),
    Rule(
        "that-figure",
        find_counts,
        "The text points back to a figure that it hasn’t given.",
        MEANT,
        ("Turnout in the harbour ward was *41* percent. The clerk was glad. That *57* percent figure is the best in "
         "years.",),
        ("Turnout in the harbour ward was 41 percent. It rained. That 41 percent figure is the best in years.",),
    ),
)  # fmt: skip

"""Figures that are taken up with another value ("nineteen people came" … "each of the two dozen helpers"), and parts
that do not add up to their whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from kit.finders.alarm.clash import Clash
from kit.finders.alarm.counting import clash, state_of, thing_of
from kit.finders.alarm.statements import Index
from kit.finders.euphemism.person_words import persons
from kit.language.agreement import agree
from kit.language.quantities import NOUNS, Quantity
from kit.language.thesaurus import counted_as, general_people, people
from kit.text import Span

NEAR = 2  # sentences over which "all nine" looks back
MOST_TRIED = 8  # numbers of a text that are tried as parts of a sum
ANYBODY = frozenset("person man woman victim survivor patient soul casualty".split())
FEW = 2  # "the two" may be any two of many
EACH = ("each", "all", "every", "none")
RESTRICTS = frozenset(
    "who that which whose with without from in at of on for aged left remaining needed required available".split()
)
CLOSED = frozenset(("percent", "points", "money"))
FIGURE = frozenset(("figure", "number", "total", "rate", "sum", "amount", "mark"))
THAT = frozenset(("that", "this", "the"))
INSIDE = frozenset(("in", "at", "among", "of", "for", "on"))  # what opens with them is a place or group of its own
OPENING = 3  # words at the start of a sentence
LISTED = 12  # counts in a sentence that may be a whole and its parts
PARTS = 4  # counts that are tried as the parts of a whole
MOST = 40  # counts of one thing in a text: with more, it is about statistics


def find_counts(index: Index) -> Iterator[Clash]:
    """All figures of an article that other figures in it speak against."""
    counts = [q for s in index.statements for q in s.numbers.values() if q.sort == "count" and q.noun]
    by_noun: dict[str, list[Quantity]] = {}
    for quantity in counts:
        by_noun.setdefault(thing_of(quantity), []).append(quantity)
        if state_of(quantity):
            by_noun.setdefault(f"={state_of(quantity)}", []).append(quantity)
    sums = _Sums(index)
    for quantity in counts:
        found = _taken_up(index, quantity, by_noun, sums)
        if found:
            yield found
    yield from _bare(index)
    yield from _figures(index)
    yield from _wholes(index)


def _taken_up(index: Index, taken: Quantity, by_noun: dict[str, list[Quantity]], sums: _Sums) -> Clash | None:
    """ "the 15 executions", where the text counted eleven, and nothing makes fifteen."""
    if (
        not (taken.definite or _absolute(index, taken))
        or not _counts_behind(taken)
        or taken.other_set
        or taken.part
        or taken.low <= FEW
        or taken.earlier
        or taken.update
    ):
        return None
    if len(by_noun[thing_of(taken)]) > MOST or len(by_noun.get(f"={state_of(taken)}", ())) > MOST:
        return None
    each = _each(index, taken)
    if (not each and _restricted(index, taken)) or set_apart(index, taken):
        return None
    same = [q for q in by_noun[thing_of(taken)] if q is not taken and q.sentence != taken.sentence]
    if state_of(taken):
        alike = [q for q in by_noun[f"={state_of(taken)}"] if q.sentence != taken.sentence]
        if all(q.part or q.other_set or _another_time(index, q, taken) for q in same):
            return _bystate_of(index, taken, [q for q in alike if not _another_time(index, q, taken)], sums)
    if not same and each and taken.noun in people():
        general = [q for noun in general_people() for q in by_noun.get(counted_as()[noun], ())]
        same = [q for q in general if q.low < taken.low and not q.state]
        if len({q.low for q in same}) > 1:
            return None
    if not same and index.brief:
        same = _people_before(index, taken, by_noun)
    if not same or any(agree(q, taken) for q in same):
        return None
    fits = [q for q in same if _same_group(q, taken) and not (q.other_set or q.earlier or q.part) and q.low > 1]
    fits = [q for q in fits if _counts_behind(q) and not _another_day(index, q, taken)]
    alike = [q for q in fits if q.modifiers == taken.modifiers] or fits
    if not alike or len({(q.low, q.high) for q in alike}) > FEW or sums.make(taken, same):
        return None
    before = _from_report(index, [q for q in alike if q.first < taken.first] or alike)
    if any(q.low in sums.of(taken.sentence) for q in before) or _of_these(index, taken):
        return None
    return clash(index, before[-1], taken.number, taken.sentence, "taken-up")


def _bare(index: Index) -> Iterator[Clash]:
    """ "Eleven swimmers set out. All nine came back": a number alone that takes up what was counted just before."""
    low = index.article.words.lower
    whole = [q for s in index.statements for q in s.numbers.values()]
    for at, taken in enumerate(whole):
        said_all = taken.first > 0 and low[taken.first - 1] == "all"
        if taken.sort != "bare" or not said_all or taken.low <= FEW or taken.bound:
            continue
        every = whole[max(0, at - MOST) : at + MOST]
        if any(agree(q, taken) for q in every if q is not taken):
            continue
        near = [q for q in every if 0 <= taken.sentence - q.sentence <= NEAR and q.first < taken.first]
        counts = [q for q in near if q.sort == "count" and q.noun and not (q.part or q.other_set or q.earlier)]
        counts = [q for q in counts if q.low > FEW]
        values = [q.low for q in every if q.sort in ("count", "bare")]
        if counts and len({q.low for q in counts}) == 1 and taken.low not in _sums(values[:MOST_TRIED]):
            yield clash(index, counts[-1], taken.number, taken.sentence, "taken-up")


def _people_before(index: Index, taken: Quantity, by_noun: dict[str, list[Quantity]]) -> list[Quantity]:
    """In a short text: the one count of people that "the nineteen men" may take up, whatever they are called."""
    if taken.noun not in persons():
        return []
    counted = (q for noun, found in by_noun.items() if noun[:1] != "=" for q in found if q.noun in persons())
    before = [q for q in counted if q.sentence < taken.sentence and q.low > FEW and q is not taken]
    before = [q for q in before if taken.noun in ANYBODY or q.noun in ANYBODY]
    return before if len({q.low for q in before}) == 1 else []


def _absolute(index: Index, quantity: Quantity) -> bool:
    """ "With twenty-six sheep dead": a clause without a verb takes up what was told."""
    low = index.article.words.lower
    return low[quantity.first - 1 : quantity.first] == ["with"] and bool(state_of(quantity))


def _of_these(index: Index, quantity: Quantity) -> bool:
    """Is this the whole of "eleven of the 25 seats"? That counts all there are, whatever was counted elsewhere."""
    here = index.statements[quantity.sentence].numbers.values()
    return any(q.part and q.first < quantity.first and quantity.end <= q.end for q in here)


def _counts_behind(quantity: Quantity) -> bool:
    """ "12 goats", but neither "the goats were 12" nor "a 12-member panel" """
    return quantity.counted is not None and quantity.counted.start > quantity.number.start


def _from_report(index: Index, found: list[Quantity]) -> list[Quantity]:
    """Those below the headline, if there are any."""
    return [q for q in found if not index.statements[q.sentence].title] or found


def _bystate_of(index: Index, taken: Quantity, same: list[Quantity], sums: _Sums) -> Clash | None:
    """ "Three soldiers were killed" and "the four dead men": other nouns, but what happened to them is the same."""
    fits = [q for q in same if not (q.other_set or q.earlier or q.part or q.update)]
    known = any(agree(q, taken) for q in same) or sums.make(taken, same)
    if not fits or known or len({(q.low, q.high) for q in fits}) > 1:
        return None
    return clash(index, _from_report(index, fits)[0], taken.number, taken.sentence, "taken-up")


def _another_time(index: Index, one: Quantity, other: Quantity) -> bool:
    """ "In 2020 five men died": a sentence that begins with a year or a month of its own."""
    return _opening(index, one) != _opening(index, other) and bool(_opening(index, one) or _opening(index, other))


def _another_day(index: Index, one: Quantity, other: Quantity) -> bool:
    """ "By Thursday all forty were ill": a sentence that begins with a day on which the one before did not happen"""
    begins, then = index.statements[other.sentence], index.statements[one.sentence]
    days = {time.value for row, time in begins.times.items() if row < other.first and time.kind == "weekday"}
    before = {time.value for time in then.times.values() if time.kind == "weekday"}
    return bool(days and before) and days.isdisjoint(before)


def _opening(index: Index, quantity: Quantity) -> tuple[float, ...]:
    statement = index.statements[quantity.sentence]
    times = (statement.times.get(row) for row in range(statement.first, statement.first + OPENING))
    return next((time.value for time in times if time and time.kind in ("year", "month")), ())


def _same_group(one: Quantity, other: Quantity) -> bool:
    """Can the two count one group? The words that tell more of the one must not speak against the other."""
    if one.state and other.state and one.state != other.state:
        return False
    if one.noun == other.noun or not (one.modifiers and other.modifiers):
        return one.modifiers <= other.modifiers or other.modifiers <= one.modifiers
    return bool(one.modifiers & other.modifiers)


def _each(index: Index, quantity: Quantity) -> bool:
    """ "each of the 12 goats", "all 12 goats" """
    low = index.article.words.lower
    return any(word in EACH for word in low[max(0, quantity.first - 3) : quantity.first])


def _restricted(index: Index, quantity: Quantity) -> bool:
    """ "the fourteen who came without": only a part of those before"""
    low = index.article.words.lower
    return low[quantity.end : quantity.end + 1] != [] and low[quantity.end] in RESTRICTS


def set_apart(index: Index, quantity: Quantity) -> bool:
    """ "In the bread course, each of the eighteen students": those of a place or a group that opens the sentence"""
    low, statement = index.article.words.lower, index.statements[quantity.sentence]
    opening = low[statement.first : quantity.first]
    return bool(opening) and opening[0] in INSIDE and "," in opening and statement.first not in statement.times


class _Sums:
    """Which values the counts of each sentence add up to."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.known: set[float] | None = None

    def make(self, whole: Quantity, same: list[Quantity]) -> bool:
        """Is this the sum or the difference of counts that stand in one sentence, or of counts of the same thing?"""
        if self.known is None:
            self.known = set()
            for statement in self.index.statements:
                here = [q.low for q in statement.numbers.values() if q.sort in ("count", "bare")]
                self.known |= _sums(here) if len(here) > 1 else set()
        return whole.low in self.known or whole.low in _sums(sorted({q.low for q in same}))

    def of(self, sentence: int) -> set[float]:
        """What the counts of one sentence make: "the eighteen ewes and their half-dozen lambs" are two dozen."""
        numbers = self.index.statements[sentence].numbers.values()
        return _sums([q.low for q in numbers if q.sort in ("count", "bare")])


def _sums(values: list[float]) -> set[float]:
    found = set()
    near = values[: 2 * PARTS]
    for size in range(2, min(PARTS, len(near)) + 1):
        for some in combinations(near, size):
            found.add(sum(some))
            found.add(2 * max(some) - sum(some))
    return found


def _figures(index: Index) -> Iterator[Clash]:
    """ "That 22 percent figure": the text must have had it before."""
    low = index.article.words.lower
    by_unit: dict[tuple[str, str], list[Quantity]] = {}
    for statement in index.statements:
        for quantity in statement.numbers.values():
            before = low[quantity.first - 1] if quantity.first else ""
            noun = next((w for w in low[quantity.stop : quantity.stop + 3] if w in FIGURE), "")
            if (
                noun
                and (before in THAT or (before == "the" and noun == "figure"))
                and quantity.sort in (*CLOSED, "count")
                and not quantity.bound
            ):
                known = by_unit.get((quantity.sort, quantity.unit), [])
                if known and not any(agree(q, quantity) for q in known):
                    yield clash(index, known[-1], quantity.number, quantity.sentence, "that-figure")
            figures = by_unit.setdefault((quantity.sort, quantity.unit), [])
            figures.append(quantity)
            if len(figures) > 2 * MOST:
                del figures[:MOST]


def _wholes(index: Index) -> Iterator[Clash]:
    """ "18 dead: 11 soldiers and 9 civilians" """
    low, tag = index.article.words.lower, index.article.words.tag
    for statement in index.statements:
        counts = [q for q in statement.numbers.values() if q.sort == "count" and not q.bound and q.low == q.high]
        for at, whole in enumerate(counts[:-2] if len(counts) <= LISTED else ()):
            colon = next((r for r in range(whole.end, statement.end) if low[r] in (":", "—", "–")), -1)
            if colon < 0 or colon > counts[at + 1].first or low[colon] != ":":
                continue
            parts = counts[at + 1 :]
            between = [r for a, b in pairwise(parts) for r in range(a.end, b.first)]
            rest = range(parts[-1].end, statement.end)
            listed = all(low[r] in (",", "and", ";") for r in between) and all(low[r] in (".", "!") for r in rest)
            straight = parts[0].first == colon + 1 and not any(tag[r] in NOUNS for r in range(whole.end, colon))
            if listed and straight and len(parts) > 1 and sum(q.low for q in parts) != whole.low:
                words = tuple(q.number for q in parts)
                yield Clash(
                    Span(whole.span.start, whole.span.end), Span(parts[0].span.start, parts[-1].span.end),
                    (whole.number,), words, "number", "conflict", "parts", "parts",
                )  # fmt: skip

"""How many: the numbers of an article with their unit, with what they count, and with what makes them rough or a bound.

"at least 40 young sheep": 40 or more, of sheep, young.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kit.language.morphology import singular
from kit.language.numbers import Number, numbers
from kit.language.quantity_words import Bound, Measures, MeasureUnit, measures
from kit.language.times import Time
from kit.text import Article, Span

Sort = Literal["count", "percent", "points", "money", "measure", "duration", "age", "bare"]
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
BETWEEN = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "RB", "POS", "CD")) | NOUNS
KNOWN = ("the", "these", "those", "all", "both")  # before what was met before
THE = ("the", "these", "those", "all", "both", "its", "their", "his", "her", "our", "'s")
NO_NOUN = frozenset(
    "ago later earlier less each apiece percent points apart away high long wide deep last this".split()
)
LIGHT = frozenset("more additional other further others new".split())
LONGEST = 7  # words between a number and the noun it counts
LEFT = 9  # words before a number without a noun in which its measure is looked for
AROUND = 6  # words on both sides in which other-set words, comparisons and updates are looked for
STATE = 5  # words behind a number in which the state of those who are counted is looked for
BEFORE_STATES = frozenset(("VBD", "VBP", "VBZ", "VB", "RB", "VBN", "MD"))
SHARES_AND_MONEY = ("percent", "points", "money")
TIME_UNITS = ("time, short", "time, long", "time, very long")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of an article and what it is a number of.

    `span` covers bound, number, unit and what is counted; `number` the number alone, with its unit if that is part of
    the same word. `low` and `high` are the value, and differ for a range; a share of a whole is in percent, a measure
    in the first unit of its list (minutes, days, metres ...). `bound` tells if the number is rough or a limit.

    `sort`: count (of `noun`), percent, points (percentage points), money, measure, duration, age, or bare. `unit`
    names the unit: "%", "$", "length". `noun` is the head of what is counted, in the singular and small letters, its
    words at `counted`; for a number without a noun, what is measured ("a turnout of 40 percent"). `modifiers` are the
    other words of that phrase in the singular; `state` what happened to those who are counted ("killed", also for
    "dead"), as the lexicon names it.

    `definite`: "the 12 goats", so they were met before. `part`: "12 of the goats", "12 of 30". `other_set`: "another 12
    goats". `earlier`: of another time or only expected. `update`: in place of an earlier number. `sentence` is the
    number of the sentence; rows `first` to `end` (exclusive) hold the words of `span`, `stop` is the row behind the
    number. `factor` is how many of the first unit of its list its own unit is: 7 for weeks.
    """

    span: Span
    number: Span
    low: float
    high: float
    bound: Bound
    sort: Sort
    unit: str
    noun: str
    counted: Span | None
    modifiers: frozenset[str]
    state: str
    definite: bool
    part: bool
    other_set: bool
    earlier: bool
    update: bool
    in_words: bool
    sentence: int
    first: int
    end: int
    stop: int
    factor: float

    @property
    def is_named(self) -> bool:
        """ "12 goats", but neither "the goats were 12" nor "a 12-member panel" """
        return self.counted is not None and self.counted.start > self.number.start


def quantities(article: Article, when: Sequence[Time]) -> tuple[Quantity, ...]:
    """Every quantity in the sentences of an article, in the order of the text.

    Dates, years and hours are none: `when` holds them.
    """
    taken = {row for time in when for row in range(time.first, time.end)}
    reader = _QuantityReader(article)
    found = []
    sentence = 0
    for number in numbers(article):
        while article.rows[sentence][1] <= number.first:
            sentence += 1
        if number.first not in taken:
            quantity = reader.read(number, sentence)
            if quantity is not None:
                found.append(quantity)
    return tuple(found)


class _QuantityReader:
    def __init__(self, article: Article) -> None:
        self.article = article
        words = article.words
        self.low, self.form, self.tag = words.lower, words.form, words.tag
        self.lists: Measures = measures()

    def read(self, number: Number, sentence: int) -> Quantity | None:
        """The quantity around a number; None for a number that is part of a name ("Route 66")."""
        first, end = self.article.rows[sentence]
        low = self.low
        unit, stop = self._unit(number, end)
        if unit is None and not number.tail and self._in_a_name(number.first, first):
            return None
        start, bound = self._bound(number.first, first)
        bound = bound or ("about" if number.tail == "odd" else self._bound_behind(stop, end))
        part = tuple(low[stop : stop + 2]) in self.lists.part
        ratio = low[stop : stop + 1] in (["in"], ["of"]) and low[stop + 1][:1].isdigit() if stop + 1 < end else False
        noun_at, head = self._counted(number, unit, stop + 2 * (part and unit is None), end)
        noun = singular(low[head]) if head >= 0 else ""
        modifiers = set(self._modifiers(noun_at, head))
        last = head + 1 if head >= 0 else stop
        state, state_at = self._state(last, end)
        if state and not noun:
            noun, noun_at, head, last = self.low[state_at], state_at, state_at, state_at + 1
        if hangs := number.tail and unit is None and number.tail not in ("strong", "odd"):  # "a 12-member panel"
            noun, modifiers = singular(number.tail), set()
        if not noun and not hangs and (unit is None or unit.measures in SHARES_AND_MONEY):
            head = self._measured(start, first)
            noun, noun_at = (singular(low[head]), head) if head >= 0 else ("", -1)
            last = stop
        sort = self._sort(number, unit, stop, end, noun)
        factor = unit.factor if unit and sort != "age" else 1.0
        words = self.article.words
        around = low[max(first, start - AROUND) : min(end, last + AROUND)]
        return Quantity(
            span=Span(words.start[start], words.end[last - 1]),
            number=Span(words.start[number.first], words.end[number.end - 1]),
            low=number.low * factor,
            high=number.high * factor,
            bound=bound,
            sort=sort,
            unit=_name_of(unit),
            noun=noun,
            counted=Span(words.start[noun_at], words.end[head]) if head >= 0 else None,
            modifiers=frozenset(modifiers),
            state=state,
            definite=start > first and low[start - 1] in KNOWN,
            part=part or ratio,
            other_set=self._others(start, number, last, first),
            earlier=self.lists.earlier.search(" ".join(around)) is not None,
            update=self.lists.update.search(" ".join(low[max(first, start - AROUND) : start])) is not None,
            in_words=number.words,
            sentence=sentence,
            first=start,
            end=last,
            stop=number.end,
            factor=factor,
        )

    def _unit(self, number: Number, end: int) -> tuple[MeasureUnit | None, int]:
        """The unit of a number, and the row after it."""
        units, low, stop = self.lists.units, self.low, number.end
        if number.tail:
            return units.get((number.tail.split("-")[0],)) or number.unit, stop
        if number.unit is not None:
            behind = tuple(low[stop : stop + 2]) if stop + 1 < end else ()
            return (units[behind], stop + 2) if behind in units else (number.unit, stop)
        for width in (2, 1):
            words = tuple(word.rstrip(".") for word in low[stop : stop + width])
            if (
                stop + width <= end
                and words in units
                and not (words == ("m",) or (number.words and words == ("second",)))
            ):
                return units[words], stop + width
        return None, stop

    def _in_a_name(self, at: int, first: int) -> bool:
        """ "Route 66", "Flight 370", "No. 5" """
        if at == first or not self.low[at][0].isdigit():
            return False
        before = self.form[at - 1]
        if before in ("No.", "no.", "#", "Nos."):
            return True
        return before[0].isupper() and at - 1 > first and self.tag[at - 1] in NOUNS and before.isalpha()

    def _bound(self, at: int, first: int) -> tuple[int, Bound]:
        """Words before a number that make it rough or a limit: the row where they begin, and which."""
        for width in (5, 4, 3, 2, 1):
            if at - width >= first:
                bound = self.lists.before.get(tuple(self.low[at - width : at]))
                if bound:
                    return at - width, bound
        if at > first and self.low[at - 1] in ("a", "an"):
            return at - 1, self._bound(at - 1, first)[1]
        return at, ""

    def _bound_behind(self, stop: int, end: int) -> Bound:
        for at in (stop, stop + 1):  # "40 or more sheep", "40 sheep or more"
            for width in (3, 2, 1):
                if at + width <= end:
                    bound = self.lists.behind.get(tuple(self.low[at : at + width]))
                    if bound:
                        return bound
        return ""

    def _counted(self, number: Number, unit: MeasureUnit | None, at: int, end: int) -> tuple[int, int]:
        """Where the words for what is counted begin, and the row of their last noun; -1 if there is none."""
        low, tag = self.low, self.tag
        if unit is not None:
            return self._noun(at + 1, end) if low[at : at + 1] in (["of"], ["worth"]) else (-1, -1)
        if low[at : at + 1] == ["of"]:
            at += 1
        return self._noun(at, end) if at < end and tag[at] != "." else (-1, -1)

    def _noun(self, at: int, end: int) -> tuple[int, int]:
        """The first noun phrase at a row: where it begins, and its last noun; -1 if there is none."""
        low, tag = self.low, self.tag
        while at < end and (low[at] in THE or low[at] in ("a", "an", "or", "so")) and low[at] != "'s":
            at += 1
        head = -1
        for row in range(at, min(end, at + LONGEST)):
            if low[row] in NO_NOUN and head < 0:
                return -1, -1
            if head >= 0 and (tag[row] in ("VBN", "VBG", "RB", "JJ", "CD") or low[row] in NO_NOUN):
                break
            short = self.form[row].isupper() and len(low[row]) > 1  # "11 IS targets"
            if tag[row] not in BETWEEN and not short and low[row] not in LIGHT and not low[row].endswith("'"):
                break
            if tag[row] in NOUNS:
                head = row
            elif tag[row] == "POS":
                head = -1
        return (at, head) if head >= 0 else (-1, -1)

    def _modifiers(self, at: int, head: int) -> Iterator[str]:
        """The words before a noun that tell more of it."""
        for row in range(max(at, 0), head):
            word = self.low[row]
            if word[0].isalpha() and word not in LIGHT and self.tag[row] != "CD":
                yield singular(word)

    def _measured(self, start: int, first: int) -> int:
        """The noun before a number that has none behind it: "a turnout of 40 percent", "prices rose by 40 percent"."""
        for row in range(start - 1, max(first, start - LEFT) - 1, -1):
            if (
                self.tag[row] in ("NN", "NNS")
                and not self.low[row].isdigit()
                and (self.low[row],) not in self.lists.units
            ):
                return row
            if self.low[row] in (",", ";", ":", "(", "—"):
                return -1
        return -1

    def _state(self, at: int, end: int) -> tuple[str, int]:
        """What has happened to those who are counted, and the row that says so: "40 people were hurt", "40 dead"."""
        for row in range(at, min(end, at + STATE)):
            if self.low[row] in self.lists.states:
                return self.lists.states[self.low[row]], row
            if self.tag[row] not in BEFORE_STATES and self.low[row] not in ("who", "were", "was"):
                break
        return "", -1

    def _others(self, start: int, number: Number, last: int, first: int) -> bool:
        """ "another 12 goats", "12 more goats", "12 other goats" """
        near = (*self.low[max(first, start - 1) : start], *self.low[number.end : min(last, number.end + 2)])
        return any(word in self.lists.other_set for word in near)

    def _sort(self, number: Number, unit: MeasureUnit | None, stop: int, end: int, noun: str) -> Sort:
        low, at = self.low, number.first
        if number.tail.endswith("year-old") or low[stop : stop + 1] == ["old"]:
            return "age"
        if unit is None and ((at and low[at - 1] == "aged") or tuple(low[max(0, at - 2) : at]) == ("age", "of")):
            return "age"
        if unit is None and number.end < end and low[number.end] in (",", ".", ")", ";") and self._after_name(at):
            return "age"
        if unit is not None:
            if unit.measures in SHARES_AND_MONEY:
                return unit.measures  # type: ignore[return-value]  # the three are sorts as well
            return "duration" if unit.measures in TIME_UNITS else "measure"
        return "count" if noun else "bare"

    def _after_name(self, at: int) -> bool:
        """ "Lena Ortiz, 38, a nurse" """
        return (
            at > 1 and self.low[at - 1] in (",", "(") and self.form[at - 2][:1].isupper() and self.tag[at - 2] in NOUNS
        )


def _name_of(unit: MeasureUnit | None) -> str:
    """The name of a unit: its own, or what it measures, where values are given in the first unit of a list."""
    if unit is None:
        return ""
    return unit.name if unit.measures in SHARES_AND_MONEY else unit.measures

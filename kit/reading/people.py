"""The people of a text by last name, with the parts that they play and the ages that are stated of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from kit.finders.sources.source_lists import source_lists
from kit.language import Entry, load
from kit.language.times import year_of
from kit.reading.sentences import IndexedSentence
from kit.text import Span, Words

JUNIOR = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii"))
MAX_APPOSITION = 9  # words behind a name in which the part is looked for
STOPS = frozenset(
    (",", ".", ";", ":", "(", ")", "who", "whose", "which", "that", "of", "for", "at", "in", "and", "from")
)
IS = frozenset(("is", "was", "are", "works", "serves"))
WHEN = frozenset(("when", "then"))
BEFORE_AN_AGE = ([","], ["("], [",", "aged"], [",", "age"], [",", "a"], [",", "who", "is"], [",", "who", "was"])
BEFORE_BORN: tuple[list[str], ...] = ([], ["was"], [","], ["("], [",", "who", "was"], [",", "was"])
MAX_WORDS_TO_BIRTH = 9  # words between a name and the year of birth
MAX_WORDS_TO_AGE = 20  # words between a name and an age that is stated of it: "Ortiz, who last year in Lund turned 38"
BEHIND = 2  # words behind a part in which "turned" and its like are looked for


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated of a person: a part (the name of its list), an age or a year of birth, and where."""

    value: str | float
    span: Span
    sentence: int


@dataclass(slots=True)
class Person:
    """Everybody in the text with one last name, told apart by `full` names, each with where it stands first."""

    surname: str
    full: dict[str, tuple[Span, int]] = field(default_factory=dict)
    count: dict[str, int] = field(default_factory=dict)
    parts: list[Stated] = field(default_factory=list)
    ages: list[Stated] = field(default_factory=list)
    births: list[Stated] = field(default_factory=list)

    @property
    def first_names(self) -> set[str]:
        return {name.split()[0].rstrip(".") for name in self.full}


@dataclass(frozen=True, slots=True)
class NameRun:
    """A name in rows `first` to `end` (exclusive) of the words; `start` is where a title before it begins."""

    start: int
    first: int
    end: int
    sentence: IndexedSentence


def role_entries() -> tuple[Entry, ...]:
    """The tables of `roles.toml`, checked."""
    return load("roles", ("kind", "words"), ("not_with",))


@cache
def _roles() -> dict[str, str]:
    entries = (entry for entry in role_entries() if entry.data["kind"] != "former")
    return {word: entry.term for entry in entries for word in entry.data["words"]}


@cache
def _former() -> frozenset[str]:
    return frozenset(word for entry in role_entries() if entry.data["kind"] == "former" for word in entry.data["words"])


def find_people(words: Words, sentences: Iterable[IndexedSentence], capitals: list[int]) -> dict[str, Person]:
    """The people of an article by last name, in small letters: those whom it names in full or with a title once."""
    reader = _PeopleReader(words, [row for row in capitals if words.tag[row].startswith("NNP")])
    runs = [run for sentence in sentences if not sentence.in_title for run in reader.runs(sentence)]
    known = {words.lower[run.end - 1] for run in runs if run.end - run.first > 1 or run.start < run.first}
    people: dict[str, Person] = {}
    for run in runs:
        surname = words.lower[run.end - 1]
        if surname in known:
            reader.add(people.setdefault(surname, Person(surname)), run)
    return people


class _PeopleReader:
    def __init__(self, words: Words, names: list[int]) -> None:
        self.words, self.names = words, names  # the rows of words in capitals that may belong to a name
        self.low, self.form, self.tag = words.lower, words.form, words.tag
        self.lists = source_lists()

    def runs(self, sentence: IndexedSentence) -> Iterator[NameRun]:
        """The names of a sentence: words in capitals, without the titles before them."""
        form, first, end = self.form, *(bisect_left(self.names, row) for row in (sentence.first, sentence.end))
        capitals = set(self.names[first:end])
        for time in sentence.times.values() if capitals else ():
            capitals.difference_update(range(time.first, time.end))
        for start in sorted(row for row in capitals if row - 1 not in capitals):
            row = start
            while row in capitals:
                row += 1
            end = row - 1 if self.low[row - 1] in JUNIOR and row - 1 > start else row
            first = self._first(start, end)
            body = form[end - 1] in self.lists.bodies or self.low[end - 1] in self.lists.nouns
            if first < end and len(form[end - 1]) > 2 and not (body and first == start):
                yield NameRun(start, first, end, sentence)

    def _first(self, start: int, end: int) -> int:
        """Where the name begins behind titles, offices and parties."""
        first = start
        for row in range(start, end - 1):
            if self._titled(row) or (row > first and self.form[row] in self.lists.nationalities):
                first = row + 1
        return first

    def _titled(self, row: int) -> bool:
        noun = self.lists.nouns.get(self.low[row])
        return (
            self.form[row] in self.lists.titles
            or (noun is not None and noun.kind == "role")
            or self.low[row] in _roles()
        )

    def add(self, person: Person, run: NameRun) -> None:
        """What one mention tells of a person."""
        if run.end - run.first > 1:
            name = " ".join(self.low[run.first : run.end])
            person.full.setdefault(name, (self._span(run.first, run.end), run.sentence.number))
            person.count[name] = person.count.get(name, 0) + 1
        person.parts += filter(None, (self._part_before(run), self._part_behind(run)))
        person.ages += self._ages(run)
        person.births += self._births(run)

    def _span(self, first: int, end: int) -> Span:
        return Span(self.words.start[first], self.words.end[end - 1])

    def _part_before(self, run: NameRun) -> Stated | None:
        """ "Sen. Ortiz", "the harbour director Lena Ortiz" """
        low, opening, back = self.low, run.sentence.first, run.first - 1
        if back > opening and low[back] == ",":  # "A reporter, Lena Ortiz, came": the part stands before the comma
            back -= 1
            if run.end - run.first < 2 or low[run.end : run.end + 1] != [","] or self.form[back][0].isupper():
                return None
        return self._part(opening, back + 1, run.sentence)

    def _part_behind(self, run: NameRun) -> Stated | None:
        """ "Ortiz, a governor", "Ortiz, who is a governor" """
        low, at, end = self.low, run.end, run.sentence.end
        if low[at : at + 1] == ["("]:  # "(R-Utah)"
            at = next((r + 1 for r in range(at, min(end, at + 6)) if low[r] == ")"), at)
        if low[at : at + 1] != [","] or at + 2 >= end:
            return None
        at += 1
        if low[at] == "who" and low[at + 1] in IS:
            at += 2
        if low[at] not in ("a", "an", "the"):
            return None
        last = min(end, at + MAX_APPOSITION)
        return self._part(at + 1, next((r for r in range(at + 1, last) if low[r] in STOPS), last), run.sentence)

    def _part(self, first: int, end: int, sentence: IndexedSentence) -> Stated | None:
        """The part that the last words of these rows name, if it is one of today."""
        for width in (3, 2, 1):
            start = end - width
            name = _roles().get(" ".join(self.low[start:end])) if start >= first else None
            if name is None:
                continue
            around = self.low[max(start - 5, first) : end + BEHIND]
            past = any(word in _former() or word.startswith(("ex-", "then-")) for word in around)
            if not past and not (name == "senator" and "state" in around):  # a state senator: another house
                return Stated(name, self._span(start, end), sentence.number)
        return None

    def _ages(self, run: NameRun) -> Iterator[Stated]:
        """ "Ortiz, 38,", "Ortiz, aged 38", "the 38-year-old Ortiz", "Ortiz, who turned 38": how old somebody is now."""
        near = range(run.start - MAX_WORDS_TO_AGE, run.end + MAX_WORDS_TO_AGE + 1)
        for row, quantity in run.sentence.numbers.items():
            if row not in near or quantity.sort not in ("age", "bare", "count"):
                continue
            between = self.low[run.end : quantity.first]
            turned = quantity.sort != "age" and between[:2] == [",", "who"] and between[-1:] == ["turned"]
            stated = quantity.sort == "age" and (quantity.stop == run.start or between in BEFORE_AN_AGE)
            behind = self.low[quantity.end : quantity.end + 2]
            long_ago = behind == ["at", "the"] or (behind[:1] == ["in"] and behind[-1].isdigit())
            if (turned or stated) and not long_ago and WHEN.isdisjoint(behind):
                yield Stated(quantity.low, quantity.number, run.sentence.number)

    def _births(self, run: NameRun) -> Iterator[Stated]:
        """ "Ortiz was born in Lund in 1971", "Ortiz (born 1971)": the year in which somebody was born."""
        near = range(run.end, min(run.sentence.end, run.end + MAX_WORDS_TO_BIRTH))
        for row, time in run.sentence.times.items():
            if row in near and year_of(time):
                if "born" in (between := self.low[run.end : row]) and between[: between.index("born")] in BEFORE_BORN:
                    yield Stated(year_of(time), time.span, run.sentence.number)
                return

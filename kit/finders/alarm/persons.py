"""The people of a text, with their parts and ages, and one person in two parts: "Sen. Lena Ortiz" … "Ortiz, a
governor"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kit.finders.alarm.clash import Clash
from kit.finders.alarm.statements import Index, Statement
from kit.finders.once import once
from kit.finders.sources.source_lists import source_lists
from kit.finding import Verdict
from kit.language import Entry, load
from kit.language.numbers import ordinals
from kit.text import Span

JUNIOR = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii"))
PHRASE = 9  # words of an apposition in which the part is looked for
STOPS = frozenset(
    (",", ".", ";", ":", "(", ")", "who", "whose", "which", "that", "of", "for", "at", "in", "and", "from")
)
IS = frozenset(("is", "was", "are", "works", "serves"))
MOST = 40  # parts and ages of one person that are looked at
WHEN = frozenset(("when", "then"))
KEPT = frozenset("celebrated celebrates marked marks kept keeps had has".split())
HIS = frozenset(("his", "her", "their"))
BEHIND = 2  # words behind a part in which "turned" and its like are looked for


@dataclass(frozen=True, slots=True)
class Part:
    """A part that a person plays: the list it stands in, the words, and the sentence."""

    field: str
    span: Span
    sentence: int


@dataclass(slots=True)
class Person:
    """Everybody in the text with one last name and no two different first names."""

    surname: str
    first_names: dict[str, Span] = field(default_factory=dict)
    full: dict[str, tuple[Span, int]] = field(default_factory=dict)  # each full name, where it stands first
    count: dict[str, int] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    ages: list[tuple[float, Span, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Run:
    """A name in rows `first` to `end` (exclusive) of the words; `start` is where a title before it begins."""

    start: int
    first: int
    end: int
    sentence: int


def entries() -> tuple[Entry, ...]:
    """The tables of `roles.toml`, checked."""
    return load("roles", ("kind", "words"), ("not_with",))


@cache
def _fields() -> dict[str, str]:
    return {word: entry.term for entry in entries() if entry.data["kind"] != "former" for word in entry.data["words"]}


@cache
def _kinds() -> dict[str, tuple[str, frozenset[str]]]:
    return {entry.term: (entry.data["kind"], frozenset(entry.data.get("not_with", ()))) for entry in entries()}


@cache
def _former() -> frozenset[str]:
    return frozenset(word for entry in entries() if entry.data["kind"] == "former" for word in entry.data["words"])


def clash_of(one: str, other: str) -> Verdict:
    """How badly two parts go together: "conflict", "tension", or "none" if one person may well play both."""
    (kind, nots), (other_kind, other_nots) = _kinds()[one], _kinds()[other]
    if one == other:
        return "none"
    if kind == other_kind == "seat":
        return "conflict"
    if kind == other_kind == "trade" or other in nots or one in other_nots:
        return "tension"
    return "none"


def find_persons(index: Index) -> Iterator[Clash]:
    """Every person with two parts that do not go together."""
    for person in people_of(index).values():
        if len(person.first_names) > 1:
            continue  # two people of one name: whose part it is can't be told
        yield from _parts(index, person)


def _parts(index: Index, person: Person) -> Iterator[Clash]:
    """The first two parts that do not go together."""
    for at, later in enumerate(person.parts[:MOST]):
        for earlier in person.parts[:at]:
            verdict = clash_of(earlier.field, later.field)
            if verdict != "none" and earlier.sentence != later.sentence:
                passages = index.statements[earlier.sentence].span, index.statements[later.sentence].span
                yield Clash(*passages, (earlier.span,), (later.span,), "role", verdict, "role", "role")
                return


@once
def people_of(index: Index) -> dict[str, Person]:
    """The people of an article by last name, in small letters, with their parts and ages."""
    reader = _Reader(index)
    people: dict[str, Person] = {}
    runs = [run for statement in reader.index.statements if not statement.title for run in reader.runs(statement)]
    known = {reader.low[run.end - 1] for run in runs if run.end - run.first > 1 or run.start < run.first}
    for run in runs:
        surname = reader.low[run.end - 1]
        if surname in known:
            reader.add(people.setdefault(surname, Person(surname)), run)
    return people


@once
def runs_of(index: Index) -> dict[int, list[tuple[int, str]]]:
    """By sentence: the rows in which the last name of one of these people stands, and the name."""
    people, words = people_of(index), index.article.words
    found: dict[int, list[tuple[int, str]]] = {}
    for statement in index.statements:
        for row in range(statement.first, statement.end):
            if words.lower[row] in people and words.form[row][0].isupper() and not statement.title:
                found.setdefault(statement.number, []).append((row, words.lower[row]))
    return found


class _Reader:
    def __init__(self, index: Index) -> None:
        self.index = index
        words = index.article.words
        self.low, self.form, self.tag = words.lower, words.form, words.tag
        self.lists = source_lists()

    def runs(self, statement: Statement) -> Iterator[Run]:
        """The names of a sentence: words in capitals, without the titles before them."""
        days = {row for time in statement.times.values() for row in range(time.first, time.end)}
        row = statement.first
        while row < statement.end:
            if not self._capital(row) or row in days:
                row += 1
                continue
            start = row
            while row < statement.end and self._capital(row) and row not in days:
                row += 1
            end = row - 1 if self.low[row - 1] in JUNIOR and row - 1 > start else row
            first = start
            while first < end - 1 and self._titled(first):
                first += 1
            office = next((r for r in range(end - 2, first, -1) if self._titled(r)), first - 1)
            party = next((r for r in range(end - 2, first, -1) if self.form[r] in self.lists.nationalities), first - 1)
            first = max(first, office + 1, party + 1)
            body = self.form[end - 1] in self.lists.bodies or self.low[end - 1] in self.lists.nouns
            if first < end and len(self.form[end - 1]) > 2 and not (body and first == start):
                yield Run(start, first, end, statement.number)

    def _capital(self, row: int) -> bool:
        form = self.form[row]
        return form[0].isupper() and self.tag[row].startswith("NNP")

    def _titled(self, row: int) -> bool:
        noun = self.lists.nouns.get(self.low[row])
        return (
            self.form[row] in self.lists.titles
            or (noun is not None and noun.kind == "role")
            or self.low[row] in _fields()
        )

    def add(self, person: Person, run: Run) -> None:
        """What one mention tells of a person."""
        first, end = run.first, run.end
        if end - first > 1:
            name = " ".join(self.low[first:end])
            span = self.index.words(first, end)
            person.first_names.setdefault(self.low[first].rstrip("."), span)
            person.full.setdefault(name, (span, run.sentence))
            person.count[name] = person.count.get(name, 0) + 1
        for part in (self._before(run), self._behind(run)):
            if part is not None:
                person.parts.append(part)
        self._age(person, run)

    def _before(self, run: Run) -> Part | None:
        """ "Sen. Ortiz", "the harbour director Lena Ortiz" """
        opening = self.index.statements[run.sentence].first
        low, first = self.low, run.first
        back = first - 1
        if back > opening and low[back] == ",":  # "A reporter, Lena Ortiz, came": the part stands before the comma
            back -= 1
            if run.end - run.first < 2 or low[run.end : run.end + 1] != [","] or self.form[back][0].isupper():
                return None
        for width in (3, 2, 1):
            if back - width + 1 >= opening:
                part = self._field(back - width + 1, back + 1, run.sentence, back - 4 - width, opening)
                if part:
                    return part
        return None

    def _behind(self, run: Run) -> Part | None:
        """ "Ortiz, a governor", "Ortiz, who is a governor" """
        low, at, end = self.low, run.end, self.index.statements[run.sentence].end
        if low[at : at + 1] == ["("]:  # "(R-Utah)"
            at = next((r + 1 for r in range(at, min(end, at + 6)) if low[r] == ")"), at)
        if low[at : at + 1] != [","] or at + 2 >= end:
            return None
        at += 1
        if low[at] == "who" and low[at + 1] in IS:
            at += 2
        if low[at] not in ("a", "an", "the"):
            return None
        stop = next((r for r in range(at + 1, min(end, at + PHRASE)) if low[r] in STOPS), min(end, at + PHRASE))
        for width in (3, 2, 1):
            if stop - width > at:
                part = self._field(stop - width, stop, run.sentence, at, at)
                if part:
                    return part
        return None

    def _field(self, first: int, end: int, sentence: int, back: int, opening: int) -> Part | None:
        """The part that these words name, if it is one of today."""
        name = _fields().get(" ".join(self.low[first:end]))
        around = self.low[max(back, opening) : end + BEHIND]
        if name is None or any(w in _former() or w.startswith(("ex-", "then-")) for w in around):
            return None
        if name == "senator" and "state" in around:  # another house
            return None
        return Part(name, self.index.words(first, end), sentence)

    def _age(self, person: Person, run: Run) -> None:
        """ "Ortiz, 38,", "Ortiz, aged 38", "the 38-year-old Ortiz", "Ortiz, who turned 38" """
        statement = self.index.statements[run.sentence]
        for quantity in statement.numbers.values():
            between = self.low[run.end : quantity.first]
            turned = quantity.sort in ("bare", "count") and between[:2] == [",", "who"] and between[-1:] == ["turned"]
            behind = between in (
                [","],
                ["("],
                [",", "aged"],
                [",", "age"],
                [",", "a"],
                [",", "who", "is"],
                [",", "who", "was"],
            )
            before = quantity.sort == "age" and quantity.stop == run.start
            timed = self.low[quantity.end : quantity.end + 2]
            long_ago = timed[:1] == ["in"] and timed[-1].isdigit()
            then = not WHEN.isdisjoint(timed) or timed == ["at", "the"] or long_ago
            if not then and (turned or before or (behind and quantity.sort == "age")):
                person.ages.append((quantity.low, quantity.number, run.sentence))
        self._birthday(person, run, statement)

    def _birthday(self, person: Person, run: Run, statement: Statement) -> None:
        """ "Ortiz, who celebrated her fortieth birthday", if no year says that it is long ago"""
        low, row = self.low, run.end + 4
        opens = low[run.end : run.end + 2] == [",", "who"] and row + 1 < statement.end
        if not opens or low[row - 2] not in KEPT or low[row - 1] not in HIS or low[row + 1] != "birthday":
            return
        years = ordinals().get(low[row])
        if (
            years
            and WHEN.isdisjoint(low[row : statement.end])
            and not any(t.kind == "year" for t in statement.times.values())
        ):
            person.ages.append((years, self.index.words(row, row + 1), run.sentence))

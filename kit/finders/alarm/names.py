"""One person under two names: "Halina Brandt" and "Ms Brandl", "Anton Breck" and "Albert Breck"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from kit.finders.alarm.clash import Clash
from kit.finders.alarm.persons import Person, people_of
from kit.finders.alarm.statements import Index
from kit.finders.sources.source_lists import source_lists
from kit.language import load
from kit.language.morphology import singular
from kit.text import Span
from kit.text.tokens import is_common

LONG, ALIKE = 7, 4  # letters of a name of a place or body, and of its end that another one shares
LEAST = 3  # letters of a first name
APART = 2  # letters in which two long names may differ
SHORTEST = 5  # letters of a surname that may be a slip of another
KIN = frozenset(
    "wife husband son daughter brother sister father mother cousin family couple widow widower uncle aunt nephew niece "
    "twin twins siblings grandson granddaughter grandfather grandmother parents married dynasty jr sr younger elder "
    "kin namesake unrelated related relation siblings brothers sisters".split()
)
ENDINGS = ("s", "es", "n", "an", "ian", "ese")  # Clintons, Romania and Romanian

Places = dict[str, list[tuple[Span, int]]]  # a word, and where it stands: its span, and the number of the sentence


def find_names(index: Index) -> Iterator[Clash]:
    """Every pair of names that look like one name with a slip in it."""
    people = people_of(index)
    places = _places(index)
    yield from _slips(index, people, places)
    yield from _bodies(index, people, places)
    for person in people.values():
        yield from _first_names(index, person)


def _slips(index: Index, people: dict[str, Person], places: Places) -> Iterator[Clash]:
    """Two last names that differ by one letter; found by what is left when any one letter is taken out. In a short
    text also longer ones that begin alike and are two letters apart: "Garroway" and "Galloway"."""
    seen: dict[str, list[str]] = {}
    begins: dict[str, list[str]] = {}
    for surname in sorted(name for name in people if len(name) >= SHORTEST and name.isalpha()):
        for cut in {surname} | {surname[:i] + surname[i + 1 :] for i in range(1, len(surname))}:
            for other in seen.setdefault(cut, []):
                if other != surname and _one_letter(surname, other):
                    yield from _slip(index, people[other], people[surname], places)
            seen[cut].append(surname)
        alike = begins.setdefault(surname[:2], []) if index.brief and len(surname) >= LONG else []
        for other in alike:
            if not _one_letter(surname, other) and _near(surname, other):
                yield from _slip(index, people[other], people[surname], places, "nearly")
        alike.append(surname)


def _near(one: str, other: str) -> bool:
    """Are two long names, which begin alike, at most two letters apart?"""
    common = any(is_common(name) for name in (one, other)) or _plain(one) == _plain(other)
    short, long = sorted((one, other), key=len)
    if common or any(long == short + ending for ending in ENDINGS) or len(long) - len(short) > 1:
        return False
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) <= APART
    begin = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return len(short) - begin <= 1 or short[begin:][1:] == long[begin:][2:]


def _bodies(index: Index, people: dict[str, Person], everywhere: Places) -> Iterator[Clash]:
    """Names of places and bodies that begin and end alike, two letters apart: "Averdale" and "Amberdale"."""
    places = {
        word: found
        for word, found in everywhere.items()
        if len(word) >= LONG and word.isalpha() and word not in people and not is_common(word) and word not in _given()
    }
    ends: dict[str, list[str]] = {}
    for word in sorted(places):
        for other in ends.setdefault(word[0] + word[-ALIKE:], []):
            if min(len(places[word]), len(places[other])) == 1 and _two_letters(other, word):
                yield from _pair(index, places[other], places[word], "nearly")
        ends[word[0] + word[-ALIKE:]].append(word)


def _two_letters(one: str, other: str) -> bool:
    """Is what stands before the end they share at most two letters longer, shorter or other in the one?"""
    nations = {name.lower() for name in source_lists().nationalities}
    if any(is_common(singular(name)) or name in nations for name in (one, other)) or _plain(one) == _plain(other):
        return False
    if abs(len(one) - len(other)) > 1:
        return False
    a, b = one[1:-ALIKE], other[1:-ALIKE]
    short, long = sorted((a, b), key=len)
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    back = next((i for i, (x, y) in enumerate(zip(short[::-1], long[::-1], strict=False)) if x != y), len(short))
    return 0 < len(long) - at - back <= 2


def _plain(word: str) -> str:
    """A word without its accents."""
    return normalize("NFKD", word).encode("ascii", "ignore").decode()


def _one_letter(one: str, other: str) -> bool:
    """One letter more, less or another, or two that changed places; no ending of grammar, and no word of its own."""
    if _plain(one) == _plain(other):  # "Supré", "Supre"
        return False
    short, long = sorted((one, other), key=len)
    if any(long == short + ending for ending in ENDINGS) or is_common(one) or is_common(other):
        return False
    if len(short) != len(long):
        return any(long[:i] + long[i + 1 :] == short for i in range(1, len(long)))
    apart = [i for i, (a, b) in enumerate(zip(short, long, strict=True)) if a != b]
    swapped = len(apart) == 2 and short[apart[0]] == long[apart[1]] and short[apart[1]] == long[apart[0]]
    return len(apart) == 1 or swapped


def _slip(index: Index, one: Person, other: Person, places: Places, rule: str = "slip") -> Iterator[Clash]:
    """One of the two stands once in the text, and no first name speaks against it."""
    a, b = places.get(one.surname, []), places.get(other.surname, [])
    firsts = (set(one.first_names), set(other.first_names))
    if not a or not b or min(len(a), len(b)) > 1 or (firsts[0] and firsts[1] and firsts[0] != firsts[1]):
        return
    yield from _pair(index, a, b, rule)


def _pair(index: Index, one: list[tuple[Span, int]], other: list[tuple[Span, int]], rule: str) -> Iterator[Clash]:
    """The first places of two names, if they stand in two sentences."""
    (first, number), (second, later) = sorted((one[0], other[0]))
    if number != later:
        passages = index.statements[number].span, index.statements[later].span
        yield Clash(*passages, (first,), (second,), "name", "tension", rule, "slip")


def _places(index: Index) -> Places:
    """Where each word that may be a last name stands, in the sentences below the headline."""
    found: dict[str, list[tuple[Span, int]]] = {}
    words = index.article.words
    for statement in index.statements:
        for row in range(statement.first, statement.end):
            if words.form[row][0].isupper() and len(words.form[row]) >= SHORTEST and not statement.title:
                found.setdefault(words.lower[row], []).append((index.words(row, row + 1), statement.number))
    return found


@cache
def _given() -> frozenset[str]:
    """First names, in small letters."""
    return frozenset(name.lower() for name in source_lists().women | source_lists().men)


@cache
def _short() -> dict[str, frozenset[str]]:
    """What each first name, in small letters, may be a short form of; itself included."""
    found: dict[str, set[str]] = {}
    for entry in load("short_names", ("words",)):
        for name in (entry.term, *entry.data["words"]):
            found.setdefault(name, set()).add(entry.term)
    return {name: frozenset(terms) for name, terms in found.items()}


def _short_for(one: str, other: str) -> bool:
    """ "Chuck" and "Charles" """
    return bool(_short().get(one, frozenset()) & _short().get(other, frozenset()))


def _first_names(index: Index, person: Person) -> Iterator[Clash]:
    """Two first names that begin alike, each with the last name once or more, and no word of kin near."""
    if len(person.full) != 2:
        return
    (one, (first, number)), (other, (second, later)) = person.full.items()
    a, b = one.split()[0].rstrip("."), other.split()[0].rstrip(".")
    alike = a[0] == b[0] and min(len(a), len(b)) > 2 and a[:3] != b[:3]
    alike = alike or _one_person(index, person, a, b)
    alike = alike and not _short_for(a, b) and not any(is_common(name) and name not in _given() for name in (a, b))
    if not alike or number == later or one.count(" ") != 1 or other.count(" ") != 1 or person.count[other] > 1:
        return
    low, statements = index.article.words.lower, index.statements
    for statement in (statements[number], statements[later]):
        if not KIN.isdisjoint(low[statement.first : statement.end]):
            return
    passages = statements[number].span, statements[later].span
    yield Clash(*passages, (first,), (second,), "name", "tension", "first-name", "first-name")


def _one_person(index: Index, person: Person, one: str, other: str) -> bool:
    """May two first names be meant for one person: in a short text with no word of kin, where each stands once and
    both are a man's, or both a woman's, and neither is in the other?"""
    if (
        not index.brief
        or max(person.count.values()) > 1
        or one in other
        or other in one
        or min(len(one), len(other)) < 3
    ):
        return False
    women, men = ({name.lower() for name in names} for names in (source_lists().women, source_lists().men))
    if (one in women) != (other in women) or (one in men) != (other in men):
        return False
    return KIN.isdisjoint(index.article.words.lower) and person.surname not in KIN

"""One person, place or body under two names: "Halina Brandt" and "Ms Brandl", "Anton Breck" and "Albert Breck"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.sources.source_lists import source_lists
from kit.language.grammar import ENGLISH
from kit.language.morphology import singular
from kit.language.names import bent, full_names, keys_of, plain, slip
from kit.reading import ArticleIndex, Person
from kit.text import Span
from kit.text.tagger import is_common
from kit.text.word_lists import word_list

MIN_SURNAME = 5  # letters of a surname that may be a slip of another
MIN_LONG = 7  # letters of a name of which two may differ
SHARED_END = 4  # letters at the end of a long name of a place or body that another one shares
MIN_FIRST_NAME = 3  # letters of a first name
MAX_APART = 2  # letters in which two long names may differ
KIN = word_list("passages", "kin", file=ENGLISH)

Places = dict[str, list[int]]  # a word, and the rows in which it stands


def find_names(index: ArticleIndex) -> Iterator[Candidate]:
    """Every pair of names that look like one name with a slip in it."""
    places = _places(index)
    yield from _slips(index, places)
    yield from _bodies(index, places)
    for person in index.people.values():
        if len(person.full) == 2:
            yield from _first_names(index, person)


def _places(index: ArticleIndex) -> Places:
    """Where each word that may be a name stands, in the sentences below the headline."""
    found: Places = {}
    low, body = index.words.lower, index.body
    first = index.rows[body.start][0] if body else len(low)
    for row in index.capitals:
        if row >= first and len(low[row]) >= MIN_SURNAME:
            found.setdefault(low[row], []).append(row)
    return found


# ---- a letter or two apart ------------------------------------------------------------------------------------------


def _slips(index: ArticleIndex, places: Places) -> Iterator[Candidate]:
    """Two last names a letter apart, found by what is left when any one letter is taken out. In a short text also
    longer ones that begin alike and are two letters apart: "Garroway" and "Galloway"."""
    seen: dict[str, list[str]] = defaultdict(list)
    begins: dict[str, list[str]] = defaultdict(list)
    for name in sorted(name for name in index.people if len(name) >= MIN_SURNAME and name.isalpha()):
        keys = keys_of(name)
        near = {other for key in keys if key in seen for other in seen[key] if other[0] == name[0]}
        for other in sorted(near):
            if _may_be_slip(name, other) and slip(name, other):
                yield from _one_name(index, other, name, places, "slip")
        for key in keys:
            seen[key].append(name)
        if index.is_brief and len(name) >= MIN_LONG:
            for other in begins[name[:2]]:
                if _may_be_slip(name, other) and not slip(name, other) and _two_apart(name, other):
                    yield from _one_name(index, other, name, places, "nearly")
            begins[name[:2]].append(name)


def _bodies(index: ArticleIndex, places: Places) -> Iterator[Candidate]:
    """Names of places and bodies that begin and end alike, two letters apart: "Averdale" and "Amberdale"."""
    ends: dict[str, list[str]] = defaultdict(list)
    names = (word for word in places if len(word) >= MIN_LONG and word.isalpha() and word not in index.people)
    for word in sorted(name for name in names if name not in _no_bodies() and not is_common(singular(name))):
        for other in ends[word[0] + word[-SHARED_END:]]:
            once = min(len(places[word]), len(places[other])) == 1
            if once and _may_be_slip(word, other) and _two_apart(word, other):
                yield from _two_places(index, places[other][0], places[word][0], "nearly")
        ends[word[0] + word[-SHARED_END:]].append(word)


@cache
def _no_bodies() -> frozenset[str]:
    """First names and nationalities, in small letters."""
    lists = source_lists()
    return frozenset(name.lower() for name in lists.women | lists.men | lists.nationalities)


def _may_be_slip(one: str, other: str) -> bool:
    """Can one of two names be a slip for the other, and is neither a word of its own or the other with an ending?"""
    one_name = bent(one, other) or plain(one) == plain(other) or abs(len(one) - len(other)) > 1
    return not (one_name or is_common(one) or is_common(other))


def _two_apart(one: str, other: str) -> bool:
    """Lie at most two letters between the beginning and the end that two names share? A letter that is only doubled
    ("Philippe", "Phillippe") is another name."""
    short, long = sorted((one, other), key=len)
    front, back = _same_beginning(short, long), _same_beginning(short[::-1], long[::-1])
    return 0 < len(long) - front - back <= MAX_APART


def _same_beginning(short: str, long: str) -> int:
    """With how many of the same letters two names begin."""
    return next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))


def _one_name(index: ArticleIndex, one: str, other: str, places: Places, rule: str) -> Iterator[Candidate]:
    """Two last names of which one stands once in the text, unless two first names speak against it."""
    a, b = places.get(one, []), places.get(other, [])
    firsts = [index.people[name].first_names for name in (one, other)]
    if a and b and min(len(a), len(b)) == 1 and (not all(firsts) or firsts[0] == firsts[1]):
        yield from _two_places(index, a[0], b[0], rule)


def _two_places(index: ArticleIndex, one: int, other: int, rule: str) -> Iterator[Candidate]:
    """Two rows in which a name stands, if they are of two sentences."""
    places = [(index.span(row, row + 1), index.sentence_of_row(row)) for row in (one, other)]
    yield from _pair(index, places[0], places[1], rule)


def _pair(index: ArticleIndex, one: tuple[Span, int], other: tuple[Span, int], rule: str) -> Iterator[Candidate]:
    """Two places of names, if they stand in two sentences."""
    (first, number), (second, later) = sorted((one, other))
    if number != later:
        passages = index.sentences[number].span, index.sentences[later].span
        yield Candidate(passages, ((first,), (second,)), "name", "tension", rule)


# ---- two first names ------------------------------------------------------------------------------------------------


def _first_names(index: ArticleIndex, person: Person) -> Iterator[Candidate]:
    """Two first names that begin alike, each with the last name once or more, and no word of kin near."""
    (one, where), (other, elsewhere) = person.full.items()
    if one.count(" ") != 1 or other.count(" ") != 1 or person.count[other] > 1:
        return
    a, b = (name.split()[0].rstrip(".") for name in (one, other))
    begin_alike = a[0] == b[0] and min(len(a), len(b)) >= MIN_FIRST_NAME and a[:3] != b[:3]
    if not (begin_alike or _one_person(index, person, a, b)) or full_names(a) & full_names(b):
        return
    common = any(is_common(name) and name not in _no_bodies() for name in (a, b))
    common = common or (is_common(person.surname) and _no_bodies().isdisjoint((a, b)))  # "Hyde Amendment"
    kin = any(not KIN.isdisjoint(index.words.lower[slice(*index.rows[number])]) for _, number in (where, elsewhere))
    if not common and not kin:
        yield from _pair(index, where, elsewhere, "first-name")


def _one_person(index: ArticleIndex, person: Person, one: str, other: str) -> bool:
    """May two first names be meant for one person: in a short text with no word of kin, where each stands once and
    both are a man's, or both a woman's, and neither is in the other?"""
    if not index.is_brief or max(person.count.values()) > 1 or min(len(one), len(other)) < MIN_FIRST_NAME:
        return False
    lists, names = source_lists(), (one.capitalize(), other.capitalize())
    alike = all((names[0] in some) == (names[1] in some) for some in (lists.women, lists.men))
    return alike and one not in other and other not in one and KIN.isdisjoint([*index.words.lower, person.surname])


PEOPLE = "They may be two different people."
RULES = (
    Rule(
        "slip",
        find_names,
        "The two names differ by one letter, and one of them comes up only once.",
        PEOPLE,
        ("The mayor thanked Halina *Zabrandt* for the soup. The soup was hot. Then Ms *Zabrandl* washed the pots.",),
        ("The mayor thanked Halina Zabrandt for the soup. The Zabrandts have cooked for years.",),
    ),
    Rule(
        "nearly",
        find_names,
        "The two names are alike but for a letter or two, and one of them comes up only once.",
        PEOPLE,
        ("The claim was made against the *Averdale* Housing Association. It was cold. At *Amberdale*’s head office "
         "nobody spoke.",),
        ("They would close Guantanamo soon. It is hot. The Guantánamo court is old.",),
    ),
    Rule(
        "first-name",
        find_names,
        "The same surname comes with two first names that begin alike.",
        PEOPLE,
        ("The town buried *Anton Breck* on Sunday. Flags hung low. Children have painted the name of the new boat: "
         "*Albert Breck*.",),
        ("The town buried Anton Breck on Sunday. His brother Albert Breck carried the flag.",),
    ),
)  # fmt: skip

"""A sum of money that is taken up with another value: "at a cost of 1.4 million", "the bill, short of a million"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.compatible import bounds, rounded
from kit.finders.inconsistency.quantities import Quantity
from kit.finders.inconsistency.statements import Index, verdict_of
from kit.finders.inconsistency.wording import singular
from kit.lexicon import Entry, load

BEFORE, BEHIND = 20, 7  # words before and behind a sum in which its kind is named
LEAST = 1_000.0  # a bare number is a sum from here on
POUNDS = frozenset(("pound", "quid"))
KNOWN = frozenset("the this that these those its their her his".split())
MOST = 30  # sums of a text that are compared
# What makes it another sum: a part, another time, a wish, for one of many, for another thing.
APART = frozenset(
    "expected hoped originally original initially first once rose risen rises grew grown soared jumped climbed doubled "
    "than per each apiece every annual annually monthly month months weekly week daily day yearly year years half "
    "third share quarter part extra further another more additional deposit alone including plus last earlier previous "
    "previously ago later before would could might if wanted offered offer demanded cheaper dearer other second next "
    "forecast estimated up down nearly fell fallen cut instead without deducted profit head person ticket".split()
)
MARKS = frozenset(',;:()—–“”"')
NEXT = 11  # words from a kind to its sum that a comma may part: "the bill, comfortably short of a million"
LINKS = tuple(
    tuple(words.split()) for words in ("comes to", "came to", "amounts to", "amounted to", "is", "was", "totals")
)
FEW = 2.0
SHARED_OUT = frozenset("shared share divided split among between spread".split())
APIECE = frozenset("apiece each head person household inhabitant".split())
ROUGHLY = (0.85, 1.15)  # how far the shares may be from the whole
ARTICLES = ("a", "an", "the")
FOR = frozenset(("for", "of"))
WHOLE = frozenset(
    "labour labor materials parts whole entire all everything it them work works job project repairs building".split()
)


def entries() -> tuple[Entry, ...]:
    """The tables of `sums.toml`, checked."""
    return load("sums", ("nouns", "words"))


@cache
def _nouns() -> dict[str, str]:
    return {noun: entry.term for entry in entries() for noun in entry.data["nouns"]}


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(words.split()), entry.term) for entry in entries() for words in entry.data["words"])


def find_costs(index: Index) -> Iterator[Clash]:
    """Every sum that is taken up with another value."""
    sums = [(q, kind, known) for q in _sums(index) for kind, known in [_kind(index, q)] if kind]
    yield from _shared_out(index, _sums(index, least=FEW))
    for kind in dict.fromkeys(kind for _, kind, _ in sums):
        mine = [(q, known) for q, each, known in sums if each == kind]
        taken = [q for q, known in mine if known]
        for q in taken[-1:]:
            others = [o for o, _ in mine if o.sentence < q.sentence]
            if not others or len(mine) != len(others) + 1 or len({o.low for o in others}) != 1:
                continue
            if _compared(q, others[0]) and not _same(q, others[0]) and not _fits(index, q, others[0]):
                yield _clash(index, others[0], q)


def _shared_out(index: Index, sums: list[Quantity]) -> Iterator[Clash]:
    """ "2.4 million crowns", "shared out among the 12,000 inhabitants, a hundred apiece": the shares make the whole."""
    low = index.article.words.lower
    for share in sums if index.brief else ():
        statement = index.statements[share.sentence]
        words = low[statement.first : statement.end]
        heads = [q.low for q in statement.numbers.values() if q.sort == "count" and q is not share and q.low > 1]
        whole = [q for q in sums if q.sentence < share.sentence and _compared(q, share)]
        out = not SHARED_OUT.isdisjoint(words) and not APIECE.isdisjoint(low[share.stop : share.stop + BEHIND])
        if not out or len(heads) != 1 or len({q.low for q in whole}) != 1 or share.bound:
            continue
        if not ROUGHLY[0] < whole[0].low / heads[0] / share.low < ROUGHLY[1]:
            yield _clash(index, whole[0], share)


def _sums(index: Index, least: float = LEAST) -> list[Quantity]:
    """The sums of money below the headline, in the order of the text."""
    found = []
    for statement in index.statements:
        for q in statement.numbers.values():
            bare = q.sort == "bare" and q.low >= least
            if not statement.title and (q.sort == "money" or q.noun in POUNDS or bare):
                found.append(q)
    return found if len(found) <= MOST else []


def _kind(index: Index, q: Quantity) -> tuple[str, bool]:
    """What a sum is of, and whether that is taken up: "the bill"; empty where it is another sum or nothing says so."""
    statement, low = index.statements[q.sentence], index.article.words.lower
    first, end = max(statement.first, q.first - BEFORE), min(statement.end, q.end + BEHIND)
    if _apart(index, q):
        return "", False
    named: list[tuple[int, str, bool]] = []
    linked = any(tuple(low[q.first - len(link) : q.first]) == link for link in LINKS)
    for row in range(first, end):
        kind = _nouns().get(low[row]) or _nouns().get(singular(low[row]), "")
        if kind and not q.first <= row < q.end and _is_noun(index, row):
            far = not MARKS.isdisjoint(low[row : q.first]) and not linked and row < q.first - NEXT
            known = (
                not far
                and not KNOWN.isdisjoint(low[max(first, row - 2) : row])
                and not _of_another(index, q, row, statement.end)
            )
            named.append((abs(row - q.first), kind, known))
        named += [
            (abs(row - q.first), kind, False)
            for words, kind in _phrases()
            if low[row] == words[0] and tuple(low[row : row + len(words)]) == words
        ]
    if not named:
        return "", False
    kind = min(named)[1]
    return kind, any(known for _, other, known in named if other == kind)


def _apart(index: Index, q: Quantity) -> bool:
    """Does the clause around a sum make it another one: "expected", "at first", "each"?"""
    statement, low = index.statements[q.sentence], index.article.words.lower
    left, right = q.first, q.stop
    while left > statement.first and low[left - 1] not in MARKS:
        left -= 1
    while right < statement.end and low[right] not in MARKS:
        right += 1
    clause = [*low[left : q.first], *low[q.stop : right]]
    return not APART.isdisjoint(clause) or "at first" in " ".join(clause)


def _is_noun(index: Index, row: int) -> bool:
    words = index.article.words
    return words.tag[row].startswith("NN") or (row > 0 and words.lower[row - 1] in ARTICLES)


def _of_another(index: Index, q: Quantity, row: int, end: int) -> bool:
    """ "The bill for the windows": of a thing of its own, and not "for the whole job" """
    words = index.article.words
    for at in (row + 1, q.end):
        if at + 1 >= end or words.lower[at] not in FOR or words.lower[at + 1] in ("$", "£", "€", "a"):
            continue
        if words.tag[at + 1] in ("DT", "PRP$", "NN", "NNS", "NNP") and WHOLE.isdisjoint(words.lower[at + 1 : at + 5]):
            return True
    return False


def _compared(one: Quantity, other: Quantity) -> bool:
    """Do both measure in one currency, as far as they name one?"""
    if "bare" in (one.sort, other.sort):
        return one.sort != other.sort or one.unit == other.unit
    return one.sort == other.sort and one.unit == other.unit


def _same(one: Quantity, other: Quantity) -> bool:
    (a, b), (c, d) = bounds(one), bounds(other)
    return (a <= d and c <= b) or rounded(one.low, other.low)


def _fits(index: Index, one: Quantity, other: Quantity) -> bool:
    """Is the one a part of the other, with the rest named in its sentence?"""
    here = [q.low for q in index.statements[one.sentence].numbers.values() if q is not one]
    return any(rounded(one.low + value, other.low) or rounded(abs(one.low - value), other.low) for value in here)


def _clash(index: Index, one: Quantity, other: Quantity) -> Clash:
    passages = index.statements[one.sentence].span, index.statements[other.sentence].span
    verdict = verdict_of(index, one.number, other.number)
    return Clash(*passages, (one.number,), (other.number,), "number", verdict, "sum", "sum")

"""How long one thing took, told twice: "a strike that lasted six weeks" and "the three-month walkout"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.measures import measures
from kit.finders.inconsistency.quantities import Quantity
from kit.finders.inconsistency.statements import Index, verdict_of
from kit.finders.inconsistency.thesaurus import events
from kit.finders.inconsistency.wording import stem
from kit.lexicon import Entry, load
from kit.text import Span

DAYS = {"time, short": 1 / (24 * 60), "time, long": 1.0, "time, very long": 365.25 / 12}
AGREE = 1.35  # how many times the one may be the other: "six weeks", "a month and a half"
LASTED = frozenset("lasted lasts last lasting took takes taken ran went dragged after for over during".split())
BEGAN = frozenset("began begun started".split())
BEHIND = 4  # words behind a number in which the thing stands: "six weeks of strike"
SMALL = ("of", "long", "'", "the")
NEAR = 7  # words between a length of time and what took so long
KNOWN = frozenset("the this that these those its their his her 's a an".split())
APART = frozenset(
    "first last next another other more longer shorter than ago earlier later every each per within until since old "
    "previous would will could may might expected planned sentence sentenced ban term than second third before half so "
    "another without if up per".split()
)


class Length(NamedTuple):
    """So many days something took: which thing, the words, the sentence, and whether the thing is taken up."""

    thing: str
    low: float
    high: float
    words: Span
    sentence: int
    known: bool


def entries() -> tuple[Entry, ...]:
    """The tables of `lengths.toml`, checked."""
    return load("lengths", ("words",))


@cache
def _things() -> dict[str, str]:
    """What takes a time, by the stem of its words: the events of `alike.toml`, and what stands in `lengths.toml`."""
    own = {stem(word): entry.term for entry in entries() for word in entry.data["words"]}
    return {word: term for word, term in events().items() if " " not in word} | own


def find_lengths(index: Index) -> Iterator[Clash]:
    """Every thing of which the text tells two lengths that are far apart."""
    found: dict[str, list[Length]] = {}
    for statement in index.statements:
        for q in statement.numbers.values():
            length = None if statement.title or statement.question else _length(index, q)
            if length:
                found.setdefault(length.thing, []).append(length)
    for lengths in found.values():
        values = {(each.low, each.high) for each in lengths}
        first, second = lengths[0], lengths[-1]
        if len(values) == 2 and second.known and first.sentence != second.sentence and _apart(first, second):
            yield _clash(index, first, second)


def _apart(one: Length, other: Length) -> bool:
    short, long = sorted((one, other), key=lambda each: each.low)
    return long.low > AGREE * short.high


def _length(index: Index, q: Quantity) -> Length | None:
    """ "A strike that lasted six weeks", "after a six-week strike", "six weeks of strike" """
    if q.sort != "duration" or q.bound not in ("", "about") or q.unit not in DAYS or q.low < 1:
        return None
    statement, low, tag = index.statements[q.sentence], index.article.words.lower, index.article.words.tag
    around = [*low[max(statement.first, q.first - 4) : q.first], *low[q.stop : min(statement.end, q.stop + BEHIND)]]
    if not APART.isdisjoint(around) and not _began(index, q):
        return None
    factor = DAYS[q.unit]
    for row in _places(index, q):
        thing = _things().get(stem(low[row]))
        before = low[max(statement.first, row - 4) : row]
        if thing and (tag[row].startswith("NN") or before[-1:] in (["the"], ["of"], ["a"]) or row >= q.stop):
            known = not KNOWN.isdisjoint(before) and "a" not in before
            return Length(thing, q.low * factor, q.high * factor, q.number, q.sentence, known)
    return None


def _began(index: Index, q: Quantity) -> bool:
    """ "The walkout began almost a month ago": it has lasted so long."""
    low = index.article.words.lower
    return "ago" in low[q.stop : q.stop + 2] and not BEGAN.isdisjoint(low[max(0, q.first - NEAR) : q.first])


def _places(index: Index, q: Quantity) -> Iterator[int]:
    """The rows in which the thing may stand that took so long: right behind ("six-week strike", "six weeks of strike"),
    or before it with a verb between ("the strike lasted six weeks")."""
    statement, low = index.statements[q.sentence], index.article.words.lower
    at = q.stop
    while at < min(statement.end, q.stop + BEHIND) and (low[at] in SMALL or (low[at],) in measures().units):
        at += 1
    yield from range(at, min(statement.end, at + 1))
    between = low[max(statement.first, q.first - NEAR) : q.first]
    if not LASTED.isdisjoint(between[-3:]) or _began(index, q):
        for row in range(q.first - 1, max(statement.first, q.first - NEAR) - 1, -1):
            if low[row] in (",", ";", ":"):
                return
            yield row


def _clash(index: Index, one: Length, other: Length) -> Clash:
    passages = index.statements[one.sentence].span, index.statements[other.sentence].span
    verdict = verdict_of(index, one.words, other.words)
    return Clash(*passages, (one.words,), (other.words,), "date", verdict, "length", "length")

"""A vote told twice: "by 23 votes to 21" and "the margin of eight", "her casting vote", "the five who voted against";
and a turnout told as a figure and as a share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.compatible import agree, bounds, rounded
from kit.finders.inconsistency.quantities import Quantity
from kit.finders.inconsistency.statements import Index, Statement
from kit.lexicon import Entry, load
from kit.text import Span

MARGIN = frozenset(("margin", "majority"))
SCORED = frozenset(("vote", "ballot", "seat"))
CLOSE = 3  # words between the two figures of a score
FOR = frozenset(("favour", "favor", "for"))
BY = 10  # words before a margin in which a defeat or a victory is named
WON = frozenset("defeat defeated win won beat beaten lost lose loss victory ahead behind lead majority margin".split())
BEHIND = 4  # words behind a figure in which "who voted against" begins
TURNOUT = frozenset(("turnout", "participation"))
ENTITLED = frozenset("entitled eligible registered electorate electors".split())
SHARE = 8  # words behind "well over half" in which those entitled are named
# Words that make it another vote: nothing is compared with it.
NOT_TWICE = frozenset("last previous ago another earlier if would could might next".split())


class Score(NamedTuple):
    """How many voted for a thing and how many against it, and where that stands."""

    high: float
    low: float
    words: tuple[Span, Span]
    sentence: int


def entries() -> tuple[Entry, ...]:
    """The tables of `votes.toml`, checked."""
    return load("votes", ("kind", "words"))


@cache
def _phrases(kind: str) -> tuple[tuple[str, ...], ...]:
    phrases = (words for entry in entries() if entry.data["kind"] == kind for words in entry.data["words"])
    return tuple(tuple(words.replace("'s", " 's").split()) for words in phrases)


def find_votes(index: Index) -> Iterator[Clash]:
    """What the text says of its one vote and its figures speak against."""
    scores = list(_scores(index))
    if len({score[:2] for score in scores}) == 1:
        score = scores[0]
        yield from _margins(index, score)
        for statement in index.statements if index.brief else ():
            low = index.article.words.lower[statement.first : statement.end]
            if statement.number != score.sentence and not statement.title and NOT_TWICE.isdisjoint(low):
                yield from _told(index, score, statement)
                yield from _sides(index, score, statement)
    if index.brief:
        yield from _turnout(index)


def _scores(index: Index) -> Iterator[Score]:
    """ "By 23 votes to 21", "voted by seventeen to fourteen" """
    low = index.article.words.lower
    votes = {words[0] for words in _phrases("vote")}
    for statement in index.statements:
        here = [q for q in statement.numbers.values() if q.sort in ("count", "bare") and not q.bound]
        told = not votes.isdisjoint(low[statement.first : statement.end])
        for one, other in pairwise(here):
            between = [word for word in low[one.stop : other.first] if word not in ("votes", ",", "ballots")]
            behind = low[other.stop : min(statement.end, other.stop + CLOSE)]
            linked = between in (["to"], ["against"])
            counted = one.noun in SCORED or (told and low[one.first - 1] in ("by", "voted", "vote", "was", "passed"))
            # "eleven members were in favour and eight against"
            sides = not FOR.isdisjoint(between) and "against" in behind and not {"and", "but"}.isdisjoint(between)
            if (linked and counted) or sides:
                high, small = sorted((one.low, other.low), reverse=True)
                yield Score(high, small, (one.number, other.number), statement.number)


def _clash(index: Index, score: Score, words: Span, sentence: int, rule: str) -> Clash:
    passages = index.statements[score.sentence].span, index.statements[sentence].span
    return Clash(*passages, score.words, (words,), "number", "conflict", rule, rule)


def _margins(index: Index, score: Score) -> Iterator[Clash]:
    """ "The margin of eight", "a defeat by fewer than a hundred ballots" """
    low, apart = index.article.words.lower, score.high - score.low
    for statement in index.statements:
        for q in statement.numbers.values():
            before = low[max(statement.first, q.first - BY) : q.first]
            by = (
                not {"by", ","}.isdisjoint(before[-4:])
                and not WON.isdisjoint(before)
                and (q.noun in SCORED or q.sort == "bare")
            )
            if q.sort in ("count", "bare") and (q.noun in MARGIN or by) and not _is_score(statement, q):
                least, most = bounds(q)
                if q.low > 1 and not least <= apart <= most and not rounded(q.low, apart):
                    yield _clash(index, score, q.number, q.sentence, "margin")


def _is_score(statement: Statement, q: Quantity) -> bool:
    """Does this number stand in a score itself?"""
    return any(
        0 < other.first - q.stop <= CLOSE or 0 < q.first - other.stop <= CLOSE for other in statement.numbers.values()
    )


def _found(index: Index, statement: Statement, kind: str) -> Iterator[Span]:
    low = index.article.words.lower
    for row in range(statement.first, statement.end):
        for words in _phrases(kind):
            if low[row] == words[0] and tuple(low[row : row + len(words)]) == words:
                yield index.words(row, row + len(words))


def _told(index: Index, score: Score, statement: Statement) -> Iterator[Clash]:
    """ "Her casting vote", "unanimous", "by a single vote" """
    for kind, fits in (
        ("tie", score.high == score.low),
        ("unanimous", score.low == 0),
        ("single", score.high - score.low <= 1),
    ):
        words = None if fits else next(_found(index, statement, kind), None)
        if words:
            yield _clash(index, score, words, statement.number, "vote")
            return


def _sides(index: Index, score: Score, statement: Statement) -> Iterator[Clash]:
    """ "The five who voted against", of four"""
    low = index.article.words.lower
    for q in statement.numbers.values():
        if q.sort not in ("count", "bare") or q.bound or q.part or q.low < 1 or low[q.first - 1] != "the":
            continue
        behind = tuple(low[q.stop : min(statement.end, q.stop + BEHIND + CLOSE)])
        for kind, right in (("against", score.low), ("for", score.high)):
            said = any(behind[i : i + len(p)] == p for p in _phrases(kind) for i in range(BEHIND))
            if said and q.low not in (right, score.high, score.low):
                yield _clash(index, score, q.number, statement.number, "vote")
                return


def _turnout(index: Index) -> Iterator[Clash]:
    """ "Turnout was 38 per cent", "well over half of those entitled to a vote" """
    low = index.article.words.lower
    shares = [q for s in index.statements for q in s.numbers.values() if q.sort == "percent"]
    told = [q for q in shares if _is_turnout(index, q)]
    if len({q.low for q in told}) != 1:
        return
    for q in shares:
        behind = low[q.stop : q.stop + SHARE]
        apart = NOT_TWICE & {*low[index.statements[q.sentence].first : index.statements[q.sentence].end]}
        if q.sentence != told[0].sentence and not ENTITLED.isdisjoint(behind) and not apart and not agree(q, told[0]):
            passages = index.statements[told[0].sentence].span, index.statements[q.sentence].span
            yield Clash(*passages, (told[0].number,), (q.span,), "number", "conflict", "turnout", "number")
            return


def _is_turnout(index: Index, q: Quantity) -> bool:
    statement = index.statements[q.sentence]
    low = index.article.words.lower[statement.first : statement.end]
    return not TURNOUT.isdisjoint(low) and NOT_TWICE.isdisjoint(low)

"""One measure that goes up and down: "rents climbed", and further down "because of the falling rents".

The second passage has to take the direction as known ("the falling rents", "the rise in rents"): only then it speaks of
what the text has told. The words for up and down are those of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.statements import Index, Statement, same_source
from kit.finders.inconsistency.thesaurus import content, events
from kit.finders.inconsistency.wording import stem
from kit.finders.ledger.book import Book, Hit
from kit.text import Span

NOUNS = ("NN", "NNS")
LINKS = frozenset("has have had is are was were been be again also still now just".split())
DEFINITE = frozenset("the this that these those its their his her our 's".split())
AMOUNTS = frozenset("number rate level amount share price cost value size volume".split())
OF = ("of", "in", "on")
GENERAL = frozenset("town city village country county region area district state nation place".split())
# Words that make it another time or part, or a thing that has not come or is denied.
APART = frozenset(
    "if unless would could might may will should expected forecast predicted feared planned meanwhile while but though "
    "although despite however until before then earlier previous previously once later former past recent other "
    "another elsewhere some parts not n't never no without slow slower slowed end ended halt halted reverse "
    "reversed since between after overall adjusted compared than last ago next".split()
)
LONGEST = 7  # words between a subject and its verb


@dataclass(frozen=True, slots=True)
class Move:
    """Something goes up or down: what, with the words that tell more of it, and which way."""

    thing: str
    more: frozenset[str]
    side: str
    statement: Statement
    words: Span
    known: bool


def find_directions(index: Index) -> Iterator[Clash]:
    """Where the text takes as known that something falls of which it has only said that it rises."""
    moves: dict[str, list[Move]] = {}
    for move in _moves(index):
        moves.setdefault(move.thing, []).append(move)
    for found in moves.values():
        told = [move for move in found if not move.known]
        for known in found:
            if not known.known or len(told) != 1:
                continue
            (first,) = told
            alike = all(move.side == known.side for move in found if move is not first)
            if alike and known.side != first.side and _one_thing(index, first, known):
                passages = first.statement.span, known.statement.span
                yield Clash(*passages, (first.words,), (known.words,), "antonym", "conflict", "direction", "antonym")
                break


def _one_thing(index: Index, told: Move, known: Move) -> bool:
    """May both be of one measure, place and time, in one voice?"""
    low = index.article.words.lower
    if told.statement.number >= known.statement.number or any(s.question for s in (told.statement, known.statement)):
        return False
    if any(not APART.isdisjoint(low[m.statement.first : m.statement.end]) for m in (told, known)):
        return False
    timed = [t for m in (told, known) for t in m.statement.times.values() if t.kind in ("year", "month", "date")]
    more, other = told.more - GENERAL, known.more - GENERAL
    fits = other <= more
    says = index.sources.at(told.words), index.sources.at(known.words)
    return fits and not timed and same_source(index.article, *says)


def _moves(index: Index) -> Iterator[Move]:
    book = Book(index.article)
    for hit in book.directions:
        if hit.end - hit.first != 1:
            continue
        statement = index.statements[book.sentence_of_row(hit.first)]
        if statement.title:
            continue
        move = _before_noun(index, statement, hit) or _of_noun(index, statement, hit) or _verb(index, statement, hit)
        if move:
            yield move


def _before_noun(index: Index, statement: Statement, hit: Hit) -> Move | None:
    """ "the falling rents", "the growing number of break-ins" """
    words = index.article.words
    row = hit.first
    if words.tag[row] not in ("VBG", "JJ") or words.lower[row - 1] not in DEFINITE or row == statement.first:
        return None
    return _thing(index, statement, hit, row + 1, known=True)


def _of_noun(index: Index, statement: Statement, hit: Hit) -> Move | None:
    """ "the rise in rents", "the long squeeze on pay" """
    words = index.article.words
    row = hit.first
    if words.tag[row] != "NN" or tuple(words.lower[row + 1 : row + 2]) not in {(of,) for of in OF}:
        return None
    before = words.lower[max(statement.first, row - 2) : row]
    return _thing(index, statement, hit, row + 2, known=True) if not DEFINITE.isdisjoint(before) else None


def _verb(index: Index, statement: Statement, hit: Hit) -> Move | None:
    """ "rents in the old town have climbed": the subject opens the sentence."""
    words = index.article.words
    row = hit.first
    if words.tag[row] not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    move = _thing(index, statement, hit, statement.first, known=False, end=row)
    return move if move and row - statement.first <= LONGEST else None


def _thing(index: Index, statement: Statement, hit: Hit, at: int, known: bool, end: int = 0) -> Move | None:
    """The noun phrase at a row: its head, and the nouns and adjectives around it."""
    words = index.article.words
    low, tag = words.lower, words.tag
    stop = end or min(statement.end, at + LONGEST)
    head, more, open_ = -1, set(), True
    for row in range(at, stop):
        if tag[row] in NOUNS and open_:
            more |= {low[head]} if head >= 0 else set()
            head = row
        elif tag[row].startswith(("NN", "JJ", "VBG")):
            more.add(low[row])
        elif low[row] in OF and head >= 0:
            open_ = low[head] in AMOUNTS and low[row] == "of"
            if open_:
                more |= {low[head]} - {"number", "rate", "amount", "level"}
                head = -1
        elif tag[row] in ("DT", "PRP$", "POS") or (known is False and low[row] in LINKS):
            open_ = open_ and head < 0
        elif tag[row] == "IN" and head >= 0:
            open_ = False
        elif end:
            return None
        else:
            break
    if head < 0:
        return None
    thing = events().get(stem(low[head])) or content(low[head])
    span = Span(words.start[hit.first], words.end[hit.end - 1])
    return Move(thing, frozenset(map(content, more)) - {""}, hit.topic.side, statement, span, known)

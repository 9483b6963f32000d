"""Rows in the making: which statements go together, and which of too many are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kit.finders.ledger.book import Book
from kit.finding import Kind, Row, Statement
from kit.language.morphology import stem
from kit.text import Span

MOST = 8  # statements in a row
SHORT = 60  # characters of a value


@dataclass(slots=True)
class Draft:
    """A row with the reasons to show it early: `links` is how much its sentences have in common."""

    subject: str
    kind: Kind
    statements: list[Statement]
    links: float = 0.0
    more: int = 0

    @property
    def values(self) -> int:
        """How many different things it says."""
        return len({statement.value.casefold() for statement in self.statements})

    def row(self) -> Row:
        """The row as the reader gets it."""
        return Row(self.subject, self.kind, tuple(self.statements), self.more)


def short(words: str) -> str:
    """Words in one line, cut at a blank where they are long."""
    line = " ".join(words.split())
    if len(line) <= SHORT:
        return line
    return (line[:SHORT].rpartition(" ")[0] or line[:SHORT]) + " …"


def state(book: Book, span: Span, value: str, said: Span | None = None) -> Statement:
    """A statement, with whoever says it, or says the words at `said`."""
    return Statement(span, short(value), book.source_at(said or span))


def tidy(statements: Iterable[Statement]) -> list[Statement]:
    """In the order of the text; of those that overlap the longest stays."""
    kept: list[Statement] = []
    for each in sorted(statements, key=lambda s: (s.span.start, -s.span.end)):
        if kept and each.span.start < kept[-1].span.end:
            if each.span.end - each.span.start > kept[-1].span.end - kept[-1].span.start:
                kept[-1] = each
        else:
            kept.append(each)
    return kept


def place(book: Book, statement: Statement) -> int:
    """The number of the sentence in which a statement stands; of a date line the one before, or the first."""
    return max(0, book.sentence_at(statement.span.start))


def drafts(
    book: Book,
    subject: str,
    kind: Kind,
    statements: Iterable[Statement],
    apart: bool = False,
    near: Iterable[tuple[float, Span, Span]] = (),
) -> list[Draft]:
    """The rows of one subject: one if there is room for all, otherwise those statements together that have most in
    common. With `apart` only statements of different value belong together; `near` are further reasons to put two
    passages together, each with its weight."""
    found = tidy(statements)
    if len(found) < 2 or len({place(book, s) for s in found}) < 2:
        return []
    number = {statement.span: at for at, statement in enumerate(found)}
    edges = linked(book, found, apart)
    edges += [(weight, number[a], number[b]) for weight, a, b in near if a in number and b in number]
    edges.sort(key=lambda edge: (-edge[0], edge[1], edge[2]))
    if len(found) <= MOST:
        return [Draft(subject, kind, found, edges[0][0] if edges else 0.0)]
    made = []
    groups = joined(len(found), edges)
    best: dict[int, float] = {}
    for weight, at, _ in edges:
        best.setdefault(at, weight)
    for group in groups:
        chosen = [found[at] for at in sorted(group)]
        about = shared(book, {place(book, statement) for statement in chosen}, 2)
        strength = max(best.get(at, 0.0) for at in group)
        made.append(Draft(f"{subject}: {about}" if about else subject, kind, chosen, strength))
    if made:
        made[0].more = len(found) - sum(map(len, groups))
    return made


def linked(book: Book, statements: Sequence[Statement], apart: bool) -> list[tuple[float, int, int]]:
    """Pairs of statements whose sentences have something in common, each with how much."""
    at: dict[int, list[int]] = {}
    for number, statement in enumerate(statements):
        at.setdefault(place(book, statement), []).append(number)
    edges = []
    for (one, other), weight in book.links(at).items():
        for a in at[one][:MOST]:
            for b in at[other][:MOST]:
                if not apart or statements[a].value != statements[b].value:
                    edges.append((weight, a, b))
    return edges


def joined(count: int, edges: Iterable[tuple[float, int, int]]) -> list[list[int]]:
    """Statements put together along their links, the strongest first, as long as a row has room."""
    group: dict[int, list[int]] = {number: [number] for number in range(count)}
    for _, a, b in edges:
        one, other = group[a], group[b]
        if one is not other and len(one) + len(other) <= MOST:
            one += other
            for number in other:
                group[number] = one
    unique = {id(members): members for members in group.values() if len(members) > 1}
    return list(unique.values())


def shared(book: Book, sentences: Iterable[int], most: int = 4) -> str:
    """What sentences have in common, as the first of them writes it: the words that most of them share."""
    numbers = sorted(sentences)
    counts = Counter(key for number in numbers for key in book.keys[number] if ":" not in key)
    common = [key for key, count in counts.most_common() if count > 1]
    wanted = set(sorted(common, key=lambda key: (-counts[key] * book.weight[key], key))[:most])
    found: list[str] = []
    for number in numbers:
        for row in range(*book.rows[number]):
            key = stem(book.words.lower[row])
            if key in wanted:
                wanted.discard(key)
                found.append(book.words.form[row])
    topics = Counter(key for number in numbers for key in book.keys[number] if key.startswith("topic:"))
    often = sorted(topics, key=lambda key: (-topics[key], key))[:2]
    names = [key.removeprefix("topic:") for key in often if topics[key] > 1]
    return short(", ".join(found or names))

"""Rows in the making: which statements go together, and which of too many are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kit.finders.ledger.statements import sentence_of, without_overlaps
from kit.finders.shortened import shortened
from kit.finding import Kind, Row, Statement
from kit.language.morphology import stem
from kit.reading import ArticleIndex

MAX_STATEMENTS = 8  # in a row


@dataclass(slots=True)
class CandidateRow:
    """A row with the reason to show it early: `links` is how much its sentences have in common."""

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


def candidate_rows(
    index: ArticleIndex, subject: str, kind: Kind, statements: Iterable[Statement], apart: bool = False
) -> list[CandidateRow]:
    """The rows of one subject: one if there is room for all, otherwise those statements together that have most in
    common; with `apart` only statements of different value belong together."""
    found = without_overlaps(statements)
    if len({sentence_of(index, statement) for statement in found}) < 2:
        return []
    edges = sorted(linked(index, found, apart), key=lambda edge: (-edge[0], edge[1], edge[2]))
    if len(found) <= MAX_STATEMENTS:
        return [CandidateRow(subject, kind, found, edges[0][0] if edges else 0.0)]
    made = []
    groups = _joined(len(found), edges)
    best: dict[int, float] = {}
    for weight, at, _ in edges:
        best.setdefault(at, weight)
    for group in groups:
        chosen = [found[at] for at in sorted(group)]
        about = words_in_common(index, {sentence_of(index, statement) for statement in chosen}, 2)
        strength = max(best.get(at, 0.0) for at in group)
        made.append(CandidateRow(f"{subject}: {about}" if about else subject, kind, chosen, strength))
    if made:
        made[0].more = len(found) - sum(map(len, groups))
    return made


def linked(index: ArticleIndex, statements: Sequence[Statement], apart: bool) -> list[tuple[float, int, int]]:
    """Pairs of statements whose sentences have something in common, each with how much; with `apart` only those of
    different value."""
    at: dict[int, list[int]] = {}
    for number, statement in enumerate(statements):
        at.setdefault(sentence_of(index, statement), []).append(number)
    return [
        (weight, a, b)
        for (one, other), weight in index.common.links(at).items()
        for a in at[one][:MAX_STATEMENTS]
        for b in at[other][:MAX_STATEMENTS]
        if not apart or statements[a].value != statements[b].value
    ]


def _joined(count: int, edges: Iterable[tuple[float, int, int]]) -> list[list[int]]:
    """Statements put together along their links, the strongest first, as long as a row has room."""
    group: dict[int, list[int]] = {number: [number] for number in range(count)}
    for _, a, b in edges:
        one, other = group[a], group[b]
        if one is not other and len(one) + len(other) <= MAX_STATEMENTS:
            one += other
            for number in other:
                group[number] = one
    unique = {id(members): members for members in group.values() if len(members) > 1}
    return list(unique.values())


def words_in_common(index: ArticleIndex, sentences: Iterable[int], most: int = 4) -> str:
    """What sentences have in common, as the first of them writes it: the words that most of them share."""
    numbers, about = sorted(sentences), index.common.about
    counts = {key: n for key, n in Counter(key for number in numbers for key in about[number]).items() if n > 1}
    words = (key for key in counts if ":" not in key)
    wanted = set(sorted(words, key=lambda key: (-counts[key] * index.common.weight[key], key))[:most])
    found: list[str] = []
    for number in numbers:
        for row in range(*index.rows[number]):
            key = stem(index.words.lower[row])
            if key in wanted:
                wanted.discard(key)
                found.append(index.words.form[row])
    topics = sorted((key for key in counts if key.startswith("topic:")), key=lambda key: (-counts[key], key))[:2]
    return shortened(", ".join(found or (key.removeprefix("topic:") for key in topics)))

"""Cause and effect that change places: "the pump caused the flood" and "the flood caused the pump to fail"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.statements import Index, Statement, verdict_of
from kit.lexicon import Entry, load
from kit.text import Span

WIDE = 8  # words on each side of the link in which cause and effect are named
COMMON = 12  # links that speak of one thing: with more, the text is about it
ENDS = (",", ";", ":", "(", ")", "—", "–")


class Link(NamedTuple):
    """The words that link a cause with its effect, and what stands on each side, as keys."""

    statement: Statement
    words: Span
    cause: frozenset[str]
    effect: frozenset[str]


def entries() -> tuple[Entry, ...]:
    """The tables of `clauses.toml`, checked."""
    return load("clauses", ("kind", "words"))


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind, as they stand in the lexicon."""
    return frozenset(word for entry in entries() if entry.data["kind"] == kind for word in entry.data["words"])


@cache
def _links() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """The linking words by their first word, the longest first; true where the cause stands in front."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for kind in ("forward", "backward"):
        for words in words_of(kind):
            parts = tuple(words.split())
            found.setdefault(parts[0], []).append((parts, kind == "forward"))
    return {first: sorted(links, key=lambda link: -len(link[0])) for first, links in found.items()}


def find_causes(index: Index) -> Iterator[Clash]:
    """Every pair of links in which what is the cause in one is the effect in the other."""
    by_cause: dict[str, list[Link]] = {}
    for statement in index.statements:
        if statement.title or statement.question:
            continue
        for link in _in_sentence(index, statement):
            before = {id(old): old for key in link.effect for old in by_cause.get(key, ())}
            for old in before.values():
                turned = old.effect & link.cause and not (old.cause & link.cause or old.effect & link.effect)
                if turned and old.statement.number != statement.number:
                    verdict = verdict_of(index, old.words, link.words)
                    spans = (old.words,), (link.words,)
                    yield Clash(old.statement.span, statement.span, *spans, "cause", verdict, "cause", "cause")
                    break
            for key in link.cause:
                links = by_cause.setdefault(key, [])
                if len(links) < COMMON:
                    links.append(link)


def _in_sentence(index: Index, statement: Statement) -> Iterator[Link]:
    low = index.article.words.lower
    row = statement.first
    while row < statement.end:
        for parts, forward in _links().get(low[row], ()):
            end = row + len(parts)
            if end < statement.end and tuple(low[row:end]) == parts:
                before = _side(index, range(row - 1, max(statement.first, row - WIDE) - 1, -1))
                behind = _side(index, range(end, min(statement.end, end + WIDE)))
                if before and behind:
                    sides = (before, behind) if forward else (behind, before)
                    yield Link(statement, index.words(row, end), *sides)
                row = end - 1
                break
        row += 1


def _side(index: Index, rows: range) -> frozenset[str]:
    """The words of content from the link outwards, up to a comma or the like."""
    found = set()
    for row in rows:
        if index.article.words.lower[row] in ENDS:
            break
        if not index.article.words.tag[row].startswith("NNP"):  # whom it is about stands on either side
            found.add(index.keys[row])
    return frozenset(found - {""})

"""Two names for one thing: no inconsistency, but it looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.statements import Index
from kit.lexicon import Entry, load


def entries() -> tuple[Entry, ...]:
    """The tables of `labels.toml`, checked."""
    return load("labels", ("words",))


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The names by their first word, the longest first, with the thing they name."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in entries():
        for name in entry.data["words"]:
            words = tuple(name.split())
            found.setdefault(words[0], []).append((words, entry.term))
    return {first: sorted(names, key=lambda name: -len(name[0])) for first, names in found.items()}


def find_labels(index: Index) -> Iterator[Clash]:
    """The first place where the text gives a thing another name than before."""
    form = index.article.words.form
    seen: dict[str, tuple[tuple[str, ...], int, int, int]] = {}
    told: set[str] = set()
    for statement in index.statements:
        for row in range(statement.first, statement.end):
            for words, thing in _names().get(form[row], ()):
                if tuple(form[row : row + len(words)]) != words or row + len(words) > statement.end:
                    continue
                first = seen.setdefault(thing, (words, statement.number, row, row + len(words)))
                if first[0] != words and first[1] != statement.number and thing not in told:
                    told.add(thing)
                    spans = (index.words(*first[2:]),), (index.words(row, row + len(words)),)
                    passages = index.statements[first[1]].span, statement.span
                    yield Clash(*passages, *spans, "name", "none", "two-labels", "two-labels")
                break

"""Rows of names: names that look alike ("Corran", "Corrin"), and one thing under several names ("IS", "ISIL")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kit.finders.ledger.candidates import CandidateRow, candidate_rows
from kit.finders.ledger.statements import statement_at
from kit.finders.sources.source_lists import source_lists
from kit.finding import Statement
from kit.language import Entry, load
from kit.language.names import keys_of, slip
from kit.reading import ArticleIndex

MIN_LETTERS = 5  # shorter words differ by one letter by chance
MAX_ALIKE = 8  # names that share a key and are compared


def name_rows(index: ArticleIndex) -> list[CandidateRow]:
    """The rows of names."""
    return [*_look_alikes(index), *_labels(index)]


def _look_alikes(index: ArticleIndex) -> Iterator[CandidateRow]:
    """Names that differ by a letter, whoever or whatever they are of; first names and nationalities left out."""
    words, lists = index.words, source_lists()
    common = lists.women | lists.men | lists.nationalities
    first: dict[str, int] = {}
    for begin, end in index.rows:
        for row in range(begin + 1, end):  # any word is tall at the beginning
            form = words.form[row]
            name = words.tag[row].startswith("NNP") and form[0].isupper() and form[1:].islower()
            if name and len(form) >= MIN_LETTERS and form not in common:
                first.setdefault(form, row)
    alike: dict[str, list[str]] = defaultdict(list)
    for form in first:
        for key in keys_of(form.lower()):
            alike[key].append(form)
    pairs = {(a, b) for forms in alike.values() for a in forms[:MAX_ALIKE] for b in forms[:MAX_ALIKE] if a < b}
    for pair in sorted(pairs):
        if slip(*pair):
            statements = [statement_at(index, index.span(first[form], first[form] + 1)) for form in pair]
            yield from candidate_rows(index, " / ".join(pair), "person", statements)


def label_entries() -> tuple[Entry, ...]:
    """The tables of `labels.toml`, checked."""
    return load("labels", ("words",))


@cache
def _labels_by_first_word() -> dict[str, list[tuple[list[str], str]]]:
    """The names by their first word, the longest first, with the thing that they name."""
    found: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for entry in label_entries():
        for name in entry.data["words"]:
            found[name.split()[0]].append((name.split(), entry.term))
    return {first: sorted(names, key=lambda name: -len(name[0])) for first, names in found.items()}


def _labels(index: ArticleIndex) -> Iterator[CandidateRow]:
    """Several names of one body, place or thing, each where it stands first; capitals tell "US" from "us"."""
    form, labels = index.words.form, _labels_by_first_word()
    found: dict[str, dict[str, Statement]] = defaultdict(dict)
    for begin, end in index.rows:
        for row in range(begin, end):
            for words, thing in labels.get(form[row], ()):
                stop = row + len(words)
                if stop <= end and form[row:stop] == words:
                    found[thing].setdefault(" ".join(words), statement_at(index, index.span(row, stop)))
                    break
    for names in found.values():
        yield from candidate_rows(index, " / ".join(names), "name", names.values())

"""Rows of names that look alike: "Eastbank School" and "Eastbrook School", "Corran" and "Corrin"."""

from __future__ import annotations

from collections import defaultdict

from kit.finders.ledger.book import Book
from kit.finders.ledger.drafts import Draft, drafts, state
from kit.finders.ledger.names import alike, slip
from kit.finders.sources.source_lists import source_lists

SHORTEST = 5  # letters: shorter words differ by one letter by chance


def lookalike_rows(book: Book) -> list[Draft]:
    """Names that differ by a letter, whoever or whatever they are of; first names and nationalities left out."""
    words, lists = book.words, source_lists()
    common = lists.women | lists.men | lists.nationalities
    first: dict[str, int] = {}
    for begin, end in book.rows:
        for row in range(begin, end):
            form = words.form[row]
            name = (
                len(form) >= SHORTEST and form[0].isupper() and form[1:].islower() and words.tag[row].startswith("NNP")
            )
            if name and form not in common and row > begin:  # any word is tall at the beginning
                first.setdefault(form, row)
    index: dict[str, list[str]] = defaultdict(list)
    for form in first:
        for key in alike(form.lower()):
            index[key].append(form)
    pairs = {tuple(sorted((a, b))) for forms in index.values() for a in forms[:8] for b in forms[:8] if a != b}
    made = []
    for one, other in sorted(pairs):
        if slip(one, other):
            spans = [book.span(first[form], first[form] + 1) for form in (one, other)]
            made += drafts(
                book, f"{one} / {other}", "person", [state(book, span, book.article[span]) for span in spans]
            )
    return made

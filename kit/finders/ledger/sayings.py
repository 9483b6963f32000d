"""Rows of quotations: the same words in two mouths, and "the remark" that goes back to somebody's words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from kit.finders.ledger.book import EMPTY, Book
from kit.finders.ledger.drafts import Draft, drafts, short
from kit.finding import Statement
from kit.language.morphology import stem
from kit.text import Quotation, Span

FEWEST = 4  # words of a quotation that can be recognised
ROW = 4  # words in a row that make it the same
REMARK = re.compile(
    r"(?<!\bon )\b(?:the|that|this|his|her|their|whose|these|those) (?:\w+ )?(?:remarks?|words|phrase|line|sentence|"
    r"saying|quip|joke|comments?|slogan|motto|quotation|quote|expression|sentiment|observation|retort|speech)\b",
    re.IGNORECASE,
)
NEAR = 3  # quotations that "the remark" may go back to


def saying_rows(book: Book) -> list[Draft]:
    """Quotations that come twice, and places that go back to a quotation."""
    quotations = [q for q in book.article.quotations if q.depth == 0 and len(book.article[q.inner].split()) >= FEWEST]
    made: list[Draft] = []
    for group in _repeated(book, quotations):
        made += drafts(book, "who said it", "quotation", [_statement(book, q.span) for q in group])
    ends = [quotation.span.end for quotation in quotations]
    for match in REMARK.finditer(book.article.text):
        number = book.sentence_at(match.start())
        at = bisect_left(ends, match.start())
        if number < 0 or (at < len(quotations) and quotations[at].span.start <= match.start()):
            continue
        behind = bisect_left(ends, book.starts[number])
        near = quotations[max(0, behind - NEAR) : behind]
        if near:
            sentence = book.article.sentences[number]
            statements = [_statement(book, q.span) for q in near]
            statements.append(Statement(sentence, short(match.group()), book.source_at(Span(*match.span()))))
            made += drafts(book, "who said it", "quotation", statements)
    return made


def _statement(book: Book, span: Span) -> Statement:
    source = book.source_at(Span(span.start + 1, span.start + 2)) or book.source_at(span)
    return Statement(span, short(source or "nobody is named"), source)


def _repeated(book: Book, quotations: list[Quotation]) -> Iterator[list[Quotation]]:
    """Quotations that share a row of words which carry a subject."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        stems = [stem(w) for w in re.findall(r"[a-z]+", book.article[quotation.inner].lower()) if w not in EMPTY]
        for at in range(len(stems) - ROW + 1):
            index[tuple(stems[at : at + ROW])].append(number)
    seen: set[tuple[int, ...]] = set()
    for numbers in index.values():
        group = tuple(sorted(set(numbers)))
        if len(group) > 1 and group not in seen:
            seen.add(group)
            yield [quotations[number] for number in group]

"""What a row of the ledger is made of: statements, and the words around a word that make one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kit.finders.shortened import shortened
from kit.finding import Statement
from kit.language.grammar import ENGLISH, NEGATIONS
from kit.reading import ArticleIndex
from kit.text import Span
from kit.text.word_lists import word_list

NOT = NEGATIONS | {"hardly", "no-one", "refuse", "deny", "denied"}
ABSOLUTE = word_list("passages", "absolute", file=ENGLISH)
ARTICLE = re.compile(r"^(?:the|an?|his|her|their) ")
CLAUSE_ENDS = frozenset(',;:()—–-.“”"')
MAX_CLAUSE = 40  # words to either side that a clause goes
NOT_BEFORE = 6  # words before a verb in which a "not" turns it round


def statement_at(index: ArticleIndex, span: Span, value: str | None = None, said: Span | None = None) -> Statement:
    """A statement with whoever says it, or says the words at `said`; its value are its words, if none is given."""
    words = index.article[span] if value is None else value
    return Statement(span, shortened(words), index.name_of(index.who_says(said or span)))


def without_overlaps(statements: Iterable[Statement]) -> list[Statement]:
    """In the order of the text; of those that overlap the longest stays."""
    kept: list[Statement] = []
    for each in sorted(statements, key=lambda s: (s.span.start, -s.span.end)):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
        elif each.span.end - each.span.start > kept[-1].span.end - kept[-1].span.start:
            kept[-1] = each
    return kept


def each_once(statements: Iterable[Statement]) -> list[Statement]:
    """Of statements with one value, but for an article before it, the first: what comes twice is no news."""
    seen: dict[str, Statement] = {}
    for each in statements:
        seen.setdefault(ARTICLE.sub("", each.value.casefold()), each)
    return list(seen.values())


def sentence_of(index: ArticleIndex, statement: Statement) -> int:
    """The number of the sentence in which a statement stands; of a date line the one before, or the first."""
    return max(0, index.sentence_at(statement.span.start))


def clause_around(index: ArticleIndex, row: int) -> tuple[int, int]:
    """First row and end of the clause around a row: between marks of the sentence."""
    first, end = index.rows[index.sentence_of_row(row)]
    low = index.words.lower
    left, right = row, row + 1
    while left > max(first, row - MAX_CLAUSE) and low[left - 1] not in CLAUSE_ENDS:
        left -= 1
    while right < min(end, row + MAX_CLAUSE) and low[right] not in CLAUSE_ENDS:
        right += 1
    return left, right


def is_negated(index: ArticleIndex, first: int, end: int) -> bool:
    """Is there a "not", "never" or the like in front of these rows, or right behind, in the same clause?"""
    low = index.words.lower
    start = index.rows[index.sentence_of_row(first)][0]
    for row in range(first - 1, max(start, first - NOT_BEFORE) - 1, -1):
        if low[row] in CLAUSE_ENDS:
            break
        if low[row] in NOT:
            return True
    return end < len(low) and low[end] in NOT


def is_absolute(index: ArticleIndex, number: int) -> bool:
    """Does a sentence say no, never, all or only?"""
    return not ABSOLUTE.isdisjoint(index.words.lower[slice(*index.rows[number])])

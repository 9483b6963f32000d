"""Rows of quotations: the same words in two mouths, and "the remark" that goes back to somebody's words."""

from __future__ import annotations

import re
from bisect import bisect_left

from kit.finders.ledger.candidates import CandidateRow, candidate_rows
from kit.finders.shortened import shortened
from kit.finding import Statement
from kit.language.morphology import stem
from kit.language.repeats import by_run
from kit.reading import ArticleIndex
from kit.reading.common import EMPTY
from kit.text import Quotation, Span

MIN_WORDS = 4  # words of a quotation that can be recognised
SAME_RUN = 4  # words in a row that make it the same
REMARK = re.compile(
    r"(?<!\bon )\b(?:the|that|this|his|her|their|whose|these|those) (?:\w+ )?(?:remarks?|words|phrase|line|sentence|"
    r"saying|quip|joke|comments?|slogan|motto|quotation|quote|expression|sentiment|observation|retort|speech)\b",
    re.IGNORECASE,
)
MAX_BACK = 3  # quotations that "the remark" may go back to


def saying_rows(index: ArticleIndex) -> list[CandidateRow]:
    """Quotations that come twice, and places that go back to a quotation."""
    article = index.article
    quotations = [q for q in article.quotations if q.depth == 0 and len(article[q.inner].split()) >= MIN_WORDS]
    groups = [[_statement(index, q) for q in group] for group in _repeated(index, quotations)]
    ends = [quotation.span.end for quotation in quotations]
    for match in REMARK.finditer(article.text):
        number = index.sentence_at(match.start())
        at = bisect_left(ends, match.start())
        if number < 0 or (at < len(quotations) and quotations[at].span.start <= match.start()):
            continue
        sentence = article.sentences[number]
        behind = bisect_left(ends, sentence.start)
        source = index.name_of(index.who_says(Span(*match.span())))
        remark = Statement(sentence, shortened(match.group()), source)
        groups.append([*(_statement(index, q) for q in quotations[max(0, behind - MAX_BACK) : behind]), remark])
    return [row for group in groups for row in candidate_rows(index, "who said it", "quotation", group)]


def _statement(index: ArticleIndex, quotation: Quotation) -> Statement:
    """A quotation, with whoever is named as its speaker."""
    start = quotation.inner.start
    source = index.name_of(index.who_says(Span(start, start + 1)) or index.who_says(quotation.span))
    return Statement(quotation.span, shortened(source or "nobody is named"), source)


def _repeated(index: ArticleIndex, quotations: list[Quotation]) -> list[list[Quotation]]:
    """Quotations that share a row of words which carry a subject."""
    words = (re.findall(r"[a-z]+", index.article[quotation.inner].lower()) for quotation in quotations)
    runs = by_run(([stem(word) for word in each if word not in EMPTY] for each in words), SAME_RUN)
    groups = dict.fromkeys(tuple(numbers) for numbers in runs.values() if len(numbers) > 1)
    return [[quotations[number] for number in group] for group in groups]

"""Rows of sentences that speak of the same thing: the headline with what stands behind it, and restatements."""

from __future__ import annotations

from kit.finders.ledger.candidates import CandidateRow, words_in_common
from kit.finders.ledger.statements import is_absolute
from kit.finding import Statement
from kit.reading import ArticleIndex

BESIDE_LEAD = 3  # sentences that stand with the headline and the lead
WEIGHT_OF_A_TOPIC = 2.0  # topics and people count more here than elsewhere
WEIGHT_OF_NO = 1.0  # what "no", "only" or "never" adds to a sentence that has something in common with the headline
MIN_IN_COMMON = 4.0  # what two sentences must have in common to be shown together


def headline_rows(index: ArticleIndex) -> list[CandidateRow]:
    """The headline, the lead, and the sentences that have most in common with the headline."""
    title, body, common = index.article.title, index.body, index.common
    if title is None or not body:
        return []
    keys = frozenset().union(*common.about[: body.start])
    scores: dict[int, float] = {}
    for number in body[1:]:
        shared = sorted(common.about[number] & keys)
        score = sum(common.weight[key] * (WEIGHT_OF_A_TOPIC if ":" in key else 1.0) for key in shared)
        if score > 0:
            scores[number] = score + WEIGHT_OF_NO * is_absolute(index, number)
    best = sorted(scores, key=lambda number: (-scores[number], number))[:BESIDE_LEAD]
    statements = [Statement(title, "headline", index.main_speaker(title))]
    for number in sorted({body.start, *best}):
        span = index.article.sentences[number]
        statements.append(Statement(span, "lead" if number == body.start else "body", index.main_speaker(span)))
    return [CandidateRow("the headline and the report", "headline", statements, max(scores.values(), default=0.0))]


def topic_rows(index: ArticleIndex) -> list[CandidateRow]:
    """Two sentences, no neighbours, that share so many words that they may say the same twice, where one of them says
    no or never, or somebody else says it."""
    pairs = [
        (-weight, one, other)
        for (one, other), weight in index.common.body_links.items()
        if weight >= MIN_IN_COMMON and other - one > 1 and _differ(index, one, other)
    ]
    made: list[CandidateRow] = []
    taken: set[int] = set()
    for weight, *pair in sorted(pairs):
        if taken.isdisjoint(pair):
            taken.update(pair)
            spans = [index.article.sentences[number] for number in pair]
            statements = [Statement(span, "", index.main_speaker(span)) for span in spans]
            made.append(CandidateRow(words_in_common(index, pair), "topic", statements, -weight))
    return made


def _differ(index: ArticleIndex, one: int, other: int) -> bool:
    """Does one of two sentences say no, never or all and the other not, or are they of different sources?"""
    speakers = {index.main_speaker(index.article.sentences[number]) for number in (one, other)}
    return is_absolute(index, one) != is_absolute(index, other) or len(speakers) > 1

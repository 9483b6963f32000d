"""The row of the headline, with what stands behind it."""

from __future__ import annotations

from kit.finders.ledger.candidates import CandidateRow
from kit.finders.ledger.statements import is_absolute
from kit.finding import Statement
from kit.reading import ArticleIndex

BESIDE_LEAD = 3  # sentences that stand with the headline and the lead
WEIGHT_OF_A_TOPIC = 2.0  # topics and people count more here than elsewhere
WEIGHT_OF_NO = 1.0  # what "no", "only" or "never" adds to a sentence that has something in common with the headline


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

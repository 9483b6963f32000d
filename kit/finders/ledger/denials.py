"""A row of denials, each with what it may answer."""

from __future__ import annotations

from kit.finders.ledger.candidates import MAX_STATEMENTS, CandidateRow
from kit.finding import Statement
from kit.reading import ArticleIndex

MIN_SPEAKERS = 2  # of whom at least one is not the reporter
BEFORE = 3  # sentences before a denial that it may answer


def denial_rows(index: ArticleIndex) -> list[CandidateRow]:
    """Sentences in which one side answers the other, each with what it may answer: the sentences before it, and the one
    it has most in common with. A row for all, so one sentence for each answer where there are many."""
    found: dict[int, str] = {}
    for match in sorted(index.matches_of("denials"), key=lambda match: (match.topic.term, match.first)):
        number = index.sentence_of_row(match.first)
        if number - 1 in index.body:
            found.setdefault(number, match.topic.term)
    chosen = list(found)[: MAX_STATEMENTS // 2]  # a denial before a mere "by its count"
    if not chosen:
        return []
    links, body = index.common.body_links, index.body
    room = MAX_STATEMENTS // len(chosen) - 1
    answers: dict[int, bool] = dict.fromkeys(chosen, True)
    for number in chosen:
        before = range(max(body.start, number - BEFORE), number)
        likest = max(body, key=lambda each: links.get((min(each, number), max(each, number)), 0.0))
        for each in sorted({*before, likest} - {number}, key=lambda each: (each not in before, number - each))[:room]:
            answers.setdefault(each, False)
    statements = []
    for number, is_answer in sorted(answers.items())[:MAX_STATEMENTS]:
        span = index.article.sentences[number]
        statements.append(Statement(span, "the answer" if is_answer else "said", index.main_speaker(span)))
    if len({statement.source for statement in statements}) < MIN_SPEAKERS:
        return []
    return [CandidateRow("what is denied", "denial", statements, float(len(chosen)), len(found) - len(chosen))]

"""Rows of what several speakers say about one thing, and of denials with what they may answer."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from kit.finders.ledger.candidates import MAX_STATEMENTS, CandidateRow
from kit.finders.ledger.statements import clause_around, is_absolute, statement_at
from kit.finding import Statement
from kit.language.morphology import stem
from kit.reading import ArticleIndex

MIN_SENTENCES, MAX_SENTENCES = 3, 20  # that speak of a thing
MIN_CLAUSE = 5  # words of a clause that says something alone
MIN_SPEAKERS = 2  # of whom at least one is not the reporter
WEIGHT_OF_A_SPEAKER = 1.5
TALKED_ABOUT = 3  # so often is somebody talked about for each time that he or she is heard
BEFORE = 3  # sentences before a denial that it may answer
Places = list[tuple[int, int]]  # sentence and row


def thing_rows(index: ArticleIndex) -> list[CandidateRow]:
    """What the text says about each of the things that it comes back to, where several say something about it."""
    things: dict[str, dict[int, int]] = defaultdict(dict)  # stem -> sentence -> row
    words = index.words
    for number in index.body:
        for row in range(*index.rows[number]):
            if words.tag[row] in ("NN", "NNS") and index.common.carries(row):
                things[stem(words.lower[row])].setdefault(number, row)
    made = []
    named = [(f"the {words.form[next(iter(rows.values()))]}", list(rows.items())) for rows in things.values()]
    for name, places in (*named, *_talked_about(index)):
        if MIN_SENTENCES <= len(places) <= MAX_SENTENCES:
            statements = [_statement(index, row) for _, row in places]
            speakers = {statement.source for statement in statements}
            if len(speakers) >= MIN_SPEAKERS:
                chosen = _choose(index, places, statements)
                links = WEIGHT_OF_A_SPEAKER * len(speakers) + sum(is_absolute(index, number) for number, _ in places)
                made.append(CandidateRow(name, "thing", chosen, links, len(statements) - len(chosen)))
    return made


def _talked_about(index: ArticleIndex) -> Iterator[tuple[str, Places]]:
    """Who is talked about far more than heard: the name, and of each sentence the first place."""
    mentions = Counter((mention.entity, mention.is_source) for mention in index.mentions)
    found: dict[int, dict[int, int]] = defaultdict(dict)
    names: dict[int, str] = {}
    for mention in index.mentions:
        number, who = index.sentence_at(mention.span.start), mention.entity
        named = mention.level.startswith("named") and number in index.body and not mention.is_source
        if named and TALKED_ABOUT * mentions[who, True] <= mentions[who, False]:
            names[who] = mention.name
            found[who].setdefault(number, bisect_left(index.words.start, mention.span.start))
    yield from ((names[who], sorted(rows.items())) for who, rows in found.items())


def _statement(index: ArticleIndex, row: int) -> Statement:
    """The clause around a word, or the sentence where the clause says nothing alone, with who says it."""
    first, end = clause_around(index, row)
    if end - first < MIN_CLAUSE:
        first, end = index.rows[index.sentence_of_row(row)]
    return statement_at(index, index.span(first, end), "", index.span(row, row + 1))


def _choose(index: ArticleIndex, places: Places, statements: list[Statement]) -> list[Statement]:
    """At most eight: those that say no or never first, then those of other speakers, then in the order of the text."""
    if len(statements) <= MAX_STATEMENTS:
        return statements
    seen: set[str] = set()
    ranked = []
    for at, ((number, _), statement) in enumerate(zip(places, statements, strict=True)):
        ranked.append((-(2 * is_absolute(index, number) + (statement.source not in seen)), at))
        seen.add(statement.source)
    return [statements[at] for at in sorted(at for _, at in sorted(ranked)[:MAX_STATEMENTS])]


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

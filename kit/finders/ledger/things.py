"""Rows of what several speakers say about one thing, and of denials with what they may answer."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from kit.finders.ledger.book import EMPTY, Book
from kit.finders.ledger.drafts import MOST, Draft
from kit.finding import Statement
from kit.language.morphology import stem
from kit.text import Span

FEWEST, LARGEST = 3, 20  # sentences that speak of a thing
FULL = 5  # words of a clause that says something alone
SPEAKERS = 2  # of whom at least one is not the reporter
TALKED = 3  # so often is somebody talked about for each time that he or she is heard
BEFORE = 3  # sentences before a denial that it may answer
ABSOLUTE = frozenset("no not n't never nobody nothing none only all every always each without any".split())


def thing_rows(book: Book) -> list[Draft]:
    """What the text says about each of the things that it comes back to, where several say something about it."""
    index: dict[str, list[tuple[int, int]]] = defaultdict(list)  # stem -> sentence and row
    words = book.words
    for number in book.body:
        seen: set[str] = set()
        for row in range(*book.rows[number]):
            low = words.lower[row]
            if words.tag[row] in ("NN", "NNS") and low.isalpha() and len(low) > 2 and low not in EMPTY:
                key = stem(low)
                if key not in seen:
                    seen.add(key)
                    index[key].append((number, row))
    made = []
    named = [(f"the {words.form[places[0][1]]}", places) for places in index.values()]
    for name, places in [*named, *_talked_about(book)]:
        if FEWEST <= len(places) <= LARGEST:
            statements = [_statement(book, row) for _, row in places]
            speakers = {statement.source for statement in statements}
            if len(speakers) >= SPEAKERS:
                chosen = _choose(book, places, statements)
                links = 1.5 * len(speakers) + sum(_absolute(book, row) for _, row in places)
                made.append(Draft(name, "thing", chosen, links, len(statements) - len(chosen)))
    return made


def _talked_about(book: Book) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Who is talked about far more than heard: the name, and of each sentence the first place."""
    heard = Counter(mention.entity for mention in book.mentions if mention.is_source)
    silent = Counter(mention.entity for mention in book.mentions if not mention.is_source)
    found: dict[int, dict[int, int]] = defaultdict(dict)
    names: dict[int, str] = {}
    for mention in book.mentions:
        number, who = book.sentence_at(mention.span.start), mention.entity
        named = mention.level.startswith("named") and number in book.body and not mention.is_source
        if named and TALKED * heard[who] <= silent[who]:
            names[who] = mention.name
            found[who].setdefault(number, bisect_left(book.words.start, mention.span.start))
    yield from ((names[who], sorted(rows.items())) for who, rows in found.items())


def _statement(book: Book, row: int) -> Statement:
    """The clause around a word, or the sentence where the clause says nothing alone, with who says it."""
    first, end = book.clause(row)
    if end - first < FULL:
        first, end = book.rows[book.sentence_of_row(row)]
    span = book.span(first, end)
    return Statement(span, "", book.source_at(book.span(row, row + 1)))


def _absolute(book: Book, row: int) -> bool:
    first, end = book.rows[book.sentence_of_row(row)]
    return any(word in ABSOLUTE for word in book.words.lower[first:end])


def _choose(book: Book, places: list[tuple[int, int]], statements: list[Statement]) -> list[Statement]:
    """At most eight: those that say no or never first, then those of other speakers, then in the order of the text."""
    if len(statements) <= MOST:
        return statements
    seen: set[str] = set()
    ranked = []
    for at, ((_, row), statement) in enumerate(zip(places, statements, strict=True)):
        new = statement.source not in seen
        seen.add(statement.source)
        ranked.append((-(2 * _absolute(book, row) + new), at))
    return [statements[at] for at in sorted(at for _, at in sorted(ranked)[:MOST])]


def denial_rows(book: Book) -> list[Draft]:
    """Sentences in which one side answers the other, each with what it may answer: the sentences before it, and the one
    it has most in common with. A row for all, so one sentence for each answer where there are many."""
    found: dict[int, str] = {}
    for hit in sorted(book.hits_of("denials"), key=lambda hit: (hit.topic.term, hit.first)):
        number = book.sentence_of_row(hit.first)
        if number - 1 in book.body:
            found.setdefault(number, hit.topic.term)
    chosen = list(found)[: MOST // 2]  # a denial before a mere "by its count"
    if not chosen:
        return []
    links = book.links(book.body)
    room = MOST // len(chosen) - 1
    numbers: dict[int, bool] = dict.fromkeys(chosen, True)
    for number in chosen:
        before = [each for each in range(number - BEFORE, number) if each in book.body]
        likest = max(book.body, key=lambda each: links.get((min(each, number), max(each, number)), 0.0))
        for each in sorted({*before, likest} - {number}, key=lambda each: (each not in before, number - each))[:room]:
            numbers.setdefault(each, False)
    statements = [_sentence(book, each, answer) for each, answer in sorted(numbers.items())][:MOST]
    if len({statement.source for statement in statements}) < SPEAKERS:
        return []
    return [Draft("what is denied", "denial", statements, float(len(chosen)), len(found) - len(chosen))]


def _sentence(book: Book, number: int, answer: bool) -> Statement:
    span: Span = book.article.sentences[number]
    return Statement(span, "the answer" if answer else "said", book.speaker(span))

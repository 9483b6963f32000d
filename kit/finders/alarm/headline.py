"""The headline held against its report: a number that the report does not have, a "not" that it does not bear out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kit.finders.alarm.counts import sums, thing_of
from kit.finders.alarm.rule import Candidate, Rule
from kit.finding import Verdict
from kit.language import Entry, load
from kit.language.agreement import agree, rounded
from kit.language.numbers import numbers
from kit.language.quantities import Quantity
from kit.language.thesaurus import content
from kit.reading import ArticleIndex, IndexedSentence

MIN_COUNTED = 5  # fewer people or things a report may name without counting them
# Words that a headline shares with a sentence that counts the same, besides the thing.
MIN_ACT, MIN_AGENT_AND_ACT = 1, 2
LEAD = 5  # sentences at the top of the report that say what the headline says
DENIALS = ("not", "n't", "never", "cannot")
MAX_FIRST_LINE = 20  # words of a headline that ends with a full stop
BEFORE = 5  # words before what a headline denies in which the report has a "not" of its own
MIN_SHARED = 2  # words of content that a sentence shares with what a headline denies
MAX_TRIED = 24  # numbers of the report, from its top, that are tried by twos
MIN_BODY = 2  # sentences that a report has at least


def entries() -> tuple[Entry, ...]:
    """The tables of `headlines.toml`, checked."""
    return load("headlines", ("kind", "words"))


@cache
def listed(kind: str) -> frozenset[str]:
    return frozenset(word for entry in entries() if entry.data["kind"] == kind for word in entry.data["words"])


def find_headline(index: ArticleIndex) -> Iterator[Candidate]:
    """What the headline says and the report does not."""
    titles = [sentence for sentence in index.sentences if sentence.in_title]
    body = [sentence for sentence in index.sentences if not sentence.in_title and sentence.content]
    if len(body) < MIN_BODY:
        return
    for title in titles or _alone(index, body):
        yield from _denied(index, title, body if titles else body[1:])
    for title in titles:
        yield from _numbers(index, title, body)


def _alone(index: ArticleIndex, body: list[IndexedSentence]) -> list[IndexedSentence]:
    """A first sentence that is a short paragraph by itself, in a text whose headline can't be told from it."""
    first, paragraph = body[0], index.article.paragraphs[0]
    alone = paragraph.start <= first.span.start and first.span.end <= paragraph.end < body[1].span.start
    return [first] if alone and first.end - first.first <= MAX_FIRST_LINE else []


def candidate(
    index: ArticleIndex, title: IndexedSentence, other: IndexedSentence, row: int, verdict: Verdict, rule: str
) -> Candidate:
    """A headline and a sentence of its report, and the row of the word in the headline that the report lacks."""
    return Candidate((title.span, other.span), ((index.span(row, row + 1),), ()), "headline", verdict, rule)


# ---- numbers --------------------------------------------------------------------------------------------------------


def _numbers(index: ArticleIndex, title: IndexedSentence, body: list[IndexedSentence]) -> Iterator[Candidate]:
    """ "Eleven rescued", where the report counts nobody, or fifteen."""
    in_body = [quantity for sentence in body for quantity in sentence.numbers.values()]
    for quantity in title.numbers.values():
        if not _is_claim(index, title, quantity) or _borne_out(index, title, quantity, in_body):
            continue
        told, conflicts = _told_in(index, title, quantity, in_body)
        other = index.sentences[told.sentence] if told else closest(title.content, body)
        words = (quantity.number,), (told.number,) if told else ()
        verdict: Verdict = "conflict" if conflicts else "unsupported"
        yield Candidate((title.span, other.span), words, "headline", verdict, "headline-number")


def _told_in(
    index: ArticleIndex, title: IndexedSentence, quantity: Quantity, body: list[Quantity]
) -> tuple[Quantity | None, bool]:
    """Another figure of the report for the same thing, and whether it is a conflict: that takes the same act, and the
    same agent if there is one."""
    act = index.keys_of(title) - {content(quantity.noun or ".")}
    begins = not any(index.key(row) for row in range(title.first, quantity.first))
    needed = MIN_ACT if begins else MIN_AGENT_AND_ACT
    same = [q for q in body if q.noun and thing_of(q) == thing_of(quantity) and q.sort == quantity.sort]
    fits = [q for q in same if len(act & index.keys_of(index.sentences[q.sentence])) >= needed]
    return next(iter(fits or same), None), bool(fits)


def _is_claim(index: ArticleIndex, title: IndexedSentence, quantity: Quantity) -> bool:
    """Is this a number that a report has to bear out, and not "31 Voters Tell Their Stories" or "the 5 Ways"?"""
    if quantity.sort in ("percent", "money"):
        return True
    before = index.words.lower[title.first : quantity.first]
    known = before[-1:] in (["the"], ["these"]) or before[-2:] == ["one", "in"]
    listing = quantity.noun in listed("listing") or (quantity.first == title.first and not quantity.in_words)
    return quantity.sort == "count" and quantity.low >= MIN_COUNTED and quantity.noun != "" and not (known or listing)


def _borne_out(index: ArticleIndex, title: IndexedSentence, quantity: Quantity, body: list[Quantity]) -> bool:
    """Does the report have this number, in whatever unit, or numbers that it is made of?"""
    if any(agree(q, quantity) and q.sort == quantity.sort for q in body):
        return True
    values = (value for n in numbers(index.article) if n.first >= title.end for value in (n.low, n.high))
    if any(rounded(value, quantity.low) for value in values):
        return True
    sorts = {quantity.sort, "bare"} | ({"count", "money", "measure"} if quantity.sort == "percent" else set())
    tried = [q.low for q in body if q.sort in sorts][:MAX_TRIED]
    made = {abs(a - b) for a in tried for b in tried}
    if quantity.sort == "percent":
        made |= {value for a in tried for b in tried if b for value in (100 * a / b, 100 * abs(a - b) / b)}
    if any(rounded(value, quantity.low) for value in made):
        return True
    return quantity.low in sums(tried)


def closest(words: frozenset[str], body: list[IndexedSentence]) -> IndexedSentence:
    """The sentence that has most of these words; the first of them."""
    return max(body, key=lambda sentence: (len(sentence.content & words), -sentence.number))


# ---- what is denied -------------------------------------------------------------------------------------------------


def _denied(index: ArticleIndex, title: IndexedSentence, body: list[IndexedSentence]) -> Iterator[Candidate]:
    """ "Mayor will not close lock", where the report says that she will, and nowhere that she won't."""
    low = index.words.lower
    row = next((r for r in range(title.first, title.end) if low[r] in DENIALS), None)
    if row is None or _no_denial(index, title, row):
        return
    scope = _scope(index, row, title.end)
    near = [sentence for sentence in body if len(index.keys_of(sentence) & scope) >= MIN_SHARED]
    if any(_doubts(index, sentence, scope) for sentence in near):
        return
    verb = next((index.key(r) for r in range(row + 1, title.end) if index.key(r)), "")
    shared = ((sentence, index.keys_of(sentence) & scope) for sentence in near)
    near = [sentence for sentence, keys in shared if verb in keys or len(keys) > MIN_SHARED]
    if not near:
        return
    other = closest(title.content, near)
    if len(index.keys_of(other) & index.keys_of(title)) > MIN_SHARED or other.number - body[0].number < LEAD:
        yield candidate(index, title, other, row, "conflict", "headline-not")


def _no_denial(index: ArticleIndex, title: IndexedSentence, row: int) -> bool:
    """ "Don’t trust the lock" and "Varga: …" are somebody's words, "not just a lock" denies nothing, and "to never
    sell" is a promise."""
    low = index.words.lower
    before, no_subject = low[title.first : row], not any(index.key(r) for r in range(title.first, row))
    asked = no_subject or ":" in before or "to" in (*before[-1:], low[row + 1])
    return asked or low[row + 1] in listed("no denial")


def _scope(index: ArticleIndex, row: int, end: int) -> frozenset[str]:
    """The words of content that a "not" reaches: up to a colon or the like."""
    found: set[str] = set()
    for at in range(row + 1, end):
        if index.words.lower[at] in (":", ";", "—", "–") and found:
            break
        found.add(index.key(at))
    return frozenset(found - {""})


def _doubts(index: ArticleIndex, sentence: IndexedSentence, scope: frozenset[str]) -> bool:
    """Does the sentence say no to one of these words: "she refused to close it"?"""
    low, key = index.words.lower, index.key
    for row in range(sentence.first, sentence.end):
        if key(row) in scope and not listed("doubt").isdisjoint(low[max(sentence.first, row - BEFORE) : row + 1]):
            return True
    return False


HASTE = "Headlines are short and written in a hurry, often by somebody other than the reporter."
REPORT = (
    " The work began in spring. It went well. Nobody was hurt. The crew sang. The town had waited for nine years, and "
    "the bakery gave away its bread."
)
RULES = (
    Rule(
        "headline-number",
        find_headline,
        "The headline has a number that the report doesn’t back up.",
        HASTE,
        (f"*Eleven* rescued as gale wrecks marina\n\nFour boats sank in the marina on Monday.{REPORT}",
         f"*Eleven* boats sink in gale\n\n*Seven* boats sank in the marina on Monday.{REPORT}"),
        (f"Half of all lamps broken\n\nThe town counted its lamps: 50 percent of them are broken.{REPORT}",
         f"Seven things to know about the lock\n\nThe old lock opened on Monday after nine years.{REPORT}"),
    ),
    Rule(
        "headline-not",
        find_headline,
        "The headline denies what the report says, and nothing in the report denies it.",
        HASTE,
        (f"Mayor will *not* close old lock\n\nThe mayor will close the old lock, she said on Monday.{REPORT}",),
        (f"Mayor will not close old lock\n\nThe mayor refused to close the old lock, she said on Monday.{REPORT}",),
    ),
)  # fmt: skip

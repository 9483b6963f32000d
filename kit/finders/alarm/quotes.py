"""One and the same quotation, given to two speakers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.sources.source_lists import source_lists
from kit.language.grammar import PRONOUNS
from kit.language.repeats import by_run
from kit.reading import ArticleIndex
from kit.text import Quotation, Span

WORD = re.compile(r"[\w’'-]+")
MIN_WORDS = 4  # of a quotation that can be told from a phrase that anybody may use
MIN_SURE = 0.75  # confidence that these are the words of that speaker: an alarm has to be sure
MIN_PIECE = 7  # words of a piece of a longer quotation that nobody else is likely to use
MAX_BEFORE = 12  # quotations with the same words that are compared with a later one
SPEECH = ("said", "colon", "speaker", "phrase", "trailing", "between", "mixed", "clause", "that")
NAME = r"((?:[A-Z][\w.'’-]* ){0,3}[A-Z][\w’'-]*\w)"
LINE = r"(?:line|words|phrase|quote|quotation|remark|comment|slogan|joke|answer|reply|verdict|warning|promise|motto)"
ABOUT = re.compile(rf"(?:^|[,;:] )(?:the|that|this|those|these|its) (?:[a-z-]+ )?{LINE}[\s,:—–-]*$", re.IGNORECASE)
ORIGIN = re.compile(
    rf"[\s,—–-]*(?:[a-z]+ )?(?:came|comes|come|stems|originated|belongs?|goes back|was|were|is|are)(?: [a-z]+){{0,3}}? "
    rf"(?:from|by|to|of|with) {NAME}"
)
# Who said it outright, in front of a quotation: "Ortiz's line — “...”", "It was Ortiz who said".
LEADS = (
    re.compile(rf"{NAME}['’]s? (?:[a-z-]+ )?{LINE}\b[^.“\"]{{0,12}}$"),
    re.compile(rf"\b[Ii]t was {NAME},? who (?:had )?\w+[^.“\"]{{0,20}}$"),
)


class QuotedWords(NamedTuple):
    """A quotation and the span of the source who is said to have said it; `outright`: in so many words."""

    span: Span
    words: tuple[str, ...]
    who: Span
    outright: bool


def find_who_said(index: ArticleIndex) -> Iterator[Candidate]:
    """Every quotation that the text gives to two people."""
    said = list(_quotations(index))
    runs = by_run((words for _, words in said), MIN_WORDS).values()
    repeated = {number for numbers in runs if len(numbers) > 1 for number in numbers}
    quoted = list(_quoted_in(index, [said[number] for number in sorted(repeated)]))
    before: dict[int, set[int]] = {}
    for numbers in by_run((quote.words for quote in quoted), MIN_WORDS).values():
        for at, number in enumerate(numbers[1:], 1):
            before.setdefault(number, set()).update(numbers[max(0, at - MAX_BEFORE) : at])
    for number in sorted(before):
        quote = quoted[number]
        for other in (quoted[each] for each in sorted(before[number])):
            passages = _passage(index, other), _passage(index, quote)
            if _same_words(other, quote) and _two_people(index, other, quote) and passages[0] != passages[1]:
                yield Candidate(passages, ((other.who,), (quote.who,)), "who_said", "conflict", "who-said")
                break


def _quotations(index: ArticleIndex) -> Iterator[tuple[Quotation, tuple[str, ...]]]:
    """All quotations below the headline, which shortens and may quote anybody, with their words."""
    for quotation in index.article.quotations:
        if not quotation.depth and max(0, index.sentence_at(quotation.span.start)) in index.body:
            words = WORD.findall(index.article[quotation.inner])
            yield quotation, tuple(word.lower().replace("’", "'") for word in words)


def _quoted_in(index: ArticleIndex, said: list[tuple[Quotation, tuple[str, ...]]]) -> Iterator[QuotedWords]:
    """Those quotations whose speaker the text names."""
    article = index.article
    for quotation, words in said:
        opening = article.sentences[max(0, index.sentence_at(quotation.span.start))].start
        lead = article.text[opening : quotation.span.start]
        who = _outright(article.text, lead, opening, quotation.span.end)
        if who:
            yield QuotedWords(quotation.span, words, who, True)
            continue
        found = None if ABOUT.search(lead) else index.who_says(quotation.inner)
        spoken = found is not None and found.source and found.rule.startswith(SPEECH) and found.confidence >= MIN_SURE
        if found and spoken and any(_covers(content, quotation.span) for content in found.content):
            yield QuotedWords(quotation.span, words, found.source[0], False)


def _outright(text: str, lead: str, start: int, end: int) -> Span | None:
    """Where the name stands if the text says outright whose words these are, in front of them or behind their end."""
    for pattern in LEADS:
        match = pattern.search(lead)
        if match:
            return Span(start + match.start(1), start + match.end(1))
    match = ORIGIN.match(text, end) if ABOUT.search(lead) else None
    return Span(*match.span(1)) if match else None


def _covers(content: Span, quotation: Span) -> bool:
    return content.start <= quotation.start + 1 and quotation.end - 1 <= content.end


def _same_words(one: QuotedWords, other: QuotedWords) -> bool:
    """Is the shorter quotation the longer one, or a good piece of it, word for word?

    Two people may well share a turn of phrase; where the text says outright whose line it is, a few words will do.
    """
    short, long = sorted((one.words, other.words), key=len)
    outright = one.outright or other.outright
    if not outright and (len(short) == MIN_WORDS or (len(short) < MIN_PIECE and 2 * len(short) < len(long))):
        return False
    if outright and len(short) < MIN_PIECE:
        return long[: len(short)] == short
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _two_people(index: ArticleIndex, one: QuotedWords, other: QuotedWords) -> bool:
    """Are the two speakers, each named or traced back to a name, two persons?"""
    says = [index.article[quote.who] for quote in (one, other)]
    low = [who.lower() for who in says]
    short = min(len(one.words), len(other.words)) < MIN_PIECE
    if low[0] == low[1] or (short and any(who in PRONOUNS for who in low)):
        return False
    if any(who not in PRONOUNS and who.startswith(("the ", "a ", "an ")) for who in low):
        return False  # "the Democratic candidate" may be anybody
    a, b = (_person(index, quote.who) for quote in (one, other))
    return a is not None and b is not None and not a & b


def _person(index: ArticleIndex, who: Span) -> frozenset[str] | None:
    """The words of a speaker's name; None for somebody without a name, or a body."""
    first, end = (bisect(index.mentions, at, key=lambda s: s.span.start) for bisect, at in
                  ((bisect_left, who.start), (bisect_right, who.end)))  # fmt: skip
    people = [source for source in index.mentions if source.level == "named_person" and source.name]
    here = index.mentions[first:end]
    named = next((source for source in here if source.level == "named_person" and source.name), None)
    if here and not named:
        return None  # "bakers in Port Ellery": capitals, and nobody's name
    lists = source_lists()
    words = _name_words(named.name if named else index.article[who])
    if not words or (not named and (words[-1] in lists.bodies or words[-1] in lists.nationalities)):
        return None
    known = any(words[-1] in _name_words(source.name) for source in people)
    return frozenset(map(str.lower, words)) if named or known or len(words) > 1 else None


def _name_words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s’']+", name) if word[:1].isupper() and word.lower() not in PRONOUNS]


def _passage(index: ArticleIndex, quote: QuotedWords) -> Span:
    """The sentence that holds the quotation, with the one that names its speaker if that is another."""
    sentence = index.article.sentences[max(0, index.sentence_at(quote.span.start))]
    spans = (sentence, quote.span, quote.who)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


RULES = (
    Rule(
        "who-said",
        find_who_said,
        "The same words are credited to two people.",
        "One may have quoted the other.",
        ("“Nobody ever bought a novel through a windscreen,” *Greta Hume* said. People laughed. “Nobody ever bought a "
         "novel through a windscreen,” said *Otto Lindt*.",
         "“We will not sell the lock to anybody,” *Greta Hume* said. People laughed. *Otto Lindt*’s line — “We will "
         "not sell the lock to anybody” — was on every wall."),
        ("“At the end of the day, we need that lock,” Greta Hume said. “It is dear at the end of the day,” Otto Lindt "
         "said.",
         "“We will not sell the lock to anybody,” Greta Hume said. It was Hume who said, “We will not sell the lock to "
         "anybody.”",
         "“We will not sell the lock to anybody,” Greta Hume said. People laughed. Readers in Port Ellery will recall: "
         "“We will not sell the lock to anybody.”"),
    ),
)  # fmt: skip

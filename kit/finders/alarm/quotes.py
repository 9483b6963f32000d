"""One and the same quotation, given to two speakers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from kit.finders.alarm.clash import Clash
from kit.finders.alarm.statements import Index
from kit.finders.sources.source_lists import source_lists
from kit.finding import Attribution, Source
from kit.language.grammar import PRONOUNS
from kit.text import Article, Quotation, Span

WORD = re.compile(r"[\w’'-]+")
LEAST = 4  # words of a quotation that can be told from a phrase that anybody may use
PIECE = 6  # words of a piece of a longer quotation that nobody else is likely to use
BEHIND = 80  # characters before and behind a quotation in which its speaker may be named
MOST = 12  # quotations that share four words with this one
SPEECH = ("said", "colon", "speaker", "phrase", "trailing", "between", "mixed", "clause", "that")
NAME = r"((?:[A-Z][\w.'’-]* ){0,3}[A-Z][\w’'-]*\w)"
LINE = r"(?:line|words|phrase|quote|quotation|remark|comment|slogan|joke|answer|reply|verdict|warning|promise|motto)"
ABOUT = re.compile(rf"(?:^|[,;:] )(?:the|that|this|those|these|its) (?:[a-z-]+ )?{LINE}[\s,:—–-]*$", re.IGNORECASE)
ORIGIN = re.compile(
    rf"[\s,—–-]*(?:[a-z]+ )?(?:came|comes|come|stems|originated|belongs?|goes back|was|were|is|are)(?: [a-z]+){{0,3}}? "
    rf"(?:from|by|to|of|with) {NAME}"
)
# Who said it outright, in front of a quotation and behind it: "Ortiz's line — “...”", "“...” were the words of Ortiz".
LEADS = [
    re.compile(pattern)
    for pattern in (
        rf"{NAME}['’]s? (?:[a-z-]+ )?{LINE}\b[^.“\"]{{0,12}}$",
        rf"\b[Ii]t was {NAME},? who (?:had )?\w+[^.“\"]{{0,20}}$",
        rf"{NAME} (?:was|is) the one who (?:had )?\w+[^.“\"]{{0,20}}$",
        rf"\b(?:[Aa]s|[Tt]o quote|[Ii]n the words of) {NAME}(?: (?:put|has put) it| said| wrote)?[,:]? ?$",
        rf"{NAME}['’]s? (?:now-famous |famous |own )?$",
        rf"{NAME} (?:was|is) (?:quoted|remembered|known|famous) (?:for (?:saying|the {LINE})|as saying)[,: ]*$",
        rf"{NAME} (?:used|spoke|coined|chose|uttered) the {LINE}[,: ]*$",
        rf"{NAME} put it (?:this way|like this|so|thus)[,:]? ?$",
        rf"\b{LINE} (?:of|by|from) {NAME}[,:—– -]*$",
    )
]
TRAILS = [
    re.compile(pattern)
    for pattern in (
        rf"[\s,—–-]*(?:(?:was|were|is|are|as|—|–) )?(?:what|how) {NAME} (?:said|put it|wrote|told)",
        rf"[\s,—–-]*(?:(?:was|were|is|are|those were|these were) )?the {LINE} (?:of|by|from) {NAME}",
        rf"[\s,—–-]*(?:was|were|is|are|those were) {NAME}['’]s? (?:own )?{LINE}\b",
        rf"[\s,—–-]*(?:came|comes|is a {LINE}|is|was|were)? ?(?:from|by|said by|attributed to|credited to) {NAME}",
    )
]


class Quoted(NamedTuple):
    """A quotation and who is said to have said it: `who` is the span of the source."""

    span: Span
    words: tuple[str, ...]
    who: Span
    found: Attribution | None


def find_who_said(index: Index) -> Iterator[Clash]:
    """Every quotation that the text gives to two people."""
    quoted = list(quoted_in(index))
    grams: dict[tuple[str, ...], list[int]] = {}
    people: list[Source] | None = None
    for number, quote in enumerate(quoted):
        before: dict[int, None] = {}
        for at in range(len(quote.words) - LEAST + 1):
            places = grams.setdefault(quote.words[at : at + LEAST], [])
            before.update(dict.fromkeys(places[-MOST:]))
            if not places or places[-1] != number:
                places.append(number)
        for other in before:
            if other == number or not _same_words(quoted[other], quote):
                continue
            people = people if people is not None else list(index.whole.sources)
            if _two_people(index.article, people, quoted[other], quote):
                first, second = (passage_of(index, q) for q in (quoted[other], quote))
                if first != second:
                    names = (quoted[other].who,), (quote.who,)
                    yield Clash(first, second, *names, "who_said", "conflict", "who-said", "who_said")
                    break


def quoted_in(index: Index) -> Iterator[Quoted]:
    """All quotations whose speaker the text names."""
    article = index.article
    starts = [s.span.start for s in index.statements]
    for quotation in article.quotations:
        if quotation.depth:
            continue
        words = tuple(w.lower().replace("’", "'") for w in WORD.findall(article[quotation.inner]))
        if len(words) < LEAST or not starts or _slogan(article[quotation.inner]):
            continue
        sentence = index.statements[max(0, bisect_right(starts, quotation.span.start) - 1)]
        if sentence.title:  # a headline shortens, and its speaker may be anybody in it
            continue
        opening = max(sentence.span.start, quotation.span.start - BEHIND)
        lead = article.text[opening : quotation.span.start]
        who = _outright(lead, opening, article.text[quotation.span.end : quotation.span.end + BEHIND], quotation)
        if who:
            yield Quoted(quotation.span, words, who, None)
            continue
        if ABOUT.search(lead):
            continue
        found = index.sources.at(quotation.inner)
        spoken = found is not None and found.rule.startswith(SPEECH)
        if found and found.source and spoken and any(_covers(s, quotation.span) for s in found.content):
            yield Quoted(quotation.span, words, found.source[0], found)


def _outright(lead: str, start: int, trail: str, quotation: Quotation) -> Span | None:
    """Where the name stands if the text says outright whose words these are."""
    for pattern in LEADS:
        match = pattern.search(lead)
        if match:
            return Span(start + match.start(1), start + match.end(1))
    for pattern in (ORIGIN, *TRAILS) if ABOUT.search(lead) else TRAILS:
        match = pattern.match(trail)
        if match:
            return Span(quotation.span.end + match.start(1), quotation.span.end + match.end(1))
    return None


def _slogan(words: str) -> bool:
    """ "Make America Great Again": everybody may quote a slogan or a title."""
    parts = words.split()
    return sum(part[0].isupper() for part in parts) > len(parts) / 2


def _covers(content: Span, quotation: Span) -> bool:
    return content.start <= quotation.start + 1 and quotation.end - 1 <= content.end


def _same_words(one: Quoted, other: Quoted) -> bool:
    """Is the shorter quotation the longer one, or a good piece of it, word for word?

    Two people may well share a turn of phrase; where the text says outright whose line it is, a few words will do.
    """
    short, long = sorted((one.words, other.words), key=len)
    outright = one.found is None or other.found is None
    if not outright and (len(short) == LEAST or (len(short) < PIECE and 2 * len(short) < len(long))):
        return False
    if outright and len(short) < PIECE:
        return long[: len(short)] == short
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _two_people(article: Article, people: list[Source], one: Quoted, other: Quoted) -> bool:
    """Are the two speakers, each named or traced back to a name, two persons?"""
    low = [article[q.who].lower() for q in (one, other)]
    if low[0] == low[1] or (min(len(one.words), len(other.words)) < PIECE and any(w in PRONOUNS for w in low)):
        return False
    if any(not _named(words) for words in (article[one.who], article[other.who])):
        return False
    a, b = (_person(article, people, q.who) for q in (one, other))
    if a is None or b is None:
        return False
    return not (a & b)


def _person(article: Article, people: list[Source], who: Span) -> frozenset[str] | None:
    """The words of a speaker's name; None for somebody without a name, or a body."""
    starts = [s.span.start for s in people]
    near = people[bisect_left(starts, who.start) : bisect_right(starts, who.end)]
    named = next((s for s in near if s.level == "named_person" and s.name), None)
    lists = source_lists()
    words = _words(named.name if named else article[who])
    if not words or (not named and (words[-1] in lists.bodies or words[-1] in lists.nationalities)):
        return None
    known = any(s.level == "named_person" and words[-1] in _words(s.name) for s in people)
    return frozenset(map(str.lower, words)) if named or known or len(words) > 1 else None


def _named(who: str) -> bool:
    """A name or a pronoun; "the Democratic candidate" may be anybody."""
    return who.lower() in PRONOUNS or not who.lower().startswith(("the ", "a ", "an "))


def _words(name: str) -> list[str]:
    return [w for w in re.split(r"[\s’']+", name) if w[:1].isupper() and w.lower() not in PRONOUNS]


def passage_of(index: Index, quote: Quoted) -> Span:
    """The sentence that holds the quotation, with the one that names its speaker if that is another."""
    starts = [s.span.start for s in index.statements]
    sentence = index.statements[max(0, bisect_right(starts, quote.span.start) - 1)].span
    start, end = min(sentence.start, quote.span.start), max(sentence.end, quote.span.end)
    return Span(min(start, quote.who.start), max(end, quote.who.end))

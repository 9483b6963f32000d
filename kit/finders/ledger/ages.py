"""Ages and years of a life: "aged 38", "who turned forty", "at nineteen", "born in 1971", "for 19 years"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from kit.finders.ledger.statements import statement_at
from kit.finding import Source, Statement
from kit.reading import ArticleIndex
from kit.text import Span

UNIT = "one|two|three|four|five|six|seven|eight|nine"
TEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a hundred"
ROUND = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER = rf"(?:(?:1[01]\d|\d\d?)\b(?![.,]\d)|(?:{ROUND})(?:[- ](?:{UNIT}))?|{UNIT}|{TEN})"
TENS = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\d0s)"
AGE = re.compile(
    rf"""\b(?:
      (?:aged|at\ the\ age\ of|age\ of|age)\ {NUMBER}
    | {NUMBER}[- ]years?[- ]olds?
    | turn(?:s|ed|ing)?\ {NUMBER}
    | in\ (?:his|her|their)\ (?:early\ |mid-?\ ?|late\ )?{TENS}
    | (?:{NUMBER}(?:st|nd|rd|th)|\w+ieth|\w+th)\ birthday
    | born\ (?:in|on)\ [\w ,]*?\d{{4}}
    | at\ {NUMBER}(?=[,.;)]|\ and\b|\ but\b)(?!\ (?:am|pm|per))
    | (?:is|was|am|be)\ (?:now\ |only\ |still\ )?{NUMBER}(?=[,.;)]|\ when|\ years\ old|\ at\ the\ time)
    | (?:for|after|in\ (?:all\ )?(?:those|his|her))\ (?:more\ than\ |almost\ |nearly\ |about\ )?{NUMBER}\ years
    | {NUMBER}\ years\ (?:ago|later|earlier|before|younger|older|his\ senior|her\ senior|his\ junior|her\ junior)
    | since\ (?:1[89]|20)\d\d
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


def ages(index: ArticleIndex, people: set[int]) -> dict[int, list[Statement]]:
    """What the text says of ages and years, by the number of the person whom it is nearest to.

    `people` holds the ids of the mentions that count.
    """
    mentions = [m for m in index.mentions if id(m) in people]
    starts = [m.span.start for m in mentions]
    found: dict[int, list[Statement]] = defaultdict(list)
    for number in index.body:
        sentence = index.article.sentences[number]
        for match in AGE.finditer(index.article.text, *sentence):
            owner = owner_of(index, mentions, starts, match.start(), number)
            if owner is not None:
                span = Span(*match.span())
                found[owner.entity].append(statement_at(index, span, match.group()))
    return found


def owner_of(index: ArticleIndex, mentions: list[Source], starts: list[int], place: int, number: int) -> Source | None:
    """The person whom the words at a place are about: the nearest before in the sentence or the two before."""
    at = bisect_right(starts, place) - 1
    if at >= 0 and index.sentence_at(mentions[at].span.start) >= number - 2:
        return mentions[at]
    if at + 1 < len(mentions) and index.sentence_at(mentions[at + 1].span.start) == number:
        return mentions[at + 1]
    return None

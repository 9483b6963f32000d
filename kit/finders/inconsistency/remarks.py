"""A remark that is quoted from one person and told of another: "“We built on a bog,” the engineer told the inquiry",
and "the sentence about the bog, from the lips of the surveyor"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.persons import people_of
from kit.finders.inconsistency.quotes import NAME, Quoted, passage_of, quoted_in
from kit.finders.inconsistency.statements import Index, Statement
from kit.finders.inconsistency.thesaurus import content
from kit.text import Span

REMARK = r"(?:line|words|remark|sentence|joke|quip|vow|promise|phrase|comment|jibe|gibe|crack|pledge|warning|saying)"
ABOUT = r"(?:about|to|that|on|of)\b"
WORD = re.compile(r"[A-Za-z][a-z’'-]+")
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<who>{NAME}), whose (?:[a-z]+ )?{REMARK} {ABOUT}(?P<what>[^.;“”]*)",
        rf"(?P<who>{NAME})[’']s (?:[a-z]+ )?{REMARK} {ABOUT}(?P<what>[^.;“”]*)",
        rf"[Tt]he (?:[a-z]+ )?{REMARK} {ABOUT}(?P<what>[^.;“”]*?),? (?:from the lips of|spoken by|made by|"
        rf"which came from|came from|was)(?: the| a)?(?: [a-z]+)* (?P<who>{NAME})",
    )
)
SHORTEST = 3  # letters of a word by which a remark is known again


def find_remarks(index: Index) -> Iterator[Clash]:
    """Every remark of one person that further on is another one's; in short texts, where there is one such remark."""
    quotes = list(quoted_in(index)) if index.brief else []
    for statement in index.statements if quotes else ():
        for form in FORMS:
            match = None if statement.title else form.search(index.article.text, *statement.span)
            clash = _clash(index, statement, match, quotes) if match else None
            if clash:
                yield clash
                break


def _clash(index: Index, statement: Statement, match: re.Match[str], quotes: list[Quoted]) -> Clash | None:
    """The one quotation that this remark is known by, if somebody else has said it."""
    what = _keys(match["what"])
    alike = [quote for quote in quotes if quote.span.start < match.start() and what & _keys(index.article[quote.span])]
    people = people_of(index.article)
    names = [words.split()[-1].lower() for words in (match["who"], *(index.article[quote.who] for quote in alike))]
    if len(alike) != 1 or len(set(names)) < 2 or not all(name in people for name in names):
        return None
    first = passage_of(index, alike[0])
    if first.end > statement.span.start:
        return None
    who = (alike[0].who,), (Span(*match.span("who")),)
    return Clash(first, statement.span, *who, "who_said", "tension", "remark", "who_said")


def _keys(words: str) -> frozenset[str]:
    return frozenset(content(word.lower()) for word in WORD.findall(words) if len(word) >= SHORTEST) - {""}

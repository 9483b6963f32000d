"""How the gold texts and tables of sources write down what the finder must give: in the text itself.

    [A nurse at the Dunmere clinic|nurse described heard; affiliation the Dunmere clinic; post nurse] said so.

Behind the words of a mention stand a label (mentions with one label are one person or body; ? leaves that open), the
level (person, organisation, described, vague, hidden, other) and flags: `heard`; `anon` if the text states that the
source is not named; `guess` or `sure` where the row asks for that. A hidden place needs no label: [reportedly|hidden].
Exact places are asked of those who are heard and of hidden ones; of others the words must share some.

Then come the things told, each with its words, which begin nowhere before the mention. {because she feared for her
job} is the reason for anonymity in the text; `reason` asks for it, and `anon none` for no reason. ¶ is an empty line.
`wrong` and a sentence, last, mark what the finder is known to get wrong: a strict xfail, so that a mend shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from kit import read
from kit.finding import Source
from kit.reading import ArticleIndex
from kit.text import Span

LEVELS = {"person": "named_person", "organisation": "named_organisation"}
PLAIN = ("described", "vague", "hidden", "other")
FLAGS = {"heard", "anon", "none", "guess", "sure"}
TOLD = ("affiliation", "post", "basis", "reason", "corroboration")


@dataclass
class Expected:
    """One mention as a reader of the text wants it."""

    span: Span
    label: str = "?"
    level: str = ""
    flags: set[str] = field(default_factory=set)
    told: list[tuple[str, Span | None]] = field(default_factory=list)
    grounds: Span | None = None
    wrong: str = ""


def unmark(marked: str) -> tuple[str, list[Expected]]:
    """The plain text and the mentions that are marked in it, in its order."""
    text = ""
    starts: list[int] = []
    reasons: list[Span] = []
    notes: list[tuple[Span, str]] = []
    marked = marked.replace("¶", "\n\n")
    at = 0
    while at < len(marked):
        sign = marked[at]
        if sign in "[{":
            starts.append(len(text))
        elif sign == "|":
            end = marked.index("]", at)
            notes.append((Span(starts.pop(), len(text)), marked[at + 1 : end]))
            at = end
        elif sign == "}":
            reasons.append(Span(starts.pop(), len(text)))
        else:
            text += sign
        at += 1
    if starts:
        raise ValueError(f"a bracket is not closed: {marked}")
    if len(reasons) > 1:
        raise ValueError("one reason a text is enough")
    reason = reasons[0] if reasons else None
    return text, sorted((_expected(text, span, note, reason) for span, note in notes), key=lambda e: e.span)


def _expected(text: str, span: Span, note: str, reason: Span | None) -> Expected:
    note, _, wrong = note.partition("; wrong ")
    first, *things = [part.strip() for part in note.split(";")]
    words = first.split()
    level = next(word for word in words if word in LEVELS or word in PLAIN)
    label = words[0] if words[0] != level else "hidden"
    flags = set(words) - {label, level}
    if flags - FLAGS:
        raise ValueError(f"not known: {flags - FLAGS}")
    one = Expected(span, label, LEVELS.get(level, level), flags, wrong=wrong)
    if "anon" in flags and "none" not in flags:
        one.grounds = reason
    for thing in things:
        what, _, said = thing.partition(" ")
        place = one.grounds
        if what not in TOLD:
            raise ValueError(f"not one of the five things: {thing}")
        if said:
            at = text.find(said, 0 if what == "corroboration" else span.start)
            if at < 0:
                raise ValueError(f"not in the text: {said}")
            place = Span(at, at + len(said))
        one.told.append((what, place))
    return one


def line_of(text: str, one: Expected) -> str:
    """What is wanted of one mention, in a line that a person can read."""
    told = [f"{what} “{text[span[0] : span[1]]}”" if span else what for what, span in one.told]
    return _line(text, one.span, one.level, "heard" in one.flags, "anon" in one.flags, one.grounds, told)


def line_found(text: str, found: Source) -> str:
    told = [f"{t.what} “{text[t.span.start : t.span.end]}”" for t in found.disclosures]
    heard = found.is_source and found.level != "hidden"
    return _line(text, found.span, found.level, heard, found.anonymity_stated, found.anonymity_reason, told)


def _line(
    text: str, span: Span, level: str, heard: bool, anonymous: bool, grounds: Span | None, told: list[str]
) -> str:
    parts = [f"{span[0]} {text[span[0] : span[1]]}", level] + ["heard"] * heard + ["anonymous"] * anonymous
    if grounds:
        parts.append(f"grounds “{text[grounds[0] : grounds[1]]}”")
    return " | ".join(parts + told)


def match(expected: Expected, found: tuple[Source, ...]) -> Source | None:
    """The mention that was found at the place of an expected one: the one that shares most of its words."""
    near = [f for f in found if min(f.span.end, expected.span.end) > max(f.span.start, expected.span.start)]
    return max(near, key=lambda f: _nearness(expected, f), default=None)


def _nearness(expected: Expected, found: Source) -> tuple[int, bool]:
    apart = abs(found.span.start - expected.span.start) + abs(found.span.end - expected.span.end)
    return -apart, found.is_source


def compare(text: str, one: Expected, found: tuple[Source, ...]) -> Source:
    """Is this mention found, with all that is wanted of it?"""
    got = match(one, found)
    if "heard" not in one.flags and one.level != "hidden" and got is not None:
        one = replace(one, span=got.span)
    here = f"\n{text}\nwanted: {line_of(text, one)}\nfound:  {line_found(text, got) if got else 'nothing'}"
    assert got is not None, here
    assert line_found(text, got) == line_of(text, one), here
    if one.flags & {"guess", "sure"}:
        assert got.guess == ("guess" in one.flags), here
    return got


def check(marked: str) -> None:
    """Compare every marked mention of a text, who is the same as whom, and that nobody else is heard or hidden."""
    text, expected = unmark(marked)
    found = ArticleIndex(read(text)).mentions
    numbers: dict[str, int] = {}
    for one in expected:
        got = compare(text, one, found)
        if one.label not in ("?", "hidden"):
            assert numbers.setdefault(one.label, got.entity) == got.entity, f"{text}\n{one.label}: {got.name}"
    assert len(set(numbers.values())) == len(numbers), f"{text}\ntwo of these were taken for one: {numbers}"
    nobody_else(text, expected, found)


def nobody_else(text: str, expected: list[Expected], found: tuple[Source, ...]) -> None:
    """Everybody who is heard, and every hidden place, is one that was marked."""
    marked = {one.span for one in expected}
    more = [line_found(text, f) for f in found if (f.is_source or f.level == "hidden") and f.span not in marked]
    assert more == [], f"\n{text}\nfound as well: {more}"


def wrong(marked: str, *, because: str) -> Any:
    """A row that the finder is known to get wrong: a strict xfail, so that a mend shows."""
    return pytest.param(marked, marks=pytest.mark.xfail(reason=because, strict=True))


def rows(*table: Any) -> Any:
    """The rows of a table as pytest parameters: a marked text, or a row made by `wrong`."""
    return pytest.mark.parametrize("marked", table, ids=[_name(row) for row in table])


def _name(row: Any) -> str:
    marked = row.values[0] if hasattr(row, "values") else row
    return re.sub(r"\s+", " ", unmark(marked)[0])[:60]

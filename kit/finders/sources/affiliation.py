"""Whose somebody is, or where: the words of a noun phrase that could be checked."""

from __future__ import annotations

from kit.finders.attribution.lines import Line
from kit.finders.sources.source_lists import source_lists
from kit.language.grammar import DEMONSTRATIVES, POSSESSIVES
from kit.text.tagger import is_common

OWNERS = POSSESSIVES - {"your"}  # "your doctor" is anybody's
ANY_PLACE = frozenset("country nation region city county borough village state house".split())
DEFINITE = DEMONSTRATIVES | {"the"}


def is_nationality(form: str) -> bool:
    """ "Mexican", "Mexican-American", "Republican" """
    return form.rsplit("-", 1)[-1] in source_lists().nationalities


def owner_of(line: Line, lo: int, head: int) -> tuple[int, int] | None:
    """ "his mother", "Mrs. Hale's aides" """
    if line.lower[lo] in OWNERS or line.lower[lo] == "whose":
        return (lo, lo + 1)
    apostrophe = line.tags.find("s", lo, head)
    return (lo, apostrophe) if apostrophe > lo else None


def modifier_of(line: Line, lo: int, head: int) -> tuple[int, int] | None:
    """ "Pentagon officials", "a White House aide", but not "Turkish officials" """
    lists = source_lists()
    for i in range(lo, head):
        form = line.form[i]
        if form[:1].isupper() and line.tags[i] in "nNj" and (i or not is_common(line.lower[0])):
            if is_nationality(form) and not (i + 1 < head and line.form[i + 1][:1].isupper()):
                continue
            end = i
            while end < head and line.form[end][:1].isupper():
                end += 1
            return (i, end)
        noun = lists.nouns.get(line.lower[i])
        if noun and noun.word in lists.employers:
            return (i, i + 1)
    return None


def complement_of(line: Line, start: int, stop: int, author: bool = False) -> tuple[int, int] | None:
    """ "a spokesman for the harbour office", "officials at Twitter"; of an `author`, "a report by Ortiz" """
    if start >= stop or line.tags[start] not in "oit":
        return None
    if line.lower[start] in ("as", "like", "including") or (line.lower[start] in ("from", "by") and not author):
        return None
    end = start + 1
    while end < stop and line.tags[end] in "djcnNsoq":
        end += 1
    lists = source_lists()
    named = any(line.form[i][:1].isupper() and not is_nationality(line.form[i]) for i in range(start, end))
    bodies = any((n := lists.nouns.get(line.lower[i])) is not None and n.kind == "body" for i in range(start, end))
    definite = any(line.lower[i] in DEFINITE | OWNERS or line.tags[i] == "s" for i in range(start, end))
    if line.lower[start] in ("in", "on"):  # officials in the ministry, but voters in Ohio, or in the country
        bodies = bodies and line.lower[end - 1] not in ANY_PLACE
        return (start + 1, end) if bodies and definite else None
    return (start + 1, end) if named or (bodies and definite) else None

"""Own gold: fifteen short news texts, every mention of a source with level, person, anonymity and the things told."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from source_notation import Expected, compare, match, nobody_else, unmark
from source_passages import PASSAGES

from kit import read
from kit.finding import Source
from kit.reading import ArticleIndex


@cache
def reading(name: str) -> tuple[str, list[Expected], tuple[Source, ...]]:
    """Text, wanted and found mentions of a passage."""
    text, expected = unmark(PASSAGES[name])
    return text, expected, ArticleIndex(read(text)).mentions


def _mentions() -> list[Any]:
    params = []
    for name in PASSAGES:
        text, expected = unmark(PASSAGES[name])
        for number, one in enumerate(expected):
            marks = [pytest.mark.xfail(reason=one.wrong, strict=True)] if one.wrong else []
            where = f"{name} {number} {text[one.span.start : one.span.end]}"
            params.append(pytest.param(name, number, id=where, marks=marks))
    return params


@pytest.mark.parametrize(("name", "number"), _mentions())
def test_every_mention(name: str, number: int) -> None:
    text, expected, found = reading(name)
    one = expected[number]
    got = compare(text, one, found)
    if one.label == "?" or one.level == "hidden":
        return
    firsts: dict[str, Expected] = {}
    for other in expected:
        firsts.setdefault(other.label, other)
    for label, first in firsts.items():
        there = match(first, found)
        if label not in ("?", "hidden") and there is not None:
            assert (there.entity == got.entity) == (label == one.label), f"{one.label} and {label}: {got}, {there}"


@pytest.mark.parametrize("name", PASSAGES)
def test_nobody_else_is_heard_and_nothing_else_is_hidden(name: str) -> None:
    text, expected, found = reading(name)
    nobody_else(text, expected, found)


@pytest.mark.parametrize("name", PASSAGES)
def test_the_passages_are_of_the_length_of_a_short_news_item(name: str) -> None:
    assert 80 <= len(unmark(PASSAGES[name])[0].split()) <= 200


def test_the_passages_hold_every_level() -> None:
    levels = {one.level for name in PASSAGES for one in unmark(PASSAGES[name])[1]}
    assert levels == {"named_person", "named_organisation", "described", "vague", "hidden", "other"}

"""How the tables of examples write down what the attribution finder must give: in the text itself.

    [s:Ortiz] [c:said] [t:that the bridge was safe].

s is a source, c a cue, t the content. Without a number they belong to the first attribution of the text; [c2:denied]
is the cue of the second and [s12:Reyes] the source of both. The same letter twice is one part in two pieces. Parts may
stand in each other. ¶ is an empty line, so a new paragraph. What has no part at all must not be found at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest

from kit import find_attributions, read
from kit.finding import Attribution
from kit.text import Span

TAG = re.compile(r"\[([sct])(\d*):")
INSIDE = "inside somebody’s words such a mark was seldom right in real news, so it is not shown"
PARTS = {"s": "source", "c": "cue", "t": "content"}


@dataclass
class Expected:
    """One attribution as the table wants it; an empty `style` or `rule` is not asked for."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    style: str = ""
    rule: str = ""


def unmark(marked: str, kinds: str = "") -> tuple[str, list[Expected]]:
    """The plain text and the attributions that are marked in it.

    `kinds` names style and rule of each attribution in its order: "direct said-before; indirect clause". A - says
    that either is left open.
    """
    text = ""
    open_parts: list[tuple[str, str, int]] = []
    found: dict[int, Expected] = {}
    at = 0
    marked = marked.replace("¶", "\n\n")
    while at < len(marked):
        tag = TAG.match(marked, at)
        if tag:
            open_parts.append((PARTS[tag[1]], tag[2] or "1", len(text)))
            at = tag.end()
            continue
        if marked[at] == "]" and open_parts:
            part, numbers, start = open_parts.pop()
            for number in numbers:
                getattr(found.setdefault(int(number), Expected()), part).append(Span(start, len(text)))
        else:
            text += marked[at]
        at += 1
    if open_parts or sorted(found) != list(range(1, len(found) + 1)):
        raise ValueError(f"a part is not closed, or a number is left out: {marked}")
    expected = [found[number] for number in sorted(found)]
    for one in expected:
        for spans in (one.source, one.cue, one.content):
            spans.sort()
    for one, kind in zip(expected, kinds.split(";"), strict=False):
        style, _, rule = kind.strip().partition(" ")
        one.style, one.rule = style.strip("-"), rule.strip("- ")
    return text, expected


def told(text: str, one: Attribution | Expected, style: bool, rule: bool) -> str:
    """An attribution in places and words, one line, for a comparison that a person can read."""
    parts = [" … ".join(f"{start} {text[start:end]}" for start, end in getattr(one, part)) for part in PARTS.values()]
    return " | ".join(parts + [one.style] * style + [one.rule] * rule)


def check(marked: str, kinds: str = "") -> None:
    """Find the attributions of a marked text and compare every span, and style and rule where the table names them."""
    text, expected = unmark(marked, kinds)
    compare(text, expected, find_attributions(read(text)))


def compare(text: str, expected: list[Expected], found: tuple[Attribution, ...]) -> None:
    asked = [(bool(one.style), bool(one.rule)) for one in expected] + [(True, True)] * len(found)
    wanted = [told(text, one, *ask) for one, ask in zip(expected, asked, strict=False)]
    got = [told(text, one, *ask) for one, ask in zip(found, asked, strict=False)]
    assert got == wanted, "\n".join(["", text, "wanted:", *wanted, "found:", *got])


def wrong(marked: str, kinds: str = "", *, because: str) -> Any:
    """A row that the finder is known to get wrong: a strict xfail, so that a mend shows."""
    return pytest.param(marked, kinds, marks=pytest.mark.xfail(reason=because, strict=True))


def rows(*table: Any) -> Any:
    """The rows of a table as pytest parameters: a marked text alone, (text, kinds), or a row made by `wrong`."""
    params = [(row, "") if isinstance(row, str) else row for row in table]
    return pytest.mark.parametrize(("marked", "kinds"), params, ids=[_name(row) for row in params])


def _name(row: Any) -> str:
    marked = row.values[0] if hasattr(row, "values") else row[0]
    return unmark(marked)[0][:60].replace("\n", " ")

"""The places of a text where a source may stand: first those an attribution names, then every other mention."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kit.finders.attribution.lines import Line
from kit.finders.source.phrase import PRONOUNS
from kit.finders.source.words import words
from kit.finding import Attribution
from kit.text import Span

RUN = re.compile(r"[djcnN]*[nN]|p|w|d(?=[rvxmw])")
REACH = re.compile(r"(?:[io][djcnNsq]+)*(?:,?w[^,.;:Q]*)?")
APPOSED = re.compile(r",[djcno](?:[djcnNso]|i(?=[djcnN])|a(?=[djcnN]))*[nN](?=[,.;:]|$)")
NAMED = re.compile(r",[nN]{2,4}(?=,)")
BELONGS = re.compile(r"(?:[oi][djcnNs]*[nN])+")
RELATIVE = re.compile(r",?w[^,.;:Q]*")
PERSONAL = {"he", "him", "she", "they", "them", "it", "who", "whose"}
POSSESSIVE = {"his", "her", "their", "its"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Units `first` to `last` (exclusive) of a line, where a source stands; what tells of it goes on to `reach`.

    `heard`: an attribution hangs on it. `subject`: a verb follows. `apposed`: it stands right behind the mention
    before, after a comma ("Reyes, a nurse").
    """

    line: Line
    first: int
    last: int
    reach: int
    span: Span
    heard: bool
    subject: bool
    apposed: bool = False


def find_mentions(paragraphs: list[list[Line]], attributions: tuple[Attribution, ...]) -> Iterator[Mention]:
    """All mentions in the order of the text."""
    spans = sorted({span for a in attributions for span in a.source})
    starts = [s.start for s in spans]
    for paragraph in paragraphs:
        for line in paragraph:
            if not line.a:
                continue
            low, high = bisect_left(starts, line.a[0]), bisect_right(starts, line.b[-1])
            before = None
            for mention in sorted(_in_line(line, spans[low:high]), key=lambda m: (m.first, -m.last)):
                apposed = before is not None and mention.first == before.last + 1 and line.kind[before.last] == ","
                yield replace(mention, apposed=True) if apposed else mention
                before = mention


def _in_line(line: Line, spans: list[Span]) -> Iterator[Mention]:
    taken = [False] * len(line.a)
    kind = line.kind
    for span in spans:
        first = bisect_right(line.a, span.start) - 1
        last = bisect_left(line.a, span.end)
        if first < 0 or last <= first:
            continue
        end = _told_behind(kind, last)
        for i in range(first, end):
            taken[i] = True
        whole = Span(span.start, max(span.end, line.b[end - 1]))
        yield Mention(line, first, end, _reach(line, end), whole, True, True)
    lists = words()
    for match in RUN.finditer(line.kind):
        first, last = match.span()
        if line.low[first] in POSSESSIVE and not taken[first]:
            yield _mention(line, first, first + 1)
        if any(taken[first:last]):
            continue
        taken[first] = True
        head = last - 1
        word = line.low[head]
        if last - first == 1 and word in PRONOUNS:
            if word in PERSONAL:
                yield _mention(line, first, last)
            continue
        noun = lists.nouns.get(word)
        named = line.form[head][:1].isupper() and (head > 0 or line.kind[head] == "N")
        if named or (noun is not None and (noun.kind != "document" or last - first > 1)):
            apposed = APPOSED.match(kind, last) if named else BELONGS.match(kind, last)
            end = apposed.end() if apposed else last
            for i in range(first, end):
                taken[i] = True
            yield _mention(line, first, end)


def _told_behind(kind: str, last: int) -> int:
    """The end of what follows a speaker to say who it is: ", a nurse", ", who runs the shelter"."""
    behind = APPOSED.match(kind, last) or NAMED.match(kind, last)
    if behind:
        last = behind.end()
    clause = RELATIVE.match(kind, last)
    return clause.end() if clause else last


def _mention(line: Line, first: int, last: int) -> Mention:
    after = line.kind[last : last + 1]
    span = Span(line.a[first], line.b[last - 1])
    return Mention(line, first, last, _reach(line, last), span, False, after != "" and after in "rxmvew")


def _reach(line: Line, last: int) -> int:
    """To the end of the prepositions and the relative clause that follow."""
    more = REACH.match(line.kind, last)
    return more.end() if more else last

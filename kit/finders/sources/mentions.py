"""The places of a text where a source may stand: first those an attribution names, then every other mention."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kit.finders.attribution.lines import Line
from kit.finders.sources.anonymity import Grant
from kit.finders.sources.noun_phrase import read_phrase
from kit.finders.sources.phrase import NounPhrase
from kit.finders.sources.proper_name import KnownNames, known_names
from kit.finders.sources.source_lists import source_lists
from kit.finding import Attribution
from kit.language.grammar import FIRST_AND_SECOND_PERSON, POSSESSIVES, PRONOUNS
from kit.text import Span

RUN = re.compile(r"d*[jcnN]*[nN]|p|w|d(?=[rvxmw])")
WHO_DOES = r",?w[^vxme,.;:Q]*[vxme]+(?:t[vx]|a[ve]|[^,.;:Qvxm])*"  # a relative clause, up to the next verb
REACH = re.compile(rf"(?:[io][djcnNsq]+)*(?:{WHO_DOES})?")
APPOSED = re.compile(r",r?[djcno](?:[djcnNso]|i(?=[djcnN])|a(?=[djcnN]))*[nN](?=[,.;:]|$)")
NAMED = re.compile(r",[nN]{2,4}(?=,)")
BELONGS = re.compile(r"(?:[oi][djcnNs]*[nN])+")
RELATIVE = re.compile(WHO_DOES)
PERSONAL = {"he", "him", "she", "they", "them", "it", "who", "whose", "which", "i", "we"}
THEIR_OWN = POSSESSIVES - FIRST_AND_SECOND_PERSON  # his, her, its, their


@dataclass(slots=True)
class Mention:
    """Units `first` to `last` (exclusive) of a line, where a source stands; what tells of it goes on to `reach`.

    `is_source`: an attribution hangs on it. `subject`: a verb follows. `apposed`: it stands right behind the mention
    before, after a comma ("Reyes, a nurse"). `inside`: it is a part of the mention before and means the same ("Reyes,
    who"); with `same_start` it is only a shorter way to put it. `key` is the span by which the attribution knows its
    source. `phrase` is what the words tell, `grant` a statement of anonymity that goes with this mention alone.
    """

    line: Line
    first: int
    last: int
    reach: int
    span: Span
    is_source: bool
    subject: bool
    key: Span
    phrase: NounPhrase
    apposed: bool = False
    inside: bool = False
    same_start: bool = False
    grant: Grant | None = None


def find_mentions(paragraphs: list[list[Line]], attributions: tuple[Attribution, ...]) -> Iterator[Mention]:
    """All mentions in the order of the text."""
    contents, known = _contents(attributions), known_names(paragraphs)
    spans = sorted(contents)
    starts = [s.start for s in spans]
    for paragraph in paragraphs:
        for line in paragraph:
            if not line.starts:
                continue
            low, high = bisect_left(starts, line.starts[0]), bisect_right(starts, line.ends[-1])
            before = None
            for mention in sorted(_in_line(line, spans[low:high], contents, known), key=_place):
                if before is not None and mention.first == before.last + 1:
                    mention.apposed = line.tags[before.last] == ","
                yield mention
                before = mention


def _contents(attributions: tuple[Attribution, ...]) -> dict[Span, int]:
    """Where the words begin that follow each source; -1 where none do."""
    found: dict[Span, int] = {}
    for attribution in attributions:
        for span in attribution.source:
            behind = [part.start for part in attribution.content if part.start >= span.end]
            found[span] = min(behind, default=found.get(span, -1))
    return found


def _place(mention: Mention) -> tuple[int, bool, int]:
    """In the order of the text; "her" before "her colleague", since it is about somebody before."""
    line, last = mention.line, mention.last
    owner = line.tags[last : last + 1] == "s" or (last - mention.first == 1 and line.lower[last - 1] in THEIR_OWN)
    return mention.first, not owner, -mention.last


def _in_line(line: Line, spans: list[Span], contents: Mapping[Span, int], known: KnownNames) -> Iterator[Mention]:
    taken = bytearray(len(line.starts))  # 1 for each unit that a mention has
    before = -1
    owner = (0, 0)  # first and last of the noun phrase before: "Ortiz" in "Ortiz's aides"
    tags, lower = line.tags, line.lower
    for first, end, span in _named_by_attributions(line, spans, contents):
        inside, same_start = bool(taken[first]), first == before
        before = first
        taken[first:end] = b"\1" * (end - first)
        whole = Span(span.start, max(span.end, line.ends[end - 1]))
        reach = _reach(line, end)
        phrase = read_phrase(line, first, end, reach, known)
        yield Mention(line, first, end, reach, whole, True, True, span, phrase, False, inside, same_start)
    nouns = source_lists().nouns
    counted = "percent" in lower
    for match in RUN.finditer(tags):
        first, last = match.span()
        owns, owner = owner, (first, last)
        if lower[first] in THEIR_OWN and not taken[first]:
            yield _mention(line, first, first + 1, known, first + 1)
        if taken.find(1, first, last) >= 0:
            continue
        taken[first] = 1
        head = last - 1
        word = lower[head]
        if last - first == 1 and (word in PRONOUNS or word in FIRST_AND_SECOND_PERSON):
            if word in PERSONAL:
                yield _mention(line, first, last, known, last)
            continue
        if counted and "percent" in lower[first:last]:  # "1 percent support the plan": the verb looks like a noun
            head = lower.index("percent", first, last)
            word = "percent"
        while head > first and tags[head - 1 : head + 1] == "Nn" and word not in nouns and line.form[head].islower():
            head -= 1  # "Angela Davis talks": the tagger takes the verb for a noun
            word = lower[head]
        last = head + 1
        noun = nouns.get(word)
        named = line.form[head][:1].isupper() and (head > 0 or tags[head] == "N")
        if named or (noun is not None and (noun.kind != "document" or last - first > 1)):
            end = _end_of(tags, last, named)
            taken[first:end] = b"\1" * (end - first)
            if not named and tags[owns[1]] == "s" and owns[1] == first - 1:
                first = owns[0]
            yield _mention(line, first, end, known, last if named else 0)


def _named_by_attributions(line: Line, spans: list[Span], contents: Mapping[Span, int]) -> list[tuple[int, int, Span]]:
    """The units of the sources that attributions name, with what follows to say who they are; the widest first.

    "According to a report, three in four boats leak": what follows the comma is no apposition but the content.
    """
    found = []
    for span in spans:
        first = bisect_right(line.starts, span.start) - 1
        last = bisect_left(line.starts, span.end)
        if 0 <= first < last:
            comma = line.tags[last : last + 1] == ","
            apart = line.starts[last + comma : last + comma + 1] != [contents[span]]
            found.append((first, _described_behind(line.tags, last) if apart else last, span))
    return sorted(found, key=lambda f: (f[0], -f[1]))


def _end_of(tags: str, last: int, named: bool) -> int:
    """The end of a mention: with its apposition after a name, with its prepositions after a noun."""
    more = APPOSED.match(tags, last) if named else BELONGS.match(tags, last)
    last = more.end() if more else last
    name = None if named else NAMED.match(tags, last)
    return name.end() if name else last


def _described_behind(tags: str, last: int) -> int:
    """The end of what follows a speaker to say who it is: ", a nurse", ", who runs the shelter"."""
    behind = APPOSED.match(tags, last) or NAMED.match(tags, last)
    if behind:
        last = behind.end()
    clause = RELATIVE.match(tags, last)
    return clause.end() if clause else last


def _mention(line: Line, first: int, last: int, known: KnownNames, reach: int = 0) -> Mention:
    after = line.tags[last : last + 1]
    span = Span(line.starts[first], line.ends[last - 1])
    reach = reach or _reach(line, last)
    phrase = read_phrase(line, first, last, reach, known)
    return Mention(line, first, last, reach, span, False, after != "" and after in "rxmvew", span, phrase)


def _reach(line: Line, last: int) -> int:
    """To the end of the prepositions and the relative clause that follow."""
    more = REACH.match(line.tags, last)
    return more.end() if more else last

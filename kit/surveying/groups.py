"""Which groups of texts get figures of their own, and the sums of each: all texts, outlets, months, outlets by month.

The texts are gone through three times, and none is kept: first to see how large the groups are, then who speaks most
in the largest, then to add up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from kit.surveying.bootstrap import Sums, draws
from kit.surveying.counting import LEVELS, Row

T = TypeVar("T", bound=Any)
# What is added up over texts. Every figure is one of these sums divided by others.
COUNTS = (
    *("texts", "words", "unnamed_story", "reason_story", *LEVELS),
    *("quoted_words", "reported_words", "soft_words", "alarms"),
)
NEEDED = ("file", "row", "outlet", "month", "speakers", *COUNTS[1:])  # of a text's row
MAX_GROUPS = 240  # with figures of their own: the largest; each takes 120 kB of memory
MAX_SEEN = 20_000  # groups that are told apart while counting
MAX_NAMES = 5_000  # and names in a group
TOP_SPEAKERS = 10  # of all texts, and of each outlet that is shown
MAX_OUTLETS = 12  # outlets with speakers of their own


class Group(NamedTuple):
    """Some texts: those of an outlet, of a month, of both, or all ("" for either means any)."""

    outlet: str = ""
    month: str = ""


@dataclass(frozen=True, slots=True)
class GroupedSums:
    """The sums of every group that is shown, and of those who speak most in all texts and in the largest outlets, by
    full name. `levels` are the rungs of these names; `left_out` is the number of groups that are too small to be shown.
    """

    groups: dict[Group, Sums]
    speakers: dict[Group, dict[str, Sums]]
    levels: dict[str, str]
    left_out: int


def groups_of(text: Row) -> Iterator[Group]:
    """The groups that a text is in."""
    outlet, month = text["outlet"], text["month"]
    yield Group()
    if outlet:
        yield Group(outlet)
    if month:
        yield Group("", month)
    if outlet and month:
        yield Group(outlet, month)


def add_up(texts: Iterable[Row]) -> GroupedSums:
    """The sums of all groups. `texts` can be gone through as often as wanted."""
    sizes: Counter[Group] = Counter()
    for text in texts:
        for group in groups_of(text):
            if group in sizes or len(sizes) < MAX_SEEN:
                sizes[group] += 1
    kept = [group for group, _ in largest(sizes, MAX_GROUPS)]
    outlets = [group for group in kept if group.outlet and not group.month]
    result = GroupedSums(
        {group: Sums() for group in sorted(kept)},
        who_speaks(texts, [Group(), *outlets[:MAX_OUTLETS]]),
        {},
        len(sizes) - len(kept),
    )
    for text in texts:
        add_text(result, text)
    return result


def who_speaks(texts: Iterable[Row], groups: Iterable[Group]) -> dict[Group, dict[str, Sums]]:
    """Sums, still empty, for those who are given most words in some groups.

    The rarest names are forgotten whenever there are too many to keep, which can't touch those who speak most; what
    comes of it is only which names are shown, never a figure.
    """
    words: dict[Group, Counter[str]] = {group: Counter() for group in groups}
    for text in texts:
        said = [(each["name"], each["quoted"] + each["reported"]) for each in filter(is_full_name, text["speakers"])]
        for group in words.keys() & groups_of(text):
            for name, number in said:
                words[group][name] += number
            if len(words[group]) > MAX_NAMES:
                words[group] = Counter(dict(largest(words[group], MAX_NAMES // 2)))
    return {group: {name: Sums() for name, _ in largest(names, TOP_SPEAKERS)} for group, names in words.items()}


def is_full_name(speaker: Row) -> bool:
    """May this name be joined across texts? A named person with a first and a last name, or a named body."""
    if speaker["level"] == "named_organisation":
        return True
    return speaker["level"] == "named_person" and sum(word[:1].isupper() for word in speaker["name"].split()) > 1


def largest(counts: Counter[T], number: int) -> list[tuple[T, int]]:
    """The largest counts; of equals those whose names come first."""
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:number]


def add_text(result: GroupedSums, text: Row) -> None:
    """Add a text to the sums of its groups, and of who speaks in them."""
    drawn = draws(f"{text['file']}\0{text['row']}")
    counts = {name: drawn * text[name] for name in COUNTS[1:] if text[name]} | {"texts": drawn}
    for group in groups_of(text):
        if group in result.groups:
            result.groups[group].add(counts)
        shown = result.speakers.get(group, {})
        words: dict[str, dict[str, int]] = {}
        for each in text["speakers"]:
            if each["name"] in shown and is_full_name(each):
                said = words.setdefault(each["name"], {"texts": 1, "quoted_words": 0, "reported_words": 0})
                said["quoted_words"] += each["quoted"]
                said["reported_words"] += each["reported"]
                result.levels[each["name"]] = each["level"]
        for name, said in words.items():
            shown[name].add({column: drawn * count for column, count in said.items()})

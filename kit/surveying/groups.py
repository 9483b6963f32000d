"""Which groups of texts get figures of their own, and the sums of each: all texts, outlets, months, outlets by month.

Two passes over the counts, neither of which keeps a text: the first sees how large the groups are and who speaks most,
the second adds up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from kit.surveying.batches import COLUMN, COUNTS, Batch, Counted
from kit.surveying.bootstrap import Sums, weights
from kit.surveying.counting import Row

T = TypeVar("T", bound=Any)
MAX_GROUPS = 240  # with figures of their own: the largest; each takes 150 kB of memory
MAX_SEEN = 20_000  # groups, and names in a group, that are told apart while counting
TOP_SPEAKERS = 10  # of all texts, and of each outlet that is shown
MAX_OUTLETS = 12  # outlets with speakers of their own


class Group(NamedTuple):
    """Some texts: those of an outlet, of a month, of both, or all ("" for either means any)."""

    outlet: str = ""
    month: str = ""


class Speaker(NamedTuple):
    """Somebody who speaks in several texts: the same full name."""

    group: Group
    name: str


@dataclass(frozen=True, slots=True)
class GroupedSums:
    """The sums of every group that is shown, and of its speakers: their texts, words in quotation marks, and others.

    `left_out` is the number of groups that were too small to be among them.
    """

    groups: dict[Group, Sums]
    speakers: dict[Speaker, Sums]
    levels: dict[str, str]
    left_out: int


def groups_of(outlet: str, month: str) -> Iterator[Group]:
    """The groups that a text is in."""
    yield Group()
    if outlet:
        yield Group(outlet)
    if month:
        yield Group("", month)
    if outlet and month:
        yield Group(outlet, month)


def add_up(counted: Counted) -> GroupedSums:
    """The sums of all groups."""
    sizes, words = first_look(counted)
    kept = [group for group, _ in largest(sizes, MAX_GROUPS)]
    outlets = [Group(), *[group for group in kept if group.outlet and not group.month][:MAX_OUTLETS]]
    chosen = {Speaker(g, name) for g in outlets for name, _ in largest(words.get(g, Counter()), TOP_SPEAKERS)}
    result = GroupedSums(
        {group: Sums(len(COUNTS)) for group in sorted(kept)},
        {speaker: Sums(3) for speaker in sorted(chosen)},
        {},
        len(sizes) - len(kept),
    )
    for batch in counted.batches():
        add_batch(result, batch)
    return result


def first_look(counted: Counted) -> tuple[Counter[Group], dict[Group, Counter[str]]]:
    """How many texts each group has, and how many words each speaker has in all texts and in each outlet.

    Of names, the rarest are forgotten whenever there are too many to keep, which can't touch those who speak most; what
    comes of it is only which names are shown, never a figure.
    """
    sizes: Counter[Group] = Counter()
    words: dict[Group, Counter[str]] = {}
    for batch in counted.batches():
        for outlet, month, speakers in zip(batch.outlets, batch.months, batch.speakers, strict=True):
            for group in groups_of(outlet, month):
                if group in sizes or len(sizes) < MAX_SEEN:
                    sizes[group] += 1
            for group in (Group(), Group(outlet)) if outlet else (Group(),):
                if group not in words and len(words) > 4 * MAX_OUTLETS:
                    continue
                names = words.setdefault(group, Counter())
                for speaker in speakers:
                    if is_full_name(speaker):
                        names[speaker["name"]] += speaker["quoted"] + speaker["reported"]
                if len(names) > MAX_SEEN:
                    words[group] = Counter(dict(largest(names, MAX_SEEN // 2)))
    return sizes, words


def is_full_name(speaker: Row) -> bool:
    """May this name be joined across texts? A named person with a first and a last name, or a named body."""
    if speaker["level"] == "named_organisation":
        return True
    return speaker["level"] == "named_person" and sum(word[:1].isupper() for word in speaker["name"].split()) > 1


def largest(counts: Counter[T], number: int) -> list[tuple[T, int]]:
    """The largest counts; of equals those whose names come first."""
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:number]


def add_batch(result: GroupedSums, batch: Batch) -> None:
    """Add some texts to the sums of their groups and speakers."""
    import numpy as np

    drawn = weights(batch.keys)
    members: dict[Group, list[int]] = {}
    said: dict[Speaker, dict[int, list[int]]] = {}
    for place, (outlet, month) in enumerate(zip(batch.outlets, batch.months, strict=True)):
        for group in groups_of(outlet, month):
            if group in result.groups:
                members.setdefault(group, []).append(place)
        for group in (Group(), Group(outlet)) if outlet else (Group(),):
            for speaker in batch.speakers[place]:
                who = Speaker(group, speaker["name"])
                if who in result.speakers and is_full_name(speaker):
                    counts = said.setdefault(who, {}).setdefault(place, [1, 0, 0])
                    counts[1] += speaker["quoted"]
                    counts[2] += speaker["reported"]
                    result.levels[who.name] = speaker["level"]
    for group, places in members.items():
        result.groups[group].add(batch.counts[places], drawn[places])
    for who, counts_at in said.items():
        result.speakers[who].add(np.array(list(counts_at.values()), dtype=float), drawn[list(counts_at)])


def texts_in(sums: Sums) -> int:
    return int(sums.plain[COLUMN["texts"]])

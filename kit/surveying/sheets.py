"""The tables of a survey in words: all stories, outlets, months, speakers, and two outlets compared."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from kit.finding import Level
from kit.surveying.difference import VERDICTS, Difference
from kit.surveying.figures import NOTHING, Estimate, Figure, Told, figures
from kit.surveying.result import SPEAKER, GroupTold, Result
from kit.views.sheet import Sheet
from kit.views.wording import RUNGS

NOT_TOLD = "–"
# What tables with a row for each group show: one for the stories and their words, one for the rungs of their sources.
STORIES = ("unnamed_stories", "reason_given", "quoted", "soft", "alarms")
LADDER: tuple[Level, ...] = ("named_person", "named_organisation", "described", "vague", "hidden")
INTERVAL_NOTE = (
    "In brackets after each figure is its 95 % interval: if such stories were drawn again and again, 95 in 100 of "
    "the intervals would have the true figure between their ends. The fewer stories, the wider it is."
)
CORRECTED_NOTE = (
    "Corrected is what the figure would be if the helper made the same mistakes here as on the kit’s practice texts; a "
    "dash means that too little was measured to say."
)
COMPARED_NOTE = (
    "More than chance: the interval of the difference leaves out 0, and by so much that it counts even among all the "
    "figures compared here. If you compare many things, some will differ by chance. And a difference never says "
    "why."
)
SPEAKERS_NOTE = (
    "Names are joined within a story, and across stories only where the full name is the same: two people with the "
    "same name become one, and anybody who is only called by a surname or a post is left out."
)
SUMMARY_HEAD = (
    *("outlet", "month", "figure", "speaker", "name", "unit", "stories", "top", "bottom"),
    *("value", "low", "high", "corrected", "corrected_low", "corrected_high"),
)


def number(value: float | None) -> str:
    """A figure as a person says it: whole from 10 up, with one digit behind the point below.

    >>> number(46.4), number(3.14159), number(None)
    ('46', '3.1', '–')
    """
    if value is None:
        return NOT_TOLD
    if abs(value) < 0.05:
        return "0"
    return (f"{value:,.0f}" if abs(value) >= 9.95 else f"{value:.1f}").replace("-", "−")


def stories(number: int) -> str:
    return f"{number:,} stor{'y' if number == 1 else 'ies'}"


def in_words(estimate: Estimate) -> str:
    """A figure with its interval: “46 (38 to 54)”."""
    if estimate.low is None:
        return number(estimate.value)
    return f"{number(estimate.value)} ({number(estimate.low)} to {number(estimate.high)})"


def both_in_words(told: Told) -> str:
    """As counted and, where that can be told, as corrected."""
    return in_words(told.counted) + (
        f"; corrected {in_words(told.corrected)}" if told.corrected.value is not None else ""
    )


def out_of(told: Told) -> str:
    """What was counted: “46 of 100 stories”."""
    return (
        f"{told.top:,.0f} of {told.bottom:,.0f} {told.figure.of}"
        if told.figure.is_share
        else (f"{told.top:,.0f} in {told.bottom:,.0f} {told.figure.of}")
    )


def figures_sheet(group: GroupTold) -> Sheet:
    """Every figure of a group, with its interval, corrected, and what was counted."""
    rows = tuple(
        (f"{told.figure.name}, {told.figure.unit}", in_words(told.counted), in_words(told.corrected), out_of(told))
        for told in group.figures.values()
    )
    head = ("Figure", "Counted", "Corrected", "That is")
    title = f"{stories(group.texts)}: all figures"
    return Sheet(title, f"{INTERVAL_NOTE} {CORRECTED_NOTE}", head, rows, open=len(rows))


def groups_sheet(title: str, first: str, groups: Sequence[GroupTold], keys: Sequence[str]) -> Sheet:
    """Some figures, a row for each group."""
    shown = [figure for figure in figures() if figure.key in keys]
    head = (first, "Stories", *(f"{figure.name}, {figure.unit}" for figure in shown))
    rows = tuple(
        (each.name, f"{each.texts:,}", *(both_in_words(each.figures[figure.key]) for figure in shown))
        for each in groups
    )
    return Sheet(title, INTERVAL_NOTE, head, rows, open=len(rows))


def speakers_sheet(group: GroupTold) -> Sheet:
    """Those who are given most words."""
    rows = tuple(
        (speaker.name, RUNGS[speaker.level].name, f"{speaker.texts:,}", f"{speaker.words:,}", in_words(speaker.share))  # type: ignore[index]
        for speaker in group.speakers
    )
    head = ("Speaker", "Rung", "Stories", "Words", f"Words {SPEAKER.unit.removesuffix(' of speech')} of speech")
    return Sheet(f"Who is given most words: {group.name}", SPEAKERS_NOTE, head, rows, open=len(rows))


def compared_sheet(names: Sequence[str], found: Sequence[Difference]) -> Sheet:
    """Two outlets side by side, and whether the difference is more than chance would make."""
    rows = tuple(
        (
            f"{each.first.figure.name}, {each.first.figure.unit}",
            in_words(each.first.counted),
            in_words(each.second.counted),
            in_words(Estimate(each.value, each.low, each.high)),
            VERDICTS[each.verdict],
        )
        for each in found
    )
    head = ("Figure", *names, "Difference", "Is that chance?")
    return Sheet(f"{names[0]} and {names[1]}", COMPARED_NOTE, head, rows, open=len(rows))


def summary(result: Result) -> str:
    """All figures of all groups as a CSV file, one row a figure. Empty cells stand for what can't be told."""
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(SUMMARY_HEAD)
    for group in sorted(result.groups.values(), key=lambda each: each.group):
        for told in group.figures.values():
            rows.writerow(summary_row(group, told.figure, "", told.top, told.bottom, told.counted, told.corrected))
        speech = group.figures["quoted"].bottom
        for speaker in group.speakers:
            rows.writerow(summary_row(group, SPEAKER, speaker.name, speaker.words, speech, speaker.share, NOTHING))
    return file.getvalue()


def summary_row(
    group: GroupTold, figure: Figure, speaker: str, top: float, bottom: float, counted: Estimate, corrected: Estimate
) -> Iterator[str]:
    yield from (group.group.outlet, group.group.month, figure.key, speaker, figure.name, figure.unit)
    yield from (f"{group.texts}", f"{top:.0f}", f"{bottom:.0f}")
    for estimate in (counted, corrected):
        for value in (estimate.value, estimate.low, estimate.high):
            yield "" if value is None else f"{value:.3f}"

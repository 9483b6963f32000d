"""The page of a survey, and what a notebook shows of it: the same sections, tables and pictures."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from kit.surveying.accuracy import PASSAGE_WORDS, accuracy
from kit.surveying.figures import Told, figures
from kit.surveying.groups import MAX_GROUPS
from kit.surveying.pictures import draw_months, draw_outlets, draw_rungs
from kit.surveying.result import GroupTold, Result
from kit.surveying.sheets import (
    LADDER,
    STORIES,
    compared_sheet,
    figures_sheet,
    groups_sheet,
    number,
    out_of,
    speakers_sheet,
    stories,
)
from kit.version import installed_version
from kit.views.origin import in_words as date_in_words
from kit.views.picture import Picture
from kit.views.rendering import page_style, policy_for, render, stylesheet
from kit.views.sheet import Sheet

GENERATOR = "Who Says So? kit survey"
MARK = f'<meta name="generator" content="{GENERATOR}">'
SHEETS = ("tables.css", "reflow.css", "report.css", "survey.css")
PICTURED = ("unnamed_stories", "reason_given", "quoted", "soft")
MAX_OUTLETS = 6  # whose speakers are listed
CAN_NOT_KNOW = (
    "A machine has counted words. It misses some and marks others by mistake, in every text. A count says how often, "
    "never why: an unnamed source may be the only safe one, and a soft word can be a kindness. And it is only "
    "about these stories, unless they were chosen fairly from a larger number."
)


def page_of(result: Result, compared: tuple[str, str] | None = None) -> bytes:
    """The page, made today by this kit. `compared` names two outlets to hold side by side."""
    style = page_style("".join(map(stylesheet, SHEETS)))
    page = contents(result, compared) | {"policy": policy_for(style), "mark": MARK, "style": style}
    return str(render("survey.html", "page", page)).encode("utf-8", errors="replace")


def shown_in_notebook(result: Result) -> str:
    """The same as a notebook shows it."""
    return str(render("survey.html", "summary", contents(result, None)))


def contents(result: Result, compared: tuple[str, str] | None) -> dict[str, Any]:
    """What both show."""
    today = date_in_words(datetime.date.today().isoformat())
    return {
        "title": f"{stories(result.all.texts)}: who speaks, and what are we told?",
        "made": f"Made by Who Says So? {installed_version()} on {today}.",
        "can_not_know": CAN_NOT_KNOW,
        "in_short": in_short(result),
        "sections": sections(result, compared),
        "how": how_it_was_counted(result),
    }


def in_short(result: Result) -> list[str]:
    """What the survey says, in a few sentences."""
    outlets, months = len(result.outlets), result.months
    span = f", {months[0].name} to {months[-1].name}" if len(months) > 1 else ""
    where = f" of {outlets} outlets" if outlets > 1 else f" of {result.outlets[0].name}" if outlets else ""
    said = [f"{stories(result.all.texts)}{where}{span}."]
    return said + [sentence(told) for told in result.all.figures.values() if told.figure.said and told.bottom]


def sentence(told: Told) -> str:
    """A figure in a sentence, with its interval and what was counted."""
    low, high = number(told.counted.low), number(told.counted.high)
    interval = "" if told.counted.low is None else f" Among all stories of this kind it is most likely {low} to {high}."
    return f"{told.figure.said.format(number(told.counted.value))} ({out_of(told)}).{interval}"


def sections(result: Result, compared: tuple[str, str] | None) -> list[dict[str, Any]]:
    """Headings, with the pictures and tables under each."""
    outlets, months = result.outlets, result.months
    found = [section("all", "All stories", [draw_rungs(result)], [figures_sheet(result.all)])]
    if outlets:
        pictures = [draw_outlets(result, key) for key in PICTURED]
        found.append(section("outlets", "Outlet by outlet", pictures, group_sheets("The outlets", "Outlet", outlets)))
    if len(outlets) > 1:
        found_differences = result.compare(*(compared or ("", "")))
        names = compared or (outlets[0].name, outlets[1].name)
        found.append(section("compared", "Two outlets compared", [], [compared_sheet(names, found_differences)]))
    if len(months) > 1:
        pictures = [draw_months(result, "unnamed_stories")]
        found.append(section("months", "Month by month", pictures, group_sheets("The months", "Month", months)))
    both = [told for group, told in result.groups.items() if all(group)]
    if both:
        sheets = group_sheets("Outlets by month", "Outlet and month", both)
        found.append(section("both", "Outlet and month", [], sheets))
    speaking = [group for group in (result.all, *outlets[:MAX_OUTLETS]) if group.speakers]
    if speaking:
        found.append(section("speakers", "Who is given most words?", [], [speakers_sheet(each) for each in speaking]))
    return found


def group_sheets(title: str, first: str, groups: Sequence[GroupTold]) -> list[Sheet]:
    """Two tables: the stories and their words, and the rungs of their sources."""
    return [
        groups_sheet(f"{title}: stories and words", first, groups, STORIES),
        groups_sheet(f"{title}: sources by rung", first, groups, LADDER),
    ]


def section(key: str, title: str, pictures: list[Picture], sheets: list[Sheet]) -> dict[str, Any]:
    return {"key": key, "title": title, "pictures": pictures, "sheets": sheets}


def how_it_was_counted(result: Result) -> list[str]:
    """What stands behind the figures, in sentences."""
    measured = accuracy().stories
    said = [f"How the texts were read: {guess}" for guess in result.guesses]
    if result.unread:
        said.append(
            f"{result.unread:,} texts could not be read and aren’t in any figure: unread.csv says which, and why."
        )
    if result.left_out:
        said.append(f"{result.left_out:,} outlets or months were too small to be among the {MAX_GROUPS} groups shown.")
    said += [f"{each.name}: {each.means}." for each in figures()]
    said += [
        "Intervals: each story is drawn anew 0, 1, 2 or more times, 1,000 times over, always in the same way (a "
        "Poisson bootstrap by story); 95 in 100 of the results lie between the ends. Where no story has the thing, or "
        "every one, the "
        "rule of three gives the open end. With fewer than five stories there is no interval.",
        f"Corrected: on {measured.both + measured.missed} passages of some {PASSAGE_WORDS} words with an unnamed "
        f"source the helper saw one in {measured.both}, and on {measured.neither + measured.spurious} without one it "
        f"saw one in {measured.spurious}. Shares of short stories are corrected by that (Rogan and Gladen, 1978). "
        "Counts are multiplied by precision and divided by recall where at least 20 marks of careful readers were "
        "compared and a third were "
        "found. The interval of a corrected figure holds the doubt about both.",
        "Copies of one agency report count as often as they are there.",
    ]
    return said

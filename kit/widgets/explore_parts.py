"""What each tab of `explore` shows, as plain data that the browser draws."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from typing import Any

from kit.finding import Attribution, Finding, Inconsistency, Source
from kit.text import Article
from kit.views.arcs import draw_pairs
from kit.views.asking import questions_to_ask
from kit.views.finding_marks import finding_in_words, in_order
from kit.views.highlight import legend, marked_text
from kit.views.ladder import ladder
from kit.views.pair_tables import pair_tables
from kit.views.plots import draw_levels, draw_sources
from kit.views.position_strip import draw_places
from kit.views.rendering import render
from kit.views.sections import Figures, count_in_words, findings_of, in_short, trust
from kit.views.shared_wording import one_line
from kit.views.tally import Speakers, voices
from kit.views.wording import SECTIONS, Section
from kit.widgets.explore_memory import Kept, place_of

NUMBERS_IN_LEGEND = "a finding: its reason is in the list, and a click on the number takes you there"
LINES_IN_LEAD = 2  # what a finding is, before what is told of it
Part = dict[str, Any]


def part_of(article: Article, section: Section, findings: Sequence[Finding], kept: Kept, figures: Figures) -> Part:
    """One tab: the marked text, the findings in the order of the text, and those that were set aside."""
    all_here = in_order(findings_of(section, findings))
    left = [finding for finding in all_here if place_of(finding) not in kept]
    root = f"kit-{secrets.token_hex(4)}"
    spoken_by = speakers(article, findings)
    return {
        "stamp": root,  # another one for each drawing
        "about": section.about,
        "trust": trust(section, figures),
        "none": "" if all_here else section.none,
        "legend": legend(article, left, NUMBERS_IN_LEGEND),
        "text": marked_text(article, left, root, notes=False),
        "items": [item(article, finding, spoken_by) for finding in left],
        "count": count_in_words(article, section, left),
        "aside": [{**item(article, f), "reason": kept[place_of(f)].reason} for f in all_here if place_of(f) in kept],
        "table": table_in(article, left) if left else "",
    }


def speakers(article: Article, findings: Sequence[Finding]) -> Callable[[Finding], str]:
    """A function that says under whose name a finding is listed: who is quoted, or "" for what is no attribution."""
    sources = [finding for finding in findings if isinstance(finding, Source)]
    known = Speakers(article, voices(article, sources))

    def name_of(finding: Finding) -> str:
        if not isinstance(finding, Attribution):
            return ""
        return ", ".join(known.voices[number].name for number in sorted(known.of(finding)))

    return name_of


def item(article: Article, finding: Finding, spoken_by: Callable[[Finding], str] = lambda _: "") -> Part:
    """One finding in the list: what it is, what is told of it beyond that, and by what Python knows it again."""
    answers = [(asks, one_line(answer)) for asks, answer in finding_in_words(article, finding)]
    return {
        "place": list(place_of(finding)),
        "lead": words_of(article, finding),
        "lines": answers[LINES_IN_LEAD:],
        "group": spoken_by(finding),
        "linked": isinstance(finding, Inconsistency),
    }


def words_of(article: Article, finding: Finding) -> str:
    """A finding in a few words: the first two things that a view tells of it."""
    return ", ".join(one_line(answer) for _, answer in finding_in_words(article, finding)[:LINES_IN_LEAD])


def table_in(article: Article, findings: Sequence[Finding]) -> str:
    """The ladder of the sources, or the pairs side by side, under the same numbers as in the list."""
    sources = [finding for finding in findings if isinstance(finding, Source)]
    together = [finding for finding in findings if isinstance(finding, Inconsistency)]
    if sources:
        return f'<div class="kit-ladder">{render("tables.html", "ladder_table", ladder(article, sources))}</div>'
    if together:
        return f'<div class="kit-facts">{render("tables.html", "pair_tables", pair_tables(article, together))}</div>'
    return ""


def overview_of(article: Article, findings: Sequence[Finding], kept: Kept) -> Part:
    """The last tab: the text in numbers, how much was found and set aside, and what to ask."""
    left = [finding for finding in findings if place_of(finding) not in kept]
    rows = []
    for section in SECTIONS:
        here = findings_of(section, findings)
        aside = sum(place_of(finding) in kept for finding in here)
        rows.append([section.title, count_in_words(article, section, left), aside])
    return {"short": in_short(article, left), "rows": rows, "questions": questions_to_ask(article, left)}


def picture_for(article: Article, key: str, findings: Sequence[Finding], kept: Kept) -> Part:
    """The picture of a tab, with the same facts in words."""
    left = [finding for finding in findings if place_of(finding) not in kept]
    sources = [finding for finding in left if isinstance(finding, Source)]
    section = next((section for section in SECTIONS if section.key == key), None)
    if section is None or section.key == "who":
        picture = draw_sources(article, [f for f in left if isinstance(f, Attribution)], sources)
    elif section.kind == "Inconsistency":
        picture = draw_pairs(article, findings_of(section, left))  # type: ignore[arg-type]  # they are pairs
    elif section.key == "told":
        picture = draw_levels([article], [sources])
    else:
        picture = draw_places(article, in_order(findings_of(section, left)), section.thing)
    if picture.figure is None:
        words = [*picture.text.split("\n")[1:], picture.missing] if picture.missing else []
        return {"source": "", "title": picture.title if words else picture.text, "lines": words}
    return {"source": picture.as_address(), "title": picture.title, "lines": list(picture.lines())[1:]}


def found_in_words(part: Part, section: Section) -> str:
    """How many findings a tab shows, for the line that says what just happened."""
    aside = f", {len(part['aside'])} set aside" if part["aside"] else ""
    return f"{section.title} {part['count']}{aside}."

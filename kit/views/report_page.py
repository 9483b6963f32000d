"""A report on a text: one page of HTML that needs no network and no script, for the screen and for print."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from kit.finding import Finding, Inconsistency, Source
from kit.text import Article
from kit.views.arcs import draw_pairs
from kit.views.asking import questions_to_ask
from kit.views.finding_marks import finding_in_words
from kit.views.highlight import legend, link_rules, marked_text
from kit.views.ladder import ladder
from kit.views.origin import in_words, origin
from kit.views.pair_tables import pair_tables
from kit.views.plots import draw_sources
from kit.views.rendering import page_style, policy_for, render, stylesheet
from kit.views.sections import Figures, findings_of, in_sections, in_short, trust
from kit.views.shared_wording import headline, one_line
from kit.views.wording import SECTIONS, SENTENCES, Section

GENERATOR = "Who Says So? kit report"
MARK = f'<meta name="generator" content="{GENERATOR}">'  # by this a report of ours is known
TEXT_ID = "text"  # the id of the marked text, with which all others begin
SHEETS = ("highlight.css", "ladder.css", "tables.css", "reflow.css", "picture.css", "report.css")
NUMBERS_IN_LEGEND = "a finding: the list of its letter, below, tells it in full"


def report(article: Article, findings: Iterable[Finding], figures: Figures, today: datetime.date, made_by: str) -> str:
    """The page. Takes a text, everything the finders saw in it, how good they are (`kit.measure.measured`), the day,
    and the name and version of the kit; gives HTML, in which everything that comes from the text is escaped."""
    known = list(findings)
    marked = in_sections(known)
    names = list(names_of(marked))
    named = list(zip(count(1), names, marked))
    title = one_line(headline(article) or "a text without a headline")
    style = styles_of(len(marked))
    page = {
        "policy": policy_for(style),
        "mark": MARK,
        "style": style,
        "root": TEXT_ID,
        "title": title,
        "kind": "a news text" if article.title else "a text",
        "heading": title.strip("“”") if article.title else "A text without a headline",
        "origin": [*filter(None, [origin(article)]), f"Made by {made_by} on {in_words(today.isoformat())}."],
        "can_not_know": SENTENCES["can_not_know"],
        "in_short": in_short(article, known),
        "legend": legend(article, marked, NUMBERS_IN_LEGEND),
        "text": marked_text(article, marked, TEXT_ID, names=names),
        "questions": questions_to_ask(article, known),
        "sections": [section_of(article, section, known, named, figures) for section in SECTIONS],
    }
    return str(render("report.html", "page", page))


def styles_of(count: int) -> str:
    """All styles in one sheet."""
    return page_style("".join([*map(stylesheet, SHEETS), *link_rules(TEXT_ID, count)]))


def names_of(marked: Iterable[Finding]) -> Iterator[str]:
    """What the findings of a report are called: the letter of their question, and a number in its own list."""
    numbers = {section.kind: (section.letter, count(1)) for section in SECTIONS}
    for finding in marked:
        letter, number = numbers[type(finding).__name__]
        yield f"{letter}{next(number)}"


def section_of(
    article: Article,
    section: Section,
    known: Sequence[Finding],
    marked: Sequence[tuple[int, str, Finding]],
    figures: Figures,
) -> dict[str, Any]:
    """One of the questions: what is meant, how far to trust the helper, a picture, every finding with its reason.

    `marked` has each finding with its number in the text and its name.
    """
    own = [each for each in marked if type(each[2]).__name__ == section.kind]
    shown: dict[str, Any] = {"section": section, "trust": trust(section, figures)}
    shown |= dict.fromkeys(("picture", "ladder", "pairs", "places"))
    sources = [finding for finding in known if isinstance(finding, Source)]
    if own and section.kind == "Inconsistency":
        pairs = [finding for finding in known if isinstance(finding, Inconsistency)]
        shown["picture"] = draw_pairs(article, pairs)
        shown["pairs"] = [(*each[:2], pair) for each, pair in zip(own, pair_tables(article, pairs).pairs, strict=True)]
    elif own:
        if section.key == "who":
            shown["picture"] = draw_sources(article, findings_of(section, known), sources)  # type: ignore[arg-type]
        if section.key == "told":
            shown["ladder"] = ladder(article, sources)
        shown["places"] = [(number, name, finding_in_words(article, finding)) for number, name, finding in own]
    return shown

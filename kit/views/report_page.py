"""A report on a text: one page of HTML that needs no network and no script, for the screen and for print."""

from __future__ import annotations

import base64
import datetime
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from kit.finding import Finding, Inconsistency, Source
from kit.text import Article
from kit.views.arcs import draw_pairs
from kit.views.asking import questions_to_ask
from kit.views.finding_marks import finding_in_words
from kit.views.highlight import legend, link_rules, marked_text
from kit.views.ladder import ladder
from kit.views.origin import in_words, origin
from kit.views.pairs import pair_tables
from kit.views.palette import page_style
from kit.views.plots import draw_sources
from kit.views.rendering import render, stylesheet
from kit.views.sections import Figures, findings_of, in_sections, in_short, trust
from kit.views.shared_wording import headline, one_line
from kit.views.wording import SECTIONS, SENTENCES, Section

GENERATOR = "Who Says So? kit report"
MARK = f'<meta name="generator" content="{GENERATOR}">'  # by this a report of ours is known
TEXT_ID = "text"  # the id of the marked text, with which all others begin
SHEETS = ("highlight.css", "ladder.css", "tables.css", "picture.css", "report.css")
NUMBERS_IN_LEGEND = "a finding: the lists below tell it in full, by its number"


def report(article: Article, findings: Iterable[Finding], figures: Figures, today: datetime.date, made_by: str) -> str:
    """The page. Takes a text, everything the finders saw in it, how good they are (`kit.measure.measured`), the day,
    and the name and version of the kit; gives HTML, in which everything that comes from the text is escaped."""
    known = list(findings)
    marked = in_sections(known)
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
        "text": marked_text(article, marked, TEXT_ID),
        "questions": questions_to_ask(article, known),
        "sections": [section_of(article, section, known, marked, figures) for section in SECTIONS],
    }
    return str(render("report.html", "page", page))


def policy_for(style: str) -> str:
    """The policy lets in our one style sheet, by its hash, and pictures that the page carries itself; scripts, links to
    other files and forms are barred whatever should ever slip through."""
    allowed = base64.b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{allowed}'; img-src data:; base-uri 'none'; form-action 'none'"


def styles_of(count: int) -> str:
    """All styles in one sheet."""
    return page_style("".join([*map(stylesheet, SHEETS), *link_rules(TEXT_ID, count)]))


def section_of(
    article: Article, section: Section, known: Sequence[Finding], marked: Sequence[Finding], figures: Figures
) -> dict[str, Any]:
    """One of the questions: what is meant, how far to trust the helper, a picture, every finding with its reason."""
    own = set(map(id, findings_of(section, known)))
    numbered = [(number, finding) for number, finding in enumerate(marked, 1) if id(finding) in own]
    shown: dict[str, Any] = {"section": section, "trust": trust(section, figures)}
    shown |= dict.fromkeys(("picture", "ladder", "pairs", "places"))
    sources = [finding for finding in known if isinstance(finding, Source)]
    if own and section.kind == "Inconsistency":
        pairs = [finding for finding in known if isinstance(finding, Inconsistency)]
        numbers = [number for number, _ in numbered]
        shown["picture"] = draw_pairs(article, pairs, numbers)
        shown["pairs"] = list(zip(numbers, pair_tables(article, pairs, numbers).pairs, strict=True))
    elif own:
        if section.key == "who":
            shown["picture"] = draw_sources(article, findings_of(section, known), sources)  # type: ignore[arg-type]
        if section.key == "told":
            shown["ladder"] = ladder(article, sources)
        shown["places"] = [(number, finding_in_words(article, finding)) for number, finding in numbered]
    return shown

"""A report on a text: one page of HTML that needs no network and no script, for the screen and for print."""

from __future__ import annotations

import base64
import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape

from kit.finding import Finding, Inconsistency, Source
from kit.text import Article
from kit.views.arcs import draw_pairs
from kit.views.asking import questions_to_ask
from kit.views.highlight import legend, link_rules, paragraphs, stylesheet
from kit.views.ladder import ladder, table_of
from kit.views.marks import told
from kit.views.origin import in_words, origin
from kit.views.pairs import pair_html, pairs
from kit.views.passages import bdi
from kit.views.phrases import headline, one_line
from kit.views.picture import Picture, drawn
from kit.views.plots import draw_sources
from kit.views.sections import SECTIONS, Figures, Section, findings_of, in_sections, in_short, trust

GENERATOR = "Who Says So? kit report"
MARK = f'<meta name="generator" content="{GENERATOR}">'  # by this a report of ours is known
ROOT = "text"  # the id of the marked text, with which all others begin
DARK = re.compile(r'\[data-jp-theme-light="false"\] ([^{}]*\{[^{}]*\})')
CAN_NOT_KNOW = (
    "A machine has read this text. It can point at words; it can’t know whether what they say is true, whether a "
    "source is honest or well informed, what was left out, or what the writer knew and had no room for. It misses "
    "things and marks others by mistake. To find out is up to you."
)


def report(article: Article, findings: Iterable[Finding], figures: Figures, today: datetime.date, made_by: str) -> str:
    """The page. Takes a text, everything the finders saw in it, how good they are (`kit.measure.measured`), the day,
    and the name and version of the kit; gives HTML, in which everything that comes from the text is escaped."""
    known = list(findings)
    marked = in_sections(known)
    title = headline(article) or "a text without a headline"
    style = styles(len(marked))
    body = [
        f'<header><p class="kit-kind">A report on {"a news text" if article.title else "a text"}</p>',
        f"<h1>{plain_words(title.strip('“”') if article.title else 'A text without a headline')}</h1>",
        *paragraphs_of([origin(article)], "kit-from"),
        *paragraphs_of([f"Made by {made_by} on {in_words(today.isoformat())}."], "kit-from"),
        f'<p class="kit-note-first"><strong>What a machine can’t know.</strong> {CAN_NOT_KNOW}</p></header>',
        "<main>",
        *first_section(article, known),
        *text_section(article, marked),
        *questions_section(article, known),
        *(part for section in SECTIONS for part in section_of(article, section, known, marked, figures)),
        "</main>",
    ]
    return "".join([head(f"Report on {title}", style), "<body>", *body, "</body></html>\n"])


def head(title: str, style: str) -> str:
    """The head of the page. The policy lets in our one style sheet, by its hash, and pictures that the page carries
    itself; scripts, links to other files and forms are barred whatever should ever slip through."""
    allowed = base64.b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; img-src data:; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">{MARK}'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{plain_words(title)}</title><style>{style}</style></head>"
    )


def styles(count: int) -> str:
    """All styles in one sheet. What a notebook's dark theme changes, a dark screen changes here, but never paper."""
    ours = [stylesheet(name) for name in ("highlight.css", "ladder.css", "ledger.css", "report.css")]
    dark = "".join(rule for sheet in ours for rule in DARK.findall(sheet))
    links = "".join(link_rules(ROOT, count))
    return f"{''.join(ours)}{links}@media screen and (prefers-color-scheme: dark){{{dark}}}"


def first_section(article: Article, findings: Sequence[Finding]) -> Iterator[str]:
    yield '<section aria-labelledby="short"><h2 id="short">In short</h2><ul>'
    yield from (f"<li>{bdi(said)}</li>" for said in in_short(article, findings))
    yield "</ul></section>"


def text_section(article: Article, marked: Sequence[Finding]) -> Iterator[str]:
    """The text, every character of it, with its marks; the numbers lead to the lists below it."""
    yield '<section aria-labelledby="whole"><h2 id="whole">The text, marked</h2>'
    yield f'<div class="kit-view" id="{ROOT}">{legend(article, marked, HOW)}<div class="kit-text">'
    yield from paragraphs(article, marked, ROOT, linked=True)
    yield "</div></div></section>"


HOW = "a finding: the lists below tell it in full, by its number"


def section_of(
    article: Article, section: Section, known: Sequence[Finding], marked: Sequence[Finding], figures: Figures
) -> Iterator[str]:
    """One of the questions: what is meant, how far to trust the helper, a picture, every finding with its reason."""
    own = set(map(id, findings_of(section, known)))
    yield f'<section aria-labelledby="{section.key}"><h2 id="{section.key}">{section.title}</h2>'
    yield f'<p>{section.about}</p><p class="kit-trust">{trust(section, figures)}</p>'
    if not own:
        yield f"<p>{section.none}</p></section>"
        return
    numbered = [(number, finding) for number, finding in enumerate(marked, 1) if id(finding) in own]
    if section.kind == "Inconsistency":
        yield from pairs_section(article, pairs_in(known), [number for number, _ in numbered])
        return
    if section.key == "who":
        yield figure(draw_sources(article, findings_of(section, known), sources_in(known)))  # type: ignore[arg-type]
    if section.key == "told":
        yield f'<div class="kit-ladder">{table_of(ladder(article, sources_in(known)))}</div>'
    yield "<h3>Each place, with the reason</h3><ol>"
    yield from (item(article, finding, number) for number, finding in numbered)
    yield "</ol></section>"


def pairs_section(article: Article, found: Sequence[Inconsistency], numbers: Sequence[int]) -> Iterator[str]:
    """Passages that do not go together: an arc for each pair, and both side by side with the reason and the excuse."""
    yield figure(draw_pairs(article, found, numbers))
    yield '<h3>Each pair, side by side</h3><div class="kit-facts"><ol class="kit-pairs">'
    for number, pair in zip(numbers, pairs(article, found, numbers).pairs, strict=True):
        yield f'<li id="{ROOT}-{number}" value="{number}">{pair_html(pair)}{way_back(number)}</li>'
    yield "</ol></div></section>"


def sources_in(findings: Iterable[Finding]) -> list[Source]:
    return [finding for finding in findings if isinstance(finding, Source)]


def pairs_in(findings: Iterable[Finding]) -> list[Inconsistency]:
    return [finding for finding in findings if isinstance(finding, Inconsistency)]


def item(article: Article, finding: Finding, number: int) -> str:
    """One finding, under its number, with a way back to its place."""
    answers = " ".join(
        f'<span class="kit-asks">{asks}:</span> {bdi(answer)}{"" if answer.endswith((".", "?", "”")) else "."}'
        for asks, answer in told(article, finding)
    )
    return f'<li id="{ROOT}-{number}" value="{number}">{answers} {way_back(number)}</li>'


def way_back(number: int) -> str:
    return f'<a class="kit-back" href="#{ROOT}-at-{number}" aria-label="To {number} in the text">↑</a>'


def figure(picture: Picture) -> str:
    """A picture inside the page, with the same facts in words for whoever can't see it."""
    title, *lines = picture.text.split("\n")
    if picture.figure is None:
        return f"<p>{plain_words(picture.text)}</p>"
    data = base64.b64encode(drawn(picture.figure, picture.text, "png")).decode("ascii")
    items = "".join(f"<li>{bdi(line)}</li>" for line in lines)
    return (
        f'<figure><img alt="{plain_words(title)} The same stands in words below." src="data:image/png;base64,{data}">'
        f"<figcaption><details><summary>The same in words</summary><p>{bdi(title)}</p><ul>{items}</ul></details>"
        "</figcaption></figure>"
    )


def questions_section(article: Article, findings: Sequence[Finding]) -> Iterator[str]:
    yield '<section aria-labelledby="ask"><h2 id="ask">Questions to ask of this text</h2><ul class="kit-ask">'
    yield from (f"<li>{bdi(question)}</li>" for question in questions_to_ask(article, findings))
    yield "</ul></section>"


def paragraphs_of(lines: Iterable[str], name: str) -> Iterator[str]:
    yield from (f'<p class="{name}">{bdi(line)}</p>' for line in lines if line)


def plain_words(words: str) -> str:
    """Words for an attribute or an element that holds no other element."""
    return escape(one_line(words))

"""Show a text in a notebook with its findings marked, without a line of script."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

from kit.errors import KitError, type_in_words
from kit.finding import Finding
from kit.text import Article
from kit.views.characters import on_one_system, showable
from kit.views.marks import MARKS, in_order, label_of, told, used
from kit.views.origin import origin
from kit.views.plain import layout_of, plain
from kit.views.segments import Piece, Segment, segments

LINKED = 300  # up to so many findings light up as a whole; with more, a browser would be slow to follow the mouse
ROOM = 700  # characters that need about as much height as a note


class MarkingError(KitError):
    """What can't be marked; the message says why and what to do."""


@dataclass(frozen=True, slots=True, repr=False)
class Highlight:
    """A text with its marks. A notebook shows it as HTML, anything else as plain text with brackets."""

    article: Article
    findings: tuple[Finding, ...] | None  # none: the text is shown before anybody has looked for anything

    def _repr_html_(self) -> str:
        # Ids have to differ from those of every other output in the notebook, saved ones included.
        return to_html(self.article, self.findings, f"kit-{secrets.token_hex(4)}")

    def __repr__(self) -> str:
        return plain(self.article, self.findings)


def highlight(article: Article, findings: Iterable[Finding] | None = None) -> Highlight:
    """Mark findings in their text, with the reason for each on hover and on keyboard focus.

    Takes an article and the findings about it (left out, the text is shown alone); gives an object that a notebook
    displays and `print` writes as plain text. Raises MarkingError if the two are something else, with what to do.
    """
    if not isinstance(article, Article):
        raise MarkingError(
            f"highlight needs an article, not {type_in_words(article)}. Make one first: highlight(read(text))"
        )
    if findings is None:
        return Highlight(article, None)
    try:
        all_of_them = tuple(findings)
    except TypeError:
        all_of_them = (findings,)  # type: ignore[assignment]  # a single finding, or a mistake: the next lines tell
    odd = next((f for f in all_of_them if not isinstance(f, Finding)), None)
    if odd is not None:
        raise MarkingError(
            f"highlight marks findings, not {type_in_words(odd)}. Let a finder make them: find_attributions(text)"
        )
    return Highlight(article, tuple(in_order(all_of_them)))


def to_html(article: Article, asked: Sequence[Finding] | None, root: str) -> str:
    """The HTML of a view; the findings in the order of their numbers, `root` an id that no other output has."""
    findings = asked if asked and article.text else ()
    count = len(findings)
    label = "News text" if asked is None else f"News text, {count} {'place' if count == 1 else 'places'} marked"
    linked = count <= LINKED
    shape = "kit-view kit-short" if len(article.text) < 2 * ROOM else "kit-view"
    return "".join(
        [
            f'<div class="{shape}" id="{root}" role="group" aria-label="{label}">',
            f"<style>{stylesheet('highlight.css')}{''.join(link_rules(root, count)) if linked else ''}</style>",
            where_from(article),
            legend(article, asked),
            '<div class="kit-text">',
            *paragraphs(article, findings, root, linked),
            "</div>",
            *listing(article, findings, root),
            "</div>",
        ]
    )


def where_from(article: Article) -> str:
    """Outlet, date and address of the text, where they are known."""
    line = origin(article)
    return f'<p class="kit-from"><bdi>{escape(line, quote=False)}</bdi></p>' if line else ""


@cache
def stylesheet(name: str) -> str:
    """The styles of a view, without their comments and line breaks: they travel with every output."""
    css = files("kit.views").joinpath(name).read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()


def link_rules(root: str, count: int) -> Iterator[str]:
    """Styles by which a finding lights up as a whole and shows its note, wherever one points at it."""
    for number in range(1, count + 1):
        pointed = f"#{root}:has(.kit-h{number}:hover)"
        focused = f"#{root}:has(#{root}-at-{number}:is(:hover,:focus))"
        yield f"{pointed} .kit-f{number},{focused} .kit-f{number}{{background:var(--kit-lit)}}"
        yield f"{pointed} #{root}-note-{number}{{visibility:visible;transition-delay:0s;z-index:6}}"


HOW = "the reason: point at a mark, step through them with Tab, or open the list below"


def legend(article: Article, asked: Sequence[Finding] | None, how: str = HOW) -> str:
    """What the marks mean, each shown as it looks; `how` says what the numbers lead to."""
    lines = []
    for mark, role in ((MARKS[role], role) for role in used(asked or ())):
        lines.append(f'<{mark.tag} class="kit-{role} kit-opens kit-closes">{mark.name}</{mark.tag}> {mark.meaning}')
    if article.furniture:
        lines.append('<span class="kit-furniture">grey</span> belongs to the page, not to the report')
    if asked:
        lines.append(f'<sup class="kit-at"><span class="kit-number">1</span></sup> {how}')
    elif asked is not None:
        lines.append("Nothing is marked in this text.")
    return f'<ul class="kit-legend"><li>{"</li><li>".join(lines)}</li></ul>' if lines else ""


def paragraphs(
    article: Article, findings: Sequence[Finding], root: str, linked: bool, notes: bool = True
) -> Iterator[str]:
    """The text itself, every character of it, cut at the edges of marks, paragraphs, title and furniture.

    Without `notes`, the numbers carry no reasons: they stand in a list close by.
    """
    text = showable(article.text)
    areas = layout_of(article)
    edges = [edge for start, end in (*article.paragraphs, *(area[:2] for area in areas)) for edge in (start, end)]
    waiting = iter(areas)
    area = next(waiting, None)
    opens = {span.start: "kit-title" if span == article.title else "" for span in article.paragraphs}
    closes = {span.end for span in article.paragraphs}
    inside = False
    seen: set[int] = set()
    for segment in segments(len(text), findings, edges):
        while area is not None and area[1] <= segment.start:
            area = next(waiting, None)
        if segment.start in opens:
            yield f'<p class="{opens[segment.start]}" dir="auto">' if opens[segment.start] else '<p dir="auto">'
            inside = True
        dimmed = area is not None and area[2] == "furniture" and area[0] <= segment.start
        words = escape(on_one_system(text[segment.start : segment.end]), quote=False)
        yield marked(words, segment, linked, dimmed) if inside else words
        for number in segment.ends:
            if number in seen:
                yield number_again(number, root)
                continue
            seen.add(number)
            upwards = opens_upwards(segment.end, len(text)) if notes else None
            yield number_and_note(article, findings[number - 1], number, root, upwards)
        if segment.end in closes:
            yield "</p>"
            inside = False


def marked(words: str, segment: Segment, linked: bool, dimmed: bool) -> str:
    """Some words inside the elements of their marks, the outermost mark first."""
    if dimmed:
        words = f'<span class="kit-furniture">{words}</span>'
    depth: dict[str, int] = {}
    tags = []
    for piece in segment.pieces:
        depth[piece.role] = depth.get(piece.role, 0) + 1
        innermost = piece is segment.pieces[-1]
        tags.append((MARKS[piece.role].tag, " ".join(classes(piece, depth[piece.role], linked, innermost))))
    before = "".join(f'<{tag} class="{names}">' for tag, names in tags)
    return before + words + "".join(f"</{tag}>" for tag, _ in reversed(tags))


def classes(piece: Piece, depth: int, linked: bool, innermost: bool) -> Iterator[str]:
    """The classes of a mark: which part it is, how deep it lies, where it begins and ends, which finding it is of."""
    yield f"kit-{piece.role}"
    if depth > 1:
        yield f"kit-deep-{depth}"
    if piece.opens:
        yield "kit-opens"
    if piece.closes:
        yield "kit-closes"
    if linked:
        yield from (f"kit-f{number}" for number in piece.numbers)
        if innermost:
            yield f"kit-h{piece.numbers[0]}"


def opens_upwards(place: int, length: int) -> bool:
    """Near the end of the text a note opens upwards, or it would be cut off with the output."""
    return length - place < ROOM and place > ROOM / 2


def number_and_note(article: Article, finding: Finding, number: int, root: str, upwards: bool | None) -> str:
    """The number of a finding, a link that the Tab key reaches, and the note that appears with it (none, if it is not
    told where the note opens).

    The note is `hidden` for notebooks that are not trusted: they lose the styles and keep this attribute, though only
    if it has a value.
    """
    pairs = told(article, finding)
    name = escape(", ".join(showable(answer) for _, answer in pairs[:2]))
    link = f'class="kit-number" id="{root}-at-{number}" href="#{root}-{number}" aria-label="{number}: {name}"'
    if upwards is None:
        return f'<sup class="kit-at"><a {link}>{number}{label_of(finding)}</a></sup>'
    place = "kit-note kit-up" if upwards else "kit-note"
    return (
        f'<sup class="kit-at"><a {link} aria-describedby="{root}-note-{number}">{number}{label_of(finding)}</a></sup>'
        f'<span class="{place}" id="{root}-note-{number}" hidden="hidden">{answers(pairs)}</span>'
    )


def number_again(number: int, root: str) -> str:
    """The same number behind the other of two linked passages: it leads back to the first, where the note is."""
    to = f'href="#{root}-at-{number}" aria-label="{number}, the other passage: back to the first"'
    return f'<sup class="kit-at"><a class="kit-number kit-again" {to}>{number}</a></sup>'


def listing(article: Article, findings: Sequence[Finding], root: str) -> Iterator[str]:
    """All findings as a list: for touch screens, for print, for a reader who wants them in a row."""
    if not findings:
        return
    yield '<details class="kit-list"><summary>All that is marked, as a list with the reasons</summary><ol>'
    for number, finding in enumerate(findings, 1):
        back = f'<a href="#{root}-at-{number}" aria-label="Back to {number} in the text">↑</a>'
        yield f'<li id="{root}-{number}">{answers(told(article, finding))} {back}</li>'
    yield "</ol></details>"


def answers(pairs: list[tuple[str, str]]) -> str:
    """Questions and answers, a line each. `bdi` keeps words that run from right to left from turning a line round."""
    line = '<span class="kit-asks">{}:</span> <bdi>{}</bdi>'
    return "<br>".join(line.format(asks, escape(showable(answer), quote=False)) for asks, answer in pairs)

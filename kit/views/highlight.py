"""Show a text in a notebook with its findings marked, without a line of script."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kit.errors import KitError, counted, type_in_words
from kit.finding import Finding, as_confidence
from kit.text import Article
from kit.views.control_characters import on_one_system, showable
from kit.views.finding_marks import finding_in_words, in_order, label_of, marks_in
from kit.views.origin import origin
from kit.views.plain_text import as_plain_text
from kit.views.rendering import render
from kit.views.segments import MarkPiece, Segment, segments_of
from kit.views.wording import MARKS

MAX_LINKED = 300  # up to so many findings light up as a whole; with more, a browser would be slow to follow the mouse
NOTE_CHARACTERS = 700  # characters that need about as much height as a note


@dataclass(frozen=True, slots=True, repr=False)
class Highlight:
    """A text with its marks. A notebook shows it as HTML, anything else as plain text with brackets."""

    article: Article
    findings: tuple[Finding, ...] | None  # none: the text is shown before anybody has looked for anything

    def _repr_html_(self) -> str:
        # Ids have to differ from those of every other output in the notebook, saved ones included.
        return to_html(self.article, self.findings, f"kit-{secrets.token_hex(4)}")

    def __repr__(self) -> str:
        return as_plain_text(self.article, self.findings)


def highlight(article: Article, findings: Iterable[Finding] | None = None, at_least: float = 0.0) -> Highlight:
    """Mark findings in their text, with the reason for each on hover and on keyboard focus.

    Takes an article, the findings about it (left out, the text is shown alone), and how sure an attribution must be to
    be marked: with `at_least=0.8` only those of whose kind 80 of 100 or more were right in real news. Gives an object
    that a notebook displays and `print` writes as plain text. Raises KitError if the three are something else, with
    what to do.

    >>> from kit import find_attributions, highlight, read
    >>> text = read("It rained, the mayor said.")
    >>> str(highlight(text, find_attributions(text))).splitlines()[2]
    '{It rained}, [the mayor] <said>(1).'
    """
    if not isinstance(article, Article):
        raise KitError(
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
        raise KitError(
            f"highlight marks findings, not {type_in_words(odd)}. Let a finder make them: find_attributions(text)"
        )
    least = as_confidence(at_least)
    return Highlight(article, tuple(in_order(f for f in all_of_them if getattr(f, "confidence", 1.0) >= least)))


def to_html(article: Article, asked: Sequence[Finding] | None, root: str) -> str:
    """The HTML of a view; the findings in the order of their numbers, `root` an id that no other output has."""
    findings = asked if asked and article.text else ()
    linked = len(findings) <= MAX_LINKED
    view = render(
        "text.html",
        "view",
        {
            "root": root,
            "short": len(article.text) < 2 * NOTE_CHARACTERS,
            "label": "News text" if asked is None else f"News text, {counted(len(findings), 'place')} marked",
            "link_rules": "".join(link_rules(root, len(findings))) if linked else "",
            "origin": origin(article),
            "legend": legend(article, asked),
            "text": marked_text(article, findings, root, linked),
            "told": [finding_in_words(article, finding) for finding in findings],
        },
    )
    return str(view)


def link_rules(root: str, count: int) -> Iterator[str]:
    """Styles by which a finding lights up as a whole and shows its note, wherever one points at it."""
    for number in range(1, count + 1):
        pointed = f"#{root}:has(.kit-h{number}:hover)"
        focused = f"#{root}:has(#{root}-at-{number}:is(:hover,:focus))"
        yield f"{pointed} .kit-f{number},{focused} .kit-f{number}{{background:var(--kit-lit)}}"
        yield f"{pointed} #{root}-note-{number}{{visibility:visible;transition-delay:0s;z-index:6}}"


NUMBERS_IN_LEGEND = "the reason: point at a mark, step through them with Tab, or open the list below"


def legend(article: Article, asked: Sequence[Finding] | None, how: str = NUMBERS_IN_LEGEND) -> str:
    """What the marks mean, each shown as it looks; `how` says what the numbers lead to."""
    styles = [(role, MARKS[role]) for role in marks_in(asked or ())]
    nothing = "" if asked or asked is None else "Nothing is marked in this text."
    return render("text.html", "legend", styles, bool(article.furniture), how if asked else "", nothing)


def marked_text(
    article: Article,
    findings: Sequence[Finding],
    root: str,
    linked: bool = True,
    notes: bool = True,
    names: Sequence[str] = (),
) -> str:
    """The text itself, every character of it, cut at the edges of marks, paragraphs, title and furniture.

    Without `notes`, the numbers carry no reasons: they stand in a list close by. `names` are shown in place of the
    numbers.
    """
    return render("text.html", "marked", stretches(article, findings, linked, notes, names), root)


def stretches(
    article: Article, findings: Sequence[Finding], linked: bool, notes: bool, names: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """The pieces of the text in their order, as the template takes them: the class of a paragraph that opens (or None),
    the elements of the marks, whether the words are furniture, the words, the numbers behind, whether it closes."""
    text = showable(article.text)
    opens = {span.start: "kit-title" if span == article.title else "" for span in article.paragraphs}
    closes = {span.end for span in article.paragraphs}
    inside = False
    seen: set[int] = set()
    for segment, area in segments_of(article, findings):
        inside = inside or segment.start in opens
        numbers = []
        for number in segment.ends:
            shown = names[number - 1] if names else str(number)
            stands = numbered(article, findings[number - 1], number, segment.end, notes, number in seen)
            numbers.append({**stands, "shown": shown})
            seen.add(number)
        yield (
            opens.get(segment.start),
            list(tags_of(segment, linked)) if inside else [],
            inside and area == "furniture",
            on_one_system(text[segment.start : segment.end]),
            numbers,
            segment.end in closes,
        )
        inside = inside and segment.end not in closes


def tags_of(segment: Segment, linked: bool) -> Iterator[tuple[str, str]]:
    """The elements of the marks over some words with their classes, the outermost mark first."""
    depth: dict[str, int] = {}
    for piece in segment.pieces:
        depth[piece.role] = depth.get(piece.role, 0) + 1
        innermost = piece is segment.pieces[-1]
        yield MARKS[piece.role].tag, " ".join(classes(piece, depth[piece.role], linked, innermost))


def classes(piece: MarkPiece, depth: int, linked: bool, innermost: bool) -> Iterator[str]:
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


def numbered(article: Article, finding: Finding, number: int, end: int, notes: bool, again: bool) -> dict[str, Any]:
    """The number of a finding that stands at a place of the text, with what its note says.

    Near the end of the text a note opens upwards, or it would be cut off with the output.
    """
    answers = finding_in_words(article, finding)
    return {
        "number": number,
        "label": label_of(finding),
        "again": again,
        "name": ", ".join(answer for _, answer in answers[:2]),
        "answers": answers if notes else (),
        "upwards": len(article.text) - end < NOTE_CHARACTERS and end > NOTE_CHARACTERS / 2,
    }

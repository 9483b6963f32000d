"""The findings in plain text, for a terminal and wherever HTML can't be shown: brackets tell the marks apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kit.finding import Finding
from kit.text import Article
from kit.views.control_characters import for_terminal, on_one_system, showable
from kit.views.finding_marks import finding_in_words, in_order, label_of, marks_in
from kit.views.origin import origin, what_was_read
from kit.views.segments import segments_of
from kit.views.wording import MARKS

# Some text, and the roles of the marks over it, the innermost last, for whoever can draw more than brackets. The roles
# are the names of the marks, and "title", "furniture" and "number".
Chunk = tuple[str, tuple[str, ...]]


def as_plain_text(article: Article, findings: Iterable[Finding] | None, headline: bool = False) -> str:
    """The text with its marks in brackets, a legend above it and the findings told in full below; or the text alone.

    `headline` puts what was taken for the headline above it all.
    """
    known = in_order(findings or ())
    above = () if findings is None else legend(known)
    chunks = (*where_from(article, headline), *above, *marked_text(article, known))
    below = () if findings is None else ("\n", *reasons(article, known))
    return for_terminal("".join((*(text for text, _ in chunks), *below)))


def where_from(article: Article, headline: bool = False) -> Iterator[Chunk]:
    """Outlet, date and address of the text, where they are known, and the headline before them if it is asked for."""
    if lines := what_was_read(article) if headline else origin(article):
        yield f"{lines}\n\n", ()


def reasons(article: Article, findings: Sequence[Finding]) -> Iterator[str]:
    """Each finding in full, under its number."""
    for number, finding in enumerate(findings, 1):
        yield "\n"
        lead = f"({number})"
        for asks, answer in finding_in_words(article, finding):
            yield f"{lead:>6} {asks + ':':<6} {showable(answer)}\n"
            lead = ""


def legend(findings: Sequence[Finding]) -> Iterator[Chunk]:
    """What the brackets mean."""
    if not findings:
        yield "Nothing is marked.\n\n", ()
        return
    for role in marks_in(findings):
        mark = MARKS[role]
        before, after = mark.brackets
        yield f"{before}{mark.name}{after}", (role,)
        yield f" {mark.meaning}   ", ()
    yield "(1)", ("number",)
    yield " told below\n\n", ()


def marked_text(article: Article, findings: Sequence[Finding]) -> Iterator[Chunk]:
    """The text itself. Brackets open and close where a mark does; numbers lead to the list below."""
    text = showable(article.text)
    for segment, area in segments_of(article, findings):
        roles = (*filter(None, [area]), *(piece.role for piece in segment.pieces))
        before = "".join(MARKS[piece.role].brackets[0] for piece in segment.pieces if piece.opens)
        after = "".join(MARKS[piece.role].brackets[1] for piece in reversed(segment.pieces) if piece.closes)
        yield before + on_one_system(text[segment.start : segment.end]) + after, roles
        for number in segment.ends:
            yield f"({number}{label_of(findings[number - 1])})", ("number",)

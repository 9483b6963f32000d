"""Where in a text something stands: a strip as long as the text, with a line for each place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kit.errors import counted
from kit.finding import Finding
from kit.text import Article
from kit.views.drawing import draw_ends, write_below
from kit.views.finding_marks import parts_of, shortened
from kit.views.palette import FAINT, INK, PANEL
from kit.views.picture import Picture, drawn_picture
from kit.views.shared_wording import headline

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MIN_SHARE = 0.003  # the least width of a mark, as a share of the text, so that it is seen
NUMBER_ROWS = 3  # of numbers below the strip, so that neighbours do not cover each other


def draw_places(article: Article, findings: Sequence[Finding], thing: str) -> Picture:
    """Where in a text the findings stand, from its first word on the left to its last on the right, with their numbers.

    `thing` is what they are called ("soft word"). With no findings there is nothing to draw, and the sentence says so.
    """
    if not findings:
        return Picture(None, f"There is no {thing} in this text, so there is nothing to draw.")
    title = f"Where in the text: {counted(len(findings), thing)}"
    sentences = [sentence_about(article, finding, number) for number, finding in enumerate(findings, 1)]
    text = "\n".join([f"{title}. {headline(article)}".strip(), *sentences])

    def draw(figure: Figure) -> None:
        axes = figure.subplots()
        draw_strip(axes, article)
        for number, finding in enumerate(findings, 1):
            draw_finding(axes, article, finding, number)

    return drawn_picture(title, [*filter(None, [headline(article)])], 1.1, draw, text)


def sentence_about(article: Article, finding: Finding, number: int) -> str:
    paragraph = 1 + sum(span.end <= finding.span.start for span in article.paragraphs)
    words = shortened(article, finding.span)
    return f"Number {number}, paragraph {paragraph} of {len(article.paragraphs)}: “{words}”."


def draw_strip(axes: Axes, article: Article) -> None:
    """The strip that stands for the text, with a thin line where a paragraph begins, and its two ends named."""
    axes.set_facecolor(PANEL)
    axes.set(xlim=(0, max(1, len(article.text))), xticks=[], yticks=[])
    for paragraph in article.paragraphs[1:]:
        axes.axvline(paragraph.start, color=FAINT, linewidth=0.4)
    draw_ends(axes, NUMBER_ROWS)


def draw_finding(axes: Axes, article: Article, finding: Finding, number: int) -> None:
    """A mark for each piece of a finding, and its number below the first."""
    for _, spans in parts_of(finding):
        for start, end in spans or (finding.span,):
            axes.axvspan(start, max(end, start + MIN_SHARE * len(article.text)), color=INK, linewidth=0)
    write_below(axes, finding.span.start, (number - 1) % NUMBER_ROWS, str(number))

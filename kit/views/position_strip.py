"""Where in a text something stands: a strip as long as the text, with a line for each place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kit.finding import Finding
from kit.text import Article
from kit.views.drawing import EDGE, SMALL, WIDTH, canvas, rectangle, write
from kit.views.finding_marks import parts_of, shortened
from kit.views.palette import FAINT, INK, PANEL
from kit.views.picture import Picture, our_style
from kit.views.shared_wording import counted, headline, one_line

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# All lengths are inches.
STRIP = 0.4  # the height of the strip
MIN_WIDTH = 0.02  # the least width of a mark, so that it is seen
NUMBER_ROWS = 3  # of numbers below it, so that neighbours do not cover each other


def draw_places(article: Article, findings: Sequence[Finding], thing: str) -> Picture:
    """Where in a text the findings stand, from its first word on the left to its last on the right, with their numbers.

    `thing` is what they are called ("soft word"). With no findings there is nothing to draw, and the sentence says so.
    """
    if not findings:
        return Picture(None, f"There is no {thing} in this text, so there is nothing to draw.")
    title = f"Where in the text: {counted(len(findings), thing)}"
    with our_style():
        figure = picture_of(article, findings, title)
    lines = [sentence_about(article, finding, number) for number, finding in enumerate(findings, 1)]
    return Picture(figure, "\n".join([f"{title}. {headline(article)}".strip(), *lines]))


def sentence_about(article: Article, finding: Finding, number: int) -> str:
    paragraph = 1 + sum(span.end <= finding.span.start for span in article.paragraphs)
    words = one_line(shortened(article, finding.span))
    return f"Number {number}, paragraph {paragraph} of {len(article.paragraphs)}: “{words}”."


def picture_of(article: Article, findings: Sequence[Finding], title: str) -> Figure:
    figure, axes, top = canvas(title, [line for line in [headline(article)] if line], STRIP + 0.15 * NUMBER_ROWS + 0.35)
    middle = top + STRIP / 2
    scale = (WIDTH - 2 * EDGE) / max(1, len(article.text))
    axes.add_patch(rectangle((EDGE, middle), (WIDTH - 2 * EDGE, STRIP), facecolor=PANEL, edgecolor=INK, linewidth=0.8))
    for span in article.paragraphs[1:]:
        line = rectangle((EDGE + span.start * scale, middle), (0.004, STRIP), facecolor=FAINT, linewidth=0)
        axes.add_patch(line)
    for number, finding in enumerate(findings, 1):
        for _, spans in parts_of(finding):
            for start, end in spans or (finding.span,):
                width = max(MIN_WIDTH, (end - start) * scale)
                axes.add_patch(rectangle((EDGE + start * scale, middle), (width, STRIP), facecolor=INK, linewidth=0))
        below = top + STRIP + 0.12 + 0.15 * ((number - 1) % NUMBER_ROWS)
        write(axes, EDGE + finding.span.start * scale, below, str(number), SMALL)
    foot = top + STRIP + 0.15 * NUMBER_ROWS + 0.15
    write(axes, EDGE, foot, "first word", SMALL, FAINT)
    write(axes, WIDTH - EDGE, foot, "last word", SMALL, FAINT, align="right")
    return figure

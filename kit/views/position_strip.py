"""Where in a text something stands: a strip as long as the text, with a line for each place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kit.finding import Finding
from kit.text import Article
from kit.views.drawing import EDGE, SMALL, WIDTH, rectangle, write, write_ends
from kit.views.finding_marks import parts_of, shortened
from kit.views.palette import FAINT, INK, PANEL
from kit.views.picture import Picture, drawn_picture
from kit.views.shared_wording import counted, headline, one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

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
    sentences = [sentence_about(article, finding, number) for number, finding in enumerate(findings, 1)]
    text = "\n".join([f"{title}. {headline(article)}".strip(), *sentences])

    def draw(axes: Axes, top: float) -> None:
        draw_strip(axes, top, article)
        for number, finding in enumerate(findings, 1):
            draw_finding(axes, top, article, finding, number)

    return drawn_picture(title, [*filter(None, [headline(article)])], STRIP + 0.15 * NUMBER_ROWS + 0.35, draw, text)


def sentence_about(article: Article, finding: Finding, number: int) -> str:
    paragraph = 1 + sum(span.end <= finding.span.start for span in article.paragraphs)
    words = one_line(shortened(article, finding.span))
    return f"Number {number}, paragraph {paragraph} of {len(article.paragraphs)}: “{words}”."


def draw_strip(axes: Axes, top: float, article: Article) -> None:
    """The strip that stands for the text, with a thin line where a paragraph begins, and its two ends named."""
    middle = top + STRIP / 2
    axes.add_patch(rectangle((EDGE, middle), (WIDTH - 2 * EDGE, STRIP), facecolor=PANEL, edgecolor=INK, linewidth=0.8))
    for span in article.paragraphs[1:]:
        at = EDGE + span.start * scale_of(article)
        axes.add_patch(rectangle((at, middle), (0.004, STRIP), facecolor=FAINT, linewidth=0))
    write_ends(axes, top + STRIP + 0.15 * NUMBER_ROWS + 0.15)


def draw_finding(axes: Axes, top: float, article: Article, finding: Finding, number: int) -> None:
    """A mark for each piece of a finding, and its number below the first."""
    scale = scale_of(article)
    for _, spans in parts_of(finding):
        for start, end in spans or (finding.span,):
            size = max(MIN_WIDTH, (end - start) * scale), STRIP
            axes.add_patch(rectangle((EDGE + start * scale, top + STRIP / 2), size, facecolor=INK, linewidth=0))
    below = top + STRIP + 0.12 + 0.15 * ((number - 1) % NUMBER_ROWS)
    write(axes, EDGE + finding.span.start * scale, below, str(number), SMALL)


def scale_of(article: Article) -> float:
    """Inches for a character of the text."""
    return (WIDTH - 2 * EDGE) / max(1, len(article.text))

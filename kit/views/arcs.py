"""The arc picture: the text as a line, and an arc from each passage to the one that does not go with it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import starmap
from typing import TYPE_CHECKING, Any

from kit.errors import counted
from kit.finding import Inconsistency, Verdict
from kit.text import Article
from kit.views.drawing import LINE_CHARACTERS, draw_ends, draw_key, wrapped
from kit.views.finding_marks import in_order, shortened_pieces
from kit.views.palette import FAINT, INK
from kit.views.passage_context import whereabouts
from kit.views.picture import Picture, drawn_picture
from kit.views.shared_wording import headline
from kit.views.wording import SENTENCES, TYPES, VERDICTS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

MAX_ARCS = 12  # arcs that one can tell apart
LOWEST_ARC = 0.3  # the height of an arc between neighbours; one over the whole text has 1


def draw_pairs(article: Article, findings: Iterable[Inconsistency]) -> Picture:
    """The text as a line from its first word to its last, with an arc between the passages of each pair.

    Takes an article and the inconsistencies found in it; gives a picture with the same in sentences. Beyond twelve
    pairs the picture shows the first, and the sentences tell all.
    """
    found = [finding for finding in in_order(findings) if isinstance(finding, Inconsistency)]
    if not found:
        return Picture(None, SENTENCES["no_pairs"])
    sentences = [sentence_of(article, finding, number) for number, finding in enumerate(found, 1)]
    title = "Which passages don’t agree, and where they are"
    count = counted(len(found), "pair") + (f", the first {MAX_ARCS} drawn" if len(found) > MAX_ARCS else "")
    below = [*filter(None, [headline(article)]), count]
    text = "\n".join([f"{title}. {', '.join(below)}:", *sentences])
    drawn = found[:MAX_ARCS]
    key = [(v, f"{VERDICTS[v].name}: {VERDICTS[v].meaning}") for v in dict.fromkeys(each.verdict for each in drawn)]
    key += [(each.verdict, wrapped(said, LINE_CHARACTERS - 8, 3)) for each, said in zip(drawn, sentences, strict=False)]

    def draw(figure: Figure) -> None:
        axes = figure.subplots()
        draw_text(axes, article)
        for number, finding in enumerate(drawn, 1):
            draw_arc(axes, article, finding, number)
        draw_key(figure, list(starmap(line_of, key)), 1)

    return drawn_picture(title, below, 1.9 + 0.17 * sum(1 + words.count("\n") for _, words in key), draw, text)


def sentence_of(article: Article, finding: Inconsistency, number: int) -> str:
    """A pair in words: what differs, and where a reader finds it."""
    sides = ((finding.claim, finding.claim_words), (finding.other, finding.other_words))
    one, other = (
        f"“{shortened_pieces(article, words or (span,))}” ({whereabouts(article, span)})" for span, words in sides
    )
    name = f"{TYPES[finding.type]}, {VERDICTS[finding.verdict].name}"
    return f"{number}. {name[0].upper()}{name[1:]}: {one} and {other}."


def draw_text(axes: Axes, article: Article) -> None:
    """The line that stands for the text, with a stroke where a paragraph begins, and its two ends named."""
    axes.set(xlim=(-0.01, 1.01), ylim=(-0.05, 1.15))
    axes.set_axis_off()
    axes.plot([0, 1], [0, 0], color=INK, linewidth=1.2, gid="text")
    starts = [paragraph.start / max(1, len(article.text)) for paragraph in article.paragraphs]
    axes.vlines(starts, -0.05, 0, FAINT, linewidth=0.8)
    draw_ends(axes)


def draw_arc(axes: Axes, article: Article, finding: Inconsistency, number: int) -> None:
    """Half an ellipse over the line, in the pattern of its verdict, its number on top."""
    from matplotlib.patches import Arc

    look = VERDICTS[finding.verdict]
    first, second = (span.start / max(1, len(article.text)) for span in (finding.claim, finding.other))
    middle, width = (first + second) / 2, abs(second - first)
    height = LOWEST_ARC + (1 - LOWEST_ARC) * width
    style: Any = {"linewidth": look.width, "linestyle": look.dashes, "gid": f"arc-{number}"}
    axes.add_patch(Arc((middle, 0), width, 2 * height, theta2=180, color=INK, **style))
    axes.plot([first, second], [0, 0], "o", color=INK, markersize=3.5)
    circle = {"boxstyle": "circle,pad=0.18", "facecolor": "white", "edgecolor": INK, "linewidth": 0.8}
    axes.text(middle, height, str(number), ha="center", va="center", weight="bold", bbox=circle)


def line_of(verdict: Verdict, words: str) -> Line2D:
    """A line of the key, in the pattern of a verdict."""
    from matplotlib.lines import Line2D

    look = VERDICTS[verdict]
    return Line2D([], [], color=INK, linewidth=look.width, linestyle=look.dashes, label=words)

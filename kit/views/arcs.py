"""The arc picture: the text as a line, and an arc from each passage to the one that does not go with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from kit.finding import Inconsistency, Verdict
from kit.text import Article, Span
from kit.views.drawing import EDGE, SMALL, TEXT, WIDTH, wrapped, write, write_ends
from kit.views.finding_marks import in_order, shortened
from kit.views.palette import FAINT, INK
from kit.views.passage_context import whereabouts
from kit.views.picture import Picture, drawn_picture
from kit.views.shared_wording import counted, headline, one_line
from kit.views.verdicts import NO_PAIRS, TYPES, VERDICTS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MAX_ARCS = 12  # arcs that one can tell apart
# All lengths are inches.
TALLEST_ARC = 1.5  # an arc over the whole text
LOWEST_ARC = 0.4
LINE, GAP = 0.17, 0.12
TICK = 0.09
STEPS = 40  # straight pieces that an arc is drawn with


@dataclass(frozen=True, slots=True)
class Arc:
    """Two passages: where each begins, as a share of the text, the words that differ, and where a reader finds them."""

    first: float
    second: float
    verdict: Verdict
    number: int
    name: str
    words: tuple[str, str]
    places: tuple[str, str]


def draw_pairs(article: Article, findings: Iterable[Inconsistency], numbers: Sequence[int] = ()) -> Picture:
    """The text as a line from its first word to its last, with an arc between the passages of each pair.

    Takes an article and the inconsistencies found in it; gives a picture with the same in sentences. Beyond twelve
    pairs the picture shows the first, and the sentences tell all. `numbers` are those that the pairs have elsewhere, in
    the order of the text; left out, they are counted from 1.
    """
    found = [finding for finding in in_order(findings) if isinstance(finding, Inconsistency)]
    if not found:
        return Picture(None, NO_PAIRS)
    counting = numbers or range(1, len(found) + 1)
    arcs = [arc_of(article, finding, number) for finding, number in zip(found, counting, strict=True)]
    title = "Which passages do not go together, and where they stand"
    count = counted(len(arcs), "pair") + (f", the first {MAX_ARCS} drawn" if len(arcs) > MAX_ARCS else "")
    below = [*filter(None, [headline(article)]), count]
    text = "\n".join([f"{title}. {', '.join(below)}:", *map(sentence_of, arcs)])
    drawn = arcs[:MAX_ARCS]
    lines = [wrapped(sentence_of(arc), TEXT, WIDTH - 2 * EDGE, 3) for arc in drawn]
    verdicts = list(dict.fromkeys(arc.verdict for arc in drawn))
    tall = max(map(height_of, drawn))
    room = GAP + tall + 0.5 + LINE * len(verdicts) + GAP + sum(LINE * len(each) + 0.06 for each in lines) + EDGE

    def draw(axes: Axes, top: float) -> None:
        line = top + GAP + tall + 0.1
        draw_text(axes, article, line)
        for arc in drawn:
            draw_arc(axes, arc, line)
        for number, verdict in enumerate(verdicts):
            draw_key(axes, verdict, line + 0.45 + LINE * number)
        place = line + 0.45 + LINE * len(verdicts) + GAP
        for each in lines:
            for number, words in enumerate(each):
                write(axes, EDGE, place + LINE * number, words, TEXT)
            place += LINE * len(each) + 0.06

    return drawn_picture(title, below, room, draw, text)


def arc_of(article: Article, finding: Inconsistency, number: int) -> Arc:
    length = max(1, len(article.text))
    return Arc(
        finding.claim.start / length,
        finding.other.start / length,
        finding.verdict,
        number,
        f"{TYPES[finding.type]}, {VERDICTS[finding.verdict].name}",
        (
            words_of(article, finding.claim_words or (finding.claim,)),
            words_of(article, finding.other_words or (finding.other,)),
        ),
        (whereabouts(article, finding.claim), whereabouts(article, finding.other)),
    )


def words_of(article: Article, spans: Sequence[Span]) -> str:
    return " … ".join(one_line(shortened(article, span)) for span in spans)


def sentence_of(arc: Arc) -> str:
    """One arc in words."""
    (one, other), (here, there) = arc.words, arc.places
    return f"{arc.number}. {arc.name[0].upper()}{arc.name[1:]}: “{one}” ({here}) and “{other}” ({there})."


def x_at(share: float) -> float:
    """Where a place of the text lies on the line."""
    return EDGE + share * (WIDTH - 2 * EDGE)


def height_of(arc: Arc) -> float:
    return LOWEST_ARC + (TALLEST_ARC - LOWEST_ARC) * abs(arc.second - arc.first)


def draw_text(axes: Axes, article: Article, line: float) -> None:
    """The line that stands for the text, with a stroke where a paragraph begins, and its two ends named."""
    axes.plot([EDGE, WIDTH - EDGE], [line, line], color=INK, linewidth=1.2, gid="text")
    length = max(1, len(article.text))
    for paragraph in article.paragraphs:
        at = x_at(paragraph.start / length)
        axes.plot([at, at], [line, line + TICK], color=FAINT, linewidth=0.8, gid="paragraph")
    write_ends(axes, line + TICK + 0.12)


def draw_arc(axes: Axes, arc: Arc, line: float) -> None:
    """Half an ellipse over the line, in the pattern of its verdict, its number on top."""
    look = VERDICTS[arc.verdict]
    left, right = x_at(arc.first), x_at(arc.second)
    middle, half, height = (left + right) / 2, (right - left) / 2, height_of(arc)
    turns = [pi * step / STEPS for step in range(STEPS + 1)]
    axes.plot(
        [middle - half * cos(turn) for turn in turns],
        [line - height * sin(turn) for turn in turns],
        color=INK,
        linewidth=look.width,
        linestyle=look.dashes,
        gid=f"arc-{arc.number}",
    )
    axes.plot([left, right], [line, line], "o", color=INK, markersize=3.5)
    axes.text(
        middle, line - height, str(arc.number), ha="center", va="center", fontsize=TEXT, fontweight="bold", color=INK,
        bbox={"boxstyle": "circle,pad=0.18", "facecolor": "white", "edgecolor": INK, "linewidth": 0.8},
        gid=f"number-{arc.number}",
    )  # fmt: skip


def draw_key(axes: Axes, verdict: Verdict, place: float) -> None:
    """What a pattern of line means."""
    look = VERDICTS[verdict]
    axes.plot([EDGE, EDGE + 0.45], [place, place], color=INK, linewidth=look.width, linestyle=look.dashes, gid="key")
    write(axes, EDGE + 0.55, place, f"{look.name}: {look.meaning}", SMALL, FAINT)

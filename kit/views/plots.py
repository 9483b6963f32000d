"""Pictures of who speaks in a text and how much the reader is told of them.

matplotlib is opened only when a picture is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.finding import Attribution, Level, Source
from kit.text import Article
from kit.views.characters import showable
from kit.views.levels import RUNGS
from kit.views.picture import WIDTH, Picture, canvas, drawable, font, our_style, wide, wrapped
from kit.views.tally import Share, shares, voices

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_BARS = 12
MOST_ARTICLES = 12
INK, FAINT, PALE = "#111111", "#565656", "#f0f0f0"
TITLE, TEXT, SMALL = 12.5, 9.5, 8.0  # points
# All lengths are inches.
EDGE = 0.12  # white around everything
GAP = 0.1
LINE, SMALL_LINE = 0.17, 0.15  # from one line to the next
NAMES = 2.2  # room for the names
NUMBERS = 1.5  # room for what stands behind the longest bar
THICK, THIN = 0.32, 0.14  # a bar where the words are the speaker's own, and where they are the reporter's
PANELS = 3  # side by side
ROW = 0.27  # from one level to the next


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a name, its level (None for several together), the words word for word and in the reporter's words, and
    where a source is hidden in how many places."""

    name: str
    level: Level | None
    direct: int
    indirect: int
    places: int = 0

    @property
    def words(self) -> int:
        return self.direct + self.indirect

    @property
    def rung(self) -> str:
        """The level in words."""
        if self.level is None:
            return "several levels"
        return RUNGS[self.level].name + (f", in {counted(self.places, 'place')}" if self.places else "")

    @property
    def manner(self) -> str:
        """How many of the words are the speaker's own, if any."""
        if not self.direct:
            return ""
        return f"{self.direct if self.indirect else 'all'} word for word"


def draw_sources(article: Article, attributions: Iterable[Attribution], sources: Iterable[Source]) -> Picture:
    """Who speaks in a text and how many words each is given, the most first.

    Takes an article, its attributions and its sources; gives a picture with one bar for each person or body, one for
    all places where a source is hidden, and one for the rest where there are more than twelve. A bar is thick for words
    in quotation marks and thin for the reporter's.
    """
    result = shares(article, attributions, sources)
    if not result:
        return Picture(None, nothing_in(article))
    bars = bars_of(result)
    title = "Who speaks, and how many words each is given"
    below = " · ".join(filter(None, [headline(article), counted(len(result), "source")]))
    with our_style():
        return Picture(picture_of(bars, title, below), "\n".join([f"{title} ({below}):", *map(sentence, bars)]))


def bars_of(result: Sequence[Share]) -> list[Bar]:
    """A bar for each share; of more than twelve the last ones in one, though never the hidden sources."""
    bars = [
        Bar(one_line(s.voice.name), s.voice.level, s.direct, s.indirect, hidden_places(s)) for s in result
    ]
    if len(bars) <= MOST_BARS:
        return bars
    kept = sorted(range(len(bars)), key=lambda n: (bars[n].level != "hidden", n))[:MOST_BARS]
    rest = [bar for number, bar in enumerate(bars) if number not in kept]
    levels = {bar.level for bar in rest}
    others = Bar(
        counted(len(rest), "other"),
        levels.pop() if len(levels) == 1 else None,
        sum(bar.direct for bar in rest),
        sum(bar.indirect for bar in rest),
    )
    return [*(bars[number] for number in sorted(kept)), others]


def hidden_places(share: Share) -> int:
    return len(share.voice.mentions) if share.voice.level == "hidden" else 0


def sentence(bar: Bar) -> str:
    return f"{bar.name} ({bar.rung}): {counted(bar.words, 'word')}{', ' if bar.manner else ''}{bar.manner}."


def picture_of(bars: Sequence[Bar], title: str, below: str) -> Figure:
    names = [wrapped(bar.name, TEXT, NAMES - EDGE, 2) for bar in bars]
    heights = [max(0.5, LINE * len(lines) + SMALL_LINE + GAP) for lines in names]
    top = EDGE + 0.6
    figure, axes = canvas(top + sum(heights) + 0.45)
    heading(axes, title, below)
    scale = (WIDTH - NAMES - GAP - NUMBERS) / max(1, *(bar.words for bar in bars))
    for bar, lines, height in zip(bars, names, heights, strict=True):
        middle = top + height / 2
        label(axes, lines, bar.rung, middle)
        draw_bar(axes, bar, middle + THICK / 2, scale)
        top += height
    key(axes, top + 0.22)
    return figure


def heading(axes: Axes, title: str, below: str) -> None:
    write(axes, EDGE, EDGE + 0.12, title, TITLE, bold=True)
    write(axes, EDGE, EDGE + 0.36, below, SMALL + 1, colour=FAINT)


def label(axes: Axes, lines: Sequence[str], rung: str, middle: float) -> None:
    """A name in one or two lines and its level below, on the left of the bar."""
    first = middle - (LINE * (len(lines) - 1) + SMALL_LINE) / 2
    for number, line in enumerate(lines):
        write(axes, NAMES, first + number * LINE, line, TEXT, right=True)
    write(axes, NAMES, first + (len(lines) - 1) * LINE + SMALL_LINE, rung, SMALL, FAINT, right=True)


def draw_bar(axes: Axes, bar: Bar, bottom: float, scale: float) -> None:
    """Both parts of a bar side by side on one ground line, with the numbers behind."""
    left = NAMES + GAP
    box(axes, left, bottom - THICK, bar.direct * scale, THICK, bar.level, f"direct: {bar.name}")
    box(axes, left + bar.direct * scale, bottom - THIN, bar.indirect * scale, THIN, bar.level, f"indirect: {bar.name}")
    behind = left + bar.words * scale + 0.07
    middle = bottom - THICK / 2 if bar.direct else bottom - THIN / 2
    write(axes, behind, middle, str(bar.words), TEXT, bold=True)
    write(axes, behind + wide(str(bar.words), TEXT, True) + 0.07, middle, bar.manner, SMALL, FAINT)

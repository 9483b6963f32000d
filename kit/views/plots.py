"""Pictures of who speaks in a text and how much the reader is told of them.

matplotlib is opened only when a picture is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.errors import KitError
from kit.finding import Attribution, Level, Source
from kit.text import Article
from kit.views.drawing import (
    EDGE,
    SMALL,
    TEXT,
    WIDTH,
    draw_box,
    rectangle,
    width_of,
    wrapped,
    write,
)
from kit.views.palette import FAINT, PANEL
from kit.views.picture import Picture, drawn_picture
from kit.views.rungs import NO_LEVEL, RUNGS
from kit.views.shared_wording import counted, headline, nothing_in
from kit.views.tally import NOBODY, UNKNOWN_SPEAKER, Share, shares

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_BARS = 12
MOST_ARTICLES = 12
# All lengths are inches.
GAP = 0.1
LINE, SMALL_LINE = 0.17, 0.15  # from one line to the next
NAMES = 2.2  # room for the names
NUMBERS = 1.5  # room for what stands behind the longest bar
THICK, THIN = 0.32, 0.14  # a bar where the words are the speaker's own, and where they are the reporter's
PANELS = 3  # side by side
LEVELS = 1.5  # room for the names of the levels
SHARES = 0.8  # room for the numbers behind their bars
ROW, BAR = 0.27, 0.2  # from one level to the next, and how thick its bar is


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a name, its level (None for several sources together), the words word for word and in the reporter's
    words, and where a source is hidden in how many places."""

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
            return "together"
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
    below = [*filter(None, [headline(article)]), ", ".join(numbers_of(result))]
    text = "\n".join([f"{title}. {', '.join(below)}:", *map(sentence_about, bars)])
    return picture_of(bars, title, below, text)


def numbers_of(result: Sequence[Share]) -> Iterator[str]:
    """How many sources there are, and in how many places one is hidden."""
    hidden = sum(hidden_places(share) for share in result)
    told = sum(share.voice.level != "hidden" for share in result)
    if told:
        yield counted(told, "source")
    if hidden:
        yield f"{counted(hidden, 'place')} where a source is hidden"


def bars_of(result: Sequence[Share]) -> list[Bar]:
    """A bar for each share; of more than twelve the last ones in one, though never the hidden sources."""
    bars = [Bar(s.voice.name, s.voice.level, s.direct, s.indirect, hidden_places(s)) for s in result]
    if len(bars) <= MOST_BARS + 1:  # "1 other" would take the room of its name
        return bars
    kept = sorted(range(len(bars)), key=lambda n: (bars[n].level != "hidden", n))[:MOST_BARS]
    rest = [bar for number, bar in enumerate(bars) if number not in kept]
    others = Bar(f"{len(rest)} others", None, sum(bar.direct for bar in rest), sum(bar.indirect for bar in rest))
    return [*(bars[number] for number in sorted(kept)), others]


def hidden_places(share: Share) -> int:
    return len(share.voice.mentions) if share.voice.level == "hidden" else 0


def sentence_about(bar: Bar) -> str:
    manner = bar.manner.replace(" word", " of them word", 1) if bar.indirect else bar.manner
    name = bar.name.strip("()") if bar.name in (NOBODY, UNKNOWN_SPEAKER) else bar.name
    return f"{name[0].upper()}{name[1:]} ({bar.rung}): {counted(bar.words, 'word')}{', ' if manner else ''}{manner}."


def picture_of(bars: Sequence[Bar], title: str, below: Sequence[str], text: str) -> Picture:
    names = [wrapped(bar.name, TEXT, NAMES - EDGE, 2) for bar in bars]
    heights = [max(0.48, LINE * len(lines) + SMALL_LINE + GAP) for lines in names]
    scale = (WIDTH - NAMES - GAP - NUMBERS) / max(1, *(bar.words for bar in bars if bar.level))

    def draw(axes: Axes, top: float) -> None:
        draw_key(axes, top + 0.1)
        for number, (bar, lines, height) in enumerate(zip(bars, names, heights, strict=True), 1):
            middle = top + 0.3 + sum(heights[: number - 1]) + height / 2
            draw_name(axes, lines, bar.rung, middle)
            draw_bar(axes, bar, number, middle, scale if bar.level else 0)

    return drawn_picture(title, below, 0.3 + sum(heights) + EDGE, draw, text)


def draw_name(axes: Axes, lines: Sequence[str], rung: str, middle: float) -> None:
    """A name in one or two lines and its level below, on the left of the bar."""
    first = middle - (LINE * (len(lines) - 1) + SMALL_LINE) / 2
    for number, line in enumerate(lines):
        write(axes, NAMES, first + number * LINE, line, TEXT, align="right")
    write(axes, NAMES, first + (len(lines) - 1) * LINE + SMALL_LINE, rung, SMALL, FAINT, align="right")


def draw_bar(axes: Axes, bar: Bar, number: int, middle: float, scale: float) -> None:
    """Both parts of a bar, one behind the other, and its numbers at the end.

    Several sources together get the numbers alone: their bar would be longer than any other and mean something else.
    """
    left = NAMES + GAP
    fill, hidden = RUNGS[bar.level].fill if bar.level else NO_LEVEL, bar.level == "hidden"
    direct, indirect = bar.direct * scale, bar.indirect * scale
    draw_box(axes, (left, middle), (direct, THICK), fill, f"direct-{number}", hidden)
    draw_box(axes, (left + direct, middle), (indirect, THIN), fill, f"indirect-{number}", hidden)
    behind = left + bar.words * scale + 0.07
    write(axes, behind, middle, str(bar.words), TEXT, bold=True)
    write(axes, behind + width_of(str(bar.words), TEXT, True) + 0.07, middle, bar.manner, SMALL, FAINT)


def draw_key(axes: Axes, middle: float) -> None:
    """What thick and thin mean."""
    left = NAMES + GAP
    for height, means in ((THICK, "word for word"), (THIN, "in the reporter’s words")):
        draw_box(axes, (left, middle), (0.3, height * 0.6), NO_LEVEL, "key")
        write(axes, left + 0.37, middle, means, SMALL, FAINT)
        left += 0.55 + width_of(means, SMALL)


def draw_levels(articles: Sequence[Article], sources: Sequence[Iterable[Source]]) -> Picture:
    """How much the reader is told of the sources: the share of each level among the mentions, for one article or for
    up to twelve side by side.

    Takes the articles and, in the same order, the sources of each. A mention counts if somebody speaks there or if a
    source is hidden there. Raises KitError, in a sentence, if there are too many articles or the two do not match.
    """
    if len(articles) != len(sources):
        raise KitError(f"{counted(len(articles), 'article')} and sources of {len(sources)}: give as many of both.")
    if len(articles) > MOST_ARTICLES:
        raise KitError(
            f"one picture has room for {MOST_ARTICLES} articles, not for {len(articles)}. Show some of them at a time."
        )
    panels = [
        panel_of(article, found, number)
        for number, (article, found) in enumerate(zip(articles, sources, strict=True), 1)
    ]
    if not any(panel.total for panel in panels):
        return Picture(None, nothing_in(*articles))
    title = "How much the reader is told of the sources"
    below = "Each time somebody speaks, or is hidden, counts once"
    return picture_of_panels(
        panels, title, below, "\n".join([f"{title}. {below}:", *map(sentence_about_panel, panels)])
    )


@dataclass(frozen=True, slots=True)
class Panel:
    """One article: its title, and how many mentions each level has."""

    title: str
    counts: dict[Level, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def told(self, level: Level) -> str:
        """The number of mentions and their share."""
        count = self.counts[level]
        return f"{count} ({round(100 * count / self.total)} %)" if count else "0"


def panel_of(article: Article, sources: Iterable[Source], number: int) -> Panel:
    mentions = [m for m in sources if m.is_source or m.level == "hidden"]
    return Panel(
        headline(article) or f"Text {number}", {level: sum(m.level == level for m in mentions) for level in RUNGS}
    )


def sentence_about_panel(panel: Panel) -> str:
    if not panel.total:
        return f"{panel.title}: no source was found."
    parts = [f"{RUNGS[level].name} {panel.told(level)}" for level in levels_shown([panel])]
    return f"{panel.title}, {counted(panel.total, 'mention')}: {', '.join(parts)}."


def levels_shown(panels: Iterable[Panel]) -> list[Level]:
    """All rungs of the ladder, and what stands beside it only where there is some."""
    return [level for level in RUNGS if level != "other" or any(panel.counts[level] for panel in panels)]


def picture_of_panels(panels: Sequence[Panel], title: str, below: str, text: str) -> Picture:
    """Panels in rows of up to three, each with a bar for every level."""
    levels = levels_shown(panels)
    across = min(PANELS, len(panels))
    room = (WIDTH - LEVELS) / across
    titles = [wrapped(panel.title, SMALL + 1, room - 0.15, 3) for panel in panels]
    starts = range(0, len(panels), across)
    heights = [
        LINE * max(map(len, titles[start : start + across])) + SMALL_LINE + ROW * len(levels) + 0.3 for start in starts
    ]

    def draw(axes: Axes, top: float) -> None:
        for row, start in enumerate(starts):
            first = top + sum(heights[: row + 1]) - 0.3 - ROW * (len(levels) - 0.5)  # the middle of the uppermost bars
            for place, level in enumerate(levels):
                write(axes, LEVELS - GAP, first + place * ROW, RUNGS[level].name, SMALL + 1, align="right")
            for number in range(start, min(start + across, len(panels))):
                at = (LEVELS + (number - start) * room, first)
                draw_panel(axes, panels[number], number + 1, titles[number], levels, at, room - SHARES)

    return drawn_picture(title, [below], sum(heights) - 0.15, draw, text)


def draw_panel(
    axes: Axes,
    panel: Panel,
    number: int,
    title: Sequence[str],
    levels: Sequence[Level],
    at: tuple[float, float],
    whole: float,
) -> None:
    """The title of an article and a bar for each level, on a pale ground as long as all its mentions together."""
    left, first = at
    above = first - ROW / 2 - SMALL_LINE / 2
    write(axes, left, above, counted(panel.total, "mention"), SMALL, FAINT)
    for place, line in enumerate(reversed(title)):
        write(axes, left, above - SMALL_LINE - place * LINE, line, SMALL + 1)
    for place, level in enumerate(levels):
        middle = first + place * ROW
        length = whole * panel.counts[level] / max(1, panel.total)
        axes.add_patch(rectangle((left, middle), (whole, BAR), facecolor=PANEL, linewidth=0))
        draw_box(axes, (left, middle), (length, BAR), RUNGS[level].fill, f"{level}-{number}", level == "hidden")
        write(axes, left + whole + 0.07, middle, panel.told(level), SMALL)

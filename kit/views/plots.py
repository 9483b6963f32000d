"""Pictures of who speaks in a text and how much the reader is told of them.

matplotlib is opened only when a picture is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.errors import KitError, counted
from kit.finding import Attribution, Level, Source
from kit.text import Article
from kit.views.drawing import SMALL, BarRow, Box, draw_bars, draw_key, wrapped
from kit.views.finding_marks import speaks
from kit.views.palette import SHADES
from kit.views.picture import Picture, drawn_picture
from kit.views.shared_wording import headline, nothing_in
from kit.views.tally import NOBODY, UNKNOWN_SPEAKER, Share, Voice, shares
from kit.views.wording import RUNGS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MAX_BARS = 12
MAX_ARTICLES = 12
NAME_CHARACTERS = 19  # characters of a name in a line
THICK, THIN = 0.7, 0.3  # a bar where the words are the speaker's own, and where they are the reporter's
PANELS = 2  # side by side
PANEL_CHARACTERS = 44  # characters of a title in a line across the whole picture


def draw_sources(article: Article, attributions: Iterable[Attribution], sources: Iterable[Source]) -> Picture:
    """Who speaks in a text and how many words each is given, the most first.

    Takes an article, its attributions and its sources; gives a picture with one bar for each person or body, one for
    all places where a source is hidden, and one for the rest where there are more than twelve. A bar is thick for words
    in quotation marks and thin for the reporter's.
    """
    result = shares(article, attributions, sources)
    if not result:
        return Picture(None, nothing_in(article))
    bars = bars_of([share for share in result if share.words or share.hidden_places] or result)
    title = "Who speaks, and how many words each is given"
    below = [*filter(None, [headline(article)]), ", ".join(numbers_of(result))]
    text = "\n".join([f"{title}. {', '.join(below)}:", *map(sentence_about, bars)])
    return picture_of(bars, title, below, text)


def numbers_of(result: Sequence[Share]) -> Iterator[str]:
    """How many sources there are, and in how many places one is hidden."""
    hidden = sum(share.hidden_places for share in result)
    told = [share for share in result if share.voice.level != "hidden"]
    silent = sum(not share.words for share in told)
    if told:
        yield counted(len(told), "source")
    if silent and silent < len(told):
        yield f"{silent} of them given no words here"
    if hidden:
        yield f"{counted(hidden, 'place')} where a source is hidden"


def bars_of(result: Sequence[Share]) -> list[Share]:
    """The shares to draw; of more than twelve the last ones in one, though never the hidden sources."""
    if len(result) <= MAX_BARS + 1:  # "1 other" would take the room of its name
        return list(result)
    kept = sorted(range(len(result)), key=lambda n: (result[n].voice.level != "hidden", n))[:MAX_BARS]
    rest = [share for number, share in enumerate(result) if number not in kept]
    others = Voice(f"{len(rest)} others", "other", ())
    direct, indirect = sum(share.direct for share in rest), sum(share.indirect for share in rest)
    return [*(result[number] for number in sorted(kept)), Share(others, direct, indirect, len(rest))]


def level_of(share: Share) -> str:
    """The level in words, and in how many places a source is hidden."""
    if share.together:
        return "together"
    return RUNGS[share.voice.level].name + (
        f", in {counted(share.hidden_places, 'place')}" if share.hidden_places else ""
    )


def manner_of(share: Share) -> str:
    """How many of the words are the speaker's own, if any."""
    return f"{f'{share.direct:,}' if share.indirect else 'all'} word for word" if share.direct else ""


def sentence_about(share: Share) -> str:
    manner = manner_of(share).replace(" word", " of them word", 1) if share.indirect else manner_of(share)
    name = share.voice.name.strip("()") if share.voice.name in (NOBODY, UNKNOWN_SPEAKER) else share.voice.name
    words = counted(share.words, "word") + (manner and f", {manner}")
    return f"{name[0].upper()}{name[1:]} ({level_of(share)}): {words}."


def picture_of(bars: Sequence[Share], title: str, below: Sequence[str], text: str) -> Picture:
    longest = max(1, *(bar.words for bar in bars if not bar.together))
    rows = [row_of(bar, number) for number, bar in enumerate(bars, 1)]

    def draw(figure: Figure) -> None:
        from matplotlib.lines import Line2D

        draw_bars(figure.subplots(), rows, longest)
        words = ((THICK, "word for word"), (THIN, "in the reporter’s words"))
        draw_key(
            figure, [Line2D([], [], linewidth=15 * high, color=SHADES["grey"], label=label) for high, label in words], 2
        )

    breaks = [row.label.count("\n") for row in rows]
    lines = max(sum(breaks) + 2 * len(rows), len(rows) * (1 + max(breaks)))  # all rows are as high as each other
    return drawn_picture(title, below, 0.5 + 0.17 * lines, draw, text)


def row_of(bar: Share, number: int) -> BarRow:
    """The name and the level, both parts of the bar, and its numbers.

    Several sources together get the numbers alone: their bar would be longer than any other and mean something else.
    """
    fill, dashed, manner = RUNGS[bar.voice.level].fill, bar.voice.level == "hidden", manner_of(bar)
    boxes = [
        Box(bar.direct, fill, f"direct-{number}", THICK, dashed),
        Box(bar.indirect, fill, f"indirect-{number}", THIN, dashed),
    ]
    label = f"{wrapped(bar.voice.name, NAME_CHARACTERS, 3)}\n{level_of(bar)}"
    return BarRow(label, [] if bar.together else boxes, f"{bar.words}{manner and f' ({manner})'}")


def draw_levels(articles: Sequence[Article], sources: Sequence[Iterable[Source]]) -> Picture:
    """How much the reader is told about the sources: the share of each level among the mentions, for one article or for
    up to twelve side by side.

    Takes the articles and, in the same order, the sources of each. A mention counts if somebody speaks there or if a
    source is hidden there. Raises KitError, in a sentence, if there are too many articles or the two do not match.
    """
    if len(articles) != len(sources):
        raise KitError(f"{counted(len(articles), 'article')} and sources of {len(sources)}: give as many of both.")
    if len(articles) > MAX_ARTICLES:
        raise KitError(
            f"one picture has room for {MAX_ARTICLES} articles, not for {len(articles)}. Show some of them at a time."
        )
    panels = [
        panel_of(article, found, number)
        for number, (article, found) in enumerate(zip(articles, sources, strict=True), 1)
    ]
    if not any(panel.total for panel in panels):
        return Picture(None, nothing_in(*articles))
    title = "How much the reader is told about the sources"
    below = "Each time somebody speaks, or is hidden, counts once"
    return picture_of_panels(
        panels, title, below, "\n".join([f"{title}. {below}:", *map(sentence_about_panel, panels)])
    )


@dataclass(frozen=True, slots=True)
class Panel:
    """One article: its title, and how many mentions each level has."""

    title: str
    counts: Counter[Level]

    @property
    def total(self) -> int:
        return self.counts.total()

    def count_in_words(self, level: Level) -> str:
        """The number of mentions and their share."""
        count = self.counts[level]
        return f"{count} ({round(100 * count / self.total)} %)" if count else "0"


def panel_of(article: Article, sources: Iterable[Source], number: int) -> Panel:
    return Panel(headline(article) or f"Text {number}", Counter(each.level for each in sources if speaks(each)))


def sentence_about_panel(panel: Panel) -> str:
    if not panel.total:
        return f"{panel.title}: no source was found."
    parts = [f"{RUNGS[level].name} {panel.count_in_words(level)}" for level in levels_shown([panel])]
    return f"{panel.title}, {counted(panel.total, 'mention')}: {', '.join(parts)}."


def levels_shown(panels: Iterable[Panel]) -> list[Level]:
    """All rungs of the ladder, and what stands beside it only where there is some."""
    return [level for level in RUNGS if level != "other" or any(panel.counts[level] for panel in panels)]


def picture_of_panels(panels: Sequence[Panel], title: str, below: str, text: str) -> Picture:
    """Panels in rows of up to two, each with a bar for every level."""
    levels = levels_shown(panels)
    across = min(PANELS, len(panels))
    down = -(-len(panels) // across)

    def draw(figure: Figure) -> None:
        grid = figure.subplots(down, across, squeeze=False, sharex=True, sharey=True).flat
        for number, (panel, axes) in enumerate(zip(panels, grid, strict=False), 1):
            rows = [row_of_level(panel, level, number) for level in levels]
            draw_bars(axes, rows, 1)
            heading = f"{wrapped(panel.title, PANEL_CHARACTERS // across, 3)}\n{counted(panel.total, 'mention')}"
            axes.set_title(heading, loc="left", size=SMALL)
        for axes in grid:  # those that are left over
            axes.remove()

    return drawn_picture(title, [below], down * (0.8 + 0.25 * len(levels)), draw, text)


def row_of_level(panel: Panel, level: Level, number: int) -> BarRow:
    share = panel.counts[level] / max(1, panel.total)
    box = Box(share, RUNGS[level].fill, f"{level}-{number}", dashed=level == "hidden")
    return BarRow(RUNGS[level].name, [box], panel.count_in_words(level))

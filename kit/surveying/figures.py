"""The figures of a survey: shares and rates with how far they may be off, as counted and as corrected.

The figures themselves stand in figures.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from kit.surveying.accuracy import MAX_STORY_WORDS, Accuracy, Passages
from kit.surveying.bootstrap import Sums, interval
from kit.toml import Table, load_toml

FILE = "figures.toml"
MIN_TEXTS = 5  # below which no interval can be told
NONE_SEEN = 3  # of something that was seen in none of n texts, up to 3 in n may have it (the rule of three, 95 %)
EXACT = {"texts", "words"}  # counted without a finder
MIN_SURPLUS = 0.05  # by which a draw of sensitivity and specificity is better than chance, at least


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: which sum is divided by which, and how it is told. `of` names what the bottom counts; `said` is a
    sentence, for the main ones."""

    key: str
    name: str
    top: str
    bottom: tuple[str, ...]
    times: int
    unit: str
    of: str
    means: str
    story: bool = False
    said: str = ""

    @property
    def is_share(self) -> bool:
        return self.times == 100 and self.key != "alarms"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval; None for what can't be told."""

    value: float | None
    low: float | None = None
    high: float | None = None


NOTHING = Estimate(None)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure for a group of texts: the two sums, as counted, and as corrected."""

    figure: Figure
    texts: int
    top: int
    bottom: int
    counted: Estimate
    corrected: Estimate


def figures() -> tuple[Figure, ...]:
    """All figures, in their order."""
    whole = Table(load_toml(files("kit.surveying").joinpath(FILE).read_bytes(), FILE), FILE)
    return whole.read_tables("figure", _figure, under="")


def _figure(table: Table) -> Figure:
    words = {key: table.words(key) for key in ("key", "name", "top", "unit", "of", "means")}
    return Figure(
        bottom=table.several("bottom"),
        times=table.whole("times"),
        story=table.flag("story"),
        said=table.words("said", ""),
        **words,
    )


def told(figure: Figure, sums: Sums, known: Accuracy) -> Told:
    """A figure for the sums of a group."""
    tops, bottoms = sums.of(figure.top), sums.of(*figure.bottom)
    counted = estimate(figure, sums.texts, tops, bottoms)
    corrected = corrected_values(figure, sums, known) if counted.low is not None and tops[0] else None
    return Told(figure, sums.texts, tops[0], bottoms[0], counted, estimate_of(corrected) if corrected else NOTHING)


def estimate(figure: Figure, texts: int, tops: Sequence[int], bottoms: Sequence[int]) -> Estimate:
    """A count with its interval: from the replicates, or by the rule of three where every text is alike in it."""
    top, bottom = tops[0], bottoms[0]
    if not bottom:
        return NOTHING
    if texts < MIN_TEXTS or (figure.is_share and bottom < MIN_TEXTS):
        return Estimate(figure.times * top / bottom)
    counted = estimate_of(divided(figure, tops, bottoms))
    unsure = figure.times * NONE_SEEN / bottom
    if not top:
        return replace(counted, high=min(unsure, figure.times) if figure.is_share else unsure)
    if figure.is_share and top == bottom:
        return replace(counted, low=max(0.0, figure.times - unsure))
    return counted


def estimate_of(values: Sequence[float]) -> Estimate:
    """A value, with the interval that the replicates behind it give."""
    return Estimate(values[0], *interval(values[1:]))


def divided(figure: Figure, tops: Iterable[float], bottoms: Iterable[float]) -> list[float]:
    """The figure, and behind it the replicates that have one."""
    return [figure.times * top / bottom for top, bottom in zip(tops, bottoms, strict=True) if bottom]


def corrected_values(figure: Figure, sums: Sums, known: Accuracy) -> list[float] | None:
    """The figure if the finders are as good here as on the practice texts, and its replicates, each with a draw of how
    good they are; None where too little was measured to say."""
    if figure.story:
        short = sums.of("words")[0] <= MAX_STORY_WORDS * sums.texts
        return by_passages(figure, sums, known.stories) if short and known.stories.allows else None
    marks = {name: known.columns.get(name) for name in {figure.top, *figure.bottom} - EXACT}
    if not all(each and each.allows for each in marks.values()):
        return None
    columns = {name: corrected_column(name, sums.of(name), known) for name in (figure.top, *figure.bottom)}
    return divided(figure, columns[figure.top], map(sum, zip(*map(columns.__getitem__, figure.bottom), strict=True)))


def corrected_column(name: str, counted: Sequence[int], known: Accuracy) -> list[float]:
    """A sum and its replicates, times precision and divided by recall."""
    if name in EXACT:
        return list(counted)
    return [sum * factor for sum, factor in zip(counted, known.columns[name].corrections(name), strict=True)]


def by_passages(figure: Figure, sums: Sums, seen: Passages) -> list[float]:
    """A share of stories corrected by how passages were judged (Rogan and Gladen, 1978)."""
    judged = zip(sums.of(figure.top), sums.of(*figure.bottom), *seen.draws(), strict=True)
    shares = (
        (top / bottom + specificity - 1) / max(sensitivity + specificity - 1, MIN_SURPLUS)
        for top, bottom, sensitivity, specificity in judged
        if bottom
    )
    return [figure.times * min(max(share, 0), 1) for share in shares]

"""The figures of a survey: shares and rates with how far they may be off, as counted and as corrected.

The figures themselves stand in figures.toml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kit.surveying.accuracy import MAX_STORY_WORDS, Accuracy, Passages
from kit.surveying.batches import COLUMN
from kit.surveying.bootstrap import INTERVAL, Sums, accuracy_draws
from kit.surveying.groups import texts_in
from kit.toml import Table, load_toml

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "figures.toml"
MIN_TEXTS = 5  # below which no interval can be told
NONE_SEEN = 3  # of something that was seen in none of n texts, up to 3 in n may have it (the rule of three, 95 %)
EXACT = ("texts", "words")  # counted without a finder


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
    top: float
    bottom: float
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
    import numpy as np

    texts = texts_in(sums)
    top, bottom = added(sums.plain, (figure.top,)), added(sums.plain, figure.bottom)
    drawn = divided(added(sums.drawn, (figure.top,)), added(sums.drawn, figure.bottom)) * figure.times
    counted = estimate(figure, texts, float(top), float(bottom), drawn)
    corrected = NOTHING
    if counted.low is not None and top > 0:
        values = corrected_values(figure, sums, known)
        if values is not None:
            value, many = values
            low, high = np.nanpercentile(many, INTERVAL)
            corrected = Estimate(*(float(x) * figure.times for x in (value, low, high)))
    return Told(figure, texts, float(top), float(bottom), counted, corrected)


def added(sums: NDArray[np.float64], columns: Sequence[str]) -> Any:
    """The sum of some columns: one number, or one for each replicate."""
    return sums[..., [COLUMN[name] for name in columns]].sum(axis=-1)


def divided(top: Any, bottom: Any) -> Any:
    """A quotient; not a number where the bottom is 0."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(bottom > 0, top / np.where(bottom > 0, bottom, 1), np.nan)


def estimate(figure: Figure, texts: int, top: float, bottom: float, drawn: NDArray[np.float64]) -> Estimate:
    """A count with its interval: from the replicates, or by the rule of three where every text is alike in it."""
    import numpy as np

    if not bottom:
        return NOTHING
    value = figure.times * top / bottom
    if texts < MIN_TEXTS or (figure.is_share and bottom < MIN_TEXTS):
        return Estimate(value)
    low, high = (float(end) for end in np.nanpercentile(drawn, INTERVAL))
    unsure = figure.times * NONE_SEEN / bottom
    if not top:
        high = min(unsure, figure.times) if figure.is_share else unsure
    elif figure.is_share and top == bottom:
        low = max(0.0, figure.times - unsure)
    return Estimate(value, low, high)


def corrected_values(figure: Figure, sums: Sums, known: Accuracy) -> tuple[Any, NDArray[np.float64]] | None:
    """The share or rate if the finders are as good here as on the practice texts, and its replicates, each with a draw
    of how good they are; None where too little was measured to say."""
    import numpy as np

    if figure.story:
        words = float(added(sums.plain, ("words",)) / added(sums.plain, ("texts",)))
        return by_passages(figure, sums, known.stories) if known.stories.allows and words <= MAX_STORY_WORDS else None
    columns = {figure.top, *figure.bottom} - set(EXACT)
    if not all(name in known.columns and known.columns[name].allows for name in columns):
        return None
    plain, drawn = sums.plain.copy(), sums.drawn.copy()
    for name in sorted(columns):
        marks = known.columns[name]
        right = np.array(accuracy_draws(f"{name} right", marks.matched, marks.spurious))
        found = np.array(accuracy_draws(f"{name} found", marks.matched, marks.missed))
        plain[COLUMN[name]] *= (marks.matched + marks.missed) / (marks.matched + marks.spurious)
        drawn[:, COLUMN[name]] *= right / found
    top, bottom = (figure.top,), figure.bottom
    return divided(added(plain, top), added(plain, bottom)), divided(added(drawn, top), added(drawn, bottom))


def by_passages(figure: Figure, sums: Sums, seen: Passages) -> tuple[Any, NDArray[np.float64]]:
    """A share of stories corrected by how passages were judged (Rogan and Gladen, 1978)."""
    import numpy as np

    sensitivity = np.array(accuracy_draws("sensitivity", seen.both, seen.missed))
    specificity = np.array(accuracy_draws("specificity", seen.neither, seen.spurious))
    apparent = divided(added(sums.plain, (figure.top,)), added(sums.plain, figure.bottom))
    many = divided(added(sums.drawn, (figure.top,)), added(sums.drawn, figure.bottom))
    value = (apparent + seen.specificity - 1) / (seen.sensitivity + seen.specificity - 1)
    drawn = (many + specificity - 1) / np.maximum(sensitivity + specificity - 1, 0.05)
    return np.clip(value, 0, 1), np.clip(drawn, 0, 1)

"""What a class as a whole did: how hard a question was, how well it tells pupils apart, how far the class agreed.

The measures are those of classical test theory that teachers know. All work on sums, so memory does not grow with the
class.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import atanh, sqrt, tanh

MIN_PAIRS = 5  # of figures, from which a correlation is told


@dataclass
class Correlation:
    """Pearson's correlation of two figures, from their sums."""

    n: int = 0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    yy: float = 0.0
    xy: float = 0.0

    def add(self, x: float, y: float) -> None:
        """One more pair of figures."""
        self.n += 1
        self.x += x
        self.y += y
        self.xx += x * x
        self.yy += y * y
        self.xy += x * y

    @property
    def x_mean(self) -> float:
        """The mean of the first figures; 0 if there are none."""
        return self.x / self.n if self.n else 0.0

    @property
    def y_mean(self) -> float:
        """The mean of the second figures; 0 if there are none."""
        return self.y / self.n if self.n else 0.0

    @property
    def x_variance(self) -> float:
        """How far the first figures lie apart."""
        return self.xx / self.n - self.x_mean**2 if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float] | None:
        """Between which values it lies in 95 of 100 classes like this one; None where there is no value. By Fisher's
        transformation, which needs no more than the value and the number of pairs."""
        r = self.value
        if r is None:
            return None
        if abs(r) >= 1:
            return r, r
        within = 1.96 / sqrt(self.n - 3)
        return tanh(atanh(r) - within), tanh(atanh(r) + within)

    @property
    def value(self) -> float | None:
        """From -1 to 1; None where one of the two never varies, or there are fewer than five pairs."""
        if self.n < MIN_PAIRS:
            return None
        vx, vy = self.n * self.xx - self.x**2, self.n * self.yy - self.y**2
        if vx <= 1e-12 or vy <= 1e-12:
            return None
        return max(-1.0, min(1.0, (self.n * self.xy - self.x * self.y) / sqrt(vx * vy)))


@dataclass
class QuestionFigures:
    """One question over a class: add every pupil's shares, then read the figures.

    `wrong` counts the wrong options that were chosen.
    """

    answered: int = 0
    shares: Correlation = field(default_factory=Correlation)  # of this question, and of the rest of its unit
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, share: float, rest: float, answered: bool) -> None:
        """A pupil's share of the points of this question and of all others of the unit (from 0 to 1)."""
        self.answered += answered
        self.shares.add(share, rest)

    @property
    def pupils(self) -> int:
        """How many pupils have points for it."""
        return self.shares.n

    @property
    def difficulty(self) -> float | None:
        """The mean share of the points, from 0 (nobody got any) to 1 (everybody got all): high is easy."""
        return self.shares.x_mean if self.pupils else None

    @property
    def discrimination(self) -> float | None:
        """The correlation with the rest of the unit: near 0, the question does not tell who knows the rest; below 0,
        those who know the rest get it wrong, and its key is worth a second look."""
        return self.shares.value

    @property
    def uncertainty(self) -> tuple[float, float] | None:
        """Between which values the discrimination lies in 95 of 100 classes like this one."""
        return self.shares.interval


def cronbach(items: Sequence[QuestionFigures], total_variance: float) -> float | None:
    """Cronbach's alpha: how far the questions of a unit measure one thing, at most 1. `total_variance` is that of the
    pupils' summed shares. None for fewer than two questions, or where all pupils reached the same."""
    k = len(items)
    if k < 2 or total_variance <= 1e-12:
        return None
    return k / (k - 1) * (1 - sum(item.shares.x_variance for item in items) / total_variance)


def krippendorff(units: Iterable[Mapping[str, int]]) -> float | None:
    """Krippendorff's alpha for labels without an order: how far readers agree beyond chance, at most 1.

    Takes, for each thing that was labelled (a word of a text), how many readers gave it which label. Things that fewer
    than two readers labelled say nothing. None where there is nothing to disagree about. After Krippendorff, Content
    Analysis (2004), chapter 11.
    """
    totals: Counter[str] = Counter()
    disagreed = 0.0
    for counts in units:
        m = sum(counts.values())
        if m < 2:
            continue
        totals.update(counts)
        disagreed += (m * m - sum(n * n for n in counts.values())) / (m - 1)
    n = sum(totals.values())
    expected = n * n - sum(count * count for count in totals.values())
    return 1 - (n - 1) * disagreed / expected if expected else None


def step_of(share: float, steps: int = 10) -> int:
    """In which of so many equal steps a share lies, counted from 0; a bonus may bring it over 1, into the last one."""
    return min(max(int(share * steps + 1e-9), 0), steps - 1)


def gain(before: float, after: float) -> float | None:
    """The normalised gain (Hake, 1998): what was won of what could be won, 1 at most; None if all was there before."""
    return (after - before) / (1 - before) if before < 1 else None

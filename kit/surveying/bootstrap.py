"""How far a count would move with other texts of the same kind: a bootstrap that never holds more than one text.

Each text is drawn 0, 1, 2 … times in each of 1,000 imagined collections, as a Poisson distribution of mean 1 has it
(Chamandy and others, 2012). How often is worked out from the text's own key, so it does not matter who looks at the
text, or when; and sums of whole numbers are the same in any order.

The sum of a column and its 1,000 replicates stand side by side in one whole number of Python, eight bytes each. So all
of them are added in one step, and numpy isn't needed, which the course in the browser hasn't got.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from hashlib import shake_128
from random import Random
from statistics import quantiles

REPLICATES = 1000
SEED = b"Who Says So? survey 2\0"
WIDTH = 8  # bytes of a sum: enough for more words than were ever written
# How many of 256 equally likely bytes stand for 0, 1, 2 … draws: Poisson's shares, with mean and variance exactly 1.
SHARES = (94, 95, 46, 16, 4, 1)
DRAWS = bytes(times for times, share in enumerate(SHARES) for _ in range(share))


def draws(key: str) -> int:
    """A text of this key as it is, once, and behind that how often it is drawn in each replicate.

    >>> [draws("a.txt") >> 64 * place & 255 for place in range(8)]
    [1, 2, 0, 0, 1, 2, 0, 4]
    """
    luck = shake_128(SEED + key.encode("utf-8", "surrogatepass")).digest(REPLICATES)
    side_by_side = bytearray(WIDTH * (1 + REPLICATES))
    side_by_side[::WIDTH] = b"\1" + luck.translate(DRAWS)
    return int.from_bytes(side_by_side, "little")


class Sums:
    """The sums of some columns over texts, as they are and in each replicate."""

    def __init__(self) -> None:
        self._columns: dict[str, int] = {}

    def add(self, counts: Mapping[str, int]) -> None:
        """Add a text: each of its counts times its draws."""
        for name, count in counts.items():
            self._columns[name] = self._columns.get(name, 0) + count

    def of(self, *columns: str) -> Sequence[int]:
        """The sum of some columns together, and behind it the same sum in each replicate."""
        whole = sum(self._columns.get(name, 0) for name in columns)
        return struct.unpack(f"<{1 + REPLICATES}Q", whole.to_bytes(WIDTH * (1 + REPLICATES), "little"))

    @property
    def texts(self) -> int:
        return self.of("texts")[0]


def interval(values: Iterable[float]) -> tuple[float, float]:
    """Between which two values 95 in 100 of these lie."""
    low, *_, high = quantiles(values, n=40, method="inclusive")
    return low, high


def share_draws(name: str, hits: int, misses: int) -> list[float]:
    """A share of which `hits` and `misses` were seen, and behind it 1,000 draws of what it might be (Jeffreys' prior),
    seeded by its name."""
    luck = Random(f"{name} {hits} {misses}")
    return [hits / (hits + misses), *(luck.betavariate(hits + 0.5, misses + 0.5) for _ in range(REPLICATES))]

"""How far a count would move with other texts of the same kind: a bootstrap that never holds more than a few texts.

Each text is drawn 0, 1, 2 … times in each of 1,000 imagined collections, by a Poisson distribution of mean 1 (Chamandy
and others, 2012). How often is worked out from the text's own key, so it does not matter who looks at the text, or
when; and sums of whole numbers are the same in any order.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from hashlib import shake_128
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REPLICATES = 1000
SEED = b"Who Says So? survey 1\0"
MAX_DRAWS = 9  # one draw in a million would be more
INTERVAL = (2.5, 97.5)  # per cent


@cache
def _limits() -> NDArray[Any]:
    """Up to which of 65,536 equally likely numbers a text is drawn 0, 1, 2 … times."""
    import numpy as np

    cumulative = np.cumsum([math.exp(-1) / math.factorial(k) for k in range(MAX_DRAWS)])
    return np.round(cumulative * 65536)


def weights(keys: Sequence[str]) -> NDArray[np.float64]:
    """How often each text is drawn in each replicate: a row for each key.

    >>> weights(["a.txt", "b.txt"]).shape
    (2, 1000)
    """
    import numpy as np

    drawn = b"".join(shake_128(SEED + key.encode("utf-8", "surrogatepass")).digest(2 * REPLICATES) for key in keys)
    numbers = np.frombuffer(drawn, dtype="<u2").reshape(len(keys), REPLICATES)
    return np.searchsorted(_limits(), numbers, side="right").astype(np.float64)


class Sums:
    """The sums of some columns over texts: as they are, and in each replicate."""

    def __init__(self, columns: int) -> None:
        import numpy as np

        self.plain: NDArray[np.float64] = np.zeros(columns)
        self.drawn: NDArray[np.float64] = np.zeros((REPLICATES, columns))

    def add(self, counts: NDArray[np.float64], drawn: NDArray[np.float64]) -> None:
        """Add texts: their counts, a row each, and how often each is drawn."""
        self.plain += counts.sum(axis=0)
        self.drawn += drawn.T @ counts


def accuracy_draws(name: str, hits: float, misses: float) -> list[float]:
    """1,000 draws of a share of which `hits` and `misses` were seen (Jeffreys' prior), seeded by its name."""
    from random import Random

    luck = Random(f"{name} {hits} {misses}")
    return [luck.betavariate(hits + 0.5, misses + 0.5) for _ in range(REPLICATES)]

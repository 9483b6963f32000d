"""The counts of many texts, some thousands at a time: from a list in memory, or from a file larger than memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kit.surveying.counting import LEVELS, Row
from kit.surveying.extras import package

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# What is added up over texts. Every figure is one of these sums divided by others.
COUNTS = (
    *("texts", "words", "unnamed_story", "reason_story", *LEVELS),
    *("quoted_words", "reported_words", "soft_words", "alarms"),
)
COLUMN = {name: place for place, name in enumerate(COUNTS)}
BATCH_TEXTS = 2000


@dataclass(frozen=True, slots=True)
class Batch:
    """Some texts: their keys, outlets, months and speakers, a list each, and their counts, a row for each text."""

    keys: list[str]
    outlets: list[str]
    months: list[str]
    speakers: list[list[Row]]
    counts: NDArray[np.float64]


class Counted(Protocol):
    """Something that gives the counts of all texts, as often as it is asked."""

    def batches(self) -> Iterator[Batch]: ...


def batch_of(columns: dict[str, Sequence[Any]]) -> Batch:
    """A batch from columns of equal length."""
    import numpy as np

    keys = [f"{file}\0{row}" for file, row in zip(columns["file"], columns["row"], strict=True)]
    counts = np.ones((len(keys), len(COUNTS)))
    for name, place in COLUMN.items():
        if name != "texts":
            counts[:, place] = columns[name]
    return Batch(keys, list(columns["outlet"]), list(columns["month"]), list(columns["speakers"]), counts)


NEEDED = ("file", "row", "outlet", "month", "speakers", *COUNTS[1:])


@dataclass(frozen=True, slots=True)
class InMemory:
    """The rows of texts, all at once: as many as a notebook looks at."""

    rows: Sequence[Row]

    def batches(self) -> Iterator[Batch]:
        for first in range(0, len(self.rows), BATCH_TEXTS):
            some = self.rows[first : first + BATCH_TEXTS]
            yield batch_of({name: [row[name] for row in some] for name in NEEDED})


@dataclass(frozen=True, slots=True)
class OnDisk:
    """The rows of texts in texts.parquet."""

    file: Path

    def batches(self) -> Iterator[Batch]:
        parquet = package("pyarrow.parquet", "a survey in a folder")
        with parquet.ParquetFile(self.file) as texts:
            for batch in texts.iter_batches(batch_size=BATCH_TEXTS, columns=list(NEEDED)):
                yield batch_of(batch.to_pydict())

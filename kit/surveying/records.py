"""A text of a survey on its way: where it comes from and what is in it, before anybody has read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from kit.errors import KitError

PARTITION_BYTES = 1_000_000  # of texts that a worker is handed at a time: some 200 news stories
PARTITION_TEXTS = 500
DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])(?:[-_/.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
DAY_FIRST = re.compile(r"\b\d{1,2}\.?\s+([A-Za-z]{3,9})\.?,?\s+((?:19|20)\d\d)\b")
MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class SurveyError(KitError):
    """A survey that can't be made as asked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Record:
    """One text before it is read. `number` counts all texts of a survey from 0; `file` and `row` say where it stands
    (row is -1 where the file is the text). `content` are the bytes of a file, or the words of a row. With a `problem`
    there is no content: the row could not be made out.
    """

    number: int
    id: str
    file: str
    row: int
    outlet: str
    date: str
    content: bytes | str
    problem: str = ""

    @property
    def key(self) -> str:
        """What no other text of the survey has: by it the text keeps its luck in the bootstrap."""
        return f"{self.file}\0{self.row}"


@dataclass(frozen=True, slots=True)
class Partition:
    """Some records that one worker looks at in one go."""

    number: int
    records: tuple[Record, ...]
    size: int

    @property
    def digest(self) -> str:
        """A fingerprint of everything in it: the same partition of a broken-off survey has the same one."""
        told = sha256()
        for each in self.records:
            content = each.content if isinstance(each.content, bytes) else each.content.encode("utf-8", "surrogatepass")
            parts = (each.key, each.id, each.outlet, each.date, each.problem)
            for part in (*(part.encode("utf-8", "surrogatepass") for part in parts), content):
                told.update(b"%d:" % len(part))
                told.update(part)
        return told.hexdigest()[:16]


def partitions(records: Iterable[Record]) -> Iterator[Partition]:
    """The records in groups of bounded size, cut in the same places whoever works on them. A text that is larger than
    a partition is one by itself."""
    kept: list[Record] = []
    size = number = 0
    for record in records:
        more = len(record.content)
        if kept and (size + more > PARTITION_BYTES or len(kept) == PARTITION_TEXTS):
            yield Partition(number, tuple(kept), size)
            kept, size, number = [], 0, number + 1
        kept.append(record)
        size += more
    if kept:
        yield Partition(number, tuple(kept), size)


def month_of(date: str) -> str:
    """The month of a date as people and programs write them, as YYYY-MM; "" where it can't be told for sure.

    >>> month_of("2026-03-02T08:00"), month_of("2 March 2026"), month_of("March 2nd, 2026"), month_of("02/03/2026")
    ('2026-03', '2026-03', '2026-03', '')
    """
    found = DATE.search(date)
    if found:
        return f"{found[1]}-{found[2]}"
    for pattern, name, year in ((DAY_FIRST, 1, 2), (MONTH_FIRST, 1, 2)):
        told = pattern.search(date)
        if told and told[name][:3].lower() in MONTHS:
            return f"{told[year]}-{MONTHS.index(told[name][:3].lower()) + 1:02}"
    return ""

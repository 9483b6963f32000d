"""A text of a survey on its way: where it comes from and what is in it, before anybody has read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from kit.errors import KitError

PARTITION_BYTES = 1_000_000  # of texts that a worker is handed at a time: some 200 news stories
PARTITION_TEXTS = 500


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

"""Where the sentences of a patchwork come from: `origins("harbour-patchwork")`.

A patchwork is a report made out of sentences of others. Its .toml file says of each piece from which practice text it
was taken, what stood there, and what was lost on the way:

    [[origin]]
    words = "A worn valve caused the leak."
    from = "harbour"
    original = "A worn valve may have caused the leak, said Marit Quill, who commands the fire service."
    lost = "who said it, and that it is only possible"
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kit.gold import Quoted
from kit.library import facts_file, names, text_of
from kit.text import ReadingError, Span
from kit.toml import Table


@dataclass(frozen=True, slots=True)
class Origin:
    """A piece of a patchwork: its place, the name of the practice text it comes from, and the place it has there.

    `taken_from` is empty and `original` None for what stands in none of the texts. `lost` says in a few words what fell
    out on the way; it is empty if nothing did.
    """

    span: Span
    taken_from: str
    original: Span | None
    lost: str


def origins(name: str) -> tuple[Origin, ...]:
    """The pieces of the patchwork of that name, in its order; none if the text is no patchwork.

    Raises ReadingError if there is no such text, or if a piece quotes words that do not stand in the text or in the
    one it comes from, naming file, entry and remedy.
    """
    return origins_in(text_of(name), facts_file(name), f"{name}.toml")


def origins_in(text: str, read: Mapping[str, Any], where: str) -> tuple[Origin, ...]:
    """The [[origin]] tables of a text, found in it and in the texts they name; `where` names the file."""
    patchwork = Quoted(text)
    return Table(read, where, ReadingError).read_tables("origin", lambda entry: _origin(patchwork, entry), under="")


def _origin(patchwork: Quoted, entry: Table) -> Origin:
    span = patchwork.find(entry.words("words"), entry.where)
    report, original, lost = (entry.words(key, "", may_be_empty=True) for key in ("from", "original", "lost"))
    if not report:
        if original:
            raise entry.wrong('from is missing. Name the practice text that has these words: from = "…"')
        return Origin(span, "", None, lost)
    if report not in names():
        raise entry.wrong(f'there is no practice text called "{report}". Put its name right')
    return Origin(
        span, report, Quoted(text_of(report)).find(original, f"{entry.where}, original in {report}.txt"), lost
    )

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

KEYS = ("words", "from", "original", "lost")


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
    return origins_in(text_of(name), facts_file(name).get("origin", []), f"{name}.toml")


def origins_in(text: str, entries: list[Mapping[str, Any]], where: str) -> tuple[Origin, ...]:
    """The [[origin]] tables of a text, found in it and in the texts they name; `where` names the file."""
    patchwork = Quoted(text)
    return tuple(_origin(patchwork, entry, f"{where}, origin {at}") for at, entry in enumerate(entries, 1))


def _origin(patchwork: Quoted, entry: Mapping[str, Any], where: str) -> Origin:
    unknown = sorted(set(entry) - set(KEYS))
    if unknown:
        raise ReadingError(f"{where}: unknown key {', '.join(unknown)}. Use: {', '.join(KEYS)}.")
    for key in KEYS:
        if not isinstance(entry.get(key, ""), str):
            raise ReadingError(f"{where}: {key} has to be words in quotation marks.")
    span, report = patchwork.find(entry.get("words", ""), where), entry.get("from", "")
    if not report:
        if entry.get("original"):
            raise ReadingError(f"{where}: from is missing. Name the practice text that has these words: from = “…”")
        return Origin(span, "", None, entry.get("lost", ""))
    if report not in names():
        raise ReadingError(f'{where}: there is no practice text called "{report}". Put its name right.')
    original = Quoted(text_of(report)).find(entry.get("original", ""), f"{where}, original in {report}.txt")
    return Origin(span, report, original, entry.get("lost", ""))

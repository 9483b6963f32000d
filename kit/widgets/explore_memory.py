"""What a reader has set aside in a text ("not one", and why), kept beside the notebook.

The memory is one small JSON file in the notebook's folder, set-aside.json. It holds places, a few words of each
finding and the reason, but no text; deleting it forgets everything. It is written whole or not at all. One that can't
be read is never written over: it is put aside under another name, and the reader is told.

What was set aside with `literal_here` counts as well. It stays in that function's own file, from where it is read each
time a text is opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from kit.errors import KitError
from kit.finding import Finding
from kit.literal import LiteralError, look_again, meant_literally
from kit.store import DamagedError, JsonStore, text_key
from kit.text import Article

NAME = "set-aside.json"
MOST_REASON = 500  # characters of a reason
SOFT = "euphemism"  # the kind of finding that literal_here sets aside
LITERAL = "It is meant literally here (set aside with literal_here)."


class Place(NamedTuple):
    """By what a finding is known again: where it stands, of which kind it is, and its rule."""

    start: int
    end: int
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A finding that was set aside: its words, and why it is not one; `literal` if `literal_here` set it aside."""

    words: str
    reason: str
    literal: bool = False


Kept = dict[Place, Aside]


class ExploreMemoryError(KitError):
    """What was set aside can't be read; the message says why. A reader gets it as a note: looking goes on."""


def place_of(finding: Finding) -> Place:
    return Place(finding.span.start, finding.span.end, type(finding).__name__.lower(), finding.rule)


class Memory:
    """What was set aside in the texts that were read in one folder. `note` says what went wrong, if something did."""

    def __init__(self, folder: Path) -> None:
        self.store = JsonStore(folder / NAME, ExploreMemoryError, private=True)
        self.note = ""
        self.unsaved: dict[str, Kept] = {}  # what could not be written: kept here until the kernel ends

    def of(self, article: Article) -> Kept:
        """What was set aside in a text, here or with `literal_here`."""
        key = text_key(article.text)
        try:
            own = self.unsaved[key] if key in self.unsaved else self._read().get(key, {})
        except ExploreMemoryError as error:
            self.note, own = self.note or str(error), {}
        try:
            places = meant_literally(article)
        except LiteralError as error:
            if str(error) not in self.note:
                self.note = f"{self.note} {error}".strip()
            return own
        return {
            Place(start, end, SOFT, rule): Aside(" ".join(article.text[start:end].split()), LITERAL, literal=True)
            for start, end, rule in places
        } | own

    def look_again(self, article: Article, place: Place) -> None:
        """What `literal_here` has set aside is not, from now on. Raises LiteralError if that can't be kept."""
        if place.kind == SOFT:
            look_again(article, (place.start, place.end, place.rule))

    def keep(self, article: Article, kept: Kept) -> None:
        """Keep what is set aside in a text from now on, beside what the file has of other texts."""
        key = text_key(article.text)
        self.unsaved[key] = {place: aside for place, aside in kept.items() if not aside.literal}
        try:
            texts = self._read() | self.unsaved
            self.store.save_by_text({key: [_written(*pair) for pair in pairs.items()] for key, pairs in texts.items()})
        except ExploreMemoryError as error:
            self.note = f"{error} What you set aside now stays until the notebook is closed."
        except OSError as error:
            self.note = (
                f"This can't be saved: {NAME} beside the notebook can't be written ({error.strerror}). It stays until "
                "the notebook is closed."
            )
        else:
            self.unsaved.clear()
            self.note = self.note if "damaged" in self.note else ""

    def _read(self) -> dict[str, Kept]:
        """What the file holds for each text; a file that can't be understood is put aside. Raises
        ExploreMemoryError if even that fails, or the file can't be opened."""
        try:
            return {key: dict(entries) for key, entries in self.store.load_by_text(_entry).items()}
        except DamagedError:
            try:
                name = self.store.set_aside("set-aside-damaged")
            except OSError as error:
                raise ExploreMemoryError(
                    f"The file {NAME} beside the notebook is damaged and can't be renamed ({error.strerror})."
                ) from None
            self.note = (
                f"The file {NAME} beside the notebook is damaged. It is now called {name}, and the kit has started a "
                "new one."
            )
            return {}


def _entry(entry: Any) -> tuple[Place, Aside]:
    place = Place(int(entry["start"]), int(entry["end"]), str(entry["kind"]), str(entry["rule"]))
    return place, Aside(str(entry["words"]), str(entry["reason"])[:MOST_REASON])


def _written(place: Place, aside: Aside) -> dict[str, Any]:
    return {**place._asdict(), "words": aside.words, "reason": aside.reason}

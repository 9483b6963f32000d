"""What a reader has set aside in a text ("not one", and why), kept beside the notebook.

The memory is one small JSON file in the notebook's folder, set-aside.json. It holds places, a few words of each
finding and the reason, but no text; deleting it forgets everything. It is written whole or not at all. One that can't
be read is never written over: it is put aside under another name, and the reader is told.

What was set aside with `literal_here` counts as well. It stays in that function's own file, from where it is read each
time a text is opened.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from kit.atomic import write_atomic
from kit.finding import Finding
from kit.literal import LiteralError, look_again, meant_literally
from kit.text import Article

VERSION = 1
NAME = "set-aside.json"
LONGEST = 500  # characters of a reason
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


def place_of(finding: Finding) -> Place:
    return Place(finding.span.start, finding.span.end, type(finding).__name__.lower(), finding.rule)


def key_of(article: Article) -> str:
    """The text's own mark: another text, or this one changed, has another."""
    return sha256(article.text.encode()).hexdigest()[:16]


class Memory:
    """What was set aside in the texts that were read in one folder. `note` says what went wrong, if something did."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / NAME
        self.note = ""
        self.unsaved: dict[str, Kept] = {}  # what could not be written: kept here until the kernel ends

    def of(self, article: Article) -> Kept:
        """What was set aside in a text, here or with `literal_here`."""
        key = key_of(article)
        own = self.unsaved[key] if key in self.unsaved else self.read().get(key, {})
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
        key = key_of(article)
        kept = {place: aside for place, aside in kept.items() if not aside.literal}
        texts = {**self.read(), **self.unsaved, key: kept}
        try:
            self.write(texts)
            self.unsaved.clear()
            self.note = self.note if "damaged" in self.note else ""
        except OSError as error:
            self.unsaved[key] = kept
            self.note = (
                f"This can't be kept: {self.file.name} beside the notebook can't be written ({error.strerror}). It "
                "stays until the notebook is closed."
            )

    def read(self) -> dict[str, Kept]:
        """What the file holds for each text; a file that can't be understood is put aside."""
        try:
            whole = json.loads(self.file.read_text(encoding="utf-8"))
            return {str(key): _kept_in(entries) for key, entries in whole["texts"].items()}
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.note = f"What you set aside before can't be read: {self.file.name}: {error.strerror}."
            return {}
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self.put_aside()
            return {}

    def put_aside(self) -> None:
        """Give a damaged file another name, so that nothing in it is lost."""
        number = 1
        while (other := self.file.with_name(f"set-aside-damaged-{number}.json")).exists():
            number += 1
        try:
            os.replace(self.file, other)
            self.note = (
                f"The file {NAME} beside the notebook is damaged. It is now called {other.name}, and a new one is "
                "begun."
            )
        except OSError as error:
            self.note = f"The file {NAME} beside the notebook is damaged and can't be put aside ({error.strerror})."

    def write(self, texts: Mapping[str, Kept]) -> None:
        """Write the file anew. Raises OSError if that fails, or a damaged file is in its place."""
        if self.file.exists() and "can't be put aside" in self.note:
            raise OSError(0, "the damaged file is in its place")
        data = {
            key: [{**place._asdict(), "words": aside.words, "reason": aside.reason} for place, aside in kept.items()]
            for key, kept in texts.items()
            if kept
        }
        lines = json.dumps({"version": VERSION, "texts": data}, indent=1, ensure_ascii=False)
        write_atomic(self.file, (lines + "\n").encode("utf-8", "replace"), private=True)


def _kept_in(entries: Any) -> Kept:
    """One text's entries, each of the right type."""
    kept: Kept = {}
    for entry in entries:
        place = Place(int(entry["start"]), int(entry["end"]), str(entry["kind"]), str(entry["rule"]))
        kept[place] = Aside(str(entry["words"]), str(entry["reason"])[:LONGEST])
    return kept

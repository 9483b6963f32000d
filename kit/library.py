"""The practice texts: `articles()` lists them, `articles("footbridge")` opens one, `gold` gives what is marked in it.

A practice text is two files in kit/data/articles: NAME.txt, exactly the text, and NAME.toml, which says who made it,
under which licence, and what a careful reader finds in it. The marks quote the words of the text, so they are readable,
and a text that is changed without its marks is noticed at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, overload

from kit.text import Article, ReadingError, Span, read_text

FACTS = {"title": str, "topic": str, "minutes": int, "difficulty": int, "made_by": str, "licence": str, "note": str}
MARKED = {"within", "source", "cue", "content", "style", "nth", "doubtful", "note"}
STYLES = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True)
class PracticeText:
    """What one should know of a practice text before opening it.

    `minutes` is the time to read it, `difficulty` goes from 1 to 3, `note` tells what is invented.
    """

    name: str
    title: str
    topic: str
    minutes: int
    difficulty: int
    made_by: str
    licence: str
    note: str


class Shelf(tuple[PracticeText, ...]):
    """The practice texts, one a line when shown."""

    def __repr__(self) -> str:
        return "\n".join(
            f'articles("{t.name}")   {t.title}   ({t.topic}, {t.minutes} min, level {t.difficulty})' for t in self
        )


@dataclass(frozen=True, slots=True)
class MarkedAttribution:
    """An attribution as a careful reader marks it: the spans of source, cue and content, and how it is said.

    `doubtful` marks are those that careful readers place differently; `note` says why.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    style: str
    doubtful: bool
    note: str


@overload
def articles() -> Shelf: ...
@overload
def articles(name: str) -> Article: ...
def articles(name: str | None = None) -> Shelf | Article:
    """The practice texts that come with the kit, or the one of that name, read and ready.

    Raises ReadingError, with the names there are, if there is none of that name.
    """
    shelf = place_of_texts()
    names = sorted(entry.name[:-5] for entry in shelf.iterdir() if entry.name.endswith(".toml"))
    if name is None:
        return Shelf(PracticeText(each, **facts_of(each)) for each in names)
    if name not in names:
        near = get_close_matches(str(name), names, n=1)
        guess = f'Did you mean "{near[0]}"? ' if near else ""
        raise ReadingError(f'there is no practice text called "{name}". {guess}The names are: {", ".join(names)}.')
    return read_text(text_of(name))


def gold(name: str) -> tuple[MarkedAttribution, ...]:
    """The attributions that a careful reader marks in the practice text of that name, in the order of its file.

    Raises ReadingError if a mark quotes words that the text does not have exactly once, naming file and entry.
    """
    text = text_of(name)
    entries = facts_file(name).get("attribution", [])
    return tuple(marked(text, entry, f"{name}.toml, attribution {at}") for at, entry in enumerate(entries, 1))


def place_of_texts() -> Traversable:
    return files("kit").joinpath("data", "articles")


def text_of(name: str) -> str:
    """The exact text: line ends as they are in the file."""
    return place_of_texts().joinpath(f"{name}.txt").read_bytes().decode("utf-8")


def facts_file(name: str) -> dict[str, Any]:
    """What stands in the .toml file of a text."""
    try:
        return tomllib.loads(place_of_texts().joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    except ValueError as error:
        raise ReadingError(f"{name}.toml can't be read: {error}. Put that line right.") from error


def facts_of(name: str) -> dict[str, Any]:
    """Title, topic and so on, each of the right type."""
    facts = facts_file(name)
    for key, kind in FACTS.items():
        if not isinstance(facts.get(key), kind):
            what = "a whole number" if kind is int else "words in quotation marks"
            raise ReadingError(f"{name}.toml: {key} is missing or is not {what}. Add a line such as: {key} = …")
    return {key: facts[key].strip() if kind is str else facts[key] for key, kind in FACTS.items()}


def marked(text: str, entry: Mapping[str, Any], where: str) -> MarkedAttribution:
    """One mark, with its quoted words found in the text."""
    unknown = set(entry) - MARKED
    if unknown:
        raise ReadingError(f"{where}: unknown key {', '.join(sorted(unknown))}. Use: {', '.join(sorted(MARKED))}.")
    if entry.get("style") not in STYLES:
        raise ReadingError(f"{where}: style has to be one of {', '.join(STYLES)}.")
    within = found(text, str(entry.get("within", text)), Span(0, len(text)), None, where)
    nth = entry.get("nth", {})
    parts: dict[str, tuple[Span, ...]] = {}
    for role in ("source", "cue", "content"):
        quoted = entry.get(role, [])
        pieces = [quoted] if isinstance(quoted, str) else quoted
        parts[role] = tuple(found(text, piece, within, nth.get(role), where) for piece in pieces)
    return MarkedAttribution(
        **parts, style=entry["style"], doubtful=entry.get("doubtful", False), note=entry.get("note", "").strip()
    )


def found(text: str, words: str, within: Span, nth: int | None, where: str) -> Span:
    """The place of quoted words inside a passage, as whole words; `nth` (from 1) says which, if there are several."""
    places = []
    at = text.find(words, within.start, within.end) if words else -1
    while at >= 0:
        end = at + len(words)
        if not (joins(text, at) or joins(text, end)):
            places.append(Span(at, end))
        at = text.find(words, at + 1, within.end)
    if not places:
        raise ReadingError(f"{where}: the words “{words}” do not stand there. Copy them from the text exactly.")
    if nth is None and len(places) > 1:
        raise ReadingError(
            f"{where}: the words “{words}” stand there {len(places)} times. Give a longer `within`, or say which: nth."
        )
    if nth is not None and not 1 <= nth <= len(places):
        raise ReadingError(f"{where}: nth is {nth}, and the words “{words}” stand there {len(places)} times.")
    return places[(nth or 1) - 1]


def joins(text: str, at: int) -> bool:
    """Is this place in the middle of a word?"""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

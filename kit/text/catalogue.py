"""What page furniture looks like: `kit/data/lexicons/furniture.toml`, loaded and tested against its own examples."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from kit.text.decoding import ReadingError
from kit.text.lists import FOLDER, load

FILE = f"{FOLDER}/furniture.toml"
KEYS = {"kind", "early", "begins", "contains", "examples", "not_examples"}
WAYS = {"lines", "names", "pattern", "opening", "closing", "anywhere"}
LONGEST = 450  # characters: a longer paragraph is no furniture as a whole
SHORT = 250  # characters: a longer paragraph is none of the lines, and none of the patterns without `contains`
BULLETS = " \u00a0«‹<←•▶►|"
WORD = re.compile(r"[^\W\d_]+")
PERSON = (
    r"(?:[A-Z][\w.-]*(?:['’][A-Z]\w+)?"
    r"(?: (?:[A-Z][\w.-]*(?:['’][A-Z]\w+)?|de|van|von|der|den|al|el|bin|ibn|la|le|du|di|da|of)){1,4})"
)


Patterns = list[tuple[re.Pattern[str], str]]
WholePatterns = list[tuple[re.Pattern[str], str, int]]  # with the longest paragraph they are tried on


class Piece(NamedTuple):
    """Furniture found in a paragraph, with its place in the paragraph."""

    start: int
    end: int
    kind: str


class FurnitureError(ReadingError):
    """An entry of furniture.toml that does not hold; the message names the file, the entry and the remedy."""


class Catalogue:
    """The patterns of furniture.toml, in the order in which the file has them."""

    def __init__(self, entries: list[dict[str, Any]]):
        self._lines: dict[str, list[tuple[str, str]]] = defaultdict(list)  # by first word: expression and kind
        self._compiled: dict[str, Patterns] = {}
        self._patterns: dict[str, Patterns] = defaultdict(list)  # by first word
        self._whole: list[tuple[re.Pattern[str], str, list[str]]] = []
        self._openings: list[tuple[re.Pattern[str], str, bool]] = []
        self._closings: Patterns = []
        self._anywhere: Patterns = []
        for entry in entries:
            self._add(entry)

    def for_text(self, text: str) -> WholePatterns:
        """The patterns for whole paragraphs that may be found in a text."""
        return [
            (pattern, kind, LONGEST if contained else SHORT)
            for pattern, kind, contained in self._whole
            if not contained or any(piece in text for piece in contained)
        ]

    def pieces(self, paragraph: str, early: bool = True, patterns: WholePatterns | None = None) -> list[Piece]:
        """The furniture in a paragraph.

        `early` tells that it stands among the first four, `patterns` is what `for_text` gave for the text.
        """
        if patterns is None:
            patterns = self.for_text(paragraph)
        if len(paragraph) <= LONGEST and (kind := self._whole_kind(paragraph, patterns)):
            return [Piece(0, len(paragraph), kind)]
        found = []
        start, end = 0, len(paragraph)
        for pattern, kind, only_early in self._openings:
            if (early or not only_early) and (match := pattern.match(paragraph, 0, 120)):
                start = len(match.group().rstrip())
                found.append(Piece(0, start, kind))
                break
        if "<" in paragraph:
            found += [
                Piece(*m.span(), kind) for pattern, kind in self._anywhere for m in pattern.finditer(paragraph, start)
            ]
        if paragraph.endswith((")", ").")):
            for pattern, kind in self._closings:
                at = paragraph.rfind("(", found[-1].end if found else start)
                if at > 0 and pattern.fullmatch(paragraph, at):
                    found.append(Piece(at, end, kind))
                    break
        return found

    def _whole_kind(self, paragraph: str, patterns: WholePatterns) -> str:
        """The kind of a paragraph that is furniture from its first to its last character, "" if it is not."""
        length = len(paragraph)
        first = WORD.search(paragraph)
        if not first and not any(map(str.isdigit, paragraph)):
            return "separator"
        bare = paragraph.lstrip(BULLETS)
        keys = [first.group().casefold()] if first else []
        if not bare[:1].isalpha():
            keys.append("")
        for key in keys if length <= SHORT else ():
            for pattern, kind in self._beginning_with(key):
                if pattern.fullmatch(bare):
                    return kind
        for pattern, kind, longest in patterns:
            if length <= longest and pattern.fullmatch(paragraph):
                return kind
        return ""

    def _beginning_with(self, word: str) -> Patterns:
        """What begins with a word. Most lines are never needed, so they are compiled when first asked for."""
        if word not in self._lines and word not in self._patterns:
            return []
        if word not in self._compiled:
            kinds = groupby(self._lines.get(word, ()), key=itemgetter(1))
            self._compiled[word] = [
                (re.compile("|".join(f"(?:{line})" for line, _ in group), re.IGNORECASE), kind) for kind, group in kinds
            ] + self._patterns.get(word, [])
        return self._compiled[word]

    def _add(self, entry: dict[str, Any]) -> None:
        kind = entry["kind"]
        for line in entry.get("lines", ()):
            for word in _first_words(line):
                self._lines[word].append((_spelled(line), kind))
        if "names" in entry:
            names = sorted([*entry["names"], *map(str.upper, entry["names"])], key=len, reverse=True)
            names_only = rf"(?:(?:{'|'.join(map(re.escape, names))})(?![a-z])[\s|·•/,&+\d]*)++"
            self._whole.append((re.compile(names_only), kind, []))
        if "pattern" in entry and "begins" in entry:
            for word in entry["begins"]:
                self._patterns["" if word == "#" else word.casefold()].append((_compiled(entry["pattern"]), kind))
        elif "pattern" in entry:
            self._whole.append((_compiled(entry["pattern"]), kind, entry.get("contains", [])))
        if "opening" in entry:
            self._openings.append((_compiled(entry["opening"]), kind, entry.get("early", False)))
        if "closing" in entry:
            self._closings.append((_compiled(entry["closing"]), kind))
        if "anywhere" in entry:
            self._anywhere.append((_compiled(entry["anywhere"]), kind))


@cache
def catalogue() -> Catalogue:
    """The catalogue that comes with the kit."""
    return checked(load("furniture.toml").get("entry", []))


def checked(entries: list[dict[str, Any]]) -> Catalogue:
    """The catalogue of these entries; raises FurnitureError if an entry does not find its examples."""
    for number, entry in enumerate(entries, 1):
        for problem in _problems(entry):
            raise FurnitureError(f"{FILE}, entry {number} ({entry.get('kind', 'without kind')}): {problem}")
    found = Catalogue(entries)
    for number, entry in enumerate(entries, 1):
        alone = Catalogue([entry])
        for example in entry["examples"]:
            text, pieces = _unstarred(example)
            if [(p.start, p.end) for p in alone.pieces(text)] != pieces:
                raise FurnitureError(
                    f"{FILE}, entry {number} ({entry['kind']}): its example {example!r} is not found in exactly these "
                    "words. Correct the example or what the entry looks for."
                )
        for example in entry["not_examples"]:
            if found.pieces(example, early=True):
                raise FurnitureError(
                    f"{FILE}, entry {number} ({entry['kind']}): {example!r} is reporting, and yet it is taken for "
                    f"{found.pieces(example)[0].kind}. Make that entry look for less."
                )
    return found


def _problems(entry: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the keys of an entry."""
    for key in entry.keys() - KEYS - WAYS:
        yield f"{key!r} is not a key of an entry. Keys are {', '.join(sorted(KEYS | WAYS))}."
    for key in ("kind", "examples", "not_examples"):
        if not entry.get(key):
            yield f"{key!r} is missing. Every entry needs a kind, examples and not_examples."
    for way in entry.keys() & {"pattern", "opening", "closing", "anywhere"}:
        try:
            _compiled(entry[way])
        except re.error as error:
            yield f"the expression {entry[way]!r} is broken: {error}. Correct it."
    if not entry.keys() & WAYS:
        yield f"it looks for nothing. Give it one of {', '.join(sorted(WAYS))}."


def _unstarred(example: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its stars, and the places of what they enclosed; all of it if there are none."""
    parts = example.split("*")
    text = "".join(parts)
    if len(parts) == 1:
        return text, [(0, len(text))]
    places = []
    at = 0
    for number, part in enumerate(parts):
        if number % 2:
            places.append((at, at + len(part)))
        at += len(part)
    return text, places


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("NAME", PERSON))


def _spelled(line: str) -> str:
    """A line of the lexicon as a regular expression. Any words at its end are no sentence, unless written "…."."""
    parts = re.split(r"(\[[^\]]*\] ?| \[[^\]]*\|\]$|…|#)", line.removesuffix("."))
    spelled = "".join(map(_part, parts))
    if line.endswith("…."):
        return spelled
    if line.endswith("…"):
        return spelled + (r"(?<!\.)" if ":" in line else r"(?<![.!?])")
    button = " " not in line and not line.endswith(".")  # "Help." is a sentence, "Help" a button
    return spelled + (r"[\s:»›>→|]*" if button else r"[\s.:!…»›>→|]*")


def _part(part: str) -> str:
    """A choice, any words, a number, or words that stand as they are."""
    if part in ("…", "#"):
        return {"…": ".+", "#": r"\d[\d.,]*[KkMm]?"}[part]
    if part.strip()[:1] != "[":
        return re.escape(part)
    before, after = " " * part.startswith(" "), " " * part.endswith(" ")
    choices = part.strip()[1:-1].split("|")
    inner = before + "(?:" + "|".join(_spelled_choice(choice) for choice in choices if choice) + ")" + after
    return f"(?:{inner})?" if "" in choices else inner


def _spelled_choice(choice: str) -> str:
    return "".join(map(_part, re.split("(…|#)", choice))) + r"(?<![.!?])(?![.!?])" * choice.endswith("…")


def _first_words(line: str) -> set[str]:
    """The words with which a line may begin; "" if it begins with a number or any words."""
    line = line.lstrip("(")
    if line.startswith("["):
        choices, _, rest = line[1:].partition("]")
        return {word for choice in choices.split("|") for word in _first_words(choice or rest.strip())}
    first = WORD.match(line)
    return {first.group().casefold() if first else ""}

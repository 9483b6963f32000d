"""What page furniture looks like: the patterns of `kit/data/lexicons/furniture.toml`.

Loading checks the keys and the expressions of an entry; the tests run its examples.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from kit.text.article import Furniture, Span
from kit.text.decoding import ReadingError
from kit.text.word_lists import FOLDER, any_of, load_lexicon
from kit.toml import Table

WAYS = ("lines", "names", "pattern", "opening", "closing", "anywhere")
LONGEST_FURNITURE = 450  # characters: a longer paragraph is no furniture as a whole
LONGEST_LINE = 250  # characters: a longer paragraph is none of the lines, and none of the patterns without `contains`
LONGEST_OPENING = 120  # characters of a dateline and its like
BULLETS = " \u00a0«‹<←•▶►|"
WORD = re.compile(r"[^\W\d_]+")
PERSON = (
    r"(?:[A-Z][\w.-]*(?:['’][A-Z]\w+)?"
    r"(?: (?:[A-Z][\w.-]*(?:['’][A-Z]\w+)?|de|van|von|der|den|al|el|bin|ibn|la|le|du|di|da|of)){1,4})"
)


Patterns = list[tuple[re.Pattern[str], str]]  # each with the kind of what it finds
WholePatterns = list[tuple[re.Pattern[str], str, int]]  # with the longest paragraph they are tried on


class FurnitureError(ReadingError):
    """An entry of furniture.toml that does not hold; the message names the file, the entry and the remedy."""


class FurnitureLexicon:
    """The patterns of furniture.toml, in the order in which the file has them."""

    def __init__(self, entries: Iterable[Mapping[str, Any]]):
        self._lines: dict[str, list[tuple[str, str]]] = defaultdict(list)  # by first word: expression and kind
        self._compiled: dict[str, Patterns] = {}
        self._patterns: dict[str, Patterns] = defaultdict(list)  # by first word
        self._whole: list[tuple[re.Pattern[str], str, list[str]]] = []
        self._openings: list[tuple[re.Pattern[str], str, bool]] = []
        self._closings: Patterns = []
        self._anywhere: Patterns = []
        for number, entry in enumerate(entries, 1):
            place = f"{FOLDER}/furniture.toml, entry {number} ({entry.get('kind', 'without kind')})"
            self._add(Table(entry, place, FurnitureError))

    def for_text(self, text: str) -> WholePatterns:
        """The patterns for whole paragraphs that may be found in a text."""
        return [
            (pattern, kind, LONGEST_FURNITURE if contained else LONGEST_LINE)
            for pattern, kind, contained in self._whole
            if not contained or any(piece in text for piece in contained)
        ]

    def pieces(self, paragraph: str, early: bool = True, patterns: WholePatterns | None = None) -> list[Furniture]:
        """The furniture in a paragraph, with its places in the paragraph.

        `early` tells that it stands among the first four, `patterns` is what `for_text` gave for the text.
        """
        if patterns is None:
            patterns = self.for_text(paragraph)
        if len(paragraph) <= LONGEST_FURNITURE and (kind := self._whole_kind(paragraph, patterns)):
            return [Furniture(Span(0, len(paragraph)), kind)]
        found = []
        start, end = 0, len(paragraph)
        for pattern, kind, only_early in self._openings:
            if (early or not only_early) and (match := pattern.match(paragraph, 0, LONGEST_OPENING)):
                start = len(match.group().rstrip())
                found.append(Furniture(Span(0, start), kind))
                break
        if "<" in paragraph:
            found += [
                Furniture(Span(*match.span()), kind)
                for pattern, kind in self._anywhere
                for match in pattern.finditer(paragraph, start)
            ]
        if paragraph.endswith((")", ").")):
            for pattern, kind in self._closings:
                at = paragraph.rfind("(", found[-1].span.end if found else start)
                if at > 0 and pattern.fullmatch(paragraph, at):
                    found.append(Furniture(Span(at, end), kind))
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
        for key in keys if length <= LONGEST_LINE else ():
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

    def _add(self, entry: Table) -> None:
        kind = entry.words("kind", example='"share"')
        for key in ("examples", "not_examples"):
            entry.several(key)
        if not any(map(entry.has, WAYS)):
            raise entry.wrong(f"it doesn't look for anything. Give it one of {', '.join(WAYS)}")
        for line in entry.several("lines", ()):
            for word in _first_words(line):
                self._lines[word].append((_spelled(line), kind))
        if names := entry.several("names", ()):
            every = any_of({*names, *map(str.upper, names)})
            self._whole.append((re.compile(rf"(?:(?:{every})(?![a-z])[\s|·•/,&+\d]*)++"), kind, []))
        begins, contains = entry.several("begins", ()), entry.take("contains", [])
        for pattern in _expression(entry, "pattern"):
            for word in begins:
                self._patterns["" if word == "#" else word.casefold()].append((pattern, kind))
            if not begins:
                self._whole.append((pattern, kind, contains))
        early = entry.flag("early")
        self._openings += [(pattern, kind, early) for pattern in _expression(entry, "opening")]
        self._closings += [(pattern, kind) for pattern in _expression(entry, "closing")]
        self._anywhere += [(pattern, kind) for pattern in _expression(entry, "anywhere")]
        entry.done()


@cache
def furniture_lexicon() -> FurnitureLexicon:
    """The lexicon that comes with the kit. Raises FurnitureError if an entry of it does not hold."""
    return FurnitureLexicon(load_lexicon("furniture.toml").get("entry", []))


def _expression(entry: Table, key: str) -> list[re.Pattern[str]]:
    """The regular expression under a key, with NAME for a person; none if the entry has no such key."""
    if not entry.has(key):
        entry.asked.append(key)
        return []
    try:
        return [re.compile(entry.words(key).replace("NAME", PERSON))]
    except re.error as error:
        raise entry.wrong(f"the expression {entry.data[key]!r} is broken: {error}. Correct it") from None


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

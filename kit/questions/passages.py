"""Passages as a pupil marks them, in a widget or typed: read, found in the text they belong to, and counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from kit.compare import Annotation, Comparison
from kit.errors import counted
from kit.gold import Quoted, lower_case
from kit.questions.check_result import UnreadableError
from kit.questions.key import abbreviated
from kit.text import Span

MOST_MARKS = 500  # in one answer: no text of the course has so many
MOST_CHARACTERS = 10_000  # of a mark: longer ones stand in no text of the course
STRAIGHT = str.maketrans("“”„‘’‚", "\"\"\"'''")


@dataclass(frozen=True, slots=True)
class FoundMarks:
    """The marks of an answer, and a sentence for each one that could not be found: it counts as one too much."""

    marks: tuple[Annotation, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage as it was given, before it is found: words and, from a widget, offsets; `nth` from 1."""

    label: object
    words: str
    start: int | None = None
    end: int | None = None
    nth: int | None = None

    @property
    def is_certain(self) -> bool:
        """Does it say which place it means?"""
        return self.start is not None or self.nth is not None

    @property
    def not_found(self) -> str:
        said = abbreviated(self.words)
        return f"{said} isn’t in the text. Copy the words exactly as they are printed."


def listed(answer: object, how: str) -> Sequence[Any]:
    """The marks of an answer, not yet read. Raises UnreadableError with `how` to give them."""
    if isinstance(answer, str) and answer.strip():
        answer = [answer]
    if not isinstance(answer, list | tuple):
        raise UnreadableError(f"{abbreviated(answer)} can’t be read. {how}")
    if len(answer) > MOST_MARKS:
        raise UnreadableError(f"{len(answer)} marks are more than anybody can check. Keep the ones that matter.")
    return answer


def passage_in(item: object, label: object) -> Passage | None:
    """A passage in any of its forms: words, [label, words], [label, words, which one of several], or what the widget
    keeps. `label` is the one that goes without saying. None if it is none of these."""
    if isinstance(item, str) and item.strip():
        return Passage(label, item)
    if isinstance(item, list | tuple):
        if len(item) in (2, 3) and all(isinstance(each, str) for each in item[:2]) and item[1].strip():
            nth = item[2] if len(item) == 3 else None
            if nth is None or (isinstance(nth, int) and not isinstance(nth, bool) and nth > 0):
                return Passage(item[0], item[1], nth=nth)
        return None
    if isinstance(item, dict):
        start, end, words = item.get("start"), item.get("end"), item.get("words", "")
        whole = all(isinstance(at, int) and not isinstance(at, bool) for at in (start, end))
        if isinstance(words, str) and (whole or words.strip()):
            said = item.get("label", label)
            return Passage(said, words, start, end) if whole else Passage(said, words)
    return None


def readable(marks: Iterable[Annotation], lost: Sequence[str]) -> FoundMarks:
    """What was found of an answer. Raises UnreadableError if that is nothing at all, and something was lost."""
    found = tuple(marks)
    if lost and not found:
        raise UnreadableError(" ".join(dict.fromkeys(lost)))
    return FoundMarks(found, tuple(lost))


@lru_cache(maxsize=64)
def run_on(text: str) -> tuple[str, tuple[int, ...]]:
    """A text with straight quotation marks and one blank wherever there is room, and where each character of it stands
    in the text. A class answers on the same few texts, so they are remembered."""
    signs = [*re.finditer(r"\s+|\S", text.translate(STRAIGHT))]
    return "".join(" " if sign[0].isspace() else sign[0] for sign in signs), tuple(sign.start() for sign in signs)


@lru_cache(maxsize=64)
def in_lower_case(text: str) -> str:
    return lower_case(text)


class PassageFinder:
    """Finds typed words in the part of an article that is shown.

    Where the same words stand several times, the pupil could not say which was meant, so the place that the key has
    (`wanted`, by label) is taken, and two such answers take two places.
    """

    def __init__(self, text: str, part: Span, wanted: Mapping[str, Sequence[Span]] | None = None) -> None:
        self.text, self.part, self.wanted = text, part, wanted or {}

    def find(self, label: str, passage: Passage, taken: Iterable[tuple[str, Span]] = ()) -> Span | None:
        """The place that is meant, or None."""
        if passage.start is not None and passage.end is not None:
            span = Span(passage.start, passage.end)
            if 0 <= span.start < span.end <= len(self.text) and passage.words in ("", self.text[slice(*span)]):
                return span
        places = self.places(passage.words)
        if passage.nth is not None:
            return places[passage.nth - 1] if passage.nth <= len(places) else None
        free = [span for span in places if (label, span) not in taken] or places
        return next((span for span in free if span in self.wanted.get(label, ())), free[0] if free else None)

    def places(self, words: str) -> list[Span]:
        """Where the words stand, whatever quotation marks and blanks were typed; first in the same case, then any."""
        wanted = " ".join(words.translate(STRAIGHT).split())
        if len(words) > MOST_CHARACTERS:
            return []
        text, at = run_on(self.text)
        first, end = bisect_left(at, self.part.start), bisect_left(at, self.part.end)
        for typed, there in ((wanted, text), (lower_case(wanted), in_lower_case(text))):
            found = Quoted(there).places(typed, first, end)
            if found:
                return [Span(at[place.start], at[place.end - 1] + 1) for place in found]
        return []


def f1(earned: Fraction, compared: Comparison, lost: int) -> Fraction:
    """F1 where each match counts by what it earned. Nothing wanted and nothing given is all right."""
    wanted = len(compared.matched) + len(compared.missed)
    given = len(compared.matched) + len(compared.spurious) + lost
    return 2 * earned / (wanted + given) if wanted + given else Fraction(1)


def compared_in_words(compared: Comparison, lost: Sequence[str], thing: str) -> list[str]:
    """What is right, what is missing and what could go either way, in sentences.

    How many are missing is said to somebody who has found one. Before that it would tell whether there is anything to
    find at all.
    """
    right, missed, ignored = len(compared.matched), len(compared.missed), len(compared.ignored)
    given = right + len(compared.spurious) + len(lost)
    lines = [right_of(right, given + ignored, thing)] if given else []
    if ignored:
        only = right and given == right  # nothing else was given
        which = ("The other" if ignored == 1 else "The others") if only else counted(ignored, thing)
        lines.append(f"{which} could go either way and {'costs' if ignored == 1 else 'cost'} nothing.")
    if right and missed:
        lines.append(f"{counted(missed, f'more {thing}')} to find.")
    elif missed and not given:
        lines.append("Look again: there’s something to find here.")
    return [*lines, *lost] or ["That’s right: there’s nothing to find here."]


def right_of(right: int, given: int, thing: str) -> str:
    """How many of those that were given are right, in a sentence.

    >>> right_of(1, 1, "mark"), right_of(2, 2, "mark"), right_of(2, 3, "pair")
    ('Your mark is right.', 'Both of your marks are right.', '2 of your 3 pairs are right.')
    """
    if given == 1:
        return f"Your {thing} is right." if right else f"Your {thing} isn’t right."
    if right == given:
        return f"{'Both' if given == 2 else f'All {given}'} of your {thing}s are right."
    return f"{right or 'None'} of your {counted(given, thing)} {'are' if right > 1 else 'is'} right."

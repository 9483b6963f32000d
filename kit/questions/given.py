"""Passages as a pupil gives them, from a widget or typed, found in the text they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kit.compare import Annotation
from kit.questions.mark_chosen import shown
from kit.questions.question import Named, PairsKey, SpansKey
from kit.questions.result import UnreadableError
from kit.text import Span

MOST = 500  # marks in one answer: no text of the course has so many
LONG = 100  # characters of a mark that is first looked for as it is
STRAIGHT = str.maketrans("“”„‘’‚", "\"\"\"'''")


@dataclass(frozen=True, slots=True)
class Given:
    """The marks of an answer, and a sentence for each one that could not be placed: it counts as one too much."""

    marks: tuple[Annotation, ...]
    lost: tuple[str, ...]


def spans_in(key: SpansKey, answer: object, text: str, shown_part: Span) -> Given:
    """The marks of an answer to a question of the kind spans; an empty list is an answer too: nothing to mark.

    Each is words, [label, words], [label, words, which one of several], or what the widget keeps: label, start, end
    and words. Raises UnreadableError if nothing of it can be read.
    """
    ids = ", ".join(f'"{label.id}"' for label in key.labels)
    only = key.labels[0].id if len(key.labels) == 1 else None
    example = '["the council"]' if only else f'[["{key.labels[0].id}", "the council"]]'
    how = f"Give a list, as in {example}, or [] if there is nothing to mark."
    placing = Placing(text, shown_part, {mark.label: _places(key, mark.label) for mark in key.marks})
    read: list[tuple[str, Place]] = []
    lost: list[str] = []
    for item in listed(answer, how):
        place = one_place(item, only)
        label = named(key.labels, place.label) if place else None
        if place is None:
            lost.append(f"{shown(item)} can't be read as a mark. {how}")
        elif label is None:
            lost.append(f"{shown(place.words)} has no label that fits. The labels are {ids}.")
        else:
            read.append((label, place))
    return placed(read, lost, placing)


def _places(key: SpansKey, label: str) -> list[Span]:
    return [span for mark in key.marks if mark.label == label for way in mark.ways for span in way]


def pairs_in(key: PairsKey, answer: object, text: str, shown_part: Span) -> Given:
    """The same for pairs: [words, words, verdict], or what the widget keeps: first, second and verdict."""
    how = 'Give a list, as in [["first words", "second words", "conflict"]], or [] if there is nothing to link.'
    verdicts = ", ".join(f'"{each.id}"' for each in key.verdicts)
    placing = Placing(text, shown_part, {"": [span for pair in key.pairs for span in pair.passages]})
    marks: list[Annotation] = []
    lost: list[str] = []
    for item in listed(answer, how):
        sides, verdict = two_sides(item)
        said = named(key.verdicts, verdict) if verdict else ""
        if sides is None:
            lost.append(f"{shown(item)} can't be read as a pair. {how}")
        elif said is None:
            lost.append(f"{shown(verdict)} is no verdict here. The verdicts are {verdicts}.")
        else:
            found = [placing.find("", side, ()) for side in sides]
            lost += [missing(side) for side, span in zip(sides, found, strict=True) if span is None]
            spans = tuple(sorted(span for span in found if span is not None))
            if len(spans) == 2:
                marks.append(Annotation(said, spans))
    return settled(marks, lost)


@dataclass(frozen=True, slots=True)
class Place:
    """One passage as it was given, before it is found: words and, from a widget, offsets; `nth` from 1."""

    label: object
    words: str
    start: int | None = None
    end: int | None = None
    nth: int | None = None


def listed(answer: object, how: str) -> Sequence[Any]:
    if isinstance(answer, str) and answer.strip():
        answer = [answer]
    if not isinstance(answer, list | tuple):
        raise UnreadableError(f"{shown(answer)} can't be read. {how}")
    if len(answer) > MOST:
        raise UnreadableError(f"{len(answer)} marks are more than anybody can check. Keep those that matter.")
    return answer


def one_place(item: object, label: object) -> Place | None:
    """A passage in any of its forms; `label` is the one that goes without saying, if there is only one."""
    if isinstance(item, str) and item.strip():
        return Place(label, item)
    if isinstance(item, list | tuple):
        if len(item) in (2, 3) and all(isinstance(each, str) for each in item[:2]) and item[1].strip():
            nth = item[2] if len(item) == 3 else None
            if nth is None or (isinstance(nth, int) and not isinstance(nth, bool) and nth > 0):
                return Place(item[0], item[1], nth=nth)
        return None
    if isinstance(item, dict):
        start, end, words = item.get("start"), item.get("end"), item.get("words", "")
        whole = all(isinstance(at, int) and not isinstance(at, bool) for at in (start, end))
        if isinstance(words, str) and (whole or words.strip()):
            said = item.get("label", label)
            return Place(said, words, start, end) if whole else Place(said, words)
    return None


def two_sides(item: object) -> tuple[tuple[Place, Place] | None, object]:
    """The two passages of a pair and its verdict ("" if it has none yet)."""
    verdict: object = ""
    if isinstance(item, dict):
        verdict = item.get("verdict", "") or ""
        item = [item.get("first"), item.get("second")]
    elif isinstance(item, list | tuple) and len(item) == 3:
        *item, verdict = item
    if not isinstance(item, list | tuple) or len(item) != 2:
        return None, verdict
    first, second = one_place(item[0], ""), one_place(item[1], "")
    return ((first, second) if first and second else None), verdict


def named(choices: Iterable[Named], said: object) -> str | None:
    """The id that is meant, by its id or its name, in any case."""
    if not isinstance(said, str):
        return None
    bare = said.strip().lower().replace("_", " ").replace("-", " ")
    return next((each.id for each in choices if each.id.lower().replace("_", " ").replace("-", " ") == bare), None)


def placed(read: Sequence[tuple[str, Place]], lost: list[str], placing: Placing) -> Given:
    """Every mark with its place. Those that say which place they mean go first, so that the order plays no part."""
    marks: list[Annotation] = []
    certain = sorted(read, key=lambda each: each[1].start is None and each[1].nth is None)
    taken: set[tuple[str, Span]] = set()
    for label, place in certain:
        span = placing.find(label, place, taken)
        if span is None:
            lost.append(missing(place))
        else:
            taken.add((label, span))
            marks.append(Annotation(label, (span,)))
    return settled(marks, lost)


def settled(marks: list[Annotation], lost: list[str]) -> Given:
    if lost and not marks:
        raise UnreadableError(" ".join(dict.fromkeys(lost)))
    return Given(tuple(marks), tuple(lost))


def missing(place: Place) -> str:
    return f"{shown(place.words)} does not stand in the text: copy the words exactly as they stand there."


@lru_cache(maxsize=64)
def straight(text: str) -> str:
    """A text with straight quotation marks. A class answers on the same few texts, so they are remembered."""
    return text.translate(STRAIGHT)


@lru_cache(maxsize=64)
def run_on(text: str) -> str:
    """A text in small letters, with one blank wherever there is room."""
    return " ".join(text.lower().split())


class Placing:
    """Finds typed words in the part of an article that is shown.

    Where the same words stand several times, the pupil could not say which was meant, so the place that the key has
    is taken, and two such answers take two places.
    """

    def __init__(self, text: str, part: Span, key: dict[str, list[Span]]) -> None:
        self.exact, self.part, self.key = text, part, key
        self.text = straight(text)

    def find(self, label: str, place: Place, taken: Iterable[tuple[str, Span]]) -> Span | None:
        """The place that is meant, or None."""
        if place.start is not None and place.end is not None:
            span = Span(place.start, place.end)
            if 0 <= span.start < span.end <= len(self.exact) and place.words in ("", self.exact[span.start : span.end]):
                return span
        places = self.places(place.words)
        if place.nth is not None:
            return places[place.nth - 1] if place.nth <= len(places) else None
        free = [span for span in places if (label, span) not in taken] or places
        return next((span for span in free if span in self.key.get(label, ())), free[0] if free else None)

    def places(self, words: str) -> list[Span]:
        """Where the words stand, whatever quotation marks and blanks were typed; first in the same case, then any."""
        parts = words.translate(STRAIGHT).split()
        if not parts or len(words) > 10_000:
            return []
        if len(words) > LONG and " ".join(parts).lower() not in run_on(self.text):
            return []  # a pattern of so many words takes long to make, and hundreds may be handed in
        pattern = r"(?<!\w)" * parts[0][0].isalnum() + r"\s+".join(map(re.escape, parts))
        pattern += r"(?!\w)" * parts[-1][-1].isalnum()
        for flags in (0, re.IGNORECASE):
            found = [Span(*match.span()) for match in re.finditer(pattern, self.text, flags)]
            found = [span for span in found if self.part.start <= span.start and span.end <= self.part.end]
            if found:
                return found
        return []

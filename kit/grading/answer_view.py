"""A pupil's answer as a page shows it: in the text where there is one, with what was found, missed and too much."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kit.compare import Comparison
from kit.grading.known_questions import known_question, mark_json, remember_answers
from kit.questions.key import AnswerLine
from kit.questions.question import Question
from kit.text import Span

# How a mark stands, in the order in which marks over the same words are drawn, and the words a legend has for it.
STANDINGS = {"found": "found", "missed": "missed", "extra": "too much", "free": "can be seen either way"}


class MarkedStretch(NamedTuple):
    """Words of the text under the same marks; `begins` are the words (label and how it stands) shown before them."""

    words: str
    stands: tuple[str, ...]
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer ready for a page: `paragraphs` of marked text, `lines` of single things, or `words` as typed."""

    paragraphs: tuple[tuple[MarkedStretch, ...], ...] = ()
    lines: tuple[AnswerLine, ...] = ()
    words: str = ""


@remember_answers
def view_answer(id: str, value: str, version: str, reveal: bool) -> AnswerView:
    """An answer from the gradebook (JSON) as it is shown. Without `reveal` nothing of the key is given away."""
    question, answer = known_question(id), json.loads(value)
    result = mark_json(id, value, version)
    as_typed = AnswerView(words=answer if isinstance(answer, str) else value)
    if result.state in ("unanswered", "unreadable"):
        return as_typed
    lines = question.key.answer_lines(question, answer, reveal)
    if lines is not None:
        return AnswerView(lines=tuple(lines))
    if question.key.text_in_control:
        compared = result.comparison
        return AnswerView(paragraphs=marked_text(question, compared, reveal)) if compared else AnswerView()
    return as_typed


def marked_text(question: Question, held: Comparison, reveal: bool) -> tuple[tuple[MarkedStretch, ...], ...]:
    """The text of a question, cut where a mark begins or ends, by paragraph: with what the pupil marked, and with what
    was missed, if that may be shown."""
    marked = {
        "found": [given for _, given in held.matched],
        "extra": held.spurious,
        "free": held.ignored,
        "missed": held.missed if reveal else (),
    }
    places: list[tuple[Span, str, str]] = []
    for stands, marks in marked.items():
        for number, each in enumerate(marks, 1):
            tag = question.key.tag(number, each.label)
            tag = f"{tag}, {STANDINGS[stands]}" if reveal else tag
            places += [(span, stands if reveal else "given", tag) for span in each.spans]
    text, part = question.text, question.shown_part
    return tuple(stretches(text, paragraph, places) for paragraph in paragraphs(text, part))


def paragraphs(text: str, part: Span) -> Iterator[Span]:
    """The lines of a part of a text that are not empty."""
    at = part.start
    for line in text[part.start : part.end].split("\n"):
        if line.strip():
            yield Span(at, at + len(line))
        at += len(line) + 1


def stretches(text: str, line: Span, places: Sequence[tuple[Span, str, str]]) -> tuple[MarkedStretch, ...]:
    """A paragraph cut at every place where a mark begins or ends."""
    inside = [place for place in places if place[0].start < line.end and line.start < place[0].end]
    cuts = {line.start, line.end}
    for span, _, _ in inside:
        cuts |= {max(span.start, line.start), min(span.end, line.end)}
    made = []
    for start, end in pairwise(sorted(cuts)):
        over = [place for place in inside if place[0].start <= start and end <= place[0].end]
        stands = tuple(each for each in (*STANDINGS, "given") if any(place[1] == each for place in over))
        begins = tuple(tag for span, _, tag in over if max(span.start, line.start) == start)
        made.append(MarkedStretch(text[start:end], stands, begins))
    return tuple(made)

"""The control that draws a question, made as the kind of the question plans it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from kit.compare import Comparison
from kit.questions.check_result import CheckResult, UnreadableError
from kit.questions.question import Question
from kit.text import Article, Span, read_text
from kit.views.wording import MARKS, VERDICTS
from kit.widgets.cards import Cards
from kit.widgets.choice import Choice
from kit.widgets.control import Control
from kit.widgets.entry import EntryBox
from kit.widgets.linker import Linker
from kit.widgets.marker import Label, Marker

SAID_OF_CHOICES = {"found": "right", "extra": "wrong"}  # what stands on an option or a card
CONTROLS: dict[str, Callable[..., Control]] = {
    "choice": Choice,
    "entry": EntryBox,
    "marker": Marker,
    "linker": Linker,
    "ladder": Cards,
}


def control_for(question: Question, **others: Any) -> Control:
    """The control for a question of its kind, empty. `others` goes to the control: its name, `keep` and `check`."""
    plan = question.key.control(question)
    explained: dict[str, Mapping[Any, Any]] = {"marker": MARKS, "linker": VERDICTS}
    meanings = {id: each.meaning for id, each in explained.get(plan.control, {}).items()}
    settings = {name: _labels(value, meanings) for name, value in plan.settings.items()} | others
    if question.key.text_in_control:
        settings |= {"article": article_of(question), "within": question.shown_part}
    return CONTROLS[plan.control](nothing_label=question.key.nothing, **settings)


def _labels(value: Any, meanings: Mapping[str, str]) -> Any:
    """Things to choose from, as the controls take them; anything else as it is."""
    if isinstance(value, Mapping):
        return [Label(id, name, meanings.get(id, "")) for id, name in value.items()]
    return value


def article_of(question: Question) -> Article:
    """The article of a question, read."""
    return _read(question.text)


@lru_cache(maxsize=32)
def _read(text: str) -> Article:
    return read_text(text)


def as_shown(question: Question, answer: Any) -> Any:
    """An answer that is kept, perhaps typed, in the form that the control shows. None if it can't be shown."""
    try:
        return None if answer is None else question.key.for_control(question, answer)
    except UnreadableError:
        return None


def judged(question: Question, control: Control, result: CheckResult) -> list[dict[str, Any]]:
    """What a check says of each thing in the control: words of its text, options, or cards.

    What was missed is only shown with the explanation: before, it would give the answer away.
    """
    all_of_it = bool(result.explanation)
    if isinstance(control, Marker | Linker):
        return _judged_in_text(question, control, result.comparison, all_of_it) if result.comparison else []
    if result.state not in ("right", "partly", "wrong"):
        return []
    lines = question.key.answer_lines(question, control.answer, reveal=True) or ()
    return [
        {"key": line.id, "how": SAID_OF_CHOICES.get(line.stands, line.stands)}
        for line in lines
        if line.stands and (all_of_it or line.stands != "missed")
    ]


def _judged_in_text(
    question: Question, control: Marker | Linker, held: Comparison, all_of_it: bool
) -> list[dict[str, Any]]:
    marks = [(mark, "found" if question.key.agrees(gold, mark) else "verdict") for gold, mark in held.matched]
    marks += [(mark, "extra") for mark in held.spurious] + [(mark, "free") for mark in held.ignored]
    if all_of_it:
        marks += [(mark, "missed") for mark in held.missed]
    lines: list[dict[str, Any]] = []
    for mark, how in marks:
        places = [_range_of(control, span) for span in mark.spans]
        if isinstance(control, Linker) and len(places) == 2 and all(places):
            lines.append({"first": places[0], "second": places[1], "how": how})
        elif isinstance(control, Marker):
            lines += [{"label": mark.label, "first": at[0], "last": at[1], "how": how} for at in places if at]
    return lines


def _range_of(control: Marker | Linker, span: Span) -> list[int] | None:
    inside = control.passages.around(*span)
    return list(inside) if inside else None

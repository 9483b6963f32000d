"""The control that fits a question, and answers as they are kept turned into what it shows."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kit.compare import Comparison, Mark
from kit.library import text_of
from kit.questions import given, mark_chosen, mark_levels
from kit.questions.mark_worded import kept_and_lost
from kit.questions.marking import shown
from kit.questions.question import (
    LevelsKey,
    Named,
    NumberKey,
    OpenKey,
    OptionsKey,
    PairsKey,
    Question,
    RewriteKey,
    SpansKey,
)
from kit.questions.result import UnreadableError
from kit.text import Article, Span, read_text
from kit.views.finding_marks import MARKS
from kit.widgets.cards import Cards
from kit.widgets.choice import Choice
from kit.widgets.control import Control
from kit.widgets.entry import Entry, Report
from kit.widgets.linker import Linker
from kit.widgets.marker import Label, Marker

NOTHING = {
    "spans": "There is nothing to mark here",
    "pairs": "There is nothing to link here",
    "choices": "None of these",
}
VERDICTS = {
    "conflict": "conflict: both can’t be so",
    "tension": "tension: both can be so, but ask",
    "unsupported": "unsupported: the headline says what the text does not",
    "none": "none: they go together",
}


def control_for(question: Question, **others: Any) -> Control:
    """The control for a question of its kind, empty. `others` goes to the control: its name, `keep` and `check`."""
    others["nothing_label"] = NOTHING.get(question.kind, "")
    match question.key:
        case OptionsKey(options):
            named = [Label(option.id, option.text) for option in options]
            return Choice(named, several=question.kind == "choices", **others)
        case NumberKey(units=units):
            return Entry("number", unit=units[0] if units else "", hint="Digits, such as 12.5 or 1,200.", **others)
        case SpansKey(labels):
            return Marker(article_of(question), map(labelled, labels), within=shown(question), **others)
        case PairsKey(verdicts):
            told = [Label(each.id, VERDICTS.get(each.id, each.name)) for each in verdicts]
            return Linker(article_of(question), told, within=shown(question), **others)
        case LevelsKey(steps, _, cards):
            quoted = [Label(card.id, f"{card.id} · {f'“{card.text}”' if card.span else card.text}") for card in cards]
            return Cards(quoted, [Label(step.id, step.name) for step in steps], **others)
        case RewriteKey() as key:
            report = None if question.feedback == "shape" else lambda text: reported(key, text)
            sentence = "" if key.sentence in question.prompt else key.sentence
            return Entry("rewrite", sentence=sentence, report=report, **others)
        case OpenKey(least, most):
            hint = f"{least} to {most} words. A person reads this: no machine gives points for it."
            return Entry("prose", least=least, most=most, hint=hint, **others)


def article_of(question: Question) -> Article:
    """The article of a question, read."""
    return _read(text_of(question.article))


@lru_cache(maxsize=32)
def _read(text: str) -> Article:
    return read_text(text)


def labelled(label: Named) -> Label:
    return Label(label.id, label.name, MARKS[label.id].meaning if label.id in MARKS else "")


def reported(key: RewriteKey, text: str) -> Report:
    """What is kept and what is lost, while one writes."""
    try:
        still, kept, lost = kept_and_lost(key, text)
    except UnreadableError as error:
        return [{"words": str(error), "good": False}]
    return [
        *({"words": f"still there: “{words}”", "good": False} for words in still),
        *({"words": f"kept: {what}", "good": True} for what in kept),
        *({"words": f"not there yet: {what}", "good": False} for what in lost),
    ]


def as_shown(question: Question, answer: Any) -> Any:
    """An answer that is kept, perhaps typed, in the form that the control shows. None if it can't be shown."""
    if answer is None:
        return None
    try:
        return _as_shown(question, answer)
    except UnreadableError:
        return None


def _as_shown(question: Question, answer: Any) -> Any:
    match question.key:
        case OptionsKey() as key:
            several = question.kind == "choices"
            listed = answer if isinstance(answer, list) else answer.split(",") if several else [answer]
            letters = [mark_chosen.letter_of(key, each) for each in listed]
            return letters if several else letters[0]
        case SpansKey() as key:
            marks = given.spans_in(key, answer, text_of(question.article), shown(question)).marks
            return [{"label": mark.label, "start": mark.spans[0].start, "end": mark.spans[0].end} for mark in marks]
        case PairsKey() as key:
            pairs = given.pairs_in(key, answer, text_of(question.article), shown(question)).marks
            return [{"first": place(pair, 0), "second": place(pair, 1), "verdict": pair.label} for pair in pairs]
        case LevelsKey() as key:
            return mark_levels.steps_in(key, answer)
        case _:
            return answer


def place(pair: Mark, end: int) -> dict[str, int]:
    return {"start": pair.spans[end].start, "end": pair.spans[end].end}


def judged(question: Question, control: Control, held: Comparison | None, all_of_it: bool) -> list[dict[str, Any]]:
    """What was found, what is too much and what can be seen either way, as words of the control's text.

    What was missed is only shown with the explanation (`all_of_it`): before, it would give the answer away.
    """
    if held is None or not isinstance(control, Marker | Linker):
        return []
    told = [(given, how_of(question, gold, given)) for gold, given in held.matched]
    told += [(mark, "extra") for mark in held.extra] + [(mark, "free") for mark in held.free]
    if all_of_it:
        told += [(mark, "missed") for mark in held.missed]
    lines: list[dict[str, Any]] = []
    for mark, how in told:
        places = [range_of(control, span) for span in mark.spans]
        if isinstance(control, Linker) and len(places) == 2 and all(places):
            lines.append({"first": places[0], "second": places[1], "how": how})
        elif isinstance(control, Marker):
            lines += [{"label": mark.label, "first": at[0], "last": at[1], "how": how} for at in places if at]
    return lines


def how_of(question: Question, gold: Mark, given: Mark) -> str:
    """A pair may be found and yet have another verdict."""
    if not isinstance(question.key, PairsKey):
        return "found"
    accepted = next((pair.verdicts for pair in question.key.pairs if pair.passages == gold.spans), ())
    return "found" if given.label in accepted else "verdict"


def range_of(control: Marker | Linker, span: Span) -> list[int] | None:
    inside = control.passages.around(*span)
    return list(inside) if inside else None

"""Marking one answer: `mark(question, answer)`. The same for a pupil's check, for the lessons and for a class.

An answer is plain data, as a widget keeps it or a person types it; nothing in it is ever run. None is no answer at all;
an empty list, where marks or choices are asked for, is an answer: nothing to find.
"""

from __future__ import annotations

from fractions import Fraction

from kit.library import text_of
from kit.questions import mark_chosen, mark_levels, mark_spans, mark_worded, sealed
from kit.questions.points import Points, share
from kit.questions.question import (
    LevelsKey,
    NumberKey,
    OpenKey,
    OptionsKey,
    PairsKey,
    Question,
    RewriteKey,
    SpansKey,
)
from kit.questions.result import CheckResult, Marked, State, UnreadableError
from kit.text import Span

TO_DO = {
    "choice": 'Choose one of the options, or type its letter: check("{id}", "a").',
    "choices": 'Choose all that are right, or type their letters: check("{id}", ["a", "c"]). None of them: [].',
    "number": 'Give a number, or type it: check("{id}", 12.5).',
    "spans": "Mark words in the text, or say that there is nothing to mark.",
    "levels": "Put each card on a step.",
    "pairs": "Link two passages, or say that there is nothing to link.",
    "rewrite": "Write the sentence in plain words.",
    "open": "Write your answer in sentences.",
}


def mark(question: Question, answer: object) -> CheckResult:
    """Mark an answer to a question.

    Takes the question and the answer as plain data (docs/questions.md shows the form for each kind). Gives points in
    exact quarters, never more than the question has, and sentences. What is missing, malformed or unreadable earns
    nothing, and the message says what to do; no answer, however odd, raises an error.
    """
    if not is_answered(question, answer):
        return result(question, "unanswered", "Not answered yet. " + TO_DO[question.kind].format(id=question.id))
    try:
        if question.sealed:
            sealed.check_form(question, answer, shown(question))
            return result(question, "kept", "Your answer is kept. What it earns you are told later.")
        marked = by_kind(question, answer)
    except UnreadableError as error:
        return result(question, "unreadable", str(error))
    if question.kind == "open":
        return result(question, "by hand", "\n".join((*marked.lines, "A person marks this, by its rubric.")))
    points = share(marked.part, question.points)
    state: State = "right" if marked.part == 1 else "partly" if points else "wrong"
    lines = "\n".join(filter(None, marked.lines))
    return CheckResult(question.id, points, question.points, lines, state, marked.comparison)


def by_kind(question: Question, answer: object) -> Marked:
    """The rule of each kind."""
    match question.key:
        case OptionsKey() as key:
            return mark_chosen.choice(key, answer) if question.kind == "choice" else mark_chosen.choices(key, answer)
        case NumberKey() as key:
            return mark_chosen.number(key, answer)
        case SpansKey() as key:
            return mark_spans.spans(key, answer, text_of(question.article), shown(question))
        case PairsKey() as key:
            return mark_spans.pairs(key, answer, text_of(question.article), shown(question))
        case LevelsKey() as key:
            return mark_levels.levels(key, answer)
        case RewriteKey() as key:
            return mark_worded.rewrite(key, answer, text_of(question.article) if question.article else "")
        case OpenKey() as key:
            return mark_worded.opened(key, answer)


def is_answered(question: Question, answer: object) -> bool:
    """Is there an answer at all? An empty list is one, where there may be nothing to find; empty words are none."""
    if answer is None or (isinstance(answer, str) and not answer.strip()):
        return False
    if question.kind == "levels" and isinstance(answer, dict):
        return any(step not in (None, "") for step in answer.values())
    return not (answer == [] and question.kind not in ("spans", "pairs", "choices"))


def lacking(question: Question, answer: object) -> str:
    """What an answer still lacks to be complete, in a sentence; empty if nothing. Gives nothing of the key away."""
    if not is_answered(question, answer):
        return "Not answered yet. " + TO_DO[question.kind].format(id=question.id)
    try:
        if question.sealed:
            sealed.check_form(question, answer, shown(question))
        else:
            by_kind(question, answer)
        if isinstance(question.key, LevelsKey):
            placed = mark_levels.steps_in(question.key, answer)
            waiting = [card.id for card in question.key.cards if card.id not in placed]
            return f"Not placed yet: {', '.join(waiting)}." if waiting else ""
        if isinstance(question.key, OpenKey) and len(str(answer).split()) < question.key.least:
            return mark_worded.opened(question.key, answer).lines[0]
    except UnreadableError as error:
        return str(error)
    return ""


def shown(question: Question) -> Span:
    """The part of its article that a question shows; nothing if it has none."""
    return question.passage or Span(0, len(text_of(question.article)) if question.article else 0)


def result(question: Question, state: State, message: str) -> CheckResult:
    return CheckResult(question.id, Points(Fraction(0)), question.points, message, state)

"""Questions and their keys in words, as Markdown: for solutions, worksheets and learning platforms."""

from __future__ import annotations

from collections.abc import Iterator

from kit.library import text_of
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
from kit.text import Span


def key_in_words(question: Question) -> Iterator[str]:
    """What is right, line by line."""
    match question.key:
        case OptionsKey(options=options):
            right = [f"{option.id}) {option.text}" for option in options if option.right]
            yield from right or ["None of them."]
        case NumberKey(value=value, tolerance=tolerance, units=units):
            unit = f" {units[0]}" if units else ""
            near = f", give or take {float(tolerance):g}" if tolerance else ""
            yield f"{float(value):.10g}{unit}{near}"
        case SpansKey(labels=labels, marks=marks):
            for mark in marks:
                words = " … ".join(quoted(question, span) for span in mark.ways[0])
                label = f"{name_of(labels, mark.label)}: " if len(labels) > 1 else ""
                yield f"{label}“{words}”" + (" (can be seen either way)" if mark.doubtful else "")
            if not marks:
                yield "There is nothing to mark."
        case LevelsKey(steps=steps, cards=cards):
            for card in cards:
                names = " or ".join(name_of(steps, step) for step in card.steps)
                yield f"{card.id}) {card.text}: **{names}**" + (" (can be seen either way)" if card.doubtful else "")
        case PairsKey(verdicts=verdicts, pairs=pairs):
            for pair in pairs:
                first, second = (quoted(question, span) for span in pair.passages)
                names = " or ".join(name_of(verdicts, verdict) for verdict in pair.verdicts)
                yield f"“{first}” and “{second}”: **{names}**" + (" (can be seen either way)" if pair.doubtful else "")
            if not pairs:
                yield "There is nothing to link."
        case RewriteKey(models=models):
            yield from models
        case OpenKey(model=model):
            yield model


def why_not(question: Question) -> Iterator[str]:
    """The wrong options and numbers, each with the mistake behind it."""
    match question.key:
        case OptionsKey(options=options):
            yield from (f"{each.id}) {each.text} — {each.message}" for each in options if not each.right)
        case NumberKey(slips=slips):
            yield from (f"{float(slip.value):.10g} — {slip.message}" for slip in slips)


def quoted(question: Question, span: Span) -> str:
    """Words of the article, on one line."""
    return " ".join(text_of(question.article)[slice(*span)].split())


def name_of(choices: tuple[Named, ...], id: str) -> str:
    return next(each.name for each in choices if each.id == id)

"""Sealed questions: a test question without its key, as pupils get it. It can be shown and answered, not marked.

`seal` makes one out of a question with its key; `kit bundle` does that for every test question. A sealed question has
`sealed = true`, what is shown of it (options, labels, cards, verdicts), and nothing that tells what is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from string import ascii_lowercase
from typing import Any

from kit.library import text_of
from kit.questions import given, mark_chosen, mark_levels, mark_worded
from kit.questions.placed import LADDER, VERDICTS, several_named
from kit.questions.points import Points
from kit.questions.question import (
    Card,
    Criterion,
    Key,
    LevelsKey,
    NumberKey,
    OpenKey,
    Option,
    OptionsKey,
    PairsKey,
    Question,
    RewriteKey,
    SpansKey,
)
from kit.questions.quoting import Quoted
from kit.text import Span
from kit.toml import Table


def seal(question: Question) -> dict[str, Any]:
    """The table of a question as pupils get it, ready to be written as TOML."""
    whole = text_of(question.article) if question.article else ""
    table: dict[str, Any] = {
        "id": question.id,
        "kind": question.kind,
        "prompt": question.prompt,
        "points": _number(question.points),
        "minutes": question.minutes,
        "feedback": "shape",
        "sealed": True,
    }
    if question.test:
        table["test"] = question.test
    if question.article:
        table["article"] = question.article
    if question.passage:
        table["passage"] = whole[question.passage.start : question.passage.end]
    if question.beside:
        table["beside"] = list(question.beside)
    return table | _shown(question.key, whole)


def _shown(key: Key, whole: str) -> dict[str, Any]:
    """What a pupil sees of a key."""
    match key:
        case OptionsKey():
            return {"options": [{"text": option.text} for option in key.options]}
        case NumberKey():
            return {"units": list(key.units)}
        case SpansKey():
            return {"labels": [label.id for label in key.labels]}
        case LevelsKey():
            return {
                "steps": [step.id for step in key.steps],
                "ordered": key.ordered,
                "cards": [{"text": card.text} | _quoted(card.span, whole) for card in key.cards],
            }
        case PairsKey():
            return {"verdicts": [verdict.id for verdict in key.verdicts]}
        case RewriteKey():
            return {"sentence": key.sentence}
        case OpenKey():
            rubric = [{"points": _number(line.points), "what": line.what} for line in key.rubric]
            return {"least": key.least, "most": key.most, "rubric": rubric}


def _quoted(span: Span | None, whole: str) -> dict[str, Any]:
    """Where a card stands in the text, by its words and which of several they are."""
    if span is None:
        return {}
    words = whole[span.start : span.end]
    return {"words": words, "at": span.start}


def _number(points: Fraction) -> int | float:
    return int(points) if points.denominator == 1 else float(points)


def read(kind: str, table: Table, quoted: Quoted | None) -> Key:
    """The key of a sealed question: what is shown, and nothing that is right."""
    match kind:
        case "choice" | "choices":
            tables = table.tables("options", least=2)
            made = [Option(letter, each.words("text"), False, "") for letter, each in _lettered(tables)]
            _all_read(tables)
            return OptionsKey(tuple(made))
        case "number":
            return NumberKey(Fraction(0), Fraction(0), table.several("units", ()), ())
        case "spans":
            return SpansKey(several_named(table, "labels", example='["source", "cue"]'), ())
        case "levels":
            steps = several_named(table, "steps", LADDER)
            tables = table.tables("cards", least=1)
            cards = tuple(_card(letter, each) for letter, each in _lettered(tables))
            _all_read(tables)
            return LevelsKey(steps, table.flag("ordered"), cards)
        case "pairs":
            return PairsKey(several_named(table, "verdicts", VERDICTS), ())
        case "rewrite":
            return RewriteKey(table.words("sentence"), (), (), (), ())
    tables = table.tables("rubric", least=1)
    rubric = tuple(Criterion(Points(each.exact("points")), each.words("what")) for each in tables)
    _all_read(tables)
    return OpenKey(table.whole("least", 1, least=1), table.whole("most", 300, least=1), rubric, "")


def _card(letter: str, table: Table) -> Card:
    text, words = table.words("text"), table.words("words", "")
    at = table.whole("at", 0)
    return Card(letter, text, Span(at, at + len(words)) if words else None, (), False, "")


def _lettered(tables: Sequence[Table]) -> zip[tuple[str, Table]]:
    return zip(ascii_lowercase, tables, strict=False)


def _all_read(tables: Sequence[Table]) -> None:
    for each in tables:
        each.done()


def check_form(question: Question, answer: object, shown: Span) -> None:
    """Can this answer be read? Raises UnreadableError, with what to give instead, if not."""
    match question.key:
        case OptionsKey() as key:
            several = answer if isinstance(answer, list | tuple) else [answer]
            for each in several:
                mark_chosen.letter_of(key, each)
        case NumberKey() as key:
            mark_chosen.number_in(answer, key.units)
        case SpansKey() as key:
            given.spans_in(key, answer, text_of(question.article), shown)
        case PairsKey() as key:
            given.pairs_in(key, answer, text_of(question.article), shown)
        case LevelsKey() as key:
            mark_levels.steps_in(key, answer)
        case _:
            mark_worded.words_of(answer)

"""What learning platforms can hold of a question, and what it becomes there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from kit.library import text_of
from kit.questions.pupil import explained
from kit.questions.question import NumberKey, OpenKey, OptionsKey, Question, RewriteKey, Unit
from kit.views.prose import prose, prose_in_line

HOLDS = ("choice", "choices", "number", "levels", "rewrite", "open")
NONE = "None of these."


def portable(unit: Unit) -> list[Question]:
    """The questions of a unit that a platform can hold: not those in which words of a text are marked or linked."""
    return [question for question in unit.questions if question.kind in HOLDS and not question.sealed]


def left_out(unit: Unit) -> list[str]:
    return [question.id for question in unit.questions if question.kind not in HOLDS or question.sealed]


def asked(question: Question) -> str:
    """The prompt with its text, as HTML."""
    parts = [prose(question.prompt)]
    if question.article:
        whole = text_of(question.article)
        parts.append(framed(whole[slice(*question.passage)] if question.passage else whole))
    parts += [framed(text_of(name)) for name in question.beside]
    key = question.key
    if isinstance(key, RewriteKey) and key.sentence not in question.prompt:
        parts.append(f"<blockquote>{escape(key.sentence)}</blockquote>")
    if isinstance(key, NumberKey) and key.units:
        parts.append(f"<p>Give the number alone, in {escape(key.units[0])}.</p>")
    if isinstance(key, OpenKey):
        parts.append(f"<p>{key.least} to {key.most} words.</p>")
    return "".join(parts)


def framed(text: str) -> str:
    paragraphs = (each.strip() for each in re.split(r"\n\s*\n", text))
    return f"<blockquote>{''.join(f'<p>{escape(each, quote=False)}</p>' for each in paragraphs if each)}</blockquote>"


def told(question: Question) -> str:
    """The explanation with the rule, as HTML."""
    return prose(explained(question))


def options(key: OptionsKey) -> list[tuple[str, str, bool, str]]:
    """Id, text, right and message of each option. Where none is right a platform needs one that says so."""
    listed = [(each.id, prose_in_line(each.text), each.right, prose_in_line(each.message)) for each in key.options]
    if not any(right for _, _, right, _ in listed):
        listed.append(("none", NONE, True, ""))
    return listed


def rubric(key: OpenKey | RewriteKey) -> str:
    """By what a person marks it there, as HTML."""
    if isinstance(key, RewriteKey):
        rows: Iterable[str] = (
            *(f"“{term}” is gone" for term in key.gone),
            *(f"kept: {kept.what}" for kept in key.keep),
            "nothing is invented",
        )
        models = key.models
    else:
        rows, models = (f"{line.points}: {line.what}" for line in key.rubric), (key.model,)
    listed = "".join(f"<li>{prose_in_line(row)}</li>" for row in rows)
    return f"<ul>{listed}</ul>" + "".join(f"<p>{prose_in_line(model)}</p>" for model in models)

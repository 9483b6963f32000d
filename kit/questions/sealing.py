"""Sealed questions: a test question without its key, as pupils get it. It can be shown and answered, not marked.

`seal` makes one out of a question with its key; `kit bundle` does that for every test question. A sealed question has
`sealed = true`, what is shown of it (options, labels, cards, verdicts), and nothing that tells what is right.
"""

from __future__ import annotations

from typing import Any

from kit.questions.question import Question


def seal(question: Question) -> dict[str, Any]:
    """The table of a question as pupils get it, ready to be written as TOML."""
    table: dict[str, Any] = {
        "id": question.id,
        "kind": question.kind,
        "prompt": question.prompt,
        "points": question.points.number,
        "minutes": question.minutes,
        "feedback": "shape",
        "sealed": True,
    }
    if question.test:
        table["test"] = question.test
    if question.article:
        table["article"] = question.article
    if question.passage:
        table["passage"] = question.text[slice(*question.passage)]
    if question.beside:
        table["beside"] = list(question.beside)
    return table | question.key.without_key(question.text)

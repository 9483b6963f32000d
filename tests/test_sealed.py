"""Test questions as pupils get them: shown and answered as before, and nothing in them tells what is right."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
import question_bank
import tomli_w

from kit.making.edition import seal
from kit.questions.bank import read_unit
from kit.questions.errors import QuestionError
from kit.questions.marking import lacking, mark
from kit.questions.question import Question

QUESTIONS = question_bank.documented().questions
TABLES = tomllib.loads(question_bank.EXAMPLES)["question"]


def sealed_unit(*tables: dict[str, Any]) -> tuple[Question, ...]:
    """Sealed tables written as TOML and read back."""
    return read_unit("12-footbridge", tomli_w.dumps({"title": "A test", "question": list(tables)})).questions


SEALED = sealed_unit(*map(seal, TABLES))


def test_every_kind_can_be_sealed_and_read_back() -> None:
    assert {question.kind for question in SEALED} == {
        *("choice", "choices", "number", "spans", "levels", "pairs", "rewrite", "open")
    }
    assert all(question.sealed and question.feedback == "shape" for question in SEALED)


@pytest.mark.parametrize(("whole", "sealed"), list(zip(QUESTIONS, SEALED, strict=True)), ids=[q.id for q in QUESTIONS])
def test_what_is_shown_is_the_same(whole: Question, sealed: Question) -> None:
    for name in ("id", "kind", "prompt", "points", "minutes", "article", "passage", "beside", "test"):
        assert getattr(sealed, name) == getattr(whole, name)
    for name in ("labels", "verdicts", "units", "sentence", "least", "most"):
        assert getattr(sealed.key, name, None) == getattr(whole.key, name, None)
    for name in ("options", "cards"):
        shown = [[(o.id, o.text) for o in getattr(q.key, name, ())] for q in (whole, sealed)]
        assert shown[0] == shown[1]
    assert [c.span for c in getattr(whole.key, "cards", ())] == [c.span for c in getattr(sealed.key, "cards", ())]


@pytest.mark.parametrize(("whole", "table"), list(zip(QUESTIONS, TABLES, strict=True)), ids=[q.id for q in QUESTIONS])
def test_nothing_of_the_key_is_left(whole: Question, table: dict[str, Any]) -> None:
    written = json.dumps(seal(table), ensure_ascii=False)
    for secret in (
        whole.explanation,
        *whole.hints,
        *(o.message for o in getattr(whole.key, "options", ()) if o.message),
    ):
        assert secret not in written
    for secret in ("right", "message", "explanation", "gone", "keep", "models", "tolerance", 'step"', "hints", "key"):
        assert f'"{secret}' not in written


@pytest.mark.parametrize(
    ("id", "answer", "state", "message"),
    [
        ("12.1", "b", "kept", "Your answer is saved. You’ll see your points later."),
        (
            "12.1",
            None,
            "unanswered",
            'You haven’t answered this yet. Choose one of the options, or type its letter: check("12.1", "a").',
        ),
        ("12.1", "z", "unreadable", "“z” isn’t one of the options. Give one of the letters a, b, c."),
        ("12.2", [], "kept", "Your answer is saved. You’ll see your points later."),
        ("12.3", "12 %", "kept", "Your answer is saved. You’ll see your points later."),
        ("12.4", [["source", "It"]], "kept", "Your answer is saved. You’ll see your points later."),
        ("12.6", {"a": "vague"}, "kept", "Your answer is saved. You’ll see your points later."),
        ("12.7", [["It", "She"]], "unreadable", None),
        ("12.8", "Anything at all.", "kept", "Your answer is saved. You’ll see your points later."),
    ],
)
def test_an_answer_is_taken_and_not_marked(id: str, answer: Any, state: str, message: str | None) -> None:
    question = next(each for each in SEALED if each.id == id)
    result = mark(question, answer)
    assert (result.state, result.points) == (state, 0)
    assert message is None or result.message == message


def test_what_is_not_complete_is_still_told() -> None:
    levels = next(each for each in SEALED if each.kind == "levels")
    assert lacking(levels, {"a": "vague"}).startswith("Not placed yet: b, c")
    assert lacking(next(each for each in SEALED if each.kind == "open"), "Two words") != ""


def test_a_sealed_question_can_not_be_one_of_practice() -> None:
    with pytest.raises(
        QuestionError, match=r"a sealed question has no key, so it can only be one of a test\. Add: feed"
    ):
        sealed_unit(seal(TABLES[0]) | {"feedback": "hints"})

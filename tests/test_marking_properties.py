"""What holds for every answer, however it was made: no mark above the points, no right answer that costs, no order."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from question_bank import documented, documented_question

from kit.library import text_of
from kit.questions.check_result import CheckResult
from kit.questions.keys_from_gold import KeyMark
from kit.questions.kinds.rewrite import RewriteKey
from kit.questions.kinds.spans import SpansKey
from kit.questions.marking import lacking, mark
from kit.questions.question import Question

QUESTIONS = documented().questions
TEXT = text_of("footbridge")

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
    | st.sampled_from(["a", "b", "vague", "took 25", "It", "source", "tension", "start", "end", "words", "first"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["a", "b", "label", "words", "start", "end", "first", "second", "verdict"]), inner, max_size=4
    ),
    max_leaves=12,
)  # fmt: skip


@settings(deadline=None)  # the first reading of a text takes longer
@given(st.sampled_from(QUESTIONS), JSON)
def test_no_answer_however_odd_raises_or_earns_too_much(question: Question, answer: Any) -> None:
    result = mark(question, answer)
    assert isinstance(result, CheckResult)
    assert 0 <= result.points <= question.points
    assert (result.points * 4).denominator == 1
    assert result.message
    assert (result.state == "right") == (result.points == question.points and result.state != "by hand")
    lacking(question, answer)


SPANS = [question for question in QUESTIONS if question.kind == "spans"]


@st.composite
def marks(draw: st.DrawFn, question: Question) -> list[dict[str, Any]]:
    """Any marks in the part that is shown, with labels of the question."""
    assert isinstance(question.key, SpansKey)
    assert question.passage is not None
    low, high = question.passage
    found = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(low, high - 1))
        end = draw(st.integers(start + 1, min(high, start + 60)))
        found.append({"label": draw(st.sampled_from(list(question.key.labels))), "start": start, "end": end})
    for key in draw(st.lists(st.sampled_from(question.key.marks), unique=True)):
        found.append(as_given(key))
    return found


def as_given(key: KeyMark) -> dict[str, Any]:
    ((start, end),) = key.ways[0]
    return {"label": key.label, "start": start, "end": end, "words": TEXT[start:end]}


@settings(deadline=None)
@given(st.data(), st.sampled_from(SPANS))
def test_a_right_span_more_never_lowers_the_mark(data: st.DataObject, question: Question) -> None:
    given_marks = data.draw(marks(question))
    before = mark(question, given_marks)
    assert before.comparison is not None
    assert isinstance(question.key, SpansKey)
    missed = {gold.spans for gold in before.comparison.missed}
    for key in question.key.marks:
        if key.ways[0] in missed:
            assert mark(question, [*given_marks, as_given(key)]).points >= before.points


@settings(deadline=None)
@given(st.data(), st.sampled_from(SPANS), st.randoms(use_true_random=False))
def test_the_order_of_marks_never_matters(data: st.DataObject, question: Question, chance: random.Random) -> None:
    given_marks = data.draw(marks(question))
    turned = chance.sample(given_marks, len(given_marks))
    one, other = mark(question, given_marks), mark(question, turned)
    assert (one.points, one.comparison) == (other.points, other.comparison)


@settings(deadline=None)
@given(st.data(), st.sampled_from(SPANS))
def test_a_wrong_span_more_never_raises_the_mark(data: st.DataObject, question: Question) -> None:
    given_marks = data.draw(marks(question))
    assert isinstance(question.key, SpansKey)
    before = mark(question, given_marks)
    extra = {
        "label": next(iter(question.key.labels)),
        "start": TEXT.index("Tomas") - 60,
        "end": TEXT.index("Tomas") - 50,
    }
    assert mark(question, [*given_marks, extra]).points <= before.points


TYPED = st.lists(
    st.sampled_from(
        [["source", "It"], ["source", "it"], ["cue", "says"], ["cue", "warns"], "x", ["cue", "x"], ["source", "the"],
         ["source", "Engineers"], ["source", "the", 2]]
    ),
    max_size=8,
)  # fmt: skip


@settings(deadline=None)
@given(TYPED, st.randoms(use_true_random=False))
def test_the_order_of_typed_words_never_matters(answer: list[Any], chance: random.Random) -> None:
    question = documented_question("12.4")
    turned = chance.sample(answer, len(answer))
    assert mark(question, answer).points == mark(question, turned).points


PAIRS = st.lists(
    st.tuples(
        st.sampled_from(["took 25", "10 minutes", "60 people", "15", "late"]),
        st.sampled_from(["took 25", "10 minutes", "the timetable allows 10 minutes", "Yesterday"]),
        st.sampled_from(["conflict", "tension", "none", "unsupported"]),
    ),
    max_size=5,
)


@settings(deadline=None)
@example([("took 25", "10 minutes", "conflict"), ("10 minutes", "took 25", "tension")], random.Random(1))
@example([("took 25", "10 minutes", "tension"), ("10 minutes", "took 25", "conflict")], random.Random(1))
@given(PAIRS, st.randoms(use_true_random=False))
def test_neither_the_order_of_pairs_nor_of_their_passages_matters(
    answer: list[tuple[str, str, str]], chance: random.Random
) -> None:
    question = documented_question("12.7")
    turned = [(b, a, verdict) for a, b, verdict in chance.sample(answer, len(answer))]
    assert mark(question, answer).points == mark(question, turned).points


@settings(deadline=None)
@given(st.sets(st.sampled_from("abcd")))
def test_choices_are_a_set(letters: set[str]) -> None:
    question = documented_question("12.2")
    points = {mark(question, answer).points for answer in (sorted(letters), sorted(letters)[::-1], list(letters) * 2)}
    assert len(points) == 1
    if "a" not in letters:
        assert mark(question, [*letters, "a"]).points >= points.pop()


@settings(deadline=None)
@given(st.permutations(["the bakery", "sacked", "one of its assistants", "yesterday"]))
def test_the_order_of_words_in_a_rewrite_does_not_matter(words: list[str]) -> None:
    question = documented_question("12.8")
    assert isinstance(question.key, RewriteKey)
    assert mark(question, " ".join(words)).points == 2

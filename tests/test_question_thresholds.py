"""The limits in questions and answers: for each a case that is just within it, and one that is just beyond."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from question_bank import documented_question

from kit.making.exercises import literal
from kit.making.worksheet import worksheet
from kit.questions.answers import as_plain_data
from kit.questions.bank import read_question
from kit.questions.errors import QuestionError
from kit.questions.hand_in import shortened
from kit.questions.key import abbreviated
from kit.questions.kinds.open import OpenKey
from kit.questions.kinds.rewrite import RewriteKey
from kit.questions.marking import lacking, mark
from kit.questions.passages import PassageFinder
from kit.questions.question import Unit
from kit.text import Span, read_text
from kit.widgets.explore_memory import Aside, Memory, Place

CHOICE: dict[str, Any] = {"id": "12.1", "kind": "choice", "prompt": "?", "points": 1, "minutes": 1, "explanation": "."}


def choice(right: str, hint: str = "Look.", options: int = 2) -> None:
    """Read a choice with this right option and hint."""
    wrong = [{"text": f"wrong {number}", "message": "No."} for number in range(options - 1)]
    read_question(CHOICE | {"options": [{"text": right, "right": True}, *wrong], "hints": [hint, "On."]}, "12-x")


def levels(cards: int) -> None:
    """Read a question with so many cards."""
    more = {"kind": "levels", "steps": ["one", "two"], "hints": ["Look.", "On."]}
    read_question(CHOICE | more | {"cards": [{"text": "?", "step": "one"}] * cards}, "12-x")


def test_an_answer_is_quoted_up_to_60_characters() -> None:
    assert abbreviated("x" * 60) == f"“{'x' * 60}”"
    assert abbreviated("x" * 61) == f"“{'x' * 60}…”"


def test_three_words_of_the_key_give_it_away() -> None:
    choice("the lot", "Is it the lot?")
    with pytest.raises(QuestionError, match="holds the key, “the whole lot”"):
        choice("the whole lot", "Is it the whole lot?")


@pytest.mark.parametrize(("read", "what"), [(lambda count: choice("a", options=count), "options"), (levels, "cards")])
def test_there_are_as_many_options_and_cards_as_letters(read: Any, what: str) -> None:
    read(26)
    with pytest.raises(QuestionError, match=f"it has more than 26 {what}"):
        read(27)


@pytest.mark.parametrize(
    ("id", "within", "beyond"),
    [
        ("12.2", ["a"] * 100, ["a"] * 101),
        ("12.3", f"{'0' * 56}17.4", f"{'0' * 57}17.4"),
        ("12.5", ["may be"] * 500, ["may be"] * 501),
        ("12.6", {f"{' ' * n}a": "vague" for n in range(100)}, {f"{' ' * n}a": "vague" for n in range(101)}),
        ("12.7", [["took 25", "10 minutes"]] * 500, [["took 25", "10 minutes"]] * 501),
        ("12.8", "word " * 4000, "word " * 4000 + "."),
        ("12.9", "word " * 4000, "word " * 4000 + "."),
    ],
)
def test_an_answer_has_an_end(id: str, within: object, beyond: object) -> None:
    question = documented_question(id)
    assert mark(question, within).state != "unreadable"
    assert mark(question, beyond).state == "unreadable"


def test_a_mark_has_an_end() -> None:
    finder = PassageFinder("x" * 10_000 + " " + "x" * 10_001, Span(0, 20_002))
    assert finder.places("x" * 10_000) == [Span(0, 10_000)]
    assert finder.places("x" * 10_001) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('"the port"  was', ["“the  Port”\nwas"]),  # as a keyboard has it, in another case, with other blanks
        ("In", ["In"]),  # in the same case, if it stands there so
        ("IN", ["In", "in"]),
        ("ZMIR", []),  # inside of a word
        ("İzmir", ["İzmir"]),  # a capital with two small letters moves nothing
        ("shut again", []),  # not in the part that is shown
        ("shut", ["shut"]),
    ],
)
def test_typed_words_are_found_as_they_are_meant(typed: str, found: list[str]) -> None:
    text = "In İzmir “the  Port”\nwas shut in May. It was shut again."
    places = PassageFinder(text, Span(0, text.index(" It"))).places(typed)
    assert [text[place.start : place.end] for place in places] == found


def test_prose_has_as_many_words_as_are_asked_for() -> None:
    question = documented_question("12.9")
    assert isinstance(question.key, OpenKey)
    least, most = question.key.least, question.key.most
    few = f"You have {least - 1} words so far; write at least {least}."
    assert (lacking(question, "word " * (least - 1)), lacking(question, "word " * least)) == (few, "")
    assert mark(question, "word " * (least - 1)).message.startswith(few)
    assert mark(question, "word " * least).message.startswith(f"You have {least} words: a good length.")
    assert mark(question, "word " * most).message.startswith(f"You have {most} words: a good length.")
    assert mark(question, "word " * (most + 1)).message.startswith(f"You have {most + 1} words, and {most} are enough.")


def test_a_rewrite_may_be_twice_as_long_and_five_words() -> None:
    question = documented_question("12.8")
    assert isinstance(question.key, RewriteKey)
    most = 2 * max(len(text.split()) for text in (question.key.sentence, *question.key.models)) + 5
    assert mark(question, "The bakery sacked one" + " word" * (most - 4)).state == "right"
    longer = mark(question, "The bakery sacked one" + " word" * (most - 3))
    assert (longer.points, "more than twice as long" in longer.message) == (0, True)


def test_an_answer_may_be_30_lists_deep() -> None:
    def nested(depth: int) -> list[Any]:
        return [nested(depth - 1)] if depth > 1 else ["a"]

    assert as_plain_data(nested(30)) == nested(30)
    with pytest.raises(QuestionError, match="lists inside lists inside lists"):
        as_plain_data(nested(31))


def test_a_prompt_is_quoted_up_to_90_characters() -> None:
    assert shortened("x" * 88 + " y") == "x" * 88 + " y"
    assert shortened("x" * 88 + " yz") == "x" * 88 + " …"


def test_a_line_of_code_has_up_to_100_characters() -> None:
    assert literal(["x" * 96]) == f'["{"x" * 96}"]'
    assert literal(["x" * 97]) == f'[\n    "{"x" * 97}",\n]'


@pytest.mark.parametrize(("characters", "long"), [(1500, False), (1501, True)])
def test_a_task_with_a_long_text_may_go_over_the_page(characters: int, long: bool) -> None:
    question = documented_question("12.4")
    part = Span(0, characters)
    assert len(question.text) > 1501
    asked = type(question)(**{name: getattr(question, name) for name in question.__slots__} | {"passage": part})
    assert ('<section class="long">' in worksheet(Unit("12-x", "X", "", "12-x.toml", (asked,)))) is long


@pytest.mark.parametrize(("given", "kept"), [(500, 500), (501, 500)])
def test_a_reason_has_up_to_500_characters(given: int, kept: int, tmp_path: Path) -> None:
    article, place = read_text("“No,” said Ortiz."), Place(0, 5, "attribution", "a")
    Memory(tmp_path).keep(article, {place: Aside("a", "x" * given)})
    assert len(Memory(tmp_path).of(article)[place].reason) == kept

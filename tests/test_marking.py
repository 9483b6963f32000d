"""Marking: for each kind a table of answers, the points they earn and what is said."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from question_bank import documented, documented_question

from kit.library import names, text_of
from kit.questions.bank import read_question, units
from kit.questions.kinds.levels import Card, LevelsKey
from kit.questions.kinds.rewrite import RewriteKey
from kit.questions.marking import is_answered, lacking, mark, model_answer
from kit.questions.points import Points, points_in_words, share
from kit.questions.question import Question

TEXT = text_of("footbridge")


def place(words: str, **more: str) -> dict[str, Any]:
    """A passage as a widget keeps it."""
    start = TEXT.index(words)
    return {**more, "start": start, "end": start + len(words), "words": words}


ALL_RIGHT: dict[str, object] = {
    "12.1": "a",
    "12.2": ["a", "d"],
    "12.3": 17.4,
    "12.4": [
        ["source", "the inspection report"],
        ["cue", "says"],
        ["source", "It"],
        ["cue", "warns"],
        ["cue", "recommends"],
        ["source", "Engineers who know the bridge"],
        ["cue", "believe"],
    ],
    "12.5": ["may be"],
    "12.6": {"a": "vague", "b": "named_organisation", "c": "hidden", "d": "named_person"},
    "12.7": [["took 25", "the timetable allows 10 minutes", "tension"]],
    "12.8": "The bakery dismissed one of its three assistants.",
}


@pytest.mark.parametrize("id", ALL_RIGHT)
def test_a_right_answer_earns_all_points(id: str) -> None:
    question = documented_question(id)
    result = mark(question, ALL_RIGHT[id])
    assert (result.points, result.state) == (question.points, "right")


def test_model_answers_earn_all_points() -> None:
    question = documented_question("12.8")
    assert isinstance(question.key, RewriteKey)
    for model in question.key.models:
        assert mark(question, model).points == 2, model


MARKS: list[tuple[str, object, str, str]] = [
    # choice
    ("12.1", "c", "0", "It’s short, but it says who denies it. Short isn’t the same as without a source."),
    ("12.1", " A) ", "1", 'That’s right.'),
    ("12.1", ["a"], "1", 'That’s right.'),
    ("12.1", "The damage had been there for at least a year before anybody measured it.", "1", 'That’s right.'),
    ("12.1", "d", "0", '“d” isn’t one of the options. Give one of the letters a, b, c.'),
    ("12.1", 1, "0", '“1” isn’t one of the options. Give one of the letters a, b, c.'),
    ("12.1", None, "0",
     'You haven’t answered this yet. Choose one of the options, or type its letter: check("12.1", "a").'),
    ("12.1", "", "0",
     'You haven’t answered this yet. Choose one of the options, or type its letter: check("12.1", "a").'),
    # choices
    ("12.2", ["d", "a", "a"], "2", 'That’s all of them.'),
    ("12.2", "a, d", "2", 'That’s all of them.'),
    ("12.2", ["a"], "1", 'Your choice is right.\n1 more option to find.'),
    ("12.2", [], "0", 'Look again: at least one of them belongs here.'),
    ("12.2", ["a", "b", "c", "d"], "0", "2 of your 4 choices are right.\nb: The council, the firm"),
    ("12.2", {"a": 1}, "0", 'Give letters in a list, as in ["a", "c"], or [] if none of them is right.'),
    # number
    ("12.3", "17.4 %", "1", 'That’s right.'),
    ("12.3", " 17,4% ", "1", 'That’s right.'),
    ("12.3", "17.9 Percent.", "1", 'That’s right.'),
    ("12.3", "%17", "1", 'That’s right.'),
    ("12.3", "17.91", "0", 'That isn’t the number. Work through it again, step by step.'),
    ("12.3", "1,740", "0", 'That isn’t the number. Work through it again, step by step.'),
    ("12.3", True, "0", '“True” isn’t a number. Give a number, such as 12.5 %.'),
    ("12.3", float("inf"), "0", '“inf” isn’t a number. Give a number, such as 12.5 %.'),
    ("12.3", "17.4 crowns", "0", '“17.4 crowns” can’t be read as a number. Give a number, such as 12.5 %.'),
    ("12.3", "1/0", "0", '“1/0” can’t be read as a number. Give a number, such as 12.5 %.'),
    # spans
    ("12.5", [place("may be", label="doubt")], "2", 'Your mark is right.'),
    ("12.5", [place("may be")], "2", 'Your mark is right.'),
    ("12.5", ["may"], "2", 'Your mark is right.'),
    ("12.5", ["MAY  BE"], "2", 'Your mark is right.'),
    ("12.5", ["delay may be"], "1½",
     "Your mark is right.\nA few words too many or too few: “delay may be”. Look at where it begins and "
     "ends."),
    ("12.5", [["doubt", "may be"], "harmless"], "1¼", '1 of your 2 marks is right.'),
    ("12.5", ["may be", "If so"], "2", '1 of your 2 marks is right.\nThe other could go either way and costs nothing.'),
    ("12.5", ["may be", "mayb"], "1¼",
     "1 of your 2 marks is right.\n“mayb” isn’t in the text. Copy the words exactly as they are printed."),
    ("12.5", ["If so"], "0",
     "1 mark could go either way and costs nothing.\nLook again: there’s something to find here."),
    ("12.5", [], "0", 'Look again: there’s something to find here.'),
    ("12.5", ["mayb"], "0", '“mayb” isn’t in the text. Copy the words exactly as they are printed.'),
    ("12.5", ["took 25"], "0", '“took 25” isn’t in the text. Copy the words exactly as they are printed.'),
    ("12.5", [["mood", "may be"]], "0", '“may be” needs one of these labels: "doubt".'),
    ("12.5", [7], "0",
     '“7” can’t be read as a mark. Give a list, as in ["the council"], or [] if there’s nothing to mark.'),
    ("12.5", None, "0", 'You haven’t answered this yet. Mark words in the text, or say that there’s nothing to mark.'),
    # levels
    ("12.6", {"a": "Vague", "b": "Described", "c": "HIDDEN", "d": "named person"}, "1¾", "3 of 4 are right.\n"
     "1 is one step off, which earns half.\nCard b: A paper can be a source."),
    ("12.6", {"d": "hidden"}, "0", "0 of 4 are right.\nNot placed yet: a, b, c.\nCard d: He has a name"),
    ("12.6", {"e": "hidden"}, "0",
     '“e: hidden” can’t be read. Give a step for each card, as in {"a": "named_person"}. The steps are '
     '"named_person", "named_organisation", "described", "vague", "hidden".'),
    ("12.6", {}, "0", 'You haven’t answered this yet. Put each card on a step.'),
    ("12.6", {"a": ""}, "0", 'You haven’t answered this yet. Put each card on a step.'),
    ("12.6", "vague", "0",
     'The answer can’t be read. Give a step for each card, as in {"a": "named_person"}. The steps are '
     '"named_person", "named_organisation", "described", "vague", "hidden".'),
    # pairs
    ("12.7", [{"first": place("allows 10 minutes"), "second": place("The crossing"), "verdict": "tension"}], "0",
     'Your pair isn’t right.'),
    ("12.7", [{"first": place("10 minutes"), "second": place("took 25"), "verdict": "tension"}], "3",
     "Your pair is right."),
    ("12.7", [["10 minutes", "took 25", "conflict"]], "2",
     "Your pair is right.\nLook again at the verdict of 1 pair: how sure can you be?"),
    ("12.7", [["10 minutes", "took 25"]], "2",
     "Your pair is right.\nChoose a verdict for each pair: 1 still has none."),
    ("12.7", [["10 minutes", "took 25", "none"]], '0',
     '“none” isn’t one of the verdicts. They are "conflict", "tension", "unsupported".'),
    ("12.7", [["10 minutes", "took 25", "tension"], ["60 people", "15", "tension"]], "2",
     "1 of your 2 pairs is right."),
    ("12.7", [["10 minutes", "took 25", "tension"], ["60 people", "15", "none"]], '2',
     '1 of your 2 pairs is right.\n“none” isn’t one of the verdicts. They are "conflict", "tension", '
     '"unsupported".'),
    ("12.7", [["10 minutes", "took 25", "quarrel"]], "0",
     '“quarrel” isn’t one of the verdicts. They are "conflict", "tension", "unsupported".'),
    ("12.7", [["10 minutes"]], "0",
     "“['10 minutes']” can’t be read as a pair. Give a list, as in [[\"first words\", \"second words\", "
     '"conflict"]], or [] if there’s nothing to link.'),
    # rewrite
    ("12.8", "The bakery let one of its three assistants go.", "0", "It still says “let … go”. Put plain words in its "
     "place."),
    ("12.8", "The bakery is letting go one of its three assistants.", "0", "It still says “letting go”."),
    ("12.8", "One of three assistants was dismissed.", "1¼", 'The soft words are gone. Still missing: who did it.'),
    ("12.8", "THE BAKERY SACKS ONE", "2", 'The soft words are gone, and nothing has been lost.'),
    ("12.8", "The bakery sacked one of its 9 assistants.", "1¼", '“9” is new: the original sentence doesn’t say it.'),
    ("12.8", "Under Hanno Brill the bakery sacked one assistant.", "1¼",
     "“Hanno Brill” is new: the original sentence doesn’t say it."),
    ("12.8", "The ruthless bakery sacked one assistant.", "1¼", "Now it blames the bakery."),
    ("12.8", "Bread is nice.", "0", 'The soft words are gone, but now nothing says what was done.'),
    ("12.8", "   ", "0", 'You haven’t answered this yet. Write the sentence in plain words.'),
    ("12.8", 3, "0", "Give your words between quotation marks, as in \"My sentence.\""),
    ("12.8", "x" * 20_001, "0", 'This has 20,001 characters, more than anybody can read. Make it shorter.'),
    # open
    ("12.9", "Why?", "0", 'You have 1 word so far; write at least 20.\nYour teacher will mark this by the rubric.'),
    ("12.9", "why " * 130, "0",
     "You have 130 words, and 120 are enough. What can go?\nYour teacher will mark this by the rubric."),
    ("12.9", "", "0", 'You haven’t answered this yet. Write your answer in sentences.'),
]  # fmt: skip


@pytest.mark.parametrize(("id", "answer", "points", "message"), MARKS, ids=range(len(MARKS)))
def test_an_answer_is_marked(id: str, answer: object, points: str, message: str) -> None:
    result = mark(documented_question(id), answer)
    assert (str(result.points), result.message[: len(message)]) == (points, message)


def made(kind: str, **more: object) -> Question:
    common = {
        "id": "12.1", "prompt": "?", "points": 2, "minutes": 1, "hints": ["Look.", "Look again."], "explanation": "So.",
    }  # fmt: skip
    return read_question({**common, "kind": kind, **more}, "12-x")


NOTHING = made(
    "spans", article="footbridge", passage=["On Wednesday morning", "took 25."], labels=["doubt"], key="nothing"
)


@pytest.mark.parametrize(
    ("answer", "points", "state"),
    [([], 2, "right"), (None, 0, "unanswered"), (["took 25"], 0, "wrong"), ("", 0, "unanswered")],
)
def test_where_nothing_is_to_be_found_only_nothing_is_right(answer: object, points: int, state: str) -> None:
    pairs = made("pairs", article="footbridge", passage=["On Wednesday morning", "took 25."], key="nothing")
    options = made("choices", options=[{"text": "x", "message": "no"}, {"text": "y", "message": "no"}])
    for question in (NOTHING, pairs, options):
        given = answer
        if answer == ["took 25"]:
            given = {"pairs": [["10 minutes", "took 25", "tension"]], "choices": ["a"]}.get(question.kind, answer)
        result = mark(question, given)
        assert (result.points, result.state) == (points, state), question.kind


def test_pieces_make_one_mark() -> None:
    """Direct speech in two pieces is one content in the gold; a pupil marks two passages, or all of it in one."""
    direct = made(
        "spans", article="footbridge", passage=["“The delay may be", "easy to show.”"], labels=["content"], key="gold"
    )
    both = ["“The delay may be harmless,”", "“If so, it should be easy to show.”"]
    assert mark(direct, both).points == 2
    assert mark(direct, both[::-1]).points == 2
    assert mark(direct, both[:1]).points == Fraction(1)
    one = mark(direct, [place("“The delay may be harmless,” he told reporters after the meeting on Tuesday. “If so, it "
                              "should be easy to show.”")])  # fmt: skip
    assert one.points == Fraction(3, 2)


def test_the_same_words_twice_are_two_places() -> None:
    she = made("spans", article="footbridge", labels=["named_person"], key="gold")
    twice = mark(she, ["She", "she"])
    assert twice.comparison is not None
    assert len(twice.comparison.matched) == 2
    assert twice.comparison.spurious == ()
    third = mark(she, ["She", "she", "she", "she"])
    assert third.comparison is not None
    assert (len(third.comparison.matched), len(third.comparison.spurious)) == (2, 1)


def test_typed_words_can_say_which_one_is_meant() -> None:
    doubt = made(
        "spans",
        article="footbridge",
        labels=["x"],
        key=[{"words": "the bridge", "within": "Engineers who know the bridge"}],
    )
    assert mark(doubt, [["x", "the bridge", 2]]).points == 2
    assert mark(doubt, [["x", "the bridge", 1]]).points == 0
    assert mark(doubt, ["the bridge"]).points == 2
    assert mark(doubt, [["x", "the bridge", 9]]).state == "unreadable"


@pytest.mark.parametrize("key", ["nothing", [{"words": "because of the ferry"}]])
def test_a_wrong_mark_does_not_tell_whether_there_is_anything_to_find(key: object) -> None:
    passage = ["On Wednesday morning", "because of the ferry."]
    question = made("spans", article="footbridge", passage=passage, labels=["x"], key=key)
    assert mark(question, ["took 25"]).message == "Your mark isn’t right."
    assert mark(question, ["took 25", "10 minutes"]).message == "None of your 2 marks is right."


@pytest.mark.parametrize("right", [{"message": "No."}, {"right": True}])
def test_nor_does_a_wrong_choice(right: dict[str, Any]) -> None:
    question = made("choices", options=[{"text": "x", "message": "Look at x."}, {"text": "y", **right}])
    assert mark(question, ["a"]).message == "Your choice isn’t right.\na: Look at x."


def test_one_of_several_ways_to_link_is_enough_and_another_one_costs_nothing() -> None:
    key = [{
        "passages": ["allows 10 minutes", "took 25"], "verdict": "tension", "or": ["conflict"],
        "or_passages": [["stood in line", "I was late"]],
    }]  # fmt: skip
    question = made("pairs", article="footbridge", passage=["On Wednesday morning", "late all the same.”"], key=key)
    one, other = ["10 minutes", "took 25", "tension"], ["stood in line", "I was late", "conflict"]
    assert [mark(question, given).points for given in ([one], [other], [one, other])] == [2, 2, 2]
    assert mark(question, [one, ["stood in line", "took 25", "tension"]]).points < 2


def test_a_mark_at_another_place_that_would_do_as_well_costs_nothing() -> None:
    key = [{"words": "express", "or": ["the boat came in"]}]
    question = made(
        "spans", article="footbridge", passage=["On Wednesday morning", "boat came in"], labels=["x"], key=key
    )
    given: list[list[str]] = [["express"], ["the boat came in"], ["express", "the boat came in"]]
    assert [mark(question, each).points for each in given] == [2, 2, 2]


@pytest.mark.parametrize(
    ("given", "points"),
    [
        ("On Wednesday morning about 60 people stood in", 2),  # 8 words of 9: 16 / 17 of F1
        ("On Wednesday morning about 60 people stood", Fraction(7, 4)),
    ],
)
def test_a_word_more_or_less_at_the_edge_of_a_long_mark_does_not_matter(given: str, points: Fraction) -> None:
    key = [{"words": "On Wednesday morning about 60 people stood in line"}]
    question = made("spans", article="footbridge", passage=["On Wednesday", "took 25."], labels=["x"], key=key)
    assert mark(question, [given]).points == points


@pytest.mark.parametrize("source", ["Tomas Reyl", "Tomas Reyl, who sits on the council for the opposition,"])
def test_the_name_alone_is_a_source_and_a_relative_clause_is_none(source: str) -> None:
    question = made("spans", article="footbridge", passage="Tomas Reyl, who sits on the council for the opposition, "
                    "wants an outside engineer to go through the files.", labels=["source"], key="gold")  # fmt: skip
    assert mark(question, [source]).points == 2
    assert mark(question, ["who sits on the council for the opposition"]).points < 2


def test_numbers_up_to_twelve_may_be_words() -> None:
    question = made("number", key=1, units=["person"])
    assert [str(mark(question, said).points) for said in ("one", "One person", "twelve", "oneself")] == [
        "2", "2", "0", "0",
    ]  # fmt: skip


def test_offsets_that_no_longer_fit_are_found_again_by_their_words() -> None:
    moved = {"label": "doubt", "start": 3, "end": 9, "words": "may be"}
    assert mark(documented_question("12.5"), [moved]).points == 2


def test_steps_without_order_have_no_neighbours() -> None:
    sorting = made("levels", steps=["Report A", "Report B"], ordered=False, cards=[{"text": "x", "step": "Report A"}])
    assert mark(sorting, {"a": "report b"}).points == 0
    assert mark(sorting, {"a": "Report A"}).points == 2


def test_another_step_can_be_as_right_and_doubtful_cards_count_for_nobody() -> None:
    cards = [
        {"text": "x", "step": "vague", "or": ["described"]},
        {"text": "y", "step": "hidden", "doubtful": True},
    ]
    assert mark(made("levels", cards=cards), {"a": "described"}).points == 2
    assert mark(made("levels", cards=cards), {"a": "described", "b": "named_person"}).points == 2


@pytest.mark.parametrize(
    ("part", "points", "shown", "plain"),
    [
        (Fraction(1), 2, "2", "2"),
        (Fraction(2, 3), 2, "1¼", "1.25"),
        (Fraction(99, 100), 3, "2¾", "2.75"),
        (Fraction(1, 2), 1, "½", "0.5"),
        (Fraction(0), 3, "0", "0"),
        (Fraction(-1), 3, "0", "0"),
        (Fraction(5), 3, "3", "3"),
    ],
)
def test_points_are_whole_quarters(part: Fraction, points: int, shown: str, plain: str) -> None:
    earned = share(part, Fraction(points))
    assert (str(earned), repr(earned)) == (shown, plain)


def test_a_sum_of_points_has_no_stray_decimals() -> None:
    assert repr(Points(sum([Points("0.25")] * 3, Points(0)))) == "0.75"
    assert [points_in_words(Points(each)) for each in ("0.5", "1", "1.5", "0")] == [
        "½ point",
        "1 point",
        "1½ points",
        "0 points",
    ]


LACKING: list[tuple[str, object, str]] = [
    ("12.1", "a", ""),
    ("12.1", None, 'You haven’t answered this yet. Choose one of the options, or type its letter: check("12.1", "a").'),
    ("12.3", "many", '“many” can’t be read as a number. Give a number, such as 12.5 %.'),
    ("12.5", [], ""),
    ("12.6", {"b": "vague"}, "Not placed yet: a, c, d."),
    ("12.9", "Why?", 'You have 1 word so far; write at least 20.'),
]  # fmt: skip


@pytest.mark.parametrize(("id", "answer", "said"), LACKING)
def test_what_an_answer_lacks_gives_nothing_away(id: str, answer: object, said: str) -> None:
    assert lacking(documented_question(id), answer) == said


def test_no_answer_is_not_the_answer_nothing() -> None:
    for question in documented().questions:
        assert not is_answered(question, None)
        assert is_answered(question, []) is (question.kind in ("spans", "pairs", "choices"))
        assert mark(question, None).state == "unanswered"


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize(
    "labels",
    ["source cue content", "named_person named_organisation described vague hidden", "euphemism inconsistency"],
)
def test_the_gold_of_every_text_earns_all_points_as_a_key(name: str, labels: str) -> None:
    question = made("spans", article=name, labels=labels.split(), key="gold")
    result = mark(question, model_answer(question))
    assert (result.points, result.state) == (2, "right")
    pairs = made("pairs", article=name, key="gold")
    assert mark(pairs, model_answer(pairs)).state == "right"


def test_every_question_of_the_bank_has_a_solution_that_earns_all_points() -> None:
    asked = [question for unit in (*units(), documented()) for question in unit.questions]
    assert len(asked) > len(documented().questions)
    for question in asked:
        result = mark(question, model_answer(question))
        assert result.points == (0 if question.kind == "open" else question.points), question.id
        if isinstance(question.key, RewriteKey):
            assert {mark(question, model).state for model in question.key.models} == {"right"}, question.id


def test_a_card_has_its_words_without_the_asterisks_of_bold_ones() -> None:
    card = Card("a", "The twins were **pacified**.", None, ("plain",), doubtful=False, message="They slept.")
    assert card.words == "The twins were pacified."
    key = LevelsKey({"plain": "plain", "soft": "soft"}, ordered=False, cards=(card,))
    assert key.mark(documented_question("12.6"), {"a": "soft"}).lines[1] == "Card a: They slept."

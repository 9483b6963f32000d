"""The bank: every kind can be written from docs/questions.md, and every slip is told with its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from question_bank import course_in, documented, documented_question

from kit.library import text_of
from kit.places import course
from kit.questions import bank
from kit.questions.errors import QuestionError
from kit.questions.kinds.choice import OptionsKey
from kit.questions.kinds.levels import LevelsKey
from kit.questions.kinds.number import NumberKey
from kit.questions.kinds.pairs import PairsKey
from kit.questions.kinds.spans import SpansKey

TEXT = text_of("footbridge")
HEAD = 'title = "Mine"\n'
COMMON = """
[[question]]
id = "12.1"
kind = "{kind}"
prompt = "What?"
points = 1
minutes = 1
hints = ["Look.", "Look again."]
explanation = "So."
"""
CHOICE = COMMON.format(kind="choice") + 'options = [{text = "yes", right = true}, {text = "no", message = "Not so."}]\n'
SPANS = COMMON.format(kind="spans") + 'article = "footbridge"\nlabels = ["source"]\n'
LEVELS = COMMON.format(kind="levels")
PAIRS = COMMON.format(kind="pairs") + 'article = "footbridge"\n'
NUMBER = COMMON.format(kind="number")
REWRITE = (
    COMMON.format(kind="rewrite")
    + 'sentence = "They let 40 people go."\ngone = ["let go"]\nmodels = ["They dismissed 40 people."]\n'
)
OPEN = COMMON.format(kind="open")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield course_in(tmp_path / "my-course")
    course(None)


def test_the_document_has_every_kind() -> None:
    assert {question.kind for question in documented().questions} == set(bank.KINDS)


def test_a_unit_as_it_is_read() -> None:
    unit = documented()
    assert (unit.name, unit.number, unit.title) == ("12-footbridge", "12", "The footbridge")
    assert [question.id for question in unit.questions] == [f"12.{number}" for number in range(1, 10)]
    assert unit.points == 19
    assert unit.minutes == 36


def test_options_get_letters() -> None:
    key = documented_question("12.2").key
    assert isinstance(key, OptionsKey)
    assert [(option.id, option.right) for option in key.options] == [
        ("a", True),
        ("b", False),
        ("c", False),
        ("d", True),
    ]


def test_a_text_that_nobody_has_marked_has_no_gold(folder: Path) -> None:
    """Or else an empty gold would make “nothing” the right answer."""
    (folder / "articles").mkdir()
    (folder / "articles" / "mine.txt").write_text("A title\n\nIt is said.", encoding="utf-8")
    mine = SPANS.replace("footbridge", "mine").replace("12.1", "mine.1") + 'key = "gold"\n'
    (folder / "questions" / "mine.toml").write_text(HEAD + mine, encoding="utf-8")
    course(folder)
    with pytest.raises(
        QuestionError, match=r"^mine\.txt has no mine\.toml beside it, so nobody has said what there is to"
    ):
        bank.units()
    (folder / "articles" / "mine.toml").write_text('title = "A title"\n', encoding="utf-8")
    with pytest.raises(QuestionError, match=r'^mine\.toml marks nothing, so key = "gold" has nothing to go by\. Mark'):
        bank.units()


def test_numbers_are_exact() -> None:
    key = documented_question("12.3").key
    assert isinstance(key, NumberKey)
    assert (key.value, key.tolerance) == (Fraction(174, 10), Fraction(1, 2))
    assert [slip.value for slip in key.slips] == [Fraction(575, 100), Fraction(174, 1000)]


def test_a_key_from_gold_keeps_to_the_passage_and_the_labels() -> None:
    question = documented_question("12.4")
    assert question.passage is not None
    assert TEXT[slice(*question.passage)].startswith("The crack is 40") is True
    assert isinstance(question.key, SpansKey)
    assert [(mark.label, [TEXT[slice(*span)] for span in mark.ways[0]]) for mark in question.key.marks] == [
        ("source", ["the inspection report"]),
        ("cue", ["says"]),
        ("source", ["It"]),
        ("cue", ["warns"]),
        ("cue", ["recommends"]),
        ("source", ["Engineers who know the bridge"]),
        ("cue", ["believe"]),
    ]


def test_a_key_of_ones_own_has_other_ways_and_doubt() -> None:
    key = documented_question("12.5").key
    assert isinstance(key, SpansKey)
    assert [[TEXT[slice(*way[0])] for way in mark.ways] for mark in key.marks] == [
        ["may be", "may", "may be harmless"],
        ["If so", "If"],
    ]
    assert [mark.doubtful for mark in key.marks] == [False, True]


def test_levels_from_gold() -> None:
    key = documented_question("12.6").key
    assert isinstance(key, LevelsKey)
    assert key.ordered
    assert [(card.id, card.text, card.steps) for card in key.cards] == [
        ("a", "Engineers who know the bridge", ("vague",)),
        ("b", "the inspection report", ("named_organisation",)),
        ("c", "(It) is said", ("hidden",)),
        ("d", "Tomas Reyl, who sits on the council for the opposition,", ("named_person",)),
    ]


def test_pairs_of_ones_own() -> None:
    key = documented_question("12.7").key
    assert isinstance(key, PairsKey)
    assert [[TEXT[slice(*span)] for span in pair.ways[0]] for pair in key.pairs] == [
        ["the timetable allows 10 minutes", "took 25"]
    ]
    assert list(key.verdicts) == ["conflict", "tension", "unsupported"]


def test_a_teachers_questions_stand_beside_those_of_the_kit(folder: Path) -> None:
    assert "12-footbridge" not in [unit.name for unit in bank.units()]
    course(folder)
    assert bank.question("12.3").kind == "number"
    assert bank.unit("12") == bank.unit("12-footbridge") == documented()


def test_a_text_that_changes_is_noticed(folder: Path) -> None:
    (folder / "articles").mkdir()
    mine = folder / "articles" / "mine.txt"
    mine.write_text("The mayor said no.", encoding="utf-8")
    (folder / "articles" / "mine.toml").write_text("", encoding="utf-8")
    key = 'key = [{words = "The mayor"}]\n'
    (folder / "questions" / "12-footbridge.toml").write_text(
        HEAD + SPANS.replace("footbridge", "mine") + key, encoding="utf-8"
    )
    course(folder)
    assert bank.question("12.1").article == "mine"
    mine.write_text("A mayor said no.", encoding="utf-8")
    with pytest.raises(QuestionError, match="“The mayor” aren’t there"):
        bank.question("12.1")


SLIPS = [
    (
        REWRITE + 'keep = [{what = "who", words = ["they"]}]\n',
        "question 12.1: none of its [[question.keep]] has plain = true. Add it to the one that says what the soft "
        "words stand for, or else deleting them earns points.",
    ),
    (
        PAIRS + 'key = [{passages = ["10 minutes", "took 25"], verdict = "tension", or_passages = [["60 people"]]}]\n',
        'or_passages has to be a list of pairs, as in: [["three", "four"], ["3", "four"]].',
    ),
    (
        CHOICE.replace("kind", "knd"),
        'question 12.1: kind is missing. Add a line such as: kind = "choice".',
    ),
    (
        CHOICE.replace('"choice"', '"chioce"'),
        'question 12.1: kind can\'t be "chioce". Did you mean "choice"? It is one of: choice, choices, '
        "number, spans, levels, pairs, rewrite, open.",
    ),
    (
        CHOICE + 'hint = "x"',
        'question 12.1: there is no key called "hint" here. Did you mean "hints"? The keys are: article, beside, '
        "explanation, feedback, hints, id, in_lesson, kind, minutes, options, passage, points, prompt, rule, "
        "rule_by, test.",
    ),
    (
        CHOICE.replace('id = "12.1"', 'id = "8.1"'),
        'question 8.1: id can\'t be "8.1": in this file ids go 12.1, 12.2, and so on.',
    ),
    (
        CHOICE.replace('id = "12.1"\n', ""),
        'question at place 1: id is missing. Add a line such as: id = "12.1".',
    ),
    (
        CHOICE.replace('"Look.", ', ""),
        "question 12.1: it needs two hints and has 1: one on where to look, one that helps further. "
        'Write: hints = ["…", "…"].',
    ),
    (
        CHOICE.replace("points = 1", "points = 1.1"),
        "question 12.1: points have to be more than 0, in whole quarters, as in: points = 1.5.",
    ),
    (
        CHOICE.replace("points = 1", "points = 0"),
        "question 12.1: points have to be more than 0, in whole quarters, as in: points = 1.5.",
    ),
    (
        CHOICE.replace("points = 1", 'points = "1"'),
        "question 12.1: points has to be a number without quotation marks, as in: points = 12.5.",
    ),
    (
        CHOICE.replace("minutes = 1", "minutes = 0"),
        "question 12.1: minutes has to be a whole number from 1 up, as in: minutes = 5.",
    ),
    (
        CHOICE.replace('"What?"', '" "'),
        "question 12.1: prompt is empty. Write something, or take the line out.",
    ),
    (
        CHOICE.replace('"Look."', '"To say no to it!"').replace('"yes"', '"say no to it"'),
        "question 12.1: the hint “To say no to it!” holds the key, “say no to it”. Say where to look, "
        "not what is there.",
    ),
    (
        CHOICE.replace(', message = "Not so."', ""),
        "question 12.1, options 2: the wrong option “no” has no message. Add one that names the mistake "
        'behind it: message = "…".',
    ),
    (
        CHOICE.replace('message = "Not so."', "right = true"),
        "question 12.1: 2 of its options have right = true, and a choice has exactly one. If several are "
        'right, make it kind = "choices".',
    ),
    (
        CHOICE.replace('text = "no"', 'text = "yes"'),
        "question 12.1, options 2: the option “yes” is there twice. Take one of them out.",
    ),
    (
        CHOICE + 'rule = "x"',
        "question 12.1: a rule and who set it go together. Add rule = … and rule_by = …, or leave both out.",
    ),
    (
        CHOICE + 'test = "pre"',
        'question 12.1: it belongs to a test, where nothing is given away. Add: feedback = "shape".',
    ),
    (
        CHOICE + 'feedback = "shape"',
        "question 12.1: hints are never shown in a test. Take them out.",
    ),
    (
        CHOICE + 'article = "fotbridge"',
        'question 12.1: there is no practice text called "fotbridge". Did you mean "footbridge"? The names are: ',
    ),
    (
        CHOICE + 'passage = "x"',
        "question 12.1: it has a passage and no article. Say which text it is in: article = …",
    ),
    (
        CHOICE + 'article = "footbridge"\npassage = "the Mill"',
        "question 12.1 (text “footbridge”): the words “the Mill” aren’t there, but these are: The Mill. "
        "Copy them from the text exactly.",
    ),
    (
        CHOICE + 'article = "footbridge"\npassage = ["took 25", "By Nadia"]',
        "question 12.1: the last words of the passage come before its first words. Swap them round.",
    ),
    (
        CHOICE + 'beside = ["none"]',
        'question 12.1: beside names a text "none" that is not there. There are: ',
    ),
    (
        CHOICE + CHOICE,
        "the id 12.1 comes up twice in it. Give one of the two another number.",
    ),
    (
        CHOICE + "[question.x",
        " is not valid TOML: ",
    ),
    (
        SPANS,
        'question 12.1: it has no key. Add [[question.key]] with the words to mark, or key = "gold", or, '
        'if there is nothing to find, key = "nothing".',
    ),
    (
        SPANS.replace('article = "footbridge"\n', "") + 'key = "gold"',
        'question 12.1: a question of the kind spans needs a text. Add: article = "footbridge".',
    ),
    (
        SPANS.replace('"source"', '"speaker"') + 'key = "gold"',
        'question 12.1: the gold of a text has nothing called "speaker". With key = "gold", labels can '
        "be: source, cue, content, named_person, named_organisation, described, vague, hidden, "
        "anonymous, grounds, euphemism, inconsistency.",
    ),
    (
        SPANS + 'key = "gld"',
        'question 12.1: key can\'t be "gld". Did you mean "gold"? It is one of: gold, nothing.',
    ),
    (
        SPANS + 'key = [{words = "the mayor"}]',
        "question 12.1, key 1 (text “footbridge”): the words “the mayor” aren’t there. Copy them "
        "from the text exactly.",
    ),
    (
        SPANS + 'key = [{words = "the bridge"}]',
        "question 12.1, key 1 (text “footbridge”): the words “the bridge” come up there 2 times. Give a "
        "longer `within`, or say which: nth.",
    ),
    (
        SPANS + 'key = [{words = "the bridge", nth = 7}]',
        "question 12.1, key 1 (text “footbridge”): nth is 7, and the words “the bridge” come up there 2 times.",
    ),
    (
        SPANS + 'key = [{words = "She", label = "who"}]',
        'question 12.1, key 1: label can\'t be "who". It is one of: source.',
    ),
    (
        SPANS + 'key = [{words = "took 25"}, {words = "took 25"}]',
        "question 12.1, key 2: “took 25” is marked as source twice. Take one of the two out.",
    ),
    (
        LEVELS,
        "question 12.1: it has 0 [[question.cards]] and needs at least 1. Add one below the question.",
    ),
    (
        LEVELS + 'cards = [{text = "x", step = "foggy"}]',
        'question 12.1, cards 1: there is no step called "foggy". The steps are: named_person, '
        "named_organisation, described, vague, hidden.",
    ),
    (
        LEVELS + 'article = "footbridge"\nkey = "gold"\ncards = [{words = "took 25"}]',
        "question 12.1, cards 1: the gold of footbridge.toml has no source “took 25” at this place. "
        "Quote it as it is there, or mark it there.",
    ),
    (
        PAIRS + 'key = [{passages = ["took 25"], verdict = "none"}]',
        "question 12.1, key 1: passages has to quote two places, and quotes 1.",
    ),
    (
        NUMBER + "key = 5\ntolerance = -1",
        "question 12.1: tolerance is less than nothing. Leave the line out if the number has to be exact.",
    ),
    (
        NUMBER + 'key = 5\ntolerance = 1\nslips = [{value = 6, message = "x"}]',
        "question 12.1, slips 1: this wrong number counts as right. Make the tolerance smaller, or take it out.",
    ),
    (
        NUMBER.replace("Look again.", "It is 12.5 or so.") + "key = 12.5",
        "question 12.1: the hint “It is 12.5 or so.” holds the key, “12.5”. Say where to look, not what is there.",
    ),
    (
        REWRITE,
        "question 12.1: it has 0 [[question.keep]] and needs at least 1. Add one below the question.",
    ),
    (
        OPEN + 'model = "m"\nrubric = [{points = 2, what = "x"}]',
        "question 12.1: the points of its rubric do not add up to the points of the question. Put them right.",
    ),
]


@pytest.mark.parametrize(("written", "message"), SLIPS, ids=range(len(SLIPS)))
def test_a_slip_is_told_with_its_remedy(written: str, message: str, folder: Path) -> None:
    (folder / "questions" / "12-footbridge.toml").write_text(HEAD + written, encoding="utf-8")
    course(folder)
    with pytest.raises(QuestionError) as raised:
        bank.units()
    said = str(raised.value)
    assert said.startswith("12-footbridge.toml")
    assert message in said
    assert said.endswith((message, ".", "…", "!"))


def test_the_same_id_in_two_files(folder: Path) -> None:
    (folder / "questions" / "12-second.toml").write_text(HEAD + CHOICE, encoding="utf-8")
    course(folder)
    with pytest.raises(QuestionError) as raised:
        bank.units()
    assert str(raised.value) == (
        "12-second.toml: the id 12.1 comes up in 12-footbridge.toml as well. Give one of the two another number."
    )


def test_a_question_that_is_not_there(folder: Path) -> None:
    course(folder)
    with pytest.raises(
        QuestionError, match=r"^There is no question 12\.31\. Did you mean 12\.3\? The units are: .*12 \(The "
    ):
        bank.question("12.31")
    with pytest.raises(QuestionError, match=r"^There is no unit 13\. The units are: .*12-footbridge"):
        bank.unit("13")

"""Soft words in no list: every frame finds what its examples say, and leaves literal uses alone."""

from __future__ import annotations

import re

import pytest

from kit import read
from kit.find import find_euphemisms
from kit.finders.euphemism.frames import MAX_WORDS_OF_FILLER, MAX_WORDS_TO_CUE, OPTIONAL, REQUIRED, all_frames, frame_of
from kit.finders.euphemism.plain import in_plain_words
from kit.finding import Euphemism
from kit.language import Entry, LexiconError, load, parse, unstar
from kit.text.word_lists import load_lexicon

ENTRIES = load("frames", REQUIRED, OPTIONAL)
TABLES = load_lexicon("frame_words.toml")
EXAMPLES = [pytest.param(e, x, id=f"{e.term}: {x[:40]}") for e in ENTRIES for x in e.examples]
COUNTER_EXAMPLES = [pytest.param(e, x, id=f"{e.term}: {x[:40]}") for e in ENTRIES for x in e.not_examples]


def found(text: str) -> list[Euphemism]:
    return [e for e in find_euphemisms(read(text)) if e.found_by == "frame"]


def marked(text: str) -> list[str]:
    article = read(text)
    return [article[e.span] for e in find_euphemisms(article) if e.found_by == "frame"]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_the_starred_words_are_found(entry: Entry, example: str) -> None:
    text, starred = unstar(example)
    assert [piece for e in found(text) if e.rule == entry.term for piece in e.pieces] == starred


@pytest.mark.parametrize(("entry", "example"), COUNTER_EXAMPLES)
def test_a_literal_use_is_left_alone(entry: Entry, example: str) -> None:
    assert marked(example) == []


def test_every_list_of_words_serves_a_frame() -> None:
    parts = {part for frame in all_frames() for shape in frame.shapes for part in shape}
    cues = {cue for entry in ENTRIES for cue in entry.data.get("cues", ())}
    for kind in ("words", "nouns", "verbs"):
        assert set(TABLES[kind]) <= parts
    assert set(TABLES["cues"]) <= cues


def test_no_list_has_a_word_twice() -> None:
    for lists in TABLES.values():
        for name, words in lists.items():
            assert len(words) == len(set(words)), name


# ---- how a frame is put together ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # slot words in every form, with a hyphen, a blank or nothing, in British or American spelling
        ("The union fought the head-count optimization.", ["head-count optimization"]),
        ("The union fought the headcount optimisations.", ["headcount optimisations"]),
        # "~" stands for words that belong to a noun, but no sentence or clause is crossed
        (
            "The union fought the reduction of our entire northern workforce.",
            ["reduction of our entire northern workforce"],
        ),
        ("The union fought the reduction of hours, and the workforce grew.", []),
        # without a word that makes the act likely, nothing is found
        ("They talked about the headcount optimisation.", []),
        # a name is no soft word
        ("The union met the Headcount Optimisation Board.", []),
    ],
)
def test_a_frame_is_put_together(text: str, words: list[str]) -> None:
    assert marked(text) == words


@pytest.mark.parametrize(("between", "is_found"), [(MAX_WORDS_OF_FILLER, True), (MAX_WORDS_OF_FILLER + 1, False)])
def test_how_many_words_stand_between(between: int, is_found: bool) -> None:
    assert bool(marked(f"The union fought the reduction of {'big ' * between}workforces.")) is is_found


@pytest.mark.parametrize(("between", "is_found"), [(MAX_WORDS_TO_CUE - 2, True), (MAX_WORDS_TO_CUE - 1, False)])
def test_how_near_a_cue_is_in_another_sentence(between: int, is_found: bool) -> None:
    assert bool(marked(f"There was a headcount optimisation. {'So ' * between}union.")) is is_found


@pytest.mark.parametrize(
    ("word", "is_found"),
    [
        ("twilight-phase", True),
        ("in-phase", False),  # a part of two letters
        ("twilight-old", False),  # an everyday end
        ("long-phase", False),  # an everyday beginning
        ("twilight-phase-in", False),  # three parts
        ("Twilight-Phase", False),  # a name
        ("twilight phase", False),
    ],
)
def test_a_word_with_a_hyphen_may_be_coined(word: str, is_found: bool) -> None:
    assert bool(marked(f"The widow was told of a {word} outcome.")) is is_found


def test_what_is_told_of_coined_words() -> None:
    article = read("The plant announced a headcount optimisation, and 200 workers were handed notices.")
    (euphemism,) = find_euphemisms(article)
    assert (euphemism.certainty, euphemism.found_by, euphemism.plain) == ("ask", "frame", "job cuts")
    assert euphemism.reason == (
        "“headcount optimisation” can stand for “job cuts”, and “plant” stands near. Speaks of a plan on paper. It "
        "leaves out the people who lose their jobs, and how many there are. (In no list of soft words, only made the "
        "way they are made.) Is it meant so here, and would the text say the same with the plain word?"
    )


def test_coined_words_stay_in_the_plain_text() -> None:
    article = read("The plant announced a headcount optimisation, and 200 workers were laid off.")
    plain_text = in_plain_words(article, find_euphemisms(article))
    assert [plain_text[change.new] for change in plain_text.changes] == ["dismissed"]


# ---- a slip in an entry ---------------------------------------------------------------------------------------------

GOOD = """
[[entry]]
term = "tidying"
shapes = ["FIRM MEASURE"]
plain = "force"
category = "war"
note = "Sounds like housework."
examples = ["The army took *robust measures*."]
not_examples = ["We took other measures."]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("FIRM MEASURE", "FIRM TIDY", "TIDY is no list of slot words. Add it to frame_words.toml."),
        ("FIRM MEASURE", "of MEASURE", 'the shape "of MEASURE" has to begin with a slot, in capitals.'),
        ('category = "war"', 'category = "peace"', 'category can\'t be "peace".'),
        ('note = "Sounds like housework."', 'note = "housework"', "must be a sentence"),
        ('not_examples = ["We took other measures."]', "", "Add not_examples"),
    ],
)
def test_a_slip_gets_a_sentence(old: str, new: str, message: str) -> None:
    assert frame_of(parse(GOOD, "frames.toml", REQUIRED, OPTIONAL)[0]).shapes == (("FIRM", "MEASURE"),)
    with pytest.raises(LexiconError, match=re.escape(message)):
        frame_of(parse(GOOD.replace(old, new), "frames.toml", REQUIRED, OPTIONAL)[0])

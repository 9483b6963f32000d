"""Soft words in no list: every frame finds what its examples say, and leaves literal uses alone."""

from __future__ import annotations

import re

import pytest

from kit import read
from kit.find import find_euphemisms
from kit.finders.euphemism import coined
from kit.finders.euphemism.coined import CoinedOfText
from kit.finders.euphemism.coined_weights import CoinedWeights, coined_weights
from kit.finders.euphemism.frames import OPTIONAL, REQUIRED, all_frames, frame_of, slot_words
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


def runs(text: str) -> list[str]:
    article = read(text)
    rows = [(c.first, c.end) for c in CoinedOfText(article).candidates()]
    return [" ".join(article.words.form[first:end]) for first, end in rows]


def seen(text: str, at: int = 0) -> dict[str, float]:
    return list(CoinedOfText(read(text)).candidates())[at].seen


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_the_starred_words_are_found(entry: Entry, example: str) -> None:
    text, starred = unstar(example)
    assert [piece for e in found(text) if e.rule == entry.term for piece in e.pieces] == starred


@pytest.mark.parametrize(("entry", "example"), COUNTER_EXAMPLES)
def test_a_literal_use_is_left_alone(entry: Entry, example: str) -> None:
    assert found(example) == []


def test_every_list_of_deeds_serves_a_frame_and_one_frame_serves_all_other_words() -> None:
    assert sorted(frame.deeds for frame in all_frames()) == ["", *sorted(TABLES["deeds"])]


def test_no_list_has_a_word_twice() -> None:
    for lists in TABLES.values():
        for name, words in lists.items():
            assert len(words) == len(set(words)), name


# ---- what is weighed ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They announced a headcount optimisation.", ["headcount optimisation"]),
        ("They gave a somewhat intensive guest experience to Maria Ortiz.", ["somewhat intensive guest experience"]),
        ("He had been given extended periods.", ["extended periods"]),  # no verb in front
        ("An account concerning late e-mails came.", ["account", "concerning late e-mails"]),  # a new clause
        ("The outcome is slow and robust.", ["outcome"]),  # a run ends with a noun
        ("The cat saw a red fox.", []),  # nothing that fills a slot
        ("The Headcount Optimisation Board met.", []),  # a name
    ],
)
def test_which_runs_are_weighed(text: str, words: list[str]) -> None:
    assert runs(text) == words


@pytest.mark.parametrize(
    ("text", "name", "is_seen"),
    [
        ("They announced a headcount optimisation.", "head CHANGE", True),
        ("They announced headcount optimizations.", "head CHANGE", True),  # every form and spelling
        ("They announced a headcount picnic.", "head CHANGE", False),
        ("They announced a headcount picnic.", "head in no slot", True),
        ("They announced a headcount picnic.", "before THING", True),
        ("They underwent a headcount picnic.", "after LIGHT", True),
        ("They gave us a low-stimulus room.", "unfamiliar hyphen", True),
        ("They gave us a high-level room.", "unfamiliar hyphen", False),
        ("It was a price increase.", "a familiar pair", True),
        ("It was a price dormancy.", "a familiar pair", False),
        ("It was an outcome of nine men.", "of people", True),
        ("It was an outcome of the vote.", "of people", False),
        ("It was an outcome. A mourner wept.", "deeds of DEATH", True),
        ("It was an outcome. She wept. A mourner wept.", "deeds of DEATH", False),  # two sentences on
        ("It was “outcomes” again.", "in quotation marks", True),
    ],
)
def test_what_is_seen_of_a_run(text: str, name: str, is_seen: bool) -> None:
    assert bool(seen(text).get(name)) is is_seen


@pytest.mark.parametrize(("between", "is_near"), [(0, True), (1, True), (4, True), (5, False)])
def test_how_far_a_verb_stands_from_its_phrase(between: int, is_near: bool) -> None:
    assert bool(seen(f"They underwent {'nine ' * between}outcomes.").get("after LIGHT")) is is_near


@pytest.mark.parametrize(("between", "is_near"), [(2, True), (3, False)])
def test_how_far_behind_of_people_stand(between: int, is_near: bool) -> None:
    assert bool(seen(f"It was an outcome of {'very ' * between}men.").get("of people")) is is_near


@pytest.mark.parametrize(("words", "is_read"), [(120, True), (121, False)])
def test_a_sentence_that_never_ends_is_none(words: int, is_read: bool) -> None:
    assert bool(runs(f"{'so ' * (words - 2)}outcomes.")) is is_read


@pytest.fixture
def only_heads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights by which every head of change is coined, and the rarer the likelier."""
    known = coined_weights()
    weights = CoinedWeights(
        0.5, -1.0, {"head CHANGE": 2.0}, known.rareness, known.pairs, known.nouns, known.adjectives, known.verbs
    )
    monkeypatch.setattr(coined, "coined_weights", lambda: weights)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They spoke of a recalibration.", ["recalibration"]),
        ("They spoke of a review.", []),  # 0.45, as everybody uses the word
        ("They spoke of realignment and adjustments.", ["realignment"]),  # of two side by side, one
        ("They spoke of realignment and, maybe, of adjustments.", ["realignment", "adjustments"]),
    ],
)
def test_the_likely_ones_are_shown(text: str, words: list[str], only_heads: None) -> None:
    article = read(text)
    assert sorted(article[e.span] for e in find_euphemisms(article)) == sorted(words)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("It was an outcome. The mourners left.", "official words for death"),
        ("It was an outcome.", "official words"),
        ("It was an outcome. The mourners had vodka.", "official words"),  # no field leads
        ("It was a stimulant. The mourners had vodka.", "official words for drink and drugs"),
    ],
)
def test_the_field_that_leads_is_named(text: str, frame: str) -> None:
    assert next(CoinedOfText(read(text)).candidates()).frame()[0].term.term == frame


def test_what_is_told_of_coined_words() -> None:
    text = "Riot police gave the students a firm dispersal incentive, and clinics were treating burns."
    (euphemism,) = find_euphemisms(read(text))
    assert (euphemism.certainty, euphemism.found_by, euphemism.plain) == ("ask", "frame", "violence")
    assert euphemism.reason == (
        "“firm dispersal incentive” says little by itself, and “burns” is nearby: it may stand for “violence”. Says "
        "in what manner something was done and leaves out what: who was hit, shot or held down, and with what. (In no "
        "list of soft words, only made the way they are made.) What happens here, in plain words?"
    )


def test_coined_words_stay_in_the_plain_text() -> None:
    article = read("Riot police gave the students a firm dispersal incentive, treated burns and laid off nine men.")
    plain_text = in_plain_words(article, find_euphemisms(article))
    assert [plain_text[change.new] for change in plain_text.changes] == ["dismissed"]


def test_every_slot_that_has_a_weight_is_there() -> None:
    slots = {slot for kind in ("heads", "modifiers", "verbs", "voices") for slot in TABLES[kind]}
    named = {name.split()[-1] for name in coined_weights().of if name.split()[-1].isupper()}
    assert named - slots - set(TABLES["deeds"]) == {"ADVERB", "VERB"}
    assert slot_words().heads["optimizations"] == {"CHANGE"}


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Shops were the collateral damage of a dispute.", "collateral", False),
        ("Shops were the collateral damage of a dispute.", "damage", False),
        ("Shops were the collateral damage of a dispute.", "dispute", True),
        ("The outing was an excursion.", "excursion", False),
        ("It was a hydrocarbon excursion.", "hydrocarbon excursion", True),
    ],
)
def test_what_the_lexicon_has_judged_is_not_coined(
    text: str, words: str, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = read(text)
    first = article.words.form.index(words.split()[0])
    run = coined.CoinedRun(first, first + len(words.split()), {}, frozenset(), coined._Near({}, {}, {}))
    monkeypatch.setattr(CoinedOfText, "found", lambda self: iter([run]))
    assert [article[e.span] for e in find_euphemisms(article)] == [words] * shown


# ---- a slip in an entry ---------------------------------------------------------------------------------------------

GOOD = """
[[entry]]
term = "tidying"
slots = ["FIRM"]
deeds = "WAR"
plain = "force"
category = "war"
note = "Sounds like housework."
examples = ["The army took *robust measures*."]
not_examples = ["We took other measures."]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"FIRM"', '"TIDY"', "TIDY is no list of slot words. Add it to frame_words.toml."),
        ('"WAR"', '"PEACE"', "PEACE is no list of deeds. Add it to frame_words.toml."),
        ('category = "war"', 'category = "peace"', 'category can\'t be "peace".'),
        ('note = "Sounds like housework."', 'note = "housework"', "must be a sentence"),
        ('not_examples = ["We took other measures."]', "", "Add not_examples"),
    ],
)
def test_a_slip_gets_a_sentence(old: str, new: str, message: str) -> None:
    assert frame_of(parse(GOOD, "frames.toml", REQUIRED, OPTIONAL)[0]).slots == {"FIRM"}
    with pytest.raises(LexiconError, match=re.escape(message)):
        frame_of(parse(GOOD.replace(old, new), "frames.toml", REQUIRED, OPTIONAL)[0])

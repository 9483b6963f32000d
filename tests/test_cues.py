"""Every word of cues.toml does what its examples say; a slip in a lexicon gets a sentence with the remedy."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import find_attributions, read
from kit.finders.attribution import cues
from kit.finders.attribution.cues import PATTERNS, all_cues
from kit.language import Entry, LexiconError, load, noun_forms, parse, unstar, verb_forms
from kit.language.plain_toml import plain_toml

FILE = files("kit").joinpath("data", "lexicons", "cues.toml")
ENTRIES = load("cues", ("takes",), ("listener", "not_sources", "not_objects"))
EXAMPLES = [pytest.param(e, x, id=f"{e.term}: {x}") for e in ENTRIES for x in e.examples]
COUNTER_EXAMPLES = [pytest.param(e, x, id=f"{e.term}: {x}") for e in ENTRIES for x in e.not_examples]
HEADING = re.compile(r"^# -------- .*$", re.MULTILINE)


def cues_of(text: str, at_least: float | None = None) -> list[tuple[tuple[int, int], ...]]:
    """The places of all cues that are found in a text."""
    found = find_attributions(read(text), at_least)
    return [tuple((span.start, span.end) for span in each.cue) for each in found]


def word_of(term: str) -> re.Pattern[str]:
    """A pattern for any form of a term's first word."""
    first = term.split()[0]
    forms = {*verb_forms(first), *noun_forms(first)}
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))})\b", re.IGNORECASE)


# ---- the words ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_the_starred_words_are_found_as_the_cue(entry: Entry, example: str) -> None:
    text, starred = unstar(example)
    assert len(starred) == 1
    proposed = cues_of(text, at_least=0)  # the lexicon proposes; whether it is shown, the weights decide
    assert tuple(starred) in proposed, [text[a:b] for cue in proposed for a, b in cue]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_the_starred_words_hold_the_term(entry: Entry, example: str) -> None:
    text, [(start, end)] = unstar(example)
    cue = text[start:end].lower()
    assert word_of(entry.term).search(cue), cue
    particle = entry.term.split()[1:]
    assert cue.endswith(" ".join(particle)) or not particle, cue


@pytest.mark.parametrize(("entry", "example"), COUNTER_EXAMPLES)
def test_in_a_counter_example_the_word_is_no_cue(entry: Entry, example: str) -> None:
    assert word_of(entry.term).search(example), "the sentence must have the word in it"
    found = [example[start:end] for cue in cues_of(example) for start, end in cue]
    assert [cue for cue in found if word_of(entry.term).search(cue)] == []


def test_every_pattern_is_explained_at_the_head_of_the_file_and_used() -> None:
    head = FILE.read_text(encoding="utf-8").split("[[entry]]\n")[0]
    used = {pattern for entry in ENTRIES for pattern in entry.data["takes"]}
    assert used == set(PATTERNS)
    for pattern in PATTERNS:
        assert re.search(rf"^#   {pattern} ", head, re.MULTILINE), pattern


def test_the_words_under_each_heading_stand_in_alphabetical_order() -> None:
    text = FILE.read_text(encoding="utf-8")
    groups = HEADING.split(text)[1:]
    assert len(groups) > 10
    for group in groups:
        terms = re.findall(r'^term = "(.*)"$', group, re.MULTILINE)
        assert terms == sorted(terms)


def test_a_word_that_may_be_more_than_one_cue_is_read_with_its_little_words_first() -> None:
    readings = [reading.cue.term for reading in all_cues().verbs["called"]]
    assert readings.index("call for") < readings.index("call")


# ---- forms of words -------------------------------------------------------------------------------------------------

VERBS = [
    # base, -s, past, participle, -ing
    ("ask", "asks", "asked", "asked", "asking"),
    ("say", "says", "said", "said", "saying"),
    ("deny", "denies", "denied", "denied", "denying"),
    ("convey", "conveys", "conveyed", "conveyed", "conveying"),
    ("argue", "argues", "argued", "argued", "arguing"),
    ("agree", "agrees", "agreed", "agreed", "agreeing"),
    ("express", "expresses", "expressed", "expressed", "expressing"),
    ("wish", "wishes", "wished", "wished", "wishing"),
    ("preach", "preaches", "preached", "preached", "preaching"),
    ("admit", "admits", "admitted", "admitted", "admitting"),
    ("aver", "avers", "averred", "averred", "averring"),
    ("quip", "quips", "quipped", "quipped", "quipping"),
    ("tweet", "tweets", "tweeted", "tweeted", "tweeting"),
    ("offer", "offers", "offered", "offered", "offering"),
    ("sum", "sums", "summed", "summed", "summing"),
    ("broadcast", "broadcasts", "broadcast", "broadcast", "broadcasting"),
    ("begin", "begins", "began", "begun", "beginning"),
    ("foresee", "foresees", "foresaw", "foreseen", "foreseeing"),
    ("read", "reads", "read", "read", "reading"),
    ("see", "sees", "saw", "seen", "seeing"),
    ("shoot", "shoots", "shot", "shot", "shooting"),
    ("speak", "speaks", "spoke", "spoken", "speaking"),
    ("write", "writes", "wrote", "written", "writing"),
]


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row[0])
def test_the_forms_of_a_verb(row: tuple[str, ...]) -> None:
    expected: dict[str, str] = {}
    for form, letter in zip(row, "bsfeg", strict=True):
        expected[form] = expected.get(form, "") + letter
    assert verb_forms(row[0]) == expected


@pytest.mark.parametrize("base", ["label", "signal"])
def test_both_spellings_of_britain_and_america(base: str) -> None:
    forms = verb_forms(base)
    assert forms[base + "led"] == forms[base + "ed"] == "fe"
    assert forms[base + "ling"] == forms[base + "ing"] == "g"


NOUNS = [("claim", "claims"), ("theory", "theories"), ("essay", "essays"), ("wish", "wishes"), ("speech", "speeches")]


@pytest.mark.parametrize(("noun", "plural"), NOUNS)
def test_the_plural_of_a_noun(noun: str, plural: str) -> None:
    assert noun_forms(noun) == (noun, plural)


# ---- a slip in a lexicon --------------------------------------------------------------------------------------------

GOOD = '[[entry]]\nterm = "praise"\ntakes = { object = "strong" }\nexamples = ["Hale *praised* the crew."]\n'
SLIPS = [
    (
        GOOD.replace("takes", "take"),
        'x.toml, entry 1 ("praise") has no "takes". Add a line takes = ...',
    ),
    (
        GOOD.replace('term = "praise"\n', ""),
        'x.toml, entry 1 has no "term". Add a line term = ...',
    ),
    (
        GOOD + '[[entry]]\nterm = "say"\ntakes = { speech = "strong" }\n',
        'x.toml, entry 2 ("say") has no "examples". Add a line examples = ...',
    ),
    (
        GOOD + 'comment = "often"\n',
        'x.toml, entry 1 ("praise") has a key "comment" that nobody reads. '
        "Known are: examples, not_examples, takes, term.",
    ),
    (
        GOOD + GOOD,
        'x.toml, entry 2 ("praise"): this term stands in the file twice. Put both entries into one.',
    ),
    (
        GOOD.replace("*", ""),
        'x.toml, entry 1 ("praise"): no words are starred in the example "Hale praised the crew.". '
        "Write *...* around them.",
    ),
    (
        GOOD.replace("[[entry]]\n", ""),
        'x.toml: "term" stands outside of an entry. Entries begin with [[entry]].',
    ),
    (
        GOOD.replace("[[entry]]", "[entry]"),
        "x.toml: write [[entry]] in two pairs of square brackets above each entry.",
    ),
    (
        GOOD.replace("[[entry]]", "[[entries]]"),
        'x.toml: "entries" stands outside of an entry. Entries begin with [[entry]].',
    ),
    (
        GOOD.replace('"praise"', "3"),
        'x.toml, entry 1 ("3"): put the term into quotation marks: term = "3".',
    ),
    (
        GOOD.replace('["Hale *praised* the crew."]', '"Hale *praised* the crew."'),
        'x.toml, entry 1 ("praise"): "examples" must be a list: examples = ["...", "..."].',
    ),
    (
        GOOD + 'not_examples = "It won high praise."\n',
        'x.toml, entry 1 ("praise"): "not_examples" must be a list: not_examples = ["...", "..."].',
    ),
]


@pytest.mark.parametrize(("text", "message"), SLIPS)
def test_a_slip_is_named_with_its_remedy(text: str, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        parse(text, "x.toml", ("takes",))
    assert str(caught.value) == message


def test_broken_toml_is_named_with_its_line() -> None:
    with pytest.raises(LexiconError) as caught:
        parse(GOOD.replace('"praise"', '"praise'), "x.toml", ("takes",))
    message = str(caught.value)
    assert message.startswith("x.toml is not valid TOML: ")
    assert "line 2" in message
    assert message.endswith(". Compare the entry with its neighbours.")


@pytest.mark.parametrize(
    ("takes", "message"),
    [
        (
            '{ speech = "loud" }',
            'cues.toml, entry "praise": takes speech = "loud" is not known. Patterns: speech, clause, object, '
            "infinitive, passive, raising, noun; strengths: weak, medium, strong.",
        ),
        (
            '{ song = "weak" }',
            'cues.toml, entry "praise": takes song = "weak" is not known. Patterns: speech, clause, object, '
            "infinitive, passive, raising, noun; strengths: weak, medium, strong.",
        ),
        (
            '"speech"',
            'cues.toml, entry "praise": write takes as a table: takes = { object = "strong" }.',
        ),
    ],
)
def test_an_unknown_pattern_or_strength_is_named(monkeypatch: pytest.MonkeyPatch, takes: str, message: str) -> None:
    text = GOOD.replace('{ object = "strong" }', takes)
    monkeypatch.setattr(cues, "load", lambda name, *keys: parse(text, f"{name}.toml", ("takes",)))
    with pytest.raises(LexiconError) as caught:
        cues.Cues()
    assert str(caught.value) == message


def test_an_entry_keeps_what_stands_in_the_file() -> None:
    [entry] = parse(GOOD + 'not_examples = ["It won high praise."]\n', "x.toml", ("takes",))
    assert entry.term == "praise"
    assert entry.data == {"takes": {"object": "strong"}}
    assert entry.examples == ("Hale *praised* the crew.",)
    assert entry.not_examples == ("It won high praise.",)


def test_an_empty_lexicon_has_no_entries() -> None:
    assert parse("# nothing yet\n", "x.toml") == ()


@pytest.mark.parametrize(
    ("example", "plain", "places"),
    [
        ("Hale *has denied* it.", "Hale has denied it.", [(5, 15)]),
        ("*No* and *no*.", "No and no.", [(0, 2), (7, 9)]),
        ("No stars.", "No stars.", []),
        ("One * alone.", "One * alone.", []),
    ],
)
def test_stars_are_taken_out(example: str, plain: str, places: list[tuple[int, int]]) -> None:
    assert unstar(example) == (plain, places)


# ---- the quick way to read a lexicon --------------------------------------------------------------------------------

LEXICONS = sorted(files("kit").joinpath("data", "lexicons").iterdir(), key=lambda file: file.name)


@pytest.mark.parametrize("file", LEXICONS, ids=lambda file: file.name)
def test_the_quick_way_reads_what_tomllib_reads(file: Traversable) -> None:
    text = file.read_text(encoding="utf-8")
    assert plain_toml(text) in (None, tomllib.loads(text))


@pytest.mark.parametrize("name", ["euphemisms", "cues", "hearsay", "anonymity", "alike", "opposites"])
def test_the_large_lexicons_are_plain(name: str) -> None:
    text = files("kit").joinpath("data", "lexicons", f"{name}.toml").read_text(encoding="utf-8")
    assert plain_toml(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "size = 12\n",
        "[[entry]]\nsize = 12\n",
        '[[entry]]\nterm = "a\\u0062c"\n',
        '[[entry]]\nterm = """a"""\n',
        '[[entry]]\nterm = "a" "b"\n',
        '[[entry]]\nterm = "a"\nterm = "b"\n',
        '[[entry]]\ntakes = { a = "b", a = "c" }\n',
        '[[entry]]\nwords = ["a" "b"]\n',
        '[[entry]]\nwords = ["a",, "b"]\n',
        '[[entry]]\nterm = "a',
        "",
    ],
)
def test_what_is_not_plain_is_left_to_tomllib(text: str) -> None:
    assert plain_toml(text) is None


@given(st.text(alphabet="[]entry=\"' \n,#{}ab\\t1", max_size=60).map(lambda more: f"[[entry]]\na = {more}"))
def test_the_quick_way_never_reads_anything_else(text: str) -> None:
    quick = plain_toml(text)
    if quick is not None:
        assert quick == tomllib.loads(text)

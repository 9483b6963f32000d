"""Words that soften: every entry of the lexicon does what its examples say, and what is no euphemism is left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import read
from kit.find import find_euphemisms
from kit.finders.euphemism.euphemism_terms import CATEGORIES, OPTIONAL, REQUIRED, all_terms, patterns, term_of
from kit.finding import Euphemism
from kit.language import Entry, LexiconError, load, parse, spellings, unstar
from kit.text import Article, read_text

ENTRIES = load("euphemisms", REQUIRED, OPTIONAL)
EXAMPLES = [pytest.param(e, x, id=f"{e.term}: {x[:40]}") for e in ENTRIES for x in e.examples]
COUNTER_EXAMPLES = [pytest.param(e, x, id=f"{e.term}: {x[:40]}") for e in ENTRIES for x in e.not_examples]


def found(text: str) -> list[Euphemism]:
    return list(find_euphemisms(read(text)))


def marked(text: str) -> list[str]:
    article = read(text)
    return [article[e.pieces] for e in find_euphemisms(article)]


# ---- the lexicon ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_the_starred_words_are_found(entry: Entry, example: str) -> None:
    text, starred = unstar(example)
    assert [piece for e in found(text) if e.rule == entry.term for piece in e.pieces] == starred


@pytest.mark.parametrize(("entry", "example"), COUNTER_EXAMPLES)
def test_a_counter_example_is_left_alone(entry: Entry, example: str) -> None:
    assert [e.rule for e in found(example) if e.rule == entry.term] == []


def test_the_lexicon_is_large_and_broad() -> None:
    assert len(ENTRIES) >= 350
    assert len({entry.data["category"] for entry in ENTRIES}) >= 10


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.term)
def test_an_entry_is_whole(entry: Entry) -> None:
    term = term_of(entry)
    assert len(term.plain) <= 60 and len(term.note) <= 200
    assert term.plain[-1] != "." and term.reference.strip()
    assert term.certainty == "flag" or entry.not_examples


def test_no_term_stands_in_the_lexicon_in_two_spellings() -> None:
    seen: dict[tuple[str, str], str] = {}
    for entry in ENTRIES:
        words = " ".join(min(spellings(word)) for word in entry.term.lower().replace("-", " ").split())
        key = (words, entry.data["pos"])
        assert key not in seen, f"{entry.term} is {seen[key]} in another spelling"
        seen[key] = entry.term


# ---- a slip in an entry ---------------------------------------------------------------------------------------------

GOOD = """
[[entry]]
term = "tidy up"
plain = "kill"
category = "war"
certainty = "ask"
pos = "verb"
cues = ["army"]
note = "Sounds like housework."
reference = "invented for this test"
examples = ["The army *tidied up*."]
not_examples = ["We tidied up the kitchen."]
"""


def entry_from(toml: str) -> Entry:
    return parse(toml, "euphemisms.toml", REQUIRED, OPTIONAL)[0]


def test_a_good_entry_is_read() -> None:
    term = term_of(entry_from(GOOD))
    assert (term.plain, term.category, term.certainty) == ("kill", "war", "ask")
    assert {"army", "armies"} <= term.cues.words


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'category = "war"',
            'category = "peace"',
            f'category can\'t be "peace". It is one of: {", ".join(CATEGORIES)}.',
        ),
        ('certainty = "ask"', 'certainty = "maybe"', 'certainty can\'t be "maybe". It is one of: flag, ask.'),
        (
            'pos = "verb"',
            'pos = "adverb"',
            'pos can\'t be "adverb". Did you mean "verb"? It is one of: verb, noun, adjective, phrase.',
        ),
        ('cues = ["army"]', "cues = []", 'certainty = "ask" needs cues. Add cues'),
        ('cues = ["army"]', "cues = 3", 'cues has to be a list of words in quotation marks, as in: cues = ["…", "…"].'),
        ('cues = ["army"]', 'cues = ["PERSONS"]', "cues: PERSONS is no kind of cue. Known: NAME, PERSON"),
        ('certainty = "ask"', 'certainty = "flag"', 'has cues, which only "ask" looks for.'),
        ('note = "Sounds like housework."', 'note = "housework"', "must be a sentence"),
        ('plain = "kill"', "plain = 3", 'plain has to be words in quotation marks, as in: plain = "…".'),
        ('plain = "kill"', 'plain = "Tidy up"', "the plain wording is the term itself"),
        ("not_examples", "gap = 1\nnot_examples", "gap has to be true or false"),
        ('pos = "verb"', 'pos = "noun"\ngap = true', "gap = true is for verbs"),
        ('not_examples = ["We tidied up the kitchen."]', "", "the term is often literal. Add not_examples"),
    ],
)
def test_a_slip_gets_a_sentence(old: str, new: str, message: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(message)) as error:
        term_of(entry_from(GOOD.replace(old, new)))
    assert str(error.value).startswith('euphemisms.toml, entry "tidy up"')


def test_two_entries_for_the_same_words_get_a_sentence() -> None:
    other = GOOD.replace("tidy up", "re-settle")
    both = [term_of(entry_from(other)), term_of(entry_from(other.replace("re-settle", "resettle")))]
    with pytest.raises(LexiconError, match='the entries "re-settle" and "resettle" are both found in “resettle”'):
        list(patterns(both))


# ---- cues -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        # NAME: a person's name follows
        ("The late Ilse Brandt left the farm to her niece.", ["late"], "Ilse"),
        ("They named it after the late union leader Marta Ilves.", ["late"], "Marta"),
        # PERSON: said of a person
        ("Her late husband built the mill.", ["late"], "husband"),
        ("His demise surprised the village.", ["demise"], "His"),
        ("After the demise of her father the shop closed.", ["demise"], "her"),
        # SUBJECT: a person is the subject
        ("In May my grandfather passed away.", ["passed away"], "grandfather"),
        # PERSON, NUMBER and PASSIVE of a verb
        ("The mill laid off ninety.", ["laid off"], "ninety"),
        ("Ninety were laid off.", ["laid off"], "were"),
        # words in the same sentence, the nearest of several
        ("The company met its staff in the yard on Friday and let them go.", ["let … go"], "staff"),
        # within twelve words, though in another sentence
        ("They were let go. The company gave no reason.", ["let go"], "company"),
    ],
)
def test_a_cue_speaks_for_the_soft_sense(text: str, words: list[str], cue: str) -> None:
    article = read(text)
    euphemisms = [e for e in find_euphemisms(article) if e.found_by == "term"]
    assert [article[e.pieces] for e in euphemisms] == words
    assert [article[e.cue] for e in euphemisms if e.cue] == [cue]
    assert {e.certainty for e in euphemisms} == {"ask"}


@pytest.mark.parametrize(
    "text",
    [
        "The late train was full.",
        "In late October it snowed.",
        "He came too late for Ilse Brandt.",
        "The demise of the paper map came slowly.",
        "Kingdoms rise and pass away.",
        "Lay off the salt for a week.",
        "Let go of the rope!",
        "They let the fish go.",
        "They let the fish go, and it swam to the far side of the pond where nobody could see it. Much later a company "
        "bought the pond.",
    ],
)
def test_without_a_cue_nothing_is_found(text: str) -> None:
    assert marked(text) == []


# ---- names, headlines, capitals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ethnic cleansing went on.", ["Ethnic cleansing"]),
        ("ETHNIC CLEANSING WENT ON.", ["ETHNIC CLEANSING"]),
        ("Minister Denies Ethnic Cleansing Went On\n\nThe minister was angry on Monday.", ["Ethnic Cleansing"]),
        ("She runs a firm called Ethnic Cleansing in Leeds, and it sells soap.", []),
        ("They saw the band Friendly Fire play to many soldiers in a barn.", []),
    ],
)
def test_capitals_make_a_name_but_not_in_a_headline(text: str, words: list[str]) -> None:
    assert marked(text) == words


# ---- loaded and harsh words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The regime slaughtered its own people, the thugs of the tyrant said nothing.",
        "It was a disgraceful, horrible and stupid law.",
        "The terrorists were scum, the senator shouted.",
        "She was killed. He died. They bombed the town and fired forty people.",
        "The company dismissed ninety workers, and the army killed twelve civilians.",
    ],
)
def test_harsh_and_plain_words_are_no_euphemisms(text: str) -> None:
    assert marked(text) == []


# ---- reasons --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.term)
def test_a_reason_gives_plain_words_note_reference_and_a_question(entry: Entry) -> None:
    (reason, *_) = [e.reason for e in found(unstar(entry.examples[0])[0]) if e.rule == entry.term]
    for part in (f"“{entry.data['plain']}”", entry.data["note"], entry.data["reference"]):
        assert part in reason
    assert reason.endswith("?")


def test_a_reason_word_by_word() -> None:
    (euphemism,) = found("The company let forty people go.")
    assert euphemism.reason == (
        "“let … go” can stand for “dismiss”, and “company” is nearby. "
        f"{all_terms()['let go'].note} ({all_terms()['let go'].reference}.) "
        "Is that what it means here, and would the text say the same with the plain word?"
    )


# ---- properties -----------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [word for entry in ENTRIES for word in entry.term.split()]
    + [word for entry in ENTRIES[:60] for example in entry.examples for word in example.replace("*", "").split()]
    + ["“", "”", ",", ".", "a", "the", "euphemism for", "so-called", "were", "shot", "by", "Ortiz", "\n\n"]
)


def check(article: Article) -> None:
    end = 0
    for e in find_euphemisms(article):
        assert end <= e.span.start < e.span.end <= len(article.text)
        assert e.span == (e.pieces[0].start, e.pieces[-1].end) and 1 <= len(e.pieces) <= 2
        assert e.reason.strip().endswith("?")
        end = e.span.end


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, min_size=1, max_size=60).map(" ".join).filter(lambda text: text.strip()))
def test_findings_stand_in_order_and_apart(text: str) -> None:
    check(read_text(text))


@settings(deadline=None, max_examples=50)
@given(st.text(min_size=1).filter(str.strip))
def test_any_text_is_read(text: str) -> None:
    check(read_text(text))

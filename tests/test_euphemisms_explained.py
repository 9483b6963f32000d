"""A text that explains a soft word itself is found even where the word is in no lexicon, and is not taken on trust."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import read
from kit.find import find_euphemisms
from kit.finders.euphemism.explained import is_harsher
from kit.language import Entry, load, unstar
from kit.text import read_text

HARSH = load("harshness", ("harsh", "plain"))


def explained(text: str) -> list[tuple[str, str, str]]:
    article = read(text)
    return [(article[e.span], e.plain, e.rule) for e in find_euphemisms(article) if e.found_by == "explained"]


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        ("They spoke of harvesting, a euphemism for theft.", "harvesting", "theft"),
        ("Harvesting is a euphemism for theft.", "Harvesting", "theft"),
        ("“Harvesting” was really just another euphemism for stealing apples.", "Harvesting", "stealing apples"),
        ("“Harvesting,” a euphemism for theft, went on.", "Harvesting", "theft"),
        ("The harvesting (a euphemism for theft) went on.", "harvesting", "theft"),
        ("Harvesting — a polite word for theft — went on.", "Harvesting", "theft"),
        ("He used harvesting as a euphemism for theft.", "harvesting", "theft"),
        ("Harvesting, which is a euphemism for theft, went on.", "Harvesting", "theft"),
        ("They were moved to a night school, an army euphemism for a prison.", "night school", "prison"),
        ("The thefts, euphemistically called harvesting, went on.", "harvesting", "thefts"),
        ("The prison, euphemistically known as “the night school”, is shut.", "the night school", "prison"),
        ("It was “the lads” who did it, said Lund, using a euphemism for thieves.", "the lads", "thieves"),
        ("They used the euphemism “night school” for years.", "night school", ""),
    ],
)
def test_an_explained_word(text: str, word: str, meaning: str) -> None:
    assert explained(text) == [(word, meaning, "explained")]


@pytest.mark.parametrize(
    "text",
    [
        "Harvesting is not a euphemism for theft.",
        "It is a euphemism for theft.",
        "A euphemism is a softer word.",
        "Lund spoke for an hour, using a euphemism for theft.",
        "The book lists many euphemisms for death.",
        "The euphemism treadmill is a term of linguists.",
        "He was politely asked to leave.",
    ],
)
def test_no_word_is_explained(text: str) -> None:
    assert explained(text) == []


def test_what_the_lexicon_knows_is_found_once_and_kept_at_a_distance() -> None:
    (euphemism,) = find_euphemisms(read("Ethnic cleansing, a euphemism for murder, went on."))
    assert (euphemism.found_by, euphemism.voice) == ("term", "so-called")


# ---- harsher, not softer --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("example", [x for entry in HARSH for x in entry.examples])
def test_a_harsher_word_is_called_a_dysphemism_and_asked_about(example: str) -> None:
    text, starred = unstar(example)
    article = read(text)
    (euphemism,) = find_euphemisms(article)
    assert [euphemism.span] == starred
    assert euphemism.rule == "explained-harsher"
    assert "dysphemism" in euphemism.reason and euphemism.reason.endswith("?")


@pytest.mark.parametrize("entry", HARSH, ids=lambda entry: entry.term)
def test_no_word_is_both_harsh_and_plain(entry: Entry) -> None:
    everywhere = {word for other in HARSH for word in other.data["plain"]}
    assert not everywhere & set(entry.data["harsh"])


@pytest.mark.parametrize(
    ("term", "meaning", "harsher"),
    [
        ("death tax", "estate tax", True),
        ("massacres", "killings", True),
        ("tidying", "killing", False),
        ("massacre", "butchery", False),
        ("horde", "group of bees", False),  # what is not known is no answer
    ],
)
def test_harsher(term: str, meaning: str, harsher: bool) -> None:
    assert is_harsher(term, meaning) is harsher


PIECES = st.sampled_from(
    "harvesting , is was a an euphemism euphemisms for theft “ ” ( ) — euphemistically called known as which not . of "
    "polite word the".split()
)


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, min_size=1, max_size=25).map(" ".join))
def test_an_explained_word_is_never_the_explanation(text: str) -> None:
    article = read_text(text)
    for euphemism in find_euphemisms(article):
        if euphemism.found_by == "explained":
            assert article[euphemism.span].strip() and "euphemism" not in article[euphemism.span]

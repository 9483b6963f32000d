"""The word lists of sources: every starred word is read as its kind, and no word stands in two kinds."""

from __future__ import annotations

from collections import Counter

import pytest

from kit import read
from kit.find import find_sources
from kit.finders.attribution.lines import lines_of
from kit.finders.sources.noun_phrase import NounPhrase, read_phrase
from kit.finders.sources.source_lists import source_lists
from kit.language import Entry, load, noun_forms, unstar

NOUNS = load("source_nouns", ("kind", "words"), ("unique", "relation"))
ONCE_MORE = ("common", "broad", "side", "employer")  # words of other lists once more
KINDS = [entry for entry in NOUNS if entry.data["kind"] not in ONCE_MORE]
NAMES = load("names", ("kind", "words"))
TAKEN_UP = load("taken_up", ("words",))
LEVELS = {
    "role": ("vague", "described"),
    "people": ("vague", "described"),
    "body": ("named_organisation", "vague"),
    "document": ("named_organisation", "vague"),
    "other": ("other",),
}


def examples(entries: list[Entry] | tuple[Entry, ...]) -> list[object]:
    return [pytest.param(e, x, id=f"{e.term}: {x}") for e in entries for x in e.examples]


def phrase_of(text: str, start: int, end: int) -> NounPhrase:
    """The noun phrase of a sentence that ends with the words at this place."""
    [[line]] = lines_of(read(text))
    last = next(i for i, stop in enumerate(line.ends) if stop >= end)
    first = next(i for i, stop in enumerate(line.ends) if stop > start)
    while first and line.tags[first - 1] in "djcnNs":
        first -= 1
    while line.tags[last + 1 : last + 2] in ("n", "N") and line.tags[last] in "jN":
        last += 1
    return read_phrase(line, first, last + 1, last + 1)


@pytest.mark.parametrize(("entry", "example"), examples(KINDS))
def test_the_starred_noun_is_read_as_its_kind(entry: Entry, example: str) -> None:
    text, [(start, end)] = unstar(example)
    phrase = phrase_of(text, start, end)
    assert phrase.kind == entry.data["kind"]
    assert phrase.head in entry.data["words"]


@pytest.mark.parametrize(("entry", "example"), examples(NAMES))
def test_the_starred_name_is_read_as_its_kind(entry: Entry, example: str) -> None:
    text, [(start, end)] = unstar(example)
    starred, kind = text[start:end], entry.data["kind"]
    assert starred in entry.data["words"]
    phrase = phrase_of(text, start, end)
    if kind in ("body", "company"):
        assert phrase.kind == "body" and starred in phrase.name
    elif kind == "nationality":  # no affiliation by itself
        assert phrase.kind == "role" and phrase.affiliation is None
    elif kind in ("woman", "man"):
        assert phrase.kind == "person" and phrase.who == kind and phrase.name[0] == starred
    else:
        assert phrase.kind == "person" and starred not in phrase.name
        assert phrase.titles == (starred.lower().rstrip("."),)
        assert phrase.who == {"madam": "woman", "mister": "man", "title": ""}[kind]


@pytest.mark.parametrize("entry", KINDS, ids=lambda e: e.term)
def test_every_noun_of_a_list_is_found_as_a_source_of_its_kind(entry: Entry) -> None:
    wrong = []
    for word in entry.data["words"]:
        noun = source_lists().nouns.get(word.split()[-1])
        if noun is None or noun.kind != entry.data["kind"]:
            wrong.append(word)
    assert wrong == []


@pytest.mark.parametrize("entry", KINDS, ids=lambda e: e.term)
def test_the_level_of_a_noun_that_stands_alone(entry: Entry) -> None:
    for word in [word for word in entry.data["words"] if " " not in word][::7]:
        text = f"The {word} said that the road would open again."
        for source in find_sources(read(text)):
            if source.is_source:
                assert source.level in LEVELS[entry.data["kind"]], text


@pytest.mark.parametrize(
    ("one", "more", "kind"),
    [
        ("mechanic", "mechanics", "role"),
        ("spokeswoman", "spokeswomen", "role"),
        ("witness", "witnesses", "role"),
        ("agency", "agencies", "body"),
        ("party", "parties", "body"),
        ("critic", "critics", "people"),
        ("study", "studies", "document"),
    ],
)
def test_one_and_more(one: str, more: str, kind: str) -> None:
    nouns = source_lists().nouns
    assert (nouns[one].kind, nouns[one].plural) == (kind, False)
    assert (nouns[more].kind, nouns[more].plural, nouns[more].word) == (kind, True, one)


def test_no_noun_stands_in_two_lists() -> None:
    counts = Counter(word for entry in KINDS for word in entry.data["words"])
    assert [word for word, count in counts.items() if count > 1] == []


def test_no_two_words_of_different_kinds_share_their_head() -> None:
    kinds: dict[str, set[str]] = {}
    for entry in KINDS:
        for word in entry.data["words"]:
            for form in noun_forms(word.split()[-1]):
                kinds.setdefault(form, set()).add(entry.data["kind"])
    assert {form: found for form, found in kinds.items() if len(found) > 1} == {}


def test_common_posts_and_what_is_taken_up_stand_in_the_lists() -> None:
    known = {word for entry in KINDS for word in entry.data["words"]}
    for entry in NOUNS:
        if entry.data["kind"] in ONCE_MORE:
            assert set(entry.data["words"]) <= known
    assert [entry.term for entry in TAKEN_UP if entry.term not in known] == []


def test_names_are_written_as_newspapers_do() -> None:
    for entry in NAMES:
        for word in entry.data["words"]:
            assert word[0].isupper() and word == word.strip() and " " not in word, word
        assert len(set(entry.data["words"])) == len(entry.data["words"]), entry.term


def test_no_name_stands_in_two_kinds_unless_it_must() -> None:
    kinds: dict[str, set[str]] = {}
    for entry in NAMES:
        for word in entry.data["words"]:
            kinds.setdefault(word, set()).add(entry.data["kind"])
    twice = {word for word, found in kinds.items() if len(found) > 1}
    titles = {word for word in twice if kinds[word] <= {"title", "madam", "mister"}}  # Lady Hale, the lady
    assert twice - titles == {"Christian", "UK", "US", "U.S.", "Guy"} & (twice - titles), twice - titles


def test_nouns_are_written_small_and_names_with_a_capital() -> None:
    assert [w for e in KINDS for w in e.data["words"] if w != w.lower() or w != w.strip()] == []

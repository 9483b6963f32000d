"""Terms are looked up in one pass: every way to write them is found, and what is found is what a slow search finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.language import Match, Matcher, Pattern, noun_forms, spellings, verb_forms, ways_to_write
from kit.language.matcher import GAP, MAX_WORDS_IN_GAP
from kit.text import Article, read, read_text


def matcher(*terms: tuple[str, str], gap: bool = False, lexicon: str = "test") -> Matcher[str]:
    return Matcher(
        Pattern(words, lexicon, term, form) for term, pos in terms for words, form in ways_to_write(term, pos, gap)
    )


def found(article: Article, lookup: Matcher[str]) -> list[str]:
    return [article[match.spans(article.words)] for match in lookup.find(article.words, article.rows)]


# ---- ways to write a term -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("term", "pos", "text", "words"),
    [
        ("collateral damage", "noun", "Collateral damage was small.", "Collateral damage"),
        ("pre-owned", "adjective", "A pre-owned car.", "pre-owned"),
        ("pre-owned", "adjective", "A pre owned car.", "pre owned"),
        ("pre-owned", "adjective", "A preowned car.", "preowned"),
        ("pre-owned", "adjective", "A pre‑owned car.", "pre‑owned"),  # a hyphen that does not break
        ("boots on the ground", "noun", "No boots-on-the-ground policy.", "boots-on-the-ground"),
        ("detainee", "noun", "Two DETAINEES left.", "DETAINEES"),
        ("gunman", "noun", "Two gunmen left.", "gunmen"),
        ("person of colour", "noun", "Three persons of color sat.", "persons of color"),
        ("neutralise", "verb", "They neutralized it.", "neutralized"),
        ("mop up", "verb", "They are mopping up.", "mopping up"),
        ("right-size", "verb", "They rightsized it.", "rightsized"),
        ("outlive one's usefulness", "verb", "They outlived their usefulness.", "outlived their usefulness"),
        ("comfort woman", "noun", "The comfort women spoke.", "comfort women"),
        ("enhanced interrogation", "noun", "Enhanced “interrogation” went on.", "Enhanced “interrogation"),
        ("late", "adjective", "Late, the late Ilse Brandt came.", "Late"),
        ("women's troubles", "noun", "She had women’s troubles.", "women’s troubles"),
    ],
)
def test_a_term_is_found_however_it_is_written(term: str, pos: str, text: str, words: str) -> None:
    assert found(read(text), matcher((term, pos)))[0] == words


@pytest.mark.parametrize(
    ("term", "pos", "text"),
    [
        ("cat", "noun", "They concatenate catalogues."),
        ("collateral damage", "noun", "The bank took collateral. Damage was slight."),
        ("lethal", "adjective", "A non-lethal round."),
        ("late", "adjective", "Later, lately, belated."),
        ("let go", "verb", "They let it. Go on."),
    ],
)
def test_parts_of_words_and_of_other_sentences_are_no_term(term: str, pos: str, text: str) -> None:
    assert found(read(text), matcher((term, pos))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They let him go.", ["let … go"]),
        ("They let forty of their best people go.", ["let … go"]),
        ("They let go.", ["let go"]),
        ("Forty were let go.", ["let go"]),
        ("Letting people go is hard.", ["Letting … go"]),
        ("They let him; go on.", []),
        ("They let the old men of the village by the sea dance and go.", []),  # further than a gap reaches
    ],
)
def test_words_may_stand_between_verb_and_rest(text: str, words: list[str]) -> None:
    assert found(read(text), matcher(("let go", "verb"), gap=True)) == words


def test_of_overlapping_terms_of_a_lexicon_the_longest_counts() -> None:
    lookup = matcher(("air strike", "noun"), ("strike", "noun"), ("air", "noun"))
    assert found(read("The air strikes and the strike in the air."), lookup) == ["air strikes", "strike", "air"]


def test_lexicons_do_not_hide_each_others_terms() -> None:
    lookup = Matcher([Pattern(("air", "strike"), "one", "long"), Pattern(("air",), "two", "short")])
    article = read("The air strike.")
    assert {m.pattern.key for m in lookup.find(article.words, article.rows)} == {"long", "short"}


def test_the_form_is_told() -> None:
    article = read("He let it go, lets it go, letting it go.")
    forms = [m.pattern.form for m in matcher(("let go", "verb"), gap=True).find(article.words, article.rows)]
    assert forms == ["bfe", "s", "g"]


# ---- inflection -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("let", "let lets letting"),
        ("mop", "mop mops mopped mopping"),
        ("die", "die dies died dying"),
        ("lay", "lay lays laid laying"),
        ("neutralise", "neutralise neutralises neutralised neutralising"),
        ("fix", "fix fixes fixed fixing"),
        ("pay", "pay pays paid paying"),
        ("kidnap", "kidnap kidnaps kidnapped kidnapping"),
        ("put", "put puts putting"),
    ],
)
def test_verbs(base: str, forms: str) -> None:
    assert sorted(verb_forms(base)) == sorted(forms.split())


@pytest.mark.parametrize(
    ("one", "more"), [("wife", "wives"), ("woman", "women"), ("human", "humans"), ("loss", "losses")]
)
def test_nouns(one: str, more: str) -> None:
    assert noun_forms(one) == (one, more)


@pytest.mark.parametrize(
    ("word", "other"), [("labour", "labor"), ("organisation", "organization"), ("colored", "coloured")]
)
def test_spellings(word: str, other: str) -> None:
    assert spellings(word) == (word, other)


@pytest.mark.parametrize("word", ["exercise", "raise", "four", "war", "promise"])
def test_words_with_one_spelling(word: str) -> None:
    assert spellings(word) == (word,)


# ---- properties -----------------------------------------------------------------------------------------------------

WORDS = st.sampled_from("a b c d e".split())
TERMS = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=12, unique=True)


def slow(terms: list[tuple[str, ...]], words: list[str]) -> list[tuple[int, int]]:
    """The longest term at each place from the left, by trying them all."""
    places, at = [], 0
    while at < len(words):
        best = max((len(t) for t in terms if tuple(words[at : at + len(t)]) == t), default=0)
        if best:
            places.append((at, at + best))
        at += best or 1
    return places


@given(TERMS, st.lists(WORDS, min_size=1, max_size=30))
def test_the_tree_finds_what_a_slow_search_finds(terms: list[tuple[str, ...]], words: list[str]) -> None:
    article = read_text(" ".join(words) + " end")
    lookup = Matcher(Pattern(term, "test", term) for term in terms)
    rows = [(0, len(article.words))]
    places = [(match.first, match.end) for match in lookup.find(article.words, rows)]
    assert places == slow(terms, article.words.lower)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_a_gap_is_never_wider_than_it_may_be(words: list[str]) -> None:
    article = read_text(" ".join(words) + " end")
    lookup = Matcher([Pattern(("a", GAP, "b"), "test", "ab")])
    for match in lookup.find(article.words, [(0, len(article.words))]):
        assert isinstance(match, Match)
        low = article.words.lower
        assert (low[match.first], low[match.end - 1]) == ("a", "b")
        assert match.end - match.first - 2 <= MAX_WORDS_IN_GAP

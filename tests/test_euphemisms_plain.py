"""The text in plain words: grammar is kept, and the map leads from each place to its place in the other text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import read
from kit.find import find_euphemisms
from kit.finders.euphemism.euphemism_terms import OPTIONAL, REQUIRED, ContextCues, Term
from kit.finders.euphemism.plain import PlainText, in_plain_words
from kit.finding import Euphemism
from kit.language import load, unstar
from kit.text import Article, Span, read_text

ENTRIES = load("euphemisms", REQUIRED, OPTIONAL)
NONE = ContextCues((), (), ())


def plainly(text: str) -> PlainText:
    article = read(text)
    return in_plain_words(article, find_euphemisms(article))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the tense of the verb
        ("The firm lets people go.", "The firm dismisses people."),
        ("The firm let forty people go.", "The firm dismissed forty people."),
        ("The firm is letting forty people go.", "The firm is dismissing forty people."),
        ("The firm will let forty people go.", "The firm will dismiss forty people."),
        ("The firm has let forty people go.", "The firm has dismissed forty people."),
        ("Forty workers were let go.", "Forty workers were dismissed."),
        ("Her grandfather passed away.", "Her grandfather died."),
        ("Her grandparents are passing away.", "Her grandparents are dying."),
        # capital letters
        ("Ethnic cleansing went on.", "{} went on."),
        # what is between quotation marks is replaced as well, what is kept at a distance is not
        ("“We let staff go,” Ortiz said.", "“We dismissed staff,” Ortiz said."),
        ("The “ethnic cleansing” went on.", "The “ethnic cleansing” went on."),
        ("The so-called ethnic cleansing went on.", "The so-called ethnic cleansing went on."),
        # there is no plain word for somebody who is left out
        ("Two girls were shot near the square.", "Two girls were shot near the square."),
        ("Nothing soft in here.", "Nothing soft in here."),
    ],
)
def test_plainly(text: str, expected: str) -> None:
    cleansing = next(e.data["plain"] for e in ENTRIES if e.term == "ethnic cleansing")
    assert plainly(text).text == expected.format(cleansing[0].upper() + cleansing[1:])


# ---- grammar, with terms made for the test --------------------------------------------------------------------------


def term(soft: str, plain: str, pos: str, mass: bool = False) -> Term:
    return Term(
        soft, plain, "war", "flag", pos, "Note.", "ref", False, mass, False, NONE, NONE, frozenset(), frozenset()
    )


@pytest.mark.parametrize(
    ("text", "soft", "plain", "pos", "form", "expected"),
    [
        ("It was a detention home.", "detention home", "prison", "noun", "1", "It was a prison."),
        ("It was a custody suite.", "custody suite", "overnight cell", "noun", "1", "It was an overnight cell."),
        ("An event closed it.", "event", "bombing", "noun", "1", "A bombing closed it."),
        ("A visit closed it.", "visit", "attack", "noun", "1", "An attack closed it."),
        ("It took a visit.", "visit", "hour of bombing", "noun", "1", "It took an hour of bombing."),
        ("It took a visit.", "visit", "union-busting raid", "noun", "1", "It took a union-busting raid."),
        ("It was a visit.", "visit", "killings", "noun", "1", "It was killings."),
        ("A visit it was.", "visit", "killings", "noun", "1", "Killings it was."),
        ("Two visits closed it.", "visit", "attack", "noun", "2", "Two attacks closed it."),
        ("Two visits closed it.", "visit", "act of war", "noun", "2", "Two acts of war closed it."),
        ("Two visits closed it.", "visit", "deaths", "noun", "2", "Two deaths closed it."),
        ("THE VISIT CLOSED IT.", "VISIT", "attack", "noun", "1", "THE ATTACK CLOSED IT."),
        ("The Home Visit closed it.", "Home Visit", "armed attack", "noun", "1", "The Armed Attack closed it."),
        ("The Home Visit closed it.", "Home Visit", "act of war", "noun", "1", "The Act of War closed it."),
        (
            "The visits were over.",
            "visit",
            "woman forced into slavery",
            "noun",
            "2",
            "The women forced into slavery were over.",
        ),
        ("A visit plan was made.", "visit", "killings", "noun", "1", "A killings plan was made."),
        ("They were tidying it.", "tidying", "kill or capture", "verb", "g", "They were killing or capturing it."),
        ("They tidied it.", "tidied", "shoot down", "verb", "fe", "They shot down it."),
        ("It was tidied.", "tidied", "overthrow", "verb", "fe", "It was overthrown."),
        ("It had not been tidied.", "tidied", "overthrow", "verb", "fe", "It had not been overthrown."),
        ("They tidied it.", "tidied", "overthrow", "verb", "fe", "They overthrew it."),
        ("It tidies it.", "tidies", "overthrow", "verb", "s", "It overthrows it."),
        ("They must put it.", "put", "overthrow", "verb", "bfe", "They must overthrow it."),
        ("They don’t put it.", "put", "overthrow", "verb", "bfe", "They don’t overthrow it."),
        ("They’ve put it.", "put", "overthrow", "verb", "bfe", "They’ve overthrown it."),
    ],
)
def test_grammar_is_kept(
    monkeypatch: pytest.MonkeyPatch, text: str, soft: str, plain: str, pos: str, form: str, expected: str
) -> None:
    article = read(text)
    at = text.index(soft) if soft in text else text.lower().index(soft)
    entry = soft.lower()
    monkeypatch.setattr("kit.finders.euphemism.plain.all_terms", lambda: {entry: term(entry, plain, pos)})
    span = Span(at, at + len(soft) + (form == "2"))
    finding = Euphemism(
        span, entry, "Why?", (span,), entry, plain, "war", "flag", "narrator", "term", (), None, form, "ref"
    )
    assert in_plain_words(article, [finding]).text == expected


def test_a_word_without_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "kit.finders.euphemism.plain.all_terms", lambda: {"session": term("session", "torture", "noun", True)}
    )
    span = Span(9, 16)
    finding = Euphemism(
        span, "session", "Why?", (span,), "session", "torture", "war", "flag", "narrator", "term", (), None, "1", "ref"
    )
    assert in_plain_words(read("This is a session."), []).text == "This is a session."
    span = Span(10, 17)
    finding = Euphemism(
        span, "session", "Why?", (span,), "session", "torture", "war", "flag", "narrator", "term", (), None, "1", "ref"
    )
    assert in_plain_words(read("This is a session."), [finding]).text == "This is torture."


# ---- the map --------------------------------------------------------------------------------------------------------


def put_back(article: Article, plain: PlainText) -> str:
    """The article's text again, from the plain text and the map."""
    text, at = "", 0
    for change in plain.changes:
        text += plain.text[at : change.new.start] + article.text[change.old.start : change.old.end]
        at = change.new.end
    return text + plain.text[at:]


def test_the_map_tells_both_places() -> None:
    article = read("The firm let forty people go.")
    plain = in_plain_words(article, find_euphemisms(article))
    assert [(article[c.old], plain.text[c.new.start : c.new.end]) for c in plain.changes] == [
        ("let", "dismissed"),
        (" go", ""),
    ]
    assert str(plain) == plain.text
    assert repr(plain) == "<PlainText: 1 of its words put more plainly. print(...) shows it.>"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.term)
def test_every_entry_can_be_put_plainly_and_back(entry: object) -> None:
    for example in entry.examples:  # type: ignore[attr-defined]
        article = read(unstar(example)[0])
        plain = in_plain_words(article, find_euphemisms(article))
        assert put_back(article, plain) == article.text
        assert "  " not in plain.text.strip()


PIECES = st.sampled_from(
    [word for e in ENTRIES[:80] for x in e.examples for word in x.replace("*", "").split()] + ["a", "\n\n"]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, min_size=1, max_size=60).map(" ".join).filter(str.strip))
def test_the_map_leads_back(text: str) -> None:
    article = read_text(text)
    plain = in_plain_words(article, find_euphemisms(article))
    assert put_back(article, plain) == article.text
    assert all(a.old.end <= b.old.start and a.new.end <= b.new.start for a, b in pairwise(plain.changes))


def test_a_place_in_the_plain_text_gives_its_words() -> None:
    (change,) = plainly("The firm let go forty people.").changes
    assert plainly("The firm let go forty people.")[change.new] == "dismissed"

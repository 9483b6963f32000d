"""Whose word is it? The narrator's, somebody's between quotation marks, or one the text keeps at a distance."""

from __future__ import annotations

import pytest

from kit import read
from kit.find import find_euphemisms


def voices(text: str) -> list[tuple[str, str, str]]:
    """Of each term: its words, its voice, and who says it."""
    article = read(text)
    return [
        (article[e.pieces], e.voice, article[e.said_by] if e.said_by else "")
        for e in find_euphemisms(article)
        if e.found_by == "term"
    ]


@pytest.mark.parametrize(
    ("text", "words", "voice", "who"),
    [
        ("The army spoke of ethnic cleansing in the valley.", "ethnic cleansing", "narrator", ""),
        ("Ethnic cleansing went on, Ortiz said.", "Ethnic cleansing", "narrator", ""),
        ("“This is ethnic cleansing and nothing else,” Ortiz said.", "ethnic cleansing", "quotation", "Ortiz"),
        (
            "“We have to stop the ethnic cleansing,” said Lena Ortiz, a judge.",
            "ethnic cleansing",
            "quotation",
            "Lena Ortiz, a judge",
        ),
        ("On the wall stood “No more ethnic cleansing in our valley”.", "ethnic cleansing", "quotation", ""),
        ("The so-called ethnic cleansing went on.", "ethnic cleansing", "so-called", ""),
        ("The so-called “ethnic cleansing” went on.", "ethnic cleansing", "so-called", ""),
        ("The “ethnic cleansing” of the valley went on.", "ethnic cleansing", "so-called", ""),
        ("The ‘ethnic cleansing’ of the valley went on.", "ethnic cleansing", "so-called", ""),
        ("It was what the army calls ethnic cleansing.", "ethnic cleansing", "so-called", "the army"),
        (
            "It was what the old generals liked to call ethnic cleansing.",
            "ethnic cleansing",
            "so-called",
            "the old generals",
        ),
        ("It was what is called ethnic cleansing.", "ethnic cleansing", "so-called", ""),
        ("The murders, euphemistically called ethnic cleansing, went on.", "ethnic cleansing", "so-called", ""),
        ("Ethnic cleansing, a euphemism for murder, went on.", "Ethnic cleansing", "so-called", ""),
        ("Ethnic cleansing is a euphemism for murder.", "Ethnic cleansing", "so-called", ""),
    ],
)
def test_voice(text: str, words: str, voice: str, who: str) -> None:
    assert voices(text) == [(words, voice, who)]


def test_the_question_asks_whoever_chose_the_word() -> None:
    said = {
        "The army spoke of ethnic cleansing.": "the reporter’s own word",
        "“This is ethnic cleansing and nothing else,” Ortiz said.": "the word of Ortiz",
        "The so-called ethnic cleansing went on.": "keeps its distance",
    }
    for text, part in said.items():
        (euphemism,) = find_euphemisms(read(text))
        assert part in euphemism.reason


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("“This is ethnic cleansing,” they said.", "It is their word: what would"),
        ("“This is ethnic cleansing,” he said.", "It is his word: what would"),
        ("What it calls “ethnic cleansing” went on.", "shows it as its word: does"),
        ("What they call “ethnic cleansing” went on.", "shows it as their word: does"),
        ("What the army calls “ethnic cleansing” went on.", "shows it as the army’s word: does"),
    ],
)
def test_a_pronoun_owns_its_word_in_english(text: str, part: str) -> None:
    (euphemism,) = find_euphemisms(read(text))
    assert part in euphemism.reason

"""The practice texts are whole, say where they come from, and hold every word that their marks quote."""

from __future__ import annotations

import pytest

from kit import articles
from kit.library import facts_in, text_of
from kit.text import Article, ReadingError

NAMES = [each.name for each in articles()]


def test_there_are_practice_texts_and_each_opens() -> None:
    assert "footbridge" in NAMES
    for name in NAMES:
        article = articles(name)
        assert isinstance(article, Article)
        assert article.text == text_of(name)


def test_the_list_shows_how_to_open_a_text() -> None:
    lines = repr(articles()).splitlines()
    at = lines.index('articles("footbridge")   Footbridge to stay shut until spring, council says')
    assert lines[at + 1] == (
        "    local building works, 4 min, level 1. Good for: who says so; a first look at everything else"
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_practice_text_says_who_made_it_and_what_is_invented(name: str) -> None:
    facts = next(each for each in articles() if each.name == name)
    assert facts.licence == "CC BY 4.0"
    assert facts.made_by
    assert "nvented" in facts.note or "econstruct" in facts.note
    assert facts.difficulty in (1, 2, 3)
    assert 60 <= len(text_of(name).split()) <= 600
    assert text_of(name).startswith(facts.title + "\n")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, 'topic is missing. Add a line such as: topic = "…".'),
        ({"topic": 4}, 'topic has to be words in quotation marks, as in: topic = "…".'),
        ({"topic": ""}, "minutes is missing. Add a line such as: minutes = 5."),
        (
            {"topic": "x", "minutes": "four"},
            "minutes has to be a whole number from 0 up, as in: minutes = 5.",
        ),
    ],
)
def test_a_fact_that_is_missing_is_named(change: dict[str, object], told: str) -> None:
    with pytest.raises(ReadingError) as refused:
        facts_in({"title": "A title", **change}, "mine.toml")
    assert str(refused.value) == f"mine.toml: {told}"


def test_a_text_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(ReadingError) as refused:
        articles("footbrige")
    assert str(refused.value).startswith(
        'there is no practice text called "footbrige". Did you mean "footbridge"? The names are: '
    )

"""The practice texts are whole, say where they come from, and hold every word that their marks quote."""

from __future__ import annotations

import pytest

from kit import articles
from kit.library import MarkedAttribution, found, gold, marked, text_of
from kit.text import Article, ReadingError, Span

NAMES = [each.name for each in articles()]
TEXT = "She said no. “No,” she said, and nobody said more."


def test_there_are_practice_texts_and_each_opens() -> None:
    assert "footbridge" in NAMES
    for name in NAMES:
        article = articles(name)
        assert isinstance(article, Article)
        assert article.text == text_of(name)


def test_the_list_shows_how_to_open_a_text() -> None:
    line = next(line for line in repr(articles()).splitlines() if "footbridge" in line)
    assert line.startswith('articles("footbridge")   Footbridge to stay shut until spring, council says   ')
    assert line.endswith("(local building works, 4 min, level 1)")


@pytest.mark.parametrize("name", NAMES)
def test_a_practice_text_says_who_made_it_and_what_is_invented(name: str) -> None:
    facts = next(each for each in articles() if each.name == name)
    assert facts.licence == "CC BY 4.0"
    assert facts.made_by
    assert "nvented" in facts.note
    assert facts.difficulty in (1, 2, 3)
    assert 250 <= len(text_of(name).split()) <= 600
    assert text_of(name).startswith(facts.title + "\n")


@pytest.mark.parametrize("name", NAMES)
def test_every_quoted_mark_stands_in_the_text(name: str) -> None:
    marks = gold(name)
    assert marks
    for mark in marks:
        assert mark.content
        assert mark.cue or mark.doubtful
        assert mark.note or not mark.doubtful
        assert (mark.style == "direct") <= all(text_of(name)[s.start] == "“" for s in mark.content)


def test_the_marks_of_a_text_are_the_words_they_quote() -> None:
    text = articles("footbridge")
    whitlock = next(mark for mark in gold("footbridge") if text[mark.source].startswith("Dana"))
    assert text[whitlock.source] == "Dana Whitlock, who heads the council’s works department"
    assert [text[span] for span in whitlock.content] == [
        "“I will not send a child over a bridge that I would not cross myself,”",
        "“A prop under the beam would have bought us six weeks at most.”",
    ]
    assert [text[mark.content] for mark in gold("footbridge") if mark.source == () and not mark.doubtful] == [
        "It … to have been put off to save money"
    ]


def test_a_mark_is_found_inside_its_passage() -> None:
    entry = {"within": "“No,” she said", "source": "she", "cue": "said", "content": ["“No,”"], "style": "direct"}
    assert marked(TEXT, entry, "here") == MarkedAttribution(
        source=(Span(19, 22),), cue=(Span(23, 27),), content=(Span(13, 18),), style="direct", doubtful=False, note=""
    )


def test_a_repeated_word_is_chosen_by_its_number() -> None:
    assert found(TEXT, "said", Span(0, len(TEXT)), 3, "here") == Span(40, 44)
    entry = {"source": [], "cue": "said", "nth": {"cue": 2}, "content": "“No,”", "style": "direct"}
    assert marked(TEXT, entry, "here").cue == (Span(23, 27),)


def test_only_whole_words_count() -> None:
    assert found("They say he says it", "he", Span(0, 19), None, "here") == Span(9, 11)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (
            {"style": "direct", "content": "maybe"},
            "here: the words “maybe” do not stand there. Copy them from the text",
        ),
        ({"style": "direct", "content": ""}, "here: the words “” do not stand there"),
        (
            {"style": "direct", "cue": "said"},
            "here: the words “said” stand there 3 times. Give a longer `within`, or say",
        ),
        (
            {"style": "direct", "cue": "said", "nth": {"cue": 4}},
            "here: nth is 4, and the words “said” stand there 3 times",
        ),
        ({"style": "loud", "cue": "nobody said"}, "here: style has to be one of direct, indirect, mixed"),
        ({"style": "direct", "speaker": "She"}, "here: unknown key speaker. Use: content, cue,"),
    ],
)
def test_a_mark_that_does_not_fit_its_text_is_named(entry: dict[str, object], says: str) -> None:
    with pytest.raises(ReadingError) as refused:
        marked(TEXT, entry, "here")
    assert str(refused.value).startswith(says)


def test_a_text_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(ReadingError) as refused:
        articles("footbrige")
    assert str(refused.value).startswith(
        'there is no practice text called "footbrige". Did you mean "footbridge"? The names are: '
    )

"""Words: in the tables, | stands between tokens that no white space divides."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.text import Span, read_text

WORDS = [
    "It rained|, she said|.",
    "Mr. O’Neill is|n’t here|; he|’ll come|.",
    "Ca|n't you wo|n't|, I do|n’t|, IS|N'T it|?",
    "Reyes|'s dog|, the Smiths|' house|, Trump|’s|.",
    "The U.S.-led talks in the U.S. began at 5 p.m. today|.",
    "Sen. Ortiz (|R-Fla.|) met then-Sen. Hale of St. Louis|, Mo.",
    "Donald J. Trump|, J. K. Rowling|, AT&T|, A.F.L.-C.I.O.",
    "It cost $1.5 million|, £3|, 50% or 1,200|.",
    "On 9/11 at 10:30 a 46-year-old won 3-2|.",
    "In the '90s|, ’80s and 1970s tell 'em|.",
    "A pro-life|, well-known|, so-called move|.",
    "“|No|,|” she said|: “|'|Yes|'|”",
    "''|no|'' ``|yes|'' '|no|'",
    "Wait ... so … no -- yes — or|—|not|.",
    "See https://a.example/b?c=1&d|, www.b.example|.",
    "Ask @anaortiz about #flood|!",
    "Is it|?|! (|no|)|[|yes|]",
    "👩\u200d👩\u200d👧 won 🇩🇪|🇫🇷 ❤️ 👍🏽|.",
    "Cafe\u0301 and naïve|, שָׁלוֹם|, हिन्दी|, ไทยที่|.",
    "No\u00a0way|\u2003.",
    "soft\u00adhyphen zero\u200bwidth",
    "etc.|, no|. No.",
    "“|Ms. Hale|”",
]
FORMS = [
    ("it’s", ["it", "'s"]),
    ("isn’t", ["is", "n't"]),
    ("‘no’", ["‘", "no", "'"]),
    ("soft\u00adhyphen", ["softhyphen"]),
    ("\u200bzero\u200bwidth\u200b", ["zerowidth"]),
    ("❤️", ["❤"]),
    ("e\u0301", ["e\u0301"]),
    ("\u200f.\u200f", ["."]),
]


def marked_spans(marked: str) -> tuple[str, list[Span]]:
    """The text without its bars, and the spans of the tokens between bars and white space."""
    text = ""
    spans = []
    for piece in marked.split("|"):
        at = len(text)
        for word in piece.split():
            start = piece.index(word, at - len(text))
            spans.append(Span(len(text) + start, len(text) + start + len(word)))
            at = spans[-1].end
        text += piece
    return text, spans


@pytest.mark.parametrize("marked", WORDS)
def test_tokens(marked: str) -> None:
    text, expected = marked_spans(marked)
    article = read_text(text)
    assert [text[a:b] for a, b in article.tokens] == [text[a:b] for a, b in expected]
    assert list(article.tokens) == expected


@pytest.mark.parametrize(("text", "forms"), FORMS)
def test_forms(text: str, forms: list[str]) -> None:
    words = read_text(text).words
    assert words.form == forms
    assert words.lower == [form.lower() for form in forms]


def test_rows_are_the_words_of_the_sentences() -> None:
    article = read_text("NORTHFIELD (AP) — It rained. “No,” she said.")
    forms = [article.words.form[first:last] for first, last in article.rows]
    assert forms == [["It", "rained", "."], ["“", "No", ",", "”", "she", "said", "."]]


def pattern_tags(forms: list[str]) -> list[str]:
    """What TextBlob's PatternTagger gives for a tokenised sentence."""
    from textblob.taggers import PatternTagger

    return [tag for _, tag in PatternTagger().tag(" ".join(forms), tokenize=False)]


def check_tags(text: str) -> None:
    article = read_text(text)
    for first, last in article.rows:
        assert article.words.tag[first:last] == pattern_tags(article.words.form[first:last])


TAGGED = [
    "Will Will say so? Will he?",
    "The mayor, who isn’t here, said that 3.5 million people’s homes were flooded.",
    "“Running is fun,” said Ana Ortiz of Northfield, N.J., on Jan. 5.",
    "Google it! and/or not: 9/11 & so on...",
]


@pytest.mark.parametrize("text", TAGGED)
def test_tags_are_those_of_the_pattern_tagger(text: str) -> None:
    check_tags(text)


def test_tags_of_the_practice_texts() -> None:
    for path in (Path(__file__).parent.parent / "kit" / "data" / "articles").glob("*.txt"):
        check_tags(path.read_text(encoding="utf-8"))


LETTERS = st.text(alphabet="abCdE’'.,-%$/&5é“” \n", max_size=60)


@given(LETTERS)
@settings(max_examples=300, deadline=None)
def test_tags_of_any_words_are_those_of_the_pattern_tagger(text: str) -> None:
    check_tags(text)


def test_the_first_word_is_looked_up_in_small_letters() -> None:
    article = read_text("Abducted men left. So Abducted men left.")
    assert (article.words.tag[0], article.words.tag[5]) == ("VBN", "NNP")

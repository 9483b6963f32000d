"""The ledger as tables: what stands in them, where it is cut, and what a text can't do to them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_by_hand import span_of
from test_ladder import Table

from kit.finding import Kind, Row, Statement
from kit.text import Span, read
from kit.views.fact_tables import fact_tables
from kit.views.passage_context import CHARACTERS_AROUND, context_of, whereabouts
from kit.views.wording import FACT_QUESTIONS, SENTENCES

TEXT = (
    "Ferry stopped, council says\n\nBy Lena Ortiz\n\nForty-two pupils boarded the ferry on Monday. It was late.\n\n"
    "“Each of the thirty-nine children was wet,” said Tom Hale."
)
ARTICLE = read(TEXT)
ROWS = (
    Row(
        "figures",
        "number",
        (
            Statement(span_of(TEXT, "Forty-two pupils"), "Forty-two pupils", ""),
            Statement(span_of(TEXT, "thirty-nine children"), "thirty-nine children", "Tom Hale"),
        ),
        3,
    ),
    Row(
        "ferry",
        "opposites",
        (
            Statement(span_of(TEXT, "Ferry stopped, council says"), "", "council"),
            Statement(span_of(TEXT, "It was late."), "", "nobody named"),
        ),
    ),
)


def test_the_tables_in_words() -> None:
    assert repr(fact_tables(ARTICLE, ROWS)).split("\n")[2:] == [
        "",
        "Figures. Which of these figures count the same thing at the same time?",
        "  Forty-two pupils: “Forty-two pupils boarded the ferry on Monday.” (paragraph 1, the reporter)",
        "  thirty-nine children: ““Each of the thirty-nine children was wet,” said Tom Hale.” (paragraph 2, Tom Hale)",
        "  The text has 3 more places of this kind, for which there was no room here.",
        "",
        "Ferry. Are these about the same thing? Then which of the two is it?",
        "  “Ferry stopped, council says” (headline, council)",
        "  “It was late.” (paragraph 1, nobody named)",
    ]


def test_the_tables_as_they_are_heard() -> None:
    html = fact_tables(ARTICLE, ROWS)._repr_html_()
    first, second = (Table(part) for part in re.findall(r"<table.*?</table>", html))
    assert first.caption == "Figures. Which of these figures count the same thing at the same time?"
    assert first.scopes == ["col", "col", "col", "row", "row"]
    assert first.rows == [
        ["What to compare", "In the text", "Who says it"],
        ["Forty-two pupils", "Forty-two pupils boarded the ferry on Monday. (paragraph 1)", "the reporter"],
        [
            "thirty-nine children",
            "“Each of the thirty-nine children was wet,” said Tom Hale. (paragraph 2)",
            "Tom Hale",
        ],
    ]
    assert second.rows[0] == ["In the text", "Who says it"]
    assert html.count("<mark>") == 2, "a sentence that is marked as a whole is not marked at all"
    assert "<mark>thirty-nine children</mark>" in html


def test_a_text_without_rows_gets_a_sentence() -> None:
    assert repr(fact_tables(ARTICLE, ())) == SENTENCES["no_facts"]
    assert fact_tables(ARTICLE, ())._repr_html_() == f"<p>{SENTENCES['no_facts']}</p>"


@pytest.mark.parametrize("kind", FACT_QUESTIONS)
def test_every_kind_of_row_asks_a_question(kind: Kind) -> None:
    assert FACT_QUESTIONS[kind].endswith("?")


LONG = read("A start. " + "word " * 60 + "forty pupils " + "word " * 60 + "end. An end.")


def test_a_long_sentence_is_cut_at_words_around_the_passage() -> None:
    span = span_of(LONG.text, "forty pupils")
    before, words, *behind = context_of(LONG, span, (span,))
    (dots, _), (more, marked) = before, words
    assert dots == "… " and not marked
    assert more.startswith("word ") and len(more) <= CHARACTERS_AROUND
    assert behind[0] == ("forty pupils", True)
    assert behind[-1] == (" …", False)
    assert all(not piece.startswith("ord") for piece, _ in behind)


@pytest.mark.parametrize(
    ("words", "place"),
    [("council says", "headline"), ("Forty-two", "paragraph 1"), ("Tom Hale", "paragraph 2")],
)
def test_where_a_passage_stands(words: str, place: str) -> None:
    assert whereabouts(ARTICLE, span_of(TEXT, words)) == place


def test_markup_in_a_text_is_shown_and_never_obeyed() -> None:
    text = "Where a<b and c>d, forty pupils & more came. It was late."
    row = Row("<b>x</b>", "number", (Statement(span_of(text, "forty pupils"), "<i>40</i>", "<u>who</u>"),) * 2)
    html = fact_tables(read(text), [row])._repr_html_()
    assert not re.search("<(?:i|u)>|<b>x|a<b", html)
    assert "Where a&lt;b and c&gt;d, <mark>forty pupils</mark> &amp; more" in html


@given(st.text(alphabet="ab. \n“”<&\u202e\x07👩", max_size=60), st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_the_text_and_the_span_something_is_shown(text: str, data: st.DataObject) -> None:
    article = read(text or "a")
    start = data.draw(st.integers(0, len(article.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(article.text))))
    row = Row("x", "number", (Statement(span, "v", ""),) * 2)
    view = fact_tables(article, [row])
    assert "\x07" not in repr(view) + view._repr_html_()
    assert view._repr_html_().count("<tr>") == 3

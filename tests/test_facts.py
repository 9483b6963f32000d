"""The ledger: which passages stand side by side, with what is to be compared in them and who says it."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import articles, find_facts, read
from kit.finders.ledger.ages import age_entries, age_pattern
from kit.finders.ledger.names import label_entries
from kit.language import Entry, load, unstar
from kit.language.topics import places
from kit.reading import ArticleIndex
from kit.text import Article, ReadingError

BETWEEN = " The band played. "  # a sentence with which nothing has anything in common
Told = list[tuple[str, str]]


def told(article: Article, kind: str, subject: str) -> Told:
    """The words and the value of each statement of one row."""
    (row,) = (row for row in find_facts(article) if row.kind == kind and row.subject == subject)
    return [(article[statement.span], statement.value) for statement in row.statements]


@pytest.mark.parametrize(
    ("one", "other", "subject", "statements"),
    [
        (
            "Leona Marsh, who speaks for the union, left.",
            "Marsh, whose company runs 240 buses, sang.",
            "Leona Marsh",
            [
                ("Leona Marsh, who speaks for the union", "who speaks for the union"),
                ("Marsh, whose company runs 240 buses", "whose company runs 240 buses"),
            ],
        ),
        (
            "Halina Brandt, aged 38, came.",
            "“It is done,” said Ms Brandl, who turned forty last spring.",
            "Halina Brandt / Brandl",
            [
                ("Halina Brandt", "Halina Brandt"),
                ("aged 38", "aged 38"),
                ("Brandl, who turned forty last spring", "who turned forty last spring"),
            ],
        ),
        (
            "Anton Breck won the race.",
            "A boat will be named Albert Breck.",
            "Albert Breck / Anton Breck",
            [("Anton Breck", "Anton Breck"), ("Albert Breck", "Albert Breck")],
        ),
        (
            "William Ostrow sold screws.",
            "“The doors shut because of Bill,” said Petra Hume.",
            "William Ostrow / Bill",
            [("William Ostrow", "William Ostrow"), ("Bill", "Bill")],
        ),
        (
            "Mayor Ana Reyes opened the hall.",
            "The mayor, Tom Hale, cut the ribbon.",
            "who is mayor",
            [("Mayor Ana Reyes", "Mayor"), ("The mayor, Tom Hale", "The mayor")],
        ),
        (
            "Karin Oster, 41, starts in May.",
            "Oster took the title at nineteen, and kept it.",
            "Karin Oster",
            [("Karin Oster, 41", "41"), ("at nineteen", "at nineteen")],
        ),
    ],
)
def test_a_person(one: str, other: str, subject: str, statements: Told) -> None:
    assert told(read(one + BETWEEN + other), "person", subject) == statements


@pytest.mark.parametrize(
    ("kind", "subject", "one", "other", "statements"),
    [
        (
            "number",
            "figures",
            "Forty-two pupils boarded the coach.",
            "Each of the thirty-nine children on it had a lunch box.",
            [("Forty-two pupils", "Forty-two pupils"), ("thirty-nine children", "thirty-nine children")],
        ),
        (
            "time",
            "when",
            "The main burst on Tuesday.",
            "Nobody had a drop since Sunday night.",
            [("Tuesday", "Tuesday"), ("Sunday night", "Sunday night")],
        ),
        (
            "time",
            "when",
            "It had been shut for a fortnight.",
            "After fourteen days the guests slept again.",
            [("a fortnight", "a fortnight"), ("fourteen days", "fourteen days")],
        ),
        (
            "place",
            "where",
            "The train left the rails a mile outside Ansby.",
            "The engine stood at Teller Cross.",
            [("a mile outside Ansby", "a mile outside Ansby"), ("at Teller Cross", "at Teller Cross")],
        ),
        (
            "place",
            "where",
            "A lorry tipped over above the village of Sall.",
            "The Corran pass was shut.",
            [("above the village of Sall", "above the village of Sall"), ("The Corran pass", "The Corran pass")],
        ),
        (
            "opposites",
            "open or closed",
            "The bridge is open.",
            "They say that the bridge is closed until May.",
            [("The bridge is open", "open"), ("They say that the bridge is closed until May", "closed")],
        ),
        (
            "opposites",
            "open or closed",
            "The bridge is open.",
            "The bridge is not open.",
            [("The bridge is open", "open"), ("The bridge is not open", "not open")],
        ),
        (
            "denial",
            "what is denied",
            "Several of the passengers wept, said Dana Holt.",
            "The ministry denied that anybody was sad.",
            [
                ("Several of the passengers wept, said Dana Holt.", "said"),
                ("The band played.", "said"),
                ("The ministry denied that anybody was sad.", "the answer"),
            ],
        ),
        (
            "quotation",
            "who said it",
            "“You do not close a school by letter,” said Ada Penrose.",
            "The remark had come to him on the way, Colm Rennick said.",
            [
                ("“You do not close a school by letter,”", "Ada Penrose"),
                ("The remark had come to him on the way, Colm Rennick said.", "The remark"),
            ],
        ),
        (
            "quotation",
            "who said it",
            "“The bridge will stand for a hundred years,” said Ana Reyes.",
            "“The bridge will stand for a hundred years,” Tom Hale said.",
            [
                ("“The bridge will stand for a hundred years,”", "Ana Reyes"),
                ("“The bridge will stand for a hundred years,”", "Tom Hale"),
            ],
        ),
    ],
)
def test_a_row(kind: str, subject: str, one: str, other: str, statements: Told) -> None:
    assert told(read(one + BETWEEN + other), kind, subject) == statements


def test_the_headline_stands_beside_the_lead_and_what_it_is_about() -> None:
    text = read(
        "Eleven rescued as gale hits marina\n\nFour boats sank on Monday. A drum was heard.\n\n"
        "Volunteers brought the sailors ashore. Soup was served."
    )
    assert told(text, "headline", "the headline and the report") == [
        ("Eleven rescued as gale hits marina", "headline"),
        ("Four boats sank on Monday.", "lead"),
        ("Volunteers brought the sailors ashore.", "body"),
    ]


def test_who_says_it() -> None:
    text = read("Prices rose in May, the office said. The band played. Ana Reyes says that prices fell in May.")
    (row,) = (row for row in find_facts(text) if row.kind == "opposites")
    assert [(statement.value, statement.source) for statement in row.statements] == [
        ("up", "the office"),
        ("down", "Ana Reyes"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The band played.",
        "Lena Ortiz, a nurse, came. The band played. Lena Ortiz, a nurse, sang.",  # word for word the same
        "The doors are open. The band played. The doors are open.",
        "Forty people came and ten left.",  # one sentence: the reader sees both anyway
        "Ana Reyes sang. The band played. Tom Hale sang.",
    ],
)
def test_nothing_to_compare(text: str) -> None:
    assert find_facts(read(text)) == ()


def test_two_of_one_family_stand_in_one_row_too() -> None:
    """Whether the first name is a slip or a brother's is for the reader to say."""
    rows = find_facts(read("Ana Reyes sang. The band played. Tom Reyes danced."))
    assert [row.subject for row in rows] == ["Ana Reyes / Tom Reyes"]


def test_rows_with_most_to_compare_come_first_and_are_not_many() -> None:
    text = articles("footbridge")
    rows = find_facts(text)
    assert rows[0].kind == "headline"
    assert len(rows) <= 6
    assert all(2 <= len(row.statements) <= 8 for row in rows)


def test_a_subject_with_more_than_eight_statements_says_how_many_more_there_are() -> None:
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    text = read(" ".join(f"The ferry to Lorn sails on {day}. The ferry to Lorn returns before {day}." for day in days))
    rows = [row for row in find_facts(text) if row.kind == "time"]
    assert sum(len(row.statements) + row.more for row in rows) == 14
    assert all(len(row.statements) <= 8 for row in rows)


def test_a_bare_text_is_no_article() -> None:
    with pytest.raises(ReadingError, match="A finder needs an article, not words in quotation marks"):
        find_facts("The band played.")  # type: ignore[arg-type]


WORDS = st.sampled_from(
    "Ana Reyes Hale Brandt Brandl the a mayor said says that not never , . “ ” ( open closed rose fell 40 forty people "
    "killed pupils on Monday in Lorn at nineteen because of who is was aged 38 Bill remark years ago $5 million the\n\n"
    "remark The".split(" ")
)


@given(st.lists(WORDS, max_size=80).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_whatever_the_text_the_rows_are_in_order_and_of_two_to_eight(text: str) -> None:
    article = read(text)
    for row in find_facts(article):
        assert row.subject
        assert 2 <= len(row.statements) <= 8
        spans = [statement.span for statement in row.statements]
        assert spans == sorted(spans)
        assert all(0 <= span.start < span.end <= len(article.text) for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))


LISTS = ("counted", "moments", "denials", "opposites")
SORTS = ("verbs", "nouns", "words")
KEYS = ("one", "other", "common", *(f"{side}_{sort}" for side in ("one", "other") for sort in SORTS))


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_finds_the_words_of_its_examples(name: str) -> None:
    for entry in load(name, (), KEYS if name == "opposites" else SORTS):
        sides = []
        for example in entry.examples:
            text, starred = unstar(example)
            article = read(text)
            index = ArticleIndex(article)
            for place in starred:
                sides += [
                    match.topic.side
                    for match in index.topic_matches
                    if index.span(match.first, match.end) == place and match.topic.term == entry.term
                ]
        expected = [entry.data["one"], entry.data["other"]] if name == "opposites" else [""] * len(entry.examples)
        assert sides == expected, entry.term


def test_places_and_short_names_find_the_words_of_their_examples() -> None:
    assert all(unstar(e.examples[0])[0].rstrip(".").split()[-1] in places() for e in load("places", ("words",)))
    for entry in load("short_names", ("words",)):
        assert entry.data["words"][0].capitalize() in entry.examples[0]


@pytest.mark.parametrize("example", [x for entry in age_entries() for x in entry.examples])
def test_the_starred_words_tell_an_age(example: str) -> None:
    text, [place] = unstar(example)
    assert [match.span() for match in age_pattern().finditer(text)] == [place]


@pytest.mark.parametrize(("entry", "example"), [(e, x) for e in label_entries() for x in e.examples])
def test_two_names_for_one_thing_stand_in_one_row(entry: Entry, example: str) -> None:
    text, places = unstar(example)
    (row,) = (row for row in find_facts(read(text)) if row.kind == "name")
    assert [statement.span for statement in row.statements] == places
    assert row.subject == " / ".join(text[start:end] for start, end in places)


@pytest.mark.parametrize(
    "text", ["They told us so. The US left.", "The UN left. The UN came.", "The UN and the U.N. left."]
)
def test_one_name_or_one_sentence_is_no_row_of_names(text: str) -> None:
    assert [row for row in find_facts(read(text)) if row.kind == "name"] == []


def test_the_pairs_to_measure_with_quote_their_texts() -> None:
    file = Path(__file__).parents[1] / "benchmarks" / "pairs" / "worked-on.toml"
    for pair in tomllib.loads(file.read_text(encoding="utf-8"))["pair"]:
        assert [pair["text"].count(passage) for passage in pair["passages"]] == [1, 1], pair["passages"]

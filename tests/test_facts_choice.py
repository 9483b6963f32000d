"""The ledger: what is left out, cut or put together, and whose words it takes a statement for."""

from __future__ import annotations

import pytest

from kit import find_facts, read
from kit.finders.ledger.candidates import CandidateRow
from kit.finders.ledger.find import MOST_ROWS, chosen, worth
from kit.finders.ledger.statements import statement_at
from kit.finding import Kind, Row
from kit.reading import ArticleIndex
from kit.text import Article, Span

BETWEEN = " The band played. "


def rows(article: Article, kind: str) -> list[Row]:
    return [row for row in find_facts(article) if row.kind == kind]


def words(article: Article, row: Row) -> list[str]:
    return [article[statement.span] for statement in row.statements]


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        pytest.param(
            "Hale said that Ortiz had said “it is no good”.",
            "no good",
            "Ortiz",
            marks=pytest.mark.xfail(strict=True, reason="what is said inside somebody’s words is seldom shown"),
        ),
        ("Hale said that it was late.", "late", "Hale"),
        ("Hale said that it was late.", "Hale", ""),
        ("It is said to be late.", "late", "nobody named"),
        ("It was late.", "late", ""),
    ],
)
def test_the_nearest_speaker_answers_for_the_words(text: str, said: str, who: str) -> None:
    start = text.index(said)
    index = ArticleIndex(read(text))
    assert index.name_of(index.who_says(Span(start, start + len(said)))) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The bridge will stay shut until the spring, said Ana Hale.", "Ana Hale"),
        ("Ana Hale, who has led the council for many years, called the bridge “a wreck” after a long night.", ""),
    ],
)
def test_a_sentence_is_whoevers_most_of_it_is(text: str, who: str) -> None:
    article = read(text)
    assert ArticleIndex(article).main_speaker(article.sentences[0]) == who


def test_statements_that_nothing_links_to_others_are_counted() -> None:
    singles = (
        "Bread was sold in 1981. Cats slept in 1982. Ties fitted in 1983. Lamps broke in 1984. Jam set in 1985. Oars "
        "floated in 1986. Ducks dived in 1987. "
    )
    article = read(singles + "The ferry to Lorn sails on Monday. The ferry to Lorn sails on Friday.")
    (row,) = rows(article, "time")
    assert (words(article, row), row.more, row.subject) == (["Monday", "Friday"], 7, "when: ferry, Lorn")


def test_passages_are_not_shown_twice() -> None:
    """They are children, and they are on board: one row is enough."""
    article = read("Forty-two pupils boarded the coach." + BETWEEN + "Thirty-nine children were aboard the coach.")
    assert len(rows(article, "number")) == 1


TEN = ArticleIndex(read(" ".join(f"Word{number} is here." for number in range(10))))


def row_of(*sentences: int, kind: Kind = "number", links: float = 0.0) -> CandidateRow:
    statements = [statement_at(TEN, TEN.article.sentences[number]) for number in sentences]
    return CandidateRow(" ".join(map(str, sentences)), kind, statements, links)


@pytest.mark.parametrize(("offered", "kept"), [(MOST_ROWS, MOST_ROWS), (MOST_ROWS + 1, MOST_ROWS)])
def test_a_text_gets_six_rows_at_most(offered: int, kept: int) -> None:
    assert len(chosen(TEN, [row_of(0, number + 1) for number in range(offered)])) == kept


def test_a_row_is_worth_less_where_its_sentences_stand_together_already() -> None:
    whole, half, other, again = row_of(0, 1, 2, 3), row_of(2, 3, 4), row_of(5, 6, 7), row_of(1, 2)
    found = chosen(TEN, [again, half, other, whole])
    assert [row.subject for row in found] == ["0 1 2 3", "5 6 7", "2 3 4"], "and one that tells nothing new is left out"


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (row_of(0, 1), row_of(0, 1, kind="opposites")),
        (row_of(0, 1, 2), row_of(0, 1)),
        (row_of(0, 1, links=2.0), row_of(0, 1, links=1.0)),
    ],
)
def test_what_is_worth_more(more: CandidateRow, less: CandidateRow) -> None:
    assert worth(more) > worth(less)


def test_an_office_that_is_only_spoken_of_is_not_held() -> None:
    article = read(
        "Ana Reyes, who has worked for the mayor, sang." + BETWEEN + "Tom Hale, who has written to the mayor, danced."
    )
    assert [row.subject for row in rows(article, "person")] == []


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("Corran", "Corrin", True),
        ("Samuelson", "Sameuelson", True),
        ("Marteln", "Martlen", True),
        ("Clean", "Ocean", False),
        ("Corran", "Corrans", False),
        ("Lornia", "Lornian", False),
        ("Anna", "Anne", False),
        ("Corran", "Corran", False),
    ],
)
def test_names_a_letter_apart(one: str, other: str, shown: bool) -> None:
    article = read(f"They left {one} early." + BETWEEN + f"They came back to {other}.")
    subjects = [row.subject for row in rows(article, "person")]
    assert subjects == ([" / ".join(sorted((one, other)))] if shown else [])


def test_nobody_counts_too() -> None:
    article = read("No one was aboard but the crew." + BETWEEN + "“I cried,” said Ola Berg, a passenger.")
    (row,) = rows(article, "number")
    assert (row.subject, words(article, row)) == ("people on board", ["No one was aboard but the crew", "passenger"])


def test_a_month_is_no_place() -> None:
    article = read("They met in March." + BETWEEN + "They met in Hallow. Soup was served. They ate in Lorn.")
    assert [words(article, row) for row in rows(article, "place")] == [["in Hallow", "in Lorn"]]


@pytest.mark.parametrize("place", ["on Burma", "under President Hale", "in the bombing of schools", "in a room"])
def test_what_only_looks_like_a_place(place: str) -> None:
    assert rows(read(f"They spoke {place}." + BETWEEN + "They ate in Lorn."), "place") == []


@pytest.mark.parametrize("hour", ["at four", "ten past five", "by seven"])
def test_an_hour_is_no_number(hour: str) -> None:
    article = read(f"They drank coffee {hour}." + BETWEEN + "Fifty people came." + BETWEEN + "They left on Monday.")
    assert rows(article, "number") == []
    assert len(rows(article, "time")) == 1


def test_a_majority_is_a_share_too() -> None:
    article = read("A majority of voters expect Hale to win." + BETWEEN + "Hale is named by 44 percent of them.")
    (row,) = rows(article, "number")
    assert words(article, row)[0].startswith("A majority")


def test_where_all_say_the_same_there_is_little_to_compare() -> None:
    article = read(
        "It takes 72 minutes."
        + BETWEEN
        + "It took 72 minutes. Soup was served. Ana Reyes, a nurse, sang. Soup is good. "
        "Ana Reyes, who is 30, danced."
    )
    assert [row.kind for row in find_facts(article)] == ["person", "time"]


@pytest.mark.parametrize("title", ["", "Ferry stopped, council says\n\n"])
def test_the_line_of_time_begins_with_the_day_of_the_report(title: str) -> None:
    article = read(f"{title}LORN, Oct. 8 — The ferry was stopped last week. It will sail again in spring.")
    (row,) = rows(article, "time")
    assert [(article[s.span], s.value) for s in row.statements] == [
        ("Oct. 8", "Oct. 8, the day of the report"),
        ("last week", "last week"),
        ("spring", "spring"),
    ]


def test_on_the_line_is_nobodys_line() -> None:
    text = "“It is late and the ferry has gone,” said Hale." + BETWEEN + "The honour of the town was on the line."
    assert rows(read(text), "quotation") == []


# One too few of what a row needs, and just enough.
LIMITS = {
    "letters of names that look alike": (
        f"They left Lorn early.{BETWEEN}They came back to Lorm.",
        f"They left Lorns early.{BETWEEN}They came back to Lorms.",
    ),
    "words of a quotation that “the remark” goes back to": (
        f"“It is late,” said Ana Reyes.{BETWEEN}The remark had come to him, Tom Hale said.",
        f"“It is very late,” said Ana Reyes.{BETWEEN}The remark had come to him, Tom Hale said.",
    ),
    "words in a row that make it one quotation": (
        f"“The bridge will stand hundred,” said Ana Reyes.{BETWEEN}“The bridge will stand dozen,” Tom Hale said.",
        f"“The bridge will stand years hundred,” said Ana Reyes.{BETWEEN}“The bridge will stand years dozen,” Tom Hale "
        "said.",
    ),
}


@pytest.mark.parametrize(("none", "one"), LIMITS.values(), ids=LIMITS)
def test_just_below_a_limit_and_just_above_it(none: str, one: str) -> None:
    kinds = ("person", "quotation")
    assert [len([row for row in find_facts(read(text)) if row.kind in kinds]) for text in (none, one)] == [0, 1]

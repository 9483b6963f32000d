"""How far the ledger looks: for each limit the last text in which something is found, and the first in which not."""

from __future__ import annotations

import pytest

from kit import find_facts, read
from kit.finders.ledger.counts import _topics, is_hour
from kit.finders.ledger.headline import headline_rows
from kit.finders.ledger.names import name_rows
from kit.finders.ledger.sayings import saying_rows
from kit.finders.ledger.statements import clause_around, is_negated
from kit.reading import ArticleIndex


def indexed(text: str) -> ArticleIndex:
    return ArticleIndex(read(text))


def times_in_one_row(count: int) -> bool:
    text = " ".join(f"{word} in {1981 + number}." for number, word in enumerate(SENTENCES[:count]))
    return [len(row.statements) for row in find_facts(read(text)) if row.kind == "time"] == [count]


SENTENCES = [
    *("Bread was sold", "Cats slept", "Ties fitted", "Lamps broke", "Jam set", "Oars floated", "Ducks dived"),
    *("Kites flew", "Bells rang"),
]


@pytest.mark.parametrize(("count", "in_one_row"), [(8, True), (9, False)])
def test_so_many_statements_have_room_in_a_row(count: int, in_one_row: bool) -> None:
    assert times_in_one_row(count) is in_one_row


@pytest.mark.parametrize(("hour", "one"), [(24, True), (25, False)])
def test_a_time_of_day(hour: int, one: bool) -> None:
    index = indexed(f"They met at {hour}.")
    assert [is_hour(index, quantity) for quantity in index.quantities] == [one]


@pytest.mark.parametrize(("names", "count"), [(("Corra", "Corre"), 1), (("Corr", "Cors"), 0)])
def test_names_of_so_many_letters_look_alike(names: tuple[str, str], count: int) -> None:
    assert len(name_rows(indexed("They live near {}. It is cold. They sing for {}.".format(*names)))) == count


@pytest.mark.parametrize(("between", "negated"), [(5, True), (6, False)])
def test_a_not_before_a_word(between: int, negated: bool) -> None:
    index = indexed(f"It is not {'very ' * between}open")
    assert is_negated(index, 3 + between, 4 + between) is negated


@pytest.mark.parametrize("words", [39, 40, 41])
def test_a_clause_reaches_so_far(words: int) -> None:
    index = indexed(f"{'so ' * words}open {'so ' * words}")
    assert clause_around(index, words) == (max(0, words - 40), words + min(words + 1, 40))


@pytest.mark.parametrize(("words", "count"), [("soup tastes green today", 1), ("soup tastes green", 0)])
def test_a_quotation_of_so_many_words_comes_twice(words: str, count: int) -> None:
    assert len(saying_rows(indexed(f"“{words},” Ann Hume said. It rained. “{words},” Otto Lindt said."))) == count


def test_a_remark_may_go_back_to_three_quotations() -> None:
    said = " ".join(f"“{words} every single summer,” Ann Hume said." for words in ("Cats", "Dogs", "Hens", "Mules"))
    (row,) = saying_rows(indexed(f"{said} Nobody liked the remark."))
    assert len(row.statements) == 3 + 1


def test_three_sentences_stand_beside_headline_and_lead() -> None:
    body = " ".join(f"The harbour bridge was {word}." for word in ("shut", "red", "old", "long", "wet"))
    (row,) = headline_rows(
        indexed(f"Harbour bridge shut for good\n\nBread is dear. It rains. {body} Cats slept. Jam set.")
    )
    assert [statement.value for statement in row.statements] == ["headline", "lead", "body", "body", "body"]


@pytest.mark.parametrize(("between", "told"), [(4, True), (5, False)])
def test_a_word_near_a_figure_tells_what_it_counts(between: int, told: bool) -> None:
    index = indexed(f"Pupils were {'so ' * between}40.")
    assert any(_topics(index, quantity) for quantity in index.quantities) is told


@pytest.mark.parametrize(("names", "pairs"), [(8, 28), (9, 28)])
def test_so_many_names_that_look_alike_are_compared(names: int, pairs: int) -> None:
    found = [f"Corr{letter}n" for letter in "abcdefghi"[:names]]
    assert len(name_rows(indexed(" ".join(f"They sing in {name}." for name in found)))) == pairs

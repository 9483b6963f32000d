"""Numbers with what they count, and words that say when: exact spans and values, for every entry of the lexicons."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import read
from kit.language import Entry, quantity_words, times, unstar
from kit.language.agreement import agree
from kit.language.morphology import singular, stem
from kit.language.numbers import numbers
from kit.language.quantities import Quantity
from kit.reading import ArticleIndex
from kit.text import Article
from kit.text.reading import read_text


def counted(article: Article) -> tuple[Quantity, ...]:
    return ArticleIndex(article).quantities


def the_quantity(text: str) -> Quantity:
    found = counted(read(text))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("They have 1,200 sheep.", "1,200", 1200, 1200),
        ("They have forty-two sheep.", "forty-two", 42, 42),
        ("They have two hundred and five sheep.", "two hundred and five", 205, 205),
        ("They have twenty-one thousand three hundred sheep.", "twenty-one thousand three hundred", 21300, 21300),
        ("They have half a million sheep.", "half a million", 500_000, 500_000),
        ("They have one and a half million sheep.", "one and a half million", 1_500_000, 1_500_000),
        ("They have a million and a half sheep.", "million and a half", 1_500_000, 1_500_000),
        ("They have a half-dozen sheep.", "half-dozen", 6, 6),
        ("They have a dozen sheep.", "dozen", 12, 12),
        ("They have two dozen sheep.", "two dozen", 24, 24),
        ("They have 10 to 12 sheep.", "10 to 12", 10, 12),
        ("They have between 10 and 12 sheep.", "10 and 12", 10, 12),
        ("They have 10-12 sheep.", "10-12", 10, 12),
        ("They have 3 to 5 million sheep.", "3 to 5 million", 3e6, 5e6),
        ("It cost $64.8million.", "$64.8million", 64.8e6, 64.8e6),
        ("It cost £3.5m.", "£3.5m", 3.5e6, 3.5e6),
        ("It cost a $3-million fee.", "$3-million", 3e6, 3e6),
        ("They lost two-thirds of the sheep.", "two-thirds", 66.67, 66.67),
        ("They lost a quarter of the sheep.", "quarter", 25, 25),
        ("A 46-year-old sheep.", "46-year-old", 46, 46),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, words: str, low: float, high: float) -> None:
    article = read(text)
    [number] = numbers(article)
    rows = article.words
    assert text[rows.start[number.first] : rows.end[number.end - 1]] == words
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["The 80th sheep.", "In the 1990s.", "A third man.", "The second half.", "It was 11-9."]
)
def test_what_is_no_number(text: str) -> None:
    assert list(numbers(read(text))) == []


def test_from_one_number_to_another_is_no_range() -> None:
    found = counted(read("It fell from 58 percent to 55 percent."))
    assert [(q.low, q.high) for q in found] == [(58, 58), (55, 55)]


@pytest.mark.parametrize(
    ("text", "span", "noun", "modifiers"),
    [
        ("At least 800 local police officers of the city marched.", "At least 800 local police officers", "officer",
         {"local", "police"}),
        ("Nine of the thirty pupils left.", "Nine of the thirty pupils", "pupil", set()),
        ("He met 58 percent of Republicans.", "58 percent of Republicans", "republican", set()),
        ("Turnout was 40 percent.", "40 percent", "turnout", set()),
        ("They counted a toll of 12.", "12", "toll", set()),
        ("He owns 60 acres of land in Kent.", "60 acres of land", "land", set()),
        ("She leads a 12-member panel.", "a 12-member panel", "member", set()),
        ("They held two dozen of the protesters.", "two dozen of the protesters", "protester", set()),
    ],
)  # fmt: skip
def test_what_a_number_counts(text: str, span: str, noun: str, modifiers: set[str]) -> None:
    article = read(text)
    quantity = counted(article)[0]
    assert (article[quantity.span], quantity.noun, quantity.modifiers) == (span, noun, modifiers)


@pytest.mark.parametrize(
    ("text", "sort", "unit", "low"),
    [
        ("It has 12 goats.", "count", "", 12),
        ("It fell by 12 percent.", "percent", "%", 12),
        ("It fell by 12 per cent.", "percent", "%", 12),
        ("Her lead is 4 percentage points.", "points", "percentage point", 4),
        ("It cost 40,000 euros.", "money", "€", 40_000),
        ("The wall is 2 kilometres long.", "measure", "length", 2000),
        ("The talk took two hours.", "duration", "time, short", 120),
        ("A three-day strike began.", "duration", "time, long", 3),
        ("Lena Ortiz, 38, is a nurse.", "age", "", 38),
        ("A 46-year-old nurse came.", "age", "time, very long", 46),
        ("She died aged 81.", "age", "", 81),
        ("She is 46 years old.", "age", "time, very long", 46),
    ],
)
def test_what_sort_of_quantity_it_is(text: str, sort: str, unit: str, low: float) -> None:
    quantity = the_quantity(text)
    assert (quantity.sort, quantity.unit, quantity.low) == (sort, unit, low)


def test_what_makes_a_quantity_one_of_others() -> None:
    found = counted(
        read("Another 12 goats came. The 30 goats slept. The farm has 40 goats, up from 31. It rose to 50.")
    )
    assert [(q.low, q.other_set, q.definite, q.earlier, q.update) for q in found] == [
        (12, True, False, False, False),
        (30, False, True, False, False),
        (40, False, False, True, False),
        (31, False, False, True, False),
        (50, False, False, False, True),
    ]


@pytest.mark.parametrize(
    "text", ["They took Route 66 home.", "See No. 5 there.", "They met in 2016.", "They met on May 5."]
)
def test_a_name_or_a_date_is_no_quantity(text: str) -> None:
    assert counted(read(text)) == ()


MEASURES = [pytest.param(e, x, id=f"{e.term}: {x}") for e in quantity_words.entries() for x in e.examples]


@pytest.mark.parametrize(("entry", "example"), MEASURES)
def test_the_starred_words_of_an_entry_are_read_as_its_kind(entry: Entry, example: str) -> None:
    text, [(start, end)] = unstar(example)
    article = read(text)
    found = counted(article)
    kind, quantity = entry.data["kind"], found[0]
    words = article.text[start:end]
    if kind in ("number", "scale", "share"):
        rows = article.words
        [number] = numbers(article)
        assert text[rows.start[number.first] : rows.end[number.end - 1]] == words.removeprefix("A ")
    elif kind in ("percent", "points", "money"):
        assert quantity.sort == kind and quantity.unit == entry.data["words"][0] and quantity.span.end == end
    elif kind == "unit":
        assert quantity.unit == entry.term and article[quantity.number].split()[0] == words.split()[0]
    elif kind in quantity_words.BOUNDS:
        assert quantity.bound == kind and quantity.span.start == start
    elif kind == "behind":
        assert quantity.bound == entry.data["bound"]
    elif kind == "state":
        assert quantity.state == entry.data["words"][0]
    else:
        assert getattr(quantity, kind)


WHEN = [pytest.param(e, x, id=f"{e.term}: {x}") for e in times.entries() for x in e.examples]


@pytest.mark.parametrize(("entry", "example"), WHEN)
def test_the_starred_words_of_an_entry_say_when(entry: Entry, example: str) -> None:
    text, [(start, end)] = unstar(example)
    [time] = times.times(read(text))
    assert (time.span.start, time.span.end) == (start, end)
    if entry.data["kind"] == "month":
        assert time.kind == "date" and time.value[1:] == (entry.data["number"], 4)
    elif entry.data["kind"] not in ("part", "which"):
        assert time.value == (entry.data["number"],)


@pytest.mark.parametrize("text", [x for e in times.entries() for x in e.not_examples])
def test_what_says_nothing_about_when(text: str) -> None:
    assert times.times(read(text)) == ()


def test_times_have_values_that_can_be_compared() -> None:
    text = (
        "They met on Monday, Sept. 26, 2016 at 9 a.m., last Friday night, in 1995 and for 90 minutes; half past nine."
    )
    article = read(text)
    assert [(t.kind, t.value, t.weekday, t.which, article[t.span]) for t in times.times(article)] == [
        ("date", (2016, 9, 26), 0, "", "Monday, Sept. 26, 2016"),
        ("clock", (540,), None, "", "9 a.m."),
        ("weekday", (4,), None, "last", "last Friday night"),
        ("year", (1995,), None, "", "1995"),
        ("clock", (570,), None, "", "half past nine"),
    ]


def test_the_date_of_the_article_tells_which_day_is_meant() -> None:
    article = read_text("They met yesterday and on 4 May.", date="27 September 2016")
    assert [t.on for t in times.times(article)] == [date(2016, 9, 26), date(2016, 5, 4)]
    assert [t.on for t in times.times(read_text("They met yesterday."))] == [None]


def test_words_are_compared_by_one_form() -> None:
    assert [singular(w) for w in ("pupils", "companies", "women", "gas", "people")] == [
        "pupil", "company", "woman", "gas", "person",
    ]  # fmt: skip
    assert stem("opposed") == stem("opposes") == stem("opposing") and stem("won") == stem("wins")


PIECES = st.sampled_from(  # as they may stand next to each other in a text
    "12|forty-two|half|a|million|$|3.5|%|percent|of|the|goats|to|between|and|Monday|,|May|4|2016|9|a.m.|third|dozen|-|.|"
    "\n\n|quarter|past|nine|½|10-12|year-old|last|of the|o'clock|Lena|999999999999999999999999|31|February".split("|")
)


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_whatever_stands_in_a_text_the_spans_fit(text: str) -> None:
    article = read_text(text)
    for q in counted(article):
        assert 0 <= q.span.start <= q.number.start < q.number.end <= q.span.end <= len(article.text)
        assert q.low <= q.high
    spans = [t.span for t in times.times(article)]
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [("about 100", "110", True), ("about 100", "111", False), ("about 100", "90", True), ("about 100", "89", False),
     ("about 1,000", "about 1,111", True), ("about 1,000", "about 1,112", False), ("at least 40", "50", True),
     ("at least 40", "39", False), ("1,000", "1,040", True), ("900", "940", False)],
)  # fmt: skip
def test_how_far_two_numbers_may_lie_apart(one: str, other: str, both: bool) -> None:
    first, second = (the_quantity(f"They have {number} sheep.") for number in (one, other))
    assert agree(first, second) is agree(second, first) is both

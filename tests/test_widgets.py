"""The controls without a browser: what they keep of what a browser sends, and answers that come back as they went."""

from __future__ import annotations

import json
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import Span, articles, read
from kit.text import read_text
from kit.views.control_characters import on_one_system, showable
from kit.widgets.cards import Cards
from kit.widgets.choice import Choice
from kit.widgets.control import Control
from kit.widgets.entry import EntryBox
from kit.widgets.linker import Linker
from kit.widgets.marker import Label, Marker
from kit.widgets.pickable_text import cut_into_words

TEXT = articles("footbridge")

LABELS = [Label("source", "source"), Label("cue", "cue"), Label("mine", "a label of my own")]
any_text = st.one_of(st.text(max_size=200), st.text(alphabet="ab .,“”’—\n🇩👩\u200d\u0301\ud800", max_size=80))


def answer_of(control: Control) -> Any:
    return control.answer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It isn’t so.", ["It", "isn’t", "so"]),
        ("“No,” he said—twice.", ["No", "he", "said", "twice"]),
        ("55 % of $5.3m, and/or 20%", ["55", "of", "$5.3m", "and", "or", "20%"]),
        ("A pro-life U.S.-led plan", ["A", "pro-life", "U.S.-led", "plan"]),
        ("👩‍👩‍👧 cafe\u0301 👍🏽!", ["👩‍👩‍👧", "cafe\u0301", "👍🏽"]),
        ("… — !?", []),
    ],
)
def test_words_are_cut_as_a_reader_counts_them(text: str, words: list[str]) -> None:
    passages = cut_into_words(read(text))
    assert [passages.article[word] for word in passages.words] == words


@settings(max_examples=150, deadline=None)
@given(any_text)
def test_no_character_is_lost_on_the_way_to_the_browser(text: str) -> None:
    article = read_text(text)
    passages = cut_into_words(article)
    sent = ["".join(each["parts"]) for each in passages.paragraphs]
    assert sent == [
        "".join(on_one_system(showable(article[Span(i, i + 1)])) for i in range(*paragraph))
        for paragraph in article.paragraphs
    ]
    words = [part for each in passages.paragraphs for part in each["parts"][1::2]]
    assert words == [on_one_system(showable(article[word])) for word in passages.words]
    letters = {at for at, sign in enumerate(article.text) if category(sign)[0] in "LN"}
    assert letters == letters & {at for word in passages.words for at in range(*word)}
    assert json.loads(json.dumps(passages.paragraphs)) == passages.paragraphs


@settings(max_examples=100, deadline=None)
@given(any_text, st.data())
def test_a_passage_comes_back_as_it_went(text: str, data: Any) -> None:
    passages = cut_into_words(read_text(text))
    if not passages.words:
        return
    first = data.draw(st.integers(0, len(passages.words) - 1))
    last = data.draw(st.integers(first, len(passages.words) - 1))
    assert passages.around(*passages.span(first, last)) == (first, last)


def test_part_of_a_text_has_its_places_in_the_whole() -> None:
    start = TEXT.text.index("About 2,300")
    within = Span(start, start + len("About 2,300 people"))
    passages = cut_into_words(TEXT, within)
    assert passages.paragraphs == [{"kind": "text", "parts": ["", "About", " ", "2,300", " ", "people", ""]}]
    assert passages.span(0, 2) == within
    assert passages.starts == [0]
    assert passages.around(0, start) is None


def test_sentences_and_furniture_are_told_by_their_words() -> None:
    passages = cut_into_words(TEXT)
    first, last = passages.quiet[0]
    assert TEXT[passages.span(first, last)] == "By Nadia Ferris, Ellery Courier"
    starts = [TEXT[passages.words[start]] for start in passages.starts]
    assert starts[:4] == ["Footbridge", "The", "About", "Some"]


def marker(**others: Any) -> Marker:
    return Marker(TEXT, LABELS, name="Question 1.3", nothing_label="There is nothing to find here", **others)


def test_an_answer_of_marks_quotes_whole_words() -> None:
    ours = marker()
    assert answer_of(ours) is None
    ours.marks = [{"label": "cue", "first": 7, "last": 7}, {"label": "source", "first": 6, "last": 6}]
    assert answer_of(ours) == [
        {"label": "source", "start": 38, "end": 45, "words": "council"},
        {"label": "cue", "start": 46, "end": 50, "words": "says"},
    ]


def test_marks_may_overlap_and_none_is_kept_twice() -> None:
    ours = marker()
    inner, outer = {"label": "cue", "first": 2, "last": 3}, {"label": "source", "first": 0, "last": 9}
    ours.marks = [inner, outer, inner, {**inner, "label": "source"}]
    assert ours.marks == [outer, inner, {**inner, "label": "source"}]


@pytest.mark.parametrize(
    "odd",
    [
        {"label": "nobody", "first": 1, "last": 2},
        {"label": "cue", "first": 2, "last": 1},
        {"label": "cue", "first": -1, "last": 1},
        {"label": "cue", "first": 0, "last": 461},
        {"label": "cue", "first": True, "last": 1},
        {"label": "cue", "first": "0", "last": 1},
        {"label": "cue"},
        ["cue", 0, 1],
    ],
)
def test_a_mark_that_cannot_be_is_left_out_and_the_others_stay(odd: Any) -> None:
    sound = {"label": "cue", "first": 460, "last": 460}
    ours = marker()
    ours.marks = [odd, sound]
    assert ours.marks == [sound]


def test_nothing_here_is_an_answer_and_silence_is_none() -> None:
    ours = marker()
    ours.nothing = True
    assert answer_of(ours) == []
    again = marker()
    again.show([])
    assert (again.nothing, answer_of(again)) == (True, [])
    again.show(None)
    assert (again.nothing, answer_of(again)) == (False, None)
    without = Marker(TEXT, LABELS)
    without.show([])
    assert answer_of(without) is None


def test_marks_snap_to_words_when_they_come_from_elsewhere() -> None:
    at = TEXT.text.index("city council said")
    ours = marker()
    ours.show([{"label": "source", "start": at + 1, "end": at + 8}])
    assert answer_of(ours) == [{"label": "source", "start": at, "end": at + 12, "words": "city council"}]
    ours.show([{"label": "source", "start": at - 1, "end": at + 13}])  # the blanks on both sides belong to no word
    assert answer_of(ours) == [{"label": "source", "start": at, "end": at + 12, "words": "city council"}]


@settings(max_examples=60, deadline=None)
@given(any_text, st.data())
def test_marks_are_restored_on_any_text(text: str, data: Any) -> None:
    ours = Marker(read_text(text), LABELS)
    count = len(ours.passages.words)
    ends = st.integers(0, max(count - 1, 0))
    label = st.sampled_from(["source", "cue", "mine"])
    drawn = data.draw(st.lists(st.tuples(label, ends, ends), max_size=6 if count else 0))
    ours.marks = [{"label": label, "first": min(a, b), "last": max(a, b)} for label, a, b in drawn]
    before, kept = list(ours.marks), json.loads(json.dumps(answer_of(ours)))
    ours.marks = []
    ours.show(kept)
    assert ours.marks == before


def test_every_label_has_a_line_of_its_own() -> None:
    names = "source cue content euphemism conflict vague".split()
    shapes = [label["shape"] for label in Marker(TEXT, [Label(name, name) for name in names]).labels]
    assert shapes == ["thick", "dots", "line", "dashes", "double", "dashdot"]


def linker(**others: Any) -> Linker:
    verdicts = [Label("conflict", "both can’t be true"), Label("none", "both can be true")]
    return Linker(TEXT, verdicts, name="Question 4.2", nothing_label="There’s nothing to link here", **others)


def test_pairs_keep_their_verdict_and_come_back() -> None:
    ours = linker()
    assert answer_of(ours) is None
    ours.pairs = [{"first": [3, 4], "second": [0, 0], "verdict": "conflict"}, {"first": [1, 1], "second": [10, 10]}]
    answer = answer_of(ours)
    assert answer == [
        {
            "first": {"start": 19, "end": 29, "words": "shut until"},
            "second": {"start": 0, "end": 10, "words": "Footbridge"},
            "verdict": "conflict",
        },
        {
            "first": {"start": 11, "end": 13, "words": "to"},
            "second": {"start": 61, "end": 67, "words": "Ferris"},
            "verdict": "",
        },
    ]
    again = linker()
    again.show(json.loads(json.dumps(answer)))
    assert answer_of(again) == answer
    again.show([])
    assert (again.nothing, answer_of(again)) == (True, [])


@pytest.mark.parametrize(
    "odd",
    [
        {"first": [0, 1], "verdict": "conflict"},
        {"first": [0, 1], "second": [2, 461]},
        {"first": [1, 0], "second": [2, 3]},
        {"first": [0, 1, 2], "second": [2, 3]},
        {"first": 3, "second": [2, 3]},
        "pair",
    ],
)
def test_a_pair_that_cannot_be_is_left_out(odd: Any) -> None:
    ours = linker()
    ours.pairs = [odd, {"first": [0, 0], "second": [5, 6], "verdict": "strange"}]
    assert ours.pairs == [{"first": [0, 0], "second": [5, 6], "verdict": ""}]


def test_cards_stand_on_rungs_that_there_are() -> None:
    ours = Cards(
        [Label("a", "“a senior official”"), Label("b", "“it is said”")], [Label("vague", "vague"), Label("x", "x")]
    )
    assert answer_of(ours) is None
    ours.placed = {"b": "x", "a": "nowhere", "c": "vague"}
    assert answer_of(ours) == {"b": "x"}
    ours.show({"a": "vague", "b": "x"})
    assert answer_of(ours) == {"a": "vague", "b": "x"}
    assert ours.rungs[0] == {
        "key": "vague",
        "name": "vague",
        "meaning": "a group or a kind of person, with nothing you could check",
        "steps": "■□□□",
    }
    assert ours.rungs[1] == {"key": "x", "name": "x", "meaning": "", "steps": ""}


OPTIONS = [Label("a", "one"), Label("b", "two"), Label("c", "three")]


def test_one_option_or_several() -> None:
    one, several = Choice(OPTIONS), Choice(OPTIONS, several=True, nothing_label="None of these")
    assert (answer_of(one), answer_of(several)) == (None, None)
    one.chosen = several.chosen = ["c", "x", "a"]
    assert (answer_of(one), answer_of(several)) == ("a", ["a", "c"])
    several.chosen, several.nothing = [], True
    assert answer_of(several) == []
    several.show(["b"])
    assert (answer_of(several), several.nothing) == (["b"], False)
    one.show("b")
    assert answer_of(one) == "b"
    one.show(None)
    assert answer_of(one) is None


def test_what_is_written_stays_as_it_was_written() -> None:
    box = EntryBox("prose", least=50, most=100)
    assert answer_of(box) is None
    box.text = "  \n"
    assert answer_of(box) is None
    box.text = " 12,5 % 👩‍👩‍👧 "
    assert answer_of(box) == " 12,5 % 👩‍👩‍👧 "
    box.show(12.5)
    assert answer_of(box) == "12.5"


def test_a_rewrite_is_reported_on_while_one_writes() -> None:
    box = EntryBox(
        "rewrite", sentence="The firm let 40 people go.", report=lambda text: [{"words": text, "good": "40" in text}]
    )
    box.text = "The firm dismissed 40"
    assert box.report == [{"words": "The firm dismissed 40", "good": True}]
    box.text = " "
    assert box.report == []


def test_an_answer_is_kept_before_the_browser_is_told_so() -> None:
    kept: list[Any] = []

    def keep(answer: Any) -> str:
        kept.append((answer, ours.kept))
        return "Saved in answers/1-attribution.json."

    ours = marker(keep=keep)
    ours.set_state({"marks": [{"label": "cue", "first": 7, "last": 7}], "revision": 1})
    assert kept == [([{"label": "cue", "start": 46, "end": 50, "words": "says"}], 0)]
    assert (ours.kept, ours.note) == (1, "Saved in answers/1-attribution.json.")


def test_ten_thousand_words_are_no_more_than_their_letters() -> None:
    article = read(("The council said on Tuesday that the bridge was safe. " * 1000).strip())
    ours = Marker(article, LABELS)
    assert len(ours.passages.words) == 10_000
    assert len(json.dumps([ours.paragraphs, ours.starts])) < 5 * len(article.text)
    ours.marks = [{"label": "cue", "first": 9_999, "last": 9_999}]
    assert answer_of(ours) == [{"label": "cue", "start": 53994, "end": 53998, "words": "safe"}]

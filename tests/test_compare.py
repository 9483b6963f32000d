"""Found, missed, too much: the one definition that pupils, finders and readers are measured by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.compare import Annotation, Comparison, compare, compare_pairs
from kit.text import Span, read_text

#        0    5     11   16    22    28   33
TEXT = "One, two (three) four five. Six seven eight nine ten."
ARTICLE = read_text(TEXT)


def mark(words: str, label: str = "source", doubtful: bool = False) -> Annotation:
    """A mark, by its words; pieces are divided by a bar."""
    spans = (Span(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in words.split("|"))
    return Annotation(label, tuple(spans), doubtful)


def told(comparison: Comparison) -> tuple[list[tuple[str, str]], list[str], list[str], list[str]]:
    """A comparison in words."""

    def words(each: Annotation) -> str:
        return "|".join(ARTICLE[span] for span in each.spans)

    missed, spurious, ignored = (
        list(map(words, group)) for group in (comparison.missed, comparison.spurious, comparison.ignored)
    )
    return [(words(gold), words(given)) for gold, given in comparison.matched], missed, spurious, ignored


@pytest.mark.parametrize(
    ("gold", "given", "found", "missed", "spurious", "ignored"),
    [
        ([mark("two")], [mark("two")], [("two", "two")], [], [], []),
        # Half is enough: two words of which one is right share an F1 of 2/3, three of which one is right exactly 1/2.
        ([mark("two")], [mark("One, two")], [("two", "One, two")], [], [], []),
        ([mark("two")], [mark("One, two (three)")], [("two", "One, two (three)")], [], [], []),
        ([mark("two")], [mark("One, two (three) four")], [], ["two"], ["One, two (three) four"], []),
        # Punctuation does not count.
        ([mark("three")], [mark("(three)")], [("three", "(three)")], [], [], []),
        ([mark("two")], [mark("(")], [], ["two"], ["("], []),
        # Pieces count together.
        ([mark("One|four five")], [mark("four five")], [("One|four five", "four five")], [], [], []),
        # The same words under another label are another thing.
        ([mark("two", "cue")], [mark("two")], [], ["two"], ["two"], []),
        # One to one: the second mark on the same words is too much.
        ([mark("One, two")], [mark("One"), mark("One, two")], [("One, two", "One, two")], [], ["One"], []),
        # The best pair first.
        (
            [mark("Six seven"), mark("seven eight")],
            [mark("seven eight"), mark("Six seven eight")],
            [("Six seven", "Six seven eight"), ("seven eight", "seven eight")],
            *([], [], []),
        ),
        # Doubtful gold is never missed, and what meets it counts on no side.
        ([mark("two", doubtful=True)], [], [], [], [], []),
        ([mark("two", doubtful=True)], [mark("two")], [], [], [], ["two"]),
        ([mark("two", "cue", doubtful=True)], [mark("two")], [], [], [], ["two"]),
        ([mark("two", doubtful=True), mark("two")], [mark("two")], [("two", "two")], [], [], []),
        ([], [], [], [], [], []),
    ],
)
def test_marks_are_held_against_the_gold(
    gold: list[Annotation],
    given: list[Annotation],
    found: list[tuple[str, str]],
    missed: list[str],
    spurious: list[str],
    ignored: list[str],
) -> None:
    assert told(compare(TEXT, gold, given)) == (found, missed, spurious, ignored)


HUNDREDS = "word " * 200


@pytest.mark.parametrize(("shared", "found"), [(51, True), (50, True), (49, False)])
def test_half_of_the_words_is_enough(shared: int, found: bool) -> None:
    """Two passages of a hundred words each that have so many in common."""
    first, second = Span(0, 500), Span(500 - 5 * shared, 1000 - 5 * shared)
    assert bool(compare(HUNDREDS, [Annotation("", (first,))], [Annotation("", (second,))]).matched) is found
    # Of a linked pair the second passage is the same for both.
    end = Span(990, 1000)
    linked = compare_pairs(HUNDREDS, [Annotation("", (first, end))], [Annotation("", (second, end))])
    assert bool(linked.matched) is found


@pytest.mark.parametrize(("key", "given", "found"), [(10, 40, True), (10, 41, False), (30, 60, True), (30, 61, False)])
def test_a_linked_passage_is_a_sentence_long_or_twice_the_other_one(key: int, given: int, found: bool) -> None:
    """Numbers of words. Or else one half of a text could be linked with the other."""
    end = Span(990, 1000)
    wanted, marked = (Annotation("", (Span(0, 5 * words), end)) for words in (key, given))
    assert bool(compare_pairs(HUNDREDS, [wanted], [marked]).matched) is found


def test_without_labels_only_the_place_counts() -> None:
    assert told(compare(TEXT, [mark("two", "vague")], [mark("two")], by_label=False))[0] == [("two", "two")]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("One, two|nine ten", True),
        ("nine ten|One, two", True),
        ("two|ten", True),  # a word of the passage stands for it
        ("One, two (three) four five.|Six seven eight nine ten.", True),  # and so does the sentence around it
        ("One, two|Six", False),
        ("One, two", False),
    ],
)
def test_linked_passages_have_no_order_and_loose_borders(given: str, found: bool) -> None:
    done = compare_pairs(TEXT, [mark("One, two|nine ten")], [mark(given, "conflict")])
    assert bool(done.matched) == found == (not done.missed)


def test_verdicts_count_where_asked() -> None:
    wanted, said = mark("One, two|nine ten", "conflict"), mark("One, two|nine ten", "tension")
    assert compare_pairs(TEXT, [wanted], [said], by_label=True).missed == (wanted,)


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
    lambda pair: Span(pair[0], min(sum(pair), len(TEXT)))
)
MARKS = st.lists(
    st.builds(Annotation, st.sampled_from("ab"), st.lists(SPANS, min_size=1, max_size=2).map(tuple), st.booleans()),
    max_size=6,
)


@given(MARKS, MARKS)
def test_every_mark_is_in_one_place_and_order_never_matters(gold: list[Annotation], given: list[Annotation]) -> None:
    done = compare(TEXT, gold, given)
    assert len(done.matched) + len(done.spurious) + len(done.ignored) == len(given)
    certain = [each for each in gold if not each.doubtful]
    assert len(done.matched) + len(done.missed) == len(certain)
    assert compare(TEXT, gold[::-1], given[::-1]) == done


@given(MARKS)
def test_the_gold_itself_is_all_right(gold: list[Annotation]) -> None:
    certain = [Annotation(each.label, each.spans) for each in gold if any(map(str.isalnum, ARTICLE[each.spans]))]
    done = compare(TEXT, certain, certain)
    assert (len(done.matched), done.missed, done.spurious) == (len(certain), (), ())

"""The marking desk, driven as a person would: choose, press, type; then `kit grade` is asked what counts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import ipywidgets as widgets
import pytest
from grading_class import RIGHT, hand_in, put, run, the_course

from kit.errors import KitError
from kit.grading.gradebook import Gradebook
from kit.grading_desk import desk as desk_module
from kit.grading_desk.class_folder import ClassFolder
from kit.grading_desk.desk import Desk, desk
from kit.grading_desk.panels import MAX_OPTION, PointsPicker, Status, option, steps_for
from kit.grading_desk.reading_panel import CARDS

WORDS = "Who told you? The report does not say, and I should like to know."


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with the_course(tmp_path):
        yield tmp_path


@pytest.fixture
def handed_in(folder: Path) -> Path:
    files = {
        f"{name}/1.json": hand_in(name, RIGHT | {"12.9": f"{name}. {WORDS}"}) for name in ("Ada Lovelace", "Bo Marsh")
    }
    return put(folder / "in", files)


@pytest.fixture
def open_desk(folder: Path, handed_in: Path) -> Desk:
    run(handed_in, folder / "marks")
    return desk(folder / "marks")


def inside(widget: widgets.Widget) -> Iterator[widgets.Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child)


def named(within: widgets.Widget, words: str, number: int = 0) -> widgets.Widget:
    """The control that is called so."""
    return [each for each in inside(within) if getattr(each, "description", None) == words][number]


def press(within: widgets.Widget, words: str, number: int = 0) -> None:
    found = named(within, words, number)
    assert isinstance(found, widgets.Button) and not found.disabled
    found.click()


def words_in(within: widgets.Widget) -> str:
    return " ".join(each.value for each in inside(within) if isinstance(each, widgets.HTML))


def tab(made: Desk, number: int) -> widgets.Widget:
    made._tabs.selected_index = number
    found = made._tabs.children[number]
    assert isinstance(found, widgets.Widget)
    return found


def titles(made: Desk) -> list[str]:
    return [made._tabs.get_title(number) for number in range(4)]


def given(folder: Path) -> list[tuple[str, str, str, str]]:
    with Gradebook(folder / "marks" / "gradebook.sqlite") as book:
        return [
            (pupil.name, each.question, str(each.points), each.comment)
            for pupil in book.pupils()
            for each in book.overrides(pupil.key).values()
        ]


# The class


def test_the_class_at_a_glance(open_desk: Desk) -> None:
    assert titles(open_desk) == ["The class", "Open answers (2)", "Marks", "Doubts (0)"]
    shown = words_in(tab(open_desk, 0))
    assert "<strong>2</strong> pupils" in shown and "Ada Lovelace" in shown and "1 to read" in shown


def test_numbers_in_place_of_names(open_desk: Desk) -> None:
    named(open_desk, "Numbers in place of names").value = True
    shown = words_in(open_desk)
    assert "Pupil 1" in shown and "Lovelace</th>" not in shown and "(1)" not in shown
    assert [label for label, _ in named(tab(open_desk, 2), "Pupil").options] == ["Pupil 1", "Pupil 2"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("<script>alert(1)</script>", "&lt;script&gt;"), ("Ada \u202eecalevoL", "Ada ecalevoL")],
)
def test_a_name_is_only_a_name(folder: Path, name: str, shown: str) -> None:
    run(put(folder / "in", {"a.json": hand_in(name, RIGHT)}), folder / "marks")
    made = desk(folder / "marks")
    assert shown in words_in(made) and "<script" not in words_in(made)


# Open answers


def test_points_and_a_comment_are_in_the_gradebook_at_once_and_grade_honours_them(
    open_desk: Desk, folder: Path
) -> None:
    reading = tab(open_desk, 1)
    named(reading, "Points").value = Fraction(2)
    assert given(folder) == [("Ada Lovelace", "12.9", "2", "")]
    named(reading, "Comment").value = "Clear and polite."
    assert given(folder) == [("Ada Lovelace", "12.9", "2", "Clear and polite.")]
    named(reading, "or type", 1).value = "1,25"
    assert given(folder)[1] == ("Bo Marsh", "12.9", "5/4", "")
    run(None, folder / "marks")
    assert "Clear and polite." in next((folder / "marks" / "feedback").glob("*ada*")).read_text(encoding="utf-8")
    assert titles(desk(folder / "marks"))[1] == "Open answers (0)"


def test_a_comment_alone_waits_for_points_and_is_not_lost(open_desk: Desk, folder: Path) -> None:
    reading = tab(open_desk, 1)
    named(reading, "Comment").value = "Say who."
    assert given(folder) == [] and "give points too" in words_in(reading)
    named(reading, "Points").value = Fraction(1)
    assert given(folder) == [("Ada Lovelace", "12.9", "1", "Say who.")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-0.25", "in quarters"),
        ("0.3", "in quarters"),
        ("9", "in quarters"),
        ("many", "isn’t a number"),
        ("nan", "isn’t a number"),
    ],
)
def test_points_that_there_are_not_are_refused_in_a_sentence(
    open_desk: Desk, folder: Path, typed: str, said: str
) -> None:
    reading = tab(open_desk, 1)
    named(reading, "or type").value = typed
    assert given(folder) == [] and said in words_in(reading)


def test_a_comment_can_be_used_again(open_desk: Desk, folder: Path) -> None:
    reading = tab(open_desk, 1)
    assert named(reading, "Again").layout.display == "none"
    named(reading, "Points").value = Fraction(1)
    named(reading, "Comment").value = "Say who."
    named(reading, "Only those still to read").value = False
    again = named(reading, "Again", 1)
    again.index = 1
    assert named(reading, "Comment", 1).value == "Say who."
    named(reading, "Points", 1).value = Fraction(1)
    assert given(folder)[1] == ("Bo Marsh", "12.9", "1", "Say who.")


def test_answers_stay_where_they_are_while_they_are_read(folder: Path) -> None:
    pupils = [f"Pupil{chr(65 + n)} Ek" for n in range(CARDS + 1)]
    files = {f"{name}/1.json": hand_in(name, {"12.9": f"{name}. {WORDS}"}) for name in pupils[:-1]}
    run(put(folder / "in", files), folder / "marks")
    made = desk(folder / "marks", watch=folder / "in")
    reading = tab(made, 1)
    assert len(made._reading._cards.children) == CARDS and named(reading, "Next answers").disabled
    named(reading, "Points").value = Fraction(1)
    first = made._reading._cards.children[0]
    put(folder / "in", {f"{pupils[-1]}/1.json": hand_in(pupils[-1], {"12.9": WORDS})})
    press(made, "Look now")
    assert made._reading._cards.children[0] is first and not named(reading, "Next answers").disabled
    press(reading, "Next answers")
    assert pupils[-1] in words_in(made._reading._cards)
    press(reading, "Earlier answers")
    assert pupils[0] in words_in(made._reading._cards)


# Any mark


def test_a_mark_is_overruled_with_a_reason_and_taken_back(open_desk: Desk, folder: Path) -> None:
    marks = tab(open_desk, 2)
    named(marks, "Question").value = "12.1"
    assert "The kit: 1 of 1 point." in words_in(marks)
    press(marks, "Overrule the mark")
    assert "choose the points first" in words_in(open_desk)
    named(marks, "Points").value = Fraction(1, 2)
    press(marks, "Overrule the mark")
    assert "write a reason" in words_in(open_desk) and given(folder) == []
    named(marks, "Reason").value = "Said aloud in class."
    press(marks, "Overrule the mark")
    assert given(folder) == [("Ada Lovelace", "12.1", "1/2", "Said aloud in class.")]
    assert "By hand: ½ of 1 point" in words_in(marks)
    run(None, folder / "marks")
    assert given(folder) == [("Ada Lovelace", "12.1", "1/2", "Said aloud in class.")]
    press(marks, "Back to the kit’s mark")
    assert given(folder) == []


def test_what_is_being_typed_stays_while_others_hand_in(folder: Path, handed_in: Path) -> None:
    made = desk(folder / "marks", watch=handed_in)
    marks = tab(made, 2)
    named(marks, "Points").value = Fraction(1, 2)
    named(marks, "Reason").value = "Said aloud"
    put(folder / "in", {"Cy Oak/1.json": hand_in("Cy Oak", RIGHT)})
    made.take_in()
    assert "Cy Oak (3)" in named(marks, "Pupil")._options_labels
    assert (named(marks, "Points").value, named(marks, "Reason").value) == (Fraction(1, 2), "Said aloud")
    press(marks, "Overrule the mark")
    assert [(name, points, why) for name, _, points, why in given(folder)] == [("Ada Lovelace", "1/2", "Said aloud")]


# Doubts


def test_a_doubt_is_settled_and_taken_back(folder: Path) -> None:
    files = {"Ada Lovelace/1.json": hand_in("Ada Lovelace", RIGHT), "x.json": hand_in("", RIGHT)}
    run(put(folder / "in", files), folder / "marks")
    made = desk(folder / "marks")
    assert titles(made)[3] == "Doubts (1)"
    doubts = tab(made, 3)
    press(doubts, "Settle")
    assert "choose a pupil first" in words_in(made)
    whose = named(doubts, "Whose?")
    whose.label = next(label for label in whose._options_labels if "Ada" in label)
    press(doubts, "Settle")
    assert titles(made)[3] == "Doubts (0)" and "“x.json” is Ada Lovelace" in words_in(doubts)
    run(None, folder / "marks")
    assert titles(desk(folder / "marks"))[3] == "Doubts (0)"
    press(doubts, "Take back")
    assert titles(made)[3] == "Doubts (1)"


# What arrives


def test_hand_ins_are_taken_in_as_they_arrive(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "SECONDS", 0.01)
    put(folder / "in", {})

    async def a_lesson() -> Desk:
        made = desk(folder / "marks", watch=folder / "in")
        assert "Nothing has been handed in yet" in words_in(made)
        put(folder / "in", {"Bo Marsh/1.json": hand_in("Bo Marsh", RIGHT)})
        for _ in range(1000):
            await asyncio.sleep(0.01)
            if "Bo Marsh" in words_in(made):
                break
        made._watching.value = False
        return made

    with ThreadPoolExecutor(1) as other:  # in this one a browser test may have a loop of its own
        made = other.submit(asyncio.run, a_lesson()).result()
    assert "Bo Marsh" in words_in(made) and "1 new file" in words_in(made) and made._watcher is None


def test_what_is_new_is_told_by_names_sizes_and_times(folder: Path, handed_in: Path) -> None:
    there = ClassFolder(folder / "marks", handed_in)
    assert there.has_news()
    there.take_in()
    assert not there.has_news()
    put(handed_in, {"Chidi/1.json": hand_in("Chidi", RIGHT)})
    assert there.has_news()
    there.take_in()
    run(handed_in, folder / "marks")  # somebody else changes the gradebook
    assert there.has_news()


def test_pages_are_written_when_asked_for(open_desk: Desk, folder: Path) -> None:
    (folder / "marks" / "class.html").unlink()
    press(open_desk, "Write pages and tables")
    assert (folder / "marks" / "class.html").is_file() and "Written." in words_in(open_desk)


def test_without_a_class_a_sentence_says_what_to_do(folder: Path) -> None:
    with pytest.raises(KitError, match=r"there is no marked class in .*none.*kit grade"):
        desk(folder / "none")
    with pytest.raises(KitError, match=r"there is no folder .* to watch"):
        desk(folder / "marks", watch=folder / "nowhere")
    with pytest.raises(KitError, match="is inside"):
        desk(folder / "marks", watch=folder)
    with pytest.raises(KitError, match="has to be the name of a folder"):
        desk(7)  # type: ignore[arg-type]


# Parts


@pytest.mark.parametrize(
    ("most", "steps"),
    [
        (Fraction(4), ["0", "1/2", "1", "3/2", "2", "5/2", "3", "7/2", "4"]),
        (Fraction(9, 2), ["0", "1", "2", "3", "4", "9/2"]),
        (Fraction(3, 4), ["0", "1/2", "3/4"]),
    ],
)
def test_a_button_for_each_half_point_as_long_as_there_are_nine(most: Fraction, steps: list[str]) -> None:
    assert [str(each) for each in steps_for(most)] == steps


def test_a_choice_is_told_once() -> None:
    told: list[Fraction] = []
    picker = PointsPicker(Fraction(2), None, told.append, Status())
    picker._buttons.value = Fraction(1)
    picker._field.value = "1.75"
    picker._field.value = "2"
    assert told == [1, Fraction(7, 4), 2] and picker._buttons.value == 2


def test_long_words_are_cut_in_a_list() -> None:
    assert option("a" * MAX_OPTION) == "a" * MAX_OPTION
    assert option("a" * (MAX_OPTION + 1)) == "a" * (MAX_OPTION - 1) + "…"
    assert option("two\nlines") == "two lines"


def test_answers_with_numbers_come_in_the_order_of_the_numbers(folder: Path) -> None:
    """In the order of the names they would tell whose they are."""
    for place, name in enumerate(("Zoe Zorn", "Ada Lovelace")):
        handed = put(folder / f"in-{place}", {f"{name}/1.json": hand_in(name, RIGHT | {"12.9": f"{name}. {WORDS}"})})
        run(handed, folder / "marks")
    made = desk(folder / "marks")
    reading = tab(made, 1)
    named(reading, "Only those still to read").value = False
    by_name = list(made._reading._queue)
    made._anonymous.value = True
    named(reading, "Only those still to read").value = True
    assert made._reading._queue == by_name[::-1]

"""What lessons play with: boxes for one's own words, a jury, a clock, progress, and a slip told in a sentence."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from lessons import code, lesson

from kit import articles, progress
from kit.errors import KitError
from kit.lessons import (
    choose_samples,
    clock,
    compare_papers,
    countdown,
    jury,
    own_text,
    search,
    show_marks,
    show_report,
    show_text,
    trap,
)  # fmt: skip
from kit.lessons.case_for_two import COVERED
from kit.lessons.lesson_files import lesson_tables
from kit.lessons.own_words import NAME, OwnWords
from kit.lessons.text_shown import LOOKS
from kit.questions import bank
from kit.questions.answers import Answers
from kit.questions.marking import model_answer
from kit.widgets.slips import slip_in_words


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, outside of a notebook."""
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    place = tmp_path / "notebooks"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


# Texts, and what can be changed about a picture or a table


@pytest.mark.parametrize("look", LOOKS)
def test_a_text_is_shown_with_what_the_helper_finds(look: str) -> None:
    assert show_text("scooters-agency", look)._repr_html_()


def test_a_look_that_there_is_not_gets_a_sentence() -> None:
    with pytest.raises(KitError, match=r"show_text has no look called 'whom', only bare, who, told, "):
        show_text("footbridge", "whom")


def test_a_search_can_be_changed_and_emptied() -> None:
    box, _, below = search("loud and clear", "harbour").children
    assert "loud and clear" in below.value
    box.value = "Silver Ann"
    assert "trawler" in below.value
    box.value = " "
    assert "Type a few words" in below.value


def test_samples_are_drawn_anew_and_in_the_chosen_size() -> None:
    sizes, button, below = choose_samples().children
    before = below.value
    button.click()
    assert before != below.value and "Ten samples of 10" in below.value
    sizes.value = 80
    assert "Ten samples of 80" in below.value


def test_two_papers_are_compared_and_one_with_itself_is_not() -> None:
    one, other, below = compare_papers().children
    assert (one.value, other.value) == ("Brenn Courier", "Coast Tribune") and "Difference" in below.value
    other.value = "Brenn Courier"
    assert "Choose two different papers." in below.value


def test_a_report_is_shown_by_its_name() -> None:
    assert "mayor" in show_report("report-021")._repr_html_()
    with pytest.raises(KitError, match="there is no report 'x'"):
        show_report("x")


# Words of one's own


@pytest.mark.parametrize("name", lesson_tables("traps"))
def test_a_trap_shows_at_once_what_the_helper_sees(name: str) -> None:
    assert lesson_tables("traps")[name]["show"] in LOOKS
    box = trap(name)
    assert box.article is not None and box.below.value.startswith("<div")


def test_what_is_typed_is_looked_at_and_is_there_again(folder: Path) -> None:
    box = trap("sky")
    assert not (folder / NAME).exists()  # nothing is written before somebody presses the button
    box.input.value = "The moon <b>whispered</b> that it was late."
    box.again.click()
    assert "&lt;b&gt;" in box.below.value and "<b>whispered" not in box.below.value
    assert trap("sky").input.value == box.input.value and trap("worn-valve").input.value != box.input.value


@pytest.mark.parametrize(
    ("words", "says"), [(" \n", "There are no words in the box."), ("x " * 100_001, "Paste one article")]
)
def test_an_empty_box_and_a_full_one_get_a_sentence(words: str, says: str) -> None:
    box = own_text("bank")
    before = box.article
    box.input.value = words
    box.again.click()
    assert says in box.below.value and box.article == before and not Path(NAME).exists()


def test_ones_own_text_begins_with_a_practice_text_and_may_be_an_address(folder: Path) -> None:
    box = own_text("bank")
    assert box.article is not None and box.article.text == articles("bank").text
    box.input.value = "http://127.0.0.1:9/ is an address, and nobody opens it."
    box.again.click()
    assert box.article.text.startswith("http://127.0.0.1:9/") and "own text" in OwnWords().all()


def test_damaged_words_are_set_aside_and_not_lost(folder: Path) -> None:
    (folder / NAME).write_text("{", encoding="utf-8")
    assert trap("sky").input.value.startswith("“I am late,”")
    assert (folder / "my-words.set-aside-1.json").read_text(encoding="utf-8") == "{"
    assert OwnWords().keep("sky", "Mine.") == "" and OwnWords().all() == {"sky": "Mine."}
    assert json.loads((folder / NAME).read_text(encoding="utf-8"))["version"] == 1


def test_words_that_cannot_be_kept_get_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kit.store.write_atomic", full)
    box = trap("sky")
    box.again.click()
    assert "can’t be saved in my-words.json: No space left on device" in box.below.value


def test_a_trap_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(KitError, match=r'trap knows nothing called "skye"\. Did you mean "sky"\?'):
        trap("skye")


# A jury of two


@pytest.mark.parametrize("name", lesson_tables("cases"))
def test_the_careful_readers_have_one_of_the_verdicts(name: str) -> None:
    case = lesson_tables("cases")[name]
    assert case["readers"] in case["verdicts"] and len(set(case["verdicts"])) == len(case["verdicts"]) >= 3


def test_no_vote_is_shown_before_both_are_in() -> None:
    _, columns, below = jury("official").children
    benches, votes = ([column.children[at] for column in columns.children] for at in (0, 1))
    assert [vote.disabled for vote in votes] == [True, True]
    for number, verdict in enumerate(("Leave it out", "Print it as it is")):
        assert below.value == ""
        benches[number].value = verdict
        assert not votes[number].disabled
        votes[number].click()
        assert benches[number].options == (COVERED,) and votes[number].disabled
    assert "You don’t agree." in below.value and "Print it as it is" in below.value and "Careful readers" in below.value


# A clock


def test_the_clock_counts_down_and_locks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(countdown, "TICK", 0)

    async def run() -> Any:
        button, face = clock(0.05).children[0].children
        assert face.value == "<b>0:03</b>"
        button.click()
        assert button.disabled
        await button.running
        return button, face

    with ThreadPoolExecutor(1) as other:  # in this one a browser test may have a loop of its own
        button, face = other.submit(asyncio.run, run()).result()
    assert face.value.startswith("Time’s up.") and not button.disabled


@pytest.mark.parametrize("minutes", [0, 61, True, "five"])
def test_a_clock_needs_minutes(minutes: Any) -> None:
    with pytest.raises(KitError, match=r"clock needs a number of minutes up to 60, not .*, as in clock\(5\)\."):
        clock(minutes)


# Progress


def row(number: str) -> tuple[Any, ...]:
    return next(row for row in progress().rows if str(row[0]).startswith(number))


def test_progress_has_a_row_for_each_unit_and_starts_with_nothing() -> None:
    sheet = progress()
    assert [str(row[0]) for row in sheet.rows] == [unit.heading for unit in bank.units()]
    assert sheet.note.startswith("You haven’t answered a question yet.") and sheet.open == len(sheet.rows)
    assert row("1")[1:] == (f"0 of {len(bank.unit('1').questions)}", "", "")


def test_progress_adds_up_what_is_done_and_names_what_to_repeat() -> None:
    answers, first, second = Answers("1-attribution"), bank.question("1.8"), bank.question("1.6")
    right = model_answer(first)
    answers.keep("1.8", "a" if right != "a" else "b")
    answers.keep("1.6", model_answer(second))
    assert row("1")[1:] == (f"2 of {len(bank.unit('1').questions)}", f"{second.points} of 2 points", "1.8")
    answers.keep("1.8", right)
    assert row("1")[2:] == ("2 of 2 points", "")


def test_progress_gives_no_points_of_a_test_away() -> None:
    Answers("0-start").keep("0.6", "a")
    assert row("0")[1:] == (f"1 of {len(bank.unit('0').questions)}", "", "")


# Side by side


def test_the_helper_can_lose_and_win_and_several_labels_are_told_apart() -> None:
    question = bank.question("1.14")
    Answers("1-attribution").keep("1.14", model_answer(question))
    assert "This round is yours." in show_marks("1.14").note
    Answers("1-attribution").keep("1.14", [])
    assert "This round goes to the helper." in show_marks("1.14").note
    assert 'show_marks("1.14")' in code(lesson("1-attribution"))
    Answers("2-anonymous-sources").keep("2.12", [])
    assert {str(row[0]).rpartition(" (")[2] for row in show_marks("2.12").rows} == {"vague)", "hidden)"}


# A slip in a cell


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ('hand_in("Ana)', "A quotation mark is missing"),
        ("hand_in('Ana)", "A quotation mark is missing"),
        ("hand_in(“Ana”)", "Python wants straight quotation marks here"),
        ('hand_in("Ana"', "A bracket is missing"),
        ('ask("1.1"))', "A bracket is missing"),
        ("ask = = 3", "The kit can’t read this cell. Something is wrong in line 1: ask = = 3"),
    ],
)
def test_a_slip_is_told_in_a_sentence(cell: str, says: str) -> None:
    with pytest.raises(SyntaxError) as slip:
        compile(cell, "cell", "exec")
    assert slip_in_words(slip.value).startswith(says) and "Ctrl + Z" in slip_in_words(slip.value)

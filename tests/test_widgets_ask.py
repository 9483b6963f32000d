"""`ask` without a browser: answers kept at every click, shown again, checked; plain words where nothing can click."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from question_bank import course_in

import kit
from kit import ask, check, course
from kit.questions.bank import question, units
from kit.questions.errors import QuestionError
from kit.questions.marking import mark
from kit.widgets.ask import Asked
from kit.widgets.cards import Cards
from kit.widgets.choice import Choice
from kit.widgets.control_factory import control_for, judged
from kit.widgets.entry import EntryBox
from kit.widgets.linker import Linker
from kit.widgets.marker import Marker

FILE = Path("answers") / "12-footbridge.json"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of a learner's own, with the questions of docs/questions.md."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    course(course_in(tmp_path / "mine"))
    yield
    course(None)


def change(asked: Asked, **values: Any) -> None:
    """What a browser sends when something was clicked."""
    asked.control.set_state({**values, "revision": asked.control.revision + 1})


def press_check(asked: Asked) -> str:
    """What is told when the button is pressed, without its tags."""
    asked.control.set_state({"asked": asked.control.asked + 1})
    return re.sub(r"<[^>]+>", " ", asked.control.result["told"])


def kept(id: str) -> Any:
    return json.loads(FILE.read_text(encoding="utf-8"))["answers"][id]["answer"]


def found_words(asked: Asked, *words: str) -> list[int]:
    """The first and the last number of some words in the control's text."""
    control = asked.control
    assert isinstance(control, Marker | Linker)
    passages = control.passages
    said = [passages.article[word] for word in passages.words]
    first = next(at for at in range(len(said)) if said[at : at + len(words)] == list(words))
    return [first, first + len(words) - 1]


@pytest.mark.parametrize(
    ("id", "control", "values", "answer"),
    [
        ("12.1", Choice, {"chosen": ["b"]}, "b"),
        ("12.2", Choice, {"chosen": ["d", "a"]}, ["a", "d"]),
        ("12.2", Choice, {"nothing": True}, []),
        ("12.3", EntryBox, {"text": "17,4 %"}, "17,4 %"),
        ("12.4", Marker, {"nothing": True}, []),
        ("12.6", Cards, {"placed": {"a": "vague"}}, {"a": "vague"}),
        ("12.7", Linker, {"nothing": True}, []),
        ("12.8", EntryBox, {"text": "The bakery dismissed one."}, "The bakery dismissed one."),
        ("12.9", EntryBox, {"text": "How do you know?"}, "How do you know?"),
    ],
)
def test_every_kind_keeps_its_answer_from_the_first_click_and_shows_it_again(
    id: str, control: type[Any], values: dict[str, Any], answer: Any
) -> None:
    asked = ask(id)
    assert isinstance(asked.control, control)
    assert asked.control.answer is None
    change(asked, **values)
    assert kept(id) == answer
    assert (asked.control.kept, asked.control.note, asked.control.trouble) == (1, f"Saved in {FILE}.", False)
    again = Asked(asked.question, asked.answers)  # as after a restart
    again.restore()
    assert again.control.answer == answer


def test_marks_and_pairs_are_kept_with_their_places() -> None:
    marked, linked = ask("12.5"), ask("12.7")
    first, last = found_words(marked, "may", "be")
    change(marked, marks=[{"label": "doubt", "first": first, "last": last}])
    assert kept("12.5") == [{"label": "doubt", "start": 1523, "end": 1529, "words": "may be"}]
    ends = found_words(linked, "allows", "10"), found_words(linked, "took", "25")
    change(linked, pairs=[{"first": ends[0], "second": ends[1], "verdict": "tension"}])
    (pair,) = kept("12.7")
    assert (pair["first"]["words"], pair["second"]["words"], pair["verdict"]) == ("allows 10", "took 25", "tension")
    again = Asked(linked.question, linked.answers)
    again.restore()
    assert again.control.answer == [pair]


def test_asked_twice_it_is_the_same_control_so_two_windows_agree() -> None:
    one = ask("12.1")
    change(one, chosen=["c"])
    assert ask(" 12.1 ") is one
    assert one.control.answer == "c"
    assert ask("12.2") is not one


@pytest.mark.parametrize(
    ("id", "typed", "shown"),
    [
        ("12.1", "A.", "a"),
        ("12.2", "a, d", ["a", "d"]),
        ("12.2", [], []),
        ("12.3", 17.4, "17.4"),
        ("12.6", {"A": "Named person"}, {"a": "named_person"}),
        ("12.8", "It dismissed one.", "It dismissed one."),
    ],
)
def test_a_typed_answer_is_shown_too(id: str, typed: Any, shown: Any) -> None:
    check(id, typed)
    assert ask(id).control.answer == shown


def test_typed_words_are_shown_as_marks_and_pairs() -> None:
    check("12.5", ["may be", "If so"])
    marks: Any = ask("12.5").control.answer
    assert [mark["words"] for mark in marks] == ["may be", "If so"]
    check("12.7", [["the timetable allows 10 minutes", "took 25", "conflict"]])
    pairs: Any = ask("12.7").control.answer
    (pair,) = pairs
    assert (pair["first"]["words"], pair["verdict"]) == ("the timetable allows 10 minutes", "conflict")


def test_what_cannot_be_shown_stays_kept() -> None:
    check("12.6", "somewhere")
    asked = ask("12.6")
    assert asked.control.answer is None
    assert asked.control.note == f"What is saved in {FILE} can’t be shown here. It stays there until you answer again."
    assert kept("12.6") == "somewhere"


def test_an_answer_that_is_taken_back_is_open_and_its_tries_are_not_forgotten() -> None:
    asked = ask("12.1")
    change(asked, chosen=["b"])
    assert "Hint: For each sentence" in press_check(asked).replace("  ", " ")
    change(asked, chosen=[])
    assert kept("12.1") is None
    assert asked.control.note == "Your answer is open again."
    assert "You haven’t answered this yet." in press_check(asked)
    change(asked, chosen=["c"])
    assert "A source can be in the sentence before." in press_check(asked)
    change(asked, chosen=["b"])
    assert "Why:  Everybody is arguing" in press_check(asked)


def test_an_untouched_question_leaves_no_file() -> None:
    asked = ask("12.1")
    change(asked, chosen=[])
    assert not FILE.exists()
    assert "You haven’t answered this yet." in press_check(asked)


def test_what_is_found_too_much_and_missed_is_shown_in_the_text() -> None:
    asked = ask("12.5")
    the = found_words(asked, "the")
    for tries in range(3):
        marks = [{"label": "doubt", "first": the[0] + tries, "last": the[0] + tries}]
        change(asked, marks=marks)
        assert asked.control.judged == []
        told = press_check(asked)
        (extra, *missed) = asked.control.judged
        assert extra == {**marks[0], "how": "extra"}
        # What was missed would give the answer away: it comes with the explanation, after two tries.
        assert ("Why:" in told) is (tries == 2)
        may = found_words(asked, "may", "be")
        assert missed == ([{"label": "doubt", "first": may[0], "last": may[1], "how": "missed"}] if tries == 2 else [])


def test_a_pair_with_another_verdict_is_found_and_said_so() -> None:
    check("12.7", [["the timetable allows 10 minutes", "took 25", "conflict"]])
    asked = ask("12.7")
    press_check(asked)
    assert [each["how"] for each in asked.control.judged] == ["verdict"]
    change(asked, pairs=[{**asked.control.pairs[0], "verdict": "tension"}])
    press_check(asked)
    assert [each["how"] for each in asked.control.judged] == ["found"]


def test_what_is_doubtful_counts_for_nobody() -> None:
    check("12.5", ["may be", "If so"])
    asked = ask("12.5")
    press_check(asked)
    assert [each["how"] for each in asked.control.judged] == ["found", "free"]


def test_where_nothing_can_be_written_the_learner_is_told() -> None:
    asked = ask("12.1")
    Path("answers").write_text("in the way")
    change(asked, chosen=["a"])
    assert asked.control.trouble
    assert asked.control.note.startswith(f"Your answer can't be saved in {FILE}: ")
    assert asked.control.answer == "a"
    assert "can't be saved" in unescape(press_check(asked))
    Path("answers").unlink()
    assert "1 of 1 point" in press_check(asked)
    assert (kept("12.1"), asked.control.trouble) == ("a", False)


def test_the_button_checks_what_stands_in_the_control() -> None:
    asked = ask("12.1")
    change(asked, chosen=["b"])
    check("12.1", "a")  # typed elsewhere, or clicked in another notebook window with a Python of its own
    assert "12.1: 0 of 1 point." in press_check(asked)
    assert kept("12.1") == "b"
    check("12.1", "a")
    assert ask("12.1").control.answer == "a"
    assert "12.1: 1 of 1 point." in press_check(asked)


def test_a_rewrite_says_what_is_kept_and_what_is_not_there_yet() -> None:
    asked = ask("12.8")
    change(asked, text="The bakery let one of them go.")
    assert isinstance(asked.control, EntryBox)
    assert asked.control.report == [
        {"words": "still there: “let … go”", "good": False},
        {"words": "kept: who did it", "good": True},
        {"words": "kept: to how many", "good": True},
        {"words": "not there yet: what was done", "good": False},
    ]


def test_there_is_no_such_question() -> None:
    with pytest.raises(QuestionError, match=r"There is no question 12\.77\."):
        ask("12.77")
    with pytest.raises(QuestionError, match=r"There is no question “”\. The units are: "):
        ask()


def test_every_question_of_the_kit_has_a_control_that_tells_nothing_of_the_key() -> None:
    for unit in units():
        for each in unit.questions:
            control = control_for(each)
            assert control.answer is None
            sent = json.dumps(control.get_state(), default=str, ensure_ascii=False)
            assert each.explanation not in sent
            assert judged(each, control, mark(each, None)) == []


def test_in_plain_words() -> None:
    assert repr(ask("12.5")) == (
        "Question 12.5 (2 points, about 3 minutes)\n"
        "Mark the words that tell you **how certain** the speakers are. There may be none.\n"
        "\n"
        "    Tomas Reyl, who sits on the council for the opposition, wants an outside engineer to go through the files."
        " “The delay may be harmless,” he told reporters after the meeting on Tuesday. “If so, it should be easy to "
        "show.”\n"
        "\n"
        "In JupyterLab this is answered with the mouse or the keyboard. To type the answer instead:\n"
        '    check("12.5", ["words of the text"])\n'
        'If there is nothing to mark: check("12.5", [])'
    )


def test_the_typed_way_that_is_shown_can_be_read() -> None:
    for id in [f"12.{number}" for number in range(1, 10)]:
        shown = re.findall(r"check\((.*)\)", repr(ask(id)))
        assert shown
        for call in shown:
            asked_id, answer = json.loads(f"[{call}]")
            assert asked_id == id
            told = check(id, answer)
            assert told.state != "unreadable" or "words of the text" in call or "name of a step" in call


def test_run_without_a_browser_the_notebook_has_the_question_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(kit.__file__).parents[1]))
    lessons = [
        "clock()",
        "small_web()",
        "worst_headline()",
        "move_axis()",
        'jury("official")',
        "own_text()",
        'trap("sky")',
    ]
    drawn = [*(f"kit.lessons.{call}" for call in lessons), "explore()", "survey(kit.lessons.hundred_reports())"]
    calls = ["from kit import *; import kit.lessons", 'course("mine")', 'ask("12.1")', *drawn]
    cells = [nbformat.v4.new_code_cell(source) for source in calls]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    for cell in cells[2:]:  # whatever draws: saved, and opened again, a cell says what to do
        sentence, shown = cell.outputs
        assert "run this cell with Shift+Enter" in sentence["data"]["text/html"], cell.source
        assert "application/vnd.jupyter.widget-view+json" in shown["data"], cell.source
    shown = cells[2].outputs[1]
    assert shown["data"]["text/plain"].startswith("Question 12.1 (1 point, about 2 minutes)\nOne of these sentences")
    assert not (tmp_path / "answers").exists()


def test_what_is_asked_can_stand_in_the_cell_above() -> None:
    whole, short = ask("12.2").head.value, ask("12.2", prompt=False).head.value
    assert whole.endswith(short)
    assert "Engineers who know the bridge believe that those are sound." in short
    assert "Question 12.2" not in short and "Choose everything" not in short


def test_a_question_shows_what_it_is_worth_and_its_text() -> None:
    from kit.widgets.question_text import head

    shown = head(question("12.2"))
    assert "<strong>Question 12.2</strong>" in shown and "2 points, about 2 minutes" in shown
    assert "Engineers who know the bridge believe that those are sound." in shown
    assert 'role="group" tabindex="0"' in shown
    assert "<strong>source</strong>" in head(question("12.4"))

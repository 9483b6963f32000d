"""Answers are kept whatever happens: damage, two windows, two notebooks, a full disk; and handed in as one file."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from question_bank import course_in

import kit
from kit.places import course
from kit.questions.answers import Answers
from kit.questions.bank import unit as unit_of
from kit.questions.check import check
from kit.questions.errors import QuestionError
from kit.questions.hand_in import hand_in
from kit.store import COURSE_NOTE


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The tests run in an empty folder, outside of a notebook, with the examples as the course."""
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    course(course_in(tmp_path / "my-course"))
    yield folder
    course(None)


def in_notebook(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Work in this notebook, which stands in the folder."""
    Path(name).touch()
    monkeypatch.setenv("JPY_SESSION_NAME", f"/somewhere/{name}")


def answer(id: str = "12.1", unit: str = "12-footbridge") -> Any:
    kept = Answers(unit).kept(id)
    return kept.answer if kept else None


def test_an_answer_is_there_again_when_the_notebook_is_opened_again() -> None:
    Answers("12-footbridge").keep("12.4", [["source", "It"], ("cue", "says")])
    assert answer("12.4") == [["source", "It"], ["cue", "says"]]
    assert answer("12.5") is None


def test_reading_makes_no_file(place: Path) -> None:
    assert Answers("12-footbridge").all() == {}
    assert list(place.iterdir()) == []


@settings(max_examples=30, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    )
)
def test_any_plain_data_comes_back_as_it_was(data: Any) -> None:
    Answers("12-footbridge").keep("12.1", data)
    expected = json.loads(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))
    assert answer() == expected


@pytest.mark.parametrize(
    ("given_answer", "kept"),
    [({"b", "a"}, ["a", "b"]), (math.inf, "inf"), ("\ud800x", "?x"), ("👩‍🏫 é", "👩‍🏫 é"), ((), [])],
)
def test_what_json_does_not_have_is_kept_as_something_readable(given_answer: object, kept: object) -> None:
    Answers("12-footbridge").keep("12.1", given_answer)
    assert answer() == kept


@pytest.mark.parametrize("odd", [object(), b"a", lambda: 1, 1j])
def test_what_is_no_data_is_refused_and_the_old_answer_stays(odd: object) -> None:
    Answers("12-footbridge").keep("12.1", "a")
    with pytest.raises(QuestionError, match=r"^An answer is words, a number, or a list of them, and this is of "):
        Answers("12-footbridge").keep("12.1", odd)
    assert answer() == "a"


def test_an_endless_answer_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(QuestionError, match="lists inside lists inside lists"):
        Answers("12-footbridge").keep("12.1", endless)


DAMAGE = [
    "",
    "{",
    "[]",
    "nul",
    '{"version": 1}',
    '{"version": 1, "unit": "12-footbridge", "answers": 3}',
    "[" * 100_000,
]


@pytest.mark.parametrize("text", DAMAGE, ids=range(len(DAMAGE)))
def test_a_damaged_file_is_set_aside_and_said_so(text: str, place: Path) -> None:
    Answers("12-footbridge").keep("12.1", "a")
    file = place / "answers" / "12-footbridge.json"
    file.write_text(text)
    answers = Answers("12-footbridge")
    assert answers.all() == {}
    assert answers.notice == (
        "The file 12-footbridge.json was damaged. It is set aside as 12-footbridge.set-aside-1.json. Your answers "
        "start from scratch."
    )
    answers.keep("12.1", "b")
    assert answer() == "b"
    assert (place / "answers" / "12-footbridge.set-aside-1.json").read_text() == text
    file.write_text("{")
    assert "set-aside-2" in str(check("12.1"))


def test_what_can_be_read_of_a_damaged_file_is_kept(place: Path) -> None:
    Answers("12-footbridge").keep("12.1", "a")
    Answers("12-footbridge").keep("12.2", ["a"])
    file = place / "answers" / "12-footbridge.json"
    whole = json.loads(file.read_text())
    whole["answers"]["12.2"] = "nonsense"
    file.write_text(json.dumps(whole))
    answers = Answers("12-footbridge")
    assert {id: kept.answer for id, kept in answers.all().items()} == {"12.1": "a"}
    assert answers.notice.endswith("1 of 2 answers could be read and have been kept.")
    assert Answers("12-footbridge").all().keys() == {"12.1"}


def test_answers_to_another_unit_are_not_taken_for_ones_own(place: Path) -> None:
    Answers("12-footbridge").keep("12.1", "a")
    (place / "answers" / "12-footbridge.json").rename(place / "answers" / "8-other.json")
    other = Answers("8-other")
    assert other.all() == {}
    assert other.notice.startswith(
        "The file 8-other.json holds answers to another unit, 12-footbridge. It is set aside"
    )


def test_a_file_of_a_newer_kit_is_left_alone(place: Path) -> None:
    Answers("12-footbridge").keep("12.1", "a")
    file = place / "answers" / "12-footbridge.json"
    file.write_text(file.read_text().replace('"version": 1', '"version": 2'))
    before = file.read_text()
    with pytest.raises(QuestionError, match=r"was written by a newer kit\. Update the kit to go on with it."):
        Answers("12-footbridge").keep("12.1", "b")
    assert file.read_text() == before


def test_a_folder_that_cant_be_written_is_a_sentence(place: Path) -> None:
    (place / "answers").write_text("in the way")
    with pytest.raises(
        QuestionError, match=r"^Your answer can't be saved in answers/12-footbridge.json: .*\. Make sure"
    ):
        check("12.1", "a")


def test_a_write_that_fails_leaves_the_old_answers(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Answers("12-footbridge").keep("12.1", "a")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", full)
        with pytest.raises(QuestionError, match="No space left on device"):
            Answers("12-footbridge").keep("12.1", "b")
    assert answer() == "a"
    assert [each.name for each in (place / "answers").iterdir() if not each.name.endswith(".lock")] == [
        "12-footbridge.json"
    ]


def test_of_two_windows_the_later_change_counts() -> None:
    first, second = Answers("12-footbridge"), Answers("12-footbridge")
    first.keep("12.1", "early", changed="2026-11-23T10:00:00+00:00")
    second.keep("12.1", "late", changed="2026-11-23T10:00:02+00:00")
    assert first.keep("12.1", "between", changed="2026-11-23T10:00:01+00:00").answer == "late"
    first.keep("12.2", ["a"])
    assert (answer("12.1"), answer("12.2")) == ("late", ["a"])


def test_a_clock_that_was_wrong_does_not_lock_an_answer_for_ever() -> None:
    Answers("12-footbridge").keep("12.1", "a", changed="2099-01-01T00:00:00+00:00")
    Answers("12-footbridge").keep("12.1", "b")
    assert answer() == "b"


def test_two_windows_that_write_at_once_lose_nothing() -> None:
    code = (
        "import sys; from kit.questions.answers import Answers\n"
        "for n in range(15): Answers('12-footbridge').keep(f'12.{sys.argv[1]}{n}', n); "
        "Answers('12-footbridge').keep('12.1', sys.argv[1])"
    )
    root = str(Path(kit.__file__).parents[1])
    running = [subprocess.Popen([sys.executable, "-c", code, who], env={"PYTHONPATH": root}) for who in ("2", "3", "4")]
    assert [each.wait(timeout=120) for each in running] == [0, 0, 0]
    kept = Answers("12-footbridge").all()
    assert kept.keys() == {"12.1", *(f"12.{who}{n}" for who in "234" for n in range(15))}
    assert kept["12.1"].answer in ("2", "3", "4")


def test_a_question_is_answered_once_whatever_the_notebook_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    in_notebook(monkeypatch, "12-footbridge.ipynb")
    check("12.1", "a")
    in_notebook(monkeypatch, "12-footbridge-Copy1.ipynb")
    assert answer() == "a"
    check("12.2", ["a"])
    Path("12-footbridge.ipynb").rename("anna.ipynb")
    in_notebook(monkeypatch, "anna.ipynb")
    assert (answer(), answer("12.2")) == ("a", ["a"])


@pytest.mark.parametrize("note", [True, False], ids=["laid out by kit lab", "a copy without a note"])
def test_lessons_and_exercises_of_a_course_share_their_answers(
    note: bool, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in ("notebooks", "exercises", "notebooks/mine"):
        (place / part).mkdir()
    if note:
        (place / COURSE_NOTE).write_text("{}")
    monkeypatch.chdir(place / "notebooks")
    check("12.1", "a")
    assert Answers("12-footbridge").place == "../answers/12-footbridge.json"
    monkeypatch.chdir(place / "exercises")
    check("12.2", ["a"])
    assert (answer(), answer("12.2")) == ("a", ["a"])
    assert hand_in("Ana", "12").unanswered[0] == "12.3"
    assert [file.name for file in (place / "answers").glob("*.json")] == ["12-footbridge.json"]
    monkeypatch.chdir(place / "notebooks" / "mine")
    assert answer() == ("a" if note else None)


def test_what_an_older_kit_kept_beside_each_notebook_is_found(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / COURSE_NOTE).write_text("{}")
    old = {
        "notebooks/answers/12-footbridge.json": ("a", "10:00"),
        "exercises/answers/12-footbridge.json": ("b", "11:00"),
        "notebooks/answers/12-footbridge (mine).json": ("c", "12:00"),
    }
    for name, (said, when) in old.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        entry = {"answer": said, "changed": f"2026-11-23T{when}:00+00:00", "tries": 1, "checked": True}
        (place / name).write_text(json.dumps({"version": 1, "unit": "12-footbridge", "answers": {"12.1": entry}}))
    monkeypatch.chdir(place / "notebooks")
    assert answer() == "b"
    in_notebook(monkeypatch, "mine.ipynb")
    assert answer() == "c"
    kept = Answers("12-footbridge").kept("12.1")
    assert kept is not None and kept.tries == 1
    check("12.1", None)
    assert answer() is None
    assert all((place / name).is_file() for name in old)


def test_a_folder_that_is_only_read_still_shows_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    check("12.1", "a")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.touch", refused)
    monkeypatch.setattr("os.open", refused)
    assert answer() == "a"
    with pytest.raises(QuestionError, match="Permission denied"):
        check("12.1", "b")


def test_hints_come_step_by_step_and_then_the_explanation() -> None:
    helps = []
    for letter in ("c", "c", "b", "c", "a"):
        result = check("12.1", letter)
        helps.append((result.hint[:10], result.explanation[:8]))
    assert helps == [("For each s", ""), ("For each s", ""), ("A source c", ""), ("", "Everybod"), ("", "Everybod")]
    assert check("12.1").explanation.endswith(
        "The rule: A fact that can be disputed, and that the reporter did not see, is attributed in the same sentence. "
        "(Associated Press)"
    )


def test_a_pair_without_a_verdict_asks_for_one_and_a_wrong_one_gets_a_hint_about_verdicts() -> None:
    pair = ["10 minutes", "took 25"]
    result = check("12.7", [pair])
    assert "Choose a verdict for each pair: 1 still has none." in result.message
    verdicts = "You’ve found the passages, so think about the verdict. The list of verdicts says"
    assert result.hint.startswith(verdicts)
    assert check("12.7", [[*pair, "conflict"]]).hint.startswith(verdicts)
    assert not check("12.7", [["Yesterday", "Wednesday"]]).hint.startswith("You have found")


def test_nothing_typed_is_no_try() -> None:
    assert check("12.1").state == "unanswered"
    assert check("12.1", "z").state == "unreadable"
    assert check("12.1", "c").hint.startswith("For each sentence")


def test_the_kept_answer_is_checked_and_none_takes_it_back() -> None:
    check("12.3", "17.4 %")
    assert check("12.3").points == 1
    assert float(check("12.3")) == 1.0
    assert check("12.3", None).state == "unanswered"
    assert check("12.3").state == "unanswered"


def test_a_test_question_tells_only_whether_the_answer_is_complete(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = place.parent / "my-course" / "questions" / "mytest.toml"
    file.write_text(
        'title = "Test"\n[[question]]\nid = "mytest.1"\nkind = "choice"\nprompt = "?"\npoints = 2\nminutes = 1\n'
        'feedback = "shape"\nexplanation = "So."\n'
        'options = [{text = "yes", right = true}, {text = "no", message = "Not so."}]\n'
    )
    said = {letter: check("mytest.1", letter) for letter in ("a", "b")}
    assert str(said["a"]) == str(said["b"])
    assert str(said["a"]) == "mytest.1: your answer is saved.\nYour answer is complete. You’ll see your points later."
    assert said["a"].points == said["b"].points == 0
    assert check("mytest.1", "c").message == "“c” isn’t one of the options. Give one of the letters a, b."
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert check("mytest.1", "a").points == 2


def test_a_number_without_quotation_marks_is_answered_with_them() -> None:
    with pytest.raises(QuestionError, match=r'between quotation marks, as in ask\("1.3"\)'):
        check(12.1, "a")  # type: ignore[arg-type]


def test_handing_in_writes_one_file_that_a_person_can_read(place: Path) -> None:
    check("12.1", "a")
    check("12.4", [["source", "It"]])
    check("12.6", {"a": "named_person"})
    done = hand_in("Ana Reyes")
    assert done.message == (
        "Your answers are in 12-footbridge Ana Reyes.json. Hand this file in.\n"
        "Not answered yet: 12.2, 12.3, 12.5, 12.7, 12.8, 12.9. You can answer them and run this again."
    )
    text = (place / "12-footbridge Ana Reyes.json").read_text(encoding="utf-8")
    whole = json.loads(text)
    assert (whole["hand_in"], whole["name"], whole["unit"]) == (1, "Ana Reyes", "12-footbridge")
    assert whole["answers"]["12.1"]["answer"] == "a"
    assert whole["answers"]["12.1"]["in_words"] == [
        "The damage had been there for at least a year before anybody measured it."
    ]
    assert whole["answers"]["12.6"]["in_words"] == {"Engineers who know the bridge": "named_person"}
    assert '   "answer": [["source", "It"]],' in text.splitlines()
    assert whole["not_answered"] == list(done.unanswered) == ["12.2", "12.3", "12.5", "12.7", "12.8", "12.9"]


def test_handing_in_an_empty_answer_given_on_purpose_is_handing_in_an_answer() -> None:
    check("12.5", [])
    assert "12.5" not in hand_in("Ana", "12").unanswered


@pytest.mark.parametrize("name", ["", "  ", "\n", 7])
def test_handing_in_without_a_name_writes_nothing(name: Any, place: Path) -> None:
    done = hand_in(name, "12")
    assert done.message.startswith("Write your name between the quotation marks, as in")
    assert list(place.glob("*.json")) == []


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../x", "12-footbridge _.._x.json"),
        ("Ana\u202e\nB", "12-footbridge Ana B.json"),
        ("=1+2", "12-footbridge _1_2.json"),
        ("Zoë O’Neill", "12-footbridge Zoë O’Neill.json"),
        ("...", "12-footbridge _.json"),
    ],
)
def test_a_name_never_leads_out_of_the_folder(name: str, file: str, place: Path) -> None:
    assert hand_in(name, "12").file == Path(file)
    assert [each.name for each in place.iterdir()] == [file]


def test_the_unit_is_told_by_the_notebook_or_has_to_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(QuestionError, match=r"^Which unit is it"):
        hand_in("Ana")
    in_notebook(monkeypatch, "12-footbridge.ipynb")
    assert hand_in("Ana").file == Path("12-footbridge Ana.json")


def test_what_is_still_open_is_said_of_the_part_that_was_begun() -> None:
    """Whoever hands in a lesson need not look for the tasks of the exercise, and the other way round."""
    unit = unit_of("6-machine")
    for in_lesson in (True, False):
        first, *others = [question.id for question in unit.questions if question.in_lesson is in_lesson]
        check(first, "a")
        assert hand_in("Ana", "6").unanswered == tuple(others)
        check(first, None)
    assert hand_in("Ana", "6").unanswered == tuple(question.id for question in unit.questions)


def test_a_rewrite_shows_an_example_after_the_last_try() -> None:
    said = [check("12.8", f"The bakery let {number} go.") for number in ("one", "one of three", "an assistant")]
    assert [bool(each.hint) for each in said] == [True, True, False]
    assert said[2].explanation.startswith("For example: “The bakery dismissed one of its three assistants.” ")

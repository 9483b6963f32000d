"""Marking a class from beginning to end: what is handed in, what comes out, and that nothing is lost or let in."""

from __future__ import annotations

import csv
import re
import sqlite3
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
import question_bank
from grading_class import RIGHT, UNIT, hand_in, notebook, put, run, the_course

from kit.errors import KitError
from kit.grading.gradebook import Gradebook
from kit.grading.records import Pupil
from kit.grading.settings import Settings, settings_from

ADA, ALAN = (Pupil(id, name, id, listed=True) for id, name in (("17", "Ada Lovelace"), ("18", "Alan Turing")))


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    with the_course(tmp_path):
        yield


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def points(marks: Path) -> dict[tuple[str, str], str]:
    """The points in questions.csv, by name and question."""
    return {(row["name"], row["question"].removeprefix("q")): row["points"] for row in table(marks / "questions.csv")}


def test_a_class_is_marked(tmp_path: Path) -> None:
    handed = put(
        tmp_path / "handed", {"a.json": hand_in("Ada Lovelace", RIGHT), "b.json": hand_in("Bo", {"12.1": "b"})}
    )
    done = run(handed, tmp_path / "marks")
    assert (done.pupils, done.files, done.unread, done.doubts, done.waiting, done.moved) == (2, 2, 0, 0, 1, 0)
    bo, ada = table(tmp_path / "marks" / "grades.csv")
    assert (ada["name"], ada["The footbridge (19)"], ada["total in percent"]) == ("Ada Lovelace", "6", "31.6")
    assert (bo["name"], bo["The footbridge (19)"], bo["total in percent"]) == ("Bo", "0", "0.0")
    got = points(tmp_path / "marks")
    assert {id: got["Ada Lovelace", id] for id in ("12.1", "12.2", "12.3", "12.4", "12.8", "12.9")} == {
        "12.1": "1", "12.2": "2", "12.3": "1", "12.4": "0", "12.8": "2", "12.9": "0",
    }  # fmt: skip
    assert sorted(path.name for path in (tmp_path / "marks" / "feedback").iterdir()) == [
        "0001-ada-lovelace.html",
        "0002-bo.html",
    ]


def test_notebooks_answers_files_and_hand_ins_of_one_folder_are_one_try(tmp_path: Path) -> None:
    handed = put(
        tmp_path / "handed",
        {
            "Ada Lovelace/12-footbridge.ipynb": notebook("from kit import *", 'check("12.1", "a")\ncheck("12.2", x)'),
            "Ada Lovelace/answers/12-footbridge.json": hand_in("", {"12.3": "17.4 %"}),
        },
    )
    run(handed, tmp_path / "marks")
    rows = {row["question"]: row for row in table(tmp_path / "marks" / "questions.csv")}
    assert (rows["q12.1"]["points"], rows["q12.3"]["points"]) == ("1", "1")
    page = next((tmp_path / "marks" / "feedback").iterdir()).read_text(encoding="utf-8")
    assert "Cell 2: “x” isn’t a plain value: those are words in quotation marks, numbers, and lists of them." in page


@pytest.mark.parametrize(("keep", "reached"), [("last", "0"), ("first", "3"), ("best", "3")])
def test_of_several_tries_one_counts(keep: str, reached: str, tmp_path: Path) -> None:
    handed = put(
        tmp_path / "handed",
        {
            "ada_11_21_9.json": hand_in("Ada", {"12.1": "a", "12.2": ["a", "d"]}, "2026-11-20T10:00:00+00:00"),
            "ada_11_22_9-1.json": hand_in("Ada", {"12.1": "b"}, "2026-11-20T11:00:00+00:00"),
        },
    )
    run(handed, tmp_path / "marks", settings=Settings(keep=keep))
    assert table(tmp_path / "marks" / "grades.csv")[0]["The footbridge (19)"] == reached


def test_being_late_takes_points_by_the_day(tmp_path: Path) -> None:
    settings = settings_from(
        {"late": {"due": {"12": _time("2026-10-20T10:00:00")}, "grace_minutes": 5, "per_day": 10, "most": 25}},
        "course.toml",
    )
    answers = {"12.1": "a", "12.2": ["a", "d"], "12.3": 17.4}
    handed = put(
        tmp_path / "handed",
        {
            "0.json": hand_in("In time", answers, "2026-10-20T10:04:00+00:00"),
            "1.json": hand_in("One", answers, "2026-10-20T10:06:00+00:00"),
            "2.json": hand_in("Nine", answers, "2026-10-29T10:00:00+00:00"),
        },
    )
    run(handed, tmp_path / "marks", settings=settings)
    rows = {row["name"]: row for row in table(tmp_path / "marks" / "grades.csv")}
    late = "The footbridge: days late"
    assert {name: (row["The footbridge (19)"], row[late]) for name, row in rows.items()} == {
        "In time": ("4", ""),
        "One": ("3.6", "1"),
        "Nine": ("3", "9"),
    }


def _time(words: str) -> object:
    from datetime import UTC, datetime

    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def test_a_bonus_comes_on_top_and_units_have_weights(tmp_path: Path) -> None:
    handed = put(tmp_path / "handed", {"a.json": hand_in("Ada", {"12.1": "a"})})
    run(handed, tmp_path / "marks", settings=Settings(bonus=frozenset({"12.1"}), weights={"12": Fraction(0)}))
    row = table(tmp_path / "marks" / "grades.csv")[0]
    assert (row["The footbridge (18)"], row["total in percent"]) == ("1", "0.0")


def test_pupils_of_the_roster_who_handed_nothing_in_are_listed(tmp_path: Path) -> None:
    handed = put(tmp_path / "handed", {"a.json": hand_in("Lovelace, Ada", {"12.1": "a"})})
    run(handed, tmp_path / "marks", roster=(ADA, ALAN))
    rows = table(tmp_path / "marks" / "canvas.csv")
    assert [(row["Student"], row["SIS User ID"], row["The footbridge"]) for row in rows] == [
        ("    Points Possible", "", "19"),
        ("Ada Lovelace", "17", "1"),
        ("Alan Turing", "18", ""),
    ]
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert "The footbridge: Alan Turing." in page


def test_running_twice_changes_nothing(tmp_path: Path) -> None:
    handed = put(
        tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT), "b.json": hand_in("Bo", {"12.1": "b"}), "c.json": "{"}
    )
    run(handed, tmp_path / "marks")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "marks").rglob("*.*ml")}
    rows = _rows(tmp_path / "marks")
    run(handed, tmp_path / "marks")
    assert {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "marks").rglob("*.*ml")
    } == before
    assert _rows(tmp_path / "marks") == rows


def _rows(marks: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(marks / "gradebook.sqlite") as base:
        return [
            row for name in ("handin", "answer", "pupil") for row in base.execute(f"SELECT * FROM {name} ORDER BY 1, 2")
        ]


def test_what_was_handed_in_is_never_written(tmp_path: Path) -> None:
    handed = put(tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT)})
    before = [(path, path.read_bytes(), path.stat().st_mtime_ns) for path in handed.iterdir()]
    run(handed, tmp_path / "marks")
    assert [(path, path.read_bytes(), path.stat().st_mtime_ns) for path in handed.iterdir()] == before
    with pytest.raises(KitError, match=r"is inside .*, where the hand-ins are\. Choose a folder outside it"):
        run(handed, handed / "marks")


def test_a_changed_key_marks_all_anew_and_says_who_moved(tmp_path: Path) -> None:
    handed = put(tmp_path / "handed", {"a.json": hand_in("Ada", {"12.3": 20}), "b.json": hand_in("Bo", {"12.3": 17.4})})
    run(handed, tmp_path / "marks")
    file = tmp_path / "course" / "questions" / f"{UNIT}.toml"
    file.write_text(question_bank.EXAMPLES.replace("key = 17.4", "key = 20"), encoding="utf-8")
    done = run(None, tmp_path / "marks")
    assert done.moved == 2
    got = points(tmp_path / "marks")
    assert (got["Ada", "12.3"], got["Bo", "12.3"]) == ("1", "0")
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert "Ada, 12.3: 0 became 1; the question or its key changed" in page
    assert "Bo, 12.3: 1 became 0; the question or its key changed" in page


def test_open_answers_are_read_by_a_person_and_taken_back_in(tmp_path: Path) -> None:
    from kit.cli import main

    marks = tmp_path / "marks"
    put(tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT)})
    where = ["-o", str(marks), "--course", str(tmp_path / "course")]
    assert main(["grade", str(tmp_path / "handed"), *where]) == 0
    (row,) = table(marks / "to-read.csv")
    assert (row["pupil"], row["name"], row["question"], row["points"], row["of"]) == ("1", "Ada", "q12.9", "", "3")
    assert row["answer"] == RIGHT["12.9"]
    filled = marks / "filled.csv"
    filled.write_text('pupil;question;points;comment\n1;12.9;"2,5";Good question!\n', encoding="utf-8")
    assert main(["grade", "--open", str(filled), *where]) == 0
    assert points(marks)["Ada", "12.9"] == "2.5"
    page = (marks / "feedback" / "0001-ada.html").read_text(encoding="utf-8")
    assert "2½ of 3 points" in page
    assert "Good question!" in page
    with Gradebook(marks / "gradebook.sqlite") as book:
        (override,) = book.overrides("name:ada").values()
    assert (override.points, override.comment) == (Fraction(5, 2), "Good question!")


def filled_in(tmp_path: Path, lines: str) -> tuple[Path, list[str]]:
    """A class of one that was marked, a table with these lines, and what to add to the command."""
    from kit.cli import main

    put(tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT)})
    where = ["-o", str(tmp_path / "marks"), "--course", str(tmp_path / "course")]
    main(["grade", str(tmp_path / "handed"), *where])
    filled = tmp_path / "filled.csv"
    filled.write_text(f"pupil,question,points,comment\n{lines}\n", encoding="utf-8")
    return filled, where


@pytest.mark.parametrize(
    ("typed", "points"), [("1½", "1.5"), (" ½ ", "0.5"), ("2 ¼", "2.25"), ('"1,5"', "1.5"), ("3/4", "0.75")]
)
def test_points_may_be_written_as_people_write_them(typed: str, points: str, tmp_path: Path) -> None:
    from kit.cli import main

    filled, where = filled_in(tmp_path, f"1,12.9,{typed},")
    assert main(["grade", "--open", str(filled), *where]) == 0
    assert [row["points"] for row in table(tmp_path / "marks" / "to-read.csv")] == [points]


def test_a_folder_without_hand_ins_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kit.cli import main

    put(tmp_path / "holiday", {"beach.jpg": "x"})
    assert main(["grade", str(tmp_path / "holiday"), "-o", str(tmp_path / "marks")]) == 0
    assert f"There is no hand-in in {tmp_path / 'holiday'}: they are .json files and" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("1,12.9,five,", "line 2: the points “five” aren't a number. Write them as in 7.5."),
        ("1,12.9,5,", "line 2: the points have to be from 0 to 3, in quarters. There it says 5."),
        ("1,12.9,-1,", "line 2: the points have to be from 0 to 3, in quarters. There it says -1."),
        ("1,12.9,1.1,", "line 2: the points have to be from 0 to 3, in quarters. There it says 1.1."),
        ("7,12.9,1,", "line 2: there is no pupil '7' in this gradebook. Use its own to-read.csv."),
        ("1,12.77,1,", "line 2: there is no question '12.77' in this gradebook. Use its own to-read.csv."),
    ],
)
def test_a_slip_in_the_table_is_named_and_nothing_is_taken(
    line: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from kit.cli import main

    filled, where = filled_in(tmp_path, f"{line}\n1,12.9,3,")
    assert main(["grade", "--open", str(filled), *where]) == 2
    assert capsys.readouterr().err == f"kit: {filled}, {says}\n"
    assert points(tmp_path / "marks")["Ada", "12.9"] == "0"


def test_a_pupil_is_forgotten_everywhere(tmp_path: Path) -> None:
    from kit.cli import main

    marks = tmp_path / "marks"
    put(tmp_path / "handed", {"a.json": hand_in("Ada Lovelace", RIGHT), "b.json": hand_in("Bo", {"12.1": "b"})})
    where = ["-o", str(marks), "--course", str(tmp_path / "course")]
    main(["grade", str(tmp_path / "handed"), *where])
    assert main(["grade", "--forget", "Lovelace, Ada", *where]) == 0
    assert main(["grade", str(tmp_path / "handed"), *where]) == 0  # the file is still there, and is not taken in again
    for path in marks.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"Lovelace" not in data, path
            assert b"damage was a year old" not in data, path
    assert [row["name"] for row in table(marks / "grades.csv")] == ["Bo"]


def test_pages_by_number_hold_no_names(tmp_path: Path) -> None:
    handed = put(tmp_path / "handed", {"a.json": hand_in("Ada Lovelace", {"12.1": "a"})})
    run(handed, tmp_path / "marks")
    run(handed, tmp_path / "marks", anonymous=True)
    pages = [
        *(tmp_path / "marks" / "feedback").iterdir(),
        tmp_path / "marks" / "class.html",
        tmp_path / "marks" / "to-read.html",
    ]
    assert [path.name for path in pages] == ["0001.html", "class.html", "to-read.html"]
    assert not any("Lovelace" in path.read_text(encoding="utf-8") or "lovelace" in path.name for path in pages)


def test_a_page_holds_the_data_of_one_pupil_only(tmp_path: Path) -> None:
    handed = put(
        tmp_path / "handed",
        {
            f"{name}.json": hand_in(name, {"12.9": f"The secret words of {name}, and why they matter."})
            for name in ("Ada", "Bo")
        },
    )
    run(handed, tmp_path / "marks")
    for path, own, other in (("0001-ada.html", "Ada", "Bo"), ("0002-bo.html", "Bo", "Ada")):
        page = (tmp_path / "marks" / "feedback" / path).read_text(encoding="utf-8")
        assert f"The secret words of {own}" in page
        assert f"of {other}" not in page


def test_what_did_not_arrive_is_not_called_not_handed_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken file and an empty one were handed in too: neither page may tell their pupils that nothing was."""
    from kit.cli import main

    handed = put(
        tmp_path / "handed",
        {"a.json": hand_in("Ada Lovelace", {"12.1": "b"}), "b.json": hand_in("Alan Turing", {}), "c.json": "{"},
    )
    roster = tmp_path / "class.csv"
    roster.write_text("name\nAda Lovelace\nAlan Turing\nEmmy Noether\n", encoding="utf-8")
    assert main(["grade", str(handed), "-o", str(tmp_path / "marks"), "--roster", str(roster)]) == 0
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert capsys.readouterr().out == (
        f"\n3 pupils, 3 files. Open {tmp_path / 'marks' / 'class.html'} in a browser.\n"
        "1 file could not be read: the page says which.\n"
    )
    assert "Perhaps nothing was handed in. Or it’s above, under another name" in page
    assert "b.json, from Alan Turing: no answer to “The footbridge”.</li>" in page
    assert "<li>The footbridge: Emmy Noether.</li>" in page
    assert ">a file without an answer</td>" in page
    assert "Most common wrong option, chosen once: “" in page
    assert ".”." not in page
    for name, says in (
        (
            "0002-alan-turing",
            "We got a file from you, but there were no answers in it. If you did answer, hand it in",
        ),
        ("0003-emmy-noether", "No answers came in. If you did hand something in, tell your teacher."),
    ):
        assert says in (tmp_path / "marks" / "feedback" / f"{name}.html").read_text(encoding="utf-8")


def test_a_choice_on_a_page_is_right_or_not_and_never_too_much(tmp_path: Path) -> None:
    names = {"right": "a", "wrong": "b"}
    handed = put(tmp_path / "handed", {f"{n}.json": hand_in(n, {"12.1": a}) for n, a in names.items()})
    run(handed, tmp_path / "marks")
    own = {
        page.stem[5:]: re.findall(r'class="stands \w+">\(([^)]*)\)', page.read_text(encoding="utf-8"))
        for page in (tmp_path / "marks" / "feedback").iterdir()
    }
    assert own == {"right": ["right"], "wrong": ["right, and not chosen", "not right"]}


def test_nothing_to_mark_is_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from kit.cli import main

    for arguments, says in (
        ([], "name a folder or a zip with hand-ins, as in: kit grade class.zip -o marks"),
        (
            [str(tmp_path / "none")],
            f"there is no folder or zip {tmp_path / 'none'}. Check the name and the folder you are in.",
        ),
        (
            ["--forget", "Ada"],
            f"there is no gradebook {tmp_path / 'm' / 'gradebook.sqlite'}. Name the folder with -o in which the class "
            "was marked.",
        ),
    ):
        assert main(["grade", *arguments, "-o", str(tmp_path / "m")]) == 2
        assert capsys.readouterr().err == f"kit: {says}\n"


def test_a_roster_holds_until_there_is_another_one(tmp_path: Path) -> None:
    handed = put(tmp_path / "handed", {"a.json": hand_in("Lovelace, Ada", {"12.1": "a"})})
    run(handed, tmp_path / "marks", roster=(ADA, ALAN))
    put(handed, {"b.json": hand_in("Turing, Alan", {"12.1": "a"}), "c.json": hand_in("Bo", {"12.1": "a"})})
    done = run(handed, tmp_path / "marks")
    assert [row["id"] for row in table(tmp_path / "marks" / "grades.csv")] == ["", "17", "18"]
    assert done.doubts == 1
    assert "c.json: Bo is not on the roster." in (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")


def test_nobody_is_missed_on_a_roster_that_never_was(tmp_path: Path) -> None:
    handed = put(tmp_path / "handed", {"a.json": hand_in("Ada", {"12.1": "a"})})
    run(handed, tmp_path / "marks")
    put(handed, {"b.json": hand_in("Bo", {"12.1": "a"})})
    assert run(handed, tmp_path / "marks").doubts == 0


def test_a_table_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kit.cli import main

    filled, where = filled_in(tmp_path, f'1,12.9,1,"{"x" * 200_000}"')
    assert main(["grade", "--open", str(filled), *where]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"kit: {filled} isn't a table: field larger than field limit")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            "weights = { 1-attribution = 2 }",
            "weights names a unit 1-attribution, and the units are: 0, 1, 12, 2, 3, 4, 5, 6, ",
        ),
        ("late = { due = { 13 = 2026-11-20T12:00:00 } }", "due names a unit 13, and the units are: "),
        ('bonus = ["12.99"]', "bonus names a question 12.99, which doesn't exist. Correct its number."),
    ],
)
def test_a_slip_in_the_rules_is_told(line: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kit.cli import main

    put(tmp_path / "handed", {"a.json": hand_in("Ada", {"12.1": "a"})})
    (tmp_path / "course" / "course.toml").write_text(line, encoding="utf-8")
    where = ["-o", str(tmp_path / "marks"), "--course", str(tmp_path / "course")]
    assert main(["grade", str(tmp_path / "handed"), *where]) == 2
    assert capsys.readouterr().err.startswith(f"kit: course.toml: {says}")


@pytest.mark.parametrize("broken", [b"{", b"PK nothing"])
def test_somebody_forgotten_does_not_come_back_with_a_broken_file(broken: bytes, tmp_path: Path) -> None:
    from kit.cli import main

    marks = tmp_path / "marks"
    place = "Ada Lovelace_12_assignsubmission_file_/1" + (".json" if broken == b"{" else ".zip")
    put(tmp_path / "handed", {place: broken, "b.json": hand_in("Bo", {"12.1": "a"})})
    where = ["-o", str(marks), "--course", str(tmp_path / "course")]
    main(["grade", str(tmp_path / "handed"), *where])
    assert main(["grade", "--forget", "Ada Lovelace", *where]) == 0
    assert main(["grade", str(tmp_path / "handed"), *where]) == 0
    assert not any(b"Lovelace" in path.read_bytes() for path in marks.rglob("*") if path.is_file())

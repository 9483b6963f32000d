"""What a teacher filled in, and what the kit did not write, is there after every run; and every failure is told."""

from __future__ import annotations

import os
import random
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from filelock import FileLock
from grading_class import RIGHT, hand_in, put, run, the_course

from kit.cli import main
from kit.errors import KitError
from kit.grading.gradebook import Gradebook
from kit.places import course

FILLED = "pupil,name,question,points,of,comment,answer\r\n1,Ada,q12.9,2.5,3,Well asked,…\r\n"


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    with the_course(tmp_path):
        yield


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """A class of two that was marked."""
    put(tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT), "b.json": hand_in("Bo", RIGHT)})
    run(tmp_path / "handed", tmp_path / "marks")
    return tmp_path / "marks"


def again(marks: Path) -> list[str]:
    """Mark once more; gives what the teacher is told."""
    told: list[str] = []
    run(None, marks, tell=told.append)
    return told


def points_by_hand(marks: Path, key: str = "name:ada") -> dict[str, tuple[str, str]]:
    with Gradebook(marks / "gradebook.sqlite") as book:
        return {id: (str(each.points), each.comment) for id, each in book.overrides(key).items()}


def test_points_filled_in_are_taken_whatever_the_command_says(marks: Path) -> None:
    (marks / "to-read.csv").write_text(FILLED, encoding="utf-8")
    assert again(marks) == [f"Points taken from {marks / 'to-read.csv'}: 1."]
    assert points_by_hand(marks) == {"12.9": ("5/2", "Well asked")}
    assert "Well asked" in (marks / "to-read.csv").read_text(encoding="utf-8-sig")
    assert again(marks) == []
    assert not (marks / "to-read-1.csv").exists()


def test_a_line_that_nobody_touched_does_not_undo_what_was_given_elsewhere(marks: Path) -> None:
    """One fills in the table, somebody else marks at the desk: of the table only what was written there is taken."""
    (marks / "to-read.csv").write_text(FILLED.replace("Well asked", "=a comment"), encoding="utf-8")
    again(marks)
    with Gradebook(marks / "gradebook.sqlite") as book, book.transaction():
        book.give(replace(book.overrides("name:ada")["12.9"], points=Fraction(3), comment="Better"))
    table = (marks / "to-read.csv").read_text(encoding="utf-8-sig")
    assert "2.5,3,'=a comment," in table
    (marks / "to-read.csv").write_text(table.replace("2,Bo,q12.9,,3,", "2,Bo,q12.9,1,3,"), encoding="utf-8")
    assert again(marks) == [f"Points taken from {marks / 'to-read.csv'}: 1."]
    assert points_by_hand(marks) == {"12.9": ("3", "Better")}
    assert points_by_hand(marks, "name:bo") == {"12.9": ("1", "")}
    with sqlite3.connect(marks / "gradebook.sqlite") as base:  # nothing that a person gave is lost
        assert base.execute("SELECT points, comment FROM override_before").fetchall() == [("5/2", "=a comment")]


def test_points_with_a_slip_are_kept_beside_the_new_table(marks: Path) -> None:
    (marks / "to-read.csv").write_text(FILLED.replace("2.5", "many"), encoding="utf-8")
    slip, kept = again(marks)
    assert slip.startswith("The points in to-read.csv were not taken. ")
    assert slip.endswith("line 2: the points “many” aren't a number. Write them as in 7.5.")
    assert kept == "to-read.csv had been changed since the kit wrote it. The changed one is kept as to-read-1.csv."
    assert (marks / "to-read-1.csv").read_text(encoding="utf-8").replace("\n", "\r\n") == FILLED.replace("2.5", "many")
    assert points_by_hand(marks) == {}


def test_points_of_another_gradebook_are_not_given_to_whoever_has_the_number(marks: Path) -> None:
    (marks / "to-read.csv").write_text(FILLED.replace("Ada", "Zoe"), encoding="utf-8")
    told = again(marks)
    assert "pupil 1 is Ada in this gradebook, and the table says Zoe." in told[0]
    assert (marks / "to-read-1.csv").exists()
    assert points_by_hand(marks) == {}


def test_a_new_gradebook_leaves_the_points_of_the_old_one_beside_it(marks: Path, tmp_path: Path) -> None:
    (marks / "to-read.csv").write_text(FILLED, encoding="utf-8")
    (marks / "gradebook.sqlite").unlink()
    run(tmp_path / "handed", marks)
    assert (marks / "to-read-1.csv").read_text(encoding="utf-8").replace("\n", "\r\n") == FILLED
    assert main(["grade", "-o", str(marks), "--open", str(marks / "to-read-1.csv")]) == 0
    assert points_by_hand(marks) == {"12.9": ("5/2", "Well asked")}


def test_a_table_of_a_spreadsheet_that_made_numbers_of_ids_gives_nobody_the_wrong_points(marks: Path) -> None:
    """12.10 became 12.1: the answer beside it tells, and where nothing tells, two lines for one answer do."""
    from kit.grading.open_answers import take_points

    with sqlite3.connect(marks / "gradebook.sqlite") as base:
        base.execute("UPDATE answer SET question = '12.90' WHERE question = '12.9' AND place = 'b.json'")
    head = "pupil,name,question,points,of,comment,answer\n"
    rows = f'1,Ada,12.9,1,3,,"{RIGHT["12.9"]}"\n1,Ada,12.9,2,3,,Something else\n'
    (marks / "old.csv").write_text(head + rows, encoding="utf-8")
    with Gradebook(marks / "gradebook.sqlite") as book, pytest.raises(KitError) as refused:
        take_points(marks / "old.csv", book, "me")
    assert "line 3: line 2 has points for the same answer. If a spreadsheet has made 12.9 out of 12.90" in str(
        refused.value
    )
    assert points_by_hand(marks) == {}


def test_a_table_that_was_worked_on_is_kept(marks: Path) -> None:
    (marks / "grades.csv").write_text("name,my remarks\nAda,praise her\n", encoding="utf-8")
    (marks / "grades-1.csv").write_text("mine", encoding="utf-8")
    assert again(marks) == [
        "grades.csv had been changed since the kit wrote it. The changed one is kept as grades-2.csv."
    ]
    assert (marks / "grades-2.csv").read_text(encoding="utf-8") == "name,my remarks\nAda,praise her\n"
    assert (marks / "grades-1.csv").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["class.html", "to-read.html", "grades.csv", "feedback/0001-ada.html", "feedback"])
def test_a_file_of_somebody_else_is_not_replaced(name: str, tmp_path: Path) -> None:
    put(tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT)})
    marks = put(tmp_path / "marks", {name: "<p>My own page, which is long enough.</p>"})
    with pytest.raises(KitError) as refused:
        run(tmp_path / "handed", marks)
    assert str(refused.value) == (
        f"{marks / name} is there already, and the kit didn't write it. Move it, or choose another folder, as in: -o "
        "marks-2"
    )
    assert (marks / name).read_text() == "<p>My own page, which is long enough.</p>"


def test_a_page_of_somebody_else_is_not_removed(marks: Path) -> None:
    for name in ("0007-zoe.html", "notes.html", "0008.html"):
        (marks / "feedback" / name).write_text("mine")
    (marks / "feedback" / "0009-old.html").write_bytes((marks / "feedback" / "0001-ada.html").read_bytes())
    again(marks)
    assert sorted(path.name for path in (marks / "feedback").iterdir()) == [
        "0001-ada.html", "0002-bo.html", "0007-zoe.html", "0008.html", "notes.html",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["class.html", "feedback", "gradebook.sqlite", "to-read.csv", ".kit-grade.lock"])
def test_a_link_is_not_followed(name: str, tmp_path: Path) -> None:
    put(tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT)})
    elsewhere = put(tmp_path / "elsewhere", {"0001-ada.html": "mine"})
    (tmp_path / "marks").mkdir()
    (tmp_path / "marks" / name).symlink_to(elsewhere if name == "feedback" else elsewhere / "0001-ada.html")
    with pytest.raises(KitError, match=r"is a link, and links are not followed\. Remove it, or choose another folder"):
        run(tmp_path / "handed", tmp_path / "marks")
    assert (elsewhere / "0001-ada.html").read_text() == "mine"
    assert [path.name for path in elsewhere.iterdir()] == ["0001-ada.html"]


def test_of_two_runs_at_once_the_second_says_so_and_waits(marks: Path) -> None:
    lock = FileLock(marks / ".kit-grade.lock", thread_local=False)
    lock.acquire()
    told: list[str] = []

    def tell(said: str) -> None:
        told.append(said)
        threading.Timer(0.05, lock.release).start()

    run(None, marks, tell=tell)
    assert told == [f"Another run is working in {marks}. This one carries on when that is done."]


def test_without_its_course_a_class_is_not_set_to_nought(
    marks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "course"
    (folder / "course.toml").write_text("[weights]\n12 = 1\n", encoding="utf-8")
    where = ["grade", str(tmp_path / "handed"), "-o", str(marks)]
    assert main([*where, "--course", str(folder)]) == 0
    before = (marks / "grades.csv").read_bytes()
    course(None)
    assert main(where) == 0
    assert (marks / "grades.csv").read_bytes() == before
    course(None)
    folder.rename(tmp_path / "moved")
    capsys.readouterr()
    assert main(where) == 2
    assert capsys.readouterr().err == (
        f"kit: this class was marked with the course folder {folder}, and it isn't there any more. Say where it is "
        "now, as in: --course my-course\n"
    )
    assert (marks / "grades.csv").read_bytes() == before
    assert main([*where, "--course", str(tmp_path / "moved")]) == 0
    assert (marks / "grades.csv").read_bytes() == before


def test_answers_that_came_before_their_course_count_when_it_is_there(tmp_path: Path) -> None:
    put(tmp_path / "handed", {"a.json": hand_in("Ada", {"12.1": "a", "12.2": ["a", "d"]})})
    course(None)
    assert run(tmp_path / "handed", tmp_path / "marks").doubts == 1
    course(tmp_path / "course")
    assert run(tmp_path / "handed", tmp_path / "marks").doubts == 0
    assert b'Ada","","","",3,' in (tmp_path / "marks" / "grades.csv").read_bytes().replace(
        b"Ada,,,,3,", b'Ada","","","",3,'
    )


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6_000])


def overwritten(path: Path) -> None:
    data = bytearray(path.read_bytes())
    dice = random.Random(5)
    for _ in range(200):
        at = dice.randrange(4_096, len(data))
        data[at : at + 50] = bytes(dice.randrange(256) for _ in range(50))
    path.write_bytes(data)


def of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE pupil (shoe_size TEXT)")
        base.execute("CREATE TABLE handin (place TEXT, pupil TEXT)")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def with_wrong_values(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("UPDATE answer SET points = 'a lot'")


def with_values_cut_off(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("UPDATE answer SET value = '{', key = 'another'")


@pytest.mark.parametrize(
    "damage", [cut, overwritten, of_another_program, a_folder, with_wrong_values, with_values_cut_off]
)
def test_a_damaged_gradebook_is_a_sentence(
    damage: Callable[[Path], None], marks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(marks / "gradebook.sqlite")
    put(tmp_path / "handed", {"c.json": hand_in("Cy", RIGHT)})
    others = [] if damage is a_folder else [["--forget", "Ada"], ["--open", str(marks / "to-read.csv")]]
    for more in ([str(tmp_path / "handed")], *others):
        capsys.readouterr()
        assert main(["grade", *more, "-o", str(marks), "--course", str(tmp_path / "course")]) == 2
        said = capsys.readouterr().err
        assert said.startswith(f"kit: {marks / 'gradebook.sqlite'} ")
        assert said.count("\n") == 1
        assert "Traceback" not in said


OLD = Path(__file__).parent / "data" / "gradebook-1.sql"


def test_a_gradebook_of_an_earlier_kit_is_brought_up_to_date(tmp_path: Path) -> None:
    put(tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT), "b.json": hand_in("Bo", RIGHT)})
    marks = tmp_path / "marks"
    marks.mkdir()
    with sqlite3.connect(marks / "gradebook.sqlite") as base:
        base.executescript(OLD.read_text(encoding="utf-8"))
    run(tmp_path / "handed", marks)
    with Gradebook(marks / "gradebook.sqlite") as book:
        assert [(pupil.key, pupil.number) for pupil in book.pupils()] == [
            ("name:ada", 1),
            ("name:bo", 2),
            ("name:gone", 3),
        ]
        assert book.overrides("name:ada")["12.9"].comment == "Well asked"
        assert [each.place for each in book.hand_ins("name:gone")] == ["gone.json"]
    assert os.path.exists(marks / "class.html")

"""What teachers saw after a first morning with marks: what came and was nothing, and who is where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from grading_class import RIGHT, hand_in, put, run, the_course

from kit.grading.gradebook import Gradebook
from kit.grading.records import Pupil
from kit.grading.roster import read_roster
from kit.grading.settings import Settings

ADA, ALAN = (Pupil(id, name, id, listed=True) for id, name in (("17", "Ada Lovelace"), ("18", "Alan Turing")))
HONEST = {"Bo Ek.json": hand_in("Bo Ek", {"12.1": "a"})}


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    with the_course(tmp_path):
        yield


def page_of(marks: Path, name: str) -> str:
    """The class page, or that of a pupil."""
    (page,) = marks.rglob(name)
    return page.read_text(encoding="utf-8")


def pupils(marks: Path) -> list[tuple[int, str]]:
    with Gradebook(marks / "gradebook.sqlite") as book:
        return [(pupil.number, pupil.name) for pupil in book.pupils()]


@pytest.mark.parametrize(
    "place",
    [
        "12-footbridge Ada Lovelace.json",
        "Ada Lovelace/answers/12-footbridge.json",
        "Lovelace Ada_1234567_assignsubmission_file_/12-footbridge.json",
        "lovelaceada_55_66_12-footbridge.json",
        "hand-in of Lovelace, Ada (2).json",
        "17.json",
        "Ada Lovelace/12-footbridge.zip",
    ],
)
def test_a_file_that_could_not_be_read_is_tied_to_its_pupil(place: str, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    run(put(tmp_path / "handed", {**HONEST, place: '{"answers": {"12.1": "a'}), marks, roster=(ADA, ALAN))
    page = page_of(marks, "class.html")
    (line,) = [line for line in page.splitlines() if line.startswith(f"<li>{place}: ")]
    assert line.endswith("From Ada Lovelace.</li>")
    assert "<li>The footbridge: Alan Turing.</li>" in page  # the one who has no answers
    assert ">a file that could not be read</td>" in page
    own = page_of(marks, "*-ada-lovelace.html")
    assert "We got a file from you that couldn’t be read. Hand it in again, or ask your teacher." in own
    assert {name for _, name in pupils(marks)} == {"Ada Lovelace", "Alan Turing", "Bo Ek"}


@pytest.mark.parametrize("place", ["12-footbridge.json", "period 3/12-footbridge.json", "Ada.json", "17 18.json"])
def test_a_file_that_names_nobody_is_tied_to_nobody(place: str, tmp_path: Path) -> None:
    run(put(tmp_path / "handed", {**HONEST, place: "{"}), tmp_path / "marks", roster=(ADA, ALAN))
    page = page_of(tmp_path / "marks", "class.html")
    assert "cut off or edited.</li>" in page
    assert "<li>The footbridge: Ada Lovelace, Alan Turing.</li>" in page


def test_a_broken_file_of_another_unit_says_nothing_of_this_one(tmp_path: Path) -> None:
    files = {**HONEST, "Cy/0.json": hand_in("Cy Dee", {"0.2": "a"}, unit="0-start"), "0-start Ada Lovelace.json": "{"}
    run(put(tmp_path / "handed", files), tmp_path / "marks", roster=(ADA,))
    page = page_of(tmp_path / "marks", "class.html")
    assert "<li>The footbridge: Cy Dee, Ada Lovelace.</li>" in page
    assert ". From Ada Lovelace.</li>" in page
    assert "<li>Start: Bo Ek.</li>" in page


def test_a_corrected_name_leaves_nobody_behind(tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    handed = put(tmp_path / "handed", {"a.json": hand_in("Ada Lovelacy", {"12.1": "a"})})
    run(handed, marks, roster=(ADA, ALAN))
    assert (3, "Ada Lovelacy") in pupils(marks)
    put(handed, {"a.json": hand_in("Ada Lovelace", {"12.1": "a"}), "c.json": hand_in("Cy Dee", {"12.1": "a"})})
    run(handed, marks, roster=(ADA, ALAN))
    # Number 3 is not given to another: a table that is being filled in may still have it.
    assert pupils(marks) == [(4, "Cy Dee"), (1, "Ada Lovelace"), (2, "Alan Turing")]
    assert not list((marks / "feedback").glob("*lovelacy*"))


def test_somebody_with_points_by_hand_stays(tmp_path: Path) -> None:
    from kit.cli import main

    marks = tmp_path / "marks"
    handed = put(tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT)})
    where = ["-o", str(marks), "--course", str(tmp_path / "course")]
    main(["grade", str(handed), *where])
    filled = tmp_path / "filled.csv"
    filled.write_text("pupil,question,points,comment\n1,12.9,2,\n", encoding="utf-8")
    main(["grade", "--open", str(filled), *where])
    put(handed, {"a.json": hand_in("Bo", RIGHT)})
    main(["grade", str(handed), *where])
    assert [name for _, name in pupils(marks)] == ["Ada", "Bo"]


@pytest.mark.parametrize(("keep", "doubts"), [("last", 1), ("best", 0)])
def test_a_shorter_try_in_the_place_of_a_fuller_one_is_a_doubt(keep: str, doubts: int, tmp_path: Path) -> None:
    files = {
        "ada_11_21_9.json": hand_in("Ada", {"12.1": "a", "12.3": 17.4, "12.2": ["a"]}, "2026-11-20T10:00:00+00:00"),
        "ada_11_22_9-1.json": hand_in("Ada", {"12.1": "a"}, "2026-11-20T11:00:00+00:00"),
        "bo_12_21_9.json": hand_in("Bo", {"12.1": "a"}, "2026-11-20T10:00:00+00:00"),
        "bo_12_22_9-1.json": hand_in("Bo", {"12.1": "b", "12.3": 1}, "2026-11-20T11:00:00+00:00"),
    }
    done = run(put(tmp_path / "handed", files), tmp_path / "marks", settings=Settings(keep=keep))
    page = page_of(tmp_path / "marks", "class.html")
    said = (
        "<li>The footbridge, Ada: the try that counts has 1 answer, and another one has 3. --keep best takes the one "
        "with more points.</li>"
    )
    assert (page.count(said), done.doubts) == (doubts, doubts)


@pytest.mark.parametrize(("count", "noted"), [(4, False), (5, True)])
def test_a_question_is_called_out_only_where_there_are_enough_pupils(count: int, noted: bool, tmp_path: Path) -> None:
    """Those who are right in 12.1 are wrong in all else: its discrimination is at its lowest."""
    files = {
        f"{n}.json": hand_in(f"P {n}", {"12.1": "a"} if n % 2 else {"12.1": "b", "12.3": 17.4, "12.2": ["a", "d"]})
        for n in range(count)
    }
    run(put(tmp_path / "handed", files), tmp_path / "marks")
    assert ("It doesn’t fit the rest: look at its key." in page_of(tmp_path / "marks", "class.html")) is noted


def test_who_handed_nothing_in_is_not_in_the_spread(tmp_path: Path) -> None:
    files = {"a.json": hand_in("Ada Lovelace", {"12.1": "a"}), "b.json": "{"}
    run(put(tmp_path / "handed", files), tmp_path / "marks", roster=(ADA, ALAN))
    page = page_of(tmp_path / "marks", "class.html")
    assert "<p>2 pupils, 2 files.</p>" in page
    assert "<caption>Share of all points, for the 1 who handed in</caption>" in page
    assert '<tr><th scope="row">0 to 10 %</th><td class="number">1</td>' in page


def test_no_two_lists_say_the_same(tmp_path: Path) -> None:
    """Who handed nothing in stands under “No answers”, and who has a broken file beside that file: not once more."""
    files = {"a.json": hand_in("Ada Lovelace", {"12.1": "b"}), "Bo Ek.json": "{"}
    run(
        put(tmp_path / "handed", files), tmp_path / "marks", roster=(ADA, ALAN, Pupil("19", "Bo Ek", "19", listed=True))
    )
    page = page_of(tmp_path / "marks", "class.html")
    first = page[page.index("To look at first</h2>") : page.index("How the class did")]
    lines = [line for line in first.splitlines() if line.startswith("<li>")]
    assert {name: sum(name in line for line in lines) for name in ("Ada Lovelace", "Alan Turing", "Bo Ek")} == {
        "Ada Lovelace": 1,
        "Alan Turing": 1,
        "Bo Ek": 1,
    }


def test_six_who_wrote_alike_are_one_group(tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(30))
    files = {f"{n}.json": hand_in(f"Pupil {n}", {"12.9": words}) for n in range(6)}
    files |= {f"other {n}.json": hand_in(f"Other {n}", {"12.9": words.replace("word", "thing")}) for n in range(2)}
    run(put(tmp_path / "handed", files), tmp_path / "marks")
    page = page_of(tmp_path / "marks", "class.html")
    assert [line for line in page.splitlines() if "of the words in the same order" in line] == [
        "<li>Pupil 0, Pupil 1, Pupil 2, Pupil 3, Pupil 4 and Pupil 5: prose in 12.9 (up to 100 % of the words in the "
        "same order).</li>",
        "<li>Other 0 and Other 1: prose in 12.9 (100 % of the words in the same order).</li>",
    ]


def rows_of(marks: Path) -> list[str]:
    """The names in the table of the class page."""
    return re.findall(r'<th scope="row"><a href="[^"]*">([^<]*)</a>', page_of(marks, "class.html"))


def test_names_are_sorted_by_surname_and_told_apart(tmp_path: Path) -> None:
    names = ["Zoe Ask", "anna", "Ana Özil", "Pupil 10", "Pupil 2", "Łukasz", "Lea O’Neil", "Ek, Zoe", "Al Ek-Berg"]
    files = {f"{n}.json": hand_in(name, {"12.1": "a"}) for n, name in enumerate(names)}
    files |= {f"liwei_{n}_7_1.json": hand_in("Li Wei", {"12.1": "a"}) for n in (11, 12)}
    run(put(tmp_path / "handed", files), tmp_path / "marks")
    assert rows_of(tmp_path / "marks") == [
        "anna", "Zoe Ask", "Ek, Zoe", "Al Ek-Berg", "Łukasz", "Lea O’Neil", "Ana Özil", "Pupil 2", "Pupil 10",
        "Li Wei (11)", "Li Wei (12)",
    ]  # fmt: skip


def test_the_roster_says_what_is_a_surname(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("First name,Surname\nGabriel,García Márquez\nWei,Li\nAda,Lovelace\nBo,García\n", encoding="utf-8")
    files = {f"{name}.json": hand_in(name, {"12.1": "a"}) for name in ("Li Wei", "Gabriel Garcia Marquez", "Cy Kay")}
    for _ in range(2):  # the gradebook remembers it
        run(put(tmp_path / "handed", files), tmp_path / "marks", roster=read_roster(roster))
        roster.write_text("name\n", encoding="utf-8")
        shown = rows_of(tmp_path / "marks")
        assert shown == ["Bo García", "Gabriel García Márquez", "Cy Kay", "Wei Li", "Ada Lovelace"]


def test_pages_without_names_do_not_go_by_them(tmp_path: Path) -> None:
    files = {f"{n}.json": hand_in(name, {"12.1": "a"}) for n, name in enumerate(("Zoe", "Ada", "Bo"))}
    run(put(tmp_path / "handed", files), tmp_path / "marks", anonymous=True)
    assert rows_of(tmp_path / "marks") == ["Pupil 1", "Pupil 2", "Pupil 3"]


def test_a_long_answer_is_shown_to_its_last_word(tmp_path: Path) -> None:
    words = "word " * 3_000 + "the-last-one"
    run(put(tmp_path / "handed", {"a.json": hand_in("Ada", {"12.9": words})}), tmp_path / "marks")
    assert "the-last-one</blockquote>" in page_of(tmp_path / "marks", "*-ada.html")

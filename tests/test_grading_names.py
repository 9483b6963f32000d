"""Who is who: the names that platforms make, spellings of one name, rosters, and doubts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.errors import KitError
from kit.grading.pupil_names import PlaceInfo, clean_name, file_name, joined_spellings, name_key, read_place
from kit.grading.pupil_register import PupilMatch, PupilRegister
from kit.grading.records import Pupil
from kit.grading.roster import read_roster

ADA = Pupil("17", "Ada Lovelace", "17", "alove", "ada@school.example", listed=True)
ALAN = Pupil("18", "Alan Turing", "18", "aturi", "", listed=True)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (
            "Lovelace Ada_1234567_assignsubmission_file_/1-attribution.json",
            PlaceInfo("Moodle", "Lovelace Ada", "1234567"),
        ),
        (
            "class/Lovelace Ada_1234567_assignsubmission_file_/deep/x.ipynb",
            PlaceInfo("Moodle", "Lovelace Ada", "1234567"),
        ),
        ("Lovelace Ada_1234567_assignsubmission_onlinetext_/x.json", PlaceInfo("Moodle", "Lovelace Ada", "1234567")),
        ("Lovelace Ada_12_assignsubmission_file/x.json", PlaceInfo("Moodle", "Lovelace Ada", "12")),
        ("lovelaceada_12345_67890_1-attribution.json", PlaceInfo("Canvas", "lovelaceada", "12345")),
        ("lovelaceada_LATE_12345_67890_x.ipynb", PlaceInfo("Canvas", "lovelaceada", "12345", late=True)),
        ("lovelaceada_12345_67890_x-2.ipynb", PlaceInfo("Canvas", "lovelaceada", "12345", again=2)),
        (
            "inbound/ada+unit1+2026-11-01 10:00:00.000000 UTC+c3Vi/x.ipynb",
            PlaceInfo("nbgrader", "ada", "ada"),
        ),
        ("submitted/ada/unit1/x.ipynb", PlaceInfo("nbgrader", "ada", "ada")),
        ("Ada Lovelace - Unit 1.ipynb", PlaceInfo("Google Classroom", "Ada Lovelace")),
        ("Ada Lovelace/1-attribution.json", PlaceInfo("folder", "Ada Lovelace", folder="Ada Lovelace")),
        ("Ada Lovelace/answers/1.json", PlaceInfo("folder", "Ada Lovelace", folder="Ada Lovelace")),
        ("10b/Ada Lovelace/1.json", PlaceInfo("folder", "Ada Lovelace", folder="10b/Ada Lovelace")),
        ("1-attribution.json", PlaceInfo()),
        ("", PlaceInfo()),
    ],
)
def test_the_place_of_a_file_tells_whose_it_is(place: str, told: PlaceInfo) -> None:
    assert read_place(place) == told


@pytest.mark.parametrize(
    ("name", "shown", "problem"),
    [
        ("Ada Lovelace", "Ada Lovelace", ""),
        ("  Ada\n Lovelace ", "Ada Lovelace", ""),
        ("Ada\u202eecalevoL", "AdaecalevoL", "characters that are not seen"),
        ("A\x00d\x07a", "Ada", "characters that are not seen"),
        ("Zoë Ångström", "Zoë Ångström", ""),
        ("x" * 200, "x" * 99 + "…", "more than 100 characters"),
        ("", "", ""),
    ],
)
def test_a_name_is_shown_on_one_line_and_nothing_hides_in_it(name: str, shown: str, problem: str) -> None:
    assert clean_name(name) == (shown, problem)


def test_spellings_of_one_name_are_the_name_key() -> None:
    assert name_key("Lovelace, Ada") == name_key("ada LOVELACE") == name_key("Ada_Lovelace") == "ada lovelace"
    assert name_key("Zoë Ångström") == name_key("Zoe Angstrom")
    assert "lovelaceada" in joined_spellings("Ada Lovelace")
    assert not joined_spellings("Pupil 12") & joined_spellings("Pupil 21")
    assert name_key("Ada Lovelace") != name_key("Adam Lovelace")


@pytest.mark.parametrize(
    ("name", "file"),
    [("Ada Lovelace", "ada-lovelace"), ("../../gradebook", "gradebook"), ("=HYPERLINK(1)", "hyperlink-1"), ("李", "")],
)
def test_a_name_in_a_file_name_leads_nowhere(name: str, file: str) -> None:
    assert file_name(name) == file


@pytest.mark.parametrize(
    ("own", "place", "key", "doubts"),
    [
        ("Ada Lovelace", PlaceInfo(), "17", ()),
        ("lovelace, ada", PlaceInfo(), "17", ()),
        ("", PlaceInfo("Canvas", "lovelaceada", "999"), "17", ()),
        ("", PlaceInfo("nbgrader", "alove", "alove"), "17", ()),
        ("", PlaceInfo("nbgrader", "ada", "ada"), "17", ()),  # as before the @ of the email
        ("Ada", PlaceInfo("Moodle", "Lovelace Ada", "5"), "17", ()),
        (
            "Alan Turing",
            PlaceInfo("Moodle", "Lovelace Ada", "5"),
            "17",
            ("the file says “Alan Turing”, Moodle says “Lovelace Ada”",),
        ),
        ("Ada Lovelace", PlaceInfo("folder", "period 3"), "17", ()),
        ("", PlaceInfo("folder", "Turing Alan"), "18", ()),
        ("Ada Lovelacy", PlaceInfo(), "name:ada lovelacy", ("Ada Lovelacy is not on the roster; Ada Lovelace is",)),
        ("Bob", PlaceInfo(), "name:bob", ("Bob is not on the roster",)),
        ("", PlaceInfo(), "name:1 a json name without", ("nothing tells whose hand-in this is",)),
        ("Ada\u202e Lovelace", PlaceInfo(), "17", ("the name had characters that are not seen",)),
    ],
)
def test_a_hand_in_is_matched_to_one_pupil(own: str, place: PlaceInfo, key: str, doubts: tuple[str, ...]) -> None:
    who = PupilRegister([ADA, ALAN]).match(own, place, "1.json")
    assert (who.pupil.key, who.doubts) == (key, doubts)


def test_without_a_roster_pupils_are_those_who_turn_up() -> None:
    register = PupilRegister()
    first = register.match("Ada Lovelace", PlaceInfo(), "1.json")
    assert first == PupilMatch(Pupil("name:ada lovelace", "Ada Lovelace"))
    assert register.match("Lovelace, Ada", PlaceInfo(), "2.json") == first


def test_two_pupils_of_one_name_are_told_apart_by_the_platform_or_doubted() -> None:
    other = Pupil("19", "Ada Lovelace", "19", "alove2", listed=True)
    register = PupilRegister([ADA, other])
    assert register.match("Ada Lovelace", PlaceInfo("nbgrader", "alove2", "alove2"), "1.json").pupil == other
    who = register.match("Ada Lovelace", PlaceInfo(), "1.json")
    assert who.pupil.key not in ("17", "19")
    assert who.doubts == ("Ada Lovelace stands on the roster more than once, and nothing tells which one this is",)


@pytest.mark.parametrize(
    ("text", "pupils"),
    [
        ("name,id,email\nAda Lovelace,17,a@b.c\n", [Pupil("17", "Ada Lovelace", "17", "", "a@b.c", listed=True)]),
        ("Surname;First name\nLovelace;Ada\n\n", [Pupil("name:ada lovelace", "Ada Lovelace", listed=True)]),
        (
            "\ufeffFirst name,Last name,Username\nAda,Lovelace,alove\n",
            [Pupil("alove", "Ada Lovelace", "", "alove", listed=True)],
        ),
    ],
)
def test_a_roster_is_read_as_spreadsheets_write_it(text: str, pupils: list[Pupil], tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8")
    assert list(read_roster(path)) == pupils


def test_a_roster_in_the_encoding_of_an_old_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes("name\nZoë".encode("cp1252"))
    assert [pupil.name for pupil in read_roster(path)] == ["Zoë"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty. Its first line names the columns, such as: name,id,email"),
        ("who,what\nAda,1\n", "has no column “name”, nor “first name” and “surname”. Its first line has to name them."),
        (
            "name\nAda\nAda\n",
            "has Ada and Ada with nothing to tell them apart. Give each pupil an id of their own.",
        ),
    ],
)
def test_a_roster_that_is_of_no_use_is_told(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KitError) as refused:
        read_roster(path)
    assert str(refused.value) == f"the roster {path} {says}"


def test_a_roster_that_is_no_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(f"name\n{'x' * 200_000}\n", encoding="utf-8")
    with pytest.raises(KitError, match=r"the roster .* is no table: field larger than field limit .* Save it from the"):
        read_roster(path)


def test_a_roster_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KitError, match=r"can't be opened: No such file or directory\. Check its name\."):
        read_roster(tmp_path / "none.csv")

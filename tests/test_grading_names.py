"""Who is who: the names that platforms make, spellings of one name, rosters, and doubts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.errors import KitError
from kit.grading.layouts import PlaceInfo, read_place
from kit.grading.pupil_names import clean_name, file_name, joined_spellings, name_key, name_order
from kit.grading.records import Pupil
from kit.grading.roster import as_known, read_roster

ADA = Pupil("17", "Ada Lovelace", "17", "alove", "ada@school.example", listed=True)
ALAN = Pupil("18", "Alan Turing", "18", "aturi", "", listed=True)
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Unit 1 (55)\n    Points Possible,,,,,7\n"
    '"Lovelace, Ada",9017,17,alove,10b,5\n"Student, Test",9000,,,10b,\n'
)
WORKSHEET = "Identifier,Full name,Email address,Status,Grade\nParticipant 40012,Ada Lovelace,a@b.c,,\n"
NAMELESS = "Identifier,Status,Grade\nParticipant 40012,,\n"
GERMAN = "ID;Vollständiger Name;E-Mail-Adresse\nTeilnehmer/in40012;Ada Lovelace;a@b.c\n"
ADA_OF = {
    "Canvas": Pupil("17", "Lovelace, Ada", "17", "alove", listed=True, accounts=("Canvas 9017",)),
    "Moodle": Pupil("a@b.c", "Ada Lovelace", email="a@b.c", listed=True, accounts=("Moodle 40012",)),
    "nameless": Pupil("Moodle 40012", "Participant 40012", listed=True, accounts=("Moodle 40012",)),
    "name": Pupil("name:ada lovelace", "Ada Lovelace", listed=True),
    "id": Pupil("17", "Ada Lovelace", "17", listed=True),
    "two names": Pupil("name:ada lovelace", "Ada Lovelace", listed=True, surname="Lovelace"),
    "two names and id": Pupil("17", "Ada Lovelace", "17", listed=True, surname="Lovelace"),
}


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (
            "Lovelace Ada_1234567_assignsubmission_file_/1-attribution.json",
            PlaceInfo("Moodle", "Lovelace Ada", "1234567"),
        ),
        (
            "class/Lovelace Ada_1234567_assignsubmission_file_/deep/x.ipynb",
            PlaceInfo("Moodle", "Lovelace Ada", "1234567", folder="class"),
        ),
        ("Lovelace Ada_1234567_assignsubmission_onlinetext_/x.json", PlaceInfo("Moodle", "Lovelace Ada", "1234567")),
        ("Lovelace Ada_12_assignsubmission_file/x.json", PlaceInfo("Moodle", "Lovelace Ada", "12")),
        ("lovelaceada_12345_67890_1-attribution.json", PlaceInfo("Canvas", "lovelaceada", "12345")),
        ("lovelaceada_LATE_12345_67890_x.ipynb", PlaceInfo("Canvas", "lovelaceada", "12345", late=True)),
        ("lovelaceada_12345_67890_x-2.ipynb", PlaceInfo("Canvas", "lovelaceada", "12345", again=2)),
        (
            "inbound/ada+unit1+2026-11-01 10:00:00.000000 UTC+c3Vi/x.ipynb",
            PlaceInfo("nbgrader", "ada", "ada", folder="inbound"),
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
        ("Ada\u202eecalevoL", "AdaecalevoL", "invisible characters"),
        ("A\x00d\x07a", "Ada", "invisible characters"),
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


SORTED = [
    ("7", ""),
    ("Søren Ångström-Lind", "Ångström-Lind"),
    ("Ada Ask", ""),
    ("Ek, Bo", ""),
    ("BO EK 2", ""),
    ("Bo Ek 10", ""),
    ("Cy Ek (they)", ""),
    ("Di Ek Jr.", ""),
    ("Zoe Ek", ""),
    ("Zoe Ek Berg", "Ek Berg"),
    ("Ann Eka", ""),
    ("Vincent van Gogh", ""),
    ("Li Wei", "Li"),
    ("Øyvind Lund", ""),
    ("Ed ONeil", ""),
    ("Flo O'Neil", ""),
    ("Gus O’Neil", ""),
]


def test_names_go_by_surname_then_by_the_others() -> None:
    order = [pair[0] for pair in sorted(SORTED, key=lambda pair: name_order(*pair))]
    assert order == [name for name, _ in SORTED]


@pytest.mark.parametrize(
    ("name", "file"),
    [("Ada Lovelace", "ada-lovelace"), ("../../gradebook", "gradebook"), ("=HYPERLINK(1)", "hyperlink-1"), ("李", "")],
)
def test_a_name_in_a_file_name_leads_nowhere(name: str, file: str) -> None:
    assert file_name(name) == file


@pytest.mark.parametrize(
    ("text", "pupils"),
    [
        ("name,id,email\nAda Lovelace,17,a@b.c\n", [Pupil("17", "Ada Lovelace", "17", "", "a@b.c", listed=True)]),
        ("Surname;First name\nLovelace;Ada\n\n", [ADA_OF["two names"]]),
        (
            "\ufeffFirst name,Last name,Username\nAda,Lovelace,alove\n",
            [Pupil("alove", "Ada Lovelace", "", "alove", listed=True, surname="Lovelace")],
        ),
    ],
)
def test_a_roster_is_read_as_spreadsheets_write_it(text: str, pupils: list[Pupil], tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8")
    assert list(read_roster(path)) == pupils


@pytest.mark.parametrize(
    ("data", "pupil"),
    [
        (CANVAS.encode(), "Canvas"),
        (WORKSHEET.encode("utf-8-sig"), "Moodle"),
        (NAMELESS.encode(), "nameless"),
        (GERMAN.encode("cp1252"), "Moodle"),
        ("sep=;\r\nname;id\r\nAda Lovelace;17\r\n".encode("utf-16"), "id"),
        ("name\tid\nAda Lovelace\t17\n".encode("utf-16-le"), "id"),
        ("name\tid\nAda Lovelace\t17\n".encode("utf-16-be"), "id"),
        (b"Ada Lovelace\n\n", "name"),
        (b"Full Name (as on the list)\nAda Lovelace\n", "name"),
        (b"Nachname;Vorname;Matrikelnummer\nLovelace;Ada;17\n", "two names and id"),
        ("Prénom;Nom\nAda;Lovelace\n".encode(), "two names"),
        ("Nombre,Apellido(s),Número de ID\nAda,Lovelace,17\n".encode(), "two names and id"),
        ("Imię,Nazwisko\nAda,Lovelace\n".encode(), "two names"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value[:20]),
)
def test_a_roster_is_read_as_schools_have_it(data: bytes, pupil: str, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(data)
    assert read_roster(path) == (ADA_OF[pupil],)


@pytest.mark.parametrize(
    ("earlier", "later", "key", "accounts"),
    [
        ("name", "id", "name:ada lovelace", ()),
        ("id", "Canvas", "17", ("Canvas 9017",)),
        ("Moodle", "name", "a@b.c", ("Moodle 40012",)),
        ("Canvas", "Moodle", "17", ("Canvas 9017", "Moodle 40012")),
    ],
)
def test_another_roster_has_the_same_pupils(earlier: str, later: str, key: str, accounts: tuple[str, ...]) -> None:
    (pupil,) = as_known([ADA_OF[later]], [ADA_OF[earlier]])
    assert (pupil.key, pupil.accounts) == (key, accounts)


def test_a_roster_in_the_encoding_of_an_old_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes("name\nZoë".encode("cp1252"))
    assert [pupil.name for pupil in read_roster(path)] == ["Zoë"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty. Its first line names the columns, such as: name,id,email"),
        (
            "who,what\nAda,1\n",
            "has no column “name”, and no “first name” and “surname”. Its first line has to name them.",
        ),
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
    with pytest.raises(
        KitError, match=r"the roster .* isn't a table: field larger than field limit .* Save it from the"
    ):
        read_roster(path)


def test_a_roster_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KitError, match=r"can't be opened: No such file or directory\. Check its name\."):
        read_roster(tmp_path / "none.csv")

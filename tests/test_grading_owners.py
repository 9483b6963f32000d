"""Whose is it? What platforms and shared drives hand over, to whom each hand-in goes, and what is asked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from grading_class import HANDED_IN, UNIT, hand_in, notebook, put, run, the_course

from kit.grading.gradebook import Gradebook
from kit.grading.records import Pupil
from kit.grading.settings import Settings

ADA = Pupil("17", "Ada Lovelace", "17", "alove", "ada@school.example", listed=True)
BO = Pupil("18", "Bo Ek", "18", "bek", listed=True)
LI_1, LI_2 = (Pupil(id, "Li Wei", id, listed=True) for id in ("31", "32"))
WEI = Pupil("33", "Wei Li", "33", listed=True)
MOODLE = "_assignsubmission_file_"


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    with the_course(tmp_path):
        yield


def content(said: str, place: str) -> str:
    """A hand-in out of “NAME=ANSWER”; “book” is a notebook without a name, “html” a web page, “bad” a broken file."""
    if said in ("html", "bad"):
        return {"html": "<html><p>My answers</p>", "bad": "{"}[said]
    if said == "book":
        return notebook('check("12.1", "a")')
    name, _, answer = said.partition("=")
    question, unit = ("1.2", "1-attribution") if answer.startswith("1:") else ("12.1", UNIT)
    return hand_in(name, {question: answer.removeprefix("1:")}, unit=unit)


def marked(
    tmp_path: Path, files: Mapping[str, str], roster: tuple[Pupil, ...] = (), aliases: dict[str, str] | None = None
) -> tuple[dict[str, list[str]], list[str]]:
    """Which files count for whom (those that don't in brackets), and the doubts."""
    handed = put(tmp_path / "handed", {place: content(said, place) for place, said in files.items()})
    run(handed, tmp_path / "marks", roster=roster, settings=Settings(aliases=aliases or {}))
    return as_marked(tmp_path / "marks")


def as_marked(marks: Path) -> tuple[dict[str, list[str]], list[str]]:
    with Gradebook(marks / "gradebook.sqlite") as book:
        pupils = {pupil.key: pupil for pupil in book.pupils()}
        whose: dict[str, list[str]] = {}
        for each in book.hand_ins():
            pupil = pupils.get(each.pupil or "")
            name = f"{pupil.name}{' ' + pupil.id if pupil.id else ''}" if pupil else ""
            whose.setdefault(name, []).append(each.place if each.counts else f"({each.place})")
        return whose, [f"{', '.join(doubt.places)}: {doubt.said}" for doubt in book.owners.doubts()]


def at(*names: str) -> dict[str, list[str]]:
    """Each pupil with one file."""
    return {name.partition(" < ")[0]: [name.partition(" < ")[2]] for name in names}


def claim(place: str, other: str, owner: str, where: str) -> str:
    """What is said of a file that has somebody else's name in it."""
    return f"{place}: it says it is from {other}, but it came from {owner} ({where}); it counts for neither"


# What it is, the files, the roster, whose they are, and what is asked.
LAYOUTS: list[tuple[str, dict[str, str], tuple[Pupil, ...], dict[str, list[str]], list[str]]] = [
    (
        "Moodle",
        {f"Lovelace Ada_11{MOODLE}/1.json": "Ada Lovelace=a", f"Ek Bo_12{MOODLE}/1.json": "Bo Ek=a"},
        (),
        {"Lovelace Ada": [f"Lovelace Ada_11{MOODLE}/1.json"], "Ek Bo": [f"Ek Bo_12{MOODLE}/1.json"]},
        [],
    ),
    (
        "Moodle without folders",
        {"Ada Lovelace_11_assignsubmission_file_1.json": "=a"},
        (ADA,),
        {"Ada Lovelace 17": ["Ada Lovelace_11_assignsubmission_file_1.json"]},
        [],
    ),
    (
        "Moodle, two of one name",
        {f"Li Wei_11{MOODLE}/1.json": "Li Wei=a", f"Li Wei_12{MOODLE}/1.json": "Li Wei=b"},
        (),
        {"Li Wei": [f"Li Wei_11{MOODLE}/1.json", f"Li Wei_12{MOODLE}/1.json"]},
        [],
    ),
    (
        "Moodle, two units",
        {f"u1/Ada_11{MOODLE}/1.json": "Ada=1:a", f"u12/Ada_99{MOODLE}/1.json": "Ada=a"},
        (),
        {"Ada": [f"u1/Ada_11{MOODLE}/1.json", f"u12/Ada_99{MOODLE}/1.json"]},
        [],
    ),
    (
        "Moodle without names",
        {f"Participant_40000{MOODLE}/1.json": "=a", f"Participant_40001{MOODLE}/1.json": "=a"},
        (),
        at(
            f"Participant 40000 < Participant_40000{MOODLE}/1.json",
            f"Participant 40001 < Participant_40001{MOODLE}/1.json",
        ),
        [],
    ),
    (
        "Moodle without names, and its worksheet",
        {f"Participant_40000{MOODLE}/1.json": "=a"},
        (Pupil("17", "Ada Lovelace", "17", listed=True, accounts=("Moodle 40000",)),),
        {"Ada Lovelace 17": [f"Participant_40000{MOODLE}/1.json"]},
        [],
    ),
    (
        "Moodle in groups",
        {f"Group A-Ada Lovelace_11{MOODLE}/1.json": "=a", f"10b-Bo Ek_12{MOODLE}/1.json": "=a"},
        (ADA, BO),
        {"Ada Lovelace 17": [f"Group A-Ada Lovelace_11{MOODLE}/1.json"], "Bo Ek 18": [f"10b-Bo Ek_12{MOODLE}/1.json"]},
        [],
    ),
    (
        "Moodle in groups without a roster",
        {f"Grupo 2-Ada Lovelace_11{MOODLE}/1.json": "Ada Lovelace=a"},
        (),
        {"Ada Lovelace": [f"Grupo 2-Ada Lovelace_11{MOODLE}/1.json"]},
        [],
    ),
    (
        "a name with a hyphen",
        {f"Anne-Marie Duval_11{MOODLE}/1.json": "Anne-Marie Duval=a"},
        (),
        {"Anne-Marie Duval": [f"Anne-Marie Duval_11{MOODLE}/1.json"]},
        [],
    ),
    (
        "Moodle, what was typed",
        {"Ada Lovelace_11_assignsubmission_onlinetext_/onlinetext.html": "html"},
        (ADA, BO),
        {"Ada Lovelace 17": ["Ada Lovelace_11_assignsubmission_onlinetext_/onlinetext.html"]},
        [],
    ),
    (
        "Canvas",
        {"lovelaceada_11_21_1.json": "Ada Lovelace=a", "ekbo_LATE_12_22_1-1.json": "=a"},
        (ADA, BO),
        {"Ada Lovelace 17": ["lovelaceada_11_21_1.json"], "Bo Ek 18": ["ekbo_LATE_12_22_1-1.json"]},
        [],
    ),
    (
        "Canvas, two of one name",
        {"weili_11_21_1.json": "Li Wei=a", "weili_12_22_1.json": "Li Wei=b"},
        (),
        {"Li Wei": ["weili_11_21_1.json", "weili_12_22_1.json"]},
        [],
    ),
    (
        "Canvas, two of one name on the roster",
        {"weili_11_21_1.json": "Li Wei=a", "weili_12_22_1.json": "Li Wei=b"},
        tuple(Pupil(id, "Li Wei", id, listed=True, accounts=(f"Canvas {n}",)) for n, id in ((11, "31"), (12, "32"))),
        {"Li Wei 31": ["weili_11_21_1.json"], "Li Wei 32": ["weili_12_22_1.json"]},
        [],
    ),
    (
        "Canvas, and nothing tells two apart",
        {"weili_11_21_1.json": "Li Wei=a"},
        (LI_1, LI_2),
        {"Li Wei": ["weili_11_21_1.json"]},
        ["weili_11_21_1.json: Li Wei is on the roster more than once, and nothing shows which one this is"],
    ),
    (
        "Canvas without names",
        {"anon_gW8Xc_21_1.json": "=a", "anon_LATE_hY9Zd_22_1.json": "=a"},
        (),
        at("anon gW8Xc < anon_gW8Xc_21_1.json", "anon hY9Zd < anon_LATE_hY9Zd_22_1.json"),
        [],
    ),
    ("Canvas, what was typed", {"ekbo_12_text.html": "html"}, (ADA, BO), {"Bo Ek 18": ["ekbo_12_text.html"]}, []),
    (
        "nbgrader’s inbound",
        {"alove+u+2026-11-20 10:00:00 UTC/1.json": "Ada Lovelace=a"},
        (ADA,),
        {"Ada Lovelace 17": ["alove+u+2026-11-20 10:00:00 UTC/1.json"]},
        [],
    ),
    (
        "nbgrader, two of one name",
        {"submitted/lwei1/u/1.json": "Li Wei=a", "submitted/lwei2/u/1.json": "Li Wei=b"},
        (),
        {"Li Wei": ["submitted/lwei1/u/1.json", "submitted/lwei2/u/1.json"]},
        [],
    ),
    (
        "Google Classroom",
        {"Ada Lovelace - 12.ipynb": "book"},
        (ADA,),
        {"Ada Lovelace 17": ["Ada Lovelace - 12.ipynb"]},
        [],
    ),
    (
        "a copy that Windows made is not Classroom’s",
        {"12-footbridge Ada Lovelace - Copy.json": "Ada Lovelace=a"},
        (ADA,),
        {"Ada Lovelace 17": ["12-footbridge Ada Lovelace - Copy.json"]},
        [],
    ),
    (
        "a drive with a folder for each login",
        {"alove/12.ipynb": "book", "alove/answers/x.json": "Ada Lovelace=a", "bek/12.json": "Bo Ek=a"},
        (),
        {"Ada Lovelace": ["alove/12.ipynb", "alove/answers/x.json"], "Bo Ek": ["bek/12.json"]},
        [],
    ),
    (
        "the same with logins that tell nothing",
        {"s1x/a.ipynb": "book", "s1x/b.json": "Ada=a", "s2x/b.json": "Bo=a"},
        (),
        {"Ada": ["s1x/a.ipynb", "s1x/b.json"], "Bo": ["s2x/b.json"]},
        [],
    ),
    (
        "two of one name on a drive",
        {"lwei1/1.json": "Li Wei=a", "lwei2/1.json": "Li Wei=b"},
        (),
        {"Li Wei": ["lwei1/1.json", "lwei2/1.json"]},
        ["lwei2/1.json: the folder lwei2 and the folder lwei1 are both called Li Wei; taken for two pupils"],
    ),
    (
        "folders of a unit, not of a pupil",
        {"unit 12/a.json": "Ada=a", "unit 12/b.json": "Bo=a", "unit 1/a.json": "Ada=1:a", "unit 1/b.json": "Bo=1:a"},
        (),
        {"Ada": ["unit 1/a.json", "unit 12/a.json"], "Bo": ["unit 1/b.json", "unit 12/b.json"]},
        [],
    ),
    (
        "folders in folders",
        {"10b/Ada Lovelace/answers/x.json": "=a", "10c/Bo Ek/x.json": "=a"},
        (ADA, BO),
        {"Ada Lovelace 17": ["10b/Ada Lovelace/answers/x.json"], "Bo Ek 18": ["10c/Bo Ek/x.json"]},
        [],
    ),
    (
        "a folder called 17 is not the pupil of that id",
        {"17/a.json": "Ada Lovelace=a", "17/b.json": "Bo Ek=a"},
        (ADA, BO),
        {"Ada Lovelace 17": ["17/a.json"], "Bo Ek 18": ["17/b.json"]},
        [],
    ),
    (
        "files side by side",
        {"a.json": "Ada Lovelace=a", "b.json": "lovelace, ada=1:a"},
        (ADA,),
        {"Ada Lovelace 17": ["a.json", "b.json"]},
        [],
    ),
    (
        "Li Wei and Wei Li, by name alone",
        {"a.json": "Li Wei=a", "b.json": "Wei Li=b"},
        (),
        at("Li Wei < a.json", "Wei Li < b.json"),
        ["b.json: “Wei Li” and “Li Wei” may be one pupil or two; taken as two"],
    ),
    (
        "Li Wei and Wei Li on the roster",
        {"a.json": "Li Wei=a", "b.json": "Wei Li=b"},
        (LI_1, WEI),
        at("Li Wei 31 < a.json", "Wei Li 33 < b.json"),
        [
            "a.json: taken as Li Wei; Wei Li has the same names in another order",
            "b.json: taken as Wei Li; Li Wei has the same names in another order",
        ],
    ),
    (
        "letters that not everybody has",
        {"a.json": "Lukasz Sorensen=a", "b.json": "Gudrun Thordis=a"},
        (Pupil("1", "Łukasz Sørensen", "1", listed=True), Pupil("2", "Guðrún Þórdís", "2", listed=True)),
        at("Łukasz Sørensen 1 < a.json", "Guðrún Þórdís 2 < b.json"),
        [],
    ),
    (
        "two tries, or two pupils",
        {"a.json": "Ada=a", "b.json": "Ada=b"},
        (),
        {"Ada": ["a.json", "b.json"]},
        ["a.json, b.json: several files say “Ada”; taken as tries by one pupil"],
    ),
    (
        "a page beside a hand-in is not worth a word",
        {"Ada Lovelace/1.json": "=a", "Ada Lovelace/export.html": "html"},
        (ADA,),
        {"Ada Lovelace 17": ["Ada Lovelace/1.json"]},
        [],
    ),
]

# Somebody says that they are somebody else: it changes nobody's mark.
CLAIMS: list[tuple[str, dict[str, str], tuple[Pupil, ...], dict[str, list[str]], list[str]]] = [
    (
        "in Moodle",
        {f"Ada Lovelace_11{MOODLE}/1.json": "Ada Lovelace=a", f"Bo Ek_12{MOODLE}/1.json": "Ada Lovelace=b"},
        (),
        {"Ada Lovelace": [f"Ada Lovelace_11{MOODLE}/1.json"], "Bo Ek": [f"(Bo Ek_12{MOODLE}/1.json)"]},
        [claim(f"Bo Ek_12{MOODLE}/1.json", "Ada Lovelace", "Bo Ek", "Moodle")],
    ),
    (
        "on a drive",
        {"Ada Lovelace/1.json": "Ada Lovelace=a", "Bo Ek/1.json": "Bo Ek=a", "Bo Ek/2.json": "Ada Lovelace=b"},
        (),
        {"Ada Lovelace": ["Ada Lovelace/1.json"], "Bo Ek": ["Bo Ek/1.json", "(Bo Ek/2.json)"]},
        [claim("Bo Ek/2.json", "Ada Lovelace", "Bo Ek", "the folder Bo Ek")],
    ),
    (
        "in a folder that tells nothing",
        {"x16/1.json": "Ada=a", "x17/1.json": "Bo=a", "x17/2.json": "Ada=b"},
        (),
        {"Ada": ["x16/1.json"], "Bo": ["x17/1.json", "(x17/2.json)"]},
        [claim("x17/2.json", "Ada", "Bo", "the folder x17")],
    ),
    (
        "by a folder named as Moodle does",
        {f"Bo Ek/Ada Lovelace_11{MOODLE}/1.json": "Ada Lovelace=b", "Ada Lovelace/1.json": "=a"},
        (ADA, BO),
        {"Ada Lovelace 17": ["Ada Lovelace/1.json"], "Bo Ek 18": [f"(Bo Ek/Ada Lovelace_11{MOODLE}/1.json)"]},
        [claim(f"Bo Ek/Ada Lovelace_11{MOODLE}/1.json", "Ada Lovelace", "Bo Ek", "the folder Bo Ek")],
    ),
    (
        "of a roster that has both",
        {"alove+u+2026-11-20 10:00:00 UTC/1.json": "Bo Ek=b"},
        (ADA, BO),
        {"Ada Lovelace 17": ["(alove+u+2026-11-20 10:00:00 UTC/1.json)"]},
        [claim("alove+u+2026-11-20 10:00:00 UTC/1.json", "Bo Ek", "Ada Lovelace", "nbgrader")],
    ),
    (
        "which is nobody’s",
        {f"Ada Lovelace_11{MOODLE}/1.json": "Queen of Numbers=a"},
        (ADA,),
        {"Ada Lovelace 17": [f"Ada Lovelace_11{MOODLE}/1.json"]},
        [f"Ada Lovelace_11{MOODLE}/1.json: the file says “Queen of Numbers”, Moodle says “Ada Lovelace”"],
    ),
]


@pytest.mark.parametrize(
    ("what", "files", "roster", "whose", "doubts"), [*LAYOUTS, *CLAIMS], ids=lambda v: v if isinstance(v, str) else ""
)
def test_every_hand_in_goes_to_its_pupil_or_is_asked_about(
    what: str,
    files: dict[str, str],
    roster: tuple[Pupil, ...],
    whose: dict[str, list[str]],
    doubts: list[str],
    tmp_path: Path,
) -> None:
    assert marked(tmp_path, files, roster) == (whose, doubts)
    assert marked(tmp_path, files) == (whose, doubts)  # again, by what the gradebook remembers


def pupils_of(marks: Path) -> int:
    with Gradebook(marks / "gradebook.sqlite") as book:
        return len(list(book.pupils()))


@pytest.mark.parametrize("layout", ["{name}_{n}" + MOODLE + "/1.json", "{name}_{n}_7_1.json", "u{n}x/1.json"])
def test_of_thirty_pupils_three_pairs_have_one_name(layout: str, tmp_path: Path) -> None:
    names = [f"Pupil {chr(65 + n % 27)}" for n in range(30)]
    run(
        put(
            tmp_path / "handed",
            {layout.format(name=name, n=n + 10): content(f"{name}=a", "") for n, name in enumerate(names)},
        ),
        tmp_path / "marks",
    )
    assert pupils_of(tmp_path / "marks") == 30


@pytest.mark.parametrize(
    ("word", "files"),
    [
        ("Addy", {"1.json": "Addy=a"}),
        ("addy", {f"Addy_11{MOODLE}/1.json": "=a"}),
        ("Moodle 11", {f"Participant_11{MOODLE}/1.json": "=a"}),
        ("x17", {"x17/1.ipynb": "book"}),
        ("x17/1.json", {"x17/1.json": "Bo Ek=a"}),
    ],
)
def test_an_alias_settles_a_doubt(word: str, files: dict[str, str], tmp_path: Path) -> None:
    (place,) = files
    before = marked(tmp_path, files, (ADA, BO))
    assert before != ({"Ada Lovelace 17": [place]}, [])
    assert marked(tmp_path, files, aliases={word: "Ada Lovelace"}) == ({"Ada Lovelace 17": [place]}, [])
    run(None, tmp_path / "marks")  # without the rules it is as before
    assert as_marked(tmp_path / "marks") == before
    with Gradebook(tmp_path / "marks" / "gradebook.sqlite") as book:
        book.owners.set_alias(word, "17")
    run(None, tmp_path / "marks")  # by hand it stays
    assert as_marked(tmp_path / "marks") == ({"Ada Lovelace 17": [place]}, [])


def test_an_alias_for_nobody_on_the_roster_is_told(tmp_path: Path) -> None:
    whose, doubts = marked(tmp_path, {"1.json": "Addy=a"}, (ADA,), {"Addy": "Ada Lovelacy"})
    assert whose == {"Ada Lovelacy": ["1.json"]}
    assert doubts == ["the alias “Addy”: Ada Lovelacy is not on the roster; Ada Lovelace is"]


def test_points_by_hand_go_along_when_a_roster_tells_who_it_was(tmp_path: Path) -> None:
    from kit.grading.open_answers import take_points

    put(tmp_path / "handed", {"alove/1.json": hand_in("", {"12.9": "Who says so?"})})
    run(tmp_path / "handed", tmp_path / "marks")
    filled = tmp_path / "filled.csv"
    filled.write_text("pupil,question,points,comment\n1,q12.9,2.5,Good\n", encoding="utf-8")
    with Gradebook(tmp_path / "marks" / "gradebook.sqlite") as book:
        take_points(filled, book, "me")
    run(None, tmp_path / "marks", roster=(ADA, BO))
    with Gradebook(tmp_path / "marks" / "gradebook.sqlite") as book:
        assert [pupil.name for pupil in book.pupils()] == ["Bo Ek", "Ada Lovelace"]
        assert book.overrides("17")["12.9"].comment == "Good"
        filled.write_text(
            "pupil,question,points,comment\n1,12.9,3,Better\n", encoding="utf-8"
        )  # by the number of before
        take_points(filled, book, "me")
        assert book.overrides("17")["12.9"].points == 3


@pytest.mark.parametrize(("days", "told"), [(1, False), (3, True)])
def test_a_time_that_is_days_from_that_of_the_file_is_told(days: int, told: bool, tmp_path: Path) -> None:
    import os

    handed = put(tmp_path / "handed", {"a.json": content("Ada=a", "")})
    os.utime(handed / "a.json", (HANDED_IN, HANDED_IN + days * 86_400))
    run(handed, tmp_path / "marks")
    said = ["a.json: it says that it was written days before the file itself, which is of 2026-11-23"]
    assert as_marked(tmp_path / "marks")[1] == (said if told else [])


def test_the_time_of_a_download_is_one_doubt_for_a_whole_class(tmp_path: Path) -> None:
    import os

    files = {f"{n}.json": hand_in(f"Pupil {n}", {"12.1": "a"}, when=f"2026-11-{n + 10}T10:00:00+00:00") for n in (1, 2)}
    handed = put(tmp_path / "handed", files)
    for path in handed.iterdir():
        os.utime(path, (HANDED_IN, HANDED_IN))
    run(handed, tmp_path / "marks")
    assert as_marked(tmp_path / "marks")[1] == [
        "1.json, 2.json: it says that it was written days before the file itself, which is of 2026-11-20"
    ]


def test_a_folder_with_a_name_takes_nothing_from_the_one_with_the_login(tmp_path: Path) -> None:
    files = {"Ada Lovelace/1.json": "=b", "alove/1.json": "=a"}
    names, doubts = marked(tmp_path, files, (ADA, BO))
    assert names["Ada Lovelace 17"] == ["alove/1.json"]
    assert doubts == ["Ada Lovelace/1.json: nothing shows whose hand-in this is"]


def test_nbgraders_inbound_zip_is_read_with_its_colons(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        entry = zipfile.ZipInfo("inbound/alove+u+2026-11-20 10:00:00.000000 UTC/1.json", (2026, 11, 20, 10, 0, 0))
        out.writestr(entry, content("Ada Lovelace=a", ""))
    (tmp_path / "class.zip").write_bytes(buffer.getvalue())
    run(tmp_path / "class.zip", tmp_path / "marks", roster=(ADA,))
    assert as_marked(tmp_path / "marks") == (
        {"Ada Lovelace 17": ["inbound/alove+u+2026-11-20 10:00:00.000000 UTC/1.json"]},
        [],
    )


def test_what_could_not_be_read_stands_with_its_pupil(tmp_path: Path) -> None:
    files = {
        f"Ada Lovelace_11{MOODLE}/12-footbridge.html": "html",
        "ekbo_12_text.html": "html",
        f"Li Wei_13{MOODLE}/12.json": "bad",
        f"Cy Dee_14{MOODLE}/12.json": "Cy Dee=a",
    }
    marked(tmp_path, files, (ADA, BO, LI_1, Pupil("40", "Emmy Noether", "40", listed=True)))
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    for name in ("Ada Lovelace", "Bo Ek", "Li Wei"):
        assert f". From {name}.</li>" in page
    assert "<li>The footbridge: Emmy Noether.</li>" in page


def test_the_real_doubts_come_first_and_each_is_named_once(tmp_path: Path) -> None:
    files = {f"Bo/{n}.json": "Bo=a" for n in range(5)} | {
        "Bo/z.json": "Ada Lovelace=a",
        "Ada Lovelace/1.json": "Ada Lovelace=a",
        "odd.json": "Nobody Known=a",
    }
    _, doubts = marked(tmp_path, files, (ADA,))
    assert [each.partition(": ")[2] for each in doubts] == [
        "it says it is from Ada Lovelace, but it came from Bo (the folder Bo); it counts for neither",
        "Bo is not on the roster",
        "Nobody Known is not on the roster",
    ]
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert page.count("Bo is not on the roster") == 1
    assert "<li>Bo/0.json, Bo/1.json, Bo/2.json and 3 more: Bo is not on the roster.</li>" in page

"""Hand-ins by which one pupil would touch the mark of another, or the class: each is told, and nobody's mark moves."""

from __future__ import annotations

import csv
import io
import json
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from grading_class import RIGHT, hand_in, notebook, put, run, the_course

from kit.grading.records import Pupil

MOODLE = "_assignsubmission_file_"
HONEST = {
    "Ada Lovelace/1.json": hand_in("Ada Lovelace", RIGHT),
    f"Bo Ek_12{MOODLE}/1.json": hand_in("Bo Ek", {"12.1": "a", "12.3": "5.75"}),
    "cydee_13_7_1.json": hand_in("Cy Dee", {"12.1": "a"}),
}
ROSTER = tuple(
    Pupil(id, name, id, listed=True)
    for id, name in (("17", "Ada Lovelace"), ("18", "Bo Ek"), ("3", "Cy Dee"), ("20", "Eve Adams"))
)
WRONG = {"12.1": "b", "12.2": ["b"], "12.3": 1, "12.8": "No.", "12.9": "Why?"}
AS_ADA = hand_in("Ada Lovelace", WRONG, "2026-11-21T10:00:00+00:00")
AS_BO = hand_in("Bo Ek", WRONG)
CLAIM = "it says it is from Ada Lovelace, but it came from Eve Adams"


def packed(*members: tuple[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as out:
        for name, data in members:
            out.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 10, 0, 0)), data, how)
    return buffer.getvalue()


def long_list() -> bytes:
    """A zip that says that the list of its files has two megabytes."""
    data = bytearray(packed(*((f"{'n' * 60_000}{n}", "") for n in range(35))))
    return bytes(data)


def overlapping() -> bytes:
    """Two names for the same bytes, the second with the size of a giant."""
    data = bytearray(packed(("1.json", "{}"), ("2.json", "{}")))
    second = data.rfind(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    data[second + 24 : second + 28] = struct.pack("<I", 2**31)
    return bytes(data)


EVE = "Eve Adams/1.json"
# The file or files, and what the teacher is told of them; "" where there is nothing to tell, and nothing happens.
CASES: list[tuple[str, dict[str, str | bytes], str]] = [
    ("a later try under another's name, from one's own folder", {EVE: AS_ADA}, CLAIM),
    ("the same from Moodle", {f"Eve Adams_14{MOODLE}/1.json": AS_ADA}, CLAIM),
    ("the same from Canvas", {"eveadams_14_8_1.json": AS_ADA}, CLAIM),
    ("the same from nbgrader", {"submitted/Eve Adams/u/1.json": AS_ADA}, CLAIM),
    ("the same in a zip of one's own", {"Eve Adams.zip": packed(("1.json", AS_ADA))}, CLAIM),
    ("the same in a notebook", {"Eve Adams/1.ipynb": notebook('hand_in("Ada Lovelace")', 'check("12.1", "b")')}, CLAIM),
    ("with signs that are not seen in the name", {EVE: hand_in("Ada\u200b Love\u00adlace", WRONG)}, CLAIM),
    ("in capitals and turned round", {EVE: hand_in("LOVELACE, ADA", WRONG)}, CLAIM),
    ("a folder named as Moodle does", {f"Eve Adams/Bo Ek_12{MOODLE}/1.json": AS_BO}, "it says it is from Bo Ek"),
    ("a zip named as Canvas does", {"Eve Adams/cydee_13_9_1.json": hand_in("Cy Dee", WRONG)}, "is from Cy Dee"),
    ("an exchange in a zip", {"Eve Adams.zip": packed(("Ada Lovelace+u+2026-11-21 10:00/1.json", AS_ADA))}, CLAIM),
    ("a name in another alphabet", {"1.json": hand_in("Аda Lovelace", WRONG)}, "Аda Lovelace is not on the roster"),
    ("a name with another's id", {"1.json": hand_in("Ada Lovelace (17)", WRONG)}, "on the roster; Ada Lovelace is"),
    ("an id as a name", {"1.json": hand_in("17", WRONG)}, "17 is not on the roster"),
    ("a file called by an id", {"3.json": hand_in("", WRONG)}, "nothing shows whose hand-in this is"),
    ("a folder called by an id", {"3/1.json": hand_in("", WRONG)}, ""),
    ("a platform's number as a name", {"1.json": hand_in("Moodle 12", WRONG)}, "Moodle 12 is not on the roster"),
    ("the row of Canvas that is nobody", {"1.json": hand_in("    Points Possible", WRONG)}, "Possible is not on"),
    ("a line for course.toml as a name", {"1.json": hand_in('x"\n[aliases]\n"Bo Ek" = "Eve', WRONG)}, "on the roster"),
    ("a pattern as a name", {"1.json": hand_in("%_[A-Z]*' OR 1=1 --", WRONG)}, "is not on the roster"),
    ("a name that is a list", {EVE: json.dumps({"name": ["Ada"], "answers": WRONG})}, "its name is not words"),
    ("a unit that is a table", {EVE: json.dumps({"name": "", "unit": {"a": 1}, "answers": WRONG})}, ""),
    ("a time set back", {EVE: hand_in("", WRONG, "2026-10-01T10:00:00+00:00")}, "written days before"),
    ("a time with a zone that is none", {EVE: hand_in("", WRONG, "2026-11-20T10:00:00+99:99")}, "can&#39;t be read"),
    ("packed with bzip2", {"Eve Adams.zip": packed(("1.json", AS_ADA), how=zipfile.ZIP_BZIP2)}, "packed in a way"),
    ("packed with LZMA", {"Eve Adams.zip": packed(("1.json", AS_ADA), how=zipfile.ZIP_LZMA)}, "packed in a way"),
    ("a list of files without end", {"x.zip": packed(("Eve Adams.zip", long_list()))}, "more than 1,000 files"),
    ("folders without end", {"Eve Adams.zip": packed(("a/" * 400 + "1.json", AS_ADA))}, "more than 12 folders"),
    ("a name without end", {"Eve Adams.zip": packed((f"{'a_1_' * 9_000}x.json", AS_ADA))}, "more than 1000"),
    ("names that nearly fit", {"E.zip": packed(*((f"{'a_1_' * 60}{n}.json", "{") for n in range(99)))}, "not valid"),
    ("bytes that two names share", {"Eve Adams.zip": overlapping()}, "it has more than 5,000,000 bytes"),
    ("a bomb that calls itself a page", {"Eve Adams.zip": packed(("1.html", b" " * 30_000_000))}, ""),
    ("a gradebook of one's own", {"Eve Adams/gradebook.sqlite": b"SQLite format 3\0" + bytes(4_000)}, ""),
    ("a table of points", {"Eve Adams/to-read.csv": "pupil,question,points,comment\n1,q12.9,0,\n"}, ""),
    ("a course of one's own", {"Eve Adams/course.toml": '[aliases]\n"Ada Lovelace" = "Eve Adams"\n'}, ""),
    ("a link to the gradebook's folder", {"Eve Adams/feedback/0001-ada-lovelace.html": "<p>10 of 10"}, ""),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    with the_course(tmp_path):
        yield


def marks_of(marks: Path) -> list[list[str]]:
    """The marks of those who are honest, question by question."""
    with (marks / "questions.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file) if row[0] in ("Ada Lovelace", "Bo Ek", "Cy Dee")]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The marks of those who are honest where nobody else is."""
    folder = tmp_path_factory.mktemp("alone")
    with the_course(folder):
        run(put(folder / "handed", HONEST), folder / "marks", roster=ROSTER)
    return marks_of(folder / "marks")


def test_there_are_thirty_cases_and_more() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize(("what", "files", "told"), CASES, ids=[what for what, *_ in CASES])
def test_nobody_touches_anothers_mark(
    what: str, files: dict[str, str | bytes], told: str, alone: list[list[str]], tmp_path: Path
) -> None:
    run(put(tmp_path / "handed", {**HONEST, **files}), tmp_path / "marks", roster=ROSTER)
    assert marks_of(tmp_path / "marks") == alone
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert told in page[page.index("To look at first</h2>") : page.index("How the class did")]

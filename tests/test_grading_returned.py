"""Feedback finds its way back: in zips whose names are those that each platform reads, and to nobody else."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from grading_class import RIGHT, hand_in, notebook, put, run, the_course

from kit.grading.settings import Settings

MOODLE = "_assignsubmission_file_"
ADA, BO = hand_in("Ada Lovelace", RIGHT), hand_in("Bo Ek", {"12.1": "b"})
# The files that came, and what is in which zip.
WAYS: list[tuple[dict[str, str], dict[str, list[str]]]] = [
    ({f"Ada Lovelace_11{MOODLE}/1.json": ADA, f"u/Group A-Bo Ek_12{MOODLE}/deep/1.json": BO},
     {"moodle": [f"Ada Lovelace_11{MOODLE}/feedback.html", f"Group A-Bo Ek_12{MOODLE}/feedback.html"]}),
    ({"Ada Lovelace_11_assignsubmission_file_1.json": ADA,
      "Bo Ek_12_assignsubmission_onlinetext_/onlinetext.html": "x"},
     {"moodle": [f"Ada Lovelace_11{MOODLE}/feedback.html", f"Bo Ek_12{MOODLE}/feedback.html"]}),
    ({"lovelaceada_11_21_1.json": ADA, "ekbo_LATE_12_22_1-1.json": BO, "dee_13_text.html": "x"},
     {"canvas": ["dee_13_text.html", "ekbo_LATE_12_22_1-1.json", "lovelaceada_11_21_1.json"]}),
    ({"inbound/alove+unit 1+2026-11-20 10:00:00 UTC+r/12.json": ADA, "submitted/bek/unit 1/12.json": BO},
     {"nbgrader": ["feedback/alove/unit 1/12.html", "feedback/bek/unit 1/12.html"]}),
    ({"alove/answers/1.json": ADA, "10b/Bo Ek/1.json": BO},
     {"folders": ["10b/Bo Ek/feedback.html", "alove/feedback.html"]}),
    ({"group work/a.json": ADA, "group work/b.json": BO}, {}),  # a page there would be read by both
    ({"a.json": ADA, "Bo Ek - b.json": BO}, {}),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    with the_course(tmp_path):
        yield


def returned(marks: Path) -> dict[str, dict[str, str]]:
    """The zips, with what is in each file."""
    found = {}
    for path in sorted(marks.glob("return-*.zip")):
        with zipfile.ZipFile(path) as there:
            found[path.stem.removeprefix("return-")] = {name: there.read(name).decode() for name in there.namelist()}
    return found


@pytest.mark.parametrize(("files", "zips"), WAYS, ids=[next(iter(files)) for files, _ in WAYS])
def test_feedback_goes_back_as_each_platform_reads_it(
    files: dict[str, str], zips: dict[str, list[str]], tmp_path: Path
) -> None:
    run(put(tmp_path / "handed", files), tmp_path / "marks")
    found = returned(tmp_path / "marks")
    assert {way: sorted(names) for way, names in found.items()} == zips
    pages = {path.read_text(encoding="utf-8") for path in (tmp_path / "marks" / "feedback").iterdir()}
    for names in found.values():
        assert {said for name, said in names.items() if name.endswith(".html")} <= pages
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "marks").glob("*.zip")}
    run(None, tmp_path / "marks")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "marks").glob("*.zip")} == before


def test_under_its_old_name_feedback_is_what_the_name_says(tmp_path: Path) -> None:
    files = {
        "lovelaceada_11_21_1.json": ADA,
        "ekbo_12_22_1.ipynb": notebook('check("12.1", "b")\ncheck("12.9", "<b>*")'),
    }
    run(put(tmp_path / "handed", files), tmp_path / "marks")
    canvas = returned(tmp_path / "marks")["canvas"]
    (unit,) = json.loads(canvas["lovelaceada_11_21_1.json"])["units"]
    assert (unit["unit"], unit["points"]) == ("The footbridge", "6 of 19 points")
    assert unit["questions"]["12.1"][0] == "1 of 1 point"
    assert unit["questions"]["12.9"] == ["not marked yet", "Waits for your teacher."]
    book = nbformat.reads(canvas["ekbo_12_22_1.ipynb"], as_version=4)
    nbformat.validate(book)
    assert "**12.1**\n\n0 of 1 point\n\n" in book.cells[0].source


def test_a_page_is_the_accounts_owners_and_nobody_elses(tmp_path: Path) -> None:
    files = {
        f"Ada Lovelace_11{MOODLE}/1.json": ADA,
        f"Bo Ek_12{MOODLE}/1.json": BO,
        f"Bo Ek_12{MOODLE}/2.json": hand_in("Ada Lovelace", {"12.1": "b"}),
    }
    run(put(tmp_path / "handed", files), tmp_path / "marks")
    moodle = returned(tmp_path / "marks")["moodle"]
    assert "<h1>Bo Ek</h1>" in moodle[f"Bo Ek_12{MOODLE}/feedback.html"]
    # Bo handed in for Ada, as the teacher says: Ada's page is not Bo's to read, and Bo's is not Ada's.
    run(None, tmp_path / "marks", settings=Settings(aliases={f"Bo Ek_12{MOODLE}/2.json": "Ada Lovelace"}))
    moodle = returned(tmp_path / "marks")["moodle"]
    assert list(moodle) == [f"Ada Lovelace_11{MOODLE}/feedback.html"]
    assert "<h1>Ada Lovelace</h1>" in moodle[f"Ada Lovelace_11{MOODLE}/feedback.html"]


def test_of_a_test_the_answers_are_not_told(tmp_path: Path) -> None:
    file = tmp_path / "course" / "questions" / "12-footbridge.toml"
    text = file.read_text(encoding="utf-8").replace('id = "12.3"', 'id = "12.3"\nfeedback = "shape"')
    at = text.index("hints", text.index('id = "12.3"'))
    file.write_text(text[:at] + text[text.index("]", at) + 1 :], encoding="utf-8")
    put(tmp_path / "handed", {"lovelaceada_11_21_1.json": hand_in("Ada Lovelace", {"12.3": 5.75})})
    for reveal in (False, True):
        run(tmp_path / "handed", tmp_path / "marks", reveal_tests=reveal)
        (unit,) = json.loads(returned(tmp_path / "marks")["canvas"]["lovelaceada_11_21_1.json"])["units"]
        assert unit["questions"]["12.3"][0] == "0 of 1 point"
        assert (len(unit["questions"]["12.3"]) > 1) is reveal


def test_who_is_forgotten_is_in_no_zip_either(tmp_path: Path) -> None:
    from kit.cli import main

    put(tmp_path / "handed", {f"Ada Lovelace_11{MOODLE}/1.json": ADA, "b.json": BO})
    where = ["-o", str(tmp_path / "marks"), "--course", str(tmp_path / "course")]
    assert main(["grade", str(tmp_path / "handed"), *where]) == 0
    assert (tmp_path / "marks" / "return-moodle.zip").exists()
    assert main(["grade", "--forget", "Ada Lovelace", *where]) == 0
    assert not (tmp_path / "marks" / "return-moodle.zip").exists()

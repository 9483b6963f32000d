"""Hand-ins that are broken, odd or meant to do harm: each is told, earns nothing by it, and the others are marked."""

from __future__ import annotations

import io
import json
import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from grading_class import HONEST, RIGHT, hand_in, marks_of, notebook, put, run, the_course

from kit.grading.gradebook import Gradebook
from kit.grading.limits import Limits
from kit.grading.settings import Settings

EVERY_MARK = [{"label": "source", "start": 0, "end": 2_000, "words": ""}]


def zipped(name: str, data: str | bytes, link: bool = False) -> bytes:
    buffer = io.BytesIO()
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    if link:
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(entry, data)
    return buffer.getvalue()


def cell(**values: Any) -> str:
    made = {"cell_type": "code", "metadata": {}, "outputs": [], "source": "", **values}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [made]})


# A file that earns nothing, and the words by which the teacher is told of it.
FILES: list[tuple[str, str | bytes, str]] = [
    ("not-json.json", "answers: a, b", "it is not valid JSON (line 1): it may have been cut off or edited"),
    ("cut-off.json", hand_in("X", RIGHT)[:-40], "it is not valid JSON"),
    ("a-list.json", "[1, 2]", "it is JSON, but not a hand-in: it should be an object in curly brackets"),
    ("a-word.json", '"answers"', "it is JSON, but not a hand-in: it should be an object in curly brackets"),
    ("no-answers.json", '{"name": "X", "points": 19}', "it is JSON, but not a hand-in: it has no answers"),
    ("answers-as-list.json", '{"answers": ["a", "b"]}', "its answers aren’t an object in curly brackets"),
    ("empty.json", "", "it is empty"),
    ("zeros.json", b"\0" * 300, "it is empty"),
    ("binary.json", bytes(range(256)), "it is not UTF-8 text"),
    ("utf-16.json", hand_in("X", RIGHT).encode("utf-16"), "it is not UTF-8 text"),
    ("big.json", b" " * 3_000_001, "it has more than 3,000,000 bytes"),
    ("deep.json", '{"answers": ' + "[" * 100_000 + "]" * 100_000 + "}",
     "more than 40 brackets are nested inside each other"),
    ("deep-objects.json", '{"answers":' * 50_000 + "1" + "}" * 50_000, "more than 40 brackets are nested inside"),
    ("million.json", hand_in("X", {f"12.{n}": "a" for n in range(30_000)}).replace("asked", "a"),
     "it holds more than 500 answers"),
    ("digits.json", '{"answers": {"12.3": ' + "9" * 5_000 + "}}", "it is not valid JSON"),
    ("format-99.ipynb", '{"nbformat": 99, "cells": []}', "it is a notebook of format 99, which the kit doesn’t know"),
    ("format-none.ipynb", '{"cells": []}', "it is a notebook of format None, which the kit doesn’t know"),
    ("format-text.ipynb", '{"nbformat": "<script>alert(1)</script>", "cells": []}',
     "it is a notebook of format &lt;script&gt;alert(1)&lt;/s"),
    ("cells.ipynb", notebook(*["x"] * 2_001), "it has more than 2000 cells"),
    ("bomb.zip", zipped("1.json", b" " * 50_000_000), "it has more than 3,000,000 bytes"),
    ("climb.zip", zipped("../../gradebook.json", hand_in("X", RIGHT)), "its name points outside the zip"),
    ("link.zip", zipped("1.json", "/etc/passwd", link=True),
     "it is a link to somewhere else, and links are not followed"),
    ("matryoshka.zip", zipped("1.zip", zipped("2.zip", zipped("3.zip", zipped("4.json", "{}")))),
     "more than 3 zips are nested inside each other"),
    ("no.zip", b"PK\x03\x04", "this zip can&#39;t be read: File is not a zip file"),
]  # fmt: skip

# Answers of which not one earns a point, and what the pupil's page or the teacher's says.
ANSWERS: list[tuple[str, dict[str, Any], str]] = [
    ("nan", {"12.3": float("nan")}, "It has a number that isn’t one (NaN or infinity)."),
    ("infinity", {"12.3": float("inf"), "12.2": [float("-inf")]}, "It has a number that isn’t one (NaN or infinity)."),
    ("huge number", {"12.3": 10**30}, "It holds a number with more than 18 digits."),
    ("true for one", {"12.3": True, "12.1": True}, "“True” isn’t a number."),
    ("points of one's own", {"12.1": {"answer": "b", "points": 1, "max_points": 1}}, "of 1 point"),
    ("all options", {"12.1": ["a", "b", "c"], "12.2": ["a", "b", "c", "d"]}, "isn’t one of the options."),
    ("nothing but shape", {"12.1": {}, "12.2": {}, "12.3": [], "12.6": [], "12.8": {}, "12.9": 3},
     "Give letters in a list"),
    ("all of the text", {"12.4": EVERY_MARK, "12.5": [{"label": "doubt", "start": 0, "end": 99_999}]}, "isn’t right"),
    ("places that are none", {"12.4": [{"label": "source", "start": -5, "end": 3}, {"label": "source", "start": 9,
     "end": 2}]}, "isn’t in the text"),
    ("a thousand marks", {"12.4": [["source", "It"]] * 1_001}, "It has more than 1,000 entries."),
    ("six hundred marks", {"12.4": [["source", "It"]] * 600}, "are more than anybody can check."),
    ("brackets to match", {"12.4": [["source", "(" * 9_000], ["cue", "(a+)+$" * 900]]}, "isn’t in the text"),
    ("long words", {"12.8": "let go " * 4_000}, "It has more than 20,000 characters."),
    ("every word", {"12.8": "assistant bakery let go dismissed sacked fired one three " * 300}, "It still says"),
    ("nested", {"12.7": [[[[[["a"]]]]]]}, "can’t be read as a pair"),
    ("questions that are not there", {"99.1": "a", "../12.1": "a", "__class__": "a", "x" * 5_000: "a"},
     "it answers questions that there are not: "),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    with the_course(tmp_path):
        yield


SETTINGS = Settings(limits=Limits(bytes=3_000_000))


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_hostile_file_is_told_and_the_others_are_marked_as_if_alone(tmp_path: Path) -> None:
    run(put(tmp_path / "alone", HONEST), tmp_path / "marks-alone")
    handed = put(tmp_path / "handed", {**HONEST, **{name: data for name, data, _ in FILES}})
    (handed / "link.json").symlink_to(tmp_path / "course" / "questions" / "12-footbridge.toml")
    (handed / "folder.json").mkdir()
    before = everything(tmp_path)
    run(handed, tmp_path / "marks", settings=SETTINGS)
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    for name, _, told in [*FILES, ("link.json", "", "it is a link to somewhere else, and links are not followed")]:
        (line,) = [line for line in page.splitlines() if line.startswith((f"<li>{name}:", f"<li>{name}/"))]
        assert told in line
    for name in ("Ada Lovelace", "Bo Ek"):
        assert marks_of(tmp_path / "marks", name) == marks_of(tmp_path / "marks-alone", name)
    with Gradebook(tmp_path / "marks" / "gradebook.sqlite") as book:
        assert all(not h.answers for h in book.hand_ins() if h.place in {name for name, *_ in FILES})
    after = everything(tmp_path)
    assert {name: data for name, data in after.items() if not name.startswith("marks")} == {
        name: data for name, data in before.items() if not name.startswith("marks")
    }


@pytest.mark.parametrize(("name", "answers", "told"), ANSWERS, ids=[name for name, *_ in ANSWERS])
def test_an_odd_answer_earns_nothing_and_says_why(
    name: str, answers: dict[str, Any], told: str, tmp_path: Path
) -> None:
    handed = put(tmp_path / "handed", {**HONEST, "odd.json": hand_in("Odd One", answers)})
    run(handed, tmp_path / "marks")
    assert {points for _, points in marks_of(tmp_path / "marks", "Odd One")} <= {"0"}
    assert marks_of(tmp_path / "marks", "Bo Ek") == [("12.1", "1"), ("12.3", "0")]
    pages = (tmp_path / "marks" / "class.html", *(tmp_path / "marks" / "feedback").glob("*-odd-one.html"))
    assert any(told in page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize(
    ("source", "earned"),
    [
        ('class Right:\n    def __eq__(self, other): return True\ncheck("12.1", Right())', {}),
        ('check = lambda *x: 1\nkit.check("12.1", __import__("os").system("touch /tmp/x"))', {}),
        ('import kit.questions.marking as m\nm.mark = lambda q, a: q.points\ncheck("12.1", "b")', {"12.1": "0"}),
        ('from pathlib import Path\nkey = Path("../key").read_text()\ncheck("12.1", key)', {}),
        ('get_ipython().input_transformers_post.append(lambda x: [])\ncheck("12.1", "a")', {"12.1": "1"}),
        ('while True: pass\ncheck("12.1", "a")', {"12.1": "1"}),
        ('%run evil.py\n!rm -rf ~\ncheck("12.1", "a")', {"12.1": "1"}),
        ('exec("check(\\"12.1\\", \\"a\\")")', {}),
        ('"""\ncheck("12.1", "a")\n"""', {}),
    ],
)
def test_nothing_in_a_notebook_is_run(source: str, earned: dict[str, str], tmp_path: Path) -> None:
    run(put(tmp_path / "handed", {"Eve Adams/1.ipynb": notebook(source)}), tmp_path / "marks")
    got = dict(marks_of(tmp_path / "marks", "Eve Adams"))
    assert {id: points for id, points in got.items() if points != "0" or id in earned} == earned


@pytest.mark.parametrize(
    "text",
    [
        cell(cell_type="markdown", source='check("12.1", "a")'),
        cell(cell_type="raw", source='check("12.1", "a")'),
        cell(source={"check": '("12.1", "a")'}),
        cell(source=["check(", 3, None]),
        cell(outputs=[{"output_type": "stream", "text": 'check("12.1", "a")'}]),
        '{"nbformat": 4, "cells": {"source": "check"}}',
        '{"nbformat": 4, "cells": [1, null, "check"]}',
        '{"nbformat": 3, "worksheets": [{"cells": 7}, 4]}',
    ],
)
def test_what_is_no_typed_answer_earns_nothing(text: str, tmp_path: Path) -> None:
    run(put(tmp_path / "handed", {"Eve Adams/1.ipynb": text}), tmp_path / "marks")
    assert {points for _, points in marks_of(tmp_path / "marks", "Eve Adams")} <= {"0"}


NAMES = [
    ("../../gradebook", "../../gradebook"),
    ('=HYPERLINK("http://x","y")', '=HYPERLINK("http://x","y")'),
    ("+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("Ada\u202egnirut", "Adagnirut"),
    ("A\x00d\x1b[31ma", "Ad[31ma"),
    ("Ada\ud800", "Ada?"),
    ("x" * 10_000, "x" * 99 + "…"),
    ("con", "con"),
    ("{{ 7 * 7 }}{% for x in y %}", "{{ 7 * 7 }}{% for x in y %}"),
    ("'; DROP TABLE handin; --", "'; DROP TABLE handin; --"),
    ("‮\u200b\u2066", ""),
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_a_name_is_only_ever_a_name(name: str, shown: str, tmp_path: Path) -> None:
    handed = put(tmp_path / "handed", {"1.json": hand_in(name, {"12.1": "a", "12.9": name})})
    before = everything(handed)
    run(handed, tmp_path / "marks")
    assert {path.parent.name for path in (tmp_path / "marks").rglob("*.html")} == {"marks", "feedback"}
    assert [
        re.fullmatch(r"0001(-[a-z0-9-]+)?\.html", path.name) is not None
        for path in (tmp_path / "marks/feedback").iterdir()
    ] == [True]
    with Gradebook(tmp_path / "marks" / "gradebook.sqlite") as book:
        assert [pupil.name for pupil in book.pupils()] == [shown or "without a name (1.json)"]
    for table in (tmp_path / "marks").glob("*.csv"):
        for line in table.read_text(encoding="utf-8-sig").splitlines():
            assert not re.search(r'(^|,)"?\s*[=+@]', line), line
    for page in (tmp_path / "marks").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<script" not in text
        assert "\u202e" not in text
        assert "default-src &#39;none&#39;" in text
    assert everything(handed) == before


def test_a_key_that_stands_twice_is_told(tmp_path: Path) -> None:
    text = hand_in("Eve", {"12.1": "b"})[:-1] + ', "answers": {"12.1": {"answer": "a"}}}'
    run(put(tmp_path / "handed", {"1.json": text}), tmp_path / "marks")
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert "<li>1.json: “answers” is there more than once; the last one counts.</li>" in page


def test_answers_for_another_unit_are_told(tmp_path: Path) -> None:
    run(put(tmp_path / "handed", {"1.json": hand_in("Eve", {"12.1": "a"}, unit="1-attribution")}), tmp_path / "marks")
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert "it says it is for unit 1-attribution, but it also answers questions of another one" in page


@pytest.mark.parametrize("when", ["9999-01-01T00:00:00", "0001-01-01", "yesterday", 3, {"a": 1}, "2" * 10_000])
def test_a_time_that_can_not_be_is_told_and_the_files_own_time_counts(when: Any, tmp_path: Path) -> None:
    text = json.dumps({"name": "Eve", "unit": "12-footbridge", "written": when, "answers": {"12.1": "a"}})
    run(put(tmp_path / "handed", {"1.json": text}), tmp_path / "marks")
    with Gradebook(tmp_path / "marks" / "gradebook.sqlite") as book:
        (handin,) = book.hand_ins()
    assert handin.time.startswith("20")
    assert any(flag.startswith("its time ") for flag in handin.flags)


def test_two_hand_ins_of_one_pupil_make_one_pupil(tmp_path: Path) -> None:
    handed = put(tmp_path / "handed", {f"{n}.json": hand_in("Eve Adams", {"12.1": "ab"[n]}) for n in (0, 1)})
    done = run(handed, tmp_path / "marks")
    assert (done.pupils, done.files) == (1, 2)

"""Hand-ins that are made to take long, to be many, or to stop the marking of a class: they only harm themselves."""

from __future__ import annotations

import io
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from grading_class import HONEST, hand_in, marks_of, notebook, put, run, the_course

from kit.grading import hand_in_marking, limits
from kit.grading.grade_class import GradeSummary
from kit.grading.gradebook import Gradebook
from kit.grading.known_questions import question_version
from kit.grading.limits import Limits
from kit.grading.parsing import depth
from kit.grading.records import HandedAnswer
from kit.grading.settings import Settings
from kit.grading.submitted_files import SubmittedFile


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    with the_course(tmp_path):
        yield


def in_a_thread(run: Callable[[], None]) -> None:
    """Not in the main thread, where alone there would be an alarm, and not everywhere."""
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


@pytest.mark.parametrize("within", [lambda run: run(), in_a_thread], ids=["main thread", "another thread"])
def test_a_hand_in_that_takes_too_long_is_broken_off(
    within: Callable[[Callable[[], None]], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked: list[str] = []
    done: list[GradeSummary] = []

    def slow(id: str, value: str) -> HandedAnswer:
        marked.append(id)
        return HandedAnswer(id, value, Fraction(1), "right", "", question_version(id))

    monkeypatch.setattr(hand_in_marking, "mark_kept", slow)
    monkeypatch.setattr(limits, "monotonic", lambda: 0.15 * len(marked))  # so long takes each answer
    answers = {f"12.{n}": "a" for n in range(1, 10)}
    handed = put(tmp_path / "handed", {"1.json": hand_in("Eve", answers), "2.ipynb": notebook('check("12.1", "a")')})
    settings = Settings(limits=Limits(seconds=0.2))
    within(lambda: done.append(run(handed, tmp_path / "marks", settings=settings)))
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert "<li>1.json: reading and marking it took more than 0.2 seconds.</li>" in page
    assert "<li>2.ipynb: " not in page.partition("Doubts")[0]
    assert len(marked) == 3


SLOW = {
    "thousands of keys": ("1.json", '{"answers": {' + ",".join(f'"{n}":1' for n in range(100_000)) + ',"1":1}}'),
    "long marks": (
        "1.json",
        hand_in("Eve", {f"12.{n}": [["source", "a " * 490 + str(k)] for k in range(450)] for n in (4, 5)}),
    ),
    "thousands of checks": ("1.ipynb", notebook(*['check("12.1", "a")\n' * 2000] * 60)),
    "brackets that never close": ("1.ipynb", notebook(*["check(" * 6000] * 60)),
}


@pytest.mark.parametrize("what", SLOW)
def test_no_hand_in_takes_much_longer_than_it_may(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two looks at the clock lies little: here it counts calls, a million a second. Without looks the checks
    and the brackets take twenty million; what lies in one call of a pattern is in test_pattern_safety.py."""
    name, text = SLOW[what]
    hand_in_marking.mark_file(SubmittedFile(name, text[:100].encode()), Limits())  # read what is read once
    calls = 0

    def count(_frame: object, event: str, _of: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    monkeypatch.setattr(limits, "monotonic", lambda: calls / 1_000_000)
    sys.setprofile(count)
    try:
        hand_in_marking.mark_file(SubmittedFile(name, text.encode()), Limits(seconds=0.2))
    finally:
        sys.setprofile(None)
    assert calls < 220_000


@pytest.mark.parametrize(
    ("text", "deep"),
    [('{"a": [[1], {"b": 2}]}', 3), ('{"a": "[[["}', 1), (r'{"a": "\"[[[\\", "b": [1]}', 2), ('{"a": "[[', 1), ("", 0)],
)
def test_brackets_are_counted_outside_of_words(text: str, deep: int) -> None:
    assert depth(text) == deep


HALF = "\\ud800"  # half a character, as JSON writes it: no file and no database can hold it
HALVES = {
    "number.json": f'{{"name": "X", "answers": {{"12.1{HALF}": "a", "{HALF}": "a"}}}}',
    "unit.json": f'{{"name": "X", "unit": "{HALF}", "answers": {{"12.1": "b"}}}}',
    "format.ipynb": f'{{"nbformat": "{HALF}", "cells": []}}',
    "formula.ipynb": notebook("check('12.1', f'@')", "check('12.1@', 'b')").replace("@", HALF),
    "words.ipynb": notebook("check('12.3', '@')", "check('12.2', ['@' 'd'])", "hand_in('@')").replace("@", HALF),
    "escaped.ipynb": notebook("check('\\ud800', 'a')", "check('12.9', '\\ud800')", "read('" + "a\\ud800" * 99 + "')"),
    "values.json": f'{{"name": "X", "answers": {{"12.4": [["{HALF}", "x"]], "12.6": {{"{HALF}": "a"}}}}}}',
}


@pytest.mark.parametrize("name", HALVES)
def test_half_a_character_anywhere_stops_nobody(name: str, tmp_path: Path) -> None:
    run(put(tmp_path / "handed", {**HONEST, name: HALVES[name]}), tmp_path / "marks")
    assert marks_of(tmp_path / "marks", "Bo Ek") == [("12.1", "1"), ("12.3", "0")]
    with Gradebook(tmp_path / "marks" / "gradebook.sqlite") as book:
        (handin,) = (each for each in book.hand_ins() if each.place == name)
        assert not any(answer.points for answer in handin.answers)
        assert handin.problem or handin.flags or handin.answers


def test_long_numbers_of_questions_that_are_cut_to_the_same_stop_nobody(tmp_path: Path) -> None:
    odd = hand_in("Eve", {"9" * 50 + str(n): "a" for n in range(9)})
    run(put(tmp_path / "handed", {**HONEST, "odd.json": odd}), tmp_path / "marks")
    assert marks_of(tmp_path / "marks", "Bo Ek") == [("12.1", "1"), ("12.3", "0")]
    assert marks_of(tmp_path / "marks", "Eve") == [("9" * 40, "0")]


@pytest.mark.parametrize(("one", "other"), [("!!!", "???"), ("🙂", "🙃"), ("—", "…")])
def test_names_of_signs_alone_are_names_of_their_own(one: str, other: str, tmp_path: Path) -> None:
    files = {"1.json": hand_in(one, {"12.1": "a"}), "2.json": hand_in(other, {"12.1": "b"})}
    run(put(tmp_path / "handed", files), tmp_path / "marks")
    assert marks_of(tmp_path / "marks", one) == [("12.1", "1")]
    assert marks_of(tmp_path / "marks", other) == [("12.1", "0")]


def many(count: int, data: str | bytes = "{}", ending: str = "json") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for number in range(count):
            out.writestr(f"{number}.{ending}", data)
    return buffer.getvalue()


@pytest.mark.parametrize("flood", [many(60), many(9, many(9), "zip")], ids=["files", "zips of files"])
def test_a_zip_of_one_pupil_takes_no_more_than_its_share(flood: bytes, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        out.writestr("Aaron/1.zip", flood)
        for name, data in HONEST.items():
            out.writestr(name, data)
    (tmp_path / "class.zip").write_bytes(buffer.getvalue())
    limits = Limits(files=80, inner=50)
    done = run(tmp_path / "class.zip", tmp_path / "marks", settings=Settings(limits=limits))
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert "it has more than 50 files; the others were not read" in page
    assert done.unread <= 60
    assert marks_of(tmp_path / "marks", "Bo Ek") == [("12.1", "1"), ("12.3", "0")]

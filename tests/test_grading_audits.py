"""Open answers are read beside what they are about: the pupil's own text, and the pupil's other answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from grading_class import RIGHT, hand_in, notebook, put, run, the_course

from kit.grading.audit_texts import is_report, text_in_report
from kit.grading.gradebook import Gradebook
from kit.grading.limits import Limits
from kit.lessons.report_file import page_of
from kit.library import articles, text_of
from kit.text import read

AUDIT = {"9.7": "(1) “the pigeons” and so on. " * 90, "9.8": "(1) Vague."}
TEXT = (
    "Mayor shuts the pool\n\nThe pool will close, <b>officials</b> said & “nobody” was asked. " + "It was cold. " * 20
)


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    with the_course(tmp_path):
        yield


def to_read(marks: Path) -> str:
    return (marks / "to-read.html").read_text(encoding="utf-8")


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("name", ["bank", "footbridge", "airstrikes"])
def test_the_text_is_taken_out_of_a_report_word_for_word(name: str) -> None:
    page = page_of(articles(name))
    assert is_report(page)
    assert lines(text_in_report(page.decode(), Limits())) == lines(text_of(name))


def test_what_looks_like_markup_in_a_text_stays_words() -> None:
    assert lines(text_in_report(page_of(read(TEXT)).decode(), Limits())) == lines(TEXT)


def test_a_report_that_was_handed_in_stands_beside_the_audit(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "Ada Lovelace/9-audit Ada Lovelace.json": hand_in("Ada Lovelace", AUDIT, unit="9-audit"),
        "Ada Lovelace/my-report.html": page_of(read(TEXT)),
        "Ada Lovelace/holidays.html": b"<html><p>no report</p>",
        "Bo Ek/9-audit Bo Ek.json": hand_in("Bo Ek", {"9.7": "Mine."}, unit="9-audit"),
    }
    done = run(put(tmp_path / "handed", files), tmp_path / "marks")
    assert (done.pupils, done.files, done.unread, done.doubts) == (2, 3, 0, 0)
    page = to_read(tmp_path / "marks")
    assert page.count("<summary>A text from the report that was handed in</summary>") == 2  # for 9.7 and 9.8 of Ada
    assert "The pool will close, &lt;b&gt;officials&lt;/b&gt; said &amp; “nobody” was asked." in page
    # One audit is several answers: each leads to the others, and is there in full.
    assert '<a href="#a-9-8-1">9.8</a>' in page
    assert '<h3 id="a-9-8-1">' in page
    assert AUDIT["9.7"].strip() in page


def test_a_text_in_a_notebook_stands_beside_the_audit(tmp_path: Path) -> None:
    book = notebook(f'text = read("""{TEXT}""")', 'check("9.7", "I found nothing.")', 'other = read("a-file.txt")')
    run(put(tmp_path / "handed", {"Ada Lovelace/9-audit.ipynb": book}), tmp_path / "marks", anonymous=True)
    page = to_read(tmp_path / "marks")
    assert page.count("<summary>A text from the notebook</summary>") == 1
    assert "It was cold. It was cold." in page
    assert "Lovelace" not in page


def test_an_answer_about_a_practice_text_stands_below_it(tmp_path: Path) -> None:
    run(put(tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT)}), tmp_path / "marks")
    assert "A text from" not in to_read(tmp_path / "marks")


HOSTILE = [
    b'<div class="kit-text">' * 100_000 + b"<p>x",
    b'<div class="kit-text"><p>' + b"<" * 200_000,
    b'<div class="kit-text"><p>' + b"<!--" * 50_000,
    b'<div class="kit-text"><p>' + b"&" * 200_000 + b"</p>" * 9,
    b'<div class="kit-text"><script>alert(1)</script><p>\xff\xfe\xed\xa0\x80<img src=x onerror=alert(1)></p></div>',
    b'<div class="kit-text"><p>' + b"word " * 500_000,
    b"</div></p>" * 50_000,
]


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_no_page_of_a_pupil_breaks_anything_or_gets_through(body: bytes, tmp_path: Path) -> None:
    page = page_of(read(TEXT))
    head = page[: page.index(b"<body>")]
    files: dict[str, str | bytes] = {
        "Eve Adams/9.json": hand_in("Eve Adams", AUDIT, unit="9-audit"),
        "Eve Adams/r.html": head + body,
    }
    run(put(tmp_path / "handed", files), tmp_path / "marks")
    said = to_read(tmp_path / "marks")
    assert not re.search(r"<script|<img|onerror=alert\(1\)>", said)
    with Gradebook(tmp_path / "marks" / "gradebook.sqlite") as book:
        assert all(len(words) <= 40_000 for _, words in book.texts("name:adams eve", 9))

"""A teacher's own folder stands beside what comes with the kit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.gold import gold
from kit.library import articles, names
from kit.places import course, entries, open_course
from kit.text import ReadingError

HEAD = """title = "A title"
topic = "school"
minutes = 1
difficulty = 1
good_for = "a try"
made_by = "Me"
licence = "CC BY 4.0"
note = "Invented."

[[attribution]]
source = "the head"
cue = "said"
content = "School is out"
style = "indirect"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mine.txt").write_text("A title\n\nSchool is out, the head said.", encoding="utf-8")
    (tmp_path / "articles" / "mine.toml").write_text(HEAD, encoding="utf-8")
    yield tmp_path
    course(None)


def test_a_text_of_ones_own_opens_and_has_gold(folder: Path) -> None:
    assert "mine" not in names()
    assert repr(course(folder)) == (
        f"The course in {folder} is open: 1 text and 0 files of questions, beside those of the kit."
    )
    assert open_course() == folder
    assert {"mine", "footbridge"} <= set(names())
    text = articles("mine")
    assert [text[mark.content] for mark in gold("mine").attributions] == ["School is out"]
    course(None)
    assert "mine" not in names()
    assert open_course() is None


def test_a_folder_with_questions_alone_will_do(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "12-mine.toml").touch()
    course(tmp_path)
    assert "12-mine" in entries("questions", ".toml")
    course(None)


def test_a_text_may_not_have_the_name_of_one_of_the_kit(folder: Path) -> None:
    (folder / "articles" / "footbridge.toml").write_text(HEAD, encoding="utf-8")
    course(folder)
    with pytest.raises(ReadingError, match=r"footbridge\.toml has the name of a file that comes with the kit\. Give"):
        names()


def test_a_text_without_its_words_is_named(folder: Path) -> None:
    (folder / "articles" / "mine.txt").unlink()
    course(folder)
    with pytest.raises(ReadingError, match=r"^mine\.txt is missing, and mine\.toml needs it\. Put the text"):
        articles("mine")


def test_the_words_alone_are_a_text(folder: Path) -> None:
    (folder / "articles" / "mine.toml").unlink()
    course(folder)
    assert articles("mine").text == "A title\n\nSchool is out, the head said."
    (mine,) = (text for text in articles() if text.name == "mine")
    assert (mine.title, mine.minutes, mine.good_for) == ("A title", 1, "")
    assert repr(mine) == (
        'articles("mine")   A title\n    your own text, 1 min. Nobody has described it yet: mine.toml would.'
    )
    with pytest.raises(
        ReadingError, match=r"^mine\.txt has no mine\.toml beside it, so nobody has said what there is to find"
    ):
        gold("mine")


def test_the_marks_of_a_text_may_have_a_byte_order_mark(folder: Path) -> None:
    (folder / "articles" / "mine.toml").write_text(HEAD, encoding="utf-8-sig")  # as Windows writes it
    course(folder)
    assert len(gold("mine").attributions) == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"title = A title",
            r"^mine\.toml is not valid TOML: Invalid value \(at line 1, column 9\)\. Compare the",
        ),
        ("title = 'Caf\xe9'".encode("latin-1"), r"^mine\.toml is not UTF-8 text\. Open it in an editor and save it as"),
    ],
)
def test_a_slip_in_the_marks_of_a_text_is_named(data: bytes, told: str, folder: Path) -> None:
    (folder / "articles" / "mine.toml").write_bytes(data)
    course(folder)
    with pytest.raises(ReadingError, match=told):
        gold("mine")


def test_a_text_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "articles" / "mine.txt").write_bytes("Caf\xe9".encode("latin-1"))
    course(folder)
    with pytest.raises(ReadingError, match=r"^mine\.txt is not UTF-8 text\. Open it in an editor and save it as UTF-8"):
        articles("mine")


def test_a_folder_that_is_no_course_is_refused_and_nothing_is_open(tmp_path: Path) -> None:
    with pytest.raises(
        ReadingError, match=r"there is no folder .*nowhere\. Check the name, or make it, with articles/"
    ):
        course(tmp_path / "nowhere")
    with pytest.raises(ReadingError, match=r"holds no folder articles/, questions/ or lexicons/\. Put your texts"):
        course(tmp_path)
    assert open_course() is None

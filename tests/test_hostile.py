"""Patterns and loops that a hostile text could make slow or bring down. Nothing is timed: steps are counted."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import kit
from kit import read
from kit.find import find_euphemisms, find_everything, find_facts, find_inconsistencies
from kit.finders.attribution.cues import all_cues
from kit.finders.attribution.extent import MAX_STOPS, content_end
from kit.finders.attribution.find import MAX_PROPOSALS_OF_LINE, propose
from kit.finders.euphemism import find as euphemism_find
from kit.finders.euphemism.context import CueRows
from kit.grading.layouts import read_place
from kit.language.times import times
from kit.reading import ArticleIndex
from kit.reading.people import MAX_WORDS_TO_AGE
from kit.text import Words, read_text
from kit.text.decoding import ReadingError
from kit.text.pages import is_archive, is_page
from kit.text.pdf import DIVIDED, HYPHENED
from kit.text.sentences import LONGEST_SENTENCE
from kit.views.plain_text import as_plain_text

KIT = str(Path(kit.__file__).parent)

SMALL, LARGE = 1200, 3600  # characters: more than in a sentence that is cut, and three times as many
PIECES = [
    "12 ", "5 % of ", "let 40 people go ", "the town has a mill and ", "“a b c d e f” and ", "who said ", "of ",
    "Ann Lund, 34, ", "£5 ", "- a\n", "headcount optimisation ", "men were shot ", "a euphemism for ", "born in ",
    "Lund said 5 people died. But Lund said 6 people died. ", "half of the ", "asked not to be named by him, ",
    "LODI, May 3, 4, ", "it was his line “a b c d e f”, and ",
]  # fmt: skip


def lines_run(piece: str, characters: int) -> int:
    """How many lines of the kit are run while everything is looked for in a text made of this piece."""
    count = 0

    def step(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        count += event == "line"
        return step if frame.f_code.co_filename.startswith(KIT) else None

    text = "Start: " + piece * (characters // len(piece))
    sys.settrace(step)
    try:
        index = ArticleIndex(read_text(text))
        found = find_everything(index)
        find_facts(index)
        as_plain_text(index.article, found)
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("piece", PIECES)
def test_steps_grow_no_faster_than_the_text(piece: str) -> None:
    few, many = (lines_run(piece, size) for size in (SMALL, LARGE))
    assert many <= 1.2 * few * LARGE / SMALL, (few, many)


@pytest.mark.parametrize(("words", "sentences"), [(LONGEST_SENTENCE, 1), (LONGEST_SENTENCE + 1, 2)])
def test_what_goes_on_for_too_long_is_cut_into_sentences(words: int, sentences: int) -> None:
    article = read_text("a " * (words - 1) + "b")
    assert len(article.sentences) == sentences
    assert " ".join(article[span] for span in article.sentences) == article.text


@pytest.mark.parametrize(("pieces", "proposed"), [(23, 23), (24, 24), (25, 24)])
def test_how_many_attributions_one_line_may_have(pieces: int, proposed: int) -> None:
    _, found = propose(read_text("Hale said it rained and " * pieces + "left."))
    assert len(found) == proposed == min(pieces, MAX_PROPOSALS_OF_LINE)


@pytest.mark.parametrize(("mills", "ends"), [(MAX_STOPS - 1, True), (MAX_STOPS, False)])
def test_at_how_many_units_content_may_end(mills: int, ends: bool) -> None:
    article = read_text("Hale said that the town had mills " + "or mills " * mills + ", but Reyes denied it.")
    line = propose(article)[0][0][0]
    assert (line.lower[content_end(line, 2, "clause", all_cues())] == ",") is ends


def test_a_dateline_of_digits_and_commas_is_left_at_once() -> None:
    assert read_text("A" + " 1,," * 29 + "!\n\nIt rained.").furniture == ()  # two ways to read each comma: 2 to the 29


@pytest.mark.parametrize(
    ("start", "page"),
    [
        ("<!-- a -->\n<html>", True),
        ("<?xml version='1.0'?><!-- > --> <!DOCTYPE html>", True),
        ("<!-- a <html> is no page", False),
        ("A page of <html>", False),
    ],
)
def test_what_begins_as_a_page(start: str, page: bool) -> None:
    assert is_page(start.encode()) is page


@pytest.mark.parametrize(
    ("start", "archive"),
    [
        ("From: a\r\n b\r\n\tc\r\nContent-Type: multipart/related", True),
        ("From: a\r\nContent-Type: text/html", False),
    ],
)
def test_what_begins_as_an_archive(start: str, archive: bool) -> None:
    assert is_archive(start.encode()) is archive


@pytest.mark.parametrize("start", ["<!---->" * 280 + "<x", "<?xml?>" * 280 + "<x", "\ufeff" + " " * 1900])
def test_a_beginning_that_is_no_page_is_left_in_one_pass(start: str) -> None:
    assert not is_page(start.encode())  # with an expression that tries every way to part it, this would never end


@pytest.mark.parametrize("start", ["a:\n" + " " * 1900, "a:\n \n" * 300, "a:" * 900])
def test_a_beginning_that_is_no_archive_is_left_in_one_pass(start: str) -> None:
    assert not is_archive(start.encode())


def test_as_many_weekdays_as_one_likes() -> None:
    assert len(times(read_text("It rained on Monday " + "Monday " * 3000))) == 3001


@pytest.mark.parametrize("piece", ["let 40 people go ", "collateral damage "])
def test_cues_are_looked_up_once_for_each_list_however_long_the_text(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[CueRows] = []

    class Counted(CueRows):
        def __init__(self, words: Words) -> None:
            super().__init__(words)
            made.append(self)

    monkeypatch.setattr(euphemism_find, "CueRows", Counted)
    for pieces in (20, 400):
        find_euphemisms(read_text("The union met. " + piece * pieces))
    few, many = made
    assert 0 < len(few.known) == len(many.known)


@pytest.mark.parametrize(("words", "is_stated"), [(MAX_WORDS_TO_AGE, True), (MAX_WORDS_TO_AGE + 1, False)])
def test_how_far_an_age_stands_from_its_name(words: int, is_stated: bool) -> None:
    between = "so " * (words - 3)  # beside a comma, "who" and "turned"
    text = f"Lena Ortiz, who {between}turned 38, runs the shop. It is small. Ortiz, 52, was born upstairs."
    assert bool(find_inconsistencies(read_text(text))) is is_stated


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("Ana Reyes_123_assignsubmission_file_/a.ipynb", "Ana Reyes"),
        ("all/Ana_Reyes_123_assignsubmission_file_a.ipynb", "Ana_Reyes"),
        ("a_1_" * 30_000, ""),
    ],
)
def test_a_name_of_moodle_is_looked_for_at_the_start_of_a_folder(path: str, name: str) -> None:
    assert read_place(path).name == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("Ana Reyes - 3-words.ipynb", "Ana Reyes"),
        ("x/Ana - b.json", "Ana"),
        (" - " * 30_000, ""),
        ("Ana - b.txt", ""),
    ],
)
def test_a_name_of_classroom_needs_a_notebook_behind_it(path: str, name: str) -> None:
    assert read_place(path).name == name


@pytest.mark.parametrize(
    ("line", "words"),
    [("a well-known co-op", ["well-known", "co-op"]), ("a" * 100_000, []), ("a-b-c", ["a-b"]), ("a -b", [])],
)
def test_words_with_a_hyphen_in_a_pdf(line: str, words: list[str]) -> None:
    assert HYPHENED.findall(line) == words


@pytest.mark.parametrize(("line", "part"), [("the well-", "well"), ("a-b-", "b"), ("a" * 100_000, None), ("a -", None)])
def test_a_word_divided_at_the_end_of_a_line(line: str, part: str | None) -> None:
    found = DIVIDED.search(line)
    assert (found and found[1]) == part


def test_an_archive_of_parts_in_parts_gets_a_sentence(tmp_path: Path) -> None:
    parts = "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(3000))
    file = tmp_path / "a.mhtml"
    file.write_text(f"Content-Type: multipart/related; boundary=b0\n\n{parts}", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"a\.mhtml is a saved web page that is too tangled to read\."):
        read(file)

"""How euphemisms look: marked in the text, told in words, and given as data."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from kit import highlight, read
from kit.cli import main
from kit.find import find_euphemisms
from kit.views.finding_marks import finding_in_words
from kit.views.palette import custom_properties

TEXT = (
    "The firm let forty people go. What it calls “harvesting”, a euphemism for theft, went on. "
    "“We are against ethnic cleansing of any kind,” Ortiz said. Two girls were shot near the square."
)


def test_both_pieces_are_marked() -> None:
    article = read("The firm let forty people go.")
    view = highlight(article, find_euphemisms(article))
    assert str(view).splitlines()[2] == "The firm =let=(1) forty people =go=."
    html = view._repr_html_()
    assert '<strong class="kit-euphemism kit-opens kit-closes kit-f1 kit-h1">let</strong>' in html
    assert '<strong class="kit-euphemism kit-opens kit-closes kit-f1 kit-h1">go</strong>' in html


def test_the_mark_has_a_look() -> None:
    styles = files("kit").joinpath("views", "highlight.css").read_text(encoding="utf-8")
    assert ".kit-view .kit-euphemism {" in styles
    assert "var(--kit-rust-wash)" in styles
    assert custom_properties(".x").count("--kit-rust-wash:") == 2  # in light and in dark


@pytest.mark.parametrize(
    ("number", "pairs"),
    [
        (
            0,
            {
                "What": "let … go",
                "Plainly": "dismiss",
                "Sure": "often means something else, so look twice",
                "Whose": "the reporter’s own word",
            },
        ),
        (
            1,
            {
                "What": "harvesting",
                "Plainly": "theft",
                "Sure": "the text says so itself",
                "Whose": "a word the text keeps at a distance: it",
            },
        ),
        (
            2,
            {
                "What": "ethnic cleansing",
                "Sure": "hardly ever means anything else",
                "Whose": "a word in quotation marks: Ortiz",
            },
        ),
        (
            3,
            {
                "What": "were shot",
                "Sure": "no sentence seems to say who did it, so look twice",
                "Whose": "the reporter’s own word",
            },
        ),
    ],
)
def test_told_in_words(number: int, pairs: dict[str, str]) -> None:
    article = read(TEXT)
    answers = dict(finding_in_words(article, find_euphemisms(article)[number]))
    assert pairs.items() <= answers.items()
    assert answers["Why"].endswith("?")


def test_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "article.txt"
    file.write_text("The firm let forty people go.", encoding="utf-8")
    assert main(["find", "--json", str(file)]) == 0
    (found,) = [f for f in json.loads(capsys.readouterr().out)["findings"] if f["kind"] == "euphemism"]
    assert (found["span"], found["pieces"]) == ([9, 28], [[9, 12], [26, 28]])
    wanted = {"certainty": "ask", "term": "let go", "plain": "dismiss", "category": "labour", "voice": "narrator"}
    assert wanted.items() <= found.items()
    assert found["rule"] == "let go" and found["reason"] and found["cue"] == [4, 8] and found["found_by"] == "term"

"""How a source is marked in its text: a shape and a label for each level, and what its note tells."""

from __future__ import annotations

import re

import pytest
from made_by_hand import source

from kit import highlight, read
from kit.finding import Source
from kit.views.finding_marks import finding_in_words
from kit.views.wording import RUNGS

NURSE = "A nurse said so, because she feared for her job. Ortiz saw it. It is said to be late. She said no."


@pytest.mark.parametrize(
    ("found", "answers"),
    [
        (
            source(
                NURSE, "A nurse", "described", 0, anonymity_stated=True, grounds="she feared for her job", post="nurse"
            ),
            [
                ("Who", "A nurse"),
                ("Level", "described"),
                ("Told", "post: “nurse”; anonymity stated; why no name: “she feared for her job”"),
            ],
        ),
        (
            source(NURSE, "A nurse", "vague", 0, anonymity_stated=True),
            [("Who", "A nurse"), ("Level", "vague"), ("Told", "anonymity stated; no reason given")],
        ),
        (
            source(
                NURSE,
                "A nurse",
                "vague",
                0,
                anonymity_stated=True,
                grounds="she feared",
                reason="she feared for her job",
            ),
            [
                ("Who", "A nurse"),
                ("Level", "vague"),
                ("Told", "why no name: “she feared for her job”; anonymity stated"),
            ],
        ),
        (
            source(NURSE, "She", "named_person", 1, "Lena Ortiz", guess=True),
            [("Who", "She (Lena Ortiz, by a guess)"), ("Level", "named person")],
        ),
        (
            source(NURSE, "is said to", "hidden"),
            [("Who", "nobody is named"), ("Where", "is said to"), ("Level", "hidden")],
        ),
        (
            source(NURSE, "Ortiz", "named_person", 1, heard=False),
            [("Who", "Ortiz"), ("Level", "named person, not heard here")],
        ),
    ],
)
def test_what_a_note_tells(found: Source, answers: list[tuple[str, str]]) -> None:
    assert finding_in_words(read(NURSE), found) == [*answers, ("Why", "Because.")]


FOUND = [
    source(NURSE, "A nurse", "described", 0),
    source(NURSE, "Ortiz", "named_person", 1, heard=False),
    source(NURSE, "is said to", "hidden"),
]


def test_plain_text_has_a_label_for_each_level() -> None:
    shown = repr(highlight(read(NURSE), FOUND))
    assert shown.startswith(
        "[described] ■■□□ no name, but a post, a workplace or another fact you could check   "
        "[hidden] □□□□ somebody has said it, but the text doesn’t tell you who   "
        "_mentioned_ talked about, but not heard here   (1) told below\n\n"
        "[A nurse](1 ■■□□) said so, because she feared for her job. _Ortiz_(2) saw it. It [is said to](3 □□□□) be late."
    )


def test_a_page_has_a_shape_and_a_label_for_each_level() -> None:
    shown = highlight(read(NURSE), FOUND)._repr_html_()
    body = re.sub("<style>.*?</style>", "", shown)
    assert '<b class="kit-described kit-opens kit-closes kit-f1 kit-h1">A nurse</b>' in body
    assert re.search(r'aria-label="1: A nurse, described" aria-describedby="[^"]+">1 ■■□□</a>', body)
    assert '<i class="kit-mentioned kit-opens kit-closes kit-f2 kit-h2">Ortiz</i>' in body
    assert '<b class="kit-hidden kit-opens kit-closes kit-f3 kit-h3">is said to</b>' in body
    assert re.search(r'aria-label="3: nobody is named, is said to" aria-describedby="[^"]+">3 □□□□</a>', body)


@pytest.mark.parametrize("level", RUNGS)
def test_every_level_has_a_look(level: str) -> None:
    styles = highlight(read("x"))._repr_html_()
    assert f".kit-{level.replace('_', '-')}" in styles

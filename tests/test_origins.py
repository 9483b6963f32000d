"""A patchwork says of each of its sentences from which report it comes and what was lost on the way."""

from __future__ import annotations

from typing import Any

import pytest

from kit import articles
from kit.library import names, text_of
from kit.origins import Origin, origins, origins_in
from kit.text import ReadingError, Span

TEXT = "The bridge is shut. The council says nothing."


def test_each_sentence_of_the_patchwork_comes_from_a_report_or_from_none() -> None:
    text = articles("harbour-patchwork")
    pieces = origins("harbour-patchwork")
    covered = [any(s.start < p.span.end and p.span.start < s.end for p in pieces) for s in text.sentences]
    # The byline is the only sentence that comes from nowhere.
    assert [text[s] for s, is_covered in zip(text.sentences, covered, strict=True) if not is_covered] == [
        "By Lantern staff"
    ]
    assert {p.taken_from for p in pieces} == {"", "harbour", "harbour-agency", "harbour-radio"}
    assert [text[p.span] for p in pieces if not p.taken_from] == [
        "Many in the town now ask whether such a plant belongs beside homes."
    ]


def test_what_is_lost_is_said_where_the_words_are_no_longer_the_same() -> None:
    text = text_of("harbour-patchwork")
    for piece in origins("harbour-patchwork"):
        if piece.original is not None and not piece.lost:
            here = text[piece.span.start : piece.span.end].rstrip(".")
            there = text_of(piece.taken_from)[piece.original.start : piece.original.end].rstrip(".")
            assert here == there or here == "which " + there.removesuffix(" it").replace("An", "an")


def test_a_piece_is_found_in_both_texts() -> None:
    entry = {"words": "The bridge is shut.", "from": "footbridge", "original": "the beam", "lost": "the beam"}
    with pytest.raises(ReadingError):  # “the beam” stands there more than once
        origins_in(TEXT, {"origin": [entry]}, "here.toml")
    (piece,) = origins_in(TEXT, {"origin": [{**entry, "original": "The crack is 40 centimetres long"}]}, "here.toml")
    assert piece == Origin(Span(0, 19), "footbridge", piece.original, "the beam")
    assert piece.original is not None
    assert articles("footbridge")[piece.original] == "The crack is 40 centimetres long"


def test_only_the_patchwork_has_origins() -> None:
    assert [name for name in names() if origins(name)] == ["harbour-patchwork"]


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (
            {"words": "The bridge is open."},
            "the words “The bridge is open.” aren’t there. Copy them from the text",
        ),
        (
            {"words": "The bridge", "form": "x"},
            'there is no key called "form" here. Did you mean "from"? The keys are: from, lost, original, words.',
        ),
        ({}, 'words is missing. Add a line such as: words = "…".'),
        ({"words": 3}, "words has to be words in quotation marks, as in: words = "),
        ({"words": "The bridge", "original": "x"}, "from is missing. Name the practice text that has these words"),
        ({"words": "The bridge", "from": "brigde"}, 'there is no practice text called "brigde". Put its name right.'),
    ],
)
def test_an_origin_that_does_not_fit_is_named(entry: dict[str, Any], says: str) -> None:
    with pytest.raises(ReadingError) as refused:
        origins_in(TEXT, {"origin": [entry]}, "here.toml")
    assert str(refused.value).startswith(f"here.toml, origin 1: {says}")


def test_words_that_the_report_does_not_have_are_named_with_the_report() -> None:
    entry = {"words": "The bridge", "from": "footbridge", "original": "the tunnel"}
    with pytest.raises(ReadingError) as refused:
        origins_in(TEXT, {"origin": [entry]}, "here.toml")
    assert str(refused.value) == (
        "here.toml, origin 1, original in footbridge.txt: the words “the tunnel” aren’t there. "
        "Copy them from the text exactly."
    )

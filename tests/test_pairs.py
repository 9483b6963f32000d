"""Two passages side by side, and the arcs between them: what is shown, in words and in lines."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from made_by_hand import span_of
from matplotlib.patches import Arc
from test_ladder import Table

from kit.errors import KitError
from kit.finding import Differ, Inconsistency, Verdict
from kit.text import Article, read
from kit.views.arcs import MAX_ARCS, draw_pairs
from kit.views.pair_tables import pair_tables
from kit.views.wording import SENTENCES, TYPES, VERDICTS

TEXT = (
    "Ferry sinks, six drown\n\nForty-two pupils boarded the ferry. It was late.\n\n"
    "“Each of the thirty-nine children was wet,” said Tom Hale. Nobody was hurt."
)
ARTICLE = read(TEXT)


def clash(
    claim: str,
    other: str,
    words: tuple[str, str],
    type: Differ = "number",
    verdict: Verdict = "conflict",
    said: str = "",
) -> Inconsistency:
    one, two = span_of(TEXT, claim), span_of(TEXT, other)
    marked = (span_of(TEXT, words[0]),), (span_of(TEXT, words[1]),)
    return Inconsistency(
        one, "by hand", "Because.", one, two, *marked, type, verdict, "", said, "It may be another day."
    )


FOUND = (
    clash(
        "Forty-two pupils boarded the ferry",
        "“Each of the thirty-nine children was wet,”",
        ("Forty-two", "thirty-nine"),
        said="Tom Hale",
    ),
    clash("six drown", "Nobody was hurt", ("six drown", "Nobody"), "headline", "unsupported"),
)


def test_pairs_in_words() -> None:
    assert repr(pair_tables(ARTICLE, FOUND)).split("\n")[2:] == [
        "",
        "1 · headline and report: unsupported: nothing else in the text backs it up",
        "  “Ferry sinks, =six drown=” (headline, the reporter)",
        "  “=Nobody= was hurt.” (paragraph 2, the reporter)",
        "  Why: Because.",
        "  Innocent reason: It may be another day.",
        "",
        "2 · number: conflict: both can’t be right as they stand",
        "  “=Forty-two= pupils boarded the ferry.” (paragraph 1, the reporter)",
        "  ““Each of the =thirty-nine= children was wet,” said Tom Hale.” (paragraph 2, Tom Hale)",
        "  Why: Because.",
        "  Innocent reason: It may be another day.",
    ]


def test_pairs_as_they_are_heard() -> None:
    html = pair_tables(ARTICLE, FOUND)._repr_html_()
    _, second = (Table(part) for part in re.findall(r"<table.*?</table>", html))
    assert second.caption == "2 · number: conflict: both can’t be right as they stand"
    assert second.scopes == ["col", "col", "row", "row", "row"]
    assert second.rows == [
        ["", "One passage", "The other passage"],
        [
            "In the text",
            "Forty-two pupils boarded the ferry.",
            "“Each of the thirty-nine children was wet,” said Tom Hale.",
        ],
        ["Who says it", "the reporter", "Tom Hale"],
        ["Where", "paragraph 1", "paragraph 2"],
    ]
    assert re.findall("<mark>(.*?)</mark>", html) == ["six drown", "Nobody", "Forty-two", "thirty-nine"]


def test_what_differs_from_nothing_leaves_the_other_passage_unmarked() -> None:
    (found,) = [clash("six drown", "Nobody was hurt", ("six", "Nobody"), "headline", "unsupported")]
    (pair,) = pair_tables(ARTICLE, [replace(found, other_words=())]).pairs
    assert pair.sides[1].pieces == (("Nobody was hurt.", False),)


def test_nothing_found_is_no_promise(tmp_path: Path) -> None:
    assert repr(pair_tables(ARTICLE, ())) == draw_pairs(ARTICLE, ()).text == SENTENCES["no_pairs"]
    with pytest.raises(KitError, match="there is no picture to save"):
        draw_pairs(ARTICLE, ()).save(tmp_path / "a.png")


def test_markup_in_a_text_is_shown_and_never_obeyed() -> None:
    article = read(TEXT.replace("It was late", "<script>harm()</script>"))
    start = article.text.index("<script>")
    finding = Inconsistency(
        FOUND[0].span, "x", "<i>", FOUND[0].span, FOUND[0].span._replace(start=start, end=start + 8),
        (), (), "name", "tension", "<u>", "", "<b>",
    )  # fmt: skip
    html = pair_tables(article, [finding])._repr_html_()
    assert not re.search("<(?:script|i|u)>|<b>&", html)
    assert "&lt;script&gt;" in html


def test_the_arcs_in_sentences() -> None:
    assert draw_pairs(ARTICLE, FOUND).text.split("\n") == [
        "Which passages don’t agree, and where they are. “Ferry sinks, six drown”, 2 pairs:",
        "1. Headline and report, unsupported: “six drown” (headline) and “Nobody” (paragraph 2).",
        "2. Number, conflict: “Forty-two” (paragraph 1) and “thirty-nine” (paragraph 2).",
    ]


def arcs(article: Article, found: tuple[Inconsistency, ...]) -> dict[str, list[float]]:
    """Where each arc of a picture begins and ends, as shares of the text."""
    figure = draw_pairs(article, found).figure
    assert figure is not None
    drawn = [patch for patch in figure.axes[0].patches if isinstance(patch, Arc)]
    return {str(arc.get_gid()): [arc.center[0] + side * arc.width / 2 for side in (-1, 1)] for arc in drawn}


def test_an_arc_goes_from_passage_to_passage() -> None:
    drawn = arcs(ARTICLE, FOUND)
    for number, finding in enumerate(sorted(FOUND, key=lambda found: found.claim), 1):
        ends = sorted(passage.start / len(TEXT) for passage in (finding.claim, finding.other))
        assert drawn[f"arc-{number}"] == pytest.approx(ends)


def test_the_key_tells_each_verdict_and_each_pair() -> None:
    picture = draw_pairs(ARTICLE, FOUND)
    assert picture.figure is not None
    (key,) = picture.figure.legends
    assert [text.get_text().replace("\n", " ") for text in key.texts] == [
        "unsupported: nothing else in the text backs it up",
        "conflict: both can’t be right as they stand",
        *picture.text.split("\n")[1:],
    ]


def test_each_verdict_has_a_line_of_its_own() -> None:
    looks = [(look.width, str(look.dashes)) for look in VERDICTS.values()]
    assert len({dashes for _, dashes in looks}) == len(looks) == 4


def test_many_pairs_are_all_told_and_the_first_ones_drawn() -> None:
    picture = draw_pairs(ARTICLE, FOUND[:1] * (MAX_ARCS + 3))
    assert picture.text.count("\n") == MAX_ARCS + 3
    assert f"{MAX_ARCS + 3} pairs, the first {MAX_ARCS} drawn" in picture.text
    assert f"arc-{MAX_ARCS}" in arcs(ARTICLE, FOUND[:1] * (MAX_ARCS + 3))
    assert f"arc-{MAX_ARCS + 1}" not in arcs(ARTICLE, FOUND[:1] * (MAX_ARCS + 3))


@pytest.mark.parametrize("type", TYPES)
def test_every_type_has_a_name_to_show(type: Differ) -> None:
    (pair,) = pair_tables(ARTICLE, [clash("six drown", "Nobody was hurt", ("six", "Nobody"), type, "none")]).pairs
    assert pair.title == f"1 · {TYPES[type]}: no conflict"

"""The ladder of sources as a table: rows, order, what is told, and what a text can't do to it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from made_by_hand import any_findings, source

from kit import articles
from kit.find import find_everything
from kit.finding import Attribution, Source
from kit.lessons import show_ladder
from kit.library import names
from kit.text import Article, read
from kit.views.ladder import Ladder, ladder
from kit.views.sections import in_short

PORT = (
    "The port is closed, officials said. “We saw the crack,” said a diver of the harbour company, who asked not to be "
    "named because she fears for her job. Lena Ortiz, who heads the port, said no. Ortiz said it was old. She said so. "
    "A letter that the diver showed us says the same. It is said to be worse, and reportedly nobody knew."
)
SOURCES = [
    source(PORT, "is said to", "hidden"),
    source(PORT, "reportedly", "hidden"),
    source(PORT, "officials", "vague", 0),
    source(
        PORT,
        "a diver of the harbour company",
        "described",
        1,
        anonymity_stated=True,
        grounds="she fears for her job",
        affiliation="the harbour company",
        post="diver",
        basis="We saw the crack",
        corroboration="A letter",
    ),
    source(PORT, "the diver", "described", 1, "a diver of the harbour company", heard=False, guess=True),
    source(PORT, "Lena Ortiz", "named_person", 2, "Lena Ortiz", post="heads the port", affiliation="the port"),
    source(PORT, "Ortiz", "named_person", 2, "Lena Ortiz", nth=2),
    source(PORT, "She", "named_person", 2, "Lena Ortiz", guess=True),
    source(PORT, "nobody", "other", 4),
    source(PORT, "the port", "named_organisation", 5, heard=False),
]


class Table(HTMLParser):
    """A table as it is heard: the words of its cells, row by row, with the scope of every head."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.scopes: list[str] = []
        self.tags: set[str] = set()
        self.caption = ""
        self.inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.scopes += [dict(attrs).get("scope") or "none"] if tag == "th" else []
        if tag in ("td", "th", "caption"):
            self.inside = tag
        if tag == "br":
            self.rows[-1][-1] += " / "

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside == "caption":
            self.caption += data
        elif self.inside:
            self.rows[-1][-1] += data.replace("\xa0", " ")


def test_the_table() -> None:
    table = Table(ladder(read(PORT), SOURCES)._repr_html_())
    assert table.caption == "How much we’re told about the sources"
    assert table.rows == [
        ["Source", "Level", "Belongs to", "Post", "How they know", "Why no name", "Second source", "Anonymity stated"],
        [
            "Lena Ortiz / 3 mentions, 1 by a guess: “Lena Ortiz”, “Ortiz”, “She” (a guess)",
            "■■■■ named person",
            "✓ “the port”",
            "✓ “heads the port”",
            "– not told",
            "",
            "– not told",
            "",
        ],
        [
            "a diver of the harbour company / 2 mentions, 1 by a guess: “a diver of the harbour company”, "
            "“the diver” (a guess)",
            "■■□□ described",
            "✓ “the harbour company”",
            "✓ “diver”",
            "✓ “We saw the crack”",
            "✓ “she fears for her job”",
            "✓ “A letter”",
            "✓ yes",
        ],
        ["officials / 1 mention", "■□□□ vague", *["– not told"] * 5, "– no"],
        ["(nobody is named) / 2 places: “is said to”, “reportedly”", "□□□□ hidden", *["– not told"] * 5, "– no"],
        ["nobody / 1 mention", "···· not on the ladder", *["– not told"] * 5, "– no"],
    ]
    assert table.scopes == ["col"] * 8 + ["row"] * 5


def test_the_same_in_plain_text() -> None:
    assert repr(ladder(read(PORT), SOURCES[:4])) == (
        "How much we’re told about the sources\n"
        "\n"
        "■■□□ a diver of the harbour company (described)\n"
        "     1 mention\n"
        "     ✓ Belongs to: “the harbour company”\n"
        "     ✓ Post: “diver”\n"
        "     ✓ How they know: “We saw the crack”\n"
        "     ✓ Why no name: “she fears for her job”\n"
        "     ✓ Second source: “A letter”\n"
        "     ✓ Anonymity stated\n"
        "\n"
        "■□□□ officials (vague)\n"
        "     1 mention\n"
        "     – not told: Belongs to, Post, How they know, Why no name, Second source\n"
        "\n"
        "□□□□ (nobody is named) (hidden)\n"
        "     2 places: “is said to”, “reportedly”\n"
        "     – not told: Belongs to, Post, How they know, Why no name, Second source"
    )


def test_only_levels_that_occur_are_explained() -> None:
    shown = ladder(read(PORT), SOURCES[2:3])._repr_html_()
    assert "■□□□ vague: a group or a kind of person, with nothing you could check" in shown
    assert "named person" not in shown


def test_a_source_unnamed_first_and_named_later_is_one() -> None:
    text = "A woman said no. Later the woman, Ana Ruiz, said yes."
    rows = ladder(read(text), [source(text, "A woman", "vague", 3), source(text, "Ana Ruiz", "named_person", 3)]).rows
    assert [(row.name, row.rung, row.also) for row in rows] == [
        ("Ana Ruiz", "named person", ("“A woman”", "“Ana Ruiz”"))
    ]


def test_many_names_of_one_source_are_cut() -> None:
    text = " ".join(f"name{number:02}" for number in range(20))
    found = [source(text, f"name{number:02}", "named_person", 0, "name00") for number in range(20)]
    (row,) = ladder(read(text), found).rows
    assert row.also == (*(f"“name{number:02}”" for number in range(8)), "12 more")


def test_what_a_text_says_is_shown_and_not_obeyed() -> None:
    text = 'Sources, <script>alert("x")</script> & <b>Eve</b> \x1b[31m said. She asked not to be named.'
    found = source(text, '<script>alert("x")</script> & <b>Eve</b> \x1b[31m', "vague", 0, post="& <b>Eve</b> \x1b[31m")
    shown = ladder(read(text), [found])
    table = Table(shown._repr_html_())
    assert table.rows[1][0] == '<script>alert("x")</script> & <b>Eve</b> ␛[31m / 1 mention'
    assert table.rows[1][3] == "✓ “& <b>Eve</b> ␛[31m”"
    assert not table.tags & {"script", "b"}
    assert "\x1b" not in repr(shown)


NONE = "The helper found no source in this text: nobody in it seems to say or think anything."


@pytest.mark.parametrize("found", [[], SOURCES[-1:]])
def test_no_source_is_a_sentence(found: list[Source]) -> None:
    shown = ladder(read(PORT), found)
    assert repr(shown) == NONE
    assert shown._repr_html_() == f"<p>{NONE}</p>"


@given(any_findings())
@settings(deadline=None)
def test_any_findings_make_a_table_and_every_voice_has_a_row(
    findings: tuple[Article, list[Attribution], list[Source]],
) -> None:
    article, _, sources = findings
    shown = ladder(article, sources)
    assert isinstance(shown, Ladder)
    table = Table(shown._repr_html_())
    assert len(table.rows) == (len(shown.rows) + 1 if shown.rows else 0)
    assert all(len(row) == 8 for row in table.rows)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", repr(shown))


@pytest.mark.parametrize("name", names())
def test_the_ladder_and_the_overview_count_the_same_sources(name: str) -> None:
    text = articles(name)
    rows = [row for row in show_ladder(text).rows if row.rung != "hidden"]
    assert in_short(text, find_everything(text))[0].endswith(f", {len(rows)} sources.")

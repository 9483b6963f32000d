"""The pictures of sources: what is counted, what is drawn, what is told in words, and what any text can do to them."""

from __future__ import annotations

import re
import subprocess
import sys
import warnings
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_by_hand import any_findings, says, source, span_of
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from kit import articles
from kit.errors import KitError
from kit.finding import Attribution, Level, Source
from kit.lessons import plot_sources
from kit.text import Article, Span, read
from kit.views.drawing import WIDTH, drawable, wrapped
from kit.views.picture import SHARPNESS, Picture, our_style
from kit.views.plots import MAX_ARTICLES, MAX_BARS, draw_levels, draw_sources
from kit.views.tally import shares, word_places
from kit.views.wording import RUNGS

TRAM = (
    "“It is late, again,” said Ana Ruiz. She said the tram was old. Officials said no. "
    "It is said to be safe. The Tram Office said that “thick fog” was the reason, and a driver of line 4 agreed."
)
ARTICLE = read(TRAM)
ATTRIBUTIONS = [
    says(TRAM, "Ana Ruiz", "said", "“It is late, again,”", "direct"),
    says(TRAM, "She", "said", "the tram was old"),
    says(TRAM, "Officials", "said", "no"),
    says(TRAM, "", "is said", ("It", "to be safe")),
    says(TRAM, "The Tram Office", "said", "that “thick fog” was the reason", "mixed"),
    says(TRAM, "a driver of line 4", "agreed", "that “thick fog” was the reason", "mixed"),
]
SOURCES = [
    source(TRAM, "a driver of line 4", "described", 3),
    source(TRAM, "Ana Ruiz", "named_person", 0),
    source(TRAM, "She", "named_person", 0, "Ana Ruiz", guess=True),
    source(TRAM, "Officials", "vague", 1),
    source(TRAM, "is said", "hidden"),
    source(TRAM, "The Tram Office", "named_organisation", 2),
    source(TRAM, "line 4", "named_organisation", 4, heard=False),
]


def counted(text: str, attributions: list[Attribution], sources: list[Source]) -> list[tuple[str, str, int, int]]:
    found = shares(read(text), attributions, sources)
    return [(share.voice.name, share.voice.level, share.direct, share.indirect) for share in found]


# What is counted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("It is late.", ["It", "is", "late"]),
        ("“No—not 1.8 million, the $5 don’t count,” U.S. men said – twice …", 12),
        ("well-known", ["well-known"]),
        ("... !!! — – _ ' “”", []),
    ],
)
def test_a_word_is_what_a_reader_counts(text: str, words: list[str] | int) -> None:
    places = list(word_places(text, Span(0, len(text))))
    if isinstance(words, int):
        assert len(places) == words
    else:
        assert [text[place : place + len(word)] for place, word in zip(places, words, strict=True)] == words


def test_words_by_voice_direct_and_indirect_apart() -> None:
    assert counted(TRAM, ATTRIBUTIONS, SOURCES) == [
        ("Ana Ruiz", "named_person", 4, 4),
        ("The Tram Office", "named_organisation", 2, 4),
        ("a driver of line 4", "described", 2, 4),
        ("(nobody is named)", "hidden", 0, 4),
        ("Officials", "vague", 0, 1),
    ]


TWICE = "Hale said that Ortiz had said “no” twice."
TOGETHER = "Hale and Ortiz said it was so."
REPORTEDLY = "Hale said it rained. The bridge was reportedly old and weak, Hale said. He was allegedly there."
LATER = "A woman said no. The woman, Ana Ruiz, said so."


@pytest.mark.parametrize(
    ("text", "attributions", "sources", "expected"),
    [
        pytest.param(
            TWICE,
            [
                says(TWICE, "Hale", "said", "that Ortiz had said “no” twice"),
                says(TWICE, "Ortiz", "had said", "“no”", "direct"),
                says(TWICE, "Ortiz", "had said", "“no” twice", "indirect"),
            ],
            [source(TWICE, "Hale", "named_person", 0), source(TWICE, "Ortiz", "named_person", 1)],
            [("Hale", "named_person", 0, 6), ("Ortiz", "named_person", 1, 1)],
            id="what one reports of another counts for both, once each",
        ),
        pytest.param(
            TOGETHER,
            [says(TOGETHER, "Hale and Ortiz", "said", "it was so")],
            [source(TOGETHER, "Hale", "named_person", 0), source(TOGETHER, "Ortiz", "named_person", 1)],
            [("Hale", "named_person", 0, 3), ("Ortiz", "named_person", 0, 3)],
            id="what two say together counts for both",
        ),
        pytest.param(
            REPORTEDLY,
            [
                says(REPORTEDLY, "Hale", "said", "it rained"),
                says(REPORTEDLY, "Hale", "said", "The bridge was reportedly old and weak", nth=2),
            ],
            [
                source(REPORTEDLY, "Hale", "named_person", 0),
                source(REPORTEDLY, "Hale", "named_person", 0, nth=2),
                source(REPORTEDLY, "reportedly", "hidden"),
                source(REPORTEDLY, "allegedly", "hidden"),
            ],
            [("Hale", "named_person", 0, 9), ("(nobody is named)", "hidden", 0, 3)],
            id="hearsay without an attribution takes its sentence, unless somebody says it",
        ),
        pytest.param(
            LATER,
            [says(LATER, "A woman", "said", "no"), says(LATER, "The woman, Ana Ruiz,", "said", "so")],
            [
                source(LATER, "A woman", "described", 7),
                source(LATER, "The woman, Ana Ruiz", "named_person", 7, "Ana Ruiz"),
            ],
            [("Ana Ruiz", "named_person", 0, 2)],
            id="unnamed first and named later is one, under the name",
        ),
        pytest.param(
            TOGETHER,
            [says(TOGETHER, "Hale and Ortiz", "said", "it was so"), says(TOGETHER, "", "said", "so")],
            [],
            [("Hale and Ortiz", "other", 0, 3), ("(speaker not told here)", "other", 0, 1)],
            id="an attribution that no source belongs to is not lost",
        ),
        pytest.param(
            TOGETHER,
            [],
            [source(TOGETHER, "Hale", "named_person", 0), source(TOGETHER, "Ortiz", "named_person", 1, heard=False)],
            [("Hale", "named_person", 0, 0)],
            id="whoever is only talked about does not speak",
        ),
    ],
)
def test_whose_words_they_are(
    text: str, attributions: list[Attribution], sources: list[Source], expected: list[tuple[str, str, int, int]]
) -> None:
    assert counted(text, attributions, sources) == expected


# What is told in words


def test_the_sentences_of_a_picture() -> None:
    assert draw_sources(ARTICLE, ATTRIBUTIONS, SOURCES).text == (
        "Who speaks, and how many words each is given. 4 sources, 1 place where a source is hidden:\n"
        "Ana Ruiz (named person): 8 words, 4 of them word for word.\n"
        "The Tram Office (named organisation): 6 words, 2 of them word for word.\n"
        "A driver of line 4 (described): 6 words, 2 of them word for word.\n"
        "Nobody is named (hidden, in 1 place): 4 words.\n"
        "Officials (vague): 1 word."
    )


def test_the_sentences_of_one_source() -> None:
    assert draw_sources(ARTICLE, ATTRIBUTIONS[:1], SOURCES[1:2]).text == (
        "Who speaks, and how many words each is given. 1 source:\nAna Ruiz (named person): 4 words, all word for word."
    )


def test_the_sentences_name_the_text() -> None:
    text = "Tram is late\n\nThe tram was late on Monday, a driver said. Nobody in the town knew why it was so late."
    article = read(text)
    assert article.title == Span(0, 12)
    picture = draw_sources(article, [says(text, "a driver", "said", "The tram was late on Monday")], [])
    assert picture.text.startswith("Who speaks, and how many words each is given. “Tram is late”, 1 source:\n")


def test_the_levels_in_sentences() -> None:
    assert draw_levels([ARTICLE, ARTICLE, ARTICLE], [SOURCES, SOURCES[1:3], []]).text == (
        "How much the reader is told about the sources. Each time somebody speaks, or is hidden, counts once:\n"
        "Text 1, 6 mentions: named person 2 (33 %), named organisation 1 (17 %), described 1 (17 %), "
        "vague 1 (17 %), hidden 1 (17 %).\n"
        "Text 2, 2 mentions: named person 2 (100 %), named organisation 0, described 0, vague 0, hidden 0.\n"
        "Text 3: no source was found."
    )


def test_what_is_not_on_the_ladder_is_told_only_where_there_is_some() -> None:
    odd = source(TRAM, "It", "other", 9)
    assert draw_levels([ARTICLE], [[odd]]).text.endswith("hidden 0, not on the ladder 1 (100 %).")


NOTHING = (
    "No source was found in this text, so there is nothing to draw: nobody in it is said to say or think anything."
)


@pytest.mark.parametrize("picture", [draw_sources(read(""), [], []), draw_levels([read("")], [[]])])
def test_a_text_without_sources_gets_a_sentence_and_no_empty_picture(picture: Picture, tmp_path: Path) -> None:
    assert picture.text == repr(picture) == NOTHING
    assert picture._repr_html_() == f"<p>{NOTHING}</p>"
    assert picture.figure is None
    with pytest.raises(KitError, match=re.escape(f"there is no picture to save. {NOTHING}")):
        picture.save(tmp_path / "x.png")


# What is drawn


def bars_in(picture: Picture) -> dict[str, float]:
    """The length of every bar, on its own scale, by its id."""
    assert picture.figure is not None
    patches = [patch for axes in picture.figure.axes for patch in axes.patches if isinstance(patch, Rectangle)]
    return {patch.get_gid() or "": patch.get_width() for patch in patches if patch.get_gid()}


def test_bars_are_as_long_as_their_words_and_in_their_order() -> None:
    picture = draw_sources(ARTICLE, ATTRIBUTIONS, SOURCES)
    assert bars_in(picture) == {
        "direct-1": 4,
        "indirect-1": 4,
        "direct-2": 2,
        "indirect-2": 4,
        "direct-3": 2,
        "indirect-3": 4,
        "indirect-4": 4,
        "indirect-5": 1,
    }
    assert picture.figure is not None
    (axes,) = picture.figure.axes
    assert [label.get_text() for label in axes.get_yticklabels()] == [
        "Ana Ruiz\nnamed person",
        "The Tram Office\nnamed organisation",
        "a driver of line 4\ndescribed",
        "(nobody is named)\nhidden, in 1 place",
        "Officials\nvague",
    ]
    behind = ["8 (4 word for word)", "6 (2 word for word)", "6 (2 word for word)", "4", "1"]
    assert [text.get_text() for text in axes.texts] == behind
    assert axes.get_ylim() == (4.5, -0.5), "from the top down"
    (key,) = picture.figure.legends
    assert [text.get_text() for text in key.texts] == ["word for word", "in the reporter’s words"]
    bars = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    thick, thin = (bar.get_height() for bar in bars if bar.get_gid() in ("direct-1", "indirect-1"))
    assert thick > 2 * thin


def test_the_bars_of_levels() -> None:
    picture = draw_levels([ARTICLE, ARTICLE], [SOURCES, SOURCES[1:3]])
    assert {name: round(length, 3) for name, length in bars_in(picture).items()} == {
        "named_person-1": 0.333,
        "named_organisation-1": 0.167,
        "described-1": 0.167,
        "vague-1": 0.167,
        "hidden-1": 0.167,
        "named_person-2": 1,
    }
    assert picture.figure is not None
    assert [axes.get_title(loc="left") for axes in picture.figure.axes] == ["Text 1\n6 mentions", "Text 2\n2 mentions"]
    told = [[text.get_text() for text in axes.texts] for axes in picture.figure.axes]
    assert told == [["2 (33 %)", *["1 (17 %)"] * 4], ["2 (100 %)", *["0"] * 4]]


@pytest.mark.parametrize("level", RUNGS)
def test_a_bar_has_the_shade_and_the_pattern_of_its_level(level: Level) -> None:
    picture = draw_sources(ARTICLE, ATTRIBUTIONS[:1], [source(TRAM, "Ana Ruiz", level, 0)])
    assert picture.figure is not None
    (bar,) = (patch for patch in picture.figure.axes[0].patches if patch.get_gid() == "direct-1")
    assert matplotlib.colors.to_hex(bar.get_facecolor()) == RUNGS[level].fill.shade
    assert (bar.get_hatch() or "") == RUNGS[level].fill.hatch


def luminance(colour: str) -> float:
    """How light a colour is on grey paper, from 0 (black) to 100 (white), in equal steps for the eye (CIE L*)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def test_levels_differ_in_pattern_and_in_grey() -> None:
    hatches = [rung.fill.hatch for rung in RUNGS.values()]
    assert len(set(hatches)) == len(hatches)
    ladder = [luminance(rung.fill.shade) for level, rung in RUNGS.items() if level != "other"]
    assert ladder == sorted(ladder), "from dark to light"
    assert all(lighter - darker >= 15 for darker, lighter in pairwise(ladder))
    assert all(abs(luminance(r.fill.ink) - luminance(r.fill.shade)) >= 30 for r in RUNGS.values() if r.fill.hatch)


HEADLINE = "The trams of the town are " + "very " * 30 + "late, officials say"


def many(count: int) -> tuple[Article, list[Attribution], list[Source]]:
    """Speakers with long and strange names, each with one word less than the one before, and one hidden source."""
    names = [
        "דנה לוי",
        "محمد علي الأحمد",
        "Mia 👩‍👩‍👧 Green 🌍",
        "李小龙",
        "$\\frac5 and $7 men",
        "The Ministry of Agriculture, Forestry, Fisheries, Water Management and Rural Development of the Republic",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        '<b>Eve</b> & "Co"',
        "\u202eevil\x1b[31m\ufffe",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW MMMMMMMMMMMMMMMMMMMMMMMMM WWWWWWWWWWWWWW",
    ][: count - 1]
    names += [f"Speaker {number}" for number in range(len(names), count - 1)]
    text, attributions, sources = f"{HEADLINE}\n\n", [], []
    for number, name in enumerate(names):
        content = " ".join(["word"] * (2 * count - number))
        begin = len(text) + len(name) + len(" said ")
        span, said = Span(len(text), len(text) + len(name)), Span(begin, begin + len(content))
        text += f"{name} said {content}.\n\n"
        attributions.append(
            Attribution(said, "r", "Why.", (span,), (), (said,), "direct" if number % 3 else "indirect")
        )
        level = [level for level in RUNGS if level != "hidden"][number % 5]
        sources.append(Source(span, "r", "Why.", level, False, None, (), number, name, False, True))
    text += "It is believed."
    sources.append(source(text, "is believed", "hidden"))
    return replace(read(text), title=Span(0, len(HEADLINE))), attributions, sources


def test_forty_sources_become_twelve_bars_and_others() -> None:
    picture = draw_sources(*many(40))
    lines = picture.text.split("\n")
    assert len(lines) == 1 + MAX_BARS + 1
    assert lines[0] == (
        f"Who speaks, and how many words each is given. “{HEADLINE[:65]} …”, 39 sources, "
        "1 place where a source is hidden:"
    )
    left_over = range(11, 39)
    words = sum(80 - number for number in left_over)
    direct = sum(80 - number for number in left_over if number % 3)
    assert lines[-3:] == [
        "Speaker 10 (named person): 70 words, all word for word.",
        "Nobody is named (hidden, in 1 place): 1 word.",
        f"28 others (together): {words:,} words, {direct:,} of them word for word.",
    ]
    numbers = {name.partition("-")[2] for name in bars_in(picture)}
    assert numbers == {str(number) for number in range(1, MAX_BARS + 1)}, "the others have a number and no bar"


@pytest.mark.parametrize("count", [MAX_BARS, MAX_BARS + 1])
def test_nobody_is_an_other_alone(count: int) -> None:
    assert "other" not in draw_sources(*many(count)).text


@pytest.mark.parametrize("count", [1, 2, 13, 40])
def test_everything_has_its_place_on_the_page(count: int) -> None:
    picture = draw_sources(*many(count))
    levels = draw_levels([many(count)[0]] * 5, [many(count)[2]] * 5)
    for figure in (picture.figure, levels.figure):
        assert figure is not None
        figure.set_dpi(SHARPNESS)
        with our_style():
            figure.draw_without_rendering()
        words = [*figure.texts, *(text for axes in figure.axes for text in (*axes.texts, *shown_labels(axes)))]
        words = [text for text in words if text.get_text()]
        lines = [text.get_window_extent() for text in words]
        page = figure.bbox
        for text, box in zip(words, lines, strict=True):
            assert page.x0 <= box.x0 <= box.x1 <= page.x1, text.get_text()
            assert page.y0 <= box.y0 <= box.y1 <= page.y1, text.get_text()
        assert not any(a.overlaps(b) for at, a in enumerate(lines) for b in lines[:at])
        assert figure.get_figwidth() == WIDTH <= 6.5


def shown_labels(axes: Axes) -> list[Text]:
    return [label for label in axes.get_yticklabels() if label.get_visible()] + [axes._left_title]  # type: ignore[attr-defined]


def test_strange_names_make_no_noise(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = draw_sources(*many(20))
        for ending in (".png", ".pdf", ".svg", ".PNG"):
            picture.save(tmp_path / f"strange{ending}")
    assert (tmp_path / "strange.pdf").read_bytes().startswith(b"%PDF")
    assert ElementTree.parse(tmp_path / "strange.svg").getroot().tag.endswith("svg")


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("Ana  Ruiz,\n15", "Ana Ruiz, 15"),
        ("Mia 👩‍👩‍👧 Green", "Mia ▯ Green"),
        ("李小龙", "▯"),
        ("Zoë Šímová", "Zoë Šímová"),
        ("דנה", "דנה"),
        ("a\x1b[31m\u202e\u200bb", "a▯[31mb"),
        ("", ""),
    ],
)
def test_what_the_font_lacks_gets_a_box(words: str, drawn: str) -> None:
    assert drawable(words) == drawn


@given(st.text(max_size=120), st.integers(3, 30), st.integers(1, 3))
@settings(max_examples=50, deadline=None)
def test_wrapped_names_keep_to_their_room(words: str, width: int, most: int) -> None:
    lines = wrapped(words, width, most).split("\n")
    assert 1 <= len(lines) <= most
    assert all(0 < len(line) <= width for line in lines)


def test_a_style_of_somebody_else_changes_nothing() -> None:
    plain = draw_sources(ARTICLE, ATTRIBUTIONS, SOURCES)._repr_html_()
    with matplotlib.rc_context(
        {"axes.facecolor": "red", "hatch.linewidth": 5, "font.size": 30, "savefig.bbox": "tight"}
    ):
        assert draw_sources(ARTICLE, ATTRIBUTIONS, SOURCES)._repr_html_() == plain
        assert matplotlib.rcParams["hatch.linewidth"] == 5


# In a notebook, and as a file


class Images(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.images: list[dict[str, str | None]] = []
        self.items: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.images += [dict(attrs)] if tag == "img" else []
        self.items += [""] if tag == "li" else []

    def handle_data(self, data: str) -> None:
        if self.items and self.tags[-1] in ("li", "bdi"):
            self.items[-1] += data


def test_words_that_are_a_source_are_not_also_a_place_where_one_is_hidden() -> None:
    """In lesson 5’s patchwork the source that the task is about has its words, and nobody else has them."""
    said = plot_sources(articles("harbour-patchwork")).text
    assert "A source (vague): 13 words." in said
    assert "hidden" not in said
    assert "The town" not in said  # it stands before a quotation whose speaker is lost


def test_a_firm_and_what_it_is_said_to_be_are_one_source() -> None:
    """“Frostline, a company that stores fish …”, and then “the company said”."""
    said = plot_sources(articles("harbour-patchwork")).text
    assert "Frostline (named organisation): 29 words." in said
    assert "ompany" not in said


def test_the_page_carries_the_sentences_escaped() -> None:
    picture = draw_sources(*many(12))
    page = Images(picture._repr_html_())
    (image,) = page.images
    assert image["alt"] == picture.text.replace("\n", " ")
    assert image["width"] == "442"
    assert (image["src"] or "").startswith("data:image/svg+xml;base64,PD94b")
    assert page.items == picture.text.split("\n")[1:]
    assert set(page.tags) == {"figure", "img", "figcaption", "details", "summary", "p", "ul", "li", "bdi", "style"}
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", picture.text)


@pytest.mark.parametrize(
    ("path", "says_so"),
    [
        ("picture.doc", 'a picture is saved as .png, .pdf or .svg, not as "picture.doc". Try: picture.png'),
        ("picture", 'a picture is saved as .png, .pdf or .svg, not as "picture". Try: picture.png'),
        ("gone/picture.png", "the picture can't be written to gone"),
        (3, 'save needs the name of a file, not a thing of the type int. Try: .save("picture.png")'),
    ],
)
def test_a_name_that_no_picture_can_have(
    path: str, says_so: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(KitError, match=re.escape(says_so)) as told:
        draw_sources(ARTICLE, ATTRIBUTIONS, SOURCES).save(path)
    assert told.value._render_traceback_() == [str(told.value)], "a notebook shows the sentence alone"


def test_too_many_articles_or_too_few_sources() -> None:
    with pytest.raises(KitError, match="one picture has room for 12 articles, not for 13"):
        draw_levels([ARTICLE] * (MAX_ARTICLES + 1), [SOURCES] * (MAX_ARTICLES + 1))
    with pytest.raises(KitError, match="2 articles and sources of 1: give as many of both"):
        draw_levels([ARTICLE, ARTICLE], [SOURCES])


def test_matplotlib_is_opened_only_for_a_picture() -> None:
    code = "import sys, kit, kit.views.plots, kit.views.ladder; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@given(any_findings())
@settings(deadline=None)
def test_no_word_is_lost_and_none_counts_twice_for_a_voice(
    findings: tuple[Article, list[Attribution], list[Source]],
) -> None:
    article, attributions, sources = findings
    result = shares(article, attributions, sources)
    said = {place for a in attributions for span in a.content for place in word_places(article.text, span)}
    everything = set(word_places(article.text, Span(0, len(article.text))))
    assert all(0 <= share.words <= len(said | everything) for share in result)
    assert sum(share.words for share in result) >= len(said)
    assert [share.words for share in result] == sorted((share.words for share in result), reverse=True)
    assert sum(share.voice.level == "hidden" for share in result) <= 1
    heard = {m.span for m in sources if m.is_source and m.level != "hidden"}
    wanted = {m for m in sources if m.is_source and (m.level != "hidden" or m.span not in heard)}
    assert {m for share in result for m in share.voice.mentions} >= wanted


def test_the_hand_made_findings_are_where_they_should_be() -> None:
    assert TRAM[slice(*span_of(TRAM, "said", 2))] == "said"
    assert span_of(TRAM, "said", 2).start == TRAM.index("said the")


def test_a_source_without_words_is_counted_and_has_no_bar() -> None:
    picture = plot_sources(articles("layoffs-radio"))
    assert "7 sources, 1 of them given no words here" in picture.text
    assert "Norrholm (" not in picture.text

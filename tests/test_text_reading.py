"""`read`: titles, paragraphs, articles, and what holds for any text at all."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kit.text import Article, ReadingError, Span, read, read_text
from kit.text.characters import HIDDEN

SAID = "“Don’t,” she said – the café is closed."
FRAGMENTS = [
    *"“”‘’\"'«»„`()[]{}<>.,;:!?…—–-/@#*_|\n\r\t\v\f \u00a0\u2028\u2029\u200b\u200d\u200f\u202e\ufeff\ufe0f\u0301\x00",
    *("Mr. ", "U.S. ", "a.m. ", "Sen.", "No. 5", "don’t", "the Smiths’ ", "'90s", "6'2\"", "1,200.5", "3:04", "R-Fla."),
    *(
        "WASHINGTON (AP) — ",
        "Advertisement",
        "Read more: ",
        "By Ana Ortiz",
        "© 2016",
        '<tweet id="1">',
        "(Photo by A B/AP)",
    ),
    *(
        "The mayor said. ",
        " she said.",
        "Really?",
        "👩\u200d👩\u200d👧",
        "🇩🇪",
        "❤️",
        "é",
        "e\u0301",
        "שלום",
        "مرحبا",
        "日本。",
        "\ud800",
    ),
    *(
        "Ana Ortiz",
        " and ",
        "said ",
        "the ",
        "A Long Headline In Capitals",
        "\r\n",
        "\n\n",
        ". . . ",
        "...",
        "--",
        "www.a.b",
        "n't",
    ),
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))


def check_article(article: Article) -> None:
    """What holds for every article."""
    size = len(article.text)
    inner = [q.inner for q in article.quotations]
    around = [q.span for q in article.quotations]
    furniture = [piece.span for piece in article.furniture]
    for spans in (article.paragraphs, article.sentences, article.tokens, furniture, around, inner):
        assert all(0 <= start < end <= size for start, end in spans)
        assert list(spans) == sorted(spans, key=lambda span: (span.start, -span.end)) or spans is inner
        assert all(article[span] == article.text[span.start : span.end] for span in spans)
    for spans in (article.paragraphs, article.sentences, article.tokens, furniture):
        assert all(before.end <= after.start for before, after in pairwise(spans)), "these never overlap"
    for span in (*article.sentences, *furniture, *around):
        assert any(start <= span.start and span.end <= end for start, end in article.paragraphs) or span in around
    for sentence in article.sentences:
        assert not any(sentence.start < end and start < sentence.end for start, end in furniture)
    for quotation in article.quotations:
        assert quotation.span.start <= quotation.inner.start < quotation.inner.end <= quotation.span.end
        holders = [span for span in around if span.start < quotation.span.start and quotation.span.end <= span.end]
        assert quotation.depth == len(holders)
    covered = bytearray(size)
    for start, end in article.tokens:
        covered[start:end] = b"x" * (end - start)
    assert all(char in HIDDEN for char, seen in zip(article.text, covered, strict=True) if not seen)
    words = article.words
    assert len({len(words.form), len(words.lower), len(words.start), len(words.end), len(words.tag)}) == 1
    assert all(words.form) and all(words.tag)
    assert len(article.rows) == len(article.sentences)
    for (first, last), (start, end) in zip(article.rows, article.sentences, strict=True):
        assert first < last and words.start[first] == start and start < words.end[last - 1] <= end
    assert article.title is None or article.title in article.paragraphs


@given(TEXTS)
@example("")
@example("\ufeff")
@example("“")
@example("a\u200b\u200b b")
@example("'\"1\"'”")
@example("“«“0")
@example("www.aa.Aa 0")
@example("<tweet>\u0301")
@example("。\u200b\u200d")
@settings(max_examples=400, deadline=None)
def test_any_text_is_read(text: str) -> None:
    article = read_text(text)
    assert len(article.text) == len(text)
    assert article.text == "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    check_article(article)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_read_takes_any_text_or_says_why_not(text: str) -> None:
    assume(not os.path.exists(text))  # the name of a file that is here is opened
    with suppress(ReadingError):  # if it looks like a path
        assert read(text).text == read_text(text).text


@given(st.binary())
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(ReadingError):
        check_article(read(data))


@given(st.lists(st.sampled_from(["The mayor left.", "“No,” she said.", "WASHINGTON (AP) — It rained.", "", "Share"])))
def test_windows_line_ends_change_nothing(lines: list[str]) -> None:
    unix, windows = read("\n".join(["A", *lines])), read("\r\n".join(["A", *lines]))
    assert windows.words.form == unix.words.form
    for name in ("paragraphs", "sentences"):
        assert [windows[span] for span in getattr(windows, name)] == [unix[span] for span in getattr(unix, name)]


LONG = {
    "empty": "",
    "a megabyte in one line": "word " * 200_000,
    "a megabyte without a blank": "a" * 1_000_000,
    "20,000 newlines": "\n" * 20_000,
    "a.b.c.": "a.b.c." * 20_000,
    "apostrophes": "'" * 60_000,
    "brackets": "(" * 60_000,
    "digits": "1,1" * 60_000,
    "spaced full stops": ". " * 20_000,
    "ends of sentences": '."' * 20_000,
    **{f"20,000 {mark}": mark * 20_000 for mark in '“”‘’"«»„`'},
    "20,000 marks, mixed": "“”‘’\"'«»„`" * 2_000,
    "20,000 quotations": '"a ' * 20_000,
}


@pytest.mark.parametrize("name", LONG)
def test_long_texts_are_read(name: str) -> None:
    article = read(LONG[name])
    assert article.text == LONG[name]
    assert all(0 <= start < end <= len(article.text) for start, end in (*article.sentences, *article.tokens))
    assert all(q.depth < 3 for q in article.quotations)


def test_an_empty_text_is_an_empty_article() -> None:
    article = read("")
    assert (article.text, article.title, article.paragraphs, article.sentences, article.tokens) == (
        "",
        None,
        (),
        (),
        (),
    )
    assert repr(article) == "<Article '': 0 paragraphs, 0 sentences, 0 words and punctuation marks>"


def test_an_article_is_read_already() -> None:
    article = read(SAID, outlet="Courier", date="1 May", url="example.org")
    assert read(article) is article
    assert (article.outlet, article.date, article.url) == ("Courier", "1 May", "example.org")


# Titles and paragraphs

FULL = (
    "The council of Northfield has closed the footbridge over the river\n"
    "and the mayor said it would stay so until the spring of next year."
)
BODY = (
    "The council of Northfield has closed the footbridge over the river, the mayor said on Monday.\n\n"
    "Workers found rust in three of its beams."
)


@pytest.mark.parametrize(
    "title",
    [
        "Mayor closes footbridge",
        "Footbridge Closed After Workers Find Rust.",
        "“It will fall”: mayor closes footbridge",
        "Footbridge closed, ferry to run again",
        "Who will pay for the footbridge?",
        "MAYOR CLOSES FOOTBRIDGE",
        "Council closes footbridge over rust.",
    ],
)
def test_a_title_is_told_from_the_body(title: str) -> None:
    article = read(f"{title}\n\n{BODY}")
    assert article.title == Span(0, len(title))
    assert article[article.sentences[0]] == title
    assert article.furniture == ()


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "It rained.",
        "Mayor closes footbridge",
        "She was tired. She left.\n\nThe bridge was closed for two weeks, and nobody knew why.",
        "He said:\n\n“It will fall.”",
        "It was over.\n\nNobody knew what had happened to the bridge that night.",
    ],
)
def test_no_title(text: str) -> None:
    assert read(text).title is None


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Advertisement\n\nShare\n", "Mayor closes footbridge"),
        ("By Ana Ortiz\n\n", "Mayor closes footbridge"),
        ("", "The bridge that nobody wanted"),
    ],
)
def test_a_title_stands_below_furniture(above: str, title: str) -> None:
    article = read(f"{above}\n{title}\n\n{BODY}")
    assert article.title is not None and article[article.title] == title


def test_one_sentence_above_a_dateline_is_a_title() -> None:
    article = read("The bridge was closed.\n\nNORTHFIELD (AP) — It was rust, the mayor said.")
    assert article.title == Span(0, 22)


WRAPPED = (
    "The council of Northfield has closed the footbridge over the river,\n"
    "the mayor said on Monday, after workers had found rust in three of\n"
    "its beams.\n"
)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\nThree.\rFour.", ["One.", "Two.", "Three.", "Four."]),
        ("  One. \n \n\t Two.\u00a0\n", ["One.", "Two."]),
        ("One.\u2029Two.\u2028Three.\x0cFour.", ["One.", "Two.", "Three.", "Four."]),
        ("\u200bOne.\u200b\n\u200b\nTwo.", ["One.", "Two."]),
        (WRAPPED, [WRAPPED.strip()]),
        (WRAPPED + "\n" + WRAPPED, [WRAPPED.strip(), WRAPPED.strip()]),
        (FULL + "\n   " + FULL + "\n   " + FULL, [FULL, FULL, FULL]),
        (WRAPPED.replace("\n", "\r\n"), [WRAPPED.replace("\n", "\r\n").strip()]),
        (
            WRAPPED + "   It will stay closed.\n" + "Nobody knew.",
            [WRAPPED.strip(), "It will stay closed.", "Nobody knew."],
        ),
        (
            "\n".join(
                ["The council of Northfield has closed the footbridge.", "The mayor said so on a Monday in May."]
            ),
            None,
        ),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str] | None) -> None:
    article = read(text)
    assert [article[span] for span in article.paragraphs] == (paragraphs or text.split("\n"))


# Articles


def test_an_article_gives_words_for_spans() -> None:
    article = read("“No,” she said.")
    assert article[Span(1, 4)] == "No,"
    assert article[(1, 4)] == "No,"
    assert article[1:4] == "No,"
    assert article[(Span(1, 3), Span(6, 9))] == "No … she"
    assert article[()] == ""
    with pytest.raises(
        TypeError, match=r"article\[\.\.\.\] takes a span, such as article\[article.sentences\[0\]\], not 0"
    ):
        article[0]  # type: ignore[index]


def test_an_article_introduces_itself() -> None:
    assert repr(read("It rained.")) == "<Article 'It rained.': 1 paragraph, 1 sentence, 3 words and punctuation marks>"


def test_reading_is_loaded_when_it_is_needed() -> None:
    later = {"textblob", "nltk", "charset_normalizer", "kit.text"}
    code = f"import kit, sys; print({later} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown == "set()\n"

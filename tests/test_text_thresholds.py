"""The lengths, counts and shares by which the reading room decides, each with a case on either side."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.errors import KitError
from kit.library import bare_facts
from kit.text import ReadingError, pages, pdf, read, read_text
from kit.text.decoding import decode
from kit.text.furniture_lexicon import FurnitureLexicon
from kit.text.headlines import has_title, is_stray_headline

BODY = "The dam held through the night, the mayor said on Monday, and nobody had to leave. " * 5


def decoded(data: bytes) -> str:
    """The text that bytes hold, "" if that can't be told."""
    try:
        return decode(data, "The file a.txt")
    except ReadingError:
        return ""


@pytest.mark.parametrize(
    ("accents", "letters", "told"),
    [(10, 20, True), (11, 20, False), (100, 300, True), (101, 299, False)],  # ten, or a quarter of the text
)
def test_how_many_accents_a_western_text_has(accents: int, letters: int, told: bool) -> None:
    text = "é " * accents + "a" * (letters - accents)
    assert (decoded(text.encode("cp1252")) == text) is told


@pytest.mark.parametrize(("plain", "told"), [(71, True), (70, False)])
def test_two_bytes_a_letter_show_by_their_zeros(plain: int, told: bool) -> None:
    text = "a" * plain + "Ж" * (100 - plain)
    for encoding in ("utf-16-le", "utf-16-be"):
        assert (decoded(text.encode(encoding)) == text) is told


@pytest.mark.parametrize(("before", "page"), [(1995, True), (1996, False)])
def test_a_web_page_shows_at_its_beginning(before: int, page: bool) -> None:
    assert pages.is_page(b"<!--" + b" " * (before - 7) + b"-->" + b"<html>") is page


@pytest.mark.parametrize(("words", "counted"), [(8, 8), (7, 0)])
def test_how_long_a_sentence_of_a_page_is(words: int, counted: int) -> None:
    assert pages.words_in_sentences(["word " * (words - 1) + "word."]) == counted


def a_page(words: int, paywall: str = "") -> str:
    """A page whose article has so many words, in sentences of ten and a last one of what is left."""
    sizes = [10] * (words // 10 - 1) + [10 + words % 10]
    sentences = [f"Sentence {number} " + "word " * (size - 3) + "word." for number, size in enumerate(sizes)]
    lines = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return f"<html><head><title>News</title></head><body><article>{lines}{paywall}</article></body></html>"


@pytest.mark.parametrize(("words", "paywall", "told"), [
    (40, "", ""),
    (39, "", "No article was found in the page"),
    (200, "{'isAccessibleForFree': false}", ""),
    (199, "{'isAccessibleForFree': false}", "The page shows its article only to subscribers."),
])  # fmt: skip
def test_how_many_words_an_article_has(words: int, paywall: str, told: str) -> None:
    page = a_page(words).replace("</head>", f"<script>{paywall}</script></head>")
    if not told:
        assert pages.from_page(page, "The page").text
        return
    with pytest.raises(ReadingError, match=told):
        pages.from_page(page, "The page")


FULL_LINE = "x" * 100


@pytest.mark.parametrize(("length", "last", "paragraphs"), [
    (60, "x", 2), (61, "x", 1),  # so short a line ends its paragraph, whatever its last sign
    (79, ".", 2), (80, ".", 1),  # a line that ends although “words”, five letters and a blank, had fitted
])  # fmt: skip
def test_a_line_of_a_pdf_that_ends_its_paragraph(length: int, last: str, paragraphs: int) -> None:
    lines = [*[FULL_LINE] * 12, "x" * (length - 1) + last, "words " + "x" * 94, *[FULL_LINE] * 12]
    assert len(list(pdf.paragraphs([pdf.PrintedLine(line) for line in lines]))) == paragraphs


@pytest.mark.parametrize(("sizes", "ups", "paragraphs"), [
    ((10, 10.8), (0, 0), 1), ((10, 10.9), (0, 0), 2),  # letters of another size
    ((10, 10), (90, 76), 1), ((10, 10), (90, 75.9), 2),  # 14 is 1.4 times the usual 10 between two lines
])  # fmt: skip
def test_what_parts_two_full_lines_of_a_pdf(
    sizes: tuple[float, float], ups: tuple[float, float], paragraphs: int
) -> None:
    usual = [pdf.PrintedLine(FULL_LINE, sizes[0], ups[0] + 10 * n) for n in range(12, -1, -1)]
    assert len(list(pdf.paragraphs([*usual, pdf.PrintedLine(FULL_LINE, sizes[1], ups[1])]))) == paragraphs


@pytest.mark.parametrize(("size", "paragraphs"), [(11.5, 3), (11.6, 2)])
def test_how_large_the_letters_of_a_headline_are(size: float, paragraphs: int) -> None:
    lines = [
        pdf.PrintedLine("Short head", size),
        pdf.PrintedLine("of two lines", size),
        *[pdf.PrintedLine(FULL_LINE, 10)] * 9,
    ]
    assert len(list(pdf.paragraphs(lines))) == paragraphs


@pytest.mark.parametrize(("times", "count", "kept"), [(3, 4, 0), (2, 4, 2), (2, 2, 2)])
def test_a_running_head_stands_on_most_pages(times: int, count: int, kept: int) -> None:
    sheets = [["Courier", f"a {n}", f"b {n}", f"c {n}", f"d {n}"] for n in "uvwxyz"[:count]]
    for sheet in sheets[times:]:
        sheet[0] = sheet[-1] * 2
    pages_of_lines = [[pdf.PrintedLine(words) for words in sheet] for sheet in sheets]
    assert [line.words for line in pdf.without_running_heads(pages_of_lines)].count("Courier") == kept


@pytest.mark.parametrize(("place", "kept"), [(0, 0), (1, 0), (2, 3), (4, 0)])
def test_a_running_head_is_one_of_the_two_lines_at_an_edge(place: int, kept: int) -> None:
    sheets = [[f"{letter} {n}" for letter in "abcde"] for n in "xyz"]
    for sheet in sheets:
        sheet.insert(place, "Courier")
    pages_of_lines = [[pdf.PrintedLine(words) for words in sheet] for sheet in sheets]
    assert [line.words for line in pdf.without_running_heads(pages_of_lines)].count("Courier") == kept


@pytest.mark.parametrize(("length", "is_path"), [(1000, True), (1001, False)])
def test_how_long_a_path_may_be(length: int, is_path: bool) -> None:
    name = ("b" * 99 + "/") * 9 + "b" * (length - 904) + ".txt"
    if not is_path:
        assert read(name).text == name
        return
    with pytest.raises(ReadingError, match="There is no folder"):
        read(name)


@pytest.mark.parametrize(("alike", "guessed"), [(75, True), (74, False)])
def test_how_near_the_name_of_a_file_is(alike: int, guessed: bool, tmp_path: Path) -> None:
    (tmp_path / ("a" * (alike - 4) + "b" * (100 - alike) + ".txt")).touch()
    with pytest.raises(ReadingError) as error:
        read(tmp_path / ("a" * (alike - 4) + "c" * (100 - alike) + ".txt"))
    assert ("Did you mean" in str(error.value)) is guessed


@pytest.mark.parametrize(("width", "paragraphs"), [(44, 3), (45, 1), (100, 1), (101, 3)])
def test_how_wide_the_lines_of_a_mail_are(width: int, paragraphs: int) -> None:
    line = "x" * (width - 9) + " and then"
    assert len(read_text(f"{line}\n{line}\nit rained.").paragraphs) == paragraphs


@pytest.mark.parametrize(("amid", "paragraphs"), [(2, 1), (1, 5)])
def test_half_of_the_full_lines_break_off_in_a_sentence(amid: int, paragraphs: int) -> None:
    lines = [*["x" * 45] * amid, *["x" * 44 + "."] * (4 - amid), "Y" * 45]
    assert len(read_text("\n".join(lines)).paragraphs) == paragraphs


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("x" * 200, True), ("x" * 201, False),  # characters
        ("word " * 29 + "word", True), ("word " * 30 + "word", False),
        ("Rains fill " + "word " * 13 + "word.", True), ("Rains fill " + "word " * 14 + "word.", False),
        ("Rains fill dams.", True), ("Rains fall.", False),  # three words at least
        ("Mayor Opened New Dam Before The Rain today.", True), ("Mayor Opened Dam Before The Rain today.", False),
        ("Mayor Opened These Dams.", True), ("Mayor Opened These.", False),  # four words In Capitals
    ],
)  # fmt: skip
def test_what_a_headline_looks_like(first: str, title: bool) -> None:
    assert has_title([first, BODY]) is title


@pytest.mark.parametrize(("length", "title"), [(25, True), (24, False)])
def test_a_headline_with_a_full_stop_stands_above_a_longer_paragraph(length: int, title: bool) -> None:
    assert has_title(["Rains fill dams.", "x" * length]) is title  # one and a half times its 16 characters


STRAY = "Ferry " + "runs " * 10 + "again"


@pytest.mark.parametrize(
    ("line", "stray"),
    [
        (STRAY, True), (STRAY + " soon", False),  # twelve words
        ("Ferry runs again", True), ("Ferry runs", False),
        ("FERRY " * 19 + "FERRY", True), ("FERRY " * 20 + "FERRY", False),
        ("F" + "E" * 197 + " A", True), ("F" + "E" * 198 + " A", False),
        ("FERRY RUNS AGAIN AFTER YEARS.", True), ("FERRY RUNS AGAIN NOW.", False),
    ],
)  # fmt: skip
def test_what_a_stray_headline_looks_like(line: str, stray: bool) -> None:
    assert is_stray_headline(line, "Mayor leaves", "It rained.", "It rained.") is stray


@pytest.mark.parametrize(("length", "found"), [(450, True), (451, False)])
def test_how_long_furniture_is_that_names_what_it_contains(length: int, found: bool) -> None:
    entry = {"kind": "x", "pattern": ".+©", "contains": ["©"], "examples": ["©"], "not_examples": ["a"]}
    assert bool(FurnitureLexicon([entry]).pieces("x" * (length - 1) + "©")) is found


@pytest.mark.parametrize(("length", "found"), [(250, True), (251, False)])
@pytest.mark.parametrize("way", [{"lines": ["Read more…"]}, {"pattern": "Read more.+"}])
def test_how_long_a_line_of_furniture_is(length: int, found: bool, way: dict[str, object]) -> None:
    entry = {"kind": "x", **way, "examples": ["Read more: x"], "not_examples": ["a"]}
    assert bool(FurnitureLexicon([entry]).pieces("Read more" + "x" * (length - 9))) is found


@pytest.mark.parametrize(("length", "found"), [(120, True), (121, False)])
def test_how_long_an_opening_is(length: int, found: bool) -> None:
    entry = {"kind": "x", "opening": "x+—", "examples": ["*x—* a"], "not_examples": ["a"]}
    assert bool(FurnitureLexicon([entry]).pieces("x" * (length - 1) + "— " + BODY)) is found


@pytest.mark.parametrize(("before", "found"), [(2, True), (3, True), (4, False)])
def test_a_dateline_without_an_agency_stands_in_the_first_four_paragraphs(before: int, found: bool) -> None:
    assert bool(read_text("It rained.\n\n" * before + "ROME — It rained.").furniture) is found


def test_a_quotation_has_at_most_two_around_it() -> None:
    depths = [quotation.depth for quotation in read_text("“a „b «c „d” e» f” g”").quotations]
    assert depths == [0, 1, 2]


@pytest.mark.parametrize(("distance", "found"), [(59, 1), (60, 0)])
def test_how_far_an_apostrophe_may_close_a_single_mark(distance: int, found: int) -> None:
    text = "It was ‘the " + "x" * (distance - 6) + "s’ house."
    assert len(read_text(text).quotations) == found


@pytest.mark.parametrize(("between", "found"), [(7, 1), (8, 0)])
def test_how_many_unseen_characters_are_passed_over_to_a_neighbour(between: int, found: int) -> None:
    assert len(read_text("She said " + "\u200b" * between + "'it rained' today.").quotations) == found


@pytest.mark.parametrize(("length", "sentences"), [(40, 1), (41, 2)])
def test_how_long_the_name_under_a_post_is(length: int, sentences: int) -> None:
    assert len(read_text("It rained. — " + "x" * (length - 1) + " (@x) May 5").sentences) == sentences


@pytest.mark.parametrize(("words", "minutes"), [(179, 1), (180, 2)])
def test_how_fast_a_pupil_reads(words: int, minutes: int) -> None:
    assert bare_facts("word " * words)["minutes"] == minutes


@pytest.mark.parametrize(("length", "is_address"), [(8000, True), (8001, False)])
def test_how_long_an_address_is(length: int, is_address: bool) -> None:
    text = "ftp://example.org/".ljust(length, "a")  # which is no address that the kit opens
    if is_address:
        with pytest.raises(ReadingError, match=r"^ftp://example\.org/a{181}…a{100} can't be opened: the kit reads"):
            read(text)
    else:
        assert read(text).text == text


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (f"There is no {'a' * 300}.txt in it.", f"There is no {'a' * 199}…{'a' * 96}.txt in it."),
        ("a" * 300, "a" * 300),
        ("a" * 301, "a" * 199 + "…" + "a" * 100),
        ("ab " * 1333, "ab " * 1333),
        ("ab " * 1334, ("ab " * 1334)[:2666] + "…" + ("ab " * 1334)[-1333:]),
    ],
)
def test_a_message_is_no_longer_than_a_person_reads(message: str, shown: str) -> None:
    assert str(KitError(message)) == shown

"""Where a page, a PDF and a Word document hide their headline, and what they hold that nobody is meant to read."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
import trafilatura
from docx.enum.style import WD_STYLE_TYPE

from kit.text import ReadingError, read
from kit.text.page_title import headline_of, is_site
from kit.text.pdf import PrintedLine, paragraphs, without_running_heads
from kit.text.word import MAX_WORDS_BYTES

BODY = ["The driver was killed in a crash on the coast road, police said.", "Three people in the other car were hurt."]
HEADLINE = "Driver, 15, killed in crash"


@pytest.mark.parametrize(
    ("title", "site", "head", "heading", "headline"),
    [
        # the name of the site, told by the page, by its address, or by its own heading
        (f"{HEADLINE} - Harrow Gazette", "Harrow Gazette", "", "", HEADLINE),
        (f"{HEADLINE} | The Harrow Gazette", "Harrow Gazette", "", "", HEADLINE),
        (f"Harrow Gazette: {HEADLINE}", "", "<meta name='application-name' content='Harrow Gazette'>", "", HEADLINE),
        (f"{HEADLINE} – Gazette – Harrow Gazette", "Harrow Gazette", "", "", HEADLINE),
        (f"{HEADLINE} » harrow-gazette", "", "", "", HEADLINE),
        (f"{HEADLINE} | Ellery Courier", "", "", "Ellery Courier", HEADLINE),
        # a system's name, or a shorter title, where the page shows the headline
        ("Untitled document", "", "", HEADLINE, HEADLINE),
        (f"{HEADLINE} | News | Courier", "", "", HEADLINE, HEADLINE),
        ("Fatal crash on the coast road", "", "", HEADLINE, HEADLINE),
        ("Untitled document", "", "", "", ""),
        ("Harrow Gazette", "Harrow Gazette", "", "", ""),
        # what stays
        ("Driver killed - and three hurt", "Harrow Gazette", "", "", "Driver killed - and three hurt"),
        ("Crash: three questions about the road", "Harrow Gazette", "", "", "Crash: three questions about the road"),
        ("Gazette driver killed in crash", "Harrow Gazette", "", "", "Gazette driver killed in crash"),
    ],
)
def test_the_headline_of_a_page(title: str, site: str, head: str, heading: str, headline: str) -> None:
    page = f"<html><head><title>{title}</title>{head}</head><body><h1>{heading}</h1></body></html>"
    lines = [heading, *BODY] if heading == HEADLINE else BODY
    address = "https://www.harrow-gazette.example/2026/crash"
    assert headline_of(title, site, address, trafilatura.load_html(page), lines) == headline


@pytest.mark.parametrize(
    ("piece", "site"),
    [
        ("Harrow Gazette", True),
        ("Gazette", True),
        ("The Harrow Gazette Online", True),
        ("Harrow Gazette, paper of the coast", False),
        ("BBC News", False),
        ("", False),
    ],
)
def test_what_is_the_name_of_a_site(piece: str, site: bool) -> None:
    assert is_site(piece, {"harrowgazette"}) is site


def test_the_items_of_a_list_have_no_hyphens_that_the_page_has_not() -> None:
    words = "".join(f"<p>{line}</p>" for line in BODY * 4)
    items = "<ul><li>The road is shut until Monday, the council said.</li></ul><p>- It is wide, she said, and dry.</p>"
    text = read(f"<!doctype html><title>{HEADLINE}</title><article>{words}{items}</article>".encode()).text
    assert text.split("\n\n")[-2:] == [
        "The road is shut until Monday, the council said.",
        "- It is wide, she said, and dry.",
    ]


RAIN = [("It rained on Monday, and the", 12.0), ("road is wet.", 12.0)]


def sized(*lines: tuple[str, float]) -> list[PrintedLine]:
    return [PrintedLine(words, size) for words, size in lines]


@pytest.mark.parametrize(
    ("lines", "put_together"),
    [
        ([("Council says the bridge", 24), ("is safe for now", 24), *RAIN],
         ["Council says the bridge is safe for now", "It rained on Monday, and the road is wet."]),
        ([("Council says the bridge", 24), ("Engineers disagree", 16), *RAIN],
         ["Council says the bridge", "Engineers disagree", "It rained on Monday, and the road is wet."]),
        ([("It rained on Monday, and the", 12), ("road that leads to town is", 12), ("wet, the mayor said.", 12)],
         ["It rained on Monday, and the road that leads to town is wet, the mayor said."]),
    ],
)  # fmt: skip
def test_lines_in_large_letters_are_one_headline(lines: list[tuple[str, float]], put_together: list[str]) -> None:
    assert list(paragraphs(sized(*lines))) == put_together


def test_more_room_between_two_lines_ends_a_paragraph() -> None:
    words = [
        "It rained on Monday, and so did it.",
        "The road is wet, says the mayor.",
        "It is shut until it is dry again.",
    ]
    lines = [PrintedLine(words[n % 3], 12, up) for n, up in enumerate((700, 686, 672, 644, 630, 616))]
    assert list(paragraphs(lines)) == [" ".join(words)] * 2


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        # Chrome, Firefox, Safari, and one page alone
        (["It rained.", "It snowed.", "11/30/26, 5:51 PM Driver killed - Gazette", "https://a.example/b 1/2"],
         ["It rained.", "It snowed."]),
        (["Driver killed - Gazette https://a.example/b", "It rained.", "It snowed.", "1 of 2 30/11/2026, 17:51"],
         ["It rained.", "It snowed."]),
        (["30.11.2026, 17:51", "It rained.", "It snowed.", "https://a.example/b Page 1 of 2"],
         ["It rained.", "It snowed."]),
        # no browser printed these
        (["It rained.", "It snowed.", "More is at https://a.example/b"], None),
        (["On 11/30/26 it rained.", "It snowed at 5:51 PM", "and on."], None),
        (["It rained.", "It snowed.", "They were 1 of 2"], None),
        (["It rained.", "It was dry.", "11/30/26, 5:51 PM Driver killed", "It snowed.", "It was warm."], None),
    ],
)  # fmt: skip
def test_what_a_browser_prints_around_a_page_is_left_out(page: list[str], kept: list[str] | None) -> None:
    filler = ["It was cold.", "It was dark."]
    page = [*page[:2], *filler, *page[2:]]
    found = [line.words for line in without_running_heads([sized(*((line, 12.0) for line in page))])]
    expected = page if kept is None else [kept[0], *filler, *kept[1:]]
    assert sorted(found) == sorted(expected)


def a_docx(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_hidden_letters_of_a_document_are_left_out() -> None:
    document = docx.Document()
    secret = document.styles.add_style("Secret", WD_STYLE_TYPE.CHARACTER)
    secret.font.hidden = True
    derived = document.styles.add_style("Derived", WD_STYLE_TYPE.CHARACTER)
    derived.base_style = secret
    paragraph = document.add_paragraph("It rained. ")
    paragraph.add_run("By its own format. ").font.hidden = True
    paragraph.add_run("By a style. ", style="Secret")
    paragraph.add_run("By the style of a style. ", style="Derived")
    paragraph.add_run("Shown after all. ", style="Derived").font.hidden = False
    paragraph.add_run("It snowed.").font.hidden = False
    assert read(a_docx(document)).text == "It rained. Shown after all. It snowed."


@pytest.mark.parametrize(("place", "is_read"), [("word/media/a.png", True), ("word/more.xml", False)])
def test_how_many_words_a_document_may_hold(place: str, is_read: bool) -> None:
    document = docx.Document()
    document.add_paragraph("It rained.")
    data = io.BytesIO(a_docx(document))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(place, bytes(MAX_WORDS_BYTES))
    if is_read:
        assert read(data.getvalue()).text == "It rained."
        return
    with pytest.raises(ReadingError, match="far too large to be an article"):
        read(data.getvalue())

"""`read` on files as people have them: saved web pages, PDF and Word documents, made here."""

from __future__ import annotations

import io
import sys
import textwrap
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from web_server import BODY, NEWS, TITLE, article

from kit.text import ReadingError, documents, read

FIRST = "The bridge is shut, the mayor said. “Nobody will be sent over it,” she told reporters on Tuesday evening."
SECOND = "An engineer who has seen the well-known beam disagrees, and says that a prop would have been enough for now."
THIRD = "The council has set the money aside, according to its clerk. It will vote again when the files are complete."


def a_pdf(*pages: list[str], picture: bool = False, password: str | None = None, owner: str | None = None) -> bytes:
    """A PDF with these lines on its pages."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        resources = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        if picture:
            resources[NameObject("/XObject")] = DictionaryObject({NameObject("/Im1"): writer._add_object(a_dot())})
        page[NameObject("/Resources")] = resources
        shown = b" T* ".join(b"(" + line.encode("cp1252").replace(b"(", b"\\(") + b") Tj" for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(
            b"q 500 0 0 500 40 40 cm /Im1 Do Q" if picture else b"BT /F1 11 Tf 14 TL 50 780 Td " + shown + b" ET"
        )
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password is not None:
        writer.encrypt(password, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def a_dot() -> DecodedStreamObject:
    """A picture of one grey dot."""
    dot = DecodedStreamObject()
    dot.set_data(b"\x80")
    facts = {"Type": "/XObject", "Subtype": "/Image", "ColorSpace": "/DeviceGray"}
    dot.update({NameObject("/" + key): NameObject(value) for key, value in facts.items()})
    dot.update({NameObject("/" + key): pypdf.generic.NumberObject(n) for key, n in (("Width", 1), ("Height", 1))})
    dot[NameObject("/BitsPerComponent")] = pypdf.generic.NumberObject(8)
    return dot


def wrapped(*paragraphs: str, width: int = 50) -> list[str]:
    return [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width)]


def a_docx(*paragraphs: str) -> bytes:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def an_archive(html: bytes) -> bytes:
    """A page as Chrome saves it in one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://courier.example/footbridge"
    message["Subject"] = "Footbridge to stay shut"
    message.make_related()
    part = EmailMessage()
    part.set_content(html.decode(), subtype="html", cte="quoted-printable")
    message.attach(part)
    return message.as_bytes()


# Web pages


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_saved_page_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "footbridge.html"
    before = "<!-- saved from url=(0034)https://courier.example/footbridge -->\n"
    path.write_bytes((before + NEWS.decode()).encode(encoding))
    found = read(str(path))
    assert found.text == "\n\n".join([TITLE, *BODY])
    told = ("Ellery Courier", "2026-10-14", "https://courier.example/footbridge", "")
    assert (found.outlet, found.date, found.url, found.fetched) == told


def test_a_page_saved_in_one_file_is_read() -> None:
    found = read(an_archive(NEWS))
    assert found.text == "\n\n".join([TITLE, *BODY])
    assert (found.outlet, found.url) == ("Ellery Courier", "https://courier.example/footbridge")


def test_an_archive_without_a_page_gets_a_sentence() -> None:
    message = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n"
    with pytest.raises(ReadingError, match=r"^What you gave is a saved web page without any text in it\. Open it"):
        read(message)


@pytest.mark.parametrize(
    "text",
    [
        "<3 is what she wrote, the mayor said.",
        "a < b, he said",
        "Content-Type: what does it mean? the clerk asked.",
        "He wrote <html> on the board.",
    ],
)
def test_a_text_with_a_sign_of_a_page_in_it_is_a_text(text: str) -> None:
    assert read(text.encode()).text == text


def test_what_a_page_holds_besides_its_article_is_left_out() -> None:
    hostile = article([*BODY, "<script>ruin()</script>“No,” said <b onclick=ruin()>Ortiz</b>, &lt;script&gt; and all."])
    text = read(hostile.encode()).text
    assert text.endswith("“No,” said Ortiz, <script> and all.")
    assert "ruin" not in text and "Sport" not in text and "All rights reserved" not in text


@pytest.mark.parametrize(
    "html", ["<!DOCTYPE html>", "<html><body></body></html>", "<!doctype html>" + "<div>" * 50_000]
)
def test_a_page_without_an_article_gets_a_sentence(html: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(html.encode())
    assert str(error.value).startswith(
        ("No article was found in what you gave.", "What you gave is a web page that is")
    )


# PDF


def test_the_lines_of_a_pdf_become_paragraphs() -> None:
    assert read(a_pdf([TITLE, *wrapped(FIRST, SECOND, width=64)])).text == "\n\n".join([TITLE, FIRST, SECOND])


def test_a_word_divided_at_the_end_of_a_line_is_put_together() -> None:
    lines = [
        "The bridge is shut because an inspec-",
        "tor of the well-known firm found the",
        "crack, and so it has to stay, as the well-",
        "known",
    ]
    text = read(a_pdf(lines)).text
    start = "The bridge is shut because an inspector of the well-known firm found the crack, "
    assert text == start + "and so it has to stay, as the well-known"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [f"Ellery Courier, page {n}", *wrapped(words), str(n)] for n, words in enumerate((FIRST, SECOND, THIRD), 1)
    ]
    assert read(a_pdf(*pages)).text == "\n\n".join([FIRST, SECOND, THIRD])


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert read(a_pdf(wrapped(FIRST), password="", owner="secret")).text == FIRST


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (a_pdf(wrapped(FIRST), password="secret"), "The file a.pdf is a PDF that is locked. Open it, copy the words"),
        (a_pdf([], picture=True), "The file a.pdf is a scan: pictures of pages"),
        (a_pdf([]), "The file a.pdf is a PDF without any words."),
        (a_pdf(wrapped(FIRST))[:200], "The file a.pdf is a PDF that is damaged. Open it, copy the words"),
        (b"%PDF-1.4\n%\xe2\xe3", "The file a.pdf is a PDF that is damaged."),
        (a_pdf(*[["A book."]] * 61), "The file a.pdf has 61 pages, and the kit reads PDFs of at most 60."),
    ],
)
def test_a_pdf_that_can_not_be_read_gets_a_sentence(
    data: bytes, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.pdf").write_bytes(data)
    with pytest.raises(ReadingError) as error:
        read("a.pdf")
    assert str(error.value).startswith(told)
    assert capsys.readouterr().err == ""


# Word


def test_the_paragraphs_of_a_document_are_read() -> None:
    assert read(a_docx(TITLE, FIRST, "", SECOND)).text == "\n".join([TITLE, FIRST, SECOND])


def test_a_document_is_read_as_it_is_printed() -> None:
    """With what somebody has inserted and a table, without what was deleted; a text box counts once."""
    document = docx.Document()
    paragraph = document.add_paragraph("The bridge is shut")
    for tag, words, kind in (
        ("w:ins", ", she said", "w:t"),
        ("w:del", " for ever", "w:delText"),
        ("w:del", None, "w:br"),
        ("w:moveFrom", " for now", "w:t"),
        ("w:ins", ".", "w:t"),
    ):
        change, run, piece = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(kind)
        piece.text = words
        run.append(piece)
        change.append(run)
        paragraph._p.append(change)
    document.add_table(1, 2).rows[0].cells[1].text = "In the table."
    line = document.add_paragraph("one")
    line.runs[0].add_tab()
    line.runs[0].add_text("two")
    document.add_paragraph("Beside a box.")._p.append(parse_xml(BOX))
    assert (
        read(saved(document)).text
        == "The bridge is shut, she said.\nIn the table.\none two\nBeside a box.\nIn the box."
    )


# Word writes a text box twice: for itself, and for older programs.
BOX = f"""<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback>
</mc:AlternateContent></w:r>"""


def with_too_much_inside() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", bytes(201_000_000))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (a_docx(), "What you gave is a Word document without any words; perhaps they are in a picture. Open it"),
        (a_docx(FIRST)[:-100], "What you gave is a Word document that is damaged. Open it, copy the words"),
        (with_too_much_inside(), "What you gave is a Word document that is far too large to be an article."),
        (b"\xd0\xcf\x11\xe0", "What you gave is an old or a locked document of Word or another part of Microsoft"),
    ],
)
def test_a_document_that_can_not_be_read_gets_a_sentence(data: bytes, told: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(data)
    assert str(error.value).startswith(told)


@pytest.mark.parametrize(
    ("data", "missing", "install", "kind"),
    [
        (NEWS, "trafilatura", "trafilatura", "a web page (HTML)"),
        (a_pdf([]), "pypdf", "pypdf", "a PDF"),
        (a_docx(), "docx", "python-docx", "a Word document"),
    ],
)
def test_without_the_package_for_it_one_is_told(
    data: bytes, missing: str, install: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ReadingError) as error:
        documents.open_document(data, "The file a")
    assert str(error.value) == (
        f"The file a is {kind}, and the package {install}, which opens such things, is not installed. Open it, copy "
        f'the words of the article, and paste them into read("""...""") instead. Or install it: pip install {install}'
    )


WHOLE = {
    "page": NEWS,
    "archive": an_archive(NEWS),
    "pdf": a_pdf([TITLE, *wrapped(FIRST, SECOND)]),
    "word": a_docx(TITLE, FIRST),
}


def words_or_sentence(data: bytes) -> str:
    try:
        return read(data).text
    except ReadingError as error:
        return str(error)


@pytest.mark.parametrize("kind", WHOLE)
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_file_that_was_damaged_on_its_way_gives_words_or_a_sentence(kind: str, data: st.DataObject) -> None:
    whole = WHOLE[kind]
    at = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 40))
    assert words_or_sentence(whole[:at] + data.draw(st.binary(max_size=40)) + whole[at + length :]) is not None

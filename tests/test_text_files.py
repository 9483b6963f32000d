"""`read` on files and bytes: which strings are paths, what is no text, and which encoding a file has."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from kit.text import ReadingError, Span, read

SAID = "“Don’t,” she said – the café is closed."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "footbridge.txt").write_bytes(SAID.encode())
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "my dam.txt").write_bytes(b"The dam held.\r\nIt rained.")
    return tmp_path


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("footbridge.txt", SAID),
        ("./footbridge.txt", SAID),
        (" footbridge.txt\n", SAID),
        ("texts/my dam.txt", "The dam held.\r\nIt rained."),
        (Path("footbridge.txt"), SAID),
        (Path("texts") / "my dam.txt", "The dam held.\r\nIt rained."),
        (SAID.encode(), SAID),
        (bytearray(SAID.encode()), SAID),
    ],
)
def test_a_path_is_opened(folder: Path, what: str | Path | bytes, text: str) -> None:
    assert read(what).text == text


@pytest.mark.parametrize(
    "text",
    [
        "I saved it as article.txt",
        "He had to choose: and/or.",
        "and/or",
        "Yes.",
        ".",
        "/",
        "The files are in texts/ and footbridge.txt\nThey are new.",
        "footbridge",
        "~nobody",
        "a\x00b.txt",
        "x" * 5000 + ".txt",
        "9/11",
        "See https://example.org for more.",
        "footbridge.txt is missing, she said.",
    ],
)
def test_a_text_is_not_taken_for_a_path(folder: Path, text: str) -> None:
    assert read(text).text == text


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("footbrige.txt", "There is no file footbrige.txt in the folder {here}. Did you mean footbridge.txt?"),
        ("zzz.txt", "There is no file zzz.txt in the folder {here}. Check the name, or paste the text into"),
        ("texts/my dan.txt", "There is no file my dan.txt in the folder texts. Did you mean my dam.txt?"),
        ("nowhere/a.txt", "There is no folder nowhere, so there is no file a.txt in it. Check the path."),
        ("/no/such/article", "There is no folder /no/such, so there is no file article in it. Check the path."),
        (Path("gone"), "There is no file gone in the folder {here}. Check the name"),
        ("texts", "texts is a folder. Name a file in it, such as texts/my dam.txt."),
        (Path(), ". is a folder. Name a file in it, such as footbridge.txt."),
        (None, "There is nothing to read: this is None. Did an earlier cell fail?"),
        (42, "read takes a text in quotation marks or the path of a file, not a thing of the type int."),
        (["a", "b"], 'read takes one text, not a list of them. Join its lines first: read("\\n".join(lines)).'),
    ],
)
def test_what_can_not_be_read_gets_a_sentence(folder: Path, what: object, told: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(what)  # type: ignore[arg-type]
    assert str(error.value).startswith(told.format(here=folder))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "footbridge.txt").chmod(0)
    with pytest.raises(ReadingError, match=r"The file footbridge.txt can't be opened \(Permission denied\)."):
        read("footbridge.txt")


def test_a_file_that_is_too_large(folder: Path) -> None:
    with (folder / "big.txt").open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(ReadingError, match="has 20 million bytes, and read opens at most 20 million"):
        read("big.txt")


def zipped(path: Path, inside: str) -> bytes:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(inside, "")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1\\ansi Hello}", "a formatted text (RTF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old or a locked document of Word or another part of Microsoft Office"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"\x00\x00\x00\x18ftypmp42", "a film or a picture"),
    ],
)
def test_other_things_than_text_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(ReadingError, match=r"^What you gave is ") as error:
        read(data)
    assert str(error.value).startswith(f"What you gave is {kind}, not plain text. Open it, copy the words")


@pytest.mark.parametrize(
    ("inside", "kind"), [("xl/workbook.xml", "a table (Excel)"), ("a.txt", "a compressed folder (zip)")]
)
def test_zipped_things_are_named(tmp_path: Path, inside: str, kind: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(zipped(tmp_path / "x", inside))
    assert str(error.value).startswith(f"What you gave is {kind}, not plain text.")


def test_a_program_is_no_text(folder: Path) -> None:
    (folder / "program.txt").write_bytes(bytes(range(256)) * 9)
    with pytest.raises(ReadingError, match=r"The file program.txt is not text: it holds zero bytes"):
        read("program.txt")


# Encodings

RUSSIAN = "Президент сказал в понедельник, что мост закрыт. Рабочие нашли ржавчину."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SAID, "utf-8"),
        (SAID, "utf-8-sig"),
        (SAID, "utf-16"),
        (SAID, "utf-32"),
        (SAID, "utf-16-le"),
        (SAID, "utf-16-be"),
        (SAID, "cp1252"),
        (SAID, "mac_roman"),
        ("« À bientôt », dit-elle. L’été à Évian : très agréable.", "cp1252"),
        ("The café on the Champs-Élysées", "latin-1"),
        ("", "utf-8"),
        ("a", "ascii"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_encodings_are_told(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)).text == text


def test_a_byte_order_mark_is_no_text_in_a_file_but_stays_in_a_string() -> None:
    assert read(b"\xef\xbb\xbfIt rained.").text == "It rained."
    article = read("\ufeffIt rained.")
    assert (article.text, article.sentences) == ("\ufeffIt rained.", (Span(1, 11),))
    assert article.words.form == ["It", "rained", "."]


def test_a_few_broken_bytes_do_not_cost_the_rest() -> None:
    assert read("“Don’t,” she said.".encode() + b" \xff ok").text == "“Don’t,” she said. \ufffd ok"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            "橋が閉鎖されたと述べた。労働者は錆を見つけた。".encode("shift_jis"),
            "which encoding it is can't be told for sure",
        ),
        ("le caf\xe9 est ferm\xe9".encode("cp437"), "which encoding it is can't be told for sure"),
        (b"\xff\xfe\x00\xd8", "says that it is UTF-16, but it is damaged at byte"),
        (b"\xff\xfe\x00\x00\xff\xff\xff\xff", "says that it is UTF-32, but it is damaged at byte"),
    ],
)
def test_bytes_of_no_known_encoding_are_refused(data: bytes, told: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(data)
    assert told in str(error.value)
    assert "save it again as plain text in the encoding UTF-8" in str(error.value)


def test_half_a_character_becomes_a_mark_that_can_be_shown() -> None:
    article = read("A \ud83d is lost.")
    assert article.text == "A \ufffd is lost."
    json.dumps(article.text).encode("utf-8")

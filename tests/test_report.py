"""`kit report`: what the page holds, where it is written, and what is said where it can't be."""

from __future__ import annotations

import base64
import datetime
import errno
import os
import re
import sys
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

import kit.lessons.report_file as command
from kit import Span, articles, find_euphemisms, find_inconsistencies, read
from kit.cli import main
from kit.find import find_everything
from kit.finding import Inconsistency
from kit.measure import measured
from kit.views.asking import questions_to_ask
from kit.views.report_page import MARK, names_of, report
from kit.views.sections import in_sections, in_short, trust
from kit.views.wording import SECTIONS, SENTENCES

HOSTILE = Path(__file__).parent / "hostile.txt"
TEXT = articles("footbridge")
DAY = datetime.date(2026, 11, 23)
PAIR = (
    "The fire at the mill killed 55 people, police said. It rained all night. The fire at the mill killed 11 people, "
    "police said."
)
FIGURES = {"attribution": {"precision": 0.712, "recall": 0.64, "f1": 0.67, "texts": 17, "readers": 0.79}}
FIGURES["euphemism"] = {"unseen_texts": 9, "unseen_found": 0.7, "unseen_right": 0.58}


def page_of(text: str) -> str:
    article = read(text)
    return report(article, find_everything(article), FIGURES, DAY, "Who Says So? 1.0")


class Outline(HTMLParser):
    """The elements of a page, with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


# What the page holds


def test_a_report_holds_the_text_its_findings_and_the_questions() -> None:
    findings = find_everything(TEXT)
    page = report(TEXT, findings, measured(), DAY, "Who Says So? 1.0")
    words = Outline(page).words
    for finding in in_sections(findings):
        assert finding.reason in words
    for section in SECTIONS:
        assert section.title in words and trust(section, measured()) in words
    for said in [*questions_to_ask(TEXT, findings), *in_short(TEXT, findings), SENTENCES["can_not_know"]]:
        assert said in words
    assert "Made by Who Says So? 1.0 on 23 November 2026." in words


@pytest.mark.parametrize("text", [TEXT.text, PAIR], ids=["footbridge", "pair"])
def test_every_number_in_the_text_leads_to_its_finding_and_back(text: str) -> None:
    page = page_of(text)
    elements = Outline(page).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {str(attributes["href"]).removeprefix("#") for tag, attributes in elements if tag == "a"}
    count = len(in_sections(find_everything(read(text))))
    expected = {f"text-{place}{number}" for number in range(1, count + 1) for place in ("", "at-")}
    assert links == expected <= set(ids) and count > 0
    items = [attributes for tag, attributes in elements if tag == "li" and "id" in attributes]
    assert sorted(str(each["id"]) for each in items) == sorted(f"text-{number}" for number in range(1, count + 1))


def test_each_list_is_numbered_by_itself() -> None:
    found = in_sections(find_everything(TEXT))
    names = list(names_of(found))
    for section in SECTIONS:
        own = [name for name, finding in zip(names, found, strict=True) if type(finding).__name__ == section.kind]
        assert own == [f"{section.letter}{number}" for number in range(1, len(own) + 1)]
    shown = re.findall(r'id="text-at-\d+"[^>]*>([A-D]\d+)', page_of(TEXT.text))
    assert sorted(shown) == sorted(names) and {"A1", "B1"} <= set(names)


def test_the_page_lets_in_nothing_but_its_own_style_and_pictures() -> None:
    page = page_of(TEXT.text)
    (style,) = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    allowed = base64.b64encode(sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{allowed}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    elements = Outline(page).elements
    assert not {tag for tag, _ in elements} & {"script", "link", "iframe", "object", "embed", "form", "base", "svg"}
    assert not [name for _, attributes in elements for name in attributes if name == "style" or name.startswith("on")]
    assert all(
        str(attributes["src"]).startswith("data:image/svg+xml;base64,") for tag, attributes in elements if tag == "img"
    )
    assert page.count("://") == style.count("://") == 0


def test_a_hostile_text_is_only_words() -> None:
    text = HOSTILE.read_text(encoding="utf-8")
    article = read(text)
    assert find_euphemisms(article) and article.title
    tame = Outline(page_of(TEXT.text + "\n\n" + PAIR))
    page = Outline(page_of(text))
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in tame.elements} | {"strong"}
    names = {name for _, attributes in tame.elements for name in attributes}
    assert {name for _, attributes in page.elements for name in attributes} <= names
    assert "<script>window.harm = 4</script>" in page.words
    assert "&lt;script&gt;window.harm = 12" in page.words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It rained.", "The helper found no place in this text where somebody says or thinks something."),
        ("It rained.", "A text without a headline"),
        ("“No,” said Ortiz.", "Only Ortiz is heard. Who could say something else about it?"),
        ("Critics say no. The firm let 40 people go.", "Who exactly is meant by “Critics”, and how would they know?"),
        ("The firm let 40 people go.", "What changes if “let … go” is put plainly: “"),
        ("It is believed to be over.", "Who says so? “It is believed” leaves it open."),
        ("“Yes,” said an official who asked not to be named.", "not want to be named? The text gives no reason."),
    ],
)
def test_what_is_said_of_a_short_text(text: str, told: str) -> None:
    assert told in Outline(page_of(text)).words


def test_each_voice_is_asked_about_once_and_no_named_one() -> None:
    article = read(
        "Critics say no. The critics say so often. “Yes,” said Mayor Ana Reyes. “Yes,” the mayor said again."
    )
    about = [line for line in questions_to_ask(article, find_everything(article)) if "meant by" in line]
    assert len(about) == len(set(about)) <= 2
    assert not any("mayor" in line or "Reyes" in line for line in about)


def test_of_many_questions_the_first_are_asked() -> None:
    groups = (
        "Critics Fans Neighbours Drivers Nurses Pilots Farmers Bakers Miners Singers Dancers Poets Cooks Clerks".split()
    )
    article = read("\n".join(f"{group} say the bridge is shut." for group in groups))
    asked = questions_to_ask(article, find_everything(article))
    own = [line for line in asked if "meant by" in line]
    assert own[0] == "Who exactly is meant by “Critics”, and how would they know?"
    assert len(own) == 12


def test_two_passages_that_do_not_go_together_stand_side_by_side() -> None:
    article = read(PAIR)
    (pair,) = find_inconsistencies(article)
    page = Outline(page_of(PAIR))
    assert "1 · number: conflict" in page.words and pair.reason in page.words
    assert "The fire at the mill killed 55 people, police said." in page.words
    assert page.words.count(pair.excuse) == 2  # in the note at its place, and once with the pair
    assert sum(tag == "mark" for tag, _ in page.elements) == 2
    assert "1. Number, conflict: “55” (paragraph 1) and “11” (paragraph 1)." in page.words


def test_two_passages_that_do_not_go_together_raise_a_question() -> None:
    article = read("The fire killed 55 people. It rained. Eleven people died in the fire.")
    first, second = Span(16, 18), Span(38, 44)
    pair = Inconsistency(
        Span(0, 68), "count", "Why.", Span(0, 26), Span(38, 68), (first,), (second,), "number", "conflict", "", "", ""
    )
    assert "“55” and “Eleven”: can both be right, and who would know?" in questions_to_ask(article, [pair])
    assert questions_to_ask(article, [replace(pair, verdict="none")]) == questions_to_ask(article, [])


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (
            0,
            "Measured on 17 practice texts of the kit: of 100 marks of this kind, 71 were right, and of 100 that "
            "careful readers had made, the helper found 64. Two readers who marked them, each alone but alike in how "
            "they read, agreed in 79 of 100.",
        ),
        (1, "How often the helper is right here has not been measured yet, so look at every mark twice."),
        (
            2,
            "In 9 news stories that nobody had read while the helper was made, it found 70 of 100 soft words and put "
            "58 on the right rung.",
        ),
    ],
)
def test_how_good_the_helper_is_stands_beside_each_kind(number: int, told: str) -> None:
    assert trust(SECTIONS[number], FIGURES) == told


# Where it is written


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(TEXT.text, encoding="utf-8")
    Path("mine.html").write_text("<!doctype html><p>My homework.", encoding="utf-8")
    Path("texts").mkdir()
    return tmp_path


def test_a_report_is_written_and_an_earlier_one_replaced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "article.txt"]) == 0
    said = capsys.readouterr().out
    assert said == "The report is in report.html. Open it in a browser, and print it from there.\n"
    first = Path("report.html").read_text(encoding="utf-8")
    assert MARK in first[: command.HEAD_BYTES] and "Dana Whitlock" in first
    Path("article.txt").write_text("“No,” said Ortiz.", encoding="utf-8")
    assert main(["report", "article.txt", "-o", "report.html"]) == 0
    assert "Dana Whitlock" not in Path("report.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt", "mine.html", "report.html", "texts"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its permissions elsewhere")
def test_others_may_read_a_report_as_they_may_read_any_new_file(folder: Path) -> None:
    Path("new.txt").write_text("")
    assert main(["report", "article.txt"]) == 0
    assert Path("report.html").stat().st_mode == Path("new.txt").stat().st_mode


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (
            "mine.html",
            "kit: mine.html is there already, and the kit didn't write it. Name another file with -o: mine-report",
        ),
        ("texts", "kit: texts is a folder. Name a file in it, such as texts/report.html."),
        (
            "report.pdf",
            "kit: a report is a web page, so its name has to end in .html: report.html. The browser can print",
        ),
        ("article.txt", "kit: a report is a web page, so its name has to end in .html: article.html."),
        ("gone/report.html", "kit: there is no folder gone for the report. Make it first, or name another one."),
        ("x" * 290 + ".html", "kit: " + "x" * 290 + ".html can't be looked at: File name too long."),
    ],
)
def test_a_place_where_no_report_may_go_gets_a_sentence(
    output: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert main(["report", "article.txt", "-o", output]) == 2
    said = capsys.readouterr()
    assert said.err.startswith(told) and said.err.count("\n") == 1 and said.out == ""
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_where_nothing_can_be_written_the_old_report_stays(
    code: int, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "article.txt"]) == 0
    before = Path("report.html").read_bytes()

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(command.os, "replace", fail)
    assert main(["report", "mine.html"]) == 2  # no article in it, but that is told first
    capsys.readouterr()
    assert main(["report", "article.txt"]) == 2
    assert capsys.readouterr().err == (
        f"kit: the report can't be written to report.html: {os.strerror(code)}. Nothing was changed there. Name "
        "another file with -o, or make room.\n"
    )
    assert Path("report.html").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt", "mine.html", "report.html", "texts"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_gets_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("texts").chmod(0o500)
    assert main(["report", "article.txt", "-o", "texts/report.html"]) == 2
    assert capsys.readouterr().err.startswith(
        "kit: the report can't be written to texts/report.html: Permission denied."
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gone.txt", "kit: There is no file gone.txt"),
        ("mine.html", "kit: No article was found in the file mine.html."),
        ("empty.txt", "kit: there are no words in the file empty.txt."),
    ],
)
def test_a_text_that_can_not_be_read_gets_a_sentence(
    name: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty.txt").write_bytes(b"")
    assert main(["report", name]) == 2
    assert capsys.readouterr().err.startswith(told)
    assert not Path("report.html").exists()

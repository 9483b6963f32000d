"""Worksheets to print, Moodle XML and QTI: made from the bank, read back by a parser, and nothing in them runs."""

from __future__ import annotations

import importlib
import io
import logging
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from question_bank import course_in, documented

from kit.cli import main
from kit.making.platforms import left_out, moodle, portable, qti
from kit.making.worksheet import worksheet
from kit.places import course
from kit.questions import bank
from kit.questions.bank import read_unit
from kit.questions.kinds.choice import OptionsKey
from kit.questions.kinds.levels import LevelsKey
from kit.questions.kinds.number import NumberKey
from kit.questions.question import Unit

EVIL = read_unit(
    "12-evil",
    'title = "<script>alert(1)</script> & co"\n[[question]]\nid = "12.1"\nkind = "choices"\npoints = 1\nminutes = 1\n'
    'prompt = "<img src=x onerror=alert(1)> **bold**"\nhints = ["<b>", "&"]\n'
    'explanation = "</style><script>1</script>"\n'
    'options = [{text = "<i>a</i> & b", message = "<script>"}, {text = "]]>", message = "no"}]\n',
)


class Page(HTMLParser):
    """The elements of a page, and whether each that is opened is closed."""

    EMPTY = ("meta", "br", "hr", "img", "input")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "href")]
        self.names.append(tag)
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


ALL = [*bank.units(), documented(), EVIL]
every_unit = pytest.mark.parametrize("unit", ALL, ids=lambda unit: unit.name)


@every_unit
@pytest.mark.parametrize("answers", [False, True])
def test_a_worksheet_is_a_sound_page_with_every_task(unit: Unit, answers: bool) -> None:
    page = Page(worksheet(unit, answers))
    assert page.open == []
    assert not {"script", "img", "link", "iframe"} & set(page.names)
    words = " ".join(" ".join(page.words).split())
    for question in unit.questions:
        assert f"Task {question.id}" in words
        first = question.explanation.split("*")[0].split("\n")[0][:40].strip()
        assert (first in words) is answers or first.startswith("<")


def test_a_worksheet_has_room_for_each_kind_and_the_text_once() -> None:
    html = worksheet(documented())
    assert html.count('<span class="box"></span>') == 3 + 4 + 1 + 1 + 4 * 5 + 1
    assert html.count("______") > 0
    assert html.count('class="text"') == 6
    unit = read_unit("12-x", HEAD + "".join(CHOICE.format(number=number) for number in (1, 2)))
    assert worksheet(unit).count('class="text"') == 1
    assert "the text is with task 12.1." in worksheet(unit)


HEAD = 'title = "T"\n'
CHOICE = (
    '[[question]]\nid = "12.{number}"\nkind = "choice"\npoints = 1\nminutes = 1\nprompt = "?"\nhints = ["a", "b"]\n'
    'explanation = "So."\narticle = "footbridge"\n'
    'options = [{{text = "yes", right = true}}, {{text = "no", message = "Not so."}}]\n'
)


@every_unit
def test_moodle_reads_what_was_written(unit: Unit) -> None:
    root = ET.fromstring(moodle(unit))
    assert root[0].findtext("category/text", "").startswith("$course$/top/Who Says So/")
    for question, made in zip(portable(unit), root[1:], strict=True):
        assert made.findtext("name/text", "").split()[0] == question.id
        assert made.findtext("defaultgrade") == repr(question.points)
        Page(made.findtext("questiontext/text", ""))
        assert [hint.get("format") for hint in made.findall("hint")] == ["html"] * len(question.hints)
        match question.key:
            case OptionsKey(options=options):
                assert made.get("type") == "multichoice"
                fractions = [float(answer.get("fraction", "")) for answer in made.findall("answer")]
                right = [option.right for option in options]
                right += [not any(right)] if question.key.nothing else []  # "None of these"
                assert [fraction > 0 for fraction in fractions] == right
                assert sum(fraction for fraction in fractions if fraction > 0) == pytest.approx(100, abs=0.001)
                assert all(fraction < 0 for fraction in fractions if fraction <= 0) or question.kind == "choice"
            case NumberKey(value=value, tolerance=tolerance):
                first = made.find("answer")
                assert first is not None
                assert (made.get("type"), first.get("fraction")) == ("numerical", "100")
                assert float(first.findtext("text", "")) == pytest.approx(float(value))
                assert float(first.findtext("tolerance", "")) == pytest.approx(float(tolerance))
            case LevelsKey(cards=cards, steps=steps):
                pairs = [(part.findtext("text"), part.findtext("answer/text")) for part in made.findall("subquestion")]
                assert [answer for _, answer in pairs[: len(cards)]] == [steps[card.steps[0]] for card in cards]
                assert {answer for _, answer in pairs} == set(steps.values())
            case _:
                assert made.get("type") == "essay"
                assert made.findtext("graderinfo/text")


NAMESPACE = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


@every_unit
def test_qti_reads_what_was_written(unit: Unit) -> None:
    package = zipfile.ZipFile(io.BytesIO(qti(unit)))
    names = set(package.namelist())
    manifest = ET.fromstring(package.read("imsmanifest.xml"))
    listed = {file.get("href") for file in manifest.iter("{http://www.imsglobal.org/xsd/imscp_v1p1}file")}
    assert listed == names - {"imsmanifest.xml"}
    test = ET.fromstring(package.read("test.xml"))
    items = [ref.get("href", "") for ref in test.iter(f"{NAMESPACE}assessmentItemRef")]
    assert len(items) == len(portable(unit))
    for question, name in zip(portable(unit), items, strict=True):
        item = ET.fromstring(package.read(name))
        assert item.get("title") == question.id
        assert not {each.tag.removeprefix(NAMESPACE) for each in item.iter()} & {"script", "img", "iframe"}
        declared = item.find(f"{NAMESPACE}responseDeclaration")
        assert declared is not None
        correct = [value.text for value in declared.iter(f"{NAMESPACE}value")]
        mapped = {
            entry.get("mapKey"): float(entry.get("mappedValue", "")) for entry in declared.iter(f"{NAMESPACE}mapEntry")
        }
        if isinstance(question.key, OptionsKey | LevelsKey):
            # What is right earns all the points.
            assert sum(mapped[value] for value in correct) == pytest.approx(float(question.points), abs=1e-6)
            offered = {each.get("identifier") for each in item.iter() if each.tag.endswith("Choice")}
            assert {part for value in correct for part in str(value).split()} <= offered
        elif isinstance(question.key, NumberKey):
            assert [float(str(value)) for value in correct] == [pytest.approx(float(question.key.value))]
        else:
            assert correct == []


# What the standard's schema asks for, and the validator does not look at.
IN_ORDER = ("responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback")
NEEDED = {
    "assessmentItem": {"identifier", "title", "adaptive", "timeDependent"},
    "responseDeclaration": {"identifier", "cardinality"},
    "outcomeDeclaration": {"identifier", "cardinality"},
    "choiceInteraction": {"responseIdentifier", "shuffle", "maxChoices"},
    "matchInteraction": {"responseIdentifier", "shuffle", "maxAssociations"},
    "simpleChoice": {"identifier"},
    "simpleAssociableChoice": {"identifier", "matchMax"},
    "textEntryInteraction": {"responseIdentifier"},
    "extendedTextInteraction": {"responseIdentifier"},
    "modalFeedback": {"outcomeIdentifier", "identifier", "showHide"},
    "mapEntry": {"mapKey", "mappedValue"},
    "mapping": {"defaultValue"},
}
MAY_HAVE = {
    "assessmentItem": set(),
    "responseDeclaration": {"baseType"},
    "outcomeDeclaration": {"baseType"},
    "mapping": {"lowerBound", "upperBound"},
    "textEntryInteraction": {"expectedLength"},
    "extendedTextInteraction": {"expectedLines"},
    "modalFeedback": {"title"},
    "a": {"href"},
    "baseValue": {"baseType"},
    "equal": {"toleranceMode", "tolerance"},
    "setOutcomeValue": {"identifier"},
    "mapResponse": {"identifier"},
    "variable": {"identifier"},
    "correct": {"identifier"},
}


def faults_of(item: bytes) -> list[str]:
    """What is wrong with an item of QTI 2.1: by pyslet, which knows the content model of the standard, and by which
    attributes and what order its schema asks for."""
    faults = []
    try:
        importlib.import_module("pyslet.imsqtiv2p1").QTIDocument().read(src=item.decode())
    except Exception as error:  # it has an error for each of its rooms, with nothing in common
        faults.append(str(error))
    root = ET.fromstring(item)
    order = [IN_ORDER.index(each.tag.removeprefix(NAMESPACE)) for each in root]
    if order != sorted(order):
        faults.append("the parts of the item are not in their order")
    for each in root.iter():
        name = each.tag.removeprefix(NAMESPACE)
        needed, there = NEEDED.get(name, set()), set(each.attrib)
        faults += [f"{name} has no {missing}" for missing in sorted(needed - there)]
        faults += [f"{name} has {other}" for other in sorted(there - needed - MAY_HAVE.get(name, set()))]
        if name in ("table", "tbody", "thead", "tr", "ul", "ol") and len(each) == 0:
            faults.append(f"{name} is empty")
    return faults


@every_unit
def test_qti_is_valid_by_the_standard(unit: Unit, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    package = zipfile.ZipFile(io.BytesIO(qti(unit)))
    faults = {name: faults_of(package.read(name)) for name in package.namelist() if name.startswith("question-")}
    assert len(faults) == len(portable(unit))
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<itemBody>", "<itemBody>words", "Unexpected data (in itemBody)"),
        ("<itemBody>", "<itemBody><blockquote>words</blockquote>", "Unexpected data (in blockquote)"),
        ("<itemBody>", "<itemBody><p><div>words</div></p>", "Div not allowed in P, expected flow"),
        (' title="12.1"', "", "assessmentItem has no title"),
        ("<itemBody>", '<itemBody><p style="color: red">words</p>', "p has style"),
        ("</assessmentItem>", "<itemBody/></assessmentItem>", "the parts of the item are not in their order"),
        ("<itemBody>", "<itemBody><ul/>", "ul is empty"),
    ],
)
def test_what_is_not_valid_is_found(old: str, new: str, fault: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    item = zipfile.ZipFile(io.BytesIO(qti(documented()))).read("question-12-1.xml").decode()
    assert faults_of(item.encode()) == []
    assert fault in faults_of(item.replace(old, new, 1).encode())


def test_the_same_questions_give_the_same_files() -> None:
    assert qti(documented()) == qti(documented())
    assert moodle(documented()) == moodle(documented())


def test_what_is_marked_in_a_text_is_left_out_of_the_platforms() -> None:
    assert left_out(documented()) == ["12.4", "12.5", "12.7"]


def test_nothing_of_a_question_runs_on_a_page() -> None:
    html = worksheet(EVIL, answers=True)
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in html
    assert "<strong>bold</strong>" in html


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield course_in(tmp_path / "my-course")
    course(None)


def test_the_command_makes_them_and_says_what_is_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--course", str(folder), "--worksheets", "--moodle", "--qti"]) == 0
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("12-*") if path.suffix != ".toml") == [
        "platforms/12-footbridge.moodle.xml",
        "platforms/12-footbridge.qti.zip",
        "worksheets/12-footbridge-answers.html",
        "worksheets/12-footbridge.html",
    ]
    assert capsys.readouterr().out.endswith(
        f"4 of 4 files written in {folder}.\nLeft out, since words are marked or linked in them: 12.4, 12.5, 12.7.\n"
    )


def test_nothing_of_a_text_runs_on_a_page(folder: Path) -> None:
    """A teacher may paste any page of the web into articles/."""
    (folder / "articles").mkdir()
    evil = "Headline\n\n<script>alert(1)</script> & <img src=x onerror=alert(1)> he said."
    (folder / "articles" / "evil.txt").write_text(evil, encoding="utf-8")
    text = HEAD + CHOICE.format(number=1).replace("footbridge", "evil")
    (folder / "questions" / "12-footbridge.toml").write_text(text, encoding="utf-8")
    course(folder)
    unit = bank.unit("12-footbridge")
    html = worksheet(unit)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img src=x onerror=alert(1)&gt; he said." in html
    Page(html)
    asked = ET.fromstring(moodle(unit)).findtext("question[2]/questiontext/text", "")
    assert "&lt;script&gt;" in asked
    Page(asked)
    item = zipfile.ZipFile(io.BytesIO(qti(unit))).read("question-12-1.xml")
    assert not list(ET.fromstring(item).iter(f"{NAMESPACE}script"))
    assert b"&lt;script&gt;" in item

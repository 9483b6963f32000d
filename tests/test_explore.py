"""`explore` without a browser: what it finds, remembers and says. What it looks like is tested in tests/browser."""

from __future__ import annotations

import errno
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from web_server import serving

import kit.atomic
from kit import articles, explore, find_euphemisms, read
from kit.find import FINDERS, find_everything
from kit.lessons import literal_here
from kit.text import ReadingError
from kit.views.position_strip import draw_places
from kit.views.sections import findings_of
from kit.views.wording import SECTIONS
from kit.widgets.explore import NO_TEXT_GIVEN, Explore
from kit.widgets.explore_memory import LITERAL, NAME, Aside, Memory, Place, place_of

SAID = "“No,” said Ana Reyes. Critics say that it is late. The firm let 40 people go."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    return tmp_path


def ask(widget: Explore, **message: Any) -> None:
    """What the browser does when a button is pressed."""
    widget._asked(widget, message, [])


def leads(widget: Explore, key: str) -> list[str]:
    return [item["lead"] for item in widget.parts[key]["items"]]


def test_a_text_is_shown_question_by_question() -> None:
    widget = explore(SAID)
    assert leads(widget, "who") == ["Ana Reyes, said", "Critics, say"]
    assert leads(widget, "told") == ["Ana Reyes, named person", "Critics, vague"]
    assert [lead.partition(",")[0] for lead in leads(widget, "called")] == ["let … go"]
    assert widget.said.startswith(
        "Who says so? 2 attributions. How much are we told? 2 sources. What is it called? 1 soft word."
    )
    assert [row[1:] for row in widget.parts["overview"]["rows"]] == [
        ["2 attributions", 0],
        ["2 sources", 0],
        ["1 soft word", 0],
        *[[f"0 {section.thing}s", 0] for section in SECTIONS[3:]],
    ]
    assert [item["group"] for item in widget.parts["who"]["items"]] == ["Ana Reyes", "Critics"]
    assert (widget.doing, widget.done, widget.problem) == ("", 1.0, "")
    article = widget.article
    assert article is not None and widget.findings == find_everything(article)


def test_without_a_text_there_is_a_box_and_nothing_else() -> None:
    widget = explore()
    assert (widget.article, widget.opened, widget.parts, widget.findings) == (None, {}, {}, ())
    assert ["footbridge", "Footbridge to stay shut until spring, council says (4 min)"] in widget.practice


@pytest.mark.parametrize("what", ["footbridge", articles("footbridge")])
def test_a_practice_text_is_opened_by_its_name_or_as_an_article(what: Any) -> None:
    assert explore(what).opened["title"] == "Footbridge to stay shut until spring, council says"


def test_a_practice_text_is_chosen_and_then_a_text_pasted() -> None:
    widget = explore()
    ask(widget, do="practice", name="footbridge")
    assert widget.opened["count"] == 1 and len(leads(widget, "who")) > 20
    ask(widget, do="text", text=SAID)
    assert (widget.opened["count"], widget.opened["title"]) == (2, "A text without a headline")
    assert leads(widget, "who") == ["Ana Reyes, said", "Critics, say"]


def test_an_address_is_fetched_and_told() -> None:
    widget = explore()
    with serving() as (at, _):
        ask(widget, do="text", text=f" {at}/news\n")
        assert widget.opened["from"].startswith(f"From: Ellery Courier, 14 October 2026, {at}/news, fetched on ")
        ask(widget, do="text", text=f"{at}/404")
    assert widget.problem.startswith(f"The page {at}/404 does not exist (404).")
    assert widget.opened["count"] == 1  # the page before is still there


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ({"do": "text", "text": " \n"}, NO_TEXT_GIVEN),
        ({"do": "text", "text": "\u200b\n\u200b"}, f"There are no words in this text. {NO_TEXT_GIVEN}"),
        ({"do": "text", "text": "x. " * 70_000}, "This text has 210,000 characters, and explore looks at no more than"),
        (
            {"do": "practice", "name": "footbrige"},
            'there is no practice text called "footbrige". Did you mean "footbridge"?',
        ),
        ({"do": "aside", "place": "odd"}, "The helper can’t cope with this text (ValueError: "),
    ],
)
def test_what_goes_wrong_is_told_in_the_widget(message: dict[str, Any], told: str) -> None:
    widget = explore()
    ask(widget, **message)
    assert widget.problem.startswith(told)
    assert (widget.doing, widget.done) == ("", 1.0)
    ask(widget, do="text", text=SAID)
    assert widget.problem == ""


def test_something_else_than_a_text_is_refused_at_once() -> None:
    with pytest.raises(
        ReadingError, match=r"^explore takes an article, a text or nothing, not a thing of the type int\.$"
    ):
        explore(42)  # type: ignore[arg-type]


def test_progress_is_told_step_by_step() -> None:
    widget = explore()
    seen: list[str] = []
    widget.observe(lambda change: seen.append(change["new"]), names="doing")
    ask(widget, do="text", text=SAID)
    assert seen[0] == "Reading the text …"
    assert seen[1:-1] == [f"Looking: {doing} …" for doing, _ in FINDERS]
    assert seen[-1] == ""


def test_what_is_hostile_in_a_text_is_escaped_in_all_that_is_drawn_as_html() -> None:
    hostile = read(Path(__file__).parent / "hostile.txt")
    widget = explore(hostile)
    for key in (section.key for section in SECTIONS):
        part = widget.parts[key]
        for html in (part["text"], part["legend"], part["table"]):
            assert not any(
                f"<{tag}" in html for tag in ("script", "img", "svg", "iframe", "form", "input", "meta", "link")
            )


def test_two_passages_that_do_not_go_together_are_linked_and_stand_side_by_side() -> None:
    widget = explore(
        "The fire at the mill killed 55 people, police said. It rained all night. The fire at the mill killed 11 "
        "people, police said later."
    )
    part = widget.parts["holds"]
    assert [(item["lead"].partition(",")[0], item["linked"]) for item in part["items"]] == [("number: 55 / 11", True)]
    assert "1 · number: conflict" in part["table"] and "<style" not in part["table"]
    assert part["text"].count('class="kit-number') == 2
    ask(widget, do="picture", key="holds")
    assert widget.pictures["holds"]["lines"] == ["1. Number, conflict: “55” (paragraph 1) and “11” (paragraph 1)."]
    assert not any(item["linked"] for item in widget.parts["who"]["items"])


# Setting aside


def test_a_finding_is_set_aside_and_put_back(folder: Path) -> None:
    widget = explore(SAID)
    place = widget.parts["who"]["items"][1]["place"]
    ask(widget, do="aside", place=place, reason="  Critics are not asked here. ")
    assert leads(widget, "who") == ["Ana Reyes, said"]
    assert [(item["lead"], item["reason"]) for item in widget.parts["who"]["aside"]] == [
        ("Critics, say", "Critics are not asked here.")
    ]
    assert widget.parts["overview"]["rows"][0] == ["Who says so?", "1 attribution", 1]
    assert widget.said == "Set aside: Critics, say."
    assert len(widget.findings) == len(find_everything(read(SAID))) - 1
    (kept,) = json.loads((folder / NAME).read_text(encoding="utf-8"))["texts"].values()
    assert kept == [
        {
            "start": place[0],
            "end": place[1],
            "kind": "attribution",
            "rule": place[3],
            "words": "Critics, say",
            "reason": "Critics are not asked here.",
        }
    ]
    assert SAID[:20] not in (folder / NAME).read_text(encoding="utf-8")
    ask(widget, do="back", place=place)
    assert leads(widget, "who") == ["Ana Reyes, said", "Critics, say"]
    assert json.loads((folder / NAME).read_text(encoding="utf-8"))["texts"] == {}


def test_what_was_set_aside_stays_aside_for_the_same_text_alone() -> None:
    first = explore(SAID)
    ask(first, do="aside", place=first.parts["called"]["items"][0]["place"], reason="They were let go home.")
    again = explore(SAID)
    assert leads(again, "called") == [] and again.parts["called"]["aside"][0]["reason"] == "They were let go home."
    assert again.parts["called"]["none"] == ""
    assert leads(explore(SAID + " It rained."), "called") != []


# What literal_here has set aside


def test_what_was_set_aside_as_literal_is_set_aside_here_too(folder: Path) -> None:
    article = read(SAID)
    literal_here(article, "let … go")
    literally = (folder / "literal.json").read_bytes()
    widget = explore(SAID)
    assert leads(widget, "called") == []
    assert widget.parts["overview"]["rows"][2] == ["What is it called?", "0 soft words", 1]
    assert [item["reason"] for item in widget.parts["called"]["aside"]] == [LITERAL]
    assert find_euphemisms(article) == () and "euphemism" not in {place_of(f).kind for f in widget.findings}
    ask(widget, do="aside", place=widget.parts["who"]["items"][0]["place"], reason="x")
    (kept,) = json.loads((folder / NAME).read_text(encoding="utf-8"))["texts"].values()
    assert [entry["kind"] for entry in kept] == ["attribution"]  # each memory keeps its own
    assert (folder / "literal.json").read_bytes() == literally
    literal_here(article, "let … go", undo=True)
    assert leads(explore(SAID), "called") != []


@pytest.mark.parametrize("here_too", [False, True])
def test_what_is_put_back_here_is_not_literal_any_more(here_too: bool) -> None:
    article = read(SAID)
    widget = explore(SAID)
    place = widget.parts["called"]["items"][0]["place"]
    if here_too:
        ask(widget, do="aside", place=place, reason="They went home.")
    literal_here(article, "let … go")
    again = explore(SAID)
    assert [item["reason"] for item in again.parts["called"]["aside"]] == ["They went home." if here_too else LITERAL]
    ask(again, do="back", place=place)
    assert len(leads(again, "called")) == len(leads(explore(SAID), "called")) == len(find_euphemisms(article)) == 1


def test_a_memory_of_the_literal_that_is_damaged_is_said_and_the_rest_is_shown(folder: Path) -> None:
    widget = explore(SAID)
    places = [widget.parts[key]["items"][0]["place"] for key in ("who", "called")]
    for place in places:
        ask(widget, do="aside", place=place, reason="x")
    (folder / "literal.json").write_text("{")
    widget.look_at(SAID)
    widget.look_at(SAID)
    assert widget.note.count("The file literal.json beside this notebook is damaged") == 1
    ask(widget, do="back", place=places[0])
    assert len(leads(widget, "who")) == 2 and widget.problem == ""
    ask(widget, do="back", place=places[1])
    assert widget.problem.startswith("The file literal.json beside this notebook is damaged")
    assert len(widget.parts["called"]["aside"]) == 1


def test_a_place_that_no_finding_has_is_not_set_aside(folder: Path) -> None:
    widget = explore(SAID)
    ask(widget, do="aside", place=[0, 1, "attribution", "no such rule"], reason="x")
    assert not (folder / NAME).exists() and widget.problem == ""


DAMAGED = [
    "",
    "{",
    "[]",
    "null",
    '{"texts": []}',
    '{"texts": {"a": 1}}',
    '{"texts": {"a": [{"start": 1}]}}',
    '{"texts": {"a": [{"start": null, "end": 2, "kind": "x", "rule": "y", "words": "", "reason": ""}]}}',
    "\udcff",
    "[" * 100_000,
]


@pytest.mark.parametrize("what", DAMAGED)
def test_a_damaged_memory_is_put_aside_and_said_so(what: str, folder: Path) -> None:
    data = what.encode("utf-8", errors="surrogateescape")
    (folder / NAME).write_bytes(data)
    widget = explore(SAID)
    assert widget.note == (
        f"The file {NAME} beside the notebook is damaged. It is now called set-aside-damaged-1.json, and the kit has "
        "started a new one."
    )
    assert (folder / "set-aside-damaged-1.json").read_bytes() == data
    ask(widget, do="aside", place=widget.parts["who"]["items"][0]["place"], reason="x")
    assert len(explore(SAID).parts["who"]["aside"]) == 1
    (folder / NAME).write_bytes(b"{")
    assert "set-aside-damaged-2.json" in explore(SAID).note
    assert (folder / "set-aside-damaged-1.json").read_bytes() == data


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_what_can_not_be_written_is_kept_as_long_as_the_kernel_runs(
    code: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = explore(SAID)
    places = [item["place"] for item in widget.parts["who"]["items"]]
    ask(widget, do="aside", place=places[0], reason="first")
    before = (folder / NAME).read_bytes()

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patched:
        patched.setattr(kit.atomic.os, "replace", fail)
        ask(widget, do="aside", place=places[1], reason="second")
        assert widget.note == (
            f"This can't be saved: {NAME} beside the notebook can't be written ({os.strerror(code)}). It stays until "
            "the notebook is closed."
        )
        assert len(widget.parts["who"]["aside"]) == 2
    assert (folder / NAME).read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [NAME]
    ask(widget, do="text", text=SAID)
    assert len(widget.parts["who"]["aside"]) == 2
    ask(widget, do="aside", place=widget.parts["told"]["items"][0]["place"], reason="third")
    assert widget.note == ""
    assert len(explore(SAID).parts["who"]["aside"]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its permissions elsewhere")
def test_the_memory_is_for_its_owner_alone(folder: Path) -> None:
    Memory(folder).keep(read(SAID), {Place(0, 5, "attribution", "a"): Aside("a", "one")})
    assert (folder / NAME).stat().st_mode & 0o777 == 0o600


def test_two_texts_share_a_memory(folder: Path) -> None:
    one, other = read(SAID), read("“Yes,” said Ortiz.")
    memory = Memory(folder)
    places = [Place(0, 5, "attribution", "a"), Place(3, 9, "source", "b")]
    memory.keep(one, {places[0]: Aside("a", "one")})
    Memory(folder).keep(other, {places[1]: Aside("b", "other")})
    assert Memory(folder).of(one) == {places[0]: Aside("a", "one")}
    assert Memory(folder).of(other) == {places[1]: Aside("b", "other")}


# Pictures


def test_each_tab_has_a_picture_with_the_same_in_words() -> None:
    widget = explore(SAID)
    for key in ("who", "told", "called", "overview"):
        ask(widget, do="picture", key=key)
        picture = widget.pictures[key]
        assert picture["source"].startswith("data:image/svg+xml;base64,") and picture["title"] and picture["lines"]
    assert any("Ana Reyes" in line for line in widget.pictures["who"]["lines"])
    ask(widget, do="aside", place=widget.parts["who"]["items"][0]["place"], reason="x")
    assert widget.pictures == {}  # they are asked for anew


def test_the_picture_of_places_tells_number_and_paragraph() -> None:
    article = read("The firm let 40 people go.\n\nIt rained.\n\nTwo men were shot.")
    found = findings_of(SECTIONS[2], find_everything(article))
    picture = draw_places(article, found, "soft word")
    title, *lines = picture.text.split("\n")
    assert title == "Where in the text: 2 soft words."
    assert [line.partition(": “")[0] for line in lines] == ["Number 1, paragraph 1 of 3", "Number 2, paragraph 3 of 3"]
    assert place_of(found[0]).kind == "euphemism"


def test_without_findings_there_is_no_picture_of_places_but_a_sentence() -> None:
    picture = draw_places(read("It rained."), (), "soft word")
    assert (picture.figure, picture.text) == (None, "There is no soft word in this text, so there is nothing to draw.")

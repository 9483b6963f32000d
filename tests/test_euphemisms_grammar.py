"""Grammar that hides who did a harm. Asterisks mark the words that are found; a text without any hides nobody."""

from __future__ import annotations

import re

import pytest

from kit import read
from kit.find import find_euphemisms
from kit.finders.euphemism.agentless import FORMS, _act
from kit.finding import Euphemism
from kit.language import Entry, LexiconError, load, unstar

ENTRIES = load("harm", ("form", "question"), ("subjects", "near", "acts", "words"))
ASKED = [entry for entry in ENTRIES if entry.data["form"] != "doers"]
EXAMPLES = [pytest.param(e, x, id=f"{e.term}: {x[:40]}") for e in ASKED for x in e.examples]
COUNTER_EXAMPLES = [pytest.param(e, x, id=f"{e.term}: {x[:40]}") for e in ASKED for x in e.not_examples]


def hidden(text: str) -> list[Euphemism]:
    return [e for e in find_euphemisms(read(text)) if e.found_by == "grammar"]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_the_starred_words_are_found(entry: Entry, example: str) -> None:
    text, starred = unstar(example)
    found = find_euphemisms(read(text))
    assert [(e.span.start, e.span.end) for e in found if e.span.end > starred[0][0]][:1] == starred or any(
        e.found_by == "term" and e.span.start < starred[0][1] and starred[0][0] < e.span.end for e in found
    )


@pytest.mark.parametrize(("entry", "example"), COUNTER_EXAMPLES)
def test_a_counter_example_hides_nobody(entry: Entry, example: str) -> None:
    assert hidden(example) == []


@pytest.mark.parametrize(
    "marked",
    [
        "Two girls *were badly shot* near the square.",
        "Dozens of people *were shot* near the square.",
        "Lena Ortiz *was shot* near the square.",
        "The boy who *was shot* lives in Mill Street.",
        "The minister told reporters that *serious mistakes were made*.",
        "The *shooting happened* during a search of the house.",
    ],
)
def test_found(marked: str) -> None:
    text, starred = unstar(
        marked.replace("*serious mistakes", "serious *mistakes").replace("The *shooting", "*The shooting")
    )
    assert [(e.span.start, e.span.end) for e in hidden(text)] == starred


@pytest.mark.parametrize(
    "text",
    [
        # who did it stands in the sentence, in a later one or in an earlier one
        "Two girls were shot by a guard near the square.",
        "Two girls were shot near the square. A guard fired at them, the town said.",
        "Two girls were shot near the square. Police arrested the gunman at noon.",
        "The suspect was known to the town. Two girls were shot near the square.",
        "A guard shot twice. Two girls were shot near the square.",
        # nobody else did it, or it did not happen
        "A man was shot accidentally.",
        "He was shot by himself.",
        "She feared that he would be shot.",
        "Nobody was shot. No shots were fired.",
        "Two girls were not shot.",
        # passives that hide nobody a reader asks for
        "The bridge was opened in May. The children were taught to swim.",
        "The film was shot in the valley.",
        "Nine people were killed in an earthquake.",
        "The manager was fired.",
        "A cake was made. Plans were made.",
    ],
)
def test_not_found(text: str) -> None:
    assert hidden(text) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.term)
def test_every_question_asks(entry: Entry) -> None:
    assert re.fullmatch(r"[a-z][^.?!]*\?", entry.data["question"])


def test_reasons() -> None:
    for example, rule in (
        (
            "Two girls were shot near the square.",
            "Orwell showed in 1946 how the passive leaves out whoever acted: who shot?",
        ),
        ("An officer-involved incident closed the road.", "AP"),
        ("The deaths occurred during a clash.", "abstract nouns"),
    ):
        (euphemism,) = hidden(example)
        assert rule in euphemism.reason and euphemism.reason.endswith("?")
        assert euphemism.plain == "" and euphemism.category == "grammar" and euphemism.certainty == "ask"


def test_words_of_somebody_are_told_as_such() -> None:
    (euphemism,) = hidden("“Mistakes were made,” Ortiz said.")
    assert (euphemism.voice, "in the words of Ortiz" in euphemism.reason) == ("quotation", True)


def test_a_slip_in_an_entry_gets_a_sentence() -> None:
    with pytest.raises(LexiconError, match=f'entry "shoot": form can\'t be "active". .*It is one of: {FORMS[0]}'):
        _act(Entry("shoot", {"form": "active", "question": "who?"}, (), ()))

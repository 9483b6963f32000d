"""A soft word, a frame or a word of a rule can stand in a teacher's course folder, as texts and questions do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import kit
from kit.cli import main
from kit.errors import KitError
from kit.text import read_text

EUPHEMISMS = """[[entry]]
term = "give back to the pool"
pos = "verb"
plain = "dismiss"
category = "labour"
certainty = "flag"
note = "A firm has no pool. The people it gives back are out of work."
reference = "Heard in our own town."
gap = true
examples = ["The firm *gave* forty people *back to the pool*."]
"""
FRAME = """[[entry]]
term = "pool of people"
slots = ["CHANGE"]
deeds = "POOLED"
plain = "job cuts"
category = "labour"
note = "Nobody is said to lose anything."
examples = ["The firm announced a *headcount repooling*, and forty deckhands left."]
not_examples = ["The pool was repainted."]
"""
SLOTS = '[heads]\nCHANGE = ["repooling"]\n[deeds]\nPOOLED = ["deckhand"]\n'
CUES = """[[entry]]
term = "chunter"
takes = { object = "strong" }
examples = ["Ortiz *chuntered* the plan."]
"""
ANTONYMS = """[[entry]]
term = "afloat and sunk"
one = ["bobble"]
other = ["sink"]
examples = ["The raft *bobbled* in the harbour on Friday. The raft *sank* in the harbour on Friday."]
"""
# The files, what is asked of which text, and the words that are found.
OWN: list[tuple[dict[str, str], Callable[[Any], Any], str, list[str]]] = [
    ({"euphemisms.toml": EUPHEMISMS}, kit.find_euphemisms, "The firm gave forty people back to the pool on Monday.",
     ["gave forty people back to the pool"]),
    ({"frames.toml": FRAME, "frame_words.toml": SLOTS}, kit.find_euphemisms,
     "The firm announced a headcount repooling, and forty deckhands left.", ["headcount repooling"]),
    ({"cues.toml": CUES}, kit.find_attributions, "Maria Ortiz chuntered the plan for a new hall.",
     ["Maria Ortiz chuntered the plan for a new hall"]),
    ({"antonyms.toml": ANTONYMS}, kit.find_inconsistencies,
     "The raft bobbled in the harbour on Friday. The raft sank in the harbour on Friday.",
     ["The raft bobbled in the harbour on Friday. The raft sank in the harbour on Friday"]),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    kit.course(None)


def course_with(folder: Path, files: dict[str, str]) -> Path:
    (folder / "lexicons").mkdir(parents=True)
    for name, text in files.items():
        (folder / "lexicons" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("files", "find", "text", "words"), OWN, ids=[" ".join(files) for files, *_ in OWN])
def test_words_of_ones_own_are_found_while_the_course_is_open(
    files: dict[str, str], find: Callable[[Any], Any], text: str, words: list[str], tmp_path: Path
) -> None:
    article = read_text(text)

    def found() -> list[str]:
        return [article[each.span].rstrip(".") for each in find(article)]

    assert found() == []
    opened = kit.course(course_with(tmp_path, files))
    lists = "1 word list" if len(files) == 1 else f"{len(files)} word lists"
    assert repr(opened) == (
        f"The course in {tmp_path} is open: 0 texts, 0 files of questions and {lists}, beside those of the kit."
    )
    assert found() == words
    kit.course(None)
    assert found() == []


def test_an_entry_of_ones_own_takes_the_place_of_the_kits(tmp_path: Path) -> None:
    article = read_text("The firm let go forty people.")
    assert [each.term for each in kit.find_euphemisms(article)] == ["let go"]
    own = EUPHEMISMS.replace("give back to the pool", "let go").replace('"dismiss"', '"sack"')
    kit.course(course_with(tmp_path, {"euphemisms.toml": own}))
    assert [each.plain for each in kit.find_euphemisms(article)] == ["sack"]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (
            {"euphemism.toml": EUPHEMISMS},
            'euphemism.toml. Did you mean "euphemisms.toml"? The word lists are: ages.toml, ',
        ),
        (
            {"euphemisms.toml": EUPHEMISMS.replace("plain =", "plane =")},
            'lexicons/euphemisms.toml, entry 1 ("give back to',
        ),
        ({"euphemisms.toml": "[[entry]"}, "lexicons/euphemisms.toml is not valid TOML: "),
        ({"frame_words.toml": "["}, "lexicons/frame_words.toml is not valid TOML: "),
    ],
)
def test_a_slip_in_ones_own_words_is_told_with_its_place(files: dict[str, str], says: str, tmp_path: Path) -> None:
    def use() -> None:
        kit.course(course_with(tmp_path, files))
        kit.find_euphemisms(read_text("The firm let go forty people."))

    with pytest.raises(KitError) as told:
        use()
    assert says in str(told.value)
    assert str(tmp_path) in str(told.value)


def test_the_command_knows_words_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course_with(tmp_path, {"euphemisms.toml": EUPHEMISMS})
    text = tmp_path / "article.txt"
    text.write_text("A headline\n\nThe firm gave forty people back to the pool on Monday.", encoding="utf-8")
    assert main(["find", str(text), "--course", str(tmp_path), "--json"]) == 0
    assert '"give back to the pool"' in capsys.readouterr().out

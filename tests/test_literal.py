"""“Literal here”: set aside by a pupil, remembered beside the notebook, whole or not at all."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from kit import find_euphemisms, plain, read
from kit.lessons import literal_here
from kit.literal import LiteralError, memory
from kit.text import Article

TEXT = "Her late husband built the mill. The late poet Ilse Brandt praised it. The mill laid off ninety workers."


@pytest.fixture(autouse=True)
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a notebook that is open."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JPY_SESSION_NAME", "course/notebooks/3-words.ipynb")
    return tmp_path


def marked(article: Article) -> list[str]:
    return [article[e.pieces] for e in find_euphemisms(article)]


def test_a_finding_is_set_aside_and_stays_so() -> None:
    article = read(TEXT)
    first = find_euphemisms(article)[0]
    assert literal_here(article, first) == (
        "Noted: “late” is meant literally, in one place of this text. To take that back, add undo=True."
    )
    assert marked(article) == ["late", "laid off"]
    assert marked(read(TEXT)) == ["late", "laid off"]  # the next day
    assert "Her late husband" in plain(article).text


def test_words_set_aside_every_place_where_they_stand() -> None:
    article = read(TEXT)
    assert "in 2 places" in literal_here(article, "Late")
    assert marked(article) == ["laid off"]


def test_the_term_of_the_lexicon_will_do() -> None:
    article = read(TEXT)
    literal_here(article, "lay off")
    assert marked(article) == ["late", "late"]


def test_words_in_two_pieces() -> None:
    article = read("The firm let forty people go.")
    literal_here(article, "let … go")
    assert marked(article) == []


def test_undo() -> None:
    article = read(TEXT)
    literal_here(article, "late")
    assert literal_here(article, "late", undo=True) == "“late” counts again, in 2 places of this text."
    assert marked(article) == ["late", "late", "laid off"]


def test_other_texts_and_other_notebooks_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read(TEXT)
    literal_here(article, "late")
    assert marked(read(TEXT + " It was sold.")) == ["late", "late", "laid off"]
    monkeypatch.setenv("JPY_SESSION_NAME", "course/notebooks/4-more.ipynb")
    assert marked(article) == ["late", "late", "laid off"]


def test_the_memory_stands_beside_the_notebook_and_holds_no_text(notebook: Path) -> None:
    literal_here(read(TEXT), "late")
    file = notebook / "3-words.literal.json"
    assert [path.name for path in notebook.iterdir()] == [file.name]
    whole = json.loads(file.read_text(encoding="utf-8"))
    assert whole["version"] == 1
    ((key, places),) = whole["texts"].items()
    assert len(key) == 16 and places == [[4, 8, "late"], [37, 41, "late"]]
    assert "Brandt" not in file.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its permissions elsewhere")
def test_the_memory_is_for_its_owner_alone() -> None:
    literal_here(read(TEXT), "late")
    assert memory().stat().st_mode & 0o777 == 0o600


def test_without_a_notebook_the_folder_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JPY_SESSION_NAME")
    assert memory() == Path("literal.json")


@pytest.mark.parametrize(("letters", "is_short"), [(220, False), (221, True), (249, True)])
def test_a_notebook_with_a_long_name_remembers_too(
    letters: int, is_short: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", f"course/{'n' * letters}.ipynb")
    article = read(TEXT)
    literal_here(article, "late")
    assert marked(article) == ["laid off"]
    assert (len(memory().name) < 100) is is_short


def test_looking_writes_nothing(notebook: Path) -> None:
    find_euphemisms(read(TEXT))
    plain(read(TEXT))
    assert list(notebook.iterdir()) == []


def test_the_terminal_does_not_remember() -> None:
    from kit.find import find_everything
    from kit.finding import Euphemism

    article = read(TEXT)
    literal_here(article, "late")
    assert sum(isinstance(finding, Euphemism) for finding in find_everything(article)) == 3


# ---- what a person can get wrong ------------------------------------------------------------------------------------


def test_what_was_not_marked_cannot_be_set_aside() -> None:
    with pytest.raises(LiteralError, match="hasn't marked “mill” in this text, so there is nothing to set aside"):
        literal_here(read(TEXT), "mill")


@pytest.mark.parametrize("function", [find_euphemisms, plain])
def test_an_article_is_needed(function: object) -> None:
    with pytest.raises(
        LiteralError, match=r'needs an article, not words in quotation marks\. Make one first: text = read\("\.\.\."\)'
    ):
        function(TEXT)  # type: ignore[operator]


def test_something_else_than_words() -> None:
    with pytest.raises(LiteralError, match="needs a finding, or words in quotation marks"):
        literal_here(read(TEXT), 3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"texts": 3}', '{"texts": {"a": [[1, 2]]}}', '{"version": 1}', "\udcff", "[" * 100_000]
)
def test_a_damaged_memory_gets_a_sentence(notebook: Path, content: str) -> None:
    (notebook / "3-words.literal.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(
        LiteralError,
        match=r"is damaged, so what was set aside can't be read\. Delete or rename it, and the kit starts a new one",
    ):
        find_euphemisms(read(TEXT))


def test_a_memory_that_cannot_be_written_is_left_whole(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = read(TEXT)
    literal_here(article, "lay off")
    before = memory().read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kit.atomic.os.replace", fail)
    with pytest.raises(LiteralError, match="can't be written beside this notebook: No space left on device"):
        literal_here(article, "late")
    assert memory().read_bytes() == before
    assert [path.name for path in notebook.iterdir()] == [memory().name]


def test_a_folder_in_place_of_the_memory(notebook: Path) -> None:
    memory().mkdir()
    with pytest.raises(LiteralError, match="can't be opened"):
        find_euphemisms(read(TEXT))


def test_a_notebook_shows_the_message_alone() -> None:
    assert LiteralError("What to do.")._render_traceback_() == ["What to do."]

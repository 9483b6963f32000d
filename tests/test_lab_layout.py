"""Laying the course out: what a learner changed is never overwritten, whatever happens."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.cli.course_folder import NOTE, Layout, is_checkout, lay_out, names_in, shipped
from kit.errors import KitError

FIRST = {"notebooks/1-a.ipynb": "one", "notebooks/2-b.ipynb": "two", "exercises/README.md": "none yet"}
SECOND = {"notebooks/1-a.ipynb": "ONE", "notebooks/2-b.ipynb": "TWO", "exercises/README.md": "none yet"}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, str]:
    """All files of a folder but the note, so that a stray one is noticed."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != NOTE)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return write(tmp_path / "course", FIRST)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "my course"


def test_a_new_folder_gets_every_file(course: Path, folder: Path) -> None:
    assert lay_out(course, folder) == Layout(new=tuple(sorted(FIRST)), updated=(), kept=(), newer=())
    assert read(folder) == FIRST


def test_a_second_time_nothing_happens(course: Path, folder: Path) -> None:
    lay_out(course, folder)
    assert lay_out(course, folder) == Layout((), (), (), ())
    assert read(folder) == FIRST


def test_hidden_files_and_what_is_no_part_of_the_course_stay_behind(course: Path, folder: Path) -> None:
    write(course, {"notebooks/.ipynb_checkpoints/1-a.ipynb": "x", "notebooks/.DS_Store": "x", "secret/key": "x"})
    lay_out(course, folder)
    assert read(folder) == FIRST


def test_a_changed_file_is_kept_and_named(course: Path, folder: Path) -> None:
    lay_out(course, folder)
    write(folder, {"notebooks/1-a.ipynb": "one, and my answer"})
    assert lay_out(course, folder) == Layout((), (), kept=("notebooks/1-a.ipynb",), newer=())
    assert read(folder) == FIRST | {"notebooks/1-a.ipynb": "one, and my answer"}


def test_a_new_version_replaces_only_what_nobody_changed(course: Path, folder: Path) -> None:
    lay_out(course, folder)
    write(folder, {"notebooks/1-a.ipynb": "mine"})
    write(course, SECOND)
    for updated in (("notebooks/2-b.ipynb",), ()):  # the second time there is nothing left to bring up to date
        assert lay_out(course, folder) == Layout((), updated, ("notebooks/1-a.ipynb",), ("notebooks/1-a.ipynb",))
        assert read(folder) == SECOND | {"notebooks/1-a.ipynb": "mine"}


def test_renaming_the_own_file_brings_the_new_version(course: Path, folder: Path) -> None:
    lay_out(course, folder)
    (folder / "notebooks/1-a.ipynb").rename(folder / "notebooks/1-mine.ipynb")
    write(course, SECOND)
    assert lay_out(course, folder).new == ("notebooks/1-a.ipynb",)
    assert read(folder) == SECOND | {"notebooks/1-mine.ipynb": "one"}


def test_a_file_that_was_there_before_the_course_is_kept(course: Path, folder: Path) -> None:
    write(folder, {"notebooks/1-a.ipynb": "my diary", "letter.txt": "dear"})
    assert lay_out(course, folder).kept == ("notebooks/1-a.ipynb",)
    assert read(folder) == FIRST | {"notebooks/1-a.ipynb": "my diary", "letter.txt": "dear"}


def notebook(source: str, output: str) -> str:
    outputs = [{"output_type": "stream", "name": "stdout", "text": output}]
    return json.dumps({"cells": [{"cell_type": "code", "source": [source], "outputs": outputs}], "nbformat": 4})


def test_a_notebook_that_was_only_run_is_not_changed(course: Path, folder: Path) -> None:
    name = "notebooks/1-a.ipynb"
    write(course, {name: notebook("highlight(text)", "")})
    lay_out(course, folder)
    write(folder, {name: notebook("highlight(text)", "what the cell gave")})
    assert lay_out(course, folder).kept == ()
    write(course, {name: notebook("highlight(text, found)", "")})
    assert lay_out(course, folder).updated == (name,)
    write(folder, {name: notebook("highlight(mine, found)", "")})
    assert lay_out(course, folder).kept == (name,)


@pytest.mark.parametrize("note", ["", "{", "[]", '{"files": 3}', '{"files": {"notebooks/1-a.ipynb": null}}', "\x00"])
def test_a_damaged_note_loses_nobody_a_word(course: Path, folder: Path, note: str) -> None:
    lay_out(course, folder)
    write(folder, {"notebooks/1-a.ipynb": "mine", NOTE: note})
    write(course, SECOND)
    assert lay_out(course, folder).kept == ("notebooks/1-a.ipynb", "notebooks/2-b.ipynb")
    assert read(folder) == FIRST | {"notebooks/1-a.ipynb": "mine"}


STEPS = st.lists(
    st.tuples(st.sampled_from(["learner", "kit", "delete"]), st.sampled_from(sorted(FIRST)), st.sampled_from("12"))
)


@given(steps=STEPS)
@settings(deadline=None)
def test_whatever_the_order_the_folder_is_the_course_and_what_the_learner_wrote(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]
) -> None:
    place = tmp_path_factory.mktemp("any")
    course, folder = write(place / "course", FIRST), place / "folder"
    written: dict[str, str] = {}
    lay_out(course, folder)
    for who, name, version in steps:
        if who == "kit":
            write(course, {name: f"version {version}"})
        elif who == "learner":
            written[name] = f"mine {version}"
            write(folder, {name: written[name]})
        else:
            written.pop(name, None)
            (folder / name).unlink()
        outcome = lay_out(course, folder)
        assert read(folder) == read(course) | written
        assert outcome.kept == tuple(sorted(written))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "you may not write there"),
        (errno.EROFS, "you may not write there"),
        (errno.EIO, "the system says"),
    ],
)
def test_trouble_half_way_is_told_and_leaves_no_half_file(
    course: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    write_bytes = Path.write_bytes

    def some_of_it(path: Path, content: bytes) -> int:
        if "2-b" in path.name:
            write_bytes(path, content[:1])
            raise OSError(number, "trouble", str(path))
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", some_of_it)
    with pytest.raises(KitError, match=words) as refused:
        lay_out(course, folder)
    assert str(folder) in str(refused.value)
    assert read(folder) == {name: FIRST[name] for name in ("exercises/README.md", "notebooks/1-a.ipynb")}
    monkeypatch.undo()
    assert lay_out(course, folder).new == ("notebooks/2-b.ipynb",)  # the second try goes on


@pytest.mark.parametrize("blocked", ["", "notebooks", "notebooks/1-a.ipynb/", NOTE + "/"])
def test_something_in_the_way_is_named(course: Path, folder: Path, blocked: str) -> None:
    way = folder / blocked
    way.parent.mkdir(parents=True, exist_ok=True)
    way.mkdir() if blocked.endswith("/") else way.write_text("in the way")
    with pytest.raises(KitError, match="is in the way") as refused:
        lay_out(course, folder)
    assert repr(way.name) in str(refused.value)


@pytest.mark.parametrize(
    ("files", "is_one"),
    [
        ({"pyproject.toml": '[project]\nname = "who-says-so"', "notebooks/1.ipynb": ""}, True),
        ({"pyproject.toml": '[project]\nname = "who-says-so"'}, False),
        ({"pyproject.toml": '[project]\nname = "other"', "notebooks/1.ipynb": ""}, False),
        ({"pyproject.toml": "not toml [", "notebooks/1.ipynb": ""}, False),
        ({"notebooks/1.ipynb": ""}, False),
    ],
)
def test_what_a_checkout_is(tmp_path: Path, files: dict[str, str], is_one: bool) -> None:
    assert is_checkout(write(tmp_path, files)) is is_one


def test_the_kit_ships_a_course() -> None:
    assert {"exercises/README.md", "docs/glossary.md"} <= set(names_in(shipped()))

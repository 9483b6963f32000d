"""The one store of what a person did in a notebook: what it takes for damaged, newer or too large; and who uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from kit import find_euphemisms, read
from kit.errors import KitError
from kit.literal import LiteralError
from kit.store import DamagedError, JsonStore
from kit.widgets import explore_memory
from kit.widgets.explore_memory import Aside, Memory, Place

SAID = "“No,” said Ortiz."
NEWER = {"version": 2, "texts": {}}


class StoreError(KitError):
    """The error of the store under test."""


@pytest.fixture
def store(tmp_path: Path) -> JsonStore:
    return JsonStore(tmp_path / "kept.json", StoreError)


def test_what_is_saved_comes_back(store: JsonStore) -> None:
    assert store.load(dict) is None
    store.save({"unit": "é"})
    assert store.file.read_text(encoding="utf-8") == '{\n "version": 1,\n "unit": "é"\n}\n'
    assert store.load(dict) == {"version": 1, "unit": "é"}


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000, b"[]", b'{"version": 1}'])
def test_what_the_kit_did_not_write_is_damaged(store: JsonStore, content: bytes) -> None:
    store.file.write_bytes(content)
    with pytest.raises(DamagedError):
        store.load(lambda whole: whole["texts"])
    assert store.file.read_bytes() == content


@pytest.mark.parametrize(("more", "damaged"), [(0, False), (1, True)])
def test_a_file_without_end_is_damaged(
    store: JsonStore, more: int, damaged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save({"texts": {}})
    monkeypatch.setattr("kit.store.MOST_BYTES", store.file.stat().st_size - more)
    if damaged:
        with pytest.raises(DamagedError):
            store.load(dict)
    else:
        assert store.load(dict) is not None


@pytest.mark.parametrize(("version", "taken"), [(1, True), (2, False), ("2", True)])
def test_a_newer_version_is_left_alone(store: JsonStore, version: object, taken: bool) -> None:
    store.file.write_text(json.dumps({"version": version}))
    if taken:
        assert store.load(dict) == {"version": version}
    else:
        with pytest.raises(StoreError, match=r"kept\.json was written by a newer kit\. Update the kit to go on with"):
            store.load(dict)


def test_a_folder_in_its_place_is_said(store: JsonStore) -> None:
    store.file.mkdir()
    with pytest.raises(StoreError, match=r"kept\.json beside this notebook can't be opened: "):
        store.load(dict)


def test_set_aside_takes_the_next_free_name(store: JsonStore) -> None:
    for number in (1, 2):
        store.save({"number": number})
        assert store.set_aside("kept.damaged") == f"kept.damaged-{number}.json"
    assert sorted(path.name for path in store.file.parent.iterdir()) == ["kept.damaged-1.json", "kept.damaged-2.json"]


def test_only_one_writes(store: JsonStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kit.store.LOCK_SECONDS", 0)
    with FileLock(store.file.with_name(".kept.lock")), pytest.raises(Timeout), store.locked():
        pass
    with store.locked():
        store.save({})


def test_what_literal_here_keeps_is_not_written_over_by_an_older_kit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    Path("literal.json").write_text(json.dumps(NEWER))
    with pytest.raises(LiteralError, match=r"^The file literal\.json was written by a newer kit"):
        find_euphemisms(read(SAID))


@pytest.mark.parametrize("content", [json.dumps(NEWER), None], ids=["newer", "not to be opened"])
def test_what_explore_can_not_read_it_does_not_write_over(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / explore_memory.NAME
    if content is None:
        file.mkdir()
    else:
        file.write_text(content)
    memory, article = Memory(tmp_path), read(SAID)
    assert memory.of(article) == {}
    assert memory.note.startswith(f"The file {file} ")
    aside = {Place(0, 5, "attribution", "a"): Aside("a", "one")}
    memory.keep(article, aside)
    assert memory.note.endswith("What you set aside now stays until the notebook is closed.")
    assert memory.of(article) == aside
    assert file.is_dir() if content is None else file.read_text() == content

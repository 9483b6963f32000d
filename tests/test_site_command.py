"""`kit site` where something is missing or in the way: a sentence each, and nothing of anybody's is touched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kit import browser
from kit.cli import main
from kit.errors import KitError
from kit.site import jupyterlite, pyodide
from kit.site.build import MARK, check_place

ON_PATH = Path("bin")


def nothing(place: Path) -> None:
    """As it is: no npm, no site."""


def npm(said: str, code: int) -> Callable[[Path], None]:
    """A command npm that says something and ends."""

    def make(place: Path) -> None:
        command = place / ON_PATH / "npm"
        command.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit {code}\n")
        command.chmod(0o755)

    return make


def file_in(name: str, content: str = "") -> Callable[[Path], None]:
    def make(place: Path) -> None:
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(content)

    return make


@pytest.mark.parametrize(
    ("arguments", "make", "said"),
    [
        ([], nothing, "the command npm is missing, and Python for the browser comes from it. Install Node.js, or"),
        ([], npm("E404 no such p", 1), "npm can't fetch the package pyodide 314.0.7. It says: E404 no such p"),
        ([], npm("", 0), "npm can't fetch the package pyodide 314.0.7. It says: nothing."),
        (["--pyodide", "mine"], nothing, "there is no folder mine. Give the folder or the address of a Pyodide"),
        (["--pyodide", "mine"], file_in("mine/a.txt"), "mine isn't a Pyodide: pyodide.mjs is missing. Give the folder"),
        (["--pyodide", "http://127.0.0.1:9/p"], nothing, "http://127.0.0.1:9/p isn't a Pyodide: pyodide.mjs is"),
        (["-o", "taken"], file_in("taken"), "taken is a file, and a site is a folder. Name another one: -o public"),
        (["-o", "full"], file_in("full/mine.txt"), "full isn't empty, and it isn't a site that the kit made."),
        (["--unit", "99"], nothing, "There is no unit 99. The units are: 0-start,"),
        (["--course", "nowhere"], nothing, "nowhere. Check the name, or make it, with articles/"),
        (["--note", "nowhere.md"], nothing, "the note nowhere.md can't be read: No such file or directory."),
    ],
)  # fmt: skip
def test_what_can_go_wrong_is_a_sentence(
    arguments: list[str],
    make: Callable[[Path], None],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ON_PATH).mkdir()
    make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.setenv("PATH", str(tmp_path / ON_PATH))
    assert main(["site", *arguments]) == 2
    told = capsys.readouterr().err
    assert said in told and told.startswith("kit: ") and "Traceback" not in told
    assert sorted(tmp_path.rglob("*")) == before


def test_a_site_of_ours_and_an_empty_folder_may_be_written(tmp_path: Path) -> None:
    check_place(tmp_path)
    (tmp_path / "index.html").touch()
    with pytest.raises(KitError):
        check_place(tmp_path)
    (tmp_path / MARK).touch()
    check_place(tmp_path)


def test_jupyterlite_that_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jupyterlite, "find_spec", lambda name: None)
    with pytest.raises(KitError, match=r"JupyterLite is missing, and a site is made with it\. Install .*\[site\]"):
        jupyterlite.lay_out(tmp_path, tmp_path / "out", [], [])


PACKAGES = {"matplotlib": ["numpy", "cycler"], "numpy": [], "cycler": [], "scipy": ["numpy"]}


def distribution(folder: Path) -> pyodide.Get:
    """A folder like Pyodide's whole distribution."""
    listed = {
        name: {"file_name": f"{name}.whl", "depends": needs, "sha256": hashlib.sha256(name.encode()).hexdigest()}
        for name, needs in PACKAGES.items()
    }
    for name in PACKAGES:
        (folder / f"{name}.whl").write_bytes(name.encode())
    (folder / pyodide.LOCK).write_text(json.dumps({"packages": listed}))
    return lambda name: (folder / name).read_bytes() if (folder / name).is_file() else None


def test_what_draws_pictures_is_taken_with_all_that_it_needs(tmp_path: Path) -> None:
    files, entries = pyodide.drawing(distribution(tmp_path))
    assert sorted(file.name for file in files) == ["cycler.whl", "matplotlib.whl", "numpy.whl"]
    assert sorted(entries) == ["cycler", "matplotlib", "numpy"]


@pytest.mark.parametrize("harm", [lambda file: file.unlink(), lambda file: file.write_bytes(b"other")])
def test_of_what_draws_pictures_half_is_nothing(harm: Callable[[Path], None], tmp_path: Path) -> None:
    get = distribution(tmp_path)
    harm(tmp_path / "numpy.whl")
    assert pyodide.drawing(get) == ([], {})


def test_a_pyodide_without_a_node_beside_it_is_taken_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / pyodide.LOCK).write_text("{}")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pyodide.precompile(tmp_path, ["kit"]) is False
    assert [file.name for file in tmp_path.iterdir()] == [pyodide.LOCK]


def test_outside_of_a_browser_nothing_is_fetched_to_draw() -> None:
    assert browser.fetch_drawing() is False

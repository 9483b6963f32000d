"""A run that is killed at any moment is started again and ends as a quiet one would; what can't be written is told."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from grading_class import RIGHT, hand_in, put, run, the_course

from kit.cli import main
from kit.errors import KitError
from kit.grading.gradebook import Gradebook

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    with the_course(tmp_path):
        yield


def rows(marks: Path) -> list[tuple[object, ...]]:
    """Everything in the gradebook but the times at which it was written."""
    with sqlite3.connect(marks / "gradebook.sqlite") as base:
        return [
            row for name in ("handin", "answer", "pupil") for row in base.execute(f"SELECT * FROM {name} ORDER BY 1, 2")
        ]


def pages(marks: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(marks)): path.read_bytes()
        for path in marks.rglob("*")
        if path.is_file() and path.suffix in (".html", ".csv")
    }


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system can't kill a process at once")
def test_a_run_that_is_killed_again_and_again_ends_as_a_quiet_one(tmp_path: Path) -> None:
    answers = [dict(list(RIGHT.items())[: 1 + n % 5]) for n in range(90)]
    handed = put(
        tmp_path / "handed", {f"{n}.json": hand_in(f"Pupil {n}", answers[n]) for n in range(90)} | {"bad.json": "{"}
    )
    run(handed, tmp_path / "quiet")
    command = [sys.executable, "-m", "kit", "grade", str(handed), "-o", str(tmp_path / "marks")]
    command += ["--course", str(tmp_path / "course")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    dice = random.Random(7)
    killed = 0
    for _ in range(8):
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # The first moments are Python's start; the interesting ones come when the gradebook is there.
        while process.poll() is None and not (tmp_path / "marks" / "gradebook.sqlite").exists():
            time.sleep(0.01)
        time.sleep(dice.uniform(0.0, 0.25))
        killed += process.poll() is None
        process.kill()
        process.wait()
        with sqlite3.connect(tmp_path / "marks" / "gradebook.sqlite") as base:
            assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert killed >= 2
    assert subprocess.run(command, env=environment, capture_output=True).returncode == 0
    assert rows(tmp_path / "marks") == rows(tmp_path / "quiet")
    assert pages(tmp_path / "marks") == pages(tmp_path / "quiet")


def test_a_gradebook_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "marks").mkdir()
    (tmp_path / "marks" / "gradebook.sqlite").write_bytes(b"no database at all, but long enough to be looked at" * 99)
    with pytest.raises(KitError) as refused:
        run(put(tmp_path / "handed", {}), tmp_path / "marks")
    assert str(refused.value).endswith(
        "gradebook.sqlite is damaged, or isn't a gradebook. Move it away and start again: the kit makes a new "
        "one from the hand-ins. Points given by hand are in to-read.csv, which is kept: name it with --open."
    )


def test_a_gradebook_of_a_newer_kit_is_a_sentence(tmp_path: Path) -> None:
    run(put(tmp_path / "handed", {}), tmp_path / "marks")
    with sqlite3.connect(tmp_path / "marks" / "gradebook.sqlite") as base:
        base.execute("PRAGMA user_version = 99")
    with pytest.raises(KitError, match=r"was written by a newer version of the kit\. Update the kit, then try again\."):
        run(None, tmp_path / "marks")


def test_a_folder_that_can_not_be_written_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed = put(tmp_path / "handed", {"1.json": hand_in("Ada", RIGHT)})
    (tmp_path / "marks").write_text("a file where the folder should be")
    assert main(["grade", str(handed), "-o", str(tmp_path / "marks")]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"kit: {tmp_path / 'marks' / 'gradebook.sqlite'} can't be ")
    assert said.count("\n") == 1


def test_a_full_disk_is_a_sentence_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed = put(tmp_path / "handed", {"1.json": hand_in("Ada", RIGHT)})
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if "class.html" in self.name:
            real(self, data[:10])
            raise OSError(28, "No space left on device")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(KitError, match=r"class\.html can't be written: No space left on device\. Make room, or check"):
        run(handed, tmp_path / "marks")
    monkeypatch.undo()
    assert not list((tmp_path / "marks").glob("*.part")) + list((tmp_path / "marks").glob(".*.part"))
    with Gradebook(tmp_path / "marks" / "gradebook.sqlite") as book:
        assert len(list(book.hand_ins())) == 1
    run(handed, tmp_path / "marks")
    assert (tmp_path / "marks" / "class.html").exists()

"""One helper writes every file whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from kit.atomic import sweep_parts, write_atomic

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its permissions elsewhere")


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_file_is_written_and_an_earlier_one_replaced(tmp_path: Path) -> None:
    for content in (b"first\r\n", b"", b"\xff"):
        write_atomic(tmp_path / "a.txt", content)
        assert (tmp_path / "a.txt").read_bytes() == content
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("step", ["write_bytes", "touch", "replace"])
def test_a_try_that_fails_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_atomic(tmp_path / "a.txt", b"old")

    def full(self: Path, *_: object, **__: object) -> None:
        if step == "write_bytes":
            with self.open("wb") as half:
                half.write(b"ne")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if step == "replace" else Path, step, full)
    with pytest.raises(OSError, match="No space left on device"):
        write_atomic(tmp_path / "a.txt", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a.txt").read_bytes() == b"old" and names(tmp_path) == ["a.txt"]


def test_a_folder_in_its_place_or_none_around_it_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    for path, error in (
        (tmp_path / "a.txt", IsADirectoryError if os.name == "posix" else PermissionError),
        (tmp_path / "gone" / "a.txt", FileNotFoundError),
    ):
        with pytest.raises(error):
            write_atomic(path, b"new")
    assert names(tmp_path) == ["a.txt"]


def test_a_name_may_be_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    write_atomic(tmp_path / ("é" * 125 + ".html"), b"new")
    assert len(names(tmp_path)) == 1


@POSIX
def test_permissions_are_those_of_any_new_file_or_the_owners_alone_or_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "any").write_bytes(b"")
    for name, private, mode in (
        ("new", False, (tmp_path / "any").stat().st_mode & 0o777),
        ("mine", True, 0o600),
    ):
        write_atomic(tmp_path / name, b"1", private)
        assert (tmp_path / name).stat().st_mode & 0o777 == mode
    for mode in (0o600, 0o640):
        (tmp_path / "new").chmod(mode)
        write_atomic(tmp_path / "new", b"2")
        assert (tmp_path / "new").stat().st_mode & 0o777 == mode


def test_of_many_that_write_at_once_one_is_there_whole(tmp_path: Path) -> None:
    contents = [bytes([number]) * 200_000 for number in range(8)]
    writers = [Thread(target=write_atomic, args=(tmp_path / "a.txt", content)) for content in contents]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert (tmp_path / "a.txt").read_bytes() in contents and names(tmp_path) == ["a.txt"]


def test_what_a_killed_run_left_half_written_is_taken_away(tmp_path: Path) -> None:
    for name in (".grades.csv.12ab34cd.part", "grades.csv", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
    sweep_parts(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".hidden", "grades.csv"]

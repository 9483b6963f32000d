"""Collecting what was handed in: folders, zips, and everything that should not be followed, unpacked or waited for."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.grading.limits import Limits
from kit.grading.settings import settings_from
from kit.grading.submitted_files import SubmittedFile, collect, directory_bytes

LIMITS = Limits(bytes=1000, files=5, folders=2, zips=2)


def found(source: Path, limits: Limits = LIMITS) -> list[tuple[str, str]]:
    """Places with what is in them, or why they were not read."""
    return [(each.place, each.problem or each.data.decode()) for each in collect(source, limits)]


def zipped(files: dict[str, bytes | str], path: Path | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 12, 0, 0)), data, zipfile.ZIP_DEFLATED)
    if path:
        path.write_bytes(buffer.getvalue())
    return buffer.getvalue()


def test_the_files_of_a_folder_come_in_order(tmp_path: Path) -> None:
    for name in ("b/2.json", "a.ipynb", "b/1.json", ".DS_Store", "b/.ipynb_checkpoints/1.ipynb", "b/._1.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    assert found(tmp_path) == [("a.ipynb", "a.ipynb"), ("b/1.json", "b/1.json"), ("b/2.json", "b/2.json")]


def test_the_files_of_a_zip_come_with_their_times(tmp_path: Path) -> None:
    zipped({"x/1.json": "{}", "__MACOSX/x/._1.json": "", "x/Thumbs.db": ""}, tmp_path / "class.zip")
    assert list(collect(tmp_path / "class.zip", LIMITS)) == [
        SubmittedFile("x/1.json", b"{}", datetime(2026, 11, 20, 12, tzinfo=UTC))
    ]


def test_a_zip_in_a_folder_and_a_zip_in_a_zip_are_looked_into(tmp_path: Path) -> None:
    zipped({"inner.zip": zipped({"1.json": "{}"})}, tmp_path / "Ada.zip")
    assert found(tmp_path) == [("Ada.zip/inner.zip/1.json", "{}")]


def test_a_name_that_stands_twice_in_a_zip_is_two_tries(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as out:
        out.writestr(zipfile.ZipInfo("Ada/1.json", (2026, 11, 20, 12, 0, 0)), "first")
        with pytest.warns(UserWarning, match="Duplicate name"):
            out.writestr(zipfile.ZipInfo("Ada/1.json", (2026, 11, 20, 12, 0, 0)), "second")
    assert found(tmp_path / "class.zip") == [("Ada/1.json", "first"), ("Ada/1 (2).json", "second")]


def test_a_single_file_will_do(tmp_path: Path) -> None:
    (tmp_path / "1.json").write_text("{}")
    assert found(tmp_path / "1.json") == [("1.json", "{}")]


def test_other_files_are_counted_and_not_worth_telling(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff")
    assert list(collect(tmp_path, LIMITS)) == [
        SubmittedFile(
            "photo.jpg", problem="it is neither a hand-in (.json) nor a notebook (.ipynb)", worth_telling=False
        )
    ]


def test_a_file_that_is_too_big_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "1.json").write_bytes(b" " * 1001)
    zipped({"2.json": b" " * 1001}, tmp_path / "z.zip")
    assert found(tmp_path) == [
        ("1.json", "it has more than 1,000 bytes"),
        ("z.zip/2.json", "it has more than 1,000 bytes"),
    ]


def test_a_zip_that_lies_about_its_size_is_unpacked_no_further_than_the_limit(tmp_path: Path) -> None:
    data = bytearray(zipped({"1.json": b" " * 100_000}))
    real = struct.pack("<I", 100_000)
    while (at := data.find(real)) >= 0:
        data[at : at + 4] = struct.pack("<I", 10)
    (tmp_path / "bomb.zip").write_bytes(data)
    ((place, why),) = found(tmp_path)
    assert place == "bomb.zip/1.json"
    # Some versions of Python stop at the size that the zip states, and then its checksum is wrong.
    assert why == "it has more than 1,000 bytes" or why.startswith("it can't be unpacked: Bad CRC-32")


@pytest.mark.parametrize(
    "name", ["../../gradebook.json", "/etc/passwd.json", "C:/x.json", "a/../../x.json", "..\\x.json"]
)
def test_a_name_that_leads_out_of_the_zip_is_flagged(name: str, tmp_path: Path) -> None:
    zipped({name: "{}"}, tmp_path / "z.zip")
    ((_, why),) = found(tmp_path)
    assert why == "its name points outside the zip"


@pytest.mark.parametrize("name", [".", ".."])
def test_a_file_without_a_name_in_a_zip_stops_nobody(name: str, tmp_path: Path) -> None:
    zipped({name: "{}", "b.json": "{}"}, tmp_path / "z.zip")
    assert found(tmp_path) == [("z.zip/b.json", "{}")]


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text('{"answers": {}}')
    handed = tmp_path / "handed"
    handed.mkdir()
    (handed / "1.json").symlink_to(secret)
    (handed / "folder").symlink_to(tmp_path)
    link = zipfile.ZipInfo("2.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(handed / "z.zip", "w") as out:
        out.writestr(link, str(secret))
    why = "it is a link to somewhere else, and links are not followed"
    assert found(handed) == [("1.json", why), ("folder", why), ("z.zip/2.json", why)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "1.json")
    assert found(tmp_path) == [("1.json", "it isn't an ordinary file")]


def test_what_lies_too_deep_or_is_too_much_is_told(tmp_path: Path) -> None:
    (tmp_path / "a/b/c").mkdir(parents=True)
    (tmp_path / "a/b/c/1.json").write_text("{}")
    assert found(tmp_path) == [("a/b/c", "it is more than 2 folders deep")]
    deep = zipped({"3.zip": zipped({"2.zip": zipped({"1.json": "{}"})})}, tmp_path / "a" / "4.zip")
    assert deep
    assert found(tmp_path / "a" / "4.zip") == [("3.zip", "more than 2 zips are nested inside each other")] or found(
        tmp_path / "a" / "4.zip"
    ) == [("3.zip/2.zip", "more than 2 zips are nested inside each other")]
    zipped({f"{n}.json": "{}" for n in range(7)}, tmp_path / "many.zip")
    assert found(tmp_path / "many.zip")[5:] == [("", "it has more than 5 files; the others were not read")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 no zip", "this zip can't be read: File is not a zip file"),
        (b"", "this zip can't be read: File is not a zip file"),
    ],
)
def test_a_broken_zip_does_not_stop_the_others(data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    (tmp_path / "b.json").write_text("{}")
    assert found(tmp_path) == [("a.zip", why), ("b.json", "{}")]


def test_a_zip_with_a_damaged_file_in_it_gives_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped({"1.json": b"abcdefgh" * 20, "2.json": b"{}"}))
    at = data.find(b"1.json") + len("1.json") + 2
    data[at : at + 6] = b"\xff" * 6
    (tmp_path / "z.zip").write_bytes(data)
    (first, why), second = found(tmp_path)
    assert first == "z.zip/1.json"
    assert why.startswith("it can't be unpacked: ")
    assert second == ("z.zip/2.json", "{}")


def test_a_locked_file_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"1.json": "{}"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    (tmp_path / "z.zip").write_bytes(data)
    assert found(tmp_path) == [("z.zip/1.json", "it is locked with a password. Ask for it without one")]


def test_a_name_that_is_no_text_is_shown_with_question_marks(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xff.json")).write_text("{}")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert found(tmp_path) == [("?.json", "{}")]


def test_nothing_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KitError, match=r"there is no folder or zip .*nowhere\. Check the name and the folder you"):
        found(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (
            {"byte": 3},
            'course.toml, limits: there is no key called "byte" here. Did you mean "bytes"? The keys are: answers, '
            "bytes, ",
        ),
        ({"bytes": 0}, "course.toml, limits: bytes has to be a whole number from 1 up, as in: bytes = 5000000"),
        ({"bytes": True}, "course.toml, limits: bytes has to be a whole number from 1 up, as in: bytes = 5000000"),
        ({"marks": 1.5}, "course.toml, limits: marks has to be a whole number from 1 up, as in: marks = 1000"),
    ],
)
def test_a_limit_that_is_none_is_told(table: dict[str, object], says: str) -> None:
    with pytest.raises(KitError) as refused:
        settings_from({"limits": table}, "course.toml")
    assert str(refused.value).startswith(says)
    assert settings_from({"limits": {"seconds": 0.5, "bytes": 10}}, "x").limits == Limits(bytes=10, seconds=0.5)


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_as_few_do_is_not_unpacked(packed: int, tmp_path: Path) -> None:
    """A few hundred bytes of these may give gigabytes before the limit is seen."""
    with zipfile.ZipFile(tmp_path / "z.zip", "w", packed) as out:
        out.writestr("1.json", b" " * 500)
        out.writestr("2.json", b"{}", zipfile.ZIP_STORED)
    assert found(tmp_path) == [
        ("z.zip/1.json", "it is packed in a way that the kit can't read. Ask for an ordinary zip"),
        ("z.zip/2.json", "{}"),
    ]


@pytest.mark.parametrize(("length", "read"), [(1_000, True), (1_001, False)])
def test_a_very_long_name_in_a_zip_is_not_looked_at(length: int, read: bool, tmp_path: Path) -> None:
    name = ("a" * 99 + "/") * 2 + "b" * (length - 205) + ".json"
    zipped({name: "{}"}, tmp_path / "z.zip")
    ((place, said),) = found(tmp_path)
    assert (said == "{}") is read
    assert read or (place, said) == (f"z.zip/{name[:80]}…", "its name has more than 1000 characters")


@pytest.mark.parametrize(("folders", "read"), [(2, True), (3, False)])
def test_folders_in_a_zip_are_no_deeper_than_others(folders: int, read: bool, tmp_path: Path) -> None:
    zipped({"a/" * folders + "1.json": "{}"}, tmp_path / "z.zip")
    ((_, said),) = found(tmp_path)
    assert said == ("{}" if read else "it is more than 2 folders deep")


@pytest.mark.parametrize(("most", "read"), [(4, True), (3, False)])
def test_a_zip_that_lists_too_much_is_not_opened(most: int, read: bool, tmp_path: Path) -> None:
    """The list of its files would be read whole before the first of them is counted."""
    data = zipped({"n" * 500 + f"{n}.json": "{}" for n in range(4)}, tmp_path / "z.zip")
    assert 3 * 600 < directory_bytes(io.BytesIO(data)) < 4 * 600
    assert (len(found(tmp_path, Limits(files=most))) == 4) is read


@pytest.mark.parametrize(("name", "leads_out"), [("C:x.json", True), ("a+u+2026-11-20 10:00/x.json", False)])
def test_a_colon_is_that_of_a_drive_or_of_a_time(name: str, leads_out: bool, tmp_path: Path) -> None:
    zipped({name: "{}"}, tmp_path / "z.zip")
    assert found(tmp_path)[0][1] == ("its name points outside the zip" if leads_out else "{}")


def test_the_list_of_a_large_zip_is_measured_by_its_own_record() -> None:
    data = zipped({"1.json": "{}"})
    (real,) = struct.unpack_from("<I", data, len(data) - 22 + 12)
    large = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1, 1, 10**6, 0)
    locator = struct.pack("<IIQI", 0x07064B50, 0, len(data) - 22, 1)
    assert directory_bytes(io.BytesIO(data)) == real
    assert directory_bytes(io.BytesIO(data[:-22] + large + locator + data[-22:])) == len(data) + 76
    assert directory_bytes(io.BytesIO(b"no zip")) == 0

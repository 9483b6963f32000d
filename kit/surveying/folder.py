"""The folder that a survey is written to: what it is about, what is done of it, and its tables once all is done.

Each partition is kept in one file as soon as it is done, so a survey that was broken off goes on where it stopped. Its
tables are then put together in the order of the texts, whoever was first; so they are the same, byte for byte.
"""

from __future__ import annotations

import codecs
import csv
import errno
import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kit.atomic import piece_by_piece, sweep_parts, write_atomic
from kit.surveying.counting import Row
from kit.surveying.extras import package
from kit.surveying.groups import NEEDED
from kit.surveying.inputs import Inputs
from kit.surveying.schema import WHY, schemas, unpacked, unread_in
from kit.surveying.text_records import Partition, SurveyError
from kit.version import installed_version

ABOUT, PARTS = "survey.json", "parts"
TEXTS, FINDINGS, UNREAD = "texts.parquet", "findings.parquet", "unread.csv"
ROWS = {"texts": 2000, "findings": 50_000}  # at least so many rows of a table are written together
UNREAD_HEAD = ("file", "row", "id", "reason")
DISK_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@dataclass(frozen=True, slots=True)
class About:
    """What a survey is about, as survey.json keeps it: two surveys with the same one are the same survey."""

    made_by: str
    fingerprint: str
    guesses: list[str]
    done: bool = False


class SurveyFolder:
    """The folder of one survey. Raises SurveyError if it holds something else, or the survey of other texts."""

    def __init__(self, folder: Path, inputs: Inputs) -> None:
        self.folder = folder
        self.about = About(installed_version(), inputs.fingerprint, list(inputs.guesses))
        with disk_in_words(folder):
            if folder.exists() and not folder.is_dir():
                raise SurveyError(f"{folder} is a file. Name a folder for the survey, as in: -o {folder}-survey")
            there = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
            known = about_in(folder)
            if known is None and there:
                raise SurveyError(
                    f"the folder {folder} has other things in it ({there[0]}), and the kit leaves them alone. Name a "
                    "new folder with -o."
                )
            self.done = known is not None and known.done
            if known is not None:
                self._check(known)
            else:
                folder.mkdir(parents=True, exist_ok=True)
                self._note(self.about)
            self.parts.mkdir(exist_ok=True)
            sweep_parts(folder)
            sweep_parts(self.parts)

    @property
    def parts(self) -> Path:
        return self.folder / PARTS

    def _check(self, known: About) -> None:
        if known.fingerprint != self.about.fingerprint:
            raise SurveyError(
                f"the folder {self.folder} has a survey of other texts in it, or of other columns of them. Nothing "
                "in it was changed. Name another folder with -o."
            )
        if known.made_by != self.about.made_by:
            raise SurveyError(
                f"the survey in {self.folder} was begun with version {known.made_by} of the kit, and this is "
                f"{self.about.made_by}, which may find other things. Name another folder with -o."
            )

    def _note(self, about: About) -> None:
        write_atomic(self.folder / ABOUT, json.dumps(asdict(about), indent=1, ensure_ascii=False).encode())

    def file_of(self, partition: Partition) -> Path:
        return self.parts / f"{partition.number:06}-{partition.digest}.zip"

    def has(self, partition: Partition) -> bool:
        """Is this partition done? Raises SurveyError if another one has been done in its place."""
        file = self.file_of(partition)
        if file.exists():
            return True
        if any(self.parts.glob(f"{partition.number:06}-*.zip")):
            raise SurveyError(
                f"a text has changed since the survey in {self.folder} was begun. Name another folder with -o, or put "
                "the texts back as they were."
            )
        return False

    def keep(self, partition: Partition, content: bytes) -> None:
        with disk_in_words(self.folder):
            write_atomic(self.file_of(partition), content)

    def finish(self) -> None:
        """Put the tables together, and take the partitions away."""
        with disk_in_words(self.folder):
            files = sorted(self.parts.glob("*.zip"))
            for name, file in (("texts", TEXTS), ("findings", FINDINGS)):
                self._write_table(name, self.folder / file, files)
            with piece_by_piece(self.folder / UNREAD) as out:
                rows = csv.DictWriter(codecs.getwriter("utf-8")(out), UNREAD_HEAD)
                rows.writeheader()
                for part in files:
                    with zipfile.ZipFile(part) as archive:
                        rows.writerows(unread_in(archive))
            self._note(About(**{**asdict(self.about), "done": True}))
            self.done = True
            shutil.rmtree(self.parts, ignore_errors=True)

    def _write_table(self, name: str, place: Path, files: list[Path]) -> None:
        pa, parquet = package("pyarrow", WHY), package("pyarrow.parquet", WHY)
        schema = schemas()[name]
        with (
            piece_by_piece(place) as out,
            parquet.ParquetWriter(out, schema, compression="zstd", store_schema=True) as writer,
        ):
            waiting: list[Any] = []
            for file in files:
                with zipfile.ZipFile(file) as archive:
                    waiting.append(unpacked(archive, name))
                if sum(len(table) for table in waiting) >= ROWS[name]:
                    writer.write_table(pa.concat_tables(waiting).combine_chunks())
                    waiting = []
            if waiting:
                writer.write_table(pa.concat_tables(waiting).combine_chunks())


def about_in(folder: Path) -> About | None:
    """What a folder says it is a survey of; None if it is no survey."""
    try:
        return About(**json.loads((folder / ABOUT).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


@dataclass(frozen=True, slots=True)
class TextRows:
    """The rows of texts in a folder, as far as figures need them; they can be gone through again and again."""

    folder: Path

    def __iter__(self) -> Iterator[Row]:
        parquet = package("pyarrow.parquet", WHY)
        with parquet.ParquetFile(self.folder / TEXTS) as texts:
            for batch in texts.iter_batches(batch_size=ROWS["texts"], columns=list(NEEDED)):
                yield from batch.to_pylist()


def unread_rows(folder: Path) -> list[Row]:
    """What could not be read."""
    with (folder / UNREAD).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@contextmanager
def disk_in_words(folder: Path) -> Iterator[None]:
    """What the system says of a folder, as a sentence with the remedy."""
    try:
        yield
    except OSError as error:
        if error.errno in DISK_FULL:
            raise SurveyError(
                f"the disk of {folder} is full. What is done has been saved: make room, then give the same command "
                "again."
            ) from error
        raise SurveyError(
            f"{error.filename or folder} can't be written ({error.strerror or error}). Check that you may write there, "
            "or name another folder with -o."
        ) from error

"""Tables of texts, one row a text: .jsonl, .csv and .tsv, .parquet, and lines of JSON on standard input.

Each is read row by row, never as a whole.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from kit.surveying.columns import Columns, choose, taken
from kit.surveying.extras import package
from kit.surveying.text_records import Record, SurveyError
from kit.text.decoding import decode

HEAD_BYTES = 65_536  # in which one sees the encoding and the columns
BATCH_ROWS = 64  # rows of a .parquet file that are in memory at a time
MAX_FIELD = 50_000_000  # characters of one field of a .csv file
DELIMITERS = ",;\t|"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file in which each row is a text; `path` is None for standard input, whose lines are JSON."""

    path: Path | None
    name: str
    outlet: str
    columns: Columns
    stream: IO[bytes] | None = None
    head: tuple[bytes, ...] = ()  # the lines of standard input that were read to see its columns

    def records(self) -> Iterator[Record]:
        try:
            for number, row in enumerate(self._rows(), 1):
                yield self._record(number, row)
        except OSError as error:
            raise SurveyError(f"{self.name} can't be read to its end: {error.strerror}.") from error

    def _rows(self) -> Iterator[Row | str]:
        """The rows; a sentence in the place of one that can't be made out."""
        if self.path is None:
            yield from json_rows(self._lines())
        elif self.path.suffix.lower() == ".parquet":
            yield from parquet_rows(self.path, self.columns)
        elif self.path.suffix.lower() in (".csv", ".tsv"):
            yield from csv_rows(self.path)
        else:
            with self.path.open("rb") as lines:
                yield from json_rows(lines)

    def _lines(self) -> Iterator[bytes]:
        yield from self.head
        yield from self.stream or ()

    def _record(self, number: int, row: Row | str) -> Record:
        here = f"{self.name}:{number}"
        if isinstance(row, str):
            return Record(0, here, self.name, number, "", "", "", row)
        told = {place: taken(row, self.columns, place) for place in ("id", "outlet", "date", "title")}
        text = row.get(self.columns.text)
        known = (0, told["id"] or here, self.name, number, told["outlet"], told["date"])
        if not isinstance(text, str) or not text.strip():
            return Record(*known, "", f"no words in the column “{self.columns.text}”")
        headed = told["title"] and not text.lstrip().startswith(told["title"])
        return Record(*known, f"{told['title']}\n\n{text}" if headed else text)


def open_table(name: str, path: Path | None, asked: Columns, stream: IO[bytes] | None = None) -> TableFile:
    """A table whose columns are known. Raises SurveyError if it is empty, damaged, or has no column for the text."""
    where = f"the file {path}" if path else "standard input"
    head: tuple[bytes, ...] = ()
    try:
        if path is None:
            head = tuple(first_lines(stream or io.BytesIO()))
            there = keys_of_first(json_rows(iter(head)))
        elif path.suffix.lower() == ".parquet":
            there = list(parquet_file(path).schema_arrow.names)
        elif path.suffix.lower() in (".csv", ".tsv"):
            there = next(csv_reader(path), [])
        else:
            with path.open("rb") as lines:
                there = keys_of_first(json_rows(lines))
    except OSError as error:
        raise SurveyError(f"{where} can't be opened: {error.strerror}. Check that you may read it.") from error
    if not there:
        raise SurveyError(f"there is no row in {where} that can be read. A line of JSON looks like {EXAMPLE}.")
    return TableFile(path, name, "", choose(asked, there, where), stream, head)


EXAMPLE = '{"id": "a1", "outlet": "The Courier", "date": "2026-03-02", "text": "Words of the article."}'


def first_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines up to the first that holds an object."""
    for line in stream:
        yield line
        if isinstance(next(json_rows(iter([line])), ""), dict):
            return


def keys_of_first(rows: Iterator[Row | str]) -> list[str]:
    return next((list(row) for row in rows if not isinstance(row, str)), [])


def json_rows(lines: Iterator[bytes] | IO[bytes]) -> Iterator[Row | str]:
    """The objects in lines of JSON. Empty lines are none."""
    for line in lines:
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError:
            yield "the line is not UTF-8"
        except (ValueError, RecursionError):
            yield "the line is not JSON"
        else:
            yield row if isinstance(row, dict) else "the line is JSON, but not an object"


def csv_reader(path: Path) -> Iterator[list[str]]:
    """The rows of a .csv or .tsv file, whatever its encoding and its sign between columns."""
    csv.field_size_limit(MAX_FIELD)
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    first = decode(head[: head.rfind(b"\n") + 1] or head, f"The file {path}") if head else ""
    encoding = "utf-8-sig"
    try:
        (head[: head.rfind(b"\n") + 1] or head).decode(encoding)
    except UnicodeDecodeError:
        encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"
    line = first.split("\n", 1)[0]
    delimiter = "\t" if path.suffix.lower() == ".tsv" else max(DELIMITERS, key=line.count)
    with open(path, encoding=encoding, errors="replace", newline="") as file_of_words:
        yield from csv.reader((each.replace("\0", "") for each in file_of_words), delimiter=delimiter)


def csv_rows(path: Path) -> Iterator[Row | str]:
    rows = csv_reader(path)
    head = next(rows, [])
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"the row can't be read: {error}"
            continue
        if any(row):
            yield (
                dict(zip(head, row, strict=False)) if len(row) <= len(head) else "the row has more cells than the head"
            )


def parquet_file(path: Path) -> Any:
    """A .parquet file, open for reading. Raises SurveyError if it is damaged, or if pyarrow is missing."""
    parquet, arrow = (package(module, "reading a .parquet file") for module in ("pyarrow.parquet", "pyarrow"))
    try:
        return parquet.ParquetFile(path)
    except arrow.ArrowException as error:
        raise SurveyError(
            f"the file {path} is damaged, or isn't a Parquet file ({str(error).splitlines()[0]})."
        ) from error


def parquet_rows(path: Path, columns: Columns) -> Iterator[Row | str]:
    wanted = sorted({columns.text, columns.id, columns.outlet, columns.date, columns.title} - {""})
    for batch in parquet_file(path).iter_batches(batch_size=BATCH_ROWS, columns=wanted):
        yield from batch.to_pylist()

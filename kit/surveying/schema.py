"""The tables that a survey writes, as Arrow tables: their columns and types. docs/survey.md tells what each holds."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from kit.surveying.counting import LEVELS, Looked, Row
from kit.surveying.extras import package

WHY = "writing a survey to a folder"
PLACES = ("source", "cue", "content", "reason", "other")  # parts of a finding that have a start and an end


def schemas() -> dict[str, Any]:
    """The Arrow schema of each table."""
    pa = package("pyarrow", WHY)
    word, number, place = pa.string(), pa.int64(), pa.int32()
    speaker = pa.struct([("name", word), ("level", word), ("quoted", place), ("reported", place)])
    texts = [("number", number), ("id", word), ("file", word), ("row", number)]
    texts += [(name, word) for name in ("outlet", "date", "month", "title")]
    counts = ("characters", "words", *LEVELS, "unnamed_story", "reason_story")
    texts += [(name, place) for name in (*counts, "quoted_words", "reported_words", "soft_words", "alarms")]
    texts += [("speakers", pa.list_(speaker))]
    findings = [("text", number), ("kind", word), ("start", place), ("end", place), ("label", word), ("name", word)]
    findings += [("rule", word), ("confidence", pa.float32()), ("entity", place)]
    findings += [(f"{part}_{end}", place) for part in PLACES for end in ("start", "end")] + [("words", word)]
    return {"texts": pa.schema(texts), "findings": pa.schema(findings)}


def table_of(name: str, rows: list[Row]) -> Any:
    """The rows of a table as an Arrow table."""
    return package("pyarrow", WHY).Table.from_pylist(rows, schema=schemas()[name])


def packed(looked: Looked) -> bytes:
    """What came out of a partition, in one piece."""
    pa = package("pyarrow", WHY)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, rows in (("texts", looked.texts), ("findings", looked.findings)):
            sink = pa.BufferOutputStream()
            table = table_of(name, rows)
            with pa.ipc.new_file(sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as writer:
                writer.write_table(table)
            archive.writestr(name, sink.getvalue().to_pybytes())
        archive.writestr("unread", json.dumps(looked.unread))
    return file.getvalue()


def unpacked(archive: zipfile.ZipFile, name: str) -> Any:
    """One table of a packed partition."""
    with package("pyarrow", WHY).ipc.open_file(archive.read(name)) as table:
        return table.read_all()


def unread_in(archive: zipfile.ZipFile) -> list[Row]:
    rows: list[Row] = json.loads(archive.read("unread"))
    return rows

"""`kit find --jsonl`: many texts in, a line of findings out for each, one after the other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from typing import Any, TextIO

from kit.cli.terminal import say
from kit.errors import KitError
from kit.finding import Finding, Inconsistency
from kit.text import Article, read_text

HALF_CHARACTER = re.compile("[\ud800-\udfff]")
BOM = b"\xef\xbb\xbf"
EXAMPLE = '{"id": "a1", "text": "Words of the article."}'
Find = Callable[[Article], Iterable[Finding]]


# The names under which some fields of a source are written: other programs read them, so they stay as they were first.
WRITTEN = {"is_source": "heard", "anonymity_reason": "grounds", "disclosures": "told", "entity": "same_as"}


def as_json(name: str | int, findings: Iterable[Finding], indent: int | None = None) -> str:
    """The findings about one text: of each its kind and all its fields; spans become lists of start and end."""
    found = [{"kind": type(finding).__name__.lower(), **as_data(finding)} for finding in findings]
    return json.dumps({"id": name, "findings": found}, indent=indent, default=as_data)


def as_data(thing: object) -> dict[str, Any]:
    """A finding, or a part of one, with all its fields."""
    data = {WRITTEN.get(name, name): getattr(thing, name) for name in names_of(type(thing))}  # type: ignore[arg-type]  # a class can be looked up
    if isinstance(thing, Inconsistency):
        data["spans"] = (thing.claim, thing.other)  # the two passages once more, as one list
    return data


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass, looked up once: there are thousands of findings and few kinds."""
    return tuple(field.name for field in fields(kind))


def stream(lines: Iterable[bytes], out: TextIO, complaints: TextIO, find: Find) -> tuple[int, int]:
    """Answer each line of `lines` ({"id", "text"}) with one of {"id", "findings"}, written at once.

    Gives the number of lines answered and of lines that could not be. Those get a sentence with their number on
    `complaints`, and the next one is read; memory does not grow with the number of lines.
    """
    answered = broken = 0
    for number, line in enumerate(lines, 1):
        line = (line.removeprefix(BOM) if number == 1 else line).strip()
        if not line:
            continue
        try:
            name, text = content_of(line)
            answer = as_json(name, find(read_text(text)))
        except KitError as problem:
            say(f"kit: line {number}: {problem}", file=complaints, flush=True)
            broken += 1
            continue
        out.write(answer + "\n")
        out.flush()
        answered += 1
    return answered, broken


def content_of(line: bytes) -> tuple[str | int, str]:
    """The id and the text of one line."""
    try:
        row = json.loads(line.decode("utf-8"), parse_constant=refuse_constant)
    except UnicodeDecodeError as error:
        raise KitError("this is not UTF-8. Save the file in the encoding UTF-8.") from error
    except RecursionError as error:
        raise KitError(f"this is nested too deeply. A line should look like {EXAMPLE}.") from error
    except ValueError as error:
        told = getattr(error, "msg", str(error))
        raise KitError(f"this is not JSON ({told}). A line should look like {EXAMPLE}.") from error
    if not isinstance(row, dict):
        raise KitError(f"this is JSON, but not an object. A line should look like {EXAMPLE}.")
    for key in ("id", "text"):
        if key not in row:
            raise KitError(f'"{key}" is missing. A line should look like {EXAMPLE}.')
    name, text = row["id"], row["text"]
    if not isinstance(name, (str, int)) or isinstance(name, bool):
        raise KitError('"id" should be words in quotation marks or a whole number.')
    if not isinstance(text, str):
        raise KitError('"text" should be words in quotation marks.')
    for key, value in (("id", str(name)), ("text", text)):
        if HALF_CHARACTER.search(value):  # JSON can smuggle them in, and nothing can show or save them
            raise KitError(f'"{key}" holds half of a character (a lone surrogate). Write the file again as UTF-8.')
    return name, text


def refuse_constant(name: str) -> float:
    raise ValueError(f"{name} isn’t a JSON value")

"""What a file that was handed in says: whose it is, which unit, and the answers, as data. Nothing in it is run.

Three forms are read: the hand-in file that `hand_in` writes, the answers file that the widgets keep, and a notebook in
which answers were typed as `check("1.3", [...])`; and the page that `write_report` writes, for its text.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from kit.errors import KitError
from kit.grading.audit_texts import text_in_report
from kit.grading.limits import Limits, check_time
from kit.grading.literals import typed_calls
from kit.grading.records import HandedAnswer, HandedFile
from kit.grading.submitted_files import SubmittedFile

NOTEBOOK_FORMATS = range(3, 6)
# A bracket, or words to their end: if they have none, to the end of the text, so that no letter is looked at twice.
BRACKET = re.compile(r'[\[\]{}]|"(?:[^"\\]|\\.)*+"?', re.DOTALL)
HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
MAX_NAME_READ = 1000  # characters that are looked at
MAX_FLAGS = 20
MIN_TEXT_LENGTH = 200  # characters: shorter words in `read(...)` are a file's name, or an example
MAX_TEXTS = 3  # of one file
MIN_DAYS_APART = timedelta(days=2)  # from which two times of one file are told: copying and time zones take one
EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)  # a hand-in that says it is older has a wrong clock


class UnreadableFileError(KitError):
    """A file that can't be taken as a hand-in; the message says why, for the teacher."""


def parse_hand_in(file: SubmittedFile, limits: Limits) -> HandedFile:
    """Read one file. Raises UnreadableFileError, with the reason, if it is nothing that can be marked."""
    blank = unread_hand_in(file)
    if file.is_page:
        text = writable(text_in_report(file.data.decode("utf-8", "replace"), limits))
        return replace(blank, form="report", texts=(text,) if text else ())
    data, repeated = parse_json(file.data, limits)
    if not isinstance(data, dict):
        raise UnreadableFileError("it is JSON, but not a hand-in: it should be an object in curly brackets")
    if "cells" in data or "nbformat" in data or "worksheets" in data:
        parsed = parse_notebook(data, blank, limits)
    elif "answers" not in data:
        raise UnreadableFileError("it is JSON, but not a hand-in: it has no answers")
    else:
        parsed = parse_answers(data, blank, limits)
    if repeated:
        said = f"“{', '.join(sorted(repeated)[:3])}” is there more than once; the last one counts"
        return replace(parsed, flags=(*parsed.flags, said))
    return parsed


def unread_hand_in(file: SubmittedFile) -> HandedFile:
    """What can be said of a file before it is read."""
    changed = file.changed.isoformat() if file.changed else ""
    return HandedFile(file.place, file.hash, time=changed, problem=file.problem)


def parse_json(raw: bytes, limits: Limits) -> tuple[Any, set[str]]:
    """The JSON in a file, within the limits, and the keys that stand in it twice where they should stand once."""
    if not raw.strip(b" \t\r\n\0"):
        raise UnreadableFileError("it is empty")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFileError("it is not UTF-8 text") from None
    if depth(text) > limits.nesting:
        raise UnreadableFileError(f"more than {limits.nesting} brackets are nested inside each other")
    repeated: set[str] = set()

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            keys = Counter(key for key, _ in pairs)
            repeated.update(writable(key[:40]) for key, often in keys.items() if often > 1)
        return made

    check_time()
    try:
        data = json.loads(text, object_pairs_hook=once)
        # Half a character can only come from an escape. It must go at once: nothing can be written that holds one.
        return (writable(data) if HALF_CHARACTER.search(text) else data), repeated
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableFileError(f"it is not valid JSON{where}: it may have been cut off or edited") from None


def depth(text: str) -> int:
    """How many brackets stand one inside the other, at most; those inside words do not count."""
    most = now = 0
    for found in BRACKET.finditer(text):
        if (bracket := found[0][0]) in "[{":
            now += 1
            most = max(most, now)
        elif bracket in "]}":
            now -= 1
    return most


def parse_answers(data: dict[str, Any], blank: HandedFile, limits: Limits) -> HandedFile:
    """A hand-in file or an answers file."""
    entries = data["answers"]
    if not isinstance(entries, dict):
        raise UnreadableFileError("its answers aren’t an object in curly brackets")
    if len(entries) > limits.answers:
        raise UnreadableFileError(f"it holds more than {limits.answers} answers")
    name, unit = data.get("name", ""), data.get("unit", "")
    flags = [] if isinstance(name, str) else ["its name is not words"]
    changed = (entry.get("changed") for entry in entries.values() if isinstance(entry, dict))
    latest = max((time for time in changed if isinstance(time, str)), default=None)
    time, odd = parse_time(data.get("written") or latest)
    if time and blank.time and (said := far_apart(time, blank.time)):
        odd = [*odd, said]
    answers = []
    for id, entry in entries.items():
        check_time()
        # An answer of a file is the value alone, or a table with the value in it.
        value = entry["answer"] if isinstance(entry, dict) and "answer" in entry else entry
        answers.append(parse_answer(id, value, limits))
    return replace(
        blank,
        form="hand-in" if "name" in data else "answers",
        time=time or blank.time,
        flags=tuple(flags + odd),
        answers=tuple(answers),
        name=writable(name[:MAX_NAME_READ]) if isinstance(name, str) else "",
        unit=str(unit) if isinstance(unit, str | int) else "",
    )


def parse_answer(id: str, value: object, limits: Limits, where: str = "") -> HandedAnswer:
    """A value as an answer to a question, or why it can be none; `where` begins the reason."""
    if problem := unfit(value, limits):
        return unreadable(id, f"{where}{problem}")
    return HandedAnswer(id, json.dumps(writable(value), ensure_ascii=False, sort_keys=True))


def unreadable(id: str, problem: str) -> HandedAnswer:
    """An answer that can't be marked, with the reason for the pupil."""
    return HandedAnswer(id, None, state="unreadable", message=f"{problem[:1].upper()}{problem[1:]}.")


def unfit(value: object, limits: Limits) -> str:
    """Why a value can be no answer; empty if it can be one."""
    many = 0
    waiting: list[object] = [value]
    while waiting:
        each = waiting.pop()
        many += 1
        if many > limits.marks * 8:
            return f"it has more than {limits.marks * 8:,} values"
        if isinstance(each, dict):
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, list):
            if len(each) > limits.marks:
                return f"it has more than {limits.marks:,} entries"
            waiting += each
        elif isinstance(each, str) and len(each) > limits.words:
            return f"it has more than {limits.words:,} characters"
        elif isinstance(each, float) and not math.isfinite(each):
            return "it has a number that isn’t one (NaN or infinity)"
        elif isinstance(each, int) and abs(each) > 10**18:
            return "it holds a number with more than 18 digits"
    return ""


def writable(value: Any) -> Any:
    """The same words, or the same value, without what no file could hold: lone surrogates become question marks."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    if isinstance(value, list):
        return [writable(each) for each in value]
    if isinstance(value, dict):
        return {writable(str(key)): writable(each) for key, each in value.items()}
    return value


def parse_time(value: object) -> tuple[str, list[str]]:
    """A time from a file ("" if it has none that can be), and what is odd about it."""
    if value is None:
        return "", []
    try:
        time = datetime.fromisoformat(str(value)[:40])
        time = time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return "", ["its time can't be read"]
    if not EARLIEST < time < datetime.now(UTC) + timedelta(days=1):
        return "", [f"its time is {time.date()}, which can't be"]
    return time.isoformat(), []


def far_apart(stated: str, changed: str) -> str:
    """What is odd about two times that are days apart, the one that a file states and the one that it bears; "" if
    nothing is. A zip or a copy may bear no real time, and then says nothing."""
    one, other = datetime.fromisoformat(stated), datetime.fromisoformat(changed)
    if other < EARLIEST or abs(one - other) < MIN_DAYS_APART:
        return ""
    which = "before" if one < other else "after"  # and no day: of a whole class, this is one doubt
    return f"it says that it was written days {which} the file itself, which is of {other.date()}"


def parse_notebook(data: dict[str, Any], blank: HandedFile, limits: Limits) -> HandedFile:
    """The answers that were typed into a notebook: the last one for each question counts, as it does for a pupil."""
    version = data.get("nbformat")
    if version not in NOTEBOOK_FORMATS:
        raise UnreadableFileError(f"it is a notebook of format {str(version)[:20]}, which the kit doesn’t know")
    cells = list(cells_of(data))
    if len(cells) > limits.answers * 4:
        raise UnreadableFileError(f"it has more than {limits.answers * 4} cells")
    name = ""
    answers: dict[str, HandedAnswer] = {}
    flags: list[str] = []
    texts: list[str] = []
    for number, cell in enumerate(cells, 1):
        check_time()
        source = source_of(cell)
        if "hand_in" in source:
            name = next((call.id for call in typed_calls(source, limits, "hand_in") if call.id), name)
        for call in typed_calls(source, limits) if "check" in source else ():
            if call.problem and call.id:
                answers[call.id] = unreadable(call.id, f"cell {number}: {call.problem}")
            elif call.problem:
                flags += [f"cell {number}: {call.problem}"] * (len(flags) < MAX_FLAGS)
            elif call.given:
                answers[call.id] = parse_answer(call.id, call.value, limits, f"cell {number}: ")
        if "read" in source and len(texts) < MAX_TEXTS:
            read = (call.id for call in typed_calls(source, limits, "read"))
            texts += (writable(words) for words in read if len(words) >= MIN_TEXT_LENGTH)
    return replace(
        blank,
        form="notebook",
        flags=tuple(flags),
        answers=tuple(answers.values()),
        texts=tuple(texts[:MAX_TEXTS]),
        name=name,
    )


def cells_of(data: dict[str, Any]) -> Iterator[object]:
    """The cells of a notebook of any format."""
    sheets = data.get("worksheets")
    for holder in (data, *(sheets if isinstance(sheets, list) else ())):
        cells = holder.get("cells") if isinstance(holder, dict) else None
        if isinstance(cells, list):
            yield from cells


def source_of(cell: object) -> str:
    """The words of a code cell, which stand there as one string or as lines; nothing of any other cell."""
    if not isinstance(cell, dict) or cell.get("cell_type") != "code":
        return ""
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""

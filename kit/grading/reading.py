"""What a file that was handed in says: whose it is, which unit, and the answers, as data. Nothing in it is run.

Three forms are read: the hand-in file that `hand_in` writes, the answers file that the widgets keep, and a notebook in
which answers were typed as `check("1.3", [...])`.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from kit.errors import KitError
from kit.grading.audited import MOST, is_page, text_in_report, texts_in_cell
from kit.grading.files import Piece
from kit.grading.limits import Limits
from kit.grading.literals import calls
from kit.grading.timing import look

NOTEBOOK_FORMATS = range(3, 6)
# A bracket, or words to their end: if they have none, to the end of the text, so that no letter is looked at twice.
BRACKET = re.compile(r'[\[\]{}]|"(?:[^"\\]|\\.)*+"?', re.DOTALL)
LONGEST_NAME = 1000  # characters that are looked at
HALF = re.compile(r"\\u[dD][89a-fA-F]")
SOONEST = datetime(2020, 1, 1, tzinfo=UTC)  # a hand-in that says it is older has a wrong clock


class UnreadableFileError(KitError):
    """A file that can't be taken as a hand-in; the message says why, for the teacher."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was handed in, or why there is none to mark (`problem`)."""

    value: object = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """What a file says. `form` is hand-in, answers, notebook or report; `when` is the time it gives itself, if it gives
    one.

    `flags` tell the teacher what is odd about the file as a whole; `texts` are those that an audit may be about.
    """

    form: str
    name: str
    unit: str
    when: datetime | None
    answers: dict[str, Given]
    flags: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def read_piece(piece: Piece, limits: Limits) -> Handed:
    """Read one file. Raises UnreadableFileError, with the reason, if it is nothing that can be marked."""
    if is_page(piece.place):
        text = whole_words(text_in_report(piece.data.decode("utf-8", "replace"), limits))
        return Handed("report", "", "", None, {}, texts=(text,) if text else ())
    data, twice = whole(piece.data, limits)
    if not isinstance(data, dict):
        raise UnreadableFileError("it is JSON, and no hand-in: it should be an object in curly brackets")
    if "cells" in data or "nbformat" in data or "worksheets" in data:
        handed = read_notebook(data, limits)
    elif "answers" not in data:
        raise UnreadableFileError("it is JSON, and no hand-in: it has no answers")
    else:
        handed = read_answers(data, limits)
    if twice:
        said = f"“{', '.join(sorted(twice)[:3])}” stands there more than once; the last one counts"
        return replace(handed, flags=(*handed.flags, said))
    return handed


def whole(raw: bytes, limits: Limits) -> tuple[Any, set[str]]:
    """The JSON in a file, within the limits, and the keys that stand in it twice where they should stand once."""
    if not raw.strip(b" \t\r\n\0"):
        raise UnreadableFileError("it is empty")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFileError("it is not UTF-8 text") from None
    deep = depth(text)
    if deep > limits.nesting:
        raise UnreadableFileError(f"more than {limits.nesting} brackets stand one inside the other")
    twice: set[str] = set()

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            keys = Counter(key for key, _ in pairs)
            twice.update(whole_words(key[:40]) for key, often in keys.items() if often > 1)
        return made

    look()
    try:
        data = json.loads(text, object_pairs_hook=once)
        # Half a character can only come from an escape. It must go at once: nothing can be written that holds one.
        return (mended(data) if HALF.search(text) else data), twice
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


def read_answers(data: dict[str, Any], limits: Limits) -> Handed:
    """A hand-in file or an answers file."""
    answers = data["answers"]
    if not isinstance(answers, dict):
        raise UnreadableFileError("its answers are no object in curly brackets")
    if len(answers) > limits.answers:
        raise UnreadableFileError(f"it holds more than {limits.answers} answers")
    name, unit = data.get("name", ""), data.get("unit", "")
    flags = [] if isinstance(name, str) else ["its name is not words"]
    when, odd = time_in(data.get("written") or latest(answers))
    given: dict[str, Given] = {}
    for id, entry in answers.items():
        look()
        given[str(id)] = one_answer(entry, limits)
    return Handed(
        "hand-in" if "name" in data else "answers",
        whole_words(name[:LONGEST_NAME]) if isinstance(name, str) else "",
        str(unit) if isinstance(unit, str | int) else "",
        when,
        given,
        tuple(flags + odd),
    )


def latest(answers: dict[str, Any]) -> str | None:
    """When the last of the answers was changed, by the file's own word."""
    times = (entry.get("changed") for entry in answers.values() if isinstance(entry, dict))
    return max((time for time in times if isinstance(time, str)), default=None)


def one_answer(entry: object, limits: Limits) -> Given:
    """An answer of a file: the value alone, or a table with the value in it."""
    value = entry["answer"] if isinstance(entry, dict) and "answer" in entry else entry
    problem = unfit(value, limits)
    return Given(problem=problem) if problem else Given(mended(value))


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
            return "it holds a number that is none (NaN or infinity)"
        elif isinstance(each, int) and abs(each) > 10**18:
            return "it holds a number with more than 18 digits"
    return ""


def mended(value: Any) -> Any:
    """The same value without lone surrogates, which no file could hold; they become question marks."""
    if isinstance(value, str):
        return whole_words(value)
    if isinstance(value, list):
        return [mended(each) for each in value]
    if isinstance(value, dict):
        return {whole_words(str(key)): mended(each) for key, each in value.items()}
    return value


def whole_words(words: str) -> str:
    """Words that can be written anywhere."""
    return words.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def time_in(value: object) -> tuple[datetime | None, list[str]]:
    """A time from a file, and what is odd about it."""
    if value is None:
        return None, []
    try:
        when = datetime.fromisoformat(str(value)[:40])
        when = when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None, ["its time can't be read"]
    if not SOONEST < when < datetime.now(UTC) + timedelta(days=1):
        return None, [f"its time is {when.date()}, which can't be"]
    return when, []


def read_notebook(data: dict[str, Any], limits: Limits) -> Handed:
    """The answers that were typed into a notebook: the last one for each question counts, as it does for a pupil."""
    version = data.get("nbformat")
    if version not in NOTEBOOK_FORMATS:
        raise UnreadableFileError(f"it is a notebook of format {str(version)[:20]}, which nobody can know")
    cells = list(cells_of(data))
    if len(cells) > limits.answers * 4:
        raise UnreadableFileError(f"it has more than {limits.answers * 4} cells")
    found = Typed()
    for number, cell in enumerate(cells, 1):
        look()
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            source = source_of(cell)
            if "hand_in" in source:
                found.name = next((call.id for call in calls(source, limits, "hand_in") if call.id), found.name)
            if "check" in source:
                for call in calls(source, limits):
                    found.take(number, call.id, call.value, call.given, call.problem, limits)
            if "read" in source and len(found.texts) < MOST:
                found.texts += map(whole_words, texts_in_cell(source, limits))
    texts = tuple(found.texts[:MOST])
    return Handed("notebook", found.name, "", None, found.answers, tuple(found.flags), texts)


@dataclass
class Typed:
    """What the cells of a notebook say, gathered."""

    name: str = ""
    answers: dict[str, Given] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def take(self, cell: int, id: str, value: object, given: bool, problem: str, limits: Limits) -> None:
        """Take one call of `check`."""
        if problem and not id:
            if len(self.flags) < 20:
                self.flags.append(f"cell {cell}: {problem}")
        elif problem:
            self.answers[id] = Given(problem=f"cell {cell}: {problem}")
        elif given:
            why = unfit(value, limits)
            self.answers[id] = Given(problem=f"cell {cell}: {why}") if why else Given(mended(value))


def cells_of(data: dict[str, Any]) -> Iterator[object]:
    """The cells of a notebook of any format."""
    sheets = data.get("worksheets")
    for holder in (data, *(sheets if isinstance(sheets, list) else ())):
        cells = holder.get("cells") if isinstance(holder, dict) else None
        if isinstance(cells, list):
            yield from cells


def source_of(cell: dict[str, Any]) -> str:
    """The words of a cell, which stand there as one string or as lines."""
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""

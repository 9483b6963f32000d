"""Where answers are kept: answers/UNIT.json beside the notebook, from the first click on.

The file is written whole or not at all. Two windows on one notebook write one after the other, each only its own
question, and the later change counts. A damaged file is set aside and said so; what can be read of it is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path, PurePath
from typing import Any

from kit.browser import why_not_kept
from kit.questions.errors import QuestionError
from kit.store import DamagedError, JsonStore, this_notebook

FOLDER = "answers"
MOST_NESTED = 30  # lists within lists that an answer may have


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer that is kept: when it was changed (UTC), how often it was checked without being right, and whether
    it has been checked since it was changed."""

    answer: Any
    changed: str
    tries: int = 0
    checked: bool = False


class Answers:
    """The answers to one unit in one notebook.

    `notice` holds what the pupil has to be told of the file, such as that it was damaged; empty if nothing.
    """

    def __init__(self, unit: str, folder: Path | str = ".", notebook: str | None = None) -> None:
        self.unit = unit
        self.notebook = this_notebook() if notebook is None else notebook
        self.file = file_for(unit, Path(folder), self.notebook)
        self.notice = ""
        self._store = JsonStore(self.file, QuestionError)

    def kept(self, question: str) -> KeptAnswer | None:
        """The answer that is kept for a question, or None if there is none."""
        return self.all().get(question)

    def all(self) -> dict[str, KeptAnswer]:
        """All answers, by the ids of their questions. Raises QuestionError if the file can't be opened."""
        if not self.file.exists():
            return {}
        with self._locked():
            return self._read()

    def keep(self, question: str, answer: object, changed: str | None = None) -> KeptAnswer:
        """Keep an answer and give what is kept now: this one, or one that another window has changed later.

        `changed` is the time of the change (now, if it is left out). Raises QuestionError if the answer is no plain
        data or the file can't be written; then the old answers still stand there.
        """
        new = KeptAnswer(as_plain_data(answer), changed or now())
        with self._locked():
            there = self._read()
            old = there.get(question)
            if old is not None and new.changed < old.changed < later():
                return old
            if old is not None:
                same = old.answer == new.answer and type(old.answer) is type(new.answer)
                new = replace(new, tries=old.tries, checked=old.checked and same)
            self._write(there | {question: new})
        return new

    def checked(self, question: str, right: bool) -> KeptAnswer | None:
        """Note that the answer was checked: an answer that is not right counts as a try, but only once."""
        with self._locked():
            there = self._read()
            old = there.get(question)
            if old is None or old.checked:
                return old
            new = replace(old, checked=True, tries=old.tries if right else old.tries + 1)
            self._write(there | {question: new})
        return new

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Nobody else writes meanwhile. Raises QuestionError also for what goes wrong inside."""
        try:
            with self._store.locked():
                yield
        except TimeoutError:
            raise QuestionError(
                f"The file {self.file} is being used elsewhere. Close other windows with this notebook and try again."
            ) from None
        except (OSError, NotImplementedError) as error:
            if browser := why_not_kept():
                raise QuestionError(f"Your answer can't be kept. {browser}") from None
            why = getattr(error, "strerror", None) or str(error)
            raise QuestionError(
                f"Your answer can't be kept in {self.file}: {why}. Make sure that you may write in the notebook's "
                "folder and that the disk is not full, then give the answer again."
            ) from None

    def _read(self) -> dict[str, KeptAnswer]:
        try:
            loaded = self._store.load(lambda whole: (whole["unit"], dict(whole["answers"].items()), whole["version"]))
        except DamagedError:
            self._set_aside("was damaged", "Your answers start anew.")
            return {}
        if loaded is None:
            return {}
        unit, entries, _ = loaded
        if unit != self.unit:
            self._set_aside(f"holds answers to another unit, {str(unit)[:40]}", "Your answers start anew.")
            return {}
        good = {id: kept for id, entry in entries.items() if (kept := kept_in(entry))}
        if len(good) < len(entries):
            self._set_aside("was damaged", f"{len(good)} of {len(entries)} answers could be read and are kept.")
            self._write(good)
        return good

    def _set_aside(self, why: str, then: str) -> None:
        """Give the file another name: nothing in it is lost, and work goes on."""
        name = self._store.set_aside(f"{self.file.stem}.set-aside")
        self.notice = f"The file {self.file.name} {why}. It is set aside as {name}. {then}"

    def _write(self, answers: dict[str, KeptAnswer]) -> None:
        entries = {id: asdict(kept) for id, kept in sorted(answers.items())}
        self._store.save({"unit": self.unit, "notebook": self.notebook, "answers": entries})


def file_for(unit: str, folder: Path, notebook: str) -> Path:
    """The file for a unit in a notebook. The first notebook in a folder gets UNIT.json; a second one on the same unit
    gets a file with its own name in it. A notebook that was renamed keeps its file."""
    main = folder / FOLDER / f"{unit}.json"
    if not notebook or not main.exists():
        return main
    own = main.with_name(f"{unit} ({notebook.removesuffix('.ipynb')}).json")
    owner = owner_of(main)
    if own.exists():
        return own
    return own if owner and owner != notebook and (folder / owner).exists() else main


def owner_of(file: Path) -> str:
    """The notebook that a file of answers belongs to, empty if that can't be told."""
    try:
        owner = json.loads(file.read_bytes())["notebook"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ""
    return PurePath(owner).name if isinstance(owner, str) else ""


def kept_in(entry: object) -> KeptAnswer | None:
    """One entry of the file, or None if it is not as it should be."""
    if not isinstance(entry, dict) or "answer" not in entry or not isinstance(entry.get("changed"), str):
        return None
    tries = entry.get("tries", 0)
    sound = isinstance(tries, int) and not isinstance(tries, bool) and tries >= 0
    try:
        answer = as_plain_data(entry["answer"])
    except QuestionError:
        return None
    return KeptAnswer(answer, entry["changed"], tries if sound else 0, entry.get("checked") is True)


def as_plain_data(answer: object, deep: int = 0) -> Any:
    """An answer as plain data that JSON can hold. Raises QuestionError if it is something else."""
    if deep > MOST_NESTED:
        raise QuestionError("This answer has lists within lists without end. Give the words themselves.")
    if answer is None or isinstance(answer, bool | int | str):
        return answer
    if isinstance(answer, float):
        return answer if answer - answer == 0 else str(answer)  # JSON has no infinity
    if isinstance(answer, Fraction):
        return float(answer)
    if isinstance(answer, dict):
        return {str(key): as_plain_data(value, deep + 1) for key, value in answer.items()}
    if isinstance(answer, set | frozenset):
        return sorted((as_plain_data(each, deep + 1) for each in answer), key=repr)
    if isinstance(answer, list | tuple):
        return [as_plain_data(each, deep + 1) for each in answer]
    raise QuestionError(
        f"An answer is words, a number, or a list of them, and this is of the type {type(answer).__name__}. "
        'Words stand between quotation marks, as in check("1.1", "a").'
    )


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def later() -> str:
    """A change from after this time can't be: the clock was wrong when it was noted, and it does not count as later."""
    return (datetime.now(UTC) + timedelta(minutes=5)).isoformat(timespec="microseconds")

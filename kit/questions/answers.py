"""Where answers are kept: answers/UNIT.json in the top folder of the course, from the first click on.

A question is the same question wherever it is asked: lessons and exercises, a copy of a notebook and a renamed one
share the file. It is written whole or not at all. Two windows write one after the other, each only its own question,
and the later change counts. A damaged file is set aside and said so; what can be read of it is kept. What an older kit
kept beside each notebook is still found.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from kit.browser import why_not_kept
from kit.questions.errors import QuestionError
from kit.store import COURSE_PARTS, DamagedError, JsonStore, course_folder, this_notebook

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
    """The answers to one unit in the course that a folder belongs to.

    `file` is where they are kept, `place` the same as it is told. `notice` holds what the pupil has to be told of the
    file, such as that it was damaged; empty if nothing.
    """

    def __init__(self, unit: str, folder: Path | str = ".") -> None:
        here = Path(folder).absolute()
        course = course_folder(here)
        self.unit = unit
        self.file = course / FOLDER / f"{unit}.json"
        self.place = Path(os.path.relpath(self.file, here)).as_posix()
        self.notice = ""
        self._store = JsonStore(self.file, QuestionError)
        self._older = older_files(unit, here, course)

    def kept(self, question: str) -> KeptAnswer | None:
        """The answer that is kept for a question, or None if there is none."""
        return self.all().get(question)

    def all(self) -> dict[str, KeptAnswer]:
        """All answers, by the ids of their questions. Raises QuestionError if the file can't be opened.

        No lock is needed, so that they are shown too where nothing may be written.
        """
        there, damage = self._load()
        if damage:
            with self._locked():
                there = self._read()
        return there

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
                f"Something else is using the file {self.place}. Close other windows with this notebook and try again."
            ) from None
        except (OSError, NotImplementedError) as error:
            if browser := why_not_kept():
                raise QuestionError(f"Your answer can't be saved. {browser}") from None
            why = getattr(error, "strerror", None) or str(error)
            raise QuestionError(
                f"Your answer can't be saved in {self.place}: {why}. Make sure that you may write in the folder "
                "of the course and that the disk isn't full, then answer again."
            ) from None

    def _load(self) -> tuple[dict[str, KeptAnswer], tuple[str, str] | None]:
        """What is kept; and if the file is not as it should be, what is wrong with it and how it goes on."""
        older = self._kept_by_an_older_kit()
        try:
            loaded = self._store.load(lambda whole: (whole["unit"], dict(whole["answers"].items()), whole["version"]))
        except DamagedError:
            return older, ("was damaged", "Your answers start from scratch.")
        if loaded is None:
            return older, None
        unit, entries, _ = loaded
        if unit != self.unit:
            return older, (f"holds answers to another unit, {str(unit)[:40]}", "Your answers start from scratch.")
        good = {id: kept for id, entry in entries.items() if (kept := kept_in(entry))}
        then = f"{len(good)} of {len(entries)} answers could be read and have been kept."
        return latest(older, good), ("was damaged", then) if len(good) < len(entries) else None

    def _read(self) -> dict[str, KeptAnswer]:
        """What is kept. A file that is not as it should be gets another name: nothing in it is lost, and work goes
        on."""
        there, damage = self._load()
        if damage:
            name = self._store.set_aside(f"{self.file.stem}.set-aside")
            self.notice = f"The file {self.file.name} {damage[0]}. It is set aside as {name}. {damage[1]}"
            if there:
                self._write(there)
        return there

    def _kept_by_an_older_kit(self) -> dict[str, KeptAnswer]:
        found: dict[str, KeptAnswer] = {}
        for file in self._older:
            try:
                entries = JsonStore(file, QuestionError).load(lambda whole: dict(whole["answers"].items())) or {}
            except (DamagedError, QuestionError):
                continue  # it stays where it is, and is nobody's any more
            found = latest(found, {id: kept for id, entry in entries.items() if (kept := kept_in(entry))})
        return found

    def _write(self, answers: dict[str, KeptAnswer]) -> None:
        entries = {id: asdict(kept) for id, kept in sorted(answers.items())}
        self._store.save({"unit": self.unit, "answers": entries})


def older_files(unit: str, here: Path, course: Path) -> list[Path]:
    """Where an older kit kept answers to a unit: beside each notebook, and a second one under the notebook's name."""
    own = this_notebook().removesuffix(".ipynb")
    folders = [course, here, *(course / part for part in COURSE_PARTS)]
    names = [f"{unit}.json", f"{unit} ({own}).json"]
    files = dict.fromkeys(folder / FOLDER / name for folder in folders for name in names)
    return [file for file in files if file != course / FOLDER / f"{unit}.json"]


def latest(*kept: dict[str, KeptAnswer]) -> dict[str, KeptAnswer]:
    """Of each question the answer that was changed last; between equals the later argument counts."""
    found: dict[str, KeptAnswer] = {}
    for each in kept:
        found |= {id: new for id, new in each.items() if id not in found or new.changed >= found[id].changed}
    return found


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
        raise QuestionError("This answer has lists inside lists inside lists. Give the words themselves.")
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
        'Put words between quotation marks, as in check("1.1", "a").'
    )


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def later() -> str:
    """A change from after this time can't be: the clock was wrong when it was noted, and it does not count as later."""
    return (datetime.now(UTC) + timedelta(minutes=5)).isoformat(timespec="microseconds")

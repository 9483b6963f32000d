"""Handing in: one small file for a unit, readable by a person, with everything that is kept."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from textwrap import shorten
from typing import Any

from kit.atomic import write_atomic
from kit.browser import IN_BROWSER, download_link, why_not_kept
from kit.questions import bank
from kit.questions.answers import FOLDER, Answers, KeptAnswer
from kit.questions.errors import QuestionError
from kit.questions.marking import answered
from kit.questions.question import Question, Unit
from kit.store import course_folder, this_notebook

FORMAT_VERSION = 1
PROMPT_CHARACTERS = 90  # characters of a question that are quoted
LEVELS_OF_LINES = 3  # of the file: what lies deeper stands on one line


@dataclass(frozen=True, slots=True, repr=False)
class HandIn:
    """What `hand_in` did: the file (None if none was written), what is still unanswered, and a sentence or two."""

    file: Path | None
    unanswered: tuple[str, ...]
    message: str

    def __repr__(self) -> str:
        return self.message

    def _repr_html_(self) -> str:
        from html import escape

        told = "".join(f"<p style='max-width:45em'>{escape(line)}</p>" for line in self.message.splitlines())
        return told + (download_link(self.file, f"Save {self.file.name}") if self.file else "")


def hand_in(name: str, unit: str | None = None) -> HandIn:
    """Write all answers to a unit into one small file beside the notebook, to give to the teacher.

    Takes your name, and the number of the unit if the notebook doesn't give it. Gives the file and says what is still
    unanswered; handing in again writes a new one. Nothing is sent anywhere. Raises KitError, in a sentence, if the
    file can't be written.

    >>> from kit import hand_in
    >>> hand_in("Ana Reyes", "1").file.name
    '1-attribution Ana Reyes.json'
    """
    if not isinstance(name, str) or not shown_name(name):
        return HandIn(
            None, (), 'Write your name between the quotation marks, as in hand_in("Ana Reyes"), and run it again.'
        )
    asked = bank.unit(unit) if unit is not None else unit_here()
    answers = Answers(asked.name)
    kept = answers.all()
    begun = asked.begun({each.id for each in asked.questions if answered(each, kept)})
    waiting = tuple(each.id for each in begun.questions if not answered(each, kept))
    name = shown_name(name)
    file = Path(f"{asked.name} {file_name(name)}.json")
    write_file(file, hand_in_text(asked, name, kept, waiting))
    where = " Save it on this device first: the link is below." if IN_BROWSER else ""
    said = [f"Your answers are in {file}. Hand this file in.{where}"]
    if waiting:
        said.append(f"Not answered yet: {', '.join(waiting)}. You can answer them and run this again.")
    else:
        said.append("Every question is answered.")
    return HandIn(file, waiting, "\n".join([answers.notice, *said] if answers.notice else said))


def unit_here() -> Unit:
    """The unit that this notebook is about: by its name, or because answers to one unit alone are kept."""
    units = {each.name: each for each in bank.units()}
    stem = this_notebook().removesuffix(".ipynb")
    if stem in units:
        return units[stem]
    kept = {file.stem for file in (course_folder(Path.cwd()) / FOLDER).glob("*.json")} & units.keys()
    if len(kept) == 1:
        return units[kept.pop()]
    raise QuestionError('Which unit is it? Give its number after your name, as in hand_in("Ana Reyes", "1").')


def hand_in_text(unit: Unit, name: str, kept: dict[str, KeptAnswer], waiting: tuple[str, ...]) -> str:
    """The file: JSON that a person can read, too."""
    asked = [question for question in unit.questions if question.id in kept and question.id not in waiting]
    whole = {
        "hand_in": FORMAT_VERSION,
        "name": name,
        "unit": unit.name,
        "title": unit.title,
        "written": datetime.now().astimezone().isoformat(timespec="seconds"),
        "not_answered": list(waiting),
        "answers": {question.id: answer_entry(question, kept[question.id]) for question in asked},
    }
    return as_json(whole) + "\n"


def answer_entry(question: Question, kept: KeptAnswer) -> dict[str, Any]:
    """One answer: what was asked, the answer as it is marked, and in words where it is only letters."""
    words = question.key.answer_in_words(kept.answer)
    entry = {"asked": shortened(question.prompt), "answer": kept.answer, "changed": kept.changed}
    return entry | {"in_words": words} if words else entry


def shortened(prompt: str) -> str:
    return shorten(prompt.replace("*", ""), PROMPT_CHARACTERS, placeholder=" …", break_on_hyphens=False)


def as_json(value: object, level: int = 1) -> str:
    """JSON with a line for each entry of the file, for each answer, and for each part of an answer."""
    if not isinstance(value, dict) or level > LEVELS_OF_LINES:
        return json.dumps(value, ensure_ascii=False)
    lines = (f"{' ' * level}{json.dumps(key)}: {as_json(each, level + 1)}" for key, each in value.items())
    return "{\n" + ",\n".join(lines) + f"\n{' ' * (level - 1)}}}"


def shown_name(name: str) -> str:
    """A name on one line, without characters that nobody can see."""
    seen = (c if c.isprintable() else " " for c in name)
    return " ".join("".join(seen).split())[:100]


def file_name(name: str) -> str:
    """A name that every system takes as part of a file's name."""
    return re.sub(r"[^\w .,'’-]", "_", name)[:60].strip(" .") or "_"


def write_file(file: Path, text: str) -> None:
    try:
        write_atomic(file, text.encode("utf-8", "replace"))
    except OSError as error:
        if browser := why_not_kept():
            raise QuestionError(f"The file {file} can't be written. {browser}") from None
        raise QuestionError(
            f"The file {file} can't be written: {error.strerror}. Your answers are still saved. Make sure that you may "
            "write in the notebook's folder, and run it again."
        ) from None

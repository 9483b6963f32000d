"""Handing in: one small file for a unit, readable by a person, with everything that is kept."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kit.atomic import write_atomic
from kit.questions import bank
from kit.questions.answers import FOLDER, Answers, KeptAnswer
from kit.questions.errors import QuestionError
from kit.questions.marking import is_answered
from kit.questions.question import Question, Unit
from kit.store import this_notebook

FORMAT_VERSION = 1
PROMPT_CHARACTERS = 90  # characters of a question that are quoted


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

        return "".join(f"<p style='max-width:45em'>{escape(line)}</p>" for line in self.message.splitlines())


def hand_in(name: str, unit: str | None = None) -> HandIn:
    """Write all answers to a unit into one small file beside the notebook, to give to the teacher.

    Takes your name, and the number of the unit if the notebook does not tell it. Gives the file and says what is still
    unanswered; handing in again writes the file anew. Nothing is sent anywhere. Raises QuestionError, in a sentence, if
    the file can't be written.
    """
    if not isinstance(name, str) or not shown_name(name):
        return HandIn(
            None, (), 'Write your name between the quotation marks, as in hand_in("Ana Reyes"), and run it again.'
        )
    asked = bank.unit(unit) if unit is not None else unit_here()
    answers = Answers(asked.name)
    kept = answers.all()
    answered = [each for each in asked.questions if each.id in kept and is_answered(each, kept[each.id].answer)]
    waiting = tuple(each.id for each in asked.questions if each not in answered)
    name = shown_name(name)
    file = Path(f"{asked.name} {file_name(name)}.json")
    write_file(file, hand_in_text(asked, name, kept, waiting))
    said = [f"Written: {file}. Hand this file in."]
    if waiting:
        said.append(f"Not answered yet: {', '.join(waiting)}. You can still answer and run this again.")
    else:
        said.append(f"All {len(asked.questions)} questions are answered.")
    return HandIn(file, waiting, "\n".join([answers.notice, *said] if answers.notice else said))


def unit_here() -> Unit:
    """The unit that this notebook is about: by its name, or because answers to one unit alone are kept here."""
    units = {each.name: each for each in bank.units()}
    stem = this_notebook().removesuffix(".ipynb")
    if stem in units:
        return units[stem]
    kept = {file.stem.partition(" (")[0] for file in Path(FOLDER).glob("*.json")} & units.keys()
    if len(kept) == 1:
        return units[kept.pop()]
    raise QuestionError('Which unit is it? Give its number after your name, as in hand_in("Ana Reyes", "1").')


def hand_in_text(unit: Unit, name: str, kept: dict[str, KeptAnswer], waiting: tuple[str, ...]) -> str:
    """The file: JSON, with one line for each question and each of its parts, so that a person can read it."""
    head = {
        "hand_in": FORMAT_VERSION,
        "name": name,
        "unit": unit.name,
        "title": unit.title,
        "written": datetime.now().astimezone().isoformat(timespec="seconds"),
        "not_answered": list(waiting),
    }
    lines = [f" {as_json(key)}: {as_json(value)}," for key, value in head.items()]
    entries = [
        answer_text(each, kept[each.id]) for each in unit.questions if each.id in kept and each.id not in waiting
    ]
    return "{\n" + "\n".join(lines) + '\n "answers": {\n' + ",\n".join(entries) + "\n }\n}\n"


def answer_text(question: Question, kept: KeptAnswer) -> str:
    """One answer: what was asked, the answer as it is marked, and in words where it is only letters."""
    parts: dict[str, Any] = {"asked": shortened(question.prompt), "answer": kept.answer, "changed": kept.changed}
    words = question.key.answer_in_words(kept.answer)
    if words:
        parts["in_words"] = words
    lines = ",\n".join(f"   {as_json(key)}: {as_json(value)}" for key, value in parts.items())
    return f"  {as_json(question.id)}: {{\n{lines}\n  }}"


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def shortened(prompt: str) -> str:
    words = " ".join(prompt.replace("*", "").split())
    return words if len(words) <= PROMPT_CHARACTERS else words[: PROMPT_CHARACTERS - 1].rsplit(" ", 1)[0] + " …"


def shown_name(name: str) -> str:
    """A name on one line, without characters that nobody can see."""
    seen = (c if c.isprintable() and unicodedata.category(c) != "Cs" else " " for c in name)
    return " ".join("".join(seen).split())[:100]


def file_name(name: str) -> str:
    """A name that every system takes as part of a file's name."""
    return re.sub(r"[^\w .,'’-]", "_", name)[:60].strip(" .") or "_"


def write_file(file: Path, text: str) -> None:
    try:
        write_atomic(file, text.encode("utf-8", "replace"))
    except OSError as error:
        raise QuestionError(
            f"The file {file} can't be written: {error.strerror}. Your answers are still kept. Make sure that you may "
            "write in the notebook's folder, and run it again."
        ) from None

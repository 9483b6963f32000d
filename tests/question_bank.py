"""The questions of docs/questions.md as a course folder: its examples are the bank that the tests ask."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kit.questions.bank import read_unit
from kit.questions.question import Question, Unit

DOCUMENT = Path(__file__).parents[1] / "docs" / "questions.md"
EXAMPLES = "\n".join(re.findall(r"^```toml\n(.*?)^```", DOCUMENT.read_text(encoding="utf-8"), flags=re.M | re.S))


@cache
def documented() -> Unit:
    return read_unit("12-footbridge", EXAMPLES)


def documented_question(id: str) -> Question:
    return next(question for question in documented().questions if question.id == id)


def course_in(folder: Path) -> Path:
    """A teacher's folder with the examples in it."""
    (folder / "questions").mkdir(parents=True)
    (folder / "questions" / "12-footbridge.toml").write_text(EXAMPLES, encoding="utf-8")
    return folder

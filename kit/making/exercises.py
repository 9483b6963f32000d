"""A unit of the bank as an exercise and as its solution, cell by cell."""

from __future__ import annotations

import json
from typing import Any

from kit.making.notebook import as_text, code, grading, markdown
from kit.questions.marking import model_answer
from kit.questions.points import counted
from kit.questions.question import Question, Unit

WIDEST = 100  # characters in a line of code


def exercise(unit: Unit, made_from: str, course: str = "") -> str:
    """The exercise of a unit as the text of a notebook: each task with its answer cell right under it.

    `made_from` names the file of the questions, `course` the folder to open first if it is a teacher's own.
    """
    cells = [
        markdown("title", title(unit, made_from, "exercise"), **grading("title")),
        code("kit", start("ask, check, hand_in", course), **grading("kit")),
    ]
    for question in unit.questions:
        asked = code(f"answer-{slug(question)}", f'ask("{question.id}", prompt=False)')
        cells += [task(question), asked, *points(question)]
    cells += [
        markdown("hand-in-task", HAND_IN, **grading("hand-in-task")),
        code("hand-in", f'hand_in("", "{unit.number}")'),
    ]
    return as_text(cells, made_from)


def solutions(unit: Unit, made_from: str, course: str = "") -> str:
    """The solution of a unit as the text of a notebook: the same cells, filled in, each with the explanation."""
    cells = [
        markdown("title", title(unit, made_from, "solution"), **grading("title")),
        code("kit", start("check", course), **grading("kit")),
    ]
    for question in unit.questions:
        if question.sealed:
            cells += [task(question), markdown(f"why-{slug(question)}", SEALED)]
            continue
        answer = code(f"answer-{slug(question)}", f'check("{question.id}", {literal(model_answer(question))})')
        cells += [task(question), answer, *points(question), markdown(f"why-{slug(question)}", why(question))]
    return as_text(cells, made_from)


SEALED = "*This is a question of a test. Whoever set it has the answer.*"
HAND_IN = """
## Hand in

Write your name between the quotation marks and run the cell. It writes one file with all your answers beside this
notebook and tells which tasks are still open. Give that file to your teacher. Nothing is sent anywhere.
"""
GREETING = """
*Run the cells from top to bottom: click into a grey cell and press **Shift + Enter**. Answer with the mouse or the
keyboard; your answers are kept from the first click on, in the folder `answers` beside this notebook. A cell with
`.points` shows what you have so far.*
"""


def title(unit: Unit, made_from: str, what: str) -> str:
    """The first cell: what this is, how long it takes, and what it is made from."""
    number = f"{unit.number} · " if unit.number.isdecimal() else ""
    about = [unit.about, ""] if unit.about else []
    more = GREETING if what == "exercise" else "*The answers, with the reason for each. Try the exercise first.*"
    return "\n".join(
        [
            f"# {number}{unit.title} ({what})",
            "",
            *about,
            f"{tasks(unit)}, about {unit.minutes} minutes, {counted(unit.points)}.",
            "",
            more.strip(),
            "",
            f"<small>Made by `kit build` from `{made_from}`. To change a task, change it there.</small>",
        ]
    )


def start(names: str, course: str) -> str:
    """The first code cell. A teacher's own course is opened first."""
    if not course:
        return f"from kit import {names}"
    return f"from kit import course, {names}\n\ncourse({json.dumps(course)})"


def tasks(unit: Unit) -> str:
    count = len(unit.questions)
    return f"{count} task" if count == 1 else f"{count} tasks"


def task(question: Question) -> dict[str, Any]:
    """What is asked. Prose is marked by a person, so nbgrader gets its points here."""
    minutes = f"{question.minutes} minute{'' if question.minutes == 1 else 's'}"
    text = f"## Task {question.id}\n\n*{minutes}, {counted(question.points)}*\n\n{question.prompt}"
    id = f"task-{slug(question)}"
    if question.key.by_hand:
        text += f"\n\n{question.key.rubric_in_words()}"
        return markdown(id, text, **grading(id, task=True, points=question.points.number))
    return markdown(id, text, **grading(id))


def points(question: Question) -> list[dict[str, Any]]:
    """The cell that gives the points as a number, which is what nbgrader reads. Prose has none."""
    if question.key.by_hand:
        return []
    id = f"points-{slug(question)}"
    told = grading(id, grade=True, points=question.points.number)
    return [code(id, f'check("{question.id}").points', **told)]


def why(question: Question) -> str:
    """The answer in words, the explanation, the newsroom's rule with the one who set it, and what is wrong and why."""
    answer = list(question.key.key_in_words(question))
    told = f"**Answer.** {answer[0]}" if len(answer) == 1 else "**Answer.**\n\n" + listed(answer)
    parts = [told, f"**Why.** {question.explanation}"]
    if question.rule:
        parts.append(f"> {question.rule} ({question.rule_by})")
    wrong = list(question.key.why_not())
    if wrong:
        parts.append("**Why not**\n\n" + listed(wrong))
    return "\n\n".join(parts)


def listed(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def slug(question: Question) -> str:
    """The id of a question as a part of the id of a cell."""
    return question.id.replace(".", "-")


def literal(answer: Any) -> str:
    """An answer as one types it: on one line if it fits, else one item on each."""
    whole = json.dumps(answer, ensure_ascii=False)
    if len(whole) <= WIDEST or not isinstance(answer, list | dict):
        return whole
    if isinstance(answer, dict):
        parts = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in answer.items()]
    else:
        parts = [json.dumps(each, ensure_ascii=False) for each in answer]
    left, right = ("{", "}") if isinstance(answer, dict) else ("[", "]")
    return f"{left}\n" + "".join(f"    {part},\n" for part in parts) + right

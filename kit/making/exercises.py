"""A unit of the bank as an exercise and as its solution, cell by cell."""

from __future__ import annotations

import json
from typing import Any

from kit.making.notebook import as_text, code, grading, markdown
from kit.making.templates import fill
from kit.questions.marking import model_answer
from kit.questions.question import Question, Unit

CODE_WIDTH = 100  # characters in a line of code


def exercise(unit: Unit, made_from: str, course: str = "", nbgrader: bool = False) -> str:
    """The exercise of a unit as the text of a notebook: each task that is not in the lesson, with its answer cell right
    under it.

    `made_from` names the file of the questions, `course` the folder to open first if it is a teacher's own. For
    `nbgrader` each task has a cell that gives its points.
    """
    unit = unit.exercise
    cells = opening(unit, made_from, "exercise", "ask, check, hand_in" if nbgrader else "ask, hand_in", course)
    for question in unit.questions:
        asked = code(f"answer-{slug(question)}", f'ask("{question.id}", prompt=False)')
        cells += [task(question), asked, *(points(question) if nbgrader else ())]
    cells += [
        markdown("hand-in-task", fill("hand_in.md"), **grading("hand-in-task")),
        code("hand-in", f'hand_in("", "{unit.number}")'),
    ]
    return as_text(cells, made_from)


def solutions(unit: Unit, made_from: str, course: str = "") -> str:
    """The solution of a unit as the text of a notebook: every task of its lesson and its exercise with the answer and
    the explanation."""
    cells = opening(unit, made_from, "solution", "check", course)
    for question in unit.questions:
        cells.append(task(question))
        if not question.sealed:
            answer = f'check("{question.id}", {literal(model_answer(question))})'
            cells.append(code(f"answer-{slug(question)}", answer))
        why = fill("sealed.md" if question.sealed else "why.md", question=question)
        cells.append(markdown(f"why-{slug(question)}", why))
    return as_text(cells, made_from)


def opening(unit: Unit, made_from: str, what: str, names: str, course: str) -> list[dict[str, Any]]:
    """The first two cells: what this is and what it is made from, and the code that makes the `names` known. A
    teacher's own course is opened there."""
    start = f"from kit import course, {names}\n\ncourse({json.dumps(course)})" if course else f"from kit import {names}"
    return [
        markdown("title", fill("title.md", unit=unit, made_from=made_from, what=what), **grading("title")),
        code("kit", start, **grading("kit")),
    ]


def task(question: Question) -> dict[str, Any]:
    """What is asked. Prose is marked by a person, so nbgrader gets its points here."""
    by_hand = {"task": True, "points": question.points.number} if question.key.by_hand else {}
    id = f"task-{slug(question)}"
    return markdown(id, fill("task.md", question=question, key=question.key), **grading(id, **by_hand))


def points(question: Question) -> list[dict[str, Any]]:
    """The cell that gives the points as a number, which is what nbgrader reads; prose has none."""
    if question.key.by_hand:
        return []
    id = f"points-{slug(question)}"
    return [code(id, f'check("{question.id}").points', **grading(id, grade=True, points=question.points.number))]


def slug(question: Question) -> str:
    """The id of a question as a part of the id of a cell."""
    return question.id.replace(".", "-")


def literal(answer: Any) -> str:
    """An answer as one types it: on one line if it fits, else one item on each."""
    whole = json.dumps(answer, ensure_ascii=False)
    if len(whole) <= CODE_WIDTH or not isinstance(answer, list | dict):
        return whole
    if isinstance(answer, dict):
        parts = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in answer.items()]
    else:
        parts = [json.dumps(each, ensure_ascii=False) for each in answer]
    left, right = ("{", "}") if isinstance(answer, dict) else ("[", "]")
    return f"{left}\n" + "".join(f"    {part},\n" for part in parts) + right

"""The eight questions before the course beside the eight after it, for the one who answered them: `show_growth`."""

from __future__ import annotations

from collections.abc import Sequence

from kit.questions import bank
from kit.questions.answers import Answers, KeptAnswer
from kit.questions.marking import answered, mark
from kit.questions.points import Points, points_in_words
from kit.questions.question import Question
from kit.views.sheet import Sheet

BEFORE, AFTER = "0-start", "9-audit"
# Both tests ask for the four skills in this order, two questions each.
SKILLS = ("Who says so?", "How much are we told?", "What is it called?", "Does it hold together?")
LESSONS = ("lesson 1", "lesson 2", "lesson 3", "lesson 4")
TITLE = "Then and now"
FOR_YOU_ONLY = "This table was worked out on your machine and isn’t saved anywhere. Only you can see it."


SEALED_NOTE = (
    "The right answers aren’t on this machine, so that nobody can look them up. Hand in units 0 and 9, and "
    "your teacher can tell you both results."
)


def show_growth() -> Sheet:
    """What you saw before the course and what you see now: the points of both tests, skill by skill.

    It is shown as soon as all eight questions after the course are answered. Nothing is sent anywhere. Raises
    QuestionError, in a sentence, if the answers can't be read.
    """
    now = Answers(AFTER).all()
    asked = tested(AFTER, "post")
    waiting = [each.id for each in asked if not answered(each, now)]
    if waiting:
        return Sheet(TITLE, f"Answer all eight questions first. Still open: {', '.join(waiting)}.")
    if any(each.sealed for each in (*asked, *tested(BEFORE, "pre"))):
        return Sheet(TITLE, SEALED_NOTE)
    then, first = Answers(BEFORE).all(), tested(BEFORE, "pre")
    before = [answered(each, then) for each in first]
    if len(first) != len(asked) or not any(before):
        rows = rows_of(asked, now)
        return Sheet(
            TITLE,
            "The answers from the start of the course (0.6 to 0.13 in lesson 0) aren’t here, so this is only "
            f"the second half of the picture: {points_of(asked, now)}. {FOR_YOU_ONLY}",
            ("Question of the course", "Now", "To read again"),
            rows,
            (45, 25, 30),
        )
    left = "" if all(before) else f" At the start you left out {before.count(False)} of the eight; they count as 0."
    note = f"Before the course: {points_of(first, then)}. Now: {points_of(asked, now)}.{left} {FOR_YOU_ONLY}"
    rows = tuple(
        (row[0], points_of(pair, then), *row[1:]) for row, pair in zip(rows_of(asked, now), pairs(first), strict=True)
    )
    return Sheet(TITLE, note, ("Question of the course", "Before", "Now", "To read again"), rows, (37, 20, 20, 23))


def tested(unit: str, test: str) -> list[Question]:
    """The questions of a test, in their order."""
    return [each for each in bank.unit(unit).questions if each.test == test]


def points_of(questions: Sequence[Question], kept: dict[str, KeptAnswer]) -> str:
    """The points that some questions earned, of all that there were."""
    earned = [mark(each, kept[each.id].answer).points for each in questions if answered(each, kept)]
    return f"{sum(earned, Points(0))} of {points_in_words(sum((each.points for each in questions), Points(0)))}"


def rows_of(questions: Sequence[Question], kept: dict[str, KeptAnswer]) -> tuple[tuple[str, ...], ...]:
    """Skill by skill: the points now, and the lesson to read again where some are missing."""
    rows = []
    for skill, lesson, pair in zip(SKILLS, LESSONS, pairs(questions), strict=True):
        whole = all(mark(each, kept[each.id].answer).state == "right" for each in pair)
        rows.append((skill, points_of(pair, kept), "" if whole else lesson))
    return tuple(rows)


def pairs(questions: Sequence[Question]) -> list[Sequence[Question]]:
    each = len(questions) // len(SKILLS)
    return [questions[each * number : each * (number + 1)] for number in range(len(SKILLS))]

"""The pages of a marked class: one of feedback for each pupil, and the frame that all pages share.

Whatever comes from a hand-in is escaped by the templates (kit/data/pages), and each page carries a policy under which
nothing could run or be fetched even if something slipped through.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kit.grading.outcome import Answered, Outcome, UnitOutcome
from kit.grading.shown import STANDS_ALONE, Shown, answer_shown
from kit.questions.points import Points, counted
from kit.questions.question import Question
from kit.views.control_characters import showable
from kit.views.prose import prose

# Characters that turn the direction of writing, by which words can be made to look like others.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
REMEMBERED = 500  # answers whose looks are remembered: a class gives many equal ones
SHORT = 500  # characters that such an answer has at most: long ones are prose, and no two are the same
MISSING = {
    "": "No answers came in. If you did hand something in, tell your teacher.",
    "unread": "A file of yours came that could not be read. Hand it in once more, or ask your teacher.",
    "empty": "A file of yours came, and there was no answer in it. If you did answer, hand in once more.",
}
STATES = {"unanswered": "Not answered.", "unreadable": "This could not be read.", "by hand": "Waits for your teacher."}


@cache
def _style() -> str:
    return files("kit").joinpath("data", "pages", "page.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("kit", "data/pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: TURNING.sub("", showable(value)) if type(value) is str else value,
    )
    made.globals["words"] = STANDS_ALONE
    return made


def page(template: str, **values: Any) -> str:
    """A whole page of HTML from a template of kit/data/pages."""
    return "".join(page_in_pieces(template, **values))


def page_in_pieces(template: str, **values: Any) -> Iterator[str]:
    """The same, piece by piece: a page may be longer than memory should hold."""
    return _environment().get_template(template).generate(policy=_policy(), style=_style(), **values)


@cache
def _policy() -> str:
    """Under which no page runs or fetches anything, and none but its own style counts."""
    allowed = base64.b64encode(sha256(_style().encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"


Show = Callable[[Question, str | None], Shown]


def showing(reveal_tests: bool) -> Show:
    """How answers are shown in one run: each only once, since a class gives many equal answers."""
    known: dict[str, Question] = {}

    def looks(id: str, value: str | None) -> Shown:
        return answer_shown(known[id], value, revealed(known[id], reveal_tests))

    remembered = lru_cache(maxsize=REMEMBERED)(looks)

    def show(question: Question, value: str | None) -> Shown:
        known[question.id] = question
        return remembered(question.id, value) if len(value or "") <= SHORT else looks(question.id, value)

    return show


def revealed(question: Question, reveal_tests: bool) -> bool:
    """May a page tell what is right?"""
    return question.feedback == "hints" or reveal_tests


def feedback(outcome: Outcome, reveal_tests: bool, shown_name: str, show: Show) -> str:
    """The page of one pupil: their own answers in the text, points, what was missed or too much, and why. Of test
    questions only the points are told, unless `reveal_tests`; `show` is `showing` of the same run."""
    units = [_unit(each, number, reveal_tests, show) for number, each in enumerate(outcome.units, 1)]
    return page("feedback.html", name=shown_name, units=units)


def _unit(unit: UnitOutcome, number: int, reveal_tests: bool, show: Show) -> dict[str, Any]:
    return {
        "number": number,
        "title": unit.unit.title,
        "missing": unit.missing,
        "points": of(unit.points, unit.most),
        "remark": remark(unit),
        "asked": [] if unit.missing else [item(each, reveal_tests, show) for each in unit.answers],
    }


def remark(unit: UnitOutcome) -> str:
    """What there is to say of a unit besides its points."""
    said = []
    if unit.missing:
        said.append(MISSING[unit.came])
    if unit.days_late:
        taken = f", which takes {percent(unit.off)}" if unit.off else ""
        said.append(f"{unit.days_late} {'day' if unit.days_late == 1 else 'days'} late{taken}.")
    if unit.waiting:
        said.append(f"{unit.waiting} {'answer waits' if unit.waiting == 1 else 'answers wait'} to be read.")
    return " ".join(said)


def item(answered: Answered, reveal_tests: bool, show: Show) -> dict[str, Any]:
    """One question on a page of feedback."""
    question, marked = answered.question, answered.marked
    reveal = revealed(question, reveal_tests)
    shown: Shown | None = None
    lines: list[str] = []
    if marked is None:
        lines.append(STATES["unanswered"])
    else:
        shown = show(question, marked.value)
        if marked.state in ("unreadable", "unanswered"):
            lines += [STATES[marked.state], marked.message]
        elif marked.state == "by hand":
            lines += [] if answered.override else [STATES["by hand"]]
        elif reveal:
            lines += marked.message.splitlines()
    return {
        "id": question.id,
        "points": of(answered.points, question.points) if not answered.waits else "not marked yet",
        "prompt": prose(question.prompt),
        "shown": shown if shown and (shown.paragraphs or shown.lines or shown.words) else None,
        "lines": lines,
        "comment": answered.override.comment if answered.override else "",
        "explanation": question.explanation
        if reveal and not answered.waits and answered.points < question.points
        else "",
        "rule": question.rule if reveal else "",
        "rule_by": question.rule_by,
    }


def of(points: Fraction, most: Fraction) -> str:
    """1½ of 2 points; what being late leaves may be no quarter, and is then rounded to hundredths."""
    shown = str(Points(points)) if points * 4 % 1 == 0 else f"{float(points):.2f}"
    return f"{shown} of {counted(most)}"


def percent(share: Fraction | float) -> str:
    """A share as a whole percentage, halves rounded up."""
    return f"{int(Fraction(share) * 100 + Fraction(1, 2))} %"

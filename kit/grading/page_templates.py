"""The pages of a marked class: one of feedback for each pupil, and the frame that all pages share.

Whatever comes from a hand-in is escaped by the templates (kit/data/pages), and each page carries a policy under which
nothing could run or be fetched even if something slipped through.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kit.grading.answer_view import CHOICE_STANDINGS, AnswerView, view_answer
from kit.grading.known_questions import find_question, remember_answers
from kit.grading.pupil_results import AnswerResult, PupilResult, UnitResult
from kit.questions.points import Points
from kit.questions.points import counted as points_in_words
from kit.views.control_characters import showable
from kit.views.prose import prose

# Characters that turn the direction of writing, by which words can be made to look like others.
DIRECTION_SIGNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
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
        finalize=lambda value: DIRECTION_SIGNS.sub("", showable(value)) if type(value) is str else value,
    )
    made.globals["words"] = CHOICE_STANDINGS
    made.filters |= {
        "percent": percent,
        "figure": figure,
        "points_in_words": points_in_words,
        "prose": prose,
    }
    made.globals |= {"counted": counted, "points_of": points_of, "points_in_figures": points_in_figures}
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


def feedback_page(result: PupilResult, name: str, reveal_tests: bool) -> str:
    """The page of one pupil: their own answers in the text, points, what was missed or too much, and why. Of test
    questions only the points are told, unless `reveal_tests`; `name` stands above the page."""
    asked = {unit.unit.number: [_question(each, reveal_tests) for each in unit.answers] for unit in result.units}
    return page("feedback.html", name=name, units=result.units, remark=_remark, asked=asked)


def _remark(unit: UnitResult) -> str:
    """What there is to say of a unit besides its points."""
    said = []
    if unit.missing:
        said.append(MISSING[unit.came])
    if unit.days_late:
        taken = f", which takes {percent(unit.off)}" if unit.off else ""
        said.append(f"{counted(unit.days_late, 'day')} late{taken}.")
    if unit.waiting:
        said.append(f"{unit.waiting} {'answer waits' if unit.waiting == 1 else 'answers wait'} to be read.")
    return " ".join(said)


def _question(result: AnswerResult, reveal_tests: bool) -> dict[str, Any]:
    """One question on a page of feedback."""
    question, marked = result.question, result.marked
    reveal = question.feedback == "hints" or reveal_tests  # may the page tell what is right?
    state = marked.state if marked else "unanswered"
    lines: list[str] = []
    if state in ("unreadable", "unanswered"):
        lines = [STATES[state], *([marked.message] if marked else ())]
    elif state == "by hand":
        lines = [] if result.override else [STATES[state]]
    elif reveal and marked:
        lines = marked.message.splitlines()
    view = _view(question.id, marked.value, marked.version, reveal) if marked and marked.value else None
    return {
        "id": question.id,
        "points": points_of(result.points, question.points) if not result.waits else "not marked yet",
        "prompt": question.prompt,
        "shown": view if view and (view.paragraphs or view.lines or view.words) else None,
        "lines": lines,
        "comment": result.override.comment if result.override else "",
        "explanation": question.explanation if reveal and not result.waits and result.points < question.points else "",
        "rule": question.rule if reveal else "",
        "rule_by": question.rule_by,
    }


@remember_answers
def _view(id: str, value: str, version: str, reveal: bool) -> AnswerView | None:
    question = find_question(id)
    return view_answer(question, value, reveal) if question else None


def points_of(points: Fraction | str, most: Fraction) -> str:
    """1½ of 2 points; what being late leaves may be no quarter, and is then rounded to hundredths."""
    return f"{points_in_figures(Fraction(points))} of {points_in_words(most)}"


def points_in_figures(points: Fraction) -> str:
    """The same without the most: 1½."""
    return str(Points(points)) if points * 4 % 1 == 0 else f"{float(points):.2f}"


def percent(share: Fraction | float) -> str:
    """A share as a whole percentage, halves rounded up."""
    return f"{int(Fraction(share) * 100 + Fraction(1, 2))} %"


def figure(number: float | None) -> str:
    """A figure with two decimals; a dash where there is none."""
    return "–" if number is None else f"{number:.2f}".replace("-", "−")


def counted(number: int, thing: str) -> str:
    """So many things, in words.

    >>> counted(1, "file"), counted(2000, "file")
    ('1 file', '2,000 files')
    """
    return f"{number:,} {thing}" + ("" if number == 1 else "s")

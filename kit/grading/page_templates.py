"""The templates from which the pages of a marked class are made, and how they write points and figures.

Whatever comes from a hand-in is escaped by the templates (kit/data/pages), and each page carries a policy under which
nothing could run or be fetched even if something slipped through.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kit.errors import counted
from kit.grading.answer_view import view_answer
from kit.grading.pupil_results import AnswerResult, UnitResult
from kit.library import text_of
from kit.questions.points import Points, points_in_words
from kit.views.control_characters import DIRECTION_SIGNS, showable
from kit.views.prose import prose
from kit.views.rendering import page_style, policy_for, stylesheet


@cache
def _environment() -> Environment:
    style = page_style(
        stylesheet("reflow.css") + files("kit").joinpath("data", "pages", "page.css").read_text(encoding="utf-8")
    )
    made = Environment(
        loader=PackageLoader("kit", "data/pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: DIRECTION_SIGNS.sub("", showable(value)) if type(value) is str else value,
    )
    made.filters |= {"percent": percent, "figure": figure, "prose": prose}
    made.filters |= {"points_in_figures": points_in_figures, "points_in_words": points_in_words}
    made.globals |= {
        "counted": counted,
        "view_answer": view_answer,
        "text_of": text_of,
        "style": style,
        "policy": policy_for(style),
    }
    return made


def page(template: str, **values: Any) -> str:
    """A whole page of HTML from a template of kit/data/pages."""
    return "".join(page_in_pieces(template, **values))


def page_in_pieces(template: str, **values: Any) -> Iterator[str]:
    """The same, piece by piece: a page may be longer than memory should hold."""
    return _environment().get_template(template).generate(values)


def words_on_unit(unit: UnitResult) -> tuple[str, str]:
    """The points of a unit and what there is to say of it, as the page of feedback has them, in plain words."""
    said: Any = _environment().get_template("said.html").module
    return said.points_of_unit(unit).striptags(), said.on_unit(unit).striptags()


def words_on_answer(answer: AnswerResult, reveal_tests: bool) -> list[str]:
    """The same of an answer: first its points."""
    said: Any = _environment().get_template("said.html").module
    lines = (said.points_of(answer), *said.on_answer(answer, reveal_tests).split("</p>"))
    return [words for line in lines if (words := line.striptags())]


def points_in_figures(points: Fraction | str) -> str:
    """Points as 1½; what being late leaves may be no quarter, and is then rounded to hundredths."""
    points = Fraction(points)
    return str(Points(points)) if points * 4 % 1 == 0 else f"{float(points):.2f}"


def percent(share: Fraction | float) -> str:
    """A share as a whole percentage, halves rounded up."""
    return f"{int(Fraction(share) * 100 + Fraction(1, 2))} %"


def figure(number: float | None) -> str:
    """A figure with two decimals; a dash where there is none."""
    return "–" if number is None else f"{number:.2f}".replace("-", "−")

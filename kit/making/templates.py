"""The templates that exercises, worksheets and files for learning platforms are made with (jinja2).

The frames are in the folder `templates`; what depends on the kind of a question stands beside the kind, in
`kit/questions/kinds`. Whatever stands in a question is escaped; only our own prose gives markup.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape
from jinja2.filters import do_mark_safe as as_html

from kit.library import facts_of, text_of
from kit.questions.check import explanation_with_rule
from kit.questions.points import points_in_words
from kit.questions.question import Question
from kit.views.prose import prose, prose_in_line


def fill(template: str, **values: Any) -> str:
    """The text that a template gives with these values."""
    return _environment().get_template(template).render(values)


def part(question: Question, what: str) -> str:
    """The name of the template that the kind of a question has for one part: its "worksheet.html", "moodle.xml",
    "qti.xml", what is asked beside the prompt on a platform ("asked.html") and in a notebook ("task.md").

    >>> from kit.questions import bank
    >>> part(bank.question("1.1"), "moodle.xml")
    'choice.moodle.xml'
    """
    return f"{type(question.key).__module__.rpartition('.')[2]}.{what}"


def has_part(question: Question, what: str) -> bool:
    """Is there such a template? Without one for a platform, that platform can't hold the kind."""
    return files("kit.questions.kinds").joinpath(part(question, what)).is_file()


def slug(question: Question) -> str:
    """The id of a question as a part of a name.

    >>> from kit.questions import bank
    >>> slug(bank.question("1.3"))
    'question-1-3'
    """
    return f"question-{question.id.replace('.', '-')}"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=ChoiceLoader([PackageLoader("kit", "making/templates"), PackageLoader("kit", "questions/kinds")]),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"explanation_with_rule": explanation_with_rule, "facts_of": facts_of, "text_of": text_of}
    made.filters |= {
        "html": _html,
        "prose": lambda words: as_html(prose(words)),
        "in_line": lambda words: as_html(prose_in_line(words)),
        "one_line": lambda words, most: " ".join(words.split())[:most],
        "paragraphs": lambda text: [each.strip() for each in re.split(r"\n\s*\n", text) if each.strip()],
        "decimal": lambda number: f"{float(number):.10g}",
        "percent": lambda number: f"{float(number):.5f}".rstrip("0").rstrip("."),
        "points_in_words": points_in_words,
        "part": part,
        "slug": slug,
    }
    return made


def _html(words: str) -> str:
    """HTML as Moodle takes it: escaped, inside of an element."""
    return as_html(f"<text>{escape(str(words))}</text>")

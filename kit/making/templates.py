"""The templates that worksheets and files for learning platforms are made with (jinja2).

The frames are in the folder `templates`; what depends on the kind of a question comes from its key. Whatever stands in
a question is escaped; only our own prose gives markup.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.filters import do_mark_safe as as_html

from kit.library import text_of
from kit.questions.check import explanation_with_rule
from kit.questions.points import counted
from kit.questions.question import Question
from kit.views.prose import prose, prose_in_line


def fill(template: str, **values: Any) -> str:
    """The text that a template of the folder gives with these values."""
    return _environment().get_template(template).render(values)


def of_kind(part: str, question: Question, lines: Any = None) -> str:
    """What the kind of a question has for one part: its `worksheet`, `moodle`, `qti` or what is `asked`."""
    made = _environment().from_string(getattr(question.key, part).lstrip("\n"))
    return as_html(made.render(question=question, key=question.key, lines=lines))


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
        loader=PackageLoader("kit", "making/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "of_kind": of_kind,
        "asked": asked,
        "explanation_with_rule": explanation_with_rule,
        "text_of": text_of,
    }
    made.filters |= {
        "html": _html,
        "prose": lambda words: as_html(prose(words)),
        "in_line": lambda words: as_html(prose_in_line(words)),
        "one_line": lambda words, most: " ".join(words.split())[:most],
        "paragraphs": lambda text: [each.strip() for each in re.split(r"\n\s*\n", text) if each.strip()],
        "decimal": lambda number: f"{float(number):.10g}",
        "percent": lambda number: f"{float(number):.5f}".rstrip("0").rstrip("."),
        "counted": counted,
        "slug": slug,
    }
    return made


def _html(words: str) -> str:
    """HTML as Moodle takes it: escaped, inside of an element."""
    return as_html(f"<text>{escape(str(words))}</text>")


def asked(question: Question) -> str:
    """What is asked, as HTML for a platform."""
    return as_html(fill("asked.html", question=question).strip())

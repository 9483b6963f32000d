"""HTML is made here: jinja2 fills the templates of this room, and escapes whatever comes from a text."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar

from kit.errors import counted
from kit.views.control_characters import showable
from kit.views.palette import DARK_THEME, custom_properties

if TYPE_CHECKING:
    from jinja2 import Environment

DARK_RULE = re.compile(re.escape(DARK_THEME) + r" ([^{}]*\{[^{}]*\})")
SCOPE = ":is(.kit-view, .kit-ladder, .kit-facts)"


class View:
    """What a notebook shows as HTML, by a part of tables.html, and anything else as lines of plain text."""

    __slots__ = ()
    part: ClassVar[str]

    def lines(self) -> Iterator[str]:
        raise NotImplementedError

    def __repr__(self) -> str:
        return "\n".join(self.lines())

    def _repr_html_(self) -> str:
        return str(render("tables.html", self.part, self))


def render(template: str, part: str, *values: Any, **more: Any) -> str:
    """A part of a template (one of its macros), filled in; as another part of a page it is not escaped again."""
    made: str = getattr(environment().get_template(template).module, part)(*values, **more)
    return type(made)(showable(made))  # the same kind of text: it is marked as HTML


@cache
def environment() -> Environment:
    """The templates, opened when something is first shown: whoever only finds does not wait for jinja2."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(loader=FunctionLoader(template_source), autoescape=True, undefined=StrictUndefined)
    made.globals["styles"], made.globals["counted"] = styles, counted
    return made


def template_source(template: str) -> str:
    """A template, without the line breaks and indents that are there for whoever reads it."""
    source = files("kit.views").joinpath("templates", template).read_text(encoding="utf-8")
    return "".join(map(str.strip, source.splitlines()))


def styles(*names: str) -> str:
    """The palette and some style sheets, as they travel with every output."""
    return custom_properties(SCOPE) + "".join(map(stylesheet, names))


def page_style(rules: str) -> str:
    """The style of a page of its own: the palette, what every page begins with, its own rules, and what a dark screen
    changes of them, but never paper.

    A rule for a notebook's dark theme holds on a dark screen here.
    """
    style = custom_properties(":root") + stylesheet("page.css") + rules
    return f"{style}@media screen and (prefers-color-scheme: dark){{{''.join(DARK_RULE.findall(style))}}}"


def policy_for(style: str) -> str:
    """The policy of a page lets in its one style sheet, by its hash, and pictures that it carries itself; scripts,
    links to other files and forms are barred whatever should ever slip through."""
    allowed = base64.b64encode(sha256(style.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{allowed}'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def stylesheet(name: str) -> str:
    """A style sheet without its comments and line breaks."""
    css = files("kit.views").joinpath(name).read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()

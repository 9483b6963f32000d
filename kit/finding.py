"""What a finder gives back. A finding says *look here*, never *false*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.text import Span

Style = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text and why it was pointed out.

    `span` covers the whole finding, `rule` is the id of the rule or lexicon entry, `reason` is one sentence that a
    pupil understands.
    """

    span: Span
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Attribution(Finding):
    """Who says what: `source` (empty if the text names nobody), `cue` (the words that link them) and `content`.

    Each part is a tuple of spans, since it may stand in pieces. `style` is direct (all of the content in quotation
    marks), indirect (none of it) or mixed.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    style: Style

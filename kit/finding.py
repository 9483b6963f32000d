"""What a finder gives back. A finding says *look here*, never *false*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.text import Span

Style = Literal["direct", "indirect", "mixed"]
Level = Literal["named_person", "named_organisation", "described", "vague", "hidden", "other"]
What = Literal["affiliation", "post", "basis", "reason", "corroboration"]


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


@dataclass(frozen=True, slots=True)
class Told:
    """One of the five things a reader may be told of a source, and the words that tell it."""

    what: What
    span: Span


@dataclass(frozen=True, slots=True)
class Source(Finding):
    """One mention of a source, or (level hidden) a place where a source is left out.

    `level` says how much the reader can know of it, from named person to hidden. `anonymity_stated` is true if the
    text says that the source did not want to be named or was not allowed to speak; `grounds` is the span of the reason
    it gives for that, None if it gives none. `told` holds which of the five things the text tells of it.

    `same_as` is a number: mentions of one person or body carry the same number, under whatever name (-1 for hidden
    ones). `name` is the fullest name or description the text has for it. `guess` is true where a pronoun, a surname or
    a title had to be traced back and might mean somebody else. `heard` is true if an attribution hangs on this mention,
    false if the text only speaks about the person or body here.
    """

    level: Level
    anonymity_stated: bool
    grounds: Span | None
    told: tuple[Told, ...]
    same_as: int
    name: str
    guess: bool
    heard: bool

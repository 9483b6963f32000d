"""What a finder gives back. A finding says *look here*, never *false*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.errors import KitError, type_in_words
from kit.text import Span

Style = Literal["direct", "indirect", "mixed"]
Level = Literal["named_person", "named_organisation", "described", "vague", "hidden", "other"]
Certainty = Literal["flag", "ask"]
FoundBy = Literal["term", "frame", "explained", "grammar"]
Voice = Literal["narrator", "quotation", "so-called"]
What = Literal["affiliation", "post", "basis", "reason", "corroboration"]
Differ = Literal[
    "number", "date", "negation", "antonym", "name", "role", "place", "who_said", "headline", "cause",
    "sources_disagree", "unattributed",
]  # fmt: skip
Verdict = Literal["conflict", "tension", "unsupported", "none"]
Kind = Literal[
    "headline",
    "person",
    "number",
    "time",
    "place",
    "opposites",
    "quotation",
    "denial",
    "name",
]


def as_confidence(at_least: object) -> float:
    """The number that somebody gave for `at_least`, from 0 to 1. Raises KitError, in a sentence, for all else."""
    if isinstance(at_least, bool) or not isinstance(at_least, int | float) or not 0 <= at_least <= 1:
        given = at_least if isinstance(at_least, int | float) else type_in_words(at_least)
        raise KitError(
            f"at_least is a number from 0 to 1, not {given}: at_least=0.8 shows what is right 8 times in 10."
        )
    return float(at_least)


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text and why it was pointed out.

    `span` covers the whole finding, `rule` is the id of the rule or lexicon entry, `reason` says why in a sentence or
    a few that a pupil understands.
    """

    span: Span
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Attribution(Finding):
    """Who says what: `source` (empty if the text names nobody), `cue` (the words that link them) and `content`.

    Each part is a tuple of spans, since it may stand in pieces. `style` is direct (all of the content in quotation
    marks), indirect (none of it) or mixed. `confidence`, from 0 to 1, is the share of such findings that were right in
    real news, as 1 is for marks made by hand.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    style: Style
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One of the five things a reader may be told about a source, and the words that tell it."""

    what: What
    span: Span


@dataclass(frozen=True, slots=True)
class Source(Finding):
    """One mention of a source, or (level hidden) a place where a source is left out.

    `level` says how much the reader can know of it, from named person to hidden. `is_source` is true if an attribution
    hangs on this mention, false if the text only speaks about the person or body here. `anonymity_stated` is true if
    the text says that the source did not want to be named or was not allowed to speak; `anonymity_reason` is the span
    of the reason it gives for that, None if it gives none. `disclosures` are those of the five things that the text
    tells of it.

    `entity` is a number: mentions of one person or body carry the same number, under whatever name (-1 for hidden
    ones). `name` is the fullest name or description the text has for it. `guess` is true where a pronoun, a surname or
    a title had to be traced back and might mean somebody else.
    """

    level: Level
    anonymity_stated: bool
    anonymity_reason: Span | None
    disclosures: tuple[Disclosure, ...]
    entity: int
    name: str
    guess: bool
    is_source: bool


@dataclass(frozen=True, slots=True)
class Euphemism(Finding):
    """Words that soften, or grammar that leaves out who did something.

    `pieces` are the words, in one span or two ("let 40 people go"). `term` is the entry of the lexicon, or the frame
    (the words themselves if the text explains a term or hides somebody by its grammar), `plain` the plain wording
    (empty where there is none: an actor is missing, not a word, or nobody can say what words in no list stand for).
    `certainty` is flag for what is unambiguous and ask for what may be meant literally: then `cue` is the span of what
    stands near and speaks for the soft sense; only words in no list may do without. `voice` tells whose word it is: the
    narrator's, somebody's in quotation marks (`said_by`, if the text says who), or one kept at a distance
    ("so-called"). `found_by` is term (an entry of the lexicon), frame (words in no list, made the way soft words are
    made), explained (the text itself calls it a euphemism) or grammar. `form` holds the letters of its inflection, as
    `kit.language` gives them.
    """

    pieces: tuple[Span, ...]
    term: str
    plain: str
    category: str
    certainty: Certainty
    voice: Voice
    found_by: FoundBy
    said_by: tuple[Span, ...]
    cue: Span | None
    form: str
    reference: str


@dataclass(frozen=True, slots=True)
class Inconsistency(Finding):
    """Two passages of one text that do not go together: `claim` stands first in the text, `other` behind it.

    `claim_words` and `other_words` are the words in which they differ, `type` tells what differs. `verdict` is conflict
    (both can't be right as they stand), tension (both may be right, but a reader should ask), unsupported (nothing else
    in the text backs it up) or none. `claim_source` and `other_source` name whoever says each: empty for the reporter.
    `excuse` is the best innocent explanation, in a sentence.
    """

    claim: Span
    other: Span
    claim_words: tuple[Span, ...]
    other_words: tuple[Span, ...]
    type: Differ
    verdict: Verdict
    claim_source: str
    other_source: str
    excuse: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a text says of the subject of a row.

    `span` covers the words that say it, `value` tells in short what is to be compared ("42", "aged 38", "not open"),
    `source` is the name of whoever says it: empty for the reporter, "nobody named" where a source is hidden.
    """

    span: Span
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the ledger: what a text says about one subject, to be read side by side. It claims no fault.

    `subject` is what the statements are about and `kind` what is to be compared in them. `statements` are two to eight
    in the order of the text; `more` counts those that the row had no room for.
    """

    subject: str
    kind: Kind
    statements: tuple[Statement, ...]
    more: int = 0

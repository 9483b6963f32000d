"""What a careful reader marks in a practice text: `gold("footbridge")`.

The marks stand in kit/data/articles/NAME.toml and quote the words of the text, so they are readable, and a text that is
changed without its marks is noticed at once. docs/annotating.md says how a text is marked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar, get_args

from kit.errors import KitError
from kit.finding import Level, Style, Voice, What
from kit.library import facts_bytes, text_of
from kit.text import ReadingError, Span
from kit.toml import Table, load_toml

STYLES, LEVELS, VOICES, DISCLOSURES = map(get_args, (Style, Level, Voice, What))
TYPES = (
    *("number", "date", "negation", "antonym", "name", "role", "place", "who_said", "headline", "cause"),
    *("sources_disagree", "unattributed"),
)
VERDICTS = ("conflict", "tension", "unsupported", "none")
KINDS = ("attribution", "source", "euphemism", "inconsistency")  # the tables of marks
Marked = TypeVar("Marked")


@dataclass(frozen=True, slots=True)
class MarkedAttribution:
    """An attribution as a careful reader marks it: the spans of source, cue and content, and how it is said.

    Here and below, `doubtful` marks are those that careful readers place differently; `note` says why.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    style: str
    doubtful: bool
    note: str


@dataclass(frozen=True, slots=True)
class MarkedSource:
    """A mention of a source: its place, its level, and what the reader is told (as in `kit.finding.Source`)."""

    span: Span
    level: str
    disclosures: tuple[str, ...]
    anonymity_stated: bool
    anonymity_reason: Span | None
    doubtful: bool
    note: str


@dataclass(frozen=True, slots=True)
class MarkedEuphemism:
    """Words that soften, in one piece or several, the plain words for them, and whose words they are."""

    pieces: tuple[Span, ...]
    plain: str
    category: str
    voice: str
    doubtful: bool
    note: str


@dataclass(frozen=True, slots=True)
class MarkedInconsistency:
    """Two passages that do not agree, the words in them that differ, of what type it is and how sure one can be.

    With the verdict none they only seem to disagree: a decoy.
    """

    claim: Span
    other: Span
    claim_words: Span
    other_words: Span
    type: str
    verdict: str
    doubtful: bool
    note: str


@dataclass(frozen=True, slots=True)
class Gold:
    """All that is marked in a practice text, in the order of its file."""

    attributions: tuple[MarkedAttribution, ...]
    sources: tuple[MarkedSource, ...]
    euphemisms: tuple[MarkedEuphemism, ...]
    inconsistencies: tuple[MarkedInconsistency, ...]

    @property
    def empty(self) -> bool:
        """Has nobody marked anything?"""
        return not (self.attributions or self.sources or self.euphemisms or self.inconsistencies)

    @property
    def sound(self) -> bool:
        """Is there nothing to object to? No soft word, nothing that disagrees, no claim whose source is left out."""
        return all(
            (
                all(mark.source or mark.doubtful for mark in self.attributions),
                all(mark.level != "hidden" or mark.doubtful for mark in self.sources),
                all(mark.doubtful for mark in self.euphemisms),
                all(mark.verdict == "none" or mark.doubtful for mark in self.inconsistencies),
            )
        )


def gold(name: str) -> Gold:
    """What a careful reader marks in the practice text of that name.

    Raises ReadingError if there is no such text, or if a mark quotes words that aren’t there exactly once,
    naming file, entry and remedy.
    """
    return _gold(name, text_of(name), facts_bytes(name))


@lru_cache(maxsize=16)
def _gold(name: str, text: str, toml: bytes) -> Gold:
    """Read once for the many questions on one text, as long as it and its marks stay the same."""
    return gold_in(text, load_toml(toml, f"{name}.toml", ReadingError), f"{name}.toml")


def gold_in(text: str, read: Mapping[str, Any], where: str) -> Gold:
    """The marks of a .toml file, found in the text they belong to; `where` names the file in what is raised."""
    whole, file = Quoted(text), Table(read, where, ReadingError)

    def each(kind: str, marked: Callable[[MarkTable], Marked]) -> tuple[Marked, ...]:
        return file.read_tables(kind, lambda table: marked(MarkTable(whole, table)), under="")

    return Gold(
        each("attribution", marked_attribution),
        each("source", marked_source),
        each("euphemism", marked_euphemism),
        each("inconsistency", marked_inconsistency),
    )


AS_TYPED = str.maketrans("“”„«»‘’‚–—\u2011\u00a0\u202f\n", '"""""\'\'\'---   ')  # what a keyboard has in their place


def as_typed(words: str) -> str:
    """Words as one would type them without looking closely. The length stays the same."""
    return lower_case(words.translate(AS_TYPED))


def lower_case(words: str) -> str:
    """Words in small letters. The length stays the same: a capital whose small letter takes two signs stays as it is.

    >>> lower_case("İZMİR Port")
    'İzmİr port'
    """
    low = words.lower()
    return low if len(low) == len(words) else "".join(s if len(s := sign.lower()) == 1 else sign for sign in words)


class Quoted:
    """A text in which quoted words are found again, as whole words."""

    def __init__(self, text: str, error: type[KitError] = ReadingError):
        self.text, self.error = text, error

    def find(self, words: str, where: str, within: Span | None = None, nth: int | None = None) -> Span:
        """The place of quoted words inside a passage; `nth` (from 1) says which, if there are several.

        Raises its `error` with the place (`where`) and the remedy if they are not there, or there more than once.
        """
        start, end = within or (0, len(self.text))
        places = self.places(words, start, end)
        if not places:
            near = self._near(words, start, end)
            but = f", but these are: {near}" if near else ""
            raise self.error(f"{where}: the words “{words}” aren’t there{but}. Copy them from the text exactly.")
        if nth is None and len(places) > 1:
            many = f"the words “{words}” come up there {len(places)} times"
            raise self.error(f"{where}: {many}. Give a longer `within`, or say which: nth.")
        if nth is not None and not (isinstance(nth, int) and 1 <= nth <= len(places)):
            raise self.error(f"{where}: nth is {nth}, and the words “{words}” come up there {len(places)} times.")
        return places[(nth or 1) - 1]

    def places(self, words: str, start: int, end: int) -> list[Span]:
        """Where the words stand between start and end."""
        places = []
        at = self.text.find(words, start, end) if words else -1
        while at >= 0:
            if not (self._joins(at) or self._joins(at + len(words))):
                places.append(Span(at, at + len(words)))
            at = self.text.find(words, at + 1, end)
        return places

    def _near(self, words: str, start: int, end: int) -> str:
        """The place that differs from the words only in capitals, quotation marks, dashes or blanks; "" if none."""
        at = as_typed(self.text[start:end]).find(as_typed(words)) if words else -1
        ends = (start + at, start + at + len(words))
        return "" if at < 0 or any(map(self._joins, ends)) else self.text[slice(*ends)]

    def _joins(self, at: int) -> bool:
        """Is this place in the middle of a word?"""
        text = self.text
        return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


@dataclass(frozen=True, slots=True)
class MarkTable:
    """One table of a gold file, and the text that it quotes."""

    text: Quoted
    table: Table

    def pieces(self, role: str) -> tuple[Span, ...]:
        """The places of a part that may stand in pieces, or be missing."""
        quoted, within, nth = self.table.several(role, ()), self._within(), self._nth(role)
        return tuple(self.text.find(words, self.table.where, within, nth) for words in quoted)

    def one(self, role: str) -> Span:
        """The place of a part that stands in one piece."""
        return self.text.find(self.table.words(role), self.table.where, self._within(), self._nth(role))

    def anywhere(self, role: str) -> Span | None:
        """The place of a part that may stand far from the rest, or be missing."""
        words = self.table.words(role, "")
        return self.text.find(words, self.table.where, None, self._nth(role)) if words else None

    def two_quotations(self, key: str) -> list[str]:
        """The words of two passages, of which either may be empty."""
        value = self.table.take(key, example='["…", "…"]')
        if not isinstance(value, list) or len(value) != 2 or not all(isinstance(words, str) for words in value):
            raise self.table.wrong(f'{key} has to be two quotations from the text: {key} = ["…", "…"]')
        return value

    def doubt(self) -> tuple[bool, str]:
        """Is the mark doubtful, and the note on it."""
        doubtful, note = self.table.flag("doubtful"), self.table.words("note", "", may_be_empty=True)
        self.table.take("nth", None)
        self.table.take("within", None)
        if doubtful and not note:
            raise self.table.wrong('it is doubtful, and no note says why. Add: note = "…"')
        return doubtful, note

    def _within(self) -> Span:
        words = self.table.words("within", "")
        return self.text.find(words, self.table.where) if words else Span(0, len(self.text.text))

    def _nth(self, role: str) -> int | None:
        """Which one is meant, if the words stand there several times: one number, or one for a role."""
        nth = self.table.take("nth", {})
        if isinstance(nth, int):
            return nth
        if not isinstance(nth, Mapping):
            raise self.table.wrong(f"nth has to say which one is meant: nth = {{ {role} = 2 }}")
        number: int | None = nth.get(role)
        return number


def marked_attribution(mark: MarkTable) -> MarkedAttribution:
    """One attribution of a gold file."""
    source, cue, content = map(mark.pieces, ("source", "cue", "content"))
    return MarkedAttribution(source, cue, content, mark.table.one_of("style", STYLES), *mark.doubt())


def marked_source(mark: MarkTable) -> MarkedSource:
    """One mention of a source in a gold file."""
    disclosures = mark.table.several("told", ())
    if not set(disclosures) <= set(DISCLOSURES):
        raise mark.table.wrong(f"told has to be a list of {', '.join(DISCLOSURES)}")
    return MarkedSource(
        mark.one("words"),
        mark.table.one_of("level", LEVELS),
        disclosures,
        mark.table.flag("anonymity_stated"),
        mark.anywhere("grounds"),
        *mark.doubt(),
    )


def marked_euphemism(mark: MarkTable) -> MarkedEuphemism:
    """One euphemism of a gold file."""
    pieces = mark.pieces("words")
    if not pieces:
        raise mark.table.wrong('words is missing. Quote the words that soften: words = "…"')
    plain, category = (mark.table.words(key, "", may_be_empty=True) for key in ("plain", "category"))
    return MarkedEuphemism(pieces, plain, category, mark.table.one_of("voice", VOICES), *mark.doubt())


def marked_inconsistency(mark: MarkTable) -> MarkedInconsistency:
    """One pair of passages of a gold file. Without words that differ in it, the whole passage stands for them."""
    passages, differ = map(mark.two_quotations, ("passages", "differ"))
    numbers = mark.table.take("nth", {})
    numbers = numbers if isinstance(numbers, Mapping) else {"passages": numbers}
    nth = {key: numbers.get(key, [None, None]) for key in ("passages", "differ")}
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in nth.values()):
        raise mark.table.wrong("nth has to be two numbers, one for each passage: nth = [1, 2]")
    claim, other = (
        mark.text.find(words, mark.table.where, None, n) for words, n in zip(passages, nth["passages"], strict=True)
    )
    first, second = (
        mark.text.find(words, mark.table.where, passage, n) if words else passage
        for words, passage, n in zip(differ, (claim, other), nth["differ"], strict=True)
    )
    kind, verdict = mark.table.one_of("type", TYPES), mark.table.one_of("verdict", VERDICTS)
    return MarkedInconsistency(claim, other, first, second, kind, verdict, *mark.doubt())

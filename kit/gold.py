"""What a careful reader marks in a practice text: `gold("footbridge")`.

The marks stand in kit/data/articles/NAME.toml and quote the words of the text, so they are readable, and a text that is
changed without its marks is noticed at once. docs/annotating.md says how a text is marked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from kit.finding import Level, Style, Voice, What
from kit.library import facts_file, text_of
from kit.text import ReadingError, Span

STYLES, LEVELS, VOICES, WHATS = map(get_args, (Style, Level, Voice, What))
TYPES = (
    *("number", "date", "negation", "antonym", "name", "role", "place", "who_said", "headline", "cause"),
    *("sources_disagree", "unattributed"),
)
VERDICTS = ("conflict", "tension", "unsupported", "none")
KINDS = ("attribution", "source", "euphemism", "inconsistency")  # the tables of marks
ALWAYS = {"within", "nth", "doubtful", "note"}  # what every mark may have
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
    told: tuple[str, ...]
    anonymity_stated: bool
    grounds: Span | None
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

    Raises ReadingError if there is no such text, or if a mark quotes words that do not stand there exactly once,
    naming file, entry and remedy.
    """
    return gold_in(text_of(name), facts_file(name), f"{name}.toml")


def gold_in(text: str, read: Mapping[str, Any], where: str) -> Gold:
    """The marks of a .toml file, found in the text they belong to; `where` names the file in what is raised."""
    whole = Quoted(text)

    def each(kind: str, one: Callable[[Quoted, Mapping[str, Any], str], Marked]) -> tuple[Marked, ...]:
        return tuple(one(whole, entry, f"{where}, {kind} {at}") for at, entry in enumerate(read.get(kind, []), 1))

    return Gold(
        each("attribution", marked_attribution),
        each("source", marked_source),
        each("euphemism", marked_euphemism),
        each("inconsistency", marked_inconsistency),
    )


ALIKE = str.maketrans("“”„«»‘’‚–—\u2011\u00a0\u202f\n", '"""""\'\'\'---   ')  # what a keyboard has in their place


def alike(words: str) -> str:
    """Words as one would type them without looking closely. The length stays the same."""
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in words.translate(ALIKE))


class Quoted:
    """A text in which quoted words are found again, as whole words."""

    def __init__(self, text: str):
        self.text = text

    def find(self, words: str, where: str, within: Span | None = None, nth: int | None = None) -> Span:
        """The place of quoted words inside a passage; `nth` (from 1) says which, if there are several.

        Raises ReadingError with the place (`where`) and the remedy if they are not there, or there more than once.
        """
        start, end = within or (0, len(self.text))
        places = []
        at = self.text.find(words, start, end) if words else -1
        while at >= 0:
            if not (self._joins(at) or self._joins(at + len(words))):
                places.append(Span(at, at + len(words)))
            at = self.text.find(words, at + 1, end)
        if not places:
            near = self._near(words, start, end)
            but = f", but these do: {near}" if near else ""
            raise ReadingError(
                f"{where}: the words “{words}” do not stand there{but}. Copy them from the text exactly."
            )
        if nth is None and len(places) > 1:
            many = f"the words “{words}” stand there {len(places)} times"
            raise ReadingError(f"{where}: {many}. Give a longer `within`, or say which: nth.")
        if nth is not None and not (isinstance(nth, int) and 1 <= nth <= len(places)):
            raise ReadingError(f"{where}: nth is {nth}, and the words “{words}” stand there {len(places)} times.")
        return places[(nth or 1) - 1]

    def _near(self, words: str, start: int, end: int) -> str:
        """The place that differs from the words only in capitals, quotation marks, dashes or blanks; "" if none."""
        at = alike(self.text[start:end]).find(alike(words)) if words else -1
        ends = (start + at, start + at + len(words))
        return "" if at < 0 or any(map(self._joins, ends)) else self.text[slice(*ends)]

    def _joins(self, at: int) -> bool:
        """Is this place in the middle of a word?"""
        text = self.text
        return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def marked_attribution(text: Quoted, entry: Mapping[str, Any], where: str) -> MarkedAttribution:
    """One attribution of a gold file."""
    _known(entry, {"source", "cue", "content", "style"}, where)
    source, cue, content = (_pieces(text, entry, role, where) for role in ("source", "cue", "content"))
    return MarkedAttribution(source, cue, content, _one_of(entry, "style", STYLES, where), *_doubt(entry, where))


def marked_source(text: Quoted, entry: Mapping[str, Any], where: str) -> MarkedSource:
    """One mention of a source in a gold file."""
    _known(entry, {"words", "level", "told", "anonymity_stated", "grounds"}, where)
    told = entry.get("told", [])
    if not isinstance(told, list) or not set(told) <= set(WHATS):
        raise ReadingError(f"{where}: told has to be a list of {', '.join(WHATS)}.")
    grounds = entry.get("grounds")
    return MarkedSource(
        _one(text, entry, "words", where),
        _one_of(entry, "level", LEVELS, where),
        tuple(told),
        _switch(entry, "anonymity_stated", where),
        # The reason may be given far from the mention, so it is looked for in the whole text.
        None if grounds is None else text.find(str(grounds), where, None, _nth(entry, "grounds", where)),
        *_doubt(entry, where),
    )


def marked_euphemism(text: Quoted, entry: Mapping[str, Any], where: str) -> MarkedEuphemism:
    """One euphemism of a gold file."""
    _known(entry, {"words", "plain", "category", "voice"}, where)
    pieces = _pieces(text, entry, "words", where)
    if not pieces:
        raise ReadingError(f"{where}: words is missing. Quote the words that soften: words = “…”")
    plain, category = (str(entry.get(key, "")).strip() for key in ("plain", "category"))
    return MarkedEuphemism(pieces, plain, category, _one_of(entry, "voice", VOICES, where), *_doubt(entry, where))


def marked_inconsistency(text: Quoted, entry: Mapping[str, Any], where: str) -> MarkedInconsistency:
    """One pair of passages of a gold file."""
    _known(entry, {"passages", "differ", "type", "verdict"}, where)
    for key in ("passages", "differ"):
        if not (isinstance(entry.get(key), list) and len(entry[key]) == 2 and all(map(_is_words, entry[key]))):
            raise ReadingError(f"{where}: {key} has to be two quotations from the text: {key} = [“…”, “…”]")
    nth = entry.get("nth", {})
    numbers = nth.get("passages", [None, None]) if isinstance(nth, Mapping) else nth
    which = nth.get("differ", [None, None]) if isinstance(nth, Mapping) else [None, None]
    if not all(isinstance(each, list) and len(each) == 2 for each in (numbers, which)):
        raise ReadingError(f"{where}: nth has to be two numbers, one for each passage: nth = [1, 2]")
    claim, other = (
        text.find(words, where, None, number) for words, number in zip(entry["passages"], numbers, strict=True)
    )
    first, second = (
        text.find(words, where, passage, number) if words else passage
        for words, passage, number in zip(entry["differ"], (claim, other), which, strict=True)
    )
    kind, verdict = _one_of(entry, "type", TYPES, where), _one_of(entry, "verdict", VERDICTS, where)
    return MarkedInconsistency(claim, other, first, second, kind, verdict, *_doubt(entry, where))


def _is_words(value: object) -> bool:
    return isinstance(value, str)


def _known(entry: Mapping[str, Any], keys: set[str], where: str) -> None:
    unknown = set(entry) - keys - ALWAYS
    if unknown:
        usable = ", ".join(sorted(keys | ALWAYS))
        raise ReadingError(f"{where}: unknown key {', '.join(sorted(unknown))}. Use: {usable}.")


def _within(text: Quoted, entry: Mapping[str, Any], where: str) -> Span:
    return text.find(str(entry["within"]), where) if "within" in entry else Span(0, len(text.text))


def _nth(entry: Mapping[str, Any], role: str, where: str) -> int | None:
    """Which one is meant, if the words stand there several times: one number, or one for a role."""
    nth = entry.get("nth", {})
    if isinstance(nth, int):
        return nth
    if not isinstance(nth, Mapping):
        raise ReadingError(f"{where}: nth has to say which one of whom: nth = {{ {role} = 2 }}")
    number: int | None = nth.get(role)
    return number


def _pieces(text: Quoted, entry: Mapping[str, Any], role: str, where: str) -> tuple[Span, ...]:
    """The spans of a part that may stand in pieces, or be missing."""
    quoted = entry.get(role, [])
    words: Sequence[str] = [quoted] if isinstance(quoted, str) else quoted
    if not isinstance(words, list) or not all(map(_is_words, words)):
        raise ReadingError(f"{where}: {role} has to be words in quotation marks, or a list of them.")
    within, nth = _within(text, entry, where), _nth(entry, role, where)
    return tuple(text.find(each, where, within, nth) for each in words)


def _one(text: Quoted, entry: Mapping[str, Any], role: str, where: str) -> Span:
    if not isinstance(entry.get(role), str):
        raise ReadingError(f"{where}: {role} is missing. Quote the words of the text: {role} = “…”")
    return text.find(entry[role], where, _within(text, entry, where), _nth(entry, role, where))


def _one_of(entry: Mapping[str, Any], key: str, choices: Sequence[str], where: str) -> str:
    value = entry.get(key)
    if value not in choices:
        raise ReadingError(f"{where}: {key} has to be one of {', '.join(choices)}.")
    return str(value)


def _switch(entry: Mapping[str, Any], key: str, where: str) -> bool:
    value = entry.get(key, False)
    if not isinstance(value, bool):
        raise ReadingError(f"{where}: {key} has to be true or false.")
    return value


def _doubt(entry: Mapping[str, Any], where: str) -> tuple[bool, str]:
    """Is it doubtful, and the note on it."""
    note = str(entry.get("note", "")).strip()
    doubtful = _switch(entry, "doubtful", where)
    if doubtful and not note:
        raise ReadingError(f"{where}: it is doubtful, and no note says why. Add: note = “…”")
    return doubtful, note

"""The cues of `cues.toml` and `phrases.toml` in kit/data/lexicons, ready for looking up word by word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kit.language import load, noun_forms, verb_forms
from kit.language.morphology import BASES, IRREGULAR

STRENGTHS = ("weak", "medium", "strong")
MAX_VERBS_REMEMBERED = 20_000
ENDING = re.compile(r"(?<=[a-z]{2})(?:ed|ing|e?s(?<!ss))$")
LETTERS_OF_ENDING = {"ed": "fe", "ing": "g", "s": "s", "es": "s"}
PATTERNS = ("speech", "clause", "object", "infinitive", "passive", "raising", "noun")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that links a source with what it says.

    `takes` tells for each pattern how strong the cue is in it, `particle` holds the words after the first ("point
    out"), `listener` is true for verbs that name who is told before they say what. `not_sources` are nouns that can't
    be its source ("the sign says"), `not_objects` words that show another sense ("added 300 jobs"; # is
    any number, * any object of which nothing is said, @ such an object if it is a place). The source of a phrase must
    have one of the words in `sources`, if there are any.
    """

    term: str
    particle: tuple[str, ...]
    takes: Mapping[str, str]
    listener: bool
    not_sources: frozenset[str]
    not_objects: frozenset[str]
    sources: frozenset[str] = frozenset()
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """A word form, the cue it may be, and as which forms (letters of `verb_forms`)."""

    cue: Cue
    forms: str


class Cues:
    """All cues, by word form. `word in cues` asks for verbs only."""

    def __init__(self) -> None:
        self.verbs: dict[str, list[Reading]] = {}
        self.nouns: dict[str, Cue] = {}
        self.phrases: dict[str, list[tuple[list[str], Cue]]] = {}
        self._finite: set[str] = set()
        for entry in load("cues", ("takes",), ("listener", "not_sources", "not_objects")):
            table = entry.table("cues.toml")
            takes = table.take("takes")
            if not isinstance(takes, dict):
                raise table.wrong('write takes as a table: takes = { object = "strong" }')
            for pattern, strength in takes.items():
                if pattern not in PATTERNS or strength not in STRENGTHS:
                    raise table.wrong(
                        f'takes {pattern} = "{strength}" is not known. '
                        f"Patterns: {', '.join(PATTERNS)}; strengths: {', '.join(STRENGTHS)}"
                    )
            first, *particle = entry.term.split()
            not_sources, not_objects = (frozenset(table.several(key, ())) for key in ("not_sources", "not_objects"))
            cue = Cue(entry.term, tuple(particle), takes, table.flag("listener"), not_sources, not_objects)
            if "noun" in takes:
                for form in noun_forms(first):
                    self.nouns[form] = cue
            if set(takes) != {"noun"}:
                self._add_verb(first, cue)

        phrases = load("phrases", ("strength",), ("not_sources", "sources"))
        for entry in sorted(phrases, key=lambda e: -len(e.term.split())):  # "in the words of" is asked for before "in"
            words = entry.term.split()
            idioms, sources = (frozenset(entry.data.get(key, ())) for key in ("not_sources", "sources"))
            takes = {"phrase": entry.data["strength"]}
            cue = Cue(entry.term, tuple(words[1:]), takes, False, idioms, frozenset(), sources)
            self.phrases.setdefault(words[0], []).append((words, cue))
        self.words = frozenset([*self.verbs, *self.nouns, *self.phrases])  # with which a cue may begin

    def _add_verb(self, base: str, cue: Cue) -> None:
        for form, letters in verb_forms(base).items():
            readings = self.verbs.setdefault(form, [])
            readings.append(Reading(cue, letters))
            readings.sort(key=lambda r: -len(r.cue.particle))  # "point out" is asked for before "point"
            if "f" in letters or "s" in letters:
                self._finite.add(form)

    def __contains__(self, word: str) -> bool:
        return word in self.verbs

    def readings(self, word: str) -> list[Reading]:
        """What a form of a verb may be; a verb that the lexicon lacks is one without a strength in any pattern."""
        return self.verbs.get(word) or [_unlisted(word)]

    def finite(self, word: str) -> bool:
        """May this word be a cue in the past tense or with -s?"""
        return word in self._finite


@lru_cache(maxsize=MAX_VERBS_REMEMBERED)
def _unlisted(word: str) -> Reading:
    base = BASES.get(word, word)
    letters = verb_forms(base).get(word, "") if base in IRREGULAR else ""
    ending = ENDING.search(word)
    if base not in IRREGULAR and ending:
        base, letters = word[: ending.start()], LETTERS_OF_ENDING[ending[0]]
    return Reading(Cue(base, (), {}, False, frozenset(), frozenset(), listed=False), letters or "b")


@cache
def all_cues() -> Cues:
    """The cues, read once."""
    return Cues()

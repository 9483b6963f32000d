"""The entries of `euphemisms.toml`, checked, and the matcher that looks for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import cast

from kit.finding import Certainty
from kit.language import (
    PARTS_OF_SPEECH,
    Entry,
    LexiconError,
    Pattern,
    load,
    noun_forms,
    spellings,
    verb_forms,
    ways_to_write,
)

FILE = "euphemisms.toml"
REQUIRED = ("plain", "category", "certainty", "pos", "note", "reference")
OPTIONAL = ("cues", "not_cues", "not_then", "not_behind", "gap", "mass", "name")
CATEGORIES = (
    "war", "policing", "intelligence", "labour", "economy", "politics", "death", "migration", "disability",
    "environment", "corporate", "body",
)  # fmt: skip
CERTAINTIES = ("flag", "ask")
CUE_KINDS = ("NAME", "PERSON", "SUBJECT", "NUMBER", "PASSIVE", "NOUN", "ALONE")


@dataclass(frozen=True, slots=True)
class Cues:
    """What must stand near a term, or must not: words in all their forms, words in a row, and kinds (NAME, PERSON)."""

    words: frozenset[str]
    rows: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words or self.rows or self.kinds)


@dataclass(frozen=True, slots=True)
class Term:
    """One entry: the soft words, the plain ones, and when the words are soft."""

    term: str
    plain: str
    category: str
    certainty: Certainty
    pos: str
    note: str
    reference: str
    gap: bool
    mass: bool  # the plain wording takes no "a"
    name: bool  # also soft where it stands in a name, with capital letters: "Marion Correctional Facility"
    cues: Cues
    not_cues: Cues
    not_then: frozenset[str]
    not_behind: frozenset[str]


@cache
def all_terms() -> dict[str, Term]:
    """The terms of the lexicon, checked, by what stands in the file as `term`."""
    terms = {entry.term: term_of(entry) for entry in load("euphemisms", REQUIRED, OPTIONAL)}
    check_apart(terms.values())
    return terms


def check_apart(terms: Iterable[Term]) -> None:
    """No two entries may be found in the same words: only one of them would ever be."""
    owners: dict[tuple[str, ...], str] = {}
    for pattern in patterns(terms):
        term = cast(Term, pattern.key).term
        other = owners.setdefault(pattern.words, term)
        if other != term:
            raise LexiconError(
                f'{FILE}: the entries "{other}" and "{term}" are both found in “{" ".join(pattern.words)}”. '
                "Put them into one entry."
            )


def patterns(terms: Iterable[Term]) -> Iterator[Pattern]:
    """All ways to write these terms."""
    for term in terms:
        for words, form in ways_to_write(term.term, term.pos, term.gap):
            yield Pattern(words, "euphemisms", term, form)


def term_of(entry: Entry) -> Term:
    """An entry with all that its keys mean; a slip gets a sentence."""
    data, place = entry.data, f'{FILE}, entry "{entry.term}"'
    for key, known in (("category", CATEGORIES), ("certainty", CERTAINTIES), ("pos", PARTS_OF_SPEECH)):
        if data[key] not in known:
            raise LexiconError(f'{place}: {key} = "{data[key]}" is not known. Known: {", ".join(known)}.')
    for key in ("plain", "note", "reference"):
        if not isinstance(data[key], str):
            raise LexiconError(f'{place}: put the {key} into quotation marks: {key} = "...".')
    if not (data["note"][:1].isupper() and data["note"].endswith((".", "?"))):
        raise LexiconError(f'{place}: note = "{data["note"]}" must be a sentence, with a capital and a full stop.')
    if data["plain"].lower() == entry.term.lower():
        raise LexiconError(f"{place}: the plain wording is the term itself. Say it more plainly, or drop the entry.")
    for key in ("gap", "mass", "name"):
        if not isinstance(data.get(key, False), bool):
            raise LexiconError(f"{place}: {key} is true or false, without quotation marks.")
    if data.get("gap") and data["pos"] != "verb":
        raise LexiconError(f'{place}: gap = true is for verbs, and pos = "{data["pos"]}".')
    cues, not_cues = (_cues(data.get(key, ()), f"{place}: {key}") for key in ("cues", "not_cues"))
    if data["certainty"] == "ask" and not cues:
        raise LexiconError(f'{place} has certainty = "ask" and no cues. Add cues = ["..."], words of the soft sense.')
    if data["certainty"] == "flag" and cues:
        raise LexiconError(f'{place} has cues, which only "ask" looks for. Drop them, or write certainty = "ask".')
    if data["certainty"] == "ask" and not entry.not_examples:
        raise LexiconError(f"{place}: the term is often literal. Add not_examples = [...] with such a use.")
    return Term(
        entry.term,
        data["plain"],
        data["category"],
        cast(Certainty, data["certainty"]),
        data["pos"],
        data["note"],
        data["reference"],
        bool(data.get("gap")),
        bool(data.get("mass")),
        bool(data.get("name")),
        cues,
        not_cues,
        frozenset(data.get("not_then", ())),
        frozenset(data.get("not_behind", ())),
    )


def _cues(given: Iterable[str], place: str) -> Cues:
    """Cue words with their inflections; what is written in capitals is a kind."""
    if isinstance(given, str) or not all(isinstance(cue, str) and cue.strip() for cue in given):
        raise LexiconError(f'{place} must be a list of words: ["...", "..."].')
    words: set[str] = set()
    rows: list[tuple[str, ...]] = []
    kinds: list[str] = []
    for cue in given:
        if cue in CUE_KINDS:
            kinds.append(cue)
        elif cue.isupper() and get_close_matches(cue, CUE_KINDS, cutoff=0.8):
            raise LexiconError(f"{place}: {cue} is no kind of cue. Known: {', '.join(CUE_KINDS)}.")
        elif " " in cue:
            rows.append(tuple(cue.lower().split()))
        else:
            words |= _all_forms(cue.lower())
    return Cues(frozenset(words), tuple(rows), tuple(kinds))


def _all_forms(word: str) -> set[str]:
    """A cue word in every form that it may take, as a noun or as a verb."""
    if not word.isalpha() or len(word) < 3:
        return {word}
    forms = {word, *noun_forms(word), *verb_forms(word)}
    return {spelled for form in forms for spelled in spellings(form)}

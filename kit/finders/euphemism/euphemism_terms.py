"""The entries of `euphemisms.toml`, checked, and every way to write their terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import get_args

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
from kit.toml import Table

LEXICON = "euphemisms"
FILE = f"{LEXICON}.toml"
REQUIRED = ("plain", "category", "certainty", "pos", "note", "reference")
OPTIONAL = ("cues", "not_cues", "not_then", "not_behind", "gap", "mass", "name")
CATEGORIES = (
    "war", "policing", "intelligence", "labour", "economy", "politics", "death", "migration", "disability",
    "environment", "corporate", "body",
)  # fmt: skip
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
CUE_KINDS = ("NAME", "PERSON", "SUBJECT", "NUMBER", "PASSIVE", "NOUN", "ALONE", "SUM")
MIN_LIKENESS_TO_KIND = 0.8  # how like a kind of cue a word in capitals must be to be taken for a slip of it


@dataclass(frozen=True, slots=True)
class ContextCues:
    """What must stand near a term, or must not: words in any form, words in a row, and kinds (NAME, PERSON)."""

    bases: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.bases or self.rows or self.kinds)

    @property
    def words(self) -> frozenset[str]:
        """The words in every form. Worked out when a term is first met: few of all terms stand in a text."""
        return _all_forms(self.bases)


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
    cues: ContextCues
    not_cues: ContextCues
    not_then: frozenset[str]
    not_behind: frozenset[str]


@cache
def all_terms() -> dict[str, Term]:
    """The terms of the lexicon, checked, by what stands in the file as `term`."""
    return {entry.term: term_of(entry) for entry in load(LEXICON, REQUIRED, OPTIONAL)}


def patterns(terms: Iterable[Term]) -> Iterator[Pattern[Term]]:
    """All ways to write these terms. No two of them may be found in the same words: only one of them would ever be."""
    owners: dict[tuple[str, ...], str] = {}
    for term in terms:
        for words, form in ways_to_write(term.term, term.pos, term.gap):
            other = owners.setdefault(words, term.term)
            if other != term.term:
                raise LexiconError(
                    f'{FILE}: the entries "{other}" and "{term.term}" are both found in “{" ".join(words)}”. '
                    "Put them into one entry."
                )
            yield Pattern(words, LEXICON, term, form)


def term_of(entry: Entry) -> Term:
    """An entry with all that its keys mean. A slip raises LexiconError, a sentence with the remedy."""
    table = entry.table(FILE)
    category, pos = table.one_of("category", CATEGORIES), table.one_of("pos", PARTS_OF_SPEECH)
    certainty = next(known for known in CERTAINTIES if known == table.one_of("certainty", CERTAINTIES))
    plain, note, reference = table.words("plain"), sentence(table, "note"), table.words("reference")
    gap, mass, name = (table.flag(key) for key in ("gap", "mass", "name"))
    cues, not_cues = (context_cues(table.several(key, ()), f"{table.where}: {key}") for key in ("cues", "not_cues"))
    if plain.lower() == entry.term.lower():
        raise table.wrong("the plain wording is the term itself. Say it more plainly, or drop the entry")
    if gap and pos != "verb":
        raise table.wrong(f'gap = true is for verbs, and pos = "{pos}"')
    if certainty == "ask" and not cues:
        raise table.wrong('certainty = "ask" needs cues. Add cues = ["…"], words of the soft sense')
    if certainty == "flag" and cues:
        raise table.wrong('it has cues, which only "ask" looks for. Drop them, or write certainty = "ask"')
    if certainty == "ask" and not entry.not_examples:
        raise table.wrong("the term is often literal. Add not_examples = [...] with such a use")
    not_then, not_behind = (frozenset(table.several(key, ())) for key in ("not_then", "not_behind"))
    return Term(
        entry.term, plain, category, certainty, pos, note, reference, gap, mass, name, cues, not_cues, not_then,
        not_behind,
    )  # fmt: skip


def sentence(table: Table, key: str) -> str:
    """What stands under a key, if it is a sentence."""
    words = table.words(key)
    if not (words[:1].isupper() and words.endswith((".", "?"))):
        raise table.wrong(f'{key} = "{words}" must be a sentence, with a capital and a full stop')
    return words


def context_cues(given: Iterable[str], place: str) -> ContextCues:
    """Cue words; what is written in capitals is a kind."""
    bases: list[str] = []
    rows: list[tuple[str, ...]] = []
    kinds: list[str] = []
    for cue in given:
        if cue in CUE_KINDS:
            kinds.append(cue)
        elif cue.isupper() and get_close_matches(cue, CUE_KINDS, cutoff=MIN_LIKENESS_TO_KIND):
            raise LexiconError(f"{place}: {cue} is no kind of cue. Known: {', '.join(CUE_KINDS)}.")
        elif " " in cue:
            rows.append(tuple(cue.lower().split()))
        else:
            bases.append(cue.lower())
    return ContextCues(tuple(bases), tuple(rows), tuple(kinds))


@cache
def _all_forms(bases: tuple[str, ...]) -> frozenset[str]:
    """Cue words in every form that each may take, as a noun or as a verb."""
    forms: set[str] = set()
    for word in bases:
        if word.isalpha() and len(word) > 2:
            forms.update(
                spelled for form in (word, *noun_forms(word), *verb_forms(word)) for spelled in spellings(form)
            )
        else:
            forms.add(word)
    return frozenset(forms)

"""The wordings of `hearsay.toml`, ready for looking up word by word, and the words of a term in a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kit.finders.attribution.lines import Line
from kit.language import Entry, load, verb_forms
from kit.language.grammar import BE
from kit.toml import Table

FORMS = ("passive", "phrase", "noun", "adverb", "hearsay-adverb", "adjective", "sources")
KINDS = ("hearsay", "view", "attack", "sources")

AGENTS = frozenset("by from among".split())
STEM_LETTERS = 5  # letters that "reportedly" and "reported", "expected" and "expect" share

Units = tuple[int, int]
Steps = tuple[frozenset[str] | None, ...]  # None is "..."


@dataclass(frozen=True, slots=True)
class Wording:
    """One entry: its form and tags, the words it is made of, what may and may not follow, and what to ask."""

    term: str
    form: str
    kind: str
    question: str
    steps: Steps
    then: frozenset[str]
    not_then: frozenset[str]
    agents: frozenset[str]
    before: frozenset[str]
    reduced: bool
    bare: bool
    stems: frozenset[str]  # the beginnings of its verbs or nouns


@cache
def wordings() -> Mapping[str, list[Wording]]:
    """All wordings by every word they may begin with; longer ones first."""
    found: dict[str, list[Wording]] = {}
    entries = load("hearsay", ("form", "kind", "question"), ("then", "not_then", "agents", "before", "reduced", "bare"))
    for entry in entries:
        wording = _wording(entry)
        for word in wording.steps[0] or ():
            found.setdefault(word, []).append(wording)
    for row in found.values():
        row.sort(key=lambda w: (w.form != "passive", -len(w.steps)))
    return found


def _wording(entry: Entry) -> Wording:
    table = entry.table("hearsay.toml")
    form, kind = table.one_of("form", FORMS), table.one_of("kind", KINDS)
    steps = steps_of(entry, table)
    if form == "passive":
        forms = (verb_forms(verb).items() for verb in entry.term.split()[0].split("/"))
        steps = (frozenset(form for row in forms for form, letters in row if "e" in letters), *steps[1:])
    keys = ("then", "not_then", "agents", "before")
    then, not_then, agents, before = (frozenset(table.several(key, ())) for key in keys)
    stems = frozenset(word[:STEM_LETTERS] for step in steps for word in step or () if len(word) > STEM_LETTERS)
    return Wording(
        entry.term, form, kind, table.words("question"), steps, then, not_then, AGENTS | agents, before,
        table.flag("reduced"), table.flag("bare"), stems,
    )  # fmt: skip


def steps_of(entry: Entry, table: Table, lists: Mapping[str, frozenset[str]] = MappingProxyType({})) -> Steps:
    """The words of a term, one set of forms a word: "~raise" is any form of the verb, "for/about" one or the other,
    "<name>" any word of that one of the `lists`, and "..." (None) anything short."""
    steps = tuple(None if word == "..." else forms_of(word, lists) for word in entry.term.split())
    if steps[0] is None or steps[-1] is None:
        raise table.wrong('"..." can only stand between words')
    return steps


def forms_of(word: str, lists: Mapping[str, frozenset[str]] = MappingProxyType({})) -> frozenset[str]:
    """The forms of one word of a term."""
    forms: set[str] = set()
    for choice in word.split("/"):
        if choice[1:-1] in lists:
            forms |= lists[choice[1:-1]]
        elif choice == "~be":
            forms |= BE | {"ain"}
        else:
            forms |= set(verb_forms(choice[1:])) if choice.startswith("~") else {choice}
    return frozenset(forms)


def end_of_steps(line: Line, i: int, steps: Steps, in_gap: str, widest: int) -> tuple[int, int]:
    """The unit of the noun (what comes after "...", else `i`) and the unit after the last word; (0, 0) for no match.

    Adverbs may stand between two words. "..." stands for fewer than `widest` units, each of a kind in `in_gap`.
    """
    low, tags = line.lower, line.tags
    noun, at = i, i + 1
    gap = False
    for step in steps[1:]:
        if step is None:
            gap = True
            continue
        stop = min(len(low), at + (widest if gap else 2))
        while at < stop and low[at] not in step and tags[at] in (in_gap if gap else "r"):
            at += 1
        if at >= len(low) or low[at] not in step:
            return 0, 0
        noun = at if gap else noun
        at, gap = at + 1, False
    return noun, at

"""What the slot words of officialese are, and what they are used for: `frame_words.toml` and `frames.toml`, read.

A soft word in no list is put together from a stock of words that say little: an empty head ("outcome"), a word of care
("reflection"), an official modifier ("operational"), a light verb ("experienced"). Each list of these is a slot. Each
frame tells for one field, as dismissals, which slots are common there, which plain words near them tell what was done
(its deeds), and what the soft words may stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kit.finders.euphemism.euphemism_terms import CATEGORIES, ContextCues, Term, sentence
from kit.language import Entry, load, noun_forms, spellings, verb_forms
from kit.text.word_lists import load_lexicon

LEXICON = "frames"
REFERENCE = "In no list of soft words, only made the way they are made"
WORDS_FILE = "frame_words.toml"
REQUIRED = ("category", "note")
OPTIONAL = ("plain", "slots", "deeds")
MIN_LETTERS_TO_BEND = 3  # what is shorter, as "£" or "km", has one form
NO_CUES = ContextCues((), (), ())

Slots = Mapping[str, frozenset[str]]  # each form of a word, with the slots that it fills


@dataclass(frozen=True, slots=True)
class Frame:
    """One field of soft words: what they may stand for, the slots they fill, and its list of deeds ("": no field)."""

    term: Term
    slots: frozenset[str]
    deeds: str


@dataclass(frozen=True, slots=True)
class SlotWords:
    """All slot words in every form: nouns, what stands before them, verbs and adverbs, which are `all` together, then
    deeds, their traces, and who speaks."""

    heads: Slots
    modifiers: Slots
    verbs: Slots
    adverbs: Slots
    deeds: Slots
    traces: Slots
    voices: Slots
    all: frozenset[str]


@cache
def all_frames() -> tuple[Frame, ...]:
    """The frames of the lexicon, checked."""
    return tuple(frame_of(entry) for entry in load(LEXICON, REQUIRED, OPTIONAL))


def frame_of(entry: Entry) -> Frame:
    """An entry with all that its keys mean. A slip raises LexiconError, a sentence with the remedy."""
    table, lists = entry.table(f"{LEXICON}.toml"), _lists()
    slots = frozenset(table.several("slots", ()))
    deeds, plain = (table.words(key) if "deeds" in entry.data else "" for key in ("deeds", "plain"))
    known = {slot for kind in ("heads", "modifiers", "verbs", "adverbs") for slot in lists[kind]}
    for name in sorted(slots - known):
        raise table.wrong(f"{name} is no list of slot words. Add it to {WORDS_FILE}")
    if deeds and deeds not in lists["deeds"]:
        raise table.wrong(f"{deeds} is no list of deeds. Add it to {WORDS_FILE}")
    if not entry.not_examples:
        raise table.wrong("slot words are literal somewhere. Add not_examples = [...] with such a use")
    term = Term(
        entry.term, plain, table.one_of("category", CATEGORIES), "ask", "noun", sentence(table, "note"),
        REFERENCE, False, False, False, NO_CUES, NO_CUES, frozenset(), frozenset(),
    )  # fmt: skip
    return Frame(term, slots, deeds)


@cache
def _lists() -> dict[str, Any]:
    return load_lexicon(WORDS_FILE)


@cache
def slot_words() -> SlotWords:
    """The lists of `frame_words.toml`, each word in all its forms and spellings."""
    lists = _lists()
    heads, modifiers = _forms(lists["heads"], noun=True), _forms(lists["modifiers"])
    verbs, adverbs = _forms(lists["verbs"], verb=True), _forms(lists["adverbs"])
    return SlotWords(
        heads,
        modifiers,
        verbs,
        adverbs,
        _forms(lists["deeds"], noun=True, verb=True),
        _forms(lists["traces"], noun=True),
        _forms(lists["voices"], noun=True, verb=True),
        frozenset(heads) | frozenset(modifiers) | frozenset(verbs) | frozenset(adverbs),
    )


def _forms(lists: Mapping[str, Iterable[str]], *, noun: bool = False, verb: bool = False) -> Slots:
    found: dict[str, set[str]] = {}
    for slot, words in lists.items():
        for word in words:
            forms = {word.lower()}
            if len(word) >= MIN_LETTERS_TO_BEND:
                forms |= set(noun_forms(word)) if noun else set()
                forms |= set(verb_forms(word)) if verb else set()
            for form in forms:
                for spelled in spellings(form):
                    found.setdefault(spelled, set()).add(slot)
    return {form: frozenset(slots) for form, slots in found.items()}

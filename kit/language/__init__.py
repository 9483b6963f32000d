"""The lexicons of the kit: read and checked, their words inflected, and all terms looked up in one pass over a text."""

from kit.language.lexicon import Entry, LexiconError, load, parse, unstar
from kit.language.matcher import Match, Matcher, Pattern
from kit.language.morphology import noun_forms, spellings, verb_forms
from kit.language.ways_to_write import PARTS_OF_SPEECH, ways_to_write

__all__ = [
    "PARTS_OF_SPEECH",
    "Entry",
    "LexiconError",
    "Match",
    "Matcher",
    "Pattern",
    "load",
    "noun_forms",
    "parse",
    "spellings",
    "unstar",
    "verb_forms",
    "ways_to_write",
]

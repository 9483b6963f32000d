"""Soft words that are in no list, since officials coin them daily: "capacity reduction", "robust measures".

They are made after patterns, the frames of `frames.toml`: slot words in a row, in a text that makes the act behind them
likely. Both files, `frames.toml` and the slot words in `frame_words.toml`, are written to be read and added to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kit.finders.euphemism.context import CueRows, TermMatch, cue_near, is_literal
from kit.finders.euphemism.euphemism_terms import CATEGORIES, Term, context_cues, sentence
from kit.language import Entry, Match, Pattern, load, ways_to_write
from kit.language.grammar import BE, HAVE
from kit.text import Words
from kit.text.word_lists import load_lexicon

LEXICON = "frames"
REFERENCE = "In no list of soft words, only made the way they are made"
WORDS_FILE = "frame_words.toml"
REQUIRED = ("shapes", "plain", "category", "note")
OPTIONAL = ("cues", "not_cues", "not_then", "not_behind")
KINDS_OF_SLOT = {"nouns": "noun", "verbs": "verb", "words": "phrase"}  # tables of slot words, and how they are bent
FILLER = "~"
COINED = "COINED"  # in a shape: any word with a hyphen that is no everyday word
MIN_LETTERS_OF_PART = 3  # before and behind the hyphen of a coined word
MAX_WORDS_OF_FILLER = 4  # words that "~" may stand for
FILLER_TAGS = ("DT", "JJ", "NN", "CD", "PR", "VBN", "VBG", "RB", "PO", "WR")  # words that belong to a noun
NO_FILLER = frozenset("and or but who which that ; : . ,".split())
MAX_WORDS_TO_CUE = 20  # words before and behind coined words in which a cue counts

Shape = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One pattern of soft words: the shapes it takes, and what it stands for where, as for any term."""

    term: Term
    shapes: tuple[Shape, ...]


@cache
def all_frames() -> tuple[Frame, ...]:
    """The frames of the lexicon, checked."""
    return tuple(frame_of(entry) for entry in load(LEXICON, REQUIRED, OPTIONAL))


def frame_of(entry: Entry) -> Frame:
    """An entry with all that its keys mean. A slip raises LexiconError, a sentence with the remedy."""
    table = entry.table(f"{LEXICON}.toml")
    shared = _tables()["shapes"]
    shapes = tuple(tuple(shape.split()) for name in table.several("shapes") for shape in shared.get(name, (name,)))
    slots = _slots()
    for shape in shapes:
        unknown = [part for part in shape if part.isupper() and part not in slots and part != COINED]
        if unknown:
            raise table.wrong(f"{unknown[0]} is no list of slot words. Add it to {WORDS_FILE}")
        if not shape[0].isupper():
            raise table.wrong(f'the shape "{" ".join(shape)}" has to begin with a slot, in capitals')
    cues, not_cues = (_expanded(table.several(key, ())) for key in ("cues", "not_cues"))
    not_then, not_behind = (frozenset(table.several(key, ())) for key in ("not_then", "not_behind"))
    term = Term(
        entry.term, table.words("plain"), table.one_of("category", CATEGORIES), "ask", "noun", sentence(table, "note"),
        REFERENCE, False, False, False, context_cues(cues, f"{table.where}: cues"),
        context_cues(not_cues, f"{table.where}: not_cues"), not_then, not_behind, MAX_WORDS_TO_CUE,
    )  # fmt: skip
    if not entry.not_examples:
        raise table.wrong("slot words are literal somewhere. Add not_examples = [...] with such a use")
    return Frame(term, shapes)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return load_lexicon(WORDS_FILE)


@cache
def _slots() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The lists of slot words by name: how their words are bent, and the words."""
    tables = _tables()
    return {name: (pos, tuple(words)) for kind, pos in KINDS_OF_SLOT.items() for name, words in tables[kind].items()}


def _expanded(cues: Iterable[str]) -> Iterator[str]:
    """Cues, with the words of a list in place of its name."""
    lists = _tables()["cues"]
    for cue in cues:
        yield from lists.get(cue, (cue,))


def patterns() -> Iterator[Pattern]:
    """Every slot word in every form, for the one pass over the text; the lexicon of a pattern tells its slot."""
    for name, (pos, slot_words) in _slots().items():
        for word in slot_words:
            for words, form in ways_to_write(word, pos):
                yield Pattern(words, f"{LEXICON}/{name}", LEXICON, form)


@cache
def _openings() -> dict[str, tuple[tuple[Frame, Shape], ...]]:
    """The shapes by the slot that they begin with."""
    found: dict[str, list[tuple[Frame, Shape]]] = {}
    for frame in all_frames():
        for shape in frame.shapes:
            found.setdefault(f"{LEXICON}/{shape[0]}", []).append((frame, shape))
    return {slot: tuple(shapes) for slot, shapes in found.items()}


class FramesOfText:
    """The slot words of one text, ready to be put together."""

    def __init__(self, words: Words, cue_rows: CueRows, matches: Iterable[Match]) -> None:
        self.words, self.cue_rows = words, cue_rows
        known = {(match.pattern.lexicon, match.first): match for match in matches if self._counts(match)}
        self.at = {(match.pattern.lexicon, match.first): match for match in _coined(words)} | known

    def _counts(self, match: Match) -> bool:
        """Is it a slot word, and where the slot is for verbs, a verb?"""
        row, tag = match.first, self.words.tag
        if match.pattern.key != LEXICON or not match.pattern.form[:1].islower() or tag[row].startswith("VB"):
            return match.pattern.key == LEXICON
        before = row - 1 if row and tag[row - 1].startswith("RB") else row
        return before > 0 and (tag[before - 1] in ("MD", "TO", "PRP") or self.words.lower[before - 1] in BE | HAVE)

    def openings(self) -> Iterator[Match]:
        """The slot words with which a frame may begin."""
        return (match for match in self.at.values() if match.pattern.lexicon in _openings())

    def find(self, opening: Match, first: int, last: int) -> TermMatch | None:
        """The longest frame that begins with this slot word, in the sentence of rows `first` to `last` (exclusive); of
        several frames that are as long, the one whose cue is nearest."""
        best: tuple[int, int] | None = None
        place: TermMatch | None = None
        for frame, shape in _openings().get(opening.pattern.lexicon, ()):
            end = self._end(shape[1:], opening.end, last)
            if end is None or (best is not None and end < best[0]):
                continue
            match = Match(opening.first, end, None, opening.pattern._replace(lexicon=LEXICON, key=frame.term))
            candidate = TermMatch(self.words, self.cue_rows, match, first, last, frame.term)
            nearness = _nearness(candidate)
            if nearness is not None and (best is None or (end, nearness) > best):
                best, place = (end, nearness), candidate
        return place

    def _end(self, shape: Sequence[str], row: int, last: int) -> int | None:
        """Where the words end that fill the rest of a shape from this row on; None if they don't."""
        if not shape:
            return row
        part, rest = shape[0], shape[1:]
        if part == FILLER:
            for start in range(row, min(last, row + MAX_WORDS_OF_FILLER) + 1):
                end = self._end(rest, start, last)
                if end is not None or start >= last or not self._fills(start):
                    return end
            return None
        if row >= last:
            return None
        if part.isupper():
            found = self.at.get((f"{LEXICON}/{part}", row))
            return None if found is None or found.end > last else self._end(rest, found.end, last)
        return self._end(rest, row + 1, last) if self.words.lower[row] in part.split("/") else None

    def _fills(self, row: int) -> bool:
        return self.words.tag[row][:3].startswith(FILLER_TAGS) and self.words.lower[row] not in NO_FILLER


@cache
def _everyday() -> dict[str, frozenset[str]]:
    """Beginnings and ends of everyday words with a hyphen."""
    return {name: frozenset(words) for name, words in _tables()["everyday"].items()}


def _coined(words: Words) -> Iterator[Match]:
    """Words of two parts with a hyphen, neither of which is the beginning or the end of everyday words."""
    pattern = Pattern((), f"{LEXICON}/{COINED}", LEXICON)
    everyday = _everyday()
    for row, word in enumerate(words.lower):
        parts = word.replace("‑", "-").split("-")
        if len(parts) == 2 and words.form[row].islower() and all(map(str.isalpha, parts)):
            short = min(map(len, parts)) < MIN_LETTERS_OF_PART
            if not (short or parts[0] in everyday["beginnings"] or parts[1] in everyday["ends"]):
                yield Match(row, row + 1, None, pattern)


def _nearness(place: TermMatch) -> int | None:
    """How near something speaks for the soft sense, the higher the nearer; None if nothing does."""
    if not place.term.cues:
        return None if is_literal(place) else 0
    row = cue_near(place)
    return None if row is None else -abs(row - place.match.first)

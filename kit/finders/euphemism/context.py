"""Does something near a term speak for its soft sense? The cues stand with each entry of `euphemisms.toml`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kit.finders.euphemism.euphemism_terms import ContextCues, Term
from kit.finders.sources.person_words import OWNERS, is_known, is_name, is_number, is_person
from kit.language import Match
from kit.language.grammar import BE, DO, GET, HAVE, MODALS
from kit.text import Words

MAX_WORDS_TO_CUE = 12  # before and behind the term, beside those of its sentence, in which a cue counts
MAX_WORDS_OF_SENTENCE = 100  # words: a sentence that is longer is none
PASSIVE = BE | GET
SEEM = PASSIVE | frozenset(
    "become becomes became feel feels felt look looks looked seem seems remain remains grow grew".split()
)
HELPERS = SEEM | HAVE | MODALS | DO | {"to", "not", "n't"}
MAX_WORDS_TO_OBJECT = 8  # words behind a verb in which its object is looked for
LAST_KINDS = ("NUMBER", "PASSIVE", "SUM")
FRONTED = frozenset("what than that which as whatever".split())
CURRENCIES = frozenset("£$€")
QUOTES = frozenset("\"”’'")
ENDS = frozenset(".;:!?,()—–-")


class CueRows:
    """Where the cue words of a term stand in a text, looked up once for each term."""

    def __init__(self, words: Words) -> None:
        self.low = words.lower
        self.known: dict[ContextCues, list[int]] = {}

    def of(self, cues: ContextCues) -> list[int]:
        """The rows of all cue words, in order."""
        if cues not in self.known:
            words, rows = cues.words, dict[str, list[tuple[str, ...]]]()
            for several in cues.rows:
                rows.setdefault(several[0], []).append(several)
            self.known[cues] = [
                row
                for row, word in enumerate(self.low)
                if word in words
                or (word in rows and any(tuple(self.low[row : row + len(more)]) == more for more in rows[word]))
            ]
        return self.known[cues]


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found in a text: the words of the text, where cues stand in it, the match, and the rows of its sentence
    (the end exclusive)."""

    words: Words
    cue_rows: CueRows
    match: Match
    first: int
    last: int
    term: Term


def cue_near(place: TermMatch) -> int | None:
    """The row of a cue for the soft sense; None if there is none, or if something speaks for the literal one."""
    if is_literal(place):
        return None
    return _cue(place, place.term.cues)


def is_literal(place: TermMatch) -> bool:
    """Does something speak for the literal sense?"""
    return _next_to(place) or bool(place.term.not_cues and _cue(place, place.term.not_cues) is not None)


def _next_to(place: TermMatch) -> bool:
    """Is a word right behind or right before the term that makes it another one ("weed out", "too late")?"""
    low, match, term = place.words.lower, place.match, place.term
    behind = low[match.end] if match.end < place.last else ""
    before = low[match.first - 1] if match.first > place.first else ""
    return behind in term.not_then or before in term.not_behind


def _cue(place: TermMatch, cues: ContextCues) -> int | None:
    """What speaks for a sense: kinds before words, and last the kinds that say least to a reader."""
    for kind in cues.kinds:
        row = KINDS[kind](place) if kind not in LAST_KINDS else None
        if row is not None:
            return row
    row = _word_near(place, cues) if cues.bases or cues.rows else None
    last = (KINDS[kind](place) for kind in cues.kinds if kind in LAST_KINDS and row is None)
    return next((found for found in last if found is not None), row)


def _word_near(place: TermMatch, cues: ContextCues) -> int | None:
    """The cue word nearest to the term, in its sentence or a few words around it."""
    match = place.match
    start = min(max(place.first, match.first - MAX_WORDS_OF_SENTENCE), max(0, match.first - MAX_WORDS_TO_CUE))
    stop = max(min(place.last, match.end + MAX_WORDS_OF_SENTENCE), match.end + MAX_WORDS_TO_CUE)
    rows = place.cue_rows.of(cues)
    for first, end in (match.gap,) if match.gap else ():
        between = bisect_left(rows, first)
        if between < len(rows) and rows[between] < end:
            return rows[between]
    before, behind = bisect_left(rows, match.first) - 1, bisect_left(rows, match.end)
    left = rows[before] if before >= 0 and rows[before] >= start else None
    right = rows[behind] if behind < len(rows) and rows[behind] < stop else None
    if left is None or right is None:
        return right if left is None else left
    return left if match.first - left <= right - match.end else right


# ---- the kinds of cues ----------------------------------------------------------------------------------------------


def _name(place: TermMatch) -> int | None:
    """A person's name follows, perhaps with a title or a post between: "the late union leader Ana Reyes"."""
    words, match = place.words, place.match
    for row in range(match.end, min(place.last, match.end + 5)):
        if is_name(words, row):
            return None if _names_a_thing(words, row, place.last) else row
        if words.tag[row][:2] not in ("JJ", "NN") and not is_person(words, row):
            return None
    return None


def _names_a_thing(words: Words, row: int, last: int) -> bool:
    """ "the late Clinton years": is the name that begins here followed by a noun in small letters?"""
    while row < last and words.form[row][:1].isupper():
        row += 1
    return row < last and words.tag[row].startswith("NN") and words.form[row][:1].islower()


def _person(place: TermMatch) -> int | None:
    """The term is said of a person: the object of a verb, the noun of an adjective, the owner of a noun."""
    return {"verb": _of_verb, "noun": _of_noun}.get(place.term.pos, _of_adjective)(place)


def _of_verb(place: TermMatch) -> int | None:
    helper = _passive(place)
    if helper is None:
        return _in_object(place, is_person)
    return helper if is_person(place.words, helper) else _subject(place)


def _of_adjective(place: TermMatch) -> int | None:
    """ "her disabled son", "he is disabled", "the disabled" """
    words, match = place.words, place.match
    row = match.end
    while row < min(place.last, match.end + 4) and (
        words.tag[row].startswith("JJ") or words.lower[row] in ("and", ",")
    ):
        row += 1
    if row < place.last and words.tag[row].startswith("NN"):
        if _is_verb(place):
            return None
        while row + 1 < place.last and words.tag[row + 1].startswith("NN"):
            if is_person(words, row):
                return row
            row += 1
        return row if is_person(words, row) else None
    before = match.first - 1
    while before > place.first and words.tag[before].startswith("RB"):
        before -= 1
    if before < place.first:
        return None
    if words.lower[before] == "the" and words.lower[match.end : match.end + 1] != ["of"]:
        return before
    return _subject(place) if words.lower[before] in SEEM else None


def _is_verb(place: TermMatch) -> bool:
    """ "crowds that troubled the town", "the news troubled people": no adjective, since a subject stands before."""
    words, before = place.words, place.match.first - 1
    if before < place.first or not words.lower[place.match.first].endswith("ed"):
        return False
    return words.tag[before].startswith(("NN", "W")) or words.tag[before] == "PRP" or words.lower[before] == "that"


def _of_noun(place: TermMatch) -> int | None:
    """ "his demise", "the king's demise", "the demise of a king" """
    words, match = place.words, place.match
    low = words.lower
    before = match.first - 1
    while before > place.first and words.tag[before].startswith(("JJ", "RB")):
        before -= 1
    if before >= place.first:
        if low[before] in OWNERS:
            return before
        owner = is_person if low[before] == "'s" else is_known  # "the king's", "the kings'", but not "the Faces'"
        if low[before] in ("'s", "'") and before > place.first and owner(words, before - 1):
            return before - 1
    if match.end < place.last and low[match.end] in ("of", "for"):  # "of a king", but not "of Camelot"
        return _in_object(place, is_known)
    return None


def _subject(place: TermMatch) -> int | None:
    """The noun before the verb, if it is a person."""
    words, row = place.words, place.match.first - 1
    while row > place.first and (words.lower[row] in HELPERS or words.tag[row].startswith("RB")):
        row -= 1
    return row if row >= place.first and is_person(words, row) else None


def _number(place: TermMatch) -> int | None:
    return _in_object(place, is_number)


def _in_object(place: TermMatch, wanted: Callable[[Words, int], bool]) -> int | None:
    """The first row of the verb's object (what follows it, or what stands in its gap) that is what is wanted."""
    return next((row for row in _object(place) if wanted(place.words, row)), None)


def _object(place: TermMatch) -> Iterator[int]:
    words, match = place.words, place.match
    start, stop = match.gap or (match.end, min(place.last, match.end + MAX_WORDS_TO_OBJECT))
    for row in range(start, stop):
        ends = words.lower[row] in ENDS or (row > start and words.tag[row].startswith(("VB", "IN", "TO", "W")))
        if ends and words.lower[row] not in ("of", "than"):  # "hundreds of workers", "more than 200"
            return
        yield row


def _passive(place: TermMatch) -> int | None:
    """The helper of a passive: "were let go", "was quietly neutralised"; or the person in "a man laid off in May"."""
    words, row = place.words, place.match.first - 1
    if "e" not in place.match.pattern.form or row < place.first:
        return None
    behind = words.tag[place.match.end] if place.match.end < place.last else ""
    if words.tag[row].startswith("NN") and is_known(words, row) and not behind.startswith(("DT", "PRP", "NN", "JJ")):
        return row
    while row > place.first and (words.tag[row].startswith("RB") or words.lower[row] in ("not", "n't")):
        row -= 1
    return row if row >= place.first and words.lower[row] in PASSIVE else None


def _alone(place: TermMatch) -> int | None:
    """Nothing follows in the clause, and nothing that belongs behind it stands before: "she is expecting", but not
    "what she is expecting". The cue is the term itself."""
    low, row = place.words.lower, place.match.end
    if not FRONTED.isdisjoint(low[max(place.first, place.match.first - 6) : place.match.first]):
        return None
    return row - 1 if row >= place.last or low[row] in ENDS or low[row] in QUOTES else None


def _noun_follows(place: TermMatch) -> int | None:
    """A noun follows at once: "special needs children"."""
    row = place.match.end
    return row if row < place.last and place.words.tag[row].startswith("NN") else None


def _sum(place: TermMatch) -> int | None:
    """A sum of money stands near: "£60"."""
    match, forms = place.match, place.words.form
    near = range(max(0, match.first - MAX_WORDS_TO_CUE), min(len(forms), match.end + MAX_WORDS_TO_CUE))
    return next((row for row in near if forms[row][0] in CURRENCIES), None)


KINDS: dict[str, Callable[[TermMatch], int | None]] = {
    "NAME": _name,
    "PERSON": _person,
    "SUBJECT": _subject,
    "NUMBER": _number,
    "PASSIVE": _passive,
    "NOUN": _noun_follows,
    "ALONE": _alone,
    "SUM": _sum,
}

"""The text with plain words in place of the soft ones, and a map between both.

Grammar is kept: a verb takes the tense of the verb it stands for, a noun its number, "a" and "an" follow the new word,
and capital letters stay where they were.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kit.finders.euphemism.euphemism_terms import Term, all_terms
from kit.finding import Euphemism
from kit.language import noun_forms, verb_forms
from kit.language.ways_to_write import TELLING_MORE, is_plural
from kit.text import Article, Span

ARTICLE = re.compile(r"\b([Aa]n?)(\s+[“\"‘']?)$")
# "an hour", "a union": sounds count, not letters.
SILENT_H = ("hour", "honest", "honour", "honor", "heir")
LIKE_YOU = re.compile(r"(?:uni(?!n|m)|use|usu|uti|eu|one\b|once\b|ufo|ura)")
HELPING = r"(?:\s+(?:not|never|also|just|already|\w+ly))*\s+$"  # what may stand between a helper and its verb
PASSIVE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|am|get|gets|got|getting|has|have|had|having)|['’](?:s|re|ve))" + HELPING,
    re.IGNORECASE,
)
MODALS = "to|will|would|can|could|may|might|must|shall|should|do|does|did|not|let|help"
BASE = re.compile(rf"(?:\b(?:{MODALS})|n['’]t|['’](?:ll|d))" + HELPING, re.IGNORECASE)
MORE = TELLING_MORE | frozenset("into who that which against over between through during".split())
OPENS = re.compile(r"(?:^|[.!?:\n])[\s“\"‘']*$")  # a sentence begins here
SMALL = frozenset("a an and as at by for from in into of on or the to with".split())  # small in headlines too
MAX_CHARACTERS_TO_HELPER = 60  # characters before a term in which its helpers stand


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were replaced: their place in the article, their place in the plain text, and the finding."""

    old: Span
    new: Span
    finding: Euphemism


@dataclass(frozen=True, slots=True, repr=False)
class PlainText:
    """A text in plain words. `changes` are in the order of the text; str() gives the text, `[change.new]` words."""

    text: str
    changes: tuple[Change, ...]

    def __getitem__(self, place: Span) -> str:
        return self.text[place.start : place.end]

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        count = len({change.finding.span for change in self.changes})
        return f"<PlainText: {count} of its words put more plainly. print(...) shows it.>"


def in_plain_words(article: Article, findings: Iterable[Euphemism]) -> PlainText:
    """The article's text with the plain wording of these findings in their place, and the map between both.

    Takes euphemisms as `find_euphemisms` gives them. Those without a plain wording (hidden actors), those that the text
    explains, and those that it keeps at a distance ("so-called") stay as they are: to replace them would spoil what
    the text says about them. So do words in no list ("frame"): what they stand for is only a guess.
    """
    edits = sorted(edit for finding in findings for edit in _edits(article, finding))
    text: list[str] = []
    changes: list[Change] = []
    at = length = 0
    for old, words, finding in ((Span(*edit[:2]), edit[2], edit[3]) for edit in edits):
        if old.start < at:
            continue
        kept = article.text[at : old.start]
        text += (kept, words)
        length += len(kept)
        changes.append(Change(old, Span(length, length + len(words)), finding))
        length += len(words)
        at = old.end
    text.append(article.text[at:])
    return PlainText("".join(text), tuple(changes))


Edit = tuple[int, int, str, Euphemism]


def _edits(article: Article, finding: Euphemism) -> Iterator[Edit]:
    """What to put where; two places for a term in two pieces."""
    if finding.found_by != "term" or finding.voice == "so-called":
        return
    term = all_terms()[finding.term]
    first = finding.pieces[0]
    before = article.text[max(0, first.start - MAX_CHARACTERS_TO_HELPER) : first.start]
    words = _bent(term, finding.form, before)
    if len(finding.pieces) == 2:
        verb, _, rest = words.partition(" ")
        yield first.start, first.end, _capital(verb, article[first], term, before), finding
        second = finding.pieces[1]
        start = second.start if rest else _blank_before(article.text, second.start)
        yield start, second.end, rest, finding
        return
    words = _capital(words, article[first], term, before)
    a = ARTICLE.search(before)
    if a is None:
        yield first.start, first.end, words, finding
        return
    start = first.start - len(a.group(0))
    several = term.pos == "noun" and is_plural(words.split()[_head(words.split())])
    if (term.mass or several) and not _stands_before_noun(article, first.end):
        lead = a.group(2).lstrip()
        words = words[:1].upper() + words[1:] if a.group(1)[0] == "A" else words
    else:
        lead = _a_or_an(a.group(1), words) + a.group(2)
    yield start, first.end, lead + words, finding


def _bent(term: Term, form: str, before: str) -> str:
    """The plain wording in the form that the term has in the text."""
    words = term.plain.split()
    if term.pos == "verb":
        letter = form if len(form) == 1 else _letter(form, before)
        heads = [i for i in range(len(words)) if i == 0 or (i == 2 and words[1] in ("or", "and"))]  # kill or capture
        return " ".join(_verb(word, letter) if i in heads else word for i, word in enumerate(words))
    if term.pos == "noun" and form == "2" and not term.mass:
        head = _head(words)
        words[head] = words[head] if is_plural(words[head]) else noun_forms(words[head])[1]
    return " ".join(words)


def _letter(form: str, before: str) -> str:
    """Which of several forms a verb has that looks the same in all: by the helpers before it."""
    if "e" in form and PASSIVE.search(before):
        return "e"
    if "b" in form and (BASE.search(before) or "f" not in form):
        return "b"
    return "f" if "f" in form else form[0]


def _verb(verb: str, letter: str) -> str:
    return next((form for form, letters in verb_forms(verb).items() if letter in letters), verb)


def _head(words: list[str]) -> int:
    """The number of the noun in a plain wording that is bent: the last before a preposition or a participle that
    tells more ("women forced into slavery", "harm to civilians")."""
    more = next((i for i, word in enumerate(words) if i and word in MORE), len(words))
    return more - 2 if 1 < more < len(words) and words[more - 1].endswith("ed") else more - 1


def _stands_before_noun(article: Article, end: int) -> bool:
    """Does a noun follow ("a friendly fire incident")? Then "a" belongs to that noun."""
    words = article.words
    row = bisect_left(words.start, end)
    gap = article.text[end : words.start[row]] if row < len(words) else "."
    return row < len(words) and gap.strip() == "" and words.tag[row].startswith("NN")


def _capital(words: str, old: str, term: Term, before: str) -> str:
    """Capital letters where the old words had them, but for those that belong to the term ("Indian removal")."""
    if old.isupper() and len(old) > 1:
        return words.upper()
    own = term.term[:1].isupper() and not OPENS.search(before)
    parts = [part for part in re.split(r"[\s-]+", old) if part[:1].isalpha()]
    if len(parts) > 1 and not own and all(part[0].isupper() for part in parts):  # a headline
        return " ".join(w if w in SMALL and i else w[:1].upper() + w[1:] for i, w in enumerate(words.split(" ")))
    return words[:1].upper() + words[1:] if old[:1].isupper() and not own else words


def _a_or_an(article: str, words: str) -> str:
    low = words.lower()
    vowel = (low[:1] in tuple("aeiou") and not LIKE_YOU.match(low)) or low.startswith(SILENT_H)
    return article[0] + ("n" if vowel else "")


def _blank_before(text: str, at: int) -> int:
    """Where the blanks before a place begin."""
    while at and text[at - 1] in " \u00a0":
        at -= 1
    return at

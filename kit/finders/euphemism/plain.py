"""The text with plain words in place of the soft ones, and a map between both.

Grammar is kept: a verb takes the tense of the verb it stands for, a noun its number, "a" and "an" follow the new word,
and capital letters stay where they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kit.finders.euphemism.terms import Term, all_terms
from kit.finding import Euphemism
from kit.lexicon import noun_forms, verb_forms
from kit.lexicon.terms import BE, PREPOSITIONS, is_plural
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
LOOK_BACK = 60  # characters before a term in which its helpers stand


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were replaced: their place in the article, their place in the plain text, and the finding."""

    old: Span
    new: Span
    finding: Euphemism


@dataclass(frozen=True, slots=True, repr=False)
class PlainText:
    """A text in plain words. `changes` are in the order of the text; str() gives the text."""

    text: str
    changes: tuple[Change, ...]

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        count = len({change.finding.span for change in self.changes})
        return f"<PlainText: {count} of its words put more plainly. print(...) shows it.>"


def in_plain_words(article: Article, findings: Iterable[Euphemism]) -> PlainText:
    """The article's text with the plain wording of these findings in their place, and the map between both.

    Takes euphemisms as `find_euphemisms` gives them. Those without a plain wording (hidden actors), those that the text
    explains, and those that it keeps at a distance ("so-called") stay as they are: to replace them would spoil what
    the text says about them.
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
    before = article.text[max(0, first.start - LOOK_BACK) : first.start]
    words = _bent(term, finding.form, before)
    if len(finding.pieces) == 2:
        verb, _, rest = words.partition(" ")
        yield first.start, first.end, _capital(verb, article[first]), finding
        second = finding.pieces[1]
        start = second.start if rest else _blank_before(article.text, second.start)
        yield start, second.end, rest, finding
        return
    words = _capital(words, article[first])
    a = ARTICLE.search(before)
    if a is None:
        yield first.start, first.end, words, finding
        return
    start = first.start - len(a.group(0))
    if term.mass or (term.pos == "noun" and _head_is_plural(words)):
        lead = a.group(2).lstrip()
        words = words[:1].upper() + words[1:] if a.group(1)[0] == "A" else words
    else:
        lead = _a_or_an(a.group(1), words) + a.group(2)
    yield start, first.end, lead + words, finding


def _bent(term: Term, form: str, before: str) -> str:
    """The plain wording in the form that the term has in the text."""
    if term.pos == "verb":
        verb, blank, rest = term.plain.partition(" ")
        letter = form if len(form) == 1 else _letter(form, before)
        return _verb(verb, letter) + blank + rest
    if term.pos == "noun" and form == "2":
        words = term.plain.split()
        head = next((i - 1 for i, word in enumerate(words) if i and word in PREPOSITIONS), len(words) - 1)
        if not is_plural(words[head]) and not term.mass:
            words[head] = noun_forms(words[head])[1]
        return " ".join(words)
    return term.plain


def _letter(form: str, before: str) -> str:
    """Which of several forms a verb has that looks the same in all: by the helpers before it."""
    if "e" in form and PASSIVE.search(before):
        return "e"
    if "b" in form and (BASE.search(before) or "f" not in form):
        return "b"
    return "f" if "f" in form else form[0]


def _verb(verb: str, letter: str) -> str:
    if verb == "be":
        return next((form for form, letters in BE.items() if letters == letter and form != "are"), verb)
    return next((form for form, letters in verb_forms(verb).items() if letter in letters), verb)


def _head_is_plural(words: str) -> bool:
    parts = words.split()
    head = next((i - 1 for i, word in enumerate(parts) if i and word in PREPOSITIONS), len(parts) - 1)
    return is_plural(parts[head])


def _capital(words: str, old: str) -> str:
    """Capital letters where the old words had them."""
    letters = [part for part in re.split(r"[\s-]+", old) if part[:1].isalpha()]
    if old.isupper() and len(old) > 1:
        return words.upper()
    if len(letters) > 1 and all(part[0].isupper() for part in letters):
        return " ".join(part[:1].upper() + part[1:] for part in words.split(" "))
    return words[:1].upper() + words[1:] if old[:1].isupper() else words


def _a_or_an(article: str, words: str) -> str:
    low = words.lower()
    vowel = (low[:1] in tuple("aeiou") and not LIKE_YOU.match(low)) or low.startswith(SILENT_H)
    return article[0] + ("n" if vowel else "")


def _blank_before(text: str, at: int) -> int:
    """Where the blanks before a place begin."""
    while at and text[at - 1] in " \u00a0":
        at -= 1
    return at

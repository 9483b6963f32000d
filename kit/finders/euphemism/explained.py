"""A text that explains a soft word itself: "X, a euphemism for Y", "Y, euphemistically called X", "the euphemism “X”".

The claim is not taken on trust: where X is the harsher word of the two, the reason says so and asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from kit.language import Match, Pattern, load, noun_forms
from kit.language.grammar import BE
from kit.text import Article, Span

LEXICON = "explaining"
SOFT = "polite nice nicer kind kinder gentle gentler soft softer fancy".split()
WORDS = "word term name phrase expression".split()
CALLED = ("called", "known as", "termed", "dubbed", "named", "labelled", "labeled", "described as", "referred to as")
IS = BE | {"became", "becomes", "become", "remains"}
USED = frozenset("used use uses using serves served serve meant intended known acts functions".split())
LEADING = frozenset(
    "a an the just merely simply only often really another usually clearly obviously of nothing more than little but "
    "always mostly this that his her their its our".split()
)
USING = frozenset("use uses using".split())  # said of who uses it, where “used as” is said of the word
STOPS = frozenset(", ; : . ! ? ( ) — – - -- [ ]".split())
OPENING, CLOSING = frozenset('"“‘`'), frozenset("\"”’'")
TURNS = STOPS | IS | CLOSING | {"as"}  # where what leads to "euphemism" begins
LINKS = STOPS | IS | USED | {"as", "which", "that"}
NEW_CLAUSE = frozenset("VBD VBZ VBP MD WDT WP PRP".split())  # tags of the words with which another thought begins
MAX_WORDS_OF_TERM = 6  # words of a term that stands without quotation marks
MAX_WORDS_OF_MEANING = 9  # words of what it stands for


@dataclass(frozen=True, slots=True)
class Explained:
    """A term that the text itself explains: where it stands, what it stands for by the text, and is it the harsher."""

    span: Span
    row: int
    end: int
    meaning: str
    harsher: bool


def patterns() -> Iterable[Pattern]:
    """What leads to an explanation, for the one pass over the text."""
    for word, noun in product(("euphemistic", *SOFT), WORDS):
        yield Pattern((word, noun, "for"), LEXICON, "for")
    for word in SOFT:
        yield Pattern((word, "way", "of", "saying"), LEXICON, "for")
    for words in ("euphemism for", "euphemisms for", "code word for"):
        yield Pattern(tuple(words.split()), LEXICON, "for")
    for word, called in product(("euphemistically", "politely"), CALLED):
        yield Pattern((word, *called.split()), LEXICON, "called")
    for noun in ("euphemism", *(f"euphemistic {noun}" for noun in WORDS)):
        yield Pattern(tuple(noun.split()), LEXICON, "the")


def explained(article: Article, match: Match, first: int, last: int) -> Explained | None:
    """The term that is explained at this match, in the sentence of rows `first` to `last` (exclusive)."""
    reader = _Reader(article, first, last)
    if match.pattern.key == "for":
        term, meaning = reader.before(match.first), reader.after(match.end, MAX_WORDS_OF_MEANING)
    elif match.pattern.key == "called":
        term, meaning = reader.after(match.end, MAX_WORDS_OF_TERM), reader.before(match.first)
    else:
        term, meaning = reader.quoted_after(match.end), None
    if term is None or (meaning is None and match.pattern.key == "for"):
        return None
    words = article.words
    if any(word.startswith("euphemis") for word in words.lower[term[0] : term[1]]):
        return None
    span = Span(words.start[term[0]], words.end[term[1] - 1])
    said = article[Span(words.start[meaning[0]], words.end[meaning[1] - 1])] if meaning else ""
    return Explained(span, *term, " ".join(said.split()), is_harsher(article[span], said))


Rows = tuple[int, int]


class _Reader:
    """Noun phrases around a row of a sentence."""

    def __init__(self, article: Article, first: int, last: int) -> None:
        self.words, self.first, self.last = article.words, first, last

    def before(self, row: int) -> Rows | None:
        """What the words before "euphemism for" speak of: "X, a ...", "X is a ...", "X, used as a ..."."""
        low = self.words.lower
        at = row - 1
        while at >= self.first and low[at] not in TURNS:
            if low[at] in USING:  # "said Lund, using a euphemism for ...": the word was quoted before
                return self._quoted_before(at)
            if low[at] in ("not", "n't", "never", "no") or row - at > MAX_WORDS_OF_TERM:
                return None
            if low[at] not in LEADING and not self._describes(at):
                return None
            at -= 1
        while at >= self.first and (low[at] in LINKS or self.words.tag[at].startswith("RB")):
            if low[at] in (".", ";", ":", "not", "n't"):
                return None
            at -= 1
        return self._ending(at)

    def _quoted_before(self, row: int) -> Rows | None:
        """The last words in quotation marks before this row, if they are few."""
        low = self.words.lower
        closing = next((at for at in range(row - 1, self.first, -1) if low[at] in CLOSING), None)
        return self._ending(closing) if closing is not None else None

    def after(self, row: int, longest: int) -> Rows | None:
        """The phrase that begins at this row."""
        quoted = self.quoted_after(row)
        if quoted:
            return quoted
        low, tag = self.words.lower, self.words.tag
        while row < self.last and low[row] in LEADING:
            row += 1
        end = row
        while end < min(self.last, row + longest) and low[end] not in STOPS and low[end] not in CLOSING:
            if end > row and (tag[end] in NEW_CLAUSE or low[end] in ("that", "because")):
                break
            end += 1
        return (row, end) if end > row else None

    def quoted_after(self, row: int) -> Rows | None:
        """The words between quotation marks that open at this row, without a comma or full stop at their end."""
        low = self.words.lower
        while row < self.last and low[row] in ("a", "an", "the", ":", ","):
            row += 1
        if row >= self.last or low[row] not in OPENING:
            return None
        end, furthest = row + 1, min(self.last, row + MAX_WORDS_OF_TERM + 3)
        while end < furthest and low[end] not in CLOSING:
            end += 1
        stop = end
        while stop > row + 1 and low[stop - 1] in STOPS:
            stop -= 1
        return (row + 1, stop) if end < furthest and 0 < stop - row - 1 <= MAX_WORDS_OF_TERM else None

    def _ending(self, at: int) -> Rows | None:
        """The phrase whose last word stands at this row."""
        low, tag = self.words.lower, self.words.tag
        if at < self.first:
            return None
        end = at + 1
        if low[at] in CLOSING:
            start = at
            while start > max(self.first, at - MAX_WORDS_OF_TERM - 2) and low[start - 1] not in OPENING:
                start -= 1
            stop = at - 1 if low[at - 1] in STOPS else at
            return (start, stop) if low[start - 1] in OPENING and 0 < stop - start <= MAX_WORDS_OF_TERM else None
        start = end
        while (
            start > self.first
            and end - start < MAX_WORDS_OF_TERM
            and (self._describes(start - 1) or low[start - 1] == "of")
        ):
            start -= 1
        while start < end and (low[start] in LEADING or low[start] in USED or tag[start] == "CD"):
            start += 1
        return (start, end) if start < end and tag[end - 1][:2] in ("NN", "VB", "JJ", "RP", "RB") else None

    def _describes(self, row: int) -> bool:
        """Does this word belong to a noun phrase?"""
        return self.words.tag[row][:2] in ("NN", "JJ", "CD") or self.words.tag[row] in ("VBG", "VBN")


# ---- which word is the harsher --------------------------------------------------------------------------------------


@cache
def _harsh_words() -> tuple[frozenset[str], frozenset[str]]:
    harsh: set[str] = set()
    plain: set[str] = set()
    for entry in load("harshness", ("harsh", "plain")):
        for key, found in (("harsh", harsh), ("plain", plain)):
            found.update(form for word in entry.data[key] for form in (word, *_plural(word)))
    return frozenset(harsh), frozenset(plain)


def _plural(phrase: str) -> Iterator[str]:
    head = phrase.rsplit(" ", 1)
    yield " ".join([*head[:-1], noun_forms(head[-1])[1]])


def is_harsher(term: str, meaning: str) -> bool:
    """Is the term harsher than what it is said to stand for? Only where both are known: doubt is no answer."""
    harsh, plain = _harsh_words()
    said = _known(meaning, plain)
    return _known(term, harsh) and said and not _known(meaning, harsh - plain)


def _known(phrase: str, words: frozenset[str]) -> bool:
    low = " ".join(phrase.lower().replace("-", " ").split())
    return low in words or any(word in words for word in low.split())

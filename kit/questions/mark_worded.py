"""Marking sentences that were put plainly; and what can be said of prose without reading it."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kit.questions.question import OpenKey, RewriteKey
from kit.questions.result import Marked, UnreadableError
from kit.text import Words

if TYPE_CHECKING:
    from kit.language.matcher import Matcher

LONGEST = 20_000  # characters of an answer
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
NAME = re.compile(r"(?<![.!?:]\s)(?<![.!?:]\s[“\"‘'])(?<=\s)[“\"‘']?([A-Z][a-z]\w*(?: [A-Z][a-z]\w*)*)")
APOSTROPHES = str.maketrans("’‘", "''")


class Said(NamedTuple):
    """A text and its words. No part of speech is asked for here, so no tagger has to be waited for."""

    text: str
    words: Words


def rewrite(key: RewriteKey, answer: object, article: str) -> Marked:
    """Nothing as long as the term is still there. Then every thing that has to be kept earns its share, and whatever
    is invented (a figure, a name, words that say too much) takes one share away. `article` is the text around it."""
    said = words_of(answer)
    if not said:
        raise UnreadableError("There are no words in it. Write the sentence in plain words.")
    read = split(said)
    still = [shown for term in key.gone if (shown := standing(read, term))]
    if still:
        return Marked(Fraction(0), tuple(f"It still says “{words}”. Put plain words in its place." for words in still))
    missing = [kept.what for kept in key.keep if not any(standing(read, words) for words in kept.words)]
    too_much = [more.message for more in key.too_much if any(standing(read, words) for words in more.words)]
    too_much += invented(key, said, article)
    lines = [f"Lost: {', '.join(missing)}."] if missing else []
    lines += too_much
    if not lines:
        lines = ["The soft words are gone, and everything that was said is still there."]
    part = Fraction(len(key.keep) - len(missing) - len(too_much), len(key.keep))
    return Marked(max(part, Fraction(0)), tuple(lines))


def kept_and_lost(key: RewriteKey, answer: object) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """While somebody writes: the soft words that still stand there, what is kept already, and what is not there yet."""
    read = split(words_of(answer))
    still = tuple(words for term in key.gone if (words := standing(read, term)))
    kept = {each.what: any(standing(read, words) for words in each.words) for each in key.keep}
    return still, tuple(w for w, there in kept.items() if there), tuple(w for w, there in kept.items() if not there)


def opened(key: OpenKey, answer: object) -> Marked:
    """A person marks prose. What can be said at once is whether it has the length that is asked for."""
    count = len(words_of(answer).split())
    if count < key.least:
        line = f"It has {count} {'word' if count == 1 else 'words'} and should have at least {key.least}."
    elif count > key.most:
        line = f"It has {count} words, and {key.most} are enough. What can go?"
    else:
        line = f"It has {count} {'word' if count == 1 else 'words'}, as asked."
    return Marked(Fraction(0), (line,))


def words_of(answer: object) -> str:
    """The words of an answer. Raises UnreadableError if it has none or far too many."""
    if not isinstance(answer, str):
        raise UnreadableError('Give your words between quotation marks, as in "My sentence."')
    if len(answer) > LONGEST:
        raise UnreadableError(f"It has {len(answer):,} characters, and nobody can read so many. Make it shorter.")
    return answer.strip()


def split(said: str) -> Said:
    """The words of a text."""
    from kit.text import tokens  # only here: it brings lists of words, and most units have no sentence to rewrite

    return Said(said, tokens.split(said))


def standing(read: Said, term: str) -> str:
    """The words with which a term stands in a text, in any of its forms; empty if it does not."""
    rows = [(0, len(read.words))] if len(read.words) else []
    for match in matcher(term).find(read.words, rows):
        return " … ".join(read.text[start:end] for start, end in match.spans(read.words))
    return ""


@lru_cache(maxsize=1000)
def matcher(term: str) -> Matcher[str]:
    """Finds a term in all its inflections; a verb and its particle may stand apart ("let 40 people go")."""
    from kit.language.matcher import Matcher, Pattern
    from kit.language.ways_to_write import PARTS_OF_SPEECH, ways_to_write

    apart = len(term.split()) > 1
    ways = {way for pos in PARTS_OF_SPEECH for way, _ in ways_to_write(term, pos, gap=apart and pos == "verb")}
    plain = tuple(part for word in term.lower().translate(APOSTROPHES).split() for part in word.split("-"))
    return Matcher(Pattern(way, "term", term) for way in sorted(ways | {plain}))


def invented(key: RewriteKey, said: str, article: str) -> list[str]:
    """Figures and names that stand neither in the sentence nor around it, and far too many words."""
    known = " ".join((key.sentence, article, *key.models, *(words for kept in key.keep for words in kept.words)))
    lines = [
        f"“{words}” is new: the sentence does not say so."
        for words in dict.fromkeys((*FIGURE.findall(said), *NAME.findall(said)))
        if not stands(words, known)
    ]
    longest = max(len(text.split()) for text in (key.sentence, *key.models))
    if len(said.split()) > 2 * longest + 5:
        lines.append("It is more than twice as long as the sentence. Say what it says, and no more.")
    return lines


def stands(words: str, known: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w|[.,]\d)", known, re.IGNORECASE) is not None

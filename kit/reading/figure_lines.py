"""Sentences with their figures and times folded into signs, so that a rule can be written as a pattern.

"Sales fell to 48 a day in March, from 41" becomes "sales fell to #0 a day in @0 , from #1 ".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kit.language.quantities import Quantity
from kit.language.times import Time
from kit.reading.sentences import IndexedSentence
from kit.text import Words
from kit.text.word_lists import any_of, word_lists

SUMS = "sums.toml"
WORD = r"[^\s#,.;:()“”—–]+"
MIN_FIGURES = 2  # figures and times of a line
MAX_WORDS = 120  # what is longer is no sentence
PERCENT = frozenset("percent per cent % pc".split())
SIGNS = {
    r"(?<!P)<(\w+)>": lambda m: rf"#(?P<{m[1]}>\d+)",
    r"@([a-z])\b": lambda m: rf"@(?P<{m[1]}>\d+)",
    r"~(\d+)": lambda m: rf"(?:{WORD} ){{0,{m[1]}}}?",
}


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A sentence as a rule reads it: `text` in small letters, each word with a blank behind it; `figures` and `times`
    by the number behind their sign; `at` holds for each word where it begins in `text`, `rows` its row. `words` are the
    words without order, with "%" for a percentage, so that a rule can tell at once that a line is not for it."""

    sentence: IndexedSentence
    text: str
    figures: tuple[Quantity, ...]
    times: tuple[Time, ...]
    at: tuple[int, ...]
    rows: tuple[int, ...]
    words: frozenset[str]

    def figure(self, match: re.Match[str], name: str) -> Quantity:
        """The figure that a group of a pattern has met."""
        return self.figures[int(match[name])]

    def time(self, match: re.Match[str], name: str) -> Time:
        """The time that a group of a pattern has met."""
        return self.times[int(match[name])]

    def row(self, place: int) -> int:
        """The row of the word that begins at a place of `text`."""
        return self.rows[bisect_left(self.at, place)]


@cache
def frame(pattern: str) -> re.Pattern[str]:
    """A pattern over the text of a FigureLine, from a short notation.

    `<a>` is a figure and `@a` a time, each to be asked for by its name; `~4` are up to four words or times without a
    mark or a figure between them; `{down}` is any word of that list of `sums.toml`. A blank stands behind
    every word. All else is a regular expression.
    """
    lists = word_lists("words", SUMS)
    pattern = re.sub(r"\{([a-z_]+)\}", lambda name: f"(?:{any_of(lists[name[1]]).replace('_', ' ')})", pattern)
    for sign, expression in SIGNS.items():
        pattern = re.sub(sign, expression, pattern)
    return re.compile(rf"(?<!\S){pattern}")


def figure_lines(words: Words, sentences: Iterable[IndexedSentence]) -> Iterator[FigureLine]:
    """The lines of all sentences that hold two figures or times, or more."""
    for sentence in sentences:
        figured = len(sentence.numbers) + len(sentence.times) >= MIN_FIGURES
        if not figured or sentence.is_question or sentence.end - sentence.first > MAX_WORDS:
            continue
        figures = [q for q in sentence.numbers.values() if not (q.in_words and q.low == q.high == 1)]  # "the new one"
        times = list(sentence.times.values())
        ends = {q.first: (_end(words, q), f"#{n}") for n, q in enumerate(figures)}
        ends |= {time.first: (time.end, f"@{n}") for n, time in enumerate(times)}
        row, length, text, at, rows = sentence.first, 0, [], [], []
        while row < sentence.end:
            end, word = ends.get(row, (row + 1, words.lower[row]))
            text.append(word)
            at.append(length)
            rows.append(row)
            length += len(word) + 1
            row = max(end, row + 1)
        known = frozenset([*text, *("%" for figure in figures if figure.sort == "percent")])
        yield FigureLine(sentence, " ".join([*text, ""]), tuple(figures), tuple(times), tuple(at), tuple(rows), known)


def _end(words: Words, figure: Quantity) -> int:
    """The row behind a figure and its "percent"; other units stay words."""
    end = figure.stop
    while figure.sort == "percent" and end < figure.end and words.lower[end] in PERCENT:
        end += 1
    return end

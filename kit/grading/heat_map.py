"""Where a class marked a text: every word with how many marked it, and as what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kit.compare import WORD, WordsOf
from kit.grading.known_questions import known_question, mark_json, remember_answers
from kit.grading.page_templates import percent
from kit.grading.statistics import krippendorff
from kit.questions.question import Question
from kit.text import Span

MIN_SHADED = 0.05  # the share of the class from which a word is shaded
MIN_BESIDE = 0.2  # and from which one outside of the key is named
SHADES = 4


class ShadedPiece(NamedTuple):
    """Words of a text under one shade (0 to 4), and whether they are of the key."""

    words: str
    shade: int = 0
    gold: bool = False


class HeatMap:
    """A text with its words counted: add the marks of each pupil, then read it. `readers` is how many there were."""

    def __init__(self, question: Question):
        self.id = question.id
        self._text, self._part = question.text, question.shown_part
        words = enumerate(Span(*found.span()) for found in WORD.finditer(self._text))
        # The words of the part that is shown, by their numbers in the whole text.
        self.words = {n: word for n, word in words if self._part.start <= word.start and word.end <= self._part.end}
        gold = (each.ways[0] for each in question.key.marks_to_find() or ())
        self.gold = frozenset().union(*map(WordsOf(self._text).of, gold)) & self.words.keys()
        self._counts: dict[int, Counter[str]] = {word: Counter() for word in self.words}
        self.readers = 0

    def add(self, marks: Sequence[tuple[str, frozenset[int]]]) -> None:
        """The marks of one pupil, as `words_marked` has them. A word under two labels counts for the first."""
        self.readers += 1
        seen: set[int] = set()
        for label, words in marks:
            for word in words - seen:
                if word in self._counts:  # a mark may reach out of the part that is shown
                    self._counts[word][label] += 1
            seen |= words

    @property
    def agreement(self) -> float | None:
        """Krippendorff's alpha over the words: how far the class agrees, whether right or wrong."""
        if self.readers < 2:
            return None
        return krippendorff({**counts, "": self.readers - counts.total()} for counts in self._counts.values())

    def share(self, word: int) -> float:
        """The share of the class that marked a word."""
        return self._counts[word].total() / self.readers

    def paragraphs(self) -> Iterator[list[ShadedPiece]]:
        """The lines of the text in pieces."""
        paragraph: list[ShadedPiece] = []
        at = self._part.start
        for word, span in self.words.items():
            between = self._text[at : span.start]
            if "\n" in between:
                if paragraph:
                    yield [*paragraph, ShadedPiece(between.partition("\n")[0].rstrip())]
                paragraph, between = [], between.rpartition("\n")[2]
            if between:
                paragraph.append(ShadedPiece(between))
            share = self.share(word)
            shade = 0 if share < MIN_SHADED else min(SHADES, 1 + int(share * SHADES))
            paragraph.append(ShadedPiece(self._text[span.start : span.end], shade, word in self.gold))
            at = span.end
        paragraph.append(ShadedPiece(self._text[at : self._part.end].rstrip()))
        yield paragraph

    def in_words(self) -> str:
        """The same in words: how much of the key was found, and what beside it was marked most."""
        said = []
        if self.gold:
            mean = sum(map(self.share, self.gold)) / len(self.gold)
            said.append(f"On average {percent(mean)} of the class marked a word of the key.")
        beside = [word for word in self.words if word not in self.gold and self.share(word) >= MIN_BESIDE]
        if beside:
            word = max(beside, key=self.share)
            words = self._text[self.words[word].start : self.words[word].end]
            said.append(f"Outside of it, most marked “{words}” ({percent(self.share(word))}).")
        return " ".join(said)


@remember_answers
def words_marked(id: str, value: str, version: str) -> tuple[tuple[str, frozenset[int]], ...]:
    """The labels and words that an answer marked, the words by their numbers in the text."""
    held = mark_json(id, value, version).comparison
    if held is None:
        return ()
    words = WordsOf(known_question(id).text)
    marks = (*(given for _, given in held.matched), *held.spurious, *held.ignored)
    return tuple((each.label, words.of(each.spans)) for each in marks)

"""What sentences of an article have in common, by the words that the article has seldom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from kit.language.grammar import ENGLISH
from kit.language.morphology import stem
from kit.text.word_lists import word_list

if TYPE_CHECKING:
    from kit.reading.index import ArticleIndex

CARRIES = ("NN", "VB", "JJ", "FW")  # tags of words that carry a subject: nouns, verbs, adjectives
EMPTY = word_list("passages", "empty", file=ENGLISH)  # words that carry no subject
MIN_LETTERS = 3  # of a word that carries a subject
SHARE_OF_A_TOPIC = 0.6  # of a word's weight: a topic and a person say less of what a sentence is about
MAX_SENTENCES_OF_A_KEY = 60  # beyond it a key says nothing
MAX_LINKED_BY_A_KEY = 20


class CommonGround:
    """For each sentence of an article what it is about, and how much it shares with others."""

    def __init__(self, index: ArticleIndex) -> None:
        self.index = index

    def carries(self, row: int) -> bool:
        """Does the word in this row carry a subject?"""
        words, low = self.index.words, self.index.words.lower[row]
        return words.tag[row].startswith(CARRIES) and low.isalpha() and len(low) >= MIN_LETTERS and low not in EMPTY

    @cached_property
    def about(self) -> list[frozenset[str]]:
        """For each sentence stems of its words, topics of the lists, numbers of its people; the latter with a colon."""
        index, low = self.index, self.index.words.lower
        keys = [{stem(low[row]) for row in range(first, end) if self.carries(row)} for first, end in index.rows]
        for match in index.topic_matches:
            if match.topic.list in ("counted", "opposites"):
                keys[index.sentence_of_row(match.first)].add(f"topic:{match.topic.term}")
        for mention in index.mentions:
            number = index.sentence_at(mention.span.start)
            if mention.entity >= 0 and mention.level.startswith("named") and number >= 0:
                keys[number].add(f"who:{mention.entity}")
        return [frozenset(each) for each in keys]

    @cached_property
    def weight(self) -> dict[str, float]:
        """How much two sentences have in common if they share a key: much if the text has it seldom."""
        counts = Counter(key for keys in self.about for key in keys)
        total = max(len(self.about), 4)
        return {
            key: log(total / count) * (SHARE_OF_A_TOPIC if ":" in key else 1.0)
            if 1 < count <= MAX_SENTENCES_OF_A_KEY
            else 0.0
            for key, count in counts.items()
        }

    @cached_property
    def _weighty(self) -> list[list[str]]:
        """For each sentence what it may share, in one order: sums of fractions differ in their last digit."""
        return [[key for key in sorted(keys) if self.weight[key]] for keys in self.about]

    @cached_property
    def body_links(self) -> dict[tuple[int, int], float]:
        """How much each two sentences below the headline have in common."""
        return self.links(self.index.body)

    def links(self, sentences: Iterable[int]) -> dict[tuple[int, int], float]:
        """How much each two of some sentences have in common, where it is anything at all.

        Through an index from key to sentences, so the time grows with what is shared, not with all pairs.
        """
        places: dict[str, list[int]] = defaultdict(list)
        for number in sorted(set(sentences)):
            for key in self._weighty[number]:
                places[key].append(number)
        shared: dict[tuple[int, int], float] = defaultdict(float)
        for key, numbers in places.items():
            if 1 < len(numbers) <= MAX_LINKED_BY_A_KEY:
                weight = self.weight[key]
                for at, one in enumerate(numbers):
                    for other in numbers[at + 1 :]:
                        shared[one, other] += weight
        return shared

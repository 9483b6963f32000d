"""Sentences that share most of their words, and two of them laid along each other, word by word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, pairwise

from kit.language.grammar import NEGATIONS
from kit.language.quantities import Quantity
from kit.language.times import Time
from kit.reading import ArticleIndex, IndexedSentence

NUMBER, TIME = "#", "@"
NOT = "not"
MAX_SENTENCES = 12  # a word that stands in more of them leads to none
MIN_RARE_SHARED = 2  # rarer words that two sentences share before they are looked at
MIN_OVERLAP = 0.55  # of the words of the shorter of two sentences that stand in the other, letter for letter


@dataclass(slots=True)
class Token:
    """A word, a number or a time: what it is compared by, its rows, and the quantity or time itself."""

    key: str
    first: int
    end: int
    content: bool
    thing: Quantity | Time | None = None


Gap = tuple[list[Token], list[Token]]  # what the one sentence has, and what the other has in its place


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sentences laid along each other.

    `pairs` are tokens that stand at the same place. `gaps` hold what differs: the frames before the first pair, what
    stands between the pairs, and the tails behind the last pair where both sentences go on.
    """

    pairs: list[tuple[Token, Token]]
    frames: Gap
    gaps: list[Gap]
    tails: Gap

    @property
    def shared(self) -> int:
        """How many words of content the two share."""
        return sum(a.content for a, _ in self.pairs)

    def outside(self, side: int) -> list[Token]:
        """The tokens of one sentence that stand at no place of the other: frame, tail and gaps."""
        gaps = (self.frames, self.tails, *self.gaps)
        return list({id(token): token for gap in gaps for token in gap[side]}.values())


def alike(index: ArticleIndex) -> Iterator[tuple[IndexedSentence, IndexedSentence]]:
    """Pairs of sentences that share most of their words, found by the rarer ones: the earlier one first."""
    places: dict[str, list[int]] = defaultdict(list)
    for sentence in index.sentences:
        if sentence.in_title:
            continue
        rarer = [places[word] for word in sentence.content if len(places[word]) <= MAX_SENTENCES]
        shared = Counter(chain.from_iterable(rarer))
        for numbers in rarer:
            numbers.append(sentence.number)
        for number in (number for number, count in shared.items() if count >= MIN_RARE_SHARED):
            other = index.sentences[number]
            same = len(other.content & sentence.content)
            if same >= MIN_OVERLAP * min(len(other.content), len(sentence.content)):
                yield other, sentence


def tokens(index: ArticleIndex, sentence: IndexedSentence) -> list[Token]:
    """The words of a sentence, with each number and time as one token, marks left out."""
    low = index.words.lower
    found = []
    row = sentence.first
    while row < sentence.end:
        quantity, time = sentence.numbers.get(row), sentence.times.get(row)
        key = index.key(row)
        token = Token(key or low[row], row, row + 1, key != "")
        if time is not None:
            token = Token(TIME + time.kind, row, time.end, False, time)
        elif quantity is not None:
            token = Token(NUMBER, row, quantity.stop, False, quantity)
        elif low[row] in NEGATIONS:
            token = Token(NOT, row, row + 1, False)
        if token.thing or low[row][0].isalnum() or token.key == NOT:
            found.append(token)
        row = token.end
    return found


def align(one: list[Token], other: list[Token]) -> Alignment | None:
    """Lay two sentences along each other; None if they share nothing."""
    matcher = SequenceMatcher(None, [t.key for t in one], [t.key for t in other], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    frames = one[: first.a], other[: first.b]
    tails = one[last.a + last.size :], other[last.b + last.size :]
    gaps: list[Gap] = [frames] if any(frames) else []
    for before, block in pairwise(blocks):
        gap = one[before.a + before.size : block.a], other[before.b + before.size : block.b]
        if any(gap):
            gaps.append(gap)
    if all(tails):  # both go on, and differently
        gaps.append(tails)
    pairs = [
        pair
        for block in blocks
        for pair in zip(one[block.a : block.a + block.size], other[block.b : block.b + block.size], strict=True)
    ]
    return Alignment(pairs, frames, gaps, tails)

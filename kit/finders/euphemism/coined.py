"""Soft words that are in no list, since officials coin them daily: "a threat-reduction outcome", "case-sheet closure".

Every run of nouns, adjectives and participles is weighed: which slots its words fill (see `frames.toml`), what kind of
words they are, how rare, whether anybody ever puts them side by side, and whether a plain deed stands in this sentence
or the next. `benchmarks/train_coined.py` has learned the weights; they stand in `kit/data/coined_weights.json`, each
under a name that says what is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise

from kit.finders.euphemism.coined_weights import Seen, coined_weights
from kit.finders.euphemism.coined_words import (
    kind_of_verb,
    rareness,
    seen_before,
    seen_of_head,
    slots_before,
    slots_of_head,
    worth,
)
from kit.finders.euphemism.frames import Frame, all_frames, slot_words
from kit.finders.sources.person_words import is_number, is_person
from kit.language.grammar import BE, GET, HAVE
from kit.text import Article, Words

MIN_SHARE_OF_FIELD = 0.5  # how much the deeds of a field must weigh to be seen
MAX_SUM_OF_DEEDS = 6.0
MAX_SUM_OF_TRACES = 4.0
MAX_WORDS_OF_SENTENCE = 120  # a sentence that is longer is none
MAX_WORDS_TO_VERB = 5  # words before a phrase in which its verb is looked for
MAX_WORDS_TO_PEOPLE = 3  # words behind "of" in which people are looked for
WORDS_BETWEEN = 2  # words that have to lie between two marks
OWN_SLOT = 1.0  # what a slot of a field adds to its deeds, where fields are compared
MIN_LEAD = 0.5  # by how much a field must lead before the next one
HELPERS = BE | GET | HAVE | {"n't", "not"}
QUOTES = frozenset("\"“”‘’'`")
RUN_TAGS = frozenset("JJ JJR JJS NN NNS NNP NNPS VBN VBG".split())
LEADING = {"a": "a", "an": "a", "the": "the", "certain": "certain", "their": "their", "his": "his", "her": "her"}
FOLLOWING = frozenset("of in to from with for by".split())


@dataclass(frozen=True, slots=True)
class CoinedRun:
    """A run of words that may be coined: its rows (the end exclusive), what is seen of it, its slots, and what stands
    near."""

    first: int
    end: int
    seen: Seen
    slots: frozenset[str]
    near: _Near

    def frame(self) -> tuple[Frame, int | None]:
        """The frame for which most speaks, and the row of its loudest deed; the one of no field if none leads."""
        worth = {
            f.deeds: self.near.fields.get(f.deeds, 0.0) + OWN_SLOT * len(self.slots & f.slots) for f in all_frames()
        }
        ranked = sorted((f for f in all_frames() if f.deeds in self.near.loudest), key=lambda f: -worth[f.deeds])
        if ranked and worth[ranked[0].deeds] - (worth[ranked[1].deeds] if ranked[1:] else 0.0) >= MIN_LEAD:
            return ranked[0], self.near.loudest[ranked[0].deeds][1]
        for_any = next(frame for frame in all_frames() if not frame.deeds)
        return for_any, max(self.near.loudest.values(), default=(0.0, None))[1]


@dataclass(frozen=True, slots=True)
class _Near:
    """What a sentence and its neighbours tell: how much speaks for each field, its loudest deed (how rare, and its
    row), and what is seen of all this."""

    fields: Mapping[str, float]
    loudest: Mapping[str, tuple[float, int]]
    seen: Seen


@dataclass(frozen=True, slots=True)
class _Sentence:
    first: int
    last: int
    deeds: tuple[tuple[int, str, frozenset[str]], ...]  # row, word, fields
    traces: frozenset[str]
    voices: frozenset[str]


class CoinedOfText:
    """The runs of one text, ready to be weighed."""

    def __init__(self, article: Article) -> None:
        self.words: Words = article.words
        self.slots = slot_words()
        self.weights = coined_weights()
        self.sentences = [self._sentence(first, last) for first, last in article.rows]

    def _sentence(self, first: int, last: int) -> _Sentence:
        low, deeds, traces, voices = self.words.lower, self.slots.deeds, self.slots.traces, self.slots.voices
        told = [row for row in range(first, last) if low[row] in deeds or low[row] in traces]
        plain = [row for row in told if row == first or self.words.form[row][:1] == low[row][:1]]
        return _Sentence(
            first,
            last,
            tuple((row, low[row], deeds[low[row]]) for row in plain if low[row] in deeds),
            frozenset(low[row] for row in plain if low[row] in traces),
            frozenset(voice for word in voices.keys() & low[first:last] for voice in voices[word]),
        )

    def found(self) -> Iterator[CoinedRun]:
        """The candidates that are likely enough; of those that lie side by side, the likeliest."""
        weighed = [(self.weights.probability(candidate.seen), candidate) for candidate in self.candidates()]
        likely = [pair for pair in weighed if pair[0] >= self.weights.threshold]
        taken: set[int] = set()
        for _, candidate in sorted(likely, key=lambda pair: -pair[0]):
            if taken.isdisjoint(range(candidate.first - WORDS_BETWEEN, candidate.end + WORDS_BETWEEN)):
                taken.update(range(candidate.first, candidate.end))
                yield candidate

    def candidates(self) -> Iterator[CoinedRun]:
        """Every run of words that may be coined: one that fills a slot, or has a word with a hyphen."""
        for at, sentence in enumerate(self.sentences):
            if sentence.last - sentence.first > MAX_WORDS_OF_SENTENCE:
                continue
            near: _Near | None = None
            deeds = {row for row, _, _ in sentence.deeds}
            for first, end in self._runs(sentence):
                low = [word.replace("‑", "-") for word in self.words.lower[first:end]]
                heads = slots_of_head(low[-1])
                slots = heads.union(*map(slots_before, low[:-1]))
                if not slots and not any("-" in word for word in low):
                    continue
                own = deeds.intersection(range(first, end))
                near = near or self._near(at, frozenset())
                beside = self._near(at, own) if own else near
                seen = self._head(low, end) | self._before(low, heads) | self._around(sentence, first, end)
                seen["in quotation marks"] = float(first > 0 and self.words.lower[first - 1] in QUOTES)
                yield CoinedRun(first, end, seen | beside.seen, slots, beside)

    # ---- runs -------------------------------------------------------------------------------------------------------

    def _runs(self, sentence: _Sentence) -> Iterator[tuple[int, int]]:
        """Runs of nouns and what stands before them, around each slot word or hyphen, down to their last noun and
        without a verb in front."""
        done = sentence.first
        for row in range(sentence.first, sentence.last):
            word = self.words.lower[row]
            if row < done or not (word in self.slots.all or "-" in word) or not self._belongs(row, sentence.first):
                continue
            first, end = row, row + 1
            while first > done and self._belongs(first - 1, sentence.first) and not self._opens_clause(first):
                first -= 1
            while end < sentence.last and self._belongs(end, sentence.first) and not self._opens_clause(end):
                end += 1
            done = end
            while end > first and not self._is_noun(end - 1):
                end -= 1
            while first < end - 1 and self._is_verb(first, sentence.first):
                first += 1
            if first < end:
                yield first, end

    def _belongs(self, row: int, opening: int) -> bool:
        low, tag = self.words.lower[row], self.words.tag[row]
        adverb = tag == "RB" and (low.endswith("ly") or low in self.slots.adverbs)
        if tag not in RUN_TAGS and not adverb and "-" not in low:
            return False
        small = self.words.form[row][:1] == low[:1] or (row == opening and not tag.startswith("NNP"))
        return small and "a" <= low[:1] <= "z"

    def _opens_clause(self, row: int) -> bool:
        """ "a report | *concerning* e-mails", "they support | *temporarily banning* guests" """
        tag = self.words.tag
        opens = tag[row] in ("VBG", "RB") and tag[row - 1].startswith("NN")
        return opens and self.words.lower[row] not in self.slots.heads

    def _is_noun(self, row: int) -> bool:
        low = self.words.lower[row]
        return self.words.tag[row].startswith("NN") or low in self.slots.heads or "-" in low

    def _is_verb(self, row: int, opening: int) -> bool:
        """ "been *given* extended periods", "to *restrict* access" """
        if self.words.tag[row] not in ("VBN", "VBG") or row == opening:
            return False
        return self.words.lower[row - 1] in HELPERS or self.words.tag[row - 1] in ("PRP", "TO", "MD")

    # ---- what is seen of a run --------------------------------------------------------------------------------------

    def _near(self, at: int, own: Set[int]) -> _Near:
        """What this sentence, the next and the one before tell of deeds and of who speaks, but for these rows."""
        fields: dict[str, float] = {}
        loudest: dict[str, tuple[float, int]] = {}
        seen: Seen = {f"near {voice}": 1.0 for voice in self.sentences[at].voices}
        told: set[str] = set()
        traces = 0.0
        for where, place in (("deed here", at), ("deed next", at + 1), ("deed before", at - 1)):
            if not 0 <= place < len(self.sentences):
                continue
            traces += sum(map(rareness, self.sentences[place].traces))
            for row, word, its in self.sentences[place].deeds:
                if row in own or word in told:
                    continue
                told.add(word)
                rare = rareness(word)
                seen[where] = max(rare, seen.get(where, 0.0))
                for field in its:
                    fields[field] = fields.get(field, 0.0) + rare / len(its)
                    loudest[field] = max(loudest.get(field, (-1.0, row)), (rare, row))
        seen |= {f"deeds of {f}": min(much, 3.0) for f, much in fields.items() if much >= MIN_SHARE_OF_FIELD}
        seen["deeds"] = min(sum(fields.values()), MAX_SUM_OF_DEEDS)
        seen["deed"] = max((rare for rare, _ in loudest.values()), default=0.0)
        seen["traces"] = min(traces, MAX_SUM_OF_TRACES)
        return _Near(fields, loudest, seen)

    def _head(self, low: list[str], end: int) -> Seen:
        rare = [rareness(word) for word in low]
        return seen_of_head(low[-1]) | {
            "head is a person": float(is_person(self.words, end - 1)),
            "hyphen": float(any("-" in word for word in low)),
            "alone": float(len(low) == 1),
            "rarest": max(rare),
            "rare head": rare[-1],
            "rare": sum(rare) / len(rare),
        }

    def _before(self, low: list[str], heads: frozenset[str]) -> Seen:
        """What is seen of the words before the head."""
        seen: Seen = {}
        for word in low[:-1]:
            for name, value in seen_before(word).items():
                seen[name] = max(seen.get(name, 0.0), value)
        if low[:-1]:
            familiar = [one in self.weights.pairs.get(two, ()) for one, two in pairwise(low)]
            filled = sum(bool(slots_before(word)) for word in low[:-1])
            seen |= {
                "words before": float(min(len(low) - 1, 3)),
                "share in slots": filled / len(low[:-1]),
                "head and before": float(bool(filled and heads)),
                "two before": float(filled > 1),
                "a familiar pair": float(any(familiar)),
                "familiar pairs": sum(familiar) / len(familiar),
                "unfamiliar head": float(not familiar[-1]),
            }
        return seen

    def _around(self, sentence: _Sentence, first: int, end: int) -> Seen:
        """The verb and the small words before a run, and what follows it."""
        low, tag = self.words.lower, self.words.tag
        seen: Seen = {}
        row = first - 1
        while row >= sentence.first and (
            tag[row] in ("DT", "PRP$", "CD") or tag[row].startswith(("JJ", "RB")) or low[row] in ("and", "of")
        ):
            row -= 1
        if row >= sentence.first and first - row <= MAX_WORDS_TO_VERB:
            seen |= {f"after {slot}": worth(low[row]) for slot in self.slots.verbs.get(low[row], ())}
            if tag[row].startswith("VB"):
                seen[f"after a verb of {kind_of_verb(low[row])}"] = worth(low[row])
        if first > sentence.first and low[first - 1] in LEADING:
            seen[f"after {LEADING[low[first - 1]]}"] = 1.0
        if end < sentence.last and low[end] in FOLLOWING:
            seen[f"then {low[end]}"] = 1.0
            behind = range(end + 1, min(sentence.last, end + 1 + MAX_WORDS_TO_PEOPLE)) if low[end] == "of" else ()
            seen["of people"] = float(any(is_number(self.words, at) or is_person(self.words, at) for at in behind))
            slots = self.slots.heads, self.slots.modifiers
            seen["of a slot"] = float(any(low[at] in words for at in behind for words in slots))
        return seen

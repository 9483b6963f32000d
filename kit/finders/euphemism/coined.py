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

from kit.finders.euphemism.coined_weights import RAREST, Seen, coined_weights
from kit.finders.euphemism.frames import Frame, all_frames, slot_words
from kit.finders.sources.person_words import is_number, is_person
from kit.language.grammar import BE, GET, HAVE
from kit.language.morphology import BASES, singular
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
WORTH_OF_COMMONEST = 0.4  # what a slot word counts that everybody uses; the rarest count 1 more
HELPERS = BE | GET | HAVE | {"n't", "not"}
QUOTES = frozenset("\"“”‘’'`")
RUN_TAGS = frozenset("JJ JJR JJS NN NNS NNP NNPS VBN VBG".split())
LEADING = {"a": "a", "an": "a", "the": "the", "certain": "certain", "their": "their", "his": "his", "her": "her"}
FOLLOWING = frozenset("of in to from with for by".split())
ENDINGS = {
    "made of a verb": (
        "tion", "tions", "sion", "sions", "ment", "ments", "ance", "ances", "ence", "ences", "ity", "ities", "ness",
        "ure", "ures", "ancy", "ency", "ship", "acy", "als", "ings", "ing", "age",
    ),
    "an adjective": ("al", "ive", "ary", "ory", "ic", "ed", "ing", "able", "ible", "ous", "ent", "ant"),
}  # fmt: skip
PREFIXES = ("un", "non", "de", "dis", "re", "over", "under", "sub", "pre", "mis", "inter", "post")


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
        plain = [row for row in range(first, last) if row == first or self.words.form[row][:1] == low[row][:1]]
        return _Sentence(
            first,
            last,
            tuple((row, low[row], deeds[low[row]]) for row in plain if low[row] in deeds),
            frozenset(low[row] for row in plain if low[row] in traces),
            frozenset(voice for word in low[first:last] if word in voices for voice in voices[word]),
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
                heads = self.slots.heads.get(low[-1]) or self.slots.heads.get(low[-1].rsplit("-")[-1], frozenset())
                slots = heads.union(*(self._slots_of(word) for word in low[:-1]))
                if not slots and not any("-" in word for word in low):
                    continue
                own = deeds.intersection(range(first, end))
                near = near or self._near(at, frozenset())
                beside = self._near(at, own) if own else near
                seen = self._head(low, heads, end) | self._before(low, heads) | self._around(sentence, first, end)
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
            traces += sum(self._rareness(word) for word in self.sentences[place].traces)
            for row, word, its in self.sentences[place].deeds:
                if row in own or word in told:
                    continue
                told.add(word)
                rare = self._rareness(word)
                seen[where] = max(rare, seen.get(where, 0.0))
                for field in its:
                    fields[field] = fields.get(field, 0.0) + rare / len(its)
                    loudest[field] = max(loudest.get(field, (-1.0, row)), (rare, row))
        seen |= {f"deeds of {f}": min(much, 3.0) for f, much in fields.items() if much >= MIN_SHARE_OF_FIELD}
        seen["deeds"] = min(sum(fields.values()), MAX_SUM_OF_DEEDS)
        seen["deed"] = max((rare for rare, _ in loudest.values()), default=0.0)
        seen["traces"] = min(traces, MAX_SUM_OF_TRACES)
        return _Near(fields, loudest, seen)

    def _head(self, low: list[str], heads: frozenset[str], end: int) -> Seen:
        head, rare = low[-1], [self._rareness(word) for word in low]
        seen: Seen = {f"head {slot}": self._worth(head) for slot in heads}
        return seen | {
            f"head names {self.weights.nouns.get(singular(head), 'something unknown')}": self._worth(head),
            "head in no slot": float(not heads),
            "head made of a verb": float(head.endswith(ENDINGS["made of a verb"])),
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
        filled, weights = 0, self.weights
        for word in low[:-1]:
            slots = self._slots_of(word)
            filled += bool(slots)
            names = {f"before {slot}" for slot in slots}
            for part in word.split("-"):
                kind = weights.adjectives.get(part) or weights.nouns.get(singular(part), "something unknown")
                names.add(f"before names {kind}")
            for name in names:
                seen[name] = max(seen.get(name, 0.0), self._worth(word))
            seen |= {f"before {name}": 1.0 for name, endings in ENDINGS.items() if word.endswith(endings)}
            if word.startswith(PREFIXES):
                seen["before a prefix"] = 1.0
            if "-" in word and not self._is_familiar(word.split("-")):
                seen["unfamiliar hyphen"] = 1.0
        if low[:-1]:
            familiar = [one in weights.pairs.get(two, ()) for one, two in pairwise(low)]
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

    def _slots_of(self, word: str) -> set[str]:
        slots = self.slots
        found = {slot for part in {word, *word.split("-")} for slot in slots.modifiers.get(part, ())}
        found.update(slots.heads.get(word, ()))
        return found | ({"ADVERB"} if word in slots.adverbs else set()) | ({"VERB"} if word in slots.verbs else set())

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
            seen |= {f"after {slot}": self._worth(low[row]) for slot in self.slots.verbs.get(low[row], ())}
            if tag[row].startswith("VB"):
                seen[f"after a verb of {self._kind_of_verb(low[row])}"] = self._worth(low[row])
        if first > sentence.first and low[first - 1] in LEADING:
            seen[f"after {LEADING[low[first - 1]]}"] = 1.0
        if end < sentence.last and low[end] in FOLLOWING:
            seen[f"then {low[end]}"] = 1.0
            behind = range(end + 1, min(sentence.last, end + 1 + MAX_WORDS_TO_PEOPLE)) if low[end] == "of" else ()
            seen["of people"] = float(any(is_number(self.words, at) or is_person(self.words, at) for at in behind))
            slots = self.slots.heads, self.slots.modifiers
            seen["of a slot"] = float(any(low[at] in words for at in behind for words in slots))
        return seen

    def _kind_of_verb(self, word: str) -> str:
        verbs, word = self.weights.verbs, BASES.get(word, word)
        bases = (word, word[:-1], word[:-2], word[:-3], word[:-3] + "e", word[:-4], word[:-3] + "y")
        return next((verbs[base] for base in bases if base in verbs), "an unknown kind")

    def _rareness(self, word: str) -> float:
        """0 for the commonest words, 1 for those in no list; of a word with a hyphen, its rarest part."""
        common = self.weights.rareness
        return max(common.get(part, RAREST) for part in word.split("-")) / RAREST

    def _worth(self, word: str) -> float:
        return WORTH_OF_COMMONEST + self._rareness(word)

    def _is_familiar(self, parts: list[str]) -> bool:
        """Are the parts of a word with a hyphen often written side by side? Parts that nobody knows are names."""
        unknown = any(part not in self.weights.rareness for part in parts)
        return unknown or parts[0] in self.weights.pairs.get(parts[1], ())

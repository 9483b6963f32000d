"""A TextBlob that needs no downloaded corpora.

TextBlob's words, sentences, tags and noun phrases want NLTK's corpora, a download that many a school network blocks.
Here sentences are those of `kit.read`, words are NLTK's (its tokenizer needs no data), tags are those of TextBlob's own
PatternTagger, and noun phrases are found by their tags. Sentiment, spelling, singular and plural are TextBlob's own and
never needed a corpus. What truly needs one says so in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import Any

from nltk.tokenize import NLTKWordTokenizer
from textblob import Sentence, TextBlob, Word, WordList
from textblob.base import BaseNPExtractor, BaseTagger, BaseTokenizer
from textblob.blob import BaseBlob
from textblob.exceptions import MissingCorpusError
from textblob.utils import strip_punc

from kit.text import layout
from kit.text.article import Span
from kit.text.sentences import find_sentences
from kit.text.tagger import find_tags

HAS_LETTER = re.compile(r"[^\W_]")
APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
# Adjectives and nouns that end with a noun: at least two of them, or names.
PHRASE = re.compile(r"(?:JJ[RS]? |VBN (?=NN)|(?:NNPS?|NNS?) ){0,20}(?:NNPS?|NNS?) ")


class CorpusError(MissingCorpusError):
    """Something needs a corpus that is not installed; the message says what works instead."""


def split_sentences(text: str) -> list[Span]:
    """The spans of the sentences of a text, page furniture included."""
    return find_sentences(text, list(layout.find_paragraphs(text)))


class Tokenizer(BaseTokenizer):
    """NLTK's tokenizer for words, sentence by sentence."""

    def tokenize(self, text: str) -> list[str]:
        """The words and punctuation marks of a text; curly apostrophes become straight ones."""
        plain = APOSTROPHE.sub("'", text)
        return [word for start, end in split_sentences(text) for word in _nltk().tokenize(plain[start:end])]


class Tagger(BaseTagger):
    """TextBlob's PatternTagger, on the tokens of `Tokenizer`."""

    def tag(self, text: str | BaseBlob, tokenize: bool = True) -> list[tuple[str, str]]:
        """Each word with its part of speech (Penn Treebank)."""
        raw = str(text)
        if not tokenize:
            return find_tags(raw.split(" "))
        plain = APOSTROPHE.sub("'", raw)
        sentences = [_nltk().tokenize(plain[start:end]) for start, end in split_sentences(raw)]
        return [tagged for words in sentences for tagged in find_tags(words)]


class NounPhrases(BaseNPExtractor):
    """Noun phrases by their tags: names, and nouns with what stands before them."""

    def extract(self, text: str) -> list[str]:
        """The noun phrases of a text, in order."""
        tagged = Tagger().tag(text)
        tags = "".join(f"{tag if HAS_LETTER.search(word) else '.'} " for word, tag in tagged)
        found = []
        for match in PHRASE.finditer(tags):
            first = tags.count(" ", 0, match.start())
            words = tagged[first : first + match.group().count(" ")]
            if len(words) > 1 or words[0][1].startswith("NNP"):
                found.append(" ".join(word for word, _ in words))
        return found


class OfflineWord(Word):
    """A word. Singular, plural, stem and spelling work; a dictionary (WordNet) is used only if it is installed."""

    def singularize(self) -> OfflineWord:
        """The singular: "mice" becomes "mouse"."""
        return OfflineWord(super().singularize())

    def pluralize(self) -> OfflineWord:
        """The plural: "mouse" becomes "mice"."""
        return OfflineWord(super().pluralize())

    def correct(self) -> OfflineWord:
        """The word as it is most probably spelled."""
        return OfflineWord(super().correct())

    def lemmatize(self, pos: str | None = None) -> str:
        """The form that a dictionary has ("went": go). Needs WordNet."""
        return str(_with_wordnet("lemmatize", lambda: super(OfflineWord, self).lemmatize(pos)))

    @property
    def lemma(self) -> str:
        """The form that a dictionary has. Needs WordNet."""
        return self.lemmatize(pos=self.pos_tag)

    def get_synsets(self, pos: str | None = None) -> Any:
        """The meanings of the word. Needs WordNet."""
        return _with_wordnet("synsets", lambda: super(OfflineWord, self).get_synsets(pos))

    def define(self, pos: str | None = None) -> Any:
        """The definitions of the word. Needs WordNet."""
        return _with_wordnet("definitions", lambda: super(OfflineWord, self).define(pos))


class OfflineWordList(WordList):
    """A list of words."""

    def __init__(self, collection: Iterable[str]):
        list.__init__(self, [word if isinstance(word, OfflineWord) else OfflineWord(word) for word in collection])

    def __setitem__(self, index: Any, obj: Any) -> None:
        list.__setitem__(self, index, OfflineWord(obj) if isinstance(obj, str) else obj)

    def append(self, obj: Any) -> None:
        """Add a word at the end."""
        list.append(self, OfflineWord(obj) if isinstance(obj, str) else obj)


class _Offline(BaseBlob):
    """What a blob and a sentence have in common: tools that need no corpora, and words that know it."""

    def __init__(self, text: str, *args: Any, **kwargs: Any):
        for name, tool in _tools().items():
            kwargs.setdefault(name, tool)
        super().__init__(text, *args, **kwargs)

    @cached_property
    def words(self) -> OfflineWordList:
        """The words, without punctuation."""
        shown = (word if word.startswith("'") else strip_punc(word, all=False) for word in self.tokens)
        return OfflineWordList(word for word in shown if HAS_LETTER.search(word))

    @cached_property
    def tokens(self) -> OfflineWordList:
        """The words and punctuation marks."""
        return self.tokenize()

    def tokenize(self, tokenizer: Any = None) -> OfflineWordList:
        """The words and punctuation marks, as the tokenizer of the blob or another one cuts them."""
        return OfflineWordList((tokenizer or self.tokenizer).tokenize(self.raw))

    @cached_property
    def pos_tags(self) -> list[tuple[OfflineWord, str]]:
        """Each word with its part of speech (Penn Treebank), without punctuation."""
        return [(OfflineWord(w, tag), tag) for w, tag in self.pos_tagger.tag(self) if HAS_LETTER.search(w)]

    @property
    def tags(self) -> list[tuple[OfflineWord, str]]:
        """Each word with its part of speech (Penn Treebank), without punctuation."""
        return self.pos_tags

    @cached_property
    def noun_phrases(self) -> OfflineWordList:
        """The noun phrases, in small letters."""
        return OfflineWordList(phrase.lower() for phrase in self.np_extractor.extract(self.raw) if len(phrase) > 1)

    def ngrams(self, n: int = 3) -> list[OfflineWordList]:
        """Each n words that follow one another."""
        return [OfflineWordList(self.words[at : at + n]) for at in range(len(self.words) - n + 1)] if n > 0 else []

    def parse(self, parser: Any = None) -> Any:
        """Words, tags and chunks as one string."""
        return (parser or self.parser).parse(APOSTROPHE.sub("'", self.raw))

    def split(self, sep: str | None = None, maxsplit: int = -1) -> OfflineWordList:
        """The pieces between blanks, or between another separator."""
        return OfflineWordList(self.raw.split(sep, maxsplit))


class OfflineSentence(_Offline, Sentence):
    """A sentence of a blob; `start` and `end` are its place in it."""


class OfflineBlob(_Offline, TextBlob):
    """A TextBlob that needs no corpora."""

    def _create_sentence_objects(self) -> list[OfflineSentence]:
        tools = {name: getattr(self, name) for name in _tools()}
        return [
            OfflineSentence(self.raw[start:end], start_index=start, end_index=end, **tools)
            for start, end in split_sentences(self.raw)
        ]


@cache
def _nltk() -> NLTKWordTokenizer:
    return NLTKWordTokenizer()


@cache
def _tools() -> dict[str, Any]:
    return {"tokenizer": Tokenizer(), "pos_tagger": Tagger(), "np_extractor": NounPhrases()}


def _with_wordnet(what: str, ask: Callable[[], Any]) -> Any:
    """Ask WordNet, or say that it is not there."""
    try:
        return ask()
    except (LookupError, MissingCorpusError) as error:
        raise CorpusError(
            f"{what} needs the dictionary WordNet, which the kit leaves out because it would have to be downloaded. "
            "Without it work words, sentences, tags, noun_phrases, sentiment, correct(), singularize(), pluralize() "
            "and stem()."
        ) from error

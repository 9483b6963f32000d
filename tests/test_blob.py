"""`blob`: TextBlob without corpora and without a network."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textblob import TextBlob
from textblob.exceptions import MissingCorpusError

from kit import read
from kit.lessons import blob
from kit.text import ReadingError
from kit.text.offline_blob import CorpusError, OfflineBlob, OfflineSentence, OfflineWord, OfflineWordList

TEXT = (
    "Sen. Ortiz didn’t visit the old railway bridge in Northfield. “It is a terrible bridge,” she said. Geese swam by."
)

# Run in a process of its own, with an empty NLTK data path and every socket refused.
OFFLINE = """
import socket, sys

class Refused(socket.socket):
    def __init__(self, *args, **kwargs):
        raise AssertionError("the network was asked")

socket.socket = Refused
socket.create_connection = socket.getaddrinfo = Refused
import nltk
nltk.data.path[:] = [sys.argv[1]]  # an empty folder, and not what else this machine may have
import kit

text = sys.stdin.buffer.read().decode("utf-8")
whole = kit.lessons.blob(text)
blobs = [whole, whole[0:30], whole + whole, whole + " So it was.", whole.lower(), whole.upper(), whole.title(),
         whole.strip(), whole.replace("bridge", "dam"), kit.lessons.blob(""), *whole.sentences,
         whole.sentences[0] + whole.sentences[1], whole.sentences[0].lower(), whole.sentences[0][0:9], whole.correct()]
for b in blobs:
    b.words, b.tokens, b.tags, b.pos_tags, b.noun_phrases, b.np_counts, b.word_counts, b.ngrams(2), b.sentiment
    b.polarity, b.subjectivity, b.sentiment_assessments, b.correct(), b.parse(), b.tokenize(), b.split(), str(b)
    b.words.singularize(), b.words.pluralize(), b.words.stem(), b.words.lower(), b.words.count("bridge")
    for word in b.words[:3]:
        word.singularize(), word.pluralize(), word.correct(), word.spellcheck(), word.stem()
for b in blobs[:10]:
    b.sentences, b.raw_sentences, b.serialized, b.json, b.to_json()
print("all of it works")
"""


def test_all_of_it_works_without_corpora_and_network(tmp_path: Path) -> None:
    environment = {**os.environ, "NLTK_DATA": str(tmp_path), "HOME": str(tmp_path), "PYTHONUTF8": "1"}
    checkout = str(Path(__file__).parent.parent)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [checkout, os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-c", OFFLINE, str(tmp_path)]
    done = subprocess.run(command, input=TEXT.encode(), capture_output=True, env=environment, check=False)
    assert (done.stdout.decode().strip(), done.returncode) == ("all of it works", 0), done.stderr.decode()


def test_words_and_tokens() -> None:
    b = blob("Sen. Ortiz didn’t go. “No,” she said: it’s 3.5 - or so.")
    assert list(b.words) == "Sen Ortiz did n't go No she said it 's 3.5 or so".split()
    assert list(b.tokens) == "Sen. Ortiz did n't go . “ No , ” she said : it 's 3.5 - or so .".split()
    assert list(b.ngrams(2)[0]) == ["Sen", "Ortiz"]
    assert b.ngrams(0) == []
    assert b.word_counts["she"] == 1


def test_sentences_have_their_places() -> None:
    b = blob(TEXT)
    assert [str(sentence) for sentence in b.sentences] == [
        "Sen. Ortiz didn’t visit the old railway bridge in Northfield.",
        "“It is a terrible bridge,” she said.",
        "Geese swam by.",
    ]
    assert all(b.raw[s.start : s.end] == s.raw for s in b.sentences)
    assert all(type(s) is OfflineSentence for s in b.sentences)


def test_tags() -> None:
    b = blob("The old bridge isn’t safe, said Ana Ortiz.")
    expected = [
        ("The", "DT"), ("old", "JJ"), ("bridge", "NN"), ("is", "VBZ"), ("n't", "RB"), ("safe", "JJ"), ("said", "VBD"),
        ("Ana", "NNP"), ("Ortiz", "NNP"),
    ]  # fmt: skip
    assert b.tags == expected
    assert b.pos_tags == expected
    assert b.sentences[0].tags == expected


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (TEXT, ["sen. ortiz", "old railway bridge", "northfield", "terrible bridge"]),
        ("Ana Ortiz and Tom Hale met the mayor of New York.", ["ana ortiz", "tom hale", "new york"]),
        ("The bridge fell.", []),
        ("Public safety, public health.", ["public safety", "public health"]),
        ("", []),
    ],
)
def test_noun_phrases(text: str, phrases: list[str]) -> None:
    assert list(blob(text).noun_phrases) == phrases
    assert dict(blob(text).np_counts) == {phrase: phrases.count(phrase) for phrase in phrases}


def test_sentiment_is_textblobs() -> None:
    assert blob(TEXT).sentiment == TextBlob(TEXT).sentiment
    assert blob(TEXT).polarity < 0


def test_spelling_and_inflection() -> None:
    assert str(blob("I havv speling erors.").correct()) == "I have spelling errors."
    assert blob("mice").words[0].singularize() == "mouse"
    assert list(blob("bridge goose").words.pluralize()) == ["bridges", "geese"]


def test_pieces_of_a_blob_are_blobs() -> None:
    b = blob(TEXT)
    for piece in (b[0:30], b + b, b + " So.", b.lower(), b.upper(), b.title(), b.strip(), b.replace("bridge", "dam")):
        assert type(piece) is OfflineBlob
        assert piece.words and piece.tags and piece.sentences
    assert type(b.sentences[0] + b.sentences[1]) is OfflineSentence
    assert b[0] == "S"
    assert b == TEXT and b != blob("x") and hash(b) == hash(blob(TEXT))
    for words in (b.words[1:3], b.words.lower(), b.words.singularize(), b.split(), b.noun_phrases, b.ngrams(1)[0]):
        assert type(words) is OfflineWordList
        assert all(type(word) is OfflineWord for word in words)
    words = b.words
    words.append("dam")
    words[0] = "Gov"
    words.extend(["rust"])
    assert (words[0], words[-2], words[-1]) == ("Gov", "dam", "rust")
    assert {type(word) for word in words} == {OfflineWord}


NEEDS_WORDNET: list[tuple[str, Callable[[OfflineBlob], object]]] = [
    ("synsets", lambda b: b.words[0].synsets),
    ("synsets", lambda b: b.words[0].get_synsets()),
    ("definitions", lambda b: b.words[0].definitions),
    ("definitions", lambda b: b.words[0].define()),
    ("lemmatize", lambda b: b.words[0].lemmatize()),
    ("lemmatize", lambda b: b.words[0].lemma),
    ("lemmatize", lambda b: b.words.lemmatize()),
    ("lemmatize", lambda b: b.tags[0][0].lemma),
    ("lemmatize", lambda b: b.words.singularize()[0].lemma),
    ("synsets", lambda b: b.sentences[0].noun_phrases[0].synsets),
]


@pytest.mark.parametrize(("what", "ask"), NEEDS_WORDNET)
def test_what_needs_a_corpus_says_so(
    what: str, ask: Callable[[OfflineBlob], object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import nltk

    monkeypatch.setattr(nltk.data, "path", [str(tmp_path)])
    with pytest.raises(CorpusError) as error:
        ask(blob(TEXT))
    assert str(error.value).startswith(f"{what} needs the dictionary WordNet, which the kit leaves out")
    assert "http" not in str(error.value)
    assert isinstance(error.value, MissingCorpusError)


def test_blob_takes_an_article() -> None:
    assert blob(read(TEXT)) == blob(TEXT)


@pytest.mark.parametrize("given", [None, 42, ["a"], b"a"])
def test_what_is_no_text_gets_a_sentence(given: object) -> None:
    with pytest.raises(
        ReadingError, match=r"^blob takes a text in quotation marks or an article, not a thing of the type"
    ):
        blob(given)  # type: ignore[arg-type]


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_any_text_is_a_blob(text: str) -> None:
    b = blob(text)
    assert str(b) == text
    assert [b.raw[s.start : s.end] for s in b.sentences] == b.raw_sentences
    assert len(b.tags) <= len(b.tokens)
    assert all(b.words) and all(b.noun_phrases)
    assert -1 <= b.polarity <= 1

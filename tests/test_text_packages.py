"""What a first text brings into memory: one module of TextBlob, one stemmer, and nothing that stands in their way."""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import ModuleSpec

import pytest
from textblob.en import lexicon, parser

from kit.language.morphology import stem
from kit.text import ReadingError, packages, tagger

HEAVY = ("nltk", "numpy", "matplotlib", "ipywidgets", "anywidget", "IPython", "textblob", "snowballstemmer")
TEXT = "“Will two be enough?” the mayor asked. Officials let 40 of its 50 staff go, she said on Monday."


def shown_by(code: str) -> str:
    """What a program prints that runs in a process of its own."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert not done.stderr
    return done.stdout


def test_reading_and_all_finders_bring_no_heavy_package() -> None:
    code = f"""if True:
        import sys, kit
        from kit.find import find_everything
        article = kit.read({TEXT!r})
        assert find_everything(article)
        kit.facts(article)
        kit.find_anonymous_sources(article)
        kit.plain(article)
        print(*(name for name in {HEAVY} if name in sys.modules))
        """
    assert shown_by(code) == "\n"


@pytest.mark.parametrize("order", ["before", "after"])
def test_textblob_and_the_stemmer_are_whole_for_whoever_imports_them(order: str) -> None:
    wholes = "import snowballstemmer, textblob, textblob.en.taggers"
    reading = f"import kit; article = kit.read({TEXT!r}); kit.facts(article)"
    first, second = (wholes, reading) if order == "before" else (reading, wholes)
    code = f"""if True:
        {first}
        {second}
        tags = textblob.en.taggers.PatternTagger().tag(" ".join(article.words.form), tokenize=False)
        assert textblob.TextBlob("Good.").sentiment.polarity > 0
        assert kit.lessons.blob("It rained.").tags == [("It", "PRP"), ("rained", "VBD")]
        assert snowballstemmer.stemmer("german").stemWord("Katzen") == "Katz"
        print(textblob.__name__, textblob._text.__name__, len(tags) == len(article.words))
        """
    assert shown_by(code) == "textblob textblob._text True\n"


def test_two_threads_may_read_their_first_text_at_once() -> None:
    code = f"""if True:
        import kit
        from concurrent.futures import ThreadPoolExecutor
        def tags(_):
            article = kit.read({TEXT!r})
            kit.facts(article)
            return article.words.tag
        with ThreadPoolExecutor(8) as pool:
            first, *others = pool.map(tags, range(8))
        print(all(each == first for each in others))
        """
    assert shown_by(code) == "True\n"


def test_the_dictionary_and_the_tags_are_textblobs_own() -> None:
    assert dict(lexicon.items()) == tagger._lexicon()
    forms = TEXT.split()
    assert tagger.find_tags(forms) == [(form, tag) for form, tag in parser.find_tags(forms)]


@pytest.mark.parametrize(("word", "common"), [("rained", True), ("ortiz", False)])
def test_a_common_word_stands_in_the_dictionary(word: str, common: bool) -> None:
    assert tagger.is_common(word) is common


@pytest.mark.parametrize("found", [None, ModuleSpec("textblob", None)])
def test_a_package_that_is_missing_is_named_with_its_remedy(
    found: ModuleSpec | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "find_spec", lambda name: found)
    with pytest.raises(ReadingError) as error:
        packages.package_folder("textblob")
    assert str(error.value) == (
        "The package textblob is not installed, and the kit needs it for every text. Install it: pip install textblob"
    )


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("inspection", "inspect"),
        ("inspectors", "inspect"),
        ("inspected", "inspect"),
        ("speaker", "speak"),  # five letters are left without the ending of a doer
        ("farmer", "farmer"),  # four
    ],
)
def test_stems(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed

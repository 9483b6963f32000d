"""Parts of speech, as TextBlob's PatternTagger gives them; without NLTK, which `import textblob` brings along."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import filterfalse
from types import ModuleType

from kit.text.article import Words
from kit.text.packages import package_folder, single_module

MEMORY = 100_000  # forms whose tag is remembered; an English newspaper uses about half as many


def find_tags(forms: list[str]) -> list[tuple[str, str]]:
    """Each word of a sentence with its part of speech (Penn Treebank).

    >>> find_tags(["It", "rained", "."])
    [('It', 'PRP'), ('rained', 'VBD'), ('.', '.')]
    """
    return [(form, tag) for form, tag in _pattern().find_tags(forms, _lexicon())]


def fill_tags(words: Words, rows: Iterable[tuple[int, int]]) -> None:
    """Fill the column of tags, sentence by sentence; tokens outside every sentence are tagged too.

    PatternTagger looks at no neighbours, so a form need be asked once in the midst of a sentence and once at its start,
    where "Will" may be "will".
    """
    midst, opening = _known()
    if len(midst) > MEMORY:
        midst.clear()
        opening.clear()
    new = set(filterfalse(midst.__contains__, words.form))
    midst.update(find_tags(["", *new])[1:])
    words.tag.extend(map(midst.__getitem__, words.form))
    for first, last in rows:
        if first < last:
            form = words.form[first]
            if form not in opening:
                opening.update(find_tags([form]))
            words.tag[first] = opening[form]


def is_common(word: str) -> bool:
    """Does the tagger's dictionary hold this word in small letters? Then it is hardly a name."""
    return word in _lexicon()


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """Tags in the midst of a sentence, and at its start."""
    return {}, {}


@cache
def _pattern() -> ModuleType:
    return single_module("textblob", "_text")


@cache
def _lexicon() -> dict[str, str]:
    """The tagger's dictionary: words with their most frequent tag. TextBlob's own loading takes three times as long."""
    file = package_folder("textblob") / "en" / "en-lexicon.txt"
    _, _, behind_comments = file.read_text(encoding="utf-8").rpartition("\n;;;")
    entries = behind_comments.partition("\n")[2].split()  # a word and its tag in each line
    return dict(zip(entries[::2], entries[1::2], strict=True))

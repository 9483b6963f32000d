"""The forms of English words: what a teacher writes once in a lexicon is found in every inflection.

From a base to its forms: `verb_forms`, `noun_forms`, `spellings`. From a form back: `singular`, and `stem`, which gives
the forms of a word one key.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kit.language.grammar import ENGLISH
from kit.text.packages import single_module
from kit.text.word_lists import word_list, word_lists

VOWELS = "aeiou"
MAX_WORDS_REMEMBERED = 50_000  # words whose singular and stem are remembered
MIN_LETTERS_OF_DOER = 5  # letters that have to be left when the ending of a doer goes: "inspector", but not "river"
HISSING = ("s", "sh", "ch", "x", "z", "o")

# Verbs that English bends in its own way: base -> -s form, past, participle, -ing form.
IRREGULAR = word_lists("irregular_verbs", ENGLISH, size=4)
BE_FORMS = {
    "be": "b", "is": "s", "are": "s", "am": "s", "was": "f", "were": "f", "been": "e", "being": "g",
    "'s": "s", "'re": "s", "'m": "s",
}  # fmt: skip
DOUBLING = word_list("doubling", "verbs", file=ENGLISH)  # their last letter; verbs of one syllable all do
ONE_OR_TWO = word_list("doubling", "in_britain", file=ENGLISH)  # labelled in Britain, labeled in America
SHORT = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")  # one syllable, one vowel, one consonant: mop, mopping


def verb_forms(base: str) -> dict[str, str]:
    """The forms of an English verb, each with its letters: b base, s with -s, f past, e past participle, g with -ing.

    >>> verb_forms("deny")
    {'deny': 'b', 'denies': 's', 'denied': 'fe', 'denying': 'g'}
    """
    if base == "be":
        return dict(BE_FORMS)
    if base in IRREGULAR:
        s, past, participle, ing = IRREGULAR[base]
    else:
        soft = base.endswith("y") and base[-2] not in VOWELS
        s = base[:-1] + "ies" if soft else base + "es" if base.endswith(HISSING) else base + "s"
        stem = base + base[-1] if base in DOUBLING or SHORT.fullmatch(base) else base
        past = participle = base + "d" if base.endswith("e") else base[:-1] + "ied" if soft else stem + "ed"
        ing = base[:-1] + "ing" if base.endswith("e") and base[-2:] not in ("ee", "oe", "ye") else stem + "ing"
    forms: dict[str, str] = {}
    for form, letter in ((base, "b"), (s, "s"), (past, "f"), (participle, "e"), (ing, "g")):
        forms[form] = forms.get(form, "") + letter
    if base in ONE_OR_TWO:
        forms |= {base + "ed": "fe", base + "ing": "g"}
    return forms


# Nouns with a plural of their own.
PLURALS = {noun: plural for noun, (plural,) in word_lists("plurals", ENGLISH, size=1).items()}


def noun_forms(noun: str) -> tuple[str, str]:
    """A noun and its plural, both in small letters.

    >>> noun_forms("story"), noun_forms("gunman")
    (('story', 'stories'), ('gunman', 'gunmen'))
    """
    if noun in PLURALS:
        return noun, PLURALS[noun]
    if len(noun) > 4 and noun.endswith("man") and noun not in ("human", "german", "talisman"):
        return noun, noun[:-3] + "men"
    if len(noun) > 1 and noun.endswith("y") and noun[-2] not in VOWELS:
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


# From a form back to its base.
SINGULARS = {more: one for one, more in PLURALS.items()} | {"people": "person"}
BASES = {form: base for base, forms in IRREGULAR.items() for form in forms} | SINGULARS
S_WORDS = ("ss", "us", "is", "ics", "ous", "news", "series", "species", "means")


@lru_cache(maxsize=MAX_WORDS_REMEMBERED)
def singular(noun: str) -> str:
    """A noun in the singular, in small letters: one form for both, right for nearly all nouns of news.

    >>> [singular(noun) for noun in ("pupils", "companies", "buses", "gunmen", "houses", "glass")]
    ['pupil', 'company', 'bus', 'gunman', 'house', 'glass']
    """
    if noun in SINGULARS:
        return SINGULARS[noun]
    if "-" in noun:
        before, dash, last = noun.rpartition("-")
        return before + dash + singular(last)
    if noun.endswith("men") and len(noun) > 4 and noun not in ("specimen", "regimen", "acumen", "abdomen"):
        return noun[:-3] + "man"
    if not noun.endswith("s") or noun.endswith(S_WORDS) or len(noun) < 4:
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes", "buses", "viruses", "oes")):
        return noun[:-2]
    return noun[:-1]


@lru_cache(maxsize=MAX_WORDS_REMEMBERED)
def stem(word: str) -> str:
    """What the forms of a word in small letters share: Snowball's English stemmer, then off with the ending of a doer.

    It is no word that a reader should see, only a key by which words can be compared.

    >>> [stem(word) for word in ("inspection", "inspectors", "inspected", "won", "policies")]
    ['inspect', 'inspect', 'inspect', 'win', 'polici']
    """
    # A stemmer of its own for each word, since it keeps the word in itself while it works: threads must not share one.
    stemmed = str(single_module("snowballstemmer", "english_stemmer").EnglishStemmer().stemWord(BASES.get(word, word)))
    for ending in ("or", "er"):
        if stemmed.endswith(ending) and len(stemmed) - 2 >= MIN_LETTERS_OF_DOER:
            return stemmed[:-2]
    return stemmed


# How the two spellings of English differ at the end of a word.
SPELLINGS = [(british, american) for british, (american,) in word_lists("spellings", ENGLISH, size=1).items()]
DIFFERING = tuple(ending for pair in SPELLINGS for ending in pair)
ALWAYS_ISE = ("advise", "comprise", "compromise", "excise", "exercise", "otherwise", "promise", "raise", "rise", "wise")


def spellings(word: str) -> tuple[str, ...]:
    """A word in British and American spelling; itself alone where the two agree.

    >>> spellings("neutralise"), spellings("exercise")
    (('neutralise', 'neutralize'), ('exercise',))
    """
    if word.endswith(DIFFERING) and not word.rstrip("ds").endswith(ALWAYS_ISE):
        for british, american in SPELLINGS:
            for one, other in ((british, american), (american, british)):
                if word.endswith(one) and len(word) > len(one):
                    return word, word.removesuffix(one) + other
    return (word,)

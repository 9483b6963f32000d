"""Does a word stand for a person? Looked up in lists and, for names, seen by capitals."""

from __future__ import annotations

from functools import cache

from kit.finders.sources.source_lists import source_lists
from kit.language import load, noun_forms
from kit.language.grammar import CLASS_OF_WORD, POSSESSIVES
from kit.text import Words

PRONOUNS = frozenset(
    "i you he she we they me him her us them who whom someone somebody everyone everybody anyone anybody nobody "
    "himself herself themselves myself yourself ourselves others those".split()
)
OWNERS = POSSESSIVES - {"its"} | {"whose"}
# In source_nouns.toml these are parts or amounts of people; by themselves they are numbers and things.
NOT_ALONE = frozenset(
    "cent cents chair chairs chief community communities couple crowd few general half handful head heads justice lot "
    "lots many most number numbers pair pairs percent public quarter quarters several some third leadership author "
    "source sources host anchor anchors establishment elite dozens hundreds thousands millions majority "
    "minority".split()
)
TIMES = frozenset(word for word, letter in CLASS_OF_WORD.items() if letter == "T") | {"May", "Christmas", "Easter"}
NUMBERS = frozenset("dozens hundreds thousands millions scores half many several third quarter percent".split())


@cache
def persons() -> frozenset[str]:
    """Every form of every noun for a person."""
    found = {form for form, noun in source_lists().nouns.items() if noun.kind in ("role", "people")} - NOT_ALONE
    for entry in load("persons", ("words",)):
        found.update(form for word in entry.data["words"] for form in noun_forms(word))
    return frozenset(found)


@cache
def _no_names() -> frozenset[str]:
    lists = source_lists()
    return lists.bodies | lists.nationalities


def is_person(words: Words, i: int) -> bool:
    """A pronoun or a noun for a person, or a person's name."""
    low = words.lower[i]
    return low in PRONOUNS or low in persons() or is_name(words, i)


def is_known(words: Words, i: int) -> bool:
    """As is_person, but of names only those that are a person's for sure, by title or first name."""
    lists = source_lists()
    form = words.form[i]
    known = form in lists.women or form in lists.men or form in lists.titles
    return words.lower[i] in PRONOUNS or words.lower[i] in persons() or known


def is_name(words: Words, i: int) -> bool:
    """A capital letter where none is needed, on no month, country or newspaper."""
    form = words.form[i]
    if not form[:1].isupper() or not words.tag[i].startswith("NNP") or form in TIMES:
        return False
    lists = source_lists()
    if form in lists.women or form in lists.men or form in lists.titles:
        return True
    return form not in _no_names() and not (form.isupper() and len(form) > 1) and form.isalpha()


def is_number(words: Words, i: int) -> bool:
    """A figure, a numeral, or "hundreds"."""
    return words.tag[i] == "CD" or words.lower[i] in NUMBERS

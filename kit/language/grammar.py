"""The small words of English grammar, in small letters, from `english.toml`.

`CLASS_OF_WORD` gives each of them the letter that it has in a line (see kit/finders/attribution/lines.py); the other
lists are what several finders ask for. A finder that needs fewer or more says so: `BE | {"got"}`, `MODALS - {"wo"}`.
"""

from __future__ import annotations

from functools import partial

from kit.text.word_lists import word_list, word_lists

ENGLISH = "english.toml"
_grammar = partial(word_list, "grammar", file=ENGLISH)

CLASS_OF_WORD = {word: letter for letter, words in word_lists("letter_of_word", ENGLISH).items() for word in words}
# A pronoun, and whom it may stand for.
PRONOUNS = {word: who for who, words in word_lists("pronouns", ENGLISH).items() for word in words}

BE, GET, HAVE, DO, MODALS = map(_grammar, ("be", "get", "have", "do", "modals"))
NEGATIONS = _grammar("negations")
ARTICLES, DEMONSTRATIVES, POSSESSIVES = map(_grammar, ("articles", "demonstratives", "possessives"))
FIRST_AND_SECOND_PERSON = _grammar("first_and_second_person")

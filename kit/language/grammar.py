"""The small words of English grammar, in small letters: closed lists, so they stand in code and not in a lexicon.

`CLASS_OF_WORD` gives each of them the letter that it has in a line (see kit/finders/attribution/lines.py); the other
lists are what several finders ask for. A finder that needs fewer or more says so: `BE | {"got"}`, `MODALS - {"wo"}`.
"""

from __future__ import annotations


def _words(letter: str, text: str) -> dict[str, str]:
    return dict.fromkeys(text.split(), letter)


CLASS_OF_WORD = {
    **_words("d", "the a an this these those his her its my our your their no every each all both another any some "
                  "many several few most more half such"),
    **_words("p", "he she it they we i you him them us me everyone everybody someone somebody anyone nobody himself "
                  "herself themselves itself himself others there none"),
    **_words("w", "who whom whose which that what whatever why how whether where"),
    **_words("b", "but because although though while whereas unless if when after before until since yet than once "
                  "even nor lest"),
    **_words("a", "and or &"),
    **_words("o", "of"),
    **_words("i", "in on at by for from with about against into over under between during through without within "
                  "among toward towards across behind beyond near outside inside despite per via upon amid around "
                  "like as including regarding above below off out up down along onto throughout besides except"),
    **_words("t", "to"),
    **_words("m", "will would can could may might must shall should 'll ca wo"),
    **_words("x", "be am is are was were been being have has had having do does did 're 've 'm ain"),
    **_words("r", "not n't never also now then still just only already again ever often once later earlier recently "
                  "too very so soon repeatedly instead back away however meanwhile perhaps maybe rather quite almost "
                  "further together yesterday's forward"),
    **_words("T", "yesterday today tomorrow tonight Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays "
                  "Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Jan. Feb. Aug. Sept. Oct. Nov. Dec. January "
                  "February March April June July August September October November December"),
    **_words(",", ","), **_words(";", ";"), **_words(":", ":"), **_words("-", "- -- — – ―"), **_words("(", "( [ {"),
    **_words(")", ") ] }"), **_words(".", ". ! ? … ... .... ‘"), "'s": "s", "'": "s", "'d": "m", "$": "c",
}  # fmt: skip

BE = frozenset("be am is are was were been being 's 're 'm".split())
GET = frozenset("get gets got gotten getting".split())
HAVE = frozenset("have has had having 've".split())
DO = frozenset("do does did".split())
MODALS = frozenset("will would shall should can could may might must 'll 'd".split())
NEGATIONS = frozenset("not n't never no nobody none nothing neither nor cannot without".split())
ARTICLES = frozenset("the a an".split())
DEMONSTRATIVES = frozenset("this that these those".split())
POSSESSIVES = frozenset("my your his her its our their".split())
PREPOSITIONS = frozenset(word for word, letter in CLASS_OF_WORD.items() if letter in "io")
# A pronoun, and whom it may stand for.
PRONOUNS = {
    "he": "man", "him": "man", "his": "man", "himself": "man", "she": "woman", "her": "woman", "herself": "woman",
    "hers": "woman", "they": "they", "them": "they", "their": "they", "themselves": "they", "it": "it", "its": "it",
    "itself": "it", "who": "who", "which": "which", "that": "who", "whose": "who", "whom": "who",
}  # fmt: skip
FIRST_AND_SECOND_PERSON = frozenset("i we you me us my our your".split())

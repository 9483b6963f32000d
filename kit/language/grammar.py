"""The small words of English grammar, each with the letter of its part in a sentence (see `attribution/lines.py`)."""

from __future__ import annotations


def _words(letter: str, text: str) -> dict[str, str]:
    return dict.fromkeys(text.split(), letter)


BY_WORD = {
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

"""Words and their parts of speech, as TextBlob's PatternTagger gives them, but with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate
from operator import sub

from kit.text import characters
from kit.text.article import Words
from kit.text.lists import either
from kit.text.lists import words as listed

ABBREVIATIONS = listed("abbreviations", "titles", "numbered", "months", "states", "others")
ENDING = {"no", "nos", "p", "v"}  # words that end many sentences keep their full stop apart
SHORTENED = "|".join(map(re.escape, sorted(ABBREVIATIONS - ENDING, key=len, reverse=True)))
ONE_WORD = either("apostrophes", "one_word")
CLITIC = r"(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)(?!\w)"


def _pattern(letter: str) -> re.Pattern[str]:
    """The pattern of a token and the blanks before it. The commonest shapes come first: order is speed here."""
    attached = f"[{characters.ACCENTS}{characters.JOINERS}]"
    return re.compile(
        rf"""
        [\s{characters.UNSEEN}{characters.JOINERS}]*+(?:
          [A-Za-z]++(?=[ ,])                                          # a plain word
        | [.,](?=\s)
        | ["“”]
        | (?:https?://|www\.)[^\s”"')<>]*[^\s”"')<>.,;:!?]              # a web address
        | [A-Za-z](?:\.[A-Za-z])+\.?(?:-(?:[A-Z](?:\.[A-Z])+\.?|{letter}+))*(?!{letter})   # U.S., U.S.-led
        | (?=[A-Za-z][\w.]{{0,6}}\.)(?:{SHORTENED})\.(?!{letter})     # Mr., Fla.
        | [A-Z]\.(?=\s?[A-Z])                                         # J. (an initial)
        | [$£€]?\d+(?:[.,:/]\d+)*(?:%|{letter}+)?(?:-{letter}+)*      # 3.5, 1,200, 10:30, 9/11, 46-year-old
        | '(?:{CLITIC}|\d\ds(?!\w)|(?:{ONE_WORD})(?!\w))            # 's, 'll, '90s, 'em
        | [nN]'[tT](?!{letter})                                      # the n't of isn't
        | [@#]{letter}+
        | {letter}+?(?=[nN]'[tT](?!{letter}))                       # the is of isn't
        | (?:[A-Za-z]+-)+(?:(?:{SHORTENED})\.|[A-Z](?:\.[A-Z])+\.?)(?!{letter})   # R-Fla., then-Sen.
        | {letter}+(?:'(?!{CLITIC}){letter}+|[-‑&]{letter}+)*        # O'Neill, pro-life, AT&T
        | \.\.+ | --+ | `` | ''
        | [\U0001f1e6-\U0001f1ff]{{2}}                                # a flag
        | [^\s\x00-\x7f{characters.UNSEEN}](?:{attached}|[\U0001f3fb-\U0001f3ff]|(?<=\u200d)[^\s\x00-\x7f])*   # emoji
        | [^\s{characters.UNSEEN}]{attached}*
        )""",
        re.VERBOSE,
    )


PLAIN = _pattern(rf"[\w{characters.ACCENTS}]")
# For texts with unseen characters inside of words.
WIDE = _pattern(rf"[\w{characters.ACCENTS}{characters.UNSEEN}{characters.JOINERS}]")
HIDDEN = re.compile(f"[{characters.UNSEEN}{characters.JOINERS}]")
MEMORY = 100_000  # forms whose tag is remembered; an English newspaper uses about half as many


@cache
def _tagger() -> Callable[[list[str]], list[list[str]]]:
    """PatternTagger's rule for a list of words. Loaded at the first text, since TextBlob brings NLTK with it."""
    from textblob.en import parser

    return parser.find_tags


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """Tags in the midst of a sentence, and at its start, where "Will" may be "will".

    PatternTagger looks at no neighbours, so a form need be asked once.
    """
    return {}, {}


@lru_cache(maxsize=4096)
def is_common(word: str) -> bool:
    """Does the tagger's dictionary hold this word in small letters? Then it is hardly a name."""
    from textblob.en import lexicon

    return word in lexicon


def split(text: str) -> Words:
    """Cut a text into words and punctuation; tags are filled in by `tag`, which needs the sentences.

    No loop over the tokens: pieces of blanks and a token cover the text without a gap, so their lengths tell where
    each of them stands. Curly apostrophes become straight ones, one for one.
    """
    hidden = bool(HIDDEN.search(text))
    shown_end = len(text.rstrip(characters.HIDDEN))  # blanks without a token after them would be tried from each blank
    pieces = (WIDE if hidden else PLAIN).findall(text.replace("’", "'"), 0, shown_end)
    end = list(accumulate(map(len, pieces)))
    if hidden:
        shown = [piece.lstrip(characters.HIDDEN) for piece in pieces]
        start = list(map(sub, end, map(len, shown)))
        shown = [piece.rstrip(characters.BLANKS) for piece in shown]
        end = [first + len(piece) for first, piece in zip(start, shown, strict=True)]
        form = [HIDDEN.sub("", piece) for piece in shown]
    else:
        form = list(map(str.lstrip, pieces))
        start = list(map(sub, end, map(len, form)))
    return Words(form, list(map(str.lower, form)), start, end, [])


def tag(words: Words, rows: list[tuple[int, int]]) -> None:
    """Fill the column of tags, sentence by sentence; tokens outside every sentence are tagged too."""
    midst, opening = _known()
    if len(midst) > MEMORY:
        midst.clear()
        opening.clear()
    new = list(set(words.form).difference(midst))
    midst.update((form, tag) for form, tag in _tagger()(["", *new])[1:])
    words.tag.extend(map(midst.__getitem__, words.form))
    for first, last in rows:
        if first < last:
            form = words.form[first]
            if form not in opening:
                opening[form] = _tagger()([form])[0][1]
            words.tag[first] = opening[form]

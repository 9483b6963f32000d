"""Words and punctuation marks, with their places in the text."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from operator import sub

from kit.text import characters
from kit.text.article import Words
from kit.text.word_lists import any_of, word_list

ABBREVIATIONS = word_list("abbreviations", "titles", "numbered", "months", "states", "others")
ENDING_SENTENCES = {"no", "nos", "p", "v"}  # words that end many sentences keep their full stop apart
ABBREVIATION = any_of(ABBREVIATIONS - ENDING_SENTENCES)
APOSTROPHE_WORD = any_of(word_list("apostrophes", "one_word"))
CLITIC = r"(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)(?!\w)"


@cache
def _pattern(hidden: bool) -> re.Pattern[str]:
    """The pattern of a token and the blanks before it; `hidden` if words may have unseen characters inside.

    The commonest shapes come first: order is speed here.
    """
    letter = rf"[\w{characters.ACCENTS}{characters.UNSEEN + characters.JOINERS if hidden else ''}]"
    attached = f"[{characters.ACCENTS}{characters.JOINERS}]"
    return re.compile(
        rf"""
        [\s{characters.UNSEEN}{characters.JOINERS}]*+(?:
          [A-Za-z]++(?=[ ,])                                          # a plain word
        | [.,](?=\s)
        | ["“”]
        | (?:https?://|www\.)[^\s”"')<>]*[^\s”"')<>.,;:!?]              # a web address
        | [A-Za-z](?:\.[A-Za-z])+\.?(?:-(?:[A-Z](?:\.[A-Z])+\.?|{letter}+))*(?!{letter})   # U.S., U.S.-led
        | (?=[A-Za-z][\w.]{{0,6}}\.)(?:{ABBREVIATION})\.(?!{letter})     # Mr., Fla.
        | [A-Z]\.(?=\s?[A-Z])                                         # J. (an initial)
        | [$£€]?\d+(?:[.,:/]\d+)*(?:%|{letter}+)?(?:-{letter}+)*      # 3.5, 1,200, 10:30, 9/11, 46-year-old
        | '(?:{CLITIC}|\d\ds(?!\w)|(?:{APOSTROPHE_WORD})(?!\w))            # 's, 'll, '90s, 'em
        | [nN]'[tT](?!{letter})                                      # the n't of isn't
        | [@#]{letter}+
        | {letter}+?(?=[nN]'[tT](?!{letter}))                       # the is of isn't
        | (?:[A-Za-z]+-)+(?:(?:{ABBREVIATION})\.|[A-Z](?:\.[A-Z])+\.?)(?!{letter})   # R-Fla., then-Sen.
        | {letter}+(?:'(?!{CLITIC}){letter}+|[-‑&]{letter}+)*        # O'Neill, pro-life, AT&T
        | \.\.+ | --+ | `` | ''
        | [\U0001f1e6-\U0001f1ff]{{2}}                                # a flag
        | [^\s\x00-\x7f{characters.UNSEEN}](?:{attached}|[\U0001f3fb-\U0001f3ff]|(?<=\u200d)[^\s\x00-\x7f])*   # emoji
        | [^\s{characters.UNSEEN}]{attached}*
        )""",
        re.VERBOSE,
    )


HIDDEN = re.compile(f"[{characters.UNSEEN}{characters.JOINERS}]")


def tokenize(text: str) -> Words:
    """Cut a text into words and punctuation; tags are filled in by `fill_tags`, which needs the sentences.

    No loop over the tokens: pieces of blanks and a token cover the text without a gap, so their lengths tell where
    each of them stands. Curly apostrophes become straight ones, one for one.
    """
    hidden = bool(HIDDEN.search(text))
    shown_end = len(text.rstrip(characters.HIDDEN))  # blanks without a token after them would be tried from each blank
    pieces = _pattern(hidden).findall(text.replace("’", "'"), 0, shown_end)
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

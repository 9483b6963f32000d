"""Words and their parts of speech, as TextBlob's PatternTagger gives them, but with their places in the text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kit.text.article import Words

# Characters that belong to the word they stand in but are not letters: soft hyphen, zero-width and direction marks,
# combining accents, variation selectors.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufe00-\ufe0f\ufeff"
W = rf"[\w{INVISIBLE}\u0300-\u036f]"
CLITIC = r"['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)(?![\w])"
ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof St Sen Sens Rep Reps Gov Govs Gen Col Lt Sgt Capt Cmdr Maj Adm Rev Fr Hon Jr Sr Inc Corp Co Ltd "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs No Ala Ariz Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass "
    "Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ave Dept Atty Supt"
).split()
TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s”"’)>]*[^\s”"’)>.,;:!?]            # web addresses
  | [A-Za-z](?:\.[A-Za-z])+\.?(?!{W})                          # U.S., a.m.
  | (?:{"|".join(ABBREVIATIONS)})\.(?!{W})                     # Mr., Sen.
  | [A-Z]\.(?=\s?[A-Z])                                        # J. (an initial)
  | [$£€]?\d+(?:[.,:]\d+)*(?:%|{W}+)?(?:-{W}+)*                # 3.5, 1,200, 10:30, 46-year-old
  | {CLITIC}                                                   # 's, 'll
  | [nN]['’][tT](?!{W})                                        # the n't of isn't
  | [@#]{W}+
  | {W}+?(?=[nN]['’][tT](?!{W}))                               # the is of isn't
  | {W}+(?:['’](?!(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)(?!\w)){W}+|(?:-|‑){W}+|&{W}+)*   # O'Neill, pro-life, AT&T
  | \.\.\.+ | -- | `` | ''
  | \S
    """,
    re.VERBOSE,
)
HIDDEN = re.compile(f"[{INVISIBLE}]")


@cache
def tagger():  # type: ignore[no-untyped-def]
    """PatternTagger's word-by-word rule. Loaded at the first text: it brings NLTK with it."""
    from textblob.en import parser

    return parser.find_tags


@lru_cache(maxsize=65536)
def tag_of(form: str, opens_sentence: bool) -> str:
    """The Penn Treebank tag PatternTagger gives to a word. It looks at no neighbours, so a word need be asked once."""
    pair = [form] if opens_sentence else ["x", form]
    return tagger()(pair)[-1][1]


def split(text: str) -> Words:
    """Cut a text into words and punctuation; tags are filled in by `tag`, which needs the sentences."""
    form: list[str] = []
    start: list[int] = []
    end: list[int] = []
    for match in TOKEN.finditer(text):
        form.append(match.group())
        a, b = match.span()
        start.append(a)
        end.append(b)
    if HIDDEN.search(text):
        form = [HIDDEN.sub("", word) for word in form]
    if "’" in text:
        form = [word.replace("’", "'") if "’" in word and len(word) > 1 else word for word in form]
    return Words(form, [word.lower() for word in form], start, end, [])


def tag(words: Words, rows: list[tuple[int, int]]) -> None:
    """Fill the column of tags, sentence by sentence; tokens outside every sentence are tagged too."""
    words.tag.extend([tag_of(form, False) for form in words.form])
    for first, last in rows:
        if first < last:
            words.tag[first] = tag_of(words.form[first], True)

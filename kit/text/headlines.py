"""Tell the headline from the body, and find headlines that stray into it.

Headlines are written in a language of their own: no full stop, few articles and auxiliaries, the present tense, and
in many American papers Most Words In Capitals.
"""

from __future__ import annotations

import re

LONGEST = 200  # characters of a headline
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
LOWER = re.compile(r"(?:(?<![\w’'-])[a-z]{6}.*?){3}", re.DOTALL)  # three longer words in small letters
SENTENCE_BREAK = re.compile(r"[a-z]{2}[.!?][\"”’']* [A-Z“\"‘]")
CLOSING = "\"”’')]"
SMALL = frozenset(
    "a an the and but or nor for so yet as at by in of off on per to up via vs v with from into onto over than de la le "
    "el al und".split()
)
# Words that a headline in capitals writes large and a sentence small, except at its start.
TELLTALE = frozenset(
    "A About After And Are As At Be Before By Can Does For From Gets Goes Has Have He Her His How In Into Is It Its Just "
    "Like May More New No Not Of On Or Out Over Says She That The Their These They This To Was Were What When Where Who "
    "Why Will With Would You Your".split()
)
# Words that tell a story, which a headline does not: the past, persons already named, what was said before.
STORY = frozenset(
    "was were had been did said told it he she they we us him them there then but and so monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
PAST = re.compile(r"(?!need|speed|feed|seed|breed|bleed|exceed|proceed|succeed|indeed)\w{2,}ed$")
# Words that a headline between paragraphs does without, and a sentence whose full stop was forgotten has.
PROSE = STORY | frozenset(
    "the a an is are has have i its his her their my our that which who this these those you your to of".split()
)


def has_title(paragraphs: list[str], signed: bool = False) -> bool:
    """Is the first of these paragraphs the headline of the others?

    It is if it ends without a full stop, is written In Capitals, or is one short sentence in the present tense above a
    longer paragraph; also if it is one sentence above a byline or dateline (`signed`).
    """
    first = paragraphs[0]
    words = WORD.findall(first)
    if len(paragraphs) < 2 or not 0 < len(words) <= 30 or len(first) > LONGEST or first.endswith((":", ",")):
        return False
    if not _ended(first):
        return True
    if SENTENCE_BREAK.search(first):
        return False
    if signed or _in_capitals(words):
        return True
    return 2 < len(words) <= 16 and _tells_no(STORY, words) and max(map(len, paragraphs[1:3])) > 1.5 * len(first)


def strays(paragraph: str, title: str, before: str, after: str) -> bool:
    """Is this paragraph, between these two ("" at the edge), the headline of something else?

    It is if it repeats the title, is written In Capitals, or is a short line without a full stop and without the small
    words of a sentence, between paragraphs that end with one.
    """
    if len(paragraph) > LONGEST or paragraph == title:
        return paragraph == title
    ended = _ended(paragraph)
    if ended and LOWER.search(paragraph):
        return False
    words = WORD.findall(paragraph)
    shouted = paragraph.isupper() and len(words) > 1
    if len(words) > 20 or paragraph[0] in "-–—•*“\"‘'(" or paragraph.endswith((":", ",", ";", "-", "—")):
        return False
    if ended:
        plain = paragraph.endswith(".") and not paragraph.endswith("..") and not SENTENCE_BREAK.search(paragraph)
        return plain and len(words) > 4 and (shouted or _in_capitals(words))
    if shouted or len(words) > 3 and _in_capitals(words):
        return True
    alone = (not before or _ended(before)) and (not after or _ended(after))
    return alone and before != "" and 2 < len(words) <= 12 and "," not in paragraph and _tells_no(PROSE, words)


def _ended(paragraph: str) -> bool:
    """Does it end with a full stop or its like?"""
    return paragraph.rstrip(CLOSING)[-1:] in (".", "!", "?", "…")


def _in_capitals(words: list[str]) -> bool:
    """Are Most Of The Words Written Large, and some of them only because it is a headline?"""
    letters = [word for word in words if word[0].isalpha()]
    small = sum(word[0].islower() and word not in SMALL for word in letters)
    return len(letters) > 3 and small * 8 <= len(letters) and any(word in TELLTALE for word in letters[1:])


def _tells_no(story: frozenset[str], words: list[str]) -> bool:
    """Do these words do without those of a story?"""
    return not any(word in story or PAST.match(word) for word in map(str.lower, words))

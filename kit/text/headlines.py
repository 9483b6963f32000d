"""Tell the headline from the body, and find headlines that stray into it.

Headlines are written in a language of their own: no full stop, few articles and auxiliaries, the present tense, and
in many American papers Most Words In Capitals.
"""

from __future__ import annotations

import re

from kit.text.word_lists import word_list

MAX_HEADLINE_LENGTH = 200  # characters of a headline
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
SENTENCE_BREAK = re.compile(r"[a-z]{2}[.!?][\"”’']* [A-Z“\"‘]")
CLOSING = "\"”’')]"
SMALL, TELLTALE, STORY = (word_list("headlines", name) for name in ("small", "telltale", "story"))
PROSE = STORY | word_list("headlines", "prose")
PRESENT = word_list("headlines", "present")


def has_title(paragraphs: list[str], signed: bool = False) -> bool:
    """Is the first of these paragraphs the headline of the others?

    It is if it ends without a full stop, is written In Capitals, or is one short sentence in the present tense above a
    longer paragraph; also if it is one sentence above a byline or dateline (`signed`).
    """
    first = paragraphs[0]
    if len(paragraphs) < 2 or len(first) > MAX_HEADLINE_LENGTH or first.endswith((":", ",")):
        return False
    line = WORD.findall(first)
    if not 0 < len(line) <= 30:
        return False
    if not _ends_a_sentence(first):
        return True
    if SENTENCE_BREAK.search(first):
        return False
    if signed or _in_capitals(line):
        return True
    return (
        2 < len(line) <= 16
        and _has_no_words_of_prose(STORY, line)
        and max(map(len, paragraphs[1:3])) > 1.5 * len(first)
    )


def is_stray_headline(paragraph: str, title: str, before: str, after: str) -> bool:
    """Is this paragraph, between these two ("" at the edge), the headline of something else?

    It is if it repeats the title, is written In Capitals, or is a short line without a full stop and without the small
    words of a sentence, between paragraphs that end with one.
    """
    if len(paragraph) > MAX_HEADLINE_LENGTH or paragraph == title:
        return paragraph == title
    if paragraph[0] in "-–—•*“\"‘'(" or paragraph.endswith((":", ",", ";", "-", "—")):
        return False
    ended = _ends_a_sentence(paragraph)
    if ended and (paragraph.endswith("..") or paragraph[-1] != "." or SENTENCE_BREAK.search(paragraph)):
        return False
    line = WORD.findall(paragraph)
    if len(line) > 20:
        return False
    shouted = paragraph.isupper() and len(line) > 1
    if ended:
        return len(line) > 4 and (shouted or _in_capitals(line, exceptions=0))
    if shouted or _in_capitals(line):
        return True
    alone = before != "" and _ends_a_sentence(before) and (not after or _ends_a_sentence(after))
    return alone and 2 < len(line) <= 12 and "," not in paragraph and _has_no_words_of_prose(PROSE, line)


def _ends_a_sentence(paragraph: str) -> bool:
    """Does it end with a full stop or its like?"""
    return paragraph.rstrip(CLOSING)[-1:] in (".", "!", "?", "…")


def _in_capitals(line: list[str], exceptions: float = 1 / 8) -> bool:
    """Are Most Of The Words Written Large, and some of them only because it is a headline?

    `exceptions` is the share of words that may be small although they are not among the small words of headlines.
    """
    letters = [word for word in line if word[0].isalpha()]
    small = sum(word[0].islower() and word not in SMALL for word in letters)
    return len(letters) > 3 and small <= exceptions * len(letters) and any(word in TELLTALE for word in letters[1:])


def _has_no_words_of_prose(told: frozenset[str], line: list[str]) -> bool:
    """Has the line none of these words, and no verb of the past?"""
    small = [word.lower() for word in line]
    return not any(word in told or (word.endswith("ed") and word not in PRESENT) for word in small)

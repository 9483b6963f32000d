"""Sentences: where a full stop ends one, and where it does not."""

from __future__ import annotations

import re
from bisect import bisect_left

from kit.text.article import Span, Words
from kit.text.characters import ACCENTS, JOINERS, UNSEEN
from kit.text.word_lists import any_of, word_list

# A stop, what closes after it, white space, and what comes then. Without white space a sentence ends where quotation
# marks meet (.”“) and where the space was forgotten (closed.The mayor).
STOP = re.compile(
    rf"""
    (?P<stop> (?<![.!?…؟।。！？])[.!?…؟।。！？]++ (?:\ \.(?![\w.])){{0,9}}+ )
    (?P<closed> (?:["”’'»)\]}}*{JOINERS}{ACCENTS}]|\s["”](?=\s|$))*+ )
    (?: [{UNSEEN}]*+\s[\s{UNSEEN}{JOINERS}]*+ | (?<=[”"’])(?=[“‘])
      | (?<=[a-z]{{2}}[.!?])(?=[A-Z][a-z]+\s) | (?<=[。！？])[{UNSEEN}{JOINERS}]*+ )
    (?=(?P<then>\S))
    """,
    re.VERBOSE,
)
ABBREVIATION_LOOK_BACK = 24  # characters before a full stop in which an abbreviation must show
ADDRESS_LOOK_BACK = 300  # characters before a full stop in which a web address or a name of mail must begin
LONGEST_SENTENCE = 200  # words and marks: nobody writes longer ones, and finders look along a whole sentence
OPENING = "“‘\"'«(["
QUOTES = "”\"'’»"
ADDRESS = re.compile(r"(?:://|www\.|@)\S*$")  # www.Example.Org is no two sentences
INITIALS = re.compile(r"(?:[A-Za-z]\.&?)*[A-Za-z]$")
NUMBER = re.compile(r"\d{1,3}$")
SIGNATURE = re.compile(r"[—–-]+\s?[^\n()]{2,40}\(@\w+\)")  # — Name (@name) under a post
TITLES, NUMBERED, MONTHS, STATES = (
    word_list("abbreviations", name) for name in ("titles", "numbered", "months", "states")
)
ABBREVIATIONS = TITLES | NUMBERED | MONTHS | STATES | word_list("abbreviations", "others")
OPENERS = word_list("sentences", "openers")
OPENER = re.compile(r"[“‘\"'«(\[]*([A-Z][a-z]*(?:['’][a-z]+)?)(?![\w.])")
OFFICE = re.compile(rf"(?:{any_of(word_list('sentences', 'offices'))})\b")
NICKNAME = re.compile(r"[\"“'‘][A-Z][a-z]+[\"”'’]\s[A-Z]")  # C.L. "Butch" Otter
# “Really?” Ortiz said: the name and the verb belong to the sentence in quotation marks.
SPEECH_TAG = re.compile(
    rf"(?:(?:[A-Z][\w’'-]*\.?|of|the|de|von|van|al|bin)\s){{1,6}}(?:{any_of(word_list('sentences', 'sayers'))})"
    r"(?=[.,;:]|\s(?:in|on|at|to|of|during|when|as|before|after|while|about|from|him|her|them|me|reporters|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)


def find_sentences(text: str, parts: list[Span]) -> list[Span]:
    """The sentences of each part (a paragraph without its furniture). A sentence never leaves its part."""
    found: list[Span] = []
    for start, end in parts:
        for match in STOP.finditer(text, start, end):
            if _ends_here(text, start, match):
                found.append(Span(start, match.end("closed")))
                start = match.start("then")
        if start < end:
            found.append(Span(start, end))
    return found


def with_rows(words: Words, sentences: list[Span]) -> tuple[list[Span], list[tuple[int, int]]]:
    """The sentences, each with its first and last (exclusive) word. What goes on for too long is cut: a text without
    full stops is no sentence, and whatever looks along it would take for ever."""
    spans: list[Span] = []
    rows: list[tuple[int, int]] = []
    for start, end in sentences:
        first, last = bisect_left(words.start, start), bisect_left(words.start, end)
        while last - first > LONGEST_SENTENCE:
            cut = first + LONGEST_SENTENCE
            spans.append(Span(start, words.end[cut - 1]))
            rows.append((first, cut))
            start, first = words.start[cut], cut
        spans.append(Span(start, end))
        rows.append((first, last))
    return spans, rows


def _ends_here(text: str, start: int, match: re.Match[str]) -> bool:
    """Does the sentence that begins at `start` end at this stop?"""
    stop, closed, then = match["stop"], match["closed"], match["then"]
    at = match.start("then")
    if then in ".,;:!?…)]}”’»%":
        return False
    gap = text[match.end("closed") : at]
    if gap != " " and not any(map(str.isspace, gap)) and ADDRESS.search(text[max(start, at - ADDRESS_LOOK_BACK) : at]):
        return False
    if then in "—–―-":
        return not (closed or SIGNATURE.match(text, at) or _abbreviation_before(text, start, match.start()))
    if stop == ".":
        return _full_stop(text, start, match)
    letter = text[at + 1 : at + 2] if then in OPENING else then
    if letter.islower():
        return False
    if "…" in stop or ".." in stop or " ." in stop:
        if then == "I" and not text[at + 1 : at + 2].isalpha():  # "So ... I left", but "It is over. ... I left"
            return text[max(start, match.start() - 4) : match.start()].rstrip()[-1:] in (".", "!", "?")
        return letter.isupper()
    return not (any(mark in closed for mark in QUOTES) and SPEECH_TAG.match(text, at))


def _full_stop(text: str, start: int, match: re.Match[str]) -> bool:
    """Does a single full stop end the sentence, or is it part of an abbreviation, an initial, a number in a list?"""
    at = match.start("then")
    then = match["then"]
    letter = text[at + 1 : at + 2] if then in OPENING else then
    word = _abbreviation_before(text, start, match.start())
    if letter.islower():
        return not (word or match["closed"])
    if not word:
        return True
    if word in TITLES or word in ("e.g", "i.e") or word.isdigit():
        return word == "St" and _opens_a_sentence(text, at)
    if word in NUMBERED or word in MONTHS:
        return not then.isdigit()
    if then in '“‘"«[' or _opens_a_sentence(text, at):
        return not NICKNAME.match(text, at)
    # "in Lodi, N.J. Roger said": a town and its state would be followed by a comma if the sentence went on
    town = word in STATES and text[match.start() - len(word) - 2 : match.start() - len(word)] == ", "
    return town and not match["closed"] and then.isupper() and not OFFICE.match(text, at)


def _opens_a_sentence(text: str, at: int) -> bool:
    """Does a word that opens sentences stand here?"""
    word = OPENER.match(text, at)
    return bool(word and word[1].replace("’", "'") in OPENERS)


def _abbreviation_before(text: str, start: int, stop: int) -> str:
    """The abbreviation before a full stop, "" if it is an ordinary word. A number that opens a list item counts."""
    before = text[max(start, stop - ABBREVIATION_LOOK_BACK) : stop]
    word = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    core = word.lstrip("(“‘\"'[«").rpartition("-")[2]
    if core.isupper() and core.capitalize() in TITLES:  # ST. LOUIS
        return core.capitalize()
    if core in ABBREVIATIONS or INITIALS.match(core):
        return core
    return core if NUMBER.match(core) and stop - len(core) == start else ""

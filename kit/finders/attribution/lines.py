"""The narrator's lines: sentences in which each quotation is folded into one unit, so that grammar can look past it.

Every unit gets a letter for its part in a sentence. A line is then also a short string such as "dnvtvdn.", and a rule of
grammar is a pattern over that string:

    d article, possessive pronoun      v finite verb or base form        a and, or
    j adjective     c number           x be, have, do    m will, may     b but, because, while, if, ...
    n noun          N name             e past participle g -ing form     w who, which, what, that, ...
    p pronoun (he, they, everyone)     t to              r adverb, not   i preposition       o of
    s 's of possession                 T time (Tuesday, yesterday)       Q speech in quotation marks
    q words in quotation marks inside a sentence
    , : ; - ( ) .   as they stand (every dash is -, every final mark is .)
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kit.text import Article, Quotation

BY_TAG = {
    "DT": "d", "PRP$": "d", "PDT": "d", "JJ": "j", "JJR": "j", "JJS": "j", "CD": "c", "NN": "n", "NNS": "n", "NNP": "N",
    "NNPS": "N", "PRP": "p", "VB": "v", "VBD": "v", "VBP": "v", "VBZ": "v", "VBN": "e", "VBG": "g", "MD": "m", "RB": "r",
    "RBR": "r", "RBS": "r", "IN": "i", "TO": "t", "CC": "a", "POS": "s", "WDT": "w", "WP": "w", "WP$": "w", "WRB": "w",
    "EX": "p", "RP": "r", ".": ".", ",": ",", ":": ":", "(": "(", ")": ")", "UH": "r", "FW": "n", "LS": "c", "SYM": "n",
    "$": "c", "#": "n", '"': '"', "``": '"', "''": '"',
}  # fmt: skip


def _words(letter: str, text: str) -> dict[str, str]:
    return dict.fromkeys(text.split(), letter)


BY_WORD = {
    **_words("d", "the a an this these those his her its my our your their no every each all both another any some many "
                  "several few most more half such"),
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
SPEAKER_NEXT = re.compile(r"[djcnNs]*[pnN]r*[ve](?:[.,:iT]|$)")
ENDS = (".", "!", "?", "…", "...")
TITLE_SHARE = 0.6  # a headline in capitals: more than this share of its words begin with one


class Line:
    """One sentence: columns `low` (the word in small letters), `kind` (its letter) and `a`, `b` (its place)."""

    __slots__ = ("a", "b", "form", "kind", "low", "quote", "title", "works")

    def __init__(self) -> None:
        self.form: list[str] = []
        self.low: list[str] = []
        self.a: list[int] = []
        self.b: list[int] = []
        self.kind: str = ""
        self.quote: dict[int, Quotation] = {}  # which unit is which quotation
        self.works: set[int] = set()  # which unit is the name of a work: "Great Expectations"
        self.title = False


def lines_of(article: Article) -> list[list[Line]]:
    """The lines of each paragraph. Quotations that run over several sentences hold their line together."""
    words = article.words
    starts = words.start
    outer = [q for q in article.quotations if q.depth == 0]
    bounds = [(bisect_left(starts, q.span.start), bisect_left(starts, q.span.end), q) for q in outer]
    paragraphs: list[list[Line]] = []
    ends = [p.end for p in article.paragraphs]
    where = -1
    k = 0  # the next quotation
    line: Line | None = None
    kinds: list[str] = []
    for sentence, (first, last) in zip(article.sentences, article.rows, strict=True):
        place = bisect_left(ends, sentence.end)
        if place != where:
            if line is not None:
                _finish(line, kinds)
            line, kinds = None, []
            where = place
            paragraphs.append([])
        at = first
        while k < len(bounds) and bounds[k][1] <= at:
            k += 1
        while at < last:
            if line is None:
                line, kinds = Line(), []
                paragraphs[-1].append(line)
                line.title = article.title is not None and sentence.start < article.title.end
            if k < len(bounds) and bounds[k][0] < last:
                q_first, q_last, q = bounds[k]
                if q_first > at:
                    _copy(words, line, kinds, at, q_first)
                    if kinds[-1] == ".":  # he told me. "I think ..."
                        _finish(line, kinds)
                        line, kinds = Line(), []
                        paragraphs[-1].append(line)
                if not (line.quote and line.quote.get(len(kinds) - 1) is q):
                    _fold(article, line, kinds, q)
                if q_last > last:
                    at = last
                    break
                at = q_last
                k += 1
                if _ends_line(article, q, at):
                    _finish(line, kinds)
                    line, kinds = None, []
            else:
                _copy(words, line, kinds, at, last)
                at = last
        inside = k < len(bounds) and bounds[k][0] < last < bounds[k][1]
        if line is not None and not inside:
            _finish(line, kinds)
            line, kinds = None, []
    if line is not None:
        _finish(line, kinds)
    return paragraphs


def _letter(word: str, tag: str) -> str:
    return BY_WORD[word] if word in BY_WORD else BY_TAG.get(tag, "n")


def _copy(words, line: Line, kinds: list[str], first: int, last: int) -> None:  # type: ignore[no-untyped-def]
    form, low = words.form[first:last], words.lower[first:last]
    opening = not line.form
    line.form += form
    line.low += low
    line.a += words.start[first:last]
    line.b += words.end[first:last]
    kinds += [BY_WORD[w] if w in BY_WORD else BY_TAG.get(t, "n") for w, t in zip(form, words.tag[first:last], strict=True)]
    if opening and low[0] in BY_WORD:
        kinds[0] = BY_WORD[low[0]]


def _fold(article: Article, line: Line, kinds: list[str], q: Quotation) -> None:
    line.quote[len(kinds)] = q
    line.form.append("Q")
    line.low.append("Q")
    line.a.append(q.span.start)
    line.b.append(q.span.end)
    work = _work(article.text, q)
    if work:
        line.works.add(len(kinds))
    kinds.append("Q" if _speech(article.text, q) and not (work and kinds and kinds[-1] in "ido") else "q")


def _speech(text: str, q: Quotation) -> bool:
    """Is this somebody's sentence, or a part of one that a comma sets off? Otherwise it is a word or title in marks."""
    inner = text[q.inner.start : q.inner.end].rstrip(" \u00a0'’")
    return inner[-1:] in ",.!?…-–—" or not q.closed or text[q.span.end : q.span.end + 1] == "," or inner.count(" ") > 7


def _ends_line(article: Article, q: Quotation, at: int) -> bool:
    """Does the sentence end with this quotation? Its last mark is final and the next word begins a new sentence."""
    words = article.words
    said = article.text[q.inner.start : q.inner.end].rstrip()
    if at >= len(words) or not said.endswith(ENDS):
        return False
    if said.endswith(("!", "?", "…")):  # "Is it safe?" Ortiz asked.
        near = range(at, min(at + 8, len(words)))
        if SPEAKER_NEXT.match("".join(_letter(words.form[i], words.tag[i]) for i in near)):
            return False
    opening = words.form[at][0]
    return opening.isupper() or opening in "“\"'‘0123456789"


def _work(text: str, q: Quotation) -> bool:
    """The name of a work or a programme: short, most of its words in capitals."""
    words = text[q.inner.start : q.inner.end].split()
    return len(words) < 8 and sum(w[0].isupper() for w in words) > len(words) / 2


def _finish(line: Line, kinds: list[str]) -> None:
    line.kind = "".join(kinds)

"""The narrator's lines: sentences in which each quotation is folded into one unit, so that grammar can look past it.

Every unit gets a letter for its part in a sentence. A line is then also a short string such as "dnvtvdn.", and a
rule of grammar is a pattern over that string:

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
from collections.abc import Iterator
from itertools import repeat

from kit.language.grammar import ARTICLES, CLASS_OF_WORD, HAVE, POSSESSIVES
from kit.text import Article, Quotation, Span, Words
from kit.text.sentences import LONGEST_SENTENCE
from kit.text.tagger import fill_tags

BY_TAG = {
    **dict.fromkeys(("DT", "PRP$", "PDT"), "d"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "j"),
    **dict.fromkeys(("CD", "LS", "$"), "c"),
    **dict.fromkeys(("NN", "NNS", "FW", "SYM", "#"), "n"),
    **dict.fromkeys(("NNP", "NNPS"), "N"),
    **dict.fromkeys(("PRP", "EX"), "p"),
    **dict.fromkeys(("VB", "VBD", "VBP", "VBZ"), "v"),
    **dict.fromkeys(("RB", "RBR", "RBS", "RP", "UH"), "r"),
    **dict.fromkeys(("WDT", "WP", "WP$", "WRB"), "w"),
    **dict.fromkeys(('"', "``", "''"), '"'),
    "VBN": "e", "VBG": "g", "MD": "m", "IN": "i", "TO": "t", "CC": "a", "POS": "s",
    **{mark: mark for mark in ".,:()"},
}  # fmt: skip


ALONE = {"this", "these", "those", "some", "many", "most", "few", "several", "all", "both", "each", "any", "another"}
WHEN = {"last", "this", "next", "earlier"}
TIMES = {"night", "day", "morning", "afternoon", "evening", "week", "weekend", "month", "year", "spring", "summer",
         "autumn", "winter"}  # fmt: skip
FINITE = re.compile("[vxm]")  # a verb that has a subject
NO_NOUN_NEXT = re.compile(r"d(?![djcnNegqr])|d(?=r+[vxm])|d(?=[eg][dpNtiw])")
CLOSE_TO = re.compile("[nN]vt")
HELPED = re.compile("[xm]j(?=[evx])")  # "has long said", "will likely say": the tagger calls it an adjective
SHORT_IS = re.compile("(?<=p)s(?=r*g)")  # he's asking
LATE = re.compile("[jr](?=i?T)")  # late Thursday, early on Monday
NO_NOUN_AT_ALL = re.compile(r"(dj*)j(?=r*[vxm]|[.,])")
SPEAKER_NEXT = re.compile(r"[djcnNs]*(?:[pnN]|N,[^.:;]*,)r*([ve])(?:[.,:iT]|$|(?P<heard>[odNpnt]))")
ASKED = set(
    """
    asked asks barked bellowed called cried demanded demands inquired enquired queried questioned radioed shouted
    texted told wanted wondered yelled
    """.split()
)  # verbs that a question or a cry stands before, and somebody it is put to behind: "Why?" Lund asked her.
ENDS = (".", "!", "?", "…", "...")
TRANSCRIPT = re.compile(r"[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3}:\s")
MIN_CAPITALS_IN_TITLE = 0.6  # a headline in capitals: more than this share of its words begin with one
MAX_UNITS_OF_LINE = LONGEST_SENTENCE  # a quotation that runs over several sentences makes longer ones
MAX_CHARACTERS_OF_WORK = 80  # characters in the name of a work


class Line:
    """One sentence in units: of each its `form`, the same in `lower` case, its letter in `tags`, and its place."""

    __slots__ = ("ends", "form", "fragments", "lower", "quote", "starts", "tags", "title", "works")

    def __init__(self, title: bool) -> None:
        self.form: list[str] = []
        self.lower: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags = ""
        self.quote: dict[int, Quotation] = {}  # which unit is which quotation
        self.works: set[int] = set()  # which unit is the name of a work: "Great Expectations"
        self.fragments: set[int] = set()  # which unit is a quotation that begins with a small letter
        self.title = title

    def span(self, unit: int) -> Span:
        """The place of one unit in the text."""
        return Span(self.starts[unit], self.ends[unit])


def lines_of(article: Article) -> list[list[Line]]:
    """The lines of each paragraph. Quotations that run over several sentences hold their line together."""
    builder = _Builder(article)
    ends = [p.end for p in article.paragraphs]
    where = -1
    for sentence, (first, last) in zip(article.sentences, article.rows, strict=True):
        place = bisect_left(ends, sentence.end)
        if place != where:
            where = place
            builder.start_paragraph(article.title is not None and sentence.start < article.title.end)
        builder.add_sentence(first, last)
    builder.end_line()
    return builder.paragraphs


class _Builder:
    """Puts lines together, sentence by sentence, with the quotations in step."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.paragraphs: list[list[Line]] = []
        starts = article.words.start
        spoken = TRANSCRIPT.match  # "WALLACE: Let us begin" is no quotation but a line of a transcript
        outer = [q for q in article.quotations if q.depth == 0 and not spoken(article.text, q.inner.start)]
        self.quotes = [(bisect_left(starts, q.span.start), bisect_left(starts, q.span.end), q) for q in outer]
        self.next = 0  # the first quotation that is not behind us
        self.line: Line | None = None
        self.letters: list[str] = []
        self.title = False

    def start_paragraph(self, title: bool) -> None:
        self.end_line()
        self.title = title
        self.paragraphs.append([])

    def end_line(self) -> None:
        if self.line is not None:
            self.line.tags = _reread("".join(self.letters), self.line.lower)
        self.line, self.letters = None, []

    def add_sentence(self, at: int, last: int) -> None:
        """The words from row `at` to `last`, exclusive."""
        quotes = self.quotes
        while self.next < len(quotes) and quotes[self.next][1] <= at:
            self.next += 1
        while at < last:
            if self.next >= len(quotes) or quotes[self.next][0] >= last:
                self._words(at, last)
                break
            first, end, quotation = quotes[self.next]
            if first > at:
                self._words(at, first)
                if self.letters and self.letters[-1] == ".":  # he told me. "I think ..."
                    self.end_line()
            if first >= at:
                self._fold(quotation)
            if end > last:
                return  # the quotation goes on in the next sentence, and so does the line
            at = end
            self.next += 1
            if self._ends_with(quotation, at):
                self.end_line()
        self.end_line()

    def _open(self) -> Line:
        if self.line is None:
            self.line = Line(self.title)
            self.paragraphs[-1].append(self.line)
        return self.line

    def _words(self, first: int, last: int) -> None:
        words = self.article.words
        while first < last:
            line = self._open()
            stop = min(last, first + MAX_UNITS_OF_LINE - len(self.letters))
            opening = not line.form
            form, low = words.form[first:stop], words.lower[first:stop]
            line.form += form
            line.lower += low
            line.starts += words.start[first:stop]
            line.ends += words.end[first:stop]
            tags = words.tag[first:stop]
            if self.title and sum(w[0].isupper() for w in form) > MIN_CAPITALS_IN_TITLE * len(form):
                plain = Words(low, low, [], [], [])  # Council Says Bridge Is Safe
                fill_tags(plain, [])
                form, tags = low, plain.tag
            self.letters += _letters(form, tags)
            if opening and low[0] in CLASS_OF_WORD:
                self.letters[0] = CLASS_OF_WORD[low[0]]
            first = stop
            if len(self.letters) >= MAX_UNITS_OF_LINE:
                self.end_line()

    def _fold(self, quotation: Quotation) -> None:
        line, letters = self._open(), self.letters
        unit = len(letters)
        line.quote[unit] = quotation
        line.form.append("Q")
        line.lower.append("Q")
        line.starts.append(quotation.span.start)
        line.ends.append(quotation.span.end)
        if self.article.text[quotation.inner.start : quotation.inner.start + 1].islower():
            line.fragments.add(unit)
        work = _is_work(self.article.text, quotation)
        if work:
            line.works.add(unit)
        title_here = work and unit > 0 and letters[-1] in "idos"
        letters.append("Q" if _is_speech(self.article.text, quotation) and not title_here else "q")
        if title_here and self.article.text[quotation.inner.end - 1] == ",":
            self._comma_at(quotation.span.end)
        if unit >= MAX_UNITS_OF_LINE:
            self.end_line()

    def _comma_at(self, place: int) -> None:
        """On the channel’s “This Week,” Lund said: the comma inside the marks is one of the sentence around them."""
        line = self._open()
        line.form.append(",")
        line.lower.append(",")
        line.starts.append(place)
        line.ends.append(place)
        self.letters.append(",")

    def _ends_with(self, quotation: Quotation, at: int) -> bool:
        """Does the sentence end with this quotation? Its last mark is final and the next word begins a new sentence."""
        words = self.article.words
        said = self.article.text[quotation.inner.start : quotation.inner.end].rstrip()
        if at >= len(words) or not said.endswith(ENDS):
            return False
        if said.endswith(("!", "?", "…")):  # "Is it safe?" Ortiz asked.
            near = slice(at, at + 8)
            speaker = SPEAKER_NEXT.match("".join(_letters(words.form[near], words.tag[near])))
            if speaker and (not speaker["heard"] or words.lower[at + speaker.start(1)] in ASKED):
                return False
        opening = words.form[at][0]
        return opening.isupper() or opening in "“\"'‘0123456789"


def _letters(words: list[str], tags: list[str]) -> Iterator[str]:
    return map(CLASS_OF_WORD.get, words, map(BY_TAG.get, tags, repeat("n")))


def _reread(tags: str, low: list[str]) -> str:
    """Articles and their kin once more, now that the next word is known: "told her that", "many say", "the lead"."""
    if "close" in low:  # "a source close to her": the tagger calls it a verb
        at = low.index("close")
        if CLOSE_TO.match(tags, max(0, at - 1)):
            tags = tags[:at] + "j" + tags[at + 1 :]
    times = [] if WHEN.isdisjoint(low) else [i for i in range(1, len(low)) if low[i] in TIMES and low[i - 1] in WHEN]
    for match in HELPED.finditer(tags):
        at = match.start()
        if tags[at] == "m" or low[at] in HAVE:
            tags = tags[: at + 1] + "r" + tags[at + 2 :]
    for match in LATE.finditer(tags):
        if low[match.start()] in ("late", "early"):
            tags = tags[: match.start()] + "T" + tags[match.end() :]
    tags = SHORT_IS.sub("x", tags)
    tags = NO_NOUN_AT_ALL.sub(lambda m: m[1] + "n", tags)  # "the chief said": the tagger calls it an adjective
    if not times and not NO_NOUN_NEXT.search(tags):
        return tags
    letters = list(tags)
    for i in times:  # said last night, last week Ortiz said; but "this week's vote", "last year was better"
        if tags[i + 1 : i + 2] not in tuple("sxvme"):
            letters[i - 1 : i + 1] = "TT"
    for match in NO_NOUN_NEXT.finditer(tags):
        i = match.start()
        behind = tags[i + 1 : i + 2]
        if low[i] in ARTICLES | POSSESSIVES and behind == "v":
            letters[i + 1] = "n"
        elif low[i] == "her":
            letters[i] = "p"
        elif low[i] in ALONE and behind in tuple("vxmrweg"):
            letters[i] = "r" if tags[i - 1 : i] in tuple("nNp") and low[i] in ("both", "all", "each") else "p"
    return "".join(letters)


def _is_speech(text: str, q: Quotation) -> bool:
    """Is this somebody's sentence, or a part of one that a comma sets off? Otherwise it is a word or title in marks."""
    inner = text[q.inner.start : q.inner.end].rstrip(" \u00a0'’")
    return inner[-1:] in ",.!?…-–—" or not q.closed or text[q.span.end : q.span.end + 1] == "," or inner.count(" ") > 7


def _is_work(text: str, q: Quotation) -> bool:
    """The name of a work or a programme: short, most of its words in capitals."""
    if q.inner.end - q.inner.start > MAX_CHARACTERS_OF_WORK:
        return False
    words = text[q.inner.start : q.inner.end].split()
    return len(words) < 8 and sum(w[0].isupper() for w in words) > len(words) / 2

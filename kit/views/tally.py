"""Who speaks in a text, and how much: mentions put together into voices, and the words that each voice is given."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from kit.finding import Attribution, Level, Source
from kit.text import Article, Span
from kit.views.passage_context import span_at
from kit.views.shared_wording import one_line
from kit.views.wording import ORDER

NOBODY = "(nobody is named)"  # brackets: these are not words of the text
UNKNOWN_SPEAKER = "(speaker not told here)"
WORD = re.compile(r"[^\W_][^\s—]*")  # from its first letter or digit to the next space or dash


@dataclass(frozen=True, slots=True)
class Voice:
    """One person or body that speaks in a text, with every mention of it; or all places where a source is hidden.

    `level` is that of the mention that tells most.
    """

    name: str
    level: Level
    mentions: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A voice and the words it is given: `direct` stand in quotation marks, `indirect` are the reporter's.

    `together` is the number of voices that were put into one, 0 for a single one.
    """

    voice: Voice
    direct: int
    indirect: int
    together: int = 0

    @property
    def words(self) -> int:
        return self.direct + self.indirect

    @property
    def hidden_places(self) -> int:
        return len(self.voice.mentions) if self.voice.level == "hidden" else 0


def voices(article: Article, sources: Iterable[Source]) -> list[Voice]:
    """The voices of a text in the order in which they are first mentioned, whoever is only talked about left out.

    Words that are a source, such as "a source", are not also a place where a source is hidden.
    """
    groups: dict[object, list[Source]] = {}
    known = sorted(sources, key=lambda source: source.span)
    heard = {mention.span for mention in known if mention.is_source and mention.level != "hidden"}
    for mention in known:
        if mention.level == "hidden" and mention.span in heard:
            continue
        if mention.level == "hidden":
            key: object = "hidden"
        else:
            key = mention.entity if mention.entity >= 0 else mention.span
        groups.setdefault(key, []).append(mention)
    return [
        voice_of(article, mentions)
        for key, mentions in groups.items()
        if key == "hidden" or any(mention.is_source for mention in mentions)
    ]


def voice_of(article: Article, mentions: Sequence[Source]) -> Voice:
    """The voice behind some mentions, under the fullest name that the text has for it, in one line."""
    level = min((mention.level for mention in mentions), key=ORDER.__getitem__)
    names = [m.name or article[m.span] for m in mentions if m.level == level]
    name = NOBODY if level == "hidden" else one_line(max(names, key=len)) or UNKNOWN_SPEAKER
    return Voice(name, level, tuple(mentions))


def shares(article: Article, attributions: Iterable[Attribution], sources: Iterable[Source]) -> list[Share]:
    """The words that each voice is given, the most first.

    A word counts once for a voice, however often an attribution covers it; what two say together, or one reports of
    the other, counts for both. Where a source is hidden and no attribution stands, the words of that sentence count
    that nobody else is made to answer for.
    """
    finder = Speakers(article, voices(article, sources))
    # Of each voice the places of its words, and whether they are word for word its own.
    counts: dict[int, dict[int, bool]] = {number: {} for number in range(len(finder.voices))}
    attributed: set[int] = set()
    quotations = [quotation.span for quotation in article.quotations if quotation.depth == 0]
    for attribution in attributions:
        said = words_in(article, attribution, quotations)
        attributed |= said.keys()
        for number in finder.of(attribution):
            known = counts.setdefault(number, {})
            for place, direct in said.items():
                known[place] = direct or known.get(place, False)
    for number, span in finder.unheard():
        counts[number].update(dict.fromkeys(rest_of_sentence(article, span, attributed), False))
    result = [
        Share(finder.voices[number], sum(words.values()), len(words) - sum(words.values()))
        for number, words in counts.items()
    ]
    return sorted(result, key=lambda share: -share.words)  # stable: equals stay in the order of the text


class Speakers:
    """Finds the voices behind an attribution, by the mentions that its source is made of."""

    def __init__(self, article: Article, known: list[Voice]) -> None:
        self.article = article
        self.voices = list(known)
        self.exact = dict(self.heard())
        self.used: set[int] = set()  # places where a source that speaks, or is hidden, has met its attribution
        self.unmatched: dict[str, int] = {}

    def heard(self) -> Iterator[tuple[Span, int]]:
        """Where voices are heard or hidden, and which."""
        for number, voice in enumerate(self.voices):
            for mention in voice.mentions:
                if mention.is_source or mention.level == "hidden":
                    yield mention.span, number

    @cached_property
    def at(self) -> dict[int, set[int]]:
        """Which voices are mentioned at a place of the text."""
        found: dict[int, set[int]] = defaultdict(set)
        for span, number in self.heard():
            for place in range(*span):
                found[place].add(number)
        return found

    def of(self, attribution: Attribution) -> set[int]:
        """The numbers of the voices behind an attribution. One that no mention stands for becomes a voice too."""
        found: set[int] = set()
        for span in attribution.source:
            found |= self.in_span(span)
        if not attribution.source:
            for span in attribution.cue:
                found |= {number for number in self.in_span(span) if self.voices[number].level == "hidden"}
        return found or {self.left_over(attribution)}

    def in_span(self, span: Span) -> set[int]:
        places = range(*span)
        self.used.update(places)
        if span in self.exact:
            return {self.exact[span]}
        return set().union(*(self.at.get(place, set()) for place in places))

    def left_over(self, attribution: Attribution) -> int:
        """A voice for an attribution that the sources say nothing of: off the ladder, but not left out."""
        name = one_line(self.article[attribution.source]) or UNKNOWN_SPEAKER
        if name not in self.unmatched:
            self.unmatched[name] = len(self.voices)
            self.voices.append(Voice(name, "other", ()))
        return self.unmatched[name]

    def unheard(self) -> Iterator[tuple[int, Span]]:
        """The places where a source is hidden that no attribution has taken up."""
        for number, voice in enumerate(self.voices):
            for mention in voice.mentions:
                if mention.level == "hidden" and not self.used.intersection(range(*mention.span)):
                    yield number, mention.span


def words_in(article: Article, attribution: Attribution, quotations: Sequence[Span]) -> dict[int, bool]:
    """Each word that is said: where its first letter stands, and whether it is word for word the speaker's."""
    places = chain.from_iterable(word_places(article.text, span) for span in attribution.content)
    if attribution.style == "mixed":
        return {place: span_at(quotations, place) is not None for place in places}
    return dict.fromkeys(places, attribution.style == "direct")


def word_places(text: str, span: Span) -> Iterator[int]:
    """Where the words of a span stand: of each the place of its first letter or digit."""
    return (match.start() for match in WORD.finditer(text, *span))


def rest_of_sentence(article: Article, place: Span, attributed: set[int]) -> Iterator[int]:
    """The words of the sentence around a hidden source, without those that hide it and those that somebody says."""
    sentence = span_at(article.sentences, place.start)
    if sentence is None or any(word in attributed for word in word_places(article.text, place)):
        return
    for word in word_places(article.text, sentence):
        if word not in attributed and not place.start <= word < place.end:
            yield word

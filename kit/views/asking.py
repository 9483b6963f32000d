"""The questions to ask of a text: those that its own findings raise, then those that go with every text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kit.finding import Attribution, Euphemism, Finding, Inconsistency, Source
from kit.text import Article, Span
from kit.views.finding_marks import shortened, shortened_pieces
from kit.views.tally import Voice, shares, voices
from kit.views.wording import WORDING

MAX_QUESTIONS = 12  # questions about single places: a longer list is read by nobody
LARGE_SHARE = 0.4  # share of all words that sources are given: whoever has more is asked about
SOURCE_QUESTIONS = WORDING["questions"]
ALWAYS: list[str] = SOURCE_QUESTIONS["always"]
PlacedQuestion = tuple[Span, str]  # where in the text a question arises, and the question


def questions_to_ask(article: Article, findings: Iterable[Finding]) -> list[str]:
    """What to ask of a text: at most twelve questions about places in it, in the order of the text, one or none about
    the whole, and four that go with every text.

    Takes an article and what the finders saw in it; gives sentences.
    """
    known = list(findings)
    sources = [finding for finding in known if isinstance(finding, Source)]
    heard = voices(article, sources)
    asked = [question for voice in heard for question in asked_of_voice(article, voice)]
    asked += [question for finding in known for question in asked_of_place(article, finding)]
    own = list(dict.fromkeys(question for _, question in sorted(asked)))
    return [*own[:MAX_QUESTIONS], *asked_of_the_whole(article, known, sources), *ALWAYS]


def asked_of_voice(article: Article, voice: Voice) -> Iterator[PlacedQuestion]:
    """What a source raises of which the reader is told little: once, however often it is mentioned."""
    first = voice.mentions[0].span
    anonymous = [mention for mention in voice.mentions if mention.anonymity_stated]
    if voice.level == "hidden":
        for mention in voice.mentions:
            yield mention.span, f"Who says so? “{shortened(article, mention.span)}” leaves it open."
    elif anonymous and all(mention.anonymity_reason is None for mention in anonymous):
        yield first, f"Why does “{voice.name}” not want to be named? The text gives no reason."
    elif anonymous:
        yield first, f"Is the reason for not naming “{voice.name}” a good one?"
    elif voice.level in SOURCE_QUESTIONS:
        yield first, SOURCE_QUESTIONS[voice.level].format(name=voice.name)


def asked_of_place(article: Article, finding: Finding) -> Iterator[PlacedQuestion]:
    """What a softer word raises, a sentence that leaves out who did it, or two passages that do not go together."""
    if isinstance(finding, Inconsistency) and finding.verdict != "none":
        first, second = (
            shortened_pieces(article, spans)
            for spans in (finding.claim_words or (finding.claim,), finding.other_words or (finding.other,))
        )
        yield finding.claim, f"“{first}” and “{second}”: can both be right, and who would know?"
    if isinstance(finding, Euphemism):
        soft = shortened_pieces(article, finding.pieces)
        if finding.plain:
            yield finding.span, f"What changes if “{soft}” is put plainly: “{finding.plain}”?"
        else:
            yield finding.span, f"Who did it? “{soft}” does not say."


def asked_of_the_whole(article: Article, known: Sequence[Finding], sources: Sequence[Source]) -> Iterator[str]:
    """What the shares of the voices raise: a single one, or one that is given most of the words."""
    attributions = [finding for finding in known if isinstance(finding, Attribution)]
    heard = [share for share in shares(article, attributions, sources) if share.words and share.voice.level != "hidden"]
    total = sum(share.words for share in heard)
    if len(heard) == 1:
        yield f"Only {heard[0].voice.name} is heard. Who could say something else about it?"
    elif heard and heard[0].words > LARGE_SHARE * total:
        yield f"{heard[0].voice.name} is given {heard[0].words:,} of {total:,} words. Who should have had more?"

"""The questions that the kit asks of a text, with the findings that answer each, and how good the helper is at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kit.errors import counted
from kit.finding import Finding, Source
from kit.text import Article
from kit.views.finding_marks import in_order, speaks
from kit.views.tally import NOBODY, Share, shares, voices
from kit.views.wording import SECTIONS, Section

Figures = Mapping[str, Mapping[str, float]]  # by phenomenon: precision, recall, f1, texts, readers


def findings_of(section: Section, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that answer the question of a section; who is only spoken about is left out."""
    return [f for f in findings if type(f).__name__ == section.kind and (not isinstance(f, Source) or speaks(f))]


def in_sections(findings: Iterable[Finding]) -> list[Finding]:
    """All findings that some section shows, in the order of the text: numbers count in this order."""
    known = list(findings)
    return in_order(finding for section in SECTIONS for finding in findings_of(section, known))


def trust(section: Section, figures: Figures) -> str:
    """How good the helper is at a question, in a sentence or two: measured on news that nobody had read, if there is
    some, else on the kit's own texts."""
    known = figures.get(section.phenomenon, {})
    if "unseen_found" in known:
        return (
            f"In {int(known['unseen_texts'])} news stories that nobody had read while the helper was made, it found "
            f"{hundredths(known['unseen_found'])} of 100 {section.thing}s and put {hundredths(known['unseen_right'])} "
            "on the right rung."
        )
    if "precision" not in known or "recall" not in known:
        return "How often the helper is right here has not been measured yet, so look at every mark twice."
    said = (
        f"Measured on {counted(int(known.get('texts', 0)), 'practice text')} of the kit: of 100 marks of this kind, "
        f"{hundredths(known['precision'])} were right, and of 100 that careful readers had made, the helper found "
        f"{hundredths(known['recall'])}."
    )
    if "readers" in known:
        agreed = hundredths(known["readers"])
        said += f" Two readers who marked them, each alone but alike in how they read, agreed in {agreed} of 100."
    return said


def hundredths(share: float) -> int:
    return round(100 * share)


def in_short(article: Article, findings: Iterable[Finding]) -> list[str]:
    """What the helper saw in a text, in a few sentences with the numbers."""
    known = list(findings)
    attributions = findings_of(SECTIONS[0], known)
    sources = [finding for finding in known if isinstance(finding, Source)]
    given = shares(article, attributions, sources)  # type: ignore[arg-type]  # the section holds attributions alone
    heard = [share for share in given if share.voice.level != "hidden" and share.voice.mentions]  # as in the ladder
    said = [f"{counted(words_of(article), 'word')}, {counted(len(heard), 'source')}."]
    if heard and heard[0].words:
        said.append(most_words(heard))
    hidden = sum(len(share.voice.mentions) for share in given if share.voice.name == NOBODY)
    if hidden:
        said.append(f"In {counted(hidden, 'place')} the text hides who says so.")
    soft = len(findings_of(SECTIONS[2], known))
    if soft:
        said.append(f"{counted(soft, 'place')} with a softer word, or with nobody who did it.")
    pairs = len(findings_of(SECTIONS[3], known))
    if pairs:
        said.append(f"{counted(pairs, 'pair')} of passages to compare with each other.")
    return said


def count_in_words(article: Article, section: Section, findings: Iterable[Finding]) -> str:
    """How much of its kind a section shows, in the same words wherever it is told: sources are persons and bodies, and
    each may stand in several places."""
    own = findings_of(section, findings)
    mentions = [finding for finding in own if isinstance(finding, Source)]
    if not mentions:
        return counted(len(own), section.thing)
    heard = [voice for voice in voices(article, mentions) if voice.level != "hidden"]
    where = f" in {counted(len(mentions), 'place')}" if len(mentions) != len(heard) else ""
    return f"{counted(len(heard), section.thing)}{where}"


def words_of(article: Article) -> int:
    return sum(word.isalnum() or any(map(str.isalnum, word)) for word in article.words.form)


def most_words(heard: list[Share]) -> str:
    """Who is given the most words, and how large a part that is of all words that somebody is given."""
    first, total = heard[0], sum(share.words for share in heard)
    part = f"{first.words:,} of the {total:,} words that sources are given"
    return f"The most room goes to {first.voice.name}: {part}."

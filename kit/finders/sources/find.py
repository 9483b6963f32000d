"""How much are we told? Every source of an article, with what the reader learns of it.

The levels follow the settled cases of the course: a person or body with a name, one that is described by a part and a
place that can be checked, one that is vague, one that is hidden. A pronoun, a surname or a title takes the level of
whom it stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kit.finders.attribution.lines import Line
from kit.finders.sources.anonymity import Grant, find_grants
from kit.finders.sources.disclosure import CorroborationIndex, disclosures_of
from kit.finders.sources.entity import Resolved
from kit.finders.sources.entity_register import EntityRegister
from kit.finders.sources.level_reasons import reason_for
from kit.finders.sources.mentions import Mention, find_mentions
from kit.finders.sources.phrase import NounPhrase
from kit.finders.sources.unattributed import UnattributedClaim, find_unattributed
from kit.finding import Attribution, Source
from kit.text import Article, Span

HEARD_FROM = 0.32  # confidence of an attribution from which its source is heard, by F1 on marked news
MAX_MENTIONS_OF_HOLDER = 6  # mentions among which the holder of a statement is looked for
MAX_CHARACTERS_TO_HOLDER = 200  # between the sentence of a source and a statement about it
LABEL_ENDS = re.compile(r",| who | whose ")  # of what a source is called
UNNAMED = ("described", "vague")
Traced = tuple[Mention, Resolved]


@dataclass(frozen=True, slots=True)
class SourceTrace:
    """The mentions of an article with those whom they mean, and the places where a source is hidden."""

    article: Article
    shown: list[Traced]
    reports: CorroborationIndex
    hidden: list[UnattributedClaim]

    def heard(self) -> list[Source]:
        """Those who are heard, and where one is hidden, in the order of the text."""
        return sorted([*self._sources(True), *map(_hidden, self.hidden)], key=_in_text)

    def mentions(self, heard: Iterable[Source]) -> tuple[Source, ...]:
        """Those who are `heard`, and those who are only spoken about, in the order of the text."""
        return tuple(sorted([*self._sources(False), *heard], key=_in_text))

    def _sources(self, heard: bool) -> Iterator[Source]:
        for mention, found in self.shown:
            if mention.is_source == heard:
                yield _source(self.article, mention, found, self.reports)


def _in_text(source: Source) -> tuple[Span, bool]:
    return source.span, source.level == "hidden"


def trace_sources(
    article: Article,
    paragraphs: list[list[Line]],
    attributions: tuple[Attribution, ...],
    likely: tuple[Attribution, ...] = (),
) -> SourceTrace:
    """Every mention of a source, and every place where a source is hidden.

    A mention `is_source` if one of the `attributions` hangs on it, or one of those that are only `likely` and it is
    somebody who can speak; the other mentions are of people and bodies that the text speaks about. Mentions of one
    person carry the same number in `entity`.
    """
    sure = {span for attribution in attributions for span in attribution.source}
    people, text = EntityRegister(), article.text
    traced: list[Traced] = []
    outer: Resolved | None = None
    line: Line | None = None
    for mention in find_mentions(paragraphs, (*attributions, *likely)):
        phrase = mention.phrase
        if mention.line is not line:
            line = mention.line
            people.next_sentence()
        mention.is_source &= mention.key in sure or not _says_nothing(phrase)
        if mention.is_source or not _says_nothing(phrase):
            title = mention.line.title
            words = text[mention.span.start : mention.span.end]
            label = " ".join(phrase.name) if phrase.kind == "person" else LABEL_ENDS.split(words, 1)[0]
            if mention.inside and outer:
                mention.is_source &= mention.key in sure
                found = Resolved(outer.entity, outer.level, False)
            else:
                outer = found = people.add(phrase, label, mention.subject, mention.is_source, mention.apposed, title)
            mention.is_source &= mention.key in sure or found.level != "other"
            traced.append((mention, found))
    _link(find_grants(article, paragraphs), traced)
    who = {mention.key: found.entity.number for mention, found in traced if mention.is_source}
    reports = CorroborationIndex(article, attributions, who)
    shown = [t for t in traced if not (t[0].inside and t[0].same_start) and not _lost(*t)]
    return SourceTrace(article, shown, reports, find_unattributed(article, paragraphs, attributions))


def _says_nothing(phrase: NounPhrase) -> bool:
    """Nobody who could be a source: a thing, or a document without a name."""
    if phrase.made_up:
        return True
    if phrase.kind == "document":
        return not (phrase.affiliation or phrase.definite)
    return phrase.kind == "other"


def _lost(mention: Mention, found: Resolved) -> bool:
    """ "which", if it stands for no body and no document."""
    return not mention.is_source and found.level == "other" and mention.phrase.who == "which"


def _link(grants: list[Grant], traced: list[Traced]) -> None:
    """Give each statement of anonymity to the source that holds it, and so to all mentions of that source."""
    starts = [mention.span.start for mention, _ in traced]
    for grant in grants:
        if grant.all_of_them:
            unnamed = (found.entity for mention, found in traced if mention.is_source and found.level in UNNAMED)
            for entity in unnamed:
                entity.grant = entity.grant or grant
        holder = _holder(grant, traced, bisect_left(starts, grant.holder.end), bisect_left(starts, grant.span.start))
        if holder is None:
            continue
        mention, entity = holder[0], holder[1].entity
        if grant.alias:  # "gave only her first name, Lena": Lena is the one
            for next_mention, found in traced[bisect_left(starts, grant.span.end) :][:1]:
                if next_mention.span.start <= grant.span.end + 2 and len(found.entity.name) == 1:
                    found.entity.grant = found.entity.grant or grant
        if entity.shared:
            mention.grant = grant  # "officials" elsewhere may be others
        elif entity.grant is None or (entity.grant.reason is None and grant.reason):
            entity.grant = grant


def _holder(grant: Grant, traced: list[Traced], end: int, before: int) -> Traced | None:
    """The mention in the words that hold the statement; if those stand for nobody, or for a body, the unnamed source
    that was heard last, in this sentence or the one before it."""
    inside = [t for t in traced[max(0, end - MAX_MENTIONS_OF_HOLDER) : end] if t[0].span.end > grant.holder.start]
    if inside:
        best = min(inside, key=lambda t: (not t[0].is_source, t[0].span.start))
        if best[1].entity.kind not in ("body", "document"):
            return best
    for mention, found in reversed(traced[max(0, before - MAX_MENTIONS_OF_HOLDER) : before]):
        if mention.is_source:
            near = grant.span.start - mention.line.ends[-1] <= MAX_CHARACTERS_TO_HOLDER
            return (mention, found) if near and found.level in UNNAMED else None
    return None


def _source(article: Article, mention: Mention, found: Resolved, reports: CorroborationIndex) -> Source:
    entity, level, guess = found.entity, found.level, found.guess
    grant = mention.grant or entity.grant or (entity.group.grant if entity.group and entity.group.plural else None)
    later = entity.named_as
    if later:  # the name comes later in the text, and the reader has it then
        entity, level, guess = later, later.level, True
        found = Resolved(entity, level, guess)
    if grant and level == "named_person":
        if grant.alias or len(entity.name) == 1:
            level = "described"  # a changed name is no name, and "Bob" alone is none either
            found = Resolved(entity, level, guess)
        else:
            grant = None  # one who is named after all
    stated = grant is not None
    anonymity_reason = grant.reason if grant else None
    second = reports.second.get(mention.key)
    disclosures = disclosures_of(article, mention, anonymity_reason, second) if mention.is_source else ()
    reason = ""
    if mention.is_source:
        reason = reason_for(article, mention.phrase, found, mention.span, disclosures, stated, anonymity_reason)
    return Source(
        mention.span,
        "source-" + level.replace("_", "-"),
        reason,
        level,
        stated,
        anonymity_reason,
        disclosures,
        entity.number,
        entity.label,
        guess,
        mention.is_source,
    )


def _hidden(hit: UnattributedClaim) -> Source:
    return Source(hit.span, hit.rule, hit.reason, "hidden", False, None, (), -1, "", False, True)

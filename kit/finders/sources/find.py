"""How much are we told? Every source of an article, with what the reader learns of it.

The levels follow the settled cases of the course: a person or body with a name, one that is described by a part and a
place that can be checked, one that is vague, one that is hidden. A pronoun, a surname or a title takes the level of
whom it stands for.
"""

from __future__ import annotations

from kit.finders.attribution.lines import Line
from kit.finders.sources.anonymity import Grant, find_grants
from kit.finders.sources.disclosure import CorroborationIndex, disclosures_of
from kit.finders.sources.entity import Resolved
from kit.finders.sources.entity_register import EntityRegister
from kit.finders.sources.level_reasons import reason_for
from kit.finders.sources.mentions import Mention, find_mentions
from kit.finders.sources.noun_phrase import NounPhrase
from kit.finders.sources.unattributed import UnattributedClaim, find_unattributed
from kit.finding import Attribution, Source
from kit.text import Article

PSEUDONYM = ("change", "real name", "pseudonym")  # in the terms of anonymity.toml
Traced = tuple[Mention, Resolved]


def trace_sources(
    article: Article, paragraphs: list[list[Line]], attributions: tuple[Attribution, ...]
) -> tuple[Source, ...]:
    """Every mention of a source in the order of the text, and every place where a source is hidden.

    A mention `is_source` if an attribution hangs on it; the other mentions are of people and bodies that the text
    speaks about. Mentions of one person carry the same number in `entity`.
    """
    people = EntityRegister()
    traced: list[Traced] = []
    outer: Resolved | None = None
    for mention in find_mentions(paragraphs, attributions):
        phrase = mention.phrase
        if mention.is_source or not _says_nothing(phrase):
            title = mention.line.title
            label = " ".join(phrase.name) if phrase.kind == "person" else article[mention.span].split(",")[0]
            if mention.inside and outer:
                found = Resolved(outer.entity, outer.level, False)
            else:
                outer = found = people.add(phrase, label, mention.subject, mention.is_source, mention.apposed, title)
            traced.append((mention, found))
    _link(find_grants(article, paragraphs), traced)
    who = {mention.key: found.entity.number for mention, found in traced if mention.is_source}
    reports = CorroborationIndex(article, attributions, who)
    shown = [t for t in traced if not (t[0].inside and t[0].same_start) and not _lost(*t)]
    sources = [_source(article, mention, found, reports) for mention, found in shown]
    sources += [_hidden(hit) for hit in find_unattributed(article, paragraphs, attributions)]
    return tuple(sorted(sources, key=lambda s: s.span))


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
    at = 0
    for grant in sorted(grants, key=lambda g: g.holder):
        while at < len(traced) and traced[at][0].span.end <= grant.holder.start:
            at += 1
        near = [t for t in traced[at : at + 4] if t[0].span.start < grant.holder.end]
        if near:
            best = min(near, key=lambda t: (not t[0].is_source, t[0].span.start))
            entity = best[1].entity
            if entity.shared:
                best[0].grant = grant  # "officials" elsewhere may be others
            elif entity.grant is None or (entity.grant.reason is None and grant.reason):
                entity.grant = grant


def _source(article: Article, mention: Mention, found: Resolved, reports: CorroborationIndex) -> Source:
    entity, level, guess = found.entity, found.level, found.guess
    grant = mention.grant or entity.grant or (entity.group.grant if entity.group else None)
    later = entity.named_as
    if later:  # the name comes later in the text, and the reader has it then
        entity, level, guess = later, later.level, True
        found = Resolved(entity, level, guess)
    if grant and level == "named_person":
        if any(words in grant.rule for words in PSEUDONYM):
            level = "described"  # a changed name is no name
            found = Resolved(entity, level, guess)
        else:
            grant = None  # one who is named after all
    stated = grant is not None
    anonymity_reason = grant.reason if grant else None
    second = reports.second.get(mention.key)
    disclosures = disclosures_of(article, mention, anonymity_reason, second) if mention.is_source else ()
    reason = reason_for(article, found, mention.span, mention.is_source, stated, anonymity_reason)
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

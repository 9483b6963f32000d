"""Does it hold together? Two passages of one text that do not agree, found only where a rule is nearly sure.

The order of work: sentences that say the same are laid along each other, and figures, days, quotations and people are
looked up under what they are figures, days, words and parts of; then one slot is compared; then an excuse is looked
for (rounding, "about", a sum, another group, another source). In doubt nothing is said: real news has few of these.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.finders.attributions import reading_of
from kit.finders.inconsistency.ages import find_ages
from kit.finders.inconsistency.both_sides import find_both_sides
from kit.finders.inconsistency.causes import find_causes
from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.costs import find_costs
from kit.finders.inconsistency.counts import find_counts
from kit.finders.inconsistency.days import find_days
from kit.finders.inconsistency.directions import find_directions
from kit.finders.inconsistency.every import find_every
from kit.finders.inconsistency.groups import find_groups
from kit.finders.inconsistency.harm import find_harm
from kit.finders.inconsistency.headline import find_headline
from kit.finders.inconsistency.labels import find_labels
from kit.finders.inconsistency.lengths import find_lengths
from kit.finders.inconsistency.names import find_names
from kit.finders.inconsistency.persons import find_persons
from kit.finders.inconsistency.quotes import find_who_said
from kit.finders.inconsistency.reasons import excuse_for, reason_for
from kit.finders.inconsistency.remarks import find_remarks
from kit.finders.inconsistency.restated import find_restated
from kit.finders.inconsistency.statements import Index, index_of
from kit.finders.inconsistency.turned import find_turned
from kit.finders.inconsistency.votes import find_votes
from kit.finding import Inconsistency
from kit.text import Article, Span

RULES = (
    find_restated,
    find_counts,
    find_every,
    find_groups,
    find_votes,
    find_costs,
    find_days,
    find_lengths,
    find_who_said,
    find_remarks,
    find_persons,
    find_ages,
    find_names,
    find_headline,
    find_harm,
    find_causes,
    find_directions,
    find_turned,
    find_both_sides,
)


def find_inconsistencies(article: Article, decoys: bool = False) -> tuple[Inconsistency, ...]:
    """Pairs of passages of one text that do not agree, in the order of the text.

    Takes an article; with `decoys` also pairs that only look like one (verdict none): two names for one thing. Raises
    ReadingError, in a sentence, if it is given something else. An empty result says little: most sound texts have no
    such pair, and `kit.facts` lays side by side what this finder is not sure of.
    """
    reading_of(article)
    index = index_of(article)
    found: dict[tuple[Span, Span], Inconsistency] = {}
    for clash in _clashes(index, decoys):
        finding = _finding(index, clash)
        found.setdefault((finding.claim, finding.other), finding)
    return tuple(sorted(found.values(), key=lambda finding: (finding.claim, finding.other)))


def _clashes(index: Index, decoys: bool) -> Iterator[Clash]:
    for rule in RULES:
        yield from rule(index)
    if decoys:
        yield from find_labels(index)


def _finding(index: Index, clash: Clash) -> Inconsistency:
    """A clash with its sources, its reason and its excuse, the passage that stands first in front."""
    article = index.article
    sides = sorted(((clash.first, clash.first_words), (clash.second, clash.second_words)))
    (claim, claim_words), (other, other_words) = sides
    excuse = excuse_for(clash.excuse)
    return Inconsistency(
        span=Span(claim.start, max(claim.end, other.end)),
        rule=clash.rule,
        reason=reason_for(article, (claim, other), (claim_words, other_words), clash.rule, excuse),
        claim=claim,
        other=other,
        claim_words=claim_words,
        other_words=other_words,
        type=clash.type,
        verdict=clash.verdict,
        claim_source=_source(index, claim, claim_words),
        other_source=_source(index, other, other_words),
        excuse=excuse,
    )


def _source(index: Index, passage: Span, words: tuple[Span, ...]) -> str:
    """Who says this: empty for the reporter, "nobody named" where a source is hidden."""
    found = index.sources.at(words[0] if words else passage)
    if found is None:
        return ""
    return " ".join(index.article[found.source].split()) if found.source else "nobody named"

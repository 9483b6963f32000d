"""Does it hold together? Two passages of one text that do not agree, found only where a rule is nearly sure.

The order of work: sentences that say the same are laid along each other, and figures, days, quotations and people are
looked up under what they are figures, days, words and parts of; then one slot is compared; then an excuse is looked
for (rounding, "about", a sum, another group, another source). In doubt nothing is said: real news has few of these.
"""

from __future__ import annotations

from kit.finders.alarm.ages import find_ages
from kit.finders.alarm.clash import Clash
from kit.finders.alarm.counts import find_counts
from kit.finders.alarm.days import find_days
from kit.finders.alarm.harm import find_harm
from kit.finders.alarm.headline import find_headline
from kit.finders.alarm.names import find_names
from kit.finders.alarm.persons import find_persons
from kit.finders.alarm.quotes import find_who_said
from kit.finders.alarm.reasons import excuse_for, reason_for
from kit.finders.alarm.restated import find_restated
from kit.finders.alarm.statements import Index, index_of
from kit.finding import Inconsistency
from kit.reading import ArticleIndex
from kit.text import Span

RULES = (
    find_restated,
    find_counts,
    find_days,
    find_who_said,
    find_persons,
    find_ages,
    find_names,
    find_headline,
    find_harm,
)


def inconsistencies_in(article_index: ArticleIndex) -> tuple[Inconsistency, ...]:
    """What `kit.find_inconsistencies` gives."""
    index = index_of(article_index)
    found: dict[tuple[Span, Span], Inconsistency] = {}
    for rule in RULES:
        for clash in rule(index):
            finding = _finding(index, clash)
            found.setdefault((finding.claim, finding.other), finding)
    return tuple(sorted(found.values(), key=lambda finding: (finding.claim, finding.other)))


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
    found = index.whole.who_says(words[0] if words else passage)
    if found is None:
        return ""
    return " ".join(index.article[found.source].split()) if found.source else "nobody named"

"""Does it hold together? Two passages of one text that do not agree, found only where a rule is nearly sure.

The order of work: sentences that say the same are laid along each other, and figures, days, quotations and people are
looked up under what they are figures, days, words and parts of; then one slot is compared; then an excuse is looked
for (rounding, "about", a sum, another group, another source). In doubt nothing is said: real news has few of these.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from kit.finders.alarm import (
    born,
    change,
    counts,
    days,
    direction,
    disagree,
    headline,
    headline_names,
    length,
    names,
    order,
    person,
    quotes,
    restated,
    score,
    share,
    total,
)
from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.wording import reason_for
from kit.finding import Inconsistency
from kit.reading import NOBODY_NAMED, ArticleIndex
from kit.text import Span

# What is found by a rule that stands further up is not shown again by one below.
RULES: tuple[Rule, ...] = (
    *direction.RULES, *total.RULES, *share.RULES, *born.RULES, *length.RULES, *order.RULES, *score.RULES, *change.RULES,
    *disagree.RULES, *restated.RULES, *counts.RULES, *days.RULES, *quotes.RULES, *person.RULES, *names.RULES,
    *headline.RULES, *headline_names.RULES,
)  # fmt: skip
# "14.05", "10:42 GMT", "Updated 2.15pm:" at the beginning of a line
BEFORE_A_TIME, ZONE = r"[\W_]{0,3}(?:[Uu]pdated |[Pp]osted )?(?:at )?", r"(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4}\b)?"
POST = re.compile(rf"^{BEFORE_A_TIME}\d{{1,2}}[:.]\d{{2}} ?{ZONE}:?(?=[\s–—-]|$)", re.M)
MIN_POSTS = 2
STAYS = ("name", "role", "who_said")  # what a later post does not change
MIN_REPEATED = 6  # words of content of one post in a sentence of another that repeats it
BY_ID = {rule.id: rule for rule in RULES}


def inconsistencies_in(index: ArticleIndex) -> tuple[Inconsistency, ...]:
    """What `kit.find_inconsistencies` gives."""
    found: dict[tuple[Span, Span], Inconsistency] = {}
    posts = live_posts(index.article.text)
    for find in dict.fromkeys(rule.find for rule in RULES):
        for candidate in find(index):
            if posts and _updated(index, posts, candidate):
                continue
            finding = _finding(index, candidate)
            found.setdefault((finding.claim, finding.other), finding)
    return tuple(sorted(found.values(), key=lambda finding: (finding.claim, finding.other)))


def live_posts(text: str) -> list[int]:
    """Where the posts of a live blog begin: paragraphs with a time of day in front, two or more of them."""
    found = [match.start() for match in POST.finditer(text)]
    return found if len(found) >= MIN_POSTS else []


def _updated(index: ArticleIndex, posts: list[int], candidate: Candidate) -> bool:
    """May the later of two posts of a live blog know more than the earlier? Not where it repeats a whole sentence."""
    one, other = (bisect_right(posts, passage.start) for passage in candidate.passages)
    a, b = (index.sentences[max(0, index.sentence_at(passage.start))] for passage in candidate.passages)
    return one != other and candidate.type not in STAYS and len(a.content & b.content) < MIN_REPEATED


def _finding(index: ArticleIndex, candidate: Candidate) -> Inconsistency:
    """A candidate with its sources, its reason and its excuse, the passage that stands first in front."""
    rule = BY_ID[candidate.rule]
    (claim, claim_words), (other, other_words) = sorted(zip(candidate.passages, candidate.words, strict=True))
    return Inconsistency(
        span=Span(claim.start, max(claim.end, other.end)),
        rule=rule.id,
        reason=reason_for(index, (claim, other), (claim_words, other_words), rule, candidate.sum),
        claim=claim,
        other=other,
        claim_words=claim_words,
        other_words=other_words,
        type=candidate.type,
        verdict=candidate.verdict,
        claim_source=_source(index, claim, claim_words),
        other_source=_source(index, other, other_words),
        excuse=rule.innocent,
    )


def _source(index: ArticleIndex, passage: Span, words: tuple[Span, ...]) -> str:
    """Who says this, in the words of the text: empty for the reporter, "nobody named" where a source is hidden."""
    found = index.who_says(words[0] if words else passage)
    if found is None:
        return ""
    return " ".join(index.article[found.source].split()) if found.source else NOBODY_NAMED

"""Does it hold together? Two passages of one text that do not agree, found only where a rule is nearly sure.

The order of work: sentences that say the same are laid along each other, and figures, days, quotations and people are
looked up under what they are figures, days, words and parts of; then one slot is compared; then an excuse is looked
for (rounding, "about", a sum, another group, another source). In doubt nothing is said: real news has few of these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from kit.finders.alarm import (
    born,
    change,
    counts,
    days,
    direction,
    disagree,
    each,
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
from kit.language.quantities import Quantity
from kit.reading import NOBODY_NAMED, ArticleIndex, IndexedSentence
from kit.text import Span

# What is found by a rule that stands further up is not shown again by one below.
RULES: tuple[Rule, ...] = (
    *direction.RULES, *total.RULES, *share.RULES, *each.RULES, *born.RULES, *length.RULES, *order.RULES, *score.RULES,
    *change.RULES, *disagree.RULES, *restated.RULES, *counts.RULES, *days.RULES, *quotes.RULES, *person.RULES,
    *names.RULES, *headline.RULES, *headline_names.RULES,
)  # fmt: skip
# "14.05", "10:42 GMT", "Updated 2.15pm:" at the beginning of a line
BEFORE_A_TIME, ZONE = r"[\W_]{0,3}(?:[Uu]pdated |[Pp]osted )?(?:at )?", r"(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4}\b)?"
POST = re.compile(rf"^{BEFORE_A_TIME}(\d{{1,2}})[:.](\d{{2}}) ?{ZONE}:?(?=[\s–—-]|$)", re.M)
MIN_POSTS = 2
STAYS = ("name", "role", "who_said")  # what a later post does not change
SHARES = ("percent", "points")  # which fall as often as they rise
PRESENT = frozenset(("VBP", "VBZ"))  # "Seventy are on the roof": at that hour
MIN_REPEATED = 6  # words of content of one post in a sentence of another that repeats it
BY_ID = {rule.id: rule for rule in RULES}


def inconsistencies_in(index: ArticleIndex) -> tuple[Inconsistency, ...]:
    """What `kit.find_inconsistencies` gives."""
    found: dict[tuple[Span, Span], Inconsistency] = {}
    posts = LiveBlog(index.article.text)
    for find in dict.fromkeys(rule.find for rule in RULES):
        for candidate in find(index):
            if posts.starts and posts.updates(index, candidate):
                continue
            finding = _finding(index, candidate)
            found.setdefault((finding.claim, finding.other), finding)
    return tuple(sorted(found.values(), key=lambda finding: (finding.claim, finding.other)))


class LiveBlog:
    """Where the posts of a live blog begin, and whether the newest stands first; no posts in any other text."""

    def __init__(self, text: str) -> None:
        found = [(match.start(), 60 * int(match[1]) + int(match[2])) for match in POST.finditer(text)]
        self.starts = [start for start, _ in found] if len(found) >= MIN_POSTS else []
        self.newest_first = sum((one > other) - (one < other) for (_, one), (_, other) in pairwise(found)) > 0

    def updates(self, index: ArticleIndex, candidate: Candidate) -> bool:
        """May the later of two posts know more than the earlier? What is counted may have grown since, or be another
        now, but not where the later one repeats a whole sentence."""
        claim, other = sorted(zip(candidate.passages, candidate.words, strict=True))
        earlier, later = (other, claim) if self.newest_first else (claim, other)
        one, two = (bisect_right(self.starts, passage.start) for passage, _ in (claim, other))
        if one == two or candidate.type in STAYS:
            return False
        a, b = (index.sentences[max(0, index.sentence_at(passage.start))] for passage, _ in (earlier, later))
        before, now = (_figure(sentence, words) for sentence, (_, words) in ((a, earlier), (b, later)))
        changes = before is None or now is None or before.sort in SHARES or before.low < now.low
        changes = changes or not PRESENT.isdisjoint(index.words.tag[a.first : a.end])
        return changes and len(a.content & b.content) < MIN_REPEATED


def _figure(sentence: IndexedSentence, words: tuple[Span, ...]) -> Quantity | None:
    """The figure of a sentence that stands at these words, if there is one."""
    return next((quantity for quantity in sentence.numbers.values() if quantity.number in words), None)


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

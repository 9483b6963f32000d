"""The five things a reader may be told of a source: affiliation, post, basis of knowledge, reason, corroboration.

The list follows NPR's ethics handbook (how does the source know, what is its side) and the BBC's warning of a single
source.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations

from kit.finders.sources.affiliation import ANY_PLACE, DEFINITE
from kit.finders.sources.mentions import Mention
from kit.finders.sources.source_lists import source_lists
from kit.finding import Attribution, Disclosure
from kit.text import Article, Span

# "who has seen the letter", "briefed on the talks", "with knowledge of the deal": how the source can know.
BASIS = re.compile(
    r"\b(?:who |which )?(?:ha[sd] |have |was |were |is |are )?(?:also )?"
    r"(?:seen|saw|watched|attended|witnessed|heard|read|reviewed|briefed on|familiar with|present|involved in|close to|"
    r"took part in|taken part in|worked on|with (?:\w+ )?knowledge of|in the room)\b[^,.;:“”\"]*"
)
WORD = re.compile(r"[^\W\d_]{4,}|\d+(?:[,.]+\d+)*")  # longer words and numbers can tell reports apart ...
SMALL = frozenset(  # ... but these can not
    "about after again also because been before being could does done down during each even ever every from have "
    "having here into itself just made make many more most much never only other over said same says should some such "
    "than that their them themselves then there these they this those through under until very well were what when "
    "where which while will with would your".split()
)
MAX_NESTED_REPORTS = 4  # so many attributions may stand inside of another
MAX_REPORTS_WITH_WORD = 12  # a word in more reports than this joins nothing
MIN_SHARE_OF_WORDS = 0.5  # two reports with so much of their words in common say the same thing
MIN_SHARED_WORDS = 3  # words that a report must share with another


def disclosures_of(
    article: Article, mention: Mention, reason: Span | None, second: Span | None
) -> tuple[Disclosure, ...]:
    """What the words around one mention tell of the source."""
    line, first, last = mention.line, mention.first, max(mention.last, mention.reach)
    found: list[Disclosure] = []
    if mention.phrase.kind == "other":
        return ()  # "no one in the town": nobody of whom anything could be told
    affiliation = _affiliation(mention, last) if mention.phrase.kind != "body" else None
    if affiliation:
        found.append(Disclosure("affiliation", affiliation))
    post = _post(mention, last)
    if post:
        found.append(Disclosure("post", post))
    start, end = line.starts[first], line.ends[last - 1]
    basis = BASIS.search(article.text, start, end)
    if basis:
        found.append(Disclosure("basis", Span(basis.start(), basis.start() + len(basis.group().rstrip()))))
    if reason:
        found.append(Disclosure("reason", reason))
    if second:
        found.append(Disclosure("corroboration", second))
    return tuple(found)


def _affiliation(mention: Mention, last: int) -> Span | None:
    """Whose or where: "of the harbour office", "at Twitter", "Pentagon"; but not "its", "his", "a children’s"."""
    line = mention.line
    own = mention.phrase.affiliation
    if own and (line.tags[own[0] : own[1]] in ("d", "p") or line.lower[own[0]] in ("a", "an")):
        return None
    if own:
        return Span(line.starts[own[0]], line.ends[own[1] - 1])
    for i in range(mention.first + 1, last - 1):
        if line.tags[i] == "s":
            start = i
            while start > mention.first and line.tags[start - 1] in "jcnN":
                start -= 1
            start -= start > mention.first and line.tags[start - 1] == "d"
            named = start < i and line.lower[start] not in ("a", "an")
            return Span(line.starts[start], line.ends[i - 1]) if named else None
        if line.tags[i] in "oi" and line.lower[i] in ("of", "for", "at", "with", "from", "in"):
            end = i + 1
            while end < last and line.tags[end] in "djcnNso":
                end += 1
            capital = any(line.form[u][:1].isupper() for u in range(i + 1, end))
            noun = source_lists().nouns.get(line.lower[end - 1]) if line.lower[i + 1] in DEFINITE else None
            if (
                end > i + 1
                and ANY_PLACE.isdisjoint(line.lower[i:end])
                and (capital or (noun is not None and noun.kind == "body"))
            ):
                return Span(line.starts[i + 1], line.ends[end - 1])
    return None


def _post(mention: Mention, last: int) -> Span | None:
    """The noun that names an office or a job, or a title before the name."""
    line = mention.line
    lists = source_lists()
    phrase = mention.phrase
    counted = phrase.definite or phrase.affiliation or phrase.fact or line.tags[mention.first] == "c"
    if phrase.plural and phrase.kind == "role" and not counted:
        return None  # "analysts", "many doctors": nobody's post
    of_whom = line.tags.find("s", mention.first, mention.last)  # "Senator Ortiz's aides": the post is theirs
    for i in range(max(mention.first, of_whom), last):
        title = line.form[i] in lists.offices and line.tags[i] in "nN"
        if line.form[i] not in phrase.name and (title or _names_post(line.lower[i])):
            end = i + 1
            while end < last and _names_post(line.lower[end]):  # "chief engineer"
                end += 1
            return Span(line.starts[i], line.ends[end - 1])
    return None


def _names_post(word: str) -> bool:
    noun = source_lists().nouns.get(word)
    return noun is not None and noun.kind == "role" and not noun.relation


class CorroborationIndex:
    """Which report says the same as another one of somebody else? Linear: only rare words are compared."""

    def __init__(self, article: Article, attributions: tuple[Attribution, ...], who: dict[Span, int]) -> None:
        self.bags: list[set[str]] = []
        self.owner: list[int] = []
        self.source: list[Span | None] = []
        for attribution in attributions:
            text = " ".join(article.text[s:e] for s, e in attribution.content)
            bag = set(WORD.findall(text.lower())) - SMALL
            self.bags.append(bag)
            source = attribution.source[-1] if attribution.source else None
            self.source.append(source)
            self.owner.append(who.get(source, -1) if source else -1)
        reports_with: dict[str, list[int]] = defaultdict(list)
        for number, bag in enumerate(self.bags):
            for word in bag:
                reports_with[word].append(number)
        joined = (numbers for numbers in reports_with.values() if 1 < len(numbers) <= MAX_REPORTS_WITH_WORD)
        shared = Counter(pair for numbers in joined for pair in combinations(numbers, 2))
        pairs = [pair for pair, count in shared.items() if count >= MIN_SHARED_WORDS and self._is_much(count, *pair)]
        self.second: dict[Span, Span] = {}
        if pairs:
            self._pair(sorted(pairs), self._passed_on(attributions))

    def _is_much(self, shared: int, one: int, other: int) -> bool:
        return shared >= MIN_SHARE_OF_WORDS * min(len(self.bags[one]), len(self.bags[other]))

    def _passed_on(self, attributions: tuple[Attribution, ...]) -> set[tuple[int, int]]:
        """Who only passes on what whom says ("the Gazette, citing a guard who said"): that is no second source."""
        found = set()
        for number, attribution in enumerate(attributions):
            end = max(s.end for s in attribution.content)
            for other in range(number + 1, min(number + 1 + MAX_NESTED_REPORTS, len(attributions))):
                source = self.source[other]
                if source and source.start < end and any(s.start <= source.start < s.end for s in attribution.content):
                    found.add((self.owner[number], self.owner[other]))
        return found

    def _pair(self, pairs: list[tuple[int, int]], passed_on: set[tuple[int, int]]) -> None:
        for one, other in pairs:
            if self.owner[one] < 0 or self.owner[other] < 0 or self.owner[one] == self.owner[other]:
                continue
            if {(self.owner[one], self.owner[other]), (self.owner[other], self.owner[one])} & passed_on:
                continue
            first, second = self.source[one], self.source[other]
            if first and second:
                self.second.setdefault(first, second)
                self.second.setdefault(second, first)

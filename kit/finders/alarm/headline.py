"""The headline held against its report: a number or a name that the report does not have, a "not" that it does not bear
out, an opposite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

from kit.finders.alarm.clash import Clash
from kit.finders.alarm.counting import counts_of, thing_of
from kit.finders.alarm.persons import people_of
from kit.finders.alarm.statements import Index, Statement
from kit.finders.sources.source_lists import source_lists
from kit.language import Entry, load
from kit.language.agreement import agree, rounded
from kit.language.morphology import singular
from kit.language.numbers import numbers
from kit.language.quantities import Quantity
from kit.language.thesaurus import NEGATIONS, opposite
from kit.text.tokens import is_common

COUNTABLE = 4  # so many people or things a report may name without counting them
LEAD = 5  # sentences at the top of the report that say what the headline says
DENIALS = ("not", "n't", "never", "cannot")
SHORT = 20  # words of a headline that ends with a full stop
BEFORE = 5  # words before what a headline denies in which the report has a "not" of its own
PASSING = 2  # mentions: somebody who is named so often, and not at the top, is named in passing
SHARED = 2  # words of content that a sentence shares with what a headline denies
OPPOSED = 3  # and with a headline that says the opposite
STARTS = 4  # letters by which a name and a word made from it are alike: Iran, Iranian
NAME_LEAST = 4  # letters of a name
PARTS = 4  # numbers of the report that are tried as the parts of a number of the headline
TRIED = 24  # numbers of the report, from its top, that are tried
BODY = 6  # sentences that a report has at least, if a name is missed in it


def entries() -> tuple[Entry, ...]:
    """The tables of `headlines.toml`, checked."""
    return load("headlines", ("kind", "words"))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for entry in entries() if entry.data["kind"] == kind for word in entry.data["words"])


def find_headline(index: Index) -> Iterator[Clash]:
    """What the headline says and the report does not."""
    titles = [statement for statement in index.statements if statement.title]
    body = [statement for statement in index.statements if not statement.title and statement.keys]
    if len(body) < 2:
        return
    for title in titles or _alone(index, body):
        yield from _denied(index, title, body if titles else body[1:])
    for title in titles:
        yield from _numbers(index, title, body)
        yield from _alone_in_title(index, title, body)
        yield from _opposed(index, title, body)
    yield from _names(index, titles, body)


def _alone(index: Index, body: list[Statement]) -> list[Statement]:
    """A first sentence that is a short paragraph by itself, in a text whose headline can't be told from it."""
    first, article = body[0], index.article
    paragraph = article.paragraphs[0]
    alone = paragraph.start <= first.span.start and first.span.end <= paragraph.end < body[1].span.start
    return [first] if alone and first.end - first.first <= SHORT else []


def _closest(statement: Statement, body: list[Statement]) -> Statement:
    """The sentence that shares most with this one; the first of them."""
    return max(body, key=lambda other: (len(other.keys & statement.keys), -other.number))


# ---- numbers --------------------------------------------------------------------------------------------------------


def _numbers(index: Index, title: Statement, body: list[Statement]) -> Iterator[Clash]:
    """ "Eleven rescued", where the report counts nobody, or fifteen."""
    in_body = [q for statement in body for q in statement.numbers.values()]
    for quantity in title.numbers.values():
        opens = quantity.first == title.first and not quantity.in_words  # "31 Voters Tell Their Stories"
        opens = opens or (
            quantity.first > title.first and index.article.words.lower[quantity.first - 1] in ("the", "these")
        )
        listing = quantity.noun in _words("listing") or quantity.noun == "" or opens
        counted = quantity.sort in ("percent", "money") or (quantity.sort == "count" and quantity.low > COUNTABLE)
        if not counted or (listing and quantity.sort == "count") or _borne_out(index, quantity, in_body):
            continue
        same = [q for q in in_body if thing_of(q) == thing_of(quantity) and q.sort == quantity.sort and q.noun]
        if same and not agree(same[0], quantity):
            other = index.statements[same[0].sentence]
            words = (same[0].number,)
            yield Clash(
                title.span, other.span, (quantity.number,), words, "headline", "conflict", "headline-number", "headline"
            )
        else:
            other = _on_the_same(index, quantity, body) or _closest(title, body)
            yield Clash(
                title.span, other.span, (quantity.number,), (), "headline", "unsupported", "headline-number", "headline"
            )


def _alone_in_title(index: Index, title: Statement, body: list[Statement]) -> Iterator[Clash]:
    """ "Bakery to take on 60", where the report speaks of three dozen jobs: a number without a noun."""
    in_body = [q for statement in body for q in statement.numbers.values()]
    for quantity in title.numbers.values():
        alone = quantity.counted is None or not quantity.noun
        if (
            not alone
            or quantity.sort not in ("bare", "count")
            or quantity.low <= COUNTABLE
            or quantity.first == title.first
        ):
            continue
        if _borne_out(index, quantity, in_body):
            continue
        topics = _topics(index)
        wanted = topics.get(title.number, set())
        same = [
            q for q in in_body if q.sort == "count" and q.low > COUNTABLE and wanted & topics.get(q.sentence, set())
        ]
        if same and len({q.low for q in same}) == 1:
            spans = (quantity.number,), (same[0].number,)
            other = index.statements[same[0].sentence]
            yield Clash(title.span, other.span, *spans, "headline", "conflict", "headline-number", "headline")


def _topics(index: Index) -> dict[int, set[str]]:
    """What each sentence counts, by the lists of the ledger."""
    counted = counts_of(index).book.counted
    return {number: {term for _, term in places} for number, places in counted.items()}


def _on_the_same(index: Index, quantity: Quantity, body: list[Statement]) -> Statement | None:
    """The first sentence that speaks of what this number counts: "eleven rescued", "brought them ashore"."""
    topics = _topics(index)
    wanted = topics.get(quantity.sentence, set())
    return next((statement for statement in body if wanted & topics.get(statement.number, set())), None)


def _borne_out(index: Index, quantity: Quantity, body: list[Quantity]) -> bool:
    """Does the report have this number, in whatever unit, or numbers that it is made of?"""
    if any(agree(q, quantity) and q.sort == quantity.sort for q in body):
        return True
    title_end = index.statements[quantity.sentence].end
    values = [value for n in numbers(index.article) if n.first >= title_end for value in (n.low, n.high)]
    if any(rounded(value, quantity.low) for value in values):
        return True
    sorts = {quantity.sort, "bare"} | ({"count"} if quantity.sort == "percent" else set())
    tried = [q.low for q in body if q.sort in sorts][:TRIED]
    if any(
        rounded(abs(a - b), quantity.low) or (b and rounded(100 * a / b, quantity.low)) for a in tried for b in tried
    ):
        return True
    return any(sum(some) == quantity.low for size in range(2, PARTS + 1) for some in combinations(tried[:12], size))


# ---- what is denied, and what is turned round -----------------------------------------------------------------------


def _denied(index: Index, title: Statement, body: list[Statement]) -> Iterator[Clash]:
    """ "Mayor will not close lock", where the report says that she will, and nowhere that she won't."""
    low = index.article.words.lower
    row = next((r for r in range(title.first, title.end) if low[r] in DENIALS), -1)
    if row < 0:
        return
    scope = _scope(index, row, title.end)
    if len(scope) < SHARED:
        return
    near = [s for s in body if len(s.keys & scope) >= SHARED]
    if not near or any(_doubts(index, statement, scope) for statement in near):
        return
    other = max(near, key=lambda s: (len(s.keys & title.keys), -s.number))
    if len(other.keys & title.keys) > SHARED or other.number - body[0].number < LEAD:
        yield Clash(
            title.span, other.span, (index.words(row, row + 1),), (), "headline", "conflict", "headline-not", "headline"
        )  # fmt: skip


def _scope(index: Index, row: int, end: int) -> frozenset[str]:
    """The words of content that a "not" reaches: up to a colon or the like."""
    found: set[str] = set()
    for at in range(row + 1, end):
        if index.article.words.lower[at] in (":", ";", "—", "–") and found:
            break
        found.add(index.keys[at])
    return frozenset(found - {""})


def _doubts(index: Index, statement: Statement, scope: frozenset[str]) -> bool:
    """Does the sentence say no to one of these words: "she refused to close it"?"""
    low, keys = index.article.words.lower, index.keys
    for row in range(statement.first, statement.end):
        if keys[row] in scope and not _words("doubt").isdisjoint(low[max(statement.first, row - BEFORE) : row + 1]):
            return True
    return False


def _opposed(index: Index, title: Statement, body: list[Statement]) -> Iterator[Clash]:
    """ "Council approves lock", where the report says that it rejected it."""
    words = index.article.words
    rows = [r for r in range(title.first, title.end) if index.keys[r]]
    if not NEGATIONS.isdisjoint(words.lower[title.first : title.end]):
        return
    for statement in body[:LEAD]:
        shared = statement.keys & title.keys
        if len(shared) < OPPOSED or not NEGATIONS.isdisjoint(words.lower[statement.first : statement.end]):
            continue
        for row in rows:
            if index.keys[row] in shared:
                continue
            for at in range(statement.first, statement.end):
                key = index.keys[at]
                turned = key and key not in title.keys and opposite(words.lower[row], words.lower[at])
                if turned and _neighbours(index, row, title) & _neighbours(index, at, statement):
                    spans = (index.words(row, row + 1),), (index.words(at, at + 1),)
                    if not any(index.keys[row] in other.keys for other in body[:LEAD]):
                        yield Clash(
                            title.span, statement.span, *spans, "headline", "tension", "headline-opposite", "headline"
                        )
                        return


def _neighbours(index: Index, row: int, statement: Statement) -> set[str]:
    """The words of content next to this one."""
    before = [index.keys[r] for r in range(statement.first, row) if index.keys[r]]
    behind = [index.keys[r] for r in range(row + 1, statement.end) if index.keys[r]]
    return {*before[-1:], *behind[:1]}


# ---- names ----------------------------------------------------------------------------------------------------------


def _names(index: Index, titles: list[Statement], body: list[Statement]) -> Iterator[Clash]:
    """A name that the report does not have, or only in passing, where it has others at the top."""
    if len(body) < BODY:
        return
    words = index.article.words
    every, first, end = words.lower, titles[0].first if titles else 0, titles[-1].end if titles else 0
    told = Counter(every[:first] + every[end:])  # a dateline or a caption is no sentence, and tells as well
    told.update([part for word in told if "-" in word for part in word.split("-")])
    top = {word for statement in body[:LEAD] for word in words.lower[statement.first : statement.end]}
    starts = {word[:STARTS] for word in told}
    initials = _initials(index, body)
    surnames = {name for name, person in people_of(index).items() if person.full}
    for title in titles:
        for row in range(title.first, title.end):
            low = words.lower[row]
            if not _is_name(index, row, surnames):
                continue
            absent = (
                low not in told and low[:STARTS] not in starts and singular(low) not in told and low not in initials
            )
            passing = low in surnames and low not in top and told[low] <= PASSING
            if (absent and _acts(index, row, title.end)) or passing:
                spans = (index.words(row, row + 1),)
                other = _closest(replace(title, keys=title.keys - {index.keys[row]}), body)
                rule = "headline-name" if absent else "headline-passing"
                yield Clash(title.span, other.span, spans, (), "headline", "unsupported", rule, "headline")
                return


def _is_name(index: Index, row: int, surnames: set[str]) -> bool:
    """The last name of somebody in the report, or a word in capitals that no dictionary has."""
    words, lists = index.article.words, source_lists()
    form, low = words.form[row], words.lower[row]
    if (
        not form.isalpha()
        or not form[0].isupper()
        or form.isupper()
        or len(form) < NAME_LEAST
        or low in _words("label")
    ):
        return False
    if low in surnames:
        return True
    if low.endswith("s") or (row and words.lower[row - 1] in ("in", "from", "at", "to", "of", "near")):
        return False  # a plural, or a place
    if form in lists.bodies or form in lists.nationalities or low in lists.nouns or form[1:] != form[1:].lower():
        return False
    return not is_common(low) and not is_common(singular(low))


def _acts(index: Index, row: int, end: int) -> bool:
    """Does a verb, a colon or an 's come behind this word, or the end: is it somebody who does something or has it?"""
    words = index.article.words
    if row + 1 >= end:
        return True
    return (
        words.lower[row + 1] in (":", "'s", "'", ",", ".")
        or words.tag[row + 1].startswith(("VB", "MD"))
        or (words.lower[row + 1].endswith("s") and is_common(words.lower[row + 1]))
    )


def _initials(index: Index, body: list[Statement]) -> frozenset[str]:
    """What the names of the report are short for: "National Health Service", NHS."""
    found = set()
    for span in (statement.span for statement in body):
        letters = [word[0].lower() for word in index.article[span].split() if word[:1].isupper()]
        found |= {"".join(letters[i : i + n]) for n in (3, 4, 5) for i in range(len(letters) - n + 1)}
    return frozenset(found)

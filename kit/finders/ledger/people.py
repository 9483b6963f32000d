"""Rows of people: one person under all names, with every title, age, part and relation that the text gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from kit.finders.ledger.ages import ages
from kit.finders.ledger.candidates import CandidateRow, candidate_rows
from kit.finders.ledger.statements import each_once, statement_at
from kit.finders.sources.person_words import persons
from kit.finders.sources.source_lists import source_lists
from kit.finding import Source, Statement
from kit.language.grammar import PRONOUNS
from kit.language.names import full_names, is_short, keys_of, slip
from kit.reading import ArticleIndex
from kit.text import Span

INSIDE = frozenset("de van von der den la le di da al bin of".split())  # small words inside of names
OPENS = re.compile(r"(?:an?|the|his|her|their|one|former|then|now|formerly)$")
RELATIVES = ("who", "whose", "whom")
BE = frozenset("is was became becomes remains remained serves served".split())
FARTHEST = 14  # words of a description
DEFINITE = frozenset("the its his her their this that".split())
NO_NAME = frozenset("the a an in on at it this that he she they we but and if when after before".split())


def person_rows(index: ArticleIndex) -> list[CandidateRow]:
    """A row for every person of whom the text says two things that can be compared."""
    people: dict[int, list[Source]] = defaultdict(list)
    for mention in index.mentions:
        if mention.entity >= 0 and index.sentence_at(mention.span.start) >= 0:
            people[mention.entity].append(mention)
    people = {who: found for who, found in people.items() if any(m.level == "named_person" for m in found)}
    aged = ages(index, {id(m) for found in people.values() for m in found})
    names = {who: names_of(index, found) for who, found in people.items()} | short_names_in_quotations(index)
    made: list[CandidateRow] = []
    posts: dict[str, dict[str, Statement]] = defaultdict(dict)
    for group in together(names):
        statements: list[Statement] = []
        for who in group:
            statements += described(index, people.get(who, []))
            statements += aged.get(who, [])
        forms = {form: span for who in group for form, span in names[who].items()}
        statements += [statement_at(index, forms[form], form) for form in differing(list(forms))]
        subject = " / ".join(differing(list(forms))[:2]) or max(forms, key=len, default="")
        heard = any(mention.is_source for who in group for mention in people.get(who, ()))
        if " " in subject or (subject and heard):
            made += candidate_rows(index, subject, "person", each_once(sorted(statements, key=lambda each: each.span)))
            for statement in statements:
                if not statement.value.startswith(("who", "whose")):
                    for post in posts_in(index, statement.span):
                        posts[post].setdefault(subject, statement)
    for post, holders in posts.items():
        if len(holders) > 1:
            made += candidate_rows(index, f"who is {post}", "person", holders.values())
    return made


def posts_in(index: ArticleIndex, span: Span) -> set[str]:
    """The offices in some words that one person holds at a time."""
    nouns = source_lists().nouns
    found = (nouns.get(word.strip(",.’'").lower()) for word in index.article[span].split())
    return {noun.word for noun in found if noun and noun.unique}


def names_of(index: ArticleIndex, mentions: list[Source]) -> dict[str, Span]:
    """The ways in which a person is named, without titles, each where it comes first."""
    found: dict[str, Span] = {}
    for mention in mentions:
        rows = rows_of_name(index, mention.span)
        if rows and is_name(index, *rows):
            found.setdefault(" ".join(index.words.form[row] for row in range(*rows)), index.span(*rows))
    full = max(found, key=len, default="")
    return {form: span for form, span in found.items() if akin(form, full)}


def akin(one: str, other: str) -> bool:
    """Have two names a part in common, or nearly so? What was traced back to somebody by a guess may have none."""
    return any(keys_of(a) & keys_of(b) for a in one.lower().split() for b in other.lower().split())


def is_name(index: ArticleIndex, first: int, end: int) -> bool:
    """Is this somebody's name, and not only a country's or a party's?"""
    lists = source_lists()
    no_names = lists.nationalities | lists.bodies
    form = index.words.form
    return any(
        form[row] not in no_names and not form[row].isupper() and form[row].isalpha() for row in range(first, end)
    )


def short_names_in_quotations(index: ArticleIndex) -> dict[int, dict[str, Span]]:
    """First names such as "Bill" in somebody's words, each as a person of its own, with a number below zero."""
    found: dict[int, dict[str, Span]] = {}
    words = index.words
    for quotation in index.article.quotations:
        for row in range(*(bisect_left(words.start, place) for place in quotation.inner)):
            if words.form[row][:1].isupper() and words.tag[row].startswith("NNP") and is_short(words.lower[row]):
                found.setdefault(-row - 2, {})[words.form[row]] = index.span(row, row + 1)
    return found


def rows_of_name(index: ArticleIndex, span: Span) -> tuple[int, int] | None:
    """The rows of the name in a mention, titles left out; None if it has none."""
    words = index.words
    first, end = bisect_left(words.start, span.start), bisect_left(words.start, span.end)
    titles = source_lists().titles
    row = first
    while row < end and not (words.form[row][:1].isupper() and words.lower[row] not in NO_NAME | PRONOUNS.keys()):
        row += 1
    while row < end and (words.form[row] in titles or words.form[row].rstrip(".") in titles):
        row += 1
    start = row
    while row < end and (words.form[row][:1].isupper() or (words.lower[row] in INSIDE and row > start)):
        row += 1
    while row > start and words.lower[row - 1] in INSIDE:
        row -= 1
    return (start, row) if row > start and words.form[start][:1].isupper() else None


def together(names: dict[int, dict[str, Span]]) -> Iterator[list[int]]:
    """People whose names may be one name: the same surname, one that differs by a letter, or a short form."""
    index: dict[str, list[int]] = defaultdict(list)
    for who, forms in names.items():
        keys: set[str] = set()
        for form in forms:
            parts = form.lower().split()
            keys |= keys_of(parts[-1])
            if len(parts) == 1:
                keys |= {f"first:{each}" for each in full_names(parts[0])}
            else:
                keys |= {f"first:{each}" for each in full_names(parts[0]) if each != parts[0]} | {f"first:{parts[0]}"}
        for key in sorted(keys):  # in one order, whatever the process
            index[key].append(who)
    group = {who: [who] for who in names}
    for key, members in index.items():
        for other in members[1:]:
            one, two = group[members[0]], group[other]
            if one is not two and len(one) + len(two) <= 3 and may_be_one(names, one + two, key):
                one += two
                for who in two:
                    group[who] = one
    seen: set[int] = set()
    for members in group.values():
        if id(members) not in seen:
            seen.add(id(members))
            yield members


def may_be_one(names: dict[int, dict[str, Span]], group: list[int], key: str) -> bool:
    """By first name alone only if one of them has no surname; by a surname that differs by a letter only if a first
    name stands with one of them."""
    parts = [form.lower().split() for who in group for form in names[who]]
    if key.startswith("first:"):
        return any(len(each) == 1 for each in parts)
    last = {each[-1] for each in parts}
    if any(sum(name in (form.lower().split()[-1] for form in names[who]) for who in group) > 1 for name in last):
        return True  # one surname
    return any(len(each) > 1 for each in parts) and any(slip(a, b) for a in last for b in last if a < b)


def differing(forms: list[str]) -> list[str]:
    """The names that say different things, and not only more or less of one name; none if all agree."""
    kept: list[str] = []
    for form in sorted(forms, key=len, reverse=True):
        if not any(set(form.lower().split()) <= set(other.lower().split()) for other in kept):
            kept.append(form)
    return kept if len(kept) > 1 else []


def described(index: ArticleIndex, mentions: list[Source]) -> Iterator[Statement]:
    """What is said of a person where he or she is mentioned."""
    words = index.words
    for mention in mentions:
        first = bisect_left(words.start, mention.span.start)
        end = bisect_left(words.start, mention.span.end)
        if end - first == 1 and words.lower[first] in PRONOUNS:
            continue
        rows = rows_of_name(index, mention.span)
        if rows is None:
            one = end > first and words.tag[end - 1] != "NNS"
            if one and end - first <= FARTHEST and words.lower[first] in DEFINITE:  # "the churchwarden"
                yield statement_at(index, mention.span)
            continue
        before, behind = start_of(index, rows[0]), end_of(index, rows[1])
        told = index.span(rows[1], behind) if behind > rows[1] else index.span(before, rows[0])
        if behind > rows[1] or before < rows[0]:
            yield statement_at(index, index.span(before, behind), index.article[told].strip(" ,"))


def start_of(index: ArticleIndex, row: int) -> int:
    """Where the words begin that stand before a name and tell of it: "the managing director, Berit Holm"."""
    words = index.words
    first = index.rows[index.sentence_of_row(row)][0]
    at = row
    if at - 1 > first and words.lower[at - 1] == "," and words.lower[at - 2] in persons():
        low = at - 2
        while low > first and words.tag[low - 1][:2] in ("NN", "JJ", "PO", "IN") and words.lower[low - 1] != ",":
            low -= 1
        return low - 1 if low > first and words.lower[low - 1] in DEFINITE else row
    if words.lower[at - 1] not in persons():
        return row
    while at > first and words.tag[at - 1][:2] in ("NN", "JJ") and words.form[at - 1][0].isalpha():
        at -= 1
    if at < row and at > first and words.lower[at - 1] in DEFINITE | {"a", "an"}:
        at -= 1
    return at


def end_of(index: ArticleIndex, row: int) -> int:
    """Where the words end that stand behind a name and tell of it; the row itself if there are none."""
    words = index.words
    _, last = index.rows[index.sentence_of_row(row - 1)]
    if row + 1 < last and words.lower[row] in (",", "("):
        at = row + 1
        number = words.tag[at] == "CD" and at + 1 < last and words.lower[at + 1] in (",", ")", ".")
        stop = at
        while stop < last and stop - row < FARTHEST and words.lower[stop] not in (",", ")", ".", ";", ":", "”", "“"):
            stop += 1
        part = any(word in persons() for word in words.lower[at:stop])
        opens = OPENS.match(words.lower[at]) or words.tag[at] == "NN"
        if number or words.lower[at] in RELATIVES or (part and opens):
            return stop
    if row + 1 < last and words.lower[row] in BE and OPENS.match(words.lower[row + 1]):
        at = row + 1
        while at < last and at - row < FARTHEST and words.lower[at] not in (",", ".", ";", ":", "”", "“", "and", "but"):
            at += 1
        return at
    return row

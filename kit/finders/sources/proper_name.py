"""Proper names: who is a person, who a body, from the whole article, then from the words' shape, then from lists."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain

from kit.finders.attribution.lines import Line
from kit.finders.sources.affiliation import DEFINITE, is_nationality
from kit.finders.sources.phrase import NounPhrase
from kit.finders.sources.source_lists import Noun, source_lists
from kit.language.grammar import ARTICLES
from kit.text.tagger import is_common

PREFIXES = ("Mc", "Mac", "De", "Du", "La", "Le", "Di", "Da", "Van", "Von", "Fitz", "O'")  # of surnames
PARTICLES = frozenset("al ap bin bint da de del della der di dos du el ibn la le ten ter van von y".split())
MAX_LETTERS_OF_ACRONYM = 4  # what is longer is a word in capitals, or stands in names.toml
OFFICE_OF = ("of", "for", "in", "at", "to")  # what joins an office and its place
AT_A_PLACE = ("in", "near", "outside", "across", "throughout")
OFFICE_NAME = re.compile(r"d?[jcn]*(n)o[djn]*n(N{2,4})$")  # former minister of state Lena Ortiz
NOUNS = re.compile("[nN]+")
APPOSED = re.compile(r",d[jcng]*n(?=[,.;:wio]|$)")  # ", the only firm that"
MIN_SHARE_AS_BODY = 0.25  # a name is a body's if so many of its places show it: "Cleveland", but not "Ortiz"
NUMBERED = re.compile(r"\d+[^\W\d_]{4,}")  # 1010data, but not 5km
DIGIT = re.compile(r"\d")
QUANTITIES = frozenset("many some most several few other all these those thousands hundreds dozens millions".split())


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names of one word that the whole article tells apart, in small letters: last names, and those of bodies."""

    surnames: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()


def known_names(paragraphs: list[list[Line]]) -> KnownNames:
    """The last names of those whom an article names in full somewhere: behind a first name of the lists or a title, or
    behind another name, if the last one stands alone elsewhere ("Gayle King", then "King"). And the bodies that it
    shows to be such: "workers at Glide", "Glide, which", "Glide, a firm"."""
    lists = source_lists()
    found: set[str] = set()
    maybe: set[str] = set()
    alone: set[str] = set()
    times: Counter[str] = Counter()  # how often a name stands alone, and how often as a body's
    as_body: Counter[str] = Counter()
    for line in chain.from_iterable(paragraphs):
        form, low = line.form, line.lower
        for run in NOUNS.finditer(line.tags) if not line.title else ():
            first, end = run.span()
            while first < end and not form[first][0].isupper():
                first += 1
            if first == end:
                continue
            last = first
            while last + 1 < end and form[last + 1][0].isupper():
                last += 1
            if last == first:
                word = low[first]
                times[word] += 1
                if _shown_as_body(line, first):
                    as_body[word] += 1
                if not (first and low[first - 1] in ARTICLES):
                    alone.add(word)
            elif any(word in lists.first_names or word in lists.titles for word in form[first:last]):
                found.add(low[last])
            elif not is_common(low[first]) and form[first] not in lists.bodies and not is_nationality(form[first]):
                maybe.add(low[last])
    surnames = frozenset(word for word in found | (maybe & alone) if not _is_body(word) or word.endswith("s"))
    bodies = {word for word, count in as_body.items() if count >= MIN_SHARE_AS_BODY * times[word]}
    return KnownNames(surnames, frozenset(bodies - surnames))


def _shown_as_body(line: Line, i: int) -> bool:
    """Do the words around the name at unit `i` belong to a body? "at Glide", "Glide, which", "Glide, the only firm" """
    if i and line.lower[i - 1] in ("at", "in"):
        return True
    if line.tags[i + 1 : i + 2] != ",":
        return False
    behind = APPOSED.match(line.tags, i + 1)
    return line.lower[i + 2 : i + 3] == ["which"] or bool(behind and _is_body(line.lower[behind.end() - 1]))


def looks_like_name(line: Line, head: int, noun: Noun | None, first: str, known: KnownNames) -> bool:
    """Does the word at `head` look like a name? Not "One", "Hikers" or "Officials" at the start, nor "an MP", "the
    President", "many Tunisians"; but "King" does where the article speaks of Gayle King."""
    form, word = line.form[head], line.lower[head]
    if form[0].isdigit() and NUMBERED.fullmatch(form):
        return True
    if not form[:1].isupper() or line.tags[head] == "c":
        return False
    if word in known.surnames and first not in DEFINITE:
        return True
    if head == 0 and (noun is not None or (form.endswith("s") and is_common(word))):
        return False
    if first in QUANTITIES and form.endswith("s") and head > 0:
        return False
    office = noun is not None and noun.kind == "role" and word not in source_lists().also["newspaper"]  # The Courier
    return not (office and (form.isupper() or first in DEFINITE or first in ("a", "an")))


def office_holder(line: Line, lo: int, hi: int) -> NounPhrase | None:
    """ "Navy Chief of Operations Adm Ria Holt", "Minister in the Ministry of Finance Brian Lund": an office in capitals
    of several words, and then the name, known by its title or its first name. Also "minister of state Lena Ortiz"."""
    small = OFFICE_NAME.match(line.tags, lo, hi)
    if small and _office(line, small.start(1)) and line.form[small.start(2)] in source_lists().first_names:
        return read_name(line, small.start(2), small.end(2) - 1, None, KnownNames())
    first = lo
    while first < hi and line.form[first][:1].isupper():
        first += 1
    if (
        first == lo
        or first + 2 >= hi
        or line.lower[first] not in OFFICE_OF
        or not any(_office(line, i) for i in range(lo, first))
    ):
        return None
    lists = source_lists()
    for i in range(first + 1, hi - 1):
        starts = line.form[i] in lists.titles or line.form[i] in lists.first_names
        if starts and line.tags[i - 1] not in "iot,d" and line.form[i + 1][:1].isupper():
            end = i + 1
            while end < hi and line.form[end][:1].isupper() and line.tags[end] in "nN":
                end += 1
            phrase = read_name(line, i, end - 1, lists.nouns.get(line.lower[end - 1]), KnownNames())
            return phrase if phrase.kind == "person" else None
    return None


def read_name(line: Line, lo: int, head: int, noun: Noun | None, known: KnownNames) -> NounPhrase:
    """A proper name: of a person, or of a body or work."""
    lists = source_lists()
    form, tags = line.form, line.tags
    start = head
    while start > lo and (in_name(line, start - 1) and tags[start - 1] not in "sd,"):
        start -= 1
    if start == 0 and line.lower[0] in lists.nouns and head > 0 and lists.nouns[line.lower[0]].kind != "body":
        start = 1
    start, titles, who = _titles(line, start, head)
    name = tuple(form[start : head + 1])
    before = line.lower[start - 1] if start else ""
    if start > lo and tags[start - 1] in "nNj" and before in lists.nouns and not _is_body(before):
        titles.append(before)  # but “the news agency” is none
    last = line.lower[head]
    single, somebody = len(name) == 1, bool(titles) or last in known.surnames
    nameless = not titles and name[0] not in lists.first_names
    if single and name[0] in lists.nationalities and name[0] not in lists.bodies and not somebody:
        return NounPhrase("people", head=last)
    if single and nameless and not somebody and before in AT_A_PLACE:  # "near Orlivka"
        return NounPhrase("body", name=name, noun=noun, head=last, definite=True)
    body = line.lower[lo] in ARTICLES and not titles and not tags[lo + 1 : start].strip("cj")  # the Lund
    if nameless and not body:
        body = form[head] in lists.bodies or (last in known.bodies if single else name[0] in lists.bodies)
        of_owners = start > lo and tags[start - 1] == "s"  # the Pupils' Front
        body = body or (single and of_owners and noun is None and is_common(last))
        body = body or (not somebody and (_like_a_body(name, noun) or (start > lo and _is_body(before))))
    if body:
        name += _rest_of_name(line, head + 1)
        sort = "document" if noun and noun.kind == "document" else "body"
        return NounPhrase(sort, name=name, noun=noun, head=last, definite=True)
    if not who and name[0] in lists.women:
        who = "woman"
    elif not who and name[0] in lists.men:
        who = "man"
    affiliation = (lo, start - 1) if start - 1 > lo and titles and tags[start - 1] == "n" else None
    return NounPhrase("person", name=name, head=last, who=who, titles=tuple(titles), affiliation=affiliation)


def in_name(line: Line, i: int) -> bool:
    """A capital letter, or "van" in "Pieter van Aswegen"."""
    if line.form[i] in PARTICLES:
        return i > 0 and line.form[i - 1][:1].isupper() and "".join(line.form[i + 1 : i + 2])[:1].isupper()
    return line.form[i][:1].isupper()


def _like_a_body(name: tuple[str, ...], noun: Noun | None) -> bool:
    """An acronym, a name with the noun of a body in it or behind a nationality, or made of words: "Western Journal"."""
    if name[0] in source_lists().nationalities or DIGIT.search(name[0]):
        return True
    if any(len(word) == 2 and word[1] == "." for word in name):  # R. Sumathi
        return False
    if len(name) == 1:
        acronym = name[0].isupper() and 1 < len(name[0]) <= MAX_LETTERS_OF_ACRONYM
        return acronym or _camel(name[0]) or (noun is not None and noun.kind in ("body", "document"))
    if noun is not None and noun.kind in ("body", "document"):
        return True
    return (len(name) > 2 and any(map(_is_body, name))) or all(is_common(word.lower()) for word in name)


def _titles(line: Line, start: int, head: int) -> tuple[int, list[str], str]:
    """Where a name begins behind what stands before it in capitals (offices, titles, parties), the titles, and whether
    they are a man's or a woman's: "Senate Minority Whip Dick Durbin", "Republican Sen. Ana Reyes"."""
    if start == head:
        return start, [], ""
    lists, form = source_lists(), line.form
    office = next((i for i in range(head - 1, start, -1) if _office(line, i) or form[i] in lists.titles), start)
    while office > start and (_office(line, office - 1) or form[office - 1] in lists.titles):
        office -= 1
    party = next((i for i in range(head - 1, start, -1) if form[i] in lists.nationalities), start)
    if any(form[i] in lists.first_names for i in range(party + 1, head)):
        start = party + (party > start)
    start = max(start, office)
    given = next((i for i in range(head - 1, start + 1, -1) if form[i] in lists.first_names), 0)
    if given and form[given - 1] not in lists.first_names and not _is_body(line.lower[head]):
        start = given  # "Senate Minority Whip Dick Durbin"
    titles, who = [], ""
    while start < head and (form[start] in lists.titles or _office(line, start)):
        who = "woman" if form[start] in lists.madam else "man" if form[start] in lists.mister else who
        held = lists.nouns.get(line.lower[start])
        titles.append(held.word if held else line.lower[start].rstrip("."))
        start += 1
    return start, titles, who


def _rest_of_name(line: Line, i: int) -> tuple[str, ...]:
    """The rest of "the National Association of Springs", from unit `i`."""
    if line.tags[i : i + 1] != "o" or line.tags[i + 1 : i + 2] != "N":
        return ()
    end = i + 1
    while line.tags[end : end + 1] == "N":
        end += 1
    return tuple(line.form[i:end])


def _office(line: Line, i: int) -> bool:
    """ "Mayor Ortiz", "Speaker Hale" """
    noun = source_lists().nouns.get(line.lower[i])
    return noun is not None and noun.kind == "role"


def _camel(word: str) -> bool:
    """ "PolitiFact", but not "McDonald" """
    inner = word[1:]
    return inner != inner.lower() and not inner.isupper() and not word.startswith(PREFIXES)


def _is_body(word: str) -> bool:
    noun = source_lists().nouns.get(word.lower())
    return noun is not None and noun.kind == "body"

"""What a noun phrase tells of whom it stands for: a name, an office, an affiliation, a fact that could be checked."""

from __future__ import annotations

import re

from kit.finders.attribution.lines import Line
from kit.finders.sources.affiliation import ANY_PLACE, DEFINITE, complement_of, is_nationality, modifier_of, owner_of
from kit.finders.sources.phrase import NounPhrase
from kit.finders.sources.proper_name import KnownNames, in_name, looks_like_name, office_holder, read_name
from kit.finders.sources.source_lists import source_lists
from kit.language.grammar import FIRST_AND_SECOND_PERSON, POSSESSIVES, PRONOUNS

ONE_OF_THEM = {"a", "an", "one", "another", "some", "many"}
THE_OR_ONE_OF_THEM = ONE_OF_THEM | {"the"}
PRONOUN_TAGS = "pwd"
BOTH = {"both", "neither", "none"}  # of those of whom we read
NO_ONE = {"nobody", "none", "nothing", "no-one"}
PASSED_ON = frozenset("cited obtained quoted read reviewed seen".split())  # a letter seen by a paper is not its own
COUNT = re.compile(r"\d")
CORE = re.compile(r"(?:r*d)*(?:[jcnNsrq]|T(?=[nN])|(?<![nN])[eg](?=[nNjeg])|(?<=s)d)*")
# "who was briefed on the details", "present at the meeting": something a reader could check.
FACT = re.compile(
    r"\b(?:attended|briefed|seen|saw|watched|present|witnessed|worked|works|served|adopted|interviewed|involved|signed|"
    r"drove|runs|ran|owns|owned|built)\b"
)
WOMEN = {
    "actress", "aunt", "bride", "daughter", "ex-wife", "girl", "girlfriend", "granddaughter", "grandmother", "mother",
    "niece", "nun", "queen", "seamstress", "sister", "stepmother", "stewardess", "waitress", "widow", "wife", "woman",
}  # fmt: skip
MEN = {
    "boy", "boyfriend", "brother", "ex-husband", "father", "grandfather", "grandson", "groom", "guy", "husband", "king",
    "man", "monk", "nephew", "priest", "son", "stepfather", "uncle", "waiter",
}  # fmt: skip
DOERS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "eer", "eers", "man", "men", "woman", "women")
SHARES = {"percent", "majority", "half", "third", "quarter"}  # people counted in a poll
LOOSE = {"media", "press", "enforcement", "government", "industry", "city", "country", "nation"}
AMOUNTS = {"few", "half", "handful", "lot", "majority", "many", "most", "number", "pair", "several", "some"}
SUCH_AS = {"as": "such as", "including": "including", "them": "among them"}  # by the last word
BEFORE_A_NAME = re.compile("[,(]")
NO_NAMES = KnownNames()
MIN_UNITS_OF_OFFICE = 3  # an office with its place and a name has more units
JOINING = ("for", "against", "without")  # words in the name of a body of people
OF_A_PLACE = ("in", "at", "on", "of", "with", "for")
CERTAIN = DEFINITE | POSSESSIVES | {"a", "an", "one"}
NO_PLURAL = ("ese", "ish", "ch", "ss")  # "the French" are many, "the Republican" is one


def read_phrase(line: Line, lo: int, hi: int, reach: int, known: KnownNames = NO_NAMES) -> NounPhrase:
    """The phrase of units `lo` to `hi` (exclusive): the most identifiable of its members.

    Words up to `reach` tell more of it: "officials at Twitter", "a person who attended". `known` are the names
    of the article (`known_names`).
    """
    pronoun = _read_pronoun(line, lo) if hi - lo == 1 and line.tags[lo] in PRONOUN_TAGS else None
    if pronoun:
        return pronoun
    while lo < hi - 1 and (line.tags[lo] in "(-," or line.tags[lo : lo + 2] == "cd"):  # "22:50 The fire service"
        lo += 1
    holder = office_holder(line, lo, hi) if hi - lo > MIN_UNITS_OF_OFFICE else None
    if holder:
        return holder
    best = None
    start = lo
    while start < hi:
        end = _member_end(line, start, hi)
        member = _read_member(line, start, end, max(hi, reach), known)
        if best is None or RANK.get(member.kind, 0) > RANK.get(best.kind, 0):
            best = member
        if best is member and member.kind in ("person", "body"):
            member.posts = _posts_behind(line, end, hi)
            if member.posts and member.name and not member.noun:  # "Soe Min, a reporter"
                member.kind = "person"
        if end >= hi or line.tags[end] != "a":
            break
        start = end + 1
    best = best or NounPhrase("other")
    if best.kind in ("role", "people", "body", "other", "document", "pronoun") and not best.name:
        named = _named_later(line, lo, hi, known)
        if named and best.kind == "body":  # "the maker, Cavell Medical", but not "the school, Lena Ortiz"
            named.kind = "body"
            return best if named.titles or named.name[0] in source_lists().first_names else named
        if named:
            named.titles += (best.head,) if best.head else ()
            named.affiliation = named.affiliation or best.affiliation
            return named
    one = line.lower[lo] in ("a", "an")
    if best.kind == "other":  # "a gaffe by Ortiz", "the ire of voters who feel cheated"
        best.affiliation = (None if one else best.affiliation) or _author(line, lo, max(hi, reach))
    if best.kind == "other" and best.affiliation:  # "Ortiz's policy", "the rise of Ortiz" stand for Ortiz
        start, end = best.affiliation
        owner = _read_member(line, start, _member_end(line, start, end), end, known)
        if owner.kind in ("person", "body", "pronoun", "role", "people"):
            return owner
    return best


def _author(line: Line, lo: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase behind "by" or "from", or before "who": whoever is behind a thing."""
    for i in range(lo + 1, stop):
        if line.lower[i] in PASSED_ON:
            return None
        if line.lower[i] in ("by", "from"):
            return complement_of(line, i, stop, True)
        if line.lower[i] == "who":
            end = i - (line.tags[i - 1] == ",")
            start = end
            while start > lo and line.tags[start - 1] in "djcnNs":
                start -= 1
            return (start, end) if start < end else None
    return None


def _posts_behind(line: Line, comma: int, hi: int) -> tuple[str, ...]:
    """ "Lena Ortiz, an engineer": the post behind the comma."""
    if comma + 1 >= hi or line.tags[comma] != ",":
        return ()
    noun = source_lists().nouns.get(line.lower[_member_end(line, comma + 1, hi) - 1])
    return (noun.word,) if noun and noun.kind == "role" and not noun.plural else ()


RANK = {"person": 5, "body": 4, "document": 3, "role": 2, "people": 1, "pronoun": 3}


def _member_end(line: Line, start: int, hi: int) -> int:
    """The end of the first member of a coordination, without what follows its head noun."""
    core = CORE.match(line.tags, start, hi)
    end = core.end() if core else start
    while start < end < hi - 1 and line.tags[end] == "a" and line.tags[end - 1] in "jc":  # past and current employees
        core = CORE.match(line.tags, end + 1, hi)
        end = core.end() if core else end + 1
    return end if end > start else min(start + 1, hi)


def _read_pronoun(line: Line, i: int) -> NounPhrase | None:
    """ "she", "we"; but WHO is a body"""
    word = line.lower[i]
    narrator = word in FIRST_AND_SECOND_PERSON
    if not (narrator or word in PRONOUNS) or line.form[i] in source_lists().bodies:
        return None
    return NounPhrase("narrator" if narrator else "pronoun", head=word, who=PRONOUNS.get(word, ""))


def _read_member(line: Line, lo: int, hi: int, stop: int, known: KnownNames) -> NounPhrase:
    """Units `lo` to `hi` are the words up to the head noun; up to `stop` follow prepositions, clauses, appositions."""
    low, tags, lists = line.lower, line.tags, source_lists()
    first = "" if line.form[lo] in lists.bodies else low[lo]  # WHO is a body
    if hi - lo == 1:
        pronoun = _read_pronoun(line, lo) if tags[lo] in PRONOUN_TAGS else None
        if pronoun:
            return pronoun
        if first in BOTH:
            return NounPhrase("pronoun", head=first, who="they")
        if tags[lo] == "p":  # somebody, everyone, others
            return NounPhrase("other" if first in NO_ONE else "people", head=first, plural=first != "somebody")
    head = hi - 1
    while head > lo and tags[head] not in "nNcq" and not _who_does(low[head]):
        head -= 1
    if tags[head] not in "nNcq" and not _who_does(low[head]):  # the tagger takes "a cleaner" for a comparative
        head = hi - 1
    word = low[head]
    noun = lists.nouns.get(word)
    if noun is None and "-" in word:
        noun = lists.nouns.get(word.rpartition("-")[2])
    if first in NO_ONE or first == "no":
        return NounPhrase("other", head=word)
    form = line.form[head]
    if _joined_for(line, head):
        return NounPhrase("body", name=tuple(line.form[head : head + 3]), head=word, definite=True)
    the_french = first == "the" and head == lo + 1 and form in lists.nationalities and form.endswith(NO_PLURAL)
    if _peoples(form) or the_french:
        return NounPhrase("people", head=word, plural=True, affiliation=complement_of(line, head + 1, stop))
    if head > lo and first in THE_OR_ONE_OF_THEM and is_nationality(form):  # "a Virginia Republican"
        of = modifier_of(line, lo, head)
        the = first == "the"
        return NounPhrase("people", head=word, first=first, definite=the, affiliation=of, placed=the, renames=the)
    crowd = noun is not None and noun.kind in ("role", "people") and (noun.plural or head == lo)
    crowd = crowd and not (form[:1].isupper() and word in known.surnames)
    if (looks_like_name(line, head, noun, first, known) and not crowd) or (tags[head] == "N" and noun is None):
        return read_name(line, lo, head, noun, known)
    some = _some_of(line, head, stop, known) if tags[head] == "c" or word in AMOUNTS else None
    if some:
        return some
    owner = owner_of(line, lo, head)
    phrase = NounPhrase(noun.kind if noun else "other", noun=noun, head=noun.word if noun else word)
    if noun is None and word.endswith(DOERS) and phrase.kind == "other":
        phrase.kind, phrase.made_up = "role", True
    if tags[head] == "c" and noun is None:
        phrase.kind, phrase.fact = "people", line.lower[head + 1 : head + 2] == ["of"]
    phrase.definite = first in DEFINITE or owner is not None or word == "police"
    phrase.first = low[lo + 1] if first in ("a", "the") and lo < head else first
    phrase.plural = noun.plural if noun else word.endswith("s")
    placed = modifier_of(line, lo, head)
    phrase.affiliation = owner or placed or complement_of(line, head + 1, stop)
    phrase.placed = owner is None and placed is not None
    follows = low[head + 1] if head + 1 < stop else ""
    if word in LOOSE and follows == "in" and line.form[head + 2 : head + 3] and line.form[head + 2][0].isupper():
        phrase.affiliation = (head + 2, head + 3)  # police in Tarn
    if noun is None and first in ("a", "an", "one") and phrase.affiliation and follows == "at":
        phrase.kind = "role"  # "a beekeeper at Kestrel Farms": nobody can list all the jobs there are
    if word in LOOSE and phrase.definite and any(map(is_nationality, line.form[lo:head])):
        phrase.affiliation = phrase.affiliation or (lo + 1, head)  # the Mexican government: that of a country
    if phrase.kind == "document" and phrase.affiliation is None:
        phrase.affiliation = _author(line, head, stop)  # "a survey by Ortiz", "a survey released on Monday by Ortiz"
    anew = phrase.kind == "role" and first == "the" and not phrase.plural and form.islower() and head > lo + 1
    phrase.renames = anew and follows not in ("who", "of", "in", "for")
    phrase.dated = phrase.kind == "document" and any(map(COUNT.search, low[lo:head]))
    told = head + 1 < stop and FACT.search(" ".join(low[head + 1 : stop])) is not None
    phrase.fact = phrase.fact or told or word in SHARES
    phrase.one_of_a_kind = _one_of_a_kind(line, lo, head, stop, phrase)
    one = phrase.head
    phrase.who = "woman" if one in WOMEN or one.endswith("woman") else "man" if one in MEN else ""
    return phrase


def _some_of(line: Line, head: int, stop: int, known: KnownNames) -> NounPhrase | None:
    """ "One of the officials" is an official, "a handful of her aides" are aides: the number stands at `head`."""
    if line.lower[head + 1 : head + 2] != ["of"] or head + 2 >= stop:
        return None
    those = _read_member(line, head + 2, _member_end(line, head + 2, stop), stop, known)
    if those.kind != "role":
        return None
    those.first, those.definite, those.plural = line.lower[head], False, line.lower[head] != "one"
    return those


def _who_does(word: str) -> bool:
    """ "the base chief": a noun for a person that the tagger may take for an adjective"""
    noun = source_lists().nouns.get(word)
    return noun is not None and noun.kind == "role"


def _one_of_a_kind(line: Line, lo: int, head: int, stop: int, phrase: NounPhrase) -> bool:
    """ "A ferry pilot", "the caretaker", but not "an official" or "a French pilot": somebody whose work or part tells
    where to look. "An official in one of the villages" is of a certain place, if not by name."""
    low, role, peoples = line.lower, phrase.kind == "role", any(map(is_nationality, line.form[lo:head]))
    if phrase.plural or not (role or phrase.head == "member"):
        return False
    if role and phrase.head not in source_lists().broad and (phrase.definite or not peoples):
        return True
    behind, on_a_side = low[head + 1 : stop], phrase.noun is not None and phrase.noun.relation
    certain = len(behind) > 1 and behind[0] in OF_A_PLACE and behind[1] in CERTAIN and ANY_PLACE.isdisjoint(behind)
    return certain and not on_a_side


def _joined_for(line: Line, head: int) -> bool:
    """ "Doctors Without Borders", "Citizens for Fair Tax": people, but the name of a body"""
    form = line.form
    if head + 2 >= len(form) or line.lower[head + 1] not in JOINING or not form[head].endswith("s"):
        return False
    behind = form[head + 2]  # "Strategists for Lena Ortiz" are none
    return form[head][0].isupper() and behind[0].isupper() and behind not in source_lists().first_names


def _peoples(form: str) -> bool:
    """ "Republicans", "Russians" """
    return form[:1].isupper() and form.endswith("s") and is_nationality(form[:-1])


def _named_later(line: Line, lo: int, hi: int, known: KnownNames) -> NounPhrase | None:
    """ "the leader of the union, Jonathan Reyes", "critics such as Ortiz": the name that stands for the group."""
    starts = [mark.end() for mark in BEFORE_A_NAME.finditer(line.tags, lo, hi - 1)]
    low = line.lower[lo:hi]
    for last, words in SUCH_AS.items():
        if last in low and words in " ".join(low):
            starts += [i + 1 for i in range(lo, hi - 1) if line.lower[i] == last]
    for start in starts:
        while start < hi and line.tags[start] in "djn" and not line.form[start][:1].isupper():
            start += 1  # "including the brewer Otto Lindt"
        end = start
        while end < hi and line.tags[end] in "nNjr" and in_name(line, end):
            end += 1
        if end > start and (end >= hi or line.tags[end] in ",.)ao"):
            phrase = read_name(line, start, end - 1, source_lists().nouns.get(line.lower[end - 1]), known)
            sure = len(phrase.name) > 1 or phrase.titles or phrase.head in known.surnames
            if phrase.kind in ("person", "body") and sure:
                return phrase
    return None

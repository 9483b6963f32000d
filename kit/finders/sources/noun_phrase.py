"""What a noun phrase tells of whom it stands for: a name, an office, an affiliation, a fact that could be checked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.finders.attribution.lines import Line
from kit.finders.sources.affiliation import DEFINITE, complement_of, modifier_of, owner_of
from kit.finders.sources.source_lists import Noun, source_lists
from kit.language.grammar import FIRST_AND_SECOND_PERSON, PRONOUNS
from kit.text.tagger import is_common

NO_ONE = {"nobody", "none", "nothing", "no-one"}
COUNT = re.compile(r"\d")
CORE = re.compile(r"(?:r*d)*(?:[jcnNsrq]|(?<![nN])[eg](?=[nNjeg])|(?<=s)d)*")
# "who was briefed on the details", "present at the meeting": something a reader could check.
FACT = re.compile(
    r"\b(?:attended|briefed|seen|saw|watched|present|witnessed|worked|works|served|adopted|interviewed|involved|signed|"
    r"identified|drove|runs|ran|owns|owned|built)\b"
)
WOMEN = {
    "actress", "aunt", "bride", "daughter", "ex-wife", "girl", "girlfriend", "granddaughter", "grandmother", "mother",
    "niece", "nun", "queen", "seamstress", "sister", "stepmother", "stewardess", "waitress", "widow", "wife", "woman",
}  # fmt: skip
MEN = {
    "boy", "boyfriend", "brother", "ex-husband", "father", "grandfather", "grandson", "groom", "guy", "husband", "king",
    "man", "monk", "nephew", "priest", "son", "stepfather", "uncle", "waiter",
}  # fmt: skip
PREFIXES = ("Mc", "Mac", "De", "Du", "La", "Le", "Di", "Da", "Van", "Von", "Fitz", "O'")  # of surnames
MAX_LETTERS_OF_ACRONYM = 4  # what is longer is a word in capitals, or stands in names.toml
DOERS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "eer", "eers")
SHARES = {"percent", "majority", "half", "third", "quarter"}  # people counted in a poll
LOOSE = {"media", "press", "police", "enforcement", "government", "military", "industry", "city", "country", "nation"}
SUCH_AS = ("such as", "including", "among them")


@dataclass(slots=True)
class NounPhrase:
    """One noun phrase, read. `kind` is person, body, document, role, people, pronoun, narrator or other.

    `name` holds the words of a proper name, `noun` the entry of the head noun, `who` the sort of a pronoun or the sex
    a title or first name shows. `affiliation` is the unit range of the words that say whose or where.
    """

    kind: str
    name: tuple[str, ...] = ()
    noun: Noun | None = None
    head: str = ""
    first: str = ""  # the first word after an article: one, another, third
    who: str = ""
    definite: bool = False
    plural: bool = False
    affiliation: tuple[int, int] | None = None
    fact: bool = False
    dated: bool = False
    placed: bool = False  # the affiliation stands before the noun: "the California congressman"
    made_up: bool = False  # a role only by its ending: a diver, a beekeeper
    titles: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()  # what stands behind a name: "Lena Ortiz, an engineer"


def read_phrase(line: Line, lo: int, hi: int, reach: int) -> NounPhrase:
    """The phrase of units `lo` to `hi` (exclusive): the most identifiable of its members.

    Words up to `reach` tell more of it: "officials at Twitter", "a person who attended".
    """
    best = None
    start = lo
    while start < hi:
        end = _member_end(line, start, hi)
        member = _read_member(line, start, end, max(hi, reach))
        if best is None or RANK.get(member.kind, 0) > RANK.get(best.kind, 0):
            best = member
        if best is member and member.kind == "person":
            member.posts = _posts_behind(line, end, hi)
        if end >= hi or line.tags[end] != "a":
            break
        start = end + 1
    best = best or NounPhrase("other")
    one = line.lower[lo] in ("a", "an")
    if best.kind == "other" and best.affiliation and not one:  # "Ortiz's policy", "the rise of Ortiz" stand for Ortiz
        owner = _read_member(line, *best.affiliation, best.affiliation[1])
        if owner.kind in ("person", "body", "pronoun"):
            return owner
    if best.kind in ("role", "people", "other", "document") and not best.name:
        named = _named_later(line, lo, hi)
        if named:
            named.titles += (best.head,) if best.head else ()
            named.affiliation = named.affiliation or best.affiliation
            return named
    return best


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


def _read_member(line: Line, lo: int, hi: int, stop: int) -> NounPhrase:
    """Units `lo` to `hi` are the words up to the head noun; up to `stop` follow prepositions, clauses, appositions."""
    low, tags = line.lower, line.tags
    first = low[lo]
    if hi - lo == 1 and tags[lo] in "pwd" and (first in PRONOUNS or first in FIRST_AND_SECOND_PERSON):
        return NounPhrase(
            "narrator" if first in FIRST_AND_SECOND_PERSON else "pronoun", head=first, who=PRONOUNS.get(first, "")
        )
    if hi - lo == 1 and tags[lo] == "p":  # somebody, everyone, others
        return NounPhrase("other" if first in NO_ONE else "people", head=first, plural=first != "somebody")
    head = hi - 1
    while head > lo and tags[head] not in "nNcq":
        head -= 1
    if tags[head] not in "nNcq":  # the tagger takes "a cleaner" for a comparative
        head = hi - 1
    word = low[head]
    lists = source_lists()
    noun = lists.nouns.get(word)
    if first in NO_ONE or first == "no":
        return NounPhrase("other", head=word)
    form = line.form[head]
    if _joined_for(line, head):
        return NounPhrase("body", name=tuple(line.form[head : head + 3]), head=word, definite=True)
    if _peoples(form) or (first == "the" and head == lo + 1 and form in lists.nationalities):
        return NounPhrase("people", head=word, plural=True, affiliation=complement_of(line, head + 1, stop))
    crowd = noun is not None and noun.kind in ("role", "people") and (noun.plural or head == lo)
    if (_in_capitals(line, head, noun, first) and not crowd) or (tags[head] == "N" and noun is None):
        return _read_name(line, lo, head, noun)
    some = _some_of(line, head, stop) if tags[head] == "c" else None
    if some:
        return some
    owner = owner_of(line, lo, head)
    phrase = NounPhrase(noun.kind if noun else "other", noun=noun, head=noun.word if noun else word)
    if noun is None and word.endswith(DOERS) and phrase.kind == "other":
        phrase.kind, phrase.made_up = "role", True
    if tags[head] == "c" and noun is None:
        phrase.kind, phrase.fact = "people", line.lower[head + 1 : head + 2] == ["of"]
    phrase.definite = first in DEFINITE or owner is not None
    phrase.first = low[lo + 1] if first in ("a", "the") and lo < head else first
    phrase.plural = noun.plural if noun else word.endswith("s")
    placed = modifier_of(line, lo, head)
    phrase.affiliation = owner or placed or complement_of(line, head + 1, stop)
    phrase.placed = owner is None and placed is not None
    follows = low[head + 1] if head + 1 < stop else ""
    if noun is None and first in ("a", "an", "one") and phrase.affiliation and follows in ("at", "for"):
        phrase.kind = "role"  # "a beekeeper at Kestrel Farms": nobody can list all the jobs there are
    if phrase.kind == "document" and phrase.affiliation is None and follows in ("by", "from"):
        phrase.affiliation = complement_of(line, head + 1, stop, True)
    phrase.dated = any(COUNT.search(w) for w in low[lo:head]) and phrase.kind == "document"
    rest = " ".join(low[head + 1 : stop])
    phrase.fact = phrase.fact or bool(FACT.search(rest)) or word in SHARES
    one = phrase.head
    phrase.who = "woman" if one in WOMEN or one.endswith("woman") else "man" if one in MEN else ""
    return phrase


def _in_capitals(line: Line, head: int, noun: Noun | None, first: str) -> bool:
    """Does the word at `head` look like a name? Not "One" or "Officials" at the start, nor "an MP", "the President"."""
    form = line.form[head]
    if not form[:1].isupper() or line.tags[head] == "c" or (head == 0 and noun is not None):
        return False
    office = noun is not None and noun.kind == "role"
    return not (office and (form.isupper() or first in DEFINITE or first in ("a", "an")))


def _some_of(line: Line, head: int, stop: int) -> NounPhrase | None:
    """ "One of the officials" is an official: the number stands at `head`."""
    if line.lower[head + 1 : head + 2] != ["of"] or head + 2 >= stop:
        return None
    those = _read_member(line, head + 2, _member_end(line, head + 2, stop), stop)
    if those.kind != "role":
        return None
    those.first, those.definite, those.plural = line.lower[head], False, line.lower[head] != "one"
    return those


def _joined_for(line: Line, head: int) -> bool:
    """ "Doctors Without Borders", "Citizens for Fair Tax": people, but the name of a body"""
    joined = line.lower[head + 1 : head + 2] in (["for"], ["against"], ["without"])
    return joined and line.form[head][:1].isupper() and "".join(line.form[head + 2 : head + 3])[:1].isupper()


def _peoples(form: str) -> bool:
    """ "Republicans", "Russians" """
    return form[:1].isupper() and form.endswith("s") and form[:-1].split("-")[-1] in source_lists().nationalities


def _read_name(line: Line, lo: int, head: int, noun: Noun | None) -> NounPhrase:
    """A proper name: of a person, or of a body or work."""
    lists = source_lists()
    form, tags = line.form, line.tags
    start = head
    while start > lo and (form[start - 1][:1].isupper() and tags[start - 1] not in "sd,"):
        start -= 1
    if start == 0 and line.lower[0] in lists.nouns and head > 0 and lists.nouns[line.lower[0]].kind != "body":
        start = 1
    titles = []
    who = ""
    office = next((i for i in range(head - 1, start, -1) if _office(line, i)), start)
    party = next((i for i in range(head - 1, start, -1) if form[i] in lists.nationalities), start)
    if any(form[i] in lists.first_names for i in range(party + 1, head)):
        start = party + (party > start)
    start = max(start, office)
    while start < head and (form[start] in lists.titles or _office(line, start)):
        who = "woman" if form[start] in lists.madam else "man" if form[start] in lists.mister else who
        held = lists.nouns.get(line.lower[start])
        titles.append(held.word if held else line.lower[start].rstrip("."))
        start += 1
    name = tuple(form[start : head + 1])
    before = line.lower[start - 1] if start > lo else ""
    if start > lo and tags[start - 1] in "nNj" and before in lists.nouns:
        titles.append(before)
    last = line.lower[head]
    known_body = form[head] in lists.bodies or (len(name) > 1 and name[0] in lists.bodies and not titles)
    acronym = len(name) == 1 and form[head].isupper() and 1 < len(form[head]) <= MAX_LETTERS_OF_ACRONYM
    body_noun = noun is not None and noun.kind in ("body", "document")
    body_noun = body_noun or (len(name) > 2 and any(_is_body(w) for w in name)) or (start > lo and _is_body(before))
    body_noun = body_noun or name[0] in lists.nationalities
    with_the = line.lower[lo] == "the" and not titles and not tags[lo + 1 : start].strip("cj")
    if len(name) == 1 and name[0] in lists.nationalities and name[0] not in lists.bodies:
        return NounPhrase("people", head=last)
    alone = len(name) == 1 and _camel(name[0])
    unlike = name[0] not in lists.first_names and (known_body or acronym or body_noun or alone)
    plain = len(name) > 1 and name[0] not in lists.first_names and all(map(is_common, map(str.lower, name)))
    if not titles and (with_the or unlike or plain):  # "Western Journal": no name of a person, but words
        name += _rest_of_name(line, head + 1)
        sort = "document" if noun and noun.kind == "document" else "body"
        return NounPhrase(sort, name=name, noun=noun, head=last, definite=True)
    if not who and name[0] in lists.women:
        who = "woman"
    elif not who and name[0] in lists.men:
        who = "man"
    affiliation = (lo, start - 1) if start - 1 > lo and titles and tags[start - 1] == "n" else None
    return NounPhrase("person", name=name, head=last, who=who, titles=tuple(titles), affiliation=affiliation)


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


def _named_later(line: Line, lo: int, hi: int) -> NounPhrase | None:
    """ "the leader of the union, Jonathan Reyes", "critics such as Ortiz": the name that stands for the group."""
    text = " ".join(line.lower[lo:hi])
    starts = [i + 1 for i in range(lo, hi - 1) if line.tags[i] in ",("]
    for words_ in SUCH_AS:
        if words_ in text:
            first = words_.split()[-1]
            starts += [i + 1 for i in range(lo, hi - 1) if line.lower[i] == first]
    for start in starts:
        while start < hi and line.tags[start] in "djn" and not line.form[start][:1].isupper():
            start += 1  # "including the brewer Otto Lindt"
        end = start
        while end < hi and line.tags[end] in "nNo" and (line.form[end][:1].isupper() or line.tags[end] == "o"):
            end += 1
        if end > start and (end >= hi or line.tags[end] in ",.)a"):
            phrase = _read_name(line, start, end - 1, source_lists().nouns.get(line.lower[end - 1]))
            if phrase.kind in ("person", "body") and (len(phrase.name) > 1 or phrase.titles):
                return phrase
    return None

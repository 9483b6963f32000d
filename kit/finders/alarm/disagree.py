"""Two named sources that give two figures for one thing: "The police counted 7,000 people. The league 12,000"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kit.finders.alarm.counts import INSIDE, same_group, thing_of
from kit.finders.alarm.rule import GENERIC, TITLES, Candidate, Rule, words_of_source
from kit.finders.alarm.sums import words_in
from kit.language.agreement import agree, same_measure
from kit.language.grammar import PRONOUNS
from kit.language.quantities import Quantity
from kit.language.quantity_words import measures
from kit.language.thesaurus import SMALL, general_people, people
from kit.reading import ArticleIndex

NEAR = 2  # sentences from one source to the other
SORTS = ("count", "bare", "money", "percent")
MAX_RATIO = 10  # between two figures of one thing
CLAUSE_ENDS = frozenset(", ; : . — – ( ) and but while whereas though although".split())
NAMES = ("DT", "NN", "JJ")  # tags of the words that name somebody
IT = frozenset(("it", "its", "them"))


class Claim(NamedTuple):
    """A figure, who gives it, and the rows of what is said with it."""

    who: frozenset[str]
    figure: Quantity
    rows: tuple[int, ...]


def find_disagreements(index: ArticleIndex) -> Iterator[Candidate]:
    """Every two figures of one thing that two sources give, one soon after the other."""
    by_figure = {claim.figure.first: claim for claim in _claims(index) if claim.who}
    claims = [by_figure[row] for row in sorted(by_figure)]
    for at, one in enumerate(claims):
        for later in range(at + 1, len(claims)):
            other = claims[later]
            a, b = one.figure, other.figure
            if b.sentence > a.sentence + NEAR:
                break
            if (
                one.who.isdisjoint(other.who)
                and _one_thing(index, one, other)
                and _setting(index, a) == _setting(index, b)
            ):
                spans = [index.article.sentences[q.sentence] for q in (a, b)]
                passages = (a.number, b.number) if a.sentence == b.sentence else (spans[0], spans[1])
                yield Candidate(passages, ((a.number,), (b.number,)), "sources_disagree", "tension", "sources_disagree")
                break


def _counts(figure: Quantity) -> bool:
    """Is this a figure of today that is no part of others?"""
    other = figure.part or figure.other_set or figure.earlier or figure.update
    return figure.sort in SORTS and not other and figure.low > 1


def _claims(index: ArticleIndex) -> Iterator[Claim]:
    """Who gives which figure: in what is said, and in what is put shorter."""
    quantities = list(filter(_counts, index.quantities))
    starts = [quantity.number.start for quantity in quantities]
    for said in index.attributions if quantities else ():
        who = _who(words_of_source(index.article, said))
        for span in said.content if who else ():
            first, end = (bisect_left(index.words.start, place) for place in span)
            for quantity in quantities[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
                yield _claim(who, quantity, first, end)
    for quantity in quantities:
        yield from _short_claims(index, quantity)


def _short_claims(index: ArticleIndex, figure: Quantity) -> Iterator[Claim]:
    """ "The police put it at 12", "according to the police 12", and at the end of a clause "the police 12"."""
    low, (first, end) = index.words.lower, index.rows[figure.sentence]
    before = range(figure.first - 1, first - 1, -1)
    opens = next((row + 1 for row in before if low[row] in CLAUSE_ENDS), first)
    close = next((row for row in range(figure.end, end) if low[row] in CLAUSE_ENDS), end)
    clause = low[opens : figure.first]
    verb = next((at for at, word in enumerate(clause) if word in words_in("gives")), 0)
    if verb and clause[-1] in ("at", "as", "of", clause[verb]):
        yield _claim(_who(clause[:verb]), figure, opens + verb + 1, figure.end)
    if clause[:2] == ["according", "to"]:
        yield _claim(_who(clause[2:]), figure, figure.first, close)
    named = all(index.words.tag[row].startswith(NAMES) for row in range(opens, figure.first))
    if clause and named and opens > first and close == figure.end and not figure.unit:
        yield _claim(_who(clause), figure, figure.first, close)


def _who(words: Iterable[str]) -> frozenset[str]:
    """The words that tell who somebody is; none for a pronoun and for "the readers"."""
    found = {word.removesuffix("’s").removesuffix("'s").strip(",.") for word in words}
    return frozenset() if found <= GENERIC or found & PRONOUNS.keys() else frozenset(found - SMALL - TITLES - {""})


def _claim(who: frozenset[str], figure: Quantity, first: int, end: int) -> Claim:
    return Claim(who, figure, tuple(row for row in range(first, end) if not figure.first <= row < figure.end))


def _acts(index: ArticleIndex, claim: Claim) -> set[str]:
    """The verbs of what is said with a figure."""
    return {index.key(row) for row in claim.rows if index.words.tag[row].startswith("VB")} - {""}


def _subject(index: ArticleIndex, claim: Claim) -> set[str]:
    """The other words of content before a figure."""
    before = (row for row in claim.rows if row < claim.figure.first)
    keys = {index.key(row) for row in before if index.words.lower[row] not in words_in("points_back")}
    return keys - _acts(index, claim) - {""}


def _one_thing(index: ArticleIndex, one: Claim, other: Claim) -> bool:
    """Do two figures count the same, and can't both be right? The second may leave out what, or point back to it:
    "26 were", "the figure was 12"."""
    a, b = one.figure, other.figure
    if not same_measure(a, b) or agree(a, b) or max(a.low, b.low) > MAX_RATIO * min(a.low, b.low):
        return False
    acts, back = bool(_acts(index, one) & _acts(index, other)), words_in("points_back")
    before, behind = ({index.words.lower[row] for row in claim.rows} for claim in (one, other))
    points = not IT.isdisjoint(behind)
    words = {word for word in behind if word[0].isalnum()} - SMALL
    left_out = not words or (words <= back and (points or a.sort == "count"))  # "26 were", "its cost", "a figure of"
    if left_out and not b.is_named and not b.state:
        return True
    nouns = {a.noun, b.noun}
    same = thing_of(a) == thing_of(b) or (nouns <= people() and not general_people().isdisjoint(nouns))
    if a.state or b.state:
        loose = general_people() | measures().states.keys()  # "people", "the dead"
        return a.state == b.state and (same or not loose.isdisjoint(nouns))
    subject, subjects = _subject(index, one), _subject(index, other)
    if subject and subjects and subject.isdisjoint(subjects) and not points:
        return False  # what the bridge costs, and what the tunnel
    if a.is_named and b.is_named:
        return same and same_group(a, b) and (acts or left_out)
    if (acts and points) or before & behind & back:
        return True
    bare, full = (before, b) if not a.is_named else (behind, a)
    return full.sort == "count" and full.is_named and not back.isdisjoint(bare)


def _setting(index: ArticleIndex, quantity: Quantity) -> set[tuple[float, ...] | str]:
    """The times of the sentence of a figure, and the place that opens it: "In Sall, the mayor said, it was 40"."""
    sentence, low = index.sentences[quantity.sentence], index.words.lower
    opens = low[sentence.first] in INSIDE and low[sentence.first + 2 : sentence.first + 3] == [","]
    place = {low[sentence.first + 1]} if opens and sentence.first not in sentence.times else set()
    return {time.value for time in sentence.times.values() if time.kind != "clock"} | place


RULES = (
    Rule(
        "sources_disagree",
        find_disagreements,
        "Two sources give two figures for one thing. Good reporting shows that openly.",
        "The two may have counted at different times or in different ways.",
        ("The police said that *7,000* people marched over the bridge to the harbour. The league said that *12,000* "
         "people marched over the bridge to the harbour.",
         "The police said that *7,000* people had marched. According to the league, *12,000* people marched.",
         "The mayor said the lock would cost *4 million* crowns. The builder said its cost was *7 million* crowns.",
         "*Twelve* people were killed, the police said. The hospital said that *15* people were dead.",
         "The police put the toll at *12*; the hospital put it at *15*.",
         "According to the police *12* people were hurt, according to the ambulance service *15*.",
         "The hospital reported *18* injured, the police *12*.",
         "The ministry said *40* houses had burned, but the mayor said that *65* had.",
         "The company says *80* jobs will go. The union speaks of *120* jobs.",
         "The union counted *300* pickets at the gate. The company said there were no more than *120*."),
        ("The police said that 7,000 people marched. The league said that 12,000 people sang.",
         "The police said that 12 people were killed. The hospital said that 40 people were injured.",
         "The police said that 12 people died on Monday. The hospital said that 15 people died on Sunday.",
         "The police put the toll at 12; the hospital put the number of injured at 15.",
         "The ministry said 40 houses had burned, but the mayor said that 65 had been saved.",
         "The army said 11 rebels had been killed; a rebel spokesman said three soldiers had died.",
         "The mayor said the bridge would cost 4 million crowns. The clerk said the tunnel would cost 7 million.",
         "Police arrested 12 people in Lorn, the sheriff said. In Sall, the mayor said, it was 40.",
         "The bank put its price at 4 million crowns. A rival put its own at 7 million crowns."),
    ),
)  # fmt: skip

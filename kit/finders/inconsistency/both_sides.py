"""One person on two sides: for the Crown, and with a client in the dock; for the union, and with a company to run."""

from __future__ import annotations

from collections.abc import Iterator

from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.persons import people_of, runs_of
from kit.finders.inconsistency.statements import Index
from kit.finders.inconsistency.themes import Phrase, both_sides_entries, phrases, stand_in

FAR = 25  # words between a name and what is said of the person
BEFORE, BEHIND = 4, 3  # words around in which "once" and its like are looked for
EVERY = "of another time"  # the entry whose words are for all


def find_both_sides(index: Index) -> Iterator[Clash]:
    """Every person whom the text puts on two sides, in two sentences that name him or her."""
    found = {term: hits for (lexicon, term), hits in phrases(index.article).items() if lexicon == "both_sides"}
    both = {term: hits for term, hits in found.items() if len({hit.side for hit in hits}) == 2}
    places = _places(index) if both else {}
    for hits in both.values():
        taken: dict[str, dict[str, Phrase]] = {}
        for hit in hits:
            owner = _owner(places.get(hit.sentence, []), hit)
            if owner and not _at_another_time(index, hit):
                taken.setdefault(owner, {}).setdefault(hit.side, hit)
        for sides in taken.values():
            first, *rest = sorted(sides.values(), key=lambda hit: hit.first)
            if rest and rest[0].sentence != first.sentence:
                yield _clash(index, first, rest[0])


def _at_another_time(index: Index, hit: Phrase) -> bool:
    """ "Once for the Crown", "before he changed sides" """
    (apart,) = (entry.data["apart"] for entry in both_sides_entries() if entry.term == EVERY)
    around = (*range(max(0, hit.first - BEFORE), hit.first), *range(hit.end, hit.end + BEHIND))
    return any(stand_in(index.article, apart, range(row, row + 1)) for row in around)


def _places(index: Index) -> dict[int, list[tuple[int, str]]]:
    """By sentence: the rows in which somebody's last name stands; no name where two share it."""
    people = people_of(index.article)
    known = {name for name, person in people.items() if person.full and len(person.first_names) == 1}
    runs = runs_of(index.article).items()
    return {number: [(row, name if name in known else "") for row, name in rows] for number, rows in runs}


def _owner(places: list[tuple[int, str]], hit: Phrase) -> str:
    """Of whom the words are said: the one person named in the sentence, if the name stands near."""
    near = sorted((min(abs(row - hit.first), abs(row - hit.end)), name) for row, name in places)
    if not near or near[0][0] > FAR or len({name for _, name in places}) > 1:
        return ""
    return near[0][1]


def _clash(index: Index, first: Phrase, second: Phrase) -> Clash:
    passages = [index.statements[hit.sentence].span for hit in (first, second)]
    words = [(index.words(hit.first, hit.end),) for hit in (first, second)]
    return Clash(passages[0], passages[1], words[0], words[1], "role", "tension", "both-sides", "role")

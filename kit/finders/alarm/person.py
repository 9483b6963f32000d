"""One person with two ages, or in two parts that hardly go together: "Sen. Ortiz, 38" … "Ortiz, 52, a governor"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations

from kit.finders.alarm.rule import Candidate, Rule
from kit.finding import Verdict
from kit.reading import ArticleIndex
from kit.reading.people import Stated, role_entries

MAX_APART = 1  # years: there may be a birthday between two ages


def find_persons(index: ArticleIndex) -> Iterator[Candidate]:
    """Every person with two parts or two ages that do not go together; the first such two."""
    for person in index.people.values():
        if len(person.first_names) <= 1:  # of two people of one name it can't be told whose part or age it is
            yield from _clash(index, person.parts, _parts_differ, "role")
            yield from _clash(index, person.ages, _ages_differ, "age")


def _clash(
    index: ArticleIndex, stated: list[Stated], differ: Callable[[Stated, Stated], Verdict], rule: str
) -> Iterator[Candidate]:
    """The first two of what is stated, each value where it stands first, that do not go together."""
    values = {each.value: each for each in reversed(stated)}
    for earlier, later in combinations(sorted(values.values(), key=lambda each: each.span), 2):
        verdict = differ(earlier, later)
        if verdict != "none" and earlier.sentence != later.sentence:
            passages = index.sentences[earlier.sentence].span, index.sentences[later.sentence].span
            yield Candidate(passages, ((earlier.span,), (later.span,)), "role", verdict, rule)
            return


def _ages_differ(one: Stated, other: Stated) -> Verdict:
    return "conflict" if abs(float(one.value) - float(other.value)) > MAX_APART else "none"


def _parts_differ(one: Stated, other: Stated) -> Verdict:
    """How badly two parts go together: "conflict", "tension", or "none" if one person may well play both."""
    (kind, nots), (other_kind, other_nots) = (_kinds()[str(part.value)] for part in (one, other))
    if kind == other_kind == "seat":
        return "conflict"
    if kind == other_kind == "trade" or other.value in nots or one.value in other_nots:
        return "tension"
    return "none"


@cache
def _kinds() -> dict[str, tuple[str, frozenset[str]]]:
    return {e.term: (e.data["kind"], frozenset(e.data.get("not_with", ()))) for e in role_entries()}


RULES = (
    Rule(
        "role",
        find_persons,
        "One person has two roles that hardly go together.",
        "People can have two jobs, or have changed from one to the other.",
        ("*Sen.* Lena Ortiz spoke at the lock. It rained. Ortiz, a *governor*, left before noon.",
         "The harbour *spokeswoman* Lena Ortiz spoke. It rained. Ortiz, an outside *critic*, left before noon."),
        ("Sen. Lena Ortiz spoke at the lock. It rained. Ortiz, a former governor, left before noon.",
         "Lena Ortiz, who chairs the council, spoke. It rained. Ortiz, a farmer like her father, left."),
    ),
    Rule(
        "age",
        find_persons,
        "One person is given two ages.",
        "The two may be years apart.",
        ("Lena Ortiz, *38*, runs the shop. It is small. Ortiz, *52*, was born upstairs.",),
        ("Lena Ortiz, 38, runs the shop. It is small. Ortiz, 39, was born upstairs.",
         "Lena Ortiz, 58, sings. It is late. Ortiz, who turned 40 in 2008, was glad.",
         "Carol Bigbee, 59, has worked there for years. It is loud. Her 32-year-old daughter works in a lab."),
    ),
)  # fmt: skip

"""One person in two parts that hardly go together: "Sen. Lena Ortiz" … "Ortiz, a governor"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kit.finders.alarm.rule import Candidate, Rule
from kit.finding import Verdict
from kit.reading import ArticleIndex, Person
from kit.reading.people import role_entries

MAX_PARTS = 40  # parts of one person that are compared


def find_parts(index: ArticleIndex) -> Iterator[Candidate]:
    """Every person with two parts that do not go together."""
    for person in index.people.values():
        if len(person.first_names) <= 1:  # of two people of one name it can't be told whose part it is
            found = _clash(index, person)
            if found:
                yield found


def _clash(index: ArticleIndex, person: Person) -> Candidate | None:
    """The first two parts that do not go together."""
    for at, later in enumerate(person.parts[:MAX_PARTS]):
        for earlier in person.parts[:at]:
            verdict = _verdict(str(earlier.value), str(later.value))
            if verdict != "none" and earlier.sentence != later.sentence:
                passages = index.sentences[earlier.sentence].span, index.sentences[later.sentence].span
                return Candidate(passages, ((earlier.span,), (later.span,)), "role", verdict, "role")
    return None


def _verdict(one: str, other: str) -> Verdict:
    """How badly two parts go together: "conflict", "tension", or "none" if one person may well play both."""
    (kind, nots), (other_kind, other_nots) = _kinds()[one], _kinds()[other]
    if one == other:
        return "none"
    if kind == other_kind == "seat":
        return "conflict"
    if kind == other_kind == "trade" or other in nots or one in other_nots:
        return "tension"
    return "none"


@cache
def _kinds() -> dict[str, tuple[str, frozenset[str]]]:
    return {e.term: (e.data["kind"], frozenset(e.data.get("not_with", ()))) for e in role_entries()}


RULES = (
    Rule(
        "role",
        find_parts,
        "One person is given two parts that hardly go together.",
        "People can have two jobs, or have changed from one to the other.",
        ("*Sen.* Lena Ortiz spoke at the lock. It rained. Ortiz, a *governor*, left before noon.",
         "The harbour *spokeswoman* Lena Ortiz spoke. It rained. Ortiz, an outside *critic*, left before noon."),
        ("Sen. Lena Ortiz spoke at the lock. It rained. Ortiz, a former governor, left before noon.",
         "Lena Ortiz, who chairs the council, spoke. It rained. Ortiz, a farmer like her father, left."),
    ),
)  # fmt: skip

"""How far a learner has come, unit by unit, on one screen: `progress`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kit.questions import bank
from kit.questions.answers import Answers, KeptAnswer
from kit.questions.marking import answered, mark
from kit.questions.points import Points, points_in_words
from kit.questions.question import Unit
from kit.views.sheet import Sheet

TITLE = "How far you’ve got"
HEAD = ("Unit", "Questions done", "Points so far", "Worth another try")
MOST_AGAIN = 6  # questions that are named in a row
FOR_YOU_ONLY = "This comes from the answers saved in your course, and only you can see it."
NOTHING_YET = "You haven’t answered a question yet. Start with lesson 0, and come back."


def progress() -> Sheet:
    """How far you’ve got: for each unit the questions done, the points, and what is worth another try.

    Takes nothing; gives a table with a row for each unit. It reads the answers that are kept in the course and
    changes nothing. The points of the two tests are left out, since nobody is told them while answering.
    Raises KitError, in a sentence, if the answers can't be read.

    >>> from kit import progress
    >>> progress().title
    'How far you’ve got'
    """
    units = bank.units()
    kept = {unit.name: Answers(unit.name).all() for unit in units}
    done = sum(answered(each, kept[unit.name]) for unit in units for each in unit.questions)
    whole = sum(len(unit.questions) for unit in units)
    note = f"{done} of {whole} questions done. {FOR_YOU_ONLY}" if done else f"{NOTHING_YET} {FOR_YOU_ONLY}"
    rows = tuple(row_of(unit, kept[unit.name]) for unit in units)
    return Sheet(TITLE, note, HEAD, rows, (34, 18, 22, 26), open=len(rows))


def row_of(unit: Unit, kept: Mapping[str, KeptAnswer]) -> tuple[str, ...]:
    """A unit: how many of its questions are done, the points of those that the kit marks, and which could earn more."""
    done = [each for each in unit.questions if answered(each, kept)]
    marked = [each for each in done if not (each.test or each.sealed or each.key.by_hand)]
    results = {each.id: mark(each, kept[each.id].answer) for each in marked}
    earned = sum((result.points for result in results.values()), Fraction(0))
    possible = sum((each.points for each in marked), Fraction(0))
    again = [id for id, result in results.items() if result.state != "right"]
    more = f" and {len(again) - MOST_AGAIN} more" if len(again) > MOST_AGAIN else ""
    return (
        unit.heading,
        f"{len(done)} of {len(unit.questions)}",
        f"{Points(earned)} of {points_in_words(Points(possible))}" if marked else "",
        ", ".join(again[:MOST_AGAIN]) + more,
    )

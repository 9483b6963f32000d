"""An age that does not go with a year of birth and the day of the report: "47, born in 1971", in 2024."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.sums import has, matches, slip, words_in
from kit.language.quantities import Quantity
from kit.language.times import day_of, year_of
from kit.reading import ArticleIndex

BORN = r"born ~3@b "
FRAMES = (
    rf"{BORN}~5, ~4, <age> , ",
    rf"<age> , (?:who )?(?:was )?{BORN}",
    r"<age> (?!whose |with |of |and |had )(?:(?!whose |with |of |and |had )[a-z'’-]+ ){0,2}?" + BORN,
    rf"{BORN}~3(?:, )?(?:and )?is (?:now )?<age> (?=and|,|\.|$)",
    r"\( born @b \) (?:is |turned |turns |is now )<age> ",
)
AGES = range(5, 115)
SLACK = 1  # years: a report may be older than its day, and a birthday near


def find_births(index: ArticleIndex) -> Iterator[Candidate]:
    """Every age that is not the one which a year of birth makes of it."""
    found = [(line.figure(m, "age"), line.time(m, "b")) for line, m in matches(index, *FRAMES) if not has(line, "dead")]
    pairs = [(q.number, q.low, t.span, year_of(t)) for q, t in found if _is_age(q)]
    for person in index.people.values():
        if len(person.first_names) <= 1:  # of two people of one name it can't be told whose age it is
            pairs += [
                (age.span, float(age.value), born.span, int(born.value))
                for age, born in product(person.ages, person.births)
                if not (_dead(index, age.sentence) or _dead(index, born.sentence))
            ]
    if pairs and (today := day_of(index.article)):
        for age_at, age, born_at, year in dict.fromkeys(pairs):
            oldest = today.year - year
            if year and not oldest - 1 - SLACK <= age <= oldest + SLACK:
                reckoned = f"{today.year} − {year} = {oldest}, not {age:g}."
                yield slip("born", "role", age_at, born_at, reckoned)


def _is_age(figure: Quantity) -> bool:
    return figure.sort in ("age", "bare", "count") and not figure.bound and int(figure.low) in AGES


def _dead(index: ArticleIndex, number: int) -> bool:
    first, end = index.rows[number]
    return not words_in("dead").isdisjoint(index.words.lower[first:end])


RULES = (
    Rule(
        "born",
        find_births,
        "The age does not go with the year of birth and the day of the report.",
        "The age may be of an earlier day, or the year of somebody else.",
        ("Singer to retire\n\nMay 12, 2024\n\nBorn in *1971*, the singer, *47*, will stop on Friday, she said.",
         "Keeper retires\n\nMay 12, 2024\n\nAda Penrose, *62*, keeps the lamp. It is hot. Penrose was born in *1953*."),
        ("Singer to retire\n\nMay 12, 2024\n\nBorn in 1976, the singer, 47, will stop on Friday, she said.",
         "Born in 1971, the singer, 47, will stop on Friday.",
         "Keeper retires\n\nMay 12, 2024\n\nAda Penrose, 62, keeps the lamp. Her mother was born in 1933."),
    ),
)  # fmt: skip

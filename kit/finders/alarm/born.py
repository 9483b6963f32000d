"""An age or an anniversary that does not go with its year of birth and the day: "47, born in 1971", in 2024."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.sums import has, matches, slip, words_in
from kit.language.quantities import Quantity
from kit.language.times import day_of, year_of
from kit.reading import ArticleIndex
from kit.text import Span

BORN = r"born ~3@b "
FRAMES = (
    rf"{BORN}~5, ~4, <age> , ",
    rf"<age> , (?:who )?(?:was )?{BORN}",
    r"<age> (?!whose |with |of |and |had )(?:(?!whose |with |of |and |had )[a-z'’-]+ ){0,2}?" + BORN,
    rf"{BORN}~3(?:, )?(?:and )?is (?:now )?<age> (?=and|,|\.|$)",
    r"\( born @b \) (?:is |turned |turns |is now )<age> ",
)
THEN = (
    rf"<age> when ~6@y ~2(?:[;,] )?(?:and )?~3{BORN}",
    rf"{BORN}~6, ~6<age> when ~6@y ",
    rf"{BORN}~6(?:, |and )~3died ~3@y ~2(?:, )?(?:aged |at ~3)<age> ",
)
NTH = r"(?P<nth>\d+)(?:st|nd|rd|th) (?:birthday|anniversary) (?!of )(?:~2@y )?"
SINCE = (rf"{{founded}} ~4@b ~9(?:, )?~9{NTH}", rf"{NTH}(?:, |~9){{founded}} ~4@b ")
AGES = range(5, 115)
SLACK = 1  # years: a report may be older than its day, and a birthday near


def find_births(index: ArticleIndex) -> Iterator[Candidate]:
    """Every age that is not the one which a year of birth makes of it, and every anniversary that is not due."""
    stated = list(_stated_ages(index))
    today = day_of(index.article) if stated else None
    for age, age_at, born_at, year, then in dict.fromkeys(stated):
        now = then or (today.year if today else 0)
        oldest = now - year
        if year and now and not oldest - 1 - SLACK <= age <= oldest + SLACK:
            yield slip("born", "role", age_at, born_at, f"{now} − {year} = {oldest}, not {age:g}.")


def _stated_ages(index: ArticleIndex) -> Iterator[tuple[float, Span, Span, int, int]]:
    """Ages and anniversaries with the year that they are counted from, and that of which they are told, or 0."""
    for frames, dated in ((FRAMES, False), (THEN, True)):
        for line, m in matches(index, *frames, needs=("born",), figures=1):
            age, born = line.figure(m, "age"), line.time(m, "b")
            if _is_age(age) and (dated or not has(line, "dead")):
                yield age.low, age.number, born.span, year_of(born), year_of(line.time(m, "y")) if dated else 0
    for line, m in matches(index, *SINCE, needs=("birthday anniversary",)):
        row, born, then = line.row(m.start("nth")), line.time(m, "b"), m["y"] and year_of(line.time(m, "y"))
        yield float(m["nth"]), index.span(row, row + 1), born.span, year_of(born), then or 0
    for person in index.people.values():
        if len(person.first_names) <= 1:  # of two people of one name it can't be told whose age it is
            for told, since in product(person.ages, person.births):
                if not (_dead(index, told.sentence) or _dead(index, since.sentence)):
                    yield float(told.value), told.span, since.span, int(since.value), 0


def _is_age(figure: Quantity) -> bool:
    return figure.sort in ("age", "bare", "count") and not figure.bound and int(figure.low) in AGES


def _dead(index: ArticleIndex, number: int) -> bool:
    first, end = index.rows[number]
    return not words_in("dead").isdisjoint(index.words.lower[first:end])


RULES = (
    Rule(
        "born",
        find_births,
        "The age doesn’t fit the year of birth and the date of the report.",
        "The age may be from an earlier day, or the year may be somebody else’s.",
        ("Singer to retire\n\nMay 12, 2024\n\nBorn in *1971*, the singer, *47*, will stop on Friday, she said.",
         "Keeper retires\n\nMay 12, 2024\n\nAda Penrose, *62*, keeps the lamp. It is hot. Penrose was born in *1953*.",
         "The church, built in *1850*, celebrated its *150th* anniversary in June 2024.",
         "Kern was *19* when he joined the club in 1990; he was born in *1961*."),
        ("Singer to retire\n\nMay 12, 2024\n\nBorn in 1976, the singer, 47, will stop on Friday, she said.",
         "Born in 1971, the singer, 47, will stop on Friday.",
         "Born in 1948, Mr Lund celebrated his 70th birthday in 2018.",
         "The school, opened in 1901, celebrated the 50th anniversary of its choir in 2024.",
         "Keeper retires\n\nMay 12, 2024\n\nAda Penrose, 62, keeps the lamp. Her mother was born in 1933."),
    ),
)  # fmt: skip

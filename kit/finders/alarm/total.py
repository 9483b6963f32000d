"""Parts that do not make their total: "28 people: 12 from the ferry, nine from a yacht and four from the pier"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.sums import amount, has, matches, slip
from kit.language.agreement import rounded, same_measure, step
from kit.language.quantities import Quantity
from kit.reading import ArticleIndex

PART = r"#\d+ (?:(?!and |or |but |while )[^\s#@,.;:()“”—–]+ ){0,7}?"
LIST = rf"(?P<list>{PART}(?:(?:, and |, |and ){PART}){{1,11}})"
END = r"(?=[.;)—–“”]|, (?!#|@|an? |the )|$)"
PLACED = r"#\d+ (?:in|at|from|for|on|near) ~5"
IN_PLACES = rf"<whole> ~4, (?P<list>{PLACED}(?:(?:, and |, |and ){PLACED}){{1,11}})"
OF_THEM = rf"<whole> ~4, (?P<list>#\d+ of (?:them|whom|which) ~4(?:(?:, and |, |and ){PART}){{1,11}})"
TOTALS = (
    r"<whole> ~8(?P<list>(?:~4\( #\d+ ~2\) (?:, and |, |and )?){2,12})",
    rf"total of <whole> ~8, {LIST}{END}",
    r", (?P<list>)making ~2<whole> ",
    rf"<whole> ~8(?::|\(|—|–) {LIST}{END}",
    rf"<whole> ~4(?:, |was |were |is |are )?{{consists}} {LIST}{END}",
    rf"{LIST}(?:, |— |\( )?(?:for |making |or )?a total of <whole> ",
    rf"{LIST}(?:, |— |: |\( )(?:or |making )?<whole> ~2{{in_all}} ",
)
BEFORE_A_LIST = (",", "and", "plus", "or")  # then it began earlier, with something that is not counted
MAX_OFF = 0.4  # of the total: what is further away counts something else
MIN_PARTS = 2
TOTAL_LINE, MAX_WORDS_OF_A_LINE = ("total", "altogether", "sum"), 8


def find_totals(index: ArticleIndex) -> Iterator[Candidate]:
    """Every list whose figures do not make the total that is given with it."""
    yield from (_candidate(parts, whole) for parts, whole in _listed(index) if _differ(parts, whole))
    seen: set[tuple[int, int]] = set()
    for frames, only_more in ((TOTALS, False), ((IN_PLACES + END, OF_THEM + END), True)):
        for line, match in matches(index, *frames, figures=MIN_PARTS + 1):
            whole = line.figure(match, "whole")
            named = match["list"] or line.text[: match.start()]  # before "making", all that the line has
            parts = [line.figures[int(number)] for number in re.findall(r"#(\d+)", named)]
            before = line.text[: match.start("list")].split()[-1:]
            if has(line, "open_list") or (before and before[0] in BEFORE_A_LIST and match["list"] and not only_more):
                continue
            more = whole.is_named and sum(part.low for part in parts) > whole.low
            if _differ(parts, whole) and (more or not only_more):
                key = whole.number.start, parts[0].number.start
                if key not in seen:
                    seen.add(key)
                    yield _candidate(parts, whole)


def _listed(index: ArticleIndex) -> Iterator[tuple[list[Quantity], Quantity]]:
    """The figures of short lines, one in each, and that of a line behind them which begins with "Total"."""
    lines: list[list[Quantity]] = []
    for paragraph in index.article.paragraphs:
        numbers = range(index.sentence_at(paragraph.start), index.sentence_at(paragraph.end - 1) + 1)
        figures = [q for n in numbers if n >= 0 for q in index.sentences[n].numbers.values()]
        words = index.article[paragraph].lower().split() if len(figures) == 1 else []
        if words and words[0].strip(":-•*") in TOTAL_LINE and len(lines) >= MIN_PARTS:
            yield [line[0] for line in lines], figures[0]
        lines = [*lines, figures] if 0 < len(words) <= MAX_WORDS_OF_A_LINE else []


def _differ(parts: list[Quantity], whole: Quantity) -> bool:
    """Are these exact figures of one measure that add up to something else, but not to something quite different?"""
    every = (*parts, whole)
    if len(parts) < MIN_PARTS or any(
        q.bound or q.low != q.high or q.sort in ("age", "percent", "points") for q in every
    ):
        return False
    if not all(same_measure(part, whole) for part in parts):
        return False
    total, finest = sum(part.low for part in parts), min(step(q.low) for q in every if q.low)
    room = 0.0 if finest >= 1 and finest < 1000 else finest * len(every) / 2
    return room < abs(total - whole.low) <= MAX_OFF * whole.low and not rounded(total, whole.low)


def _candidate(parts: list[Quantity], whole: Quantity) -> Candidate:
    total = sum(part.low for part in parts)
    sums = " + ".join(amount(part.low, whole) for part in parts)
    return slip(
        "total",
        "number",
        whole.number,
        parts[0].number,
        f"{sums} = {amount(total, whole)}, not {amount(whole.low, whole)}.",
    )


RULES = (
    Rule(
        "total",
        find_totals,
        "The parts don’t add up to the total that is given with them.",
        "One part may have been left out, or somebody may have been counted twice.",
        ("In all, *28* people were rescued: *12* from the ferry, nine from a yacht and four from the pier.",
         "The jury of *12* was made up of *seven* women and four men.",
         "*Eleven* buses and five trams, a total of *18* vehicles, were damaged in the hail.",
         "What burned:\n\nBarns: *12*\n\nSheds: 9\n\nBoats: 4\n\nTotal: *28*",
         "The clerk lent *40* lamps, *22* in Lorn and 21 in Ansby.",
         "The club has *310* members, *190* of them adults and 130 children.",
         "The grant of *£60,000* covers a roof (*£35,000*), windows (£12,000) and heating (£18,000).",
         "Sponsors gave *£20,000*, the council £15,000 and a raffle £3,000, making *£41,000* altogether."),
        ("In all, 28 people were rescued: 12 from the ferry, nine from a yacht and seven from the pier.",
         "In all, 28 people were rescued, including 12 from the ferry and nine from a yacht.",
         "Six people were on board: three sailors, two cooks and the captain.",
         "The club has 310 members, 190 of them adults and 110 children.",
         "He sold 12 boats, nine lamps and a piano, making £41,000 altogether.",
         "The board made two proposals: 40 beds for the ward and 12 nurses for the night."),
    ),
)  # fmt: skip

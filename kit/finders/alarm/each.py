"""Equal shares that do not make the whole: "£2.4m, split among three parishes, £600,000 for each"."""

from __future__ import annotations

from collections.abc import Iterator

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.sums import amount, has, slip
from kit.language.agreement import rounded, same_measure
from kit.language.quantities import Quantity
from kit.reading import ArticleIndex
from kit.reading.figure_lines import FigureLine

EACH = frozenset(("each", "apiece"))
MAX_OFF = 0.5  # of the whole: what is further away is another sum


def find_shares_of_a_sum(index: ArticleIndex) -> Iterator[Candidate]:
    """Every sum that is shared out evenly, and is not so many times its share."""
    for line in index.figure_lines:
        if not has(line, "shared") or EACH.isdisjoint(line.words):
            continue
        money = [figure for figure in line.figures if figure.sort == "money"]
        among = [figure for figure in line.figures if figure.sort == "count" and figure.is_named]
        share = min(money, key=lambda figure: figure.low, default=None)
        if share is None or len(among) != 1 or (whole := _whole(index, line, money, share)) is None:
            continue
        every = (share, whole, among[0])
        made = share.low * among[0].low
        exact = not any(figure.bound or figure.low != figure.high for figure in every)
        if exact and not rounded(made, whole.low) and abs(made - whole.low) <= MAX_OFF * whole.low:
            reckoned = f"{amount(among[0].low)} × {amount(share.low, share)} = {amount(made, share)}"
            yield slip("each", "number", whole.number, share.number, f"{reckoned}, not {amount(whole.low, whole)}.")


def _whole(index: ArticleIndex, line: FigureLine, money: list[Quantity], share: Quantity) -> Quantity | None:
    """The other sum of the line, or the only other one before it, in the same money."""
    if len(money) > 1:
        return next((figure for figure in money if figure is not share), None) if len(money) == 2 else None
    before = [q for q in index.quantities if q.sentence < line.sentence.number and same_measure(q, share)]
    return before[0] if len(before) == 1 else None


RULES = (
    Rule(
        "each",
        find_shares_of_a_sum,
        "The equal shares don’t add up to the sum that is shared.",
        "More people may share the sum than are named here.",
        ("The wall will cost *£2.4m*. It is high. Split evenly among the three parishes, the bill comes to *£600,000* "
         "for each.",
         "The prize of *£6,000* was shared by the 12 winners, who got *£400* each."),
        ("The wall will cost £2.4m. It is high. Split evenly among the four parishes, the bill comes to £600,000 each.",
         "The prize of £6,000 was shared by the 12 winners, who got £500 each.",
         "The 12 winners got £400 each, and shared a cake."),
    ),
)  # fmt: skip

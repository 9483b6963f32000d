"""How far the rules that do sums go: for each limit a text in which something is found, and one just beyond it."""

from __future__ import annotations

import pytest

from kit import find_inconsistencies, read


def born(age: int) -> str:
    return f"Singer stops\n\nMay 12, 2024\n\nBorn in 1971, the singer, {age}, will stop on Friday, she said."


def lasts(days: str) -> str:
    return f"The strike will last {days}, from 3 May to 9 May, the union said."


def posts(words: str, before: str = "Nine", now: str = "eleven") -> str:
    first = "13.00\nIt is cold here today, and few have come."
    return f"{first}\n\n14.05\n{before} men were hurt {words}.\n\n15.30\nNow {now} men were hurt {words}."


THREE_GOALS = "Petersen scored in the 12th minute, Olin in the 40th and Reyes in the 88th."

# What is limited, a text in which something is found, and one in which nothing is.
LIMITS: dict[str, tuple[str, str]] = {
    "words of a sentence": (
        f"Sales fell to 48 from 41 {'so ' * 113}.",
        f"Sales fell to 48 from 41 {'so ' * 115}.",
    ),
    "ratio of two figures of a change": ("Sales fell to 400 from 40.", "Sales fell to 401 from 40."),
    "years too young": (born(50), born(51)),
    "years too old": (born(55), born(54)),
    "youngest of whom an age is told": (born(5), born(4)),
    "days too few": (lasts("four days"), lasts("five days")),
    "days too many": (lasts("eight days"), lasts("six days")),
    "what is called doubled, too little": (
        "The price has doubled, from 100 crowns to 169 crowns.",
        "The price has doubled, from 100 crowns to 170 crowns.",
    ),
    "what is called doubled, too much": (
        "The price has doubled, from 100 crowns to 241 crowns.",
        "The price has doubled, from 100 crowns to 240 crowns.",
    ),
    "what is called more than doubled": (
        "The price has more than doubled, from 100 crowns to 195 crowns.",
        "The price has more than doubled, from 100 crowns to 196 crowns.",
    ),
    "what is called a third": (
        "Of the 1,000 pupils asked, 265 had seen it, a third.",
        "Of the 1,000 pupils asked, 267 had seen it, a third.",
    ),
    "points of a share": (
        "Of the 1,000 pupils asked, 319 had seen it, 33 percent.",
        "Of the 1,000 pupils asked, 320 had seen it, 33 percent.",
    ),
    "how far a list may be from a total": (
        "In all, 100 people came: 40 from Lorn and 20 from Sall.",
        "In all, 100 people came: 40 from Lorn and 19 from Sall.",
    ),
    "days between two dates without a year": (
        "She resigned on 29 April, before the report came out on 1 February.",
        "She resigned on 30 April, before the report came out on 1 February.",
    ),
    "sentences that tell goals": (
        f"Malden won 2-0. It rained. It snowed. {THREE_GOALS}",
        f"Malden won 2-0. It rained. It snowed. It rained. {THREE_GOALS}",
    ),
    "words that one post repeats of another": (
        posts("when the red harbour train left"),
        posts("when the red train left"),
    ),
    "a count that falls from one post to the next": (
        posts("in the fog", "Nine", "eight"),
        posts("in the fog", "Nine", "ten"),
    ),
    "what is true at the hour of a post": (
        posts("in the fog", "Nine", "eight"),
        posts("in the fog", "Nine", "eight").replace("were", "are"),
    ),
    "figures of two sources": (
        "The police said that 700 people had marched. According to the league, 7,000 people marched.",
        "The police said that 700 people had marched. According to the league, 7,001 people marched.",
    ),
    "words between a not and a change": (
        "Sales never so so so fell to 48 from 41.",
        "Sales never so so fell to 48 from 41.",
    ),
    "words of a line": (
        "What burned:\n\nBarns in the north of old Lorn: 12\n\nSheds: 9\n\nTotal: 28",
        "What burned:\n\nBarns in the north of the old Lorn: 12\n\nSheds: 9\n\nTotal: 28",
    ),
    "lines above a total": (
        "What burned:\n\nBarns: 12\n\nSheds: 9\n\nTotal: 28",
        "What burned:\n\nBarns: 20\n\nTotal: 28",
    ),
    "what is called a third more": (
        "Fees rose by a third, from 100 crowns to 140 crowns.",
        "Fees rose by a third, from 100 crowns to 139 crowns.",
    ),
    "whole figures that are not rounded": (
        "The club grew by 12, from 979 goats to 999.",
        "The club grew by 12, from 980 goats to 1,000.",
    ),
    "weeks that are too many": (
        "It will last eight weeks, from 1 June to 14 July, the union said.",
        "It will last eight weeks, from 1 June to 16 July, the union said.",
    ),
    "minutes that are too few": (
        "It lasted 150 minutes, from 6 a.m. to 9:01 a.m., the union said.",
        "It lasted 150 minutes, from 6 a.m. to 9 a.m., the union said.",
    ),
    "sentences between two sources": (
        "The police put the toll at 12. It rained. The hospital put it at 15.",
        "The police put the toll at 12. It rained. It rained. The hospital put it at 15.",
    ),
    "posts of a live blog": (
        "A day of fog\n\nNine men were hurt in the fog.\n\n15.30\nNow eleven men were hurt in the fog.",
        "A day of fog\n\n13.10\nNine men were hurt in the fog.\n\n15.30\nNow eleven men were hurt in the fog.",
    ),
    "ratio of two counts of one group": (
        "Twelve goats were found near the lock. It rained. The 120 goats went home by barge.",
        "Twelve goats were found near the lock. It rained. The 121 goats went home by barge.",
    ),
}


@pytest.mark.parametrize(("found", "silent"), LIMITS.values(), ids=LIMITS)
def test_the_last_text_within_a_limit_and_the_first_beyond(found: str, silent: str) -> None:
    assert [len(find_inconsistencies(read(text))) for text in (found, silent)] == [1, 0]


@pytest.mark.parametrize(
    ("text", "reckoned"),
    [
        ("In all, 28 people came: 12 from Lorn, nine from Sall and four from Ansby.", "12 + 9 + 4 = 25, not 28."),
        ("Sales fell to 48 a day from 41 a day.", "“fell” says down, but 48 is more than 41."),
        ("Thirty of the 200 houses, or 25 percent, have no roof.", "30 of 200 is 15 percent, not 25 percent."),
        ("The queue has been cut in half, from 12 weeks to nine.", "Half of 12 is 6, not 9."),
        ("Rents rose by £12, from £40 to £55.", "£55 − £40 = £15, not £12."),
        (born(47), "2024 − 1971 = 53, not 47."),
    ],
)
def test_the_sum_stands_in_the_reason(text: str, reckoned: str) -> None:
    [finding] = find_inconsistencies(read(text))
    assert f" {reckoned} Innocent reason: " in finding.reason

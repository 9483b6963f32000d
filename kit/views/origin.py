"""Where a text is from, in one line: outlet, date, address, and the day on which it was fetched."""

from __future__ import annotations

import datetime

from kit.text import Article
from kit.views.shared_wording import one_line

MONTHS = "January February March April May June July August September October November December".split()


def origin(article: Article) -> str:
    """Where an article is from, as far as that is known: "From the Courier, 14 October 2026"; "" if nothing is."""
    known = [one_line(article.outlet), in_words(one_line(article.date)), one_line(article.url)]
    if article.fetched:
        known.append(f"fetched on {in_words(article.fetched)}")
    told = ", ".join(filter(None, known))
    return f"From: {told}" if told else ""


def what_was_read(article: Article) -> str:
    """The headline and where the text is from, as the kit took them from a file or a page: a line each; "" if neither
    is known. Where only one of them is, the other is said to be missing."""
    title, told = one_line(article[article.title]) if article.title else "", origin(article)
    if not (title or told):
        return ""
    return f"Title: {title or 'none found'}\n{told or 'From: the text does not say where it is from'}"


def in_words(date: str) -> str:
    """A date written as 2026-10-14 becomes 14 October 2026; any other stays as somebody has written it."""
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return date
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

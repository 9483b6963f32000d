"""What a pupil types to see what is in a text: its sources, what it says about each thing, and what does not agree.

Each puts the finders and a view together.
"""

from __future__ import annotations

from collections.abc import Sequence

from kit.find import find_attributions, find_facts, find_inconsistencies, find_sources
from kit.text import Article
from kit.views.arcs import draw_pairs
from kit.views.fact_tables import FactTables, fact_tables
from kit.views.ladder import Ladder, ladder
from kit.views.pair_tables import PairTables, pair_tables
from kit.views.picture import Picture
from kit.views.plots import draw_levels, draw_sources
from kit.views.shared_wording import checked_article


def plot_sources(article: Article | None = None) -> Picture:
    """Draw who speaks in a text, and how many words each is given: a bar for each person or body.

    Takes an article; gives a picture that a notebook shows. Its `.text` holds the same facts in sentences, and
    `.save("name.png")` keeps it, also as .pdf or .svg. Raises KitError if it is given something else.

    >>> from kit import articles
    >>> from kit.lessons import plot_sources
    >>> print(plot_sources(articles("harbour")).text.splitlines()[1])
    Oskar Thule (named person): 45 words, 12 of them word for word.
    """
    text = checked_article("plot_sources", article)
    return draw_sources(text, find_attributions(text), find_sources(text))


def plot_levels(*articles: Article | Sequence[Article]) -> Picture:
    """Draw how much the reader is told about the sources of a text, or of up to twelve texts side by side.

    Takes the articles one by one or in one list; gives a picture, as `plot_sources` does. Raises KitError if it is
    given something else, or more than twelve.

    >>> from kit import read
    >>> from kit.lessons import plot_levels
    >>> print(plot_levels(read("“We saw it,” said Ana Ruiz, a nurse.")).text.splitlines()[1])
    Text 1, 1 mention: named person 1 (100 %), named organisation 0, described 0, vague 0, hidden 0.
    """
    first = articles[0] if len(articles) == 1 else None
    given = first if isinstance(first, (list, tuple)) else articles
    texts = [checked_article("plot_levels", article) for article in given or (None,)]
    return draw_levels(texts, [find_sources(text) for text in texts])


def show_ladder(article: Article | None = None) -> Ladder:
    """Show the sources of a text as a table, from the most to the least that the reader is told.

    Takes an article; gives a table that a notebook shows and `print` writes line by line. Its `.rows` are the sources:
    of each the `name`, the `rung` of the ladder, and what is `told`. Raises KitError if it is given something else.

    >>> from kit import read
    >>> from kit.lessons import show_ladder
    >>> text = read("“We saw it,” said Ana Ruiz, a nurse. Officials denied it.")
    >>> [(source.name, source.rung) for source in show_ladder(text).rows]
    [('Ana Ruiz', 'named person'), ('Officials', 'vague')]
    """
    text = checked_article("show_ladder", article)
    return ladder(text, find_sources(text))


def show_facts(article: Article | None = None) -> FactTables:
    """Show what a text says about each person, number, time and place, side by side.

    Takes an article; gives tables that a notebook shows and `print` writes line by line. Nothing in them is called a
    mistake. `find_facts` gives the same as data. Raises KitError if it is given something else.

    >>> from kit import read
    >>> from kit.lessons import show_facts
    >>> text = read("The gates are open on Sunday. On Sunday the gates are closed.")
    >>> [table.subject for table in show_facts(text).tables]
    ['When', 'Open or closed']
    """
    text = checked_article("show_facts", article)
    return fact_tables(text, find_facts(text))


def show_pairs(article: Article | None = None) -> PairTables:
    """Show the passages of a text that don't agree, two by two, with the reason and the best excuse.

    Takes an article; gives tables that a notebook shows and `print` writes line by line. `find_inconsistencies` gives
    the same as data. Raises KitError if it is given something else.

    >>> from kit import articles
    >>> from kit.lessons import show_pairs
    >>> [pair.title for pair in show_pairs(articles("border")).pairs]
    ['1 · number: tension']
    """
    text = checked_article("show_pairs", article)
    return pair_tables(text, find_inconsistencies(text))


def plot_pairs(article: Article | None = None) -> Picture:
    """Draw a text as a line, with an arc from each passage to the one that it doesn't agree with.

    Takes an article; gives a picture, as `plot_sources` does. Raises KitError if it is given something else.

    >>> from kit import articles
    >>> from kit.lessons import plot_pairs
    >>> print(plot_pairs(articles("border")).text.splitlines()[1])
    1. Number, tension: “Three” (paragraph 1) and “four” (paragraph 11).
    """
    text = checked_article("plot_pairs", article)
    return draw_pairs(text, find_inconsistencies(text))

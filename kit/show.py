"""What a pupil types to see what is in a text: its sources, what it says about each thing, and what does not agree.

Each puts the finders and a view together.
"""

from __future__ import annotations

from collections.abc import Sequence

from kit.errors import KitError
from kit.finders.attributions import find_attributions
from kit.finders.facts import facts
from kit.finders.inconsistencies import find_inconsistencies
from kit.finders.sources import find_sources
from kit.text import Article
from kit.text.decoding import named
from kit.views.arcs import draw_pairs
from kit.views.fact_tables import FactTables, fact_tables
from kit.views.ladder import Ladder, ladder
from kit.views.pairs import PairTables, pair_tables
from kit.views.picture import Picture
from kit.views.plots import draw_levels, draw_sources


def plot_sources(article: Article | None = None) -> Picture:
    """Who speaks in a text, and how many words each is given.

    Takes an article; gives a picture, with the same facts in sentences under `.text` and `.save("name.png")` to keep
    it. Raises KitError, in a sentence, if it is given something else.
    """
    text = an_article("plot_sources", article)
    return draw_sources(text, find_attributions(text), find_sources(text))


def plot_levels(*articles: Article | Sequence[Article]) -> Picture:
    """How much the reader is told of the sources of a text, or of up to twelve texts side by side.

    Takes the articles one by one or in one list; gives a picture, as plot_sources does. Raises KitError, in a
    sentence, if it is given something else or too many.
    """
    first = articles[0] if len(articles) == 1 else None
    given = first if isinstance(first, (list, tuple)) else articles
    texts = [an_article("plot_levels", article) for article in given or (None,)]
    return draw_levels(texts, [find_sources(text) for text in texts])


def show_ladder(article: Article | None = None) -> Ladder:
    """The sources of a text as a table, from the most to the least that the reader is told.

    Takes an article. Raises KitError, in a sentence, if it is given something else.
    """
    text = an_article("show_ladder", article)
    return ladder(text, find_sources(text))


def show_facts(article: Article | None = None) -> FactTables:
    """What a text says about each person, number, time and place, side by side, as tables.

    Takes an article. Raises KitError, in a sentence, if it is given something else.
    """
    text = an_article("show_facts", article)
    return fact_tables(text, facts(text))


def show_pairs(article: Article | None = None) -> PairTables:
    """The passages of a text that do not go together, two by two, with the reason and the best excuse.

    Takes an article. Raises KitError, in a sentence, if it is given something else.
    """
    text = an_article("show_pairs", article)
    return pair_tables(text, find_inconsistencies(text))


def plot_pairs(article: Article | None = None) -> Picture:
    """The text as a line, with an arc from each passage to the one that does not go with it.

    Takes an article; gives a picture, as plot_sources does. Raises KitError, in a sentence, if it is given
    something else.
    """
    text = an_article("plot_pairs", article)
    return draw_pairs(text, find_inconsistencies(text))


def an_article(name: str, thing: object) -> Article:
    """The article, or a sentence that says what the function needs."""
    if isinstance(thing, Article):
        return thing
    instead = "" if thing is None else f", not {named(thing)}"
    raise KitError(f'{name} needs an article{instead}. Make one first: text = read("..."), then {name}(text).')

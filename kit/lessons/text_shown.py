"""`show_text`: a practice text as a lesson shows it, bare or with what the helper finds for one of its questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kit.errors import KitError
from kit.find import find_anonymous_sources, find_attributions, find_euphemisms
from kit.finders.euphemism.plain import in_plain_words
from kit.lessons.feelings import show_feelings
from kit.library import articles
from kit.show import plot_sources, show_facts, show_ladder, show_pairs
from kit.text import Article
from kit.views.highlight import highlight
from kit.views.sheet import Sheet

LOOKS: dict[str, Callable[[Article], Any]] = {
    "bare": lambda article: highlight(article),
    "who": lambda article: highlight(article, find_attributions(article)),
    "told": lambda article: highlight(article, find_anonymous_sources(article)),
    "called": lambda article: highlight(article, find_euphemisms(article)),
    "plain": lambda article: Sheet("In plain words", str(in_plain_words(article, find_euphemisms(article)))),
    "together": show_pairs,
    "facts": show_facts,
    "ladder": show_ladder,
    "speakers": plot_sources,
    "feelings": show_feelings,
}


def show_text(name: str = "", look: str = "bare") -> Any:
    """A practice text, as it is or with what the helper has to say about it.

    Takes the name of the text and what to look for: "who" says so, how much are we "told", what is it "called", does it
    hold "together"; and a few views of single lessons. Raises KitError, with the looks there are, if there is none of
    that name, and ReadingError if there is no such text.

    >>> from kit.lessons import show_text
    >>> print(show_text("scooters-agency", "together"))
    The helper found no contradictions in “Scooter injuries rise in Port Ellery as rides nearly double”.
    """
    if look not in LOOKS:
        known = ", ".join(LOOKS)
        raise KitError(f'show_text has no look called {look!r}, only {known}, as in show_text("footbridge", "who").')
    return LOOKS[look](articles(name))

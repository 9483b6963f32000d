"""Turns of phrase that several views share."""

from __future__ import annotations

from kit.errors import KitError, type_in_words
from kit.text import Article
from kit.views.control_characters import showable

REPORTER = "the reporter"
MAX_HEADLINE = 70  # characters of a headline


def headline(article: Article) -> str:
    """The title of an article in quotation marks, if it has one, cut to the length of a line."""
    if article.title is None:
        return ""
    words = one_line(article[article.title])
    if len(words) > MAX_HEADLINE:
        words = words[: MAX_HEADLINE - 1]
        words = (words.rpartition(" ")[0] or words) + " …"
    return f"“{words}”"


def checked_article(name: str, thing: object) -> Article:
    """The article that a function was given, or a sentence that says what it needs."""
    if isinstance(thing, Article):
        return thing
    instead = "" if thing is None else f", not {type_in_words(thing)}"
    raise KitError(f'{name} needs an article{instead}. Make one first: text = read("..."), then {name}(text).')


def nothing_in(*articles: Article) -> str:
    where = "this text" if len(articles) == 1 else "these texts"
    return (
        f"No source was found in {where}, so there is nothing to draw: nobody in it is said to say or think anything."
    )


def one_line(words: str) -> str:
    return " ".join(showable(words).split())

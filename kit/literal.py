"""“Literal here”: what a pupil has judged to be no euphemism in a text, remembered beside the notebook.

The finders themselves remember nothing. What a pupil types, `find_euphemisms` and `plain`, leaves out what was set
aside in this notebook. The memory is a small JSON file next to the notebook (`NAME.literal.json`), which holds places
and words but no text; deleting it forgets everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kit.errors import KitError, type_in_words
from kit.find import find_euphemisms as find_all
from kit.finders.euphemism.plain import PlainText, in_plain_words
from kit.finding import Euphemism
from kit.store import DamagedError, JsonStore, text_key, this_notebook
from kit.text import Article

MAX_BYTES_OF_NAME = 220  # of a notebook's name, beside which its memory can still be named: file systems take 255
CHARACTERS_KEPT_OF_NAME = 40
Place = tuple[int, int, str]  # where the finding stands, and its rule


class LiteralError(KitError):
    """What can't be set aside, or a memory that can't be used; the message says why and what to do."""


def find_euphemisms(article: Article) -> tuple[Euphemism, ...]:
    """Words that soften, in the order of the text, without those that were set aside in this notebook.

    Takes an article; gives the findings of `kit.find.find_euphemisms`. See there for what they tell, and
    `literal_here` for how one is set aside. Raises KitError, in a sentence, if the memory can't be read.

    >>> from kit import find_euphemisms, read
    >>> text = read("The firm let 40 people go.")
    >>> [(text[found.pieces], found.plain) for found in find_euphemisms(text)]
    [('let … go', 'dismiss')]
    """
    aside = meant_literally(_an_article("find_euphemisms", article))
    return tuple(found for found in find_all(article) if _place(found) not in aside)


def plain(article: Article) -> PlainText:
    """The text with plain words in place of the soft ones; what was set aside in this notebook stays.

    Takes an article; gives a text with `.changes`, pairs of places: `old` in the article, `new` in the plain text.
    print() shows the text. Raises KitError, in a sentence, if it is given something else.

    >>> from kit import plain, read
    >>> print(plain(read("The firm let 40 people go.")))
    The firm dismissed 40 people.
    """
    return in_plain_words(_an_article("plain", article), find_euphemisms(article))


def literal_here(article: Article, what: Euphemism | str, undo: bool = False) -> str:
    """Set a finding aside: in this text the words are meant literally. The next `find_euphemisms` leaves it out.

    Takes the article and either a finding or words ("late"): with words, all findings of the article that are these
    words, or have them as their term. With `undo=True` they come back. Gives a sentence that says what was done.
    Raises KitError, in a sentence, if nothing of the kind was found or the memory can't be written.

    >>> from kit import read
    >>> from kit.lessons import literal_here
    >>> print(literal_here(read("The firm let 12 people go."), "let … go"))
    Noted: “let … go” is meant literally, in one place of this text. To take that back, add undo=True.
    """
    text = _an_article("literal_here", article)
    chosen = _chosen(text, what)
    if not chosen:
        shown = what if isinstance(what, str) else text[what.pieces]
        raise LiteralError(
            f"The helper hasn't marked “{shown}” in this text, so there is nothing to set aside. "
            "Take the words from what find_euphemisms(article) gives."
        )
    places = {_place(found) for found in chosen}
    kept = meant_literally(text)
    _write(text, kept - places if undo else kept | places)
    words = "”, “".join(dict.fromkeys(text[found.pieces] for found in chosen))
    places_said = "in one place" if len(places) == 1 else f"in {len(places)} places"
    if undo:
        return f"“{words}” counts again, {places_said} of this text."
    return f"Noted: “{words}” is meant literally, {places_said} of this text. To take that back, add undo=True."


def memory() -> Path:
    """The file that remembers: beside the notebook and named after it, outside a notebook in the folder one is in."""
    name = this_notebook()
    if not name.endswith(".ipynb"):
        return Path("literal.json")
    stem = name.removesuffix(".ipynb")
    if len(stem.encode()) > MAX_BYTES_OF_NAME:  # with its ending it would be too long for a file's name
        stem = f"{stem[:CHARACTERS_KEPT_OF_NAME]}-{text_key(stem)}"
    return Path(f"{stem}.literal.json")


def meant_literally(article: Article) -> set[Place]:
    """The places of an article that were set aside in this notebook. Raises LiteralError if that can't be read."""
    return set(_read().get(text_key(article.text), ()))


def look_again(article: Article, place: Place) -> None:
    """Take one place of an article back, if it was set aside. Raises LiteralError if the memory can't be written."""
    kept = meant_literally(article)
    if place in kept:
        _write(article, kept - {place})


def _chosen(article: Article, what: Euphemism | str) -> list[Euphemism]:
    found = find_all(article)
    if isinstance(what, Euphemism):
        return [one for one in found if _place(one) == _place(what)]
    if not isinstance(what, str):
        raise LiteralError("literal_here needs a finding, or words in quotation marks: literal_here(article, 'late').")
    wanted = " ".join(what.lower().replace("…", " ").split())
    return [one for one in found if wanted in (one.term.lower(), _words(article, one))]


def _words(article: Article, found: Euphemism) -> str:
    return " ".join(" ".join(article[piece] for piece in found.pieces).lower().split())


def _place(found: Euphemism) -> Place:
    return found.span.start, found.span.end, found.rule


def _read() -> dict[str, list[Place]]:
    """What the memory holds for each text; nothing if there is no memory yet."""
    try:
        return _store().load_by_text(_place_in)
    except DamagedError:
        raise LiteralError(
            f"The file {memory()} beside this notebook is damaged, so what was set aside can't be read. "
            "Delete or rename it, and the kit starts a new one."
        ) from None


def _place_in(entry: Any) -> Place:
    start, end, rule = entry
    return int(start), int(end), str(rule)


def _write(article: Article, places: Iterable[Place]) -> None:
    try:
        _store().save_by_text(_read() | {text_key(article.text): sorted(places)})
    except OSError as error:
        raise LiteralError(
            f"The file {memory()} can't be written beside this notebook: {error.strerror}. Nothing was changed. Make "
            "sure that you may write in the notebook's folder."
        ) from None


def _store() -> JsonStore:
    return JsonStore(memory(), LiteralError, private=True)


def _an_article(name: str, thing: object) -> Article:
    if isinstance(thing, Article):
        return thing
    raise LiteralError(
        f'{name} needs an article, not {type_in_words(thing)}. Make one first: text = read("..."), then {name}(text).'
    )

"""The practice texts: `articles()` lists them, `articles("footbridge")` opens one.

A practice text is two files in kit/data/articles: NAME.txt, exactly the text, and NAME.toml, which says who made it,
under which licence, and what a careful reader finds in it (`kit.gold`). A teacher's own texts stand in the folder
articles/ of a course of their own, see `kit.places`; there the .txt alone is enough for a start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources.abc import Traversable
from typing import Any, overload

from kit.errors import did_you_mean
from kit.places import entries
from kit.text import Article, ReadingError
from kit.toml import Table, load_toml

NUMBERS = ("minutes", "difficulty")
WORDS_A_MINUTE = 120  # of a pupil who reads in order to mark


@dataclass(frozen=True, slots=True, repr=False)
class PracticeText:
    """What one should know of a practice text before opening it.

    `minutes` is the time to read it, `difficulty` goes from 1 to 3, `good_for` says what one can practise with it,
    `note` tells what is invented.
    """

    name: str
    title: str
    topic: str
    minutes: int
    difficulty: int
    good_for: str
    made_by: str
    licence: str
    note: str

    def __repr__(self) -> str:
        about = f"{self.topic}, {self.minutes} min, level {self.difficulty}. Good for: {self.good_for}"
        bare = f"your own text, {self.minutes} min. Nobody has described it yet: {self.name}.toml would."
        return f'articles("{self.name}")   {self.title}\n    {about if self.good_for else bare}'


FACTS = tuple(each.name for each in fields(PracticeText) if each.name != "name")


class PracticeTexts(tuple[PracticeText, ...]):
    """The practice texts, two lines each when shown."""

    def __repr__(self) -> str:
        return "\n".join(map(repr, self))


@overload
def articles() -> PracticeTexts: ...
@overload
def articles(name: str) -> Article: ...
def articles(name: str | None = None) -> PracticeTexts | Article:
    """The practice texts that come with the kit and those of the open course, or the one of that name, read and ready.

    Takes the name of a text, or nothing. Raises KitError, with the names there are, if there is none of that name.

    >>> from kit import articles
    >>> text = articles("footbridge")
    >>> text[text.title]
    'Footbridge to stay shut until spring, council says'
    """
    if name is None:
        return PracticeTexts(PracticeText(each, **facts_of(each)) for each in names())
    from kit.text import read_text  # only here: marking a class opens texts and reads none

    return read_text(text_of(name))


def names() -> list[str]:
    """The names of all practice texts, in their order."""
    return sorted({*entries("articles", ".toml"), *entries("articles", ".txt")})


def text_of(name: str) -> str:
    """The exact text: line ends as they are in the file."""
    try:
        return _file(name, ".txt").read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadingError(f"{name}.txt is not UTF-8 text. Open it in an editor and save it as UTF-8.") from error


def facts_bytes(name: str) -> bytes:
    """The .toml file of a text as it stands."""
    return _file(name, ".toml").read_bytes()


def facts_file(name: str) -> dict[str, Any]:
    """What stands in the .toml file of a text."""
    return load_toml(facts_bytes(name), f"{name}.toml", ReadingError)


def facts_of(name: str) -> dict[str, Any]:
    """Title, topic and so on, each of the right type; of a text that has no .toml file, what can be seen in it."""
    if name in names() and name not in entries("articles", ".toml"):
        return bare_facts(text_of(name))
    return facts_in(facts_file(name), f"{name}.toml")


def bare_facts(text: str) -> dict[str, Any]:
    """The first line as the title, and the minutes that reading takes. Nothing is known of the rest."""
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    told = {"title": title, "minutes": max(1, round(len(text.split()) / WORDS_A_MINUTE)), "difficulty": 0}
    return {key: told.get(key, "") for key in FACTS}


def facts_in(read: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The facts at the head of a text's .toml file, checked."""
    head = Table(read, where, ReadingError)
    return {key: head.whole(key) if key in NUMBERS else head.words(key, may_be_empty=True) for key in FACTS}


def _file(name: str, ending: str) -> Traversable:
    """One of the two files of a text; a name that is not there is answered with those that are."""
    known = names()
    if name not in known:
        raise ReadingError(
            f'there is no practice text called "{name}". {did_you_mean(name, known)}The names are: {", ".join(known)}.'
        )
    found = entries("articles", ending)
    if name not in found:
        raise ReadingError(
            f"{name}.txt is missing, and {name}.toml needs it. Put the text beside it."
            if ending == ".txt"
            else f"{name}.txt has no {name}.toml beside it, so nobody has said what there is to find in "
            "it. docs/annotating.md shows how, and a question can also bring its own key."
        )
    return found[name]

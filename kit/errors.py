"""The root of every error that a person can cause, and put right; and what sentences to people are made with."""

from __future__ import annotations

from collections.abc import Iterable

MAX_WORD = 300  # characters of one word that a message repeats: an address, a name; the longest path of Windows has 260
MAX_MESSAGE = 4000  # characters of a message: some name everything that there is to choose from


class KitError(ValueError):
    """Something that a pupil, a teacher or an author can put right.

    The message is what they read: the thing, the place and the remedy, in whole sentences. A room may have an error of
    its own under it; whoever catches this one catches them all. Of what somebody gave it repeats no more than tells it
    apart: a long word, or a long message, loses its middle.
    """

    def __init__(self, message: str = "") -> None:
        words = (without_middle(word, MAX_WORD) for word in message.split(" "))
        super().__init__(without_middle(" ".join(words), MAX_MESSAGE))

    def _render_traceback_(self) -> list[str]:
        """A notebook shows the message alone: the lines of code that led to it help no reader."""
        return [str(self)]


def without_middle(words: str, most: int) -> str:
    """The beginning and the end of these words, with … between them if they have more than `most` characters.

    >>> without_middle("www.example.org/a-page", 12)
    'www.exa…page'
    """
    if len(words) <= most:
        return words
    end = most // 3
    return f"{words[: most - end - 1]}…{words[-end:]}"


def type_in_words(thing: object) -> str:
    """A thing that is none of those wanted, as a sentence names it: with its type, and a text as a pupil knows it.

    >>> type_in_words("It rained."), type_in_words(5)
    ('words in quotation marks', 'a thing of the type int')
    """
    return "words in quotation marks" if isinstance(thing, str) else f"a thing of the type {type(thing).__name__}"


def counted(number: int, thing: str) -> str:
    """So many things, in words.

    >>> counted(1, "file"), counted(2000, "file")
    ('1 file', '2,000 files')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def did_you_mean(word: object, choices: Iterable[str]) -> str:
    """A question with the choice that is spelled nearly like a word, and a blank after it; "" if there is none.

    >>> did_you_mean("footbrige", ["footbridge", "harbour"])
    'Did you mean "footbridge"? '
    """
    from difflib import get_close_matches  # only here: most people make no slip

    near = get_close_matches(str(word), choices, n=1)
    return f'Did you mean "{near[0]}"? ' if near else ""

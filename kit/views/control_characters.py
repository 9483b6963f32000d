"""Characters that a page or a terminal can't show, or would obey instead of showing."""

from __future__ import annotations

import re

UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]|\r(?!\n)")

# Characters that turn the direction of writing, by which words can be made to look like others.
DIRECTION_SIGNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def showable(text: str) -> str:
    """The text with one sign for each character that can't be shown: control characters (a terminal would obey some of
    them) become the small pictures that Unicode has for them, halves of broken characters the replacement sign.

    Tabs, line breaks and everything else stay as they are; the number of characters is the same.
    """
    return UNSHOWABLE.sub(_sign, text)


def for_terminal(text: str) -> str:
    """The same for a terminal, which has no way to keep a turned direction of writing to one piece of text.

    >>> for_terminal("a\\x1b[2Kb\\u202ec")
    'a␛[2Kb�c'
    """
    return DIRECTION_SIGNS.sub("\ufffd", showable(text))


def _sign(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x0D:
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


def on_one_system(piece: str) -> str:
    """A piece of a showable text with plain line ends, even where it was cut in the middle of one from Windows."""
    return piece.replace("\r", "")
